"""What a reference never runs over, and what does not change it."""

import pytest

from vstbpn.references.finding.scanning import find_references


def written(text: str) -> list[str]:
    return [str(mention.reference) for mention in find_references(text)]


class TestBlankLines:
    @pytest.mark.parametrize("before", ["các trường", "ngành", "đúng quy", "các bộ", "pháp"])
    def test_words_before_one_do_not_belong_to_a_law(self, before: str) -> None:
        assert written(f"{before}\n\nLuật Trẻ em năm 2016") == ["Luật Trẻ em năm 2016"]

    @pytest.mark.parametrize(
        "words", ["ngày\n\n5/6/2020", "ngày 5/6/\n\n2020", "ngày 5\n\ntháng 6 năm 2020", "ngày 5 tháng 6\n\nnăm 2020"]
    )
    def test_a_date_does_not_cross_one(self, words: str) -> None:
        assert written(f"Quyết định 1/QĐ-A {words} của Chính phủ") == ["Quyết định số 1/QĐ-A"]

    @pytest.mark.parametrize("after", ["", "\n\nabc", "\n\nABC XYZ MNK", " về văn thư"])
    def test_what_stands_after_a_name_does_not_change_it(self, after: str) -> None:
        (mention,) = find_references(f"Quyết định số 1/QĐ-A của BCĐ 35{after}")
        assert mention.reference.issuer == "BCĐ 35"


class TestOtherActs:
    @pytest.mark.parametrize(
        ("text", "references"),
        [
            (
                "Quyết định số 1/QĐ-A của Sở Y tế tỉnh Lào Cai\nLuật An toàn thực phẩm năm 2010",
                ["Quyết định số 1/QĐ-A của Sở Y tế tỉnh Lào Cai", "Luật An toàn thực phẩm năm 2010"],
            ),
            (
                "Quyết định số 1/QĐ-A của UBND tỉnh An Giang\nĐiều 5 Luật Trẻ em",
                ["Quyết định số 1/QĐ-A của UBND tỉnh An Giang", "Điều 5 Luật Trẻ em"],
            ),
            (
                "Nghị định số 5/2020/NĐ-CP của Chính phủ, Luật Giáo dục và các văn bản",
                ["Nghị định số 5/2020/NĐ-CP của Chính phủ", "Luật Giáo dục"],
            ),
            ("Quyết định số 1/QĐ-A của Hội Luật gia tỉnh", ["Quyết định số 1/QĐ-A của Hội Luật gia tỉnh"]),
            (
                "Quyết định số 1/QĐ-A của Sở Kế hoạch và Đầu tư",
                ["Quyết định số 1/QĐ-A của Sở Kế hoạch và Đầu tư"],
            ),
        ],
    )
    def test_an_issuer_ends_where_one_begins(self, text: str, references: list[str]) -> None:
        assert written(text) == references


class TestLineEnds:
    @pytest.mark.parametrize(
        ("text", "reference"),
        [
            ("Quyết định 12/KH\n-UBND", "Quyết định số 12/KH-UBND"),
            ("Nghị quyết 10- \n\nNQ/TW", "Nghị quyết số 10-NQ/TW"),
            ("Quyết định số 5/QĐ-A của UBND\ntỉnh Bình Định", "Quyết định số 5/QĐ-A của UBND tỉnh Bình Định"),
            (
                "theo Luật Ban hành văn bản\n      quy phạm pháp luật năm 2015",
                "Luật Ban hành văn bản quy phạm pháp luật năm 2015",
            ),
            ("khoản 2 Điều 3 Thông tư số\n        22/2021/TT-BGDĐT", "khoản 2 Điều 3 Thông tư số 22/2021/TT-BGDĐT"),
            ("đề nghị của Sở Tài chính tại\n    Công văn số 9/STC-NS", "Công văn số 9/STC-NS của Sở Tài chính"),
        ],
    )
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_of_every_kind_and_indent(self, text: str, reference: str, line_end: str) -> None:
        assert written(text.replace("\n", line_end)) == [reference]

    def test_so_in_small_letters_opens_a_wrapped_line(self) -> None:
        text = "các Quyết định số 233/QĐ-SGDĐT và\nsố 48/QĐ-SGDĐT"
        assert written(text) == ["Quyết định số 233/QĐ-SGDĐT", "Quyết định số 48/QĐ-SGDĐT"]


class TestOwnNumbers:
    @pytest.mark.parametrize(
        "text", ["(mẫu 01/KH-TCM)", "Số/ký hiệu: 15/KH-UBND", "TỈNH ỦY GIA LAI * Số 12-CTr/TU ĐẢNG CỘNG SẢN"]
    )
    def test_and_forms_are_no_references(self, text: str) -> None:
        assert written(text) == []


class TestDatesBefore:
    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("Ngày 04/6/2025, HĐND tỉnh ban hành Nghị quyết số 55/NQ-HĐND", "2025-06-04"),
            ("; ngày 20 tháng 6 năm 2025 UBND tỉnh đã ban hành Quyết định số 1450/QĐ-UBND", "2025-06-20"),
            ("Ngày 04/6/2025, UBND tỉnh có Công văn số 55/UBND-VX", None),
            ("Ngày 04/6/2025, sau cuộc họp, UBND tỉnh ban hành Kế hoạch số 55/KH-UBND", None),
            ("Ngày 31/6/2025, UBND tỉnh ban hành Kế hoạch số 55/KH-UBND", None),
        ],
    )
    def test_the_day_on_which_an_issuer_issued(self, text: str, date: str | None) -> None:
        (mention,) = find_references(text)
        assert (str(mention.reference.date) if mention.reference.date else None) == date
        assert mention.reference.issuer is not None

"""References in prose: a class a clause of how acts are cited, and of what is no citation."""

import unicodedata

import pytest

from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.scanning import find_references, scan_references
from vstbpn.text import fold


def short(reference: Reference) -> str:
    """Type and symbol or name, then what stands beside them, on one line."""
    year = f" {reference.name_year}" if reference.name_year else ""
    symbol = f" {reference.symbol.canonical}" if reference.symbol else ""
    parts = [f"{reference.name or reference.type}{year}{symbol}"]
    if reference.date:
        parts.append(f"@{reference.date}")
    if reference.issuer:
        parts.append(f"~{reference.issuer}")
    if reference.provisions:
        parts.append(f"#{', '.join(map(str, reference.provisions))}")
    return " ".join(parts)


def found(text: str) -> list[str]:
    return [short(mention.reference) for mention in find_references(text)]


class TestTypeWords:
    @pytest.mark.parametrize(
        ("text", "reference"),
        [
            ("Căn cứ Nghị định số 30/2020/NĐ-CP;", "Nghị định 30/2020/NĐ-CP"),
            ("thực hiện quyết định số 1696/QĐ-TTg", "Quyết định 1696/QĐ-TTg"),
            ("THỰC HIỆN CHỈ THỊ SỐ 27/CT-TTG", "Chỉ thị 27/CT-TTg"),
            ("theo Quyết định 45/QĐ-TTg", "Quyết định 45/QĐ-TTg"),
            ("QĐ số 22/2013/QĐ-TTg", "Quyết định 22/2013/QĐ-TTg"),
            ("NĐ 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
            ("theo TT22/2021/TT-BGDĐT", "Thông tư 22/2021/TT-BGDĐT"),
            ("(CV 1234/SGDĐT-VP)", "Công văn 1234/SGDĐT-VP"),
            ("Quyết định số: 1627/QĐ-UBND", "Quyết định 1627/QĐ-UBND"),
            ("công văn số 6382/KH-SGDĐT", "Công văn 6382/KH-SGDĐT"),
            ("Kế hoạch Kế hoạch số 365/KH- VSTBPN&BĐG", "Kế hoạch 365/KH-VSTBPN&BĐG"),
            ("Chương trình hành động số 39-CTr/TU", "Chương trình hành động 39-CTr/TU"),
            ("Thông báo kết luận số 77-TB/TU", "Thông báo kết luận 77-TB/TU"),
            ("Bản án số 15/2021/HS-ST", "Bản án 15/2021/HS-ST"),
            ("Luật số 62/2020/QH14", "Luật 62/2020/QH14"),
            ("theo 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
            ("Chỉ thị “05-CT/TW”", "Chỉ thị 05-CT/TW"),
            ("Nghị quyết chuyên đề số 04-NQ/TU", "Nghị quyết 04-NQ/TU"),
            ("Quyết định số 646-TTg", "Quyết định 646-TTg"),
            ("Công văn số 4155QĐ/ BTP", "Công văn 4155-QĐ/BTP"),
            ("Thông tư số32/2018/TT-BGDĐT", "Thông tư 32/2018/TT-BGDĐT"),
            ("Công văn khẩn số 12/UBND-VX", "Công văn 12/UBND-VX"),
            ("Kê hoạch sô 33/KH-UBND", "Kế hoạch 33/KH-UBND"),
            ("Quyết định số 1790/QĐ-\nTTg", "Quyết định 1790/QĐ-TTg"),
            ("Nghị định số 30/2020/NĐ\n-CP", "Nghị định 30/2020/NĐ-CP"),
            ("công văn 36 VSTBPN&BĐG", "Công văn 36/VSTBPN&BĐG"),
        ],
    )
    def test_in_any_casing_and_wording(self, text: str, reference: str) -> None:
        assert found(text) == [reference]


class TestLists:
    @pytest.mark.parametrize(
        ("text", "references"),
        [
            ("Quyết định số 15/QĐ-UBND, 16/QĐ-UBND và 17/QĐ-UBND", [f"Quyết định {n}/QĐ-UBND" for n in (15, 16, 17)]),
            ("các Quy định số 37-QĐ/TW, số 69-QĐ/TW", ["Quy định 37-QĐ/TW", "Quy định 69-QĐ/TW"]),
            ("công văn số 12/SNV-VP và số 13/SNV-VP", ["Công văn 12/SNV-VP", "Công văn 13/SNV-VP"]),
            ("các văn bản: số 12/UBND-VX, số 13/UBND-VX", ["Văn bản 12/UBND-VX", "Văn bản 13/UBND-VX"]),
            ("các Luật số 45/2019/QH14, 46/2019/QH14", ["Luật 45/2019/QH14", "Luật 46/2019/QH14"]),
            ("các Công văn: số 1/SGDĐT-VP; số 2/SGDĐT-VP; 3/SGDĐT-VP", [f"Công văn {n}/SGDĐT-VP" for n in (1, 2, 3)]),
            ("Nghị quyết số 11-NQ/TW; số 57/NQ-CP", ["Nghị quyết 11-NQ/TW", "Nghị quyết 57/NQ-CP"]),
            ("Quyết định số 12/QĐ-TTg, số 15/TB-VPCP", ["Quyết định 12/QĐ-TTg", "Thông báo 15/TB-VPCP"]),
            ("Quyết định số 12/QĐ-TTg. Tại số 15/UBND-VX", ["Quyết định 12/QĐ-TTg"]),
            ("Kế hoạch số 48/KH-UBND. Thông tư 98/2017/TT-BTC", ["Kế hoạch 48/KH-UBND", "Thông tư 98/2017/TT-BTC"]),
        ],
    )
    def test_members_share_the_type(self, text: str, references: list[str]) -> None:
        assert found(text) == references


class TestDates:
    @pytest.mark.parametrize(
        ("words", "date"),
        [
            (" ngày 05/3/2020", "2020-03-05"),
            (", ngày 05/3/2020", "2020-03-05"),
            (" (ngày 05/3/2020)", "2020-03-05"),
            (" ngày 05-3-2020", "2020-03-05"),
            (" ngày 5.3.2020", "2020-03-05"),
            (" ngày 05 tháng 3 năm 2020", "2020-03-05"),
            (" NGÀY 05 THÁNG 3 NĂM 2020", "2020-03-05"),
            (" ngày\n05 tháng 3\nnăm 2020", "2020-03-05"),
            (" ban hành ngày 05/3/2020", "2020-03-05"),
            (" được ký ngày 05/3/2020", "2020-03-05"),
            (" tháng 3 năm 2020", "2020-03"),
            (" ngày    tháng 3 năm 2020", "2020-03"),
            (" năm 2020", "2020"),
            (" của Chính phủ ngày 05/3/2020", "2020-03-05"),
        ],
    )
    def test_every_wording(self, words: str, date: str) -> None:
        (mention,) = find_references(f"Nghị định số 30/2020/NĐ-CP{words} về văn thư")
        assert str(mention.reference.date) == date

    def test_after_the_title(self) -> None:
        text = "Nghị định số 70/2008/NĐ-CP Quy định chi tiết thi hành một số điều của Luật Bình đẳng giới ngày 04/06/2008 của Chính phủ"
        assert found(text) == ["Nghị định 70/2008/NĐ-CP @2008-06-04 ~Chính phủ", "Luật Bình đẳng giới"]

    def test_after_the_name_of_a_law_behind_its_number(self) -> None:
        text = "Luật số 73/2006/QH11 Bình đẳng giới ngày 29/11/2006 của Quốc hội"
        assert found(text) == ["Luật 73/2006/QH11 @2006-11-29 ~Quốc hội"]

    @pytest.mark.parametrize(
        "words",
        [
            " ngày 31/02/2020",
            "; ngày 05/3/2020",
            "\n\nngày 05/3/2020",
            ". Ngày 05/3/2020",
            " trước ngày 05/3/2020",
            " và ngày 08/3/2020",
        ],
    )
    def test_no_date_of_the_act(self, words: str) -> None:
        (mention,) = find_references(f"Quyết định số 12/QĐ-UBND{words}")
        assert mention.reference.date is None

    def test_each_date_goes_to_one_act(self) -> None:
        text = "Pháp lệnh Dân số ngày 09/01/2003, Luật Trẻ em ngày 05/4/2016"
        assert found(text) == ["Pháp lệnh Dân số @2003-01-09", "Luật Trẻ em @2016-04-05"]


class TestIssuers:
    @pytest.mark.parametrize(
        ("words", "issuer"),
        [
            (" của Chính phủ quy định", "Chính phủ"),
            (" CỦA CHÍNH PHỦ VỀ", "CHÍNH PHỦ"),
            (" của\nThủ tướng\nChính phủ phê duyệt", "Thủ tướng Chính phủ"),
            (", của Bộ Y tế, các đơn vị", "Bộ Y tế"),
            (" của sở Nội vụ về", "sở Nội vụ"),
            (" của Ban Bí thư khóa XII về", "Ban Bí thư khóa XII"),
        ],
    )
    def test_as_written(self, words: str, issuer: str) -> None:
        (mention,) = find_references(f"theo Công văn số 12/UBND-VX ngày 05/3/2020{words}")
        assert mention.reference.issuer == issuer

    @pytest.mark.parametrize(
        "words", [" về việc", " của các đơn vị", "; của Chính phủ", "\n\ncủa Chính phủ", ". Của Chính phủ"]
    )
    def test_none(self, words: str) -> None:
        (mention,) = find_references(f"Công văn số 12/UBND-VX{words}")
        assert mention.reference.issuer is None

    def test_of_a_joint_act(self) -> None:
        text = "Thông tư liên tịch số 7/2013/TTLT-BYT-BTC của Bộ Y tế, Bộ Tài chính hướng dẫn"
        assert found(text) == ["Thông tư liên tịch 7/2013/TTLT-BYT-BTC ~Bộ Y tế, Bộ Tài chính"]

    @pytest.mark.parametrize(
        ("text", "references"),
        [
            (
                "các Quyết định số 2351/QĐ-TTg ngày 24/12/2010, số 1696/QĐ-TTg ngày 02/10/2015 của Thủ tướng Chính phủ",
                [
                    "Quyết định 2351/QĐ-TTg @2010-12-24 ~Thủ tướng Chính phủ",
                    "Quyết định 1696/QĐ-TTg @2015-10-02 ~Thủ tướng Chính phủ",
                ],
            ),
            (
                "các Quyết định của Thủ tướng Chính phủ: số 45/QĐ-TTg, số 46/QĐ-TTg và số 47/QĐ-TTg",
                [f"Quyết định {number}/QĐ-TTg ~Thủ tướng Chính phủ" for number in (45, 46, 47)],
            ),
            (
                "Kế hoạch số 1/KH-UBND và Kế hoạch số 2/KH-UBND của UBND huyện",
                ["Kế hoạch 1/KH-UBND ~UBND huyện", "Kế hoạch 2/KH-UBND ~UBND huyện"],
            ),
            (
                "Nghị định số 1/2020/NĐ-CP và Quyết định số 2/QĐ-TTg của Thủ tướng Chính phủ",
                ["Nghị định 1/2020/NĐ-CP", "Quyết định 2/QĐ-TTg ~Thủ tướng Chính phủ"],
            ),
            (
                "Kế hoạch số 1/KH-UBND; Kế hoạch số 2/KH-UBND của UBND huyện",
                ["Kế hoạch 1/KH-UBND", "Kế hoạch 2/KH-UBND ~UBND huyện"],
            ),
        ],
    )
    def test_shared_by_a_list(self, text: str, references: list[str]) -> None:
        assert found(text) == references

    def test_a_shared_issuer_is_said_to_be(self) -> None:
        text = "Kế hoạch số 1/KH-UBND, số 2/KH-UBND của UBND huyện"
        first, last = find_references(text)
        assert (first.shared, last.shared) == (("issuer",), ("type",))
        assert first.issuer_span == last.issuer_span
        assert first.whole.of(text) == "Kế hoạch số 1/KH-UBND"
        assert last.whole.of(text) == "số 2/KH-UBND của UBND huyện"

    @pytest.mark.parametrize(
        ("text", "reference"),
        [
            (
                "Nghị quyết của Hội đồng nhân dân tỉnh số 12/NQ-HĐND ngày 08/12/2020",
                "Nghị quyết 12/NQ-HĐND @2020-12-08 ~Hội đồng nhân dân tỉnh",
            ),
            ("Nghị định của Chính phủ số 70/2008/NĐ-CP", "Nghị định 70/2008/NĐ-CP ~Chính phủ"),
            ("Ý kiến của Chính phủ số 70/2008/NĐ-CP", "Nghị định 70/2008/NĐ-CP"),
        ],
    )
    def test_between_type_and_number(self, text: str, reference: str) -> None:
        assert found(text) == [reference]


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;", "về công tác văn thư"),
            ("Quyết định số 12/QĐ-UBND phê duyệt\nĐề án sữa học đường.", "phê duyệt Đề án sữa học đường"),
            ("Nghị định số 1/2008/NĐ-CP quy định A ngày 04/06/2008 của Chính phủ", "quy định A"),
            ("Nghị định số 30/2020/NĐ-CP quy định", None),
            ("Luật Trẻ em số 102/2016/QH13 quy định quyền trẻ em", None),
        ],
    )
    def test_as_written(self, text: str, title: str | None) -> None:
        (mention,) = find_references(text)
        assert mention.reference.title == title
        assert (mention.title_span is None) == (title is None)


class TestNotYetNumbered:
    @pytest.mark.parametrize(
        "words",
        ["Kế hoạch số /KH-SGDĐT", "Kế hoạch số      /KH-SGDĐT", "Kế hoạch số ……/KH-SGDĐT", "Kế hoạch số:..../KH-SGDĐT"],
    )
    def test_a_draft_leaves_the_number_blank(self, words: str) -> None:
        text = f"Ban hành kèm theo {words} ngày    tháng 4 năm 2021"
        (mention,) = find_references(text)
        assert short(mention.reference) == "Kế hoạch /KH-SGDĐT @2021-04"
        assert mention.span.of(text) == words

    @pytest.mark.parametrize("text", ["và /KH-SGDĐT", "Số:      /KH-SGDĐT", "Kế hoạch /KH-SGDĐT", "nam /Nữ"])
    def test_only_after_a_type_and_the_word_so(self, text: str) -> None:
        assert found(text) == []


class TestProvisions:
    @pytest.mark.parametrize(
        ("text", "provisions"),
        [
            ("Điều 12 của Luật Trẻ em", ["Điều 12"]),
            ("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", ["điểm a khoản 2 Điều 5"]),
            ("các Điều 8, 9 và 30 của Luật Trẻ em", ["Điều 8", "Điều 9", "Điều 30"]),
            ("Phụ lục III kèm theo Thông tư số 27/2020/TT-BGDĐT", ["Phụ lục III"]),
            ("khoản 1; Điều 5 Luật Trẻ em", ["Điều 5"]),
            ("Điều 5; Luật Trẻ em", []),
            ("Điều 5\n\nLuật Trẻ em", []),
            ("Điều 5. Luật Trẻ em", []),
            ("khoản 3 (trừ điểm a) Điều 5 Luật Trẻ em", []),
        ],
    )
    def test_before_the_act(self, text: str, provisions: list[str]) -> None:
        (mention,) = find_references(text)
        assert list(map(str, mention.reference.provisions)) == provisions


class TestNamedActs:
    @pytest.mark.parametrize(
        ("text", "references"),
        [
            ("Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016", ["Luật Trẻ em 102/2016/QH13 @2016-04-05"]),
            ("Luật Trẻ em 102/2016/QH13", ["Luật Trẻ em 102/2016/QH13"]),
            ("Luật Trẻ em (số 102/2016/QH13)", ["Luật Trẻ em 102/2016/QH13"]),
            ("Luật Trẻ em ngày 05 tháng 4 năm 2016 của Quốc hội", ["Luật Trẻ em @2016-04-05 ~Quốc hội"]),
            ("Luật Trẻ em của Quốc hội", ["Luật Trẻ em"]),
            ("Luật Trẻ em, Luật Giáo dục; Hiến pháp năm 2013", ["Luật Trẻ em", "Luật Giáo dục", "Hiến pháp 2013"]),
        ],
    )
    def test_with_number_and_date(self, text: str, references: list[str]) -> None:
        assert found(text) == references

    def test_a_number_after_the_name_is_not_found_twice(self) -> None:
        text = "Pháp lệnh Ưu đãi người có công với cách mạng số 26/2005/PL-UBTVQH11 và Kế hoạch số 5/KH-UBND"
        assert found(text) == ["Pháp lệnh Ưu đãi người có công với cách mạng 26/2005/PL-UBTVQH11", "Kế hoạch 5/KH-UBND"]


class TestNoReference:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Số: 15/KH-THCS",
            "Số 05-NQ/ĐU",
            "|Số: 34/KH-SYT|",
            "UBND TỈNH BẮC NINH   Số: 99/KH-UBND",
            "Số:     /BC-UBND",
            "Kế hoạch này; Quyết định này; Nghị quyết nêu trên",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",
            "Chương trình 135; Nghị quyết 30a",
            "tỷ lệ 24/100, 3/4 số học sinh, 12/15 trường; 5/5 tiêu chí",
            "45 HS/15 lớp; 30 HS/GV; 1,5 GV/lớp; 100 HS/lớp",
            "theo mẫu số C74-HĐ/LĐTBXH, Mẫu 02/NTM, biểu số 04/BC-TH",
            "TCVN 14423:2025; QCVN 02:2009/BXD; TCVN 5945-2005",
            "1.500.000.000 đồng/năm; 25.000đ/suất",
            "điện thoại 024.3869.5144; 0912-345-678; biển số 29A-123.45",
            "1/ MỤC ĐÍCH; 2/ YÊU CẦU; 3- NỘI DUNG",
            "ngày 8/3, 20/10 và 15/12; quý I/2024; năm học 2024-2025",
            "số 25/KP3; số 10/12 Nguyễn Huệ; lớp 10A1; Tiểu dự án 2/Dự án 5",
            "từ năm 2021 - UBND tỉnh; Kế hoạch 2021-UBND",
            "hồ sơ A12/KH-UBND; 5.12/KH-UBND-1",
        ],
    )
    def test_other_numbers(self, text: str) -> None:
        assert [one for one in found(text) if "5.12" not in one] == []


class TestWrapping:
    def test_hard_wrapped_lines(self) -> None:
        text = "Căn cứ Quyết\nđịnh số\n2232/QĐ-TTg ngày\n28/12/2020 của Thủ\ntướng Chính phủ"
        assert found(text) == ["Quyết định 2232/QĐ-TTg @2020-12-28 ~Thủ tướng Chính phủ"]

    def test_a_symbol_broken_at_its_hyphen_by_a_page(self) -> None:
        assert found("Nghị quyết số 10-\n\nNQ/TW ngày 10/02/2022") == ["Nghị quyết 10-NQ/TW @2022-02-10"]

    @pytest.mark.parametrize(
        "text", ["Nghị quyết\n\nsố 10 NQ/TW", "Nghị quyết số\n\n10 NQ/TW", "Nghị quyết số 10\n\nNQ/TW"]
    )
    def test_nothing_else_crosses_a_blank_line(self, text: str) -> None:
        assert found(text) == []


class TestPlaces:
    TEXT = (
        "Căn cứ **Luật Trẻ em**\u00a0năm\u00a02016; điểm a khoản 2 Điều 5 *Nghị định số* 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;\r\n"
        "Kế hoạch số 12/KH-UBND của UBND tỉnh Hoà Bình"
    )

    def test_spans_slice_back(self) -> None:
        law, decree, plan = find_references(self.TEXT)
        assert law.span.of(self.TEXT) == "Luật Trẻ em**\u00a0năm\u00a02016"
        assert decree.span.of(self.TEXT) == "Nghị định số* 30/2020/NĐ-CP"
        assert decree.provisions_span is not None
        assert decree.provisions_span.of(self.TEXT) == "điểm a khoản 2 Điều 5"
        assert decree.date_span is not None
        assert decree.date_span.of(self.TEXT) == "ngày 05/3/2020"
        assert plan.issuer_span is not None
        assert plan.issuer_span.of(self.TEXT) == "UBND tỉnh Hoà Bình"

    def test_every_part_has_its_place(self) -> None:
        text = (
            "khoản 2 Điều 5\nNghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về văn thư và Luật Trẻ em năm 2016"
        )
        decree, law = find_references(text)
        places = (
            decree.type_span, decree.symbol_span, decree.date_span, decree.issuer_span, decree.title_span,
            decree.provisions_span, law.type_span, law.name_span,
        )  # fmt: skip
        assert [place.of(text) if place else None for place in places] == [
            "Nghị định", "30/2020/NĐ-CP", "ngày 05/3/2020", "Chính phủ", "về văn thư và Luật Trẻ em năm 2016", "khoản 2 Điều 5",
            "Luật", "Luật Trẻ em",
        ]  # fmt: skip
        assert decree.name_span is law.symbol_span is None

    def test_the_whole_takes_in_every_part(self) -> None:
        decree = find_references(self.TEXT)[1]
        assert decree.whole.of(self.TEXT).startswith("điểm a")
        assert decree.whole.of(self.TEXT).endswith("Chính phủ")

    def test_composed_and_decomposed_text_give_equal_references(self) -> None:
        composed = find_references(self.TEXT)
        decomposed = find_references(unicodedata.normalize("NFD", self.TEXT))
        assert [mention.reference for mention in composed] == [mention.reference for mention in decomposed]
        spans = [mention.span.of(unicodedata.normalize("NFD", self.TEXT)) for mention in decomposed]
        assert [unicodedata.normalize("NFC", words) for words in spans] == [m.span.of(self.TEXT) for m in composed]

    def test_a_symbol_says_what_folding_mended(self) -> None:
        text = "Quyết định số 12/Q\u00d0\u2011UBND"
        (mention,) = find_references(text)
        symbol = mention.reference.symbol
        assert symbol is not None
        assert (symbol.raw, symbol.canonical) == ("12/Q\u00d0\u2011UBND", "12/QĐ-UBND")
        assert "eth-for-d" in symbol.repairs

    def test_a_part_of_a_text_may_be_scanned(self) -> None:
        folded = fold("Kế hoạch số 1/KH-UBND; Kế hoạch số 2/KH-UBND; Kế hoạch số 3/KH-UBND")
        (mention,) = scan_references(folded, 23, 45)
        assert short(mention.reference) == "Kế hoạch 2/KH-UBND"

"""What stands beside a number: dates after it, issuers after it and before it."""

import pytest

from vstbpn.references.finding.scanning import find_references
from vstbpn.references.finding.surroundings import bears_initials, date_after, issuer_after
from vstbpn.references.symbols.symbol import DocumentSymbol


def issuer(text: str) -> str | None:
    """The issuer of the one act a text cites."""
    (mention,) = find_references(text)
    place = mention.issuer_span
    assert (place is None) == (mention.reference.issuer is None)
    if place is not None:
        assert " ".join(place.of(text).split()) == mention.reference.issuer
    return mention.reference.issuer


class TestDateAfter:
    @pytest.mark.parametrize(
        ("words", "date"),
        [
            (" ngày 05/3/2020 của", "2020-03-05"),
            (", ngày 05 tháng 3 năm 2020", "2020-03-05"),
            ("\nngày 05\ntháng 3 năm 2020", "2020-03-05"),
            (" ban hành ngày 5.3.2020", "2020-03-05"),
            (" năm 2020", "2020"),
            (" ngày 05/3/20201", None),
            (" ngày 31/02/2020", None),
            (" trước ngày 05/3/2020", None),
        ],
    )
    def test_every_wording(self, words: str, date: str | None) -> None:
        found = date_after(words, 0, len(words), None)
        assert (str(found.date) if found and found.date else None) == date

    def test_its_place(self) -> None:
        text = ", ngày 05/3/2020 của"
        found = date_after(text, 0, len(text), None)
        assert found is not None
        assert text[found.start : found.end] == "ngày 05/3/2020"


class TestDatesThatCannotBeRead:
    @pytest.mark.parametrize(
        ("words", "date"),
        [
            (" ngày …/5/2021", "2021-05"),
            (" ngày     /5/2021", "2021-05"),
            (" ngày …/…/2023", None),
            (" ngày 31/4/2021", None),
            (" ngày 01/13/2021", None),
            (" ngày …/15/2021", None),
            (" ngày 02 tháng 11", None),
            (" ngày24/6/2021", "2021-06-24"),
            (" (ngày 18/10/2018)", "2018-10-18"),
            (" (08/12/2020)", "2020-12-08"),
            (", 08/12/2020", "2020-12-08"),
            (" ra ngày 05/3/2020", "2020-03-05"),
        ],
    )
    def test_what_follows_is_read_all_the_same(self, words: str, date: str | None) -> None:
        (mention,) = find_references(f"theo Quyết định số 12/QĐ-UBND{words} của UBND tỉnh Yên Bái về văn thư;")
        reference = mention.reference
        assert (str(reference.date) if reference.date else None) == date
        assert (reference.issuer, reference.title) == ("UBND tỉnh Yên Bái", "về văn thư")

    def test_a_day_of_effect_is_none_of_issue(self) -> None:
        text = "Thông tư số 5/2019/TT-BTC quy định mức chi có hiệu lực từ ngày 01/8/2019 của Bộ Tài chính"
        (mention,) = find_references(text)
        assert mention.reference.date is None

    def test_the_date_of_another_act_is_left_to_it(self) -> None:
        text = "Nghị định số 3/2000/NĐ-CP quy định A, Thông tư số 181/2000/TT-BTC ngày 05/3/2000 của Bộ Tài chính"
        decree, circular = find_references(text)
        assert decree.reference.date is None
        assert str(circular.reference.date) == "2000-03-05"


class TestIssuerAfter:
    @pytest.mark.parametrize(
        ("words", "body"),
        [(" do UBND tỉnh Long An ban hành", "UBND tỉnh Long An"), (" do UBND tỉnh Long An quản lý", None)],
    )
    def test_by_whom_it_was_issued(self, words: str, body: str | None) -> None:
        assert issuer(f"theo Quyết định số 12/QĐ-UBND{words}") == body

    def test_only_after_cua(self) -> None:
        assert issuer_after(" của Chính phủ về", 0, 17, joint=False) == (5, 14)
        assert issuer_after(" Chính phủ về", 0, 13, joint=False) is None
        assert issuer_after(" của các đơn vị", 0, 15, joint=False) is None


class TestIssuerBefore:
    @pytest.mark.parametrize(
        ("text", "body"),
        [
            ("hướng dẫn của Bộ Nội vụ tại Công văn số 8935/BNV-CTTN&BĐG", "Bộ Nội vụ"),
            ("theo chỉ đạo của Thường trực Tỉnh ủy tại Thông báo số 15-TB/TU", "Thường trực Tỉnh ủy"),
            ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV", "Giám đốc Sở Nội vụ"),
            ("UBND tỉnh ban hành Kế hoạch số 45/KH-UBND", "UBND tỉnh"),
            ("Ngày 12/3/2025, UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND", "UBND tỉnh"),
            ("Sở Giáo dục và Đào tạo có Công văn số 12/SGDĐT-VP", "Sở Giáo dục và Đào tạo"),
            ("- Sở Nội vụ hướng dẫn tại Công văn số 12/SNV-VP", "Sở Nội vụ"),
            ("Ban Bí thư đã ban hành Chỉ thị số 21-CT/TW", "Ban Bí thư"),
            ("Thủ tướng Chính phủ ký ban hành Quyết định số 2351/QĐ-TTg", "Thủ tướng Chính phủ"),
            ("Tỉnh ủy An Giang ban hành Chỉ thị số 22-CT/TU", "Tỉnh ủy An Giang"),
            ("yêu cầu của Ủy ban nhân dân\nhuyện tại\nCông văn số 7/UBND-VX", "Ủy ban nhân dân huyện"),
            ("theo đề nghị của Sở Nội vụ (Tờ trình số 12/TTr-SNV)", "Sở Nội vụ"),
            ("đề nghị của Sở Nội vụ, tại Tờ trình số 12/TTr-SNV", "Sở Nội vụ"),
            ("được Chủ tịch UBND huyện phê duyệt tại Quyết định số 5/QĐ-UBND", "Chủ tịch UBND huyện"),
            ("Phòng Nội vụ tham mưu UBND huyện ban hành Kế hoạch số 5/KH-UBND", "UBND huyện"),
            ("Quốc hội đã thông qua Nghị quyết số 71/2025/QH15", "Quốc hội"),
            ("Căn cứ các văn bản của Sở Nội vụ: Công văn số 12/SNV-VP", "Sở Nội vụ"),
            ("theo hướng dẫn của sở Nội vụ tại Công văn số 12/SNV-VP", "sở Nội vụ"),
        ],
    )
    def test_who_asks_guides_reports_or_issues(self, text: str, body: str) -> None:
        assert issuer(text) == body

    @pytest.mark.parametrize(
        "text",
        [
            "nhiệm vụ của Sở Nội vụ tại Quyết định số 12/QĐ-UBND",
            "trách nhiệm của Phòng Giáo dục và Đào tạo theo Kế hoạch số 5/KH-UBND",
            "Sở Nội vụ thực hiện Quyết định số 12/QĐ-UBND",
            "các đơn vị theo Công văn số 12/SNV-VP",
            "của Bộ Nội vụ; tại Công văn số 12/BNV-VP",
            "của Bộ Nội vụ\n\ntại Công văn số 12/BNV-VP",
            "Bộ Nội vụ. Tại Công văn số 12/BNV-VP",
        ],
    )
    def test_another_body_is_none(self, text: str) -> None:
        assert issuer(text) is None

    def test_the_one_after_the_act_comes_first(self) -> None:
        assert issuer("UBND tỉnh ban hành theo Công văn số 12/SNV-VP của Sở Nội vụ") == "Sở Nội vụ"


class TestInitials:
    @pytest.mark.parametrize(
        ("body", "symbol"),
        [
            ("UBND tỉnh", "45/KH-UBND"),
            ("Ủy ban nhân dân tỉnh An Giang", "45/KH-UBND"),
            ("Bộ Giáo dục và Đào tạo", "12/QĐ-BGDĐT"),
            ("Giám đốc Sở Lao động - Thương binh và Xã hội", "4965/LĐTBXH-KH"),
            ("Thành ủy Hà Nội", "22-CT/TU"),
            ("Bộ Chính trị", "05-CT/TW"),
            ("Thủ tướng Chính phủ", "2351/QĐ-TTg"),
        ],
    )
    def test_of_the_issuer(self, body: str, symbol: str) -> None:
        assert bears_initials(body, DocumentSymbol.parse(symbol))

    @pytest.mark.parametrize(("body", "symbol"), [("Sở Nội vụ", "12/QĐ-UBND"), ("Chính phủ", "5/QĐ")])
    def test_of_another(self, body: str, symbol: str) -> None:
        assert not bears_initials(body, DocumentSymbol.parse(symbol))

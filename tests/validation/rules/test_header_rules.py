"""The rules of the header as a whole: what is missing, what stands in the wrong place, what the title says."""

import unicodedata

import pytest

from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage, Span

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
ISSUER = "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\n"
NUMBER = "Số: 15/KH-SYT\n\n"
DAY = "Hưng Yên, ngày 05 tháng 3 năm 2026\n\n"
TITLE = "Công tác nữ công năm 2026\n\n"
BODY = "Căn cứ Luật Bình đẳng giới;\n\nI. MỤC ĐÍCH\n"
WHOLE = f"{ISSUER}{NATIONAL}{NUMBER}{DAY}KẾ HOẠCH\n{TITLE}{BODY}"


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in the documents of a text, plans or not."""
    rules = DEFAULT_RULES.select(code)
    plans = read(text).documents
    return tuple(finding for plan in plans for finding in check(plan, rules=rules, source=text).findings)


class TestWhatIsMissing:
    """STR004, STR005, STR011: number, date, issuer."""

    def test_a_whole_header_lacks_nothing(self) -> None:
        for code in ("STR004", "STR005", "STR011"):
            assert not found(WHOLE, code)

    def test_a_draft_has_no_number(self) -> None:
        (finding,) = found(WHOLE.replace("15/", "     /"), "STR004")
        assert finding.severity.value == "warning"

    @pytest.mark.parametrize("number", ["12A", "12a", "12 B", "05Đ"])
    def test_a_number_put_in_between_two_others_is_one(self, number: str) -> None:
        assert not found(WHOLE.replace("15/", f"{number}/"), "STR004")

    def test_a_draft_has_no_day(self) -> None:
        assert found(WHOLE.replace("ngày 05", "ngày      "), "STR005")

    def test_a_date_without_comma_is_a_date(self) -> None:
        assert not found(WHOLE.replace("Yên, ngày", "Yên ngày"), "STR005")

    def test_a_date_in_figures_without_ngay_is_a_date(self) -> None:
        assert not found(WHOLE.replace("ngày 05 tháng 3 năm 2026", "05/3/2026"), "STR005")

    def test_what_was_issued_with_a_decision_has_none(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n(Kèm theo Quyết định số 12/QĐ-SYT ngày 05/3/2026 của Sở Y tế)\n\nI. MỤC ĐÍCH\n"
        for code in ("STR004", "STR005", "STR011", "STR012", "STR014", "STR023"):
            assert not found(text, code)


class TestOutOfOrder:
    """STR014: number and date below the type; whatever a table makes of two columns, they stand above it."""

    @pytest.mark.parametrize("kind", ["KẾ HOẠCH\n", "**KẾ HOẠCH**\n\n", "## KẾ HOẠCH\n"])
    def test_the_number_below_the_type(self, kind: str) -> None:
        text = f"{ISSUER}{NATIONAL}{DAY}{kind}Số: 15/KH-SYT\n{TITLE}{BODY}"
        (finding,) = found(text, "STR014")
        assert finding.span is not None
        assert finding.span.of(text) == "Số: 15/KH-SYT"
        assert finding.pointer == "/header/symbol"
        assert not found(text, "STR004")

    def test_the_date_below_the_title(self) -> None:
        text = WHOLE.replace(DAY, "").replace(TITLE, f"{TITLE.strip()}\nHưng Yên, ngày 05 tháng 3 năm 2026\n\n")
        (finding,) = found(text, "STR014")
        assert finding.span is not None
        assert finding.span.of(text) == "Hưng Yên, ngày 05 tháng 3 năm 2026"
        assert finding.variant == "date"
        assert not found(text, "STR005")

    def test_in_decomposed_letters(self) -> None:
        text = unicodedata.normalize("NFD", f"{ISSUER}{NATIONAL}{DAY}KẾ HOẠCH\nSố: 15/KH-SYT\n{TITLE}{BODY}")
        (finding,) = found(text, "STR014")
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "Số: 15/KH-SYT"

    @pytest.mark.parametrize(
        "head",
        [
            ISSUER + NUMBER + NATIONAL + DAY,
            NATIONAL + DAY + ISSUER + NUMBER,
            NATIONAL + ISSUER + DAY + NUMBER,
            (
                "| UBND TỈNH HƯNG YÊN SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n"
                "|---|---|\n| Số: 15/KH-SYT | Hưng Yên, ngày 05 tháng 3 năm 2026 |\n\n"
            ),
        ],
    )
    def test_columns_in_any_order_are_no_fault(self, head: str) -> None:
        assert not found(f"{head}KẾ HOẠCH\n{TITLE}{BODY}", "STR014")

    @pytest.mark.parametrize(
        "below",
        [
            # What a title cites, wrapped at the line's end.
            "Thực hiện Chỉ thị\nsố 27/CT-TTg ngày 15/8/2024 của Thủ tướng Chính phủ\n\n",
            "Triển khai Nghị quyết\nSố 28/NQ-CP của Chính phủ\n\n",
            # A cover, and the header below it.
            f"Công tác năm 2026\nHưng Yên, ngày 05 tháng 3 năm 2026\n{NATIONAL}",
            # A basis.
            "Công tác năm 2026\n\nCăn cứ Kế hoạch\nSố: 12/KH-UBND\n",
        ],
    )
    def test_other_numbers_and_days_are_no_fault(self, below: str) -> None:
        assert not found(f"KẾ HOẠCH\n{below}{BODY}", "STR014")

    def test_the_day_of_an_event_is_no_fault(self) -> None:
        text = f"{ISSUER}{NATIONAL}Số: 15/CTr-SYT\n\nCHƯƠNG TRÌNH\nHội nghị nữ công\nHưng Yên, ngày 05 tháng 3 năm 2026\n\n{BODY}"
        assert not found(text, "STR014")

    def test_before_the_decree_it_is_not_told(self) -> None:
        text = f"{ISSUER}{NATIONAL}{DAY}KẾ HOẠCH\nSố: 15/KH-SYT\n{TITLE}{BODY}".replace("2026", "2018")
        assert not found(text, "STR014")


class TestNoTitle:
    """STR023: the body begins right under the type."""

    @pytest.mark.parametrize("body", [BODY, "I. MỤC ĐÍCH\n", "1. Mục đích\n", "Phần I\nMỤC ĐÍCH\n"])
    def test_the_body_right_under_the_type(self, body: str) -> None:
        text = f"{ISSUER}{NATIONAL}{NUMBER}{DAY}KẾ HOẠCH\n\n{body}"
        (finding,) = found(text, "STR023")
        assert finding.span is not None
        assert finding.span.of(text) == "KẾ HOẠCH"

    @pytest.mark.parametrize(
        "title",
        [
            TITLE,
            "Thực hiện Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ\n\n",
            "Triển khai thực hiện Kế hoạch số 24/KH-UBND về công tác phụ nữ;\n\n",
            "**Về công tác nữ công**\n\n",
            "-------\nVề công tác nữ công\n",
        ],
    )
    def test_a_title_of_any_wording(self, title: str) -> None:
        assert not found(f"{ISSUER}{NATIONAL}{NUMBER}{DAY}KẾ HOẠCH\n{title}{BODY}", "STR023")

    def test_a_heading_inside_a_text_needs_none(self) -> None:
        assert not found("Phòng Hành chính tham mưu.\n\nKẾ HOẠCH\n\nI. MỤC ĐÍCH\n", "STR023")

    def test_types_that_need_none(self) -> None:
        assert not found(f"{ISSUER}{NATIONAL}{NUMBER}{DAY}GIẤY MỜI\n\nKính gửi: Phòng Y tế\n", "STR023")


class TestYearThatIsOver:
    """STR024: the work of a year is planned when the year was over."""

    @pytest.mark.parametrize(
        "title",
        [
            "Công tác nữ công năm 2025",
            "Thực hiện công tác bình đẳng giới năm 2025",
            "Hoạt động vì sự tiến bộ của phụ nữ năm 2025",
            "VỀ CÔNG TÁC NỮ CÔNG NĂM 2025",
        ],
    )
    def test_last_years_work(self, title: str) -> None:
        text = WHOLE.replace(TITLE.strip(), title)
        (finding,) = found(text, "STR024")
        assert finding.span is not None
        assert finding.span.of(text) == "2025"
        assert finding.args == (("year", "2025"), ("issued", "2026"))

    @pytest.mark.parametrize(
        "title",
        [
            "Công tác nữ công năm 2026",
            "Công tác nữ công năm 2027",
            "Tổng kết công tác nữ công năm 2025",
            "Tổ chức hội nghị sơ kết công tác năm 2025",
            "Triển khai thi hành Luật Thanh niên năm 2020",
            "Công tác khắc phục tồn tại theo kết luận kiểm tra năm 2025",
            "Công tác nữ công năm học 2025 - 2026",
            "Công tác nữ công giai đoạn 2021 - 2025",
            "Công tác nữ công từ năm 2024 đến năm 2025",
            "Công tác nữ công",
            "Phát huy kết quả Tháng hành động năm 2025",
        ],
    )
    def test_what_may_come_later(self, title: str) -> None:
        assert not found(WHOLE.replace(TITLE.strip(), title), "STR024")

    def test_only_of_what_plans(self) -> None:
        text = WHOLE.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace("năm 2026\n\nCăn", "năm 2025\n\nCăn")
        assert not found(text, "STR024")

    def test_a_plan_without_its_source(self) -> None:
        header = Header(
            type="Kế hoạch",
            title=Passage(text="Công tác nữ công năm 2020"),
            date=PartialDate(year=2021, month=1, day=5),
        )
        (finding,) = check(Plan(header=header), rules=DEFAULT_RULES.select("STR024")).findings
        assert finding.span is None


class TestOddPlans:
    """Plans made by hand whose places are not those of the text."""

    @pytest.mark.parametrize("place", [Span(0, 0), Span(3, 9), Span(900, 950)])
    @pytest.mark.parametrize("whole", [Span(0, 60), Span(40, 41), Span(800, 999)])
    def test_no_rule_breaks_down(self, place: Span, whole: Span) -> None:
        header = Header(
            type="Kế hoạch",
            title=Passage(text="Công tác năm 2020", span=place),
            issuer=Passage(text="SỞ Y TẾ", span=place),
            symbol=DocumentSymbol.parse("5/KH - SNV"),
            place=Passage(text="Hưng yên", span=place),
            date=PartialDate(year=2026, month=3, day=5),
            symbol_span=place,
            date_span=place,
            type_span=place,
            span=whole,
        )
        for source in (None, "", WHOLE):
            report = check(Plan(header=header, span=whole), rules=DEFAULT_RULES.select("STR0"), source=source)
            assert "DOC099" not in {finding.code for finding in report}


class TestNamesUpsideDown:
    """The body above the issuer is written first."""

    HEAD = "{}\n{}\nSố: 48/KH-SNV\nAn Giang, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nThực hiện công tác gia đình\n"

    def test_what_violates_it(self) -> None:
        text = self.HEAD.format("SỞ NỘI VỤ", "UBND TỈNH AN GIANG")
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("STR014", "STR019")).findings
        assert (finding.code, finding.variant) == ("STR014", "superior")
        assert finding.span is not None
        assert finding.span.of(text) == "SỞ NỘI VỤ\nUBND TỈNH AN GIANG"

    def test_what_conforms(self) -> None:
        text = self.HEAD.format("UBND TỈNH AN GIANG", "SỞ NỘI VỤ")
        assert not check(read(text), rules=DEFAULT_RULES.select("STR014", "STR019")).findings

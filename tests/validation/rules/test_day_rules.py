"""The rules of days and deadlines (CAL), each with what violates it and what conforms."""

import datetime
import unicodedata
from collections.abc import Callable

import pytest

from growth import assert_linear
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.mentions.occasion import ObservanceMention
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage
from vstbpn.vocabulary import LANGUAGES, Relation, Severity

HEAD = """SỞ Y TẾ

Số: 12/KH-SYT

An Giang, ngày 02 tháng 3 năm {year}

KẾ HOẠCH
Công tác bình đẳng giới {title}

I. {section}

"""


def plan(*lines: str, year: int = 2026, title: str | None = None, section: str = "TỔ CHỨC THỰC HIỆN") -> str:
    head = HEAD.format(year=year, title=f"năm {year}" if title is None else title, section=section)
    return head + "\n".join(lines) + "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"


def found(text: str, code: str, calendar: WorkCalendar | None = None) -> tuple[Finding, ...]:
    findings = check(read(text), rules=DEFAULT_RULES.select(code), calendar=calendar).findings
    for finding in findings:
        for language in LANGUAGES:
            for words in (finding.message(language), finding.remedy(language), finding.title(language)):
                assert words
                assert "{" not in words
    return findings


def words_of(text: str, code: str) -> list[str]:
    return [finding.span.of(text) for finding in found(text, code) if finding.span is not None]


class TestImpossibleDayAnywhere:
    """CAL002: any date written in full, though it is no deadline."""

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("- Mít tinh ngày 31/6/2026 tại trụ sở.", "31/6/2026"),
            ("- Mít tinh ngày 31 tháng 6 năm 2026 tại trụ sở.", "31 tháng 6 năm 2026"),
            ("- Hội nghị ngày 12/13/2026.", "12/13/2026"),
            ("- Hội nghị ngày 05 tháng 13 năm 2026.", "05 tháng 13 năm 2026"),
            ("- Khai mạc ngày 29/02/2026.", "29/02/2026"),
            ("- Bế mạc ngày 30-02-2026.", "30-02-2026"),
        ],
    )
    def test_what_violates_it(self, line: str, words: str) -> None:
        assert words_of(plan(line), "CAL002") == [words]

    @pytest.mark.parametrize(
        "line",
        [
            "- Mít tinh ngày 30/6/2026; khai mạc ngày 29/02/2028.",
            "- Văn bản số 31/11/2026-VP; điện thoại 0296.31/4/2026.",
            "- Tỷ lệ 45/31/2026.",
            "- Đợt 30-02-2026.",
            "- Tài khoản 3713.31/2.1234.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL002") == ()

    @pytest.mark.parametrize(
        ("day", "other"), [("31/6/2025", "31/9/2026"), ("31 tháng 6 năm 2025", "30 tháng 02 năm 2026")]
    )
    def test_the_date_of_an_act_has_a_rule_of_its_own(self, day: str, other: str) -> None:
        line = f"- Thực hiện Kế hoạch số 15/KH-UBND ngày {day} của Ủy ban nhân dân tỉnh, hội nghị ngày {other}."
        assert words_of(plan(line), "CAL002") == [other]
        assert [words.removeprefix("ngày ") for words in words_of(plan(line), "REF021")] == [day]

    def test_an_act_beside_the_date_of_something_else(self) -> None:
        line = "- Hội nghị ngày 31/6/2026 theo Kế hoạch số 15/KH-UBND ngày 30/6/2025 của Ủy ban nhân dân tỉnh."
        assert words_of(plan(line), "CAL002") == ["31/6/2026"]
        assert words_of(plan(line), "REF021") == []

    @pytest.mark.parametrize(
        "line",
        ["- Họp ngày 31/6/2026; ", "- Kế hoạch số 15/KH-UBND ngày 31/6/2025 của Sở; ", "- Gửi trước ngày 31/6/2026; "],
    )
    def test_time_is_linear_in_their_number(self, line: str) -> None:
        def prepare(many: int) -> Callable[[], object]:
            reading = read(plan(line * many))
            return lambda: check(reading, rules=DEFAULT_RULES.select("CAL002"))

        assert_linear(prepare, 500, 2000)

    def test_a_deadline_is_told_once(self) -> None:
        (finding,) = found(plan("- Gửi báo cáo trước ngày 31/6/2026."), "CAL002")
        assert finding.pointer == "/deadlines/0"

    def test_letters_with_marks_apart(self) -> None:
        text = unicodedata.normalize("NFD", plan("- Mít tinh ngày 31 tháng 6 năm 2026."))
        (finding,) = found(text, "CAL002")
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "31 tháng 6 năm 2026"


class TestOverWhenIssued:
    """CAL004: a deadline was over before the plan was issued."""

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("- Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2025.", "trước ngày 15/12/2025"),
            ("- Hoàn thành việc kiện toàn chậm nhất ngày 28/02/2026.", "chậm nhất ngày 28/02/2026"),
            ("- Xây dựng kế hoạch trước tháng 01/2026.", "trước tháng 01/2026"),
        ],
    )
    def test_what_violates_it(self, line: str, words: str) -> None:
        text = plan(line)
        (finding,) = found(text, "CAL004")
        assert finding.severity is Severity.WARNING
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert finding.message("vi") == f"“{words}” đã qua khi kế hoạch được ban hành ngày 02/3/2026"

    @pytest.mark.parametrize(
        "line",
        [
            "- Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2026.",
            "- Gửi kế hoạch ngay trong ngày, chậm nhất ngày 02/3/2026.",
            "- Các đơn vị đã gửi báo cáo trước ngày 15/12/2025.",
            "- Hỗ trợ người hoạt động cách mạng trước ngày 01/01/1945.",
            "- Báo cáo danh sách cán bộ nghỉ hưu trước ngày 01/01/2026.",
            "- Tổng hợp số liệu tính đến hết ngày 31/12/2025.",
            "- Gửi báo cáo trước ngày 15/01 hằng năm.",
            "- Tổ chức kỷ niệm 95 năm Ngày thành lập Hội trước ngày 20/10/2025.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL004") == ()

    @pytest.mark.parametrize(
        "line",
        [
            "- Theo Kế hoạch số 15/KH-UBND ngày 05/01/2025 của UBND tỉnh, các đơn vị phải hoàn thành rà soát trước ngày 30/11/2025.",
            "- Theo Công văn năm 2025 của Sở, các đơn vị gửi báo cáo trước ngày 15/12/2025.",
            "- Tại Kế hoạch năm 2025, Sở yêu cầu: “Các đơn vị gửi báo cáo trước ngày 15/12/2025”.",
            '- Sở nhắc lại: "Báo cáo năm gửi trước ngày 20/12/2025" để các đơn vị rút kinh nghiệm.',
            "- Các đơn vị gửi báo cáo trước ngày 15/12/2025; đến nay còn 03 đơn vị chưa gửi.",
            "- Các đơn vị chưa gửi báo cáo năm 2025 (hạn cuối ngày 10/12/2025) khẩn trương gửi trước ngày 20/4/2026.",
            "- Kiểm điểm đơn vị báo cáo chậm so với thời hạn trước ngày 15/12/2025.",
            "- Trên cơ sở báo cáo các đơn vị gửi trước ngày 20/01/2026, Văn phòng Sở tổng hợp trình Giám đốc.",
            "- Các đơn vị thành lập trước ngày 01/01/2026 báo cáo theo mẫu 1.",
            "- Hồ sơ đăng ký (nộp trước ngày 01/01/2026) được xét theo quy định cũ.",
            "- Các công trình khởi công trước ngày 01/01/2026 tiếp tục thực hiện theo thiết kế được duyệt.",
            "- Các đơn vị rà soát quy chế ban hành trước ngày 01/7/2025 để sửa đổi.",
            "- Nhân viên nộp hồ sơ trước ngày 31/12/2025 được hưởng chế độ theo quy định cũ.",
        ],
    )
    def test_what_is_only_told_of(self, line: str) -> None:
        assert found(plan(line), "CAL004") == ()
        assert found(unicodedata.normalize("NFD", plan(line)), "CAL004") == ()

    @pytest.mark.parametrize(
        "line",
        [
            "- Theo Kế hoạch số 15/KH-UBND ngày 05/01/2026 của UBND tỉnh, các đơn vị gửi báo cáo trước ngày 15/12/2025.",
            "- Theo Kế hoạch này, các đơn vị gửi báo cáo trước ngày 15/12/2025.",
            "- Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2025, các đơn vị gửi báo cáo trước ngày 15/12/2025.",
            "- Thực hiện “Năm phụ nữ”, các đơn vị gửi báo cáo trước ngày 15/12/2025.",
            "- Căn cứ Kế hoạch này, các đơn vị gửi báo cáo trước ngày 15/12/2025, Văn phòng tổng hợp.",
            "- Các đơn vị chưa kiện toàn hoàn thành trước ngày 20/12/2025.",
            "- Các đơn vị thành lập Ban Vì sự tiến bộ của phụ nữ trước ngày 15/12/2025.",
            "- Kế hoạch của các đơn vị ban hành trước ngày 15/12/2025.",
            "- Các đơn vị xây dựng kế hoạch gửi Sở trước ngày 15/12/2025 để tổng hợp.",
        ],
    )
    def test_what_is_an_order_all_the_same(self, line: str) -> None:
        assert found(plan(line), "CAL004") != ()

    def test_a_part_that_looks_back(self) -> None:
        line = "- Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2025."
        assert found(plan(line, section="ĐÁNH GIÁ TÌNH HÌNH NĂM 2025"), "CAL004") == ()
        assert found(plan(line, section="ĐÁNH GIÁ VÀ BÁO CÁO"), "CAL004") != ()

    def test_a_draft_without_its_day(self) -> None:
        text = plan("- Gửi báo cáo về Sở trước ngày 15/02/2026.").replace("ngày 02 tháng 3", "ngày     tháng 3")
        (finding,) = found(text, "CAL004")
        assert finding.variant == "undated"
        assert "01/3/2026" in finding.message("vi")

    def test_a_plan_without_a_date(self) -> None:
        made = Plan(
            header=Header(type="Kế hoạch", title=Passage(text="Công tác năm 2026")),
            deadlines=(Deadline(due=PartialDate.parse("2025-06-15"), relation=Relation.BEFORE, what="Gửi báo cáo"),),
        )
        assert check(made, rules=DEFAULT_RULES.select("CAL004")).findings == ()


class TestOutsideTheYears:
    """CAL005: a deadline in a year the plan is not for."""

    @pytest.mark.parametrize("line", ["- Gửi báo cáo trước ngày 15/12/2027.", "- Hoàn thành trước ngày 30/6/2029."])
    def test_later_years(self, line: str) -> None:
        (finding,) = found(plan(line), "CAL005")
        assert (finding.variant, finding.severity) == ("later", Severity.INFO)

    def test_earlier_years_of_a_plan_without_date(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n- Gửi báo cáo trước ngày 15/6/2025.\n"
        (finding,) = found(text, "CAL005")
        assert finding.severity is Severity.WARNING
        assert finding.message("vi") == "“trước ngày 15/6/2025” trước thời gian của kế hoạch (2026)"

    @pytest.mark.parametrize(
        ("line", "title"),
        [
            ("- Gửi báo cáo năm 2026 trước ngày 15/01/2027.", None),
            ("- Gửi báo cáo trước ngày 15/01 năm sau.", None),
            ("- Gửi báo cáo trước ngày 15/12/2030.", "giai đoạn 2026 - 2030"),
            ("- Gửi báo cáo trước ngày 15/12/2027.", ""),
            ("- Đến năm 2030, hoàn thành xây dựng nhà tạm lánh.", None),
        ],
    )
    def test_what_conforms(self, line: str, title: str | None) -> None:
        assert found(plan(line, title=title), "CAL005") == ()

    @pytest.mark.parametrize(
        ("title", "day"),
        [
            ("năm 2026 và năm 2027", "15/9/2027"),
            ("năm 2026, 2027, 2028", "15/9/2028"),
            ("năm 2026 và giai đoạn 2026-2030", "15/9/2030"),
            ("năm 2026, định hướng đến năm 2030", "15/9/2029"),
            ("giai đoạn 2026 - 2030, tầm nhìn 2035", "15/9/2034"),
            ("năm học 2026-2027", "25/5/2027"),
            ("năm học 2026/2027", "25/5/2027"),
            ("hai năm 2026 – 2027", "15/9/2027"),
        ],
    )
    def test_a_title_that_names_several_years(self, title: str, day: str) -> None:
        assert found(plan(f"- Gửi báo cáo trước ngày {day}.", title=title), "CAL005") == ()

    @pytest.mark.parametrize(
        ("title", "day"),
        [
            ("năm 2026 thực hiện Chiến lược giai đoạn 2021 - 2030", "15/9/2028"),
            ("năm 2026 và năm 2027", "15/9/2029"),
            ("năm 2026, định hướng đến năm 2030", "15/9/2032"),
        ],
    )
    def test_years_of_what_it_carries_out_are_not_its_own(self, title: str, day: str) -> None:
        (finding,) = found(plan(f"- Gửi báo cáo trước ngày {day}.", title=title), "CAL005")
        assert finding.variant == "later"

    def test_preparing_in_the_autumn_before(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n- Gửi đăng ký trước ngày 20/12/2025.\n"
        assert found(text, "CAL005") == ()


class TestOnADayOff:
    """CAL006: the day that is written is no working day, nor is the last one in time."""

    @pytest.mark.parametrize(
        ("line", "variant", "parts"),
        [
            ("- Gửi báo cáo chậm nhất ngày 14/6/2026.", "sunday", ("14/6/2026", "Chủ nhật", "12/6/2026", "15/6/2026")),
            ("- Gửi báo cáo trước ngày 14/6/2026.", "sunday", ("14/6/2026", "Chủ nhật", "12/6/2026", "15/6/2026")),
            ("- Gửi báo cáo trước ngày 01/5.", "holiday", ("01/5/2026", "Quốc tế Lao động", "29/4/2026", "04/5/2026")),
            ("- Gửi báo cáo chậm nhất ngày 31/12/2028.", "sunday", ("31/12/2028", "29/12/2028")),
            ("- Gửi báo cáo chậm nhất ngày 24/11/2026.", "holiday", ("Ngày Văn hóa Việt Nam", "23/11/2026")),
        ],
    )
    def test_what_violates_it(self, line: str, variant: str, parts: tuple[str, ...]) -> None:
        (finding,) = found(plan(line), "CAL006")
        assert (finding.variant, finding.severity) == (variant, Severity.INFO)
        assert all(part in f"{finding.message('vi')}; {finding.remedy('vi')}" for part in parts)
        assert str(finding.basis) == "khoản 5 Điều 148 Bộ luật Dân sự năm 2015"

    @pytest.mark.parametrize(
        "line",
        [
            "- Gửi báo cáo trước ngày 16/6/2026.",
            "- Gửi báo cáo trước ngày 15/6/2026.",  # A Monday: the days before it are off.
            "- Gửi báo cáo trước ngày 13/6/2026.",  # A Saturday: the day before it is worked.
            "- Gửi báo cáo trước ngày 05/5/2026.",
            "- Hoàn thành báo cáo trước ngày 31/12/2028.",
            "- Mít tinh vào ngày 14/6/2026.",
            "- Gửi báo cáo trước ngày 15/6 hằng năm.",
            "- Tổ chức từ ngày 15/11/2026 đến ngày 13/12/2026.",
            "- Gửi báo cáo trong tháng 6/2026.",
            "- Gửi báo cáo trước ngày 15/6/2025.",
            "- Gửi báo cáo trước ngày 29/02.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL006") == ()

    def test_days_swapped(self) -> None:
        days = WorkCalendar.bundled()
        line = "- Gửi báo cáo chậm nhất ngày {}."
        (off,) = found(plan(line.format("31/8/2026")), "CAL006", days)
        assert off.variant == "swapped"
        assert found(plan(line.format("22/8/2026")), "CAL006", days) == ()

    def test_days_not_announced_yet(self) -> None:
        text = plan("- Gửi báo cáo chậm nhất ngày 01/5/2031.", year=2031)
        (finding,) = found(text, "CAL006", WorkCalendar.bundled())
        assert finding.variant == "provisional"
        assert "dự kiến" in finding.message("vi")

    def test_before_the_code_it_is_sense(self) -> None:
        (finding,) = found(plan("- Gửi báo cáo chậm nhất ngày 12/6/2016.", year=2016), "CAL006")
        assert finding.basis is None

    def test_years_without_working_days(self) -> None:
        made = Plan(deadlines=(Deadline(due=PartialDate.parse("2199-05-01"), relation=Relation.BY),))
        assert check(made, rules=DEFAULT_RULES.select("CAL006")).findings == ()


class TestWeekday:
    """CAL007: the day of the week is not that of the date."""

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("- Khai mạc: thứ Hai, ngày 16/6/2026.", "thứ Hai, ngày 16/6/2026"),
            ("- Khai mạc sáng thứ 2 ngày 16/6/2026.", "thứ 2 ngày 16/6/2026"),
            ("- Khai mạc: Chủ nhật, ngày 16 tháng 6 năm 2026.", "Chủ nhật, ngày 16 tháng 6 năm 2026"),
            ("- Họp ngày 16/6/2026 (thứ Tư).", "16/6/2026 (thứ Tư)"),
            ("- Trình hội nghị Ban Chấp hành huyện thứ Hai, ngày 16/6/2026.", "thứ Hai, ngày 16/6/2026"),
            ("- Họp ngày 16/6/2026 (Chủ nhật).", "16/6/2026 (Chủ nhật)"),
        ],
    )
    def test_what_violates_it(self, line: str, words: str) -> None:
        text = plan(line)
        (finding,) = found(text, "CAL007")
        assert finding.severity is Severity.ERROR
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert finding.message("vi").endswith("là thứ Ba")

    @pytest.mark.parametrize(
        "line",
        [
            "- Khai mạc: thứ Ba, ngày 16/6/2026.",
            "- Họp ngày 16/6/2026 (thứ Ba).",
            "- Kỳ họp lần thứ hai ngày 16/6/2026.",
            "- Phiên họp thứ tư, ngày 16/6/2026.",
            "- Thứ nhất, tuyên truyền; thứ hai, ngày 16/6/2026 tổ chức hội nghị.",
            "- Khai mạc: thứ Hai, ngày 31/6/2026.",
            "- Họp thứ Hai hằng tuần, từ ngày 16/6/2026.",
            "- Đợt 2 ngày 16/6/2026 (lần thứ hai).",
            "- Phiên họp Ủy ban nhân dân tỉnh thứ Hai, ngày 16/6/2026.",
            "- Trình hội nghị thứ Hai, ngày 16/6/2026.",
            "- Trình Ban Chấp hành thứ hai, ngày 16/6/2026.",
            "- Trình Ban Chấp hành thứ Ba, ngày 16/6/2026.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL007") == ()

    def test_without_a_year_it_is_that_of_the_plan(self) -> None:
        (finding,) = found(plan("- Ra quân Chủ nhật ngày 16/6.", "- Họp thứ Ba ngày 16/6."), "CAL007")
        assert (finding.variant, finding.severity) == ("year", Severity.WARNING)
        assert found(plan("- Ra quân Chủ nhật ngày 16/6.", title=""), "CAL007") == ()

    def test_marks_apart_and_emphasis(self) -> None:
        text = unicodedata.normalize("NFD", plan("- Khai mạc: **thứ Hai**, ngày 16/6/2026."))
        (finding,) = found(text, "CAL007")
        assert finding.span is not None
        assert "16/6/2026" in finding.span.of(text)


ACTION_MONTH = "Tháng hành động vì bình đẳng giới"


class TestActionMonth:
    """CAL001: what is told of other years, or of something within the month, is none of its own days."""

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            (
                f"- Tổ chức {ACTION_MONTH} từ ngày 11/11/2026 đến ngày 11/12/2026.",
                "từ ngày 11/11/2026 đến ngày 11/12/2026",
            ),
            (
                f"- Hưởng ứng {ACTION_MONTH} từ ngày 15/11/2026 đến ngày 10/12/2026.",
                "từ ngày 15/11/2026 đến ngày 10/12/2026",
            ),
            (
                f"- Hưởng ứng {ACTION_MONTH} từ ngày 01/11/2026 đến ngày 30/11/2026.",
                "từ ngày 01/11/2026 đến ngày 30/11/2026",
            ),
            (
                f"- Triển khai thực hiện {ACTION_MONTH} từ ngày 10/11/2026 đến hết năm 2026.",
                "từ ngày 10/11/2026 đến hết năm 2026",
            ),
            (
                f"- Xây dựng kế hoạch và tổ chức {ACTION_MONTH} từ ngày 01/11 đến ngày 30/11/2026.",
                "từ ngày 01/11 đến ngày 30/11/2026",
            ),
            (f"- Tuyên truyền {ACTION_MONTH} từ ngày 10/11 đến ngày 10/12/2026.", "từ ngày 10/11 đến ngày 10/12/2026"),
            (
                f"- Sau hội nghị; tổ chức {ACTION_MONTH} từ ngày 10/11 đến ngày 10/12/2026.",
                "từ ngày 10/11 đến ngày 10/12/2026",
            ),
        ],
    )
    def test_what_violates_it(self, line: str, words: str) -> None:
        assert words_of(plan(line), "CAL001") == [words]

    @pytest.mark.parametrize(
        "line",
        [
            f"- {ACTION_MONTH} năm 2019 được tổ chức từ ngày 10/11/2019 đến ngày 10/12/2019.",
            f"- {ACTION_MONTH} năm 2019 từ ngày 10/11 đến ngày 10/12.",
            f"- Năm 2025 đã tổ chức {ACTION_MONTH} từ ngày 12/11/2025 đến ngày 10/12/2025.",
            f"- Hội thi trong {ACTION_MONTH} từ ngày 20/11/2026 đến ngày 30/11/2026.",
            f"- Truyền thông hưởng ứng “{ACTION_MONTH}” trong tháng 11/2026.",
            f"- Treo băng rôn hưởng ứng {ACTION_MONTH}: từ ngày 10/11 đến ngày 20/12/2026.",
            f"- Các đơn vị chuẩn bị {ACTION_MONTH} từ ngày 01/11/2026 đến ngày 14/11/2026.",
            f"- Báo cáo kết quả {ACTION_MONTH} từ ngày 16/12 đến ngày 20/12/2026.",
            f"- Tổng hợp kết quả thực hiện {ACTION_MONTH} (từ ngày 17/12 đến ngày 22/12/2026).",
            f"- Các đơn vị gửi kế hoạch {ACTION_MONTH} từ ngày 20/10 đến ngày 30/10/2026.",
            f"- Cuộc thi hưởng ứng {ACTION_MONTH} diễn ra từ ngày 01/10/2026 đến ngày 31/10/2026.",
            f"- Cao điểm {ACTION_MONTH}: từ ngày 15/11 đến ngày 25/11/2026.",
            f"- Giai đoạn 1 (trước {ACTION_MONTH}): từ ngày 01/11 đến ngày 14/11/2026.",
            f"- Giai đoạn 3 (sau {ACTION_MONTH}): từ ngày 16/12 đến ngày 31/12/2026.",
            f"1. Mở lớp tập huấn.\n2. Đoàn kiểm tra việc tổ chức {ACTION_MONTH} từ ngày 18/11 đến ngày 05/12/2026.",
            f"- Sáng tác tiểu phẩm về {ACTION_MONTH} từ ngày 05/11 đến ngày 20/12/2026.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL001") == ()
        assert words_of(unicodedata.normalize("NFD", plan(line)), "CAL001") == []

    def test_a_plan_alone_is_judged_by_its_dates(self) -> None:
        text = plan(f"- Hội thi trong {ACTION_MONTH} từ ngày 20/11/2026 đến ngày 30/11/2026.")
        made = read(text).plan
        assert made is not None
        assert len(check(made, rules=DEFAULT_RULES.select("CAL001")).findings) == 1


class TestFeast:
    """CAL008: a feast with another day than its own."""

    @pytest.mark.parametrize(
        ("line", "words", "expected"),
        [
            ("- Kỷ niệm ngày Phụ nữ Việt Nam 20/11.", "ngày Phụ nữ Việt Nam 20/11", "20/10"),
            ("- Kỷ niệm ngày Quốc tế Phụ nữ 9/3.", "ngày Quốc tế Phụ nữ 9/3", "08/3"),
            ("- Hưởng ứng Ngày Gia đình Việt Nam (26/8).", "Ngày Gia đình Việt Nam (26/8", "28/6"),
        ],
    )
    def test_what_violates_it(self, line: str, words: str, expected: str) -> None:
        text = plan(line)
        assert words_of(text, "CAL008") == [words]
        (finding,) = found(text, "CAL008")
        assert expected in finding.message("vi")
        assert finding.message("vi").count("(") == finding.message("vi").count(")")

    @pytest.mark.parametrize(
        "line",
        [
            "- Kỷ niệm ngày Quốc tế Phụ nữ 8/3, ngày Phụ nữ Việt Nam 20-10.",
            "- Ngày Phụ nữ Việt Nam được tổ chức vào ngày 18/10/2026.",
            "- Kỷ niệm ngày Phụ nữ Việt Nam vào ngày 18/10.",
            "- Tuần lễ chào mừng Ngày Phụ nữ Việt Nam 15/10 - 20/10.",
            "- Hưởng ứng Ngày Quốc tế Phụ nữ nông thôn 15/10.",
            "- Kỷ niệm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026).",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(plan(line), "CAL008") == ()

    def test_a_plan_made_by_hand(self) -> None:
        feast = ObservanceMention(day=PartialDate.parse("--11-20"), text="Ngày Phụ nữ Việt Nam 20/11")
        (finding,) = check(Plan(observances=(feast,)), rules=DEFAULT_RULES.select("CAL008")).findings
        assert finding.span is None


class TestFormerName:
    """CAL009: the Action Month under the name it had until 2020."""

    @pytest.mark.parametrize("words", ["phòng, chống", "phòng chống", "phòng và chống"])
    def test_what_violates_it(self, words: str) -> None:
        text = plan(f"- Tổ chức Tháng hành động vì bình đẳng giới và {words} bạo lực trên cơ sở giới năm 2026.")
        assert words_of(text, "CAL009") == [words]
        (finding,) = found(text, "CAL009")
        assert finding.edits == ()

    @pytest.mark.parametrize(
        ("line", "year"),
        [
            ("- Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới.", 2026),
            ("- Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới.", 2020),
            ("- Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới năm 2019.", 2026),
            ("- Luật Phòng, chống bạo lực gia đình; phòng, chống bạo lực trên cơ sở giới.", 2026),
        ],
    )
    def test_what_conforms(self, line: str, year: int) -> None:
        assert found(plan(line, year=year), "CAL009") == ()


class TestOfNoYear:
    """What has no date and no title is judged all the same."""

    def test_nothing_is_found(self) -> None:
        rules = DEFAULT_RULES.select("CAL")
        assert check(Plan(), rules=rules).findings == ()
        assert check(Plan(), rules=rules, source="", on=datetime.date(2026, 1, 1)).findings == ()

"""The rules of goals, tasks and the calendar, each with what violates it and what conforms."""

import datetime

import pytest

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import evolve
from vstbpn.vocabulary import DocumentFamily, Relation, Severity


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in a plan with such a body."""
    plan = read(text).plan
    assert plan is not None
    return check(plan, rules=DEFAULT_RULES.select(code)).findings


def goals(*lines: str, title: str = "Công tác bình đẳng giới") -> str:
    words = "\n".join(lines)
    return f"KẾ HOẠCH\n{title}\n\nI. MỤC TIÊU\n\nMục tiêu 1: Tăng tỷ lệ nữ lãnh đạo\n\n{words}\n"


class TestGoalWithoutFigure:
    """GOL001: a numbered goal has no target with a figure."""

    def test_what_violates_it(self) -> None:
        text = goals("- Tăng cường sự tham gia của phụ nữ.")
        (finding,) = found(text, "GOL001")
        assert finding.message("vi") == "“Mục tiêu 1” không có chỉ tiêu bằng số"
        assert finding.pointer == "/goals/0"
        assert finding.span is not None
        assert finding.span.of(text).startswith("Mục tiêu 1:")

    def test_what_conforms(self) -> None:
        assert found(goals("- Ít nhất 60% cơ quan có lãnh đạo là nữ."), "GOL001") == ()
        assert (
            found("KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC TIÊU\n\n1. Mục tiêu chung\n\nBảo đảm bình đẳng.\n", "GOL001")
            == ()
        )


class TestTargetWithoutYear:
    """GOL002: a target names no year, and the plan is of none either."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(goals("- Ít nhất 60% cơ quan có lãnh đạo là nữ."), "GOL002")
        assert finding.pointer == "/goals/0/targets/0"

    @pytest.mark.parametrize(
        ("line", "title"),
        [
            ("- Ít nhất 60% cơ quan có lãnh đạo là nữ vào năm 2025.", "Công tác bình đẳng giới"),
            ("- Giai đoạn 2021 - 2025, ít nhất 60% cơ quan có lãnh đạo là nữ.", "Công tác bình đẳng giới"),
            ("- Ít nhất 60% cơ quan có lãnh đạo là nữ.", "Công tác bình đẳng giới năm 2025"),
            ("- Tăng cường sự tham gia của phụ nữ.", "Công tác bình đẳng giới"),
        ],
    )
    def test_what_conforms(self, line: str, title: str) -> None:
        assert found(goals(line, title=title), "GOL002") == ()


class TestShareAboveTheWhole:
    """GOL003: a share is more than the whole, and of nothing else."""

    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("- Tỷ lệ nữ cán bộ được tập huấn đạt 130% vào năm 2025.", "130%"),
            ("- Đến năm 2025, ít nhất 100,5% trường học có phòng tư vấn.", "100,5%"),
            ("- Phấn đấu 90 - 110% hội viên được tập huấn vào năm 2025.", "110%"),
            ("- Đến năm 2025, đạt 105% phụ nữ được khám sức khỏe.", "105%"),
            # The number of a target is no plan that it is held against, nor is family planning.
            ("- Chỉ tiêu 1: Đến năm 2025, 105% phụ nữ được khám sức khỏe.", "105%"),
            ("- Đến năm 2025, 120% phụ nữ được tiếp cận dịch vụ kế hoạch hóa gia đình.", "120%"),
            ("- Đến năm 2025, không vượt quá 105% trẻ em đi học.", "105%"),
            ("- Tỷ lệ trẻ em được khám sức khỏe đạt 1.200‰ vào năm 2025.", "1.200‰"),
        ],
    )
    def test_what_violates_it(self, line: str, value: str) -> None:
        text = goals(line)
        (finding,) = found(text, "GOL003")
        assert dict(finding.args)["value"] == value
        assert finding.pointer == "/goals/0/targets/0"
        assert finding.span is not None
        assert value in finding.span.of(text)
        assert "more than the whole" in finding.message("en")

    @pytest.mark.parametrize(
        "line",
        [
            "- Tỷ lệ nữ cán bộ được tập huấn đạt 100% vào năm 2025.",
            "- Đến năm 2025, tăng 150% số câu lạc bộ.",
            "- Thu ngân sách đạt 120% kế hoạch vào năm 2025.",
            "- Số hội viên năm 2025 đạt 110% so với năm 2020.",
            "- Số hội viên bằng 110% so với năm trước.",
            "- Phát triển hội viên đạt 110% chỉ tiêu.",
            "- Tỷ lệ nhập học chung (GER) của trẻ em gái cấp tiểu học đạt 102% vào năm 2025.",
            "- Tỷ lệ nhập học thô cấp tiểu học đạt 103% vào năm 2025.",
            "- Tỷ lệ huy động trẻ em gái ra lớp năm 2025 đạt 102% (tính cả trẻ tạm trú).",
            "- Số lượt người được tư vấn năm 2025 đạt 120%.",
            "- Đến năm 2025 đạt 120% tổng dự toán thu.",
            "- Thu nhập của lao động nữ năm 2025 bằng khoảng 105% năm 2020.",
            "- Đến năm 2025 có 130 câu lạc bộ.",
            "- Tỷ số giới tính khi sinh không quá 112 bé trai/100 bé gái vào năm 2025.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(goals(line), "GOL003") == ()

    def test_a_target_that_stands_nowhere(self) -> None:
        plan = read(goals("- Tỷ lệ nữ cán bộ được tập huấn đạt 130% vào năm 2025.")).plan
        assert plan is not None
        (goal,) = plan.goals
        bare = evolve(goal, targets=tuple(evolve(target, span=None) for target in goal.targets))
        assert len(check(evolve(plan, goals=(bare,)), rules=DEFAULT_RULES.select("GOL003")).findings) == 1


class TestLowerThanTheNation:
    """GOL004: a target aims lower than the national one of that year."""

    LEADERS = "- Đến năm 2025, ít nhất 50% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ."

    def test_what_violates_it(self) -> None:
        text = goals(self.LEADERS)
        (finding,) = found(text, "GOL004")
        assert finding.pointer == "/goals/0/targets/0"
        assert finding.severity is Severity.INFO
        assert "thấp hơn chỉ tiêu quốc gia 60% (mốc 2025, Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1)" in finding.message(
            "vi"
        )
        assert "the national 60% for 2025 (Nghị quyết số 28/NQ-CP, target 1.1)" in finding.message("en")

    @pytest.mark.parametrize(
        ("line", "national", "year"),
        [
            ("- Tỷ số giới tính khi sinh không quá 113 bé trai/100 bé gái vào năm 2025.", "111/100", "2025"),
            ("- Tỷ lệ trẻ em dân tộc thiểu số hoàn thành tiểu học đạt 90% vào năm 2025.", ">90%", "2025"),
            ("- Nhiệm kỳ 2016 - 2020, tỷ lệ nữ tham gia cấp ủy đạt 20%.", "25%", "2016-2020"),
            ("- Đến năm 2027, 90% xã, phường, thị trấn có tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở.", "100%", "2027"),
        ],
    )  # fmt: skip
    def test_figures_and_years(self, line: str, national: str, year: str) -> None:
        (finding,) = found(goals(line), "GOL004")
        args = dict(finding.args)
        assert (args["national"], args["year"]) == (national, year)

    @pytest.mark.parametrize(
        "line",
        [
            "- Đến năm 2025, ít nhất 60% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ.",
            "- Đến năm 2025, ít nhất 70% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ.",
            "- Đến năm 2025, 60% học sinh được tuyên truyền.",
            "- Đến năm 2025, 40% trường học có lãnh đạo chủ chốt là nữ.",
            # A milestone that lies behind is not held against it, nor what nobody has read in a source.
            "- Đến năm 2027, ít nhất 50% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ.",
            "- Tỷ lệ nữ tiến sĩ đạt 20% vào năm 2030.",
        ],
    )
    def test_what_conforms(self, line: str) -> None:
        assert found(goals(line), "GOL004") == ()

    def test_a_body_of_the_party_is_not_held_to_acts_of_the_government(self) -> None:
        plan = read(goals(self.LEADERS)).plan
        assert plan is not None
        party = evolve(plan, header=evolve(plan.header, family=DocumentFamily.PARTY))
        assert check(party, rules=DEFAULT_RULES.select("GOL004")).ok

    def test_what_was_not_in_force_is_not_held_against_a_plan(self) -> None:
        plan = read(goals("- Đến năm 2025, 50% dân số được tiếp cận kiến thức cơ bản về bình đẳng giới.")).plan
        assert plan is not None
        rules = DEFAULT_RULES.select("GOL004")
        assert len(check(plan, rules=rules, on=datetime.date(2021, 3, 3))) == 1
        assert check(plan, rules=rules, on=datetime.date(2021, 3, 2)).ok

    def test_a_target_that_was_not_read_is_written_out(self) -> None:
        plan = read(goals(self.LEADERS)).plan
        assert plan is not None
        (goal,) = plan.goals
        bare = evolve(goal, targets=tuple(evolve(target, text="") for target in goal.targets))
        (finding,) = check(evolve(plan, goals=(bare,)), rules=DEFAULT_RULES.select("GOL004"))
        assert dict(finding.args)["written"].startswith("Đến năm 2025, ít nhất 50%")


class TestTaskWithoutOwner:
    """ORG001: no task of a section that organises the work names a unit."""

    HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"

    def test_what_violates_it(self) -> None:
        text = f"{self.HEAD}1. Công tác tuyên truyền\n\n- Phổ biến kế hoạch rộng rãi.\n"
        (finding,) = found(text, "ORG001")
        assert finding.args == (("path", "III.1"),)
        assert finding.span is not None
        assert finding.span.of(text) == "1. Công tác tuyên truyền"

    @pytest.mark.parametrize(
        "body",
        [
            "1. Phòng Tổ chức cán bộ\n\n- Phổ biến kế hoạch rộng rãi.\n",
            "1. Công tác tuyên truyền\n\n- Sở Nội vụ phổ biến kế hoạch rộng rãi.\n",
            "1. Kinh phí\n\n- Bố trí trong dự toán hằng năm.\n",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(f"{self.HEAD}{body}", "ORG001") == ()

    def test_other_sections_may_name_nobody(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nII. NHIỆM VỤ\n\n1. Truyền thông\n\n- Phổ biến kế hoạch rộng rãi.\n"
        assert found(text, "ORG001") == ()

    def test_tasks_of_nowhere_are_left_alone(self) -> None:
        plan = read(f"{self.HEAD}1. Công tác tuyên truyền\n\n- Phổ biến kế hoạch rộng rãi.\n").plan
        assert plan is not None
        astray = tuple(evolve(task, path=path) for task in plan.tasks for path in (None, "IX.9"))
        assert check(evolve(plan, tasks=astray), rules=DEFAULT_RULES.select("ORG")).ok


class TestCampaignDates:
    """CAL001: the Action Month for gender equality runs from 15 November to 15 December."""

    HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tổ chức "
    MONTH = "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới"

    def test_what_violates_it(self) -> None:
        text = f"{self.HEAD}{self.MONTH} từ ngày 01 tháng 11 đến ngày 30 tháng 11 năm 2026.\n"
        (finding,) = found(text, "CAL001")
        assert finding.pointer == "/campaigns/0"
        assert finding.remedy("vi") == "ghi từ ngày 15/11 đến ngày 15/12"

    @pytest.mark.parametrize(
        "words",
        [
            f"{MONTH} từ ngày 15 tháng 11 đến ngày 15 tháng 12 năm 2026",
            "Tháng hành động vì trẻ em từ ngày 01 tháng 6 đến ngày 30 tháng 6 năm 2026",
            "Chiến dịch truyền thông về bình đẳng giới từ 15/6 đến 15/7",
            "Đợt cao điểm truyền thông về bình đẳng giới từ 15/6 đến 15/7",
            f"Đợt thi đua hưởng ứng {MONTH} từ 05/11 đến 20/12",
            f"{MONTH} từ tháng 11 đến tháng 12 năm 2026",
            f"{MONTH} từ ngày 15/11/2025 đến ngày 15/12/2025",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(f"{self.HEAD}{words}.\n", "CAL001") == ()

    @pytest.mark.parametrize(
        ("title", "name", "count"),
        [
            ("Công tác bình đẳng giới", "Tháng hành động", 1),
            ("Công tác bình đẳng giới", "Tuần lễ", 0),
            ("Tháng hành động vì bình đẳng giới", "Tháng hành động", 1),
            ("Công tác bình đẳng giới và Tháng hành động vì trẻ em", "Tháng hành động", 0),
            ("Công tác trẻ em", "Tháng hành động", 0),
        ],
    )
    def test_a_short_name_means_the_month_the_plan_is_about(self, title: str, name: str, count: int) -> None:
        text = f"KẾ HOẠCH\n{title} năm 2026\n\nI. NỘI DUNG\n\n- Tổ chức {name} (từ 01/6 đến 30/6).\n"
        assert len(found(text, "CAL001")) == count

    def test_a_possible_end_of_impossible_dates_is_judged(self) -> None:
        text = f"{self.HEAD}{self.MONTH} từ ngày 01/11/2026 đến ngày 31/11/2026.\n"
        assert len(found(text, "CAL001")) == len(found(text, "CAL002")) == 1
        assert found(text, "CAL003") == ()

    def test_a_plan_of_before_the_resolution_is_judged_without_it(self) -> None:
        head = self.HEAD.replace("2026", "2019")
        (finding,) = found(f"{head}{self.MONTH} từ ngày 01 tháng 11 đến ngày 30 tháng 11 năm 2019.\n", "CAL001")
        assert finding.basis is None

    def test_it_is_not_held_against_a_year_before_its_first(self) -> None:
        text = f"{self.HEAD}{self.MONTH} từ ngày 01 tháng 11 đến ngày 30 tháng 11 năm 2014.\n"
        assert found(text, "CAL001") == ()


class TestImpossibleDay:
    """CAL002: a deadline names a day that its month does not have."""

    HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\nI. BÁO CÁO\n\n- Gửi báo cáo "

    @pytest.mark.parametrize("day", ["31/6/2026", "30/02/2026", "29/02/2025"])
    def test_what_violates_it(self, day: str) -> None:
        (finding,) = found(f"{self.HEAD}trước ngày {day}.\n", "CAL002")
        assert day in finding.message("vi")
        assert finding.pointer == "/deadlines/0"

    @pytest.mark.parametrize(
        ("words", "vi", "en"),
        [
            ("31/6/2026", "tháng 6 có 30 ngày: 30/6 hay 01/7?", "month 6 has 30 days: 30/6 or 01/7?"),
            ("31 tháng 11 năm 2026", "tháng 11 có 30 ngày: 30/11 hay 01/12?", "month 11 has 30 days: 30/11 or 01/12?"),
            ("29/02/2025", "tháng 02/2025 có 28 ngày: 28/02 hay 01/3?", "month 02/2025 has 28 days: 28/02 or 01/3?"),
            ("30/2", "tháng 02 có 29 ngày: 29/02 hay 01/3?", "month 02 has 29 days: 29/02 or 01/3?"),
            ("00/6/2026", "tháng 6 có 30 ngày: sửa lại ngày", "month 6 has 30 days: correct the day"),
            ("45/12/2026", "tháng 12 có 31 ngày: sửa lại ngày", "month 12 has 31 days: correct the day"),
            ("15/13/2026", "một năm có 12 tháng: sửa lại tháng", "a year has 12 months: correct the month"),
            ("45 hằng tháng", "sửa lại ngày", "correct the day"),
        ],
    )
    def test_its_remedy_tells_what_the_month_has(self, words: str, vi: str, en: str) -> None:
        (finding,) = found(f"{self.HEAD}trước ngày {words}.\n", "CAL002")
        assert (finding.remedy("vi"), finding.remedy("en")) == (vi, en)
        assert finding.title("vi") == "Ngày không có thật"
        assert "không phải là ngày có thật" in finding.message("vi")

    @pytest.mark.parametrize("words", ["trước ngày 15/6/9999", "trước ngày 15/6/0000", "trong tháng 6/9999"])
    def test_a_year_out_of_range_is_told_as_such(self, words: str) -> None:
        (finding,) = found(f"{self.HEAD}{words}.\n", "CAL002")
        assert finding.message("vi") == f"“{words}”: năm nằm ngoài các năm được xử lý, từ 1900 đến 2199"
        assert finding.message("en") == f"“{words}”: the year is none of those dealt with, 1900 to 2199"
        assert (finding.remedy("vi"), finding.remedy("en")) == ("kiểm tra lại năm", "check the year")
        assert finding.title("en") == "Year out of range"

    @pytest.mark.parametrize(
        ("words", "pointer", "last"),
        [
            ("Tuần lễ Áo dài từ ngày 01/11/2026 đến ngày 31/11/2026", "/campaigns/0", "30/11 hay 01/12"),
            ("Tuần lễ Áo dài từ ngày 31/6/2026 đến 31/7/2026", "/campaigns/0", "30/6 hay 01/7"),
            ("hội thi nhân Ngày Phụ nữ Việt Nam 31/9/2026", "/observances/0", "30/9 hay 01/10"),
        ],
    )
    def test_campaigns_and_feasts_are_judged(self, words: str, pointer: str, last: str) -> None:
        text = f"KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tổ chức {words}.\n"
        (finding,) = found(text, "CAL002")
        assert finding.pointer == pointer
        assert last in finding.remedy("vi")
        assert finding.span is not None
        assert "31/" in finding.span.of(text)
        plan = read(text).plan
        assert plan is not None
        assert plan.calendar(2026) == ()

    @pytest.mark.parametrize("day", ["30/6/2026", "29/02/2024", "15/6 hằng năm"])
    def test_what_conforms(self, day: str) -> None:
        assert found(f"{self.HEAD}trước ngày {day}.\n", "CAL002") == ()

    @pytest.mark.parametrize(
        "words",
        [
            "trước ngày 30/2",
            "trước ngày 15/13/2026",
            "trước ngày 15 tháng 13 năm 2026",
            "trước ngày 15/6/0000",
            "trước ngày 15/6/9999",
            "trong tháng 6/9999",
            "trước ngày 00/6/2026",
            "trước ngày 45 hằng tháng",
            "vào ngày 30 tháng 02 hằng năm",
        ],
    )
    def test_none_of_them_ends_in_an_error(self, words: str) -> None:
        plan = read(f"{self.HEAD}{words}.\n").plan
        assert plan is not None
        assert [finding.code for finding in check(plan).findings if finding.code.startswith("CAL")] == ["CAL002"]
        assert plan.calendar(2026) == ()
        assert plan.obligations() == ()
        assert plan.undated_deadlines == plan.deadlines


class TestEndBeforeStart:
    """CAL003: a campaign, or the stretch of a deadline, ends before it starts."""

    HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tổ chức Tuần lễ Áo dài "

    @pytest.mark.parametrize(
        "words", ["từ ngày 08/3/2026 đến ngày 01/3/2026", "từ ngày 08 đến ngày 01 tháng 3 năm 2026"]
    )
    def test_what_violates_it(self, words: str) -> None:
        text = f"{self.HEAD}{words}.\n"
        (finding,) = found(text, "CAL003")
        assert finding.pointer == "/campaigns/0"
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert finding.message("vi") == f"“{words}” kết thúc trước khi bắt đầu"
        assert finding.message("en") == f"“{words}” ends before it starts"
        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize(
        "words",
        [
            "từ ngày 01/3/2026 đến ngày 08/3/2026",
            "từ ngày 15/12/2026 đến ngày 14/01/2027",
            "từ ngày 15/12 đến ngày 14/01",
            "từ ngày 08/3/2026 đến ngày 08/3/2026",
            "từ ngày 01 đến ngày 08 tháng 3 năm 2026",
            "từ ngày 10/11/2026 đến hết năm 2026",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(f"{self.HEAD}{words}.\n", "CAL003") == ()

    @pytest.mark.parametrize(
        ("start", "due", "violates"),
        [
            ("2026-07-01", "2026-06-14", True),
            ("2026-09", "2026-07", True),
            ("2027", "2026-12-15", True),
            ("2026-07", "2026-09", False),
            ("--12-15", "--06-14", False),
            ("---25", "---05", False),
        ],
    )
    def test_the_stretch_of_a_deadline(self, start: str, due: str, violates: bool) -> None:  # A column of the table.
        told = Deadline(start=PartialDate.parse(start), due=PartialDate.parse(due), relation=Relation.DURING)
        findings = check(Plan(deadlines=(told,)), rules=DEFAULT_RULES.select("CAL003")).findings
        assert [finding.pointer for finding in findings] == ["/deadlines/0"] * violates
        assert all(f"{start} - {due}" in finding.message("vi") for finding in findings)


def test_a_blank_plan_breaks_none_of_them() -> None:
    assert check(Plan(), rules=DEFAULT_RULES.select("GOL", "ORG", "CAL")).ok

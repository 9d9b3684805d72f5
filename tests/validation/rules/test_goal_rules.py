"""Rules of goals and targets: figures, units, years, and whether they agree."""

import unicodedata
from decimal import Decimal
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import Comparator, Severity


def goals(body: str, year: str = " năm 2026") -> str:
    return f"KẾ HOẠCH\nCông tác bình đẳng giới{year}\n\nI. MỤC TIÊU\n{body}\n"


def found(text: str, code: str) -> tuple[Finding, ...]:
    findings = tuple(check(read(text), rules=DEFAULT_RULES.select(code)))
    for finding in findings:
        for language in ("vi", "en"):
            assert "{" not in finding.message(language) + finding.remedy(language)
    return findings


class TestGoalsWithoutFigures:
    """GOL001: a numbered goal has no figure."""

    def test_its_heading_is_told(self) -> None:
        text = goals("Mục tiêu 1: Nâng cao nhận thức\n- Tăng cường tuyên truyền về bình đẳng giới.")
        (finding,) = found(text, "GOL001")
        assert finding.span is not None
        assert finding.span.of(text) == "Mục tiêu 1: Nâng cao nhận thức"

    @pytest.mark.parametrize(
        "body",
        [
            "Mục tiêu 1: Nâng cao nhận thức\n- Ít nhất 90% cán bộ được tập huấn.",
            "Mục tiêu 1: Nâng cao nhận thức\nChỉ tiêu 1: Đến năm 2026 đạt 60% nữ lãnh đạo.\nChỉ tiêu 2: Đến năm 2026 đạt 60% nữ cấp ủy.",
            "- Nâng cao nhận thức về bình đẳng giới.",
        ],
    )
    def test_figures_below_it_are_its_own(self, body: str) -> None:
        assert found(goals(body), "GOL001") == ()

    def test_of_a_plan_without_places(self) -> None:
        plan = Plan(goals=(Goal(marker="Mục tiêu 1", title="Nâng cao nhận thức"),))
        assert len(check(plan, rules=DEFAULT_RULES.select("GOL001"))) == 1


class TestTargetsWithoutYears:
    """GOL002: neither the target nor the title names a year."""

    def test_what_has_none(self) -> None:
        (finding,) = found(goals("- Ít nhất 90% cán bộ được tập huấn.", year=""), "GOL002")
        assert finding.severity is Severity.INFO

    @pytest.mark.parametrize(
        ("body", "year"),
        [
            ("- Hằng năm có ít nhất 90% cán bộ được tập huấn.", ""),
            ("- Ít nhất 90% cán bộ được tập huấn vào năm 2026.", ""),
            ("- Ít nhất 90% cán bộ được tập huấn.", " giai đoạn 2026 - 2030"),
        ],
    )
    def test_what_has_one(self, body: str, year: str) -> None:
        assert found(goals(body, year), "GOL002") == ()


class TestRatesWithoutUnits:
    """GOL005: a rate is set as a bare figure."""

    @pytest.mark.parametrize(
        ("body", "words"),
        [
            ("- Tỷ lệ nữ lãnh đạo cấp phòng đạt 50 vào năm 2026.", "đạt 50"),
            ("- Tỷ lệ nữ tham gia cấp ủy từ 25 trở lên.", "từ 25"),
            ("- Tỉ lệ cán bộ nữ được bồi dưỡng đạt 92,5.", "đạt 92,5"),
        ],
    )
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_a_bare_figure(self, body: str, words: str, form: Literal["NFC", "NFD"]) -> None:
        text = unicodedata.normalize(form, goals(body))
        (finding,) = found(text, "GOL005")
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == words
        assert not finding.edits

    @pytest.mark.parametrize(
        "body",
        [
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt 50% vào năm 2026.",
            "- Tỷ lệ giới tính khi sinh đạt 111 vào năm 2026.",
            "- Tỷ suất sinh đạt 2,1 vào năm 2026.",
            "- Tỷ lệ tử vong mẹ dưới 42/100.000 trẻ đẻ sống.",
            "- Tỷ lệ giáo viên trên lớp đạt 2 giáo viên/lớp.",
            "- Số lớp tập huấn đạt 50.",
            "- Tỷ lệ hộ nghèo giảm, số hộ đạt 1500.",
            "- Tỷ lệ nữ lãnh đạo tăng so với năm 2025.",
        ],
    )
    def test_other_figures(self, body: str) -> None:
        assert found(goals(body), "GOL005") == ()

    def test_a_unit_told_by_the_heading(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. CHỈ TIÊU (%)\n- Tỷ lệ nữ lãnh đạo đạt 50.\n"
        assert found(text, "GOL005") == ()

    def test_outside_of_goals(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. KẾT QUẢ\n- Tỷ lệ nữ lãnh đạo đạt 50.\n"
        assert found(text, "GOL005") == ()


class TestFollowingUp:
    """GOL006: nobody follows up the targets."""

    PLAN = goals("- Ít nhất 90% cán bộ được tập huấn.") + "\nII. TỔ CHỨC THỰC HIỆN\n- Tổ Văn phòng {}.\n"
    END = "\nNơi nhận:\n- UBND xã;\n- Lưu: VT.\n"

    def test_not_a_word_of_it(self) -> None:
        text = self.PLAN.format("mở lớp tập huấn") + self.END
        (finding,) = found(text, "GOL006")
        assert finding.severity is Severity.INFO
        assert finding.span is not None
        assert finding.span.of(text) == "II. TỔ CHỨC THỰC HIỆN"

    @pytest.mark.parametrize("words", ["theo dõi việc thực hiện", "tổng hợp, báo cáo UBND xã", "đôn đốc các tổ"])
    def test_a_word_of_it(self, words: str) -> None:
        assert found(self.PLAN.format(words) + self.END, "GOL006") == ()

    def test_words_that_end_the_document(self) -> None:
        work = "Phòng Hành chính theo dõi, báo cáo Giám đốc trước ngày 05/12/2026./."
        text = self.PLAN.replace("- Tổ Văn phòng {}.", work) + self.END
        assert found(text, "GOL006") == ()

    def test_of_a_slice_nothing_is_said(self) -> None:
        assert found(self.PLAN.format("mở lớp tập huấn"), "GOL006") == ()


class TestTwoFigures:
    """GOL007: the same target twice, with different figures."""

    TWICE = "- Ít nhất {}% cán bộ quản lý nữ được bồi dưỡng.\n- Ít nhất {}% cán bộ quản lý nữ được bồi dưỡng."

    def test_in_one_section(self) -> None:
        text = goals(self.TWICE.format(90, 80))
        (finding,) = found(text, "GOL007")
        assert finding.span is not None
        assert finding.span.of(text) == "Ít nhất 80% cán bộ quản lý nữ được bồi dưỡng"
        assert dict(finding.args)["other"] == "90%"

    @pytest.mark.parametrize(
        "body",
        [
            TWICE.format(90, 90),
            "- Ít nhất 90% cán bộ quản lý nữ được bồi dưỡng.\n- Ít nhất 80% cán bộ quản lý nữ được quy hoạch.",
            "- Đến năm 2026, ít nhất 80% cán bộ quản lý nữ được bồi dưỡng.\n- Đến năm 2030, ít nhất 90% cán bộ quản lý nữ được bồi dưỡng.",
            "- Khối mầm non: ít nhất 90% cán bộ quản lý nữ được bồi dưỡng.\n- Khối tiểu học: ít nhất 80% cán bộ quản lý nữ được bồi dưỡng.",
            "- Đối với khối mầm non:\n+ Ít nhất 90% cán bộ quản lý nữ được bồi dưỡng.\n- Đối với khối tiểu học:\n+ Ít nhất 80% cán bộ quản lý nữ được bồi dưỡng.",
            "Khối mầm non\n- Ít nhất 90% cán bộ quản lý nữ được bồi dưỡng.\nKhối tiểu học\n- Ít nhất 80% cán bộ quản lý nữ được bồi dưỡng.",
            "- Ít nhất 40% nữ.\n- Ít nhất 50% nữ.",
        ],
    )
    def test_of_different_things(self, body: str) -> None:
        assert found(goals(body), "GOL007") == ()


class TestYearsGoneBy:
    """GOL008: a target is due before the plan begins."""

    def test_a_year_before_the_plan(self) -> None:
        text = goals("- Đến năm 2025, ít nhất 60% cán bộ nữ được bồi dưỡng.")
        (finding,) = found(text, "GOL008")
        assert finding.span is not None
        assert finding.span.of(text) == "2025"
        assert dict(finding.args)["first"] == "2026"

    @pytest.mark.parametrize(
        ("body", "year"),
        [
            ("- Đến năm 2026, ít nhất 60% cán bộ nữ được bồi dưỡng.", " năm 2026"),
            ("- Đến năm 2030, ít nhất 60% cán bộ nữ được bồi dưỡng.", " năm 2026"),
            ("- Đến năm 2025, ít nhất 60% cán bộ nữ được bồi dưỡng.", " giai đoạn 2021 - 2030"),
            ("- Đến năm 2025, ít nhất 60% cán bộ nữ được bồi dưỡng.", ""),
            ("- Từ năm 2020 trở đi, 100% trường học có bộ phận tư vấn.", " năm 2026"),
            ("- Kết quả năm 2025 đạt 60% nữ lãnh đạo, phấn đấu năm 2026 đạt 70%.", " năm 2026"),
            ("- Đến năm 2025 đạt 60% và năm 2030 đạt 75% các cơ quan có lãnh đạo chủ chốt là nữ.", " năm 2026"),
            ("- Tăng 5% số nữ lãnh đạo so với năm 2025.", " năm 2026"),
            ("- Số lượt truy cập chuyên trang đạt 130% năm 2025.", " năm 2026"),
        ],
    )
    def test_other_years(self, body: str, year: str) -> None:
        assert found(goals(body, year), "GOL008") == ()

    def test_what_looks_back(self) -> None:
        text = goals("- Đến năm 2025, ít nhất 60% cán bộ nữ được bồi dưỡng.").replace("Công tác", "Tổng kết công tác")
        assert found(text, "GOL008") == ()


class TestRangesUpsideDown:
    """GOL009: a range begins with its higher figure."""

    @pytest.mark.parametrize("words", ["từ 50% đến 40%", "từ 50 - 40%", "từ 45,5% đến 40%"])
    def test_the_higher_figure_first(self, words: str) -> None:
        text = goals(f"- Tỷ lệ nữ lãnh đạo cấp phòng đạt {words}.")
        (finding,) = found(text, "GOL009")
        assert finding.span is not None
        assert finding.span.of(text) == words

    @pytest.mark.parametrize(
        "body",
        [
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt từ 40% đến 50%.",
            "- Giảm tỷ lệ hộ nghèo do phụ nữ làm chủ hộ từ 50% đến 40%.",
            "- Tỷ lệ hộ nghèo còn từ 5% xuống 3%.",
        ],
    )
    def test_what_rises_or_is_to_fall(self, body: str) -> None:
        assert found(goals(body), "GOL009") == ()


class TestMilestones:
    """GOL020: a later milestone of what is to rise is lower than an earlier one."""

    @pytest.mark.parametrize(
        "body",
        [
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt ít nhất 60% vào năm 2026 và ít nhất 50% vào năm 2030.",
            "- Đến năm 2026, ít nhất 60% cán bộ quản lý nữ được bồi dưỡng.\n- Đến năm 2030, ít nhất 50% cán bộ quản lý nữ được bồi dưỡng.",
        ],
    )
    def test_a_milestone_that_falls_back(self, body: str) -> None:
        (finding,) = found(goals(body), "GOL020")
        assert dict(finding.args) == {"figure": "50%", "year": "2030", "earlier": "60%", "earlier_year": "2026"}

    @pytest.mark.parametrize(
        "body",
        [
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt ít nhất 50% vào năm 2026 và ít nhất 60% vào năm 2030.",
            "- Tỷ số giới tính khi sinh không quá 113 bé trai/100 bé gái vào năm 2026 và không quá 111 vào năm 2030.",
            "- Giảm tỷ lệ tảo hôn của đồng bào xuống dưới 10% vào năm 2026 và dưới 5% vào năm 2030.",
            "- Tỷ lệ nữ ứng cử viên đạt ít nhất 40% vào năm 2026; ở cấp xã đạt ít nhất 35% vào năm 2030.",
        ],
    )
    def test_milestones_in_order_or_of_others(self, body: str) -> None:
        assert found(goals(body), "GOL020") == ()


class TestPlansByHand:
    """Targets without places or words are looked at as well."""

    def test_nothing_is_raised(self) -> None:
        bare = Target(comparator=Comparator.AT_LEAST, value=Decimal(5), unit="%", year=2026)
        words = Target(comparator=Comparator.QUALITATIVE, value=None, population="đa số cán bộ")
        plan = Plan(goals=(Goal(title="", targets=(bare, bare, words)), Goal(marker="1", title="")))
        report = check(plan, rules=DEFAULT_RULES.select("GOL"))
        assert not [finding for finding in report if finding.code == "DOC099"]

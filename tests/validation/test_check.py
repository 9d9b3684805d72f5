"""Checking: rule sets, reports, order, the day a plan is judged by, and that nothing raises."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError
from vstbpn.findings import Edit, Finding, Ground, RuleInfo
from vstbpn.goals.targets.goal import Goal
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.reading.reading import read
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.report import Report
from vstbpn.validation.rule import Context, Rule, RuleSet
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import DocumentFamily, SectionStyle, Severity


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report]


def none_found(_: Plan, __: Context) -> list[Finding]:
    return []


class TestRuleSet:
    """Rule sets do not change; they are picked from and added to."""

    def test_rules_stand_in_the_order_of_their_codes(self) -> None:
        found = [rule.code for rule in DEFAULT_RULES]
        assert found == sorted(found)
        mixed = RuleSet(rules=(Rule(code="STR004", inspect=none_found), Rule(code="REF001", inspect=none_found)))
        assert [rule.code for rule in mixed] == ["REF001", "STR004"]

    @pytest.mark.parametrize("prefixes", [("REF00",), ("STR001",), ("GOL", "ORG"), ("XYZ",), (), ("",)])
    def test_selecting_and_ignoring_share_out_the_rules(self, prefixes: tuple[str, ...]) -> None:
        selected, rest = DEFAULT_RULES.select(*prefixes), DEFAULT_RULES.ignore(*prefixes)
        every = [rule.code for rule in DEFAULT_RULES]
        assert [rule.code for rule in selected] == [code for code in every if code.startswith(prefixes)]
        assert len(selected) + len(rest) == len(DEFAULT_RULES)
        assert {rule.code for rule in selected}.isdisjoint(rule.code for rule in rest)

    def test_a_rule_of_the_same_code_takes_the_place_of_the_one_there(self) -> None:
        mine = Rule(code="STR004", inspect=none_found)
        rules = DEFAULT_RULES.with_rules(mine)
        assert len(rules) == len(DEFAULT_RULES)
        assert mine in list(rules)
        assert mine not in list(DEFAULT_RULES)
        assert codes(check(Plan(), rules=rules.select("STR004"))) == []

    def test_no_rules_find_nothing(self) -> None:
        assert check(Plan(), rules=RuleSet()).ok

    def test_what_is_ignored_is_not_found(self) -> None:
        found = codes(check(Plan(), rules=DEFAULT_RULES.ignore("STR00")))
        assert found == ["STR011"]


class TestGround:
    """A rule holds for a family of documents and a stretch of time; the first ground that holds is told."""

    RULE = Rule(code="STR006", inspect=none_found)

    @pytest.mark.parametrize(
        ("family", "holds"), [(None, True), (DocumentFamily.STATE, True), (DocumentFamily.PARTY, False)]
    )
    def test_family(self, family: DocumentFamily | None, holds: bool) -> None:  # A column of the table.
        plan = Plan(header=Header(family=family))
        assert (self.RULE.ground(plan, datetime.date(2026, 1, 1)) is not None) is holds

    @pytest.mark.parametrize(("on", "holds"), [("2020-03-04", False), ("2020-03-05", True), ("2199-12-31", True)])
    def test_time(self, on: str, holds: bool) -> None:  # A column of the table.
        assert (self.RULE.ground(Plan(), datetime.date.fromisoformat(on)) is not None) is holds

    def test_without_a_day_it_holds_if_it_has_no_end(self) -> None:
        assert self.RULE.ground(Plan(), None) is not None
        ended = RuleInfo(code="OFF001", grounds=(Ground(until=datetime.date(2024, 12, 31)),))
        assert Rule(code="OFF001", inspect=none_found, own=ended).ground(Plan(), None) is None

    @pytest.mark.parametrize(
        ("family", "on", "basis"),
        [
            (DocumentFamily.STATE, "2026-01-01", "30/2020/NĐ-CP"),
            (DocumentFamily.STATE, "2018-01-01", None),
            (DocumentFamily.PARTY, "2026-01-01", None),
        ],
    )
    def test_a_document_is_told_the_act_it_is_judged_by(
        self, family: DocumentFamily, on: str, basis: str | None
    ) -> None:
        """A plan of 2018 is not judged by a decree of 2020, a document of the Party not by that of the State."""
        rules = DEFAULT_RULES.select("STR004")
        plan = Plan(header=Header(family=family))
        (finding,) = check(plan, rules=rules, on=datetime.date.fromisoformat(on))
        symbol = finding.basis.symbol if finding.basis is not None else None
        assert (symbol.canonical if symbol is not None else None) == basis


class TestDay:
    """A plan is judged by the day given, else its own, else the last of its year, else none."""

    @pytest.mark.parametrize(
        ("head", "day"),
        [
            ("An Giang, ngày 05 tháng 4 năm 2019\n\nKẾ HOẠCH\nCông tác năm 2025", datetime.date(2019, 4, 5)),
            ("An Giang, ngày   tháng 4 năm 2019\n\nKẾ HOẠCH\nCông tác năm 2025", datetime.date(2019, 4, 30)),
            ("KẾ HOẠCH\nCông tác năm 2025", datetime.date(2025, 12, 31)),
            ("KẾ HOẠCH\nCông tác gia đình", None),
        ],
    )
    def test_it(self, head: str, day: datetime.date | None) -> None:
        plan = read(f"{head}\n\nI. MỤC ĐÍCH\n").plan
        assert plan is not None
        seen: list[datetime.date | None] = []

        def look(_: Plan, context: Context) -> list[Finding]:
            seen.append(context.on)
            return []

        rules = RuleSet(rules=(Rule(code="GOL001", inspect=look),))
        check(plan, rules=rules)
        check(plan, rules=rules, on=datetime.date(2020, 2, 2))
        assert seen == [day, datetime.date(2020, 2, 2)]

    def test_a_rule_is_given_the_catalogue(self) -> None:
        seen: list[Acts] = []

        def look(_: Plan, context: Context) -> list[Finding]:
            seen.append(context.catalogue)
            return []

        mine = Acts()
        rules = RuleSet(rules=(Rule(code="GOL001", inspect=look),))
        check(Plan(), rules=rules, catalogue=mine)
        check(Plan(), rules=rules)
        assert seen[0] is mine
        assert seen[1] is Acts.bundled()


class TestOrder:
    """Findings come in the order they stand in the text, then by code; a second look finds the same."""

    def test_it(self) -> None:
        spans = [Span(9, 12), Span(3, 20), None, Span(3, 5)]
        given_ = [Finding(code=code, span=span) for span in spans for code in ("STR004", "REF001")]
        rules = RuleSet(
            rules=tuple(
                Rule(code=code, inspect=lambda _, __, code=code: [one for one in given_ if one.code == code])  # type: ignore[misc]  # The code is bound here.
                for code in ("STR004", "REF001")
            )
        )
        found = [(finding.span, finding.code) for finding in check(Plan(), rules=rules)]
        places: list[Span | None] = [None, Span(3, 5), Span(3, 20), Span(9, 12)]
        assert found == [(span, code) for span in places for code in ("REF001", "STR004")]

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans())
    def test_two_checks_agree(self, plan: Plan) -> None:
        assert check(plan) == check(plan)
        backwards = RuleSet(rules=tuple(reversed(list(DEFAULT_RULES))))
        assert codes(check(plan, rules=backwards)) == codes(check(plan))


class TestReport:
    """A report is counted, walked through and told."""

    FINDINGS = (Finding.of("REF004", args={"written": "Luật", "date": "2021"}, span=Span(0, 4)), Finding.of("STR004"))

    def test_counting(self) -> None:
        report = Report(findings=self.FINDINGS)
        assert len(report) == 2
        assert list(report) == list(self.FINDINGS)
        assert report.errors == self.FINDINGS[:1]
        assert not report.ok
        assert Report().ok
        assert str(Report()) == ""

    def test_telling_in_english_with_the_source(self) -> None:
        text = Report(findings=self.FINDINGS).render("en", "Luật Trẻ em")
        assert text.splitlines()[:4] == [
            "REF004 error: the basis “Luật” of 2021 is later than this document",
            "  Luật Trẻ em",
            "  ^^^^",
            "  → check the date of the basis and that of the document",
        ]
        assert "clause 3, Section II, Appendix I of Decree No. 30/2020/NĐ-CP" in text

    def test_a_rule_of_sense_has_no_basis(self) -> None:
        text = Report(findings=(Finding.of("CAL002", args={"written": "31/6"}),)).render("vi")
        assert text == "CAL002 lỗi: “31/6” không phải là ngày có thật\n  → sửa lại ngày"

    @given(strategies.reports(), st.sampled_from(["vi", "en"]), st.none() | st.text(max_size=40))
    def test_any_report_can_be_told(self, report: Report, language: str, source: str | None) -> None:
        assert bool(report.render(language, source)) is not report.ok
        assert all(finding.severity is Severity.ERROR for finding in report.errors)


class TestEveryPlan:
    """Nothing makes a check raise."""

    def test_a_blank_plan_lacks_what_every_plan_has(self) -> None:
        assert set(codes(check(Plan()))) == {"STR004", "STR005", "STR006", "STR008", "STR009", "STR011"}

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans())
    def test_valid_plans(self, plan: Plan) -> None:
        assert check(plan).errors == ()

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.builds(
            Plan,
            header=strategies.headers(),
            bases=st.lists(strategies.legal_bases(), max_size=2).map(tuple),
            outline=strategies.outlines(),
            goals=st.lists(strategies.goals(), max_size=2).map(tuple),
            tasks=st.lists(strategies.tasks(), max_size=2).map(tuple),
            deadlines=st.lists(strategies.deadlines(real=False), max_size=2).map(tuple),
            campaigns=st.lists(strategies.campaign_mentions(), max_size=1).map(tuple),
            mentions=st.lists(strategies.mentions(), max_size=2).map(tuple),
            closing=st.none() | strategies.passages(text=st.text(max_size=8)),
            recipients=st.lists(strategies.recipients(), max_size=1).map(tuple),
            signature=st.none() | strategies.signatures(),
        )
    )
    def test_plans_of_any_parts(self, plan: Plan) -> None:
        for finding in check(plan):
            assert finding.message("vi")
            assert finding.message("en")

    @given(st.lists(st.tuples(st.sampled_from(list(SectionStyle)), st.text(max_size=4)), max_size=6))
    def test_outlines_numbered_in_any_way(self, numbers: list[tuple[SectionStyle, str]]) -> None:
        sections = tuple(
            Section(marker=number, style=style, number=number, level=1, title=number) for style, number in numbers
        )
        check(Plan(outline=Outline(sections=sections)))

    def test_strange_parts(self) -> None:
        plan = Plan(
            header=Header(title=Passage(text="Năm 9999 và 0000"), issuer=Passage(text="")),
            goals=(Goal(title="", marker=""),),
            tasks=(Task(text="", path="."),),
            closing=Passage(text=""),
            recipients=(Recipient(name=""),),
            signature=Signature(),
        )
        assert "STR007" in codes(check(plan))


class TestExamples:
    """The example plans are sound; of one, two goals have no figure, to show what such goals are."""

    FOUND: Mapping[str, tuple[str, ...]] = MappingProxyType({"so-gddt-2020": ("GOL001", "GOL001")})

    def test_nothing_else_is_found(self, example_plans: Mapping[str, str]) -> None:
        assert set(self.FOUND) <= set(example_plans)
        for name, text in example_plans.items():
            reading = read(text)
            assert reading.findings == ()
            assert reading.plan is not None
            assert tuple(codes(check(reading.plan))) == self.FOUND.get(name, ())


class TestOwnRules:
    """A user's rule brings along what there is to say of it."""

    OWN = RuleInfo(
        code="OFF001",
        severity=Severity.ERROR,
        message="thiếu {what}",
        remedy="ghi {what}",
        grounds=(Ground(basis="Điều 8 Nghị định số 30/2020/NĐ-CP"),),
    )
    RULE = Rule(code="OFF001", inspect=lambda _, __: [Finding.of("OFF001", args={"what": "số"})], own=OWN)

    def test_it_is_worded_and_graded_by_its_own(self) -> None:
        (finding,) = check(Plan(), rules=RuleSet(rules=(self.RULE,)))
        assert finding.message("vi") == finding.message("en") == "thiếu số"
        assert finding.severity is Severity.ERROR
        assert finding.basis is not None
        assert finding.basis.provisions[0].article == "8"

    @pytest.mark.parametrize("value", [None, "KẾ HOẠCH", 5])
    def test_what_is_no_plan_is_told(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="expected a Plan"):
            check(value)  # type: ignore[arg-type]  # The error is what is tested.


class TestRuleThatFails:
    """A rule that breaks down is told, and the others go on."""

    def test_an_error_of_any_kind(self) -> None:
        def broken(_: Plan, __: Context) -> list[Finding]:
            raise KeyError("số")

        rules = DEFAULT_RULES.select("STR004").with_rules(
            Rule(code="OFF001", inspect=broken, own=RuleInfo(code="OFF001"))
        )
        report = check(Plan(), rules=rules)
        assert set(codes(report)) == {"DOC099", "STR004"}
        (finding,) = (one for one in report if one.code == "DOC099")
        assert finding.message("en").startswith("rule OFF001 broke down on this document (KeyError: 'số')")

    def test_a_rule_nothing_is_said_of(self) -> None:
        rules = RuleSet(rules=(Rule(code="OFF002", inspect=none_found),))
        (finding,) = check(Plan(), rules=rules)
        assert "OFF002" in finding.message()

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(max_size=200) | strategies.plan_texts())
    def test_none_that_is_shipped_does(self, text: str) -> None:
        assert "DOC099" not in codes(check(read(text)))

    def test_an_error_that_cannot_even_be_told(self) -> None:
        class WorseError(Exception):
            def __str__(self) -> str:
                raise ValueError

        def broken(_: Plan, __: Context) -> list[Finding]:
            raise WorseError

        rules = RuleSet(rules=(Rule(code="OFF001", inspect=broken, own=RuleInfo(code="OFF001")),))
        (finding,) = check(Plan(), rules=rules)
        assert "WorseError" in finding.message()

    @pytest.mark.parametrize(
        "given",
        [
            None,
            [5],
            [Finding(code="OFF002")],
            [Finding(code="STR004", span=(1, 2))],  # type: ignore[arg-type]  # What is tested.
            [Finding(code="STR004", pointer=None)],  # type: ignore[arg-type]  # What is tested.
            [Finding(code="STR004", edits="abc")],  # type: ignore[arg-type]  # What is tested.
            [Finding(code="STR004", edits=("abc",))],  # type: ignore[arg-type]  # What is tested.
            [Finding(code="STR004", edits=(Edit(span=Span(0, 1), text=5),))],  # type: ignore[arg-type]  # What is tested.
            [Finding(code="STR004", edits=(Edit(span=None, text=""),))],  # type: ignore[arg-type]  # What is tested.
        ],
    )
    def test_findings_nobody_could_show_or_mend(self, given: list[Finding]) -> None:
        rules = RuleSet(rules=(Rule(code="OFF001", inspect=lambda _, __: given, own=RuleInfo(code="OFF001")),))
        report = check(read("KẾ HOẠCH\nCông tác năm 2026\n"), rules=rules)
        assert codes(report) == ["DOC099"]
        assert report.render("vi")


class TestWrongArguments:
    """What is given instead of what is asked for is told once, before every rule stumbles over it."""

    @pytest.mark.parametrize("name", ["rules", "catalogue", "directory", "calendar", "source", "on"])
    @pytest.mark.parametrize("value", [5, ["STR"]])
    def test_it(self, name: str, value: object) -> None:
        with pytest.raises(InvalidValueError, match="expected"):
            check(Plan(), **{name: value})  # type: ignore[arg-type]  # The error is what is tested.

    def test_a_time_is_cut_to_its_day(self) -> None:
        now = datetime.datetime(2026, 1, 1, 12, 30)  # noqa: DTZ001  # Days have no time zone.
        assert check(Plan(), on=now) == check(Plan(), on=now.date())

    def test_rule_sets(self) -> None:
        with pytest.raises(InvalidValueError, match="expected rules"):
            RuleSet(rules=(5,))  # type: ignore[arg-type]  # The error is what is tested.
        with pytest.raises(InvalidValueError, match="expected rules"):
            RuleSet(rules=5)  # type: ignore[arg-type]  # The error is what is tested.
        with pytest.raises(InvalidValueError, match="expected rules"):
            DEFAULT_RULES.with_rules("STR")  # type: ignore[arg-type]  # The error is what is tested.
        for pick in (DEFAULT_RULES.select, DEFAULT_RULES.ignore):
            with pytest.raises(InvalidValueError, match="one by one"):
                pick(["STR"])  # type: ignore[arg-type]  # The error is what is tested.

    @pytest.mark.parametrize("words", ["{", "{x:d}", "{}", "{x!z}", "{x.__class__}", "{0}"])
    def test_words_that_could_not_be_filled_in(self, words: str) -> None:
        with pytest.raises(InvalidValueError, match="brace"):
            RuleInfo(code="OFF001", message=words)
        assert RuleInfo(code="OFF001", message="{{x}} {x}").message.vi == "{{x}} {x}"


class TestReadings:
    """Of a reading every document is checked, with the text it was read from."""

    def test_of_a_text_that_is_no_plan_only_that_is_said(self) -> None:
        assert codes(check(read("Tin hoạt động của công đoàn cơ sở.\n"))) == ["DOC001"]

    def test_each_document(self) -> None:
        text = (
            "ỦY BAN NHÂN DÂN XÃ AN PHÚ\n\nSố: 5/QĐ-UBND\n\nAn Giang, ngày 05 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\n"
            "Ban hành Kế hoạch công tác bình đẳng giới năm 2026\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\n"
            "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Thị Hoa\n\n"
            "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n(Kèm theo Quyết định số 5/QĐ-UBND ngày 05/3/2026 của UBND xã)\n\n"
            "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n- Phòng Văn hóa - Xã hội theo dõi./.\n"
        )
        found = [finding for finding in check(read(text)) if finding.code in {"STR001", "STR010"}]
        assert [(finding.code, finding.span and finding.span.of(text)) for finding in found] == [
            ("STR010", "5/QĐ-UBND"),
            ("STR001", "III. TỔ CHỨC THỰC HIỆN"),
        ]

    def test_a_source_given_with_a_plan(self) -> None:
        seen: list[str | None] = []

        def look(_: Plan, context: Context) -> list[Finding]:
            seen.append(context.text(Span(0, 2)))
            return []

        rules = RuleSet(rules=(Rule(code="OFF001", inspect=look, own=RuleInfo(code="OFF001")),))
        check(Plan(), rules=rules)
        check(Plan(), rules=rules, source="KẾ HOẠCH")
        check(read("KẾ HOẠCH\nCông tác năm 2026\n"), rules=rules)
        assert seen == [None, "KẾ", "KẾ"]


class TestContext:
    """What rules consult is loaded when they ask, and worked out once."""

    def test_what_rules_share_is_made_once_in_a_check(self) -> None:
        made: list[Plan] = []

        def make(plan: Plan, _: Context) -> int:
            made.append(plan)
            return len(made)

        context = Context()
        assert context.shared(make, Plan()) == context.shared(make, Plan()) == 1
        assert Context().shared(make, Plan()) == 2

    def test_defaults(self) -> None:
        assert Context().directory is bundled()
        assert Context().calendar == WorkCalendar.bundled()
        mine = WorkCalendar()
        assert Context(calendar=mine).calendar is mine
        assert Context(directory=bundled()).directory is bundled()

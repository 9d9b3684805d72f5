"""The laws every value keeps, on the shipped strategies; and that the strategies cover every public value."""

import ast
import datetime
import importlib
import inspect
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vstbpn import strategies
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.catalogue.tables import Confidence
from vstbpn.dates import PartialDate, YearRange
from vstbpn.goals.targets.target import Target
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.scanning import find_references
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.values import value_from_json, value_to_json
from vstbpn.strategies.texts import WrittenPlan
from vstbpn.validation.checking import check
from vstbpn.values import evolve
from vstbpn.vocabulary import ItemMark, SymbolStyle

VALUES: Mapping[str, Callable[[], SearchStrategy[Any]]] = {
    "Act": strategies.acts,
    "Acts": strategies.act_catalogues,
    "Aggregate": strategies.aggregates,
    "AknIri": strategies.akn_iris,
    "BackReference": strategies.back_references,
    "Block": strategies.blocks,
    "CalendarEntry": strategies.calendar_entries,
    "CampaignMention": strategies.campaign_mentions,
    "ChangeEvent": strategies.change_events,
    "CitingDocument": strategies.citing_documents,
    "DatedCode": strategies.dated_codes,
    "DatedName": strategies.dated_names,
    "DatedRole": strategies.dated_roles,
    "CutOff": strategies.cut_offs,
    "DataWindow": strategies.data_windows,
    "Deadline": strategies.deadlines,
    "Directory": strategies.directories,
    "DocumentSymbol": strategies.document_symbols,
    "DueDay": strategies.due_rules,
    "DueMonth": strategies.due_rules,
    "DueWorkingDays": strategies.due_rules,
    "Edit": strategies.edits,
    "Evaluation": strategies.evaluations,
    "Evidence": strategies.evidence,
    "FileSettings": strategies.file_settings,
    "Finding": strategies.findings,
    "Fixed": strategies.fixed_texts,
    "Goal": strategies.goals,
    "Ground": strategies.grounds,
    "Header": strategies.headers,
    "Indicator": strategies.indicators,
    "Item": strategies.items,
    "LegalBasis": strategies.legal_bases,
    "Link": strategies.links,
    "Mention": strategies.mentions,
    "NationalComparison": strategies.national_comparisons,
    "NationalFrame": strategies.national_frames,
    "NationalStrategy": strategies.national_strategies,
    "NationalTarget": strategies.national_targets,
    "Obligation": strategies.obligations,
    "Observation": strategies.observations,
    "ObservanceMention": strategies.observance_mentions,
    "Occurrence": strategies.occurrences,
    "OrganisationUnit": strategies.organisation_units,
    "Outline": strategies.outlines,
    "Part": strategies.aggregate_parts,
    "PartialDate": strategies.partial_dates,
    "Passage": strategies.passages,
    "NamedDays": strategies.named_days,
    "PeriodMention": strategies.period_mentions,
    "Plan": strategies.plans,
    "PlanUnit": strategies.plan_units,
    "ProgressBoard": strategies.progress_boards,
    "ProgressCell": strategies.progress_cells,
    "ProgressColumn": strategies.progress_columns,
    "ProgressRow": strategies.progress_rows,
    "Provision": strategies.provisions,
    "ProvisionMention": strategies.provision_mentions,
    "Reading": strategies.readings,
    "Recipient": strategies.recipients,
    "Reference": strategies.references,
    "Report": strategies.reports,
    "ReportingPeriod": strategies.reporting_periods,
    "Resolution": strategies.resolutions,
    "RuleInfo": strategies.rule_infos,
    "Section": strategies.sections,
    "Settings": strategies.settings,
    "Signature": strategies.signatures,
    "Span": strategies.spans,
    "Suggestion": strategies.suggestions,
    "Swap": strategies.swaps,
    "Target": strategies.targets,
    "Task": strategies.tasks,
    "UnitName": strategies.unit_names,
    "UrnLex": strategies.urn_lexes,
    "Wording": strategies.wordings,
    "YearRange": strategies.year_ranges,
    "Campaign": strategies.campaigns,
    "CampaignRun": strategies.campaign_runs,
    "DayReason": strategies.day_reasons,
    "LunarDay": strategies.lunar_days,
    "Observance": strategies.observances,
    "Theme": strategies.themes,
    "WorkCalendar": strategies.work_calendars,
}
"""The strategy of each value."""

WITHOUT = {
    # A text made ready for reading.
    "Folded",
    # What holds functions.
    "Context", "Rule", "RuleSet",
}  # fmt: skip
"""Values that need no strategy."""

PLANS = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


FACADE = importlib.import_module("vstbpn")
ROOMS = ("calendars", "dates", "findings", "goals", "messages", "organisations", "plans", "reading", "references", "text", "validation",
         "values", "vocabulary")  # fmt: skip


def _public_classes() -> Iterator[tuple[str, type]]:
    """Every class that a room gives to the outside, by name."""
    for room in ROOMS:
        module = importlib.import_module(f"vstbpn.{room}")
        for label in getattr(module, "__all__", None) or vars(module):
            kind = getattr(module, label)
            own = inspect.isclass(kind) and kind.__module__.startswith(module.__name__)
            if own and not label.startswith("_"):
                yield label, kind


CLASSES = {label: kind for label, kind in _public_classes() if attrs.has(kind)}
NAMES = {
    **dict(_public_classes()),
    "Confidence": Confidence,
    "Decimal": Decimal,
    "Fraction": Fraction,
    "datetime": datetime,
}
"""What a repr may name."""


def exactly(value: object) -> object:
    """A value with all its fields, those that are not compared among them."""
    kind = type(value)
    if attrs.has(kind):
        return {field.name: exactly(getattr(value, field.name)) for field in attrs.fields(kind)}
    return [exactly(one) for one in value] if isinstance(value, tuple) else value


SHOWING_THEIR_SIZE = frozenset({"Acts", "Directory", "NationalFrame"})
"""Values of which one may hold thousands of others, and whose repr tells how many."""


class TestCoverage:
    """There is a strategy for each public value, and the plural of its name."""

    def test_every_value_has_one_or_needs_none(self) -> None:
        assert not set(VALUES) & WITHOUT
        assert set(CLASSES) == set(VALUES) | WITHOUT

    def test_every_strategy_is_public_and_says_how_it_is_used(self) -> None:
        for name, kind in vars(strategies).items():
            if inspect.isfunction(kind):
                assert "Use: ``" in (kind.__doc__ or ""), name

    def test_only_strategies_need_hypothesis(self) -> None:
        facade = Path(str(FACADE.__file__)).read_text(encoding="utf-8")
        imported = [node.module for node in ast.walk(ast.parse(facade)) if isinstance(node, ast.ImportFrom)]
        assert not [name for name in imported if name and "strategies" in name]

    @pytest.mark.parametrize("style", list(SymbolStyle))
    def test_symbols_come_in_every_style(self, style: SymbolStyle) -> None:
        @given(strategies.document_symbols(styles=[style], numbered=True))
        @settings(max_examples=10)
        def law(symbol: DocumentSymbol) -> None:
            assert symbol.style is style
            assert symbol.number is not None

        law()

    @pytest.mark.parametrize("name", sorted(VALUES))
    def test_each_makes_its_value(self, name: str) -> None:
        found: list[object] = []

        @given(VALUES[name]())
        @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
        def draw(value: object) -> None:
            found.append(value)

        draw()
        assert any(isinstance(value, CLASSES[name]) for value in found)


@pytest.mark.parametrize("name", sorted(VALUES))
class TestValues:
    """Equal values have one hash, and a repr evaluates back to an equal value."""

    def test_equal_values_hash_alike(self, name: str) -> None:
        @given(VALUES[name]())
        @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
        def law(value: Any) -> None:  # noqa: ANN401  # A value of any class.
            again = evolve(value)
            assert again == value
            assert hash(again) == hash(value)

        law()

    def test_a_repr_evaluates_back(self, name: str) -> None:
        if name in SHOWING_THEIR_SIZE:
            return

        @given(VALUES[name]())
        @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
        def law(value: object) -> None:
            # Two rooms use one name for different things; a value's own module has the one that is meant.
            names = {**NAMES, **vars(sys.modules[type(value).__module__])}
            assert eval(repr(value), names) == value  # noqa: S307  # The law is about eval.

        law()

    def test_json_reads_back(self, name: str) -> None:
        @given(VALUES[name]())
        @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
        def law(value: Any) -> None:  # noqa: ANN401  # A value of any class.
            assert value_from_json(value_to_json(value), type(value)) == value

        law()


class TestPlaces:
    """Where a value stood is no part of what it is."""

    @given(strategies.passages(), strategies.spans())
    def test_a_span_is_not_compared(self, passage: Any, span: Any) -> None:  # noqa: ANN401  # Values.
        moved = evolve(passage, span=span)
        assert moved == passage
        assert hash(moved) == hash(passage)

    @given(strategies.document_symbols(numbered=True), st.sampled_from(["0", "00"]))
    def test_a_leading_zero_is_not_compared(self, symbol: DocumentSymbol, zeros: str) -> None:
        if len(symbol.number or "") > 4:
            return
        padded = evolve(symbol, number=f"{zeros}{symbol.number}")
        assert padded == symbol
        assert hash(padded) == hash(symbol)
        assert str(padded) != str(symbol)


class TestParsing:
    """``parse`` and ``str`` are inverses."""

    @given(strategies.document_symbols())
    def test_symbols(self, symbol: DocumentSymbol) -> None:
        assert DocumentSymbol.parse(str(symbol)) == symbol
        assert str(DocumentSymbol.parse(str(symbol))) == str(symbol)

    @given(strategies.provisions())
    def test_provisions(self, provision: Provision) -> None:
        assert Provision.parse(str(provision)) == provision

    @given(strategies.references())
    def test_references(self, reference: Reference) -> None:
        assert Reference.parse(str(reference)) == reference

    @given(strategies.references())
    def test_formatting_a_parsed_reference_changes_nothing(self, reference: Reference) -> None:
        assert str(Reference.parse(str(reference))) == str(reference)

    @given(strategies.partial_dates())
    def test_partial_dates(self, date: PartialDate) -> None:
        assert PartialDate.parse(str(date)) == date
        assert PartialDate.parse(date.edtf) == date

    @given(strategies.complete_dates())
    def test_complete_dates(self, date: PartialDate) -> None:
        day = date.to_date()
        assert day is not None
        assert PartialDate.of(day) == date

    @given(strategies.year_ranges())
    def test_year_ranges(self, years: YearRange) -> None:
        assert YearRange.parse(str(years)) == years

    @given(strategies.targets())
    def test_targets(self, target: Target) -> None:
        assert Target.parse(str(target)) == target

    @given(strategies.reporting_periods())
    def test_reporting_periods(self, period: ReportingPeriod) -> None:
        assert ReportingPeriod.parse(str(period)) == period


class TestForms:
    """A text means the same in NFC and NFD, and offsets are in the input given."""

    @given(strategies.references())
    def test_references(self, reference: Reference) -> None:
        text = unicodedata.normalize("NFD", f"Căn cứ {reference};")
        (mention,) = find_references(text)
        assert mention.reference == reference
        assert unicodedata.normalize("NFC", mention.span.of(text)) in str(reference)

    @given(strategies.targets())
    def test_targets(self, target: Target) -> None:
        assert Target.parse(unicodedata.normalize("NFD", str(target))) == target


class TestPlans:
    """Generated plans are valid, complete, and survive JSON."""

    @PLANS
    @given(strategies.plans())
    def test_json_gives_the_same_plan_with_its_places(self, plan: Plan) -> None:
        again = from_json(to_json(plan))
        assert again == plan
        assert exactly(again) == exactly(plan)
        assert to_json(again) == to_json(plan)

    @PLANS
    @given(strategies.plans())
    def test_no_error_is_found_and_nothing_in_their_structure(self, plan: Plan) -> None:
        report = check(plan)
        assert report.errors == ()
        assert [finding for finding in report if finding.code.startswith(("STR", "GOL001"))] == []

    @PLANS
    @given(strategies.plans())
    def test_goals_and_tasks_stand_in_the_outline(self, plan: Plan) -> None:
        assert plan.is_plan
        for task in plan.tasks:
            assert task.text in [item.text for item in plan.outline.find(task.path or "").items]
        for goal in plan.goals:
            assert plan.outline.find(f"II.{goal.marker}").title == goal.title


def _texts_of(plan: Plan, layout: str) -> dict[str, object]:
    """What the text of a plan is promised to give back."""
    header = plan.header
    # A short wrapped text has few cut lines to tell its width by: a figure on a line of its own may stand alone.
    whole = layout != "wrapped"
    return {
        "family": header.family,
        "superior": header.superior,
        "issuer": header.issuer,
        "symbol": header.symbol,
        "place": header.place,
        "date": header.date,
        "type": header.type,
        "title": header.title,
        "bases": [basis.references for basis in plan.bases],
        "sections": [(section.marker, section.title) for section in plan.outline],
        "goals": [goal.title for goal in plan.goals],
        "items": plan.outline if whole else None,
        "values": [target.value for target in plan.targets if whole and target.value is not None],
        "closing": plan.closing,
        "recipients": plan.recipients,
        "signature": plan.signature,
    }


class TestTexts:
    """The text of a generated plan is read back, in each layout."""

    @pytest.mark.parametrize("layout", strategies.LAYOUTS)
    def test_it_gives_the_plan_back(self, layout: Any) -> None:  # noqa: ANN401  # One of LAYOUTS.
        @given(strategies.written_plans(layouts=(layout,)))
        @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
        def law(written: WrittenPlan) -> None:
            plan = read(written.text).plan
            assert plan is not None
            assert _texts_of(plan, layout) == _texts_of(written.plan, layout)

        law()

    @PLANS
    @given(strategies.plan_texts())
    def test_blocks_cover_it_and_spans_lie_in_it(self, text: str) -> None:
        reading = read(text)
        assert "".join(block.text for block in reading.blocks) == text
        for mention in reading.mentions:
            assert mention.whole.end <= len(text)

    @PLANS
    @given(strategies.plan_texts())
    def test_what_is_read_survives_json_with_its_places(self, text: str) -> None:
        plan = read(text).plan
        assert plan is not None
        assert exactly(from_json(to_json(plan))) == exactly(plan)

    @PLANS
    @given(strategies.plan_texts())
    def test_what_is_read_has_no_error(self, text: str) -> None:
        plan = read(text).plan
        assert plan is not None
        assert check(plan).errors == ()

    def test_layouts_differ(self) -> None:
        @given(strategies.written_plans(layouts=("crlf",)))
        @settings(max_examples=3)
        def windows(written: WrittenPlan) -> None:
            assert written.text.count("\r\n") == written.text.count("\n") > 10

        @given(strategies.written_plans(layouts=("wrapped",)))
        @settings(max_examples=3)
        def wrapped(written: WrittenPlan) -> None:
            assert max(map(len, written.text.splitlines())) <= 80

        windows()
        wrapped()


class TestParts:
    """What the arguments of strategies promise."""

    @given(strategies.headers(complete=True))
    def test_complete_headers(self, header: Any) -> None:  # noqa: ANN401  # A header.
        assert None not in (header.family, header.issuer, header.symbol, header.place, header.date, header.title)

    @given(strategies.items(depth=1))
    def test_flat_items(self, item: Any) -> None:  # noqa: ANN401  # An item.
        assert item.items == ()
        assert item.mark in ItemMark

    @given(strategies.goals(measurable=True))
    def test_measurable_goals(self, goal: Any) -> None:  # noqa: ANN401  # A goal.
        assert goal.targets
        assert all(target.value is not None for target in goal.targets)

    @given(strategies.deadlines(real=False))
    def test_days_that_do_not_exist(self, deadline: Any) -> None:  # noqa: ANN401  # A deadline.
        assert not (deadline.impossible and deadline.due)

    @given(strategies.sections(level=2), st.data())
    def test_sections_are_found_by_their_path(self, section: Any, data: st.DataObject) -> None:  # noqa: ANN401  # A section.
        assert section.level == 2
        deepest = data.draw(st.sampled_from(list(section.walk())))
        assert deepest.level >= 2

    @given(strategies.recipients(archive=True))
    def test_the_archive(self, recipient: Any) -> None:  # noqa: ANN401  # A recipient.
        assert recipient.archive
        assert recipient.qualifier is None

    @given(
        strategies.references(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 6, 30)),
    )
    def test_references_of_a_stretch_of_time(self, reference: Reference) -> None:
        if reference.date is not None:
            assert reference.date.year == 2024

    @given(strategies.directories(), st.dates(datetime.date(2000, 1, 1), datetime.date(2036, 1, 1)))
    def test_directories_stand_on_every_day(self, directory: Any, day: datetime.date) -> None:  # noqa: ANN401  # A directory.
        snapshot = directory.at(day)
        assert all(directory.stands(unit, day) for unit in snapshot.units)

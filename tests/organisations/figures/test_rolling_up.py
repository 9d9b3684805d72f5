"""Figures rolled up over units, on one day and across what befell them."""

import datetime
import pickle
from contextlib import suppress
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError, NotFoundError, VstbpnError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.figures import FigureFault, FiguresError, Number
from vstbpn.organisations.figures.rolling_up import Total, Totals
from vstbpn.organisations.figures.shares import SharesNeededError
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

REPORTED, DAY, ON = datetime.date(2024, 12, 31), datetime.date(2025, 7, 1), datetime.date(2026, 1, 1)
LINE = "territorial"
HALF = Fraction(1, 2)


def directory_of(tree: dict[str, str | None], *events: ChangeEvent, old: str = "") -> Directory:
    """Units by their parents; each stands from the event it is a target of, if not old, to the one it is a source of."""
    lives: dict[str, list[datetime.date | None]] = {unit: [None, None] for unit in tree}
    for event in events:
        for unit in {*event.targets} - {*event.sources, *old.split()}:
            lives[unit][0] = event.date
        for unit in {*event.sources} - {*event.targets}:
            lives[unit][1] = event.date
    return Directory(
        units=tuple(OrganisationUnit(id=unit) for unit in tree),
        names=tuple(DatedName(unit=unit, name=unit, start=start, end=end) for unit, (start, end) in lives.items()),
        links=tuple(
            Link(child=unit, parent=parent, line=Line.TERRITORIAL)
            for unit, parent in tree.items()
            if parent is not None
        ),
        events=events,
    )


def event(kind: EventKind, sources: str, targets: str = "", date: datetime.date = DAY) -> ChangeEvent:
    return ChangeEvent(date=date, kind=kind, sources=tuple(sources.split()), targets=tuple(targets.split()))


TREE: dict[str, str | None] = {"tinh": None, "xa": "tinh", "phuong": "tinh", "mn": "xa", "th": "xa", "thcs": "phuong"}


def snapshot() -> Snapshot:
    return directory_of({**TREE, "lone": None}).at(ON)


def by_id(totals: Totals) -> dict[str, Total]:
    return {unit.id: total for unit, total in totals.items()}


def ids(units: tuple[OrganisationUnit, ...]) -> list[str]:
    return [unit.id for unit in units]


def reasons(error: FiguresError) -> dict[str, str]:
    return {fault.key: fault.reason for fault in error.faults}


class TestOneDay:
    def test_every_unit_has_the_sum_of_itself_and_all_below_it(self) -> None:
        totals = snapshot().roll_up({"mn": 3, "th": 4, "thcs": 5, "xa": 100}, LINE)
        values = {unit: total.value for unit, total in by_id(totals).items()}
        assert values == {"tinh": 112, "xa": 107, "mn": 3, "th": 4, "phuong": 5, "thcs": 5}
        assert list(values) == ["tinh", "xa", "mn", "th", "phuong", "thcs"]
        assert totals.own("xa") == 100
        assert totals.own("tinh") == 0

    def test_units_are_given_by_id_or_as_they_are(self) -> None:
        day = snapshot()
        totals = day.roll_up({day.unit("mn"): 3}, Line.TERRITORIAL)
        assert totals[day.unit("xa")] == totals["xa"] == Total(3, 1, 2)
        assert day.unit("mn") in totals
        assert "lone" not in totals
        assert 5 not in totals
        assert next(iter(totals)).id == "tinh"
        assert len(totals) == 6
        assert repr(totals) == "<Totals of 2026-01-01 (territorial): 6 units, 1 of 3 reporting>"

    def test_leaves_and_who_reported_are_expected(self) -> None:
        totals = snapshot().roll_up({"mn": 0, "xa": 1}, LINE)
        assert totals["xa"] == Total(1, 2, 3)
        assert totals["xa"].coverage == Fraction(2, 3)
        assert totals["tinh"].coverage == HALF
        assert ids(totals.missing("xa")) == ["th"]
        assert ids(totals.missing()) == ["th", "thcs"]

    def test_or_whom_the_caller_names(self) -> None:
        day = snapshot()
        totals = day.roll_up({"mn": 2, "th": 3}, LINE, expected=[day.unit("xa"), "mn", "mn"])
        assert totals["tinh"] == Total(5, 1, 2)
        assert totals["phuong"].coverage is None
        assert ids(totals.missing()) == ["xa"]

    def test_several_trees_and_none(self) -> None:
        forest = directory_of({"a": None, "b": "a", "c": None, "d": "c"})
        totals = forest.at(ON).roll_up({"b": 1, "d": 2}, LINE)
        assert totals.grand_total == Total(3, 2, 2)
        assert forest.at(ON).roll_up({}, "party").grand_total == Total(0, 0, 0)

    def test_a_unit_on_no_tree_of_the_line_has_no_total(self) -> None:
        totals = snapshot().roll_up({}, LINE)
        for unit in ("lone", "nobody", None):
            with pytest.raises(NotFoundError):
                totals[unit]  # type: ignore[index]  # What a careless script passes.

    def test_several_roll_ups_of_a_day_share_nothing_but_the_units(self) -> None:
        day = snapshot()
        first, second = day.roll_up({"mn": 1}, LINE), day.roll_up({"th": 2}, LINE)
        assert (first["xa"].value, second["xa"].value) == (1, 2)


class TestNumbers:
    def test_ints_stay_ints(self) -> None:
        assert type(snapshot().roll_up({"mn": 10**30, "th": 1}, LINE)["xa"].value) is int

    def test_decimals_add_exactly_whatever_the_context(self) -> None:
        with localcontext() as context:
            context.prec = 3
            total = snapshot().roll_up({"mn": Decimal("123456.789"), "th": Decimal("1e-30"), "thcs": 7}, LINE)
            value = total["tinh"].value
        assert str(value) == "123463.789000000000000000000000000001"
        assert isinstance(total.own("thcs"), Decimal)

    def test_a_fraction_makes_all_of_them_fractions(self) -> None:
        totals = snapshot().roll_up({"mn": Fraction(1, 3), "th": Decimal("0.5"), "thcs": 1}, LINE)
        assert repr(totals["tinh"].value) == "Fraction(11, 6)"
        assert repr(totals["thcs"].value) == "Fraction(1, 1)"

    def test_subclasses_of_int_count(self) -> None:
        class Head(int):
            pass

        assert type(snapshot().roll_up({"mn": Head(2)}, LINE)["mn"].value) is int

    @pytest.mark.parametrize(
        "figure",
        [
            True,
            0.5,
            float("nan"),
            Decimal("NaN"),
            Decimal("sNaN"),
            Decimal("-Infinity"),
            Decimal("1e1001"),
            "5",
            None,
            1j,
        ],
    )
    def test_what_is_not_exact_is_refused_with_its_unit(self, figure: Any) -> None:  # noqa: ANN401  # Whatever is passed.
        with pytest.raises(FiguresError, match="'th'") as caught:
            snapshot().roll_up({"mn": 1, "th": figure}, LINE)
        assert list(reasons(caught.value)) == ["th"]

    def test_all_faults_are_told(self) -> None:
        with pytest.raises(FiguresError) as caught:
            snapshot().roll_up({"mn": 1.5, "th": False}, LINE)  # type: ignore[dict-item]  # The fault.
        assert reasons(caught.value) == {
            "mn": "a figure is an int, a Decimal or a Fraction, not a float",
            "th": "a figure is an int, a Decimal or a Fraction, not a bool",
        }
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301  # It is our own.

    def test_keys_are_units(self) -> None:
        day = snapshot()
        with pytest.raises(FiguresError) as caught:
            day.roll_up({day.unit("mn"): 1, "mn": 1, 5: 1}, LINE)
        assert reasons(caught.value) == {
            "mn": "it is given twice, as a unit and by its id",
            "int": "expected a unit or its id",
        }
        with pytest.raises(InvalidValueError, match="mapping"):
            day.roll_up([("mn", 1)], LINE)  # type: ignore[arg-type]  # The fault.


class TestNothingIsLost:
    def test_figures_of_units_that_are_not_there_are_refused_together(self) -> None:
        directory = directory_of({**TREE, "lone": None, "old": "xa"}, event(EventKind.ABOLISH, "old"))
        with pytest.raises(FiguresError) as caught:
            directory.at(ON).roll_up({"mn": 1, "lone": 2, "old": 3, "nobody": 4}, LINE)
        assert reasons(caught.value) == {
            "lone": "it hangs on no tree of the territorial line on 2026-01-01",
            "old": "it does not stand on 2026-01-01",
            "nobody": "there is no such unit",
        }
        assert str(caught.value).startswith("3 faults in the figures\n  'lone': it hangs")

    def test_so_are_expected_units(self) -> None:
        with pytest.raises(FiguresError, match="1 fault in the expected units"):
            snapshot().roll_up({}, LINE, expected=["mn", "nobody"])
        with pytest.raises(FiguresError, match="'int': expected a unit or its id"):
            snapshot().roll_up({}, LINE, expected=["mn", 5])  # type: ignore[list-item]  # The fault.
        for wrong in ("mn", 5):
            with pytest.raises(InvalidValueError, match="several units"):
                snapshot().roll_up({}, LINE, expected=wrong)  # type: ignore[arg-type]  # The fault; a text is no list of ids.

    def test_lines_are_known(self) -> None:
        with pytest.raises(InvalidValueError, match="line"):
            snapshot().roll_up({}, "sideways")


SPLIT_TREE: dict[str, str | None] = {
    **TREE,
    "a": "xa",
    "b": "xa",
    "ab": "phuong",
    "c": "xa",
    "c1": "xa",
    "c2": "phuong",
}


def changed() -> Directory:
    """Two schools merge, one is split into two, and one gives a part to another and lives on."""
    return directory_of(
        SPLIT_TREE,
        event(EventKind.MERGE, "a b", "ab"),
        event(EventKind.SPLIT, "c", "c1 c2"),
        event(EventKind.SPLIT, "th", "th thcs"),
        old="thcs",
    )


def now(figures: Any, directory: Directory | None = None, **more: Any) -> Totals:  # noqa: ANN401  # Whatever is passed.
    return (directory or changed()).roll_up(figures, LINE, reported=REPORTED, by="now", **{"on": ON, **more})


class TestThen:
    def test_figures_are_added_up_over_the_units_of_their_day(self) -> None:
        figures = {"a": 1, "b": 2, "c": 3}
        totals = changed().roll_up(figures, LINE, reported=REPORTED, by="then")
        assert by_id(totals) == by_id(changed().at(REPORTED).roll_up(figures, LINE))
        assert totals.date == REPORTED
        assert "ab" not in totals

    def test_it_takes_neither_another_day_nor_shares(self) -> None:
        given: list[dict[str, Any]] = [{"on": ON}, {"shares": {}}]
        for more in given:
            with pytest.raises(InvalidValueError, match="by='then'"):
                changed().roll_up({}, LINE, reported=REPORTED, by="then", **more)


class TestNow:
    def test_across_a_merger_figures_add(self) -> None:
        totals = now({"a": 1, "b": 2, "mn": 4})
        assert totals.own("ab") == 3
        assert (totals["xa"].value, totals["phuong"].value, totals.grand_total.value) == (4, 3, 7)
        assert totals.date == ON

    def test_by_says_which_and_on_when(self) -> None:
        roll_up: Any = changed().roll_up
        with pytest.raises(TypeError):
            roll_up({}, LINE, reported=REPORTED)
        for by in ("today", "NOW", 5, None):
            with pytest.raises(InvalidValueError, match="'then'"):
                roll_up({}, LINE, reported=REPORTED, by=by)
        with pytest.raises(InvalidValueError, match="needs the day"):
            now({}, on=None)
        with pytest.raises(InvalidValueError, match="not to an earlier one"):
            now({}, on=datetime.date(2020, 1, 1))
        with pytest.raises(InvalidValueError, match="date"):
            now({}, on="2026-01-01")

    def test_on_the_same_day_nothing_has_happened(self) -> None:
        assert by_id(now({"a": 1, "c": 2}, on=REPORTED)) == by_id(
            changed().at(REPORTED).roll_up({"a": 1, "c": 2}, LINE)
        )

    def test_figures_are_of_units_that_stood_then(self) -> None:
        with pytest.raises(FiguresError) as caught:
            now({"ab": 1, "nobody": 2, "a": 1})
        assert reasons(caught.value) == {"ab": "it does not stand on 2024-12-31", "nobody": "there is no such unit"}

    def test_what_they_went_over_to_hangs_on_the_line(self) -> None:
        directory = directory_of({**TREE, "a": "xa", "new": None}, event(EventKind.MERGE, "a", "new"))
        with pytest.raises(FiguresError, match="'new': it hangs on no tree"):
            now({"a": 1}, directory)
        with pytest.raises(FiguresError, match="expected units"):
            now({}, directory, expected=["a"])

    def test_a_unit_that_hung_on_no_tree_then_may_report(self) -> None:
        directory = directory_of({**TREE, "a": None}, event(EventKind.MERGE, "a mn", "mn"))
        assert now({"a": 1, "mn": 2}, directory).own("mn") == 3


class TestSplits:
    def test_all_splits_are_told_at_once(self) -> None:
        with pytest.raises(SharesNeededError) as caught:
            now({"a": 1, "c": 3, "th": 2})
        assert caught.value.splits == (("c", DAY, ("c1", "c2")), ("th", DAY, ("th", "thcs")))
        assert str(caught.value) == (
            "the figures of 2 units cannot be carried without shares\n"
            "  'c' went over to 'c1', 'c2' on 2025-07-01\n"
            "  'th' went over to 'th', 'thcs' on 2025-07-01\n"
            "say which part went where, all parts of a unit making 1, such as\n"
            "  shares={('c', 'c1'): Fraction(1, 2), ('c', 'c2'): Fraction(1, 2)}"
        )
        assert pickle.loads(pickle.dumps(caught.value)).splits == caught.value.splits  # noqa: S301  # It is our own.

    def test_only_units_with_figures_need_shares(self) -> None:
        assert now({"a": 1}).grand_total == Total(1, 0, 6)

    def test_shares_divide_exactly(self) -> None:
        shares = {
            ("c", "c1"): Fraction(1, 3),
            ("c", "c2"): Fraction(2, 3),
            ("th", "thcs"): Decimal("0.25"),
            ("th", "th"): Decimal("0.75"),
        }
        totals = now({"c": 10, "th": 8, "a": 1}, shares=shares)
        assert [totals.own(unit) for unit in ("c1", "c2", "th", "thcs", "ab")] == [
            Fraction(10, 3),
            Fraction(20, 3),
            6,
            2,
            1,
        ]
        assert repr(totals.grand_total.value) == "Fraction(19, 1)"

    def test_a_taker_that_is_not_named_gets_nothing(self) -> None:
        totals = now({"c": 10}, shares={("c", "c2"): 1})
        assert totals.own("c1") == 0
        assert repr(totals.own("c2")) == "10"
        assert by_id(totals) == by_id(now({"c": 10}, shares={("c", "c2"): 1, ("c", "c1"): 0}))

    def test_decimals_are_divided_too(self) -> None:
        totals = now({"c": Decimal("0.5"), "a": 1}, shares={("c", "c1"): HALF, ("c", "c2"): HALF})
        assert totals.own("c1") == Fraction(1, 4)
        assert totals.own("ab") == 1

    def test_shares_are_given_by_units_as_well(self) -> None:
        directory = changed()
        shares = {(directory.unit("c"), directory.unit("c1")): 1}
        assert now({"c": 10}, shares=shares).own("c1") == 10

    @pytest.mark.parametrize(
        ("shares", "key", "reason"),
        [
            ({("c", "c1"): HALF}, "c", "its shares make less than 1 (1/2)"),
            ({("c", "c1"): 1, ("c", "c2"): HALF}, "c", "its shares make more than 1 (3/2)"),
            ({("c", "c1"): Fraction(10**9, 10**9 + 1)}, "c", "its shares make less than 1"),
            ({("c", "mn"): 1}, "c", "'mn' took nothing over on 2025-07-01; the takers are 'c1', 'c2'"),
            ({("a", "ab"): 1}, "a", "it was neither divided nor dissolved in that time, so it takes no shares"),
            ({("nobody", "ab"): 1}, "nobody", "it was neither divided nor dissolved in that time, so it takes no shares"),
            ({("c", "c1", ON): 1}, "c", "it was neither divided nor dissolved on 2026-01-01, so it takes no shares"),
            ({("c", "c1", DAY): 1, ("c", "c2"): 1}, "c", "its shares are given both with and without the day"),
            ({("c", "c1"): 0.5}, "c, c1", "a share is an int, a Decimal or a Fraction, not a float"),
            ({("c", "c1"): True}, "c, c1", "a share is an int, a Decimal or a Fraction, not a bool"),
            ({("c", "c1"): Decimal("NaN")}, "c, c1", "a share is a finite number, not NaN"),
            ({("c", "c1"): -1}, "c, c1", "a share is between 0 and 1"),
            ({("c", "c1"): 2}, "c, c1", "a share is between 0 and 1"),
            ({("c", OrganisationUnit(id="c1")): HALF, ("c", "c1"): HALF}, "c, c1", "it is given twice, as a unit and by its id"),
        ],
    )  # fmt: skip
    def test_shares_that_do_not_fit_are_refused(self, shares: Any, key: str, reason: str) -> None:  # noqa: ANN401  # Whatever is passed.
        with pytest.raises(FiguresError) as caught:
            now({"a": 1}, shares=shares)
        assert FigureFault(key, reason) in caught.value.faults

    @pytest.mark.parametrize("key", ["c", ("c",), ("c", 5), ("c", "c1", "2025-07-01"), ("c", "c1", DAY, 1), None])
    def test_keys_that_are_none_are_refused(self, key: Any) -> None:  # noqa: ANN401  # Whatever is passed.
        with pytest.raises(FiguresError, match="expected the key"):
            now({}, shares={key: 1})

    def test_shares_are_a_mapping(self) -> None:
        with pytest.raises(InvalidValueError, match="mapping"):
            now({}, shares=[("c", "c1")])

    def test_a_unit_divided_twice_has_shares_for_each_day(self) -> None:
        later = datetime.date(2025, 9, 1)
        tree: dict[str, str | None] = {"tinh": None, "a": "tinh", "b": "tinh", "c": "tinh"}
        directory = directory_of(tree, event(EventKind.SPLIT, "a", "a b"), event(EventKind.SPLIT, "a", "a c", later))
        with pytest.raises(SharesNeededError) as caught:
            now({"a": 8}, directory)
        assert [(split.source, split.date) for split in caught.value.splits] == [("a", DAY), ("a", later)]
        assert "('a', 'a', datetime.date(2025, 7, 1)): Fraction(1, 2)" in str(caught.value)
        with pytest.raises(FiguresError, match="add the day to the key"):
            now({"a": 8}, directory, shares={("a", "a"): 1})
        shares = {("a", unit, day): HALF for day, other in ((DAY, "b"), (later, "c")) for unit in ("a", other)}
        totals = now({"a": 8}, directory, shares=shares)
        assert [totals.own(unit) for unit in "abc"] == [2, 4, 2]

    def test_later_splits_are_told_with_the_earlier_ones(self) -> None:
        later = datetime.date(2025, 9, 1)
        tree: dict[str, str | None] = dict.fromkeys("abcde", "tinh") | {"tinh": None}
        directory = directory_of(tree, event(EventKind.SPLIT, "a", "b c"), event(EventKind.SPLIT, "c", "d e", later))
        with pytest.raises(SharesNeededError) as caught:
            now({"a": 8}, directory)
        assert [split.source for split in caught.value.splits] == ["a", "c"]
        assert now({"a": 8}, directory, shares={("a", "b"): 1}).own("b") == 8

    def test_events_of_one_day_happen_at_once(self) -> None:
        """What a unit takes in on the day it gives a part away is none of that part."""
        tree: dict[str, str | None] = dict.fromkeys("abc", "tinh") | {"tinh": None}
        directory = directory_of(tree, event(EventKind.MERGE, "a", "b"), event(EventKind.SPLIT, "b", "b c"), old="b")
        assert now({"a": 8}, directory).own("b") == 8
        assert now({"a": 8, "b": 2}, directory, shares={("b", "c"): 1}).own("b") == 8


class TestDissolved:
    def dissolved(self) -> Directory:
        return directory_of({**TREE, "gone": "xa"}, event(EventKind.ABOLISH, "gone"))

    def test_a_dissolved_unit_with_a_figure_needs_shares(self) -> None:
        with pytest.raises(
            SharesNeededError, match="'gone' was dissolved on 2025-07-01 and nobody took over"
        ) as caught:
            now({"gone": 5}, self.dissolved())
        assert "shares={('gone', a unit that stands on that day): 1}" in str(caught.value)

    def test_they_name_any_units_that_stand_on_the_day(self) -> None:
        totals = now(
            {"gone": 5, "mn": 1},
            self.dissolved(),
            shares={("gone", "mn"): Fraction(3, 5), ("gone", "tinh"): Fraction(2, 5)},
        )
        assert (totals.own("mn"), totals.own("tinh"), totals.grand_total.value) == (4, 2, 6)
        for wrong in ("gone", "nobody"):
            with pytest.raises(FiguresError, match=f"no unit '{wrong}' stands on 2025-07-01"):
                now({"gone": 5}, self.dissolved(), shares={("gone", wrong): 1})

    def test_without_a_figure_it_is_expected_no_longer(self) -> None:
        totals = now({"mn": 1}, self.dissolved())
        assert totals["xa"] == Total(1, 1, 2)
        heir = now({"th": 1}, self.dissolved(), shares={("gone", "th"): 1})
        assert ids(heir.missing("xa")) == ["mn", "th"]


class TestCoverageNow:
    def test_a_unit_reports_if_all_that_went_over_to_it_did(self) -> None:
        assert "ab" in ids(now({"a": 1}).missing())
        totals = now({"a": 1, "b": 2})
        assert totals["ab"] == Total(3, 1, 1)

    def test_all_takers_of_a_divided_unit_are_expected(self) -> None:
        assert ids(now({"mn": 1}, expected=["c", "mn"]).missing()) == ["c1", "c2"]
        halves = {("c", "c1"): HALF, ("c", "c2"): HALF}
        assert now({"c": 1}, shares=halves, expected=["c"]).grand_total == Total(1, 2, 2)

    def test_new_units_are_not_expected(self) -> None:
        directory = directory_of({**TREE, "new": "xa"}, ChangeEvent(date=DAY, kind=EventKind.CREATE, targets=("new",)))
        totals = now({"mn": 1}, directory)
        assert totals["new"] == Total(0, 0, 0)
        assert totals["xa"] == Total(1, 1, 2)

    def test_who_was_not_expected_counts_in_the_value_alone(self) -> None:
        assert now({"a": 1, "mn": 5}, expected=["mn", "b"]).grand_total == Total(6, 1, 2)

    def test_expected_units_stood_then(self) -> None:
        with pytest.raises(FiguresError, match="'ab': it does not stand on 2024-12-31"):
            now({}, expected=["ab"])


class Changes(NamedTuple):
    """A directory, the shares of all its divisions, and the leaves it begins with."""

    directory: Directory
    shares: dict[tuple[str, str, datetime.date], Fraction]
    leaves: list[str]


@st.composite
def changes(draw: st.DrawFn) -> Changes:
    """Trees whose leaves merge, are divided and dissolved on three days, several on one day."""
    inner = {f"i{number}": f"i{draw(st.integers(0, number - 1))}" if number else None for number in range(4)}
    tree: dict[str, str | None] = dict(inner)
    leaves = [f"s{number}" for number in range(draw(st.integers(1, 5)))]
    tree.update((leaf, draw(st.sampled_from(list(inner)))) for leaf in leaves)
    standing, events = list(leaves), []
    shares: dict[tuple[str, str, datetime.date], Fraction] = {}
    for month in (2, 7, 9):
        date, free = datetime.date(2025, month, 1), list(standing)
        for kind in draw(st.lists(st.sampled_from([EventKind.MERGE, EventKind.SPLIT, EventKind.ABOLISH]), max_size=2)):
            wanted = 2 if kind is EventKind.MERGE else 1
            if len(free) < wanted:
                continue
            sources = [free.pop(draw(st.integers(0, len(free) - 1))) for _ in range(wanted)]
            fresh = [f"n{len(tree) + number}" for number in range({"merge": 1, "split": 2, "abolish": 0}[kind.value])]
            tree.update((leaf, draw(st.sampled_from(list(inner)))) for leaf in fresh)
            lives_on = draw(st.booleans()) and bool(fresh)
            targets = [sources[0], *fresh[1:]] if lives_on else fresh
            events.append(ChangeEvent(date=date, kind=kind, sources=tuple(sources), targets=tuple(targets)))
            if kind is not EventKind.MERGE:
                takers = targets or ["i0"]
                sizes = st.lists(st.integers(0, 9), min_size=len(takers), max_size=len(takers))
                weights = draw(sizes.filter(lambda parts: sum(parts) > 0))
                shares |= {
                    (sources[0], to, date): Fraction(part, sum(weights))
                    for to, part in zip(takers, weights, strict=True)
                }
            standing = [unit for unit in standing if unit not in sources] + targets
    lived = {unit for unit in tree if unit in inner or unit in leaves or any(unit in one.targets for one in events)}
    directory = directory_of({unit: above for unit, above in tree.items() if unit in lived}, *events)
    return Changes(directory, shares, leaves)


NUMBERS: st.SearchStrategy[Number] = st.one_of(
    st.integers(-1000, 1000), st.decimals(-100, 100, places=3), st.fractions(max_denominator=20)
)


@st.composite
def reported(draw: st.DrawFn) -> tuple[Changes, dict[str, Number]]:
    history = draw(changes())
    return history, draw(st.dictionaries(st.sampled_from([*history.leaves, "i0", "i1"]), NUMBERS))


def exact_sum(figures: dict[str, Number]) -> Fraction:
    return sum((Fraction(figure) for figure in figures.values()), Fraction(0))


class TestLaws:
    @given(reported())
    def test_a_total_is_the_units_own_figure_and_those_of_its_children(
        self, drawn: tuple[Changes, dict[str, Number]]
    ) -> None:
        history, figures = drawn
        day = history.directory.at(REPORTED)
        totals = day.roll_up(figures, LINE)
        for unit, total in totals.items():
            below = day.children(unit, LINE)
            assert total.value == Fraction(totals.own(unit)) + sum(Fraction(totals[child].value) for child in below)
            under = [unit, *day.descendants(unit, LINE)]
            assert total.value == sum(Fraction(figures.get(one.id, 0)) for one in under)
            assert total.reporting == sum(one.id in figures for one in under)
            assert total.expected - total.reporting == len(totals.missing(unit))
        assert (
            totals.grand_total.value
            == sum(Fraction(totals[root].value) for root in day.roots(LINE))
            == exact_sum(figures)
        )

    @given(reported())
    def test_nothing_is_lost_or_gained_on_the_way_to_today(self, drawn: tuple[Changes, dict[str, Number]]) -> None:
        history, figures = drawn
        totals = now(figures, history.directory, shares=history.shares)
        assert totals.grand_total.value == exact_sum(figures)
        assert sum(Fraction(totals.own(unit)) for unit in totals) == exact_sum(figures)

    @given(reported(), st.randoms(use_true_random=False))
    def test_order_does_not_matter(self, drawn: tuple[Changes, dict[str, Number]], random: Any) -> None:  # noqa: ANN401  # A source of chance.
        history, figures = drawn
        facts = history.directory.facts
        links, items, shares = list(facts.links), list(figures.items()), list(history.shares.items())
        events = list(facts.events)
        for some in (links, items, shares, events):
            random.shuffle(some)
        shuffled = Directory(
            units=tuple(facts.units), names=tuple(facts.names), links=tuple(links), events=tuple(events)
        )
        assert by_id(now(dict(items), shuffled, shares=dict(shares))) == by_id(
            now(figures, history.directory, shares=history.shares)
        )

    @given(reported())
    def test_a_merged_unit_has_what_the_merged_had(self, drawn: tuple[Changes, dict[str, Number]]) -> None:
        history, figures = drawn
        first = datetime.date(2025, 2, 1)
        then = history.directory.roll_up(figures, LINE, reported=REPORTED, by="then")
        shares = {key: part for key, part in history.shares.items() if key[2] == first}
        carried = now(figures, history.directory, shares=shares, on=first)
        for one in history.directory.events:
            if one.kind is EventKind.MERGE and one.date == first:
                assert carried[one.targets[0]].value == sum(Fraction(then[source].value) for source in one.sources)

    @given(reported())
    def test_either_it_is_carried_or_the_missing_shares_are_told(
        self, drawn: tuple[Changes, dict[str, Number]]
    ) -> None:
        history, figures = drawn
        try:
            assert now(figures, history.directory).grand_total.value == exact_sum(figures)
        except SharesNeededError as error:
            needed = {(split.source, split.date) for split in error.splits}
            assert needed <= {(source, date) for source, _, date in history.shares}
            given_now = {key: part for key, part in history.shares.items() if (key[0], key[2]) in needed}
            gone_to = {to for (source, to, date) in given_now if to == "i0"}
            if not gone_to:
                assert now(figures, history.directory, shares=given_now).grand_total.value == exact_sum(figures)

    @given(reported())
    def test_by_steps_it_comes_to_the_same(self, drawn: tuple[Changes, dict[str, Number]]) -> None:
        history, figures = drawn
        middle = datetime.date(2025, 8, 1)
        early = {key: part for key, part in history.shares.items() if key[2] <= middle}
        late = {key: part for key, part in history.shares.items() if key[2] > middle}
        half = now(figures, history.directory, shares=early, on=middle)
        carried = {unit.id: half.own(unit) for unit in half if half.own(unit)}
        whole = now(figures, history.directory, shares=history.shares)
        rest = history.directory.roll_up(carried, LINE, reported=middle, by="now", on=ON, shares=late)
        assert {unit.id: rest[unit].value for unit in rest} == {unit.id: whole[unit].value for unit in whole}

    @given(
        st.dictionaries(st.one_of(st.text(), st.sampled_from(list(TREE))), st.one_of(NUMBERS, st.floats(), st.text())),
        st.dictionaries(st.tuples(st.text(), st.text()), st.one_of(NUMBERS, st.floats())),
    )
    def test_whatever_is_passed_nothing_but_our_own_errors_leave(self, figures: Any, shares: Any) -> None:  # noqa: ANN401  # Whatever is passed.
        with suppress(VstbpnError):
            assert now(figures, shares=shares).grand_total.value == exact_sum(figures)

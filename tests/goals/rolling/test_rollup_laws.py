"""Laws of roll-ups, on any observations: what they come to does not depend on order, grouping or the way they are added."""

import datetime
import gc
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from time import process_time
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Count, Observation, Sex
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

WOMEN, MEN, ALL, UNKNOWN = Sex.FEMALE, Sex.MALE, Sex.TOTAL, Sex.UNSPECIFIED
UNITS = tuple("abcdefgh")
SHARE = Indicator(id="share", name="tỷ lệ cơ quan có lãnh đạo nữ", unit="%")
OF_WOMEN = Indicator(id="women", name="tỷ lệ nữ thạc sĩ", unit="%", share_of=WOMEN)
CLUBS = Indicator(id="clubs", name="số câu lạc bộ", unit="câu lạc bộ")
STAFF = Indicator(id="staff", name="số cán bộ", unit="người", collection=Collection.END)
INDICATORS = (SHARE, OF_WOMEN, CLUBS, STAFF)
PARTS = ("2025", "2025-H1", "2025-H2", "2025-9M", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-11", "2024", "2026")

counts = st.integers(0, 9) | st.decimals(0, 9, places=1)


@st.composite
def observations(draw: st.DrawFn, periods: Sequence[str] = ("2025",), most: int = 30) -> list[Observation]:
    """Observations of any indicators and sexes, some of which do not go together."""

    def one() -> Observation:
        numerator: Count = draw(counts)
        denominator: Count | None = draw(st.none() | st.integers(1, 9))
        return Observation(
            numerator=numerator,
            denominator=denominator,
            period=draw(st.sampled_from(periods)),
            unit=draw(st.sampled_from(UNITS)),
            indicator=draw(st.sampled_from(INDICATORS)).id,
            sex=draw(st.sampled_from(list(Sex))),
        )

    return [one() for _ in range(draw(st.integers(0, most)))]


@st.composite
def forests(draw: st.DrawFn) -> Snapshot:
    """Snapshots in which each unit hangs under one before it, or under none."""
    links = []
    for place, unit in enumerate(UNITS):
        above = draw(st.none() | st.sampled_from(UNITS[:place])) if place else None
        if above is not None:
            links.append(Link(child=unit, parent=above, line=Line.TERRITORIAL))
    directory = Directory(
        units=tuple(OrganisationUnit(id=unit) for unit in UNITS),
        names=tuple(DatedName(unit=unit, name=f"Đơn vị {unit}") for unit in UNITS),
        links=tuple(links),
    )
    return directory.at(datetime.date(2025, 12, 31))


class Plain(NamedTuple):
    """The figures of a unit in fractions, without any cleverness."""

    numerator: Fraction
    denominator: Fraction
    parts: dict[Sex, tuple[Fraction, Fraction]]


def plainly(given: Sequence[Observation], indicator: Indicator) -> Plain | None:
    """What one unit's observations of one period and indicator come to; None if they cannot be used."""
    by_sex: dict[Sex, set[tuple[Count, Count | None]]] = defaultdict(set)
    for observation in given:
        by_sex[observation.sex].add((observation.numerator, observation.denominator))
    due = indicator.unit == "%" and indicator.share_of is None
    if any(len(figures) > 1 for figures in by_sex.values()):
        return None
    if any((observation.denominator is not None) != due for observation in given):
        return None
    figures = {
        sex: (Fraction(numerator), Fraction(denominator or 0))
        for sex, [(numerator, denominator)] in ((sex, list(several)) for sex, several in by_sex.items())
    }
    total = figures.pop(ALL, None)
    if indicator.share_of is WOMEN:
        if WOMEN not in figures or (total is None and MEN not in figures):
            return None
        whole = total[0] if total else sum((count for count, _ in figures.values()), Fraction(0))
        return Plain(figures[WOMEN][0], whole, {sex: (count, whole) for sex, (count, _) in figures.items()})
    if total is None:
        total = (
            sum((count for count, _ in figures.values()), Fraction(0)),
            sum((count for _, count in figures.values()), Fraction(0)),
        )
    return Plain(*total, figures)


def below(snapshot: Snapshot, unit: str) -> set[str]:
    return {unit, *(other.id for other in snapshot.descendants(unit, "territorial"))}


def on_line(snapshot: Snapshot) -> set[str]:
    return {unit for root in snapshot.roots("territorial") for unit in below(snapshot, root.id)}


class TestAgreesWithPlainArithmetic:
    @given(forests(), observations())
    def test_of_every_unit_and_indicator(self, snapshot: Snapshot, given_: list[Observation]) -> None:
        rolled = roll_up(iter(given_), snapshot, "territorial", indicators=INDICATORS, expected=on_line(snapshot))
        for indicator in INDICATORS:
            plain = {
                unit: plainly(of_unit, indicator)
                for unit in UNITS
                if (of_unit := [each for each in given_ if (each.unit, each.indicator) == (unit, indicator.id)])
            }
            for unit in on_line(snapshot):
                used = [found for other in below(snapshot, unit) if (found := plain.get(other)) is not None]
                total = rolled.total(indicator, unit)
                assert (total.reporting, total.expected) == (len(used), len(below(snapshot, unit)))
                assert total.numerator == sum(each.numerator for each in used)
                assert (total.denominator or 0) == sum(each.denominator for each in used)
                for sex in (WOMEN, MEN, UNKNOWN):
                    parts = [each.parts[sex] for each in used if sex in each.parts]
                    part = total.part(sex)
                    assert (part is None) == (not parts)
                    if part is not None:
                        assert part.reporting == len(parts)
                        assert part.numerator == sum(count for count, _ in parts)
                        assert (part.denominator or 0) == sum(count for _, count in parts)
                missing = set(rolled.missing(indicator, unit))
                assert missing == {other for other in below(snapshot, unit) if plain.get(other) is None}

    @given(forests(), observations())
    def test_units_off_the_line_are_told_once(self, snapshot: Snapshot, given_: list[Observation]) -> None:
        rolled = roll_up(given_, snapshot, "territorial", indicators=INDICATORS)
        told = [dict(finding.args)["unit"] for finding in rolled.findings if finding.code == "GOL017"]
        assert told == sorted({each.unit for each in given_} - on_line(snapshot))


def same(one: RollUp, other: RollUp) -> None:
    assert list(one.items()) == list(other.items())
    assert one.findings == other.findings
    assert [one.missing(key) for key in one.indicators] == [other.missing(key) for key in other.indicators]


class TestOrder:
    @given(observations(PARTS), st.randoms(use_true_random=False))
    def test_does_not_matter(self, given_: list[Observation], random: Random) -> None:
        shuffled = list(given_)
        random.shuffle(shuffled)
        same(
            roll_up(given_, indicators=INDICATORS, period="2025"),
            roll_up(shuffled, indicators=INDICATORS, period="2025"),
        )

    @given(observations(PARTS), st.randoms(use_true_random=False))
    def test_does_not_matter_without_indicators(self, given_: list[Observation], random: Random) -> None:
        shuffled = list(given_)
        random.shuffle(shuffled)
        same(roll_up(given_, period="2025"), roll_up(shuffled, period="2025"))


@st.composite
def dirty(draw: st.DrawFn) -> list[Observation]:
    """Figures of few units, many told twice, some with a denominator and some without."""
    figures = st.builds(
        Observation,
        numerator=st.integers(1, 2),
        denominator=st.none() | st.just(3),
        period=st.sampled_from(["2025", "2025-H1"]),
        unit=st.sampled_from("abc"),
        indicator=st.sampled_from([None, "x"]),
        sex=st.sampled_from([ALL, WOMEN]),
    )
    return draw(st.lists(figures, max_size=8))


class TestOrderOfDirtyFigures:
    @given(dirty(), st.randoms(use_true_random=False))
    def test_does_not_matter(self, given_: list[Observation], random: Random) -> None:
        shuffled = list(given_)
        random.shuffle(shuffled)
        same(roll_up(given_, period="2025"), roll_up(shuffled, period="2025"))

    def test_which_of_two_came_first(self) -> None:
        told = [
            Observation(numerator=numerator, denominator=denominator, period="2025", unit=unit)
            for numerator, denominator, unit in ((1, 2, "a"), (1, None, "a"), (5, None, "b"))
        ]
        for order in ((0, 1, 2), (1, 0, 2), (2, 1, 0), (2, 0, 1)):
            rolled = roll_up([told[place] for place in order])
            assert (rolled.total().numerator, rolled.missing()) == (5, ("a",))
            same(rolled, roll_up(told))


FILLERS = tuple(f"filler-{number}" for number in range(300))


class TestFewOfManyUnits:
    """Figures of few units take room for these alone, and come to the same."""

    @given(observations(PARTS), st.sampled_from([INDICATORS, ()]), st.randoms(use_true_random=False))
    def test_come_to_what_they_come_to_alone(
        self, given_: list[Observation], known: Sequence[Indicator], random: Random
    ) -> None:
        alone = roll_up(given_, indicators=known, period="2025", expected=UNITS)
        expected = [*UNITS, *FILLERS]
        random.shuffle(expected)
        among = roll_up(given_, indicators=known, period="2025", expected=expected)
        assert (among.findings, among.indicators) == (alone.findings, alone.indicators)
        for key in alone.indicators:
            assert set(among.missing(key)) == {*alone.missing(key), *FILLERS}
            for unit in UNITS:
                assert among.total(key, unit) == alone.total(key, unit)
                assert among.missing(key, unit) == alone.missing(key, unit)
            assert numbers(among.total(key))[:4] == numbers(alone.total(key))[:4]
            assert among.total(key).expected == len(expected)
            assert among.total(key, FILLERS[0]).expected == 1

    @given(observations(PARTS))
    def test_who_come_first_or_last(self, given_: list[Observation]) -> None:
        others = [Observation(numerator=1, period="2025", unit=unit, indicator="clubs") for unit in FILLERS]
        first, last = (
            roll_up(several, indicators=INDICATORS, period="2025")
            for several in ([*given_, *others], [*others, *given_])
        )
        same(first, last)
        alone = roll_up(given_, indicators=INDICATORS, period="2025")
        for indicator in INDICATORS[:2]:
            assert first.total(indicator) == alone.total(indicator)

    def test_on_a_line(self) -> None:
        units = [f"u{number}" for number in range(200)]
        snapshot = Directory(
            units=tuple(OrganisationUnit(id=unit) for unit in units),
            names=tuple(DatedName(unit=unit, name=f"Đơn vị {unit}") for unit in units),
            links=tuple(Link(child=unit, parent=units[0], line=Line.TERRITORIAL) for unit in units[1:]),
        ).at(datetime.date(2025, 12, 31))
        told = [
            Observation(numerator=number, period="2025", unit=unit, indicator=key)
            for key, several in (("few", [150, 7]), ("many", range(1, 200)))
            for number, unit in ((number, units[number]) for number in several)
        ]
        rolled = roll_up(told, snapshot, "territorial")
        few = rolled.total("few", units[0])
        assert (few.numerator, few.reporting, few.expected) == (157, 2, 199)
        assert rolled.total("few", "u7").numerator == 7
        assert rolled.total("few", "u8") == Aggregate(unit="u8", expected=1)
        assert rolled.missing("few", "u150") == ()
        assert rolled.missing("few") == tuple(
            unit for unit in snapshot.row(Line.TERRITORIAL).ids if unit not in {"u0", "u7", "u150"}
        )


class TestLinearTimeOfOneIndicatorPerUnit:
    def test_of_many(self) -> None:
        def seconds(count: int) -> float:
            told = [
                Observation(numerator=1, period="2025", unit=f"u{number}", indicator=f"i{number}")
                for number in range(count)
            ]
            start = process_time()
            roll_up(told)
            return process_time() - start

        gc.disable()
        try:
            # Other work on the machine may spoil a try.
            assert any(
                min(seconds(4_000) for _ in range(2)) < 4 * 2.2 * min(seconds(1_000) for _ in range(2))
                for _ in range(4)
            )
        finally:
            gc.enable()


class TestGrouping:
    @given(observations(PARTS), st.sets(st.sampled_from(UNITS)))
    def test_districts_added_are_all_at_once(self, given_: list[Observation], district: set[str]) -> None:
        groups = [[each for each in given_ if (each.unit in district) is inside] for inside in (True, False)]
        rolled = roll_up(given_, indicators=INDICATORS, period="2025")
        halves = [roll_up(group, indicators=INDICATORS, period="2025") for group in groups]
        for indicator in INDICATORS:
            totals = [half.total(indicator) for half in halves]
            whole = rolled.total(indicator)
            assert whole.numerator == sum(total.numerator for total in totals)
            assert (whole.denominator or 0) == sum(total.denominator or 0 for total in totals)
            assert whole.reporting == sum(total.reporting for total in totals)
            assert whole.expected == sum(total.expected for total in totals)
        assert sorted(map(str, rolled.findings)) == sorted(str(each) for half in halves for each in half.findings)


def numbers(total: Aggregate) -> list[object]:
    parts = [
        number for part in total.parts for number in (part.numerator, part.denominator, part.reporting, part.share)
    ]
    return [total.numerator, total.denominator, total.share, total.value, total.coverage, *parts]


class TestExactness:
    @given(observations(PARTS))
    def test_there_is_no_float_anywhere(self, given_: list[Observation]) -> None:
        for _, _, total in roll_up(given_, indicators=INDICATORS, period="2025").items():
            assert {type(number) for number in numbers(total)} <= {int, Decimal, Fraction, type(None)}

    @given(observations())
    def test_women_and_men_make_the_total_where_no_total_is_told(self, given_: list[Observation]) -> None:
        split = [each for each in given_ if each.sex in {WOMEN, MEN}]
        for _, key, total in roll_up(split, indicators=INDICATORS).items():
            if key != OF_WOMEN.id:
                assert total.numerator == sum(part.numerator for part in total.parts)
                assert (total.denominator or 0) == sum(part.denominator or 0 for part in total.parts)

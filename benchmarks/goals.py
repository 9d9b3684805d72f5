"""How fast the figures of 46 000 schools are rolled up to 34 provinces, beside a sum in a bare dictionary.

Run with ``python benchmarks/goals.py``. All take turns in one run, without the garbage collector.

What is compared does not do the same work. The dictionary adds up numerators and denominators by province, indicator and
sex, and checks nothing. A roll-up of ours tells of every unit of the line, with its split by sex and how many reported of
how many expected, and checks each figure: nothing told twice, no denominators missing, no part above its whole.
"""

import datetime
import resource
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from country import COMMUNES, PROVINCES, SCHOOLS, country
from timing import seconds

from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.values import evolve

DAY = datetime.date(2026, 9, 1)
LINE = "territorial"
ROUNDS = 3
INDICATORS = 20
IDS = tuple(str(number) for number in range(1, INDICATORS + 1))
QUARTERS = tuple(f"2025-Q{quarter}" for quarter in range(1, 5))
PARTS = 10
"""Of how many parts of the country one is enough for what takes more room than time."""

SEXES = (Sex.FEMALE, Sex.MALE)

Sums = Mapping[tuple[str, str, str], int]


def indicators() -> list[Indicator]:
    """As many as a strategy has: shares with denominators of their own."""
    return [Indicator(id=number, name=f"chỉ số {number}", unit="%") for number in IDS]


def counts(school: int, number: int, sex: Sex) -> tuple[int, int]:
    """A made-up numerator and denominator, the same at each call."""
    whole = 20 + (school * 7 + number * 13) % 480 + (sex is Sex.MALE)
    return (whole * ((school + number) % 90)) // 100, whole


def cells(schools: int = SCHOOLS, periods: Sequence[str] = ("2025",)) -> Iterator[dict[str, Any]]:
    """What schools report, as rows: school by school, indicator by indicator, women and men."""
    for school in range(schools):
        unit = f"truong-{school}"
        for number, indicator in enumerate(IDS):
            for period in periods:
                for sex in SEXES:
                    numerator, denominator = counts(school, number, sex)
                    yield {
                        "numerator": numerator,
                        "denominator": denominator,
                        "period": period,
                        "unit": unit,
                        "indicator": indicator,
                        "sex": sex,
                    }


def observed() -> Iterator[Observation]:
    """The same, as observations of all schools."""
    return (Observation(**row) for row in cells())


def bare_sum(observations: list[Observation], province_of: Mapping[str, str]) -> tuple[Sums, Sums]:
    """Numerators and denominators by province, indicator and sex, in two dictionaries."""
    numerators: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    denominators: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for observation in observations:
        key = province_of[observation.unit], observation.indicator or "", observation.sex._value_
        numerators[key] += observation.numerator  # type: ignore[assignment]  # They are whole numbers here.
        denominators[key] += observation.denominator or 0  # type: ignore[assignment]  # As above.
    return numerators, denominators


def provinces_of(share: int = 1) -> dict[str, str]:
    """The province of each school, as ``country`` makes them."""
    communes = COMMUNES // share
    return {f"truong-{school}": f"tinh-{school % communes % PROVINCES}" for school in range(SCHOOLS // share)}


def country_today(share: int = 1) -> Snapshot:
    """The units of the country, or of a part of it, on the day."""
    rows = country(share)
    return Directory.from_rows(rows.units, links=rows.links, events=rows.events).at(DAY)


def of_provinces(rolled: RollUp) -> dict[tuple[str, str], object]:
    """The totals of all provinces, with their parts by sex."""
    return {
        (f"tinh-{number}", str(indicator)): rolled.total(indicator, f"tinh-{number}")
        for number in range(PROVINCES)
        for indicator in rolled.indicators
    }


def show(what: str, taken: float, base: float) -> None:
    print(f"  {what:<58} {taken:7.2f} s  {taken / base:6.2f} x")


def show_rolling_up(today: Snapshot, observations: list[Observation]) -> None:
    known, province_of = indicators(), provinces_of()
    actions: dict[str, Callable[[], object]] = {
        "bare dictionary, provinces only": lambda: bare_sum(observations, province_of),
        "roll_up over the line": lambda: roll_up(observations, today, LINE, indicators=known),
        "roll_up over the line, and the totals of all provinces": lambda: of_provinces(
            roll_up(observations, today, LINE, indicators=known)
        ),
        "roll_up without indicators": lambda: roll_up(observations, today, LINE),
        "roll_up of a flat list": lambda: roll_up(observations, indicators=known),
    }
    taken: dict[str, list[float]] = {what: [] for what in actions}
    for _ in range(ROUNDS):
        for what, action in actions.items():
            taken[what].append(seconds(action))
    base = min(taken["bare dictionary, provinces only"])
    print(f"\nrolling up {len(observations)} observations (the least of {ROUNDS} runs)")
    for what, times in taken.items():
        show(what, min(times), base)


def show_other_ways() -> None:
    """What else is rolled up, and from where, over a part of the schools; each beside a sum of its own observations."""
    today, province_of = country_today(PARTS), provinces_of(PARTS)
    schools = SCHOOLS // PARTS
    rows = list(cells(schools))
    plain = [Observation(**row) for row in rows]
    print(f"\n{len(rows)} observations of {schools} schools")
    base = seconds(lambda: bare_sum(plain, province_of))
    show("bare dictionary, provinces only", base, base)
    show("made one by one", seconds(lambda: [Observation(**row) for row in rows]), base)
    show("observations_from_rows", seconds(lambda: observations_from_rows(rows)), base)
    known = indicators()
    quarters = [Observation(**row) for row in cells(schools // len(QUARTERS), QUARTERS)]
    women = [evolve(observation, denominator=None) for observation in plain]
    shares = [evolve(indicator, share_of=Sex.FEMALE) for indicator in known]
    three = [observation for observation in quarters if observation.period != QUARTERS[1]]
    some = [observation for observation in quarters if observation.period != QUARTERS[1] or not is_odd(observation)]
    one_sex = [observation for observation in plain if observation.sex is Sex.FEMALE or not is_odd(observation)]
    beside = with_totals(plain)
    twice = [*plain, *plain]
    for what, of, action in (
        ("one year", plain, lambda: roll_up(plain, today, LINE, indicators=known)),
        ("a year of four quarters", quarters, lambda: roll_up(quarters, today, LINE, indicators=known, period="2025")),
        ("the share of women", women, lambda: roll_up(women, today, LINE, indicators=shares)),
        (
            "a year, a tenth of schools lack a quarter",
            some,
            lambda: roll_up(some, today, LINE, indicators=known, period="2025"),
        ),
        (
            "a year, all schools lack a quarter",
            three,
            lambda: roll_up(three, today, LINE, indicators=known, period="2025"),
        ),
        ("a year, a tenth tell of women alone", one_sex, lambda: roll_up(one_sex, today, LINE, indicators=known)),
        ("a year, a tenth tell totals beside", beside, lambda: roll_up(beside, today, LINE, indicators=known)),
        ("everything told twice", twice, lambda: roll_up(twice, today, LINE, indicators=known)),
    ):
        base = min(seconds(lambda of=of: bare_sum(of, province_of)) for _ in range(ROUNDS))  # type: ignore[misc]  # It is called at once.
        show(f"roll_up of {what}", min(seconds(action) for _ in range(ROUNDS)), base)


def is_odd(observation: Observation) -> bool:
    """Whether a school is one of the tenth that do not tell what the others do."""
    return observation.unit.endswith("7")


def with_totals(plain: list[Observation]) -> list[Observation]:
    """Figures of women and men, and for a tenth of the schools their sums beside them."""
    odd = [observation for observation in plain if is_odd(observation)]
    totals = [
        evolve(
            women,
            numerator=women.numerator + men.numerator,
            denominator=(women.denominator or 0) + (men.denominator or 0),
            sex=Sex.TOTAL,
        )
        for women, men in zip(odd[::2], odd[1::2], strict=True)
    ]
    return plain + totals


def agree(today: Snapshot, observations: list[Observation]) -> None:
    """Refuse to measure what does not come to the same."""
    numerators, denominators = bare_sum(observations, provinces_of())
    rolled = roll_up(observations, today, LINE, indicators=indicators())
    for (province, indicator, sex), numerator in numerators.items():
        part = rolled.total(indicator, province).part(Sex.of(sex))
        if part is None or (part.numerator, part.denominator) != (numerator, denominators[province, indicator, sex]):
            raise SystemExit(f"{province}, {indicator}, {sex}: {part} is not {numerator}")
    print(rolled, rolled.total("1"), sep="\n")


def show_memory(today: Snapshot) -> None:
    """What a roll-up of observations that nobody keeps takes."""
    known = indicators()
    today.row(LINE)
    tracemalloc.start()
    rolled = roll_up(observed(), today, LINE, indicators=known)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"\nmemory: {rolled!r} takes {size / 1e6:.0f} MB, at most {peak / 1e6:.0f} MB while rolling up from a generator"
    )


def main() -> None:
    today = country_today()
    show_memory(today)
    observations = list(observed())
    agree(today, observations)
    show_rolling_up(today, observations)
    del observations
    show_other_ways()
    print(f"\nthe whole process took at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


if __name__ == "__main__":
    main()

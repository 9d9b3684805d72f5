"""How fast the reports of 50 000 units over 30 years come out in order of their days, beside sorting them all.

Run with ``python benchmarks/calendars.py``. All take turns in one run, without the garbage collector.

The naive way asks each obligation for its occurrences, keeps them all and sorts them by their days. It takes so much room
and time that it is run for a part of the units only; the streamed way is run for the same part, and then for all of them.
"""

import datetime
import resource
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from timing import least_seconds, seconds

from vstbpn.calendars import (
    BeforePolicy,
    DataWindow,
    DueDay,
    DueMonth,
    DueWorkingDays,
    Obligation,
    Occurrence,
    PeriodKind,
    Roll,
    WorkCalendar,
    hand_over_all,
    occurrences_of,
)
from vstbpn.organisations import typical
from vstbpn.values import evolve

START, END = datetime.date(2026, 1, 1), datetime.date(2055, 12, 31)
UNITS = 50_000
PART = 1_000
"""How many units the naive way is run for."""

Pairs = Iterable[tuple[Obligation, Occurrence]]


def duties(units: int) -> Iterator[Obligation]:
    """What schools owe: two reports of half-years and years each, and a third of them a monthly one as well."""
    decree = DataWindow.bundled("nd-09-2019")
    half = Obligation(
        who="", to_whom="Sở Giáo dục và Đào tạo", what="báo cáo công tác bình đẳng giới", period=PeriodKind.HALF,
        window=decree, due=DueDay(day=15, before=BeforePolicy.DAY_BEFORE), roll=Roll.PRECEDING,
    )  # fmt: skip
    year = evolve(half, period=PeriodKind.YEAR, due=DueWorkingDays(days=2), roll=Roll.FOLLOWING)
    month = evolve(half, period=PeriodKind.MONTH, due=DueMonth(), roll=Roll.NONE)
    for number in range(units):
        for one in (half, year, month)[: 3 if number % 3 == 0 else 2]:
            yield evolve(one, who=f"Trường số {number}", unit=f"truong-{number}")


def naive(obligations: Iterable[Obligation]) -> list[tuple[Obligation, Occurrence]]:
    """Every occurrence of every obligation, sorted."""
    pairs = [(obligation, turn) for obligation in obligations for turn in list(obligation.occurrences(START, END))]
    return sorted(pairs, key=lambda pair: pair[1].effective_due)


def streamed(obligations: Iterable[Obligation]) -> Pairs:
    return occurrences_of(obligations, START, END)


def count(pairs: Pairs) -> int:
    """How many there are, none of them kept."""
    return sum(1 for _ in pairs)


def exhaust(pairs: Pairs) -> None:
    deque(pairs, maxlen=0)


def agree(obligations: list[Obligation]) -> int:
    """Refuse to measure what does not come to the same; tell how many turns there are."""
    expected, found = naive(obligations), list(streamed(obligations))
    if [turn.effective_due for _, turn in expected] != [turn.effective_due for _, turn in found]:
        raise SystemExit("the days differ")

    def marks(pairs: Pairs) -> set[tuple[str, str, datetime.date]]:
        return {(obligation.who, str(turn.period), turn.effective_due) for obligation, turn in pairs}

    if len(expected) != len(found) or marks(expected) != marks(found):
        raise SystemExit("the turns differ")
    return len(found)


def show(what: str, taken: float, turns: int) -> None:
    print(f"  {what:<52} {taken:7.2f} s  {turns / taken / 1e6:7.3f} million turns a second")


def show_memory(what: str, way: Callable[[Iterable[Obligation]], Pairs], obligations: Iterable[Obligation]) -> None:
    """The most that is held while all turns come out, beside what was held before."""
    tracemalloc.start()
    exhaust(way(obligations))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"  {what:<52} at most {peak / 1e6:7.1f} MB")


def main() -> None:
    for year in range(START.year - 1, END.year + 2):
        WorkCalendar.bundled().is_working_day(
            datetime.date(year, 1, 1)
        )  # The holidays of all years are known from here on.
    part, few, all_of_them = list(duties(PART)), list(duties(UNITS // 10)), list(duties(UNITS))
    turns = agree(part)
    print(f"\n{PART} units, {len(part)} obligations, {turns} turns")
    slow, fast = least_seconds([lambda: exhaust(naive(part)), lambda: exhaust(streamed(part))], 3)
    show("naive: every turn of every obligation, sorted", slow, turns)
    show("streamed", fast, turns)
    print(f"  the naive way takes {slow / fast:.0f} times as long")

    print("\nstreamed")
    for units, obligations in ((UNITS // 10, few), (UNITS, all_of_them)):
        many = count(streamed(obligations))
        taken = min(seconds(lambda obligations=obligations: exhaust(streamed(obligations))) for _ in range(3))  # type: ignore[misc]  # It is called at once.
        show(f"{units} units, {len(obligations)} obligations, {many} turns", taken, many)

    print("\nmemory")
    show_memory(f"naive, {PART} units", naive, part)
    show_memory(f"streamed, {UNITS} units", streamed, all_of_them)
    show_memory(f"streamed, {UNITS} units, obligations from a generator", streamed, duties(UNITS))

    ending = [evolve(duty, unit="truong-mam-non", to_unit="phong-gddt") for duty in all_of_them]
    directory = typical()
    taken = seconds(lambda: deque(hand_over_all(ending, directory), maxlen=0))
    print(f"\nhand_over_all of {len(ending)} obligations, each cut once: {taken:.2f} s")
    print(f"the whole process took at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


if __name__ == "__main__":
    main()

"""The national frame (khung mục tiêu quốc gia): the targets that a plan's may be held against."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TypeVar

import attrs

from vstbpn.catalogue.sources import Source
from vstbpn.catalogue.tables import Confidence, TargetRow
from vstbpn.catalogue.tables import targets as bundled_targets
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError, shown
from vstbpn.goals.national.comparison import Ambition, NationalComparison, are_alike, compare
from vstbpn.goals.national.rows import numbered, rows_of, strategies_of
from vstbpn.goals.national.strategy import NationalStrategy, StrategyKind
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.national.words import Matter, about_the_same, likeness, matter_of
from vstbpn.goals.targets.target import Target
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.comparing import plain_day
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import When

T = TypeVar("T")


class _Index:
    """The targets of a frame by what those that are held against each other have alike; made when first asked for."""

    def __init__(self, strategies: tuple[NationalStrategy, ...]) -> None:
        self._strategies = strategies

    @cached_property
    def whole_strategies(self) -> frozenset[str]:
        """The ids of the strategies proper: not of the programmes under them."""
        return frozenset(one.id for one in self._strategies if one.kind is StrategyKind.STRATEGY)

    @cached_property
    def _by_key(self) -> dict[tuple[str, bool, Matter], list[NationalTarget]]:
        found: dict[tuple[str, bool, Matter], list[NationalTarget]] = {}
        for national in (one for strategy in self._strategies for one in strategy.targets):
            if national.target.value is not None:
                found.setdefault(_key(national.target, national.target.population or ""), []).append(national)
        return found

    def comparable(self, target: Target, words: str) -> Sequence[NationalTarget]:
        """The targets that may be about the same, in their order; all others are not."""
        return self._by_key.get(_key(target, words), ())


def _key(target: Target, words: str) -> tuple[str, bool, Matter]:
    return target.unit, target.is_change, matter_of(words)


@frozen
class NationalFrame:
    """An immutable frame of national targets (khung mục tiêu quốc gia): strategies, each with its targets.

    The bundled one holds the two national strategies on gender equality and the programmes under them. A frame of your
    own, a province's for one, is held against in the same way.

    Raises:
        CatalogueError: Two strategies have one id.
        InvalidValueError: Something else than strategies was given.

    >>> frame = NationalFrame.bundled()
    >>> frame
    <NationalFrame: 5 strategies and programmes, 105 targets>
    >>> [(one.id, str(one.period)) for one in frame.strategies if one.kind is StrategyKind.STRATEGY]
    [('28/NQ-CP@2021', '2021-2030'), ('2351/QĐ-TTg', '2011-2020')]
    """

    strategies: tuple[NationalStrategy, ...] = ()
    _index: "_Index" = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        counts = Counter(_held(strategy, NationalStrategy).id for strategy in self.strategies)
        if twice := sorted(id_[:60] for id_, count in counts.items() if count > 1):
            raise CatalogueError("targets", [f"there are two strategies {id_!r}" for id_ in twice])
        object.__setattr__(self, "_index", _Index(self.strategies))

    def __repr__(self) -> str:
        return f"<NationalFrame: {len(self.strategies)} strategies and programmes, {len(self.targets())} targets>"

    @classmethod
    def bundled(cls) -> "NationalFrame":
        """The frame the library ships, made once."""
        return _bundled()

    @classmethod
    def from_rows(cls, rows: Iterable[TargetRow], *, acts: Acts | None = None) -> "NationalFrame":
        """A frame of your own from rows; the catalogue of acts tells what is known of the acts they name.

        Raises:
            CatalogueError: Everything in the rows that does not hold.
            InvalidValueError: Something else than rows was given.

        >>> from decimal import Decimal
        >>> row = TargetRow(strategy="15/KH-UBND", text_vi="nữ tham gia cấp ủy", comparator=">=", value=Decimal(30),
        ...                 unit="%", year="2026")
        >>> print(NationalFrame.from_rows([row]).targets()[0])
        Đến năm 2026, ít nhất 30% nữ tham gia cấp ủy (Kế hoạch số 15/KH-UBND)
        """
        return cls(
            strategies=strategies_of(numbered(_several(rows, TargetRow)), Acts.bundled() if acts is None else acts)
        )

    @classmethod
    def from_csv(cls, source: Source, *, acts: Acts | None = None) -> "NationalFrame":
        r"""A frame of your own from a table with a header, its columns named as the fields of ``TargetRow``.

        Needed are ``strategy``, ``text_vi`` and ``comparator``; what is left out is as by default.

        Raises:
            CatalogueError: Everything in the table that does not hold.
            InvalidValueError: The source is none.

        >>> table = "strategy,text_vi,comparator,value,unit,year\n15/KH-UBND,nữ tham gia cấp ủy,>=,30,%,2026\n"
        >>> NationalFrame.from_csv(table).compare(Target.parse("Đến năm 2026, 25% nữ tham gia cấp ủy")).ambition
        Ambition.LOWER
        """
        return cls(strategies=strategies_of(rows_of(source), Acts.bundled() if acts is None else acts))

    def targets(
        self, on: datetime.date | None = None, *, confidence: Confidence | Iterable[Confidence] | None = None
    ) -> tuple[NationalTarget, ...]:
        """Its targets, all of them, or those that hold on a day, or are of that confidence.

        >>> amended = [one for one in NationalFrame.bundled().targets(datetime.date(2019, 1, 1)) if one.number == "6.2b"]
        >>> [(one.act.symbol.canonical, str(one.target.value)) for one in amended]
        [('2351/QĐ-TTg', '70'), ('800/QĐ-TTg', '75')]
        """
        wanted, day = _confidences(confidence), plain_day(on)
        return tuple(
            target
            for strategy in self.strategies
            for target in strategy.targets
            if (day is None or target.holds(day)) and target.confidence in wanted
        )

    def strategy(self, id: str) -> NationalStrategy:  # noqa: A002  # The field's own name.
        """The strategy of an id, or of a number and symbol that one strategy alone bears.

        Raises:
            NotFoundError: There is none, or there are several.
            InvalidValueError: Something else than a text was given.

        >>> NationalFrame.bundled().strategy("28/NQ-CP").title
        'ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030'
        """
        if not isinstance(id, str):
            raise InvalidValueError("id of a strategy", type(id).__name__, "expected a text such as '28/NQ-CP'")
        exact = [strategy for strategy in self.strategies if strategy.id == id]
        found = exact or [strategy for strategy in self.strategies if strategy.id.partition("@")[0] == id]
        if len(found) != 1:
            raise NotFoundError("strategy", id, [strategy.id for strategy in found or self.strategies])
        return found[0]

    def with_targets(self, targets: Iterable[NationalTarget]) -> "NationalFrame":
        """A new frame with more targets, each in its strategy; one that is not there yet is made of its act.

        Raises:
            InvalidValueError: Something else than national targets was given.
        """
        more: dict[str, list[NationalTarget]] = {}
        for target in _several(targets, NationalTarget):
            more.setdefault(target.strategy, []).append(target)
        there = [evolve(one, targets=(*one.targets, *more.pop(one.id, ()))) for one in self.strategies]
        new = [
            NationalStrategy(id=id_, act=held[0].act, title=held[0].act.title or "", targets=tuple(held))
            for id_, held in more.items()
        ]
        return NationalFrame(strategies=(*there, *new))

    def candidates(
        self, target: Target, *, year: int | None = None, on: datetime.date | None = None
    ) -> tuple[NationalTarget, ...]:
        """The national targets that a target may be held against, those first whose words are most alike.

        They are of one unit, both levels or both changes, about the same (see ``about_the_same``), and in force. Of
        milestones of one target it is the one of that year, else the last one before it: what the nation wants to
        have reached by then. Where the next one asks for less, as a ceiling that rises, it is that one. Between two
        milestones nothing is interpolated.

        Args:
            target: The target.
            year: The year it is held against; by default the one it is due in.
            on: The day on which the national targets are to be in force; by default the last one of that year.

        Raises:
            InvalidValueError: What is given is no target, no year or no day.
        """
        _held(target, Target)
        due = target.year if year is None else _year(year)
        words = target.population
        if due is None or not words:
            return ()
        day = plain_day(on) or datetime.date(due, 12, 31)
        found = [
            national
            for national in self._index.comparable(target, words)
            if national.holds(day)
            and are_alike(target, national.target)
            and about_the_same(words, national.target.population or "")
        ]
        return tuple(
            sorted(_milestones(found, due), key=lambda national: -likeness(words, national.target.population or ""))
        )

    def compare(
        self, target: Target, *, year: int | None = None, on: datetime.date | None = None
    ) -> NationalComparison | None:
        """Hold a target against the national one that is about the same; None where none is, or several are alike.

        Args:
            target: The target.
            year: The year it is held against; by default the one it is due in.
            on: The day on which the national targets are to be in force; by default the last one of that year.

        Raises:
            InvalidValueError: What is given is no target, no year or no day.

        >>> frame = NationalFrame.bundled()
        >>> found = frame.compare(Target.parse("Đến năm 2025, 50% cơ quan có lãnh đạo chủ chốt là nữ"))
        >>> found.ambition, found.difference, found.shared
        (Ambition.LOWER, Decimal('-10'), ('cơ quan', 'lãnh đạo chủ chốt', 'nữ'))
        >>> frame.compare(Target.parse("Đến năm 2025, 60% học sinh được tuyên truyền")) is None
        True
        """
        found = self.candidates(target, year=year, on=on)
        best = self._best(target, found)
        if best is None:
            return None
        rest = tuple(national for national in found if national is not best)
        return compare(target, best, candidates=(best, *rest))

    def _best(self, target: Target, found: tuple[NationalTarget, ...]) -> NationalTarget | None:
        """The one whose words are most alike; of several that ask for the same, the strategy's before a programme's."""
        if not found:
            return None
        words = target.population or ""
        most = likeness(words, found[0].target.population or "")
        tied = [national for national in found if likeness(words, national.target.population or "") == most]
        if len({(one.target.comparator, one.target.value, one.target.value_max, one.target.year) for one in tied}) > 1:
            return None
        return next((one for one in tied if one.strategy in self._index.whole_strategies), tied[0])


def _milestones(found: Sequence[NationalTarget], due: int) -> Iterator[NationalTarget]:
    """Those that speak of a year; of the milestones of one target the last one, or the next where that asks for less.

    A target that bears several figures of one year keeps them all.
    """
    several: dict[tuple[str, str], list[NationalTarget]] = {}
    for national in found:
        several.setdefault((national.strategy, national.number), []).append(national)
    for milestones in several.values():
        spoken = [national for national in milestones if national.speaks_of(due)]
        last = max((national.target.year or 0 for national in spoken), default=0)
        held = [national for national in spoken if (national.target.year or 0) == last]
        yield from _eased(held[0], milestones, due) if len(held) == 1 else held


def _eased(held: NationalTarget, milestones: Sequence[NationalTarget], due: int) -> Iterator[NationalTarget]:
    """The milestone before a year, or the one after it where a ceiling rises until then."""
    if held.target.when is When.BY and held.target.year not in {None, due}:
        coming = [one for one in milestones if one.target.when is When.BY and (one.target.year or 0) > due]
        after = min(coming, key=lambda one: one.target.year or 0, default=held)
        yield after if compare(after.target, held).ambition is Ambition.LOWER else held
    else:
        yield held


@cache
def _bundled() -> NationalFrame:
    return NationalFrame.from_rows(bundled_targets())


def _confidences(given: object) -> frozenset[Confidence]:
    if given is None:
        return frozenset(Confidence)
    several = (given,) if isinstance(given, str | Confidence) or not isinstance(given, Iterable) else given
    return frozenset(Confidence.of(one) for one in several)


def _several(values: object, kind: type[T]) -> tuple[T, ...]:
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InvalidValueError(kind.__name__, type(values).__name__, f"expected several values of {kind.__name__}")
    return tuple(_held(value, kind) for value in values)


def _held(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise InvalidValueError(kind.__name__, type(value).__name__, f"expected a {kind.__name__}")
    return value


def _year(year: object) -> int:
    if isinstance(year, bool) or not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError("year", shown(year), f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    return year

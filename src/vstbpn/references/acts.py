"""The acts the library knows (danh mục văn bản), and what a reference turns out to be."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from vstbpn.catalogue.tables import Act
from vstbpn.catalogue.tables import acts as bundled_acts
from vstbpn.dates import PartialDate
from vstbpn.references.reference import Reference
from vstbpn.text import comparison_key
from vstbpn.values import frozen
from vstbpn.vocabulary import DocumentType, Term


class Verdict(Term):
    """What is known of a reference (kết quả tra cứu)."""

    IN_FORCE = ("in-force", "còn hiệu lực", "in force")
    NOT_YET = ("not-yet-in-force", "chưa có hiệu lực", "not yet in force")
    EXPIRED = ("expired", "hết hiệu lực", "expired")
    KNOWN = ("known", "có trong danh mục", "known, validity not stated")
    AMBIGUOUS = ("ambiguous", "nhiều văn bản phù hợp", "several acts fit")
    UNKNOWN = ("unknown", "không có trong danh mục", "not in the catalogue")


@frozen
class Resolution:
    """What a reference turned out to be (kết quả): a verdict and the acts that fit."""

    verdict: Verdict
    candidates: tuple[Act, ...] = ()

    @property
    def act(self) -> Act | None:
        """The one act meant, or None."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def expired(self) -> Act | None:
        """The act meant, if it was no longer in force, or None."""
        return self.act if self.verdict is Verdict.EXPIRED else None


@frozen
class Acts:
    """An immutable catalogue of acts (danh mục văn bản).

    >>> ref = Reference.parse("Nghị định số 30/2020/NĐ-CP")
    >>> Acts.bundled().resolve(ref, on=datetime.date(2026, 11, 22)).verdict
    Verdict.IN_FORCE
    """

    acts: tuple[Act, ...] = ()
    _by_symbol: Mapping[tuple[str, str], tuple[Act, ...]] = attrs.field(init=False, eq=False)
    _by_name: Mapping[str, tuple[Act, ...]] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        by_symbol: dict[tuple[str, str], list[Act]] = defaultdict(list)
        by_name: dict[str, list[Act]] = defaultdict(list)
        for act in self.acts:
            by_symbol[_number_key(act.number), act.symbol].append(act)
            # A constitution is cited as "Hiến pháp" alone, whatever its full title.
            for name in {act.title_vi, act.type} if act.type == DocumentType.CONSTITUTION.vi else {act.title_vi}:
                by_name[comparison_key(name)].append(act)
        object.__setattr__(self, "_by_symbol", {key: tuple(acts) for key, acts in by_symbol.items()})
        object.__setattr__(self, "_by_name", {key: tuple(acts) for key, acts in by_name.items()})

    @classmethod
    def bundled(cls) -> "Acts":
        """The catalogue the library ships."""
        return _bundled()

    def with_acts(self, acts: Iterable[Act]) -> "Acts":
        """A new catalogue with more acts."""
        return Acts(acts=(*self.acts, *acts))

    def resolve(self, reference: Reference, *, on: datetime.date | None = None) -> Resolution:
        """Look a reference up; a symbol is no identity, so the date and the type must agree as well.

        Args:
            reference: What to look up.
            on: The day whose validity is asked for; None asks only whether the act is known.
        """
        candidates = self._candidates(reference)
        if not candidates:
            return Resolution(verdict=Verdict.UNKNOWN)
        if len(candidates) > 1:
            return Resolution(verdict=Verdict.AMBIGUOUS, candidates=candidates)
        return Resolution(verdict=_validity(candidates[0], on), candidates=candidates)

    def _candidates(self, reference: Reference) -> tuple[Act, ...]:
        if reference.symbol is not None:
            symbol = reference.symbol
            code = f"{symbol.year}/{symbol.code}" if symbol.year is not None else symbol.code
            found = self._by_symbol.get((_number_key(symbol.number or ""), code), ())
        else:
            found = self._by_name.get(comparison_key(reference.name or ""), ())
        found = tuple(act for act in found if _may_be_of(act, reference.date))
        if reference.name_year is not None:
            found = tuple(
                act for act in found if act.date_issued is None or act.date_issued.year == reference.name_year
            )
        return found

    def same_number(self, reference: Reference) -> tuple[Act, ...]:
        """The acts of that number and symbol, whatever their date."""
        if reference.symbol is None:
            return ()
        symbol = reference.symbol
        code = f"{symbol.year}/{symbol.code}" if symbol.year is not None else symbol.code
        return self._by_symbol.get((_number_key(symbol.number or ""), code), ())


@cache
def _bundled() -> Acts:
    return Acts(acts=bundled_acts())


def _number_key(number: str) -> str:
    return number.lstrip("0")


def _may_be_of(act: Act, date: PartialDate | None) -> bool:
    """Whether an act may be of that day, month or year; an act whose own date is not known may be of any."""
    first, last = (date.earliest(), date.latest()) if date else (None, None)
    if act.date_issued is None or first is None or last is None:
        return True
    return first <= act.date_issued <= last


def _validity(act: Act, on: datetime.date | None) -> Verdict:
    if on is None or (act.effective_from is None and act.effective_to is None):
        return Verdict.KNOWN
    if act.effective_to is not None and on > act.effective_to:
        return Verdict.EXPIRED
    if act.effective_from is not None and on < act.effective_from:
        return Verdict.NOT_YET
    return Verdict.IN_FORCE

"""A catalogue made ready for looking up (mục lục văn bản). Each table is made in one pass over the acts, when first used."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from vstbpn.catalogue.tables import ActLink
from vstbpn.references.acts.act import NAMED_TYPES, Act
from vstbpn.references.acts.comparing import bare_number, symbol_key
from vstbpn.references.acts.likeness import name_key, title_key
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.values import evolve
from vstbpn.vocabulary import ActRelation, DocumentType

Key = TypeVar("Key", bound=Hashable)

_RARE = 40
"""Pairs of syllables that more titles share tell nothing about which is meant."""

_PAIRS_TRIED = 12
_MOST_BY_TITLE = 20

SUCCESSION = frozenset({ActRelation.REPLACES, ActRelation.FOLLOWS})
"""The relations by which one act takes the place of another."""


class ActIndex:
    """The acts of a catalogue by everything they are asked for."""

    def __init__(self, acts: Iterable[Act], links: Iterable[ActLink]) -> None:
        # In an order of their own, so that no answer hangs on the order of the rows.
        self.acts = tuple(sorted(acts, key=lambda act: (act.date_issued or datetime.date.max, act.id)))
        self._links = tuple(links)

    @cached_property
    def by_id(self) -> Mapping[str, Act]:
        """Acts by id."""
        return {act.id: act for act in self.acts}

    @cached_property
    def by_symbol(self) -> Mapping[tuple[str, int, str], tuple[Act, ...]]:
        """Acts by number, year and code."""
        return _grouped(self.acts, lambda act: [symbol_key(act.symbol)] if act.symbol else [])

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Act, ...]]:
        """Acts by title; a constitution also by its type alone, and what has no number by type and id too."""
        return _grouped(self.acts, lambda act: {name_key(name) for name in _names(act)})

    @cached_property
    def by_number(self) -> Mapping[str, tuple[Act, ...]]:
        """Acts by number alone."""
        return _grouped(self.acts, lambda act: [bare_number(act.symbol)] if act.symbol else [])

    @cached_property
    def by_date(self) -> Mapping[datetime.date, tuple[Act, ...]]:
        """Acts by day of issue."""
        return _grouped(self.acts, lambda act: [act.date_issued] if act.date_issued else [])

    @cached_property
    def _by_pair(self) -> Mapping[str, tuple[Act, ...]]:
        return _grouped(self.acts, lambda act: title_key(act.title).pairs)

    @cached_property
    def later(self) -> Mapping[str, tuple[ActLink, ...]]:
        """The links that bear on each act, by its id."""
        return _grouped(self._settled, lambda link: [link.other])

    @cached_property
    def earlier(self) -> Mapping[str, tuple[ActLink, ...]]:
        """The links by which each act bears on others, by its id."""
        return _grouped(self._settled, lambda link: [link.act])

    @cached_property
    def _settled(self) -> tuple[ActLink, ...]:
        """The links with ids at both ends, so far as the acts are in the catalogue, in an order of their own."""
        settled = [
            evolve(link, act=self.id_of(link.act), other=self.id_of(link.other)) if self._is_loose(link) else link
            for link in self._links
        ]
        return tuple(sorted(settled, key=lambda link: (link.act, link.other, link.relation.value)))

    def _is_loose(self, link: ActLink) -> bool:
        return link.act not in self.by_id or link.other not in self.by_id

    def id_of(self, citation: str) -> str:
        """The id of the one act that bears a number and symbol, or the citation itself."""
        if citation in self.by_id:
            return citation
        found = self._by_citation.get(citation, ())
        return found[0].id if len(found) == 1 else citation

    @cached_property
    def _by_citation(self) -> Mapping[str, tuple[Act, ...]]:
        return _grouped(self.acts, lambda act: [act.symbol.canonical] if act.symbol else [])

    def act(self, id_or_citation: str) -> Act:
        """The act of an id; one that is not in the catalogue as far as its number and symbol tell."""
        return self.by_id.get(id_or_citation) or Act.cited(id_or_citation)

    def of_symbol(self, symbol: DocumentSymbol) -> tuple[Act, ...]:
        """The acts of that number, year and code."""
        return self.by_symbol.get(symbol_key(symbol), ())

    def of_name(self, name: str) -> tuple[Act, ...]:
        """The acts of that name."""
        return self.by_name.get(name_key(name), ())

    def like(self, title: str) -> tuple[Act, ...]:
        """The acts whose titles share most with a title, found by its rarest pairs of syllables."""
        found = [acts for pair in sorted(title_key(title).pairs) if (acts := self._by_pair.get(pair))]
        rarest = sorted(found, key=len)[:_PAIRS_TRIED]
        shared: dict[str, int] = defaultdict(int)
        for acts in rarest:
            if len(acts) <= _RARE or acts is rarest[0]:
                for act in acts[: _RARE * 5]:
                    shared[act.id] += 1
        best = sorted(shared, key=lambda key: (-shared[key], key))[:_MOST_BY_TITLE]
        return tuple(self.by_id[key] for key in best)

    def successors(self, act: Act, on: datetime.date | None, relations: frozenset[ActRelation]) -> Iterator[Act]:
        """The acts that took the place of one, by a day where one is given."""
        for link in self.later.get(act.id, ()):
            if link.relation in relations:
                later = self.act(link.act)
                start = later.effective_from or later.date_issued
                if on is None or start is None or start <= on:
                    yield later

    def chain(self, act: Act, on: datetime.date | None) -> tuple[Act, ...]:
        """What came after an act, in order, up to what is in force on a day, or to the end where no day is given."""
        seen, found, waiting = {act.id}, list[Act](), [act]
        while waiting:
            past = waiting.pop(0)
            if past is not act and on is not None and not self._is_over(past, on):
                continue
            for later in self.successors(past, on, SUCCESSION):
                if later.id not in seen:
                    seen.add(later.id)
                    found.append(later)
                    waiting.append(later)
        return tuple(found)

    def _is_over(self, act: Act, on: datetime.date) -> bool:
        return act.in_force(on) is False or self.is_replaced(act, on)

    def is_replaced(self, act: Act, on: datetime.date) -> bool:
        """Whether another act had taken its place by a day; one of which no beginning is known counts if it has ended."""
        ended = act.effective_to is not None and on > act.effective_to
        if act.effective_to is not None and not ended:
            return False
        replacing = self.successors(act, on, frozenset({ActRelation.REPLACES}))
        return any(ended or later.effective_from or later.date_issued for later in replacing)


Item = TypeVar("Item")


def _grouped(items: Iterable[Item], keys_of: Callable[[Item], Iterable[Key]]) -> dict[Key, tuple[Item, ...]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        for key in keys_of(item):
            groups.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in groups.items()}


def _names(act: Act) -> Iterator[str]:
    if act.title:
        yield act.title
        if act.type in NAMED_TYPES and not comparison_key(act.title).startswith(comparison_key(act.type)):
            yield f"{act.type} {act.title}"
    if act.symbol is None:
        yield act.id
        yield f"{act.type} {act.id}"
    if act.type == DocumentType.CONSTITUTION.vi:
        yield act.type

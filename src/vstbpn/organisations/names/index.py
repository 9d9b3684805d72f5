"""An index of all names of units by their keys (chỉ mục tên đơn vị), from the surest key to the loosest."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from vstbpn.organisations.names.keys import fresh_key, loose_key, name_key, with_capitals, without_marks
from vstbpn.organisations.names.places import NameParts, parts_of, province_names, without_province_rank
from vstbpn.organisations.units.unit import DatedName

Names = Sequence[DatedName]
_ByKey = Mapping[str, Names]

HEADS = frozenset({"sở", "phòng", "bộ", "ban", "trường"})
"""Bodies that are named by this word alone where it is plain which is meant."""

_BODY_AROUND = re.compile(r" (?:(?:trực )?thuộc |của )?(?=(?:(?<!cơ )sở|bộ|ủy ban nhân dân)(?!\S))")
"""Where the name of a part of a body goes over to that of the body; schools and the like bear such words in their own."""


class _Loose(NamedTuple):
    """The names by their loose keys: whole, without a part of their place, and without their place."""

    whole: _ByKey
    bare: _ByKey
    short: _ByKey


class NameIndex:
    """All names of a directory by their keys (chỉ mục tên), of whatever time. Made once; snapshots pick what holds."""

    def __init__(self, names: Iterable[DatedName]) -> None:
        exact: dict[str, list[DatedName]] = defaultdict(list)
        for dated in names:
            exact[fresh_key(dated.name)].append(dated)
        self.exact: _ByKey = dict(exact)

    @cached_property
    def loose(self) -> _Loose:
        """The names by their loose keys, made when the first name is asked for that no exact key fits."""
        whole: dict[str, list[DatedName]] = defaultdict(list)
        bare: dict[str, list[DatedName]] = defaultdict(list)
        short: dict[str, list[DatedName]] = defaultdict(list)
        for key, names in self.exact.items():
            loose = loose_key(key)
            parts = parts_of(loose)
            whole[without_province_rank(loose)] += names
            for form in _bare_forms(parts):
                bare[form] += names
            for form in _short_forms(parts):
                short[form] += names
        return _Loose(dict(whole), dict(bare), dict(short))

    @cached_property
    def unmarked(self) -> _ByKey:
        """The names by their loose keys without any marks, with the rank of provinces and without it."""
        unmarked: dict[str, list[DatedName]] = defaultdict(list)
        for key, names in self.exact.items():
            loose = loose_key(key)
            for form in {without_marks(loose), without_marks(without_province_rank(loose))}:
                unmarked[form] += names
        return dict(unmarked)

    def layers(self, text: str) -> Iterator[Names]:
        """The names a text may mean, the surest first: by exact key, as a whole, without a part of their place."""
        key = name_key(text)
        yield self.exact.get(key, ())
        yield from self.loose_layers(loose_key(key))

    def loose_layers(self, loose: str) -> Iterator[Names]:
        """The names a loose key may mean, the surest first."""
        form = without_province_rank(loose)
        yield self.loose.whole.get(form, ())
        yield self.loose.bare.get(form, ())


def _bare_forms(parts: NameParts) -> set[str]:
    """A name without the territory around its own, and without its rank, where that leaves no province's name."""
    if not parts.rank or not parts.place:
        return set()
    forms = set()
    if parts.outer:
        forms.add(joined(parts.head, parts.rank, parts.place))
    if parts.place not in province_names() and not parts.place[0].isdigit():
        forms.add(joined(parts.head, parts.place))
    return forms


def _short_forms(parts: NameParts) -> set[str]:
    """A name without its place: with the rank ("ủy ban nhân dân tỉnh"), without it, and the body's first word alone."""
    forms = {joined(parts.head, parts.rank), parts.head} if parts.rank or parts.place else set()
    if owner := _BODY_AROUND.search(parts.head, 1):
        forms.add(parts.head[: owner.start()])
    first = parts.head.partition(" ")[0]
    return (forms | {first} if first in HEADS else forms) - {""}


def joined(*words: str) -> str:
    """Those of some parts of a name that are not empty, with blanks between them."""
    return " ".join(filter(None, words))


def names_at_any_time(index: NameIndex, text: str) -> Names:
    """The names a text means, of whatever time, by the surest key that has any."""
    return next(filter(None, (names for written in writings(text) for names in index.layers(written))), ())


def find_at_any_time(index: NameIndex, text: str) -> Iterator[str]:
    """The ids of the units a name means that bear it or once bore it, surest keys alone."""
    return (dated.unit for dated in names_at_any_time(index, text))


def writings(text: str) -> Iterator[str]:
    """A name as written, and, to be looked at if that is none, with its small abbreviations in capitals."""
    yield text
    capitals = with_capitals(text)
    if capitals != text:
        yield capitals

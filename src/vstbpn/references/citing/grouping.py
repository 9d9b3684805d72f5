"""Mentions of one act brought together (gộp các lần dẫn chiếu): the full one, and the short ones that mean the same act."""

from collections.abc import Hashable, Iterable, Iterator

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.citing.reference import ActKey, Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.values import evolve

_EXPECTED = "expected mentions, as find_references gives them"


_Told = tuple[Hashable, ...]
"""What a mention tells of its act: the year first, by which acts of one number mostly differ; None for what it leaves open."""


class _Group:
    """The mentions of one act, what they tell of it together, and where in the text the last of them comes."""

    def __init__(self, told: _Told) -> None:
        self.mentions: list[Mention] = []
        self.last = 0
        self._told = told

    def fits(self, told: _Told) -> bool:
        """Whether nothing that both tell differs."""
        for mine, theirs in zip(self._told, told, strict=True):
            if mine != theirs and mine is not None and theirs is not None:
                return False
        return True

    def add(self, mention: Mention, told: _Told, number: int) -> None:
        self.mentions.append(mention)
        self.last = number
        self._told = tuple(mine if mine is not None else theirs for mine, theirs in zip(self._told, told, strict=True))


def group_mentions(mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Bring the mentions of each act of one document together, the acts in the order of their first mention.

    A short mention goes with the act mentioned last before it that it can mean, as a reader takes it: "Luật Đất đai"
    with the nearest one. Nothing that two mentions of one group tell differs: number, symbol, year, date, locality, name.

    Args:
        mentions: The mentions of one document, in reading order.

    Raises:
        InvalidValueError: Something else than mentions was given.

    >>> from vstbpn.references.finding.scanning import find_references
    >>> text = (
    ...     "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Luật Trẻ em số 102/2016/QH13. "
    ...     "Theo Điều 8 Nghị định số 30/2020/NĐ-CP và Điều 5 Luật Trẻ em"
    ... )
    >>> for group in group_mentions(find_references(text)):
    ...     print([mention.span.of(text) for mention in group])
    ['Nghị định số 30/2020/NĐ-CP', 'Nghị định số 30/2020/NĐ-CP']
    ['Luật Trẻ em số 102/2016/QH13', 'Luật Trẻ em']
    """
    if not isinstance(mentions, Iterable):
        raise InvalidValueError("mentions", type(mentions).__name__, _EXPECTED)
    groups: list[_Group] = []
    by_name: dict[Hashable, dict[int, _Group]] = {}  # Of each name, the group mentioned last stands last.
    for number, mention in enumerate(mentions):
        if not isinstance(mention, Mention):
            raise InvalidValueError("mention", type(mention).__name__, _EXPECTED)
        key = mention.reference.key
        told = _told(key, mention.reference.date)
        alike = [by_name.setdefault(name, {}) for name in _names(mention.reference, key)]
        near = [group for known in alike if (group := _last_that_fits(known, told))]
        group = max(near, key=lambda one: one.last) if near else _Group(told)
        if not near:
            groups.append(group)
        group.add(mention, told, number)
        for known in alike:
            known.pop(id(group), None)
            known[id(group)] = group
    return tuple(tuple(group.mentions) for group in groups)


def _last_that_fits(known: dict[int, _Group], told: _Told) -> _Group | None:
    return next((group for group in reversed(known.values()) if group.fits(told)), None)


def _told(key: ActKey, date: PartialDate | None) -> _Told:
    day = (date.day, date.month, date.year) if date is not None else (None, None, None)
    return (key.year, *day, *key)


def _names(reference: Reference, key: ActKey) -> Iterator[Hashable]:
    """What mentions of one act share: number and symbol, or the name; of what has neither, all that is said."""
    if key.number is not None:
        yield key.number, key.code
    if key.name is not None:
        yield key.name
    if key.number is None and key.name is None:
        yield evolve(reference, provisions=(), title=None, raw=None)

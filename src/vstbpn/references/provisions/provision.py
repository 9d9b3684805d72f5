"""Provisions (điều khoản): which article, clause or point of an act is meant."""

from functools import lru_cache
from typing import Any

import attrs

from vstbpn.constraints import matching, told
from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.references.provisions.labels import (
    ENGLISH,
    ENGLISH_PLURAL,
    LABELS_OF,
    LEVELS,
    ORDINALS,
    RANK,
    SHAPES,
    VIETNAMESE,
    Key,
    is_label,
    is_range,
    label_key,
    members,
)
from vstbpn.values import evolve, frozen

_LOWEST_FIRST = tuple((level, f"{level}_to") for level in reversed(LEVELS))
_FIELDS = ("article", "clause", "point", "item", "subsection", "section", "chapter", "part", "appendix")
_NOTHING = (None,) * 18
_ABOVE_ARTICLE = frozenset(["part", "chapter", "section", "subsection"])


def _label(level: str, *, last: bool = False) -> Any:  # noqa: ANN401  # What attrs.field gives is of any type.
    """A field for a label of a level, or for the last one of a range, which is never without a label.

    What it takes is checked with all the others by ``_hold``.
    """
    pattern = SHAPES[level].removesuffix("?") if last else SHAPES[level]
    return attrs.field(default=None, metadata=told(matching("provision", pattern, _expected(level))))


def _expected(level: str) -> str:
    return f"expected {LABELS_OF[level]}, as a level of {level} bears"


@frozen
class Provision:
    """A provision (điều khoản) of an act: one article, clause or point, or a range of them.

    Each field is the label as the act prints it, ``<level>_to`` the last label of a range. ``point`` may be ``d`` or
    ``đ``, which differ. The only appendix of an act bears no label: ``appendix=""``.

    Args:
        part, part_to: The label of the part (Phần), and the last one of a range.
        chapter, chapter_to: That of the chapter (Chương).
        section, section_to: That of the section (Mục).
        subsection, subsection_to: That of the subsection (Tiểu mục).
        appendix, appendix_to: That of the appendix (Phụ lục); empty for the only one of an act.
        article, article_to: That of the article (Điều).
        clause, clause_to: That of the clause (khoản).
        point, point_to: That of the point (điểm).
        item, item_to: That of the item (tiết).

    Raises:
        InvalidValueError: No level is given, a level does not bear such a label, or a range has no first label or
            runs backwards.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (levels and their numbering).

    >>> str(Provision(article="5", clause="2", point="a"))
    'điểm a khoản 2 Điều 5'
    >>> Provision.parse("từ khoản 1 đến khoản 18 Điều 9")
    Provision(article='9', clause='1', clause_to='18')
    >>> Provision.parse("Điều 5").contains(Provision.parse("khoản 2 Điều 5"))
    True
    """

    part: str | None = _label("part")
    part_to: str | None = _label("part", last=True)
    chapter: str | None = _label("chapter")
    chapter_to: str | None = _label("chapter", last=True)
    section: str | None = _label("section")
    section_to: str | None = _label("section", last=True)
    subsection: str | None = _label("subsection")
    subsection_to: str | None = _label("subsection", last=True)
    appendix: str | None = _label("appendix")
    appendix_to: str | None = _label("appendix", last=True)
    article: str | None = _label("article")
    article_to: str | None = _label("article", last=True)
    clause: str | None = _label("clause")
    clause_to: str | None = _label("clause", last=True)
    point: str | None = _label("point")
    point_to: str | None = _label("point", last=True)
    item: str | None = _label("item")
    item_to: str | None = _label("item", last=True)

    def __attrs_post_init__(self) -> None:
        labels = (
            self.article, self.article_to, self.clause, self.clause_to, self.point, self.point_to,
            self.item, self.item_to, self.subsection, self.subsection_to, self.section, self.section_to,
            self.chapter, self.chapter_to, self.part, self.part_to, self.appendix, self.appendix_to,
        )  # fmt: skip
        try:
            _hold(*labels)
        except TypeError:
            raise _no_text(labels) from None

    @classmethod
    def parse(cls, text: str) -> "Provision":
        """Read one provision; the inverse of ``str``.

        Levels may stand in either order: "khoản 2 Điều 5" and "Điều 5, khoản 2" are the same.

        Raises:
            ParseError: The text is none, or holds several; the reason says what was found and how to mend it.

        >>> Provision.parse("Điều 5, khoản 2, điểm a")
        Provision(article='5', clause='2', point='a')
        """
        from vstbpn.references.provisions.faults import read_strictly

        found = read_strictly(text)
        if len(found) > 1:
            count = f"found {len(found)} provisions where one was expected, this is the second"
            raise ParseError(text, found[1].span, f"{count}: Provision.parse_all reads lists")
        return found[0].provision

    @classmethod
    def parse_all(cls, text: str) -> "tuple[Provision, ...]":
        """Read a list of provisions; the inverse of ``format_provisions``.

        Raises:
            ParseError: The text is no list of provisions; the reason says what was found and how to mend it.

        >>> [str(one) for one in Provision.parse_all("điểm a, b khoản 2 và khoản 3 Điều 5")]
        ['điểm a khoản 2 Điều 5', 'điểm b khoản 2 Điều 5', 'khoản 3 Điều 5']
        """
        from vstbpn.references.provisions.faults import read_strictly

        return tuple(mention.provision for mention in read_strictly(text))

    def __str__(self) -> str:
        return " ".join(
            f"từ {VIETNAMESE[level]} {label} đến {VIETNAMESE[level]} {last}"
            if last is not None
            else f"{VIETNAMESE[level]} {label}".rstrip()
            for level, label, last in self.labels
        )

    @property
    def labels(self) -> tuple[tuple[str, str, str | None], ...]:
        """The levels named, the lowest first, each with its label and the last label of a range.

        >>> Provision(article="5", clause="1", clause_to="3").labels
        (('clause', '1', '3'), ('article', '5', None))
        """
        return tuple(
            (level, label, getattr(self, level_to))
            for level, level_to in _LOWEST_FIRST
            if (label := getattr(self, level)) is not None
        )

    @property
    def en(self) -> str:
        """The provision in English (``point a, clause 2, Article 5``; ``clauses 1–3, Article 5``)."""
        return ", ".join(
            f"{ENGLISH[level]} {_in_english(label)}".rstrip()
            if last is None
            else f"{ENGLISH_PLURAL[level]} {_in_english(label)}–{_in_english(last)}"
            for level, label, last in self.labels
        )

    @property
    def sort_key(self) -> tuple[Key, ...]:
        """What provisions of one act are put in order by: an article before its clauses, 5 < 5a < 6, d < đ < e.

        Appendices come after the body of the act.

        >>> parsed = Provision.parse_all("điểm đ khoản 1 Điều 10, điểm d khoản 1 Điều 10, Điều 9a và Điều 9")
        >>> [str(one) for one in sorted(parsed, key=lambda one: one.sort_key)]
        ['Điều 9', 'Điều 9a', 'điểm d khoản 1 Điều 10', 'điểm đ khoản 1 Điều 10']
        """
        keys: list[Key] = []
        for level in LEVELS:
            label, last = getattr(self, level), getattr(self, f"{level}_to")
            # What stands in an appendix without number still comes after the body.
            keys.append(((0, 0, 0, 0),) if label == "" else label_key(label) if label else ())
            keys.append(label_key(last) if last else ())
        return tuple(keys)

    @property
    def is_range(self) -> bool:
        """Whether several provisions from one to another are meant."""
        return any(last is not None for _, _, last in self.labels)

    def expand(self) -> "tuple[Provision, ...]":
        """Each provision of a range, where they can be told; else the provision itself alone.

        Which articles stand between 5a and 9b only the act can tell; the same goes for two ranges in one.

        >>> [str(one) for one in Provision.parse("từ điểm c đến điểm e khoản 2").expand()]
        ['điểm c khoản 2', 'điểm d khoản 2', 'điểm đ khoản 2', 'điểm e khoản 2']
        """
        ranges = [(level, label, last) for level, label, last in self.labels if last is not None]
        if len(ranges) != 1:
            return (self,)
        level, first, last = ranges[0]
        each = members(first, last)
        return tuple(evolve(self, **{level: label, f"{level}_to": None}) for label in each) or (self,)

    def contains(self, other: "Provision") -> bool:
        """Whether all of another provision of the same act lies in this one: Điều 5 contains khoản 2 Điều 5, and itself.

        Articles are numbered through the whole act, so that their chapter counts only where both name it.

        >>> Provision.parse("từ khoản 1 đến khoản 5 Điều 9").contains(Provision.parse("điểm a khoản 3 Điều 9"))
        True
        """
        through = self.article is not None and other.article is not None and self.appendix == other.appendix
        for level, label, last in self.labels:
            theirs = getattr(other, level)
            if theirs is None:
                if through and level in _ABOVE_ARTICLE:
                    continue
                return False
            if not _lies_within(theirs, getattr(other, f"{level}_to"), label, last):
                return False
        # "khoản 2" of no article is not known to be "khoản 2 Điều 5", and an article of the body is none of an appendix.
        mine = {level for level, _, _ in self.labels}
        lowest = RANK[self.labels[0][0]]
        return not any(
            RANK[level] < lowest and level not in mine and not (self.article is not None and level in _ABOVE_ARTICLE)
            for level, _, _ in other.labels
        )


def _lies_within(label: str, last: str | None, first: str, until: str | None) -> bool:
    begin, end = label_key(label), label_key(last) if last else label_key(label)
    return label_key(first) <= begin and end <= (label_key(until) if until else label_key(first))


def _in_english(label: str) -> str:
    return str(ORDINALS.index(label[4:]) + 1) if label.startswith("thứ ") else label


@lru_cache(maxsize=8192)
def _hold(*labels: str | None) -> None:
    """Look whether labels are well-formed, once for each set of them: this runs for every provision of every text."""
    if labels == _NOTHING:
        raise InvalidValueError("provision", "", "at least one of article, clause, point … must be given")
    for level, label, last in zip(_FIELDS, labels[::2], labels[1::2], strict=True):
        if label is not None and not is_label(level, label):
            raise _wrong_label(level, label)
        if last is None:
            continue
        if label is None:
            raise InvalidValueError("provision", str(last), f"a range of {level}s has a first one")
        if not last or not is_label(level, last):
            raise _wrong_label(level, last)
        if not is_range(label, last):
            raise InvalidValueError(
                "provision", f"{label}–{last}", f"a range of {level}s runs from a lower to a higher one of a kind"
            )


def _wrong_label(level: str, label: str) -> InvalidValueError:
    return InvalidValueError("provision", str(label), _expected(level))


def _no_text(labels: tuple[object, ...]) -> InvalidValueError:
    """The error of the first label that is no text at all."""
    at = next(at for at, label in enumerate(labels) if not isinstance(label, str | None))
    return _wrong_label(_FIELDS[at // 2], shown(labels[at]))

"""Words of two targets side by side (so sánh lời văn): whether they are about the same, and by which words."""

import re
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from vstbpn.goals.national.terms import ALONE, NAMED_PLACE, NARROWING, OPENING, SAYING, SILENT, SPELT_OUT, TERMS
from vstbpn.text import comparison_key

# Of several terms that begin at one place the longest is meant.
_NAMES = tuple(sorted(TERMS, key=len, reverse=True))
_WHOLE_OF = re.compile(r"(?:trong|trên|/|so với)\s?tổng số")
_SAME_WHOM, _SAME_WHAT = Fraction(2, 3), Fraction(3, 5)
# What a target is about is told in its first words; a whole paragraph is about more.
_MOST_LETTERS = 400
_TERM_WEIGHT = 2
_CHILDREN = frozenset({"trai", "gái"})
_SPELT_OUT = tuple((re.compile(short), whole) for short, whole in SPELT_OUT.items())


class Words(NamedTuple):
    """The words of a target that say something.

    Args:
        whom: Whom it is about, one item for each of those told, every one a run of terms and syllables.
        what: What is said of them.
        numbers: The numbers in the words ("dưới 45 tuổi"), which belong to neither.
        children: Of which sex the children are ("trai", "gái"); of both there is as good as none told.
    """

    whom: tuple[tuple[str, ...], ...]
    what: tuple[str, ...]
    numbers: frozenset[str]
    children: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Everything, in the order it is written in."""
        return (*(word for item in self.whom for word in item), *self.what)

    @property
    def items(self) -> tuple[tuple[str, ...], ...]:
        """What is listed, or everything as one item where something is said of it."""
        return (self.all,) if self.what else self.whom


@cache
def _pattern() -> re.Pattern[str]:
    """What tells the terms and syllables of a text; made when first used, since it takes some time."""
    terms = "|".join(f"(?P<t{number}>(?<!\\w)(?:{TERMS[name]})(?!\\w))" for number, name in enumerate(_NAMES))
    return re.compile(
        rf"{terms}|(?P<silent>(?<!\w)(?:{SILENT})(?!\w))|(?P<opening>(?<!\w)(?:{OPENING})(?!\w))"
        r"|(?P<syllable>[^\W\d_]+)|(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?P<comma>[,;/])"
    )


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The words of a target that say something, in one spelling.

    >>> words_of("Tỷ lệ cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ")
    Words(whom=(('cơ quan',),), what=('lãnh đạo chủ chốt', 'nữ'), numbers=frozenset(), children=frozenset())
    """
    key = comparison_key(_without_places(text[:_MOST_LETTERS]))
    for short, spelt in _SPELT_OUT:
        key = short.sub(spelt, key)
    if whole := _WHOLE_OF.search(key):
        key = key[: whole.start()]
    items: list[list[str]] = [[]]
    what: list[str] = []
    numbers, children = set(), set()
    opened = False
    for match in _pattern().finditer(key):
        kind = match.lastgroup or ""
        word = _word(kind, match[0])
        if kind == "opening" and (word or items != [[]]):
            opened = True
        if kind == "number":
            numbers.add(match[0])
        elif word in _CHILDREN:
            children.add(word)
        elif kind == "comma" or match[0] in {"và", "hoặc"}:
            items.append([])
        elif word:
            (what if opened else items[-1]).append(word)
    told = frozenset(children) if len(children) == 1 else frozenset()
    return Words(whom=_with_sex(items), what=tuple(what), numbers=frozenset(numbers), children=told)


def _with_sex(items: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The items of a list; where the first one is of women, so are the others ("nữ giám đốc, chủ doanh nghiệp")."""
    told = [tuple(item) for item in items if item]
    if told and told[0][0] == "nữ" and len(told[0]) > 1:
        return tuple(item if "nữ" in item else ("nữ", *item) for item in told)
    return tuple(told)


def _word(kind: str, written: str) -> str:
    if kind == "syllable":
        return written
    if kind == "opening":
        return written if written in SAYING else ""
    return _NAMES[int(kind[1:])] if kind[0] == "t" and kind[1:].isdigit() else ""


def _without_places(text: str) -> str:
    """The text without the names of places: a province's target is the nation's in that province."""
    return NAMED_PLACE.sub(lambda match: _after_name(match["name"], match[0]), text)


def _after_name(name: str, written: str) -> str:
    syllables = name.split(" ")
    count = next((at for at, one in enumerate(syllables) if not one[0].isupper()), len(syllables))
    return f" {' '.join(syllables[count:])}" if count else written


def same_words(ours: str, theirs: str) -> tuple[str, ...]:
    """The words that two targets share, as the second one has them, joined where they stand side by side.

    >>> same_words("nữ cán bộ tham gia cấp ủy", "nữ tham gia cấp ủy đảng")
    ('nữ', 'cấp ủy')
    """
    here, there = words_of(ours).all, words_of(theirs).all
    written = f" {comparison_key(theirs)} "
    phrases: list[str] = []
    last = -2
    for at in sorted(_shared(there, here)):
        word = there[at]
        joined = last == at - 1 and not _means_something(there[last]) and not _means_something(word)
        if joined and f" {there[last]} {word}" in written:
            phrases[-1] += f" {word}"
        else:
            phrases.append(word)
        last = at
    return tuple(dict.fromkeys(phrases))


def likeness(ours: str, theirs: str) -> Fraction:
    """How much of the words of two targets is shared: the smaller of the two shares.

    >>> likeness("nữ tiến sĩ", "nữ thạc sĩ")
    Fraction(1, 3)
    """
    return min(_covered(words_of(ours).all, words_of(theirs).all))


def about_the_same(ours: str, theirs: str) -> bool:
    """Whether the words of two targets are about the same; in doubt they are not.

    The same numbers stand in both, the same sex, and the words that make another matter of it (``NARROWING``). Of those
    told in a list ("bộ, cơ quan ngang bộ, UBND"), one of theirs is ours, and half of ours theirs: with all
    of our words and two thirds of theirs. What is said of them is shared by three fifths both ways. Where one of
    the two only names what it is about ("nữ tiến sĩ"), all words of the other are held against its items.

    >>> about_the_same("cơ quan có lãnh đạo chủ chốt là nữ", "bộ, cơ quan, UBND các cấp có lãnh đạo chủ chốt là nữ")
    True
    >>> about_the_same("học sinh được tuyên truyền", "dân số được tiếp cận kiến thức cơ bản về bình đẳng giới")
    False
    """
    if matter_of(ours) != matter_of(theirs):
        return False
    here, there = words_of(ours), words_of(theirs)
    if not _share_a_matter(here.all, there.all):
        return False
    if not (here.whom and here.what and there.whom and there.what):
        return _share_items(here.items, there.items)
    return _share_items(here.whom, there.whom) and min(_covered(here.what, there.what)) >= _SAME_WHAT


class Matter(NamedTuple):
    """What two targets that are about the same have alike to the letter.

    Args:
        sex: The sex they are about, or "" for both and for none.
        numbers: The numbers in their words.
        narrowing: Of the words that make another matter of it (``NARROWING``), which are there.
    """

    sex: str
    numbers: frozenset[str]
    narrowing: tuple[bool, ...]


@lru_cache(maxsize=4096)
def matter_of(text: str) -> Matter:
    """What in the words of a target decides at once that others are not about the same.

    >>> matter_of("nữ dưới 45 tuổi").sex, sorted(matter_of("nữ dưới 45 tuổi").numbers)
    ('nữ', ['45'])
    """
    words = words_of(text)
    every = words.all
    return Matter(_sex(words), words.numbers, tuple(_says(every, several) for several in NARROWING))


def _share_items(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> bool:
    """Whether at least half of the items of one list are among those of another."""
    matched = [any(_is_the_same(item, other) for other in theirs) for item in ours]
    return any(matched) and 2 * sum(matched) >= len(matched)


def _is_the_same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one group is another: a word more makes it another one, a word less may be told elsewhere in a plan."""
    our_share, their_share = _covered(ours, theirs)
    return our_share == 1 and their_share >= _SAME_WHOM


def _sex(words: Words) -> str:
    """The sex they are about, or "" for both and for none; of women beside men it is women that are spoken of."""
    if "nữ" in words.all or "gái" in words.children:
        return "nữ"
    return "nam" if "nam" in words.all or "trai" in words.children else ""


def _says(words: Collection[str], several: Collection[str]) -> bool:
    return any(word in words for word in several)


def _share_a_matter(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether more is shared than a sex: "nữ" alone is said of everything."""
    return any(there[at] not in {"nữ", "nam"} for at in _shared(there, here))


def _covered(here: Sequence[str], there: Sequence[str]) -> tuple[Fraction, Fraction]:
    """How much of each of two runs of words the other one shares."""
    return _share(here, _shared(here, there)), _share(there, _shared(there, here))


def _share(words: Sequence[str], kept: Collection[int]) -> Fraction:
    total = _weight(words)
    return Fraction(_weight(words[at] for at in kept), total) if total else Fraction(0)


def _weight(words: Iterable[str]) -> int:
    """Syllables count one each; a term counts as two of them, however long it is."""
    return sum(_TERM_WEIGHT if " " in word else 1 for word in words)


def _shared(words: Sequence[str], others: Sequence[str]) -> set[int]:
    """The places of the words that the others have too; a syllable counts with a neighbour, or where it means something."""
    if tuple(words) == tuple(others):
        return set(range(len(words)))
    there = set(others)
    pairs = set(pairwise(others))
    kept = {at for at, word in enumerate(words) if word in there and _means_something(word)}
    for at, pair in enumerate(pairwise(words)):
        if pair in pairs:
            kept.update((at, at + 1))
    return kept


def _means_something(word: str) -> bool:
    """Whether it is a term, or a syllable that means something by itself."""
    return " " in word or word in ALONE

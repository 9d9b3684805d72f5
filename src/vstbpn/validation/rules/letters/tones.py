"""A rule of spelling (DOC): the place of the tone mark, hóa or hoá, is the same for one syllable throughout a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import piece

_ENDS = r"(?![^\W\d_])"
# Each begins with one class: only such a pattern is searched for quickly.
_ON_THE_FIRST = re.compile(rf"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY]){_ENDS}")
_ON_THE_SECOND = re.compile(
    rf"[àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸỳýỷỹỵỲÝỶỸỴ](?<=[oOuU].)(?:(?<=[oO][^ỳýỷỹỵỲÝỶỸỴ])|(?<=[uU][ỳýỷỹỵỲÝỶỸỴ])(?<![qQ]..)){_ENDS}"
)
_LETTERS_BEFORE = 4
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_OF_A_BODY = re.compile(r" (?:ban|viên|quyền|thác|nhiệm)(?![^\W\d_])", re.IGNORECASE)
_SENTENCE_BEFORE = re.compile(r"(?:^|[\n.:;!?“\"(*+•-])[ ]{0,4}$")
_NAME_AFTER = re.compile(r"[ ]{1,2}[^\W\d_]")
_AROUND = 8


def tones_in_two_ways(plan: Plan, context: Context) -> Iterator[Finding]:
    """The tone mark of one syllable stands now on the first, now on the second letter: hóa and hoá, ủy and uỷ.

    Either way is in use; a syllable that is written one way throughout is no fault, though another is written the
    other way. Names keep the spelling of who bears them ("Khánh Hoà", "bà Thuý"), so they do not count.
    """
    found = piece(plan, context)
    if found is None or found.is_partly_legacy:
        return
    text = found.folded.text
    first = [match.start() for match in _ON_THE_FIRST.finditer(text)]
    second = [match.start() - 1 for match in _ON_THE_SECOND.finditer(text)] if first else []
    if not second:
        return
    ways = [_by_syllable(text, places) for places in (first, second)]
    both = ways[0].keys() & ways[1].keys()
    if not both:
        return
    counts = [sum(len(way[syllable]) for syllable in both) for way in ways]
    rarer = 0 if (counts[0], len(first)) < (counts[1], len(second)) else 1
    start, end = min(place for syllable in both for place in ways[rarer][syllable])
    args = {
        "rarer": text[start:end],
        "few": counts[rarer],
        "usual": _other_way(text[start:end]),
        "many": counts[1 - rarer],
    }
    yield Finding.of("DOC009", args=args, span=found.folded_span(start, end))


def _by_syllable(text: str, places: Iterable[int]) -> dict[str, list[tuple[int, int]]]:
    """Where each syllable stands that is part of no name, by what it is in small letters with the mark on the first vowel."""
    found: dict[str, list[tuple[int, int]]] = {}
    for vowels in places:
        start, end = _syllable(text, vowels)
        if not _may_be_a_name(text, start, end):
            syllable = text[start:end].lower()
            found.setdefault(min(syllable, _other_way(syllable)), []).append((start, end))
    return found


def _may_be_a_name(text: str, start: int, end: int) -> bool:
    """Whether a syllable has a capital that is neither that of a sentence nor that of "Ủy ban", "Ủy viên"."""
    if text[start:end].islower():
        return False
    if text[start] in "uỦUÙÚŨỤ" and _OF_A_BODY.match(text, end):
        return False
    if text[start:end].isupper() or not _SENTENCE_BEFORE.search(text[max(0, start - _AROUND) : start]):
        return True
    after = _NAME_AFTER.match(text, end)
    return after is None or not after[0][-1].islower()


def _other_way(syllable: str) -> str:
    """A syllable with the tone mark on the other one of its last two letters."""
    head, vowels = syllable[:-2], [unicodedata.normalize("NFD", letter) for letter in syllable[-2:]]
    tones = [_TONE.findall(vowel) for vowel in vowels]
    bare = [_TONE.sub("", vowel) for vowel in vowels]
    return head + unicodedata.normalize("NFC", bare[0] + "".join(tones[1]) + bare[1] + "".join(tones[0]))


def _syllable(text: str, vowels: int) -> tuple[int, int]:
    start = vowels
    while start > max(0, vowels - _LETTERS_BEFORE) and text[start - 1].isalpha():
        start -= 1
    return start, vowels + 2


TONE_RULES = (
    Rule(
        code="DOC009",
        inspect=tones_in_two_ways,
        violating="KẾ HOẠCH\nCông tác văn hóa năm 2026 của Ủy ban nhân dân và Trung tâm Văn hoá\n",
        conforming="KẾ HOẠCH\nCông tác văn hóa năm 2026 của Ủy ban nhân dân và Trung tâm Văn hóa\n",
    ),
)

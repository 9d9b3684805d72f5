"""Rules of letters (DOC): form of Unicode, look-alikes, invisible characters, letters that were lost."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.letters.directions import DIRECTIONS, directions_kept
from vstbpn.validation.rules.pieces import Piece, piece

_WORD = re.compile(r"[^ \t\n\r]+")
"""What stands between plain blanks."""
_TO_BE_COMPOSED = re.compile(r"[^ \t\n\r]{1,200}[\u0300-\u036f]{0,60}")
"""Letters are composed inside such a word, never over its edges; marks without end are cut, since sorting them takes long."""


def not_composed(plan: Plan, context: Context) -> Iterator[Finding]:
    """Letters are written with their marks apart (Unicode tổ hợp, NFD) or in another form than the composed one (NFC)."""
    found = piece(plan, context)
    if found is None or unicodedata.is_normalized("NFC", found.text):
        return
    edits = []
    for word in _TO_BE_COMPOSED.finditer(found.text):
        written = word[0]
        if not written.isascii() and not unicodedata.is_normalized("NFC", written):
            span = found.span(word.start(), word.end())
            edits.append(Edit(span=span, text=unicodedata.normalize("NFC", written)))
    if edits:
        args = {"count": len(edits), "first": _shown(edits[0].text)}
        yield Finding.of("DOC004", args=args, span=edits[0].span, edits=tuple(edits))


_LIKE_LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTXYaesijopcyxdqwhABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like a Latin one (Unicode Technical Standard 39), one to one."""
_LIKE_D = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_OTHER_SCRIPTS = (range(0x370, 0x530), range(0x1F00, 0x2000))


def _with_marks() -> Iterator[tuple[str, str]]:
    """Letters of those alphabets that hold a mark of Vietnamese ones (ό, ӑ), and the Latin letter with it."""
    for letter in (chr(code) for codes in _OTHER_SCRIPTS for code in codes):
        base, *marks = tuple(unicodedata.normalize("NFD", letter))
        if marks and base in _LIKE_LATIN and _MARKS.issuperset(marks):
            yield letter, unicodedata.normalize("NFC", _LIKE_LATIN[base] + "".join(marks))


_OF_OTHER_SCRIPTS = {**_LIKE_LATIN, **dict(_with_marks())}
_LOOK_ALIKES = {**_OF_OTHER_SCRIPTS, **_LIKE_D}
_SIMILAR = re.compile(f"[{''.join(_LOOK_ALIKES)}]")
_SIMILAR_WITH_MARKS = re.compile(rf"{_SIMILAR.pattern}[\u0300-\u036f]{{0,40}}")
_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])"
_SIMILAR_WORD = re.compile(rf"{_LETTERS}{{1,40}}")
_VIETNAMESE = re.compile(r"[a-zA-Zà-ãÀ-Ãè-êÈ-ÊìíÌÍò-õÒ-ÕùúÙÚýÝĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u036f]*")


def look_alikes(plan: Plan, context: Context) -> Iterator[Finding]:
    """Letters of another alphabet stand for Vietnamese ones: Ð (Eth) for Đ, a Cyrillic а for a; either is told once."""
    found = piece(plan, context)
    if found is None or found.odd.isdisjoint(_LOOK_ALIKES):
        return
    eths, others = _Kind(found), _Kind(found)
    done = 0
    for anchor in _SIMILAR.finditer(found.text):
        if anchor.start() < done:
            continue
        word = _SIMILAR_WORD.match(found.text, _word_start(found.text, anchor.start(), done))
        if word is None or word.end() <= anchor.start():
            continue
        done = word.end()
        if not _is_misspelt(word[0]):
            continue
        if not _OF_OTHER_SCRIPTS.keys().isdisjoint(word[0]):
            others.take(word)
        # In legacy encodings eth stands for another letter.
        elif _is_among_vietnamese(found.text, word) and (not found.is_partly_legacy or _is_modern(found, word.start())):
            eths.take(word)
    for words in (eths, others):
        if words.first is not None:
            written = words.first[0]
            args = {"count": words.count, "written": written, "expected": _in_latin(written)}
            span = found.span(words.first.start(), words.first.end())
            yield Finding.of("DOC005", args=args, span=span, edits=tuple(words.edits))


class _Kind:
    """The words with letters of one kind: how many there are, the first, and what mends them."""

    def __init__(self, found: Piece) -> None:
        self.found = found
        self.count = 0
        self.first: re.Match[str] | None = None
        self.edits: list[Edit] = []

    def take(self, word: re.Match[str]) -> None:
        """One more word."""
        self.count += 1
        self.first = self.first or word
        self.edits += _letters_of(self.found, word)


def _in_latin(word: str) -> str:
    return unicodedata.normalize("NFC", word.translate(_TO_LATIN))


_TO_LATIN = str.maketrans(_LOOK_ALIKES)
_LONGEST_WORD = 40


def _word_start(text: str, at: int, low: int) -> int:
    first = max(low, at - _LONGEST_WORD + 1)
    while at > first and (text[at - 1].isalpha() or "\u0300" <= text[at - 1] <= "\u036f"):
        at -= 1
    return at


@lru_cache(maxsize=4096)
def _is_misspelt(word: str) -> bool:
    """Whether a word is Vietnamese but for letters that have a Latin one they look like."""
    latin = _in_latin(word)
    rest = "".join(letter for letter in word if letter not in _LOOK_ALIKES)
    if not rest or _VIETNAMESE.fullmatch(latin) is None:
        return False
    if any(letter in _OF_OTHER_SCRIPTS for letter in word):
        return True
    # Other languages have the letters that look like Đ too: Icelandic inside words, Ewe before any vowel.
    return _is_syllable(latin) or (latin.isupper() and _ABBREVIATION.fullmatch(latin) is not None)


_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh?|gi|kh?|ph|qu|th|tr?|ch?|[bdđhlmnrsvx])?"
    r"(?:uye|uya|uyu|ieu|yeu|uoi|uou|oa[iyo]|oeo|ua[yu]|ue|uy|uo|u[aiu]|ye|ie|i[au]|oa|oe|oi|oo|a[iouy]|e[ou]|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OWN_LETTERS = re.compile("[ăĂơƠưƯẠ-ỹ]")
"""Letters that hardly any other language is written with; đ is left out, since it is what is in question."""
_ABBREVIATION = re.compile("[AEIOUƯƠ]?[B-DF-HK-NP-TVXĐ]{1,9}(?:[AEIOUYƯƠ][B-DF-HK-NP-TVXĐ]{1,6}){0,2}")
_VOWELS = re.compile("[AEIOUYƯƠ]")
_BESIDE = re.compile(rf"(?:[^\w\n\r\u0300-\u036f]|[0-9_]){{1,{_LONGEST_WORD}}}({_LETTERS}{{1,{_LONGEST_WORD}}})")


@lru_cache(maxsize=4096)
def _is_syllable(word: str) -> bool:
    """Whether a word has the form of one Vietnamese syllable: beginning, group of vowels, end, at most one tone."""
    apart = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in apart if letter.isalpha()).lower()
    return sum(letter in _TONES for letter in apart) <= 1 and _SYLLABLE.fullmatch(bare) is not None


def _is_among_vietnamese(text: str, word: re.Match[str]) -> bool:
    """Whether the words beside a word with a letter like Đ on its line are Vietnamese, so far as there are any.

    Only Ð is so often put for Đ; for the others a letter that is Vietnamese alone must be in one of these words.
    """
    beside = [_in_latin(other) for other in (_word_before(text, word.start()), _word_after(text, word.end())) if other]
    if any(_VIETNAMESE.fullmatch(other) is None for other in beside):
        return False
    if beside and not any(_may_be_vietnamese(other) for other in beside):
        return False
    latin = _in_latin(word[0])
    if not _is_syllable(latin) and _VOWELS.search(latin) is not None:
        # An abbreviation with a vowel may be a word of another language in capitals.
        return _OWN_LETTERS.search(_line_around(text, word.start())) is not None
    certain = "\u00d0" in word[0] and _OTHER_LIKE_D.isdisjoint(word[0])
    return certain or any(_OWN_LETTERS.search(other) for other in (latin, *beside))


def _line_around(text: str, at: int) -> str:
    low = text.rfind("\n", max(0, at - _WIDEST_LINE), at) + 1 or max(0, at - _WIDEST_LINE)
    high = text.find("\n", at, at + _WIDEST_LINE)
    return unicodedata.normalize("NFC", text[low : high if high >= 0 else at + _WIDEST_LINE])


_OTHER_LIKE_D = frozenset(_LIKE_D) - {"\u00d0"}


def _may_be_vietnamese(word: str) -> bool:
    """Whether a word is a syllable, or an abbreviation with capitals: "TTg"."""
    return _is_syllable(word) or word[:2].isupper()


def _word_before(text: str, at: int) -> str:
    end, low = at, max(0, at - _LONGEST_WORD)
    while end > low and not _is_letter_or_mark(text[end - 1]):
        end -= 1
        if text[end] in "\n\r":
            return ""
    return text[_word_start(text, end - 1, low) : end] if end > low else ""


def _is_letter_or_mark(sign: str) -> bool:
    return sign.isalpha() or "\u0300" <= sign <= "\u036f"


def _word_after(text: str, at: int) -> str:
    match = _BESIDE.match(text, at)
    return match[1] if match is not None else ""


def _letters_of(found: Piece, word: re.Match[str]) -> Iterator[Edit]:
    """Put the Latin letter for each, composed with the marks that follow it."""
    for letter in _SIMILAR_WITH_MARKS.finditer(found.text, *word.span()):
        yield Edit(span=found.span(*letter.span()), text=_in_latin(letter[0]))


_UNSEEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_UNSEEN_RUN = re.compile(f"[{''.join(sorted(_UNSEEN))}]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PICTURES = 0x2190
"""From here on characters are signs and pictures, which an invisible joiner or a direction may belong to."""
_LEGACY_LETTER = re.compile("[a-zA-Z][¡-¬®-¶¸-¿]")
_NEVER_LEGACY = re.compile("[ăĂđĐơƠưƯẠ-ỹ]")
_WIDEST_LINE = 200


def _is_modern(found: Piece, at: int) -> bool:
    """Whether the line about a place is surely in Unicode, in a text part of which is in a legacy encoding.

    It holds letters that no legacy encoding is mistaken for, and none that such encodings are mistaken for.
    """
    if found.is_in_legacy(at):
        return False
    line = _line_around(found.text, at)
    return _NEVER_LEGACY.search(line) is not None and _LEGACY_LETTER.search(line) is None


def unseen_characters(plan: Plan, context: Context) -> Iterator[Finding]:
    """Characters nobody sees: blanks without width, soft hyphens, marks of byte order inside a text, control characters."""
    found = piece(plan, context)
    if found is None:
        return
    if not found.odd.isdisjoint(_UNSEEN):
        yield from _unseen(found)
    # In legacy encodings they are letters.
    if not found.is_partly_legacy and (control := _first_control(found)):
        count = sum(found.text.count(sign) for sign in found.odd if _CONTROLS.match(sign))
        args = {"count": count, "name": f"U+{ord(control[0]):04X}"}
        yield Finding.of("DOC006", args=args, span=found.span(control.start(), control.end()), variant="control")


def _unseen(found: Piece) -> Iterator[Finding]:
    text = found.text
    # In TCVN3 the soft hyphen is a letter, ư: where letters of that encoding are about, it is not deleted.
    legacy = found.is_partly_legacy or ("\u00ad" in found.odd and _LEGACY_LETTER.search(text) is not None)
    spared = "\u00ad" if legacy else ""
    runs = [
        run
        for run in _UNSEEN_RUN.finditer(text)
        if not (found.start + run.start() == 0 and run[0] == "\ufeff")
        and not (spared and spared in run[0] and not _is_modern(found, run.start()))
        and not _is_in_picture(text, run)
    ]
    kept: frozenset[int] = (
        frozenset() if found.odd.isdisjoint(DIRECTIONS) else directions_kept(text, [run.span() for run in runs])
    )
    edits = [Edit(span=found.span(*place), text="") for run in runs for place in _parts_of(run, kept)]
    if edits:
        first = edits[0].span
        name = f"U+{ord(text[first.start - found.start]):04X}"
        yield Finding.of("DOC006", args={"count": len(edits), "name": name}, span=first, edits=tuple(edits))


def _parts_of(run: re.Match[str], kept: frozenset[int]) -> Iterator[tuple[int, int]]:
    """What is left of a run of invisible characters without those that are kept."""
    start = run.start()
    if kept:
        for at in range(run.start(), run.end()):
            if at in kept:
                if start < at:
                    yield start, at
                start = at + 1
    if start < run.end():
        yield start, run.end()


def _is_in_picture(text: str, run: re.Match[str]) -> bool:
    """Whether an invisible character stands beside signs, pictures or letters of other scripts, and may have a meaning there."""
    around = text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]
    return any(ord(letter) >= _PICTURES or "\u0590" <= letter <= "\u1dff" for letter in around)


def _first_control(found: Piece) -> re.Match[str] | None:
    return _CONTROLS.search(found.text) if any(map(_CONTROLS.match, found.odd)) else None


_LOST = "\ufffd"
_MISREAD = re.compile(
    "[\u00c3\u00c4\u00c6][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\u00e1[\u00ba\u00bb][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
"""A Vietnamese letter in UTF-8 whose bytes were taken for letters of Western Europe: "Káº¿ hoáº¡ch"."""
_ENOUGH_MISREAD, _KINDS_MISREAD = 4, 2


def lost_letters(plan: Plan, context: Context) -> Iterator[Finding]:
    """Letters were lost, or read in the wrong encoding."""
    found = piece(plan, context)
    if found is None:
        return
    if _LOST in found.odd:
        at = found.text.index(_LOST)
        args = {"count": found.text.count(_LOST), "words": _words_at(found.text, at)}
        yield Finding.of("DOC010", args=args, span=found.span(at, at + 1))
    if found.is_partly_legacy or ("áº" not in found.text and "á»" not in found.text):
        return
    misread = [match for match in _MISREAD.finditer(found.text) if _is_letter(match[0])]
    if len(misread) < _ENOUGH_MISREAD or len({match[0] for match in misread}) < _KINDS_MISREAD:
        return
    start = _blank_before(found.text, misread[0].start())
    word = _WORD.match(found.text, start)
    end = min(word.end(), misread[0].end() + _LONGEST_WORD) if word else misread[0].end()
    args = {"count": len(misread), "words": found.text[start:end]}
    yield Finding.of("DOC010", args=args, span=found.span(start, end), variant="misread")


def _is_letter(misread: str) -> bool:
    """Whether the bytes of misread letters make a letter of UTF-8."""
    raw = b"".join(
        bytes((ord(sign),)) if ord(sign) < 0x100 else sign.encode("cp1252", errors="replace") for sign in misread
    )
    return raw.decode("utf-8", errors="replace").isalpha()


def _blank_before(text: str, at: int) -> int:
    low = max(0, at - _LONGEST_WORD)
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at


def _words_at(text: str, at: int) -> str:
    """The word around a place, shown with the sign of a lost letter."""
    start = _blank_before(text, at)
    word = _WORD.match(text, start)
    return _shown(word[0] if word else text[at])


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST_WORD else f"{words[:_LONGEST_WORD]}…"


LETTER_RULES = (
    Rule(
        code="DOC004",
        inspect=not_composed,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. Mu\u0323c đích\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. Mục đích\n",
    ),
    Rule(
        code="DOC005",
        inspect=look_alikes,
        violating="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026 của BLÐTBXH\n",
        conforming="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026 của BLĐTBXH\n",
    ),
    Rule(
        code="DOC006",
        inspect=unseen_characters,
        violating="KẾ HOẠCH\nCông tác bình đẳng\u200b giới năm 2026\n",
        conforming="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n",
    ),
    Rule(
        code="DOC010",
        inspect=lost_letters,
        violating="KẾ HOẠCH\nCông tác bình đ\ufffdng giới năm 2026\n",
        conforming="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n",
    ),
)

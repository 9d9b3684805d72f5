"""Vietnamese text: folding with an offset map, comparison keys, numerals.

Every reader works on folded text, in which one letter is one code point and mark-up is gone; the offset map leads
each result back to the source as it was given.
"""

import re
import unicodedata
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from typing import Any

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.values import Span, frozen

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (điểm) in their order, đ after d; no f, j, w, z (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

CAPITAL = (
    "[" + "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()) + "]"
)
"""A class of all Latin capitals for regular expressions: ``[A-Z]`` has no Đ."""

_ONE_FOR_ONE = {
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00d0": "Đ", "\u0189": "Đ", "|": "\n", "\x0b": "\n", "\x0c": "\n",
    "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
_DELETED = "*_\\\\\u200b-\u200d\u2060\ufeff\u00ad"


@frozen
class Folded:
    r"""A text made uniform (văn bản đã chuẩn hóa), with the way back to its source.

    NFC; one kind of blank, hyphen, Đ and line end; no emphasis marks, zero-width characters or table bars.

    >>> folded = fold("**Căn cứ**\u00a0Luật")
    >>> folded.text, folded.span(0, 6).of(folded.source)
    ('Căn cứ Luật', 'Căn cứ')
    """

    source: str
    text: str
    cuts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place in the source of ``text[start:end]``."""
        if not self.cuts:
            return Span(start, end)
        first = self._origin(start)
        return Span(first, max(first, self._origin_end(end))) if end > start else Span(first, first)

    def outer(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]`` with the deleted characters at its edges, for cutting a source into pieces."""
        if not self.cuts:
            return Span(start, end)
        last = len(self.source) if end >= len(self.text) else self._origin(end)
        return Span(min(last, self._origin_end(start) if start else 0), last)

    def index(self, origin: int) -> int:
        """The place in the folded text of a place in the source; the inverse of ``span`` at the edges it gives."""
        if not self.cuts:
            return origin
        piece = bisect_right(self.origins, origin) - 1
        if self.widths[piece]:
            return self.cuts[piece + 1] if origin > self.origins[piece] else self.cuts[piece]
        limit = self.cuts[piece + 1] if piece + 1 < len(self.cuts) else len(self.text)
        return min(limit, self.cuts[piece] + origin - self.origins[piece])

    def _origin(self, index: int) -> int:
        piece = bisect_right(self.cuts, index) - 1
        return self.origins[piece] + (0 if self.widths[piece] else index - self.cuts[piece])

    def _origin_end(self, index: int) -> int:
        piece = bisect_right(self.cuts, index - 1) - 1
        return self.origins[piece] + (self.widths[piece] or index - self.cuts[piece])


def fold(source: str) -> Folded:
    """Make a text uniform for reading.

    Takes time linear in the text and gives the same folded text for NFC and NFD input.

    Raises:
        InvalidValueError: Something else than a text was given.
    """
    if not isinstance(source, str):
        raise InvalidValueError(
            "text", type(source).__name__, "expected a str; decode a file's bytes with vstbpn.decode"
        )
    if _PLAIN.match(source).end() == len(source):  # type: ignore[union-attr]  # The pattern matches the empty text.
        return Folded(source=source, text=source)
    text = source.replace("\r\n", " \n").replace("\r", "\n")
    if "<br" in text or "<BR" in text:
        text = _LINE_BREAK.sub(lambda tag: "\n" + " " * (len(tag[0]) - 1), text)
    for character, replacement in _ONE_FOR_ONE.items():
        text = text.replace(character, replacement)
    if _MAY_BE_UNNORMAL.search(text) is None:
        return _folded(source, text, _SPOTS)
    text = _ENDLESS_MARKS.sub(lambda run: "\ufffd" * len(run[0]), text)
    folded = _folded(source, text, _SPOTS_WITH_LATIN_MARKS)
    if unicodedata.is_normalized("NFC", folded.text):
        return folded
    return _folded(source, text, _spots_with_all_marks())


def _folded(source: str, text: str, spots: re.Pattern[str]) -> Folded:
    pieces: list[str] = []
    cuts, origins, widths = [0], [0], [0]
    done = length = 0
    for found in spots.finditer(text):
        start, end = found.span()
        if spots is _SPOTS_WITH_LATIN_MARKS and text[start] not in _MARK_UP and _bears_marks(text, start - 1, done):
            start -= 1
        spot = text[start:end]
        kept = _kept(spot, text, start, end)
        if kept == spot:
            continue
        pieces.append(text[done:start])
        length += start - done
        if kept:
            pieces.append(kept)
            cuts.append(length)
            origins.append(start)
            widths.append(end - start)
            length += len(kept)
        cuts.append(length)
        origins.append(end)
        widths.append(0)
        done = end
    if len(cuts) == 1:
        return Folded(source=source, text=text)
    pieces.append(text[done:])
    folded = "".join(pieces)
    return Folded(source=source, text=folded, cuts=tuple(cuts), origins=tuple(origins), widths=tuple(widths))


def _bears_marks(text: str, at: int, done: int) -> bool:
    """Whether the character before combining marks is their base."""
    return at >= done and text[at] != "\n" and text[at] not in _MARK_UP


def _kept(spot: str, text: str, start: int, end: int) -> str:
    """What stays of a spot: letters composed, marks of emphasis and escaping gone."""
    if spot[0] not in _MARK_UP:
        return unicodedata.normalize("NFC", spot)
    before, after = text[start - 1 : start], text[end : end + 1]
    if spot == "*" and not before.strip() and not after.strip():
        # A lone asterisk is the mark of an item or of a Party header.
        return spot
    kept = spot.translate(_WITHOUT_STARS)
    if "_" in kept and kept.count("_") < _FILL_IN and _is_edge(before, after):
        kept = kept.replace("_", "")
    if "\\" in kept and (len(spot) > 1 or after in _ESCAPED):
        kept = kept.replace("\\", "")
    return kept


def _is_edge(before: str, after: str) -> bool:
    """Whether a mark stands at the edge of words, where emphasis opens or closes, and not inside a word or alone."""
    opens = (not before.strip() or before in "([“\"'") and bool(after.strip())
    closes = (not after.strip() or after in ".,;:)]”\"'") and bool(before.strip())
    return opens or closes


_MARK_UP = frozenset("*_\\\u200b\u200c\u200d\u2060\ufeff\u00ad")
_WITHOUT_STARS = dict.fromkeys(map(ord, "*\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_ESCAPED = frozenset("-.#+()[]!>~=&")
_FILL_IN = 3
"""A line of three or more underscores is a blank to be filled in, not emphasis."""
_MAY_BE_UNNORMAL = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2010-\u205e\u20ab]")
"""What lies outside Latin letters and common punctuation; text without any of it is NFC, and this is quicker to see."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ENDLESS_MARKS = re.compile(f"(?<=[{_MARKS}]{{32}})[{_MARKS}]+")
"""What follows on more marks than any letter bears: putting endless marks in order takes time as their number squared."""
_LINE_BREAK = re.compile(r"<br\s{0,2}/?>", re.IGNORECASE)
_PLAIN = re.compile(
    "[\n !-);+,./0-9:=>?@A-Z\\[\\]^`a-z{}~\\-"
    "\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u0188\u018a-\u02ff\u1e00-\u1eff\u2012-\u2027\u2030-\u205e\u20ab]*"
)
"""What folding leaves alone. A run over a class of characters is the fastest look at a text there is."""
# Each begins with a class alone, not repeated: only such a pattern is searched for quickly.
_SPOTS = re.compile(f"[{_DELETED}][{_DELETED}]*")
_SPOTS_WITH_LATIN_MARKS = re.compile(
    f"[{_DELETED}\u0300-\u036f](?:(?<=[{_DELETED}])[{_DELETED}]*|(?<=[\u0300-\u036f])[\u0300-\u036f]*)"
)


@cache
def _spots_with_all_marks() -> re.Pattern[str]:
    """Spots with everything normalisation may change: marks of all scripts with their base, Hangul, singletons.

    Made only for a text that is not NFC for other reasons than Latin marks: it is slow to make and slow to run.
    """
    marks, singletons = [], []
    for code in (*range(0x80, 0xAC00), *range(0xD7A4, 0xD800), *range(0xE000, 0x30000)):
        character = chr(code)
        if unicodedata.category(character) in {"Mn", "Mc"}:
            marks.append(character)
        elif unicodedata.normalize("NFC", character) != character:
            singletons.append(character)
    all_marks = "".join(marks)
    cluster = f"[^\n{_DELETED}\u1100-\u11ff{all_marks}]?[{all_marks}]+"
    hangul = "[\u1100-\u11ff\uac00-\ud7a3]+"
    return re.compile(f"[{_DELETED}]+|{cluster}|{hangul}|[{''.join(singletons)}]")


_TONES = {
    f"{plain}{toned}": f"{marked}{last}"
    for plain, last, tones, marks in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for toned, marked in zip(tones, marks, strict=True)
}
_NEW_PLACEMENT = re.compile(rf"(?<!q)(?:{'|'.join(_TONES)})(?![^\W\d_])")


def comparison_key(text: str) -> str:
    """A key under which two spellings of the same words are equal: case, form, blanks, tone placement, Eth.

    For comparing only: the spelling of a document is kept.

    >>> comparison_key("UỶ  BAN Nhân dân") == comparison_key("Ủy ban nhân dân")
    True
    >>> comparison_key("hoàn") == comparison_key("hòan")
    False
    """
    key = unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").replace("\u0189", "Đ").casefold()
    key = _NEW_PLACEMENT.sub(lambda match: _TONES[match[0]], key)
    return " ".join(key.replace("–", "-").replace("\u2011", "-").split())


def composed(text: Any) -> Any:  # noqa: ANN401  # It stands before the check of a field, which tells what is no text.
    """A text with its letters composed (NFC), so that it is the same however they were typed; all else as it is.

    >>> len("nu\u031b\u0303"), len(composed("nu\u031b\u0303"))
    (4, 2)
    """
    return unicodedata.normalize("NFC", text) if isinstance(text, str) and not text.isascii() else text


def clean(text: str) -> str:
    r"""A passage on one line: blanks and line ends become one blank each.

    >>> clean("Bộ\nNông nghiệp  và Môi trường ")
    'Bộ Nông nghiệp và Môi trường'
    """
    return " ".join(text.split())


_ROMAN = (
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman_value(numeral: str) -> int | None:
    """The number a Roman numeral (số La Mã) stands for, or None for what is none.

    >>> roman_value("VI"), roman_value("IIX")
    (6, None)
    """
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        return None
    total, rest = 0, numeral
    for letters, value in _ROMAN:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters) :]
    return total


def roman_numeral(value: int) -> str:
    """The Roman numeral of a number from 1 to 3999; the inverse of ``roman_value``.

    >>> roman_numeral(14)
    'XIV'
    """
    if not 1 <= value <= 3999:
        raise InvalidValueError("Roman numeral", str(value), "only 1 to 3999 can be written")
    letters = []
    for numeral, worth in _ROMAN:
        count, value = divmod(value, worth)
        letters.append(numeral * count)
    return "".join(letters)


_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")


def parse_decimal(text: str) -> Decimal:
    """A number as Vietnamese documents write it: ``1,5`` and ``1.5`` are both one and a half, ``71.000`` is 71 000.

    Raises:
        ParseError: The text is no such number.

    >>> parse_decimal("99,5"), parse_decimal("1.5"), parse_decimal("71.000"), parse_decimal("05")
    (Decimal('99.5'), Decimal('1.5'), Decimal('71000'), Decimal('5'))
    """
    if text.isascii() and _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if text.isascii() and _DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise ParseError(text, Span(0, len(text)), "expected a number such as 60, 1,5 or 71.000")


_LONGEST_EXPONENT = 1000
_SWAPPED = str.maketrans(",.", ".,")


def format_decimal(value: Decimal) -> str:
    """A number in official Vietnamese: decimal comma, dots between thousands from 1000 up.

    ``parse_decimal`` reads it back, save for the sign of a number below zero: documents write none.

    Raises:
        InvalidValueError: The number is infinite, none at all, or of an exponent that no document has.

    >>> format_decimal(Decimal("99.5")), format_decimal(Decimal("71000"))
    ('99,5', '71.000')
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _LONGEST_EXPONENT:
        raise InvalidValueError("number", str(value), "only finite numbers of a usual size can be written out")
    return f"{value:,f}".translate(_SWAPPED)

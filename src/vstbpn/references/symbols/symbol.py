"""The number and symbol of a document (số, ký hiệu): its grammar, styles and repairs.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 for the State; Hướng dẫn 36-HD/VPTW for the Party. Issuers choose
their own abbreviations, so that any code is read, known or not.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import attrs

from vstbpn.constraints import matching, such_that, told, whole_number
from vstbpn.errors import InvalidValueError
from vstbpn.references.symbols.issuing_bodies import BodyKind, kind_of_body
from vstbpn.references.symbols.repairs import BLANK, DASH, DOT, MISSING_MARK, UNDERSCORE, mended, repairs_in
from vstbpn.references.symbols.styles import (
    CODE_PATTERN,
    DISPATCH_CODE,
    JOINT_TYPES,
    TYPE_CODES,
    is_abbreviation,
    may_follow,
    segments_of,
    style_of,
)
from vstbpn.text import CAPITAL, fold
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import SymbolStyle

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that are read between number and symbol."""

_NUMBER = r"[0-9]{1,6}(?:[a-zđ](?![^\W\d_]))?(?:\.[0-9]{1,3})?"
_WORD = r"[^\W\d_][^\W_]*(?:&[^\W_]+)*"
_PREFIX = re.compile(r"\s*(?:[Ss][Ốố]\s*:?\s*)?")
_PLAIN = re.compile(
    rf"({_NUMBER})([/-])(?:([0-9]{{4}})/)?([^\W\d_][^\W_]*+(?:[-/&][^\W\d_][^\W_]*+)*+)"
    # What may follow if nothing after it can belong to the symbol, mended or not.
    r"(?=[,;:)\]”\"]|[ \n][a-zđ(]|\n[ ]?\n|\.\s|\.?\Z)"
)
_HEAD = re.compile(
    rf"(?:(?P<number>{_NUMBER})|(?P<blank>[.…·_][.…·_ ]{{0,60}}))?"
    r"(?P<gap>[ ]{0,2}\n?)(?P<mark>[/–-]?)(?P<after>\s{0,6})"
    r"(?:(?P<year>[0-9]{4})(?P<left>[ ]{0,2})/(?P<right>[ ]{0,2}\n?))?(?=[^\W\d_])"
)
_SEGMENT = re.compile(_WORD)
_JOINT = re.compile(r"(?P<before>[ ]{0,2}\n?)(?P<mark>[/–&_-])(?P<after>\s{0,6})(?=[^\W\d_])")
_SPLIT_BY_BLANK = re.compile(r"\s(?=(?P<word>[^\W\d_]{2,})(?:\s{1,2}ngày\s|-[^\W\d_]))")
_FIELD = re.compile(rf"\.(?:{CAPITAL}{{2,8}}[0-9]{{0,2}}|{CAPITAL}[0-9]{{1,2}})(?![^\W_]|\.[^\W_])")
_DOT = re.compile(r"\.(?=[^\W\d_]{2})")
_LIKE_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NO_CODE = frozenset(["NGÀY", "CỦA", "VỀ", "VÀ", "SỐ", "TẠI", "THEO", "CHO"])
_OLD_ISSUERS = frozenset(["TTg", "CP", "HĐBT"])
"""The Prime Minister, the Government and the Council of Ministers, as they were written before 1999."""

_SHORTEST_CODE_WITHOUT_MARK = 3


def _without_zeros(number: str | None) -> str | None:
    return number and (number.lstrip("0") or "0")


def _mark(style: SymbolStyle) -> str:
    return style.mark


_WHOLE_NUMBER = re.compile(r"[0-9]{1,6}[a-zđ]?(?:\.[0-9]{1,3})?")
_NUMBER_TAKEN = matching("document number", _WHOLE_NUMBER.pattern, "expected digits, as in 15, 30a or 66.7")
_YEAR_TAKEN = whole_number("year of a symbol", FIRST_YEAR, LAST_YEAR, f"years run from {FIRST_YEAR} to {LAST_YEAR}")
_CODE_TAKEN = such_that(
    "symbol",
    lambda code: isinstance(code, str) and bool(segments_of(code)),
    "expected letters joined by '-', '/' or '&', as in QĐ-TTg",
    {"pattern": f"^(?:{CODE_PATTERN})$"},
)


@frozen
class DocumentSymbol:
    """The number and symbol of a document (số, ký hiệu).

    Compared canonically: leading zeros of the number do not count, nor does how it was written (``raw``). Of the style
    what shows in the canonical form is compared, the slash or hyphen after the number. ``07/CT-TU`` and ``07-CT/TU``
    are not equal: a style that contradicts the body is kept and ``suggestion`` says what it should be, for who wrote
    it may have meant another body. Damage, on the other hand, is mended and told in ``repairs``.

    Args:
        number: The number as written (``09``, ``30a``, ``66.7``); None while not yet numbered.
        year: The year between number and symbol, if it has one.
        code: Everything after them, repaired: ``QĐ-TTg``, ``CT/TW``, ``QH14``, ``BNV-CTTN&BĐG``.
        style: The scheme it is written by.
        raw: As it was written.
        repairs: What was mended in reading, of the names in ``vstbpn.references.symbols.repairs``.

    Raises:
        InvalidValueError: A part is ill-formed, or a year is given to a style that puts a hyphen after the number.

    >>> symbol = DocumentSymbol.parse("30/2020/NĐ-CP")
    >>> symbol.number, symbol.year, symbol.code, symbol.type_code, symbol.issuer_codes
    ('30', 2020, 'NĐ-CP', 'NĐ', ('CP',))
    >>> damaged = DocumentSymbol.parse("365/KH- VSTBPN&BDG")
    >>> str(damaged), damaged.canonical, damaged.repairs
    ('365/KH- VSTBPN&BDG', '365/KH-VSTBPN&BĐG', ('blank-inside', 'lost-marks'))
    """

    number: str | None = attrs.field(default=None, eq=_without_zeros, metadata=told(_NUMBER_TAKEN))
    year: int | None = attrs.field(default=None, metadata=told(_YEAR_TAKEN))
    code: str = attrs.field(metadata=told(_CODE_TAKEN))
    style: SymbolStyle = attrs.field(eq=_mark)
    raw: str | None = attrs.field(default=None, eq=False)
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        # One glance takes what is well-formed: a symbol is made for nearly every reference of a text.
        try:
            is_well_formed = (
                (self.number is None or _WHOLE_NUMBER.fullmatch(self.number))
                and segments_of(self.code)
                and (
                    self.year is None
                    or (type(self.year) is int and FIRST_YEAR <= self.year <= LAST_YEAR and self.style.mark == "/")
                )
            )
        except TypeError:
            is_well_formed = False  # What is no text is told below.
        if not is_well_formed:
            _hold(self)

    @classmethod
    def parse(cls, text: str) -> "DocumentSymbol":
        r"""Read a number and symbol, with or without "Số:" before it; the inverse of ``str``.

        Any form of Unicode is taken, and dots for a number not yet given; ``raw`` is what stood in the text.

        Raises:
            ParseError: The text is none, or has more after it; the error says what is wrong where, and how to mend it.

        >>> symbol = DocumentSymbol.parse("Số: 12/Q\u00d0\u2011TTG")
        >>> symbol.canonical, symbol.repairs
        ('12/QĐ-TTg', ('lost-case', 'dash-for-hyphen', 'eth-for-d'))
        >>> DocumentSymbol.parse("…/KH-UBND").is_numbered
        False
        """
        folded = fold(text)
        start = _PREFIX.match(folded.text).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
        found = read_symbol(folded.text, start, len(folded.text), marked=True)
        if found is None or folded.text[found.end :].strip():
            from vstbpn.references.symbols.faults import symbol_fault  # Seldom needed.

            raise symbol_fault(folded, start, found.end if found else None)
        return as_written(found.symbol, folded.span(start, found.end).of(text))

    def __str__(self) -> str:
        return self.raw or self.canonical

    @property
    def canonical(self) -> str:
        """The symbol repaired, with neither blanks nor dots."""
        year = f"{self.year}/" if self.year is not None else ""
        return f"{self.number or ''}{self.style.mark}{year}{self.code}"

    @property
    def is_numbered(self) -> bool:
        """Whether the document has its number; a draft has none (``/KH-STTTT``)."""
        return self.number is not None

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the code between its hyphens and slashes."""
        return segments_of(self.code)

    @property
    def type_code(self) -> str | None:
        """The abbreviation of the document's type ("QĐ"), or None where the symbol shows none."""
        segments = segments_of(self.code)
        first = segments[0]
        if len(segments) > 1:
            return first if first in TYPE_CODES or first == DISPATCH_CODE else None
        return first if first in TYPE_CODES and self.style is not SymbolStyle.DISPATCH else None

    @property
    def issuer_codes(self) -> tuple[str, ...]:
        """The abbreviations after the type's, first the issuer's, then its drafting unit's or the joint issuers'."""
        return self.segments[1:] if self.type_code else self.segments

    @property
    def drafting_codes(self) -> tuple[str, ...]:
        """The abbreviations of a dispatch's drafting unit or field (``VP`` of ``05/BNV-VP``).

        Empty in other styles: there a second body may as well be a joint issuer (``05-QC/BTCTU-BDVTU``).
        """
        return self.issuer_codes[1:] if self.style is SymbolStyle.DISPATCH else ()

    @property
    def issuer_kind(self) -> BodyKind | None:
        """Which kind of body the first issuer is, as the bundled table of issuers has it; None where it is unknown.

        >>> DocumentSymbol.parse("933/QĐ-TLĐ").issuer_kind
        BodyKind.MASS
        """
        return kind_of_body(self.issuer_codes[0]) if self.issuer_codes else None

    @property
    def suggestion(self) -> "DocumentSymbol | None":
        """The symbol in the style of its issuer, where it has a type, an issuer and the other's style; else None.

        >>> DocumentSymbol.parse("07/CT-TU").suggestion.canonical, DocumentSymbol.parse("938-ĐA/CP").suggestion.canonical
        ('07-CT/TU', '938/ĐA-CP')
        """
        kind, issuers = self.issuer_kind, self.issuer_codes
        own = BodyKind.PARTY if self.style is SymbolStyle.PARTY else BodyKind.STATE
        other = BodyKind.STATE if own is BodyKind.PARTY else BodyKind.PARTY
        if kind is not other or self.type_code is None or self.type_code in JOINT_TYPES or self.year is not None:
            return None
        if self.style is SymbolStyle.OLD or own in map(kind_of_body, issuers):
            return None
        joint, mark = ("/", "-") if other is BodyKind.PARTY else ("-", "/")
        code = f"{self.type_code}{joint}{'-'.join(issuers)}"
        style = style_of(code, mark, year=False)
        return evolve(self, code=code, style=style, raw=None, repairs=()) if style else None


def _hold(symbol: DocumentSymbol) -> None:
    """Refuse a symbol that is not well-formed."""
    if symbol.number is not None:
        _NUMBER_TAKEN.check(symbol.number)
    _CODE_TAKEN.check(symbol.code)
    if symbol.year is not None:
        _YEAR_TAKEN.check(symbol.year)
        if symbol.style.mark == "-":
            raise InvalidValueError("year of a symbol", str(symbol.year), f"the style {symbol.style.value!r} has none")


def as_written(symbol: DocumentSymbol, raw: str) -> DocumentSymbol:
    r"""A symbol read in folded text, with the words of the source for ``raw`` and what folding mended told.

    >>> as_written(DocumentSymbol.parse("12/QĐ-UBND"), "12/Q\u00d0-UBND").repairs
    ('eth-for-d',)
    """
    if raw == symbol.raw:
        return symbol
    return evolve(symbol, raw=raw, repairs=tuple(dict.fromkeys(symbol.repairs + repairs_in(raw))))


class FoundSymbol(NamedTuple):
    """A symbol and where it ends."""

    symbol: DocumentSymbol
    end: int


def read_symbol(text: str, start: int, end: int, *, marked: bool) -> FoundSymbol | None:
    """Read the symbol that begins at ``start``, or None where none does.

    Args:
        text: Folded text.
        start: Where the number stands, or, of a document not yet numbered, the slash or the dots before it.
        end: Where the text to be read ends.
        marked: Whether the words before say that a symbol follows ("số", a type); only then is damage repaired.
    """
    plain = _PLAIN.match(text, start, end)
    if plain:
        number, mark, digits, letters = plain.groups()
        known = _plain_code(letters, mark, year=digits is not None)
        if known:
            year = int(digits) if digits else None
            if year is None or FIRST_YEAR <= year <= LAST_YEAR:
                symbol = DocumentSymbol(
                    number=number, year=year, code=known.code, style=known.style, raw=plain[0], repairs=known.repairs
                )
                return FoundSymbol(symbol, plain.end())
    return _read_with_care(text, start, end, marked=marked)


class _Code(NamedTuple):
    """A code, mended, with its style and what was mended."""

    code: str
    style: SymbolStyle
    repairs: tuple[str, ...]


@lru_cache(maxsize=8192)
def _plain_code(letters: str, mark: str, *, year: bool) -> _Code | None:
    """What a code without damage to its blanks and hyphens is; None where it has to be read with care."""
    if not segments_of(letters):
        return None
    code, repairs = mended(letters)
    style = style_of(code, mark, year=year)
    # Whether a number before a hyphen is one of before 1999 depends on what stands around it.
    return None if style is None or style is SymbolStyle.OLD else _Code(code, style, repairs)


def _read_with_care(text: str, start: int, end: int, *, marked: bool) -> FoundSymbol | None:
    head = _HEAD.match(text, start, end)
    if not head or not _may_open(head, marked=marked):
        return None
    repairs = _damage_of_head(head)
    if repairs and not marked and repairs != [DASH]:
        return None
    if head["left"] or head["right"]:
        # A year says well enough that a symbol is meant.
        repairs.append(BLANK)
    read = _read_code(text, head.end(), end, repairs, marked=marked)
    if read is None:
        return None
    letters, code_end = read
    if not head["mark"] and (
        len(letters) < _SHORTEST_CODE_WITHOUT_MARK or not (letters[:2].isalpha() and letters[:2].isupper())
    ):
        return None
    if not segments_of(letters):
        return None
    code, marks = mended(letters)
    style = style_of(code, head["mark"].replace("–", "-"), year=head["year"] is not None)
    if style is None or (style is SymbolStyle.OLD and not _is_old(head["number"], code, repairs, marked=marked)):
        return None
    year = int(head["year"]) if head["year"] else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    symbol = DocumentSymbol(
        number=head["number"],
        year=year,
        code=code,
        style=style,
        raw=text[start:code_end],
        repairs=tuple(dict.fromkeys((*repairs, *marks))),
    )
    return FoundSymbol(symbol, code_end)


def _may_open(head: re.Match[str], *, marked: bool) -> bool:
    """Whether what stands before the code can: a number, or the mark alone of a document not yet numbered."""
    if head["blank"]:
        return marked and bool(head["mark"])
    if not head["number"]:
        return head["mark"] == "/" or (marked and head["mark"] == "-")
    return bool(head["mark"]) or (head["year"] is None and "\n" not in head["after"])


def _damage_of_head(head: re.Match[str]) -> list[str]:
    repairs = []
    if not head["mark"]:
        repairs.append(MISSING_MARK)
    # Blanks before the slash of a number not yet given are where it will stand.
    if (head["gap"] and head["mark"] and not head["blank"]) or head["after"]:
        repairs.append(BLANK)
    if head["mark"] == "–":
        repairs.append(DASH)
    return repairs


def _is_old(number: str | None, code: str, repairs: list[str], *, marked: bool) -> bool:
    """Whether a number before a hyphen can be one of the 1990s: "Kế hoạch 2021-UBND" names a year."""
    if not marked or number is None or any(repair != DASH for repair in repairs):
        return False
    return "/" in code or code in _OLD_ISSUERS or not _LIKE_A_YEAR.fullmatch(number)


def _read_code(text: str, start: int, end: int, repairs: list[str], *, marked: bool) -> tuple[str, int] | None:
    """The code that begins at ``start`` and where it ends; what is mended on the way is added to ``repairs``."""
    segment = _SEGMENT.match(text, start, end)
    if not segment or not is_abbreviation(segment[0]):
        return None
    code, at = segment[0], segment.end()
    while joined := _next_segment(text, at, end, code, marked=marked):
        code += joined.letters
        at = joined.end
        repairs.extend(joined.repairs)
    return code, at


class _Joined(NamedTuple):
    """What goes on a code: the letters with their hyphen or slash, what was mended, and where they end."""

    letters: str
    repairs: tuple[str, ...]
    end: int


def _next_segment(text: str, at: int, end: int, code: str, *, marked: bool) -> _Joined | None:
    if joint := _JOINT.match(text, at, end):
        segment = _SEGMENT.match(text, joint.end(), end)
        if not segment or not _joins(joint, segment[0], code, marked=marked):
            return None
        blank = (BLANK,) if joint["before"] or joint["after"] else ()
        damage = {"–": (DASH,), "_": (UNDERSCORE,)}.get(joint["mark"], ())
        return _Joined(("-" if damage else joint["mark"]) + segment[0], blank + damage, segment.end())
    if not marked:
        return None
    if split := _SPLIT_BY_BLANK.match(text, at, end):
        segment = _SEGMENT.match(text, split.end(), end)
        if not segment or not _is_code(split["word"]):
            return None
        # A blank inside a body's letters came in; behind the type, or a hyphen, it stands for the hyphen.
        apart = "-" in code or code in TYPE_CODES
        return _Joined(f"-{segment[0]}" if apart else segment[0], (BLANK,), segment.end())
    if (dot := _DOT.match(text, at, end)) and (code in TYPE_CODES or code == DISPATCH_CODE):
        segment = _SEGMENT.match(text, dot.end(), end)
        return _Joined(f"-{segment[0]}", (DOT,), segment.end()) if segment and segment[0].isupper() else None
    if (field := _FIELD.match(text, at, end)) and field[0][1:] not in segments_of(code):
        # "12/QĐ-UBND.ĐTXD": some issuers put a full stop before the field.
        return _Joined(field[0], (), field.end())
    return None


def _joins(joint: re.Match[str], word: str, code: str, *, marked: bool) -> bool:
    """Whether a hyphen or slash joins a code to the word after it, or only stands between two words."""
    if not joint["before"] and not joint["after"]:
        return may_follow(word)
    if not marked or len(word) < 2 or not is_abbreviation(word) or word in _NO_CODE:
        return False
    if "\n" in joint["before"] and joint["after"]:
        return False  # The mark of an item opens the line.
    return not joint["before"] or joint["mark"] == "&" or code in TYPE_CODES


def _is_code(word: str) -> bool:
    return (word.isupper() and word not in _NO_CODE) or word == "TTg"

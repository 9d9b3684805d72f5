"""The parts of an identifier (thành phần của định danh): pieces read with their places, dates, numbers, provisions."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import attrs

from vstbpn.constraints import Constraint, matching, such_that
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.identifiers.folding import fold_label, is_folded_symbol, unfold_label, unfold_symbol
from vstbpn.references.provisions.provision import Provision
from vstbpn.values import Span

T = TypeVar("T")

UNKNOWN_DATE = "0000"
"""What stands for a date that is not known."""


class SchemeLevel(NamedTuple):
    """A level of a provision: its field, its name in each scheme, and whether its letters are capitals."""

    field: str
    akoma_ntoso: str
    urn_lex: str
    capitals: bool


LEVELS = (
    SchemeLevel("part", "part", "part", capitals=True),
    SchemeLevel("chapter", "chp", "chp", capitals=True),
    SchemeLevel("section", "sec", "sec", capitals=True),
    SchemeLevel("subsection", "subsec", "subsec", capitals=True),
    SchemeLevel("article", "art", "art", capitals=True),
    SchemeLevel("clause", "para", "par", capitals=False),
    SchemeLevel("point", "point", "let", capitals=False),
    SchemeLevel("item", "item", "item", capitals=False),
)
"""The levels below the appendix, the highest first. A level added to ``Provision`` is one row here."""

APPENDIX = SchemeLevel("appendix", "annex", "phu.luc", capitals=True)


class Piece(NamedTuple):
    """A piece of an identifier that is read, and where it stands in the whole."""

    whole: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The piece itself."""
        return self.whole[self.start : self.end]

    def fail(self, reason: str) -> ParseError:
        """The error that the piece is not what was expected."""
        return ParseError(self.whole, Span(self.start, self.end), reason)

    def split(self, mark: str) -> list["Piece"]:
        """The pieces between marks."""
        pieces, at = [], self.start
        for part in self.text.split(mark):
            pieces.append(Piece(self.whole, at, at + len(part)))
            at += len(part) + len(mark)
        return pieces

    def cut(self, mark: str) -> tuple["Piece", "Piece | None"]:
        """What stands before the first mark, and what stands after it."""
        at = self.text.find(mark)
        if at < 0:
            return self, None
        return self._replace(end=self.start + at), self._replace(start=self.start + at + len(mark))

    def expect(self, pattern: re.Pattern[str], reason: str) -> str:
        """The text of the piece, which has to be of that form."""
        if not pattern.fullmatch(self.text):
            raise self.fail(f"a part is empty; {reason}" if self.start == self.end else reason)
        return self.text

    def read(self, reader: Callable[[str], T]) -> T:
        """What a reader makes of the piece; its errors are placed in the whole."""
        try:
            return reader(self.text)
        except ParseError as error:
            span = Span(self.start + error.span.start, self.start + error.span.end)
            raise ParseError(self.whole, span, error.reason) from None
        except InvalidValueError as error:
            raise self.fail(str(error)) from None


_FOREIGN = re.compile(r"[^a-z0-9/:;.,~@!$_+-]")


def whole_piece(text: str) -> Piece:
    """An identifier as one piece, once all its characters may stand in one.

    Raises:
        InvalidValueError: Something else than a text was given.
        ParseError: A character cannot stand in an identifier.
    """
    if not isinstance(text, str):
        raise InvalidValueError("identifier", type(text).__name__, "expected a str")
    if foreign := _FOREIGN.search(text):
        letter = foreign[0]
        if letter.isspace():
            reason = "an identifier has no blanks: remove it"
        elif not letter.isascii():
            reason = "an identifier is ASCII: make it of a reference, which folds Đ and the accents"
        elif letter.isupper():
            reason = f"an identifier is in lower case: write {letter.lower()!r}"
        else:
            reason = "the character does not belong in an identifier: remove it"
        raise ParseError(text, Span(*foreign.span()), reason)
    return Piece(text, 0, len(text))


_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
# How dates are written in JSON, where unknown parts may be spelt out.
_DATE_PATTERN = "^[0-9]{4}(?:-(?:[0-9]{2}(?:-(?:[0-9]{2}|XX))?|XX(?:-XX)?))?$"


def read_date_piece(piece: Piece) -> PartialDate | None:
    """The date, year and month, or year of an identifier; None where it is not known."""
    text = piece.expect(_DATE, "expected a date such as 2020-03-05, a year such as 2020, or 0000 for an unknown one")
    return None if text == UNKNOWN_DATE else piece.read(PartialDate.parse)


def form(pattern: re.Pattern[str], what: str, expected: str) -> Any:  # noqa: ANN401  # attrs gives its validators no name.
    """Holds a field of an identifier that may be missing to its form."""
    return attrs.validators.optional(matching(what, pattern.pattern, expected))


def date_of_identifier(what: str) -> Any:  # noqa: ANN401  # As above.
    """Holds a date to what can stand in an identifier: it has a year, and no day without its month."""

    def accepts(date: object) -> bool:
        return isinstance(date, PartialDate) and date.year is not None and (date.month is not None or date.day is None)

    expected = "an identifier has a day, a month with its year, or a year"
    return attrs.validators.optional(Constraint(what, expected, accepts, {"pattern": _DATE_PATTERN}, shows=str))


def number_of_identifier(words: re.Pattern[str]) -> Constraint:
    """Holds the number of an identifier to the two forms it may have, a folded symbol and a folded name."""

    def accepts(number: object) -> bool:
        if not isinstance(number, str) or not is_folded_symbol(number):
            return isinstance(number, str) and words.fullmatch(number) is not None
        try:
            unfold_symbol(number)
        except ParseError:
            return False
        return True

    expected = "expected a folded symbol such as 30-2020-nd-cp, or a folded name"
    return such_that("number", accepts, expected, {"pattern": f"^(?:{words.pattern}|[0-9-][a-z0-9.-]*)$"})


def write_levels(provision: Provision) -> Iterator[tuple[SchemeLevel, str, str | None]]:
    """The levels of a provision below the appendix, each with its folded label and the last one of a range."""
    for level in LEVELS:
        if label := write_label(provision, level):
            yield level, *label


def write_label(provision: Provision, level: SchemeLevel) -> tuple[str, str | None] | None:
    """The folded label of a level, and the last one of a range; None where the provision has no such level."""
    first, last = getattr(provision, level.field), getattr(provision, f"{level.field}_to")
    if first is None:
        return None
    return fold_label(first, capitals=level.capitals), None if last is None else fold_label(
        last, capitals=level.capitals
    )


class FoundLevel(NamedTuple):
    """A level that was read: where, and what stands in its fields."""

    level: SchemeLevel
    piece: Piece
    fields: Mapping[str, str]


def read_level(level: SchemeLevel, piece: Piece, label: Piece) -> FoundLevel:
    """A level with its label, or with a range of them joined by a hyphen.

    Raises:
        ParseError: The level bears no such label, or the range runs backwards.
    """
    first, last = label.cut("-")
    fields = {level.field: first.read(lambda text: unfold_label(text, capitals=level.capitals))}
    if last is not None:
        fields[f"{level.field}_to"] = last.read(lambda text: unfold_label(text, capitals=level.capitals))
    piece.read(lambda _: Provision(**fields))
    return FoundLevel(level, piece, fields)


def unknown_level(piece: Piece, names: Iterable[str]) -> ParseError:
    """The error that a piece is no level with a label."""
    return piece.fail(f"expected a level and its label; the levels are {', '.join(names)}")


def read_provision(appendix: FoundLevel | None, found: list[FoundLevel], piece: Piece) -> Provision:
    """The provision that an appendix and the levels below it make.

    Raises:
        ParseError: The levels do not stand in their order.
    """
    for higher, lower in itertools.pairwise(found):
        if LEVELS.index(lower.level) <= LEVELS.index(higher.level):
            raise lower.piece.fail("levels stand once each, the highest first")
    labels = {name: label for one in (appendix, *found) if one for name, label in one.fields.items()}
    return piece.read(lambda _: Provision(**labels))

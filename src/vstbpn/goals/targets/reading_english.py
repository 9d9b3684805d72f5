"""Reading targets written in English (đọc chỉ tiêu viết bằng tiếng Anh): a strict grammar, the inverse of the writing.

::

    target  = [when ", "] (whom " (no figure)" | whom ": " aim | aim [" of " whom | " (" whom ")"])
    when    = "By" year | "In" years | "Each year" ["until" year | "in" years] | "From" year "onwards"
    aim     = [("lowered" | "raised") ("by" | ["from" number] "to")] figure
    figure  = [comparator] number unit | "between" number "and" number unit
    whom    = words | "“" words "”"

Whom a share is of stands behind "of", what tells which of the things counted are meant in brackets ("20 hộ (nghèo được
vay vốn)"). A share has its sign at each of two numbers ("from 23% to 18%"); other units stand behind the last one alone.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from vstbpn.dates import YearRange
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.goals.targets.units import is_count, is_share, unit_of_english
from vstbpn.values import Span
from vstbpn.vocabulary import Comparator, Direction, When

if TYPE_CHECKING:
    from vstbpn.goals.targets.target import Target

_Y = "[0-9]{4}"
_WHEN = re.compile(
    rf"(?:(?:By|(?P<until>Each year until)) (?P<year>{_Y})|(?:In|(?P<within>Each year in)) (?P<first>{_Y})-(?P<last>{_Y})"
    rf"|(?P<each>Each year)|From (?P<since>{_Y}) onwards), "
)
_MOVED = re.compile(r"(?:(?P<lowered>lowered)|raised) (?:(?P<by>by) |(?P<origin>from )|to )")
_COMPARED = {
    f"{comparator.en} ": comparator
    for comparator in Comparator
    if comparator not in {Comparator.EQUAL, Comparator.QUALITATIVE}
}
_COMPARING = re.compile("|".join(_COMPARED))
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,16})(?![0-9])(?:\.[0-9]{1,6})?(?![0-9])")
_NO_FIGURE = " (no figure)"
_OF = " of "
_OPENING = " ("
_LONGEST_SIGN = 3


class _Due(NamedTuple):
    """When a target is due."""

    year: int | None = None
    when: When = When.BY
    period: YearRange | None = None


class _Aim(NamedTuple):
    """What a target says but for whom and when."""

    comparator: Comparator
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    direction: Direction | None
    is_change: bool
    baseline: Decimal | None


def read_english(text: str) -> "Target":
    """The target written in English.

    Raises:
        ParseError: It is not written as targets are in English; the place tells where, the reason what was expected.

    >>> read_english("By 2025, at least 60% of cơ quan có lãnh đạo chủ chốt là nữ").population
    'cơ quan có lãnh đạo chủ chốt là nữ'
    """
    due, at = _read_when(text)
    if text.endswith(_NO_FIGURE):
        whom = _unmarked(text[at : -len(_NO_FIGURE)])
        return _target(text, due, _Aim(Comparator.QUALITATIVE, None, None, "", None, False, None), whom)
    try:
        aim, end = _read_aim(text, at)
        if end == len(text):
            return _target(text, due, aim, None)
        if aim.direction is not None:
            _fail(text, end, "the end: of whom it is said stands before 'lowered' or 'raised', with a colon")
        return _target(text, due, aim, _unmarked(_words_behind(text, end, aim.unit)))
    except ParseError as fault:
        return _read_behind_whom(text, due, at, fault)


def _words_behind(text: str, at: int, unit: str) -> str:
    """The words behind a figure and its unit: in brackets behind what is counted, else behind "of"."""
    if not is_count(unit):
        if not text.startswith(_OF, at):
            _fail(text, at, "'of' and whom the share is of")
        return text[at + len(_OF) :]
    if not (text.startswith(_OPENING, at) and text.endswith(")")):
        _fail(text, at, f"in brackets which {unit} are meant")
    return text[at + len(_OPENING) : -1]


def _read_behind_whom(text: str, due: _Due, at: int, fault: ParseError) -> "Target":
    """The target whose aim stands behind a colon; what is read farthest tells what is wrong with one that is none."""
    opening, mark = ("“", "”: ") if text.startswith("“", at) else ("", ": ")
    stop = text.rfind(mark, at)
    if stop < 0:
        raise fault
    start = stop + len(mark)
    try:
        aim, end = _read_aim(text, start)
        if end < len(text):
            _fail(text, end, "the end: of whom it is said stands before the colon")
    except ParseError as behind:
        raise max(behind, fault, key=lambda error: error.span.start) from None
    return _target(text, due, aim, text[at + len(opening) : stop])


def _read_when(text: str) -> tuple[_Due, int]:
    match = _WHEN.match(text)
    if match is None:
        return _Due(), 0
    when = When.BY
    if match["until"] or match["within"] or match["each"]:
        when = When.EACH_YEAR
    elif match["since"]:
        when = When.ONWARDS
    year = match["year"] or match["last"] or match["since"]
    period = None
    if match["first"]:
        try:
            period = YearRange(start=int(match["first"]), end=int(match["last"]))
        except InvalidValueError as error:
            raise ParseError(text, Span(match.start("first"), match.end("last")), error.reason) from None
    return _Due(int(year) if year else None, when, period), match.end()


def _read_aim(text: str, at: int) -> tuple[_Aim, int]:
    """What is aimed at, and where its words end: at the end of the text or before what is behind its unit."""
    direction, is_change, baseline, sign = None, False, None, ""
    if moved := _MOVED.match(text, at):
        direction = Direction.LOWER if moved["lowered"] else Direction.RAISE
        is_change = moved["by"] is not None
        at = moved.end()
        if moved["origin"]:
            baseline, sign, at = _read_first_of_two(text, at, " to ")
    comparing = _COMPARING.match(text, at)
    comparator = _COMPARED[comparing[0]] if comparing else Comparator.EQUAL
    at = comparing.end() if comparing else at
    lowest, low_sign = None, ""
    if comparator is Comparator.BETWEEN:
        lowest, low_sign, at = _read_first_of_two(text, at, " and ")
    value, at = _read_number(text, at)
    unit, end = _read_unit(text, at)
    expected = unit if is_share(unit) else ""
    if (baseline is not None and sign != expected) or (lowest is not None and low_sign != expected):
        _fail(
            text,
            at,
            f"the unit of the number before, {sign or low_sign}" if sign or low_sign else f"{unit} at both numbers",
        )
    first, last = (value, None) if lowest is None else (lowest, value)
    return _Aim(comparator, first, last, unit, direction, is_change, baseline), end


def _read_first_of_two(text: str, at: int, joint: str) -> tuple[Decimal, str, int]:
    """The first of two numbers, the sign of a share behind it, and where the second begins."""
    value, at = _read_number(text, at)
    stop = text.find(joint, at, at + _LONGEST_SIGN + len(joint))
    if stop < 0 or (stop > at and not is_share(text[at:stop])):
        _fail(text, at, f"'{joint.strip()}' and a second number")
    return value, text[at:stop], stop + len(joint)


def _read_number(text: str, at: int) -> tuple[Decimal, int]:
    match = _NUMBER.match(text, at)
    if match is None:
        _fail(text, at, "a figure, such as 'at least 60%' or 'lowered from 23% to 18%'")
    return Decimal(match[0].replace(",", "")), match.end()


def _read_unit(text: str, at: int) -> tuple[str, int]:
    closing = text.find("”", at) if text.startswith(" “", at) else -1
    start = at if closing < 0 else closing
    end = min((stop for mark in (_OF, _OPENING) if (stop := text.find(mark, start)) >= 0), default=len(text))
    unit = unit_of_english(text[at:end])
    if unit is None:
        _fail(text, at, "a unit: %, times, per 100, /3 or what is counted")
    return unit, end


def _unmarked(words: str) -> str:
    """Words without the quotation marks around them."""
    return words[1:-1] if len(words) > 1 and words[0] == "“" and words[-1] == "”" else words


def _target(text: str, due: _Due, aim: _Aim, whom: str | None) -> "Target":
    from vstbpn.goals.targets.target import Target  # Targets write themselves, so that module imports this one.

    try:
        return Target(
            comparator=aim.comparator,
            value=aim.value,
            value_max=aim.value_max,
            unit=aim.unit,
            direction=aim.direction,
            is_change=aim.is_change,
            population=whom,
            year=due.year,
            when=due.when,
            period=due.period,
            baseline=aim.baseline,
            text=text,
        )
    except InvalidValueError as error:
        raise ParseError(text, Span(0, len(text)), f"{error.what}: {error.reason}") from None


def _fail(text: str, at: int, expected: str) -> NoReturn:
    stop = text.find(" ", at + 1)
    raise ParseError(text, Span(at, len(text) if stop < 0 else stop), f"expected {expected}")

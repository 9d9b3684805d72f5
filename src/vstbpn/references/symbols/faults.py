"""What is wrong with a text that should be a number and symbol (chẩn đoán số, ký hiệu viết sai), and how to mend it.

The grammar is walked from left to right - number, mark, year, code - and the first place that does not fit is told.
"""

import re
from typing import NamedTuple

from vstbpn.errors import ParseError
from vstbpn.references.symbols.styles import is_abbreviation
from vstbpn.text import Folded

_EXAMPLE = "15/KH-SGDĐT or 21-CT/TW"
_LONGEST_QUOTE = 24
_LONGEST_NUMBER = 6
_YEAR_DIGITS = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_FILL = re.compile(r"[.…·_][.…·_ ]*")
_DOTTED = re.compile(r"\.[0-9]+")
_BLANKS = re.compile(r"\s*")
_MARK = re.compile(r"[/–-]")
_JOINT = re.compile(r"(?P<before>\s*)(?P<mark>[/–&-])(?P<after>\s*)")
_ONE_MORE_WORD = re.compile(r"\s+(?P<word>[^\W\d_][\w&/-]*)")


class _Fault(NamedTuple):
    """A place of folded text and what is wrong there."""

    start: int
    end: int
    reason: str


def symbol_fault(folded: Folded, start: int, read_until: int | None) -> ParseError:
    """The error for a text that is no number and symbol, or more than one.

    Args:
        folded: The text.
        start: Where the number was looked for.
        read_until: Where the symbol ends that could be read; None if none could.
    """
    text = folded.text.rstrip()
    at = min(start, len(text))
    fault = _in_number(text, at) if read_until is None else _after_symbol(text, read_until)
    span = folded.span(fault.start, fault.end)
    return ParseError(folded.source, span, fault.reason)


def _in_number(text: str, at: int) -> _Fault:
    if at >= len(text):
        return _Fault(at, at, f"found no number and symbol; write them as in {_EXAMPLE}")
    digits = _DIGITS.match(text, at)
    if digits is None:
        fill = _FILL.match(text, at)
        opening = fill.end() if fill else at
        if _MARK.match(text, opening):
            return _after_mark(text, opening)
        return _without_number(text, at)
    if len(digits[0]) > _LONGEST_NUMBER:
        reason = f"found a number of {len(digits[0])} digits, expected at most {_LONGEST_NUMBER}; leave out what is not part of it"
        return _Fault(*digits.span(), reason)
    return _after_digits(text, at, digits.end())


def _without_number(text: str, at: int) -> _Fault:
    """What stands at ``at`` is neither a digit nor a mark."""
    word = _LETTERS.match(text, at)
    if word is None:
        return _Fault(
            at,
            at + 1,
            f"found {_quoted(text[at])}, expected the number in digits 0 to 9 or a slash; write it as in {_EXAMPLE}",
        )
    if is_abbreviation(word[0]) and (word.end() == len(text) or _JOINT.match(text, word.end())):
        reason = (
            f"found {_quote_to_end(text, at)} without a number, expected one before it; put the number and a slash "
            "before it, or the slash alone if it has no number yet"
        )
        return _Fault(at, len(text), reason)
    number = _DIGITS.search(text, at)
    if number is None:
        reason = f"found {_quote_to_end(text, at)}, expected a number in digits; write it as in {_EXAMPLE}"
        return _Fault(at, len(text), reason)
    words = text[at : number.start()].rstrip()
    reason = (
        f"found {_quoted(words)} before the number, expected it first; leave that out, "
        "or read a whole reference with Reference.parse"
    )
    return _Fault(at, at + len(words), reason)


def _after_digits(text: str, start: int, at: int) -> _Fault:
    """The number's digits end at ``at``: a letter, a dot and more digits, or the mark may follow."""
    letters = _LETTERS.match(text, at)
    if letters and not (len(letters[0]) == 1 and letters[0].islower()):
        return _letters_on_number(text, start, letters)
    if letters:
        at = letters.end()
    dotted = _DOTTED.match(text, at)
    if dotted and len(dotted[0]) > 4:
        return _Fault(
            *dotted.span(),
            f"found {_quoted(dotted[0])}, expected at most three digits after the dot; write it as in 66.7/2025/NQ-CP",
        )
    at = dotted.end() if dotted else at
    number = text[start:at]
    gap = _BLANKS.match(text, at).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    if gap >= len(text):
        return _Fault(
            start,
            at,
            f"found only the number {_quoted(number)}, expected a slash and a symbol after it; write {number}/KH-UBND or the like",
        )
    if _MARK.match(text, gap):
        return _after_mark(text, gap)
    word = _WORD.match(text, gap)
    if word and gap > at:
        return _Fault(at, gap, _blank_after(number, word[0]))
    return _Fault(
        gap,
        gap + 1,
        f"found {_quoted(text[gap])} after the number {_quoted(number)}, expected a slash, or the Party's hyphen; "
        "put that in its place",
    )


def _blank_after(number: str, word: str) -> str:
    if word[0].isdecimal():
        return (
            f"found a blank between {_quoted(number)} and {_quoted(word)}, expected one number; write it without blanks"
        )
    return (
        f"found a blank between {_quoted(number)} and {_quoted(word)}, expected a slash, or the Party's hyphen; "
        f"write {number}/{_short(word)}"
    )


def _letters_on_number(text: str, start: int, letters: re.Match[str]) -> _Fault:
    number, word = text[start : letters.start()], letters[0]
    if len(word) == 1:
        remedy = f"expected a small letter or none; write {number}{word.lower()}"
    elif word.isupper():
        remedy = f"expected a slash between number and symbol; write {number}/{_short(word)}"
    else:
        remedy = "expected one small letter at most, as in 30a; leave out the rest"
    return _Fault(*letters.span(), f"found {_quoted(word)} right after the number {_quoted(number)}, {remedy}")


def _after_mark(text: str, mark: int) -> _Fault:
    """A slash or hyphen stands at ``mark``: a year or the code should follow."""
    at = _BLANKS.match(text, mark + 1).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    if at >= len(text):
        reason = f"found nothing after {_quoted(text[mark])}, expected a symbol; add the type and the issuing body, as in /KH-UBND"
        return _Fault(mark, mark + 1, reason)
    if _MARK.match(text, at):
        return _second_mark(text, at)
    digits = _DIGITS.match(text, at)
    return _in_year(text, mark, digits) if digits else _in_code(text, mark, at)


def _second_mark(text: str, at: int) -> _Fault:
    return _Fault(at, at + 1, f"found a second mark, {_quoted(text[at])}, expected letters; leave one of the two out")


def _in_year(text: str, mark: int, digits: re.Match[str]) -> _Fault:
    year = digits[0]
    if text[mark] != "/":
        reason = f"found {_quoted(year)} after a hyphen, expected a symbol; a year stands between two slashes, as in 30/2020/NĐ-CP"
        return _Fault(*digits.span(), reason)
    if len(year) != _YEAR_DIGITS:
        reason = f"found {_quoted(year)} after the slash, expected a year of four digits or a symbol; write the year in full, as in 30/2020/NĐ-CP"
        return _Fault(*digits.span(), reason)
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        reason = f"found the year {_quoted(year)}, expected one from {_FIRST_YEAR} to {_LAST_YEAR}; correct it or leave it out"
        return _Fault(*digits.span(), reason)
    at = _BLANKS.match(text, digits.end()).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    if at >= len(text):
        reason = f"found nothing after the year {_quoted(year)}, expected a slash and a symbol; add them, as in 30/2020/NĐ-CP"
        return _Fault(*digits.span(), reason)
    if text[at] != "/":
        reason = (
            f"found {_quoted(text[at])} after the year {_quoted(year)}, expected a slash; put one right after the year"
        )
        return _Fault(at, at + 1, reason)
    return _after_year(text, year, at)


def _after_year(text: str, year: str, slash: int) -> _Fault:
    at = _BLANKS.match(text, slash + 1).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    if at >= len(text):
        reason = (
            f"found nothing after “{year}/”, expected a symbol; add the type and the issuing body, as in 30/2020/NĐ-CP"
        )
        return _Fault(slash, slash + 1, reason)
    if _MARK.match(text, at):
        return _second_mark(text, at)
    if digits := _DIGITS.match(text, at):
        reason = f"found {_quoted(digits[0])} where the symbol should begin, expected letters; leave the digits out"
        return _Fault(*digits.span(), reason)
    return _in_code(text, slash, at)


def _in_code(text: str, mark: int, at: int) -> _Fault:
    """What stands at ``at``, after the mark, should open the code."""
    word = _WORD.match(text, at)
    if word is None:
        reason = (
            f"found {_quoted(text[at])} after {_quoted(text[mark])}, expected the letters of a symbol; leave it out"
        )
        return _Fault(at, at + 1, reason)
    if not text[at].isalpha() or not is_abbreviation(word[0]):
        return _Fault(*word.span(), _not_initials(word[0]))
    if text[mark] != "/":
        code = _quote_to_end(text, at)
        reason = (
            f"found {code} after a hyphen, expected the Party's type and body with a slash between them, as in 21-CT/TW; "
            "write a slash for the hyphen if the document is the State's"
        )
        return _Fault(mark, len(text), reason)
    reason = f"found {_quote_to_end(text, at)}, expected an abbreviation of letters, or a field after it, as in C06-P2"
    return _Fault(at, len(text), f"{reason}; write the whole symbol")


def _not_initials(word: str) -> str:
    if word.islower():
        return f"found {_quoted(word)} in small letters, expected an abbreviation; write it in capitals: {_short(word.upper())}"
    return f"found {_quoted(word)}, expected an abbreviation; write the initials in capitals, as in KH-UBND"


def _after_symbol(text: str, at: int) -> _Fault:
    """A symbol ends at ``at``, and something stands after it."""
    if joint := _JOINT.match(text, at):
        fault = _after_joint(text, joint)
        if fault:
            return fault
    more = _ONE_MORE_WORD.match(text, at)
    if more and more.end() == len(text) and more["word"].isupper():
        reason = (
            f"found a blank before {_quoted(more['word'])}, expected nothing after the symbol; "
            "write a hyphen for the blank if that belongs to the symbol"
        )
        return _Fault(at, len(text), reason)
    if text[at] == "_":
        return _Fault(at, at + 1, "found “_” inside the symbol, expected a hyphen; put one in its place")
    reason = (
        f"found {_quoted(text[at:].strip())}, expected nothing after the symbol; leave that out, "
        "or find the symbols of a longer text with find_references"
    )
    return _Fault(at, len(text), reason)


def _after_joint(text: str, joint: re.Match[str]) -> _Fault | None:
    """What is wrong after a mark that did not go on the symbol; None if it is no part of it, as in "12/KH-UBND - về"."""
    at = joint.end()
    if at >= len(text):
        reason = f"found nothing after {_quoted(joint['mark'])}, expected the issuing body; add its abbreviation or leave the mark out"
        return _Fault(*joint.span("mark"), reason)
    if _JOINT.match(text, at):
        return _second_mark(text, at)
    if joint["before"] and joint["after"]:
        return None
    word = _WORD.match(text, at)
    if word is None:
        return _Fault(
            at, at + 1, f"found {_quoted(text[at])} after {_quoted(joint['mark'])}, expected letters; leave it out"
        )
    if word[0][0].isdigit():
        reason = f"found {_quoted(word[0])} after {_quoted(joint['mark'])}, expected letters; leave the digits out or put letters before them"
        return _Fault(*word.span(), reason)
    return _Fault(*word.span(), _not_initials(word[0]))


def _quoted(text: str) -> str:
    return f"“{_short(text)}”"


def _short(text: str) -> str:
    """The words on one line, cut where they are long."""
    words = " ".join(text[: 4 * _LONGEST_QUOTE].split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"


def _quote_to_end(text: str, at: int) -> str:
    return _quoted(text[at:])

"""Why a text is no reference (vì sao không đọc được dẫn chiếu): what was found, what was expected, how to mend it."""

import re
import unicodedata
from typing import TYPE_CHECKING

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.provisions.faults import read_strictly
from vstbpn.references.provisions.scanning import read_provisions_before
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import Folded
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType

if TYPE_CHECKING:
    from vstbpn.references.citing.reference import Reference

_EXAMPLE = "'Nghị định số 30/2020/NĐ-CP' or 'Luật Trẻ em'"
_FINDER = "find_references, which reads whole sentences"
_BY_NAME = (DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE)
_TYPES = "|".join(
    sorted((re.escape(kind.vi).replace(r"\ ", r"\s{1,3}") for kind in DocumentType), key=len, reverse=True)
)
_TYPE = re.compile(rf"(?:{_TYPES})(?!\w)", re.IGNORECASE)
_OTHER_TYPE = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+){0,3}(?=[ ]số(?!\w))")
_NUMBER_WORD = re.compile(r"số\s{0,3}:?(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,6}(?:[a-zđ](?!\w))?(?:[ ]?/[ ]?[0-9]{4}(?![0-9]))?(?P<mark>[ ]?[/-])?")
_SMALL_CODE = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+){0,4}")
_POINTING_BACK = re.compile(r"(?:này|đó|trên|nói trên|nêu trên|kể trên)(?!\w)")
_DATE_WORDS = re.compile(
    r"ngày(?:\s{1,3}(?:(?P<day>[0-9]{1,3})(?:\s?[/.-]\s?|\s{1,3}tháng\s{1,3})(?P<month>[0-9]{1,3})"
    r"(?:(?:\s?[/.-]\s?|\s{1,3}năm\s{1,3})(?P<year>[0-9]{1,5}))?|[0-9/.-]{1,12}))?(?!\w)",
    re.IGNORECASE,
)
_OF = re.compile(r"của(?!\w)", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:về|về việc|v/v)", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ENGLISH = re.compile(
    rf"(?:the\s+)?(?:{'|'.join(re.escape(kind.en) for kind in DocumentType)})(?:\s+No\.?)?", re.IGNORECASE
)
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_LETTER_FOR_DIGIT = re.compile(r"(?P<digits>[0-9]{1,5})[OoIl][0-9OoIl]{0,5}(?=/)")
_DIGIT_OF = str.maketrans("OoIl", "0011")
_LIKE_A_PROVISION = re.compile(
    r"(?:các\s{1,3}|từ\s{1,3})?(?:điều|khoản|điểm|mục|chương|phần|tiết|dieu|khoan|diem|chuong|article|clause|point|chapter|section)"
    r"\s{1,3}(?:[0-9(-]|[^\W\d_]{1,2}(?!\w)|[IVXLC]{1,7}(?!\w)|(?:một|hai|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w))",
    re.IGNORECASE,
)
_MOST_SHOWN, _WIDEST = 40, 400


def no_reference(folded: Folded) -> ParseError:
    """The error of a text in which no reference was found."""
    text = folded.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start >= end:
        return ParseError(
            folded.source, Span(0, len(folded.source)), f"the text is empty: write a reference such as {_EXAMPLE}"
        )
    found = read_provisions_before(text, start, end)
    if found and found.start == start:
        words = text[start:end]
        return _error(folded, start, end, f"provisions of no act: name the act after them, as in '{words} Luật Trẻ em'")
    at = _after_provisions(text, start, end)
    if error := _incomplete(folded, at, end) or _wrong_provision(folded, start, end):
        return error
    reason = "found neither a number and symbol nor the name of a law"
    if (english := _ENGLISH.match(text, start, end)) and text.isascii():
        reason = f"references are read in Vietnamese, and '{english[0]}' is English"
    return _error(folded, start, end, f"{reason}: write a reference such as {_EXAMPLE}")


def _after_provisions(text: str, start: int, end: int) -> int:
    """Where the act begins whose provisions open the text; the start where none do."""
    for kind in _TYPE.finditer(text, start, min(end, start + _WIDEST)):
        found = read_provisions_before(text, start, kind.start())
        if found and found.start == start:
            return kind.start()
    return start


def _incomplete(folded: Folded, start: int, end: int) -> ParseError | None:
    """What a reference lacks that begins as one does."""
    text = folded.text
    kind = _TYPE.match(text, start, end) or _OTHER_TYPE.match(text, start, end)
    at = _blanks(text, kind.end()) if kind else start
    word = _NUMBER_WORD.match(text, at, end)
    named = DocumentType.named(" ".join(kind[0].split())) if kind else None
    if kind and not word and named in _BY_NAME and not _NUMBER.match(text, at, end):
        return _without_name(folded, kind, named, at, end)
    if kind and (back := _POINTING_BACK.match(text, at, end)):
        return _pointing_back(folded, kind, back)
    example = _example(" ".join(kind[0].split()).capitalize() if kind else "Nghị định")
    after_word = _blanks(text, word.end()) if word else at
    number = _NUMBER.match(text, after_word, end)
    if number is None:
        if not kind and not word:
            return None
        if after_word < end:
            reason = f"expected a number and symbol here, as in '{example}'"
            return _error(folded, after_word, _word_end(text, after_word, end), reason)
        last = word or kind
        place = last.span() if last else (start, end)
        return _error(folded, *place, f"number and symbol are missing: add them, as in '{example}'")
    return _without_symbol(folded, number, end, example)


def _without_name(folded: Folded, kind: re.Match[str], named: DocumentType | None, at: int, end: int) -> ParseError:
    """A law whose name is missing or cannot be read."""
    word = named.vi if named else kind[0]
    example = {DocumentType.CODE: "Bộ luật Lao động", DocumentType.ORDINANCE: "Pháp lệnh Dân số"}.get(
        named or DocumentType.LAW, "Luật Trẻ em"
    )
    if at >= end:
        return _error(folded, *kind.span(), f"the name is missing: write it after '{word}', as in '{example}'")
    if back := _POINTING_BACK.match(folded.text, at, end):
        return _pointing_back(folded, kind, back)
    reason = f"expected a name that begins with a capital, as in '{example}': spell it as the act does"
    return _error(folded, at, _word_end(folded.text, at, end), reason)


def _pointing_back(folded: Folded, kind: re.Match[str], back: re.Match[str]) -> ParseError:
    words = folded.text[kind.start() : back.end()]
    reason = f"'{words}' points to an act named elsewhere: write that act's number and symbol, or its name, instead"
    return _error(folded, kind.start(), back.end(), reason)


def _without_symbol(folded: Folded, number: re.Match[str], end: int, example: str) -> ParseError:
    """A number whose symbol is missing or cannot be read."""
    text, at = folded.text, number.end()
    if at < end and not text[at].isspace():
        code = _SMALL_CODE.match(text, at, end)
        if code and number["mark"] and code[0] != (proper := _capitals(code[0])):
            return _error(
                folded, *code.span(), f"a symbol is written in capitals: write '{number[0]}{proper}', as in '{example}'"
            )
        if fault := _wrong_symbol(folded, number.start(), _word_end(text, at, end)):
            return fault
        return _error(folded, at, _word_end(text, at, end), f"expected a symbol after the number, as in '{example}'")
    what = "after the last mark" if number["mark"] else "after the number"
    return _error(folded, *number.span(), f"the symbol is missing {what}: complete it, as in '{example}'")


def _wrong_symbol(folded: Folded, start: int, end: int) -> ParseError | None:
    """What is wrong with a whole number and symbol; None where the letters are missing, or nothing is wrong with it."""
    words = folded.text[start:end]
    if not _LETTER.search(words):
        return None
    if (slip := _LETTER_FOR_DIGIT.match(words)) and _is_symbol(mended := _digits(slip[0]) + words[slip.end() :]):
        at = start + slip.end("digits")
        reason = (
            f"found the letter '{words[slip.end('digits')]}' in the number, expected digits alone: write '{mended}'"
        )
        return _error(folded, at, at + 1, reason)
    try:
        DocumentSymbol.parse(words)
    except ParseError as error:
        return _error(folded, start + error.span.start, start + error.span.end, error.reason)
    return None


def _digits(number: str) -> str:
    return number.translate(_DIGIT_OF)


def _is_symbol(words: str) -> bool:
    try:
        DocumentSymbol.parse(words)
    except ParseError:
        return False
    return True


def _capitals(code: str) -> str:
    return code.upper().replace("TTG", "TTg")


def before_reference(folded: Folded, start: int, reference: "Reference") -> ParseError:
    """The error of words before a reference."""
    text = folded.text
    begin = len(text) - len(text.lstrip())
    end = begin + len(text[begin:start].rstrip())
    words = text[begin:end]
    if wrong := _wrong_provision(folded, begin, end):
        return wrong
    if _BLANK_LINE.search(text, end, start):
        reason = "expected one reference without a blank line in it: leave out what stands before the line"
    elif _ENGLISH.fullmatch(words):
        name = reference.type or "Nghị định"
        reason = f"references are read in Vietnamese, and '{_shown(words)}' is English: write '{name} số' for it"
    elif (meant := meant_type(words)) is not None:
        reason = f"'{words}' is no type of document: write '{meant}'"
    else:
        reason = f"expected nothing before the reference: leave out '{_shown(words)}', or use {_FINDER}"
    return _error(folded, begin, end, reason)


def _wrong_provision(folded: Folded, start: int, end: int) -> ParseError | None:
    """What is wrong with words that begin as a provision does; None where they do not, or are one."""
    if not _LIKE_A_PROVISION.match(folded.text, start, end):
        return None
    try:
        read_strictly(folded.text[start:end])
    except ParseError as error:
        return _error(folded, start + error.span.start, start + error.span.end, error.reason)
    return None


def meant_type(words: str) -> str | None:
    """The type that was meant by words with wrong or missing marks: "Nghi dinh"."""
    bare = _bare(words.casefold().removesuffix("số").removesuffix("so").strip())
    return next((kind.vi for kind in DocumentType if _bare(kind.vi.casefold()) == bare), None)


def _bare(words: str) -> str:
    letters = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def another_reference(folded: Folded, end: int, start: int, stop: int) -> ParseError:
    """The error of a second reference, which stands from ``start`` to ``stop``; the first ends at ``end``."""
    start = max(start, end)
    reason = f"expected one reference, found another: read each alone, or use {_FINDER}"
    if _BLANK_LINE.search(folded.text, end, start):
        reason = f"expected one reference, found another after a blank line: read each alone, or use {_FINDER}"
    return _error(folded, start, stop, reason)


def after_reference(folded: Folded, end: int, reference: "Reference") -> ParseError:
    """The error of words after a reference."""
    text = folded.text
    at, last = _blanks(text, end), len(text.rstrip())
    comma = re.compile(r",\s{0,3}").match(text, at, last)
    inner = comma.end() if comma and comma.end() < last else at
    if date := _DATE_WORDS.match(text, inner, last):
        return _error(folded, *date.span(), _wrong_date(date))
    if of := _OF.match(text, inner, last):
        return _after_of(folded, of, last)
    if _BLANK_LINE.search(text, end, at):
        return _error(folded, at, last, "a reference does not run over a blank line: leave out what stands after it")
    if _UNFINISHED.fullmatch(text, at, last):
        return _error(
            folded, at, last, "the title is not finished: write what the act is about, as in 'về công tác văn thư'"
        )
    if not re.search(r"\w", text[at:last]):
        return _error(folded, at, last, f"expected nothing after the reference: leave out '{_shown(text[at:last])}'")
    if reference.title and text[at] == ";":
        reason = "the title ends at ';': put the whole title in quotation marks “…”, or leave out what follows"
        return _error(folded, at, last, reason)
    expected = (
        "nothing more" if reference.title else "a date ('ngày …'), an issuer ('của …'), a title ('về …') or nothing"
    )
    reason = f"expected {expected} after the reference: leave it out, or put a title in quotation marks “…”"
    return _error(folded, at, last, reason)


def _wrong_date(date: re.Match[str]) -> str:
    day, month, year = date.group("day", "month", "year")
    if day is None:
        return "the date is not complete: write day, month and year, as in 'ngày 05/3/2020'"
    if year is None:
        return f"the date lacks its year: write it in full, as in 'ngày {day}/{month}/2020'"
    if len(year) != 4:
        return "the year of a date has four digits: write it in full, as in 'ngày 05/3/2020'"
    try:
        PartialDate(year=int(year), month=int(month), day=int(day))
    except InvalidValueError as error:
        return f"there is no such day ({error.reason}): correct the date"
    return "expected no date here: write it once, right after the number and symbol"


def _after_of(folded: Folded, of: re.Match[str], last: int) -> ParseError:
    at = _blanks(folded.text, of.end())
    if at >= last:
        return _error(folded, *of.span(), "the issuer is missing: name it after 'của', as in 'của Chính phủ'")
    word = folded.text[at : _word_end(folded.text, at, last)]
    reason = f"expected the name of a body after 'của', found '{_shown(word)}': write it as in 'của Bộ Y tế'"
    return _error(folded, at, at + len(word), reason)


def _example(kind: str) -> str:
    """A whole reference to a document of a type."""
    known = DocumentType.named(kind)
    if known is DocumentType.DECREE or (known is None and kind == "Nghị định"):
        return "Nghị định số 30/2020/NĐ-CP"
    code = "73/2006/QH11" if known in {*_BY_NAME, DocumentType.CONSTITUTION} else "15/UBND-VX"
    if known is not None and known.abbreviation and known not in _BY_NAME:
        code = f"15/{known.abbreviation}-UBND"
    return f"{known.vi if known else kind} số {code}"


def _blanks(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _word_end(text: str, at: int, end: int) -> int:
    word = _WORD.match(text, at, end)
    return word.end() if word else end


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[:_MOST_SHOWN]}…"


def _error(folded: Folded, start: int, end: int, reason: str) -> ParseError:
    return ParseError(folded.source, folded.span(start, end), reason)

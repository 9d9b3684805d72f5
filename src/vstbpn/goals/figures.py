"""Figures in a clause (con số): a number, its unit and the words that hold it against something."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from vstbpn.text import format_decimal, parse_decimal
from vstbpn.vocabulary import Comparator, Direction

COMPARING = {
    "không vượt quá": Comparator.AT_MOST,
    "không vượt": Comparator.AT_MOST,
    "không quá": Comparator.AT_MOST,
    "không cao hơn": Comparator.AT_MOST,
    "không trên": Comparator.AT_MOST,
    "không hơn": Comparator.AT_MOST,
    "nhiều nhất": Comparator.AT_MOST,
    "tối đa": Comparator.AT_MOST,
    "không dưới": Comparator.AT_LEAST,
    "không thấp hơn": Comparator.AT_LEAST,
    "không ít hơn": Comparator.AT_LEAST,
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    "thấp hơn": Comparator.LESS_THAN,
    "nhỏ hơn": Comparator.LESS_THAN,
    "ít hơn": Comparator.LESS_THAN,
    "dưới": Comparator.LESS_THAN,
    "vượt quá": Comparator.MORE_THAN,
    "vượt": Comparator.MORE_THAN,
    "cao hơn": Comparator.MORE_THAN,
    "lớn hơn": Comparator.MORE_THAN,
    "nhiều hơn": Comparator.MORE_THAN,
    "hơn": Comparator.MORE_THAN,
    "trên": Comparator.MORE_THAN,
    "khoảng": Comparator.ABOUT,
    "xấp xỉ": Comparator.ABOUT,
    "chừng": Comparator.ABOUT,
    "gần": Comparator.ABOUT,
    "≥": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN,
}
"""The words that compare, and what they say."""

_REACHING = (
    "đạt được", "đạt", "chiếm", "là", "bằng", "còn", "ở mức", "xuống", "lên", "giảm", "tăng", "nâng", "gấp",
)  # fmt: skip
_FILLING = ("có", "từ", "mức", "tỷ lệ", "tỉ lệ", "thêm", "bình quân", "duy trì")
_NO_COUNTS = frozenset((
    "tuổi", "năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý", "kỳ", "thập", "thế", "tiếng",
    "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "usd", "vnđ",
    "gb", "mb", "kb", "gbps", "mbps", "ghz", "mhz", "h",
    "điều", "khoản", "điểm", "mục", "phần", "chương",
    "và", "hoặc", "đến", "của", "trong", "được", "theo", "trở",
))  # fmt: skip
_COMPOUNDS = (
    "bộ dữ liệu", "tập dữ liệu", "kịch bản", "mô hình", "cơ sở", "đơn vị", "doanh nghiệp", "hợp tác xã", "cán bộ", "giáo viên",
    "học sinh", "công chức", "viên chức", "sản phẩm", "chương trình", "hội nghị", "câu lạc bộ", "địa chỉ", "tin, bài", "hộ gia đình",
    "dịch vụ", "phụ nữ", "trẻ em", "vụ việc", "trường hợp", "thủ tục", "văn bản", "chuyên đề", "đề tài", "dự án", "phường", "thành viên",
    "đảng viên", "đoàn viên", "hội viên", "lao động", "người dân", "công trình",
)  # fmt: skip


def words(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first, with any blanks between their words."""
    return "|".join(phrase.replace(" ", r"\s{1,3}") for phrase in sorted(phrases, key=len, reverse=True))


_WORD = r"[^\W\d_]{1,12}"
_TOKEN = re.compile(
    r"(?P<number>[0-9](?:[0-9]{0,2}(?:\.[0-9]{3}){1,3}(?:,[0-9]{1,6})?|[0-9]{0,11}(?:[.,][0-9]{1,6})?))(?![.,]?[0-9])"
    r"(?:\s{0,2}(?P<percent>[%‰]|phần\s{1,3}trăm\b)"
    rf"|(?:\s{{1,3}}{_WORD}){{0,4}}\s?/\s?(?P<per>1(?:00\.?000|0\.?000|\.?000|00))(?![.,]?[0-9]|[\w/])"
    r"|\s{1,3}(?P<ratio>con\s?/\s?(?:phụ\s{1,3}nữ|bà\s{1,3}mẹ))\b"
    r"|\s{1,3}(?P<times>lần)\b(?!\s?/|\s{1,3}(?:thứ|trong|mỗi|một)\b)"
    r"|(?P<linked>(?=\s{0,2}(?:[-–—]|\b(?:đến|tới|xuống|lên|còn)\b)\D{0,24}[0-9]))"
    rf"|\s{{1,3}}(?P<noun>(?:{words(_COMPOUNDS)}|{_WORD})\b(?:\s?/\s?(?:năm|quý|tháng|tuần)\b)?)(?!\s?/\s?(?:h|s|giờ|giây)\b))",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"(?<!\w)(?:năm|tháng|ngày|số|điều|khoản|điểm|mục|quý|đoạn|kỳ|lớp|khóa|khoá|thứ|tiêu)\s{1,3}\Z", re.IGNORECASE
)
_LEAD = re.compile(
    rf"(?<!\w)(?:(?:{words((*COMPARING, *_REACHING, *_FILLING))})\s{{1,3}}|[≥≤<>]\s{{0,3}}){{1,6}}\Z", re.IGNORECASE
)
_COMPARED = re.compile(rf"(?<!\w)(?:{words(COMPARING)})(?!\w)", re.IGNORECASE)
_REACHED = re.compile(rf"(?<!\w)(?:{words(_REACHING)})(?!\w)", re.IGNORECASE)
_MOVED = re.compile(r"(?<!\w)(?:(giảm|xuống|còn)|(tăng|nâng|lên|gấp))(?!\w)", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?:giảm|tăng|gấp)(?!\w)(?!.{0,30}(?<!\w)(?:xuống|còn|lên|đạt|là|bằng|ở)(?!\w))", re.IGNORECASE | re.DOTALL
)
_FROM = re.compile(r"(?<!\w)từ\s", re.IGNORECASE)
_GRADES = "đạt|có|là|được|trình|loại|hạng|bậc|mức|khá|giỏi|tốt|từ|đại|cao|trung|sơ|thạc|tiến|tuổi|lớp|cấp"
_AND_MORE = re.compile(
    rf"(?:\s{{1,3}}(?!(?:{_GRADES})\b){_WORD}){{0,4}}?(?P<more>\s{{1,3}}trở\s{{1,3}}(?:(?P<up>lên)|xuống))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s{0,3}(?:[-–—]|(?:đến|tới)\s(?:dưới\s)?)\s{0,3}", re.IGNORECASE)
_MOVING = re.compile(
    rf"[^.;:]{{0,40}}?\b(xuống|lên|còn)\s{{1,3}}(?P<lead>(?:(?:còn|đạt|mức|{words(COMPARING)})\s{{1,3}}){{0,3}})",
    re.IGNORECASE,
)
_WINDOW = 60


class Figure(NamedTuple):
    """A figure and what the words beside it say; ``lead`` is where these words begin.

    ``compared`` tells whether a word compares it, ``reached`` whether a verb joins it to what stands before it.
    """

    lead: int
    start: int
    end: int
    comparator: Comparator
    compared: bool
    reached: bool
    value: Decimal
    value_max: Decimal | None
    unit: str
    counts: bool
    direction: Direction | None
    is_change: bool
    baseline: Decimal | None


class _Token(NamedTuple):
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    counts: bool


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures with a unit in folded text, in order; ranges and "từ X xuống Y" are one figure each.

    A number with a noun counts things; time, money and numbering are left out.
    """
    last: _Token | None = None
    for token in _ranged(text, start, end):
        if last and (moving := _moving(text, start, last, token)):
            yield _figure(text, start, token, baseline=last, moving=moving)
            last = None
            continue
        if last and last.unit:
            yield _figure(text, start, last)
        last = token
    if last and last.unit:
        yield _figure(text, start, last)


def _ranged(text: str, start: int, end: int) -> Iterator[_Token]:
    """The numbers of a text, two that make a range as one."""
    last: _Token | None = None
    for token in _tokens(text, start, end):
        if last and _make_range(text, last, token):
            last = token._replace(start=last.start, value=last.value, value_max=token.value)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def _make_range(text: str, first: _Token, second: _Token) -> bool:
    return (
        bool(second.unit)
        and first.unit in {"", second.unit}
        and first.value_max is None
        and first.value < second.value
        and _RANGE.fullmatch(text, first.end, second.start) is not None
    )


def _moving(text: str, start: int, first: _Token, second: _Token) -> re.Match[str] | None:
    """The words between a baseline and where it is to go."""
    if not second.unit or first.unit not in {"", second.unit} or first.value_max is not None:
        return None
    moving = _MOVING.fullmatch(text, first.end, second.start)
    return moving if moving and _FROM.search(text, _lead(text, start, first.start), first.start) else None


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        kind = match.lastgroup
        if at > start and _glued(text, start, at) and not (kind == "percent" and _ends_range(text, start, at)):
            continue
        if kind in {"noun", "linked", "per"} and _NUMBERING.search(text, max(start, at - 10), at):
            continue
        unit = _unit(match)
        if unit is None:
            continue
        yield _Token(at, match.end(), parse_decimal(match["number"]), None, unit, kind == "noun")


def _glued(text: str, start: int, at: int) -> bool:
    """Whether the digits at a place are the tail of a symbol, a date or a longer number."""
    before = text[at - 1]
    return before.isalnum() or before in "/_" or (before in ".,-" and at - 2 >= start and text[at - 2].isalnum())


def _ends_range(text: str, start: int, at: int) -> bool:
    """Whether the digits at a place end a range written without blanks, as in "10-15%"."""
    return at - 2 >= start and text[at - 1] == "-" and text[at - 2].isdigit()


def _unit(match: re.Match[str]) -> str | None:
    """The unit in one spelling, "" where a second number holds it, None where the number is no figure."""
    kind = match.lastgroup
    if kind == "percent":
        return "‰" if match["percent"] == "‰" else "%"
    if kind == "per":
        return f"/{format_decimal(Decimal(match['per'].replace('.', '')))}"
    if kind == "ratio":
        return "con/bà mẹ" if "m" in match["ratio"].casefold() else "con/phụ nữ"
    if kind == "times":
        return "lần"
    if kind == "linked":
        return ""
    noun = " ".join(match["noun"].casefold().split()).replace(" /", "/").replace("/ ", "/")
    return None if re.split("[ /]", noun, maxsplit=1)[0] in _NO_COUNTS else noun


def _figure(
    text: str, start: int, token: _Token, *, baseline: _Token | None = None, moving: re.Match[str] | None = None
) -> Figure:
    """A figure with what the words around it say; with a baseline, ``moving`` are the words behind that one."""
    lead = _lead(text, start, baseline.start if baseline else token.start)
    said = moving[0] if moving else text[lead : token.start]
    comparator, compared = _comparator(text, token, moving["lead"] if moving else said)
    return Figure(
        lead=lead,
        start=token.start,
        end=token.end,
        comparator=comparator,
        compared=compared,
        reached=moving is not None or _REACHED.search(said) is not None,
        value=token.value,
        value_max=token.value_max,
        unit=token.unit,
        counts=token.counts,
        direction=moved(said),
        is_change=moving is None and _CHANGED.search(said) is not None,
        baseline=baseline.value if baseline else None,
    )


def _lead(text: str, start: int, at: int) -> int:
    match = _LEAD.search(text, max(start, at - _WINDOW), at)
    return match.start() if match else at


def _comparator(text: str, token: _Token, said: str) -> tuple[Comparator, bool]:
    """What the words before and after a figure say, and whether any of them compares."""
    if token.value_max is not None:
        return Comparator.BETWEEN, True
    if more := and_more(text, token.end):
        return (Comparator.AT_LEAST if more["up"] else Comparator.AT_MOST), True
    found = _COMPARED.findall(said)
    if found:
        word = " ".join(found[-1].casefold().split())
        # Nothing is more than the whole: "trên 100% địa bàn" is a place.
        if not (word == "trên" and token.unit == "%" and token.value >= 100):
            return COMPARING[word], True
    elif _FROM.search(said):
        return Comparator.AT_LEAST, True
    return Comparator.EQUAL, False


def and_more(text: str, end: int) -> re.Match[str] | None:
    """The words "trở lên" or "trở xuống" (group ``more``) that touch the figure ending at a place.

    Up to four words may stand between ("50% tỷ lệ nữ trở lên"), but none that makes a grade or an age of them
    ("đạt loại khá trở lên").
    """
    return _AND_MORE.match(text, end)


def moved(said: str) -> Direction | None:
    """The direction the last word of movement in a few words tells."""
    found = _MOVED.findall(said)
    if not found:
        return None
    return Direction.LOWER if found[-1][0] else Direction.RAISE

"""Numbers with a unit (số và đơn vị), in digits and in words, wherever they stand in a clause."""

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from heapq import merge
from operator import attrgetter
from typing import NamedTuple

from vstbpn.errors import InvalidValueError
from vstbpn.goals.finding.comparing import comparing_word, is_reached, lead_of, words
from vstbpn.goals.finding.numbers import SPELLED, spelled_numbers
from vstbpn.goals.targets.units import check_unit
from vstbpn.text import format_decimal, parse_decimal

_NO_COUNTS = frozenset((
    "tuổi", "năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý", "kỳ", "thập", "thế", "tiếng",
    "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "usd", "vnđ",
    "gb", "mb", "kb", "gbps", "mbps", "ghz", "mhz", "h",
    "điều", "khoản", "điểm", "mục", "phần", "chương",
    "và", "hoặc", "đến", "của", "trong", "được", "theo", "trở", "vào", "so", "với", "ở", "tại", "là", "có", "cho", "khi", "để", "nhằm",
    "hằng", "hàng", "mỗi", "bình", "này", "đó", "hơn", "đạt", "như",
))  # fmt: skip
_COMPOUNDS = (
    "bộ dữ liệu", "tập dữ liệu", "kịch bản", "mô hình", "cơ sở", "đơn vị", "doanh nghiệp", "hợp tác xã", "cán bộ", "giáo viên",
    "học sinh", "công chức", "viên chức", "sản phẩm", "chương trình", "hội nghị", "câu lạc bộ", "địa chỉ", "tin, bài", "hộ gia đình",
    "dịch vụ", "phụ nữ", "trẻ em", "vụ việc", "trường hợp", "thủ tục", "văn bản", "chuyên đề", "đề tài", "dự án", "phường", "thành viên",
    "đảng viên", "đoàn viên", "hội viên", "lao động", "người dân", "công trình", "ngôi nhà", "phòng học",
    "lượt người", "tổ hợp tác", "học viên", "sinh viên", "đại biểu", "chi hội", "công đoàn cơ sở", "tổ dân phố",
)  # fmt: skip


_WORD = r"[^\W\d_]{1,12}"
_NOUN = rf"\s{{1,3}}(?P<noun>(?:{words(_COMPOUNDS)}|{_WORD})\b(?:\s?/\s?(?:năm|quý|tháng|tuần)\b)?)(?!\s?/\s?(?:h|s|giờ|giây)\b)"
_TIMES = r"\s{1,3}(?P<times>lần)\b(?!\s?/|\s{1,3}(?:thứ|trong|mỗi|một)\b)"
# "32 giường bệnh trên 10.000 dân", and not "5 xã có trên 10.000 dân".
_OUT_OF = r"(?<!\scó)(?<!\svới)(?<!\scho)(?<!\scủa)(?<!\sở)(?<!\stại)(?<!\sđạt)\s{1,3}trên\s{1,3}(?=1[0.]{2,9}\s{1,3}(?:dân|người|trẻ|phụ|bà)(?!\w))"
_TOKEN = re.compile(
    r"(?P<number>[0-9](?:[0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,6})?|[0-9]{0,11}(?:[.,][0-9]{1,6})?))(?![.,]?[0-9])"
    rf"(?P<spelled>\s?{SPELLED})?"
    rf"(?:\s{{0,2}}(?P<percent>[%‰]|phần\s{{1,3}}trăm\b)(?:\s?{SPELLED})?(?P<yearly>\s?/\s?(?:1\s)?năm\b)?"
    r"|\s{1,3}(?P<points>điểm\s{0,3}(?:%|phần\s{1,3}trăm\b))(?P<points_yearly>\s?/\s?năm\b)?"
    r"|\s?/\s?(?P<parts>[2-9]|[1-9][0-9])(?![\w/]|[.,][0-9])"
    rf"|(?:\s{{1,3}}{_WORD}){{0,4}}(?:\s?/\s?|{_OUT_OF})(?P<per>1(?:\.?000\.?000|00\.?000|0\.?000|\.?000|00)|(?:1\s)?vạn(?=\s{{1,3}}dân))(?![.,]?[0-9]|[\w/])"
    r"|\s{1,3}(?P<ratio>con\s?/\s?(?:phụ\s{1,3}nữ|bà\s{1,3}mẹ))\b"
    rf"|{_TIMES}"
    r"|(?P<linked>(?=\s{0,2}(?:[-–—]|\b(?:đến|tới|xuống|lên|còn)\b)\D{0,24}[0-9]))"
    rf"|(?:\s{{1,3}}(?P<scale>nghìn|ngàn|triệu|vạn)\b)?{_NOUN})",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{_TIMES}|{_NOUN}", re.IGNORECASE)
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000}
_LARGEST = Decimal(10) ** 15
_YEARLY = re.compile(rf"(?:\s{{1,3}}{_WORD}){{0,6}}\s?/\s?năm\b", re.IGNORECASE)
_NUMBERING = re.compile(
    r"(?<!\w)(?:(?<!mỗi\s)(?<!mọi\s)(?<!hằng\s)(?<!hàng\s)năm|tháng|ngày|số|điều|khoản|điểm|mục|quý|đoạn|kỳ|lớp|khóa|khoá|thứ|tiêu)\s{1,3}\Z",
    re.IGNORECASE,
)
# Years are counted where they are those of a life.
_LIFE = re.compile(r"(?<!\w)(?:tuổi\s{1,3}thọ|(?:số\s{1,3}năm|thời\s{1,3}gian)\s{1,3}sống)[^.;]{0,80}\Z", re.IGNORECASE)
_LIFE_WINDOW = 100
_LIVED = frozenset({"tuổi", "năm"})
_SHORT = re.compile(r"(?<![\w/.,-])[0-9]{1,3}\Z")
_LONGEST_OF_RANGE = 3
# "1/3", "2/9", "1/6" are days, save where words make a share of them; "tại 45/60 trường" tells where.
_DAY = re.compile(
    r"(?<!\w)(?:ngày|dịp|mùng|mồng|lễ|hôm|sáng|chiều|tối|trước|sau|đợt|lúc|và|từ|đến|tới|thiếu\s{1,3}nhi|lao\s{1,3}động|quốc\s{1,3}khánh|phụ\s{1,3}nữ|tại|ở|cho|với|của|trong)\s{1,3}\Z|[,(–-]\s{0,3}\Z",
    re.IGNORECASE,
)
# Two fractions of one whole: "1/3 - 2/3", "từ 1/4 lên ít nhất 3/4".
_PAIR = re.compile(
    r"(?:\s{0,3}(?:[-–—]|đến|tới)|(?:\s{1,3}\(?(?:năm|vào\snăm)\s[0-9]{4}\)?)?\s{1,3}(?P<moves>lên|xuống)(?:\s{1,3}[^\W\d_]{1,6}){0,3})\s{0,3}(?P<value>[1-9][0-9]?)\s?/\s?(?P<parts>[1-9][0-9]?)(?![\w/]|[.,][0-9])",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"\s{1,3}(?:(?:của|trong|trên)\s{1,3})?(?:tổng|số|các|mọi)(?!\w)", re.IGNORECASE)
_WORD_BEHIND = re.compile(
    r"\s{1,3}(?!(?:hằng|hàng|âm|dương|năm|và|đến|tới|là|của|ở|tại|theo|được|do|để)(?!\w))(?P<word>[^\W\d_]{1,12})",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"(?<!\w)(?:biểu\s{1,3}quyết|tán\s{1,3}thành|phiếu|có\s{1,3}mặt|dự\s{1,3}họp|tham\s{1,3}dự|triệu\s{1,3}tập|nhất\s{1,3}trí|đồng\s{1,3}ý|thông\s{1,3}qua|quyết\s{1,3}nghị)(?!\w)",
    re.IGNORECASE,
)
_VOTE_WINDOW = 80
_NOTHING_COUNTED = frozenset(("số", "cách", "phần", "mặt", "nửa", "vài", "bộ", "thể", "mức"))


class Token(NamedTuple):
    """A number with its unit where it stands; ``counts`` where the unit is the noun of what is counted.

    ``unit`` is "" where a second number holds it.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    counts: bool
    yearly: bool = False


def find_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The numbers of a text, in digits and in words; a number in brackets that says another once more is none."""
    spelled = tuple(_in_words(text, start, end))
    if not spelled:
        yield from _in_digits(text, start, end)
        return
    done = start
    for token in merge(_in_digits(text, start, end), spelled, key=attrgetter("start")):
        if token.start >= done:
            yield token
            done = token.end


def _in_digits(text: str, start: int, end: int) -> Iterator[Token]:
    paired = -1
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        kind = match.lastgroup
        if at > start and _glued(text, start, at) and not _ends_range(text, start, match):
            continue
        if kind in {"noun", "linked", "per", "parts"} and _NUMBERING.search(text, max(start, at - 10), at):
            continue
        value = parse_decimal(match["number"])
        if kind == "parts":
            pair = _pair(text, match, value)
            if match.end() != paired and not _is_fraction(text, start, match, value, pair):
                continue
            paired = pair.end() if pair else -1
        unit = _unit(text, start, match)
        if unit is None:
            continue
        if match["scale"]:
            value = _scaled(value, match["scale"])
        counts = kind == "noun" and unit not in _LIVED
        yearly = kind in {"yearly", "points_yearly"} or (
            counts and (unit.endswith("/năm") or _YEARLY.match(text, match.end(), end) is not None)
        )
        if value < _LARGEST:
            yield Token(at, match.end(), value, None, unit, counts, yearly)


def _scaled(value: Decimal, scale: str) -> Decimal:
    """The number that "15,5 nghìn" says."""
    scaled = value * _SCALES[scale.casefold()]
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled


def _in_words(text: str, start: int, end: int) -> Iterator[Token]:
    for number in spelled_numbers(text, start, end):
        if number.unit in {"%", "lần"}:
            yield Token(number.start, number.end, number.value, None, number.unit, counts=False)
        elif number.unit:
            if _is_share(text, start, number.start, number.end):
                yield Token(number.start, number.end, number.value, None, number.unit, counts=False)
        elif counted := _COUNTED.match(text, number.end, end):
            unit = "lần" if counted["times"] else _noun(counted["noun"])
            if unit is not None and unit.split()[0] not in _NOTHING_COUNTED:
                yearly = unit.endswith("/năm")
                yield Token(number.start, counted.end(), number.value, None, unit, not counted["times"], yearly)


def _pair(text: str, first: re.Match[str], value: Decimal) -> re.Match[str] | None:
    """The second of two fractions of one whole, with the words that join them."""
    pair = _PAIR.match(text, first.end())
    if pair is None or pair["parts"] != first["parts"] or int(pair["value"]) > int(pair["parts"]):
        return None
    return pair if pair["moves"] or value < int(pair["value"]) else None


def _is_fraction(
    text: str, start: int, match: re.Match[str], value: Decimal, pair: re.Match[str] | None = None
) -> bool:
    """Whether two numbers with a slash are a part of a whole and no day; one to be moved to another is."""
    whole = int(match["parts"])
    if match["spelled"] or not 1 <= value <= whole or value != value.to_integral_value():
        return False
    if pair and pair["moves"]:
        return True
    return _is_share(text, start, match.start(), pair.end() if pair else match.end(), may_be_day=True)


def _is_share(text: str, start: int, at: int, end: int, *, may_be_day: bool = False) -> bool:
    """Whether a fraction is a share somebody is to reach, as the words beside it tell; that of a vote is none."""
    if _VOTE.search(text, end, end + _VOTE_WINDOW):
        return False
    if _OF_WHOLE.match(text, end):
        return True
    behind = _WORD_BEHIND.match(text, end)
    if behind is not None and behind["word"].casefold() in _NO_COUNTS:
        return False
    said = text[lead_of(text, start, at) : at]
    if comparing_word(said) or is_reached(said):
        return True
    if may_be_day and _DAY.search(text, max(start, at - 12), at):
        return False
    return behind is not None


def _glued(text: str, start: int, at: int) -> bool:
    """Whether the digits at a place are the tail of a symbol, a date or a longer number."""
    before = text[at - 1]
    return before.isalnum() or before in "/_" or (before in ".,-" and at - 2 >= start and text[at - 2].isalnum())


def _ends_range(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether some digits end a range written without blanks, as in "10-15%" and "2-3 buổi"."""
    at = match.start()
    if at - 2 < start or text[at - 1] != "-" or not text[at - 2].isdigit():
        return False
    if match["percent"] or match["points"]:
        return True
    before = _SHORT.search(text, max(start, at - 6), at - 1)
    return before is not None and match["noun"] is not None and len(match["number"]) <= _LONGEST_OF_RANGE


def _unit(text: str, start: int, match: re.Match[str]) -> str | None:
    """The unit in one spelling, "" where a second number holds it, None where the number is no figure."""
    kind = match.lastgroup
    if match["percent"]:
        return "‰" if match["percent"] == "‰" else "%"
    if match["points"]:
        return "điểm phần trăm"
    if kind == "per":
        if match["per"][-1:] in "nN":
            return "/10.000"
        return f"/{format_decimal(Decimal(match['per'].replace('.', '')))}"
    if kind == "parts":
        return f"/{match['parts']}"
    if kind == "ratio":
        return "con/bà mẹ" if "m" in match["ratio"].casefold() else "con/phụ nữ"
    if kind == "times":
        return "lần"
    if kind == "linked":
        return ""
    lived = match["noun"].casefold() in _LIVED
    if lived and _LIFE.search(text, max(start, match.start() - _LIFE_WINDOW), match.start()):
        return match["noun"].casefold()
    return _noun(match["noun"])


@lru_cache(maxsize=4096)
def _noun(words: str) -> str | None:
    """What is counted, in one spelling; None for time, money and words that count nothing."""
    noun = " ".join(words.casefold().split()).replace(" /", "/").replace("/ ", "/")
    if re.split("[ /]", noun, maxsplit=1)[0] in _NO_COUNTS:
        return None
    with suppress(InvalidValueError):
        check_unit(noun)
        return noun
    return None

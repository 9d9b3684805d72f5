"""Duties that stand once for a list of dates (việc nêu một lần cho nhiều thời hạn): each date with the words of its own."""

import re

from vstbpn.calendars.finding.actors import OPENING_MARKS
from vstbpn.calendars.finding.moments import EACH, words
from vstbpn.organisations.names.unit_name import scan_leading_unit
from vstbpn.organisations.names.wording import UNIT_START
from vstbpn.text import Folded
from vstbpn.values import Passage

_STRETCH = (
    r"(?:(?:giữa|cuối|đầu|cả) )?(?:quý(?: (?:IV|I{1,3}|[1-4]))?|(?:0?[1369]|một|ba|sáu|chín) tháng(?: (?:đầu|cuối)(?: năm)?)?"
    r"|tháng(?: [0-9]{1,2})?|học k[ỳì](?: (?:I{1,2}|[12]))?|năm(?: học)?)(?:(?: |~/~|,? năm )[0-9]{4}(?:~[-–/]~[0-9]{4})?)?(?:~/~lần| (?:một|0?1) lần)?"
)
_PERIOD = rf"(?P<period>(?P<each>(?:(?:{EACH}|từng) )?){_STRETCH})"
BARE_PERIOD = words(
    rf"(?:~(?:và|hoặc) )?(?:(?P<matter>kết quả|tình hình) )?(?P<regular>định kỳ )?{_PERIOD}(?P<sent> (?:gửi|nộp)(?: (?:về|báo cáo))?)?[\s(,:]{{0,5}}\Z"
)
"""A period and no other word, up to the date: "6 tháng (trước …", "và năm (trước …", "6 tháng đầu năm gửi trước …"; or the
results of one: "và kết quả năm trước …"."""

_PERIOD_AT_END = words(rf"(?<![^\W_]){_PERIOD}(?: (?:gửi|nộp))?\Z")
_MATTER = words(r"(?<![^\W_])(?:kết quả|tình hình)(?![^\W_])")
_MATTER_AT_END = words(r"(?: |^)(?:kết quả|tình hình)\Z")
_LONGEST_PERIOD = 60
_REGULAR = "định kỳ "
HEADLESS = words(
    r"(?:(?:và|phải|cần) )?(?:thực hiện|hoàn thành|triển khai|tổ chức)(?: thực hiện)?(?: (?:xong|hoàn thành))?\Z"
)
"""A duty of which only the doing is told, because the clause before says what is done."""


def with_period(duty: str, own: str, period: str | None) -> str | None:
    """The words of a duty with another period in them; None where they do not fit into it.

    They do not where ``own`` is more than a period, or tells of results where the duty has results of something else.
    ``period`` is the one the duty names, where that is known.

    >>> with_period("Báo cáo Sở Nội vụ định kỳ quý", "6 tháng", None)
    'Báo cáo Sở Nội vụ định kỳ 6 tháng'
    """
    other = BARE_PERIOD.match(own)
    if other is None:
        return None
    at, end = _place(duty, period)
    before = duty[:at].rstrip()
    if other["matter"] and at == len(duty) and _MATTER.search(duty):
        return None
    if other["matter"]:
        before = f"{_MATTER_AT_END.sub('', before)} {other['matter']}".strip()
    regular = _REGULAR if other["regular"] and not before.endswith(_REGULAR.strip()) else ""
    return f"{before} {regular}{other['period']}{duty[end:]}".strip()


def with_addressee(duty: str, own: str, addressee: str) -> str:
    """The words of a duty with another addressee.

    >>> with_addressee("Báo cáo Sở Nội vụ", "UBND tỉnh", "Sở Nội vụ")
    'Báo cáo UBND tỉnh'
    """
    at = duty.rfind(addressee)
    return duty if at < 0 else duty[:at] + own + duty[at + len(addressee) :]


def bare_period(text: str, since: int, end: int) -> re.Match[str] | None:
    """The words between two dates, where they are a period alone: one more of a list that shares its duty."""
    if end - since > _LONGEST_PERIOD:
        return None
    return BARE_PERIOD.match(text, _past_marks(text, since, end), end)


def is_joined(text: str, since: int, end: int) -> bool:
    """Whether only marks stand between two dates: "… (trước ngày 10/6) và hằng năm (trước ngày 10/12)"."""
    return _past_marks(text, since, end) == end


def unit_alone(folded: Folded, since: int, end: int) -> Passage | None:
    """The unit between two dates, where it stands alone: "…, UBND tỉnh (trước ngày 25/6)"; None for more or less."""
    text = folded.text
    at = _past_marks(text, since, end)
    passage = scan_leading_unit(folded, at, end) if UNIT_START.match(text, at, end) else None
    if passage is None or passage.span is None:
        return None
    return None if text[folded.index(passage.span.end) : end].strip(" \n(,:") else passage


def _past_marks(text: str, since: int, end: int) -> int:
    opening = OPENING_MARKS.match(text, since, end)
    return opening.end() if opening else since


def _place(duty: str, period: str | None) -> tuple[int, int]:
    """Where a duty names its period; its end where it names none."""
    last: re.Match[str] | None = _PERIOD_AT_END.search(duty, max(0, len(duty) - _LONGEST_PERIOD))
    at = duty.rfind(period) if period else -1
    if period and at >= 0 and not (last and (period in last["period"] or last["period"] in period)):
        return at, at + len(period)
    return last.span("period") if last else (len(duty), len(duty))

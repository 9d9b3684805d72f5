"""A rule of the calendar (CAL): stretches that end before they start."""

import datetime
import re
from collections.abc import Iterator

from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import piece

_LONE_DAY = re.compile(r"(?:từ )?(?:ngày )?[0-9]{1,2} ?(?:đến|tới|[-–]) ")
"""The beginning of a stretch whose first day shares the month of the last: "từ ngày 20 đến ngày 15 tháng 11"."""

_DATE = r"(?P<d{0}>[0-9]{{1,2}})(?:[/.-](?P<m{0}>[0-9]{{1,2}})[/.-]|\stháng\s(?P<mm{0}>[0-9]{{1,2}}),?\snăm\s)(?P<y{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_MONTH = r"tháng\s(?P<mo{0}>[0-9]{{1,2}})(?:[/.-]|\snăm\s)(?P<my{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_UNTIL = r"\s?(?:đến|tới|[-–—])\s?(?:hết\s)?"
_DAYS = re.compile(rf"(?:ngày\s)?{_DATE.format(1)}{_UNTIL}(?:ngày\s)?{_DATE.format(2)}", re.IGNORECASE)
_MONTHS = re.compile(rf"{_MONTH.format(1)}{_UNTIL}{_MONTH.format(2)}", re.IGNORECASE)
_ANCHOR = re.compile(r"[tT]ừ\s(?=[0-9]|ngày\s[0-9]|tháng\s[0-9])")
_LONGEST = 90


def ends_before_it_starts(plan: Plan, context: Context) -> Iterator[Finding]:
    """A campaign, the stretch of a deadline, or any "từ ngày … đến ngày …" with its years ends before it starts."""
    told = tuple(_reversed_moments(plan))
    yield from told
    taken = {finding.span.end for finding in told if finding.span is not None}
    found = piece(plan, context)
    text = found.folded.text if found is not None else ""
    for anchor in _ANCHOR.finditer(text):
        match = _DAYS.match(text, anchor.end(), anchor.end() + _LONGEST) or _MONTHS.match(
            text, anchor.end(), anchor.end() + _LONGEST
        )
        if found is None or match is None or not _runs_backwards(match):
            continue
        span = found.folded_span(anchor.start(), match.end())
        if span.end not in taken:
            written = " ".join(text[anchor.start() : match.end()].split())
            yield Finding.of("CAL003", args={"written": written}, span=span)


def _runs_backwards(match: re.Match[str]) -> bool:
    """Whether the second of two dates lies before the first; one that does not exist is told by a rule of its own."""
    parts = match.groupdict()
    try:
        first, last = (
            datetime.date(
                int(parts.get(f"y{side}") or parts[f"my{side}"]),
                int(parts.get(f"m{side}") or parts.get(f"mm{side}") or parts[f"mo{side}"]),
                int(parts.get(f"d{side}") or 1),
            )
            for side in (1, 2)
        )
    except ValueError:
        return False
    return last < first


def _reversed_moments(plan: Plan) -> Iterator[Finding]:
    stretches = [
        *(
            (f"/campaigns/{place}", told.start, told.end, told.text, told.span)
            for place, told in enumerate(plan.campaigns)
        ),
        *(
            (f"/deadlines/{place}", told.start, told.due, told.text, told.span)
            for place, told in enumerate(plan.deadlines)
        ),
    ]
    for pointer, start, end, text, span in stretches:
        if start is not None and end is not None and _is_reversed(start, end, text):
            yield Finding.of("CAL003", args={"written": text or f"{start} - {end}"}, pointer=pointer, span=span)


def _is_reversed(start: PartialDate, end: PartialDate, text: str) -> bool:
    """Whether a stretch runs backwards; one without years may run over the turn of the year (from 15/12 to 14/01)."""
    first, last = start.earliest(), end.latest()
    if first is not None and last is not None and last < first:
        return True
    if start.month is None or start.month != end.month or (start.day or 0) <= (end.day or 31):
        return False
    return _LONE_DAY.match(comparison_key(text)) is not None


_PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n"

STRETCH_RULES = (
    Rule(
        code="CAL003",
        inspect=ends_before_it_starts,
        violating=f"{_PLAN}- Tổ chức Tuần lễ Áo dài từ ngày 08/3/2026 đến ngày 01/3/2026.\n",
        conforming=f"{_PLAN}- Tổ chức Tuần lễ Áo dài từ ngày 01/3/2026 đến ngày 08/3/2026.\n",
    ),
)
"""A rule of stretches (CAL)."""

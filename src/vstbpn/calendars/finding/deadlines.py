"""Finding deadlines (thời hạn) in prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.calendars.finding.clauses import Clause, clause_around
from vstbpn.calendars.finding.cues import Find, finds_at
from vstbpn.calendars.finding.parties import Parties, parties_of
from vstbpn.calendars.finding.shared_duties import BARE_PERIOD, HEADLESS, with_addressee, with_period
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.text import Folded, clean, fold
from vstbpn.values import Span

_ANCHOR = re.compile(
    r"(?:r(?:ướ|uớ|ưó|ươ|uó|ưo)c|h[ậâ]m|uộn|ào|rong|ến|ết|oàn thành|oàn\nthành|ong|ạn|hời gian|hời\ngian|áo cáo|áo\ncáo|gày|háng|uối"
    r"|RƯỚC|HẬM|RONG|ẠN)[ \n:]"
)
"""The ends of the words a deadline may begin with: without first letters the pattern runs on literals alone."""

_ATTRIBUTE = re.compile(
    r"[\W\d]*(?:[^\W\d_][.)]\s+)?(?:(?:thời|gian|hạn|tiến|mốc|kinh phí|địa điểm|sản phẩm"
    r"|(?:cơ quan|đơn vị|người) (?:thực hiện|chủ trì|phối hợp|phụ trách|tham gia))\b[^:]{0,60}(?::|$)"
    r"|(?:đơn vị|cơ quan|người|chủ trì|phối hợp)\b[^:]{0,60}:)",
    re.IGNORECASE,
)
"""A line that tells when, who or where of the task before it, not what."""

_MARKS = " \n.;,:-+*•–"
_MOST_ATTRIBUTES = 6


def find_deadlines(text: str) -> Iterator[Deadline]:
    """All deadlines of a text, in reading order.

    >>> found = next(find_deadlines("Các trường gửi báo cáo về Phòng trước ngày 15/6/2021."))
    >>> str(found.due), found.relation.value, found.what
    ('2021-06-15', 'before', 'Các trường gửi báo cáo về Phòng')
    """
    folded = fold(text)
    return scan_deadlines(folded, 0, len(folded.text))


def scan_deadlines(folded: Folded, start: int, end: int) -> Iterator[Deadline]:
    """The deadlines of ``folded.text[start:end]``, in reading order, one for each date; their spans are in the source.

    Dates of acts, effective dates, years of targets, schedules, feast days and campaigns are none.
    """
    text = folded.text
    end = min(end, len(text))
    start = done = max(start, 0)
    finds: list[tuple[Find, Clause, _Words]] = []
    for anchor in _ANCHOR.finditer(text, start, end):
        at = anchor.start() - 1
        if at < done or (at > start and text[at - 1].isalnum()):
            continue
        for find in finds_at(text, at, start, end):
            clause = clause_around(text, find.moment.start, find.moment.end, start, end)
            finds.append((find, clause, _words(text, find, clause, start, end, done=done)))
            done = find.moment.end
    clauses = [clause for _, clause, _ in finds]
    before: Deadline | None = None
    for (find, clause, own), parties in zip(finds, parties_of(folded, clauses, start, end), strict=True):
        before = _deadline(folded, find, clause, _duty(folded.text, find, own, parties, before), parties)
        yield before


def _deadline(folded: Folded, find: Find, clause: Clause, what: str | None, parties: Parties) -> Deadline:
    moment = find.moment
    recurring = moment.recurring
    if recurring is None and not moment.impossible and (moment.due is None or moment.due.year is None):
        recurring = clause.recurrence()
        if recurring is not None and moment.due is not None and moment.due.month is not None:
            # Of "định kỳ 6 tháng (trước ngày 15/6)" the other half has a date of its own: each comes once a year.
            recurring = "yearly"
    end = moment.end
    while end > moment.start and folded.text[end - 1].isspace():
        end -= 1
    span = _whole(folded, folded.span(moment.start, end))
    return Deadline(
        due=moment.due,
        start=moment.first,
        relation=find.relation,
        what=what,
        who=parties.who,
        to_whom=parties.to_whom,
        period=parties.period,
        recurring=recurring,
        impossible=moment.impossible,
        text=clean(folded.text[moment.start : end]),
        span=span,
    )


def _whole(folded: Folded, span: Span) -> Span:
    """The span with the mark that closes an emphasis opened in it."""
    if span.of(folded.source).count("**") % 2 and folded.source.startswith("**", span.end):
        return Span(span.start, span.end + 2)
    return span


class _Words(NamedTuple):
    """The words a date has to itself; ``goes_on`` says that a date before it stands in the same sentence."""

    own: str | None
    goes_on: bool = False


def _words(text: str, find: Find, clause: Clause, low: int, high: int, *, done: int) -> _Words:
    """The words of one date, or those of the clause before it, where only the doing is told at the date itself."""
    start = find.moment.start
    if find.label is not None:
        start = find.label
        clause = clause_around(text, start, find.moment.end, low, high)
    for _ in range(_MOST_ATTRIBUTES):
        if not _ATTRIBUTE.match(text, clause.left, start):
            break
        start = clause.left
        while start > low and text[start - 1] in _MARKS:
            start -= 1
        clause = clause_around(text, start, start, low, start)
    if clause.left < done:
        return _Words(clause.what_before(done), goes_on=True)
    own = clause.what()
    follows = clause.left > low and text[clause.left - 1] == ";"
    if follows and (own is None or HEADLESS.match(own)):
        before = clause_around(text, clause.left - 1, clause.left - 1, low, clause.left - 1)
        told = before.what_before(done)
        return _Words(told or own, goes_on=before.left < done and told is None)
    goes_on = follows and done > low and not text[done : clause.left].strip(") ;")
    return _Words(own, goes_on=goes_on and own is not None and BARE_PERIOD.match(own) is not None)


def _duty(text: str, find: Find, words: _Words, parties: Parties, before: Deadline | None) -> str | None:
    """The words of the duty; the later dates of a list share those of the first."""
    own, duty = words.own, before.what if before else None
    if not words.goes_on or before is None or duty is None:
        return own
    if own is None and parties.period is not None:
        # Of "và hằng năm (trước ngày 10/12)" the period is part of the date words.
        opens = text.startswith(parties.period.text, find.moment.start)
        own = parties.period.text if opens else None
    if own is None or HEADLESS.match(own):
        return duty
    if parties.to_whom is not None and before.to_whom is not None and parties.to_whom.text == own:
        return with_addressee(duty, own, before.to_whom.text)
    return with_period(duty, own, before.period.text if before.period else None) or own

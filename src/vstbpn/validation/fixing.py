"""Mending a text (sửa lỗi): what is sure to mend findings is written into the source, and nothing else is touched."""

import datetime
from collections.abc import Iterable
from functools import partial

from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.findings import Edit, Finding
from vstbpn.organisations.directory import Directory
from vstbpn.reading.reading import read
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.report import Report
from vstbpn.validation.rule import RuleSet
from vstbpn.values import frozen

_MOST_ROUNDS = 50
"""How often a text is mended at most. One mend may lay bare another, or lie too near to be done at once; the shipped rules
are content after a few rounds, one of somebody's own may never be."""


@frozen
class Fixed:
    """A text that was mended (kết quả sửa).

    Args:
        source: The text as it was.
        text: The text as it is now; the same where nothing could be mended.
        done: What was mended, in the order it was done; spans are those of the text at that time.
        report: What is left.
    """

    source: str
    text: str
    done: tuple[Finding, ...] = ()
    report: Report = Report()


def fix(
    source: str,
    *,
    rules: RuleSet | None = None,
    catalogue: Acts | None = None,
    directory: Directory | None = None,
    calendar: WorkCalendar | None = None,
    on: datetime.date | None = None,
) -> Fixed:
    r"""Mend what is sure to be mended in a text (sửa lỗi): findings that bring ``edits``.

    Edits that touch each other are done one after the other. What was mended once needs no mending again:
    ``fix(fix(source).text).text == fix(source).text``.

    Args:
        source: The text of one file.
        rules: The rules; all that are shipped by default.
        catalogue: The acts to hold references against.
        directory: The units to hold names against.
        calendar: The working days to hold deadlines against.
        on: The day to judge by.

    Raises:
        UnusableInputError: What is given is no text.

    >>> fixed = fix("Số: 5/KH-SYT\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n")
    >>> fixed.text.splitlines()[0], [finding.code for finding in fixed.done]
    ('Số: 05/KH-SYT', ['STR010'])
    """
    look = partial(check, rules=rules, catalogue=catalogue, directory=directory, calendar=calendar, on=on)
    text, done, report = source, list[Finding](), look(read(source))
    for _ in range(_MOST_ROUNDS):
        chosen = _apart(report, len(text))
        if not chosen:
            break
        text = with_edits(text, (edit for finding in chosen for edit in finding.edits))
        done.extend(chosen)
        report = look(read(text))
    return Fixed(source=source, text=text, done=tuple(done), report=report)


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits done that do not touch each other.

    >>> from vstbpn.values import Span
    >>> with_edits("1.4 Tổng kết/.", [Edit(span=Span(3, 3), text="."), Edit(span=Span(12, 14), text="./.")])
    '1.4. Tổng kết./.'
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))


def _apart(findings: Iterable[Finding], length: int) -> list[Finding]:
    """The findings that can be mended at once, first come first served; all edits of one, or none.

    Edits beyond the end of the text are those of a rule that looked at another one.
    """
    taken: set[int] = set()
    chosen = []
    for finding in findings:
        # The places between characters that its edits touch, so that even two insertions at one place are apart.
        places = {place for edit in finding.edits for place in range(edit.span.start, edit.span.end + 1)}
        if places and max(places) <= length and taken.isdisjoint(places):
            taken |= places
            chosen.append(finding)
    return chosen

"""Entries of a year for the tests of the ways out."""

import datetime

from hypothesis import strategies as st

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.vocabulary import Relation

EVIL = "A|B <script>alert('&amp;')</script>, \\n; \\\\ \n\r\n\x00\x07]]>*_`[x](y) \ud800\ufffe\u202e\u2028$~ é女"
WORDS = ["Báo cáo năm", "Các tổ gửi báo cáo về Ban Vì sự tiến bộ của phụ nữ nhà trường", "báo  CÁO năm", "", EVIL]


def days(first: int = 2024, last: int = 2027) -> st.SearchStrategy[datetime.date]:
    return st.dates(datetime.date(first, 1, 1), datetime.date(last, 12, 31))


@st.composite
def entries(draw: st.DrawFn, first: int = 2024, last: int = 2027) -> CalendarEntry:
    """Entries of any kind, with harmless and harmful words."""
    start = draw(days(first, last))
    end = min(start + datetime.timedelta(days=draw(st.integers(0, 90))), datetime.date(last, 12, 31))
    words = st.sampled_from(WORDS) | st.text(max_size=60)
    return CalendarEntry(
        kind=draw(st.sampled_from(list(EntryKind))),
        start=start,
        end=end,
        what=draw(words),
        who=draw(st.none() | words),
        to_whom=draw(st.none() | words),
        moved_to=draw(st.none() | days(first, last)),
        precision=draw(st.sampled_from(list(Precision))),
        relation=draw(st.none() | st.sampled_from(list(Relation))),
        period=draw(st.none() | st.just(ReportingPeriod.parse("2026-H1"))),
        recurring=draw(st.sampled_from([None, "yearly", "half-yearly", "quarterly", "monthly", "weekly", "đôi khi"])),
        theme=draw(st.none() | words),
        provisional=draw(st.booleans()),
        text=draw(words | st.just("trước ngày 15/6/2026")),
    )


def deadline(month: int, day: int, what: str = "Báo cáo", **more: object) -> CalendarEntry:
    """A deadline of 2026 whose words name the year."""
    when = datetime.date(2026, month, day)
    told = {"kind": EntryKind.DEADLINE, "start": when, "end": when, "what": what, "text": f"trước {day}/{month}/2026"}
    return CalendarEntry(**(told | more))  # type: ignore[arg-type]  # Fields of any kind.

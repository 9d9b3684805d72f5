"""One day or stretch of days of a year."""

import datetime

import attrs

from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Relation, Term


class EntryKind(Term):
    """What a day of the year is (loại mốc)."""

    DEADLINE = ("deadline", "hạn", "deadline")
    CAMPAIGN = ("campaign", "đợt hoạt động", "campaign")
    OBSERVANCE = ("observance", "ngày kỷ niệm", "observance")
    HOLIDAY = ("holiday", "ngày nghỉ lễ", "public holiday")


@frozen
class CalendarEntry:
    """One day or stretch of days of a year (mốc trong năm); a datetime is cut to its day.

    Args:
        kind: What it is.
        start, end: The first and the last day; of a deadline ``end`` is the last day in time by its wording.
        what: A deadline's duty, a campaign's or feast day's name.
        who, to_whom: Who owes what is due to whom, as written.
        moved_to: Where the last day went if it is no working day and is to be moved; None where it stays.
        precision: Whether a deadline names a day, or a week, month, quarter, half or year as a whole.
        relation: How a deadline is tied to the day written.
        period: The reporting period a report is about.
        recurring: How often a deadline comes back, where the document says so.
        theme: The theme of a campaign in that year.
        provisional: Whether the days off about it are not announced yet, so that it may still move.
        text: The words of the document.
        pointer: Which part of the plan says so, as a JSON pointer (RFC 6901): ``/deadlines/3``.
        span: Where they stand.

    Raises:
        InvalidValueError: It ends before it starts, or one of its days is no date.
    """

    kind: EntryKind
    start: datetime.date = attrs.field(converter=plain_day)
    end: datetime.date = attrs.field(converter=plain_day)
    what: str
    who: str | None = None
    to_whom: str | None = None
    moved_to: datetime.date | None = attrs.field(default=None, converter=attrs.converters.optional(plain_day))
    precision: Precision = Precision.DAY
    relation: Relation | None = None
    period: ReportingPeriod | None = None
    recurring: str | None = None
    theme: str | None = None
    provisional: bool = False
    text: str = ""
    pointer: str | None = None
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError("end", str(self.end), f"it lies before the start, {self.start}")

    @property
    def due(self) -> datetime.date:
        """The last day in time, once moved; of what is no deadline its last day."""
        return self.moved_to or self.end

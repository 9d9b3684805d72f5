"""Data windows: from which day to which the figures of a report are counted."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

import attrs

from vstbpn.calendars.reporting.checks import check_is, of_type, tuple_of
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, day_of_month
from vstbpn.catalogue.tables import Confidence, DataWindowRow, data_windows
from vstbpn.constraints import differing, whole_number
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import frozen

_ONE_DAY = datetime.timedelta(days=1)
_ONE_YEAR = datetime.timedelta(days=366)

_DAY_TAKEN = whole_number("cut-off day", 1, 31, "a month has 31 days at most")
_MONTHS_TAKEN = whole_number("months before", 0, 12, "expected 0 to 12")


@frozen
class CutOff:
    """When the data of one kind of period are cut off (ngày chốt số liệu): on ``day`` of the last month, or of an earlier one.

    Args:
        kind: Of which periods.
        day: The last day counted; past the month's end it is the month's last.
        months_before: How many months before the period's last one that day lies.
        basis: The provision that sets it.
        source, confidence: Where that is stated, and how sure it is.

    Raises:
        InvalidValueError: No month has such a day, or it lies more than a year before.

    >>> first, last = CutOff(kind=PeriodKind.MONTH, day=30).of(ReportingPeriod.parse("2026-02"))
    >>> str(first), str(last)
    ('2026-01-31', '2026-02-28')
    """

    kind: PeriodKind = attrs.field(converter=PeriodKind.of)
    day: int = attrs.field(validator=[of_type("cut-off day", int, "14"), _DAY_TAKEN])
    months_before: int = attrs.field(default=0, validator=[of_type("months before", int, "1"), _MONTHS_TAKEN])
    basis: str | None = None
    source: str | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def of(self, period: ReportingPeriod) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of a period's data: the day after the cut-off before, and the cut-off."""
        before, last = period.first_month - 1 - self.months_before, period.last_month - self.months_before
        return day_of_month(period.year, before, self.day) + _ONE_DAY, day_of_month(period.year, last, self.day)


@frozen
class NamedDays:
    """The days of one period's data where a document names them (thời gian do văn bản ấn định), such as those of a school year.

    A datetime is cut to its day.

    Args:
        period: The period whose data they bound.
        start: The first of the days.
        end: The last of them.
        basis: What names them, as a reference or in words.

    Raises:
        InvalidValueError: They end before they start, or lie more than a year off their period.

    >>> str(NamedDays(period=ReportingPeriod.parse("2025-2026"), start=datetime.date(2025, 9, 5), end=datetime.date(2026, 5, 31)).end)
    '2026-05-31'
    """

    period: ReportingPeriod
    start: datetime.date = attrs.field(converter=plain_day)
    end: datetime.date = attrs.field(converter=plain_day)
    basis: str | None = None

    def __attrs_post_init__(self) -> None:
        check_is("period", self.period, ReportingPeriod, 'ReportingPeriod.parse("2025-2026")')
        if self.end < self.start:
            raise InvalidValueError("end", str(self.end), f"it lies before the start, {self.start}")
        if self.start < self.period.start - _ONE_YEAR or self.end > self.period.end + _ONE_YEAR:
            reason = (
                f"they lie more than a year off the period {self.period} ({self.period.start} to {self.period.end})"
            )
            raise InvalidValueError("named days", f"{self.start} to {self.end}", reason)


_CUT_OFFS_TAKEN = differing(
    "cut-offs", CutOff, lambda cut_off: cut_off.kind.value, "each may be told of once: a kind of period has one cut-off"
)
_NAMED_TAKEN = differing(
    "named days",
    NamedDays,
    lambda days: str(days.period),
    "each may be told of once: a period's data have one first day",
)


@frozen
class DataWindow:
    """The rule by which a report's data are bounded (thời gian chốt số liệu).

    A period's data run by the days named for it, or else from one cut-off to the next, or else over the calendar period.

    Args:
        id: The id of a bundled rule; None for one of your own.
        whose: Who set it and for whom ("Chính phủ", "tỉnh Khánh Hòa").
        cut_offs: By kind of period, at most one each. Empty: the calendar's own days.
        named: Days named for single periods.
        since: The day or year from which the rule holds.

    Raises:
        InvalidValueError: A kind or a period is told of twice, or named days reach into those of the period before or after.

    >>> first, last = DataWindow.bundled("nd-09-2019").of(ReportingPeriod.parse("2026-H1"))
    >>> str(first), str(last)
    ('2025-12-15', '2026-06-14')
    """

    id: str | None = None
    whose: str | None = None
    cut_offs: tuple[CutOff, ...] = attrs.field(default=(), validator=[tuple_of("cut-offs", CutOff), _CUT_OFFS_TAKEN])
    named: tuple[NamedDays, ...] = attrs.field(default=(), validator=[tuple_of("named days", NamedDays), _NAMED_TAKEN])
    since: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        for days in self.named:
            self._check_beside(days)

    @classmethod
    def bundled(cls, id: str) -> "DataWindow":  # noqa: A002  # The field is called so.
        """The bundled rule of that id.

        Raises:
            NotFoundError: There is none; the ids there are are told.
        """
        for rule in data_window_rules():
            if rule.id == id:
                return rule
        raise NotFoundError("data window", id, tuple(str(rule.id) for rule in data_window_rules()))

    @classmethod
    def ending_on(cls, day: int, *, months_before: int = 0) -> "DataWindow":
        """A rule of your own by which the data of every kind of period are cut off on the same day of the month.

        >>> str(DataWindow.ending_on(20).of(ReportingPeriod.parse("2026-Q1"))[1])
        '2026-03-20'
        """
        return cls(cut_offs=tuple(CutOff(kind=kind, day=day, months_before=months_before) for kind in PeriodKind))

    def covers(self, kind: PeriodKind) -> bool:
        """Whether it bounds the data of such periods; a rule without cut-offs bounds those of all.

        Raises:
            InvalidValueError: There is no such kind.
        """
        kind = PeriodKind.of(kind)
        return not self.cut_offs or any(cut_off.kind is kind for cut_off in self.cut_offs)

    def of(self, period: ReportingPeriod) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of a period's data.

        Raises:
            InvalidValueError: The rule says nothing of such periods, and those that do are told; or it is no period.
        """
        check_is("period", period, ReportingPeriod, 'ReportingPeriod.parse("2026-H1")')
        days = self._days(period)
        if days is None:
            raise self.refusal("period", str(period), period.kind)
        return days

    def refusal(self, what: str, value: str, kind: PeriodKind) -> InvalidValueError:
        """The error for a kind of period the rule says nothing of: it tells which rules do."""
        known = ", ".join(cut_off.kind.value for cut_off in self.cut_offs)
        name = f"the data window {self.id!r}" if self.id else "the data window given"
        others = [f'DataWindow.bundled("{rule.id}")' for rule in data_window_rules() if rule.covers(kind)]
        instead = " or ".join([*others, "CALENDAR", "a DataWindow of your own"])
        return InvalidValueError(what, value, f"{name} is set for {known} only; for this take {instead}")

    def _days(self, period: ReportingPeriod) -> tuple[datetime.date, datetime.date] | None:
        for days in self.named:
            if days.period == period:
                return days.start, days.end
        if not self.cut_offs:
            return period.start, period.end
        for cut_off in self.cut_offs:
            if cut_off.kind is period.kind:
                return cut_off.of(period)
        return None

    def _check_beside(self, days: NamedDays) -> None:
        """Refuse named days that share a day with those of the period before or after: no report may count one twice."""
        for beside in _beside(days.period):
            other = self._days(beside)
            if other is None:
                continue
            overlaps = other[1] >= days.start if beside < days.period else other[0] <= days.end
            if overlaps:
                reason = f"those of {days.period} reach into those of {beside} ({other[0]} to {other[1]}); name its days as well"
                raise InvalidValueError("named days", f"{days.start} to {days.end}", reason)


def _beside(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
    """The periods before and after one, where the library knows their years."""
    with suppress(InvalidValueError):
        yield period.previous()
    with suppress(InvalidValueError):
        yield period.next()


CALENDAR = DataWindow()
"""Data of the whole calendar period."""


@cache
def data_window_rules() -> tuple[DataWindow, ...]:
    """The bundled rules (quy định về thời gian chốt số liệu).

    >>> [rule.id for rule in data_window_rules()]
    ['nd-09-2019', 'khanh-hoa-2023']
    """
    rows: dict[str, list[DataWindowRow]] = {}
    for row in data_windows():
        rows.setdefault(row.rule, []).append(row)
    return tuple(_rule(id, told) for id, told in rows.items())  # noqa: A001  # It is one.


def _rule(id: str, rows: list[DataWindowRow]) -> DataWindow:  # noqa: A002  # The field is called so.
    cut_offs = tuple(
        CutOff(
            kind=PeriodKind.of(row.kind),
            day=row.cut_off_day,
            months_before=row.months_before,
            basis=row.legal_basis or None,
            source=row.source or None,
            confidence=row.confidence,
        )
        for row in rows
    )
    return DataWindow(id=id, whose=rows[0].whose, cut_offs=cut_offs, since=PartialDate.parse(rows[0].valid_from))

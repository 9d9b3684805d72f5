"""Reporting periods as a document words them."""

from contextlib import suppress

import attrs

from vstbpn.calendars.reporting.period import NUMBER_TAKEN, YEAR_TAKEN, PeriodKind, ReportingPeriod
from vstbpn.constraints import told
from vstbpn.errors import InvalidValueError, shown
from vstbpn.values import Span, frozen


@frozen
class PeriodMention:
    """A reporting period (kỳ báo cáo) as a document names it, of which the year or the number may be left open.

    Args:
        kind: How long it is.
        number: Which of its year: 1 of "6 tháng đầu năm"; None where every one is meant ("hằng quý", "định kỳ 6 tháng"),
            or the words do not tell.
        year: Its year, or the first one of a school year; None where the words name none.
        each: Whether the words say that it comes back ("định kỳ 6 tháng", "hằng quý", "báo cáo năm hằng năm").
        text: The words as written.
        span: Where they stand.

    Raises:
        InvalidValueError: A year has no period of the kind with that number, or a school year begins in the last year there is.

    >>> half = PeriodMention(kind=PeriodKind.HALF, number=1, text="6 tháng đầu năm")
    >>> [str(period) for period in half.in_year(2026)]
    ['2026-H1']
    """

    kind: PeriodKind
    number: int | None = attrs.field(default=None, metadata=told(NUMBER_TAKEN))
    year: int | None = attrs.field(default=None, metadata=told(YEAR_TAKEN))
    each: bool = False
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        number, most = self.number, self.kind.per_year
        if number is not None and (type(number) is not int or not 1 <= number <= most):
            raise InvalidValueError("period", shown(number), f"a year has {most} of the kind {self.kind.value!r}")
        if self.year is not None:
            ReportingPeriod(kind=self.kind, year=self.year)

    def in_year(self, year: int) -> tuple[ReportingPeriod, ...]:
        """The periods of a year that are meant; none where the words name another year.

        >>> [str(period) for period in PeriodMention(kind=PeriodKind.HALF, each=True).in_year(2026)]
        ['2026-H1', '2026-H2']
        """
        if self.year not in {None, year}:
            return ()
        numbers = range(1, self.kind.per_year + 1) if self.number is None else (self.number,)
        with suppress(InvalidValueError):
            return tuple(ReportingPeriod(kind=self.kind, year=year, number=number) for number in numbers)
        return ()

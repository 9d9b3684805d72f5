"""Reading the cells of the bundled tables as facts: days, and facts put together."""

import datetime

from vstbpn.organisations.units.facts import Facts

_DAY = datetime.timedelta(days=1)


def day(cell: str) -> datetime.date | None:
    """The day of a cell; None for an empty cell and for a bare year or month, which tells no day."""
    return datetime.date.fromisoformat(cell) if len(cell) == len("2025-07-01") else None


def day_after(cell: str) -> datetime.date | None:
    """The first day out, as facts end; None where the cell tells no day."""
    return following(day(cell))


def following(last: datetime.date | None) -> datetime.date | None:
    """The day after a last day; None where there is none."""
    return None if last is None else last + _DAY


def is_full(cell: str) -> bool:
    """Whether a cell is empty or tells a day, not a bare year or month.

    >>> is_full("2025-02-28"), is_full("2025-02"), is_full("2025")
    (True, False, False)
    """
    return not cell or day(cell) is not None


def month_after(cell: str) -> datetime.date | None:
    """The first day out of what ends with a day, or with the last day of a month; None for a bare year.

    >>> str(month_after("2025-02")), str(month_after("2024-12"))
    ('2025-03-01', '2025-01-01')
    """
    if len(cell) != len("2025-02"):
        return day_after(cell)
    year, month = map(int, cell.split("-"))
    return datetime.date(year + month // 12, month % 12 + 1, 1)


def combined(*parts: Facts) -> Facts:
    """Facts put together, in their order."""
    return Facts(*(tuple(fact for facts in column for fact in facts) for column in zip(*parts, strict=True)))

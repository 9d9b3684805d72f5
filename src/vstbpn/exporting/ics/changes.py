"""What a new calendar file says otherwise than the one before (thay đổi so với tệp lịch trước)."""

from typing import NamedTuple

from vstbpn.exporting.ics.former import Former, read_former


class Changes(NamedTuple):
    """How many events a calendar file holds, by what became of them (số sự kiện theo tình trạng).

    Args:
        new: Those the former file did not hold, or told as cancelled.
        changed: Those that say something else now.
        cancelled: Those that are told as cancelled now.
        unchanged: Those that are as before.
    """

    new: int = 0
    changed: int = 0
    cancelled: int = 0
    unchanged: int = 0


def changes(written: bytes, previous: bytes | None = None, *, tasks: bool = False) -> Changes:
    """Count what became of the events of the former file, or of its tasks; what was cancelled before is not counted.

    Args:
        written: What ``to_ics`` made.
        previous: What it was given as ``previous``.
        tasks: Whether tasks are to be counted instead of events.

    Raises:
        UnusableInputError: One of them is no calendar file, or damaged.
    """
    former = {} if previous is None else read_former(previous).parts
    kind = "VTODO" if tasks else "VEVENT"
    found = [
        _change(part, former.get(known))
        for known, part in read_former(written).parts.items()
        if part.component.name == kind
    ]
    return Changes(*map(found.count, Changes._fields))


def _change(part: Former, former: Former | None) -> str | None:
    was_there = former is not None and not former.is_cancelled
    if part.is_cancelled:
        return "cancelled" if was_there else None
    if former is None or not was_there:
        return "new"
    return "unchanged" if part.sequence == former.sequence else "changed"

"""What single cells hold, whatever they were read from (nội dung một ô): as texts, as ids, and as messages show them."""

import datetime
from typing import Any

from vstbpn.organisations.checking.faults import with_article
from vstbpn.vocabulary import Term

SHOWN = 60
"""How many letters of a cell messages show."""


def text_of(cell: object) -> str | None:
    """The text of a cell; None where it is none."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(str.split(cell))
    if isinstance(cell, Term):
        return str(cell.value)
    if isinstance(cell, datetime.datetime):
        # Tables of measurements write "not a time" where there is none; it is not equal to itself.
        return "" if cell != cell else cell.replace(tzinfo=None).isoformat(" ")  # noqa: PLR0124
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) < 10**18:
        return str(int(cell))
    # So tables of measurements write a cell that is not there.
    return "" if isinstance(cell, float) and cell != cell else None  # noqa: PLR0124


def id_text(cell: object) -> str | None:
    """The text of a cell of ids; None where it is none. Where some are blank, tables of measurements write the others with a point: 1.0."""
    return text_of(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)


def words_of(cell: object) -> str:
    """A cell as messages show it."""
    if isinstance(cell, str):
        return repr(cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…")
    return (
        f"{cell!r} ({type(cell).__name__})"
        if type(cell) in {int, float, bool, bytes} and _is_short(cell)
        else with_article(type(cell).__name__)
    )


def _is_short(cell: Any) -> bool:  # noqa: ANN401  # A number, a truth value or bytes.
    return abs(cell) < 10**18 if isinstance(cell, int) else not isinstance(cell, bytes) or len(cell) <= SHOWN

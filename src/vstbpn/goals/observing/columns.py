"""The columns of a table of observations (cột của bảng số liệu), and what is wrong in them."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from vstbpn.errors import CatalogueError
from vstbpn.text import comparison_key

COLUMNS = ("indicator", "unit", "period", "sex", "numerator", "denominator", "status", "source")
NEEDED = ("unit", "period", "numerator")
_ALIASES = {
    "chỉ số": "indicator", "mã chỉ số": "indicator", "chỉ tiêu": "indicator", "đơn vị": "unit", "mã đơn vị": "unit",
    "đơn vị báo cáo": "unit", "mã trường": "unit", "kỳ": "period", "kỳ báo cáo": "period", "kỳ số liệu": "period",
    "giới tính": "sex", "giới": "sex", "tử số": "numerator", "số lượng": "numerator", "mẫu số": "denominator",
    "tổng số": "denominator", "tình trạng": "status", "tình trạng số liệu": "status", "nguồn": "source",
    "nguồn số liệu": "source",
}  # fmt: skip
_PASSED_OVER = frozenset({"stt", "số tt", "tt", "số thứ tự", "note", "ghi chú", ""})
_NEAR = 0.74


class CellFault(NamedTuple):
    """A fault in a table of observations (lỗi của bảng số liệu).

    Args:
        row: The row, as a spreadsheet counts them; None where it is the whole column or table.
        column: The column, as its header writes it; None where it is the whole row or table.
        message: What is wrong.
        remedy: How to mend it.

    >>> print(CellFault(7, "tử số", "'62%' is a share", "give counts, not percentages"))
    row 7, column 'tử số': '62%' is a share: give counts, not percentages
    """

    row: int | None
    column: str | None
    message: str
    remedy: str

    def __str__(self) -> str:
        place = [f"row {self.row}"] if self.row is not None else []
        place += [f"column {self.column!r}"] if self.column is not None else []
        return f"{', '.join(place)}{': ' if place else ''}{self.message}: {self.remedy}"


class ObservationsError(CatalogueError):
    """A table of observations cannot be read (bảng số liệu có lỗi). All faults are in ``details``, as words in ``faults``.

    >>> print(ObservationsError([CellFault(None, "kỳ", "there are two of them", "leave one out")]))
    observations: 1 fault(s)
      column 'kỳ': there are two of them: leave one out
    """

    def __init__(self, details: Sequence[CellFault]) -> None:
        super().__init__("observations", [str(fault) for fault in details])
        self.details = tuple(details)
        self.args = (self.details,)


def column_of(given: str) -> str:
    """The column that a header names in English or Vietnamese; its key where it names none.

    >>> column_of("Tử số"), column_of("Ghi chú")
    ('numerator', 'ghi chú')
    """
    key = comparison_key(given[:60])
    return _ALIASES.get(key, key)


def header_faults(given: Sequence[object]) -> list[CellFault]:
    """What is wrong with the columns of a table."""
    names = [name if isinstance(name, str) else f"({type(name).__name__})" for name in given]
    columns = [column_of(name) for name in names]
    listed = f"the columns are {', '.join(COLUMNS)}"
    faults = []
    seen: set[str] = set()
    for name, column in zip(names, columns, strict=True):
        if column in seen and column in COLUMNS:
            faults.append(CellFault(None, name, f"there are two columns {column!r}", "leave one of them out"))
        elif column not in COLUMNS and column not in _PASSED_OVER:
            near = get_close_matches(column, [*COLUMNS, *_ALIASES], n=1, cutoff=_NEAR)
            hint = f"did you mean {near[0]!r}?" if near else f"leave it out, {listed}"
            faults.append(CellFault(None, name[:60], "unknown column", hint))
        seen.add(column)
    missing = [column for column in NEEDED if column not in seen]
    return faults + [CellFault(None, None, f"there is no column {column!r}", f"add it, {listed}") for column in missing]

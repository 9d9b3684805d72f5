"""What is wrong with a directory's facts (lỗi dữ liệu danh bạ): each fault with its place and how to mend it."""

from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.errors import CatalogueError
from vstbpn.vocabulary import Term


class FaultKind(Term):
    """What is wrong with a fact of a directory (loại lỗi)."""

    TABLE = ("table", "không đọc được bảng", "unreadable table")
    COLUMN = ("column", "sai cột", "wrong column")
    CELL = ("cell", "ô không đọc được", "unreadable cell")
    UNKNOWN_UNIT = ("unknown-unit", "đơn vị không có trong danh bạ", "unknown unit")
    REPEATED_UNIT = ("repeated-unit", "đơn vị trùng mã", "unit given twice")
    NO_NAME = ("no-name", "đơn vị không có tên", "unit without a name")
    OVERLAP = ("overlap", "chồng thời gian", "overlap")
    GAP = ("gap", "hở thời gian", "gap")
    CYCLE = ("cycle", "vòng lặp", "cycle")
    OUTSIDE_LIFE = ("outside-life", "ngoài thời gian tồn tại của đơn vị", "outside the unit's life")
    OUTLIVES_PARENT = ("outlives-parent", "tồn tại lâu hơn cơ quan cấp trên", "outlives its parent")
    ENDED_KIND = ("ended-kind", "loại đơn vị không còn vào ngày đó", "kind of which there are no units then")
    WRONG_PARENT = ("wrong-parent", "loại đơn vị cấp trên không phù hợp", "parent of the wrong kind")
    NO_EVENT = ("no-event", "đơn vị kết thúc mà không có sự kiện", "end without an event")
    WRONG_EVENT = ("wrong-event", "sự kiện không khớp", "event that does not fit")
    SHARED_CODE = ("shared-code", "hai đơn vị cùng một mã", "code borne by two units")


class DirectoryFault(NamedTuple):
    """A fault in the facts of a directory (lỗi của danh bạ).

    Args:
        kind: What kind of fault it is.
        message: What is wrong, in one clause.
        remedy: How to mend it.
        fact: The fact at fault, such as a ``Link``; None where a cell gave none.
        table, row, column: Where it was read from, as a spreadsheet counts rows; None where it was read from no table.
        other: The fact it clashes with, where it is one of two that cannot hold together.
        units: The ids of the units it is about, each once: of those in a ring all, of an unknown one that alone.
        part: Which field of the fact is at fault, such as ``"parent"`` or ``"end"``; blank where no one field is.

    >>> print(DirectoryFault(kind=FaultKind.CELL, message="cannot read '1/13/2025'", remedy="write it as 2025-01-13",
    ...                      table="units", row=7, column="valid_from"))
    units row 7, column 'valid_from': cannot read '1/13/2025': write it as 2025-01-13
    """

    kind: FaultKind
    message: str
    remedy: str
    fact: object = None
    table: str | None = None
    row: int | None = None
    column: str | None = None
    other: object = None
    units: tuple[str, ...] = ()
    part: str = ""

    @property
    def place(self) -> str:
        """Where it was read from: ``units row 7, column 'valid_from'``; empty where it was read from no table."""
        row = f" row {self.row}" if self.row is not None else ""
        column = f", column {self.column!r}" if self.column is not None else ""
        return f"{self.table}{row}{column}" if self.table is not None else ""

    def __str__(self) -> str:
        return f"{self.place}{': ' if self.place else ''}{self.message}: {self.remedy}"


class DirectoryError(CatalogueError):
    """The facts of a directory do not hold together (danh bạ có lỗi). All faults are in ``details``, as words in ``faults``.

    >>> print(DirectoryError([DirectoryFault(kind=FaultKind.GAP, message="'mn-8' bears no name", remedy="close the gap")]))
    directory: 1 fault(s)
      'mn-8' bears no name: close the gap
    """

    def __init__(self, details: Sequence[DirectoryFault]) -> None:
        super().__init__("directory", [str(fault) for fault in details])
        self.details = tuple(details)
        # What it is made of anew where it is copied, or sent to another process.
        self.args = (self.details,)


def with_article(words: str) -> str:
    """Words with the article before them, as messages have it.

    >>> with_article("upper secondary school"), with_article("university"), with_article("kindergarten")
    ('an upper secondary school', 'a university', 'a kindergarten')
    """
    is_vowel = words[:1] in tuple("aeiouAEIOU") and not words.startswith(("uni", "Uni"))
    return f"{'an' if is_vowel else 'a'} {words}"

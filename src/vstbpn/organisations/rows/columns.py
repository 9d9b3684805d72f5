"""The columns of the tables of a directory (cột của các bảng danh bạ): their names, what they are called in Vietnamese."""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from vstbpn.organisations.units.kinds import Line
from vstbpn.text import comparison_key

TABLES = ("units", "names", "codes", "links", "roles", "events")
"""The tables, in the order their faults are told."""

LINES = {str(line.value): line for line in Line}
"""The columns of units that hold a parent, each with its line."""

CODE = "code:"
"""How the columns of units start that hold a code; the scheme follows."""

LAST_DAY, FIRST_DAY_OUT = ("valid_from", "valid_to"), ("start", "end")
"""The two pairs of columns a stretch is written in: to its last day, or to the first day out."""

_DATED = (*LAST_DAY, *FIRST_DAY_OUT, "source", "confidence")
COLUMNS = {
    "units": ("id", "kind", "name", *_DATED, *LINES, "event", "successors", "legal_basis"),
    "names": ("unit", "name", *_DATED),
    "codes": ("unit", "scheme", "code", *_DATED),
    "links": ("child", "parent", "line", *_DATED),
    "roles": ("unit", "kind", "holder", "holder_unit", *_DATED, "note"),
    "events": ("date", "kind", "sources", "targets", "legal_basis", "source", "confidence", "note"),
}
"""The columns of each table. A table of units may have columns of codes too: ``code:gso``."""

NEEDED = {
    "units": ("id",),
    "names": ("unit", "name"),
    "codes": ("unit", "scheme", "code"),
    "links": ("child", "parent", "line"),
    "roles": ("unit", "kind", "holder"),
    "events": ("date", "kind"),
}
"""The columns a table cannot do without."""

PASSED_OVER = frozenset({"stt", "số tt", "tt", "số thứ tự", "note"})
"""Columns that lists of units mostly have and no fact needs: running numbers, and notes where a table has none."""

_OF_ALL = {
    "từ ngày": "valid_from", "ngày bắt đầu": "valid_from", "ngày thành lập": "valid_from", "đến ngày": "valid_to", "đến hết ngày": "valid_to",
    "ngày cuối": "valid_to", "nguồn": "source", "mức độ xác nhận": "confidence", "ghi chú": "note",
}  # fmt: skip
_OF_TABLE = {
    "units": {
        "mã": "id", "mã đơn vị": "id", "mã trường": "id", "loại": "kind", "loại đơn vị": "kind",
        "tên": "name", "tên đơn vị": "name", "tên trường": "name",
        "cấp trên (ngành dọc)": "professional", "ngành dọc": "professional", "cấp trên (chuyên môn)": "professional",
        "cấp trên (nghiệp vụ)": "professional", "cấp trên (chuyên môn, nghiệp vụ)": "professional",
        "cấp trên (lãnh thổ)": "territorial", "lãnh thổ": "territorial", "cấp trên (hành chính)": "territorial",
        "cấp trên (đảng)": "party", "cấp trên (công đoàn)": "union", "sự kiện": "event",
        "hình thức thay đổi": "event", "đơn vị kế thừa": "successors", "đơn vị tiếp nhận": "successors",
        "căn cứ": "legal_basis", "căn cứ pháp lý": "legal_basis", "văn bản": "legal_basis",
    },
    "names": {"đơn vị": "unit", "mã đơn vị": "unit", "tên": "name", "tên đơn vị": "name", "tên gọi": "name"},
    "codes": {"đơn vị": "unit", "mã đơn vị": "unit", "hệ mã": "scheme", "danh mục": "scheme", "mã": "code"},
    "links": {
        "đơn vị": "child", "mã đơn vị": "child", "cấp dưới": "child", "đơn vị trực thuộc": "child",
        "cấp trên": "parent", "đơn vị cấp trên": "parent", "tuyến": "line", "tuyến trực thuộc": "line",
    },
    "roles": {
        "đơn vị": "unit", "mã đơn vị": "unit", "vai trò": "kind", "người giữ": "holder", "người đảm nhiệm": "holder",
        "đơn vị của người đảm nhiệm": "holder_unit",
    },
    "events": {
        "ngày": "date", "sự kiện": "kind", "hình thức": "kind", "hình thức thay đổi": "kind", "đơn vị trước": "sources",
        "đơn vị sau": "targets", "đơn vị kế thừa": "targets", "căn cứ": "legal_basis", "căn cứ pháp lý": "legal_basis",
        "văn bản": "legal_basis",
    },
}  # fmt: skip
_WHICH_END = "name it {valid_to!r} if it holds the last day, 'end' if it holds the first day after it"
_WHICH_LINE = "name the line: {professional!r}, {territorial!r}, {party!r}, {union!r}"
_MEANT = {
    "kết thúc": _WHICH_END, "ngày kết thúc": _WHICH_END, "ngày hết hiệu lực": _WHICH_END, "ngày giải thể": _WHICH_END,
    "bắt đầu": "name it {valid_from!r}",
    "cấp trên": _WHICH_LINE, "đơn vị cấp trên": _WHICH_LINE, "cơ quan chủ quản": _WHICH_LINE, "parent": _WHICH_LINE,
}  # fmt: skip
"""What is meant by names that are no columns, since they may mean several."""

_OF_SCHEME = re.compile(r"(?P<code>mã|code)[ _-]\(?(?P<scheme>[a-z0-9]{2,12})\)?")
_NEAR = 0.74
"""How alike a name must be to one of a column to be taken for it; at less, what is suggested only puzzles."""


def column_of(table: str, given: str) -> str:
    """The column of a table that a header names, in English or Vietnamese; what names none comes back as its key.

    >>> column_of("units", "Cấp trên (ngành dọc)"), column_of("links", "Cấp trên"), column_of("units", "Mã: GSO")
    ('professional', 'parent', 'code:GSO')
    """
    key = comparison_key(given)
    alias = _OF_TABLE[table].get(key) or _OF_ALL.get(key)
    if alias is not None:
        return alias
    start, colon, scheme = given.partition(":")
    if colon and table == "units" and comparison_key(start).strip() in {"code", "mã"}:
        # Schemes are kept as they are written, as those in a table of codes are.
        return CODE + scheme.strip()
    return key


def is_column(table: str, column: str) -> bool:
    """Whether a table may have a column.

    >>> is_column("units", "code:gso"), is_column("names", "code:gso"), is_column("units", "code:")
    (True, False, False)
    """
    return column in COLUMNS[table] or (table == "units" and column.startswith(CODE) and len(column) > len(CODE))


def is_passed_over(table: str, column: str) -> bool:
    """Whether a column holds nothing that a directory keeps, and is no fault: a running number, a note.

    >>> is_passed_over("units", "stt"), is_passed_over("units", "note"), is_passed_over("roles", "note")
    (True, True, False)
    """
    return column in PASSED_OVER and column not in COLUMNS[table]


def is_vietnamese(table: str, given: Sequence[str]) -> bool:
    """Whether a header is written in Vietnamese rather than in English.

    >>> is_vietnamese("units", ["STT", "Mã", "Tên", "Ngày"]), is_vietnamese("units", ["id", "name", "tên gọi khác"])
    (True, False)
    """
    keys = [comparison_key(name) for name in given]
    english = sum(is_column(table, key) for key in keys)
    return sum(not key.isascii() for key in keys) > english


def shown(table: str, column: str, *, vietnamese: bool) -> str:
    """What a column is called in the language of a header; in English where it has no other name.

    >>> shown("units", "territorial", vietnamese=True), shown("units", "territorial", vietnamese=False)
    ('cấp trên (lãnh thổ)', 'territorial')
    """
    names = _OF_TABLE[table] | _OF_ALL if vietnamese else {}
    return next((name for name, of in names.items() if of == column), column)


def listed(table: str, *, vietnamese: bool) -> str:
    """All columns of a table, in the language of a header; in Vietnamese without the pair that has no such names."""
    columns = [column for column in COLUMNS[table] if not vietnamese or column not in FIRST_DAY_OUT]
    return ", ".join(shown(table, column, vietnamese=vietnamese) for column in columns)


def remedy_for(table: str, given: str, present: Collection[str], *, vietnamese: bool = False) -> str:
    """What to do about a column that is none: which is meant, of those the table does not have yet.

    >>> remedy_for("links", "parnt", ["child"])
    "did you mean 'parent'?"
    >>> remedy_for("units", "Mã MOET", ["id"])
    "name it 'mã: moet'"
    """
    key = comparison_key(given[:60])
    if key in _MEANT and column_of(table, key) == key:
        return _MEANT[key].format(**{one: shown(table, one, vietnamese=vietnamese) for one in COLUMNS["units"]})
    scheme = _OF_SCHEME.fullmatch(key)
    if scheme and table == "units":
        return f"name it '{scheme['code']}:{' ' * (scheme['code'] == 'mã')}{scheme['scheme']}'"
    known = {name: name for name in COLUMNS[table]} | _OF_ALL | _OF_TABLE[table]
    open_ = [name for name, column in known.items() if column not in present and column in COLUMNS[table]]
    near = get_close_matches(key, open_, n=1, cutoff=_NEAR)
    if near:
        return f"did you mean {near[0]!r}?"
    return remedy_for_any(table, vietnamese=vietnamese)


def remedy_for_any(table: str, *, vietnamese: bool = False) -> str:
    """What to do about a column that is none, whatever it is called."""
    return f"leave it out, or name it as one of {listed(table, vietnamese=vietnamese)}"

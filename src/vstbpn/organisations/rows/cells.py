"""The cells of a table, read column by column (đọc ô theo cột): each cell that several rows share is read once."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from vstbpn.catalogue.cells import day_expected, read_day
from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.checking.faults import DirectoryFault
from vstbpn.organisations.rows.tables import Column, Table
from vstbpn.organisations.units.intervals import LAST, stretch_words
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.organisations.units.unit import is_id
from vstbpn.text import comparison_key
from vstbpn.vocabulary import Term

Read = TypeVar("Read")
Word = TypeVar("Word", bound=Term)
Days = Sequence[datetime.date | None]

Words = Mapping[str, Word | tuple[Word, ...]]
"""Members of a closed list by what names them; several where a name does not tell which."""

_Key = str | datetime.date
"""A cell to be read: a plain date, or a text with single blanks."""

_COMPARED = {str, type(None), datetime.date}
_DAY = datetime.timedelta(days=1)
_SHOWN, _HINTED = 60, 100
_ONE_WORD = "write an id, which is one word without blanks"
_PLAIN = {str, type(None), int, datetime.date, datetime.datetime}


class Cells:
    """The cells of a table. What cannot be read is told once a cell, joins ``bad`` and is passed over.

    ``bad`` holds the places of the rows of each column that could not be read.
    """

    def __init__(self, table: Table, faults: list[DirectoryFault]) -> None:
        self.table = table
        self.bad: dict[str, set[int]] = {}
        self._faults = faults
        self._texts: dict[str, list[str]] = {}
        self._of_words: set[str] = set()

    def __len__(self) -> int:
        return len(self.table.rows)

    def fault(self, place: int, column: str, message: str, remedy: str) -> None:
        """Tell a fault of a cell; of a row with too many cells only that is told."""
        bad = self.bad.setdefault(column, set())
        if place not in bad and place not in self.table.broken:
            self._faults.append(self.table.fault(place, column, message, remedy))
        bad.add(place)

    def bad_in(self, *columns: str) -> set[int]:
        """The rows of which a cell in one of some columns could not be read, or that have too many cells."""
        return set(self.table.broken).union(*(self.bad.get(column, ()) for column in columns))

    def texts(self, column: str, *, needed: str | None = None) -> list[str]:
        """The texts of a column, blank where it has none.

        Args:
            column: The column.
            needed: What to write where a cell is blank; None where it may be.
        """
        if column not in self._texts:
            self._texts[column] = self._read_texts(column)
        texts = self._texts[column]
        if needed is not None and column not in self.table.columns:
            # That the column is missing has been told; that its cells are blank is no news.
            self.bad[column] = set(range(len(self)))
        elif needed is not None and not all(texts):
            for place, text in enumerate(texts):
                if not text:
                    self.fault(place, column, "the cell is blank", needed)
        return texts

    def _read_texts(self, column: str) -> list[str]:
        cells = self.table.columns.get(column)
        if cells is None:
            return [""] * len(self)
        types = set(map(type, cells))
        if types == {str}:
            joined = "|".join(cells)
            if _is_clean(joined):
                if " " not in joined:
                    self._of_words.add(column)
                return list(cells)
            return list(map(" ".join, map(str.split, cells)))
        if types <= _PLAIN:
            known = {cell: _text(cell) for cell in set(cells)}
            texts = [known[cell] for cell in cells]
        else:
            texts = list(map(_text, cells))
        if None in texts:
            for place, text in enumerate(texts):
                if text is None:
                    self.fault(place, column, f"cannot read {_words(cells[place])}", "write a text")
        return [text or "" for text in texts]

    def ids(self, column: str, *, needed: bool = False) -> list[str]:
        """The ids of a column."""
        texts = self.texts(column, needed=_ONE_WORD if needed else None)
        if column in self._of_words:
            return texts
        wrong = {text for text in set(texts) if text and not is_id(text)}
        self._tell(column, wrong, lambda text: f"cannot read {_words(text)} as an id", lambda _: _ONE_WORD)
        return texts

    def id_lists(self, column: str) -> list[tuple[str, ...]]:
        """The ids of a column of several in a cell, with semicolons between them."""
        texts = self.texts(column)
        known = {text: tuple(dict.fromkeys(filter(None, map(str.strip, text.split(";"))))) for text in set(texts)}
        wrong = {text for text, ids in known.items() if not all(map(is_id, ids))}
        self._tell(
            column,
            wrong,
            lambda text: f"cannot read {_words(text)} as ids",
            lambda _: 'write ids with ";" between them',
        )
        return [known[text] for text in texts]

    def terms(self, column: str, words: Words[Word], *, needed: bool = False) -> list[Word | None]:
        """The members of a closed list that a column holds, None where a cell is blank or cannot be read."""
        one_of = f"write one of {', '.join(_values(words.values()))}"

        hinted: set[str] = set()

        def remedy(text: str) -> str:
            # To look for what is near takes long, and helps nobody in a column that holds something else throughout.
            hinted.add(text)
            return (_meant(text, words) if len(hinted) <= _HINTED else "") or one_of

        def read(cell: _Key) -> Word | None:
            found = words.get(comparison_key(str(cell)))
            return None if isinstance(found, tuple) else found

        return self._read(column, read, remedy, needed=one_of if needed else None)

    def confidences(self) -> list[Confidence]:
        """How well each row is confirmed; confirmed where it does not say."""
        if "confidence" not in self.table.columns:
            return [Confidence.CONFIRMED] * len(self)
        return [word or Confidence.CONFIRMED for word in self.terms("confidence", terms_of(Confidence))]

    def days(self, column: str, *, needed: bool = False) -> list[datetime.date | None]:
        """The days of a column."""

        def read(cell: _Key) -> datetime.date | None:
            return read_day(cell) if isinstance(cell, str) else cell

        needs = "write a day such as 2025-07-01 or 01/7/2025" if needed else None
        return self._read(column, read, lambda text: f"write {day_expected(text)}", needed=needs)

    def _read(
        self, column: str, read: Callable[[_Key], Read | None], remedy: Callable[[str], str], *, needed: str | None
    ) -> list[Read | None]:
        """What the cells of a column are read as, each distinct one once; None where one is blank or cannot be read."""
        cells = self.table.columns.get(column, ())
        if not cells:
            self.texts(column, needed=needed)
            return [None] * len(self)
        distinct = _distinct(cells)
        if distinct is not None:
            known = {cell: read(_key(cell)) if cell else None for cell in distinct}
            if None not in known.values() or (
                needed is None and all(known[cell] is not None for cell in known if cell)
            ):
                return list(map(known.__getitem__, cells))
        texts = self.texts(column, needed=needed)
        keys = [cell if type(cell) is datetime.date else text for cell, text in zip(cells, texts, strict=True)]
        by_key = {key: read(key) if key else None for key in set(keys)}
        wrong = {str(key) for key, value in by_key.items() if value is None and key}
        self._tell(column, wrong, lambda text: f"cannot read {_words(text)}", remedy)
        return [by_key[key] for key in keys]

    def stretch(self) -> tuple[Days, Days]:
        """The first day of each row and the first day out, from whichever pair of columns the table has."""
        first = "valid_from" if "valid_from" in self.table.columns else "start"
        last = "valid_to" if "valid_to" in self.table.columns else "end"
        starts, ends = self.days(first), self.days(last)
        if last == "valid_to":
            after = {day: None if day is None or day == LAST else day + _DAY for day in set(ends)}
            ends = [after[day] for day in ends]
        stretches = set() if set(ends) <= {None} else set(zip(starts, ends, strict=True))
        wrong = {(start, end) for start, end in stretches if start is not None and end is not None and start >= end}
        if wrong:
            for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
                if (start, end) in wrong:
                    until = stretch_words(None, end) if last == "valid_to" else f"to the day before {end}"
                    message = f"the stretch since {start} {until} holds no day"
                    self.fault(place, last, message, "mend one of the two days")
        bad = self.bad_in(first, last) - self.table.broken
        for place in bad:
            starts[place] = ends[place] = None
        return starts, ends

    def stretch_columns(self) -> tuple[str, str]:
        """The columns its stretches are told in."""
        first = "valid_from" if "valid_from" in self.table.columns else "start"
        return first, "valid_to" if "valid_to" in self.table.columns else "end"

    def _tell(self, column: str, wrong: set[str], message: Callable[[str], str], remedy: Callable[[str], str]) -> None:
        if wrong:
            told: dict[str, tuple[str, str]] = {}
            for place, text in enumerate(self._texts[column]):
                if text in wrong:
                    if text not in told:
                        told[text] = message(text), remedy(text)
                    self.fault(place, column, *told[text])


def _meant(text: str, words: Words[Word]) -> str:
    key = comparison_key(text[:_SHOWN])
    several = words.get(key)
    if isinstance(several, tuple):
        return f"it may be any of {', '.join(_values(several))}: write which"
    near = get_close_matches(key, [name for name, word in words.items() if not isinstance(word, tuple)], n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def _values(words: Iterable[Word | tuple[Word, ...]]) -> list[str]:
    """The values of the words that stand for one thing, each once."""
    return list(dict.fromkeys(str(word.value) for word in words if not isinstance(word, tuple)))


def _distinct(cells: Column) -> set[Any] | None:
    """The distinct cells of a column, if all are texts, plain dates or blank."""
    try:
        distinct = set(cells)
    except Exception:  # noqa: BLE001  # Cells may be anything, and do anything when they are compared.
        return None
    return distinct if set(map(type, distinct)) <= _COMPARED else None


def _key(cell: _Key) -> _Key:
    return " ".join(cell.split()) if isinstance(cell, str) else cell


def _is_clean(joined: str) -> bool:
    """Whether cells, joined by bars, have no blanks around them and single ones between their words.

    White space other than the blank is not printable. Cells that hold bars may be clean and not be found so.
    """
    if not joined.isprintable():
        return False
    if " " not in joined:
        return True
    edged = f"|{joined}|"
    return "  " not in edged and "| " not in edged and " |" not in edged


def _text(cell: object) -> str | None:
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


def _words(cell: object) -> str:
    """A cell as messages show it."""
    if isinstance(cell, str):
        return repr(cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…")
    return (
        f"{cell!r} ({type(cell).__name__})"
        if type(cell) in {int, float, bool, bytes} and _is_short(cell)
        else (f"a {type(cell).__name__}")
    )


def _is_short(cell: Any) -> bool:  # noqa: ANN401  # A number, a truth value or bytes.
    return abs(cell) < 10**18 if isinstance(cell, int) else not isinstance(cell, bytes) or len(cell) <= _SHOWN


@cache
def terms_of(kind: type[Word]) -> Words[Word]:
    """The members of a closed list by what names them in a cell: value, Vietnamese, English, and parts between commas.

    >>> from vstbpn.organisations.units.events import EventKind
    >>> terms_of(EventKind)["hợp nhất"], terms_of(EventKind)["merge"]
    (EventKind.MERGE, EventKind.MERGE)
    """
    found: dict[str, Word | tuple[Word, ...]] = {}
    members: Iterable[Word] = kind
    _join(found, ((name, member) for member in members for name in (str(member.value), member.name)))
    _join(found, ((name, member) for member in members for name in (member.vi, member.en)))
    _join(found, ((name, member) for member in members for name in member.vi.split(",")))
    return found


@cache
def unit_kinds() -> Words[UnitKind]:
    """The kinds of units by what names them in a cell, among that the letters that stand for them in names.

    "Phòng" alone stands for several: it may be that of a district, of a commune, or one inside an organisation.

    >>> unit_kinds()["thpt"], unit_kinds()["trường mầm non"], unit_kinds()["mầm non"]
    (UnitKind.UPPER_SECONDARY_SCHOOL, UnitKind.KINDERGARTEN, UnitKind.KINDERGARTEN)
    >>> unit_kinds()["phòng"]
    (UnitKind.DIVISION, UnitKind.COMMUNE_DIVISION, UnitKind.OFFICE)
    """
    found = dict(terms_of(UnitKind))
    found["phòng"] = (UnitKind.DIVISION, UnitKind.COMMUNE_DIVISION, UnitKind.OFFICE)
    # So tables write the kinds of schools: "mầm non", "tiểu học".
    schools = ((part.strip(), kind) for kind in UnitKind for part in kind.vi.split(","))
    _join(found, ((part.removeprefix("trường "), kind) for part, kind in schools if part.startswith("trường ")))
    _join(found, ((letters, kind) for kind in UnitKind for letters in kind.abbreviations))
    return found


def _join(found: dict[str, Word | tuple[Word, ...]], names: Iterable[tuple[str, Word]]) -> None:
    """Add names that are not taken; one that several bear stands for all of them."""
    bearers: dict[str, dict[str, Word]] = {}
    for name, word in names:
        bearers.setdefault(comparison_key(name), {})[word.name] = word
    for name, words in bearers.items():
        several = tuple(words.values())
        found.setdefault(name, several[0] if len(several) == 1 else several)

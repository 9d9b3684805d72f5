"""The cells of a table, read column by column (đọc ô theo cột): each cell that several rows share is read once."""

import datetime
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from vstbpn.catalogue.cells import day_expected, day_first, day_trouble, has_short_year, read_day
from vstbpn.catalogue.tables import Confidence
from vstbpn.dates import LAST_YEAR
from vstbpn.organisations.checking.faults import DirectoryFault
from vstbpn.organisations.rows.columns import CODE
from vstbpn.organisations.rows.tables import Column, Table
from vstbpn.organisations.rows.texts import SHOWN, id_text, text_of, words_of
from vstbpn.organisations.units.intervals import stretch_words
from vstbpn.organisations.units.unit import is_id
from vstbpn.text import comparison_key, composed
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
YEARS = range(1800, LAST_YEAR + 1)
"""The years of the days in tables of units: schools are older than the State. Others are mostly slips of the pen."""

_HINTED, _MOST_BEARERS = 100, 3
_NEAR = 0.75
"""How alike a cell must be to a word to be taken for it."""

_ONE_WORD = "write an id, which is one word without blanks"
_PLAIN = {str, type(None), int, datetime.date, datetime.datetime}


class Cells:
    """The cells of a table. What cannot be read is told once a cell, joins ``bad`` and is passed over.

    ``bad`` holds the places of the rows of each column that could not be read.
    """

    def __init__(
        self, table: Table, faults: list[DirectoryFault], bearers: Callable[[str], Sequence[str]] = lambda _: ()
    ) -> None:
        """``bearers`` tells the ids of the units that bear a name, for who writes names where ids are to stand."""
        self.table = table
        self._bearers = bearers
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

    def texts(
        self, column: str, *, needed: str | None = None, read: Callable[[object], str | None] | None = None
    ) -> list[str]:
        """The texts of a column, blank where it has none.

        Args:
            column: The column.
            needed: What to write where a cell is blank; None where it may be.
            read: What makes a text of a cell; by default ``text_of``.
        """
        if column not in self._texts:
            texts = self._read_texts(column, read or text_of)
            if not unicodedata.is_normalized("NFC", "\n".join(texts)):
                # A row typed on another machine is no other name.
                texts = [composed(text) for text in texts]
            self._texts[column] = texts
        texts = self._texts[column]
        if needed is not None and column not in self.table.columns:
            # That the column is missing has been told; that its cells are blank is no news.
            self.bad[column] = set(range(len(self)))
        elif needed is not None and not all(texts):
            for place, text in enumerate(texts):
                if not text:
                    self.fault(place, column, "the cell is blank", needed)
        return texts

    def _read_texts(self, column: str, read: Callable[[object], str | None]) -> list[str]:
        cells = self.table.columns.get(column)
        if cells is None:
            return [""] * len(self)
        types = set(map(type, cells))
        if types == {str}:
            # Cells with blanks around them, or several between words, make double ones; other white space is not printable.
            filled = cells if all(cells) else list(filter(None, cells))
            joined = " ".join(filled)
            if joined.isprintable() and "  " not in joined and joined == joined.strip(" "):
                if joined.count(" ") < len(filled):
                    self._of_words.add(column)
                return list(cells)
            return list(map(" ".join, map(str.split, cells)))
        if types <= _PLAIN:
            known = {cell: read(cell) for cell in set(cells)}
            texts = [known[cell] for cell in cells]
        else:
            texts = list(map(read, cells))
        if None in texts:
            for place, text in enumerate(texts):
                if text is None:
                    remedy = _AS_TEXT if isinstance(cells[place], float) and _holds_codes(column) else "write a text"
                    self.fault(place, column, f"cannot read {words_of(cells[place])}", remedy)
        return [text or "" for text in texts]

    def ids(self, column: str, *, needed: bool = False) -> list[str]:
        """The ids of a column."""
        texts = self.texts(column, needed=_ONE_WORD if needed else None, read=id_text)
        if column in self._of_words:
            return texts
        wrong = {text for text in set(texts) if text and not is_id(text)}
        if wrong:
            called = {text: text if column != "id" and self._bearers(text) else "" for text in wrong}
            self._tell_ids(column, called, "as an id", _ONE_WORD)
        return texts

    def id_lists(self, column: str) -> list[tuple[str, ...]]:
        """The ids of a column of several in a cell, with semicolons between them."""
        texts = self.texts(column, read=id_text)
        known = {text: tuple(dict.fromkeys(filter(None, map(str.strip, text.split(";"))))) for text in set(texts)}
        wrong = {text for text, ids in known.items() if not all(map(is_id, ids))}
        if wrong:
            named = {text: next(filter(self._bearers, known[text]), "") for text in wrong}
            self._tell_ids(column, named, "as ids", 'write ids with ";" between them')
        return [known[text] for text in texts]

    def _tell_ids(self, column: str, wrong: Mapping[str, str], words: str, remedy: str) -> None:
        """Tell cells that hold no ids, each with the name of a unit it holds instead, if any."""

        def message(text: str) -> str:
            return name_of_units(wrong[text], self._bearers(wrong[text])) or f"cannot read {words_of(text)} {words}"

        self._tell(column, set(wrong), message, lambda text: "write its id" if wrong[text] else remedy)

    def distinct(self, column: str) -> set[str]:
        """The texts a column holds, each once."""
        found = _distinct(self.table.columns.get(column, ()))
        if found is not None and set(map(type, found)) <= {str}:
            return found
        return set(self.texts(column))

    def replace(self, column: str, texts: list[str]) -> None:
        """Put other texts in the place of a column's, which are read from then on."""
        self.table = self.table._replace(columns={**self.table.columns, column: texts})
        self._texts[column] = texts

    def terms(
        self,
        column: str,
        words: Words[Word],
        *,
        needed: bool = False,
        hints: Mapping[str, str] | None = None,
        else_: str = "",
    ) -> list[Word | None]:
        """The members of a closed list that a column holds, None where a cell is blank or cannot be read.

        Args:
            column: The column.
            words: What may stand in it.
            needed: Whether no cell may be blank.
            hints: What to do about words that may not, by their keys.
            else_: What to do where nothing better is known; by default to write one of the list.
        """
        one_of = else_ or f"write one of {', '.join(_values(words.values()))}"
        told = hints or {}
        hinted: set[str] = set()

        def remedy(text: str) -> str:
            # To look for what is near takes long, and helps nobody in a column that holds something else throughout.
            hinted.add(text)
            hint = told.get(comparison_key(text[:SHOWN]))
            return hint or (_meant(text, words) if len(hinted) <= _HINTED else "") or one_of

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
            if isinstance(cell, str):
                return read_day(cell, YEARS)
            return cell if cell.year in YEARS else None

        needs = "write a day such as 2025-07-01 or 01/7/2025" if needed else None
        return self._read(column, read, _day_remedy, needed=needs, trouble=lambda text: day_trouble(text, YEARS))

    def _read(
        self,
        column: str,
        read: Callable[[_Key], Read | None],
        remedy: Callable[[str], str],
        *,
        needed: str | None,
        trouble: Callable[[str], str] = lambda _: "",
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

        def message(text: str) -> str:
            why = trouble(text)
            return f"cannot read {words_of(text)}{': ' if why else ''}{why}"

        self._tell(column, wrong, message, remedy)
        return [by_key[key] for key in keys]

    def stretch(self) -> tuple[Days, Days]:
        """The first day of each row and the first day out, from whichever pair of columns the table has."""
        first = "valid_from" if "valid_from" in self.table.columns else "start"
        last = "valid_to" if "valid_to" in self.table.columns else "end"
        starts, ends = self.days(first), self.days(last)
        if last == "valid_to":
            after = {day: None if day is None else day + _DAY for day in set(ends)}
            ends = list(map(after.__getitem__, ends))
        wrong = _stretches_of_no_day(starts, ends)
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


_OPEN = ("0001", "9999")
"""The years that databases write for sides of stretches that are open."""


_AS_TEXT = "read the column as text (dtype=str): numbers lose the zeros before them"


def _holds_codes(column: str) -> bool:
    return column == "code" or column.startswith(CODE)


def _stretches_of_no_day(starts: Days, ends: Days) -> set[tuple[datetime.date | None, datetime.date | None]]:
    """The stretches among those of some rows that hold no day."""
    latest = max(filter(None, set(starts)), default=None)
    earliest = min(filter(None, set(ends)), default=None)
    if latest is None or earliest is None or latest < earliest:
        return set()
    return {(start, end) for start, end in set(zip(starts, ends, strict=True)) if start and end and start >= end}


def _day_remedy(text: str) -> str:
    if has_short_year(text):
        return "write the year in four digits, as in 05/3/2021"
    if text[:4] in _OPEN or text[-4:] in _OPEN:
        return "leave the cell blank where the day is not known or not yet over"
    swapped = day_first(text, YEARS)
    return f"write day/month/year, as in {swapped}" if swapped else f"write {day_expected(text)}"


def name_of_units(name: str, ids: Sequence[str]) -> str:
    """That a cell holds the name of units where ids are to stand; empty where it does not."""
    return f"{words_of(name)} is the name of {' and '.join(map(repr, ids[:_MOST_BEARERS]))}" if ids else ""


def _meant(text: str, words: Words[Word]) -> str:
    key = comparison_key(text[:SHOWN])
    several = words.get(key)
    if isinstance(several, tuple):
        return f"it may be any of {', '.join(_values(several))}: write which"
    near = get_close_matches(
        key, [name for name, word in words.items() if not isinstance(word, tuple)], n=1, cutoff=_NEAR
    )
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


@cache
def terms_of(kind: type[Word]) -> Words[Word]:
    """The members of a closed list by what names them in a cell: value, Vietnamese, English, and parts between commas.

    >>> from vstbpn.organisations.units.events import EventKind
    >>> terms_of(EventKind)["hợp nhất"], terms_of(EventKind)["merge"]
    (EventKind.MERGE, EventKind.MERGE)
    """
    found: dict[str, Word | tuple[Word, ...]] = {}
    members: Iterable[Word] = kind
    join_words(found, ((name, member) for member in members for name in (str(member.value), member.name)))
    join_words(found, ((name, member) for member in members for name in (member.vi, member.en)))
    join_words(found, ((name, member) for member in members for name in member.vi.split(",")))
    return found


def join_words(found: dict[str, Word | tuple[Word, ...]], names: Iterable[tuple[str, Word]]) -> None:
    """Add names that are not taken; one that several bear stands for all of them."""
    bearers: dict[str, dict[str, Word]] = {}
    for name, word in names:
        bearers.setdefault(comparison_key(name), {})[word.name] = word
    for name, words in bearers.items():
        several = tuple(words.values())
        found.setdefault(name, several[0] if len(several) == 1 else several)

"""Names of units as written (tên đơn vị): read, told apart by kind, compared, and found at the head of a task."""

import re

from vstbpn.organisations.names.keys import canonical_name, key_of
from vstbpn.organisations.names.kinds import kind_of_key
from vstbpn.organisations.names.wording import (
    LABEL,
    OPENER,
    TAKES_VERB_AS_NAME,
    TRAILING,
    UNIT_END,
    UNIT_END_IN_CAPITALS,
    UNIT_START,
    VERBS_AS_NAME,
)
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.text import Folded, clean, fold
from vstbpn.values import Passage, frozen


@frozen
class UnitName:
    """The name of a unit as a document writes it (tên đơn vị).

    ``text`` keeps the writing; ``canonical`` has the abbreviations written out; ``kind`` is None where the words do not
    tell, or name persons.
    """

    text: str
    canonical: str
    kind: UnitKind | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def key(self) -> str:
        """The key under which two writings of one name are equal."""
        return key_of(self.canonical)


def read_unit_name(text: str) -> UnitName:
    """Read a name as written. Any text has an answer; what is no unit has no kind.

    >>> name = read_unit_name("Phòng GD&ĐT huyện Thoại Sơn")
    >>> name.canonical, name.kind
    ('Phòng Giáo dục và Đào tạo huyện Thoại Sơn', UnitKind.DIVISION)
    >>> name.key == read_unit_name("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THOẠI SƠN").key
    True
    """
    written = clean(fold(text).text)
    canonical = canonical_name(written)
    return UnitName(text=written, canonical=canonical, kind=kind_of_key(key_of(canonical)))


_WINDOW = 300
_MOST_WORDS = 24
_BEFORE = re.compile(r"[\s\-–+•*.“\"]{0,12}")


def starts_like_unit(text: str, position: int = 0) -> bool:
    """Whether the words at a place of folded text begin the name of a unit, or of those who lead one.

    >>> starts_like_unit("Tổ truyền thông"), starts_like_unit("Tổ chức hội nghị"), starts_like_unit("Phòng, chống")
    (True, False, False)
    """
    return UNIT_START.match(text, max(0, position), max(0, position) + _WINDOW) is not None


def scan_leading_unit(folded: Folded, start: int, end: int) -> Passage | None:
    """The unit named first between two places of a folded text, as ``leading_unit`` finds it, with its place in the source."""
    text = folded.text
    end = min(end, len(text))
    match = _BEFORE.match(text, start, end)
    begin = match.end() if match else start
    opener = OPENER.match(text, begin, end)
    if opener:
        begin = opener.end()
    elif LABEL.match(text, begin, end):
        return None
    limit = min(end, begin + _WINDOW)
    body = UNIT_START.match(text, begin, limit)
    if not body:
        return None
    stop = _stop(text, body, limit)
    if stop is None:
        return None
    trailing = TRAILING.search(text, max(body.end(), stop - 40), stop)
    stop = trailing.start() if trailing else stop
    return Passage(text=clean(text[begin:stop]), span=folded.span(begin, stop))


def _stop(text: str, body: re.Match[str], limit: int) -> int | None:
    """Where the name ends that ``body`` begins; None where no end is in sight and the words are too many for a name."""
    begin, search_from = body.span()
    if text[begin:limit].isupper():
        ends, search_from = UNIT_END_IN_CAPITALS, _after_word(text, search_from, limit)
    else:
        ends = UNIT_END
        if TAKES_VERB_AS_NAME.search(body[0]):
            verbs = VERBS_AS_NAME.match(text, search_from, limit)
            search_from = verbs.end() if verbs else search_from
    stop = ends.search(text, search_from, limit)
    where = stop.start() if stop else limit
    is_open = stop is None or text[where] in ".,;"
    return None if is_open and len(text[begin:where].split()) > _MOST_WORDS else where


_WORDS = re.compile(r"\s{0,3}\w{1,20}(?:\s{1,3}\w{1,20})?")


def _after_word(text: str, start: int, limit: int) -> int:
    """Past the two words after a body: in a text all in capitals a verb there is its name ("SỞ XÂY DỰNG")."""
    match = _WORDS.match(text, start, limit)
    return match.end() if match else start


def leading_unit(text: str) -> str | None:
    """The unit a heading or the subject of a task names first, in its own words; None where it names none.

    >>> leading_unit("Sở Tài chính chủ trì, phối hợp với Sở Tư pháp lập dự toán")
    'Sở Tài chính'
    >>> leading_unit("Giao UBND các xã, phường tăng cường tuyên truyền")
    'UBND các xã, phường'
    >>> leading_unit("Tổ chức tuyên truyền") is None
    True
    """
    folded = fold(text)
    found = scan_leading_unit(folded, 0, len(folded.text))
    return None if found is None else found.text

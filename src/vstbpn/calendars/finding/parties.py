"""Who owes what is due, to whom, and about which period (ai báo cáo ai, về kỳ nào): read from the words around a date."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.calendars.finding.actors import (
    CLOSED,
    DOING,
    HANDING,
    ITEM_MARK,
    NOT_ACTING,
    OPENING_MARKS,
    Named,
    NameReader,
    Place,
    Role,
)
from vstbpn.calendars.finding.clauses import Clause, clause_around
from vstbpn.calendars.finding.moments import words
from vstbpn.calendars.finding.periods import FoundPeriod, period_at, period_items
from vstbpn.calendars.finding.shared_duties import bare_period, is_joined, unit_alone
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.organisations.names.unit_name import scan_leading_unit
from vstbpn.organisations.names.wording import UNIT_END_IN_CAPITALS
from vstbpn.text import Folded
from vstbpn.values import Passage


class Parties(NamedTuple):
    """Who owes what is due on a date, to whom, and the period it is about."""

    who: Passage | None = None
    to_whom: Passage | None = None
    period: PeriodMention | None = None


class _Sentence(NamedTuple):
    """A clause with the units and the periods it names."""

    left: int
    right: int
    named: Sequence[Named]
    periods: Sequence[FoundPeriod]


_GOES_ON = re.compile(
    r"(?:,?\s{1,3}(?:để\s{1,3})?tổng\s{1,3}hợp|\s{1,3}(?:xem\sxét,?\s)?(?:báo\s{1,3}cáo(?!\s(?:kết|tình|về|theo|định))|trình))(?![^\W_])"
)
"""After the one addressed: what follows is its own work ("gửi Sở tổng hợp, báo cáo UBND tỉnh")."""

_HEAD = words(
    r"(?:(?:ông|bà|đồng chí|đ/c) )?(?:phó )?(?:giám đốc|chủ tịch|hiệu trưởng|trưởng (?:phòng|ban)|thủ trưởng|lãnh đạo|bí thư|chủ nhiệm|cục trưởng|chi cục trưởng|bộ trưởng)(?![^\W_])"
)
"""A head, who signs and passes on what a unit hands in."""

_NO_DOING = re.compile(NOT_ACTING.pattern, re.IGNORECASE)
_LABELLED = words(r"~(?:[-+•*–]~){0,2}(?:(?:thời|hạn)[^:\n]{0,40}:|trước|trong|chậm)")
_LABEL = words(
    r"~(?:[-+•*–]~){0,2}(?:(?P<leads>(?:(?:đơn vị|cơ quan|bộ phận|người) )?(?:chủ trì|thực hiện|phụ trách))|(?P<receives>(?:nơi|đơn vị|cơ quan) (?:tiếp )?nhận)"
    r"|(?:(?:đơn vị|cơ quan) )?phối hợp|sản phẩm|kết quả|kinh phí|địa điểm|thành phần|hình thức)[^:\n]{0,30}:"
)
_THING = words(
    r"(?:kết quả|hồ sơ|báo cáo|danh sách|văn bản|kế hoạch|số liệu)(?: [^\W_]{1,9}){0,14} (?:được )?(?:gửi|nộp)(?![^\W_])"
)
"""A sentence that begins with what is handed in and does not say by whom."""

_LIST_JOINT = re.compile(r"(?:,|,?\s{1,3}(?:và|hoặc))?\s{0,3}")
_RIGHT_AFTER = re.compile(r"\)?(?:\s{0,3}\([^()]{0,60}\))?\s{0,3}")
_BRACKET_AFTER = re.compile(r"\s{0,3}(?:\(|đối\svới\s|cho\s)")
_WINDOW, _CLIMB, _LINES, _SENTENCES, _NEAR, _SHORT, _LABELS, _MOST_LABELS = 260, 1500, 14, 3, 8, 60, 600, 6
_LONGEST_LIST = 8
"""How many dates a list may have of which the first or the last alone says whom they are for."""


def parties_of(folded: Folded, clauses: Sequence[Clause], low: int, high: int) -> Iterator[Parties]:
    """Who owes what to whom about which period, for each date of a text in reading order.

    Args:
        folded: The text.
        clauses: The clause around each date, of places in the folded text.
        low: Where the stretch of the text begins that is read.
        high: Where it ends.

    >>> from vstbpn.text import fold
    >>> text = "Các trường gửi báo cáo năm về Phòng Văn hóa - Xã hội trước ngày 10/12."
    >>> (found,) = parties_of(fold(text), [clause_around(text, 53, 69, 0, len(text))], 0, len(text))
    >>> found.who.text, found.to_whom.text, found.period.text
    ('Các trường', 'Phòng Văn hóa - Xã hội', 'năm')
    """
    reader = _Reader(folded, clauses, low, high)
    for number in range(len(clauses)):
        yield reader.read(number)


class _Reader:
    """Reads the dates of one text in order; what a sentence names is looked up once for all its dates."""

    def __init__(self, folded: Folded, clauses: Sequence[Clause], low: int, high: int) -> None:
        self._folded = folded
        self._text = folded.text
        self._clauses = clauses
        self._dates = [Place(clause.start, clause.end) for clause in clauses]
        self._names = NameReader(folded, self._dates)
        self._low, self._high = low, high
        self._read_already: dict[tuple[int, int], tuple[Named, ...]] = {}
        self._last: _Sentence | None = None
        self._before: tuple[_Sentence, Parties] | None = None

    def read(self, number: int) -> Parties:
        """The parties of one date."""
        date = self._dates[number]
        clause = self._clauses[number]
        sentence = self._sentence(clause)
        since = sentence.left
        if number and self._dates[number - 1].end > since:
            since = self._dates[number - 1].end
        who = self._who(sentence, date, since)
        to_whom = self._to_whom(sentence, number, since, who) or self._addressed_next(sentence, number, since)
        actor = who.passage if who else None
        hands_in = to_whom is None and self._hands_in(sentence, number, since)
        if who is None or hands_in:
            carried = self._carried(sentence, number)
            if actor is None:
                actor = carried.who
            if hands_in:
                to_whom = carried.to_whom
            if actor is None or to_whom is None:
                told = self._told_beside(date)
                actor, to_whom = actor or told.who, to_whom or told.to_whom
        if to_whom is None and hands_in:
            to_whom = self._shared_later(number, sentence)
        if who is None and actor and to_whom and same_unit(actor, to_whom):
            actor = None
        elif who and to_whom and _overlap(who.passage, to_whom):
            to_whom = None
        found = Parties(actor, to_whom, self._period(sentence, number, since))
        self._before = sentence, found
        return found

    def _sentence(self, clause: Clause) -> _Sentence:
        """The sentence of a date: the last one read, where it holds enough of what stands behind the date."""
        last = self._last
        # Clauses longer than is looked differ from date to date, and reading each anew would take long.
        if last and last.left <= clause.start and clause.end <= last.right:
            enough = last.right == clause.right or last.right - clause.end > _WINDOW
        else:
            enough = False
        if last and enough:
            return last
        self._last = self._sentence_at(clause.left, clause.right)
        return self._last

    def _named(self, left: int, right: int) -> tuple[Named, ...]:
        """Those named between two places; a sentence that others lean on is read once."""
        named = self._read_already.get((left, right))
        if named is None:
            named = self._read_already[left, right] = tuple(self._names.named(left, right))
        return named

    def _sentence_at(self, left: int, right: int) -> _Sentence:
        return _Sentence(left, right, self._named(left, right), tuple(period_items(self._folded, left, right)))

    def _who(self, sentence: _Sentence, date: Place, since: int) -> Named | None:
        """Who acts: the last one before the date; where the date opens the sentence, the first one after it."""
        acting = [named for named in sentence.named if named.role is Role.ACTS]
        before = [named for named in acting if named.start < date.start]
        after = next((named for named in acting if named.start >= date.end), None)
        if after and (not before or before[-1].start < since):
            between = DOING.search(self._text, since, date.start) or DOING.search(self._text, date.end, after.start)
            if not between:
                return after
        return before[-1] if before else None

    def _to_whom(self, sentence: _Sentence, number: int, since: int, who: Named | None) -> Passage | None:
        """Whom it is owed to: right after the date, else before it, else after it."""
        date = self._dates[number]
        addressed = [named for named in sentence.named if named.role is Role.IS_ADDRESSED]
        if not addressed:
            return None
        following = self._dates[number + 1].start if number + 1 < len(self._dates) else self._high
        after = next((named for named in addressed if date.end <= named.cue < following), None)
        gap = _RIGHT_AFTER.match(self._text, date.end, self._high)
        if after and gap and gap.end() == after.cue:
            return after.passage
        first = max(since, who.end if who and who.start < date.start else 0)
        before = [named for named in addressed if first <= named.cue < date.start]
        for named in before:
            if _GOES_ON.match(self._text, named.end, date.start) and not self._signs(named, before[-1], date):
                return named.passage
        if before:
            return before[-1].passage
        if after and (following >= sentence.right or (who and who.start >= date.end)):
            if who and who.start >= date.end and after.cue < who.start:
                return None
            return after.passage
        if who and who.start >= date.end:
            return next((named.passage for named in addressed if named.cue >= who.end), None)
        return None

    def _signs(self, named: Named, last: Named, date: Place) -> bool:
        """Whether one addressed is the head who signs what goes on to another: "trình Giám đốc Sở báo cáo UBND tỉnh"."""
        if named is last or not self._text[named.cue : named.start].casefold().startswith("trình"):
            return False
        return bool(_HEAD.match(self._text, named.start, date.start))

    def _hands_in(self, sentence: _Sentence, number: int, since: int) -> bool:
        """Whether the words at the date speak of handing something in, or are one more date of a list."""
        date, text = self._dates[number], self._text
        if HANDING.search(text, since, date.start):
            return True
        if number and (
            bare_period(text, since, date.start) or (since > sentence.left and is_joined(text, since, date.start))
        ):
            return True
        return since > sentence.left and number > 0 and self._joins(number - 1)

    def _addressed_next(self, sentence: _Sentence, number: int, since: int) -> Passage | None:
        """The next one addressed: "báo cáo Sở Nội vụ (trước ngày 20/6), UBND tỉnh (trước ngày 25/6)"."""
        if since <= sentence.left or not (self._before and self._before[0] is sentence):
            return None
        before, date, text = self._before[1].to_whom, self._dates[number], self._text
        if before is None or before.span is None or date.start - since > _WINDOW:
            return None
        if text[self._folded.index(before.span.end) : self._dates[number - 1].start].strip(" \n("):
            return None
        return unit_alone(self._folded, since, date.start)

    def _carried(self, sentence: _Sentence, number: int) -> Parties:
        """What the words before the sentence say for it: the date before it in the same sentence, or those that lead up to it."""
        if self._before and self._before[0] is sentence:
            return self._before[1]
        opening = OPENING_MARKS.match(self._text, sentence.left, sentence.right)
        at = opening.end() if opening else sentence.left
        date = self._dates[number]
        if at < date.start and not (
            self._begins_with_doing(at, sentence.right) or bare_period(self._text, at, date.start)
        ):
            return Parties()
        left, to_whom, joined = sentence.left, None, True
        for count in range(_LONGEST_LIST):
            if left <= self._low or self._text[left - 1] not in ".;?!":
                break
            joined = joined and self._text[left - 1] == ";"
            if count >= _SENTENCES and not joined:
                break
            clause = clause_around(self._text, left - 1, left - 1, self._low, left - 1)
            found = self._parties_in(clause.left, left - 1)
            to_whom = to_whom or (found.to_whom if joined else None)
            if found.who:
                return Parties(found.who, to_whom)
            left = clause.left
        announced = self._led_up_to(left)
        return announced._replace(to_whom=to_whom or announced.to_whom)

    def _begins_with_doing(self, at: int, right: int) -> bool:
        """Whether a sentence has no subject of its own: it begins with what is to be done or how often."""
        if _THING.match(self._text, at, right):
            return True
        begins = UNIT_END_IN_CAPITALS.match(self._text, at, right)
        return begins is not None and not _NO_DOING.match(self._text, at, right)

    def _parties_in(self, left: int, right: int) -> Parties:
        named = self._named(left, right)
        who = next((name for name in reversed(named) if name.role is Role.ACTS), None)
        addressed = [name.passage for name in named if name.role is Role.IS_ADDRESSED]
        return Parties(who.passage if who else None, addressed[-1] if addressed else None)

    def _led_up_to(self, left: int) -> Parties:
        """What the line says that ends with a colon and announces the items the sentence is one of."""
        text = self._text
        low = max(self._low, left - _CLIMB)
        mark = _mark(text, left)
        end = left
        is_item = mark is not None
        for _ in range(_LINES):
            end = text.rfind("\n", low, end)
            if end < 0 or mark is None:
                return Parties()
            start = text.rfind("\n", low, end) + 1 or low
            line = text[start:end].rstrip()
            if not line:
                continue
            if line.endswith(":") and is_item and _mark(text, start) != mark:
                return self._parties_in(clause_around(text, end - 1, end, self._low, end).left, end)
            is_item = _mark(text, start) == mark
            if not is_item and (_mark(text, start) or not _is_wrapped(text, start, low)):
                return Parties()
        return Parties()

    def _told_beside(self, date: Place) -> Parties:
        """What labels in the lines above say, where a date has one: "Đơn vị chủ trì: …", "Nơi nhận báo cáo: …"."""
        text = self._text
        low = max(self._low, date.start - _LABELS)
        start = max(low, text.rfind("\n", low, date.start) + 1)
        if not _LABELLED.match(text, start, date.end):
            return Parties()
        who = to_whom = None
        for _ in range(_MOST_LABELS):
            if start <= low:
                break
            end, start = start - 1, max(low, text.rfind("\n", low, start - 1) + 1)
            if not text[start:end].strip():
                continue
            label = _LABEL.match(text, start, end)
            if label is None:
                break
            found = scan_leading_unit(self._folded, label.end(), end) if label.lastgroup else None
            who = who or (found if label["leads"] else None)
            to_whom = to_whom or (found if label["receives"] else None)
        return Parties(who, to_whom)

    def _shared_later(self, number: int, sentence: _Sentence) -> Passage | None:
        """Whom a later date of the same enumeration is said to be for: "… trước 15/6, … trước 15/12 gửi Sở"."""
        for later in range(number + 1, min(number + 1 + _LONGEST_LIST, len(self._dates))):
            date = self._dates[later]
            if date.start - self._dates[later - 1].end > _WINDOW:
                return None
            clause = self._clauses[later]
            if self._text[self._dates[number].end : clause.left].count("\n\n"):
                return None
            following = sentence.named
            if not (sentence.left <= date.start and date.end + _SHORT <= sentence.right):
                following = self._named(clause.left, clause.right)
            since = max(clause.left, self._dates[later - 1].end)
            if any(since <= named.cue < date.start for named in following):
                return None
            gap = _RIGHT_AFTER.match(self._text, date.end, self._high)
            for named in following:
                if named.role is Role.IS_ADDRESSED and gap and named.cue == gap.end():
                    return named.passage
        return None

    def _period(self, sentence: _Sentence, number: int, since: int) -> PeriodMention | None:
        """The period the date is about: the one before it, or right after it, or after it where the date comes first."""
        text, date = self._text, self._dates[number]
        periods = [item for item in sentence.periods if not date.start < item.start < date.end]
        after = [item for item in periods if item.start >= date.end]
        if after and (bracket := _BRACKET_AFTER.match(text, date.end, sentence.right)):
            closed = CLOSED.match(text, bracket.end(), sentence.right)
            limit = closed.end() if closed else bracket.end() + _SHORT
            if after[0].start < limit:
                return after[0].mention
        opening = next((item for item in sentence.periods if item.start == date.start), None)
        if opening and _BRACKET_AFTER.match(text, opening.end, date.end):
            return opening.mention
        first, last = self._list_around(number)
        if first != last:
            since = max(sentence.left, self._dates[first - 1].end if first else 0)
        before = [item for item in periods if since <= item.start < self._dates[first].start]
        if len(before) == last - first + 1:
            return before[number - first].mention
        if before:
            return before[-1].mention if not _are_joined(before) else None
        if alone := self._alone(sentence, number, since):
            return alone
        following = self._dates[last + 1].start if last + 1 < len(self._dates) else self._high
        if after and after[0].start < min(following, date.end + _WINDOW) and not DOING.search(text, since, date.start):
            return after[0].mention
        return None

    def _alone(self, sentence: _Sentence, number: int, since: int) -> PeriodMention | None:
        """The period that stands alone before a date, where it is one of a list or what is handed in."""
        text, date = self._text, self._dates[number]
        colon = text.rfind(": ", max(since, date.start - _SHORT), date.start)
        bare = bare_period(text, colon + 1 if colon >= 0 else since, date.start)
        if bare is None:
            return None
        goes_on = (
            number and self._before and self._before[1].period and self._dates[number - 1].end > sentence.left - _NEAR
        )
        if not (goes_on or bare["sent"] or HANDING.search(text, sentence.left, bare.start())):
            return None
        return period_at(self._folded, bare.start("period"), bare.end("period"))

    def _list_around(self, number: int) -> tuple[int, int]:
        """The first and the last date of the list one stands in: "trước ngày 15/6 và 15/12"."""
        first = last = number
        while first and number - first < _LINES and self._joins(first - 1):
            first -= 1
        while last + 1 < len(self._dates) and last - number < _LINES and self._joins(last):
            last += 1
        return first, last

    def _joins(self, number: int) -> bool:
        end, start = self._dates[number].end, self._dates[number + 1].start
        joint = _LIST_JOINT.match(self._text, end, start)
        return bool(joint) and joint.end() == start  # type: ignore[union-attr]  # It is there, as just asked.


def _are_joined(items: Sequence[FoundPeriod]) -> bool:
    """Whether the last two periods are told in one breath, so that one date cannot be for one of them."""
    return len(items) > 1 and items[-1].start - items[-2].end < _NEAR


def _mark(text: str, start: int) -> str | None:
    """The kind of mark that opens a line: a dash, a plus, a number; None for none."""
    match = ITEM_MARK.match(text, start)
    if match is None:
        return None
    mark = match[1]
    return "1" if mark[0].isdigit() else "a" if mark[0].isalpha() else mark


def _is_wrapped(text: str, start: int, low: int) -> bool:
    """Whether a line goes on with the one before it, which is not blank."""
    return start - 1 > low and text[text.rfind("\n", low, start - 1) + 1 : start - 1].strip() != ""


def _overlap(one: Passage, other: Passage) -> bool:
    """Whether two names stand at one place."""
    return bool(one.span and other.span) and one.span.start < other.span.end and other.span.start < one.span.end  # type: ignore[union-attr]  # They are there, as just asked.


def same_unit(one: Passage, other: Passage) -> bool:
    """Whether two names are of one unit, as far as their words tell.

    >>> same_unit(Passage(text="Sở GDĐT"), Passage(text="Sở GDĐT Hà Nội"))
    True
    """
    first, second = one.text.casefold(), other.text.casefold()
    return first.startswith(second) or second.startswith(first)

"""The words that make a date a deadline: "trước ngày", "chậm nhất", "hoàn thành trong", "Thời hạn hoàn thành:"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.calendars.finding.clauses import Clause, clause_around
from vstbpn.calendars.finding.moments import BEFORE, EACH, Moment, read_moments, read_range, words
from vstbpn.values import evolve
from vstbpn.vocabulary import Relation

_FIRST_YEAR_OF_DUTIES = 1990
"""Days before it stand in documents as dates of history ("tham gia kháng chiến trước ngày 30/4/1975")."""


class Find(NamedTuple):
    """Date words taken for a deadline; ``label`` is where the label that makes them one stands."""

    moment: Moment
    relation: Relation
    label: int | None = None


class _Cue(NamedTuple):
    """Words that introduce a date, and how they tie a duty to it."""

    pattern: re.Pattern[str]
    relation: Relation


_TO = r"(?:~:|,? (?:là|vào|đến|hết|trong|tới)){0,3}"
_WHEN = r"(?:ngày|tháng|quý|năm|[0-9])"
_DATE = (
    r"(?=[0-9l]|ngày|tháng|quý|năm|tuần|thứ|chủ nhật|hết|khoảng|đầu|cuối|giữa|m[ồù]ng|sáu|sáng|trưa|chiều|khi|kết thúc)"
)
"""The words a date may begin with, told apart from all others at one look."""
_BEFORE = _Cue(words(rf"{BEFORE} {_DATE}"), Relation.BEFORE)
_LATEST_BEFORE = _Cue(words(rf"(?:ch[ậâ]m|muộn) nh[ấâ]t{_TO} {BEFORE} (?=[^\W_])"), Relation.BEFORE)
_LATEST = _Cue(words(rf"(?:ch[ậâ]m|muộn) (?:nh[ấâ]t|hơn){_TO} "), Relation.BY)
_LAST = _Cue(words(rf"hạn (?:chót|cuối(?: cùng)?)(?: [^\W\d_]{{1,9}}){{0,6}}?{_TO} (?={_WHEN}|thứ)"), Relation.BY)
_ON = _Cue(words(rf"vào {_DATE}"), Relation.ON)
_DURING = _Cue(words(rf"trong (?:{_DATE}|(?=vòng|thời))"), Relation.DURING)
_UNTIL = _Cue(words(rf"đến (?:hết |cuối )?(?=ngày|tháng|quý|[0-9])|(?:đến )?(?:hết|cuối) (?={_WHEN})"), Relation.BY)
_THROUGH = _Cue(words(r"đến hết (?=ngày|tháng|quý|[0-9])"), Relation.BY)
_CUES = (_LATEST_BEFORE, _LATEST, _BEFORE, _LAST, _ON, _DURING, _UNTIL)
_SURE = (_LATEST_BEFORE, _LATEST, _LAST)
_CUES_BY_LETTER = {
    "t": (_BEFORE, _DURING),
    "c": (_LATEST_BEFORE, _LATEST),
    "m": (_LATEST_BEFORE, _LATEST),
    "h": (_LAST, _UNTIL),
    "đ": (_THROUGH, _UNTIL),
    "v": (_ON,),
}

_HAND_IN = r"(?:gửi|nộp|báo cáo|trình|đăng ký|ban hành|xong|góp ý|phản hồi|giao nộp|tổng hợp|(?:tiếp )?nhận|kết thúc)"
_LABEL = words(rf"(?:(?:hoàn thành|(?:thời gian|hạn) {_HAND_IN})(?: [^\W\d_]{{1,9}}){{0,6}}?|hạn)~:(?: |~(?=[0-9]))")
_WHEN_TO_HAND_IN = words(r"thời gian (?:gửi|nộp|báo cáo|trình|giao nộp)(?![^\W_])")
_SINCE_NOW = words(r"từ (?:nay|khi|ngày)(?: [^\W\d_]{1,9}){0,8}? (?:cho )?(?=đến)")
_FOR_WHAT = words(r"(?: (?:đối với|cho) [^;:\n]{1,80}|~\([^()\n]{1,80}\))(?:;|, (?=ngày)) ")
_REPORT_LABEL = words(r"báo cáo(?: [^\W_]{1,12}){1,12}(?: \([^()\n]{1,40}\))?~: (?=ngày [0-9])")
_END_OF_ITEM = words(r"\s{0,9}(?:$|[.;,()/\n+-]|(?:đối với|và|hoặc|về|gửi) )")
_LONGEST_REPORT_NAME = 120
_LONGEST_LIST = 12
_TERM_END = words(rf"(?:kết thúc|cuối) (?:{EACH} )?(?:học k[ỳì]|năm học)")
_FINISHED = words(r"(?:hoàn thành(?: xong)?|xong) ")
_REPORT_OF_MONTH = words(r"báo cáo (?=tháng [0-9])")
_RECURRING = words(rf"(?:ngày|tháng) (?:m[ồù]ng )?[0-9][^.;:()]{{0,30}}?{EACH} (?:tháng|quý|năm)")
_RHYTHM = re.compile(r"[àằÀẰ](?:ng|NG)[ \n]|ỗi[ \n]")
_STRETCH_BEFORE = words(r"(?:từ(?! nay)|(?<!giới\x20)(?<!máy\x20)(?<!bảng\x20)tính|kể) [^;\n]{0,40}$")
_EACH_BRACKET = words(r"(?:định kỳ )?(?:hàng|hằng) (?P<each>năm|quý|tháng),? ?\($")
_RECURRENCES = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly"}

_UNITS = r"(?:ngày|giờ|tuần|tháng)(?: làm việc)?"
_REST = r"(?:[^;,.:()\n]|\n(?!\x20{0,9}[\n\-+•])){0,100}"
_EVENT = rf",? (?:(?:kể |tính )?từ (?:khi|ngày|lúc|thời điểm)|(?:sau|trước) (?:khi|ngày))(?![^\W_]){_REST}"
_AMOUNT = rf"(?:tối đa |không quá |sau )?[0-9]{{1,3}}(?: \([^()\n]{{1,20}}\))? {_UNITS}"
_LATEST_RELATIVE = words(
    rf"{_AMOUNT}(?:{_EVENT})?|(?:sau|kể từ) (?:khi|ngày)(?: [^\W\d_]{{1,9}}){{1,8}}? [0-9]{{1,3}} {_UNITS}"
)
_BEFORE_RELATIVE = words(
    rf"(?:khi|ngày|thời điểm)(?: [^\W\d_]{{1,9}}){{1,8}}?,? (?:(?:ít nhất|tối thiểu|chậm nhất) )?[0-9]{{1,3}}(?: \([^()\n]{{1,20}}\))? {_UNITS}"
)
_WITHIN_RELATIVE = words(
    rf"(?:vòng|thời hạn|thời gian) (?:chậm nhất |là )?{_AMOUNT}{_EVENT}|{_AMOUNT}{_EVENT}|"
    r"(?:vòng|thời hạn) (?:chậm nhất |là )?[0-9]{1,3}(?: \([^()\n]{1,20}\))? (?:giờ|ngày|tuần)(?: làm việc)?"
)
_RELATIVE = {_BEFORE: _BEFORE_RELATIVE, _LATEST: _LATEST_RELATIVE, _DURING: _WITHIN_RELATIVE}
_SINCE = words(r"(?<![^\W_])(?:từ|sau|trước) (?:khi|ngày|lúc|thời điểm)(?![^\W_])")
_AT_ONCE = words(r"(?<![^\W_])ngay $")
_AFTER_AMOUNT = words(r"(?<![^\W_])sau [0-9]{1,3}(?: \([^()\n]{1,20}\))? $")
_ENDS_OF_AMOUNTS = frozenset("0123456789)")
_UNITS_SINCE = words(rf"(?:ngày|tháng)(?: làm việc)?{_EVENT}")


def finds_at(text: str, at: int, low: int, high: int) -> tuple[Find, ...]:
    """The deadlines, if any, that the word at ``at`` begins; its clause is looked for between ``low`` and ``high``."""
    letter = text[at].casefold()
    if letter == "n":
        return _recurring(text, at, low, high) or _some_days_after(text, at, low, high)
    if letter == "b":
        return _report_of_month(text, at, high) or _labelled_report(text, at, high)
    if letter == "t" and text[at + 1] in "hH":
        return _labelled(text, at, high) or _recurring(text, at, low, high) or _some_days_after(text, at, low, high)
    if letter in "kc" and (finds := _at_term_end(text, at, low, high)):
        return finds
    if letter == "h" and (finds := _labelled(text, at, high)):
        return finds
    if letter in "hx" and (finds := _finished(text, at, low, high)):
        return finds
    return _introduced(text, at, low, high, _CUES_BY_LETTER.get(letter, ()))


def _introduced(text: str, at: int, low: int, high: int, cues: tuple[_Cue, ...]) -> tuple[Find, ...]:
    """Dates with a cue before them, where the clause bears them out."""
    for cue in cues:
        finds = _after_cue(text, at, high, cue)
        if finds:
            return _with_bracket(text, low, high, finds) if _is_borne_out(text, low, high, cue, finds) else ()
    return ()


def _after_cue(text: str, at: int, high: int, cue: _Cue) -> tuple[Find, ...]:
    match = cue.pattern.match(text, at, high)
    if match is None:
        return ()
    moments = read_moments(text, match.end(), high)
    if not moments and cue in _RELATIVE:
        relative = _RELATIVE[cue].match(text, match.end(), high)
        if relative:
            moments = (Moment(start=at, end=relative.end()),)
    return _starting(tuple(Find(moment, _relation(cue, moment)) for moment in moments), at)


def _relation(cue: _Cue, moment: Moment) -> Relation:
    """How the cue ties a duty to the date: before an hour of a day, the day itself is still in time."""
    return Relation.BY if cue.relation is Relation.BEFORE and moment.names_hour else cue.relation


def _is_borne_out(text: str, low: int, high: int, cue: _Cue, finds: tuple[Find, ...]) -> bool:
    moment = finds[0].moment
    clause = clause_around(text, moment.start, finds[-1].moment.end, low, high)
    if cue in _SURE:
        return True
    if cue is _DURING and moment.due is None and not moment.impossible and moment.recurring is None:
        if clause.is_schedule():
            return False
        if _SINCE.search(text, moment.start, moment.end):
            return True
        at_once = _AT_ONCE.search(text, max(low, moment.start - 16), moment.start)
        return clause_around(text, at_once.start() if at_once else moment.start, moment.end, low, high).orders(
            weak=False
        )
    if moment.is_long or cue in (_UNTIL, _THROUGH):
        stretch = _STRETCH_BEFORE.search(text, max(clause.left, moment.start - 60), moment.start)
        return not stretch and not clause.is_schedule() and _is_to_be_done(clause, cue, moment)
    year = moment.due.year if moment.due else None
    if cue is _BEFORE:
        known = (year or _FIRST_YEAR_OF_DUTIES) >= _FIRST_YEAR_OF_DUTIES
        return known and not clause.tells_a_fact() and (year is None or not clause.speaks_of_a_case())
    if clause.is_schedule() or (cue is _DURING and clause.is_about_the_period()):
        return False
    return clause.orders(weak=False)


def _is_to_be_done(clause: Clause, cue: _Cue, moment: Moment) -> bool:
    """Whether something is to be finished by then; or else done "đến hết tháng 6", handed in "đến hết ngày 15/6"."""
    if moment.is_long and clause.names_a_goal():
        return False
    if clause.orders_finishing():
        return True
    if cue in (_THROUGH, _UNTIL) and not moment.is_long and clause.opens_an_order():
        return True
    names_day = moment.due is None or moment.due.day is not None
    return cue is _THROUGH and not moment.is_long and clause.orders_before(weak=not names_day)


def _with_bracket(text: str, low: int, high: int, finds: tuple[Find, ...]) -> tuple[Find, ...]:
    """The dates with the words before their bracket: "hằng năm (trước ngày 15 tháng 11)"."""
    first = finds[0].moment
    opening = _EACH_BRACKET.search(text, max(low, first.start - 24), first.start)
    if opening is None or len(finds) > 1 or text[first.end : min(first.end + 1, high)] != ")":
        return finds
    recurring = first.recurring or _RECURRENCES[opening["each"].casefold()]
    moment = evolve(first, start=opening.start(), end=first.end + 1, recurring=recurring)
    return (finds[0]._replace(moment=moment),)


def _labelled(text: str, at: int, high: int) -> tuple[Find, ...]:
    """Dates after "Thời hạn hoàn thành:" and the like, which need no further word."""
    label = _LABEL.match(text, at, high)
    if label is None:
        return ()
    if stretch := read_range(text, label.end(), high):
        return (Find(stretch, Relation.DURING, at),)
    since = _SINCE_NOW.match(text, label.end(), high)
    finds = _with_any_cue(text, since.end() if since else label.end(), high)
    if not finds:
        finds = _bare(text, label.end(), high)
        if _WHEN_TO_HAND_IN.match(text, at, high):
            finds = tuple(map(_on_its_day, finds))
        finds = (*finds, *_listed_after(text, finds, high))
    return tuple(find._replace(label=at) for find in finds)


def _on_its_day(find: Find) -> Find:
    """A day that "Thời gian gửi báo cáo:" gives is the day itself, where "Hạn nộp:" gives the last one."""
    return find._replace(relation=Relation.ON) if find.relation is Relation.BY else find


def _listed_after(text: str, finds: tuple[Find, ...], high: int) -> Iterator[Find]:
    """The further dates of a label, each with what it is for: "15/6 đối với báo cáo 6 tháng; 15/12 đối với …"."""
    for _ in range(_LONGEST_LIST if finds else 0):
        following = _FOR_WHAT.match(text, finds[-1].moment.end, high)
        further = _bare(text, following.end(), high) if following else ()
        if not further:
            return
        finds = tuple(find._replace(relation=finds[0].relation) for find in further)
        yield from finds


def _labelled_report(text: str, at: int, high: int) -> tuple[Find, ...]:
    """The day after "Báo cáo 6 tháng đầu năm:", where a list tells by when each report is due."""
    if text.find(":", at, min(at + _LONGEST_REPORT_NAME, high)) < 0:
        return ()
    label = _REPORT_LABEL.match(text, at, high)
    finds = _bare(text, label.end(), high) if label else ()
    if not finds or not _END_OF_ITEM.match(text, finds[-1].moment.end, high):
        return ()
    return tuple(find._replace(label=at) for find in finds)


def _at_term_end(text: str, at: int, low: int, high: int) -> tuple[Find, ...]:
    """The end of a term or school year as the time to hand something in: "Kết thúc học kỳ I, các tổ nộp báo cáo"."""
    if not _TERM_END.match(text, at, high):
        return ()
    moments = read_moments(text, at, high)
    if not moments or moments[0].due is not None:
        return ()
    clause = clause_around(text, at, moments[-1].end, low, high)
    return tuple(Find(moment, Relation.ON) for moment in moments) if clause.opens_an_order() else ()


def _some_days_after(text: str, at: int, low: int, high: int) -> tuple[Find, ...]:
    """Some days after an event, told by the word "ngày" in it: "Sau 05 ngày làm việc kể từ khi kết thúc …"."""
    if at < low + 2 or text[at - 2] not in _ENDS_OF_AMOUNTS:
        return ()
    opening = _AFTER_AMOUNT.search(text, max(low, at - 32), at)
    amount = _UNITS_SINCE.match(text, at, high) if opening else None
    if opening is None or amount is None:
        return ()
    clause = clause_around(text, opening.start(), amount.end(), low, high)
    moment = Moment(start=opening.start(), end=amount.end())
    return (Find(moment, Relation.BY),) if clause.orders(weak=False) else ()


def _finished(text: str, at: int, low: int, high: int) -> tuple[Find, ...]:
    """Dates directly after "hoàn thành" or "xong", with a cue or without."""
    opening = _FINISHED.match(text, at, high)
    if opening is None:
        return ()
    finds = _with_any_cue(text, opening.end(), high)
    finds = finds or tuple(find for find in _bare(text, opening.end(), high) if not find.moment.is_long)
    if not finds:
        return ()
    clause = clause_around(text, at, finds[-1].moment.end, low, high)
    if clause.tells_a_fact() or (finds[0].moment.is_long and clause.names_a_figure()):
        return ()
    return _starting(finds, at)


def _with_any_cue(text: str, at: int, high: int) -> tuple[Find, ...]:
    return next((finds for cue in _CUES if (finds := _after_cue(text, at, high, cue))), ())


def _bare(text: str, at: int, high: int) -> tuple[Find, ...]:
    """Dates without a cue. Figures alone need a year, or they are a fraction ("Hoàn thành: 10/12 chỉ tiêu")."""
    moments = read_moments(text, at, high)
    if not moments or (text[at].isdigit() and (moments[0].due is None or moments[0].due.year is None)):
        return ()
    names_day = moments[0].impossible or (moments[0].due is not None and moments[0].due.day is not None)
    return tuple(Find(moment, Relation.BY if names_day else Relation.DURING) for moment in moments)


def _report_of_month(text: str, at: int, high: int) -> tuple[Find, ...]:
    """The words "báo cáo tháng 6" without a year: the report each June, and so a duty to make it."""
    match = _REPORT_OF_MONTH.match(text, at, high)
    moments = read_moments(text, match.end(), high) if match else ()
    if not moments or any(moment.due is None or moment.due.year is not None for moment in moments):
        return ()
    return _starting(tuple(Find(moment, Relation.DURING) for moment in moments), at)


def _recurring(text: str, at: int, low: int, high: int) -> tuple[Find, ...]:
    """A day of each month or year without a cue: "ngày 25 hàng tháng", where something is to be handed in."""
    if not _RHYTHM.search(text, at, min(at + 56, high)) or not _RECURRING.match(text, at, high):
        return ()
    moments = read_moments(text, at, high)
    if not moments or moments[0].recurring is None:
        return ()
    clause = clause_around(text, at, moments[-1].end, low, high)
    stretch = _STRETCH_BEFORE.search(text, max(clause.left, at - 40), at)
    if stretch or clause.is_schedule() or not clause.orders(weak=False):
        return ()
    return tuple(Find(moment, Relation.EVERY) for moment in moments)


def _starting(finds: tuple[Find, ...], start: int) -> tuple[Find, ...]:
    """The same finds, the first of them from ``start`` on."""
    if not finds:
        return ()
    first = finds[0]._replace(moment=evolve(finds[0].moment, start=start))
    return (first, *finds[1:])

"""Who acts and who is addressed in a sentence (chủ thể và nơi nhận): the units its words name, each with its role."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from operator import itemgetter
from typing import NamedTuple

from vstbpn.calendars.finding.moments import words
from vstbpn.organisations.names.unit_name import scan_leading_unit
from vstbpn.organisations.names.wording import CAPITALS, UNIT_END, UNIT_END_IN_CAPITALS, UNIT_START
from vstbpn.text import Folded, clean
from vstbpn.values import Passage


class Role(Enum):
    """What a unit is in its sentence."""

    ACTS = auto()
    IS_ADDRESSED = auto()


class _Cue(Enum):
    """What stands before a unit's name."""

    OPENING = auto()
    MARK = auto()
    ADDRESS = auto()
    ABOUT = auto()
    OTHER = auto()
    PURPOSE = auto()
    BRACKET = auto()


class Named(NamedTuple):
    """A unit named in a sentence; ``cue`` is where the words begin that give it its role."""

    role: Role
    cue: int
    start: int
    end: int
    passage: Passage


class Place(NamedTuple):
    """Where a date stands, in the folded text."""

    start: int
    end: int


_TOKEN = re.compile(
    r"(?P<opening>(?:[Gg]iao|[Đđ]ề\snghị|[Yy]êu\scầu|[Pp]hân\scông|[Rr]iêng|[Dd]o)(?:\snhiệm\svụ)?(?:\scho)?\s{1,3})"
    r"|(?P<address>(?:[Gg]ửi|[Nn]ộp|[Tt]rình|[Bb]áo\scáo|[Pp]hản\shồi|[Bb]àn\sgiao)(?:\s(?:ngay|nhanh|bằng\svăn\sbản))?(?:\s(?:về|đến|tới|cho|lên|với))?\s{1,3}(?:đồng\schí\s|đ/c\s)?)"
    r"|(?P<about>(?:về|cho|đến|tới|với)\s{1,3}(?:đồng\schí\s|đ/c\s)?)"
    r"|(?P<purpose>(?:để|nhằm)\s{1,3})"
    r"|(?P<other>(?:của|qua|cùng|tham\smưu|giúp|từ|tại|thuộc|gồm)\s{1,3})"
    r"|(?P<mark>và\s{1,3})"
    r"|(?P<bracket>\()"
)
_FIRST_WORDS = frozenset({
    "gửi", "Gửi", "nộp", "Nộp", "trình", "Trình", "báo", "Báo", "phản", "Phản", "bàn", "Bàn", "về", "cho", "đến", "tới", "với",
    "để", "nhằm", "của", "qua", "cùng", "tham", "giúp", "từ", "tại", "thuộc", "gồm", "và", "giao", "Giao", "đề", "Đề", "yêu",
    "Yêu", "phân", "Phân", "riêng", "Riêng", "do", "Do",
})  # fmt: skip
_NO_NAMES = frozenset({
    "kết", "tình", "việc", "thực", "danh", "hồ", "số", "nội", "nữ", "phụ", "trẻ", "năm", "tháng", "ngày", "quý", "trước", "sau",
    "vào", "theo", "hằng", "hàng", "và", "định", "xây", "triển", "tuyên", "rà", "đề", "đánh", "hoàn", "kịp", "nghiêm", "tăng",
    "nâng", "tham", "phối", "hướng", "góp", "không", "được", "phải", "có", "đạt", "là", "6", "06", "thời", "lập", "gửi", "nộp",
    "trình", "nhiệm", "sự", "điều", "phát", "kiểm", "thống", "sơ", "đảm", "tiếp", "tích", "xử", "quyết", "quyền", "nhận", "nếu",
    "khi", "từ", "để", "vì", "về", "với", "do", "trong", "trên", "đối", "đồng", "đến", "tới", "chậm", "muộn", "hạn", "nghị",
    "luật", "kinh", "cách", "liệt", "chức", "khoảng", "đưa", "duy", "đẩy", "rút", "riêng", "yêu", "giao", "đăng", "cập", "cung",
    "treo", "rồi", "này", "đó", "mục", "nêu", "bình", "bạo", "giới", "bản", "tin", "sản", "mọi",
})  # fmt: skip
"""Frequent words that begin no name: to look them up is faster than to try for a name there."""

_LONGEST_WORD = 8
_MARK = re.compile(r"[,:](?:\s{1,3}và)?\s{1,3}")
_CLOSING = frozenset(",:")
_CUES = {cue.name.casefold(): cue for cue in _Cue}
_REPORTING = re.compile(r"(?:[Cc]hế\sđộ|[Cc]ông\stác|[Tt]hời\s(?:gian|hạn)|[Nn]ội\sdung|[Tt]hông\stin(?:,|\svà)?)\s\Z")
"""Before "báo cáo" at the end of a line they make a heading of it."""

_BEGINS_SENTENCE = re.compile(r"(?:Các|Mỗi|Từng|Những|Toàn|Tất|Nhà|Cơ|Đơn|Thủ|Trưởng)(?!\w)")
_NOUN_BEFORE = re.compile(r"(?:[Cc]hương|[Cc]ông|[Qq]uy|[Qq]uá|[Tt]iến|[Ll]ộ|[Gg]iáo|[Hh]ành|[Ll]ịch|[Tt]huyết)\s\Z")
CLOSED = re.compile(r"[^()]{0,160}\)")
HANDING = re.compile(
    r"(?:ửi|ộp|áo\scáo|rình|huyển|hản\shồi|ăng\ský|ung\scấp|hông\sbáo|hông\stin|hản\sánh|iến\snghị|óp\sý|àn\sgiao|hanh\stoán|uyết\stoán"
    r"|ỬI|ỘP|ÁO\sCÁO)(?![^\W_])"
)
_REPORTED_WITH = words(r"(?<![^\W_])(?:báo cáo|đăng ký)(?: (?!phối|kết hợp|cùng|liên)[^\W\d_]{1,9}){0,12} $")
DOING = re.compile(
    r"(?:ửi|ộp|áo\scáo|rình|oàn\sthành|an\shành|ổng\shợp|ây\sdựng|ổ\schức|hực\shiện|lập|Lập|à\ssoát|iểm\stra|ánh\sgiá"
    r"|riển\skhai|hành\slập|iện\stoàn|ăng\ský|ung\scấp|huyển|ông\skhai|hê\sduyệt|hông\sbáo|ập\snhật)(?![^\W_])"
)
"""The ends of the words for what is to be done: without first letters the patterns run on literals alone."""

_CUT = re.compile(
    r"\s(?:kết\squả|tình\shình|danh\ssách|hồ\ssơ|số\sliệu|bằng|vào|qua|ngay|chậm|muộn|tại|ở|lên|kèm|đúng|mỗi|hạn|nội\sdung|dự\sthảo|"
    r"dự\stoán|phương\sán|nộp|chuyển|họp|kê\skhai|thanh\stoán|quyết\stoán|bàn\sgiao|hoàn\stất|mọi|những|một|việc|văn\sbản|bản|(?<!Sở\s)kế\shoạch|hằng|hàng|[0-9]{1,2}/)(?![^\W_])"
)
"""What follows a name in prose and is no part of it, beside what ends names everywhere."""

_CUT_IN_CAPITALS = re.compile(r"\s(?:GỬI|NỘP|BÁO\sCÁO|TRÌNH|HOÀN\sTHÀNH|TRƯỚC|CHẬM)(?![^\W_])")
NOT_ACTING = re.compile(
    r"(?:để|nhằm|theo(?!\sdõi)|khi|nếu|do|với|từ|trong|trước|sau|ngoài|về|là|năm|ngày|bị|cùng|trên|thông\squa|dựa|có\sliên\squan|bằng"
    r"|kết\squả|tình\shình|danh\ssách|hồ\ssơ|số\sliệu)(?![^\W_])"
)
_REPORT_OF = re.compile(
    r"(?:báo\scáo|hồ\ssơ|kế\shoạch|văn\sbản|danh\ssách|số\sliệu)(?:\s[^\W\d_]{1,9}){0,8}\s(?=của\s)", re.IGNORECASE
)
_HANDED_IN = re.compile(r"\s{1,3}(?:được\s|phải\s)?(?:gửi|nộp|chuyển)(?![^\W_])")
OPENING_MARKS = re.compile(
    r"[\s\-+•*#–—.,:;)/“\"]{0,20}(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[^\W\d_])[.)]\s{1,9})?[\s\-+•*–—]{0,20}(?:(?:và|hoặc)\s{1,3})?"
)
_MANY = r"(?:(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Nn]hững|[Tt]oàn\sthể)\s)"
_PERSON = re.compile(
    rf"(?:{_MANY}?(?:[Gg]iáo\sviên|[Cc]ông\schức|[Vv]iên\schức|[Kk]ế\stoán|[Tt]ổng\sphụ\strách|[Tt]rưởng\s(?:thôn|bản|ấp|khóm|khu|các))"
    rf"|{_MANY}(?:thôn|bản|ấp|khóm|xóm|buôn|khu\s(?:phố|vực)|[{CAPITALS}]{{3,8}}(?=\s[a-zđ]))|[{CAPITALS}]{{3,8}}(?=\s[a-zđ]))(?![^\W_])"
)
_NOT_OF_PERSONS = frozenset({_Cue.OTHER})
_PERSON_ALONE = re.compile(r"(?:[Tt]hành\sviên|[Cc]án\sbộ)(?![^\W_])")
_AND_STAFF = re.compile(
    r"(?:(?:,|,?\s{1,3}và)\s{1,3}(?:giáo\sviên|nhân\sviên|công\schức|viên\schức|học\ssinh|người\slao\sđộng|(?:đảng|đoàn|hội)\sviên)(?![^\W_])){1,6}"
)
"""Those named together with the staff: "Cán bộ, giáo viên, nhân viên"."""

_LONGEST_PERSON = 90
_ASSIGNED = re.compile(r"[Pp]hân\scông(?:\snhiệm\svụ)?(?:\scho)?\s{1,3}\Z")
_ONE_OF_THE_STAFF = re.compile(
    r"(?:cán\sbộ|công\schức|viên\schức|thành\sviên|(?:giáo\sviên|kế\stoán)\s(?:theo\sdõi|phụ\strách|làm))(?![^\W_])"
)
"""Whoever names one of the staff for a task ("Phân công công chức theo dõi") owes what is due, not the one named."""

_NEAR = 30
_WHOLE = re.compile(
    r"(?:các|mỗi|từng|những|giáo|công\schức|viên|kế|trưởng|tất\scả|toàn\sthể|nhà|hiệu|thủ|lãnh\sđạo|chủ\stịch|giám\sđốc|phó)(?![^\W_])"
)
ITEM_MARK = re.compile(r"\s{0,9}(?:#{1,6}\s{1,3})?([-+•*–]|(?:[0-9]{1,2}|[^\W\d_])[.)])")
_MANY_OF_THEM = re.compile(r"\s{1,3}(?P<each>các)\s{1,3}")
_PLACES = re.compile(
    rf"(?:[{CAPITALS}]|(?:thôn|bản|ấp|khóm|khu|xóm|buôn|làng|cấp|lớp|khối|điểm|lĩnh|tổ|chi|liên|cụm|nước|quốc)(?![^\W_]))"
)
_OF_MANY = re.compile(r"(?:Ban|Tổ|Hội|Liên|Trung|Tiểu|Hiệp|Văn)(?![^\W_])", re.IGNORECASE)
"""Bodies that may be called after many things: "Ban Quản lý các dự án", "Ban Chỉ đạo các chương trình"."""

_LABELLED_LINE = re.compile(
    r"\n\s{0,9}(?:[-+•*–]\s)?(?:Thời|Hạn|Đơn\svị|Cơ\squan|Phối|Sản|Kết|Kinh|Địa|Nơi|Người)\s[^:\n]{0,40}:"
)
_PLACE_OF = itemgetter(2, 1)
_WINDOW, _HEADING = 260, 60


class NameReader:
    """Reads who is named in the sentences of one text, of which the places of the dates are known.

    Args:
        folded: The text.
        dates: Where its dates stand, in reading order: no name goes on over a date.
    """

    def __init__(self, folded: Folded, dates: Sequence[Place]) -> None:
        self._folded = folded
        self._text = folded.text
        self._dates = dates

    def named(self, left: int, right: int) -> Iterator[Named]:
        """The units of a sentence that act or are addressed, in reading order."""
        text = self._text
        opening = OPENING_MARKS.match(text, left, right)
        done = start = opening.end() if opening else left
        purpose = acted = False
        for cue, at, after in self._cues(start, right):
            if after < done:
                continue
            if cue is _Cue.PURPOSE:
                purpose = True
                continue
            if cue is _Cue.BRACKET:
                done = max(done, self._past_bracket(after, right))
                continue
            found = self._name(cue, at, after, right)
            if found is None:
                continue
            passage, end = found
            done = end
            role = self._role(cue, at, Place(after, end), left)
            if role is Role.ACTS:
                if acted and text.startswith("do ", at):
                    continue
                purpose, acted = False, True
            if role and not (purpose and role is Role.IS_ADDRESSED):
                yield Named(role, at, after, end, passage)

    def _name(self, cue: _Cue, at: int, start: int, right: int) -> tuple[Passage, int] | None:
        """The name at a place, and where it ends; None for none, and for one that can have no role there."""
        text = self._text
        word = text[start : start + _LONGEST_WORD].replace("\n", " ").partition(" ")[0]
        if word.lower() in _NO_NAMES or (cue is _Cue.MARK and not _is_whole(text, start, right)):
            return None
        # Those merely mentioned are read only where a list may go on from them, or a report may be theirs.
        if cue is _Cue.OTHER and "," not in text[start : start + _WINDOW // 2] and not text.startswith("của", at):
            return None
        return self._unit(start, right) if UNIT_START.match(text, start, right) else self._person(cue, start, right)

    def _cues(self, start: int, right: int) -> Iterator[tuple[_Cue, int, int]]:
        """The places a unit may be named at: the opening, what stands behind telling words, and behind dates."""
        text = self._text
        cues = [(_Cue.OPENING, start, start)]
        lines: list[int] = []
        at = start
        # Looking words up is many times as fast as a pattern of all of them.
        for word in text[start:right].replace("\n", " ").split(" "):
            if word in _FIRST_WORDS or word[:1] == "(":
                token = _TOKEN.match(text, at, right)
                if token and "\n" in token[0]:
                    cues.extend(self._cue_of(token, lines))
                elif token:
                    cues.append((_CUES[token.lastgroup or ""], at, token.end()))
            elif word[-1:] in _CLOSING and (mark := _MARK.match(text, at + len(word) - 1, right)):
                cues.append((_Cue.MARK, mark.start(), mark.end()))
            at += len(word) + 1
        cues.extend(self._line_ends(start, right, lines))
        for date in self._dates_within(start, right):
            end = date.end
            while end < min(right, date.end + _HEADING) and text[end].isspace():
                end += 1
            cues.append((_Cue.MARK, date.end, end))
        return iter(sorted(cues, key=_PLACE_OF))

    def _cue_of(self, token: re.Match[str], lines: list[int]) -> Iterator[tuple[_Cue, int, int]]:
        """The cue telling words are; the line ends that "báo cáo" stands at are put into ``lines``."""
        line_end = self._line_ended_by(token)
        if line_end < 0:
            yield _CUES[token.lastgroup or ""], token.start(), token.end()
            return
        lines.append(line_end)
        if self._is_heading(token):
            yield _Cue.MARK, token.end() - 1, token.end()

    def _line_ends(self, start: int, right: int, told: Sequence[int]) -> Iterator[tuple[_Cue, int, int]]:
        """The ends of headings, but for those of which is already told what stands behind them."""
        line_end = self._text.find("\n", start, right)
        while line_end >= 0:
            if line_end not in told and _ends_heading(self._text, line_end):
                yield _Cue.MARK, line_end, line_end + 1
            line_end = self._text.find("\n", line_end + 1, right)

    def _line_ended_by(self, token: re.Match[str]) -> int:
        """Where a line ends with "báo cáo" that may be a heading's last word, addressing nobody; -1 for nowhere."""
        line_end = self._text.find("\n", token.start(), token.end())
        if line_end < 0 or token.lastgroup != "address" or not token[0].rstrip().endswith("cáo"):
            return -1
        return line_end if _ends_heading(self._text, line_end) or self._is_heading(token) else -1

    def _is_heading(self, token: re.Match[str]) -> bool:
        """Whether such a line is surely a heading, so that who stands in the next line is its subject."""
        text = self._text
        if _BEGINS_SENTENCE.match(text, token.end()):
            return True
        if _REPORTING.search(text, max(0, token.start() - 12), token.start()):
            return True
        start = text.rfind("\n", max(0, token.start() - _HEADING), token.start()) + 1
        mark = ITEM_MARK.match(text, start, token.start())
        return mark is not None and not text[mark.end() : token.start()].strip()

    def _dates_within(self, start: int, end: int) -> Iterator[Place]:
        first = bisect_left(self._dates, (start, 0))
        for number in range(first, len(self._dates)):
            if self._dates[number].start >= end:
                return
            yield self._dates[number]

    def _past_bracket(self, after: int, right: int) -> int:
        """The end of a bracket that holds no date: those named in it have no part in what is due."""
        closed = CLOSED.match(self._text, after, right)
        if closed is None or any(True for _ in self._dates_within(after, closed.end())):
            return after
        return closed.end()

    def _unit(self, start: int, right: int) -> tuple[Passage, int] | None:
        """The unit named at a place, and where its name ends."""
        text = self._text
        limit = min(right, start + _WINDOW)
        for date in self._dates_within(start, limit):
            limit = min(limit, date.start)
        limit = _line_end(text, start, limit)
        limit = _before_things(text, start, limit)
        if text[start : start + _NEAR].isupper() and (verb := _CUT_IN_CAPITALS.search(text, start + 2, limit)):
            limit = verb.start()
        cut = _CUT.search(text, start + 2, limit)
        passage = scan_leading_unit(self._folded, start, cut.start() if cut else limit)
        if passage is None or passage.span is None:
            return None
        end = self._folded.index(passage.span.end)
        if "," in passage.text:
            *first, last = text[start:end].split(",")
            if last.strip().casefold() in {part.strip().casefold() for part in first}:
                end -= len(last) + 1
                passage = Passage(text=clean(text[start:end]), span=self._folded.span(start, end))
        return passage, end

    def _person(self, cue: _Cue, start: int, right: int) -> tuple[Passage, int] | None:
        """Those who are no unit but act like one: a teacher, a village, a body in letters alone."""
        text = self._text
        if cue in _NOT_OF_PERSONS or not (
            _PERSON.match(text, start, right) or (cue is not _Cue.MARK and _PERSON_ALONE.match(text, start, right))
        ):
            return None
        if _ASSIGNED.search(text, max(0, start - _NEAR), start) and _ONE_OF_THE_STAFF.match(text, start, right):
            return None
        limit = _line_end(text, start, min(right, start + _LONGEST_PERSON))
        end = UNIT_END.search(text, start + 2, limit)
        cut = _CUT.search(text, start + 2, end.start() if end else limit)
        if end and (staff := _AND_STAFF.match(text, end.start(), limit)) and not (cut and cut.start() < end.start()):
            end = UNIT_END.search(text, staff.end(), limit)
            cut = _CUT.search(text, staff.end(), end.start() if end else limit)
        stop = cut.start() if cut else end.start() if end else limit if text.startswith("\n", limit) else -1
        while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ",;"):
            stop -= 1
        if stop <= start:
            return None
        return Passage(text=clean(text[start:stop]), span=self._folded.span(start, stop)), stop

    def _is_of_header(self, name: Place, follows: int) -> bool:
        """Whether a name in capitals has its line alone and no duty in the next: the header of a document."""
        text = self._text
        if "\n" not in text[name.end : follows] or not text[name.start : name.end].isupper():
            return False
        if ITEM_MARK.match(text, text.rfind("\n", max(0, name.start - _HEADING), name.start) + 1, name.start):
            return False
        return UNIT_END_IN_CAPITALS.match(text, follows) is None or text[follows : follows + 4].isupper()

    def _role(self, cue: _Cue, at: int, name: Place, left: int) -> Role | None:
        text = self._text
        follows = name.end
        while follows < min(len(text), name.end + _HEADING) and text[follows].isspace():
            follows += 1
        letter = text[follows : follows + 1]
        if cue is _Cue.OPENING:
            if self._is_of_header(name, follows):
                return None
            return Role.ACTS if letter.isalpha() or (letter and letter in ",:(") else None
        if cue is _Cue.MARK:
            acts = letter.islower() and not NOT_ACTING.match(text, follows)
            return Role.ACTS if acts or (letter == ":" and text[at] != ",") else None
        if cue is _Cue.ADDRESS:
            return None if _NOUN_BEFORE.search(text, max(0, at - 9), at) else Role.IS_ADDRESSED
        if cue is _Cue.ABOUT:
            handing = _REPORTED_WITH if text.startswith("với", at) else HANDING
            return Role.IS_ADDRESSED if handing.search(text, max(left, at - _WINDOW), at) else None
        if cue is _Cue.OTHER and text.startswith("của", at) and _HANDED_IN.match(text, name.end):
            opening = OPENING_MARKS.match(text, left, at)
            return Role.ACTS if opening and _REPORT_OF.match(text, opening.end(), at + 4) else None
        return None


def _before_things(text: str, start: int, limit: int) -> int:
    """Where a name ends before "các" and what is no unit: "báo cáo Sở các vụ việc", not "UBND các xã"."""
    if text.find("các", start + 2, limit) < 0 or _OF_MANY.match(text, start):
        return limit
    for many in _MANY_OF_THEM.finditer(text, start, limit):
        if not (UNIT_START.match(text, many.start("each")) or _PLACES.match(text, many.end())):
            return many.start()
    return limit


def _line_end(text: str, start: int, limit: int) -> int:
    """Where a line ends from which no name goes on into the next: that of a short heading, or one with a label after it."""
    end = text.find("\n", start, limit)
    return end if end >= 0 and (_ends_heading(text, end) or _LABELLED_LINE.match(text, end)) else limit


def _ends_heading(text: str, at: int) -> bool:
    """Whether the line that ends at a place is a short heading: it is numbered, or all in capitals."""
    start = text.rfind("\n", max(0, at - _HEADING), at) + 1
    if not start and at >= _HEADING:
        return False
    if text[at + 1 : at + 2].islower():
        return False
    line = text[start:at].strip()
    return line.isupper() or (ITEM_MARK.match(line) is not None and line[-1] not in ",;-")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name is one by itself, no later part of a list: "hướng dẫn các địa phương, đơn vị tổ chức"."""
    return text[start : start + 1].isupper() or bool(_WHOLE.match(text, start, end))

"""Where the name of an issuing body ends in prose (tên cơ quan ban hành).

No list of bodies is consulted: Vietnamese capitalises the first syllable of each proper word, and what else belongs
to a body's name is a small stock of common words, or the field of a head that says none ("Hội đồng tuyển dụng viên
chức").
"""

import re

from vstbpn.references.finding.act_openings import AN_ACT, ANOTHER_ACT, MAY_OPEN_AN_ACT, OPENS_AN_ACT
from vstbpn.references.finding.blanks import BLANK_LINE, has_blank_line, spaced
from vstbpn.references.finding.body_words import Kind, Word, ends_field, opens_no_field, phrase_of, word_of
from vstbpn.text import CAPITAL

_NAME = rf"{CAPITAL}[^\W\d_]*(?!\w)"
_USUAL = re.compile(
    r"(?:(?:Thủ tướng )?Chính phủ|(?:[UỦ][ỷy] ban Thường vụ )?Quốc hội|Bộ Chính trị|Văn phòng Chính phủ|"
    r"Ban (?:Bí thư|Chấp hành)(?: Trung ương(?: Đảng)?)?(?: [Kk]h(?:óa|oá) [IVX]{1,6}(?!\w))?|(?:Bộ trưởng )?Bộ (?:FIELD)|"
    r"(?:(?:Giám đốc )?Sở|Phòng) (?:FIELD)(?: (?:tỉnh|huyện|quận|[Tt]hành phố|thị xã))?(?: NAME){0,3}|"
    r"(?:Chủ tịch )?(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Hội đồng nhân dân)"
    r" (?:tỉnh|huyện|quận|[Tt]hành phố|thị xã|xã|phường|thị trấn|đặc khu)(?: NAME){0,3}|"
    r"(?:Ban Thường vụ )?(?:Tỉnh|Thành|Huyện|Quận) (?:ủy|uỷ)(?: NAME){0,3})"
    r"(?=[;:)]|\.(?:\s|\Z)|\Z|\n[ ]{0,12}\n|, (?!huyện|quận|thị xã|thành phố|tỉnh|CAPITAL)[^\W\d_]|"
    r"[ \n](?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|triển khai|thực hiện|tại)(?!\w))".replace(
        "FIELD",
        r"Nội vụ|Y tế|Tài chính|Tư pháp|Xây dựng|Công an|Quốc phòng|Giáo dục và Đào tạo|GD&ĐT|GDĐT|Khoa học và Công nghệ|"
        r"Lao động - Thương binh và Xã hội|Thông tin và Truyền thông|Kế hoạch và Đầu tư|Văn hóa, Thể thao và Du lịch",
    )
    .replace("NAME", _NAME)
    .replace("CAPITAL", CAPITAL)
)
"""The names of most issuers before what mostly follows. It gives what reading word by word gives, but sooner."""

_WORD = re.compile(r"[^\W\d_][\w&]*(?:['’][^\W\d_]+)?|[0-9]+(?:/[0-9]+)?")
_NEXT = re.compile(
    r"(?:(?P<dash>[ \n]{0,3}[-–][ \n]{0,3})|(?P<comma>,[ \n]{1,3})|(?P<and> & )|(?P<blank>[ \n]{1,12}))"
    r"(?P<word>[^\W\d_][\w&]*(?:['’][^\W\d_]+)?|[0-9]+(?:/[0-9]+)?)"
)
_NEXT_USUAL = re.compile(r"[ ]([^\W\d_][\w&]*(?![\w&'’]))")
_AND = frozenset(["và", "của", "VÀ"])
_FOLLOWING = spaced(" ")
_SHORTENED = re.compile(r"(?<!\w)(?:TP|Tp|TX|Tx|tp|tx|[QPH])\.[ \n]?(?=[^\W\d_]|[0-9])")
_SHORT_RANKS = frozenset(["tp", "tx", "q", "p", "h"])
"""The short words of a territory's rank, written with a dot ("UBND TP. Hồ Chí Minh")."""

_TERM = spaced(r" \((?:[Kk]h(?:óa|oá)|KH(?:ÓA|OÁ)|nhiệm kỳ) [0-9IVXLC]{1,6}(?:~[-–]~[0-9]{2,4})?\)")
"""The term of a body in brackets: "Bộ Chính trị (khóa XI)"."""

_RANK = r"(?:tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|xã(?! hội)|phường)"
_SMALL_FIELD = (
    r"(?:giáo dục|y tế|nội vụ|tài chính|tư pháp|công thương|lao động|văn hóa|văn hoá|nông nghiệp|tài nguyên|khoa học|kế hoạch và đầu|"
    r"thông tin và|giao thông|ngoại vụ|dân tộc)(?!\w)"
)
_LOWER_CASE_HEAD = spaced(
    r"liên (?:[Bb]ộ|[Ss]ở|[Nn]gành)(?!\w)|"
    r"(?:chính phủ|quốc hội|thủ tướng chính phủ|bộ chính trị|ban bí thư|nhà trường|(?:đảng|tỉnh|thành|huyện|quận) (?:ủy|uỷ)|"
    r"[uủ][ỷy] ban nhân dân|hội đồng nhân dân|(?:phòng|sở) giáo dục (?:và )?đào tạo|"
    r"(?:sở|phòng) (?:y tế|nội vụ|tài chính|tư pháp|công thương|ngoại vụ|giáo dục))(?!\w)|"
    rf"(?:công đoàn(?: cơ sở| giáo dục)?|chi bộ|đảng bộ|công an|liên đoàn lao động|hội (?:liên hiệp )?phụ nữ|hội cựu chiến binh|"
    rf"hội nông dân|trung tâm y tế|bảo hiểm xã hội|kho bạc nhà nước)(?= (?:{CAPITAL}|(?:{_RANK}|trường|ngành)(?!\w)))|"
    r"(?:bộ|sở|phòng|ban|thủ tướng|bộ trưởng|giám đốc|chủ tịch|hiệu trưởng|[uủ][ỷy] ban|hội đồng|trường|trung tâm|văn phòng|chi cục|"
    rf"trưởng phòng|trưởng ban)(?= (?:nhân dân )?{CAPITAL})|"
    rf"trường(?= (?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|cao đẳng|đại học) (?:{CAPITAL}|[0-9]))"
)
"""What opens a name written in small letters: a whole name, or a head before a proper word or a territory."""

_NO_OPENING = frozenset(["các", "những", "cán", "đơn", "địa", "người", "trẻ", "pháp", "cơ", "tổ", "đồng", "cấp", "phụ"])
"""Words that prose goes on with after "của": no name in small letters opens with them."""

_BODY_HEADS = frozenset([
    "Ban", "Bộ", "Sở", "Ủy", "Uỷ", "UBND", "HĐND", "Phòng", "Công", "Hội", "Liên", "Tỉnh", "Thành", "Huyện", "Quận",
    "Trường", "Văn", "Chủ", "Giám",
])  # fmt: skip
_NO_HEADS = spaced(r"(?:Các|Những|Một|Đối|Trong|Khi|Về|Tiếp|Tổ|Phối|Nội dung|Căn|Theo)(?!\w)")
"""Words that open an item or a remark after a dash rather than the next part of a name."""

_AFTER_A_WRAPPED_DASH = spaced(
    r"(?:Thương binh|Xã hội|Vũng Tàu|Đào tạo|Giáo dục thường xuyên|Kế hoạch h(?:óa|oá))(?!\w)"
)
_LARGER_TERRITORY = spaced(r"(?:huyện|quận|thị xã|[Tt]hành phố|tỉnh|TP\.?|Tp\.?) (?=(?P<proper>[^\W\d_])|[0-9])")
_LIST_OF_WORDS = spaced(r"[^\W\d_]+(?: [^\W\d_]+){0,2},? (?:và )?[^\W\d_]")
_SECOND_TITLE = spaced(r"(?:Chủ nhiệm|Chủ tịch|Bộ trưởng|Tổng [Tt]hanh tra|Trưởng [Bb]an) (?=[^\W\d_])")
_SECRETARIAT = spaced(r"Ban [Bb]í thư(?!\w)")
_SCHOOL_NUMBER = spaced(r"số [0-9]{1,2}(?![\w/.-])|[0-9]{1,2}[-.][0-9]{1,2}(?![\w/.-])")
"""What names some schools: "Trường THPT số 2", "Trường Mầm non 20-10"."""

_FIELD_GAP = re.compile(
    r"(?:(?=[ \n])[ ]{0,3}\n?[ ]{0,3}|[ ]{1,3}[-–](?:[ ]{1,3}|\n)|,[ \n](?=chống|chữa))(?=[^\W\d_])"
)
_TERRITORY_AHEAD = spaced(
    rf"(?:{_RANK}|ngành|trường)(?![^\W\d_])(?= {CAPITAL}| [0-9]|~\Z|~[;.,:)]| (?:{_RANK}|về|ban hành|năm|trực thuộc)(?!\w))"
)
_WORKING_FIELD = spaced(
    r"(?:công tác|phòng,? chống|xây dựng nông thôn mới|chuyển đổi số|cải cách hành chính|phổ cập giáo dục)(?!\w)"
)
"""Fields that sound like deeds; behind a head that leaves its field open they are none."""

_NO_FIELDS = frozenset([
    "Chương", "Kế", "Nghị", "Luật", "Đề", "Quyết", "Thông", "Tháng", "Ngày", "Chiến", "Dự", "Chỉ", "Pháp", "Hiến", "Công", "Hướng",
])  # fmt: skip
"""Words that open the name of an act or a programme: the words before them say what the body does."""

_A_PROGRAMME = spaced(
    r"(?:Chương trình|Đề án|Dự án|Chiến lược|Nghị (?:quyết|định)|Chỉ thị|Kế hoạch(?! và)|Kết luận)(?!\w)"
)
_NOT_IN_CAPITALS = frozenset(["VỀ", "TẠI", "NGÀY", "SỐ", "NĂM", "THEO", "TRONG", "ĐẾN", "TRÊN"])
_MOST_WORDS = 40
_MOST_WORDS_OF_FIELD = 12


def read_body(text: str, start: int, end: int, *, joint: bool = False) -> int | None:
    """Where the body's name that begins at ``start`` ends, or None where no name begins there.

    Folded text; the name may run over a line end, but not over a blank line.

    Args:
        text: Folded text.
        start: Where the first word of the name stands.
        end: Where the text to be read ends.
        joint: Whether the act is of several bodies, whose names then stand in one list.

    >>> text = "Bộ Lao động - Thương binh và Xã hội hướng dẫn thi hành"
    >>> text[: read_body(text, 0, len(text))]
    'Bộ Lao động - Thương binh và Xã hội'
    """
    if usual := _USUAL.match(text, start, end):
        return usual.end()
    first = _WORD.match(text, start, end)
    if not first or first[0] in _NO_OPENING or AN_ACT.match(text, start, end):
        return None
    reader = _Reader(text, end, joint=joint, capitals=_is_in_capitals(text, start, end))
    small = not first[0][0].isupper()
    taken = reader.take_lower_case_head(start) if small else reader.take(first[0], start, first.end())
    if taken is None:
        return None
    done = taken
    for _ in range(_MOST_WORDS):
        following = reader.next_word(done)
        taken = following and reader.take(*following)
        if not taken:
            break
        done = taken
    term = _TERM.match(text, done, end)
    return term.end() if term else done


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a name is set in capitals: its first words, and not what stands behind a blank line."""
    words = BLANK_LINE.split(text[start : min(end, start + 24)], maxsplit=1)[0].split()[:4]
    return " ".join(words).isupper()


class _Reader:
    """The reading of one name word by word: what the words so far allow to follow."""

    __slots__ = (
        "after_title",
        "capitals",
        "end",
        "joint",
        "of_school",
        "of_territory",
        "open",
        "proper",
        "tail",
        "text",
    )

    def __init__(self, text: str, end: int, *, joint: bool, capitals: bool) -> None:
        self.text = text
        self.end = end
        self.joint = joint
        self.capitals = capitals
        self.tail = False  # One lower-case syllable may follow, the second of a proper word ("Nội vụ").
        self.proper = False  # The last word is a capitalised syllable that may open the name of a person or place.
        self.of_territory = False  # The rank or name of a territory was read last; such names are all capitals.
        self.open: Kind | None = None  # HEAD behind a head without a field, FIELD behind its first words.
        self.of_school = False
        self.after_title = False

    def take(self, written: str, at: int, past: int) -> int | None:
        """How far the name goes on with this word, or None where it does not belong to the name."""
        word = word_of(written)
        text = self.text
        if word.stops and word.stops.match(text, at, self.end) and not (word.names_field and self.open is Kind.HEAD):
            return None
        if word.programme and self._opens_a_programme(word.key, at):
            return None
        if word.phrases and (phrase := word.phrases.match(text, at, self.end)):
            self._note(phrase[0])
            return phrase.end()
        self.after_title = False
        if word.ordinal and text[max(0, at - 16) : at].rstrip().endswith("thứ"):
            self.tail = self.proper = self.of_territory = False
            return past
        if self.capitals:
            self.of_territory = self._is_shortened(word, at)
            proper = written.isupper() or written[0].isdigit()
            return past if proper and written not in _NOT_IN_CAPITALS else None
        if word.upper:
            self._note_upper(word, at)
            return past
        return self._take_number(at, past) if word.digits else self._take_small(word, written, at, past)

    def take_lower_case_head(self, at: int) -> int | None:
        """How far the name goes with what opens it in small letters: "liên Bộ", "sở Tài chính", "chính phủ"."""
        head = _LOWER_CASE_HEAD.match(self.text, at, self.end)
        if not head:
            return None
        self.of_school = head[0] == "trường"
        self.of_territory = head[0].endswith((" ủy", " uỷ"))
        return head.end()

    def _note(self, written: str) -> None:
        """What follows a stock phrase."""
        phrase = phrase_of(written)
        self.of_territory = phrase.kind is Kind.TERRITORY
        self.tail = phrase.upper_word and not self.capitals
        self.proper = False
        self.after_title = phrase.is_title
        self.of_school = self.of_school or phrase.of_school
        if phrase.kind is Kind.HEAD:
            self.open = Kind.HEAD
        elif phrase.kind is not Kind.FIELD:
            self.open = None
        elif self.open is Kind.HEAD:
            self.open = Kind.FIELD

    def _note_upper(self, word: Word, at: int) -> None:
        """What follows a capitalised word that is no stock phrase."""
        self.of_territory = self.of_territory or self._is_shortened(word, at)
        self.of_school = self.of_school or word.of_school
        named = self.proper and word.proper  # "Gia Lai", "Lê Lợi": the name of a person or a place is whole.
        self.tail = not (word.acronym or named or self.of_territory)
        self.proper = word.proper
        if named or self.of_territory:
            self.open = None
        elif self.open is Kind.HEAD:
            self.open = Kind.FIELD

    def _opens_a_programme(self, key: str, at: int) -> bool:
        """Whether the title of the act begins here: "UBND tỉnh Kế hoạch hành động", but "Sở Kế hoạch và Đầu tư"."""
        if self.open or (key == "kế" and not self.of_territory):
            return False
        return _A_PROGRAMME.match(self.text, at, self.end) is not None

    def _is_shortened(self, word: Word, at: int) -> bool:
        return word.key in _SHORT_RANKS and _SHORTENED.match(self.text, at, self.end) is not None

    def _take_number(self, at: int, past: int) -> int:
        number = self.of_school and _SCHOOL_NUMBER.match(self.text, at, self.end)
        self.tail = self.proper = False
        return number.end() if number else past

    def _take_small(self, word: Word, written: str, at: int, past: int) -> int | None:
        """A word in small letters: the second syllable of a proper word, the number of a school, or of the field."""
        if self.of_school and word.key == "số":
            number = _SCHOOL_NUMBER.match(self.text, at, self.end)
            return number.end() if number else None
        if self.tail and word.may_be_tail:
            self.tail = self.proper = False
            return past
        taken = self._field(written, at) if self.open else None
        if taken:
            self.tail = self.proper = False
            self.open = Kind.FIELD
        return taken

    def _field(self, first: str, at: int) -> int | None:
        """Where common words end that say the field of the body whose head was read.

        They lead on to a territory or a further proper word ("Kiểm soát bệnh tật tỉnh"). A head that says no field has
        one in any case ("Hội đồng quản trị"); so has one that works at something ("công tác gia đình").
        """
        works = _WORKING_FIELD.match(self.text, at, self.end)
        if not works and opens_no_field(first, of_head=self.open is Kind.HEAD):
            return None
        text, end = self.text, self.end
        done = past = at
        last = ""
        for count in range(_MOST_WORDS_OF_FIELD):
            word = _WORD.match(text, past, end)
            if not word or word[0][0].isdigit():
                break
            if word[0][0].isupper():
                return done if count and word[0] not in _NO_FIELDS else None
            if last in {"các", "những"} and _TERRITORY_AHEAD.match(text, past, end):
                return None
            if count and _TERRITORY_AHEAD.match(text, past, end):
                return done
            if self._ends_field(word):
                break
            done, last = word.end(), word[0]
            gap = _FIELD_GAP.match(text, done, end)
            if not gap:
                break
            past = gap.end()
        else:
            return None
        whole = self.open is Kind.HEAD or works
        return done if whole and at < done and first not in {"các", "những"} else None

    def _ends_field(self, word: re.Match[str]) -> bool:
        if ends_field(word[0]):
            return True
        stops = word_of(word[0]).stops
        return stops is not None and stops.match(self.text, word.start(), self.end) is not None

    def next_word(self, at: int) -> tuple[str, int, int] | None:
        """The next word of the name, or None where it ends: there, or where an act or a provision begins."""
        found = self._word_after(at)
        if found and found[0] in MAY_OPEN_AN_ACT and OPENS_AN_ACT.match(self.text, found[1], self.end):
            return None
        return found

    def _word_after(self, at: int) -> tuple[str, int, int] | None:
        """The word past a blank, a hyphen, "và", "của" or a comma between proper words."""
        text, end = self.text, self.end
        if usual := _NEXT_USUAL.match(text, at, end):
            found = (usual[1], at + 1, usual.end())
            return self._after_and(*found) if usual[1] in _AND else found
        following = _NEXT.match(text, at, end)
        if not following:
            return self._after_dot(at)
        dash, comma, both, blank, written = following.groups()
        at_word, past = following.span("word")
        found = (written, at_word, past)
        if (gap := blank or dash) and "\n" in gap and has_blank_line(text, at, at_word):
            return None
        if blank:
            return self._after_and(*found) if written in _AND else found
        if comma:
            goes_on = self._goes_on_after_comma(*found)
        elif dash:
            goes_on = self._goes_on_after_dash(written, at_word, dash)
        else:
            goes_on = both is not None and written[0].isupper()
        self.of_territory = self.of_territory and bool(dash)
        return found if goes_on else None

    def _after_dot(self, at: int) -> tuple[str, int, int] | None:
        """The word behind the dot of a shortened rank: "TP.HCM", "TP. Hồ Chí Minh"."""
        text, end = self.text, self.end
        if not self.of_territory or text[at : min(end, at + 1)] != ".":
            return None
        dot = _SHORTENED.search(text, max(0, at - 2), min(end, at + 3))
        word = _WORD.match(text, dot.end(), end) if dot and dot.start() <= at < dot.end() else None
        return (word[0], word.start(), word.end()) if word else None

    def _after_and(self, joining: str, at: int, past: int) -> tuple[str, int, int] | None:
        """After "và" and "của" a name goes on with a proper word that opens no other act, or the rest of a field."""
        text, end = self.text, self.end
        own = word_of(joining.casefold()).phrases
        if own and own.match(text, at, end):
            return joining, at, past
        following = _FOLLOWING.match(text, past, end)
        word = following and _WORD.match(text, following.end(), end)
        if not word or ANOTHER_ACT.match(text, word.start(), min(end, word.start() + 48)):
            return None
        found = (word[0], word.start(), word.end())
        if word[0][0].isupper():
            return found
        phrases = word_of(word[0]).phrases
        known = phrases is not None and phrases.match(text, word.start(), end) is not None
        if joining == "của":
            return found if known else None
        if self.open is not Kind.FIELD or known or word[0] in _NO_OPENING:
            return None
        self.tail = False
        self.open = Kind.HEAD
        return found

    def _goes_on_after_comma(self, written: str, at: int, past: int) -> bool:
        """After a comma come the larger territory, the next of several bodies or a list that closes with "và"."""
        text, end = self.text, self.end
        larger = _LARGER_TERRITORY.match(text, at, end)
        if larger and self.of_territory:
            return not larger["proper"] or larger["proper"].isupper()
        if not written[0].isupper():
            return False
        if self.after_title and _SECOND_TITLE.match(text, at, end):
            return True
        if written in _BODY_HEADS:
            return self.joint or self._is_politburo_and_secretariat(at)
        # "Bộ Văn hóa, Thể thao và Du lịch".
        return bool(_LIST_OF_WORDS.match(text, at, end)) and " và " in text[past : min(end, past + 16)]

    def _is_politburo_and_secretariat(self, at: int) -> bool:
        before = self.text[max(0, at - 20) : at].casefold().replace(",", " ").split()
        return before[-2:] == ["chính", "trị"] and _SECRETARIAT.match(self.text, at, self.end) is not None

    def _goes_on_after_dash(self, written: str, at: int, dash: str) -> bool:
        if written[0].isdigit():
            return len(written) == 4 and self.text[at - len(dash) - 1].isdigit()  # "nhiệm kỳ 2020-2025"
        if not written[0].isupper():
            if self.open is None or dash[0] != " " or dash[-1] != " ":
                return False
            self.tail = False
            self.open = Kind.HEAD
            return True  # "Thi đua - khen thưởng"
        if _NO_HEADS.match(self.text, at, self.end):
            return False
        # A dash that opens a line is the mark of an item, save where a well-known name was wrapped.
        opens_line = "\n" in dash[: len(dash) - len(dash.lstrip())]
        return not opens_line or bool(_AFTER_A_WRAPPED_DASH.match(self.text, at, self.end))

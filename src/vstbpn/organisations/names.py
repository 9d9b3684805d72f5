"""Names of units as written (tên đơn vị): read, told apart by kind, compared, and found at the head of a task."""

import re
from functools import cache

from vstbpn.catalogue.tables import issuers, provinces
from vstbpn.organisations.abbreviations import expand
from vstbpn.organisations.kinds import UnitKind
from vstbpn.organisations.wording import (
    LABEL,
    OPENER,
    PERSON_START,
    TAKES_VERB_AS_NAME,
    TRAILING,
    UNIT_END,
    UNIT_END_IN_CAPITALS,
    UNIT_START,
    VERBS_AS_NAME,
)
from vstbpn.text import Folded, clean, comparison_key, fold
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
        return _key(self.canonical)


def read_unit_name(text: str) -> UnitName:
    """Read a name as written. Any text has an answer; what is no unit has no kind.

    >>> name = read_unit_name("Phòng GD&ĐT huyện Thoại Sơn")
    >>> name.canonical, name.kind
    ('Phòng Giáo dục và Đào tạo huyện Thoại Sơn', UnitKind.DIVISION)
    >>> name.key == read_unit_name("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THOẠI SƠN").key
    True
    """
    written = clean(fold(text).text)
    canonical = _canonical(written)
    return UnitName(text=written, canonical=canonical, kind=_kind(_key(canonical)))


def name_key(text: str) -> str:
    """The key of a name, without the trouble of telling its kind.

    >>> name_key("Ban VSTBPN tỉnh") == name_key("Ban vì sự tiến bộ phụ nữ tỉnh")
    True
    """
    return _key(_canonical(clean(fold(text).text)))


_EDGES = ' \t-–+•*.,;:/"“”'
_AND = re.compile(r"\s?&\s?")
_OF_WOMEN = re.compile(r"(tiến\s+bộ)\s+(phụ\s+nữ)", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s?[-–,.]\s|\s[-–]")


def _canonical(written: str) -> str:
    name = clean(_OF_WOMEN.sub(r"\1 của \2", _AND.sub(" và ", expand(written.strip(_EDGES))))).strip(_EDGES)
    return name[:1].upper() + name[1:]


def _key(canonical: str) -> str:
    """Commas and dashes between words are left out: documents set them as they like in names such as Lao động - Thương binh."""
    return clean(_SEPARATORS.sub(" ", comparison_key(canonical)))


_MANY = re.compile(r"(?:tất cả )?(?:các|những|mỗi|từng) ")
_KINDS = tuple(
    (re.compile("|".join(patterns)), kind)
    for kind, *patterns in (
        (UnitKind.WOMENS_ADVANCEMENT, "(?:ban|ủy ban quốc gia|tiểu ban) vì sự tiến bộ"),
        (UnitKind.PRIME_MINISTER, "thủ tướng"),
        (UnitKind.GOVERNMENT, "chính phủ"),
        (UnitKind.NATIONAL_ASSEMBLY, "quốc hội", "ủy ban thường vụ quốc hội"),
        (
            UnitKind.MINISTERIAL_AGENCY,
            "(?:văn phòng|thanh tra) chính phủ",
            "ngân hàng nhà nước(?: việt nam)?$",
            "ủy ban dân tộc$",
        ),
        (
            UnitKind.PARTY,
            "(?:đảng|tỉnh|thành|huyện|quận|thị|quân|cấp|chi) ủy",
            "(?:đảng|chi) bộ",
            "bộ chính trị",
            "ban bí thư",
            "ban cán sự đảng",
            "đảng đoàn",
            "trung ương đảng",
            "ủy ban kiểm tra",
            "ban chấp hành (?:trung ương(?: đảng)?$|đảng bộ)",
            r"(?:văn phòng|ban [^\W\d_]{1,7} [^\W\d_]{1,7}(?: và dân vận)?) (?:trung ương|(?:tỉnh|thành|huyện|quận|thị) ủy)",
        ),
        (
            UnitKind.MASS_ORGANISATION,
            "công đoàn",
            "(?:tổng )?liên đoàn lao động",
            "hội (?:liên hiệp|phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ)",
            "đoàn thanh niên",
            "(?:huyện|tỉnh|thành|quận|xã|phường|chi) đoàn",
            "chi hội",
            "trung ương (?:đoàn|hội)",
            "(?:ủy ban (?:trung ương )?)?mặt trận",
            "đoàn chủ tịch",
            "ban chấp hành (?:công đoàn|đoàn|hội)",
        ),
        (UnitKind.PEOPLES_COUNCIL, "hội đồng nhân dân"),
        (UnitKind.PEOPLES_COMMITTEE, "ủy ban nhân dân"),
        (UnitKind.OTHER, "bộ (?:chỉ huy|tư lệnh|đội)"),
        (UnitKind.OFFICE, "bộ (?:phận|môn)"),
        (UnitKind.MINISTRY, r"bộ (?!luật|máy|tiêu|chỉ|tài liệu|quy|câu|công cụ|đề|hồ|sách|dữ)\w"),
        (UnitKind.DEPARTMENT, r"sở(?! hữu| thích)(?:$| \w)"),
        (
            UnitKind.OFFICE,
            r"phòng(?! ?(?:chống|ngừa|tránh|bệnh|cháy)\b)(?:$| \w)",
            "văn phòng(?! phẩm)",
            r"khoa(?! học\b)(?:$| \w)",
            r"tổ(?! chức\b| quốc\b)(?:$| \w)",
            r"vụ(?! việc| án)(?:$| \w)",
        ),
        (
            UnitKind.SCHOOL,
            "(?:nhà )?trường(?! hợp)",
            "học viện",
            "đại học",
            "cơ sở giáo dục",
            "trung tâm giáo dục",
        ),
        (UnitKind.PROVINCE, r"tỉnh \w"),
        (UnitKind.DISTRICT, r"(?:huyện|quận|thị xã) \w"),
        (UnitKind.COMMUNE, r"(?:xã(?! hội)|phường|thị trấn|đặc khu) \w"),
    )
)
_IN_PROVINCE = re.compile(r"(?:các )?tỉnh\b|cấp tỉnh\b")
_IN_DISTRICT = re.compile(r"(?:các )?(?:huyện|quận|thị xã)\b|cấp huyện\b")
_IN_COMMUNE = re.compile(r"(?:các )?(?:xã|phường|thị trấn|đặc khu)\b|cấp xã\b")
_DISTRICT_OF = re.compile(r"\b(?:huyện|quận|thị xã)\b")


def _kind(key: str) -> UnitKind | None:
    key = _MANY.sub("", key, count=1) if _MANY.match(key) else key
    if key.startswith("thành phố "):
        return UnitKind.PROVINCE if key in _cities() else UnitKind.DISTRICT
    kind = next((kind for pattern, kind in _KINDS if pattern.match(key)), None)
    if kind is None:
        return UnitKind.OTHER if UNIT_START.match(key) and not PERSON_START.match(key) else None
    if kind is UnitKind.PEOPLES_COMMITTEE:
        return _committee(key.removeprefix("ủy ban nhân dân").strip())
    if kind is UnitKind.OFFICE and key.startswith("phòng "):
        return _division(key)
    return kind


def _committee(where: str) -> UnitKind:
    """A people's committee by the place after it; a city may be either level unless it is a known one."""
    if _IN_PROVINCE.match(where) or where in _cities():
        return UnitKind.PROVINCE_COMMITTEE
    if _IN_DISTRICT.match(where) or where.startswith("thành phố "):
        return UnitKind.DISTRICT_COMMITTEE
    return UnitKind.COMMUNE_COMMITTEE if _IN_COMMUNE.match(where) else UnitKind.PEOPLES_COMMITTEE


def _division(key: str) -> UnitKind:
    """A Phòng is a body of a district or commune where the issuers list it so, or the name says so; else an office."""
    if _DISTRICT_OF.search(key):
        return UnitKind.DIVISION
    for division, kind in _divisions():
        if key == division or key.startswith(f"{division} "):
            return kind
    return UnitKind.OFFICE


@cache
def _divisions() -> tuple[tuple[str, UnitKind], ...]:
    kinds = {"district": UnitKind.DIVISION, "commune": UnitKind.COMMUNE_DIVISION}
    found = {
        _key(row.name_vi.split(" thuộc ")[0]): kinds[row.level]
        for row in issuers()
        if row.level in kinds and row.name_vi.startswith("Phòng ")
    }
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _cities() -> frozenset[str]:
    """The cities under the centre, of before and after July 2025."""
    names = {name for row in provinces() for name in (row.old_name, row.successor)}
    return frozenset(_key(name) for name in names if name.startswith("Thành phố "))


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

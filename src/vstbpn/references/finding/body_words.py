"""The words that names of issuing bodies are made of (từ trong tên cơ quan ban hành).

No list of bodies is kept: only the common words that stand in small letters within names, the words that names open
with, and the words that open what an act does ("về", "ban hành") and so end a name.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from vstbpn.references.finding.blanks import spaced

_RANKS = ("tỉnh", "thành phố", "thị xã", "thị trấn", "đặc khu", "huyện", "quận", "xã", "phường")
_PARTY_RANKS = (
    "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "thị đoàn",
)  # fmt: skip
_COMPLETE = (
    "vì sự tiến bộ của phụ nữ", "vì sự tiến bộ phụ nữ", "vì sự tiến bộ", "bình đẳng giới", "chính trị", "bí thư", "chính phủ",
    "thường vụ", "thường trực", "chấp hành", "trung ương", "quốc hội", "liên hiệp phụ nữ", "nhân dân", "bộ", "sở", "phòng",
)  # fmt: skip
"""Words behind which a name lacks nothing but its territory: no common words follow them."""

_ANY_CASE = (
    *(rank for rank in _RANKS if rank != "xã"), "xã(?! hội)", *_PARTY_RANKS, "vì sự tiến bộ của phụ nữ", "vì sự tiến bộ phụ nữ", "vì sự tiến bộ", "và bình đẳng giới",
    "bình đẳng giới", "giáo dục và đào tạo", "giáo dục đào tạo", "giáo dục nghề nghiệp", "giáo dục thường xuyên", "giáo dục",
    "nhân dân", "chính trị", "bí thư", "chính phủ", "thường vụ", "thường trực", "chấp hành", "trung ương", "đảng ủy",
    "đảng bộ", "quốc hội", "quốc gia", "tối cao", "ủy ban nhân dân", "ủy ban", "liên hiệp phụ nữ", "phụ nữ", "lao động",
    "cao đẳng nghề", "cao đẳng", "đại học", "trung cấp nghề", "mầm non", "mẫu giáo", "tiểu học", "trung học cơ sở", "trung học phổ thông",
    "ngành(?! nghề)", "cấp(?! trên| dưới| học)", "khóa", "nhiệm kỳ", "đảng", "bộ", "trưởng", "cơ quan", "nhà nước", "lần thứ", "nước", "kiểm sát",
    "cơ sở", "hành chính công", "bệnh tật", "đất đai", "y tế dự phòng", "covid-19", "cổ phần", "trách nhiệm hữu hạn",
    "một thành viên", "quốc dân", "công đoàn", "trường(?! hợp| học)", "sự nghiệp công lập",
)  # fmt: skip
"""Common words that belong to a body's name in any casing."""

_OPEN_HEADS = (
    "ban", "tiểu ban", "hội đồng", "tổ", "đoàn", "đội", "trung tâm", "văn phòng", "trường", "chi cục", "cục", "tổng cục", "viện",
    "bệnh viện", "quỹ", "công ty", "hội", "hiệp hội", "liên hiệp", "liên đoàn", "công đoàn", "ủy ban", "câu lạc bộ",
    "chi nhánh", "trạm", "tập đoàn", "ngân hàng", "bcđ", "bql",
)  # fmt: skip
"""Heads that say no field: what follows in small letters may be the field ("Hội đồng tuyển dụng viên chức")."""

_FIELD_OPENERS = ("phòng, chống", "phòng chống", "chương trình")
"""Words that want an object, which stands in small letters: "Phòng, chống tham nhũng"."""

_TITLES = (
    "thủ tướng", "bộ trưởng", "chủ tịch", "chủ nhiệm", "giám đốc", "giám đốc sở", "giám đốc công an", "giám đốc trung tâm",
    "hiệu trưởng", "hiệu trưởng nhà trường", "tổng giám đốc", "chánh văn phòng", "trưởng ban", "trưởng phòng",
)  # fmt: skip

_CAPITALISED = (
    *(head for head in _OPEN_HEADS if head != "ủy ban"), *_TITLES, "An toàn thực phẩm", "Bảo hiểm xã hội", "Bảo vệ thực vật",
    "Cán bộ", "Chương trình", "Đăng ký", "Điều phối", "Phòng, chống", "Phòng chống", "Phối hợp phổ biến, giáo dục pháp luật", "Chăn nuôi và thú y", "Chính sách xã hội", "Chỉ huy quân sự", "Chữ thập đỏ", "Cộng hòa xã hội chủ nghĩa", "Cộng sản",
    "Công tác người cao tuổi", "Công nghệ thông tin", "Cựu chiến binh", "Dân số", "Dân tộc và tôn giáo",
    "Đại hội đại biểu toàn quốc", "Đại hội đại biểu", "Đại hội", "Đoàn đại biểu", "Giám hiệu nhà trường", "Giao thông vận tải",
    "Giao thông", "Hội đồng nhân dân", "Hội đồng quản lý", "Hội nghị", "Hợp tác xã", "Kế hoạch hóa gia đình", "Kế hoạch và đầu tư",
    "Khoa học và công nghệ", "Khoa học và kỹ thuật", "Khối các cơ quan", "Khu công nghiệp", "Khu kinh tế", "Kinh tế quốc tế",
    "Ngoại giao", "Nông nghiệp và môi trường", "Nông nghiệp và phát triển nông thôn", "Người cao tuổi", "Người khuyết tật",
    "Nữ công", "Phát triển nông thôn", "Phát triển", "Phòng thủ dân sự", "Phổ thông dân tộc nội trú",
    "Phổ thông dân tộc bán trú", "Phổ thông", "Tài nguyên và môi trường", "Thanh niên cộng sản Hồ Chí Minh", "Thanh niên",
    "Thông tin và truyền thông", "Thương binh và xã hội", "THPT chuyên", "Tiếp công dân", "Tổ chức", "Truyền thông",
    "Trường chuyên", "Tuyên truyền", "Văn hóa, thể thao và du lịch", "Văn hóa và thể thao", "Vận tải", "Viễn thông",
    "Việt Nam", "Xã hội",
)  # fmt: skip
"""Words that belong to a name if they begin with a capital: some are verbs or no bodies otherwise."""

_STOPS = (
    "quy định", "qui định", "hướng dẫn", "phê duyệt", "ban hành", "sửa đổi", "triển khai", "thực hiện", "về", "v/v",
    "giai đoạn", "công bố", "thông báo", "quyết định", "yêu cầu", "đề nghị", "báo cáo", "tăng cường", "phối hợp", "chủ trì",
    "phát động", "giao nhiệm vụ", "thông qua", "căn cứ", "trường hợp",
)  # fmt: skip

_PREPOSITIONS = frozenset([
    "về", "tại", "trong", "để", "do", "ngày", "năm", "đã", "được", "có", "là", "theo", "yêu", "cho", "nêu", "kèm",
    "với", "trên", "như", "nhằm", "đến", "từ", "của", "hoặc", "gồm", "nhưng", "nên", "mà", "thì", "vào", "ra", "sẽ", "phải",
    "đang", "cũng", "đối", "này", "còn", "đợt", "tháng", "tuần", "khi", "việc", "một", "những", "cùng", "bằng", "qua",
    "chưa", "không", "thuộc", "trước", "sau", "vừa", "gửi", "phê", "lần",
])  # fmt: skip
"""Words that stand nowhere in a name."""

_NOT_FIRST_OF_HEAD = _PREPOSITIONS | frozenset(["số", "mới", "ký", "đề", "trình"])
_NOT_A_TAIL = _NOT_FIRST_OF_HEAD | frozenset([
    "tiếp",
    "ban", "quy", "qui", "hướng", "sửa", "triển", "thực", "truyền", "tăng", "và", "thông", "giao", "thay", "bãi", "tổ",
    "khai", "công", "phát", "phối", "đẩy", "xây", "mở", "đưa", "xác", "xem", "hỗ", "áp", "khắc", "lựa", "nhân", "nói", "các",
])  # fmt: skip
"""Verbs and prepositions: after a capitalised syllable they do not belong to the name."""

_NOT_FIRST = (_NOT_A_TAIL - {"các", "công"}) | frozenset([
    "tham", "lồng", "chủ", "báo", "kiện", "bổ", "cử", "điều", "phân", "nhận", "lấy", "rà", "tuyên", "vận", "quán", "cụ", "lãnh",
    "nâng", "quyết", "chấp", "huy", "sơ", "tổng", "đánh", "khen", "tặng", "mời", "gia", "hủy", "huỷ", "rút", "bảo", "duy",
    "kêu", "chỉ", "kiểm", "đôn", "chuyển", "tập", "bố", "cung", "góp", "thẩm", "thống", "thành", "ưu", "học", "lập", "làm",
    "nghiêm", "chuẩn", "tiến", "khuyến", "cam", "cấp", "thu", "hoàn", "đổi", "ngăn", "chấn", "hưởng", "chào", "kỷ", "biểu",
    "nhất", "quan", "đồng", "trực", "kết", "hội", "sử", "nghị",
])  # fmt: skip
"""Words that open what a body does rather than its field."""

_SCHOOLS = ("trường", "mầm non", "mẫu giáo", "tiểu học", "trung học cơ sở", "trung học phổ thông", "bệnh viện", "trạm")
_SCHOOL_ACRONYMS = frozenset(["TH", "THCS", "THPT", "MN", "PTDTNT", "PTDTBT", "TH&THCS", "THCS&THPT", "TTGDTX"])
_NO_PROPER_NAMES = frozenset([
    "Bộ", "Sở", "Phòng", "Tổng", "Phó", "Chánh", "Trưởng", "Đảng", "Khối", "Ngành", "Chi", "Liên", "Khoa", "Nhà", "Báo", "Đài",
    "Học", "Thứ", "Vụ", "Ty", "Nữ", "Trung", "Văn", "Thị", "Thành", "Trang", "Cổng",
])  # fmt: skip
"""Syllables that open common words: the syllable after them may have a second in small letters ("Phó Thủ tướng")."""

_PROGRAMMES = frozenset(["Chương", "Đề", "Dự", "Chiến", "Nghị", "Chỉ", "Kế", "Kết"])
_ORDINALS = frozenset(["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])


class Kind(Enum):
    """What a stock phrase is to the words after it."""

    FIELD = auto()
    COMPLETE = auto()
    HEAD = auto()
    TERRITORY = auto()


class Phrase(NamedTuple):
    """What a stock phrase, as written, says of the name."""

    kind: Kind
    is_title: bool
    of_school: bool
    upper_word: bool  # One capitalised syllable: it may be the first of a proper word.


class Word(NamedTuple):
    """What one written word may be."""

    key: str
    upper: bool
    digits: bool
    acronym: bool
    phrases: re.Pattern[str] | None
    stops: re.Pattern[str] | None
    ordinal: bool
    may_be_tail: bool
    proper: bool  # A capitalised syllable that may be the first of a person's or a place's name.
    of_school: bool
    names_field: bool  # A verb with a capital: behind a head it names the field ("Hội đồng Phối hợp").
    programme: bool  # It may open the title of an act or a programme.


def _with_both_tones(phrases: Iterable[str]) -> set[str]:
    new = {"óa": "oá", "òa": "oà", "ủy": "uỷ"}
    return {spelling for phrase in phrases for spelling in (phrase, *(phrase.replace(*pair) for pair in new.items()))}


def _by_first_syllable(phrases: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """One pattern for all phrases that begin alike, the longest first."""
    gathered: dict[str, list[str]] = {}
    for phrase in sorted(_with_both_tones(phrases), key=len, reverse=True):
        first = re.split(r"\W", phrase, maxsplit=1)[0].casefold()
        gathered.setdefault(first, []).append(phrase[len(first) :])
    return {first: _pattern(first, rests) for first, rests in gathered.items()}


def _pattern(first: str, rests: Iterable[str]) -> re.Pattern[str]:
    """The first syllable with what may follow it: what follows after a blank is looked at behind that blank only."""
    apart = "|".join(rest[1:] for rest in rests if rest.startswith(" "))
    joined = [rest for rest in rests if not rest.startswith(" ")]
    choices = ([f" (?:{apart})"] if apart else []) + joined
    return spaced("|".join(f"{first}{choice}(?![^\\W\\d_])" for choice in choices), re.IGNORECASE)


_PHRASES = _by_first_syllable(_ANY_CASE)
_CAPITALISED_PHRASES = _by_first_syllable((*_ANY_CASE, *_CAPITALISED))
_STOP_PHRASES = _by_first_syllable(_STOPS)
_TERRITORY_KEYS = _with_both_tones((*_RANKS, *_PARTY_RANKS))
_HEAD_KEYS = _with_both_tones((*_OPEN_HEADS, "trưởng ban", "chánh văn phòng", "giám đốc trung tâm", *_FIELD_OPENERS))
_TITLE_KEYS = _with_both_tones(_TITLES)


@lru_cache(maxsize=4096)
def word_of(written: str) -> Word:
    """What a written word may be.

    >>> word_of("Ban").upper, word_of("về").may_be_tail
    (True, False)
    """
    key = written.casefold()
    upper = written[0].isupper()
    acronym = len(written) > 1 and written.isupper()
    return Word(
        key=key,
        upper=upper,
        digits=written[0].isdigit(),
        acronym=acronym,
        phrases=(_CAPITALISED_PHRASES if upper else _PHRASES).get(key),
        stops=_STOP_PHRASES.get(key),
        ordinal=key in _ORDINALS,
        may_be_tail=written not in _NOT_A_TAIL,
        proper=upper and not acronym and written not in _NO_PROPER_NAMES,
        of_school=written in _SCHOOL_ACRONYMS,
        names_field=upper and key not in {"về", "v"},
        programme=written in _PROGRAMMES,
    )


@lru_cache(maxsize=4096)
def phrase_of(written: str) -> Phrase:
    """What a stock phrase, as written, says of the name.

    >>> phrase_of("Trung tâm").kind.name, phrase_of("thành phố").kind.name
    ('HEAD', 'TERRITORY')
    """
    key = " ".join(written.casefold().split())
    if key in _TERRITORY_KEYS:
        kind = Kind.TERRITORY
    elif key in _HEAD_KEYS:
        kind = Kind.HEAD
    else:
        kind = Kind.COMPLETE if key in _COMPLETE or key in _TITLE_KEYS else Kind.FIELD
    # A head of one syllable is a word of its own: what follows it in small letters is its field.
    upper_word = written[0].isupper() and key.isalpha() and kind is not Kind.HEAD
    return Phrase(kind, key in _TITLE_KEYS, key in _SCHOOLS, upper_word)


def opens_no_field(word: str, *, of_head: bool) -> bool:
    """Whether a word in small letters opens what a body does rather than its field, or that of a head without one."""
    return word in (_NOT_FIRST_OF_HEAD if of_head else _NOT_FIRST)


def ends_field(word: str) -> bool:
    """Whether a word in small letters stands nowhere in a name."""
    return word in _PREPOSITIONS

"""The kinds of annotations (loại chú giải): the keys of each, said once for writing, strict reading, the schema and the docs."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from vstbpn.calendars.mentions.deadline import RECURRENCES
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.plans.outline import DEEPEST
from vstbpn.references.provisions.labels import LEVELS, VIETNAMESE
from vstbpn.serialisation.annotations.shapes import (
    DAY,
    DECIMAL,
    TEXT,
    TRUTH,
    WORDS,
    YEARS,
    Key,
    Shape,
    list_of,
    nullable,
    object_of,
    one_of,
    whole,
)
from vstbpn.vocabulary import BasisKind, Comparator, Direction, Relation, SectionStyle, SigningPrefix, When


class Kind(NamedTuple):
    """A kind of annotation (loại chú giải): its name, what it marks, and its further keys."""

    name: str
    marks: str
    keys: tuple[Key, ...]


def _added(name: str, shape: Shape, says: str) -> Key:
    """A key that came later: annotations written before have none."""
    return Key(name, shape, says, required=False)


_YEAR = whole(FIRST_YEAR, LAST_YEAR)
_PROVISION = object_of(
    (
        Key(name, TEXT, f"{says} ({VIETNAMESE[level].lower()})", required=False)
        for level in LEVELS
        for name, says in ((level, f"the label of the {level}"), (f"{level}_to", f"the last {level} of a range"))
    ),
    at_least=1,
)
_PERIOD = object_of(
    (
        Key("kind", one_of(kind.value for kind in PeriodKind), "how long it is (loại kỳ báo cáo)"),
        Key("number", nullable(whole(1, 12)), "which of its year; null where each is meant or none told"),
        Key("year", nullable(_YEAR), "its year, or the first of a school year"),
        Key("each", TRUTH, "whether it comes back"),
        Key("text", TEXT, "its words"),
    )
)

FILE = Key("file", TEXT, "the file it stands in (tên tệp), where annotations are of several", required=False)
"""The key that stands before all others in annotations of several files."""

COMMON = (
    Key("kind", TEXT, "what is annotated (loại chú giải)"),
    Key("start", whole(0), "the code point it begins at (vị trí đầu)"),
    Key("end", whole(1), "the code point after its last (vị trí cuối)"),
    Key("text", WORDS, "its words, source[start:end] (đoạn chữ)"),
)
"""The keys of every annotation."""

_KINDS = (
    Kind(
        "reference",
        "a reference to an act (dẫn chiếu): type word through symbol, or name through its year",
        (
            Key("type", nullable(WORDS), "the type of the act (tên loại văn bản)"),
            Key("number", nullable(WORDS), "its number (số)"),
            Key("code", nullable(WORDS), "the letters of its symbol (ký hiệu)"),
            Key("year", nullable(_YEAR), "the year between number and letters (năm trong số, ký hiệu)"),
            Key("name", nullable(WORDS), "the name of a named act (tên gọi)"),
            Key("name_year", nullable(whole(0)), "the year that tells acts of one name apart (năm)"),
            Key("date", nullable(DAY), "the day it is of (ngày ban hành)"),
            Key("issuer", nullable(WORDS), "the issuing body as written (cơ quan ban hành)"),
            Key("provisions", list_of(_PROVISION), "the provisions meant (điều khoản)"),
            _added("mark", nullable(one_of(("/", "-"))), "what stands after the number (dấu sau số)"),
            _added("qualifier", nullable(WORDS), "what stands in brackets after a name (sửa đổi)"),
            _added("title", nullable(WORDS), "what the act is about (trích yếu)"),
        ),
    ),
    Kind(
        "section",
        "a section (mục): its marker through the end of its heading",
        (
            Key("marker", TEXT, "its marker, without the dot after it (số thứ tự)"),
            Key("level", whole(1, DEEPEST), "its depth, from 1 (cấp)"),
            Key("title", nullable(WORDS), "its heading; null for a numbered paragraph (tiêu đề)"),
            _added("style", one_of(style.value for style in SectionStyle), "how it is numbered (kiểu đánh số)"),
        ),
    ),
    Kind(
        "target",
        "a target (chỉ tiêu): its clause",
        (
            Key("comparator", one_of(one.value for one in Comparator), "how a result is compared (phép so sánh)"),
            Key("value", nullable(DECIMAL), "the figure; null for a qualitative target (giá trị)"),
            Key("value_max", nullable(DECIMAL), "the upper figure of a range (giá trị trên)"),
            Key("unit", TEXT, "%, lần, /100 or the noun counted (đơn vị tính)"),
            Key("year", nullable(_YEAR), "the year it is due in (năm)"),
            _added("population", nullable(WORDS), "whom or what it is about (đối tượng)"),
            _added(
                "direction", nullable(one_of(one.value for one in Direction)), "where the figure is to move (chiều)"
            ),
            _added("is_change", TRUTH, "whether the figure is the size of a change (mức thay đổi)"),
            _added("when", one_of(one.value for one in When), "by its year, in each, or from it on (thời hạn)"),
            _added("period", nullable(YEARS), "the run of years it belongs to (giai đoạn)"),
            _added("baseline", nullable(DECIMAL), "the level it starts from (mức xuất phát)"),
        ),
    ),
    Kind(
        "deadline",
        "a deadline (thời hạn): its date words; one for each day due",
        (
            Key("due", nullable(DAY), "the day or period due; null if relative (hạn)"),
            Key("relation", one_of(one.value for one in Relation), "how it is tied to that day (quan hệ)"),
            Key("what", nullable(TEXT), "the words of the duty (việc phải làm)"),
            _added("who", nullable(WORDS), "those who owe it (đơn vị thực hiện)"),
            _added("to_whom", nullable(WORDS), "those it is owed to (nơi nhận)"),
            _added("period", nullable(_PERIOD), "the reporting period it is about (kỳ báo cáo)"),
            _added("due_from", nullable(DAY), "the first day of a stretch that ends with the day due (từ ngày)"),
            _added("recurring", nullable(one_of(RECURRENCES)), "how often it comes back (định kỳ)"),
            _added("impossible", TRUTH, "whether the day written is none (ngày không có thật)"),
        ),
    ),
    Kind(
        "campaign",
        "a campaign (đợt hoạt động): the words of its dates",
        (
            Key("name", TEXT, "its name (tên gọi)"),
            Key("start_day", nullable(DAY), "its first day (từ ngày)"),
            Key("end_day", nullable(DAY), "its last day (đến ngày)"),
        ),
    ),
    Kind(
        "observance",
        "a feast day (ngày kỷ niệm)",
        (
            Key("day", nullable(DAY), "its day (ngày)"),
            _added("observance", nullable(WORDS), "its id in the bundled table (mã ngày kỷ niệm)"),
        ),
    ),
    Kind(
        "task",
        "a task (nhiệm vụ)",
        (
            Key("unit", nullable(TEXT), "who is to do it (đơn vị thực hiện)"),
            Key("path", nullable(TEXT), "the path of its section (mục)"),
        ),
    ),
    Kind(
        "header",
        "a part of the header (phần mở đầu)",
        (
            Key(
                "part",
                one_of(("superior", "issuer", "symbol", "place", "date", "type", "title")),
                "which part (thành phần)",
            ),
            Key("value", TEXT, "what it says: the symbol mended, the date in EDTF (giá trị)"),
        ),
    ),
    Kind(
        "legal_basis",
        "a legal basis (căn cứ)",
        (Key("introduced_by", one_of(one.vi for one in BasisKind), "how it is introduced (cách dẫn căn cứ)"),),
    ),
    Kind(
        "recipient",
        "a recipient (nơi nhận)",
        (
            Key("name", TEXT, "who receives it (tên nơi nhận)"),
            Key("qualifier", nullable(TEXT), "what stands in brackets (mục đích gửi)"),
            Key("archive", TRUTH, "whether it is the line of the archive (Lưu)"),
        ),
    ),
    Kind(
        "signature",
        "the signature (chữ ký)",
        (
            Key("prefixes", list_of(one_of(one.value for one in SigningPrefix)), "by what authority (quyền hạn ký)"),
            Key("positions", list_of(TEXT), "the positions, the outermost first (chức vụ)"),
            Key("name", nullable(TEXT), "who signs (họ tên)"),
            _added("on_behalf_of", list_of(TEXT), "for whom each prefix speaks (thay mặt)"),
        ),
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Every kind of annotation by its name."""


def keys_of(kind: Kind) -> tuple[Key, ...]:
    """All keys of a kind, in order.

    >>> [key.name for key in keys_of(KINDS["legal_basis"])]
    ['file', 'kind', 'start', 'end', 'text', 'introduced_by']
    """
    return (FILE, *COMMON, *kind.keys)


def key_rows() -> Iterator[tuple[str, str, str]]:
    """Each kind, key and what it says, as rows for a table.

    >>> next(key_rows())
    ('reference', 'type', 'the type of the act (tên loại văn bản)')
    """
    return ((kind.name, key.name, key.says) for kind in _KINDS for key in kind.keys)

"""The closed word lists of the domain: each word an enumeration member with its Vietnamese and English.

Members are written in JSON by their value, which is stable.
"""

import re
from enum import Enum
from typing import Literal, Self

from vstbpn.errors import InvalidValueError, shown

_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")

Language = Literal["vi", "en"]
"""The languages that words for people are written in."""

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def check_language(language: object) -> None:
    """Refuse a language there are no words in.

    Raises:
        InvalidValueError: It is neither vi nor en.
    """
    if language not in LANGUAGES:
        raise InvalidValueError("language", shown(language), "expected vi or en")


class Term(Enum):
    """A word of a closed list. ``Member = (value, Vietnamese, English)``.

    >>> Comparator.AT_LEAST.value, Comparator.AT_LEAST.vi, Comparator.AT_LEAST.en
    ('>=', 'ít nhất', 'at least')
    >>> Comparator(">=")
    Comparator.AT_LEAST
    """

    vi: str
    en: str

    def __new__(cls, value: str, vi: str, en: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.vi = vi
        member.en = en
        return member

    @classmethod
    def of(cls, term: object) -> Self:
        """The member itself, or the one of that value.

        Raises:
            InvalidValueError: There is no such member; the values there are are told.

        >>> Direction.of("raise"), Direction.of(Direction.LOWER)
        (Direction.RAISE, Direction.LOWER)
        """
        if isinstance(term, cls):
            return term
        # Asked of the texts alone: what is no text may not even compare.
        for member in cls if isinstance(term, str) else ():
            if member.value == term:
                return member
        what = _NEXT_WORD.sub(" ", cls.__name__).lower()
        raise InvalidValueError(what, shown(term), f"expected one of {', '.join(str(member.value) for member in cls)}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return self.vi


class Comparator(Term):
    """How a value is held against a target (phép so sánh)."""

    AT_LEAST = (">=", "ít nhất", "at least")
    MORE_THAN = (">", "trên", "more than")
    AT_MOST = ("<=", "không quá", "at most")
    LESS_THAN = ("<", "dưới", "less than")
    EQUAL = ("=", "đạt", "reaching")
    ABOUT = ("~", "khoảng", "about")
    BETWEEN = ("between", "từ … đến", "between")
    QUALITATIVE = ("qualitative", "định tính", "qualitative")

    @property
    def side(self) -> "Direction | None":
        """On which side of the figure a result is to lie; None where the comparator alone does not tell.

        >>> Comparator.AT_MOST.side, Comparator.EQUAL.side
        (Direction.LOWER, None)
        """
        if self in {Comparator.AT_LEAST, Comparator.MORE_THAN}:
            return Direction.RAISE
        return Direction.LOWER if self in {Comparator.AT_MOST, Comparator.LESS_THAN} else None

    @property
    def is_strict(self) -> bool:
        """Whether the figure itself is not enough ("trên", "dưới")."""
        return self in {Comparator.MORE_THAN, Comparator.LESS_THAN}


class Direction(Term):
    """Whether a goal wants its figure up or down (chiều mong muốn)."""

    RAISE = ("raise", "tăng", "raise")
    LOWER = ("lower", "giảm", "lower")


class When(Term):
    """In which years a target is to be reached (thời hạn): by one, in each, or from one on."""

    BY = ("by", "đến", "by")
    EACH_YEAR = ("each-year", "hằng năm", "each year")
    ONWARDS = ("onwards", "trở đi", "onwards")


class Relation(Term):
    """How a deadline is tied to its date (quan hệ với mốc thời gian)."""

    BEFORE = ("before", "trước", "before")
    BY = ("by", "chậm nhất", "by")
    ON = ("on", "vào", "on")
    DURING = ("during", "trong", "during")
    EVERY = ("every", "định kỳ", "every")


class SymbolStyle(Term):
    """The scheme by which a number and symbol is written (thể thức số, ký hiệu), told from its characters alone.

    A slash after the number is the State's: with a year (``30/2020/NĐ-CP``) the act is normative, without one
    (``2351/QĐ-TTg``) it is not; where no type comes first (``8935/BNV-CTTN&BĐG``) it is a dispatch. Four forms are
    told by the letters themselves, whether or not they have a year: those of the National Assembly and its Standing
    Committee (``73/2006/QH11``, ``1365/NQ-UBTVQH15``), of People's Councils (``18/2006/NQ-HĐND``), of several issuers
    together (``01/2019/TTLT-BGDĐT-BNV``), and of consolidated texts (``125/VBHN-VPQH``). A hyphen after the number and
    a slash before the body are the Party's (``21-CT/TW``); a hyphen alone is that of the years before 1999
    (``646-TTg``).

    Trade unions, the Women's Union and the other mass organisations have no scheme of their own: they write as the
    State does (``933/QĐ-TLĐ``, ``53/HD-ĐCT``) or as the Party does (``29-HD/TWĐTN-VP``). Their symbols are told by
    who the letters stand for: ``DocumentSymbol.issuer_kind``.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Hướng dẫn 36-HD/VPTW.

    >>> SymbolStyle.PARTY.mark, SymbolStyle.COUNCIL.mark
    ('-', '/')
    """

    STATE_NORMATIVE = ("state-normative", "văn bản quy phạm pháp luật", "state normative act")
    STATE = ("state", "văn bản hành chính", "state administrative document")
    DISPATCH = ("dispatch", "công văn", "official dispatch")
    LEGISLATURE = ("legislature", "văn bản của Quốc hội", "document of the National Assembly")
    COUNCIL = ("council", "văn bản của Hội đồng nhân dân", "document of a People's Council")
    JOINT = ("joint", "văn bản liên tịch", "joint document")
    CONSOLIDATED = ("consolidated", "văn bản hợp nhất", "consolidated text")
    PARTY = ("party", "văn bản của Đảng", "Party document")
    OLD = ("old", "văn bản trước 1999", "document of the 1990s")

    @property
    def mark(self) -> str:
        """What stands between number and symbol: a hyphen in the Party's scheme and the old one, else a slash."""
        return "-" if self.value in {"party", "old"} else "/"


class ActRelation(Term):
    """How one act bears on another (quan hệ giữa hai văn bản), told from the later one: it replaces, amends, follows.

    ``FOLLOWS`` ties the programme of one period to that of the next, which replaces nothing: the first has run out.
    """

    REPLACES = ("replaces", "thay thế", "replaces")
    AMENDS = ("amends", "sửa đổi, bổ sung", "amends")
    IMPLEMENTS = ("implements", "quy định chi tiết, hướng dẫn hoặc thực hiện", "implements")
    FOLLOWS = ("follows", "tiếp nối", "follows")
    CONSOLIDATES = ("consolidates", "hợp nhất", "consolidates")
    BASED_ON = ("based-on", "căn cứ", "is based on")
    SUPPLEMENTS = ("supplements", "bổ sung", "supplements")
    REPEALS_PART = ("repeals-part", "bãi bỏ một phần", "repeals part of")


class DocumentFamily(Term):
    """Whose layout rules a document follows (loại thể thức)."""

    STATE = ("state", "cơ quan nhà nước", "state")
    PARTY = ("party", "cơ quan Đảng", "Party")


class BasisKind(Term):
    """How a legal basis is introduced (cách dẫn căn cứ)."""

    BASED_ON = ("based-on", "Căn cứ", "pursuant to")
    IMPLEMENTING = ("implementing", "Thực hiện", "implementing")
    AT_PROPOSAL = ("at-proposal", "Theo đề nghị", "at the proposal of")


class SectionStyle(Term):
    """The numbering of a section (kiểu đánh số), from the highest level to the lowest."""

    APPENDIX = ("appendix", "Phụ lục", "appendix")
    PART = ("part", "Phần", "part")
    CHAPTER = ("chapter", "Chương", "chapter")
    UPPER_LETTER = ("upper-letter", "chữ hoa (A.)", "capital letter")
    HEADED_SECTION = ("headed-section", "Mục", "section")
    ROMAN = ("roman", "số La Mã (I.)", "Roman numeral")
    ARTICLE = ("article", "Điều", "article")
    ARABIC = ("arabic", "số Ả Rập (1.)", "Arabic numeral")
    DECIMAL = ("decimal", "số thập phân (1.1.)", "decimal")
    GOAL = ("goal", "Mục tiêu", "goal")
    LETTER = ("letter", "chữ thường (a))", "letter")


class ItemMark(Term):
    """The mark that opens an unnumbered item (ký hiệu đầu dòng)."""

    NONE = ("", "đoạn văn", "paragraph")
    DASH = ("-", "gạch đầu dòng", "dash")
    PLUS = ("+", "dấu cộng", "plus")
    STAR = ("*", "dấu sao", "asterisk")
    DOT = ("•", "dấu chấm", "bullet")


class SigningPrefix(Term):
    """By what authority a document is signed (quyền hạn ký; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7)."""

    COLLECTIVE = ("TM.", "thay mặt", "on behalf of")
    ACTING = ("Q.", "quyền", "acting")
    FOR_HEAD = ("KT.", "ký thay", "for the head")
    BY_ORDER = ("TL.", "thừa lệnh", "by order")
    BY_DELEGATION = ("TUQ.", "thừa ủy quyền", "by delegation")


class Severity(Term):
    """How grave a finding is (mức độ)."""

    ERROR = ("error", "lỗi", "error")
    WARNING = ("warning", "cảnh báo", "warning")
    INFO = ("info", "lưu ý", "note")


class BlockKind(Term):
    """What a piece of a document is (loại khối)."""

    HEADER = ("header", "phần mở đầu", "header")
    TITLE = ("title", "tên loại và trích yếu", "type and title")
    BASIS = ("basis", "căn cứ ban hành", "legal basis")
    PREAMBLE = ("preamble", "lời dẫn", "preamble")
    SECTION = ("section", "mục", "section")
    ITEM = ("item", "gạch đầu dòng", "item")
    PARAGRAPH = ("paragraph", "đoạn văn", "paragraph")
    CLOSING = ("closing", "lời kết", "closing")
    RECIPIENTS = ("recipients", "nơi nhận", "recipients")
    SIGNATURE = ("signature", "chữ ký", "signature")
    FILLER = ("filler", "khoảng trống", "filler")


class DocumentType(Term):
    """A type of document (tên loại văn bản).

    Source: Nghị định 30/2020/NĐ-CP, Điều 7, the laws on normative acts and the Party's Hướng dẫn 36-HD/VPTW. The list
    gives names to what is known; a reference to a document of another type is read all the same.
    The value is the abbreviation used in symbols, or the name where there is none.
    """

    CONSTITUTION = ("Hiến pháp", "Hiến pháp", "Constitution")
    CODE = ("Bộ luật", "Bộ luật", "Code")
    LAW = ("Luật", "Luật", "Law")
    ORDINANCE = ("PL", "Pháp lệnh", "Ordinance")
    ORDER = ("L", "Lệnh", "Order")
    RESOLUTION = ("NQ", "Nghị quyết", "Resolution")
    JOINT_RESOLUTION = ("NQLT", "Nghị quyết liên tịch", "Joint Resolution")
    DECREE = ("NĐ", "Nghị định", "Decree")
    DECISION = ("QĐ", "Quyết định", "Decision")
    DIRECTIVE = ("CT", "Chỉ thị", "Directive")
    CIRCULAR = ("TT", "Thông tư", "Circular")
    JOINT_CIRCULAR = ("TTLT", "Thông tư liên tịch", "Joint Circular")
    PARTY_NOTICE = ("Thông tri", "Thông tri", "Party Circular Letter")
    DISPATCH = ("Công văn", "Công văn", "Official Dispatch")
    TELEGRAM = ("CĐ", "Công điện", "Official Telegram")
    PLAN = ("KH", "Kế hoạch", "Plan")
    PROGRAMME = ("CTr", "Chương trình", "Programme")
    ACTION_PROGRAMME = ("CTrHĐ", "Chương trình hành động", "Action Programme")
    SCHEME = ("ĐA", "Đề án", "Scheme")
    PROJECT = ("DA", "Dự án", "Project")
    GUIDANCE = ("HD", "Hướng dẫn", "Guidance")
    REPORT = ("BC", "Báo cáo", "Report")
    SUBMISSION = ("TTr", "Tờ trình", "Submission")
    NOTICE = ("TB", "Thông báo", "Notice")
    CONCLUSION = ("KL", "Kết luận", "Conclusion")
    REGULATION = ("QyĐ", "Quy định", "Regulation")
    STATUTE = ("QC", "Quy chế", "Statute")
    CHARTER = ("ĐL", "Điều lệ", "Charter")
    CONSOLIDATION = ("VBHN", "Văn bản hợp nhất", "Consolidated Text")
    OPTION = ("PA", "Phương án", "Option")
    MINUTES = ("BB", "Biên bản", "Minutes")
    INVITATION = ("GM", "Giấy mời", "Invitation")

    @property
    def abbreviation(self) -> str | None:
        """The abbreviation used in symbols ("KH"), or None for a type that has none."""
        return None if self.value == self.vi else str(self.value)

    @classmethod
    def named(cls, name: str) -> "DocumentType | None":
        """The type of that Vietnamese name, whatever its case.

        >>> DocumentType.named("KẾ HOẠCH")
        DocumentType.PLAN
        """
        return _TYPES_BY_NAME.get(name.casefold())


_TYPES_BY_NAME = {kind.vi.casefold(): kind for kind in DocumentType}

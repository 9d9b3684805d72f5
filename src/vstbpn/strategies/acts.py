"""Strategies of acts: what a catalogue holds, and the documents that cite it."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.catalogue.tables import Confidence
from vstbpn.references.acts.act import Act
from vstbpn.references.issuers.localities import CitingDocument
from vstbpn.strategies.dates import FIRST_DAY, LAST_DAY, partial_dates
from vstbpn.strategies.references import references

_TITLES = (
    "về công tác thi đua, khen thưởng",
    "về việc tăng cường công tác cán bộ nữ ở cơ sở",
    "phê duyệt Chương trình nâng cao năng lực cho cán bộ nữ giai đoạn 2022 - 2026",
    "ban hành Quy chế phối hợp thực hiện công tác gia đình",
    "quy định mức chi cho hoạt động bình đẳng giới trên địa bàn",
)
_ISSUERS = (
    "Sở Giáo dục và Đào tạo", "SỞ Y TẾ TỈNH LÀO CAI", "UBND tỉnh An Giang", "Thành ủy Hà Nội", "Bộ Nội vụ",
    "UBND XÃ PHÚ LƯƠNG", "Trường Mầm non Hoa Mai",
)  # fmt: skip
_SUPERIORS = (None, "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "UBND TP. HỒ CHÍ MINH", "Bộ Giáo dục và Đào tạo")
_SOURCES = ("https://example.org/van-ban", "công báo")


def acts(*, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> SearchStrategy[Act]:
    """Acts (văn bản) as a catalogue holds them, with a number or with a name alone, their validity known or not.

    Args:
        first: The earliest date of an act.
        last: The latest date of an act.

    Use: ``@given(strategies.acts())``.
    """
    return _acts(first, last)


@st.composite
def _acts(draw: DrawFn, first: datetime.date, last: datetime.date) -> Act:
    cited = draw(references(first=first, last=last))
    symbol = cited.symbol
    issued = cited.date.to_date() if cited.date is not None else None
    begins = draw(st.none() | st.integers(0, 300).map(lambda days: _later(issued or first, days)))
    if begins is not None and symbol is not None and symbol.year is not None and issued is None:
        begins = max(begins, datetime.date(symbol.year, 1, 1))
    ends = draw(st.none() | st.integers(0, 4000).map(lambda days: _later(begins or issued or first, days)))
    return Act.of(
        cited.type or "Văn bản",
        symbol,
        cited.name or draw(st.sampled_from(_TITLES)),
        date_issued=issued,
        issuer=cited.issuer or "",
        effective_from=begins,
        effective_to=ends,
        source=draw(st.sampled_from(_SOURCES)),
        confidence=draw(st.sampled_from(list(Confidence))),
        note=draw(st.sampled_from(["", "trích yếu rút gọn"])),
    )


def _later(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def citing_documents() -> SearchStrategy[CitingDocument]:
    """Documents that cite (văn bản dẫn chiếu), of which issuer, superior, place and date may each be missing.

    Use: ``@given(strategies.citing_documents())``.
    """
    return st.builds(
        CitingDocument,
        issuer=st.none() | st.sampled_from(_ISSUERS),
        superior=st.sampled_from(_SUPERIORS),
        place=st.sampled_from([None, "An Giang", "Hà Nội", "Long Xuyên"]),
        date=st.none() | partial_dates() | st.dates(min_value=FIRST_DAY, max_value=LAST_DAY),
    )

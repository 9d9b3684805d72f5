"""What tests of findings in their formats share: checked files, made up and real."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn import strategies
from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.findings import Edit, Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.values import Span, evolve

PLAN = """UBND TỈNH HẢI DƯƠNG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5/KH-SNV
Hải Dương, ngày 05 tháng 4 năm 2025

KẾ HOẠCH
Công tác nữ công năm 2025

I. MỤC TIÊU
1.1 Tăng tỷ lệ nữ lãnh đạo

II. NHIỆM VỤ
1. Sở Nội vụ báo cáo trước ngày 31/6/2025.
"""


def checked(source: str, name: str = "nháp/kế hoạch.txt") -> CheckedFile:
    """A text with what is found in it."""
    return CheckedFile(name=name, source=source, findings=check(read(source)).findings)


def finding_at(start: int, end: int, *edits: Edit, code: str = "STR010", **args: str) -> Finding:
    """A finding of a place."""
    return Finding.of(code, args=args, span=Span(start, end), edits=edits)


_TEXTS = st.text(alphabet=st.sampled_from("aệ\u0302\u0323ộ女\U0001f600 \t\r\n:,%{}[]()"), max_size=60)


@st.composite
def checked_files(draw: DrawFn) -> CheckedFile:
    """Files of any text, with findings of any rule anywhere: in it, at its ends, and behind it."""
    source = draw(_TEXTS)
    found = draw(st.lists(st.one_of(strategies.findings(), _found_in(source)), max_size=5))
    name = draw(
        st.sampled_from(["-", "kế hoạch.txt", "nháp/a:b,c%.txt", "/srv/a#b.txt", "C:\\nháp\\a.txt", "a\udcff.txt"])
    )
    return CheckedFile(name=name, source=source, findings=tuple(found))


@st.composite
def _found_in(draw: DrawFn, source: str) -> Finding:
    """A finding within a text, told with any words."""
    span = draw(strategies.spans(limit=len(source)))
    edits = tuple(draw(st.lists(st.builds(Edit, span=strategies.spans(limit=len(source)), text=_TEXTS), max_size=2)))
    made = draw(strategies.findings())
    return evolve(made, span=span, edits=edits, args=(("written", draw(_TEXTS)), ("marker", draw(_TEXTS))))

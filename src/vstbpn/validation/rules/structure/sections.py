"""Rules of sections (STR): what a plan needs, headings with nothing under them, headings that stand twice."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from vstbpn.findings import Finding
from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.closing import last_paragraph
from vstbpn.validation.rules.structure.families import families, is_quoted
from vstbpn.values import Span
from vstbpn.vocabulary import SectionStyle

_PURPOSE = re.compile(
    r"muc dich|yeu cau|muc tieu|quan diem|y nghia|chi tieu|phuong huong|dinh huong|su can thiet|nguyen tac|chu de"
)
_PURPOSE_ALONE = re.compile(r"muc dich|yeu cau|quan diem|y nghia|su can thiet|can cu|nguyen tac|chu de")
_WORK = re.compile(r"noi dung|nhiem vu|giai phap|hoat dong|bien phap|muc tieu|chi tieu|cong viec|cong tac|ke hoach")
_ORGANISATION = re.compile(
    r"to chuc|phan cong|trach nhiem|trien khai|kinh phi|nguon luc|che do|bao cao|thoi gian|dia diem|dieu khoan"
)
_SHARED_OUT = re.compile(r"to chuc|phan cong|trach nhiem|trien khai|^(?:ve )?thuc hien|che do bao cao|phoi hop")
_AIMS = re.compile(r"nham |muc dich|muc tieu")
_FEWEST_SECTIONS = 2
_LONGEST_HEADING = 14

_HEADED = frozenset(
    {
        SectionStyle.PART,
        SectionStyle.CHAPTER,
        SectionStyle.UPPER_LETTER,
        SectionStyle.HEADED_SECTION,
        SectionStyle.ROMAN,
    }
)
_NEVER_ALONE = frozenset(
    {"muc dich", "yeu cau", "muc dich, yeu cau", "muc tieu chung", "muc tieu cu the", "nhiem vu", "giai phap"}
    | {"noi dung", "noi dung thuc hien", "to chuc thuc hien", "kinh phi thuc hien", "che do bao cao"}
)


def _plain(words: str) -> str:
    """Words without marks, so that a title that lost some in recognition is still known."""
    letters = unicodedata.normalize("NFD", comparison_key(words)).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip(" :.")


def missing_section(plan: Plan, context: Context) -> Iterator[Finding]:
    """A plan without a part that says what it is for, what is to be done, or who does it."""
    own = context.shared(families, plan)
    top = own[0].sections if own else ()
    if not (plan.is_plan and _is_whole(plan)) or sum(section.title is not None for section in top) < _FEWEST_SECTIONS:
        return
    titles = [_plain(section.title) for family in own for section in family.sections if section.title]
    opening = " ".join(_plain(passage.text) for passage in plan.preamble)
    if not any(_PURPOSE.search(title) for title in titles) and not _AIMS.search(opening):
        yield Finding.of("STR028", pointer="/outline", span=_title_span(plan), variant="purpose")
    if all(_says_no_work(section) for section in top):
        yield Finding.of("STR028", pointer="/outline", span=_title_span(plan), variant="content")
    shared_out = any(_SHARED_OUT.search(title) for title in titles) or any(task.unit for task in plan.tasks)
    if not shared_out:
        yield Finding.of("STR028", pointer="/outline", span=last_paragraph(plan), variant="organisation")


def _title_span(plan: Plan) -> Span | None:
    """Where the document says what it is: its title, or else its type."""
    title = plan.header.title
    return title.span if title is not None and title.span is not None else plan.header.type_span


def _is_whole(plan: Plan) -> bool:
    """Whether the text begins at its first section and reaches its end, so that what is not there is missing."""
    first = plan.outline.sections[0] if plan.outline.sections else None
    ends = plan.closing is not None or plan.signature is not None or bool(plan.recipients)
    return first is not None and first.ordinal == 1 and ends and plan.header.type is not None


def _says_no_work(section: Section) -> bool:
    """Whether a section by its title is about purpose or organisation alone."""
    title = _plain(section.title or "")
    return (
        bool(title)
        and _WORK.search(title) is None
        and bool(_PURPOSE_ALONE.search(title) or _ORGANISATION.search(title))
    )


def empty_section(plan: Plan, context: Context) -> Iterator[Finding]:
    """A heading with nothing under it before the next one; the last one of a text may have been cut off."""
    bare = {
        id(section): pointer
        for family in context.shared(families, plan)
        for pointer, section in family.placed()
        if _is_bare_heading(section)
    }
    if not bare:
        return
    for section, below in pairwise(plan.outline):
        if id(section) in bare and below.level <= section.level and not is_quoted(below, plan, context):
            yield Finding.of(
                "STR029",
                args={"heading": " ".join(section.heading_text.split())},
                pointer=bare[id(section)],
                span=section.heading,
            )


def _is_bare_heading(section: Section) -> bool:
    """Whether a section has a title that says nothing by itself, and nothing else."""
    title = section.title
    if not title or section.items or section.sections or re.search(r"[0-9:;“”\"]", title) or title[-1] in ".,":
        return False
    if section.style in _HEADED:
        return title.isupper() and len(title.split()) <= _LONGEST_HEADING
    return section.style is not SectionStyle.GOAL and _plain(title) in _NEVER_ALONE


def heading_repeated(plan: Plan, context: Context) -> Iterator[Finding]:
    """Two sections side by side bear one title; where the numbers begin anew, another list begins."""
    for family in context.shared(families, plan):
        seen: dict[tuple[SectionStyle, str], Section] = {}
        last: dict[SectionStyle, int] = {}
        for pointer, section in family.placed():
            ordinal = section.ordinal or 0
            if ordinal <= last.get(section.style, 0):
                seen.clear()
            last[section.style] = ordinal
            if not section.title or " " not in section.title.strip():
                continue
            key = (section.style, comparison_key(section.title).rstrip(" .:;,"))
            if key in seen:
                yield Finding.of(
                    "STR031",
                    args={"title": section.title, "marker": section.label, "previous": seen[key].label},
                    pointer=pointer,
                    span=section.heading,
                )
            seen[key] = section


_HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\n"

SECTION_RULES = (
    Rule(
        code="STR028",
        inspect=missing_section,
        violating=f"{_HEAD}I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. KINH PHÍ\n\n- Theo dự toán./.\n",
        conforming=f"{_HEAD}I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN\n\n- Mở lớp./.\n",
    ),
    Rule(
        code="STR029",
        inspect=empty_section,
        violating=f"{_HEAD}I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\n- Tuyên truyền.\n",
        conforming=f"{_HEAD}I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. NỘI DUNG\n\n- Tuyên truyền.\n",
    ),
    Rule(
        code="STR031",
        inspect=heading_repeated,
        violating=f"{_HEAD}1. Sở Y tế\n\n- Mở lớp.\n\n2. Sở Y tế\n\n- Báo cáo.\n",
        conforming=f"{_HEAD}1. Sở Y tế\n\n- Mở lớp.\n\n2. Sở Nội vụ\n\n- Báo cáo.\n",
    ),
)

"""Rules of numbering (STR): gaps, repeats, marks and letters. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from vstbpn.findings import Edit, Finding
from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.text import POINT_LETTERS, fold, roman_numeral, roman_value
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.families import Family, Kind, families, kind, stem
from vstbpn.values import Span
from vstbpn.vocabulary import SectionStyle

_DOTTED = frozenset({SectionStyle.ARABIC, SectionStyle.DECIMAL})
_MARKED = frozenset({SectionStyle.ROMAN, SectionStyle.ARABIC, SectionStyle.DECIMAL})
_MARKS = ".)-/"
_LONGEST_MARKER = 120
_WINDOW = 24
_HASHES = re.compile(r"(?:^|\n)[ >]{0,8}(?P<hashes>#{1,6})[\s*_\u200b\ufeff]*$")
_FEWEST_ALIKE = 3
_WORDS = r"(?:Phần|Chương|Mục|Điều|Mục tiêu|Chỉ tiêu|Nhiệm vụ)\s{1,3}"


def marker_span(section: Section, context: Context) -> Span | None:
    """Where the marker of a section stands; where the source does not tell, where its heading does."""
    words = context.text(section.heading)
    if words is None or section.heading is None:
        return section.heading
    folded = fold(words[:_LONGEST_MARKER])
    at = 0
    for character in "".join(section.marker.split()):
        while at < len(folded.text) and folded.text[at].isspace():
            at += 1
        if not folded.text.startswith(character, at):
            return section.heading
        at += 1
    span = folded.span(0, at)
    return Span(section.heading.start + span.start, section.heading.start + span.end)


class _Step(NamedTuple):
    """A section and the one of its kind before it, side by side."""

    pointer: str
    above: Section
    section: Section
    between: Section | None
    above_repeats: bool
    ordinals: Mapping[int, int]
    """The numbers of its kind side by side with it, each with the place where it comes first."""
    place: int


def words_at_fault(section: Section, context: Context) -> Span | None:
    """Where a section is named: its heading, or the marker alone of a numbered paragraph."""
    return section.heading if section.title else marker_span(section, context)


def _steps(plan: Plan, context: Context) -> tuple[_Step, ...]:
    """Each section with the one of its kind before it."""
    return tuple(step for family in context.shared(families, plan) for step in _steps_of(family))


def _steps_of(family: Family) -> Iterator[_Step]:
    last: dict[Kind, tuple[int, bool]] = {}
    ordinals: dict[Kind, dict[int, int]] = {}
    for number, section in enumerate(family.sections):
        if section.ordinal is not None:
            ordinals.setdefault(kind(section), {}).setdefault(section.ordinal, number)
    for number, section in enumerate(family.sections):
        key = kind(section)
        repeats = False
        if key in last:
            place, above_repeats = last[key]
            above = family.sections[place]
            between = family.sections[number - 1] if place == number - 2 else None
            among = ordinals.get(key, {})
            yield _Step(family.pointers[number], above, section, between, above_repeats, among, number)
            repeats = above.number == section.number
        last[key] = (number, repeats)


def numbering_gap(plan: Plan, context: Context) -> Iterator[Finding]:
    """A number is left out: II is followed by VI; or it stands out of order: IV is followed by III."""
    for step in context.shared(_steps, plan):
        before, now = step.above.ordinal, step.section.ordinal
        if before is None or now is None:
            continue
        if 1 < now < before and step.ordinals[now] == step.place:
            yield Finding.of(
                "STR001",
                args={"marker": step.section.label, "previous": step.above.label},
                pointer=step.pointer,
                span=words_at_fault(step.section, context),
                variant="order",
            )
        if now <= before + 1 or _is_told_otherwise(step, before, now) or _all_stand_elsewhere(step, before, now):
            continue
        if _stands_between(_written(step.section, before + 1), step.above, step.section, context):
            continue
        missing = _written(step.section, before + 1)
        if now > before + 2:
            missing += f"–{_written(step.section, now - 1)}"
        yield Finding.of(
            "STR001",
            args={"marker": step.section.label, "previous": step.above.label, "missing": missing},
            pointer=step.pointer,
            span=words_at_fault(step.section, context),
        )


def _all_stand_elsewhere(step: _Step, before: int, now: int) -> bool:
    """Whether none of the numbers between is missing: they stand side by side with the section, out of order."""
    return now - before <= len(step.ordinals) and all(one in step.ordinals for one in range(before + 1, now))


def _is_told_otherwise(step: _Step, before: int, now: int) -> bool:
    """Whether a gap of one number comes of a fault that another rule tells: one fault, one finding."""
    if now != before + 2:
        return False
    lettered = step.section.style in {SectionStyle.LETTER, SectionStyle.UPPER_LETTER}
    return (
        step.above_repeats
        or (lettered and _written(step.section, before + 1).lower() == "đ")
        or _filling(step.above, step.between, before + 1) is not None
    )


def _filling(above: Section, between: Section | None, ordinal: int) -> Section | None:
    """The section that stands, numbered in another way, where a number is left out: "I.", "2.", "III."."""
    if between is not None:
        return between if between.ordinal == ordinal else None
    first = above.sections[0] if above.sections else None
    return first if first is not None and first.ordinal == ordinal else None


def _stands_between(number: str, above: Section, section: Section, context: Context) -> bool:
    """Whether a line between two sections begins with a number after all, in a form that opens no section."""
    if context.source is None or above.heading is None or section.heading is None:
        return False
    label = re.compile(rf"(?:\n|\||<br>)[\s#>*_\\]{{0,12}}(?:{_WORDS})?{_number_pattern(number)}(?:[.,:)/-]|\s)")
    return label.search(context.source, above.heading.start, section.heading.start) is not None


def _number_pattern(number: str) -> str:
    """A number as it may stand in a copy: "ð" is taken for "đ" in some."""
    return "[đð]" if number == "đ" else re.escape(number)


def _written(section: Section, ordinal: int) -> str:
    """An ordinal in the style of a section."""
    if section.style is SectionStyle.LETTER:
        return POINT_LETTERS[ordinal - 1]
    if section.style is SectionStyle.UPPER_LETTER:
        return POINT_LETTERS[ordinal - 1].upper()
    stem, dot, last = section.number.rpartition(".")
    return f"{stem}{dot}{roman_numeral(ordinal) if roman_value(last) else ordinal}"


def number_repeated(plan: Plan, context: Context) -> Iterator[Finding]:
    """Two sections side by side bear one number."""
    for step in context.shared(_steps, plan):
        if step.above.number == step.section.number:
            yield Finding.of(
                "STR003",
                args={"marker": step.section.label},
                pointer=step.pointer,
                span=words_at_fault(step.section, context),
            )


def marker_without_dot(plan: Plan, context: Context) -> Iterator[Finding]:
    """A number that ends without its dot, where others of its style have it."""
    placed = [one for family in context.shared(families, plan) for one in family.placed()]
    dotted = {section.style for _, section in placed if section.style in _DOTTED and section.marker.endswith(".")}
    if not dotted:
        return
    for pointer, section in placed:
        if section.style in dotted and section.marker[-1:].isdigit():
            span = marker_span(section, context)
            yield Finding.of(
                "STR002",
                args={"marker": section.marker},
                pointer=pointer,
                span=span,
                edits=_ending(section, span, ".", context, added=True),
            )


def _ending(section: Section, span: Span | None, mark: str, context: Context, *, added: bool) -> tuple[Edit, ...]:
    """The edit that puts a mark at the end of a marker: added to it, or in the place of its own."""
    if span is None or context.source is None or span == section.heading or span.end <= span.start:
        return ()
    return (Edit(span=Span(span.end if added else span.end - 1, span.end), text=mark),)


def other_numbering(plan: Plan, context: Context) -> Iterator[Finding]:
    """A section numbered in another way than those around it: "I.", "2.", "III."; "1.", "2)", "3."."""
    for sections, pointers in context.shared(families, plan):
        usual = _usual_marks(sections)
        for number, section in enumerate(sections):
            above = sections[number - 1] if number else None
            below = sections[number + 1] if number + 1 < len(sections) else None
            place = pointers[number]
            if above is not None and below is not None and _in_a_row(above, section, below):
                if above.style is not section.style:
                    yield _other("STR025", section, above, place, context)
                elif usual.get(section.style) == _mark(above) != _mark(section) and section.style in _MARKED:
                    yield _other_mark(section, above, place, context)
            if above is not None and _goes_on_points(above, section):
                yield _other("STR025", section, above.sections[-1], place, context)
            child = section.sections[0] if section.sections else None
            if child is not None and below is not None and _in_a_row(section, child, below):
                yield _other("STR025", child, section, f"{place}/sections/0", context)


def _usual_marks(sections: Sequence[Section]) -> dict[SectionStyle, str]:
    """The mark behind the numbers of each style, where all but one of at least three have it."""
    counts: dict[SectionStyle, Counter[str]] = {}
    for section in sections:
        if section.marker[-1:] in _MARKS:
            counts.setdefault(section.style, Counter())[_mark(section)] += 1
    found = {}
    for style, marks in counts.items():
        mark, count = marks.most_common(1)[0]
        if count + 1 >= _FEWEST_ALIKE and count == marks.total() - 1:
            found[style] = mark
    return found


def _mark(section: Section) -> str:
    return section.marker[-1:]


def _in_a_row(above: Section, section: Section, below: Section) -> bool:
    """Whether three sections count on though the middle one is numbered in another way than the other two."""
    if above.style is not below.style or _mark(above) != _mark(below) or stem(above) != stem(below):
        return False
    same = section.style is above.style
    if same and (_mark(section) == _mark(above) or _mark(section) not in _MARKS):
        return False
    first = above.ordinal
    return first is not None and section.ordinal == first + 1 and below.ordinal == first + 2


def _goes_on_points(above: Section, section: Section) -> bool:
    """Whether a section stands among the points of the one above: "a)" under "1.", then "2)", then "c)"."""
    if not (above.sections and section.sections) or section.style is SectionStyle.LETTER:
        return False
    last, first = above.sections[-1], section.sections[0]
    return _mark(section) != _mark(above) and _mark(section) == _mark(last) and _in_a_row(last, section, first)


def _other(code: str, section: Section, above: Section, pointer: str, context: Context) -> Finding:
    args = {"marker": section.marker, "previous": above.marker}
    return Finding.of(code, args=args, pointer=pointer, span=marker_span(section, context))


def _other_mark(section: Section, above: Section, pointer: str, context: Context) -> Finding:
    span = marker_span(section, context)
    return Finding.of(
        "STR025",
        args={"marker": section.marker, "previous": above.marker, "expected": section.marker[:-1] + _mark(above)},
        pointer=pointer,
        span=span,
        edits=_ending(section, span, _mark(above), context, added=False),
        variant="mark",
    )


_NEXT_IN_ENGLISH = frozenset({("e", "f"), ("i", "j"), ("v", "w"), ("y", "z")})


def foreign_letter(plan: Plan, context: Context) -> Iterator[Finding]:
    """Points lettered by another alphabet: đ is left out after d, or f, j, w, z are counted; told once for a list."""
    for sections, pointers in context.shared(families, plan):
        told = False
        for number, (above, section) in enumerate(pairwise(sections), start=1):
            if section.style is not SectionStyle.LETTER or above.style is not SectionStyle.LETTER:
                continue
            if section.number == "a":
                told = False
            step = (above.number, section.number)
            # "d)", "d)", "e)": there the second d is told as repeated.
            repeated = number > 1 and sections[number - 2].number == "d"
            left_out = step == ("d", "e") and not repeated and not _stands_between("đ", above, section, context)
            foreign = step in _NEXT_IN_ENGLISH or (section.ordinal is None and above.ordinal is not None)
            if told or not (left_out or foreign):
                continue
            told = True
            expected = "đ" if left_out else POINT_LETTERS[(above.ordinal or 0) % len(POINT_LETTERS)]
            yield Finding.of(
                "STR026",
                args={"marker": section.marker, "previous": above.marker, "expected": f"{expected})"},
                pointer=pointers[number],
                span=marker_span(section, context),
                variant="" if above.ordinal != len(POINT_LETTERS) else "last",
            )


def heading_of_another_depth(plan: Plan, context: Context) -> Iterator[Finding]:
    """Headings of one level of the outline with unlike numbers of "#" in Markdown."""
    if context.source is None or "#" not in context.source:
        return
    depths: dict[tuple[int, SectionStyle], list[tuple[Section, str, Span]]] = {}
    for family in context.shared(families, plan):
        for pointer, section in family.placed():
            hashes = _hashes(context.source, section)
            if hashes is not None:
                depths.setdefault((section.level, section.style), []).append((section, pointer, hashes))
    for placed in depths.values():
        yield from _unlike(placed)


def _hashes(source: str, section: Section) -> Span | None:
    """Where the "#" before a heading stand."""
    if section.heading is None:
        return None
    start = section.heading.start
    # The window holds the end of the line above, or else the text's own beginning.
    begin = max(0, start - _WINDOW)
    match = _HASHES.search(source[begin:start])
    if match is None or (match.start() == 0 and begin > 0 and source[begin] != "\n"):
        return None
    return Span(begin + match.start("hashes"), begin + match.end("hashes"))


def _unlike(placed: list[tuple[Section, str, Span]]) -> Iterator[Finding]:
    """The headings of a level that have another number of "#" than most; where no number is usual, than the first."""
    counts = Counter(hashes.end - hashes.start for _, _, hashes in placed)
    most = counts.most_common(2)
    if len(most) == 1:
        return
    is_sure = most[0][1] > most[1][1]
    first = min(placed, key=lambda place: place[2].start)[2]
    usual = most[0][0] if is_sure else first.end - first.start
    for section, pointer, hashes in placed:
        count = hashes.end - hashes.start
        if count != usual:
            yield Finding.of(
                "STR027",
                args={"marker": section.marker, "written": "#" * count, "usual": "#" * usual},
                pointer=pointer,
                span=hashes,
                edits=(Edit(span=hashes, text="#" * usual),) if is_sure else (),
            )


NUMBERING_RULES = (
    Rule(
        code="STR001",
        inspect=numbering_gap,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nIII. TỔ CHỨC THỰC HIỆN\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. TỔ CHỨC THỰC HIỆN\n",
    ),
    Rule(
        code="STR002",
        inspect=marker_without_dot,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n1.1. Tuyên truyền\n\n1.2 Tập huấn\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n1.1. Tuyên truyền\n\n1.2. Tập huấn\n",
    ),
    Rule(
        code="STR003",
        inspect=number_repeated,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nII. TỔ CHỨC THỰC HIỆN\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n",
    ),
    Rule(
        code="STR025",
        inspect=other_numbering,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\n2. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n",
    ),
    Rule(
        code="STR026",
        inspect=foreign_letter,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\n1. Nội dung\n\nd) Kiểm tra các đơn vị;\n\ne) Báo cáo kết quả.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\n1. Nội dung\n\nd) Kiểm tra các đơn vị;\n\nđ) Báo cáo kết quả.\n",
    ),
    Rule(
        code="STR027",
        inspect=heading_of_another_depth,
        violating="# KẾ HOẠCH\nCông tác năm 2026\n\n## I. MỤC ĐÍCH\n\n## II. NỘI DUNG\n\n#### III. TỔ CHỨC THỰC HIỆN\n",
        conforming="# KẾ HOẠCH\nCông tác năm 2026\n\n## I. MỤC ĐÍCH\n\n## II. NỘI DUNG\n\n## III. TỔ CHỨC THỰC HIỆN\n",
    ),
)

"""Rules of the recipients (STR): who is on the list and how it is written. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9."""

import re
from collections.abc import Iterator, Sequence

from vstbpn.findings import Edit, Finding
from vstbpn.plans.ending import Recipient
from vstbpn.plans.plan import Plan
from vstbpn.text import clean, comparison_key, fold
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.word_places import place_within
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentFamily

_KEPT = re.compile(r"(?<![^\W\d_])(?:lưu|luu|vt|văn thư)(?![^\W\d_])", re.IGNORECASE)
_BEFORE = 6
_LONGEST_LINE = 24
_MARKS = " \t\u00a0*_"
_DASHES = "-–—•+"
_COUNCIL = re.compile(
    r"(?:ubnd|ủy ban nhân dân)(?: (?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu))?(?: |$)"
)
_HEADED_BY = re.compile(r"(?:bộ|sở|phòng) ")
_COUNCIL_TOLD = re.compile(r"ubnd|ủy ban nhân dân|uỷ ban")
_MANY_BELOW = re.compile(r"(?:ubnd|ủy ban nhân dân)(?: các)? (?:xã|phường|huyện|quận|thị xã|đặc khu)")
_TOLD_BY_WORDS = re.compile(r"như trên|kính gửi|như điều|cấp trên|cơ quan chủ quản|chủ tịch")
_ADVISORY = re.compile(r"(?:ban|hội đồng|tổ) ")
_PARTY = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)
_STATE_ARCHIVE = re.compile(r"(?P<written>VT)(?![^\W_])")
_OPEN_ENDS = ";:"
_GAP = re.compile(r"\t|[ \u00a0]{3}")
_LINE = re.compile(r"[^\n\r]{0,400}")
_NEXT_LINE = re.compile(r"[ \t]{0,40}\r?\n[ \t]{0,40}[^\s-]")
_LONGEST_TEXT = 2000


def no_recipients(plan: Plan, context: Context) -> Iterator[Finding]:
    """Nơi nhận is missing or has no line."""
    if not plan.recipients and plan.header.attached_to is None:
        signed = plan.signature.span if plan.signature is not None else None
        yield Finding.of("STR008", pointer="/recipients", span=plan.recipients_span or first_line(signed, context))


def first_line(span: Span | None, context: Context) -> Span | None:
    """The first line of a passage; the whole of it where the source is not known."""
    words = context.text(span)
    if span is None or not words:
        return span
    blank = len(words) - len(words.lstrip())
    line = words[blank:].splitlines()[0] if words.strip() else words
    return Span(span.start + blank, span.start + blank + len(line.rstrip(_MARKS))) if line.strip(_MARKS) else span


def no_archive(plan: Plan, context: Context) -> Iterator[Finding]:
    """No line says where the document is kept (Lưu)."""
    recipients = plan.recipients
    if not recipients or plan.header.attached_to is not None or not _is_whole(plan, context):
        return
    if any(recipient.archive or _KEPT.search(_words(recipient)) for recipient in recipients):
        return
    written = context.text(plan.recipients_span)
    if written is not None and _KEPT.search(fold(written).text) is not None:
        return
    yield Finding.of("STR032", pointer="/recipients", span=recipients[-1].span)


def _words(recipient: Recipient) -> str:
    return f"{recipient.name} {recipient.qualifier or ''}"


def _is_whole(plan: Plan, context: Context) -> bool:
    """Whether the list is there to its end: a signature follows it, or its last line is closed."""
    signed = plan.signature.span if plan.signature else None
    if plan.recipients_span is not None and signed is not None and signed.end > plan.recipients_span.end:
        return True
    last = context.text(plan.recipients[-1].span)
    return last is None or last.rstrip().endswith(".")


def recipient_repeated(plan: Plan, context: Context) -> Iterator[Finding]:
    """One recipient stands in two lines of the list."""
    seen: set[str] = set()
    for number, recipient in enumerate(plan.recipients):
        key = comparison_key(recipient.name)
        # What stands under another one ("- VPUB:" / "+ Lãnh đạo") is told apart by that one.
        if recipient.archive or " " not in key or _opener(recipient, context) == "+":
            continue
        if key in seen:
            yield Finding.of(
                "STR033",
                args={"name": recipient.name},
                pointer=f"/recipients/{number}",
                span=recipient.span,
            )
        seen.add(key)


def _opener(recipient: Recipient, context: Context) -> str | None:
    """The dash or plus before a recipient; "" where there is none, None where the source is not known."""
    if context.source is None or recipient.span is None:
        return None
    start = recipient.span.start
    before = context.source[max(0, start - _BEFORE) : start].rstrip(" \t\u00a0*_\\")
    return before[-1:] if before[-1:] in _DASHES else ""


def superior_left_out(plan: Plan, _: Context) -> Iterator[Finding]:
    """The body above the issuer, which the head of the document names, is not on the list."""
    if not plan.is_plan or not plan.recipients or plan.superior is None or plan.header.attached_to is not None:
        return
    if not any(recipient.archive for recipient in plan.recipients):
        return
    superior = comparison_key(plan.superior)
    if _ADVISORY.match(comparison_key(plan.issuer or "")):
        return
    council, headed = _COUNCIL.match(superior), _HEADED_BY.match(superior)
    names = [comparison_key(recipient.name) for recipient in plan.recipients if not recipient.archive]
    if (council is None and headed is None) or not names or any(_TOLD_BY_WORDS.search(name) for name in names):
        return
    if council is not None:
        told = any(_names_council(name, council["level"]) for name in names)
    else:
        kind = superior.split(" ", maxsplit=1)[0]
        told = any(kind in name.split() for name in names)
    if not told:
        yield Finding.of("STR034", args={"superior": plan.superior}, pointer="/recipients", span=plan.recipients_span)


def _names_council(name: str, level: str | None) -> bool:
    """Whether a recipient may be the council of a level: its own name, or one in which nothing tells a lower one."""
    if _COUNCIL_TOLD.search(name) is None:
        return False
    return level not in {"tỉnh", "thành phố"} or _MANY_BELOW.search(name) is None or level in name


def lines_of_recipients(plan: Plan, context: Context) -> Iterator[Finding]:
    """Lines of the list that do not begin with a dash or end as they should: ";" and, after the last, "."."""
    if context.source is None or not plan.recipients:
        return
    placed = [recipient for recipient in plan.recipients if recipient.span is not None]
    openers = [_opener(recipient, context) for recipient in placed]
    texts = [_closed(recipient, context) for recipient in placed]
    if len(placed) > 1 and not any(openers):
        yield from _without_dashes(placed, texts)
        return
    # A list closed by commas throughout is one of the Party, whose header a copy may lack.
    by_commas = all(text is not None and text[-1] == "," for text in texts[:-1])
    if not by_commas or plan.header.family is not None:
        yield from _ends(placed, texts)
    if not _goes_on(placed[-1:], context):
        yield from _last_end(placed, texts)


def _closed(recipient: Recipient, context: Context) -> str | None:
    """A recipient's line as it stands, where the whole of it stands in one place; else None."""
    if _has_columns(recipient, context):
        return None
    written = fold(context.text(recipient.span) or "").text
    # A blank line tells that something else was taken for the end of the list.
    text = clean(written) if "\n\n" not in written.replace(" ", "") else ""
    tail = f"({recipient.qualifier})" if recipient.qualifier else recipient.name.split(" ")[-1]
    is_short = len(text.split()) <= _LONGEST_LINE
    return text if is_short and tail and text.rstrip(" .:;,/").endswith(tail) else None


def _has_columns(recipient: Recipient, context: Context) -> bool:
    """Whether a tab or a gap stands within a recipient's line: what is behind it belongs to the signature beside the list."""
    span, source = recipient.span, context.source
    if span is None or source is None:
        return False
    rest = _LINE.match(source, span.end)
    words = source[span.start : rest.end() if rest is not None else span.end]
    return any(_GAP.search(line.strip()) for line in words[:_LONGEST_TEXT].splitlines())


def _without_dashes(placed: Sequence[Recipient], texts: Sequence[str | None]) -> Iterator[Finding]:
    """No line has a dash; where each is closed, so that none goes on another, they can be put there."""
    closed = all(text is not None and text[0].isalnum() and text[-1] in ";." for text in texts)
    edits = tuple(
        Edit(span=Span(recipient.span.start, recipient.span.start), text="- ")
        for recipient in placed
        if recipient.span is not None
    )
    if closed:
        yield Finding.of("STR035", pointer="/recipients", span=placed[0].span, edits=edits, variant="dash")


def _ends(placed: Sequence[Recipient], texts: Sequence[str | None]) -> Iterator[Finding]:
    """Lines before the last that do not end in ";", or in ":" before those that belong to them; told once for a list."""
    wrong = [
        (recipient, text, recipient.span)
        for recipient, text in zip(placed[:-1], texts, strict=False)
        if text is not None and recipient.span is not None and text[-1] not in _OPEN_ENDS
    ]
    if wrong and not any(recipient.archive for recipient, _, _ in wrong):
        edits = tuple(Edit(span=_end_place(text, span), text=";") for _, text, span in wrong)
        if not all(_is_sure(text) for _, text, _ in wrong):
            edits = ()
        yield Finding.of(
            "STR035",
            args={"line": wrong[0][1], "count": len(wrong)},
            pointer="/recipients",
            span=wrong[0][2],
            edits=edits,
        )


def _goes_on(last: Sequence[Recipient], context: Context) -> bool:
    """Whether the last line ends with a comma and words follow on the next one, which may belong to it."""
    span = last[0].span if last else None
    words = context.text(span) or ""
    return span is not None and words.endswith(",") and _NEXT_LINE.match(context.source or "", span.end) is not None


def _last_end(placed: Sequence[Recipient], texts: Sequence[str | None]) -> Iterator[Finding]:
    """The line of the archive, the last one, does not end in "."."""
    if not placed or not placed[-1].archive:
        return
    text, span = texts[-1], placed[-1].span
    if text is not None and span is not None and text[-1] != ".":
        edits = (Edit(span=_end_place(text, span), text="."),) if _is_sure(text) else ()
        yield Finding.of("STR035", args={"line": text}, pointer="/recipients", span=span, edits=edits, variant="last")


def _end_place(text: str, span: Span) -> Span:
    """Where the mark at the end of a line goes: in the place of a wrong one, or behind the last letter."""
    return Span(span.end - 1 if text[-1] in ".,;:" else span.end, span.end)


def _is_sure(text: str) -> bool:
    return text[-1] in ".,;:)" or text[-1].isalnum()


def archive_before_the_last(plan: Plan, context: Context) -> Iterator[Finding]:
    """The line "Lưu" is followed by another recipient."""
    recipients = plan.recipients
    kept = next((number for number, recipient in enumerate(recipients) if recipient.archive), None)
    if kept is None or recipients[-1].archive or context.source is None:
        return
    last = recipients[-1]
    if all(_opener(recipient, context) == "-" for recipient in recipients[kept:]):
        args = {"line": clean(f"Lưu: {recipients[kept].name}"), "last": last.name}
        yield Finding.of("STR036", args=args, pointer=f"/recipients/{kept}", span=recipients[kept].span)


def state_archive_in_a_party_document(plan: Plan, context: Context) -> Iterator[Finding]:
    """A document of the Party that is kept at "VT": it names the office of the committee alone."""
    kept = next((number for number, recipient in enumerate(plan.recipients) if recipient.archive), None)
    if kept is None or plan.header.family is not DocumentFamily.PARTY:
        return
    head, line = context.text(plan.header.span), plan.recipients[kept]
    if head is None or _PARTY.search(fold(head).text) is None:
        return
    words = _STATE_ARCHIVE.match(line.name)
    if words is not None:
        span = place_within(words["written"], line.span, context)
        yield Finding.of("STR044", args={"written": words["written"]}, pointer=f"/recipients/{kept}", span=span)


_BODY = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp tập huấn./.\n\n"
_SIGNED = "\n\nGIÁM ĐỐC\n\nLê Thị Ví Dụ\n"
_OF_THE_PARTY = (
    "ĐẢNG CỘNG SẢN VIỆT NAM\n\nHUYỆN ỦY AN BÌNH\n*\nSố 12-KH/HU\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI- MỤC ĐÍCH\n\n"
    "- Nâng cao nhận thức.\n\nNơi nhận:\n- Thường trực Tỉnh ủy,\n- {}.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLê Thị Ví Dụ\n"
)
_HEAD = "UBND TỈNH AN GIANG\nSỞ Y TẾ\n\nSố: 15/KH-SYT\n\n"

RECIPIENT_RULES = (
    Rule(
        code="STR008",
        inspect=no_recipients,
        violating=_BODY,
        conforming=f"{_BODY}Nơi nhận:\n- Lưu: VT.\n",
    ),
    Rule(
        code="STR032",
        inspect=no_archive,
        violating=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- Các phòng thuộc Sở.{_SIGNED}",
        conforming=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- Các phòng thuộc Sở;\n- Lưu: VT.{_SIGNED}",
    ),
    Rule(
        code="STR033",
        inspect=recipient_repeated,
        violating=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- UBND tỉnh;\n- Lưu: VT.{_SIGNED}",
        conforming=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- UBND xã;\n- Lưu: VT.{_SIGNED}",
    ),
    Rule(
        code="STR034",
        inspect=superior_left_out,
        violating=f"{_HEAD}{_BODY}Nơi nhận:\n- Các phòng thuộc Sở;\n- Lưu: VT.{_SIGNED}",
        conforming=f"{_HEAD}{_BODY}Nơi nhận:\n- UBND tỉnh (để báo cáo);\n- Lưu: VT.{_SIGNED}",
    ),
    Rule(
        code="STR035",
        inspect=lines_of_recipients,
        violating=f"{_BODY}Nơi nhận:\n- UBND tỉnh\n- Các phòng thuộc Sở,\n- Lưu: VT.{_SIGNED}",
        conforming=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- Các phòng thuộc Sở;\n- Lưu: VT.{_SIGNED}",
    ),
    Rule(
        code="STR036",
        inspect=archive_before_the_last,
        violating=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT;\n- Các phòng thuộc Sở.{_SIGNED}",
        conforming=f"{_BODY}Nơi nhận:\n- UBND tỉnh;\n- Các phòng thuộc Sở;\n- Lưu: VT.{_SIGNED}",
    ),
    Rule(
        code="STR044",
        inspect=state_archive_in_a_party_document,
        violating=_OF_THE_PARTY.format("Lưu: VT"),
        conforming=_OF_THE_PARTY.format("Lưu Văn phòng Huyện ủy"),
    ),
)

"""A plan as Markdown, in the order and wording the rules prescribe."""

from collections.abc import Iterator

from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Item, Section
from vstbpn.plans.plan import Plan
from vstbpn.vocabulary import DocumentFamily, ItemMark

_INDENT = "  "
_DEEPEST_HEADING = 6


def to_markdown(plan: Plan) -> str:
    """A plan as Markdown (kế hoạch dạng Markdown); what the plan lacks is left out.

    Header, bases, outline, closing, recipients and signature stand in the order of Nghị định 30/2020/NĐ-CP, Phụ lục I.
    A plan that ``read`` made is read back from it equal; one put together by hand may hold goals or campaigns that its
    outline does not name, and Markdown has no other place for them.

    >>> from vstbpn.plans.header import Header
    >>> from vstbpn.values import Passage
    >>> print(to_markdown(Plan(header=Header(type="Kế hoạch", title=Passage(text="Công tác gia đình năm 2026")))))
    # KẾ HOẠCH
    <BLANKLINE>
    **Công tác gia đình năm 2026**
    """
    paragraphs = [
        *_header(plan.header),
        *(basis.text for basis in plan.bases),
        *(passage.text for passage in plan.preamble),
    ]
    for section in plan.outline.sections:
        paragraphs.extend(_section(section))
    closing = plan.closing.text if plan.closing else None
    if closing is not None and not _holds(plan, closing):
        paragraphs.append(closing)
    if plan.recipients:
        paragraphs.append("\n".join(["***Nơi nhận:***", "", *_recipients(plan.recipients)]))
    if plan.signature:
        paragraphs.extend(_signature(plan.signature))
    return "\n\n".join(paragraphs)


def _header(header: Header) -> Iterator[str]:
    bodies = [
        f"**{passage.text}**" for passage in (header.superior, header.issuer) if passage and passage.text.isupper()
    ]
    if bodies:
        yield "\n\n".join(bodies)
    if header.symbol:
        yield f"Số{'' if header.family is DocumentFamily.PARTY else ':'} {header.symbol.canonical}"
    if header.place and header.date:
        yield f"*{header.place.text}, {header.date.vi if header.date.is_complete else _blank_date(header)}*"
    if header.type:
        yield f"# {header.type.upper()}"
    if header.title:
        yield f"**{header.title.text}**"
    if header.attached_to:
        yield f"*({header.attached_to.text})*"


def _blank_date(header: Header) -> str:
    """The date of a draft, with the blanks the rules leave for the registry."""
    date = header.date
    day = f"ngày {date.day:02}" if date and date.day else "ngày   "
    month = f"tháng {date.month}" if date and date.month else "tháng   "
    year = f"năm {date.year}" if date and date.year else "năm    "
    return f"{day} {month} {year}"


def _section(top: Section) -> Iterator[str]:
    waiting = [top]
    while waiting:
        section = waiting.pop()
        items = list(section.items)
        if section.title is not None:
            yield f"{'#' * min(section.level + 1, _DEEPEST_HEADING)} {section.marker} {section.title}"
        elif items and items[0].mark is ItemMark.NONE:
            yield f"{section.marker} {items.pop(0).text}"
        else:
            yield section.marker
        for item in items:
            yield from _item(item, 0)
        waiting.extend(reversed(section.sections))


def _item(item: Item, depth: int) -> Iterator[str]:
    mark = "" if item.mark is ItemMark.NONE else f"{item.mark.value} "
    yield f"{_INDENT * depth}{mark}{item.text}"
    for inner in item.items:
        yield from _item(inner, depth + 1)


def _holds(plan: Plan, closing: str) -> bool:
    """Whether the closing words stand in the outline already, as those of its last paragraph."""
    sections = list(plan.outline)
    if not sections:
        return False
    last = sections[-1]
    texts = [item.text for item in last.items] + [inner.text for item in last.items for inner in item.items]
    return any(text and closing.endswith(text) for text in [*texts[-1:], last.title or ""])


def _recipients(recipients: tuple[Recipient, ...]) -> Iterator[str]:
    last = len(recipients) - 1
    for number, recipient in enumerate(recipients):
        name = f"Lưu: {recipient.name}" if recipient.archive else recipient.name
        qualifier = f" ({recipient.qualifier})" if recipient.qualifier else ""
        yield f"- {name}{qualifier}{'.' if number == last else ';'}"


def _signature(signature: Signature) -> Iterator[str]:
    for prefix, body in zip(signature.prefixes, signature.on_behalf_of, strict=False):
        yield f"**{prefix.value} {body}**"
    for position in signature.positions:
        yield f"**{position.text}**"
    if signature.name:
        yield f"**{signature.name.text}**"

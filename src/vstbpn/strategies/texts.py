"""Strategies of texts: plans written out in the layouts they come in."""

import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.plans.header import Header
from vstbpn.plans.outline import Item, Section
from vstbpn.plans.plan import Plan
from vstbpn.strategies.plans import plans
from vstbpn.values import frozen
from vstbpn.vocabulary import DocumentFamily, SigningPrefix

Layout = Literal["plain", "markdown", "wrapped", "crlf", "decomposed"]
"""How a text is laid out (a paragraph a line; with Markdown marks; hard-wrapped; with Windows line ends; in NFD)."""

LAYOUTS: tuple[Layout, ...] = get_args(Layout)

_WIDTH = 78
_OF_THE_PARTY = {SigningPrefix.COLLECTIVE: "T/M", SigningPrefix.FOR_HEAD: "K/T", SigningPrefix.BY_ORDER: "T/L"}
"""How the Party writes signing prefixes."""


@frozen
class WrittenPlan:
    """A plan and its text (kế hoạch và văn bản của nó).

    Args:
        plan: What the text says; its spans are none of the text.
        layout: How the text is laid out.
        text: The text.
    """

    plan: Plan
    layout: Layout
    text: str = attrs.field(repr=False)


@st.composite
def written_plans(draw: DrawFn, *, layouts: tuple[Layout, ...] = LAYOUTS) -> WrittenPlan:
    """Plans with their text: ``read`` gives header, bases, sections, goals, closing, recipients and signature back.

    Layouts are drawn from ``layouts``. Of a wrapped text the paragraphs inside sections may come back in pieces.

    Use: ``@given(strategies.written_plans(layouts=("markdown",)))``.
    """
    plan = draw(plans())
    layout = draw(st.sampled_from(layouts))
    return WrittenPlan(plan=plan, layout=layout, text=_SETTERS[layout](list(_paragraphs(plan))))


def plan_texts(*, layouts: tuple[Layout, ...] = LAYOUTS) -> SearchStrategy[str]:
    """Texts of small plans (văn bản kế hoạch), in several layouts.

    Args:
        layouts: The layouts to draw from.

    Use: ``@given(strategies.plan_texts())``.
    """
    return written_plans(layouts=layouts).map(lambda written: written.text)


_Paragraph = tuple[str, str]
"""The role of a paragraph and its words."""


def _paragraphs(plan: Plan) -> Iterator[_Paragraph]:
    yield from _header(plan.header)
    for number, basis in enumerate(plan.bases, start=1):
        yield "body", f"{basis.text}{'.' if number == len(plan.bases) else ';'}"
    for words in plan.preamble:
        yield "body", words.text
    for section in plan.outline.sections:
        yield from _section(section)
    if plan.closing is not None:
        yield "body", plan.closing.text
    yield from _ending(plan)


def _header(header: Header) -> Iterator[_Paragraph]:
    party = header.family is DocumentFamily.PARTY
    if header.superior is not None:
        yield "line", header.superior.text
    if header.issuer is not None:
        yield "line", header.issuer.text
    if party:
        yield "line", "*"
        yield "line", "ĐẢNG CỘNG SẢN VIỆT NAM"
    else:
        yield "line", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        yield "line", "Độc lập - Tự do - Hạnh phúc"
    yield "line", f"Số{'' if party else ':'} {header.symbol}"
    if header.date is not None:
        yield "line", f"{header.place}, {header.date.vi}"
    yield "title", "KẾ HOẠCH"
    yield "subtitle", str(header.title)


def _section(section: Section) -> Iterator[_Paragraph]:
    contents = section.items
    if section.title is None:
        yield "body", f"{section.marker} {contents[0].text}"
        contents = contents[1:]
    else:
        yield "heading", f"{section.marker} {section.title}"
    for item in contents:
        yield from _item(item)
    for below in section.sections:
        yield from _section(below)


def _item(item: Item) -> Iterator[_Paragraph]:
    yield "body", f"{item.mark.value} {item.text}".strip()
    for below in item.items:
        yield from _item(below)


def _ending(plan: Plan) -> Iterator[_Paragraph]:
    party = plan.header.family is DocumentFamily.PARTY
    yield "line", "Nơi nhận:"
    for recipient in plan.recipients:
        if recipient.archive:
            yield "line", f"- Lưu{'' if party else ':'} {recipient.name}."
        else:
            yield "line", f"- {recipient.name}{f' ({recipient.qualifier})' if recipient.qualifier else ''};"
    signature = plan.signature
    if signature is None:
        return
    for prefix, whom in zip(signature.prefixes, signature.on_behalf_of, strict=True):
        yield "signing", f"{_OF_THE_PARTY.get(prefix, prefix.value) if party else prefix.value} {whom}"
    for position in signature.positions:
        yield "signing", position.text
    if signature.name is not None:
        yield "signing", signature.name.text


def _plain(paragraphs: list[_Paragraph]) -> str:
    """A paragraph a line; blank lines around headings, title and ending."""
    lines: list[str] = []
    for role, words in paragraphs:
        if role in {"title", "heading"} or words == "Nơi nhận:":
            lines.append("")
        lines.append(words)
        if role in {"subtitle", "heading"}:
            lines.append("")
    return "\n".join(lines) + "\n"


def _markdown(paragraphs: list[_Paragraph]) -> str:
    """Headings with number signs, header and signature in bold, a blank line between paragraphs."""
    marks = {"title": "# {}", "subtitle": "**{}**", "heading": "## {}", "signing": "**{}**"}
    return "\n\n".join(marks.get(role, "{}").format(words) for role, words in paragraphs) + "\n"


def _wrapped(paragraphs: list[_Paragraph]) -> str:
    """Lines of limited width, as a converter makes them; a blank line between paragraphs."""
    return (
        "\n\n".join(
            textwrap.fill(words, _WIDTH, break_long_words=False, break_on_hyphens=False) for _, words in paragraphs
        )
        + "\n"
    )


_SETTERS: Mapping[Layout, Callable[[list[_Paragraph]], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "wrapped": _wrapped,
    "crlf": lambda paragraphs: _plain(paragraphs).replace("\n", "\r\n"),
    "decomposed": lambda paragraphs: unicodedata.normalize("NFD", _plain(paragraphs)),
}

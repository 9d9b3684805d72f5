"""Reading a text into documents; the text stays whole, cut into blocks."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vstbpn.calendars.finding.deadlines import scan_deadlines
from vstbpn.calendars.finding.occasions import campaign_of_title, scan_campaigns, scan_observances
from vstbpn.calendars.finding.periods import scan_periods
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention
from vstbpn.errors import UnusableInputError
from vstbpn.findings import Finding
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline
from vstbpn.plans.plan import Plan
from vstbpn.reading.ending import read_ending
from vstbpn.reading.goals import read_goals
from vstbpn.reading.header import read_header
from vstbpn.reading.legacy import legacy_letters
from vstbpn.reading.lines import Line, Paragraph, join_lines, split_lines, with_header_cells
from vstbpn.reading.markers import Marker, opens_item, read_marker, with_undotted
from vstbpn.reading.outline import OutlineBuilder, styles_in
from vstbpn.reading.preamble import find_issuing, is_basis, read_basis
from vstbpn.reading.regions import CLOSING, END_MARK, Region, find_regions, without_form_heads
from vstbpn.reading.tasks import read_tasks, with_owners
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.scanning import scan_references
from vstbpn.text import Folded, clean, fold
from vstbpn.values import Passage, Span, evolve, frozen
from vstbpn.vocabulary import BlockKind, DocumentType


@frozen
class Block:
    """A piece of the source (khối) and what it is; the blocks of a reading cover the source without gap or overlap.

    Args:
        kind: What it is.
        text: The piece itself, unchanged.
        span: Where it stands in the source.
    """

    kind: BlockKind
    text: str
    span: Span


@frozen
class Reading:
    r"""What a text turned out to hold (kết quả đọc).

    Args:
        source: The text given, unchanged.
        documents: The documents it holds, in order: a decision and the plan it carries are two.
        blocks: The source in pieces.
        mentions: Every reference of the text.
        findings: What the reading itself has to say: that the text is no plan, that its encoding is a legacy one.

    >>> reading = read("KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nCăn cứ Luật Bình đẳng giới;\n\nI. MỤC ĐÍCH")
    >>> reading.plan.title, reading.plan.bases[0].reference.name
    ('Công tác bình đẳng giới năm 2026', 'Luật Bình đẳng giới')
    >>> "".join(block.text for block in reading.blocks) == reading.source
    True
    """

    source: str
    documents: tuple[Plan, ...] = ()
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def plan(self) -> Plan | None:
        """The first document of a type that plans, or None."""
        return next((document for document in self.documents if document.is_plan), None)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every act the text refers to, in reading order, each mention one."""
        return tuple(mention.reference for mention in self.mentions)


def read(text: str) -> Reading:
    """Read a text (đọc văn bản).

    Takes plain text, Markdown-like text, hard-wrapped lines, recognised pages (OCR), NFC or NFD; nothing in it raises.
    Takes time linear in the text.

    Raises:
        UnusableInputError: Something else than a text was given; bytes are for ``decode`` first.
    """
    if not isinstance(text, str):
        raise UnusableInputError(
            f"a {type(text).__name__}, not a text", "decode a file's bytes with vstbpn.decode first"
        )
    folded = fold(text)
    lines = with_header_cells(folded, split_lines(folded.text))
    found = _Found(folded)
    pieces: list[_Piece] = []
    documents = tuple(_document(folded, lines, region, found, pieces) for region in find_regions(folded.text, lines))
    return Reading(
        source=text,
        documents=documents,
        blocks=_blocks(folded, pieces),
        mentions=found.mentions,
        findings=_findings(folded, documents),
    )


class _Piece(NamedTuple):
    start: int
    end: int
    kind: BlockKind


class _Found:
    """Everything found by scanning the text once, to be handed out by span."""

    def __init__(self, folded: Folded) -> None:
        self.mentions = scan_references(folded, 0, len(folded.text))
        self._mention_starts = [mention.span.start for mention in self.mentions]
        # A date that belongs to a reference is no deadline.
        taken = [mention.whole for mention in self.mentions]
        starts = [span.start for span in taken]
        self.deadlines = tuple(
            deadline
            for deadline in scan_deadlines(folded, 0, len(folded.text))
            if deadline.span and not _lies_in(deadline.span, taken, starts)
        )
        self._deadline_starts = [deadline.span.start for deadline in self.deadlines if deadline.span]
        self.campaigns = tuple(scan_campaigns(folded, 0, len(folded.text)))
        self.observances = tuple(scan_observances(folded, 0, len(folded.text)))

    def within(self, span: Span) -> tuple[tuple[Mention, ...], tuple[Deadline, ...]]:
        """The references and the deadlines that begin in a span."""
        return (
            self.mentions[bisect_left(self._mention_starts, span.start) : bisect_left(self._mention_starts, span.end)],
            self.deadlines[
                bisect_left(self._deadline_starts, span.start) : bisect_left(self._deadline_starts, span.end)
            ],
        )


def _lies_in(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_left(starts, span.start + 1) - 1
    return number >= 0 and span.start < taken[number].end


def _document(folded: Folded, lines: list[Line], region: Region, found: _Found, pieces: list[_Piece]) -> Plan:
    text = folded.text
    header = read_header(folded, lines, region)
    for number in range(region.start, region.title_end):
        title = region.type_line is not None and number >= region.type_line
        pieces.append(_Piece(lines[number].start, lines[number].end, BlockKind.TITLE if title else BlockKind.HEADER))
    body = _Body(folded, found)
    body.read(
        join_lines(text, lines[region.title_end : region.ending]),
        join_lines(text, without_form_heads(text, lines[region.annex : region.end])),
    )
    pieces.extend(body.pieces)
    ending = read_ending(folded, lines[region.ending : region.annex])
    pieces.extend(_Piece(line.start, line.end, BlockKind.RECIPIENTS) for line in ending.recipient_lines)
    pieces.extend(_Piece(line.start, line.end, BlockKind.SIGNATURE) for line in ending.signature_lines)
    if header.issuer is None:
        header = evolve(header, issuer=body.issuer or body.authority)
    if header.type is None and body.type is not None and body.bases:
        header = evolve(header, type=body.type.vi)
    outline = body.builder.finish() if body.builder else Outline()
    span = folded.span(lines[region.start].start, lines[region.end - 1].end)
    mentions, deadlines = found.within(span)
    tasks, deadlines = with_owners(folded, outline, read_tasks(folded, outline, found.within), deadlines)
    return Plan(
        header=header,
        bases=tuple(body.bases),
        preamble=tuple(body.preamble),
        outline=outline,
        goals=read_goals(folded, outline),
        tasks=tasks,
        deadlines=deadlines,
        periods=tuple(scan_periods(folded, lines[region.start].start, lines[region.end - 1].end)),
        campaigns=_campaigns(folded, lines[region.start].start, lines[region.end - 1].end, found, header),
        observances=tuple(
            observance for observance in found.observances if observance.span and observance.span in span
        ),
        mentions=mentions,
        closing=body.closing,
        recipients=ending.recipients,
        recipients_span=ending.recipients_span,
        signature=ending.signature,
        span=span,
    )


def _campaigns(folded: Folded, start: int, end: int, found: _Found, header: Header) -> tuple[CampaignMention, ...]:
    """The campaigns named with their dates; a plan for one campaign gives its dates in a section of their own."""
    span = folded.span(start, end)
    named = tuple(campaign for campaign in found.campaigns if campaign.span and campaign.span in span)
    if named or header.title is None:
        return named
    of_title = campaign_of_title(folded, start, end, header.title.text)
    return (of_title,) if of_title else ()


class _Body:
    """Takes the paragraphs of a body in order: bases and preamble first, then sections, items and paragraphs."""

    def __init__(self, folded: Folded, found: _Found) -> None:
        self._folded = folded
        self._found = found
        self.pieces: list[_Piece] = []
        self.bases: list[LegalBasis] = []
        self.preamble: list[Passage] = []
        self.closing: Passage | None = None
        self.authority: Passage | None = None
        self.issuer: Passage | None = None
        self.type: DocumentType | None = None
        self.builder: OutlineBuilder | None = None

    def read(self, body: list[Paragraph], annex: list[Paragraph]) -> None:
        """Read the paragraphs before the ending, then those of the appendices after it."""
        paragraphs = [*body, *annex]
        starts, ends = [paragraph.start for paragraph in paragraphs], [paragraph.end for paragraph in paragraphs]
        markers = with_undotted(self._folded.text, starts, ends, [self._marker(paragraph) for paragraph in paragraphs])
        self.builder = OutlineBuilder(self._folded, styles_in(markers))
        for number, (paragraph, marker) in enumerate(zip(paragraphs, markers, strict=True), start=1):
            kind = self._take(paragraph, marker, self.builder, last=number == len(body))
            self.pieces.append(_Piece(paragraph.start, paragraph.end, kind))
        if self.closing is None and body:
            self._mark_closing(body[-1])

    def _marker(self, paragraph: Paragraph) -> Marker | None:
        """The marker of a paragraph; one without words is a heading only if it names itself ("Chương I")."""
        marker = read_marker(self._folded.text, paragraph.start, paragraph.end, bare=True)
        return None if marker and marker.text_start == paragraph.end and not marker.word else marker

    def _take(self, paragraph: Paragraph, marker: Marker | None, builder: OutlineBuilder, *, last: bool) -> BlockKind:
        if marker is not None:
            builder.add_section(paragraph, marker)
            return BlockKind.SECTION
        if not builder.is_open:
            return self._before_sections(paragraph)
        if opens_item(self._folded.text, paragraph.start, paragraph.end):
            builder.add_item(paragraph)
            return BlockKind.ITEM
        return self._paragraph(paragraph, builder, last=last)

    def _before_sections(self, paragraph: Paragraph) -> BlockKind:
        folded, text = self._folded, self._folded.text
        if not self.bases and self.authority is None and text[paragraph.start : paragraph.end].isupper():
            # "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above the bases names who decides.
            self.authority = _passage(folded, paragraph.start, paragraph.end)
            return BlockKind.HEADER
        issuing = find_issuing(folded, paragraph)
        if issuing and self.issuer is None:
            self.issuer, self.type = issuing.body, issuing.type
        if is_basis(text, paragraph):
            cut = issuing.start if issuing and issuing.start > paragraph.start else paragraph.end
            basis = paragraph._replace(end=_trimmed(text, paragraph.start, cut))
            self.bases.append(read_basis(folded, basis, self._found.within(folded.span(basis.start, basis.end))[0]))
            if cut < paragraph.end:
                self.preamble.append(_passage(folded, cut, paragraph.end))
            return BlockKind.BASIS
        self.preamble.append(_passage(folded, paragraph.start, paragraph.end))
        return BlockKind.PREAMBLE

    def _paragraph(self, paragraph: Paragraph, builder: OutlineBuilder, *, last: bool) -> BlockKind:
        text = self._folded.text
        if text[paragraph.start : paragraph.end].isupper() and builder.add_title(paragraph):
            return BlockKind.SECTION
        closes = CLOSING.match(text, paragraph.start, paragraph.end) or (
            last and END_MARK.search(text, max(paragraph.start, paragraph.end - 4), paragraph.end)
        )
        if closes and last:
            self.closing = _passage(self._folded, paragraph.start, paragraph.end)
            if builder.is_bare and not CLOSING.match(text, paragraph.start, paragraph.end):
                # What closes the text is then all its last section says.
                builder.add_paragraph(paragraph)
            return BlockKind.CLOSING
        builder.add_paragraph(paragraph)
        return BlockKind.PARAGRAPH

    def _mark_closing(self, paragraph: Paragraph) -> None:
        """Keep the end of a body whose last section closes it: the mark "./." may stand there."""
        text = self._folded.text
        if END_MARK.search(text, max(paragraph.start, paragraph.end - 4), paragraph.end):
            self.closing = _passage(self._folded, paragraph.start, paragraph.end)


def _passage(folded: Folded, start: int, end: int) -> Passage:
    return Passage(text=clean(folded.text[start:end]), span=folded.span(start, end))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _blocks(folded: Folded, pieces: Iterable[_Piece]) -> tuple[Block, ...]:
    """The whole source in blocks: what lies between two pieces is filler."""
    source = folded.source
    blocks: list[Block] = []
    done = 0
    for piece in sorted(pieces):
        span = folded.outer(piece.start, piece.end)
        start, end = max(done, span.start), span.end
        if start > done:
            blocks.append(Block(kind=BlockKind.FILLER, text=source[done:start], span=Span(done, start)))
        if end > start:
            blocks.append(Block(kind=piece.kind, text=source[start:end], span=Span(start, end)))
            done = end
    if done < len(source):
        blocks.append(Block(kind=BlockKind.FILLER, text=source[done:], span=Span(done, len(source))))
    return tuple(blocks)


def _findings(folded: Folded, documents: tuple[Plan, ...]) -> tuple[Finding, ...]:
    findings = []
    whole = Span(0, len(folded.source))
    if not folded.text.strip():
        findings.append(Finding.of("DOC002", span=whole))
    elif not any(document.is_plan for document in documents):
        kind = next((document.type for document in documents if document.type), None)
        if kind is not None:
            findings.append(Finding.of("DOC001", span=whole, args={"type": kind}, variant="other"))
        else:
            # A piece of a document has lost its type, and may be of a plan.
            is_a_piece = any(one.symbol or one.bases or one.outline.sections for one in documents)
            findings.append(Finding.of("DOC001", span=whole, variant="untyped" if is_a_piece else ""))
    if legacy := legacy_letters(folded):
        findings.append(Finding.of("DOC003", span=legacy))
    return tuple(findings)

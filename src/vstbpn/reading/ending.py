"""Reading the end of a document: recipients and signature."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from vstbpn.plans.ending import Recipient, Signature
from vstbpn.reading.lines import Line, split_columns, tab_columns
from vstbpn.reading.markers import opens_item
from vstbpn.reading.regions import RECIPIENTS
from vstbpn.reading.signing import SIGNING, signs
from vstbpn.text import Folded, clean
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import SigningPrefix

_DASH = re.compile(r" {0,12}[-–+]\s{0,3}(?=\S)")
_NEXT_ON_THE_LINE = re.compile(r"[;:.,] {0,12}(?=[-–+] )")
_BEFORE_A_PREFIX = re.compile(r"(?<=[.;)]) {1,4}(?=(?:TM|KT|TL|TUQ)\. )")
_ARCHIVE = re.compile(r"Lưu\s*:?\s*")
_QUALIFIER = re.compile(r"\s{0,3}\((?P<words>[^()]{1,80})\)\s*[.;,/]{0,3}$")
_PREFIX = re.compile(r"(?P<prefix>TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)(?:\.\s*|\s+)")
_GLUED_PREFIX = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)\.[^\W\d_]")
_PREFIXES = {
    "TM": SigningPrefix.COLLECTIVE,
    "KT": SigningPrefix.FOR_HEAD,
    "TL": SigningPrefix.BY_ORDER,
    "TUQ": SigningPrefix.BY_DELEGATION,
    "Q": SigningPrefix.ACTING,
}
_ACADEMIC = re.compile(r"(?:GS|PGS|TS|ThS|BS|CN|KS|NGƯT|NGND)\.")
_LONGEST_NAME = 8
_RIGHT_COLUMN = 24
_RANK_ALONE = re.compile(r"(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu)\s+(?:[Tt]ướng|[Tt]á|[Úú]y|[Uu]ý)|[.…_-]+")
_NO_SIGNATURE = re.compile(r"\(?\s*(?:[Đđ]ã\s+ký|[Kk]ý\s+tên)")


class Ending(NamedTuple):
    """What the end of a document holds, and where; lines after the signature belong to neither part."""

    recipients: tuple[Recipient, ...]
    recipients_span: Span | None
    signature: Signature | None
    recipient_lines: list[Line]
    signature_lines: list[Line]


def read_ending(folded: Folded, lines: list[Line]) -> Ending:
    """Read the lines from the first recipient or signing line on."""
    cells = [cell for line in lines for part in tab_columns(folded, line) for cell in split_columns(folded.text, part)]
    in_columns = any("\n" not in folded.text[left.end : right.start] for left, right in pairwise(cells))
    recipient_lines, signature_lines = (_by_column if in_columns else _by_order)(folded.text, cells)
    recipients, span = _recipients(folded, recipient_lines)
    return Ending(recipients, span, _signature(folded, signature_lines), recipient_lines, signature_lines)


def _by_column(text: str, cells: list[Line]) -> tuple[list[Line], list[Line]]:
    """The cells of a printed page: recipients stand on the left, the signature on the right."""
    behind = [
        False,
        *("\n" not in text[left.end : right.start] and _is_closed(text, left) for left, right in pairwise(cells)),
    ]
    on_the_right = [
        (follows or cell.indent >= _RIGHT_COLUMN) and not opens_item(text, cell.start, cell.end)
        for cell, follows in zip(cells, behind, strict=True)
    ]
    left = [cell for cell, right in zip(cells, on_the_right, strict=True) if not right]
    return left, [cell for cell, right in zip(cells, on_the_right, strict=True) if right]


def _is_closed(text: str, cell: Line) -> bool:
    """Whether a cell is a whole recipient or the word above them, so that what follows on its line is the other column."""
    return (
        text[cell.end - 1] in ".;)" or RECIPIENTS.match(text, cell.start, cell.end) is not None
    ) and not _ARCHIVE.fullmatch(text[cell.start : cell.end].lstrip("-–+ "))


def _by_order(text: str, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a plain text: recipients and signature stand one after the other."""
    recipient_lines: list[Line] = []
    signature_lines: list[Line] = []
    part = signature_lines
    cells = list(chain.from_iterable(_unflattened(text, line) for line in lines))
    for number, line in enumerate(cells):
        if RECIPIENTS.match(text, line.start, line.end):
            part = recipient_lines
        elif part is recipient_lines and _opens_signature(text, cells, number, len(recipient_lines)):
            part = signature_lines
        part.append(line)
    return recipient_lines, signature_lines


def _unflattened(text: str, line: Line) -> Iterator[Line]:
    """A line cut where a flattened table put the signature behind the last recipient ("- Lưu: VT. TM. ỦY BAN …")."""
    gap = _BEFORE_A_PREFIX.search(text, line.start, line.end)
    if gap:
        yield line._replace(end=gap.start())
        line = line._replace(start=gap.end())
    yield line


def _opens_signature(text: str, lines: list[Line], number: int, recipients: int) -> bool:
    """Whether the recipients end here: at a signing prefix or position, or at capitals right under an empty "Nơi nhận"."""
    line = lines[number]
    if SIGNING.match(text, line.start, line.end) or _GLUED_PREFIX.match(text, line.start, line.end):
        return True
    if recipients == 1 and _is_capitals(text, line) and not opens_item(text, line.start, line.end):
        return True
    return recipients > 1 and signs(text, lines, number)


def _is_capitals(text: str, line: Line) -> bool:
    return text[line.start : line.end].isupper()


def _recipients(folded: Folded, lines: list[Line]) -> tuple[tuple[Recipient, ...], Span | None]:
    if not lines:
        return (), None
    text = folded.text
    start, end = lines[0].start, lines[-1].end
    head = RECIPIENTS.match(text, start, end)
    begin = head.end() if head else start
    pieces = [piece for line in lines if line.end > begin for piece in _pieces(text, max(line.start, begin), line.end)]
    dashed = any(piece.dashed for piece in pieces)
    groups: list[list[_Piece]] = []
    for piece in pieces:
        # Without a dash a line goes on the recipient above it, unless the copy lost all its dashes.
        if piece.dashed or not dashed:
            groups.append([piece])
        elif groups:
            groups[-1].append(piece)
    found = (_recipient(folded, group) for group in groups)
    return tuple(recipient for recipient in found if recipient is not None), folded.span(start, end)


class _Piece(NamedTuple):
    """A stretch of a line that holds a recipient or goes on the one before."""

    start: int
    end: int
    dashed: bool


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """The recipients on one line: a table may have put several there ("- Bộ Nội vụ; - UBND tỉnh;")."""
    starts = [start, *(match.end() for match in _NEXT_ON_THE_LINE.finditer(text, start, end))]
    pieces = []
    for first, following in zip(starts, [*starts[1:], end], strict=True):
        dash = _DASH.match(text, first, following)
        piece = _Piece(dash.end() if dash else first, following, dash is not None)
        if text[piece.start : piece.end].strip(" :"):
            pieces.append(piece)
    return pieces


def _recipient(folded: Folded, group: list[_Piece]) -> Recipient | None:
    words = clean(" ".join(folded.text[piece.start : piece.end] for piece in group))
    archive = _ARCHIVE.match(words)
    # The drafter's mark in brackets stays with the archive's: "Lưu: VT (HTM)".
    qualifier = None if archive else _QUALIFIER.search(words)
    name = words[archive.end() if archive else 0 : qualifier.start() if qualifier else None].strip(" .:;,/")
    if not name and not archive:
        return None
    return Recipient(
        name=name,
        qualifier=qualifier["words"] if qualifier else None,
        archive=archive is not None,
        span=folded.span(group[0].start, _stripped_end(folded.text, group)),
    )


def _stripped_end(text: str, group: list[_Piece]) -> int:
    """Where a recipient ends in the text: its first line alone if the other column stands between its lines."""
    together = all(not text[above.end : below.start].strip() for above, below in pairwise(group))
    end = group[-1].end if together else group[0].end
    while end > group[0].start and text[end - 1].isspace():
        end -= 1
    return end


def _signature(folded: Folded, lines: list[Line]) -> Signature | None:
    if not lines:
        return None
    text = folded.text
    capitals: list[tuple[int, int]] = []
    name: tuple[int, int] | None = None
    for line in lines:
        start, cut, end = line.start, _capitals_end(text, line), line.end
        if cut > start:
            capitals.append((start, cut))
        rest = clean(text[cut:end])
        if (
            rest
            and name is None
            and capitals
            and len(rest.split()) <= _LONGEST_NAME
            and not (_NO_SIGNATURE.match(rest) or _RANK_ALONE.fullmatch(rest))
        ):
            begin = end - len(text[cut:end].lstrip())
            name = (begin, end)
    if not capitals:
        return None
    prefixes, on_behalf, positions = _positions(folded, capitals)
    return Signature(
        prefixes=prefixes,
        on_behalf_of=on_behalf,
        positions=positions,
        name=Passage(text=clean(text[name[0] : name[1]]), span=folded.span(*name)) if name else None,
        span=folded.span(lines[0].start, lines[-1].end),
    )


def _capitals_end(text: str, line: Line) -> int:
    """Where the run of words in capitals at the start of a line ends."""
    at = line.start
    for word in re.compile(r"\S+").finditer(text, line.start, line.end):
        if _ACADEMIC.match(word[0]) or (not word[0].isupper() and any(character.isalpha() for character in word[0])):
            break
        at = word.end()
    return at


def _positions(
    folded: Folded, capitals: list[tuple[int, int]]
) -> tuple[tuple[SigningPrefix, ...], tuple[str, ...], tuple[Passage, ...]]:
    """Take the prefixes apart from the positions: "TM. ỦY BAN NHÂN DÂN" / "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH"."""
    text = folded.text
    prefixes, on_behalf, positions = [], [], []
    for start, end in _split_at_prefixes(text, capitals):
        match = _PREFIX.match(text, start, end)
        if match:
            prefixes.append(_PREFIXES[match["prefix"].replace("/", "")])
            on_behalf.append(clean(text[match.end() : end]))
        else:
            positions.append(Passage(text=clean(text[start:end]), span=folded.span(start, end)))
    return tuple(prefixes), tuple(on_behalf), tuple(positions)


def _split_at_prefixes(text: str, capitals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut lines that a table flattened ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH") at each prefix and deputy."""
    pieces = []
    for start, end in capitals:
        cuts = [start]
        cuts += [
            match.start()
            for match in re.compile(r"(?<=\s)(?:(?:TM|KT|TL|TUQ)\.|PHÓ|THỨ\s+TRƯỞNG)(?=\s|$)").finditer(
                text, start, end
            )
        ]
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            while last > first and text[last - 1] == " ":
                last -= 1  # noqa: PLW2901  # Trimming the piece in place is the plainest way.
            if last > first:
                pieces.append((first, last))
    return pieces

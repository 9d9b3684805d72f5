"""Whether words of the source are a wording that is spoken of (câu chữ được dẫn): 'sửa “…” thành “…”'."""

import re

from vstbpn.text import composed
from vstbpn.validation.rule import Context
from vstbpn.values import Span

_WIDEST = 600
"""How far a line is looked at before and behind a place."""
_LINE_END = re.compile(r"[\n\r]")
_SPEAKS = re.compile(
    r"(?<![^\W_])(?:sửa|thay|cụm\s+từ|từ\s+ngữ|các\s+từ|bỏ|thành|bằng|đính\s+chính|bổ\s+sung|ghi|viết|nhầm|sai)(?![^\W_])",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"), ("„", "”"))


def is_spoken_of(span: Span | None, context: Context) -> bool:
    """Whether a place is within quotation marks on its line, after a word such as "sửa", "thay cụm từ" or "thành".

    Such a wording is told as it was, faults and all, so that nobody may mend it.
    """
    source = context.source
    if source is None or span is None or span.start > len(source):
        return False
    before = source[max(0, span.start - _WIDEST) : span.start]
    before = before[_last_end(before) :]
    opened = opener(before)
    if opened is None:
        return False
    at, closer = opened
    behind = source[span.end : span.end + _WIDEST]
    ended = _LINE_END.search(behind)
    is_closed = closer in (behind[: ended.start()] if ended else behind) or closer in source[span.start : span.end]
    return is_closed and _SPEAKS.search(composed(before[:at])) is not None


def opener(before: str) -> tuple[int, str] | None:
    """Where the quotation mark stands that is still open at the end of some words, and the mark that would close it."""
    found = [(before.rfind(first), last) for first, last in _PAIRS if before.rfind(first) > before.rfind(last)]
    if before.count('"') % 2:
        found.append((before.rfind('"'), '"'))
    return max(found, default=None)


def _last_end(text: str) -> int:
    return max(text.rfind("\n"), text.rfind("\r")) + 1

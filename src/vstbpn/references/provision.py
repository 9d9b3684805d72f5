"""Provisions (điều khoản): which article, clause or point of an act is meant."""

import re
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.blanks import has_blank_line
from vstbpn.text import fold
from vstbpn.values import Span, frozen

LEVELS = ("appendix", "part", "chapter", "section", "article", "clause", "point")
"""The levels of a provision, the highest first."""

_WORDS = {
    "phần": "part",
    "chương": "chapter",
    "mục": "section",
    "phụ lục": "appendix",
    "điều": "article",
    "khoản": "clause",
    "điểm": "point",
}
_VIETNAMESE = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "appendix": "Phụ lục",
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
}
_ENGLISH = {
    "part": "Part",
    "chapter": "Chapter",
    "section": "Section",
    "appendix": "Appendix",
    "article": "Article",
    "clause": "clause",
    "point": "point",
}
_LABEL = r"(?:[0-9]{1,3}[a-zđ]?(?:\.[0-9]{1,3}){0,3}|[IVXLC]{1,7}|[a-zđ])(?![\w%])"
_TOKEN = re.compile(
    rf"(?:(?P<word>[Pp]hụ\s+lục|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần)(?:\s+số)?\s{{1,3}})(?P<first>{_LABEL})"
    rf"(?P<more>(?:(?:\s{{0,2}}(?:,|và|hoặc|đến|-|–)\s{{1,2}}|(?:-|–)){_LABEL}){{0,40}})"
)
_MORE = re.compile(rf"(?P<mark>,|và|hoặc|đến|-|–)\s{{0,2}}(?P<label>{_LABEL})")
_GAP = re.compile(r"\s{0,3}(?:(?:,|và|hoặc|của|đến|từ|tại|các)\s{0,3}){0,3}")
_ATTACHED = re.compile(r"\s{1,3}(?:(?:được\s{1,3})?ban\s{1,3}hành\s{1,3})?kèm\s{1,3}theo\s{1,3}")
_PLURAL = re.compile(r"(?:(?:[Cc]ác|[Tt]ừ)\s+)$")
_GAP_WORDS = frozenset(["và", "hoặc", "của", "đến", "từ", "tại", "các", "được", "ban", "hành", "kèm", "theo", ","])
_LABEL_ALONE = re.compile(rf"(?:{_LABEL}[-–])?{_LABEL},?")
_WIDEST_GAP = 48


@frozen
class Provision:
    """A provision (điều khoản) of an act: one article, clause or point, or a range of them.

    Each field is the label as the act prints it. ``point`` may be ``d`` or ``đ``, which differ.

    >>> str(Provision(article="5", clause="2", point="a"))
    'điểm a khoản 2 Điều 5'
    >>> Provision.parse("từ khoản 1 đến khoản 18 Điều 9")
    Provision(article='9', clause='1', clause_to='18')
    """

    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    appendix: str | None = None
    article: str | None = None
    article_to: str | None = None
    clause: str | None = None
    clause_to: str | None = None
    point: str | None = None
    point_to: str | None = None

    def __attrs_post_init__(self) -> None:
        labels = [getattr(self, level) for level in LEVELS]
        ends = [getattr(self, f"{level}_to") for level in ("article", "clause", "point")]
        if not any(labels):
            raise InvalidValueError("provision", "", "at least one of article, clause, point … must be given")
        for label in (*labels, *ends):
            if label is not None and not re.fullmatch(_LABEL, label):
                raise InvalidValueError("provision", str(label), "expected a number, a Roman numeral or a letter")
        for level, end in zip(("article", "clause", "point"), ends, strict=True):
            if end is not None and getattr(self, level) is None:
                raise InvalidValueError("provision", str(end), f"a range of {level}s has a first one")

    @classmethod
    def parse(cls, text: str) -> "Provision":
        """Read one provision; the inverse of ``str``.

        Raises:
            ParseError: The text names none, or several.
        """
        folded = fold(text).text
        found = read_provisions_before(folded, 0, len(folded.rstrip()))
        if found is None or folded[: found.start].strip():
            raise ParseError(text, Span(0, len(text)), "expected a provision such as 'khoản 2 Điều 5'")
        if len(found.provisions) != 1:
            raise ParseError(text, Span(0, len(text)), f"expected one provision, found {len(found.provisions)}")
        return found.provisions[0]

    def __str__(self) -> str:
        words = [self._words(level, _VIETNAMESE) for level in reversed(LEVELS) if getattr(self, level) is not None]
        return " ".join(words)

    @property
    def en(self) -> str:
        """The provision in English (``point a, clause 2, Article 5``)."""
        return ", ".join(
            f"{_ENGLISH[level]} {self._range(level, '–')}"
            for level in reversed(LEVELS)
            if getattr(self, level) is not None
        )

    def _words(self, level: str, words: dict[str, str]) -> str:
        word = words[level]
        end = getattr(self, f"{level}_to", None)
        label = getattr(self, level)
        return f"từ {word} {label} đến {word} {end}" if end else f"{word} {label}"

    def _range(self, level: str, dash: str) -> str:
        end = getattr(self, f"{level}_to", None)
        return f"{getattr(self, level)}{dash}{end}" if end else str(getattr(self, level))


class FoundProvisions(NamedTuple):
    """The provisions named before an act, and where their words begin and end."""

    provisions: tuple[Provision, ...]
    start: int
    end: int


class _Token(NamedTuple):
    level: str
    labels: tuple[tuple[str, str | None], ...]
    start: int
    end: int


def read_provisions_before(text: str, start: int, end: int) -> FoundProvisions | None:
    """Read the list of provisions that ends at ``end`` of folded text, not looking further back than ``start``.

    "điểm a, b khoản 2 và khoản 3 Điều 5" gives one provision each: 5.2.a, 5.2.b and 5.3.
    """
    if not _label_stands_before(text, start, end):
        return None
    tokens = _tokens_up_to(text, start, end)
    if not tokens:
        return None
    made: list[Provision] = []
    context: dict[str, tuple[str, str | None]] = {}
    refined = False
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        rank = LEVELS.index(token.level)
        context = {level: label for level, label in context.items() if LEVELS.index(level) < rank}
        finer_before = number > 0 and LEVELS.index(tokens[number - 1].level) > rank
        refined = finer_before and len(token.labels) == 1
        if not refined:
            made.extend(_provision({**context, token.level: label}) for label in reversed(token.labels))
        context[token.level] = token.labels[0]
    return FoundProvisions(tuple(reversed(made)), tokens[0].start, tokens[-1].end)


def _provision(labels: dict[str, tuple[str, str | None]]) -> Provision:
    fields = {level: first for level, (first, _) in labels.items()}
    fields |= {f"{level}_to": last for level, (_, last) in labels.items() if last is not None}
    return Provision(**fields)


def _label_stands_before(text: str, start: int, end: int) -> bool:
    """Whether a label may stand right before ``end``: most acts are cited whole, and this is cheap to see."""
    for word in reversed(text[max(start, end - _WIDEST_GAP) : end].split()):
        if word not in _GAP_WORDS:
            return _LABEL_ALONE.fullmatch(word) is not None
    return False


def _tokens_up_to(text: str, start: int, end: int) -> list[_Token]:
    """The words of level and label that reach ``end`` with nothing else between them."""
    found = [_token(match) for match in _TOKEN.finditer(text, start, end)]
    kept: list[_Token] = []
    limit = end
    for token in reversed(found):
        gap = _GAP.fullmatch(text, token.end, limit)
        if not gap and not kept and token.level == "appendix":
            gap = _ATTACHED.fullmatch(text, token.end, limit)
        if not gap or has_blank_line(text, token.end, limit):
            break
        if kept and kept[0].level == token.level and "đến" in gap[0]:
            merged = ((token.labels[0][0], kept[0].labels[0][0]), *kept[0].labels[1:])
            kept[0] = _Token(token.level, merged, token.start, kept[0].end)
        else:
            kept.insert(0, token)
        limit = token.start
    if kept and (words := _PLURAL.search(text, max(start, kept[0].start - 6), kept[0].start)):
        kept[0] = kept[0]._replace(start=words.start())
    return kept


def _token(match: re.Match[str]) -> _Token:
    level = _WORDS[" ".join(match["word"].casefold().split())]
    labels: list[tuple[str, str | None]] = [(match["first"], None)]
    for more in _MORE.finditer(match["more"] or ""):
        if more["mark"] in {"đến", "-", "–"} and level in {"article", "clause", "point"}:
            labels[-1] = (labels[-1][0], more["label"])
        else:
            labels.append((more["label"], None))
    return _Token(level, tuple(labels), match.start(), match.end())

"""The words of a clause (lời của chỉ tiêu): how far it runs, whom it speaks of and where its figure is to go."""

import re
from collections.abc import Sequence

from vstbpn.goals.clauses import FILLER, Clause
from vstbpn.goals.cues import EFFORT
from vstbpn.goals.figures import and_more
from vstbpn.goals.years import YearMention
from vstbpn.text import clean
from vstbpn.vocabulary import Direction

_LEADING_IN = re.compile(
    rf"(?:[\s,:.\-–]|(?:{EFFORT}|bảo\s+đảm|đảm\s+bảo|duy\s+trì|hàng\s+năm|hằng\s+năm|mỗi\s+năm|mục\s+tiêu|trong\s+đó|cụ\s+thể|và|đạt|có|là)(?!\w))+",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"(?P<down>giảm|rút\s+ngắn|thu\s+hẹp|hạ\s+thấp)(?!\s+nghèo|\w)|(?P<up>tăng(?!\s+(?:cường|trưởng))|nâng(?!\s+cao))(?!\w)",
    re.IGNORECASE,
)
_LEADING_OUT = re.compile(r"(?:[,\s]+(?:bảo đảm|đảm bảo|phấn đấu|đạt|có))+\Z", re.IGNORECASE)
_COMPARISON = re.compile(r"\A\s*so\s+với\s.*", re.IGNORECASE | re.DOTALL)
_TAIL = re.compile(r"\s?\(?[^,;:.(]*")
_SERVING = re.compile(r"\s(?:phục\s+vụ|cho|để|nhằm|được|trong|tại|theo|về|trên|so\s+với)\s", re.IGNORECASE)
_LONGEST_TAIL = 5
_QUOTATION = re.compile(rf"[“\"]?{FILLER}{{30}}")
_PASSIVE = re.compile(r"(?<!\w)được\s", re.IGNORECASE)
_PAIRED = re.compile(r"\w+\s+\w+,\s", re.IGNORECASE)
_AFTER_PASSIVE = re.compile(r"[,;:(]|\s(?:và|về|cho|nhằm|để)\s|\.\s", re.IGNORECASE)
_AFTER_ACTIVE = re.compile(r"[;:]|\s(?:cho|nhằm|để|theo)\s|\.\s", re.IGNORECASE)
_TRIMMED = " \n,;:.-–" + FILLER


def clause_end(text: str, clause: Clause, years: Sequence[YearMention]) -> int:
    """Where the words of a target end: behind its figure and year, or behind what those counted are to have.

    ``years`` are those of the clause alone.
    """
    figure = clause.figure
    quotation = _QUOTATION.search(text, figure.end, clause.end)
    limit = _trimmed(text, figure.end, quotation.start() if quotation else clause.end)
    if _content_start(text, clause.start, figure.lead, years) < figure.lead:
        return _end_behind_figure(text, clause, years, limit)
    passive = _PASSIVE.search(text, figure.end, limit)
    if passive is None:
        stop = _AFTER_ACTIVE.search(text, figure.end, limit)
    else:
        # "được tập huấn, bồi dưỡng": the comma joins two verbs.
        paired = _PAIRED.match(text, passive.end(), limit)
        stop = _AFTER_PASSIVE.search(text, paired.end() if paired else passive.end(), limit)
    return _trimmed(text, figure.end, stop.start() if stop else limit)


def _end_behind_figure(text: str, clause: Clause, years: Sequence[YearMention], limit: int) -> int:
    """Where a clause ends whose subject stands before the figure: behind its year or the few words it is a share of."""
    start = clause.figure.end
    tail = _TAIL.match(text, start, limit)
    end = tail.end() if tail else start
    after = next((year for year in years if start <= year.start and year.end <= end), None)
    if after:
        return after.end + text.startswith(")", after.end)
    serving = _SERVING.search(text, start, end)
    end = _trimmed(text, start, serving.start() if serving else end)
    return end if clause.figure.counts or len(text[start:end].split()) <= _LONGEST_TAIL else start


def population(source: str, clause: Clause, years: Sequence[YearMention]) -> str | None:
    """Whom or what a figure is about: the words before it, or those behind it where it stands first.

    ``source`` is the text with nothing filled up; ``years`` are those of the clause alone.
    """
    figure = clause.figure
    begin = _content_start(source, clause.start, figure.lead, years)
    if begin < figure.lead:
        move = _MOVE.match(source, begin, figure.lead)
        words = _without_years(source, move.end() if move else begin, figure.lead, years)
    else:
        if figure.unit not in {"%", "‰"} and not figure.counts:
            return None
        words = _COMPARISON.sub("", _behind(source, clause, years))
    words = clean(words)
    return None if words.startswith("(") else _LEADING_OUT.sub("", words).strip(_TRIMMED) or None


def _behind(source: str, clause: Clause, years: Sequence[YearMention]) -> str:
    """The words behind a figure without its years and without the "trở lên" that compares it."""
    start = clause.figure.end
    more = and_more(source, start)
    if more is None:
        return _without_years(source, start, clause.end, years)
    return f"{source[start : more.start('more')]} {_without_years(source, more.end(), clause.end, years)}"


def said_direction(text: str, clause: Clause, years: Sequence[YearMention]) -> Direction | None:
    """Where a figure is to move, by the verb at the head of its clause or the words beside it."""
    if clause.figure.direction is not None:
        return clause.figure.direction
    begin = _content_start(text, clause.start, clause.figure.lead, years)
    move = _MOVE.match(text, begin, clause.figure.lead)
    if move is None:
        return None
    return Direction.LOWER if move["down"] else Direction.RAISE


def _content_start(text: str, start: int, end: int, years: Sequence[YearMention]) -> int:
    """Where the words begin that say more than when and that something is to be."""
    at = start
    for year in years:
        if year.start >= end:
            break
        if _leads_in(text, at, year.start) < year.start:
            break
        at = year.end
    return _leads_in(text, at, end)


def _leads_in(text: str, start: int, end: int) -> int:
    match = _LEADING_IN.match(text, start, end)
    return match.end() if match else start


def _without_years(text: str, start: int, end: int, years: Sequence[YearMention]) -> str:
    pieces = []
    at = start
    for year in years:
        if year.start >= at and year.end <= end:
            pieces.append(text[at : year.start])
            at = year.end
    pieces.append(text[at:end])
    return " ".join(pieces)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return end

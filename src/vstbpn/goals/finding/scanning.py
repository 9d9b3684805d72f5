"""Finding targets in prose (tìm chỉ tiêu): clause by clause, with the year and the words each figure belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.goals.finding.clauses import (
    Clause,
    after_marker,
    asides,
    cut,
    sentences,
    without_asides,
    without_quotations,
)
from vstbpn.goals.finding.cues import Cues, ordered_at
from vstbpn.goals.finding.degrees import tells_degree, words_target
from vstbpn.goals.finding.due import Due, find_head
from vstbpn.goals.finding.figures import Figure, find_figures
from vstbpn.goals.finding.judging import Mode, Sentence, is_target
from vstbpn.goals.finding.paragraphs import is_goal_item, joined_pages, paragraphs
from vstbpn.goals.finding.settings import Setting, Topic
from vstbpn.goals.finding.wording import clause_end, known_beside, population, rated, said_direction, unit, with_subject
from vstbpn.goals.finding.years import YearMention, find_years
from vstbpn.goals.targets.target import Target
from vstbpn.text import Folded, clean, fold
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, When

_BESIDE = re.compile(r"[^,;:.]{0,30}")
_LONGEST_JOINT = 6
_NOT_LET = re.compile(r"(?:[^.;:]{0,40}\s)?không\s+để\s", re.IGNORECASE)
_ASIDE_OPENING = re.compile(r"\s?(?:riêng|trong\s+đó|khu\s+vực|đối\s+với|với|vùng)(?!\w)", re.IGNORECASE)
_KNOWN_ASIDE = re.compile(r"\s?(?:năm\s[0-9]{4}|hiện\s\w{1,4}|trước\s\w{1,4})\s(?:là|chỉ|:)\s?", re.IGNORECASE)


class _Draft(NamedTuple):
    """A clause that is a target, with its years and when it is due."""

    clause: Clause
    due: Due
    years: Sequence[YearMention]
    sentence: Sentence
    population: str | None = None
    unit: str = ""


_SIGN = re.compile(
    r"[%‰]|/\s?1[0-9.]{2}|\slần|con/|[Pp]hấn|[Pp]h[ầâ]n\s+đ[ấầâ]u|PHẤN|[Mm]ục\s+tiêu|[Cc]hỉ\s+tiêu|MỤC|CHỈ|(?:đến|tới|trong|hết|cuối|Đến|Tới|Trong)\s+năm"
    r"|[Nn]ăm\s+[0-9]{4}\s?[,:]|[1-9]/[2-9]\s|phần\s+(?:trăm|hai|ba|tư|năm)\s|nửa\s|vạn\s"
)
"""Without one of these, prose outside goals sets no target; most of it is passed over so."""


def scan_targets(
    folded: Folded,
    start: int,
    end: int,
    *,
    in_goals: bool = False,
    in_results: bool = False,
    in_plan: bool = False,
    heading_year: int | None = None,
    heading_when: When = When.BY,
) -> Iterator[Target]:
    """Find the targets of one paragraph or item, in reading order.

    Args:
        folded: The document.
        start: Where the paragraph begins in the folded text.
        end: Where it ends.
        in_goals: Whether it stands under a heading of goals or targets. There every share is one; elsewhere only what
            is ordered, or words of effort, of a goal or of a year tell to be one.
        in_results: Whether it stands under a heading of results; there a figure is what was reached, and only words of
            effort make a target of it.
        in_plan: Whether the document plans; there a word of a minimum or of what is to be kept up is enough.
        heading_year: The year its headings name ("đến năm 2030").
        heading_when: Whether they speak of that year, of each one ("hằng năm") or of all from then on.

    >>> folded = fold("Tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25% vào năm 2020")
    >>> [(target.text, target.year) for target in scan_targets(folded, 0, len(folded.text), in_goals=True)]
    [('Tỷ lệ nữ thạc sỹ đạt 50%', 2020), ('tỷ lệ nữ tiến sỹ đạt 25% vào năm 2020', 2020)]
    """
    topic = Topic.GOALS if in_goals else Topic.RESULTS if in_results else Topic.UNTOLD
    return scan_under(folded, start, end, Setting(topic, heading_year, heading_when, in_plan))


def scan_under(folded: Folded, start: int, end: int, setting: Setting) -> Iterator[Target]:
    """Find the targets of one paragraph or item in the setting its headings make, in reading order."""
    mode = Mode(setting.topic, setting.in_plan)
    return _read(folded, start, end, mode, Due(setting.year, when=setting.when))


def find_targets(text: str) -> Iterator[Target]:
    r"""Find the targets of a whole text, paragraph by paragraph, in reading order.

    Headings over a paragraph tell whether it is about goals, and by which year they are due.

    >>> [str(target) for target in find_targets("II. MỤC TIÊU ĐẾN NĂM 2030\n\n- Kinh tế số chiếm 45% GRDP.")]
    ['Đến năm 2030, kinh tế số (GRDP) đạt 45%']
    """
    folded = fold(text)
    joined = joined_pages(folded.text)
    if joined == folded.text:
        for start, end, setting in paragraphs(folded.text):
            yield from scan_under(folded, start, end, setting)
        return
    folded = evolve(folded, text=joined)
    for start, end, setting in paragraphs(joined):
        for target in scan_under(folded, start, end, setting):
            yield evolve(target, text=clean(fold(target.span.of(text)).text)) if target.span else target


def read_clause(text: str) -> tuple[Target, ...]:
    """The targets of a clause that is known to be about targets, without a place; of a single one the clause is the text."""
    folded = fold(text)
    found = tuple(_read(folded, 0, len(folded.text), Mode(Topic.GOALS, plain_counts=True), Due()))
    if not found and tells_degree(folded.text, 0, len(folded.text)):
        words = words_target(folded, 0, len(folded.text), Due())
        found = () if words is None else (words,)
    if len(found) == 1:
        return (evolve(found[0], text=clean(folded.text), span=None),)
    return tuple(evolve(target, span=None) for target in found)


def _read(folded: Folded, start: int, end: int, mode: Mode, due: Due) -> Iterator[Target]:
    if not mode.in_goals and _SIGN.search(folded.text, start, end) is None:
        return
    source = folded.text[start:end]
    begin = after_marker(source, 0, len(source))
    figures = _figures(source, begin, len(source), mode)
    if not figures:
        return
    if mode.topic is not Topic.RESULTS and is_goal_item(source, 0, len(source)):
        mode = mode._replace(topic=Topic.GOALS)
    text = without_asides(without_quotations(source))
    if text is not source:
        figures = _figures(text, begin, len(text), mode)
    found = _in_sentences(text, begin, figures, mode, due)
    drafts = sorted(found + _in_asides(source, mode, found), key=lambda draft: draft.clause.start)
    for draft in _with_populations(drafts, source):
        yield _target(folded, start, source, draft)


def _figures(text: str, start: int, end: int, mode: Mode) -> list[Figure]:
    return [figure for figure in find_figures(text, start, end) if _may_count(figure, mode)]


def _in_sentences(text: str, begin: int, figures: Sequence[Figure], mode: Mode, due: Due) -> list[_Draft]:
    """The targets outside brackets and quotations."""
    found: list[_Draft] = []
    at = 0
    for start, end in sentences(text, begin, len(text)):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        if at == first:
            continue
        sentence = _sentence(text, start, end, figures[first:at], mode)._replace(is_first=start == begin)
        found += _drafts(sentence, mode, due)
        if sentence.head and text.startswith(":", sentence.head.end):
            due = sentence.head.due(due)
    return found


def _in_asides(source: str, mode: Mode, hosts: Sequence[_Draft]) -> list[_Draft]:
    """The targets in brackets, which stand by those outside: a milestone, or a part of the whole."""
    mode = mode._replace(topic=Topic.GOALS)
    found: list[_Draft] = []
    text = without_quotations(source)
    starts = [host.clause.start for host in hosts]
    for start, end in asides(text) if hosts else ():
        host = hosts[max(0, bisect_left(starts, start) - 1)]
        if not host.sentence.start <= start < host.sentence.end:
            continue
        figures = [
            figure for figure in _figures(text, start, end, mode) if _stands_by(text, start, figure, host.clause.figure)
        ]
        if figures:
            found += _drafts(_sentence(text, start, end, figures, mode), mode, host.due)
    return found


def _stands_by(text: str, start: int, figure: Figure, host: Figure) -> bool:
    """Whether a figure in brackets is a target beside that outside, and no definition ("nhẹ cân (dưới 2.500 gam)")."""
    if _KNOWN_ASIDE.match(text, start, figure.start):
        return False
    named = _ASIDE_OPENING.match(text, start) is not None
    if figure.is_change:
        return named and host.unit == figure.unit
    return figure.reached or (figure.compared and (not figure.counts or host.counts or named))


def _may_count(figure: Figure, mode: Mode) -> bool:
    """Whether a figure may be a target at all: things counted are one only when words compare the number."""
    if not figure.counts or figure.compared or figure.baseline is not None:
        return True
    return mode.plain_counts and figure.reached


def _sentence(text: str, start: int, end: int, figures: Sequence[Figure], mode: Mode) -> Sentence:
    years = tuple(find_years(text, start, end, closing=mode.in_goals))
    head = find_head(text, start, figures[0].lead, figures[0].start, years)
    clauses = cut(text, start, end, figures, years)
    ordered = ordered_at(text, head.end, end) if head else -1
    return Sentence(text, start, end, clauses, years, Cues(text, start, end), head, ordered)


def _drafts(sentence: Sentence, mode: Mode, due: Due) -> list[_Draft]:
    """The clauses of a sentence that are targets, each with the year it is due."""
    if sentence.head:
        due = sentence.head.due(due)
    found: list[_Draft] = []
    shared: Due | None = None
    behind = len(sentence.text)
    for clause in reversed(sentence.clauses):
        own = _years_within(sentence.years, clause.start, clause.end)
        if ";" in sentence.text[clause.end : behind]:
            shared = None
        near = _own_year(sentence.text, clause.figure, own)
        if near:
            when = Due.of(near)
            shared = when if near.shared and near.start > clause.figure.start else shared
        else:
            when = due if sentence.head else shared or due
        if clause.figure.yearly or any(mention.when is When.EACH_YEAR for mention in own):
            when = when.each_year()
        behind = clause.start
        if is_target(sentence, clause, mode):
            found.append(_Draft(clause, when, own, sentence))
    return _with_ellipses(found[::-1])


def _with_ellipses(drafts: list[_Draft]) -> list[_Draft]:
    """Give clauses such as "và 80% vào năm 2030" the comparator and direction of the one before."""
    for index in range(1, len(drafts)):
        figure, before = drafts[index].clause.figure, drafts[index - 1].clause.figure
        if not drafts[index].clause.elliptic or figure.unit != before.unit or before.comparator is Comparator.BETWEEN:
            continue
        figure = figure._replace(
            comparator=figure.comparator if figure.compared else before.comparator,
            direction=figure.direction or before.direction,
            is_change=figure.is_change or before.is_change,
        )
        drafts[index] = drafts[index]._replace(clause=drafts[index].clause._replace(figure=figure))
    return drafts


def _with_populations(drafts: list[_Draft], source: str) -> list[_Draft]:
    """Give each clause its unit and whom it is about; milestones without words of their own share those beside them."""
    own = [population(source, draft.clause, draft.years) for draft in drafts]
    units = [unit(source, draft.clause, draft.years) for draft in drafts]
    for index in range(1, len(own)):
        figure = drafts[index].clause.figure
        bare = own[index] is None or drafts[index].clause.elliptic or own[index] == rated(source, figure)
        if bare and _are_milestones(drafts[index - 1], drafts[index]):
            units[index] = units[index - 1] if own[index - 1] else units[index]
            own[index] = own[index - 1] or own[index]
    for index in range(len(own) - 2, -1, -1):
        if own[index] is None and _are_milestones(drafts[index], drafts[index + 1]):
            own[index], units[index] = own[index + 1], units[index + 1]
    return [
        draft._replace(population=with_subject(source, draft.sentence.start, whom), unit=measured)
        for draft, whom, measured in zip(drafts, own, units, strict=True)
    ]


def _are_milestones(first: _Draft, second: _Draft) -> bool:
    """Whether two clauses follow each other closely enough to speak of the same thing."""
    if first.sentence is not second.sentence or first.clause.figure.unit != second.clause.figure.unit:
        return False
    text = first.sentence.text
    nouns = [
        "".join(letter for letter in text[draft.clause.figure.start : draft.clause.figure.end] if letter.isalpha())
        for draft in (first, second)
    ]
    if nouns[1] and nouns[0] != nouns[1]:
        return False
    between = text[first.clause.end : second.clause.start]
    return len(between) <= _LONGEST_JOINT and (";" not in between or bool(second.years))


def _years_within(years: Sequence[YearMention], start: int, end: int) -> Sequence[YearMention]:
    first = bisect_left(years, start, key=lambda year: year.start)
    last = bisect_left(years, end, lo=first, key=lambda year: year.start)
    return years[first:last]


def _own_year(text: str, figure: Figure, years: Sequence[YearMention]) -> YearMention | None:
    """The year of a figure's own clause: beside it, else before it, else behind it."""
    before = after = None
    for year in years:
        if year.year is None:
            continue
        if year.end <= figure.lead:
            before = year
        elif after is None and year.start >= figure.end:
            after = year
    if after and _BESIDE.fullmatch(text, figure.end, after.start):
        return after
    return before or after


def _comparator(draft: _Draft) -> Comparator:
    """How a figure compares; what is not to be let happen turns it round: "không để tỷ lệ bỏ học tăng quá 1%"."""
    clause = draft.clause
    if clause.figure.comparator is Comparator.MORE_THAN and _NOT_LET.match(
        draft.sentence.text, clause.start, clause.figure.lead
    ):
        return Comparator.AT_MOST
    return clause.figure.comparator


def _target(folded: Folded, offset: int, source: str, draft: _Draft) -> Target:
    clause, figure = draft.clause, draft.clause.figure
    end = clause_end(draft.sentence.text, clause, draft.years)
    direction, is_change = said_direction(draft.sentence.text, clause, draft.years)
    return Target(
        comparator=_comparator(draft),
        value=figure.value,
        value_max=figure.value_max,
        unit=draft.unit,
        direction=direction,
        is_change=is_change,
        population=draft.population,
        year=draft.due.year,
        when=draft.due.when,
        period=draft.due.period,
        baseline=figure.baseline if direction is None else figure.baseline or known_beside(source, figure),
        text=clean(source[clause.start : end]),
        span=folded.span(offset + clause.start, offset + end),
    )

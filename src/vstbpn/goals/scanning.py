"""Finding targets in prose (tìm chỉ tiêu): clause by clause, with the year and the words each figure belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from vstbpn.dates import YearRange
from vstbpn.goals.clauses import Clause, after_marker, asides, cut, sentences, without_asides, without_quotations
from vstbpn.goals.cues import EFFORT, Cues, is_duty, is_rate
from vstbpn.goals.figures import Figure, find_figures
from vstbpn.goals.paragraphs import is_goal_item, paragraphs
from vstbpn.goals.target import Target
from vstbpn.goals.wording import clause_end, population, said_direction
from vstbpn.goals.years import YearMention, find_years
from vstbpn.text import Folded, clean, fold
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator

_DEGREE = re.compile(
    r"(?<!\w)(?:đa\s+số|phần\s+lớn|hầu\s+hết|toàn\s+bộ|toàn\s+thể|đầy\s+đủ|đủ|không\s+để\s+xảy\s+ra)(?!\w)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^,;:.]{0,30}")
_OPENING = re.compile(rf"(?:{EFFORT}|mục\s+tiêu|cụ\s+thể|trong\s+đó|và)[\s,:]*", re.IGNORECASE)
_FARTHEST_HEAD = 60
_LONGEST_JOINT = 6
_AROUND = 40
_WHOLE = Decimal(100)


class _Due(NamedTuple):
    """When something is due, as far as known."""

    year: int | None = None
    period: YearRange | None = None


class _Sentence(NamedTuple):
    """A sentence, or the inside of a bracket; ``text`` is filled up where it is not to be read."""

    text: str
    start: int
    end: int
    clauses: Sequence[Clause]
    years: Sequence[YearMention]
    cues: Cues
    head: YearMention | None


class _Draft(NamedTuple):
    """A clause that is a target, with its years and when it is due."""

    clause: Clause
    due: _Due
    years: Sequence[YearMention]
    sentence: _Sentence
    population: str | None = None


_SIGN = re.compile(
    r"[%‰]|/\s?1[0-9.]{2}|\slần|con/|phấn|mục\s+tiêu|chỉ\s+tiêu|(?:đến|tới|trong|hết|cuối)\s+năm|năm\s+[0-9]{4}\s?[,:]",
    re.IGNORECASE,
)
"""Without one of these, prose outside goals sets no target; most of it is passed over so."""


class _Mode(NamedTuple):
    """How a paragraph is to be read: under goals, among results, or as a clause known to be a target."""

    in_goals: bool
    in_results: bool = False
    plain_counts: bool = False


def scan_targets(
    folded: Folded,
    start: int,
    end: int,
    *,
    in_goals: bool = False,
    in_results: bool = False,
    heading_year: int | None = None,
) -> Iterator[Target]:
    """Find the targets of one paragraph or item, in reading order.

    Args:
        folded: The document.
        start: Where the paragraph begins in the folded text.
        end: Where it ends.
        in_goals: Whether it stands under a heading of goals or targets. There every share is one; elsewhere only what
            words of effort, of a minimum or of a year tell to be one.
        in_results: Whether it stands under a heading of results; there a figure is what was reached, not a target.
        heading_year: The year its headings name ("đến năm 2030").

    >>> folded = fold("Tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25% vào năm 2020")
    >>> [(target.text, target.year) for target in scan_targets(folded, 0, len(folded.text))]
    [('Tỷ lệ nữ thạc sỹ đạt 50%', 2020), ('tỷ lệ nữ tiến sỹ đạt 25% vào năm 2020', 2020)]
    """
    yield from _read(folded, start, end, _Mode(in_goals, in_results), _Due(heading_year))


def find_targets(text: str) -> Iterator[Target]:
    r"""Find the targets of a whole text, paragraph by paragraph, in reading order.

    Headings over a paragraph tell whether it is about goals, and by which year they are due.

    >>> [str(target) for target in find_targets("II. MỤC TIÊU ĐẾN NĂM 2030\n\n- Kinh tế số chiếm 45% GRDP.")]
    ['Đến năm 2030, kinh tế số đạt 45%']
    """
    folded = fold(text)
    for start, end, setting in paragraphs(folded.text):
        yield from _read(folded, start, end, _Mode(setting.in_goals, setting.in_results), _Due(setting.year))


def read_clause(text: str) -> tuple[Target, ...]:
    """The targets of a clause that is known to be about targets; their text is the whole clause, without a place."""
    folded = fold(text)
    line = clean(folded.text)
    found = tuple(_read(folded, 0, len(folded.text), _Mode(in_goals=True, plain_counts=True), _Due()))
    if found or not _DEGREE.search(line):
        return tuple(evolve(target, text=line, span=None) for target in found)
    years = list(find_years(line, 0, len(line)))
    head = years[0] if years and years[0].start == 0 else None
    words = line[head.end if head else 0 :].strip(" ,.;")
    return (
        Target(
            comparator=Comparator.EQUAL,
            value=None,
            population=words,
            year=head.year if head else None,
            period=head.period if head else None,
            text=line,
        ),
    )


def _read(folded: Folded, start: int, end: int, mode: _Mode, due: _Due) -> Iterator[Target]:
    if not mode.in_goals and _SIGN.search(folded.text, start, end) is None:
        return
    if not any(_may_count(figure, mode) for figure in find_figures(folded.text, start, end)):
        return
    source = folded.text[start:end]
    if is_goal_item(source, 0, len(source)):
        mode = mode._replace(in_goals=True)
    found = _in_sentences(source, mode, due)
    drafts = sorted(found + _in_asides(source, mode, found), key=lambda draft: draft.clause.start)
    for draft in _with_populations(drafts, source):
        yield _target(folded, start, source, draft)


def _in_sentences(source: str, mode: _Mode, due: _Due) -> list[_Draft]:
    """The targets outside brackets."""
    text = without_asides(without_quotations(source))
    begin = after_marker(text, 0, len(text))
    figures = [figure for figure in find_figures(text, begin, len(text)) if _may_count(figure, mode)]
    found: list[_Draft] = []
    at = 0
    for start, end in sentences(text, begin, len(text)):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        if at == first:
            continue
        sentence = _sentence(text, start, end, figures[first:at])
        found += _drafts(sentence, mode, due)
        if sentence.head and text.startswith(":", sentence.head.end):
            due = _Due(sentence.head.year, sentence.head.period)
    return found


def _in_asides(source: str, mode: _Mode, hosts: Sequence[_Draft]) -> list[_Draft]:
    """The targets in brackets, which stand by those outside: a milestone, or a part of the whole."""
    found: list[_Draft] = []
    text = without_quotations(source)
    starts = [host.clause.start for host in hosts]
    for start, end in asides(text) if hosts else ():
        host = hosts[max(0, bisect_left(starts, start) - 1)]
        if not host.sentence.start <= start < host.sentence.end:
            continue
        figures = [
            figure
            for figure in find_figures(text, start, end)
            if _may_count(figure, mode) and (figure.reached or figure.compared) and not figure.is_change
        ]
        if figures:
            found += _drafts(_sentence(text, start, end, figures), mode, host.due)
    return found


def _may_count(figure: Figure, mode: _Mode) -> bool:
    """Whether a figure may be a target at all: things counted are one only when words compare the number."""
    return not figure.counts or figure.compared or (mode.plain_counts and figure.reached)


def _sentence(text: str, start: int, end: int, figures: Sequence[Figure]) -> _Sentence:
    years = tuple(find_years(text, start, end))
    head = years[0] if years and years[0].end <= figures[0].lead and _heads(text, start, years[0]) else None
    return _Sentence(text, start, end, cut(text, start, end, figures, years), years, Cues(text, start, end), head)


def _heads(text: str, start: int, year: YearMention) -> bool:
    """Whether a year stands at the head of its sentence: first of all, or set off by a comma or colon."""
    before = text[start : year.start].strip()
    set_off = text[year.end : year.end + 1] in {",", ":"}
    return not before or _OPENING.fullmatch(before) is not None or (set_off and len(before) <= _FARTHEST_HEAD)


def _drafts(sentence: _Sentence, mode: _Mode, due: _Due) -> list[_Draft]:
    """The clauses of a sentence that are targets, each with the year it is due."""
    if sentence.head:
        due = _Due(sentence.head.year, sentence.head.period)
    found: list[_Draft] = []
    shared: _Due | None = None
    behind = len(sentence.text)
    for clause in reversed(sentence.clauses):
        own = _years_within(sentence.years, clause.start, clause.end)
        if ";" in sentence.text[clause.end : behind]:
            shared = None
        near = _own_year(sentence.text, clause.figure, own)
        if near:
            when = _Due(near.year, near.period)
            shared = when if near.shared and near.start > clause.figure.start else shared
        else:
            when = due if sentence.head else shared or due
        behind = clause.start
        if _is_target(sentence, clause, mode):
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
    """Give each clause whom it is about; milestones without words of their own share those beside them."""
    own = [population(source, draft.clause, draft.years) for draft in drafts]
    for index in range(1, len(own)):
        bare = own[index] is None or drafts[index].clause.elliptic
        if bare and _are_milestones(drafts[index - 1], drafts[index]):
            own[index] = own[index - 1] or own[index]
    for index in range(len(own) - 2, -1, -1):
        if own[index] is None and _are_milestones(drafts[index], drafts[index + 1]):
            own[index] = own[index + 1]
    return [draft._replace(population=whom) for draft, whom in zip(drafts, own, strict=True)]


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
    return len(between) <= _LONGEST_JOINT and ";" not in between


def _years_within(years: Sequence[YearMention], start: int, end: int) -> Sequence[YearMention]:
    first = bisect_left(years, start, key=lambda year: year.start)
    last = bisect_left(years, end, lo=first, key=lambda year: year.start)
    return years[first:last]


def _own_year(text: str, figure: Figure, years: Sequence[YearMention]) -> YearMention | None:
    """The year of a figure's own clause: beside it, else before it, else behind it."""
    before = after = None
    for year in years:
        if year.end <= figure.lead:
            before = year
        elif after is None and year.start >= figure.end:
            after = year
    if after and _BESIDE.fullmatch(text, figure.end, after.start):
        return after
    return before or after


def _is_target(sentence: _Sentence, clause: Clause, mode: _Mode) -> bool:
    """Whether a clause wants its figure reached, or tells a fact, a rate or a condition."""
    figure, cues = clause.figure, sentence.cues
    effort = cues.last("strong", figure.start)
    if cues.last("fact", figure.start) > effort or cues.last("fact", clause.end, figure.end) >= 0:
        return False
    if mode.in_goals:
        return True
    if mode.in_results and effort < 0:
        return False
    since = clause.start
    if max(cues.last("done", figure.start, since), cues.last("condition", figure.start, since)) > effort:
        return False
    if figure.counts:
        return effort >= 0 or (sentence.head is not None and is_duty(sentence.text, since, figure.start))
    if effort >= 0:
        return True
    if figure.unit == "lần" and figure.direction is None:
        return False  # "gia hạn không quá 02 lần" counts occasions.
    if cues.last("done", clause.end, figure.end) >= 0 or is_rate(
        sentence.text, since, min(clause.end, figure.end + _AROUND)
    ):
        return False
    return cues.wants_something or (figure.value == _WHOLE and figure.lead == since)


def _target(folded: Folded, offset: int, source: str, draft: _Draft) -> Target:
    clause, figure = draft.clause, draft.clause.figure
    end = clause_end(draft.sentence.text, clause, draft.years)
    return Target(
        comparator=figure.comparator,
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit,
        direction=said_direction(draft.sentence.text, clause, draft.years),
        is_change=figure.is_change,
        population=draft.population,
        year=draft.due.year,
        period=draft.due.period,
        baseline=figure.baseline,
        text=clean(source[clause.start : end]),
        span=folded.span(offset + clause.start, offset + end),
    )

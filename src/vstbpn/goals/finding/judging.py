"""Which figures are targets (đâu là chỉ tiêu): what is to be reached, and no fact, rate, condition or rule."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from vstbpn.goals.finding.clauses import Clause, is_bare, is_indicated
from vstbpn.goals.finding.cues import Cues, is_levied, is_order, is_paid_or_voted, is_rate, is_threshold
from vstbpn.goals.finding.due import Head
from vstbpn.goals.finding.settings import Topic
from vstbpn.goals.finding.years import YearMention
from vstbpn.goals.targets.units import is_part

_AROUND = 40
_NONE_LEFT = re.compile(r"(?:[^.;:]{0,40}\s)?không\s+(?:còn|có|để)\s", re.IGNORECASE)
_THRESHOLD_WINDOW = 110
_WHOLE = Decimal(100)


class Sentence(NamedTuple):
    """A sentence, or the inside of a bracket; ``text`` is filled up where it is not to be read.

    ``ordered`` is where words behind the years at its head first tell somebody to do something, -1 if none do;
    ``is_first`` tells that it opens its paragraph.
    """

    text: str
    start: int
    end: int
    clauses: Sequence[Clause]
    years: Sequence[YearMention]
    cues: Cues
    head: Head | None
    ordered: int = -1
    is_first: bool = False

    @property
    def opening(self) -> int:
        """Where its words begin behind the years at its head."""
        at = self.head.end if self.head else self.start
        while at < self.end and self.text[at] in " ,:":
            at += 1
        return at


class Mode(NamedTuple):
    """How a paragraph is to be read; ``plain_counts`` where it is known to be a target, that counts without comparing."""

    topic: Topic
    in_plan: bool = False
    plain_counts: bool = False

    @property
    def in_goals(self) -> bool:
        """Whether every share is a target."""
        return self.topic is Topic.GOALS


def is_target(sentence: Sentence, clause: Clause, mode: Mode) -> bool:
    """Whether a clause wants its figure reached, or tells a fact, a rate or a condition."""
    figure, cues, text = clause.figure, sentence.cues, sentence.text
    effort = cues.last("effort", figure.start)
    aim = effort if mode.topic is Topic.RESULTS else max(effort, cues.last("aim", figure.start))
    if cues.last("fact", figure.start) > aim or cues.last("fact", clause.end, figure.end) >= 0:
        return False
    if is_paid_or_voted(text, clause.start, figure.lead, figure.end) or _is_threshold(text, clause):
        return False
    if mode.in_goals:
        return True
    return _is_aimed_at(sentence, clause, mode, effort, aim)


def _is_aimed_at(sentence: Sentence, clause: Clause, mode: Mode, effort: int, aim: int) -> bool:
    """Whether a clause outside goals wants its figure reached.

    ``effort`` is the place of the last word of effort before its figure, ``aim`` of the last one of those, of goals and
    of the years these are due; -1 for none.
    """
    figure, cues, text = clause.figure, sentence.cues, sentence.text
    if max(cues.last("done", figure.start, clause.start), cues.last("condition", figure.start, clause.start)) > aim:
        return False
    if (effort < 0 and cues.last("known", clause.end) >= 0) or is_levied(text, clause.start, figure.lead):
        return False
    if aim >= 0:
        return effort >= 0 or not _only_adds(text, sentence, clause)
    if mode.topic is Topic.RESULTS:
        return False
    if 0 <= sentence.ordered < figure.start:
        return figure.counts or not _is_rate(sentence, clause)
    return not figure.counts and mode.topic is not Topic.RULES and _is_wanted(sentence, clause, mode)


def _only_adds(text: str, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only tells how far something has moved, behind another: ", tăng 0,95%"."""
    figure = clause.figure
    return figure.is_change and figure.lead == clause.start > sentence.start and is_bare(text, figure.end)


def _is_wanted(sentence: Sentence, clause: Clause, mode: Mode) -> bool:
    """Whether a share or rate outside goals, which no word of effort calls one, is to be reached all the same."""
    figure, cues = clause.figure, sentence.cues
    if figure.unit == "lần" and figure.direction is None:
        return False  # "gia hạn không quá 02 lần" counts occasions.
    if is_part(figure.unit) and not figure.compared:
        return False  # "45/60 trường" are those there are.
    if cues.last("done", clause.end, figure.end) >= 0 or _is_rate(sentence, clause):
        return False
    opens = figure.lead == clause.start
    if mode.in_plan:
        return cues.wants_something or (opens and figure.value == _WHOLE)
    if opens and sentence.is_first and (figure.is_bounded or figure.value == _WHOLE):
        return clause.start == sentence.start and not is_bare(sentence.text, figure.end)
    if is_order(sentence.text, sentence.opening) and not (opens and clause.start > sentence.start):
        return True
    # "Thôn nghèo là thôn có tỷ lệ … từ 15% trở lên" tells what a word means.
    is_whole = figure.reached or clause.start in {sentence.start, sentence.opening}
    return is_whole and figure.is_bounded and is_indicated(sentence.text, clause.start)


def _is_rate(sentence: Sentence, clause: Clause) -> bool:
    return is_rate(sentence.text, clause.start, min(clause.end, clause.figure.end + _AROUND))


def _is_threshold(text: str, clause: Clause) -> bool:
    """Whether a figure tells which ones are meant: "cơ quan có 30% nữ trở lên nhất thiết …", "không còn xã dưới 15 tiêu chí"."""
    figure = clause.figure
    if figure.reached or figure.is_change or figure.lead == clause.start:
        return False
    if figure.counts and _NONE_LEFT.match(text, clause.start, figure.lead):
        return True
    return is_threshold(text, figure.end, min(len(text), figure.end + _THRESHOLD_WINDOW))

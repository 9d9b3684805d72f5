"""What stands beside a bar and above it (chú thích): figures and verdicts in words, the same in every picture."""

from collections.abc import Iterable
from typing import NamedTuple

from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.evaluating.wording import aim, count, period_words, reached
from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell, ProgressColumn, ProgressRow
from vstbpn.goals.picturing.words import PARTIAL, SIGNS, WORDS, when
from vstbpn.lines import one_line

_DEEPEST = 6
"""How many steps rows are set in at most: names need room too."""


class Caption(NamedTuple):
    """What a cell says (chú thích của ô).

    Args:
        figure: What the figures come to.
        sign, word: The verdict.
        coverage: How many units reported of how many.
        is_partial: Whether figures of some units, or of a part of the period, are missing.
    """

    figure: str
    sign: str
    word: str
    coverage: str
    is_partial: bool

    @property
    def marked(self) -> str:
        """The coverage, with a mark where figures are missing."""
        return f"{PARTIAL} {self.coverage}".rstrip() if self.is_partial else self.coverage


def caption(cell: ProgressCell, language: str) -> Caption:
    """The caption of a cell; as many decimals are shown as tell the figure from the target."""
    evaluation, aggregate = cell.evaluation, cell.aggregate
    coverage = ""
    if aggregate.expected:
        coverage = f"{count(aggregate.reporting, language)}/{count(aggregate.expected, language)}"
    return Caption(
        figure=one_line(reached(evaluation, language, is_bare=True)) or "–",
        sign=SIGNS[evaluation.verdict],
        word=str(getattr(evaluation.verdict, language)),
        coverage=coverage,
        is_partial=aggregate.reporting < aggregate.expected or bool(aggregate.gaps),
    )


def name_of(row: ProgressRow, language: str) -> str:
    """What a row is called."""
    if row.unit is None and not row.name:
        return WORDS[language]["total"]
    return one_line(row.name) or one_line(row.unit or "")


def indent_of(row: ProgressRow) -> int:
    """By how many steps a row is set in."""
    return max(0, min(row.depth, _DEEPEST))


def heading(board: ProgressBoard, place: int, language: str) -> str:
    """What a target is about, behind the id of its indicator; where it has none, behind its number."""
    column = board.columns[place]
    name = _column_name(column, language)
    marker = one_line(column.indicator or "") or str(place + 1)
    return name if name == marker else f"{marker}. {name}".rstrip()


def _column_name(column: ProgressColumn, language: str) -> str:
    named = one_line((column.name_en or column.name) if language == "en" else column.name)
    return named[:1].upper() + named[1:] or one_line(column.indicator or "")


def wanted(column: ProgressColumn, language: str) -> str:
    """What is to be reached, and by when."""
    parts = (one_line(aim(column.target, language)), when(column.target, language, column.year))
    return ", ".join(part for part in parts if part)


def whole_heading(board: ProgressBoard, place: int, language: str) -> str:
    """What is to be reached, of what, and by when."""
    parts = (heading(board, place, language), wanted(board.columns[place], language))
    return ": ".join(part for part in parts if part)


def title(board: ProgressBoard, language: str) -> str:
    """The heading of a board, with the period whose figures are shown."""
    period = () if board.period is None else (period_words(board.period, language),)
    return ", ".join((WORDS[language]["title"], *period))


def summary(board: ProgressBoard, language: str) -> str:
    """How many targets and units there are, and how many cells have each verdict."""
    units = sum(row.unit is not None for row in board.rows)
    verdicts = (f"{count(many, language)} {getattr(verdict, language)}" for verdict, many in board.verdicts)
    return WORDS[language]["counts"].format(
        targets=count(len(board.columns), language), units=count(units, language), verdicts=", ".join(verdicts) or "–"
    )


def key(captions: Iterable[Caption], language: str, *, mark: str = "") -> str:
    """What marks and numbers mean: the mark of the target, if there is one, and those of coverage."""
    words = WORDS[language]
    parts = [f"{mark} {words['mark']}"] if mark else []
    parts.append(f"n/m: {words['coverage']}")
    if any(told.is_partial for told in captions):
        parts.append(f"{PARTIAL} {words['partial']}")
    return "; ".join(parts)


def verdicts_of(board: ProgressBoard) -> tuple[Verdict, ...]:
    """The verdicts that some cell has."""
    shown = {cell.evaluation.verdict for row in board.rows for cell in row.cells}
    return tuple(verdict for verdict in Verdict if verdict in shown)

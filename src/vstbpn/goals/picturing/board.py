"""The progress of units towards targets (bảng tiến độ): one cell for each unit and target, and how to show them."""

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from vstbpn.constraints import told, whole_number
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.observing.observation import PERIOD_TAKEN, reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.targets.kinds import check_kind, check_tuple
from vstbpn.goals.targets.target import Target
from vstbpn.values import frozen

if TYPE_CHECKING:
    from vstbpn.vocabulary import Language

_DEEPEST = 100_000
"""More than any units that stand above each other."""

_DEPTH_TAKEN = whole_number("depth", 0, _DEEPEST, f"expected a whole number from 0 to {_DEEPEST}")
_YEAR_TAKEN = whole_number("year", FIRST_YEAR, LAST_YEAR, f"expected a whole number from {FIRST_YEAR} to {LAST_YEAR}")


@frozen
class ProgressCell:
    """What one unit's figures come to, and whether they meet the target (ô tiến độ).

    Raises:
        InvalidValueError: A field is of another kind.
    """

    evaluation: Evaluation
    aggregate: Aggregate

    def __attrs_post_init__(self) -> None:
        check_kind("evaluation", self.evaluation, Evaluation)
        check_kind("aggregate", self.aggregate, Aggregate)


@frozen
class ProgressRow:
    """One unit's progress towards each target (dòng tiến độ).

    Args:
        unit: The unit's id; None for the sum of all.
        name: What it is called; "" for the sum of all, which each language has its word for.
        depth: How far below the topmost of the units shown it stands.
        cells: One for each column of the board, in their order.

    Raises:
        InvalidValueError: A field is of another kind.
    """

    unit: str | None = None
    name: str = ""
    depth: int = attrs.field(default=0, validator=_DEPTH_TAKEN)
    cells: tuple[ProgressCell, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_kind("unit", self.unit, str, is_optional=True)
        check_kind("name", self.name, str)
        check_tuple("cells", self.cells, ProgressCell)


@frozen
class ProgressColumn:
    """One target of a board (cột tiến độ).

    Args:
        indicator: The id of the indicator it is held against; None where there is one without a name.
        target: What is to be reached.
        name: What it is about.
        name_en: The same in English, or "".
        year: The year it is due in where its own words tell none, if one was given.

    Raises:
        InvalidValueError: The year is none the library deals with, or a field is of another kind.
    """

    indicator: str | None = None
    target: Target
    name: str = ""
    name_en: str = ""
    year: int | None = attrs.field(default=None, validator=attrs.validators.optional(_YEAR_TAKEN))

    def __attrs_post_init__(self) -> None:
        check_kind("indicator", self.indicator, str, is_optional=True)
        check_kind("target", self.target, Target)
        check_kind("name", self.name, str)
        check_kind("name_en", self.name_en, str)


@frozen
class ProgressBoard:
    """The progress of units towards targets (bảng tiến độ); made by ``progress_board``.

    Args:
        columns: The targets.
        rows: The units.
        period: The period whose figures are shown, by its id.

    Raises:
        InvalidValueError: A row has not a cell for each column, there is no such period, or a field is of another kind.

    >>> from vstbpn.goals import Observation, Target, progress_board, roll_up
    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> counts = [Observation(numerator=part, denominator=50, period="2025", unit=unit)
    ...           for unit, part in (("so-y-te", 31), ("so-noi-vu", 24))]
    >>> board = progress_board({None: target}, roll_up(counts), names={"so-y-te": "Sở Y tế", "so-noi-vu": "Sở Nội vụ"})
    >>> print(board.to_text(width=70))
    Tiến độ thực hiện chỉ tiêu, năm 2025
    <BLANKLINE>
    1. Cơ quan có lãnh đạo chủ chốt là nữ: ít nhất 60%, đến năm 2025
      Sở Nội vụ  ███████████▌··┃·········  48%  ✗ chưa đạt  1/1
      Sở Y tế    ██████████████┃·········  62%  ✓ đạt       1/1
      Tổng số    █████████████▎┃·········  55%  ✗ chưa đạt  2/2
    <BLANKLINE>
    1 chỉ tiêu, 2 đơn vị: 1 đạt, 1 chưa đạt.
    ┃ mức chỉ tiêu; n/m: đơn vị báo cáo / đơn vị phải báo cáo.
    """

    columns: tuple[ProgressColumn, ...] = ()
    rows: tuple[ProgressRow, ...] = ()
    period: str | None = attrs.field(default=None, metadata=told(PERIOD_TAKEN))

    def __attrs_post_init__(self) -> None:
        check_tuple("columns", self.columns, ProgressColumn)
        check_tuple("rows", self.rows, ProgressRow)
        if self.period is not None:
            reporting_period(self.period)
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                reason = f"a row has a cell for each of the {len(self.columns)} columns"
                raise InvalidValueError("cells", str(len(row.cells)), reason)

    @property
    def verdicts(self) -> tuple[tuple[Verdict, int], ...]:
        """How many cells have each verdict, the sum of all units left out; only verdicts that some cell has."""
        found = Counter(cell.evaluation.verdict for row in self.rows if row.unit is not None for cell in row.cells)
        return tuple((verdict, found[verdict]) for verdict in Verdict if verdict in found)

    def to_text(self, language: "Language" = "vi", width: int | None = None) -> str:
        """The board for a terminal: under each target a bar for each unit, with a mark where the target lies.

        Args:
            language: ``vi`` or ``en``.
            width: How many columns there are, 40 at least; longer names are broken. By default as many as names need.

        Raises:
            InvalidValueError: There are no words in that language, or the width is none.
        """
        from vstbpn.goals.picturing.table import text_of  # It draws boards, so it imports this module.

        return text_of(self, language, width)

    def to_markdown(self, language: "Language" = "vi") -> str:
        """The board as a table in Markdown: a row for each unit, a column for each target.

        Where there are more targets than rows the table is turned: a row for each target, a column for each unit, none
        of them set in.

        Raises:
            InvalidValueError: There are no words in that language.
        """
        from vstbpn.goals.picturing.markdown import markdown_of  # As above.

        return markdown_of(self, language)

    def to_svg(self, language: "Language" = "vi") -> str:
        """The board as a picture: one SVG that needs nothing else, and reads without its colours.

        Raises:
            InvalidValueError: There are no words in that language.
        """
        from vstbpn.goals.picturing.svg import svg_of  # As above.

        return svg_of(self, language)

    def __str__(self) -> str:
        return self.to_text()

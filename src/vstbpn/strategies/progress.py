"""Strategies of boards of progress, and of what they are made of."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell, ProgressColumn, ProgressRow
from vstbpn.goals.picturing.building import progress_board
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.strategies.goals import indicators, observations
from vstbpn.strategies.targets import targets

_NAMES = {"so-y-te": "Sở Y tế", "truong-mam-non-hoa-sen": "Trường Mầm non Hoa Sen"}


@st.composite
def progress_boards(draw: DrawFn, *, filled: bool = False) -> ProgressBoard:
    """Boards of progress (bảng tiến độ) of one indicator, with or without a name, by figures of one year.

    Where a board is to be ``filled``, it has a row at least.

    Use: ``@given(strategies.progress_boards())``.
    """
    year = draw(st.integers(2015, 2035))
    known = draw(st.lists(indicators(), max_size=1))
    told = draw(st.lists(observations(period=st.just(str(year))), min_size=1 if filled else 0, max_size=5))
    return progress_board(
        {known[0].id if known else None: draw(targets())},
        roll_up(told, indicators=known, period=str(year)),
        names=_NAMES,
        on=draw(st.none() | st.just(datetime.date(year + 1, 1, 15))),
        year=draw(st.none() | st.just(year)),
    )


@st.composite
def progress_columns(draw: DrawFn) -> ProgressColumn:
    """Targets of boards (cột tiến độ).

    Use: ``@given(strategies.progress_columns())``.
    """
    return draw(st.sampled_from(draw(progress_boards()).columns))


@st.composite
def progress_rows(draw: DrawFn) -> ProgressRow:
    """Units on boards (dòng tiến độ).

    Use: ``@given(strategies.progress_rows())``.
    """
    return draw(st.sampled_from(draw(progress_boards(filled=True).filter(lambda board: bool(board.rows))).rows))


@st.composite
def progress_cells(draw: DrawFn) -> ProgressCell:
    """What the figures of units come to on boards (ô tiến độ).

    Use: ``@given(strategies.progress_cells())``.
    """
    return draw(st.sampled_from(draw(progress_rows()).cells))

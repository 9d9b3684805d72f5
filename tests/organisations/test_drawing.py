"""Pictures of a hierarchy: what is drawn, how, and that any name can stand in it."""

import datetime
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.drawing import MOST_UNITS
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

DAY = datetime.date(2026, 1, 15)
NAMES = {"so": "Sở Giáo dục và Đào tạo", "ubnd": 'UBND "tỉnh" A\\B', "mn": "Trường Mầm non 8"}


def snapshot() -> Snapshot:
    return Directory(
        units=tuple(OrganisationUnit(id=unit) for unit in NAMES),
        names=tuple(DatedName(unit=unit, name=name) for unit, name in NAMES.items()),
        links=(
            Link(child="mn", parent="so", line=Line.PROFESSIONAL),
            Link(child="so", parent="ubnd", line=Line.TERRITORIAL),
            Link(child="mn", parent="so", line=Line.TERRITORIAL),
        ),
    ).at(DAY)


class TestMermaid:
    def test_draws_every_line_in_its_own_manner(self) -> None:
        assert snapshot().to_mermaid() == (
            "flowchart TD\n"
            '  u0["Sở Giáo dục và Đào tạo"]\n'
            '  u1["Trường Mầm non 8"]\n'
            '  u2["UBND #34;tỉnh#34; A#92;B"]\n'
            "  u0 -.-> u1\n"
            "  u2 --> u0\n"
            "  u0 --> u1\n"
        )

    def test_draws_the_lines_asked_for(self) -> None:
        drawn = snapshot().to_mermaid("professional")
        assert ("-->" in drawn, "-.->" in drawn) == (False, True)
        assert drawn == snapshot().to_mermaid([Line.PROFESSIONAL, "professional"])

    @given(st.text(min_size=1).filter(str.strip))
    def test_any_name_stays_within_its_quotes(self, name: str) -> None:
        directory = Directory(
            units=(OrganisationUnit(id="a"), OrganisationUnit(id="b")),
            names=(DatedName(unit="a", name=name), DatedName(unit="b", name="Bộ")),
            links=(Link(child="a", parent="b", line=Line.PARTY),),
        )
        rows = directory.at(DAY).to_mermaid().split("\n")
        assert len(rows) == 5
        assert re.fullmatch(r'  u1\["[^"\[\]\\{}|<>]*"\]', rows[2])
        assert rows[3] == "  u0 ==> u1"


class TestDot:
    def test_draws_boxes_and_arrows(self) -> None:
        rows = snapshot().to_dot("territorial").splitlines()
        assert rows[0] == "digraph organisation {"
        assert rows[3:] == [
            '  u0 [label="UBND \\"tỉnh\\" A\\\\B"];',
            '  u1 [label="Sở Giáo dục và Đào tạo"];',
            '  u2 [label="Trường Mầm non 8"];',
            "  u0 -> u1 [style=solid];",
            "  u1 -> u2 [style=solid];",
            "}",
        ]


class TestWhatIsDrawn:
    def test_begins_at_a_unit_and_goes_down_so_far(self) -> None:
        assert snapshot().to_mermaid("territorial", unit="ubnd", depth=1).count("-->") == 1
        assert snapshot().to_mermaid("territorial", unit="ubnd", depth=0).count("[") == 1
        assert snapshot().to_mermaid("territorial", unit="so").count("[") == 2

    def test_looks_up_from_a_unit(self) -> None:
        assert snapshot().to_mermaid("territorial", unit="mn", above=True) == (
            "flowchart TD\n"
            '  u0["UBND #34;tỉnh#34; A#92;B"]\n'
            '  u1["Sở Giáo dục và Đào tạo"]\n'
            '  u2["Trường Mầm non 8"]\n'
            "  u0 --> u1\n"
            "  u1 --> u2\n"
        )
        # The Sở hangs on another line than the one by which it is above the school; both are drawn.
        assert snapshot().to_dot(unit="mn", above=True).count("->") == 3
        assert snapshot().to_dot("territorial", unit="mn", above=True, depth=1).count("->") == 1
        with pytest.raises(InvalidValueError, match="above which unit"):
            snapshot().to_dot(above=True)

    def test_units_and_lines_are_told_that_are_not_there(self) -> None:
        with pytest.raises(NotFoundError):
            snapshot().to_mermaid(unit="nobody")
        with pytest.raises(InvalidValueError, match="line"):
            snapshot().to_dot("sideways")
        for depth in (-1, True, "2"):
            with pytest.raises(InvalidValueError, match="depth"):
                snapshot().to_dot(depth=depth)  # type: ignore[arg-type]  # What a careless script passes.

    @pytest.mark.parametrize("lines", [[], {}, (), 5, [None], b"party", object()])
    def test_some_line_is_drawn(self, lines: Any) -> None:  # noqa: ANN401  # What a careless script passes.
        for draw in (snapshot().to_mermaid, snapshot().to_dot):
            with pytest.raises(InvalidValueError, match="line"):
                draw(lines)

    def test_a_picture_of_thousands_is_refused_before_they_are_gone_through(self) -> None:
        """A chain of 20 000 units is looked up, and down to a depth, no farther than a picture goes."""
        ids = [f"u{number}" for number in range(20_000)]
        long = Directory(
            units=tuple(OrganisationUnit(id=unit) for unit in ids),
            names=tuple(DatedName(unit=unit, name=unit) for unit in ids),
            links=tuple(Link(child=child, parent=parent, line=Line.PARTY) for parent, child in pairwise(ids)),
        ).at(DAY)
        with pytest.raises(InvalidValueError, match="give a unit and a depth"):
            long.to_mermaid(unit=ids[-1], above=True)
        assert long.to_mermaid(unit=ids[-1], above=True, depth=MOST_UNITS - 1).count("[") == MOST_UNITS
        drawn = long.to_mermaid(unit="u0", depth=2)
        assert (drawn.count("["), drawn.count("==>")) == (3, 2)
        assert [one.id for one, _ in long.forest("party").with_depths(long.roots("party"), 2)] == ids[:3]

    def test_no_picture_of_thousands(self) -> None:
        ids = [f"u{number}" for number in range(MOST_UNITS + 1)]
        wide = Directory(
            units=tuple(OrganisationUnit(id=unit) for unit in ids),
            names=tuple(DatedName(unit=unit, name=unit) for unit in ids),
            links=tuple(Link(child=unit, parent="u0", line=Line.UNION) for unit in ids[1:]),
        ).at(DAY)
        with pytest.raises(InvalidValueError, match="give a unit and a depth"):
            wide.to_mermaid()
        assert wide.to_mermaid(depth=0).count("[") == 1

    @given(strategies.directories())
    def test_every_link_of_the_day_is_an_arrow(self, directory: Directory) -> None:
        today = directory.at(DAY)
        links = [link for link in directory.links if link.holds(today.date) and link.child in today]
        assert today.to_dot().count("->") == len(links)

"""What tables of the caller's own are read from."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.sources import csv_rows
from vstbpn.errors import CatalogueError


def rows(text: str) -> list[tuple[int, list[str]]]:
    return list(csv_rows(text, "units"))


class TestCsvRows:
    """Rows are those a spreadsheet shows."""

    @pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
    @pytest.mark.parametrize("cell", ["Sở{}Nội vụ", '"Sở{}Nội vụ"'])
    def test_only_line_ends_end_a_row(self, mark: str, cell: str) -> None:
        assert rows(f"id,name\na,{cell.format(mark)}\nb,B\n") == [
            (1, ["id", "name"]),
            (2, ["a", "Sở Nội vụ"]),
            (3, ["b", "B"]),
        ]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_whatever_the_line_ends(self, end: str) -> None:
        assert rows(f"id;name{end}a;A, B, C{end}b;B") == [(1, ["id", "name"]), (2, ["a", "A, B, C"]), (3, ["b", "B"])]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n\n"])
    def test_rows_are_counted_and_not_lines(self, end: str) -> None:
        assert rows(f'id,name\na,"Sở{end}Nội vụ"\n\nb,B\n') == [
            (1, ["id", "name"]),
            (2, ["a", "Sở Nội vụ"]),
            (4, ["b", "B"]),
        ]

    def test_what_is_no_csv_is_told_with_its_row(self) -> None:
        with pytest.raises(CatalogueError, match="row 3 is no CSV"):
            rows('id,name\na,"A\n\nA"\nb,"B" x\n')

    @given(
        st.lists(
            st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), min_size=2),
            min_size=1,
        )
    )
    def test_what_is_written_is_read(self, cells: list[list[str]]) -> None:
        written = io.StringIO(newline="")
        csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["id", "name", "", ""], *cells])
        wanted = [(number, [" ".join(cell.split()) for cell in row]) for number, row in enumerate(cells, 2)]
        assert rows(written.getvalue())[1:] == [(number, row) for number, row in wanted if any(row)]

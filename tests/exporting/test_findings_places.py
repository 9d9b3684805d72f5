"""Lines and columns of findings."""

import unicodedata

import pytest
from checked_files import checked_files
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import caret
from vstbpn.exporting.findings.checked import CheckedFile, Lines, Position
from vstbpn.exporting.findings.grounds import basis_data
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span


class TestPositions:
    """Lines end with a line feed; columns are code points from 1."""

    @pytest.mark.parametrize(
        ("source", "offset", "line", "column"),
        [
            ("", 0, 1, 1),
            ("", 9, 1, 1),
            ("ab", 2, 1, 3),
            ("a\nb", 1, 1, 2),
            ("a\nb", 2, 2, 1),
            ("a\n", 2, 2, 1),
            ("a\r\nb", 3, 2, 1),
            ("a\rb", 2, 1, 3),
            ("a\x0b\u2028b", 3, 1, 4),
            (unicodedata.normalize("NFD", "Số 5"), 5, 1, 6),
            ("\U0001f600 5", 2, 1, 3),
            ("\ufeffab\nc", 0, 1, 1),
            ("\ufeffab\nc", 1, 1, 1),
            ("\ufeffab\nc", 2, 1, 2),
            ("\ufeffab\nc", 4, 2, 1),
            ("\ufeff", 1, 1, 1),
        ],
    )
    def test_positions(self, source: str, offset: int, line: int, column: int) -> None:
        assert Lines(source).position(offset) == Position(line, column)

    @given(st.text(alphabet="a\r\nệ", max_size=40), st.data())
    def test_they_lead_back(self, source: str, data: st.DataObject) -> None:
        offset = data.draw(st.integers(0, len(source)))
        position = Lines(source).position(offset)
        lines = source.split("\n")
        assert sum(len(line) + 1 for line in lines[: position.line - 1]) + position.column - 1 == offset

    def test_what_lies_behind_the_text_is_left_out(self) -> None:
        region = Lines("ab").region(Span(1, 9))
        assert region.span == Span(1, 2)
        assert Lines("ab").region(Span(5, 9)).span == Span(2, 2)


class TestAround:
    """A long line is cut before it is searched, and shows the same."""

    @given(checked_files(), st.integers(0, 400))
    def test_a_caret_shows_the_same(self, file: CheckedFile, ahead: int) -> None:
        source = "x" * ahead + file.source.replace("\r", "") + "y" * 300
        lines = Lines(source)
        for finding in file.findings:
            if finding.span is not None and finding.span.end <= len(source):
                assert caret(*lines.around(finding.span, 200)) == caret(source, finding.span)


class TestBasis:
    """A provision by the keys of annotations."""

    def test_parts(self) -> None:
        data = basis_data(Reference.parse("khoản 3 Điều 5 Luật Bình đẳng giới năm 2006"))
        assert data is not None
        assert (data["name"], data["name_year"], data["number"]) == ("Luật Bình đẳng giới", 2006, None)
        assert data["provisions"] == [{"article": "5", "clause": "3"}]

    def test_none(self) -> None:
        assert basis_data(None) is None

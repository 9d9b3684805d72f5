"""Blanks between the words of a reference."""

import pytest

from vstbpn.references.finding.blanks import has_blank_line, spaced


class TestSpaced:
    @pytest.mark.parametrize("gap", [" ", "   ", "\n", " \n", "\n    "])
    def test_a_blank_stands_for_blanks_and_one_line_end(self, gap: str) -> None:
        assert spaced("của Bộ").fullmatch(f"của{gap}Bộ")

    @pytest.mark.parametrize("gap", ["", "\n\n", " \n \n", "\n \n"])
    def test_but_not_for_nothing_nor_for_a_blank_line(self, gap: str) -> None:
        assert not spaced("của Bộ").fullmatch(f"của{gap}Bộ")

    def test_a_tilde_stands_for_nothing_too(self) -> None:
        assert spaced("của~,").fullmatch("của,")


class TestBlankLine:
    @pytest.mark.parametrize(
        ("text", "blank"), [("a\n\nb", True), ("a\n  \nb", True), ("a\nb", False), ("a  b", False)]
    )
    def test_two_line_ends_with_nothing_between(self, text: str, blank: bool) -> None:
        assert has_blank_line(text, 0, len(text)) is blank

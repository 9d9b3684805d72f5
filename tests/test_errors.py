"""Errors carry fields, print where the fault is, and are all of one family."""

import copy
import inspect
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import errors
from vstbpn.errors import (
    CatalogueError,
    DecodeError,
    InvalidValueError,
    NotFoundError,
    ParseError,
    Problem,
    UnusableInputError,
    VstbpnError,
    caret,
)
from vstbpn.values import Span

EXAMPLES = [
    ParseError("12 KH-UBND", Span(2, 3), "expected '/'"),
    InvalidValueError("month", "13", "a year has 12 months"),
    DecodeError([Problem("/a", "a date", "5"), Problem("", "an object", "a list")]),
    UnusableInputError("a Word document (.docx)", "save it as text"),
    CatalogueError("acts", ["row 2: no date"]),
    NotFoundError("province", "Ha Noi", ["Hà Nội"]),
]


class TestTheFamily:
    """Catching one class catches all."""

    def test_every_error_is_of_the_library(self) -> None:
        classes = [member for _, member in inspect.getmembers(errors, inspect.isclass) if issubclass(member, Exception)]
        assert {type(example) for example in EXAMPLES} == set(classes) - {VstbpnError}
        assert all(issubclass(member, VstbpnError) for member in classes)

    @pytest.mark.parametrize(
        ("error", "builtin"), [(0, ValueError), (1, ValueError), (2, ValueError), (5, LookupError)]
    )
    def test_the_built_in_class_that_fits_catches_too(self, error: int, builtin: type[Exception]) -> None:
        assert isinstance(EXAMPLES[error], builtin)

    @pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
    def test_they_survive_copying_and_pickling(self, error: VstbpnError) -> None:
        for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301  # Our own bytes.
            assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


class TestMessages:
    """The message says what was wrong and what was expected."""

    def test_parse_error_shows_the_place(self) -> None:
        assert str(EXAMPLES[0]) == "expected '/'\n  12 KH-UBND\n    ^"

    def test_decode_error_lists_every_problem(self) -> None:
        assert str(EXAMPLES[2]).splitlines() == [
            "2 problems in the document",
            "  /a: expected a date, found 5",
            "  (document): expected an object, found a list",
        ]

    def test_unusable_input_gives_advice(self) -> None:
        assert str(EXAMPLES[3]) == "this is a Word document (.docx): save it as text"

    def test_catalogue_error_lists_every_fault(self) -> None:
        assert str(EXAMPLES[4]) == "acts: 1 fault(s)\n  row 2: no date"

    def test_not_found_names_near_misses(self) -> None:
        assert str(EXAMPLES[5]) == "no province 'Ha Noi' (did you mean Hà Nội?)"
        assert str(NotFoundError("unit", "x")) == "no unit 'x'"


class TestCaret:
    """One line of the text, with carets under the place."""

    def test_the_line_the_place_is_on(self) -> None:
        text = "dòng một\nSố: /KH-SGDĐT\ndòng ba"
        assert caret(text, Span(13, 22)) == "  Số: /KH-SGDĐT\n      ^^^^^^^^^"

    def test_a_place_over_several_lines_is_cut_at_the_first(self) -> None:
        assert caret("một\nhai", Span(0, 7)) == "  một\n  ^^^"

    def test_an_empty_place_has_one_caret(self) -> None:
        assert caret("abc", Span(1, 1)) == "  abc\n   ^"

    def test_a_long_line_is_cut_around_it(self) -> None:
        line, carets = caret("x" * 500 + "!" + "y" * 500, Span(500, 501), indent="").splitlines()
        assert (line[0], line[-1], len(line)) == ("…", "…", 74)
        assert line[carets.index("^")] == "!"

    def test_combining_marks_take_no_column(self) -> None:
        assert caret("Sô\u0301 12", Span(4, 6)) == "  Sô\u0301 12\n     ^^"

    def test_wide_characters_take_two(self) -> None:
        assert caret("漢字 12", Span(3, 5), indent="") == "漢字 12\n     ^^"

    @given(st.text(max_size=120), st.integers(0, 150), st.integers(0, 50))
    def test_two_lines_whatever_the_text(self, text: str, start: int, length: int) -> None:
        shown = caret(text, Span(start, start + length))
        line, carets = shown.split("\n")
        assert line.isprintable()
        assert set(carets) <= {" ", "^"}
        assert carets.endswith("^")

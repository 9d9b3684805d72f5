"""Quotations are found again for certain or not at all."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn.serialisation.annotations.anchoring import Anchor, Quotation, anchors, stands_at

TEXT = "Căn cứ Luật Trẻ em; theo Luật Trẻ em năm 2016, các trường thực hiện Luật Trẻ em./."


def place(quotation: Quotation, text: str = TEXT) -> Anchor:
    (found,) = anchors(text, [quotation])
    return found


class TestSurroundings:
    """Words that stand more than once are told apart by what is around them."""

    def test_by_both(self) -> None:
        assert place(Quotation("Luật Trẻ em", "theo ", " năm")) == Anchor(25)

    def test_by_the_one_that_was_not_edited(self) -> None:
        assert place(Quotation("Luật Trẻ em", "theo ", " số 102")) == Anchor(25)
        assert place(Quotation("Luật Trẻ em", "dựa vào ", " năm 2016")) == Anchor(25)

    def test_by_none_where_nothing_is_told(self) -> None:
        assert place(Quotation("các trường")) == Anchor(TEXT.index("các trường"))
        assert place(Quotation("Luật Trẻ em")).reason == "it stands at 3 places"

    def test_both_go_before_one(self) -> None:
        text = "a Luật b; a Luật c; d Luật b"
        assert place(Quotation("Luật", "a ", " b"), text) == Anchor(2)

    def test_longer_ones_than_are_looked_up(self) -> None:
        prefix, exact, suffix = "trước " * 20, "giữa " * 30, "sau " * 30
        text = f"{prefix}x{exact}{suffix} {prefix}{exact}{suffix}"
        assert place(Quotation(exact, prefix, suffix), text) == Anchor(text.rindex(f" {exact}") + 1)


class TestDoubt:
    """What is not certain is told."""

    def test_at_several_places(self) -> None:
        text = "theo Luật Trẻ em. theo Luật Trẻ em."
        assert place(Quotation("Luật Trẻ em", "theo ", "."), text) == Anchor(None, "it stands at 2 places")

    def test_words_around_which_nothing_is_as_before(self) -> None:
        assert place(Quotation("các trường", "xx", "yy")) == Anchor(None, "nothing around its words is as before")

    def test_words_that_are_gone(self) -> None:
        assert place(Quotation("Bộ luật Lao động", "theo ")) == Anchor(None, "its words are not in the text")

    @pytest.mark.parametrize("length", [1, 2, 3, 31, 32, 33, 70])
    def test_words_of_any_length_that_are_gone_or_not(self, length: int) -> None:
        words = "".join(chr(ord("a") + number % 26) for number in range(length))
        text = f"Luật {words[:-1]}. {words} Luật"
        assert place(Quotation(words, "xx", "yy"), text).reason == "nothing around its words is as before"
        changed = f"{words[:-1]}!"
        assert place(Quotation(changed, "xx", "yy"), text).reason == "its words are not in the text"

    def test_words_that_open_as_others_everywhere(self) -> None:
        text = "Luật Trẻ em. " * 300
        gone = Quotation("Luật Trẻ thơ", "xx", "yy")
        assert place(gone, text) == Anchor(None, "its first words are in the text more than 200 times")
        assert place(Quotation("Luật Trẻ em", "xx", "yy"), text).reason == "nothing around its words is as before"

    def test_no_words(self) -> None:
        assert place(Quotation("")) == Anchor(None, "it quotes no words")

    def test_one_side_that_stands_everywhere(self) -> None:
        text = "a" * 1000 + "b" + "a" * 1000
        assert place(Quotation("a", "a" * 32, "b"), text) == Anchor(999)
        assert place(Quotation("a", "c", "a" * 32), text).reason.endswith("more than 200 times")

    def test_what_stands_everywhere(self) -> None:
        assert place(Quotation("a", "a", "a"), "a" * 1000).start is None


@given(st.text("ab c", max_size=40), st.data())
def test_what_is_found_is_the_only_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quotation = Quotation(text[start:end], text[max(0, start - 5) : start], text[end : end + 5])
    found = place(quotation, text)
    places = [at for at in range(len(text)) if stands_at(text, quotation, at)]
    if found.start is None:
        assert not quotation.exact or len(places) != 1
    else:
        assert places == [found.start]


def _edited(size: int) -> Callable[[], object]:
    """The work of finding quotations again in a text each of whose lines was shifted."""
    draw = random.Random(7)  # noqa: S311  # Examples, no secrets.
    lines = [f"Các trường báo cáo lần {number} trước ngày {draw.randrange(10**9)}.\n" for number in range(size)]
    text = "".join(lines)
    quotations = [
        Quotation(text[at : at + 20], text[at - 32 : at], text[at + 20 : at + 52])
        for at in range(40, len(text) - 60, 60)
    ]
    return lambda: anchors(f"Thêm. {text}", quotations)


@pytest.mark.parametrize("text", ["a", "ab", "Luật Trẻ em "])
def test_linear_time_on_what_repeats(text: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        repeated = text * size
        quotations = [Quotation(repeated[:40], repeated[:32], f"{number}") for number in range(size // 10)]
        return lambda: anchors(repeated, quotations)

    assert_linear(prepare, 4000, 16000)


@pytest.mark.parametrize(("opening", "prefix"), [("ababab", "zz"), ("ab" * 20, ""), ("zz", "ab"), ("", "zz")])
def test_linear_time_on_words_that_are_gone(opening: str, prefix: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = "ab" * 50 * size
        quotations = [Quotation(f"{opening}c{number}", prefix) for number in range(size)]
        return lambda: anchors(text, quotations)

    assert_linear(prepare, 1000, 6000)


def test_linear_time() -> None:
    assert_linear(_edited, 500, 2000)

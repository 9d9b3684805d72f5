"""What mending changes, as a unified diff."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn.exporting.findings.unified import unified_diff

HUNK = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def applied(source: str, diff: str) -> str:
    """A text with a diff applied, as ``patch`` does; every line it names must be there."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", source)
    made: list[str] = []
    done = 0
    shown = diff.split("\n")
    if not diff:
        return source
    number = 2
    while number < len(shown):
        match = HUNK.fullmatch(shown[number])
        assert match is not None, shown[number]
        first, count = int(match[1]), int(match[2])
        start = first - 1 if count else first
        made += lines[done:start]
        done = start
        number += 1
        before = after = 0
        while number < len(shown) and not HUNK.fullmatch(shown[number]):
            mark, line = shown[number][0], f"{shown[number][1:]}\n"
            if number + 1 < len(shown) and shown[number + 1].startswith("\\"):
                line = line[:-1]
                number += 1
            number += 1
            if mark in " -":
                assert lines[done] == line
                done, before = done + 1, before + 1
            if mark in " +":
                made.append(line)
                after += 1
        assert (before, after) == (count, int(match[4]))
    return "".join([*made, *lines[done:]])


class TestDiffs:
    """Hunks with three lines around what changes."""

    def test_nothing_changed(self) -> None:
        assert unified_diff("a.txt", "a\n", "a\n") == ""

    def test_far_apart_changes_are_hunks_of_their_own(self) -> None:
        source = "".join(f"{number}\n" for number in range(40))
        diff = unified_diff("a.txt", source, source.replace("\n3\n", "\nx\n").replace("\n30\n", "\ny\n"))
        assert diff.count("@@ -") == 2
        assert diff.splitlines()[2] == "@@ -1,7 +1,7 @@"

    def test_an_end_without_a_line_feed(self) -> None:
        assert unified_diff("a", "x", "y").splitlines()[3:] == [
            "-x", "\\ No newline at end of file", "+y", "\\ No newline at end of file",
        ]  # fmt: skip

    def test_lines_put_in_and_taken_out(self) -> None:
        assert unified_diff("a", "a\nb\nc\n", "a\nnew\nb\n").splitlines()[3:] == [" a", "+new", " b", "-c"]

    def test_other_breaks_stay_within_lines(self) -> None:
        assert unified_diff("a", "a\u2028b\r\nc\n", "a\u2028x\r\nc\n").count("-a\u2028b\r\n") == 1

    def test_words_and_names_cannot_steer_the_terminal(self) -> None:
        diff = unified_diff("a\x1b\n.txt", "\x1b[2Jx\x08\ty\r\n", "\x1b[2Jz\x07\ty\r\n")
        assert diff.split("\n")[0] == "--- a\ufffd\ufffd.txt"
        assert diff.split("\n")[3:] == ["-\ufffd[2Jx\ufffd\ty\r", "+\ufffd[2Jz\ufffd\ty\r"]

    def test_what_only_looks_like_nothing_stays_so_that_it_can_be_applied(self) -> None:
        source = "a\u200b\u00a0\x0cb\r\n"
        assert applied(source, unified_diff("a", source, "ab\r\n")) == "ab\r\n"

    LINES = st.lists(st.sampled_from(["\n", "a\n", "b\n", "c\r\n", "dài hơn\n"]), max_size=30)

    @given(LINES, LINES, st.sampled_from(["", "cuối"]), st.sampled_from(["", "hết"]))
    def test_applying_it_gives_the_new_text(self, old: list[str], new: list[str], end: str, other: str) -> None:
        source, text = "".join(old) + end, "".join(new) + other
        assert applied(source, unified_diff("a", source, text)) == text

    def test_many_changed_lines(self) -> None:
        rng = random.Random(7)  # noqa: S311  # No secret.
        old = [rng.choice(["\n", f"{number} a\n", "- b\n"]) for number in range(60_000)]
        new = [line for number, line in enumerate(old) if number % 1000] + ["x\n"] * 300
        diff = unified_diff("a", "".join(old), "".join(new))
        assert applied("".join(old), diff) == "".join(new)

    def test_texts_with_nothing_in_common(self) -> None:
        source = "".join(f"a{number}\n" for number in range(40_000))
        text = "".join(f"b{number}\n" for number in range(40_007))
        diff = unified_diff("a", source, text)
        assert diff.count("\n+b") == 40_007

    @pytest.mark.parametrize("kept", [1, 1000])
    def test_time_is_linear(self, kept: int) -> None:
        """Of texts with nothing in common, and of some that are alike but here and there."""

        def prepare(many: int) -> Callable[[], object]:
            source = "".join(f"a{number}\n" for number in range(many))
            text = "".join(f"{'b' if number % kept == 0 else 'a'}{number}\n" for number in range(many + 7))
            return lambda: unified_diff("a", source, text)

        assert_linear(prepare, 10_000, 40_000)

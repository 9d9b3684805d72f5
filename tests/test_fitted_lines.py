"""Texts fitted into lines."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from vstbpn.lines import harmless, harmless_name, markdown_safe, one_line, padded, width, wrapped, xml_safe


class TestSteering:
    @given(st.text())
    def test_what_steers_a_terminal_is_gone_and_nothing_else(self, text: str) -> None:
        shown = harmless(text)
        assert len(shown) == len(text)
        assert all(now in {before, "\ufffd"} for before, now in zip(text, shown, strict=True))
        assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f]", shown.replace("\r\n", "\n"))

    @given(st.lists(st.sampled_from([*"aệ\u0302\t\n\x0c\u00a0\u200b\u2028\ufeff\udcff", "\r\n"])).map("".join))
    def test_texts_without_stay_as_they_are(self, text: str) -> None:
        assert harmless(text) == text

    def test_names_are_one_line(self) -> None:
        assert harmless_name("a\r\n\x1b\u202eb  ệ\u00a0") == "a\ufffd\ufffd\ufffd\ufffdb  ệ\u00a0"


class TestLines:
    @given(st.text())
    def test_a_line_is_printable_and_stays(self, text: str) -> None:
        line = one_line(text)
        assert line.isprintable()
        assert one_line(line) == line

    @given(st.text(st.sampled_from("aệ女e\u0302 ")), st.integers(2, 12))
    def test_wrapped_lines_fit_and_lose_nothing(self, text: str, columns: int) -> None:
        lines = wrapped(text, columns)
        assert "".join(lines).replace(" ", "") == "".join(text.split())
        assert max(map(width, lines)) <= columns

    @given(st.text(st.sampled_from("aệ女\u0302")), st.integers(0, 30))
    def test_padded_lines_fill_their_columns(self, text: str, columns: int) -> None:
        wanted = max(columns, width(text))
        assert width(padded(text, columns)) == width(padded(text, columns, right=True)) == wanted

    def test_a_character_wider_than_the_line(self) -> None:
        assert wrapped("女性", 1) == ["女", "性"]

    @given(st.text(st.sampled_from("aệm ")), st.integers(9, 40))
    def test_lines_are_measured_as_one_likes(self, text: str, across: int) -> None:
        def room(letter: str) -> int:
            return 9 if letter == "m" else 4

        lines = wrapped(text, across, room)
        assert "".join(lines).replace(" ", "") == "".join(text.split())
        assert max(sum(map(room, line)) for line in lines) <= across


class TestHarmless:
    @given(st.text())
    def test_xml_takes_any_text(self, text: str) -> None:
        root = ET.fromstring(f"<a>{xml_safe(text)}</a>".encode())  # noqa: S314  # It is our own.
        assert (root.text or "") == one_line(text)
        assert len(root) == 0

    def test_markdown_finds_no_marks(self) -> None:
        assert markdown_safe("*a* [b](c) `d` <e> & |") == r"\*a\* \[b\](c) \`d\` &lt;e&gt; &amp; \|"

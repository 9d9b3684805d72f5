"""Boards shown as text, Markdown and SVG: what is seen, that all is harmless, and that time grows linearly."""

import re
import time
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell, ProgressColumn, ProgressRow
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.targets.target import Target
from vstbpn.lines import width
from vstbpn.values import evolve

SVG = "{http://www.w3.org/2000/svg}"
SHARE = Target.parse("ít nhất 60% cơ quan có lãnh đạo nữ vào năm 2025")
SHARES = ProgressColumn(indicator="1", target=SHARE, name="cơ quan có lãnh đạo nữ")
EVIL = "A|B <script>alert('&amp;')</script>\n\x00\x07]]>*_`[x](y) \ud800\ufffe\u202e$~"


def cell(target: Target, part: int, whole: int | None, reporting: int = 3, **terms: Any) -> ProgressCell:  # noqa: ANN401  # Terms of any kind.
    total = Aggregate(period="2025", numerator=part, denominator=whole, reporting=reporting, expected=4)
    return ProgressCell(evaluation=evaluate(target, total, **terms), aggregate=total)


def row(name: str, *cells: ProgressCell) -> ProgressRow:
    return ProgressRow(unit="u", name=name, cells=cells)


def board_of(*rows: ProgressRow, columns: tuple[ProgressColumn, ...] = (SHARES,)) -> ProgressBoard:
    return ProgressBoard(columns=columns, rows=rows, period="2025")


def all_verdicts() -> ProgressBoard:
    late = evolve(SHARE, year=2026)
    return board_of(
        row("Sở Y tế", cell(SHARE, 62, 100)),
        row("Sở Nội vụ", cell(SHARE, 30, 100)),
        row("Sở Xây dựng", cell(late, 30, 100)),
        row("Sở Tư pháp", cell(SHARE, 0, 0, 0)),
        row("Sở Tài chính", cell(SHARE, 0, 0)),
        ProgressRow(cells=(cell(SHARE, 46, 100),)),
    )


def many(count: int) -> ProgressBoard:
    return board_of(*(row(f"Trường Mầm non {number}", cell(SHARE, number % 100, 100)) for number in range(count)))


def parsed(board: ProgressBoard, language: Any = "vi") -> ET.Element:  # noqa: ANN401  # A language.
    return ET.fromstring(board.to_svg(language).encode())  # noqa: S314  # It is our own.


def words_in(root: ET.Element) -> list[str]:
    return [text for element in root.iter(f"{SVG}text") if (text := element.text)]


class TestText:
    def test_what_is_seen(self) -> None:
        assert all_verdicts().to_text().splitlines() == [
            "Tiến độ thực hiện chỉ tiêu, năm 2025",
            "",
            "1. Cơ quan có lãnh đạo nữ: ít nhất 60%, đến năm 2025",
            "  Sở Y tế       ██████████████┃·········  62%  ✓ đạt                  ! 3/4",
            "  Sở Nội vụ     ███████▎······┃·········  30%  ✗ chưa đạt             ! 3/4",
            "  Sở Xây dựng   ███████▎······┃·········  30%  … chưa đến hạn         ! 3/4",
            "  Sở Tư pháp    ··············┃·········    –  – chưa có số liệu      ! 0/4",
            "  Sở Tài chính  ··············┃·········    –  ? không đánh giá được  ! 3/4",
            "  Tổng số       ███████████···┃·········  46%  ✗ chưa đạt             ! 3/4",
            "",
            "1 chỉ tiêu, 5 đơn vị: 1 đạt, 1 chưa đạt, 1 chưa đến hạn, 1 chưa có số liệu, 1 không đánh giá được.",
            "┃ mức chỉ tiêu; n/m: đơn vị báo cáo / đơn vị phải báo cáo; ! chưa đủ số liệu.",
        ]

    def test_in_english(self) -> None:
        lines = all_verdicts().to_text("en").splitlines()
        assert lines[0] == "Progress towards targets, 2025"
        assert "at least 60%, by 2025" in lines[2]
        assert "✗ not met" in lines[8]
        assert lines[8].startswith("  Total ")

    def test_it_is_what_a_board_prints(self) -> None:
        assert str(all_verdicts()) == all_verdicts().to_text()

    def test_wide_and_combining_characters_keep_columns(self) -> None:
        names = ("女性部", "Sở Y tế", "So\u031b\u0309 Noi vu")
        lines = board_of(*(row(name, cell(SHARE, 62, 100)) for name in names)).to_text().splitlines()[3:6]
        assert len({width(line) for line in lines}) == 1
        assert len({width(line[: line.index("█")]) for line in lines}) == 1

    @pytest.mark.parametrize("columns", [40, 60, 80, 120])
    def test_names_are_broken_to_fit(self, columns: int) -> None:
        name = "Trường Phổ thông Dân tộc Nội trú Trung học phổ thông huyện Mường La, tỉnh Sơn La"
        board = board_of(row(name, cell(SHARE, 62, 100)), row("x" * 300, cell(SHARE, 61, 100)))
        text = board.to_text(width=columns)
        assert max(map(width, text.splitlines())) <= columns
        told = "".join(text.split())
        assert told.count("x") == 300
        assert all(word in text for word in ("Mường", "La,"))

    @pytest.mark.parametrize("columns", [40, 45, 50, 60, 70, 80, 90])
    def test_nothing_runs_over_the_width(self, columns: int) -> None:
        board = all_verdicts()
        long = row("Phòng Giáo dục và Đào tạo huyện Bắc Ví Dụ", cell(SHARE, 10**16, 1))
        lines = evolve(board, rows=(*board.rows, long)).to_text(width=columns).splitlines()
        assert max(map(width, lines)) <= columns
        assert all("┃" in line for line in lines if "█" in line)

    def test_names_stand_above_bars_where_there_is_little_room(self) -> None:
        board = board_of(row("Trường Phổ thông Dân tộc Nội trú huyện Mường La", cell(SHARE, 62, 100)))
        assert board.to_text(width=60).splitlines()[3:5] == [
            "  Trường Phổ thông Dân tộc   ███████┃····  62%  ✓ đạt  ! 3/4",
            "  Nội trú huyện Mường La",
        ]
        assert board.to_text(width=40).splitlines()[4:7] == [
            "  Trường Phổ thông Dân tộc Nội trú huyện",
            "  Mường La",
            "    █████████┃·····  62%  ✓ đạt  ! 3/4",
        ]

    def test_no_row_is_cut(self) -> None:
        assert len(many(1000).to_text().splitlines()) == 1000 + 6

    @pytest.mark.parametrize("columns", [0, 39, -1, True, 80.0, "80"])
    def test_no_width(self, columns: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match="width"):
            all_verdicts().to_text(width=columns)

    def test_ranges_have_two_marks(self) -> None:
        target = Target.parse("từ 25% đến 75% hộ")
        (line,) = [
            line for line in board_of(row("a", cell(target, 50, 100)), columns=(evolve(SHARES, target=target),)).to_text().splitlines()
            if line.startswith("  a")
        ]  # fmt: skip
        assert line == "  a  ██████┃█████······┃·····  50%  ✓ đạt  ! 3/4"

    def test_what_went_the_other_way_has_no_bar(self) -> None:
        target = Target.parse("giảm 50% số vụ")
        before = Aggregate(period="2020", numerator=8, reporting=3, expected=4)
        cells = [cell(target, count, None, baseline=before) for count in (12, 2)]
        text = board_of(*(row("a", one) for one in cells), columns=(evolve(SHARES, target=target),)).to_text()
        up, down = [line for line in text.splitlines() if line.startswith("  a")]
        assert "█" not in up
        assert "tăng 50%" in up
        assert "█" in down


class TestMarkdown:
    def test_what_is_seen(self) -> None:
        target = Target.parse("mỗi năm ít nhất 1.000 lượt tuyên truyền")
        columns = (SHARES, ProgressColumn(indicator="2.1", target=target, name="tuyên truyền", name_en="campaigns"))
        one = row("Sở Y tế", cell(SHARE, 2, 3), cell(target, 1200, None))
        board = board_of(one, evolve(one, name="Sở Nội vụ"), columns=columns)
        lines = board.to_markdown().splitlines()
        assert lines[0] == "**Tiến độ thực hiện chỉ tiêu, năm 2025**"
        assert lines[2].startswith(
            "| Đơn vị | 1. Cơ quan có lãnh đạo nữ: ít nhất 60%, đến năm 2025 | 2.1. Tuyên truyền: ít nhất 1.000 lượt"
        )
        assert lines[3:5] == ["| --- | --- | --- |", "| Sở Y tế | ✓ đạt: 66,67% (! 3/4) | ✓ đạt: 1.200 (! 3/4) |"]
        assert "| 2.1. Campaigns: at least 1,000 lượt" in board.to_markdown("en")

    def test_more_targets_than_units_turn_the_table(self) -> None:
        target = Target.parse("mỗi năm ít nhất 1.000 lượt tuyên truyền")
        columns = (SHARES, *(ProgressColumn(indicator=f"2.{place}", target=target, name="lượt") for place in (1, 2)))
        cells = (cell(SHARE, 2, 3), cell(target, 1200, None), cell(target, 900, None))
        board = board_of(row("Sở Y tế", *cells), evolve(row("", *cells), unit=None, depth=1), columns=columns)
        assert board.to_markdown().splitlines()[2:7] == [
            "| Chỉ tiêu | Sở Y tế | **Tổng số** |",
            "| --- | --- | --- |",
            "| 1. Cơ quan có lãnh đạo nữ: ít nhất 60%, đến năm 2025 | ✓ đạt: 66,67% (! 3/4) | ✓ đạt: 66,67% (! 3/4) |",
            "| 2.1. Lượt: ít nhất 1.000 lượt, hằng năm | ✓ đạt: 1.200 (! 3/4) | ✓ đạt: 1.200 (! 3/4) |",
            "| 2.2. Lượt: ít nhất 1.000 lượt, hằng năm | ✗ chưa đạt: 900 (! 3/4) | ✗ chưa đạt: 900 (! 3/4) |",
        ]
        assert board.to_markdown("en").splitlines()[2].startswith("| Target | ")

    def test_names_do_no_harm(self) -> None:
        evil = evolve(SHARES, name=EVIL)
        text = board_of(row(EVIL, cell(SHARE, 2, 3)), columns=(evil,)).to_markdown()
        rows = text.splitlines()[2:5]
        assert [len(re.findall(r"(?<!\\)\|", line)) for line in rows] == [3, 3, 3]
        assert "<" not in text
        assert r"\*\_\`\[x\](y)" in text

    def test_the_sum_of_all_stands_out(self) -> None:
        assert "| **Tổng số** |" in all_verdicts().to_markdown()


class TestDepth:
    """Who stands below another is set in."""

    BOARD = board_of(
        evolve(row("Sở", cell(SHARE, 62, 100)), depth=0),
        evolve(row("Trường Mầm non Hoa Sen", cell(SHARE, 62, 100)), depth=1),
        evolve(row("Lớp", cell(SHARE, 62, 100)), depth=50),
    )

    def test_in_a_terminal(self) -> None:
        lines = self.BOARD.to_text().splitlines()[3:6]
        assert [len(line) - len(line.lstrip()) for line in lines] == [2, 4, 14]
        assert len({line.index("█") for line in lines}) == 1
        for columns in (40, 44, 50):
            assert max(map(width, self.BOARD.to_text(width=columns).splitlines())) <= columns

    def test_in_markdown(self) -> None:
        names = [line.split(" | ")[0] for line in self.BOARD.to_markdown().splitlines()[4:7]]
        assert names == ["| Sở", "| &emsp;Trường Mầm non Hoa Sen", "| " + "&emsp;" * 6 + "Lớp"]

    def test_in_a_picture(self) -> None:
        placed = {element.text: element.get("x") for element in parsed(self.BOARD).iter(f"{SVG}text")}
        assert [placed[name] for name in ("Sở", "Trường Mầm non Hoa Sen", "Lớp")] == ["24", "38", "108"]


class TestHeadings:
    """The ids of indicators, which plans number their targets by; a number where there is none."""

    @pytest.mark.parametrize(
        ("indicator", "name", "told"),
        [
            ("3.2", "tỷ lệ nữ thạc sĩ", "3.2. Tỷ lệ nữ thạc sĩ"),
            (None, "tỷ lệ nữ thạc sĩ", "1. Tỷ lệ nữ thạc sĩ"),
            ("", "tỷ lệ nữ thạc sĩ", "1. Tỷ lệ nữ thạc sĩ"),
            ("3.2", "3.2", "3.2"),
            ("3.2", "", "3.2"),
            (None, "", "1."),
        ],
    )
    def test_they_stand_in_every_picture(self, indicator: str | None, name: str, told: str) -> None:
        board = board_of(row("a", cell(SHARE, 1, 2)), columns=(evolve(SHARES, indicator=indicator, name=name),))
        assert board.to_text().splitlines()[2] == f"{told}: ít nhất 60%, đến năm 2025"
        assert board.to_markdown().splitlines()[2] == f"| Đơn vị | {told}: ít nhất 60%, đến năm 2025 |"
        assert told in words_in(parsed(board))


class TestIncomplete:
    """Figures that are not of all units, or not of the whole period, are marked, and the mark is explained."""

    @pytest.mark.parametrize(
        ("changes", "marked"), [({}, False), ({"reporting": 3}, True), ({"gaps": ("2025-Q4",)}, True)]
    )
    def test_in_every_picture(self, changes: dict[str, Any], marked: bool) -> None:
        full = cell(SHARE, 62, 100, reporting=4)
        board = board_of(row("a", evolve(full, aggregate=evolve(full.aggregate, **changes))))
        told = f"{changes.get('reporting', 4)}/4"
        for shown in (board.to_text(), board.to_markdown(), board.to_svg()):
            assert told in shown
            assert (f"! {told}" in shown) is marked
            assert ("! chưa đủ số liệu" in shown) is marked

    def test_where_nobody_was_expected(self) -> None:
        total = Aggregate(period="2025", numerator=1, denominator=2, gaps=("2025-Q4",))
        board = board_of(row("a", ProgressCell(evaluation=evaluate(SHARE, total), aggregate=total)))
        assert "chưa đạt  !" in board.to_text()


class TestSvg:
    def test_it_has_a_title_and_a_description(self) -> None:
        root = parsed(all_verdicts())
        assert root.get("role") == "img"
        assert [element.tag for element in root][:2] == [f"{SVG}title", f"{SVG}desc"]
        assert root.findtext(f"{SVG}title") == "Tiến độ thực hiện chỉ tiêu, năm 2025"
        assert (root.findtext(f"{SVG}desc") or "").startswith("1 chỉ tiêu, 5 đơn vị: 1 đạt, ")

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_verdicts_are_told_in_words_and_signs(self, language: str) -> None:
        root = parsed(all_verdicts(), language)
        words = words_in(root)
        for verdict in Verdict:
            assert words.count(getattr(verdict, language)) >= 2  # In the row and in the legend.
        assert len(list(root.iter(f"{SVG}circle"))) == 6 + 5

    def test_figures_coverage_and_units_are_told(self) -> None:
        words = words_in(parsed(all_verdicts()))
        for told in ("62%", "! 3/4", "! 0/4", "Sở Xây dựng", "Tổng số", "ít nhất 60%, đến năm 2025"):
            assert told in words

    def test_each_row_explains_itself(self) -> None:
        titles = [element.text for element in parsed(all_verdicts()).iter(f"{SVG}title")]
        assert "Sở Y tế: đạt: 62% so với ít nhất 60%, vượt 2 điểm phần trăm; 3/4 đơn vị báo cáo" in titles

    def test_it_needs_nothing_else(self) -> None:
        root = parsed(all_verdicts())
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "path", "circle", "text", "g"}
        named = {name for element in root.iter() for name in element.attrib}
        assert not [name for name in named if "href" in name or name.startswith("on")]
        assert "url(" not in all_verdicts().to_svg()

    def test_bars_end_where_figures_lie(self) -> None:
        root = parsed(board_of(row("a", cell(SHARE, 50, 100))))
        lengths = [rect.get("width") for rect in root.iter(f"{SVG}rect")]
        assert lengths[1:] == ["270", "135"]
        (mark,) = {path.get("d", "").split()[0] for path in root.iter(f"{SVG}path") if path.get("stroke-width") == "4"}
        assert mark == "M210"  # 60 % of 270 behind the margin, a letter and a gap.

    def test_ranges_are_shaded(self) -> None:
        target = Target.parse("từ 25% đến 75% hộ")
        root = parsed(board_of(row("a", cell(target, 50, 100)), columns=(evolve(SHARES, target=target),)))
        (band,) = [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill-opacity")]
        assert (band.get("x"), band.get("width")) == ("115.5", "135")

    def test_names_do_no_harm(self) -> None:
        root = parsed(board_of(row(EVIL, cell(SHARE, 2, 3)), columns=(evolve(SHARES, name=EVIL),)))
        assert not list(root.iter(f"{SVG}script"))
        assert any("<script>" in words for words in words_in(root))

    def test_long_figures_have_room(self) -> None:
        target = Target.parse("ít nhất 1.000 hộ")
        total = Aggregate(period="2025", numerator=10**17, reporting=30_000, expected=46_000)
        long = ProgressCell(evaluation=evaluate(target, total), aggregate=total)
        root = parsed(
            board_of(row("Phòng Giáo dục và Đào tạo huyện Bắc Ví Dụ", long), columns=(evolve(SHARES, target=target),))
        )
        (figure,) = [element for element in root.iter(f"{SVG}text") if (element.text or "").startswith("100.000.000")]
        assert int(figure.get("x", "0")) - 8 * len(figure.text or "") > 300 + 270
        assert int(root.get("width", "0")) > 840

    def test_names_end_before_the_bars(self) -> None:
        name = "Trường Phổ thông Dân tộc Nội trú Trung học phổ thông huyện Mường La"
        root = parsed(
            board_of(row(name, cell(SHARE, 62, 100)), ProgressRow(name="TỔNG " * 9, cells=(cell(SHARE, 1, 2),)))
        )
        bar = min(float(rect.get("x", "0")) for rect in root.iter(f"{SVG}rect") if rect.get("rx"))
        for element in root.iter(f"{SVG}text"):
            if element.get("class") in {None, "b"} and element.text and element.text.startswith(("Trường", "TỔNG")):
                assert 24 + 7 * len(element.text) < bar

    def test_what_is_not_met_is_pale(self) -> None:
        fills = [
            rect.get("fill")
            for rect in parsed(all_verdicts()).iter(f"{SVG}rect")
            if rect.get("stroke-dasharray") is None
        ]
        drawn = [fill for fill in fills if fill not in {"#fff", "#edf0f3"}]
        light = [sum(int((fill or "")[place : place + 2], 16) for place in (1, 3, 5)) for fill in drawn]
        assert light[0] < 300
        assert min(light[1:]) > 550

    def test_nothing_reached_has_no_bar(self) -> None:
        root = parsed(board_of(row("a", cell(SHARE, 0, 100))))
        assert len(list(root.iter(f"{SVG}rect"))) == 2

    def test_lengths_are_those_of_all_rows(self) -> None:
        heights = [int(parsed(many(count)).get("height", "0")) for count in (1, 2, 12)]
        assert heights[2] - heights[1] == 10 * (heights[1] - heights[0])


LETTERS = st.text(max_size=30) | st.sampled_from(["", EVIL, "女性" * 40, "x" * 200, "ệ" * 50])


class TestAllOfThem:
    @pytest.mark.parametrize("board", [ProgressBoard(), board_of(), board_of(row("a"), columns=())])
    def test_nothing_to_show(self, board: ProgressBoard) -> None:
        for shown in (board.to_text(), board.to_markdown(), board.to_svg()):
            assert "Không có gì để trình bày." in shown
        assert parsed(board, "en").findtext(f"{SVG}title")

    def test_fractions_are_told_in_percent(self) -> None:
        third = Target.parse("1/3 số xã có nữ lãnh đạo")
        board = board_of(row("Sở Y tế", cell(third, 5, 12)), columns=(evolve(SHARES, target=third),))
        for shown in (board.to_text(), board.to_markdown(), board.to_svg()):
            assert "41,67%" in shown
            assert "chỉ tiêu 1/3" in shown
            assert "1,25" not in shown

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_targets_without_a_figure(self, language: Any) -> None:  # noqa: ANN401  # A language.
        target = Target.parse("đa số hộ dân")
        board = board_of(row("a", cell(target, 50, 100)), columns=(evolve(SHARES, target=target, name="đa số hộ dân"),))
        for shown in (board.to_text(language), board.to_markdown(language), board.to_svg(language)):
            assert "Đa số hộ dân" in shown
            assert getattr(Verdict.NOT_ASSESSABLE, language) in shown

    @pytest.mark.parametrize("show", [ProgressBoard.to_text, ProgressBoard.to_markdown, ProgressBoard.to_svg])
    @pytest.mark.parametrize("language", ["fr", None, 1, []])
    def test_other_languages(self, show: Any, language: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match="language"):
            show(all_verdicts(), language)

    @pytest.mark.parametrize(
        ("text", "vi", "en"),
        [
            ("ít nhất 60% hộ vào năm 2025", "đến năm 2025", "by 2025"),
            ("hằng năm, ít nhất 60% hộ", "hằng năm", "each year"),
            ("hằng năm đến năm 2025, ít nhất 60% hộ", "hằng năm, đến năm 2025", "each year until 2025"),
            ("từ năm 2025 trở đi, ít nhất 60% hộ", "từ năm 2025 trở đi", "from 2025 on"),
            ("ít nhất 60% hộ", "", ""),
        ],
    )
    def test_they_tell_when_it_is_due(self, text: str, vi: str, en: str) -> None:
        column = evolve(SHARES, target=Target.parse(text))
        board = board_of(row("a", cell(column.target, 1, 2)), columns=(column,))
        for language, due, least in (("vi", vi, "ít nhất"), ("en", en, "at least")):
            words = ", ".join(part for part in (f"{least} 60%", due) if part)
            for shown in (board.to_text(language), board.to_markdown(language), board.to_svg(language)):  # type: ignore[arg-type]  # One of the two.
                assert words in shown
                assert f"{words}, {'đến' if language == 'vi' else 'by'}" not in shown

    @settings(max_examples=60)
    @given(LETTERS, LETTERS, st.integers(0, 10**18 - 1), st.integers(1, 10**18 - 1), st.sampled_from([40, 77, None]))
    def test_any_name_and_figure(self, name: str, title: str, part: int, whole: int, columns: int | None) -> None:
        board = board_of(row(name, cell(SHARE, part, whole)), columns=(evolve(SHARES, name=title, indicator=title),))
        root = parsed(board)
        assert root.tag == f"{SVG}svg"
        for shown in (board.to_text(width=columns), board.to_markdown()):
            assert all(character.isprintable() for line in shown.split("\n") for character in line)
        assert [part for part in board.to_markdown().splitlines() if part.startswith("|")][1] == "| --- | --- |"
        assert board.to_svg() == board.to_svg()


class TestLinearTime:
    @pytest.mark.parametrize("show", [ProgressBoard.to_text, ProgressBoard.to_markdown, ProgressBoard.to_svg])
    def test_twice_the_rows_take_twice_the_time(self, show: Any) -> None:  # noqa: ANN401  # A method.
        def took(board: ProgressBoard) -> float:
            start = time.perf_counter()
            show(board)
            return time.perf_counter() - start

        few, twice = many(600), many(1200)
        times = [(took(few), took(twice)) for _ in range(6)]
        assert min(double for _, double in times) <= 3 * min(single for single, _ in times)

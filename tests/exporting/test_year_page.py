"""A year on one page: which entries stand there, in Markdown and as a picture, and that all is harmless and fits."""

import datetime
import itertools
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from year_entries import EVIL, deadline, entries

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.calendars.working.swaps import Swap
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError
from vstbpn.exporting.entry_words import day_words, document_words, month_name, parties
from vstbpn.exporting.year_page.entries import rows_of_year
from vstbpn.exporting.year_page.letters import fitted, letter_room, room
from vstbpn.exporting.year_page.markdown import year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg
from vstbpn.lines import one_line
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.values import Passage, evolve

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
SHOWN: list[Callable[..., str]] = [year_to_markdown, year_to_svg]


def stretch(start: str, end: str, kind: EntryKind = EntryKind.CAMPAIGN, **more: Any) -> CalendarEntry:  # noqa: ANN401  # Fields of any kind.
    first, last = map(datetime.date.fromisoformat, (start, end))
    return CalendarEntry(kind=kind, start=first, end=last, what=more.pop("what", "Tháng hành động"), **more)


def parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture.encode())  # noqa: S314  # It is our own.


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in parsed(picture).iter(f"{SVG}text")]


def titles(picture: str) -> list[str]:
    return [element.text or "" for element in parsed(picture).iter(f"{SVG}title")]


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("|")]


class TestRows:
    """Which entries stand on the page."""

    @given(st.lists(entries(), max_size=8), st.integers(2023, 2028))
    def test_those_of_the_year_in_order(self, given: list[CalendarEntry], year: int) -> None:
        rows = rows_of_year(given, year, "vi")
        assert [row.first for row in rows] == sorted(row.first for row in rows)
        assert all(row.first.year == row.last.year == year for row in rows)
        assert len(rows) == len({(row.entry.kind, *row[1:]) for row in rows})
        assert [row[1:] for row in rows_of_year(list(reversed(given)), year, "vi")] == [row[1:] for row in rows]

    def test_what_runs_over_the_end_of_the_year(self) -> None:
        campaign = stretch("2025-12-20", "2026-01-10")
        (row,) = rows_of_year([campaign], 2026, "vi")
        assert (row.first, row.last, row.days) == (
            datetime.date(2026, 1, 1),
            datetime.date(2026, 1, 10),
            "20/12/2025–10/01",
        )
        assert len(rows_of_year([campaign], 2025, "vi")) == 1
        assert rows_of_year([campaign], 2024, "vi") == ()

    def test_a_deadline_stands_where_it_was_moved_to(self) -> None:
        moved = deadline(12, 31, moved_to=datetime.date(2027, 1, 4))
        assert rows_of_year([moved], 2026, "vi") == ()
        assert rows_of_year([moved], 2027, "vi")[0].days == "T2, 04/01"


class TestWords:
    @pytest.mark.parametrize(
        ("who", "to_whom", "words"),
        [
            ("Các trường", "Sở", "Các trường → Sở"),
            ("Các trường", None, "Các trường"),
            (None, "Sở", "→ Sở"),
            ("các  TỔ", "Sở", "→ Sở"),
            (None, None, ""),
        ],
    )
    def test_who_owes_it_to_whom(self, who: str | None, to_whom: str | None, words: str) -> None:
        assert parties(deadline(6, 12, "Các tổ báo cáo", who=who, to_whom=to_whom)) == words

    def test_days_and_months(self) -> None:
        day = datetime.date(2026, 10, 5)
        assert (day_words(day, "vi", year=False), day_words(day, "en", year=False)) == ("05/10", "5 Oct")
        assert (month_name(2, "vi"), month_name(2, "en")) == ("Tháng 2", "February")

    def test_documents(self) -> None:
        assert document_words(None, "vi") == ""
        assert document_words("Kế\nhoạch", "vi") == "Kế hoạch"
        assert document_words(Plan(), "vi") == "Văn bản"
        draft = Plan(header=Header(type="Kế hoạch", title=Passage(text="Công tác năm 2026")))
        assert document_words(draft, "vi") == "Kế hoạch “Công tác năm 2026”"
        assert document_words(Plan(header=Header(type="Lịch công tác")), "en") == "Lịch công tác"


class TestMarkdown:
    """The year as a table."""

    def test_columns_that_say_nothing_are_left_out(self) -> None:
        assert cells(year_to_markdown([deadline(6, 12)], 2026))[0] == ["Ngày", "Mốc", "Nội dung"]
        full = deadline(6, 12, who="Các tổ", to_whom="Hiệu trưởng", provisional=True, recurring="yearly")
        assert cells(year_to_markdown([full], 2026))[2:] == [
            ["**Tháng 6**", "", "", "", "", ""],
            ["T6, 12/6", "hạn", "Báo cáo", "Các tổ", "Hiệu trưởng", "hằng năm; dự kiến"],
        ]

    def test_in_english(self) -> None:
        told = [
            deadline(6, 14, moved_to=datetime.date(2026, 6, 15), period=ReportingPeriod.parse("2026-H1")),
            stretch("2026-11-15", "2026-12-15", theme="An toàn số"),
        ]
        written = year_to_markdown(told, 2026, document="Plan *1*", title="A|year", lang="en")
        assert written.splitlines()[:3] == [r"# A\|year", "", r"*Plan \*1\**"]
        assert cells(written)[2:] == [
            ["**June**", "", "", ""],
            ["Mon, 15 Jun", "deadline", "Báo cáo", "moved from Sunday, 14 Jun 2026; period reported on: 2026-H1"],
            ["**November**", "", "", ""],
            ["15 Nov–15 Dec", "campaign", "Tháng hành động", "theme: An toàn số"],
        ]

    def test_nothing_to_show(self) -> None:
        assert year_to_markdown([], 2026) == "# Lịch năm 2026\n\nKhông có mốc nào trong năm.\n"

    @given(st.lists(entries(), max_size=6))
    def test_any_entries_make_a_table(self, given: list[CalendarEntry]) -> None:
        written = year_to_markdown(given, 2026)
        rows = [re.sub(r"\\.", "", line) for line in written.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1
        assert "<" not in written


class TestPicture:
    """The year as a picture."""

    def test_it_is_one_page_of_a4(self, kindergarten_plan: str) -> None:
        plan = read(kindergarten_plan).plan
        assert plan is not None
        root = parsed(year_to_svg(plan.calendar(2026), 2026, document=plan))
        assert (root.get("width"), root.get("height")) == ("794", "1123")
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
        assert [child.tag.removeprefix(SVG) for child in root][:2] == ["title", "desc"]

    def test_every_day_stands_once(self) -> None:
        for year, length in ((2026, 365), (2028, 366)):
            numbers = [text for text in texts(year_to_svg([], year)) if text.isdigit()]
            assert len(numbers) == length + 1  # The legend shows a public holiday.

    def test_days_tell_what_they_hold(self) -> None:
        told = [
            deadline(6, 12, "gửi báo cáo"),
            deadline(6, 12, "Lập danh sách"),
            deadline(6, 14, "Rà soát", precision=Precision.MONTH, moved_to=datetime.date(2026, 6, 15)),
            stretch("2026-06-12", "2026-06-12", EntryKind.OBSERVANCE, what="Ngày hội"),
            stretch("2026-06-13", "2026-06-14", EntryKind.HOLIDAY, what="Nghỉ bù"),
            stretch("2026-06-01", "2026-06-12", what="Tháng một"),
            stretch("2026-06-05", "2026-06-20", what="Tháng hai"),
            stretch("2026-06-08", "2026-06-10", what="Tháng ba"),
            stretch("2026-06-15", "2026-06-30", what="Tháng bốn"),
        ]
        picture = year_to_svg(told, 2026)
        assert (
            "12/6/2026 · hạn: Gửi báo cáo · hạn: Lập danh sách · ngày kỷ niệm: Ngày hội · Tháng một · Tháng hai"
            in titles(picture)
        )
        assert "13/6/2026 · Tháng hai · Nghỉ bù" in titles(picture)
        assert "24/11/2026 · Ngày Văn hóa Việt Nam" in titles(picture)
        legend = [
            "hạn",
            "hạn theo tháng hoặc tuần",
            "hạn trước khi chuyển",
            "ngày kỷ niệm",
            "đợt hoạt động",
            "ngày nghỉ lễ, nghỉ hoán đổi",
        ]
        assert [text for text in texts(picture) if text in legend] == legend
        assert "3 hạn, 4 đợt hoạt động, 1 ngày kỷ niệm" in picture
        crowded = year_to_svg([deadline(6, 12, f"việc {number}") for number in range(12)], 2026)
        assert "+" in texts(crowded)

    def test_a_deadline_does_not_hide_a_public_holiday(self) -> None:
        edge = 'stroke="#b3261e" stroke-width="2"'
        opening = datetime.date(2026, 2, 1)
        for due in (deadline(2, 17), deadline(2, 17, start=opening, precision=Precision.MONTH)):
            assert year_to_svg([due], 2026).count(edge) == 1
        assert edge not in year_to_svg([deadline(2, 24), deadline(6, 14)], 2026)

    def test_weeks_are_open_boxes(self) -> None:
        week = deadline(6, 14, start=datetime.date(2026, 6, 8), precision=Precision.WEEK)
        assert "hạn theo tháng hoặc tuần" in texts(year_to_svg([week], 2026))

    def test_days_off_are_those_given(self) -> None:
        swap = Swap(day_off=datetime.date(2026, 6, 12), day_worked=datetime.date(2026, 6, 20))
        plain, swapped = (year_to_svg([], 2026, days) for days in (WorkCalendar(), WorkCalendar(swaps=(swap,))))
        assert swapped.count('class="d r"') == plain.count('class="d r"') + 1
        assert plain == year_to_svg([], 2026, WorkCalendar())

    def test_years_whose_holidays_are_not_known(self) -> None:
        assert 'class="d r"' not in year_to_svg([], 2150)

    def test_long_words_are_wrapped_and_nothing_of_them_is_lost(self) -> None:
        what = (
            "Tổ chức rà soát, bổ sung và hoàn thiện kế hoạch triển khai các nhiệm vụ, giải pháp về bình đẳng giới; " * 5
        )
        told = [deadline(month, 12, what, who="Các phòng chuyên môn", to_whom="Văn phòng Sở") for month in range(1, 9)]
        picture = year_to_svg(told, 2026)
        lines = [element for element in parsed(picture).iter(f"{SVG}text") if element.get("class") == "p"]
        assert " ".join(element.text or "" for element in lines).split() == what.split() * 8
        # No two lines of a column stand closer than a line is high.
        for x in {element.get("x") for element in lines}:
            feet = sorted(float(element.get("y") or 0) for element in lines if element.get("x") == x)
            assert min(below - above for above, below in itertools.pairwise(feet)) >= 14

    def test_a_full_year_makes_the_page_longer(self) -> None:
        told = [deadline(6, 12, f"Gửi báo cáo số {number} về phòng") for number in range(120)]
        assert int(parsed(year_to_svg(told, 2026)).get("height") or 0) > 1123

    @settings(max_examples=25)
    @given(st.lists(entries(2026, 2026), max_size=8), st.sampled_from(["vi", "en"]))
    def test_nothing_runs_out_of_the_page(self, given: list[CalendarEntry], lang: Any) -> None:  # noqa: ANN401  # A language.
        title = "Lịch " * 40 + "W" * 90
        root = parsed(year_to_svg(given, 2026, title=title, document=EVIL, lang=lang))
        height = int(root.get("height") or 0)
        for element in root.iter(f"{SVG}text"):
            x, y = (float(element.get(name) or 0) for name in ("x", "y"))
            assert 0 < y < height
            if (element.get("class") or "")[0] in "tmqnlpb":
                style = element.get("class")
                size = {"t": 200, "m": 120, "n": 98, "l": 95}.get(style or "", 110)
                assert x + room(element.text or "", size, bold=style in {"t", "m", "b"}) <= 794 - 30

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_it_is_harmless(self, lang: Any) -> None:  # noqa: ANN401  # A language.
        picture = year_to_svg([deadline(6, 12, EVIL, who=EVIL, theme=EVIL)], 2026, title=EVIL, document=EVIL, lang=lang)
        tags = {element.tag.removeprefix(SVG) for element in parsed(picture).iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "path", "circle", "text", "g"}
        assert any(one_line(EVIL)[:10] in text for text in texts(picture))

    @given(st.text(max_size=80), st.integers(60, 400))
    def test_lines_fit(self, text: str, across: int) -> None:
        for line in fitted(one_line(text), across, 110):
            assert room(line, 110) <= across + 1

    def test_letters_have_the_room_they_take(self) -> None:
        # In the widest of the usual typefaces, in hundredths of their size.
        for letter, taken in {
            "x": 59.2,
            "k": 57.9,
            "v": 59.2,
            "y": 59.2,
            "w": 81.8,
            '"': 46,
            "Ờ": 91.3,
            "Ừ": 85.8,
        }.items():
            assert letter_room(letter) >= taken

    def test_the_stored_picture_is_the_one_made(self) -> None:
        plan = read((EXAMPLES / "so-gddt-2024.txt").read_text(encoding="utf-8")).plan
        assert plan is not None
        stored = (EXAMPLES / "so-gddt-2024-year.svg").read_text(encoding="utf-8")
        assert year_to_svg(plan.calendar(2024, roll=Roll.PRECEDING), 2024, document=plan) == stored


class TestEither:
    @pytest.mark.parametrize("show", SHOWN)
    def test_what_cannot_be_is_refused(self, show: Callable[..., str]) -> None:
        for year in (0, 10**30, -5, 10**5000):
            with pytest.raises(InvalidValueError, match="year"):
                show([], year)
        with pytest.raises(InvalidValueError, match="language"):
            show([], 2026, lang="fr")

    @pytest.mark.parametrize("show", SHOWN)
    def test_any_year_can_be_shown(self, show: Callable[..., str]) -> None:
        for year in (1900, 1901, 2100, 2199):
            assert str(year) in show(
                [evolve(deadline(6, 12), start=datetime.date(year, 1, 1), end=datetime.date(year, 12, 31))], year
            )


class TestLinearTime:
    """Time grows with the number of entries."""

    @pytest.mark.parametrize("show", SHOWN)
    def test_many_entries(self, show: Callable[..., str]) -> None:
        def cost(count: int) -> float:
            day = datetime.date(2026, 1, 1)
            days = (day + datetime.timedelta(days=number % 365) for number in range(count))
            many = [deadline(1, 1, f"Việc {number}", start=at, end=at) for number, at in enumerate(days)]
            start = time.perf_counter()
            show(many, 2026)
            return time.perf_counter() - start

        cost(50)
        assert min(cost(4000) for _ in range(2)) < 5 * min(cost(1000) for _ in range(2)) + 0.3

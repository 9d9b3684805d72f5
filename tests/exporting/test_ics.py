"""Calendar files: what stands in them, which event is which, and how one file follows on from another."""

import datetime
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component
from year_entries import EVIL, deadline, entries

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError, UnusableInputError, VstbpnError
from vstbpn.exporting.entries import shown_days
from vstbpn.exporting.extras import MissingExtraError
from vstbpn.exporting.ics.calendar_file import to_ics
from vstbpn.exporting.ics.changes import Changes, changes
from vstbpn.lines import one_line
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.strategies import calendar_entries
from vstbpn.values import evolve

SECOND = datetime.timedelta(seconds=1)
DAY = datetime.timedelta(days=1)


def events(written: bytes, name: str = "VEVENT") -> list[Component]:
    return Calendar.from_ical(written.decode()).walk(name)


def only(written: bytes, name: str = "VEVENT") -> Component:
    (found,) = events(written, name)
    return found


def uids(written: bytes) -> list[str]:
    return [str(event["UID"]) for event in events(written)]


def text_of(component: Component, name: str = "DESCRIPTION") -> str:
    return str(component[name])


def day_of(component: Component, name: str) -> object:
    return component.decoded(name)


def sequence_of(written: bytes) -> dict[str, int]:
    return {str(event["SUMMARY"]): int(text_of(event, "SEQUENCE")) for event in events(written)}


def plan_of(text: str) -> Plan:
    plan = read(text).plan
    assert plan is not None
    return plan


class TestBytes:
    """RFC 5545, 3.1: lines end in CRLF and have 75 octets at most."""

    @given(st.lists(entries(), max_size=4), st.booleans(), st.sampled_from(["vi", "en"]))
    def test_any_entries_are_written_as_the_rules_ask(self, given: list[CalendarEntry], todos: bool, lang: str) -> None:
        written = to_ics(given, document="Kế hoạch", todos=todos, lang=lang)  # type: ignore[arg-type]  # One of the two.
        assert written.endswith(b"END:VCALENDAR\r\n")
        for line in written.split(b"\r\n"):
            assert len(line) <= 75
            assert b"\n" not in line
            assert b"\r" not in line
            # No letter is cut, and no character stands there that a text may not hold.
            assert all(character.isprintable() for character in line.decode("utf-8"))
        names = {line.split(b":")[0].split(b";")[0] for line in written.replace(b"\r\n ", b"").split(b"\r\n")}
        assert not {name for name in names if name.startswith(b"X-")}
        assert b"TZID" not in written
        assert b"VTIMEZONE" not in written

    @given(st.lists(entries(), max_size=5), st.randoms())
    def test_the_same_bytes_every_time_and_in_any_order(self, given: list[CalendarEntry], random: object) -> None:
        shuffled = list(given)
        random.shuffle(shuffled)  # type: ignore[attr-defined]  # A random.Random.
        assert to_ics(shuffled, document="Kế hoạch") == to_ics(given, document="Kế hoạch")

    def test_not_by_the_clock(self, kindergarten_plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
        plan = plan_of(kindergarten_plan)
        first = to_ics(plan.calendar(2026), document=plan)
        monkeypatch.setattr(time, "time", lambda: 0.0)
        assert to_ics(plan.calendar(2026), document=plan) == first
        assert {str(day_of(event, "DTSTAMP")) for event in events(first)} == {"2026-03-09 00:00:00+00:00"}

    def test_the_stamp_may_be_given(self) -> None:
        for stamp in (datetime.date(2026, 4, 2), datetime.datetime(2026, 4, 2, 17, 30)):  # noqa: DTZ001  # No zones here.
            assert b"DTSTAMP:20260402T000000Z\r\n" in to_ics([deadline(6, 12)], stamp=stamp)
        assert b"DTSTAMP:19700101T000000Z\r\n" in to_ics([deadline(6, 12)])

    def test_an_empty_year(self) -> None:
        assert events(to_ics([])) == []
        assert Calendar.from_ical(to_ics([], document="Kế hoạch năm 2026").decode())["NAME"] == "Kế hoạch năm 2026"
        assert (
            Calendar.from_ical(to_ics([], document="Kế hoạch", name="Lịch của\ntrường").decode())["NAME"]
            == "Lịch của trường"
        )

    @pytest.mark.parametrize("year", [1, 999, 9999])
    def test_far_years(self, year: int) -> None:
        day = datetime.date(year, 6, 1)
        event = only(to_ics([CalendarEntry(kind=EntryKind.OBSERVANCE, start=day, end=day, what="Ngày hội")], stamp=day))
        assert day_of(event, "DTSTART") == day

    def test_the_last_day_of_all_has_none_after_it(self) -> None:
        with pytest.raises(InvalidValueError, match="there is none"):
            to_ics([CalendarEntry(kind=EntryKind.DEADLINE, start=datetime.date.max, end=datetime.date.max, what="Hết")])

    def test_datetimes_are_cut_to_their_day(self) -> None:
        moment = datetime.datetime(2026, 6, 12, 17, 0)  # noqa: DTZ001  # As above.
        entry = CalendarEntry(kind=EntryKind.DEADLINE, start=moment, end=moment, what="Báo cáo", text="12/6/2026")
        assert to_ics([entry]) == to_ics([evolve(entry, start=moment.date(), end=moment.date())])


class TestEvents:
    """What an entry becomes."""

    @given(st.lists(entries() | calendar_entries(), max_size=5))
    def test_every_entry_comes_back_out(self, given: list[CalendarEntry]) -> None:
        found = events(to_ics(given, document="Kế hoạch"))
        shown = sorted((str(day_of(event, "DTSTART")), str(day_of(event, "DTEND") - DAY)) for event in found)  # type: ignore[operator]  # A date.
        assert shown == sorted(tuple(map(str, shown_days(entry))) for entry in set(given))
        for event in found:
            assert event["TRANSP"] == "TRANSPARENT"
            assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
            assert event["SEQUENCE"] == 0
        told = sorted(text_of(event).split("\n")[0] for event in found)
        # The package reads a backslash before an n as the end of a line.
        assert "\\" in "".join(told) or told == sorted(one_line(entry.what) or entry.kind.vi for entry in set(given))

    def test_a_deadline_stands_on_its_last_day_once_moved(self) -> None:
        moved = deadline(6, 14, who="Các tổ", to_whom="Hiệu trưởng", moved_to=datetime.date(2026, 6, 12))
        event = only(to_ics([moved]))
        assert str(day_of(event, "DTSTART")) == "2026-06-12"
        assert event["SUMMARY"] == "Hạn: Báo cáo (Các tổ → Hiệu trưởng)"
        assert text_of(event).split("\n") == [
            "Báo cáo",
            "Đơn vị thực hiện: Các tổ",
            "Nơi nhận: Hiệu trưởng",
            "Chuyển từ Chủ nhật, 14/6/2026",
            "Văn bản ghi: “trước 14/6/2026”",
        ]

    def test_a_deadline_by_the_month_stands_on_its_last_day(self) -> None:
        by_month = deadline(8, 31, start=datetime.date(2026, 8, 1), precision=Precision.MONTH)
        event = only(to_ics([by_month]))
        assert str(day_of(event, "DTSTART")) == "2026-08-31"
        assert "Chỉ ấn định theo tháng: tháng 8/2026" in text_of(event)
        quarter = evolve(by_month, start=datetime.date(2026, 7, 1))
        assert ": từ tháng 7/2026 đến tháng 8/2026\n" in text_of(only(to_ics([quarter])))
        year = evolve(by_month, start=datetime.date(2026, 1, 1), end=datetime.date(2026, 12, 31))
        assert ": năm 2026\n" in text_of(only(to_ics([year])))
        before = evolve(by_month, start=by_month.end)
        assert "Set by the month only, without a day" in text_of(only(to_ics([before], lang="en")))

    def test_a_campaign_takes_all_its_days(self) -> None:
        start, end = datetime.date(2026, 11, 15), datetime.date(2026, 12, 15)
        month = CalendarEntry(kind=EntryKind.CAMPAIGN, start=start, end=end, what="Tháng hành động", theme="An toàn số")
        event = only(to_ics([month]))
        assert (day_of(event, "DTSTART"), day_of(event, "DTEND")) == (start, end + DAY)
        assert event["SUMMARY"] == "Tháng hành động"
        assert "Chủ đề: An toàn số" in text_of(event)
        assert events(to_ics([month]), "VALARM") == []

    def test_what_is_provisional_says_so(self) -> None:
        event = only(to_ics([deadline(6, 12, provisional=True)]))
        assert (event["STATUS"], event["SUMMARY"]) == ("TENTATIVE", "Hạn: Báo cáo (dự kiến)")
        assert "Dự kiến, vì lịch nghỉ của năm chưa được công bố" in text_of(event)

    def test_in_english(self) -> None:
        duty = deadline(6, 12, period=ReportingPeriod.parse("2026-H1"), recurring="half-yearly")
        event = only(to_ics([evolve(duty, start=datetime.date(2026, 6, 1))], document="Plan of 2026", lang="en"))
        assert event["SUMMARY"] == "Due: Báo cáo"
        assert event["CATEGORIES"].to_ical() == b"deadline"
        assert text_of(event).split("\n") == [
            "Báo cáo",
            "From 1 Jun 2026 to 12 Jun 2026",
            "Each half-year",
            "Period reported on: 2026-H1",
            "Wording: “trước 12/6/2026”",
            "Source: Plan of 2026",
        ]

    def test_reminders_come_days_before(self) -> None:
        alarms = events(to_ics([deadline(6, 12)], reminders=(1, 7, 7)), "VALARM")
        assert [alarm["TRIGGER"].to_ical() for alarm in alarms] == [b"-P7D", b"-P1D"]
        assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}
        at_eight = only(to_ics([deadline(6, 12)], reminders=[3], hour=8), "VALARM")
        assert day_of(at_eight, "TRIGGER") == datetime.timedelta(days=-3, hours=8)
        assert events(to_ics([deadline(6, 12)], reminders=()), "VALARM") == []

    def test_a_reminder_on_the_day_itself(self) -> None:
        alarm = only(to_ics([deadline(6, 12)], reminders=[0], hour=8), "VALARM")
        assert day_of(alarm, "TRIGGER") == datetime.timedelta(hours=8)
        assert day_of(only(to_ics([deadline(6, 12)], reminders=[0]), "VALARM"), "TRIGGER") == datetime.timedelta()

    def test_deadlines_may_be_tasks_too(self) -> None:
        month = CalendarEntry(
            kind=EntryKind.HOLIDAY, start=datetime.date(2026, 9, 2), end=datetime.date(2026, 9, 2), what="Lễ"
        )
        written = to_ics([deadline(6, 12), month], todos=True)
        task = only(written, "VTODO")
        assert str(day_of(task, "DUE")) == "2026-06-12"
        assert task["STATUS"] == "NEEDS-ACTION"
        # Nobody is reminded twice: events alone have alarms, for many clients pass over tasks.
        assert task.walk("VALARM") == []
        assert len(events(written, "VALARM")) == 2
        assert len({*uids(written), str(task["UID"])}) == 3
        assert uids(written) == uids(to_ics([deadline(6, 12), month]))

    @pytest.mark.parametrize(
        ("more", "what"),
        [
            ({"reminders": [-1]}, "reminder"),
            ({"reminders": [10**9]}, "reminder"),
            ({"reminders": ["7"]}, "reminder"),
            ({"hour": 24}, "hour"),
            ({"lang": "fr"}, "language"),
            ({"stamp": "hôm nay"}, "date"),
        ],
    )
    def test_what_cannot_be_is_refused(self, more: dict[str, object], what: str) -> None:
        with pytest.raises(InvalidValueError, match=what):
            to_ics([deadline(6, 12)], **more)  # type: ignore[arg-type]  # Wrong on purpose.

    def test_the_package_may_be_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        with pytest.raises(MissingExtraError, match=r"pip install 'vstbpn\[ics\]'") as caught:
            to_ics([])
        assert (caught.value.package, caught.value.extra) == ("icalendar", "ics")


class TestIdentity:
    """Which event is which."""

    @given(st.lists(entries(), max_size=6))
    def test_no_two_events_are_the_same(self, given: list[CalendarEntry]) -> None:
        found = uids(to_ics([*given, *given], document="Kế hoạch"))
        # The same entry given twice, as where two years are joined, is one.
        assert len(found) == len(set(found)) == len(set(given))

    def test_they_are_the_same_for_ever(self) -> None:
        assert uids(to_ics([deadline(6, 12)], document="Kế hoạch năm 2026")) == [
            "329a4d35-ac8b-55ee-af18-5fae8d1073a1@vstbpn"
        ]

    @pytest.mark.parametrize(
        "change",
        [
            {"start": datetime.date(2026, 7, 1), "end": datetime.date(2026, 7, 1)},
            {"moved_to": datetime.date(2026, 6, 15)},
            {"text": "trước ngày 20 tháng 6 năm 2026"},
            {"provisional": True},
            {"theme": "x"},
            {"what": "BÁO  CÁO"},
            {"pointer": "/deadlines/9"},
        ],
    )
    def test_they_stay_where_something_else_changes(self, change: dict[str, object]) -> None:
        assert uids(to_ics([evolve(deadline(6, 12), **change)])) == uids(to_ics([deadline(6, 12)]))

    def test_they_stay_where_another_entry_comes(self) -> None:
        more = [deadline(6, 12), deadline(3, 1, "Lập danh sách")]
        assert set(uids(to_ics([deadline(6, 12)]))) < set(uids(to_ics(more)))

    @pytest.mark.parametrize(
        "change",
        [
            {"what": "Báo cáo năm"},
            {"who": "Các tổ"},
            {"kind": EntryKind.CAMPAIGN},
            {"period": ReportingPeriod.parse("2026-H1")},
        ],
    )
    def test_another_duty_is_another_event(self, change: dict[str, object]) -> None:
        assert uids(to_ics([evolve(deadline(6, 12), **change)])) != uids(to_ics([deadline(6, 12)]))

    @pytest.mark.parametrize(
        ("recurring", "later"),
        [
            ("yearly", (2027, 6)),
            ("half-yearly", (2026, 7)),
            ("quarterly", (2026, 9)),
            ("monthly", (2026, 7)),
            ("weekly", (2026, 7)),
        ],
    )
    def test_each_turn_is_an_event_of_its_own(self, recurring: str, later: tuple[int, int]) -> None:
        first = deadline(6, 12, recurring=recurring)
        day = datetime.date(*later, 12)
        assert uids(to_ics([first])) != uids(to_ics([evolve(first, start=day, end=day)]))

    @pytest.mark.parametrize("text", ["trước ngày 13/6", "trước ngày 13/6/2026"])
    def test_each_year_has_events_of_its_own(self, text: str) -> None:
        first = deadline(6, 12, text=text)
        next_year = datetime.date(2027, 6, 12)
        assert uids(to_ics([first])) != uids(to_ics([evolve(first, start=next_year, end=next_year)]))

    def test_documents_are_told_apart(self, kindergarten_plan: str) -> None:
        duty = [deadline(6, 12)]
        texts = [
            kindergarten_plan,
            kindergarten_plan.replace("Số: 08/KH-MNHM", "Số: 09/KH-MNHM"),
            kindergarten_plan.replace("TRƯỜNG MẦM NON HOA MAI", "TRƯỜNG MẦM NON HOA CÚC"),
            kindergarten_plan.replace("ngày 09 tháng 3 năm 2026", "ngày 09 tháng 3 năm 2025"),
            kindergarten_plan.replace("Số: 08/KH-MNHM", "Số:    /KH-MNHM"),
        ]
        found = [uids(to_ics(duty, document=plan_of(text)))[0] for text in texts]
        found += [uids(to_ics(duty))[0], uids(to_ics(duty, document="Kế hoạch"))[0]]
        assert len(set(found)) == len(found)
        another_day = kindergarten_plan.replace("ngày 09 tháng 3 năm 2026", "ngày 12 tháng 3 năm 2026")
        assert uids(to_ics(duty, document=plan_of(another_day))) == found[:1]


class TestFollowing:
    """A file that follows on from a former one."""

    @given(st.lists(entries(), max_size=4), st.booleans())
    def test_nothing_new_gives_the_same_bytes(self, given: list[CalendarEntry], todos: bool) -> None:
        first = to_ics(given, document="Kế hoạch", todos=todos)
        later = datetime.date(2030, 1, 1)
        assert to_ics(given, document="Kế hoạch", todos=todos, previous=first, stamp=later) == first

    @settings(max_examples=30)
    @given(st.lists(entries(), max_size=4), st.lists(entries(), max_size=4))
    def test_everything_there_was_is_still_told_of(self, old: list[CalendarEntry], new: list[CalendarEntry]) -> None:
        first = to_ics(old, document="Kế hoạch")
        second = to_ics(new, document="Kế hoạch", previous=first, years=range(2023, 2030))
        assert set(uids(first)) <= set(uids(second))
        standing = [event for event in events(second) if event["STATUS"] != "CANCELLED"]
        assert len(standing) == len(set(new))
        assert len(uids(second)) == len(set(uids(second)))
        assert to_ics(new, document="Kế hoạch", previous=second) == second
        third = to_ics(old, document="Kế hoạch", previous=second)
        raised = {str(event["UID"]): int(text_of(event, "SEQUENCE")) for event in events(third)}
        assert all(raised[str(event["UID"])] >= int(text_of(event, "SEQUENCE")) for event in events(second))

    def test_what_changed_is_raised_by_one(self) -> None:
        report, list_ = deadline(6, 12), deadline(3, 1, "Lập danh sách")
        first = to_ics([report, list_], stamp=datetime.date(2026, 1, 5))
        moved = evolve(report, moved_to=datetime.date(2026, 6, 11))
        second = to_ics([moved, list_], previous=first, stamp=datetime.date(2026, 2, 5))
        assert uids(first) == uids(second)
        assert sequence_of(second) == {"Hạn: Báo cáo": 1, "Hạn: Lập danh sách": 0}
        stamps = {str(event["SUMMARY"]): str(day_of(event, "DTSTAMP"))[:10] for event in events(second)}
        assert stamps == {"Hạn: Báo cáo": "2026-02-05", "Hạn: Lập danh sách": "2026-01-05"}
        third = to_ics([report, list_], previous=second, reminders=[2])
        assert sequence_of(third) == {"Hạn: Báo cáo": 2, "Hạn: Lập danh sách": 1}

    def test_what_is_gone_is_cancelled_and_may_come_back(self) -> None:
        first = to_ics([deadline(6, 12)], todos=True)
        second = to_ics([], previous=first)
        gone = only(second)
        assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 1)
        assert only(second, "VTODO")["STATUS"] == "CANCELLED"
        assert events(second, "VALARM") == []
        assert to_ics([], previous=second) == second
        back = only(to_ics([deadline(6, 12)], previous=second))
        assert (back["STATUS"], back["SEQUENCE"]) == ("CONFIRMED", 2)

    def test_of_several_the_one_on_its_day_stays(self) -> None:
        june, december = deadline(6, 12), deadline(12, 12)
        first = to_ics([june, december])
        second = to_ics([december], previous=first)
        stays = {str(event["UID"]): str(event["STATUS"]) for event in events(second)}
        assert stays == dict(zip(uids(first), ["CANCELLED", "CONFIRMED"], strict=True))
        third = to_ics([deadline(5, 2), june, december], previous=first)
        assert uids(third)[1:] == uids(first)

    def test_what_others_wrote_is_passed_over(self) -> None:
        foreign = (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:họp@truong\r\n"
            "DTSTAMP:20260101T000000Z\r\nDTSTART:20260101T080000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        assert to_ics([deadline(6, 12)], previous=foreign) == to_ics([deadline(6, 12)])

    def test_text_does_as_well_as_bytes(self) -> None:
        first = to_ics([deadline(6, 12)])
        assert to_ics([deadline(6, 12)], previous=first.decode()) == first
        assert to_ics([deadline(6, 12)], previous=b"\xef\xbb\xbf" + first) == first
        assert to_ics([deadline(6, 12)], previous=first.replace(b"\r\n", b"\n")) == first
        # A client may have taken the mark of universal time away.
        assert to_ics([deadline(6, 12)], previous=first.replace(b"T000000Z", b"T000000")) == first
        with pytest.raises(UnusableInputError, match="not UTF-8"):
            to_ics([], previous="\ud800")


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda _: b"\xff\xfe",
    lambda _: b"Lich nam 2026",
    lambda _: b"BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    lambda written: written[:-20],
    lambda written: written + written,
    lambda written: written.replace(b"SEQUENCE:0", b"SEQUENCE:-1"),
    lambda written: written.replace(b"SEQUENCE:0", b"SEQUENCE:mot"),
    lambda written: written.replace(b"SEQUENCE:0", b"SEQUENCE:99999999999999999999"),
    lambda written: written.replace(b"SEQUENCE:0", b"SEQUENCE:2147483647"),
    lambda written: written.replace(b"DTSTAMP:19", b"DTSTAMP:xx"),
    lambda written: written.replace(b"DTSTAMP:19700101T000000Z\r\n", b""),
    lambda written: written.replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nBEGIN:VEVENT"),
    lambda written: written.replace(b"END:VCALENDAR", written[written.index(b"BEGIN:VEVENT") :]),
]


class TestDamaged:
    """A former file that cannot be read."""

    @pytest.mark.parametrize("damage", DAMAGES)
    def test_it_is_refused_with_advice(self, damage: Callable[[bytes], bytes]) -> None:
        written = to_ics([deadline(6, 12)])
        assert damage(written) != written
        with pytest.raises(UnusableInputError, match=r"no former calendar file .*leave `previous` out"):
            to_ics([deadline(6, 12)], previous=damage(written))

    @settings(max_examples=150)
    @given(st.data())
    def test_nothing_but_our_own_errors(self, data: st.DataObject) -> None:
        written = bytearray(to_ics([deadline(6, 12), deadline(12, 12, EVIL)], todos=True))
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(0, len(written) - 1))
            piece = data.draw(
                st.binary(max_size=4) | st.sampled_from([b"\r\n", b":", b";", b"BEGIN:VEVENT\r\n", b"\\", b'"'])
            )
            written[place : place + data.draw(st.integers(0, 20))] = piece
        try:
            events(to_ics([deadline(6, 12)], previous=bytes(written)))
        except VstbpnError as error:
            assert "previous" in str(error)  # noqa: PT017  # Most damages are refused, some do no harm.


def entry_of(year: int, what: str = "Báo cáo", **more: object) -> CalendarEntry:
    day = datetime.date(year, 6, 12)
    return deadline(6, 12, what, **({"start": day, "end": day} | more))


def states(written: bytes) -> dict[str, tuple[str, int]]:
    """The year and what it is about of each event, with its status and sequence number."""
    return {
        f"{str(day_of(event, 'DTSTART'))[:4]} {event['SUMMARY']}": (
            str(event["STATUS"]),
            int(text_of(event, "SEQUENCE")),
        )
        for event in events(written)
    }


class TestSeveralYears:
    """A file may hold several years; what is gone is cancelled in the years alone that the entries are of."""

    def test_another_year_goes_on_unchanged(self) -> None:
        first = to_ics([entry_of(2026), entry_of(2026, "Lập danh sách")], todos=True)
        second = to_ics([entry_of(2027)], previous=first, reminders=[3])
        assert states(second) == {
            "2026 Hạn: Báo cáo": ("CONFIRMED", 0),
            "2026 Hạn: Lập danh sách": ("CONFIRMED", 0),
            "2027 Hạn: Báo cáo": ("CONFIRMED", 0),
        }
        assert len(events(second, "VTODO")) == 2
        assert len(events(second, "VALARM")) == 2 * 2 + 1
        assert to_ics([entry_of(2027)], previous=second, reminders=[3]) == second

    def test_then_what_is_gone_from_one_year_is_cancelled_there(self) -> None:
        both = to_ics([entry_of(2027)], previous=to_ics([entry_of(2026), entry_of(2026, "Lập danh sách")]))
        third = to_ics([entry_of(2026)], previous=both)
        assert states(third) == {
            "2026 Hạn: Báo cáo": ("CONFIRMED", 0),
            "2026 Hạn: Lập danh sách": ("CANCELLED", 1),
            "2027 Hạn: Báo cáo": ("CONFIRMED", 0),
        }

    def test_two_years_joined_are_the_file_made_year_by_year(self) -> None:
        over = CalendarEntry(
            kind=EntryKind.CAMPAIGN, start=datetime.date(2026, 12, 15), end=datetime.date(2027, 1, 15), what="Đợt"
        )
        years = [entry_of(2026), over], [over, entry_of(2027)]
        assert to_ics([*years[0], *years[1]]) == to_ics(years[1], previous=to_ics(years[0]))
        # What runs over the turn of a year does not stand for all of both.
        assert "CANCELLED" not in str(states(to_ics(years[1], previous=to_ics(years[0]))))
        joined = to_ics([*years[0], *years[1]], previous=to_ics([entry_of(2026, "Cũ"), entry_of(2027, "Cũ")]))
        assert sum(state == ("CANCELLED", 1) for state in states(joined).values()) == 2
        assert "CANCELLED" not in str(states(to_ics([over], previous=to_ics([entry_of(2028)]))))

    def test_the_years_may_be_said(self) -> None:
        first = to_ics([entry_of(2026)])
        assert to_ics([], previous=first, years=[2027]) == first
        assert states(to_ics([], previous=first, years=[2026])) == {"2026 Hạn: Báo cáo": ("CANCELLED", 1)}
        with pytest.raises(InvalidValueError, match="years"):
            to_ics([], years=["2026"])  # type: ignore[list-item]  # Wrong on purpose.

    @given(st.lists(entries(2026, 2026), max_size=4), st.lists(entries(2028, 2028), max_size=4))
    def test_no_event_of_another_year_is_touched(self, old: list[CalendarEntry], new: list[CalendarEntry]) -> None:
        first = to_ics(old)
        second = to_ics(new, previous=first, years=[2028])
        assert set(uids(first)) <= set(uids(second))
        assert {str(event["STATUS"]) for event in events(second)} <= {"CONFIRMED", "TENTATIVE"}
        assert to_ics(new, previous=second, years=[2028]) == second


class TestAnotherDocument:
    """The former file is of the same document; all events of another one would be cancelled."""

    def test_it_is_refused_with_both_names(self) -> None:
        first = to_ics([deadline(6, 12)], document="Kế hoạch năm 2026")
        with pytest.raises(UnusableInputError) as caught:
            to_ics([deadline(6, 12)], document="Kế hoạch năm 2027", previous=first)
        assert "it is of “Kế hoạch năm 2026”, and this one of “Kế hoạch năm 2027”" in str(caught.value)
        assert "leave `previous` out" in str(caught.value)
        with pytest.raises(UnusableInputError, match="and this one of no document"):
            to_ics([deadline(6, 12)], previous=first)
        with pytest.raises(UnusableInputError, match="it is of no document"):
            to_ics([deadline(6, 12)], document="Kế hoạch", previous=to_ics([deadline(6, 12)]))

    def test_two_documents_may_be_called_the_same(self, kindergarten_plan: str) -> None:
        draft = plan_of(kindergarten_plan.replace("Số: 08/KH-MNHM", "Số:    /KH-MNHM"))
        words = "Kế hoạch số 08/KH-MNHM ngày 09/3/2026 của TRƯỜNG MẦM NON HOA MAI"
        first = to_ics([deadline(6, 12)], document=words)
        with pytest.raises(UnusableInputError, match=r"called .* as well"):
            to_ics([deadline(6, 12)], document=plan_of(kindergarten_plan), previous=first)
        with pytest.raises(UnusableInputError, match="got its number"):
            to_ics([], document=plan_of(kindergarten_plan), previous=to_ics([deadline(6, 12)], document=draft))

    def test_a_name_stays_where_a_draft_gets_its_number(self, kindergarten_plan: str) -> None:
        draft, issued = (plan_of(text) for text in (kindergarten_plan.replace("Số: 08/", "Số:   /"), kindergarten_plan))
        first = to_ics(draft.calendar(2026), document="Bình đẳng giới 2026", stamp=datetime.date(2026, 3, 1))
        assert to_ics(issued.calendar(2026), document="Bình đẳng giới 2026", previous=first) == first

    def test_a_file_that_does_not_say_whose_it_is(self) -> None:
        first = to_ics([deadline(6, 12)])
        head, rest = first.split(b"BEGIN:VEVENT", 1)
        stripped = (
            b"\r\n".join(line for line in head.split(b"\r\n") if not line.startswith(b"UID")) + b"BEGIN:VEVENT" + rest
        )
        with pytest.raises(UnusableInputError, match="does not say which document"):
            to_ics([deadline(6, 12)], previous=stripped)

    def test_an_empty_file_does_no_harm(self) -> None:
        empty = to_ics([], document="Kế hoạch năm 2026")
        assert to_ics([deadline(6, 12)], previous=empty) == to_ics([deadline(6, 12)])


class TestChanges:
    """What became of the events of the former file."""

    def test_they_are_counted(self) -> None:
        first = to_ics([deadline(6, 12), deadline(3, 1, "Lập danh sách"), deadline(5, 1, "Rà soát")])
        second = to_ics([deadline(6, 13), deadline(5, 1, "Rà soát"), deadline(9, 1, "Tập huấn")], previous=first)
        assert changes(first) == Changes(new=3)
        assert changes(second, first) == Changes(new=1, changed=1, cancelled=1, unchanged=1)
        third = to_ics([deadline(3, 1, "Lập danh sách")], previous=second, todos=True)
        assert changes(third, second) == Changes(new=1, cancelled=3)
        assert changes(third, second, tasks=True) == Changes(new=1)
        assert changes(third, third) == Changes(unchanged=1)


class TestPlans:
    """What a plan sets for a year."""

    def test_the_example_plans(self, example_plans: dict[str, str]) -> None:
        for text in example_plans.values():
            plan = plan_of(text)
            year = plan.year
            assert year is not None
            set_days = plan.calendar(year, roll=Roll.FOLLOWING)
            found = events(to_ics(set_days, document=plan))
            assert sorted(str(day_of(event, "DTSTART")) for event in found) == sorted(
                str(shown_days(entry)[0]) for entry in set_days
            )

    def test_the_document_is_told(self, kindergarten_plan: str) -> None:
        plan = plan_of(kindergarten_plan)
        written = to_ics(plan.calendar(2026), document=plan)
        assert Calendar.from_ical(written.decode())["NAME"] == plan.title
        assert "Căn cứ: Kế hoạch số 08/KH-MNHM ngày 09/3/2026 của TRƯỜNG MẦM NON HOA MAI" in text_of(events(written)[0])
        assert "Plan No. 08/KH-MNHM of 9 Mar 2026" in text_of(
            events(to_ics(plan.calendar(2026), document=plan, lang="en"))[0]
        )

    @pytest.mark.corpus
    def test_real_documents(self, corpus: Path) -> None:
        paths = sorted(corpus.glob("seeds/*.txt"))
        assert paths
        dated = 0
        for document in (document for path in paths for document in read(path.read_bytes().decode("utf-8")).documents):
            if document.year is None:
                continue
            for year in (document.year, document.year + 1):
                set_days = document.calendar(year, roll=Roll.FOLLOWING)
                written = to_ics(set_days, document=document, todos=True)
                found = events(written)
                dated += bool(found)
                told = [(str(day_of(event, "DTSTART")), str(day_of(event, "DTEND") - DAY)) for event in found]  # type: ignore[operator]  # A date.
                assert sorted(told) == sorted(tuple(map(str, shown_days(entry))) for entry in set_days)
                again = to_ics(document.calendar(year, roll=Roll.FOLLOWING), document=document, todos=True)
                assert uids(again) == uids(written)
                assert to_ics(set_days, document=document, todos=True, previous=written) == written
        assert dated


class TestLinearTime:
    """Time grows with the number of entries, also where all bear the same words."""

    def test_many_entries_of_one_name(self) -> None:
        def cost(count: int) -> float:
            day = datetime.date(2026, 1, 1)
            many = [deadline(1, 1, start=day + DAY * number, end=day + DAY * number) for number in range(count)]
            first = to_ics(many, reminders=())
            start = time.perf_counter()
            to_ics(many[1:], reminders=(), previous=first)
            return time.perf_counter() - start

        cost(50)
        assert min(cost(800) for _ in range(2)) < 5 * min(cost(200) for _ in range(2)) + 0.3

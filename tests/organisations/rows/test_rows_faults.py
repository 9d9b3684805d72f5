"""Faults in the tables of a directory: each kind with its whole message, and a table full of them."""

import datetime
import io
from collections import UserDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import VstbpnError
from vstbpn.organisations.checking.faults import DirectoryError, FaultKind
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.rows.columns import COLUMNS, TABLES

MANY = """\
id,kind,name,valid_from,valid_to,professional,territorial,code:gso,event,successors,legal_basis,confidence,colour
bo,ministry,Bộ Giáo dục và Đào tạo,,,,,,,,,,
tinh,province-committee,Ủy ban nhân dân tỉnh An Giang,,,,,89,,,,,
so,department,Sở Giáo dục và Đào tạo,,,bo,tinh,,,,,,
huyen,district-committee,Ủy ban nhân dân huyện Thoại Sơn,,30/6/2025,,tinh,,abolish,,202/2025/QH15,,
phong,division,Phòng GDĐT huyện Thoại Sơn,,2025-06-30,so,huyen,,merge,xa,,,
xa,commune-committee,Ủy ban nhân dân xã Thoại Sơn,2025-07-01,,,tinh,89,,,,,
mn-1,kindergarten,Trường Mầm non 1,,,so 1,,,,,,,
mn-2,kindergarten,Trường Mầm non 2,2025-07-01,,so,xa-nui,,,,,,
mn-3,kindergarden,Trường Mầm non 3,2025-07-01,,so,xa,,,,,,
mn-4,kindergarten,Trường Mầm non 4,31/6/2025,,so,xa,,,,,,
mn-5,kindergarten,Trường Mầm non 5,2025-07-01,2025-06-01,so,xa,,,,,,
mn-6,kindergarten,Trường Mầm non 6,2020-09-01,,bo,,,,,,,
mn-7,kindergarten,Trường Mầm non 7,2025-01-01,,,huyen,,,,,,
mn-8,kindergarten,Trường Mầm non 8,2020-09-01,2025-06-30,phong,huyen,,,,,,
mn-9,kindergarten,Trường Mầm non 9,2020-09-01,2025-06-30,phong,huyen,,,,,,
mn-9,primary-school,Trường Tiểu học 9,2025-07-01,,so,xa,,,,,,
mn-10,kindergarten,Trường Mầm non 10,2020-09-01,2025-06-30,phong,huyen,,,,,,
mn-10,kindergarten,Trường Mầm non 10,2025-08-01,,so,xa,,,,,,
mn-11,kindergarten,Trường Mầm non 11,2025-07-01,,so,xa,,,,,,
mn-11,kindergarten,Trường Mầm non Mười Một,2025-09-01,,so,xa,,,,,,
ban-1,other,Ban Một,,,,ban-2,,,,,,
ban-2,other,Ban Hai,,,,ban-1,,,,,sure,
mn-12,kindergarten,Trường Mầm non 12,2025-07-01,2026-01-31,so,xa,,absorbed,mn-2,,,
mn-13,kindergarten,Trường Mầm non 13,2025-07-01,2026-01-31,so,xa,,merge,mn-2;mn-3,,,
mn-14,kindergarten,Trường Mầm non 14,2025-07-01,,so,xa,,merge,mn-2,,,
phong-2,division,Phòng Hai,2025-01-01,,,,,,,,,
mn-15,kindergarten,,2025-07-01,,so,xa,,,,,,
"""


def faults_of(units: Any, **tables: Any) -> list[str]:  # noqa: ANN401  # Whatever may be handed in.
    with pytest.raises(DirectoryError) as error:
        Directory.from_rows(units, **tables)
    assert error.value.faults == tuple(map(str, error.value.details))
    return list(error.value.faults)


TWENTY = (
    "units, column 'colour': unknown column: leave it out, or name it as one of id, kind, name, valid_from, valid_to, start, end, source, confidence, professional, territorial, party, union, event, successors, legal_basis",
    "units row 7, column 'code:gso': code gso 89 is borne by 'tinh' and 'xa' since 2025-07-01 (the other in row 3): mend one of the codes, or the days it is borne",
    "units row 8, column 'professional': cannot read 'so 1' as an id: write an id, which is one word without blanks",
    "units row 9, column 'territorial': link mn-2 -> xa-nui (territorial): unknown unit 'xa-nui': add that unit, or write the id of one that is there",
    "units row 10, column 'kind': cannot read 'kindergarden': did you mean 'kindergarten'?",
    "units row 11, column 'valid_from': cannot read '31/6/2025': June has 30 days: write a day such as 2021-03-05 or 05/3/2021",
    "units row 12, column 'valid_to': the stretch since 2025-07-01 until 2025-06-01 holds no day: mend one of the two days",
    "units row 13, column 'professional': 'mn-6' hangs under 'bo' (professional), but a kindergarten cannot hang under a ministry on 2020-09-01: hang it under a unit that can hold it then (division of a district, department of a province), or mend the kind of one of them",
    "units row 14, column 'territorial': 'mn-7' hangs under 'huyen' (territorial) since 2025-01-01, but 'huyen' stands until 2025-06-30: end the link with 'huyen' and hang the unit under what took its place",
    "units row 15, column 'valid_to': unit 'mn-8' ends on 2025-06-30 and no event says what became of it: add an event on 2025-07-01 (merge, split or abolish) with it among the sources",
    "units row 17, column 'kind': unit 'mn-9' is a primary school here and a kindergarten in row 16: give it one kind in all its rows, or the later unit an id of its own",
    "units row 19, column 'valid_from': unit 'mn-10' bears no name from 2025-07-01 to 2025-07-31: close the gap, or give the later unit an id of its own",
    "units row 21, column 'valid_from': unit 'mn-11' is named 'Trường Mầm non 11' and 'Trường Mầm non Mười Một' at the same time (the other in row 20): end the one name where the other starts",
    "units row 22, column 'territorial': cycle on the territorial line: ban-1 -> ban-2 -> ban-1: take one of these links away, or mend its days",
    "units row 23, column 'confidence': cannot read 'sure': write one of confirmed, partly, single-document, unconfirmed",
    "units row 24, column 'event': cannot read 'absorbed': write one of merge, split, abolish",
    "units row 25, column 'successors': a merger is into one unit, found 2: write the unit it went into, or split as event",
    "units row 26, column 'event': a merger is given, but no last day: write the last day of the unit, or leave the event out",
    "units row 27, column 'kind': unit 'phong-2' stands since 2025-01-01, but there is no division of a district after 2025-06-30: end it on 2025-06-30, with an event that says what became of it, or give it another kind",
    "units row 28, column 'name': unit 'mn-15' has no name: give the name it bears, and from when",
)

AA, BB = {"id": "a", "name": "A"}, {"id": "b", "name": "B"}


def broken() -> Iterator[Mapping[str, str]]:
    """Rows that break off."""
    yield AA
    raise OSError("the connection was lost")


CASES: tuple[tuple[str, Any, dict[str, Any], tuple[str, ...]], ...] = (
    (
        "a text that is no table",
        42,
        {},
        (
            "units: expected rows, found int: give rows that map columns to cells, or a path, text, bytes or open file of a CSV table",
        ),
    ),
    (
        "one mapping",
        {"id": "a"},
        {},
        (
            "units: expected rows, found dict: give rows that map columns to cells, or a path, text, bytes or open file of a CSV table",
        ),
    ),
    (
        "rows of another make",
        [["id"], ["a"]],
        {},
        (
            "units: expected mappings as rows, found list: give each row as a mapping of columns to cells, as csv.DictReader does",
        ),
    ),
    (
        "a row that is none",
        [{"id": "a", "name": "A"}, 5],
        {},
        (
            "units row 3: expected a mapping as row, found int: give each row as a mapping of columns to cells, as csv.DictReader does",
        ),
    ),
    ("a generator that breaks", broken(), {}, ("units: the rows cannot be read: OSError: the connection was lost",)),
    (
        "bytes of another encoding",
        "id,name\na,Đơn vị".encode("cp1258", "replace"),
        {},
        ('units: row 2 is not UTF-8 (byte 0xd0): save it as UTF-8 (in a spreadsheet: "CSV UTF-8")',),
    ),
    (
        "UTF-16",
        "id,name\na,A".encode("utf-16"),
        {},
        ('units: is in UTF-16: save it as UTF-8 (in a spreadsheet: "CSV UTF-8")',),
    ),
    ("unclosed quotation marks", 'id,name\na,"A', {}, ("units: row 2 is no CSV: unexpected end of data",)),
    (
        "an empty text",
        "",
        {},
        (
            "units: there is no column 'id': add it; the columns are id, kind, name, valid_from, valid_to, start, end, source, confidence, professional, territorial, party, union, event, successors, legal_basis",
        ),
    ),
    (
        "a column that is missing",
        [{"name": "A"}],
        {},
        (
            "units: there is no column 'id': add it; the columns are id, kind, name, valid_from, valid_to, start, end, source, confidence, professional, territorial, party, union, event, successors, legal_basis",
        ),
    ),
    (
        "an unknown column",
        [{"id": "a", "name": "A", "valid_form": ""}],
        {},
        ("units, column 'valid_form': unknown column: did you mean 'valid_from'?",),
    ),
    (
        "an unknown column in Vietnamese",
        [{"mã": "a", "tên": "A", "cấp trên": ""}],
        {},
        (
            "units, column 'cấp trên': unknown column: name the line: 'cấp trên (ngành dọc)', 'cấp trên (lãnh thổ)', 'cấp trên (đảng)', 'cấp trên (công đoàn)'",
        ),
    ),
    (
        "a column twice",
        [{"id": "a", "mã": "a", "name": "A"}],
        {},
        ("units, column 'mã': there are two columns 'id': leave one of them out",),
    ),
    (
        "a column whose name is no text",
        [{"id": "a", "name": "A", 7: "x"}],
        {},
        (
            "units, column '(int)': unknown column: leave it out, or name it as one of id, kind, name, valid_from, valid_to, start, end, source, confidence, professional, territorial, party, union, event, successors, legal_basis",
        ),
    ),
    (
        "both pairs of days",
        [{"id": "a", "name": "A", "valid_from": "", "end": ""}],
        {},
        (
            "units, column 'end': stretches are told in two ways, 'valid_from' and 'end': use 'valid_from' and 'valid_to' (the last day), or 'start' and 'end' (the first day out)",
        ),
    ),
    (
        "too many cells in a CSV",
        "id,name\na,A\nb,B,C\n",
        {},
        ("units row 3: there are 3 cells, and the header has 2: put cells that hold the delimiter in quotation marks",),
    ),
    (
        "too many cells in a mapping",
        [{"id": "a", "name": "A"}, {"id": "b", "name": "B", None: ["C"]}],
        {},
        (
            "units row 3: there are more cells than the 2 of the header: put cells that hold the delimiter in quotation marks",
        ),
    ),
    (
        "a blank id",
        [{"id": " ", "name": "A"}],
        {},
        ("units row 2, column 'id': the cell is blank: write an id, which is one word without blanks",),
    ),
    (
        "an id with blanks",
        [{"id": "trường 8", "name": "A"}],
        {},
        ("units row 2, column 'id': cannot read 'trường 8' as an id: write an id, which is one word without blanks",),
    ),
    (
        "a cell that is no text",
        [{"id": "a", "name": ["A"]}],
        {},
        ("units row 2, column 'name': cannot read a list: write a text",),
    ),
    (
        "a number with a point",
        [{"id": "a", "name": "A", "code:gso": 91.0}],
        {},
        (
            "units row 2, column 'code:gso': cannot read 91.0 (float): read the column as text (dtype=str): numbers lose the zeros before them",
        ),
    ),
    (
        "a number with a point in a table of codes",
        [AA],
        {"codes": [{"unit": "a", "scheme": "x", "code": 1.0}]},
        (
            "codes row 2, column 'code': cannot read 1.0 (float): read the column as text (dtype=str): numbers lose the zeros before them",
        ),
    ),
    (
        "an id with a part of a number",
        [{"id": 1.5, "name": "A"}],
        {},
        ("units row 2, column 'id': cannot read 1.5 (float): write a text",),
    ),
    (
        "a truth value",
        [{"id": True, "name": "A"}],
        {},
        ("units row 2, column 'id': cannot read True (bool): write a text",),
    ),
    (
        "a day that is none",
        [{"id": "a", "name": "A", "valid_from": "2025-02-30"}],
        {},
        (
            "units row 2, column 'valid_from': cannot read '2025-02-30': February 2025 has 28 days: write a day such as 2021-03-05 or 05/3/2021",
        ),
    ),
    (
        "a day with a time",
        [{"id": "a", "name": "A", "valid_from": datetime.datetime(2025, 7, 1, 8, tzinfo=datetime.UTC)}],
        {},
        (
            "units row 2, column 'valid_from': cannot read '2025-07-01 08:00:00': write a day such as 2021-03-05 or 05/3/2021, without a time",
        ),
    ),
    (
        "a stretch of no day",
        [{"id": "a", "name": "A", "start": "2025-07-01", "end": "2025-07-01"}],
        {},
        (
            "units row 2, column 'end': the stretch since 2025-07-01 to the day before 2025-07-01 holds no day: mend one of the two days",
        ),
    ),
    (
        "an unknown kind",
        [{"id": "a", "name": "A", "kind": "phòng"}],
        {},
        (
            "units row 2, column 'kind': cannot read 'phòng': it may be any of division, commune-division, office: write which",
        ),
    ),
    (
        "two kinds",
        [
            {"id": "a", "name": "A", "kind": "school", "valid_to": "2024-12-31"},
            {"id": "a", "name": "B", "kind": "university", "valid_from": "2025-01-01"},
        ],
        {},
        (
            "units row 3, column 'kind': unit 'a' is a university here and a school in row 2: give it one kind in all its rows, or the later unit an id of its own",
        ),
    ),
    (
        "an unknown confidence",
        [{"id": "a", "name": "A", "confidence": "sure"}],
        {},
        (
            "units row 2, column 'confidence': cannot read 'sure': write one of confirmed, partly, single-document, unconfirmed",
        ),
    ),
    (
        "an unknown parent",
        [{"id": "a", "name": "A", "party": "x"}],
        {},
        (
            "units row 2, column 'party': link a -> x (party): unknown unit 'x': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "an unknown successor",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "merge", "successors": "x"}],
        {},
        (
            "units row 2, column 'successors': event merge on 2025-07-01: unknown unit 'x': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "an event that is none",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "rename"}],
        {},
        (
            "units row 2, column 'event': cannot read 'rename': leave the cell blank: a renaming needs no event, only a row with the other name from that day on",
        ),
    ),
    (
        "an event without a last day",
        [{"id": "a", "name": "A", "event": "giải thể"}],
        {},
        (
            "units row 2, column 'event': a dissolution is given, but no last day: write the last day of the unit, or leave the event out",
        ),
    ),
    (
        "successors without an event",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "successors": "a"}],
        {},
        ("units row 2, column 'event': the cell is blank, but successors are given: write merge, split or abolish",),
    ),
    (
        "a legal basis without an event",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "legal_basis": "1/QĐ-UBND"}],
        {},
        (
            "units row 2, column 'event': the cell is blank, but a legal basis is given: write merge, split or abolish if the unit ended; the act of a renaming or of a new superior stands in the table of events",
        ),
    ),
    (
        "a merger into two",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "merge", "successors": "b; c"}],
        {},
        (
            "units row 2, column 'successors': a merger is into one unit, found 2: write the unit it went into, or split as event",
        ),
    ),
    (
        "a split into none",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "chia"}],
        {},
        (
            "units row 2, column 'successors': a split is into at least one unit, found none: write the units that took it over",
        ),
    ),
    (
        "a dissolution into one",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "abolish", "successors": "b"}],
        {},
        (
            "units row 2, column 'successors': after a dissolution nobody takes over, found 1: leave them out, or write merge or split as event",
        ),
    ),
    (
        "successors that are no ids",
        [{"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "split", "successors": "b c; d"}],
        {},
        ("units row 2, column 'successors': cannot read 'b c; d' as ids: write ids with \";\" between them",),
    ),
    (
        "an end without an event",
        [{"id": "a", "name": "A", "end": "2025-07-01"}],
        {},
        (
            "units row 2, column 'end': unit 'a' ends on 2025-06-30 and no event says what became of it: add an event on 2025-07-01 (merge, split or abolish) with it among the sources",
        ),
    ),
    (
        "a successor that does not stand",
        [
            {"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "merge", "successors": "b"},
            {"id": "b", "name": "B", "valid_from": "2026-01-01"},
        ],
        {},
        (
            "units row 2, column 'successors': event merge on 2025-07-01: 'b' takes over, but stands since 2026-01-01: mend the day of the event, or the days of that unit",
        ),
    ),
    (
        "a unit that goes on after its end",
        [
            {"id": "a", "name": "A", "valid_to": "2025-06-30", "event": "merge", "successors": "b"},
            {"id": "a", "name": "A", "valid_from": "2025-07-01"},
            {"id": "b", "name": "B"},
        ],
        {},
        (
            "units row 2, column 'valid_to': unit 'a' ended on 2025-07-01 but still bears a name on that day: end its name on that day, or name it among the targets if it lives on",
        ),
    ),
    (
        "a unit without a name",
        [{"id": "a"}],
        {},
        ("units row 2, column 'id': unit 'a' has no name: give the name it bears, and from when",),
    ),
    (
        "a kind that ended",
        [{"id": "a", "name": "A", "kind": "huyện", "valid_from": "2024-01-01"}],
        {},
        (
            "units row 2, column 'kind': unit 'a' stands since 2024-01-01, but there is no district after 2025-06-30: end it on 2025-06-30, with an event that says what became of it, or give it another kind",
        ),
    ),
    (
        "a gap",
        [
            {"id": "a", "name": "A", "territorial": "b", "valid_to": "2024-12-31"},
            {"id": "a", "name": "A", "territorial": "b", "valid_from": "2025-02-01"},
            {"id": "b", "name": "B"},
        ],
        {},
        (
            "units row 3, column 'valid_from': unit 'a' bears no name from 2025-01-01 to 2025-01-31: close the gap, or give the later unit an id of its own",
        ),
    ),
    (
        "an overlap",
        [{"id": "a", "name": "A", "code:x": "1"}, {"id": "a", "name": "A", "code:x": "1"}],
        {},
        ("units row 3, column 'name': repeats row 2: leave one of the two out",),
    ),
    (
        "a shared code",
        [{"id": "a", "name": "A", "code:x": "1"}, {"id": "b", "name": "B", "code:x": "1"}],
        {},
        (
            "units row 3, column 'code:x': code x 1 is borne by 'a' and 'b' at all times (the other in row 2): mend one of the codes, or the days it is borne",
        ),
    ),
    (
        "a child that outlives its parent",
        [
            {"id": "a", "name": "A", "territorial": "b"},
            {"id": "b", "name": "B", "valid_to": "2025-06-30", "event": "abolish"},
        ],
        {},
        (
            "units row 2, column 'territorial': 'a' hangs under 'b' (territorial) at all times, but 'b' stands until 2025-06-30: end the link with 'b' and hang the unit under what took its place",
        ),
    ),
    (
        "a parent of the wrong kind",
        [
            {"id": "a", "name": "A", "kind": "kindergarten", "professional": "b"},
            {"id": "b", "name": "B", "kind": "university"},
        ],
        {},
        (
            "units row 2, column 'professional': 'a' hangs under 'b' (professional), but a kindergarten cannot hang under a university: hang it under a unit that can hold it then (division of a district, department of a province), or mend the kind of one of them",
        ),
    ),
    (
        "a ring",
        [{"id": "a", "name": "A", "union": "b"}, {"id": "b", "name": "B", "union": "a"}],
        {},
        (
            "units row 2, column 'union': cycle on the union line: a -> b -> a: take one of these links away, or mend its days",
        ),
    ),
    (
        "a name of an unknown unit",
        [],
        {"names": [{"unit": "a", "name": "A"}]},
        (
            "names row 2, column 'unit': name 'A' of 'a': unknown unit 'a': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "a name that is blank",
        [AA],
        {"names": [{"unit": "a", "name": ""}]},
        ("names row 2, column 'name': the cell is blank: write the name the unit bears",),
    ),
    (
        "two names at once",
        [AA],
        {"names": [{"unit": "a", "name": "B", "start": "2020-01-01"}]},
        (
            "names row 2, column 'start': unit 'a' is named 'A' and 'B' at the same time (the other in units row 2): end the one name where the other starts",
        ),
    ),
    (
        "a code of an unknown unit",
        [],
        {"codes": [{"unit": "a", "scheme": "x", "code": "1", "valid_from": "soon"}]},
        (
            "codes row 2, column 'valid_from': cannot read 'soon': write a day such as 2021-03-05 or 05/3/2021",
            "codes row 2, column 'unit': code x 1 of 'a': unknown unit 'a': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "a code without a scheme",
        [AA],
        {"codes": [{"unit": "a", "scheme": None, "code": 1}]},
        ("codes row 2, column 'scheme': the cell is blank: write the name of the scheme, such as gso",),
    ),
    (
        "a code borne twice",
        [AA, BB],
        {"codes": [{"unit": "a", "scheme": "x", "code": 1}, {"unit": "b", "scheme": "x", "code": "1"}]},
        (
            "codes row 3, column 'code': code x 1 is borne by 'a' and 'b' at all times (the other in row 2): mend one of the codes, or the days it is borne",
        ),
    ),
    (
        "a link of an unknown line",
        [AA, BB],
        {"links": [{"child": "a", "parent": "b", "line": "teritorial"}]},
        ("links row 2, column 'line': cannot read 'teritorial': did you mean 'territorial'?",),
    ),
    (
        "a link of unknown units",
        [AA],
        {"links": [{"child": "x", "parent": "a", "line": "party"}, {"child": "a", "parent": "y", "line": "party"}]},
        (
            "links row 2, column 'child': link x -> a (party): unknown unit 'x': add that unit, or write the id of one that is there",
            "links row 3, column 'parent': link a -> y (party): unknown unit 'y': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "links that overlap",
        [AA, BB],
        {
            "links": [
                {"child": "a", "parent": "b", "line": "party"},
                {"child": "a", "parent": "b", "line": "party", "start": "2020-01-01"},
            ]
        },
        (
            "links row 3, column 'start': 'a' hangs under 'b' and 'b' at the same time (party): end the one link where the other starts",
        ),
    ),
    (
        "a gap between links",
        [AA, BB],
        {
            "links": [
                {"child": "a", "parent": "b", "line": "party", "end": "2020-01-01"},
                {"child": "a", "parent": "b", "line": "party", "start": "2021-01-01"},
            ]
        },
        (
            "links row 3, column 'start': 'a' hangs under no unit from 2020-01-01 to 2020-12-31 (party): add the link that is missing, or stretch the one beside it",
        ),
    ),
    (
        "a gap after the last link",
        [AA, BB],
        {"links": [{"child": "a", "parent": "b", "line": "party", "valid_to": "2020-01-01"}]},
        (
            "links row 2, column 'valid_to': 'a' hangs under no unit since 2020-01-02 (party): add the link that is missing, or stretch the one beside it",
        ),
    ),
    (
        "a link of no day",
        [{"id": "a", "name": "A", "valid_from": "2025-01-01"}, BB],
        {"links": [{"child": "a", "parent": "b", "line": "party", "valid_to": "2020-01-01"}]},
        (
            "links row 2, column 'valid_to': 'a' hangs under 'b' (party) until 2020-01-01, but stands since 2025-01-01: mend the days of the link, or those of the unit",
        ),
    ),
    (
        "a link that outlives its parent",
        [AA, {"id": "b", "name": "B", "valid_to": "2025-06-30", "event": "abolish"}],
        {"links": [{"child": "a", "parent": "b", "line": "party", "valid_to": None}]},
        (
            "links row 2, column 'valid_to': 'a' hangs under 'b' (party) at all times, but 'b' stands until 2025-06-30: end the link with 'b' and hang the unit under what took its place",
        ),
    ),
    (
        "links in a ring",
        [AA, BB],
        {"links": [{"child": "a", "parent": "b", "line": "party"}, {"child": "b", "parent": "a", "line": "party"}]},
        (
            "links row 2, column 'parent': cycle on the party line: a -> b -> a: take one of these links away, or mend its days",
        ),
    ),
    (
        "a role of unknown units",
        [],
        {"roles": [{"unit": "x", "kind": "head", "holder": "Chủ tịch", "holder_unit": "y"}]},
        (
            "roles row 2, column 'unit': head of 'x': unknown unit 'x': add that unit, or write the id of one that is there",
            "roles row 2, column 'holder_unit': head of 'x': unknown unit 'y': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "a role of an unknown kind",
        [AA],
        {"roles": [{"unit": "a", "kind": "chief", "holder": "Chủ tịch"}]},
        ("roles row 2, column 'kind': cannot read 'chief': write one of head, deputy, standing",),
    ),
    (
        "a role that nobody holds",
        [AA],
        {"roles": [{"unit": "a", "kind": "người đứng đầu", "holder": ""}]},
        ("roles row 2, column 'holder': the cell is blank: write who holds the role",),
    ),
    (
        "an event without a day",
        [AA],
        {"events": [{"date": "", "kind": "rename", "sources": "a", "targets": "a"}]},
        ("events row 2, column 'date': the cell is blank: write a day such as 2025-07-01 or 01/7/2025",),
    ),
    (
        "an event of another kind",
        [AA],
        {"events": [{"date": "2025-07-01", "kind": "moved", "sources": "a", "targets": "a"}]},
        (
            "events row 2, column 'kind': cannot read 'moved': write one of create, rename, recode, merge, split, reparent, abolish",
        ),
    ),
    (
        "an event that does not fit its units",
        [AA],
        {"events": [{"date": "2025-07-01", "kind": "merge", "sources": "a", "targets": ""}]},
        (
            "events row 2, column 'kind': the units do not fit a merger (merge: a -> ): give at least one as source and one as target",
        ),
    ),
    (
        "an event of unknown units",
        [AA],
        {"events": [{"date": "2025-07-01", "kind": "split", "sources": "x", "targets": "a; y"}]},
        (
            "events row 2, column 'sources': event split on 2025-07-01: unknown unit 'x': add that unit, or write the id of one that is there",
            "events row 2, column 'targets': event split on 2025-07-01: unknown unit 'y': add that unit, or write the id of one that is there",
        ),
    ),
    (
        "an event before its source",
        [{"id": "a", "name": "A", "valid_from": "2025-07-01"}, BB],
        {"events": [{"date": "2025-07-01", "kind": "split", "sources": "a", "targets": "a; b"}]},
        (
            "events row 2, column 'sources': event split on 2025-07-01: 'a' is among its sources, but stands since 2025-07-01: mend the day of the event, or the days of that unit",
        ),
    ),
    (
        "an event whose source stands on",
        [AA, BB],
        {"events": [{"date": "2025-07-01", "kind": "merge", "sources": "a", "targets": "b"}]},
        (
            "events row 2, column 'date': unit 'a' ended on 2025-07-01 but still bears a name on that day: end its name on that day, or name it among the targets if it lives on",
        ),
    ),
    (
        "an event before its target",
        [AA, {"id": "b", "name": "B", "valid_from": "2026-01-01"}],
        {"events": [{"date": "2025-07-01", "kind": "split", "sources": "a", "targets": "a; b"}]},
        (
            "events row 2, column 'targets': event split on 2025-07-01: 'b' takes over, but stands since 2026-01-01: mend the day of the event, or the days of that unit",
        ),
    ),
)
"""Of each kind of fault what it is, the table of units, the other tables, and what is told."""


class TestFaults:
    """Each fault is told with its table, row and column, and how to mend it."""

    @pytest.mark.parametrize(("units", "tables", "told"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
    def test_alone(self, units: object, tables: dict[str, Any], told: tuple[str, ...]) -> None:
        assert faults_of(units, **tables) == list(told)

    def test_twenty_in_one_table(self) -> None:
        assert faults_of(MANY) == list(TWENTY)
        assert len(TWENTY) == 20

    def test_a_path_to_nothing(self) -> None:
        [fault] = faults_of("nowhere.csv")
        assert fault.startswith("units: cannot be opened: ")

    def test_of_all_tables_by_table_and_row(self) -> None:
        links = [{"child": "a", "parent": "b", "line": "x"}, {"child": "a", "parent": "?", "line": "party"}]
        with pytest.raises(DirectoryError) as error:
            Directory.from_rows(
                [AA, BB, {"id": "c", "name": "C", "kind": "?"}],
                names=[{"unit": "z", "name": "Z"}],
                codes="unit,scheme\n",
                links=links,
                roles=7,  # type: ignore[arg-type]  # That is what is tested.
                events=[{"date": "tomorrow", "kind": "rename", "sources": "a", "targets": "a"}],
            )
        places = [(fault.table, fault.row, fault.column) for fault in error.value.details]
        assert places == [
            ("units", 4, "kind"),
            ("names", 2, "unit"),
            ("codes", None, None),
            ("links", 2, "line"),
            ("links", 3, "parent"),
            ("roles", None, None),
            ("events", 2, "date"),
        ]
        assert [fault.kind for fault in error.value.details[:3]] == [
            FaultKind.CELL,
            FaultKind.UNKNOWN_UNIT,
            FaultKind.COLUMN,
        ]

    def test_columns_are_told_as_the_header_writes_them(self) -> None:
        [fault] = faults_of("Mã;Tên;Từ ngày\nmn-8;Trường Mầm non 8;hôm qua\n")
        assert fault.startswith("units row 2, column 'Từ ngày': cannot read 'hôm qua'")

    def test_a_fact_of_several_rows_is_told_at_the_row_in_which_it_goes_wrong(self) -> None:
        first, then = {"valid_to": "2025-06-30"}, {"valid_from": "2025-07-01", "valid_to": "2025-12-31"}
        [fault] = faults_of([AA | first, BB, AA | then])
        assert fault.startswith("units row 4, column 'valid_to': unit 'a' ends on 2025-12-31 and no event")
        ended = BB | {"valid_to": "2025-09-30", "event": "abolish"}
        [fault] = faults_of([AA | first | {"party": "b"}, ended, AA | {"valid_from": "2025-07-01", "party": "b"}])
        assert fault.startswith("units row 4, column 'party': 'a' hangs under 'b' (party) at all times")

    def test_an_event_of_several_rows_is_told_at_the_row_of_its_unit(self) -> None:
        ended = {"valid_to": "2025-06-30", "event": "merge", "successors": "c"}
        units = [AA | ended, BB | ended, {"id": "c", "name": "C"}, BB | {"valid_from": "2025-07-01"}]
        [fault] = faults_of(units)
        assert fault.startswith("units row 3, column 'valid_to': unit 'b' ended on 2025-07-01")

    def test_a_column_that_holds_something_else_throughout(self) -> None:
        told = faults_of(
            [{"id": f"a{number}", "name": "A", "confidence": f"confirmd{number}"} for number in range(150)]
        )
        assert [fault.endswith("did you mean 'confirmed'?") for fault in told] == [True] * 100 + [False] * 50

    def test_long_and_odd_cells_are_shown_in_short(self) -> None:
        told = faults_of([AA | {"valid_from": "x" * 90}, BB | {"valid_from": b"x" * 90}, {"id": 10**5000}])
        assert told[0].startswith(f"units row 2, column 'valid_from': cannot read '{'x' * 60}…': write a day")
        assert told[1] == "units row 3, column 'valid_from': cannot read a bytes: write a text"
        assert told[2].startswith("units row 4, column 'id': cannot read an int: write a text")


SO = {"id": "so-gddt", "name": "Sở Giáo dục và Đào tạo tỉnh Vĩnh Long"}
VIETNAMESE = (
    "mã, loại, tên, từ ngày, đến ngày, nguồn, mức độ xác nhận, cấp trên (ngành dọc), cấp trên (lãnh thổ), "
    "cấp trên (đảng), cấp trên (công đoàn), sự kiện, đơn vị kế thừa, căn cứ"
)


class TestColumnsOfLists:
    """What a list of schools calls its columns is understood, or told in its own language."""

    @pytest.mark.parametrize(
        ("column", "remedy"),
        [
            ("Ngày kết thúc", "name it 'đến ngày' if it holds the last day, 'end' if it holds the first day after it"),
            ("Ngày giải thể", "name it 'đến ngày' if it holds the last day, 'end' if it holds the first day after it"),
            ("Mã MOET", "name it 'mã: moet'"),
            ("Mã GSO", "name it 'mã: gso'"),
            ("Mã (moet)", "name it 'mã: moet'"),
            ("code_moet", "name it 'code:moet'"),
            ("Địa chỉ", f"leave it out, or name it as one of {VIETNAMESE}"),
            ("Số điện thoại", f"leave it out, or name it as one of {VIETNAMESE}"),
            ("cap tren (lanh tho)", "did you mean 'cấp trên (lãnh thổ)'?"),
        ],
    )
    def test_unknown_ones(self, column: str, remedy: str) -> None:
        [fault] = faults_of([{"Mã": "a", "Tên": "A", column: "x"}])
        assert fault == f"units, column '{column}': unknown column: {remedy}"

    def test_one_that_is_missing(self) -> None:
        assert faults_of([{"Tên": "A"}]) == [
            f"units: there is no column 'mã': add it; the columns are {VIETNAMESE}",
        ]

    def test_schemes_are_no_columns_of_other_tables(self) -> None:
        fault, *_ = faults_of([{"id": "a"}], names=[{"unit": "a", "name": "A", "mã moet": "1"}])
        assert "names, column 'mã moet': unknown column: leave it out" in fault


class TestNamesOfRows:
    """A unit bears a name on all days of all its rows."""

    FIRST, THEN = AA | {"valid_to": "2025-06-30"}, {"id": "a", "valid_from": "2025-07-01"}
    TOLD = "units row 3, column 'name': the cell is blank: write the name the unit bears on these days, also where it is that of another row"

    def test_a_row_without_one_is_told_alone(self) -> None:
        ended: dict[str, str] = {"name": "", "valid_to": "2026-01-31", "party": "b"}
        assert faults_of([self.FIRST, self.THEN | ended, BB]) == [self.TOLD]
        assert faults_of([self.THEN | ended, self.FIRST, BB]) == [self.TOLD.replace("row 3", "row 2")]

    def test_a_row_whose_name_another_row_or_table_gives(self) -> None:
        names = [{"unit": "a", "name": "A2", "valid_from": "2025-07-01"}]
        assert len(Directory.from_rows([self.FIRST, self.THEN | {"name": ""}], names=names).names) == 2
        assert faults_of([self.FIRST, self.THEN], names=[names[0] | {"valid_from": "2025-08-01"}]) == [self.TOLD]
        directory = Directory.from_rows([AA, self.THEN | {"name": "", "party": "b"}, BB])
        assert len(directory.names) == 2


class TestKindCells:
    """Kinds that cannot be read are told in short."""

    def test_a_word_for_several_that_the_name_does_not_tell_apart(self) -> None:
        assert faults_of([AA | {"kind": "UBND thành phố"}]) == [
            "units row 2, column 'kind': cannot read 'UBND thành phố': it may be any of province-committee, district-committee: write which"
        ]

    def test_near_words_and_others(self) -> None:
        near, far, odd = faults_of([AA | {"kind": "mâm non"}, BB | {"kind": "loại lạ"}, SO | {"kind": 7.5}])
        assert near == "units row 2, column 'kind': cannot read 'mâm non': did you mean 'mầm non'?"
        assert far == (
            "units row 3, column 'kind': cannot read 'loại lạ': leave the cell blank and the name tells it, or write a kind "
            "such as mầm non, tiểu học, trung học cơ sở, trung học phổ thông, sở, phòng, UBND xã, khác"
        )
        assert odd == "units row 4, column 'kind': cannot read 7.5 (float): write a text"

    def test_articles(self) -> None:
        kinds = [{"kind": "THPT", "valid_to": "2024-12-31"}, {"kind": "office", "valid_from": "2025-01-01"}]
        [fault] = faults_of([AA | kind for kind in kinds])
        assert "unit 'a' is an office inside an organisation here and an upper secondary school in row 2" in fault


class TestDays:
    """Why a day cannot be read."""

    @pytest.mark.parametrize(
        ("day", "told"),
        [
            ("31/4/2025", "April has 30 days: write a day such as 2021-03-05 or 05/3/2021"),
            ("2023-02-29", "February 2023 has 28 days: write a day such as 2021-03-05 or 05/3/2021"),
            ("07/13/2025", "there is no month 13: write day/month/year, as in 13/7/2025"),
            ("32/13/2025", "there is no month 13: write a day such as 2021-03-05 or 05/3/2021"),
            ("1/7/25", "the year has two digits: write the year in four digits, as in 05/3/2021"),
            ("0/7/2025", "there is no day 0: write a day such as 2021-03-05 or 05/3/2021"),
            ("1/7/1025", "the year is not from 1800 to 2199: write a day such as 2021-03-05 or 05/3/2021"),
        ],
    )
    def test_is_told(self, day: str, told: str) -> None:
        assert faults_of([AA | {"valid_from": day}]) == [
            f"units row 2, column 'valid_from': cannot read '{day}': {told}"
        ]

    @pytest.mark.parametrize("column", ["valid_from", "valid_to", "start", "end"])
    @pytest.mark.parametrize(
        ("day", "remedy"),
        [
            (datetime.date.min, "leave the cell blank where the day is not known or not yet over"),
            (datetime.date.max, "leave the cell blank where the day is not known or not yet over"),
            (datetime.date(1799, 12, 31), "write a day such as 2021-03-05 or 05/3/2021"),
            (datetime.date(2200, 1, 1), "write a day such as 2021-03-05 or 05/3/2021"),
        ],
    )
    def test_years_as_dates_and_as_texts(self, column: str, day: datetime.date, remedy: str) -> None:
        for cell in (day, day.isoformat()):
            assert faults_of([AA | {column: cell}]) == [
                f"units row 2, column '{column}': cannot read '{day}': the year is not from 1800 to 2199: {remedy}"
            ]

    def test_of_events(self) -> None:
        event = {"date": datetime.date.max, "kind": "rename", "sources": "a", "targets": "a"}
        assert len(faults_of([AA], events=[event])) == 1


class TestUnitsMeant:
    """Who is meant by an id that is none."""

    @pytest.mark.parametrize(
        ("parent", "remedy"),
        [
            ("so-gdđt", "did you mean 'so-gddt'?"),
            ("SO-GDDT", "did you mean 'so-gddt'?"),
            ("so-gddt-2", "add that unit, or write the id of one that is there"),
            ("x" * 90, "add that unit, or write the id of one that is there"),
        ],
    )
    def test_near_ids(self, parent: str, remedy: str) -> None:
        [fault] = faults_of([SO, AA | {"party": parent}])
        assert fault.endswith(f"unknown unit {parent!r}: {remedy}")

    def test_only_the_first_few_are_looked_for(self) -> None:
        told = faults_of([SO, *(AA | {"id": f"a{letter}", "party": f"so-gdd{letter}"} for letter in "abcdefgh")])
        assert ["did you mean 'so-gddt'?" in fault for fault in told] == [True] * 5 + [False] * 3

    def test_names_for_ids(self) -> None:
        ended = {"valid_to": "2025-06-30", "event": "merge", "successors": "Sở giáo dục và đào tạo tỉnh Vĩnh Long"}
        one_word = {"id": "c", "name": "Một"}
        rows = [SO, AA | {"party": SO["name"]}, BB | ended, one_word, {"id": "d", "name": "D", "party": "Một"}]
        assert faults_of(rows) == [
            "units row 3, column 'party': 'Sở Giáo dục và Đào tạo tỉnh Vĩnh Long' is the name of 'so-gddt': write its id",
            "units row 4, column 'successors': 'Sở giáo dục và đào tạo tỉnh Vĩnh Long' is the name of 'so-gddt': write its id",
            "units row 6, column 'party': link d -> Một (party): 'Một' is the name of 'c': write its id",
        ]
        [fault] = faults_of([AA, BB], links=[{"child": "a", "parent": "Tên lạ", "line": "party"}])
        assert "cannot read 'Tên lạ' as an id" in fault

    def test_names_of_several_and_of_units_that_were_there(self) -> None:
        before = Directory.from_rows([SO, SO | {"id": "so-2"}])
        with pytest.raises(DirectoryError, match="is the name of 'so-gddt' and 'so-2': write its id"):
            before.with_rows([AA | {"party": SO["name"]}])
        with pytest.raises(DirectoryError, match="did you mean 'so-gddt'"):
            before.with_rows([AA | {"party": "so-gdt"}])


class TestTwoRows:
    """Where two rows clash both are named."""

    def test_a_row_that_repeats_another(self) -> None:
        first, then = AA | {"valid_to": "2025-06-30"}, AA | {"valid_from": "2025-07-01", "party": "b"}
        assert faults_of([first, then, BB, dict(then)]) == [
            "units row 5, column 'valid_from': repeats row 3: leave one of the two out"
        ]

    def test_a_row_with_the_name_and_days_of_another(self) -> None:
        assert faults_of([AA | {"party": "b"}, BB, AA | {"union": "b"}]) == [
            "units row 4, column 'name': unit 'a' is given the name 'A' twice at all times (the other in row 2): leave the one out, or end it where the other starts"
        ]

    def test_rows_of_two_tables(self) -> None:
        [fault] = faults_of([AA | {"code:x": "1"}, BB], codes=[{"unit": "b", "scheme": "x", "code": "1"}])
        assert fault.startswith(
            "codes row 2, column 'code': code x 1 is borne by 'a' and 'b' at all times (the other in units row 2)"
        )

    def test_a_ring_is_one_fault(self) -> None:
        kinds = [AA | {"kind": "sở", "professional": "b"}, BB | {"kind": "office", "professional": "a"}]
        [fault] = faults_of(kinds)
        assert "cycle on the professional line: a -> b -> a" in fault
        first, then = {"valid_to": "2025-06-30"}, {"valid_from": "2025-07-01"}
        [fault] = faults_of([
            AA | first | {"party": "b"},
            {"id": "a", "name": "A2", "party": "b"} | then,
            BB | first | {"party": "a", "source": "1"},
            {"id": "b", "name": "B2", "party": "a"} | then,
        ])  # fmt: skip
        assert "cycle on the party line: a -> b -> a" in fault

    def test_a_ring_again_after_a_while_is_one_fault(self) -> None:
        links = [
            {"child": "a", "parent": "b", "line": "party"},
            {"child": "b", "parent": "a", "line": "party", "end": "2020-01-01"},
            {"child": "b", "parent": "c", "line": "party", "start": "2020-01-01", "end": "2021-01-01"},
            {"child": "b", "parent": "a", "line": "party", "start": "2021-01-01"},
        ]
        assert len(faults_of([AA, BB, {"id": "c", "name": "C"}], links=links)) == 1

    def test_events_that_end_no_unit(self) -> None:
        for event, words in (
            ("đổi tên", "a renaming needs no event"),
            ("thành lập", "the first day of the unit tells it"),
        ):
            [fault] = faults_of(
                [AA | {"valid_to": "2025-06-30", "event": event}, {"id": "a", "name": "A2", "valid_from": "2025-07-01"}]
            )
            assert words in fault

    def test_tables_that_cannot_be_read(self) -> None:
        for table in (5, [5], b"\xff", 'id,name\na,"A'):
            with pytest.raises(DirectoryError) as error:
                Directory.from_rows(table)  # type: ignore[arg-type]  # That is what is tested.
            assert [fault.kind for fault in error.value.details] == [FaultKind.TABLE]


FROM = "units row 2, column 'valid_from'"
PARTY, MORE = {"child": "a", "parent": "b", "line": "party"}, {"id": "c", "name": "C", "valid_from": "x"}
FOLLOW_ON: tuple[tuple[str, Any, dict[str, Any], str], ...] = (
    ("a parent of unknown days", [AA | {"valid_from": "x"}, BB | {"party": "a"}], {}, FROM),
    ("a unit of an unknown kind", [AA | {"kind": "x", "party": "b"}, BB], {}, "units row 2, column 'kind'"),
    ("row", "id,name\na,A,x,y\nb,B\n", {"links": [PARTY]}, "units row 2"),
    ("no ids", [{"name": "A"}], {"links": [PARTY]}, "units"),
    ("names of no unit", [AA], {"names": [{"name": "B"}], "codes": []}, "names"),
    ("a name of any unit", [{"id": "a"}], {"names": [{"unit": "a b", "name": "B"}]}, "names row 2, column 'unit'"),
    ("a blank name", [{"id": "a"}], {"names": [{"unit": "a", "name": ""}]}, "names row 2, column 'name'"),
    ("events lost", [AA | {"end": "2025-07-01"}], {"events": 5}, "events"),
    (
        "sources",
        [AA | {"end": "2025-07-01"}],
        {"events": [{"date": "2025-07-01", "kind": "abolish", "sources": "a b"}]},
        "events row 2, column 'sources'",
    ),
    (
        "date",
        [AA | {"end": "2025-07-01"}],
        {"events": [{"date": "x", "kind": "abolish", "sources": "a"}]},
        "events row 2, column 'date'",
    ),
    ("event", [AA | {"end": "2025-07-01", "event": "x"}], {}, "units row 2, column 'event'"),
    (
        "a link",
        [AA, BB],
        {"links": [PARTY | {"end": "2020-01-01"}, PARTY | {"parent": "b b", "start": "2020-01-01"}]},
        "links row 3, column 'parent'",
    ),
    (
        "a later parent",
        [AA | {"party": "b", "valid_to": "2025-06-30"}, AA | {"party": "c", "valid_from": "2025-07-01"}, BB, MORE],
        {},
        "units row 5, column 'valid_from'",
    ),
    ("stretches", [AA | {"code:x": "1", "valid_from": "x"}, AA, BB | {"code:x": "1"}], {}, FROM),
)
"""Cells that cannot be read and what would follow from them: the tables, and the one place that is told."""


class TestFollowOn:
    """What only follows from cells that could not be read is not told."""

    @pytest.mark.parametrize(("units", "tables", "told"), [pytest.param(*case[1:], id=case[0]) for case in FOLLOW_ON])
    def test_only_the_cell_is_told(self, units: object, tables: dict[str, Any], told: str) -> None:
        assert [fault.partition(":")[0] for fault in faults_of(units, **tables)] == [told]

    @pytest.mark.parametrize("unit", ["", "xa thoai son", None, ["xa"]])
    def test_units_under_one_whose_id_cannot_be_read(self, unit: object) -> None:
        under = [{"id": f"mn-{number}", "name": f"Trường {number}", "territorial": "xa"} for number in range(300)]
        events = [{"date": "2025-07-01", "kind": "split", "sources": "mn-1", "targets": "mn-1; xa"}]
        [fault] = faults_of([{"id": unit, "name": "Xã Thoại Sơn"}, *under], events=events)
        assert fault.startswith("units row 2, column 'id': ")

    def test_a_link_to_no_unit_is_told_beside_a_day_that_cannot_be_read(self) -> None:
        told = faults_of([AA | {"valid_from": "x"}], links=[{"child": "a", "parent": "a2", "line": "party"}])
        assert [fault.partition(":")[0] for fault in told] == [FROM, "links row 2, column 'parent'"]

    def test_units_of_links_without_days_are_looked_for(self) -> None:
        told = faults_of([AA], links=[{"child": "a", "parent": "x", "line": "party", "valid_to": "?"}])
        assert [fault.partition(": ")[0] for fault in told] == [
            "links row 2, column 'valid_to'",
            "links row 2, column 'parent'",
        ]


_CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6), st.binary(max_size=4), st.dates(),
    st.datetimes(), st.lists(st.integers(), max_size=2), st.just(object()),
    st.sampled_from(["a", "b", "2025-07-01", "merge", "party", "a; b", "head", "school"]),
)  # fmt: skip
_ANYTHING = st.one_of(
    _CELLS, st.lists(_CELLS, max_size=3), st.lists(st.dictionaries(_CELLS.filter(lambda cell: cell.__hash__), _CELLS))
)


class TestAnything:
    """Nothing but the library's own errors leaves, whatever is handed in."""

    @given(st.sampled_from(TABLES), _ANYTHING)
    def test_tables(self, table: str, given_: object) -> None:
        if isinstance(given_, str):
            given_ = f"{given_}\n"  # Else it is a path.
        with suppress(VstbpnError):
            Directory().with_rows(**{table: given_})  # type: ignore[arg-type]  # That is what is tested.

    @given(st.data())
    def test_cells(self, data: st.DataObject) -> None:
        tables: dict[str, Any] = {
            table: data.draw(
                st.lists(st.dictionaries(st.sampled_from((*COLUMNS[table], "code:x")), _CELLS), max_size=3)
            )
            for table in TABLES
        }
        with suppress(VstbpnError):
            Directory().with_rows(**tables)

    def test_what_cannot_be_compared(self) -> None:
        class Odd:
            """A frame or cell that compares with nothing."""

            __hash__ = None  # type: ignore[assignment]  # That is what is tested.

            def __eq__(self, other: object) -> bool:
                raise RuntimeError

            def __iter__(self) -> Iterator[str]:
                return iter(("id", "name"))

        assert faults_of(Odd())[0].startswith("units: expected mappings as rows, found str: ")
        told = faults_of([AA | {"valid_from": Odd(), "kind": Odd(), "party": Odd()}])
        assert [fault.partition(": ")[2] for fault in told] == ["cannot read an Odd: write a text"] * 3

    def test_mappings_that_map_nothing(self) -> None:
        class Broken(UserDict[str, str]):
            """A mapping that cannot be read."""

            def __getitem__(self, key: str) -> str:
                raise RuntimeError(key)

        assert faults_of([AA, Broken(AA)])[0].startswith("units row 3: expected a mapping as row, found Broken: ")

    def test_open_files(self) -> None:
        directory = Directory.from_rows(io.StringIO("id,name\na,A\n"), names=io.BytesIO(b"unit,name\n"))
        assert directory.unit("a").id == "a"
        assert directory.stands("a", datetime.date(2025, 7, 1))

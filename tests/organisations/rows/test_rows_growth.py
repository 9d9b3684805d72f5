"""Odd tables are read, or refused, in time linear in their size: four times as much takes about four times as long.

Each would take minutes if every cell, key or unit were held against every other.
"""

import datetime
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from vstbpn.organisations.checking.faults import DirectoryError
from vstbpn.organisations.directory import Directory

SIZE, MOST, TRIES = 8_000, 8, 8
FIRST = datetime.date(1900, 1, 1)


def told(tables: dict[str, Any]) -> int:
    """How many faults tables have."""
    try:
        Directory.from_rows(**tables)
    except DirectoryError as error:
        return len(error.details)
    return 0


def unknown_columns(size: int) -> dict[str, Any]:
    return {"units": [{"id": "a", "name": "A", **{f"cột lạ {number}": "x" for number in range(size)}}]}


def keys_of_their_own(size: int) -> dict[str, Any]:
    return {"units": [{"id": f"a{number}", "name": "A", f"khóa {number}": "x"} for number in range(size)]}


def blank_keys(size: int) -> dict[str, Any]:
    return {"units": [{"id": f"a{number}", "name": "A", " " * (number % 97): None} for number in range(size)]}


def a_column_written_in_many_ways(size: int) -> dict[str, Any]:
    blanks = (f"{number:b}".replace("0", " ").replace("1", "\t") for number in range(1, size + 1))
    return {"units": [{"id": f"a{number}", "name": "A", f"{blank}name": "x"} for number, blank in enumerate(blanks)]}


def an_event_of_unknown_units(size: int) -> dict[str, Any]:
    sources = "; ".join(f"x{number}" for number in range(size))
    event = {"date": "2025-07-01", "kind": "merge", "sources": sources, "targets": "a"}
    return {"units": [{"id": "a", "name": "A"}], "events": [event]}


def a_merger_of_units_that_go_on(size: int) -> dict[str, Any]:
    ended = {"name": "A", "valid_to": "2025-06-30", "event": "merge", "successors": "b"}
    stretches: tuple[dict[str, str], ...] = (ended, {"name": "A", "valid_from": "2025-07-01"})
    units = [{"id": f"a{number}"} | stretch for number in range(size) for stretch in stretches]
    return {"units": [*units, {"id": "b", "name": "B"}]}


def a_fact_of_many_rows(size: int) -> dict[str, Any]:
    days = [FIRST + datetime.timedelta(days=number) for number in range(size)]
    return {
        "units": [
            {"id": "a", "name": "A", "source": f"{number}/QĐ-UBND", "start": start, "end": end}
            for number, (start, end) in enumerate(zip(days, [*days[1:], None], strict=True))
        ]
    }


def units_under_one_that_is_not_there(size: int) -> dict[str, Any]:
    return {"units": [{"id": f"a{number}", "name": "A", "party": f"x{number}"} for number in range(size)]}


def codes_within_one_another(size: int) -> dict[str, Any]:
    rows = [
        {"unit": "a", "scheme": "x", "code": "1", "start": FIRST + datetime.timedelta(days=number)}
        for number in range(size)
    ]
    return {"units": [{"id": "a", "name": "A"}], "codes": rows}


@pytest.mark.parametrize(
    ("tables", "faults"),
    [
        (unknown_columns, SIZE),
        (keys_of_their_own, SIZE),
        (blank_keys, 0),
        (a_column_written_in_many_ways, 1),
        (an_event_of_unknown_units, SIZE),
        (a_merger_of_units_that_go_on, SIZE),
        (a_fact_of_many_rows, 0),
        (units_under_one_that_is_not_there, SIZE),
        (codes_within_one_another, SIZE - 1),
    ],
)
def test_four_times_as_much_takes_about_four_times_as_long(
    tables: Callable[[int], dict[str, Any]], faults: int
) -> None:
    part, whole = tables(SIZE // 4), tables(SIZE)

    def seconds(given: dict[str, Any]) -> float:
        start = process_time()
        told(given)
        return process_time() - start

    assert told(whole) == faults
    assert any(seconds(whole) <= MOST * seconds(part) for _ in range(TRIES))

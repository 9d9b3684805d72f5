"""A made-up country as tables: 34 provinces, 3 300 communes, 46 000 schools, and what hung under what since when.

Until 30 June 2025 some of the schools hung under a Phòng on the professional line, and since then under the Sở; every
school has hung under its commune on the territorial line since it was set up.
"""

from typing import NamedTuple

Row = dict[str, str]

PROVINCES, COMMUNES, DIVISIONS, SCHOOLS = 34, 3_300, 600, 46_000
LINKS = 60_000
REFORM, EVE = "2025-07-01", "2025-06-30"
KINDS = (
    ("kindergarten", "Trường Mầm non"),
    ("primary-school", "Trường Tiểu học"),
    ("lower-secondary-school", "Trường Trung học cơ sở"),
)
WORDS = ("Hoa Sen", "Bình Minh", "Vĩnh Trạch", "Núi Sập", "Nguyễn Trãi", "Lê Lợi", "Thoại Giang", "Kim Đồng")


class Country(NamedTuple):
    """The tables ``Directory.from_rows`` takes."""

    units: list[Row]
    links: list[Row]
    events: list[Row]


def country(share: int = 1) -> Country:
    """The country, the same at each call; or one of as many parts of it as ``share`` tells, with all its provinces."""
    units = [_unit("viet-nam", "government", "Chính phủ")]
    links: list[Row] = []
    for number in range(PROVINCES):
        units += [
            _unit(f"tinh-{number}", "province", f"Tỉnh số {number}"),
            _unit(f"so-{number}", "department", f"Sở Giáo dục và Đào tạo Tỉnh số {number}"),
        ]
        links += [
            _link(f"tinh-{number}", "viet-nam", "territorial"),
            _link(f"so-{number}", f"tinh-{number}", "territorial"),
        ]
    for number in range(DIVISIONS // share):
        name = f"Phòng Giáo dục và Đào tạo huyện số {number}"
        units.append(_unit(f"phong-{number}", "division", name, last=EVE))
        links.append(_link(f"phong-{number}", f"so-{number % PROVINCES}", "professional"))
    for number in range(COMMUNES // share):
        units.append(_unit(f"xa-{number}", "commune", f"Xã số {number}", first=REFORM))
        links.append(_link(f"xa-{number}", f"tinh-{number % PROVINCES}", "territorial", first=REFORM))
    for number in range(SCHOOLS // share):
        kind, name = KINDS[number % len(KINDS)]
        units.append(_unit(f"truong-{number}", kind, f"{name} {WORDS[number % len(WORDS)]} {number}"))
        links.append(_link(f"truong-{number}", f"xa-{number % (COMMUNES // share)}", "territorial", first=REFORM))
    number = 0
    while len(links) < LINKS // share:
        school, division = f"truong-{number}", number % (DIVISIONS // share)
        links += [
            _link(school, f"phong-{division}", "professional", last=EVE),
            _link(school, f"so-{division % PROVINCES}", "professional", first=REFORM),
        ]
        number += 1
    ended = "; ".join(f"phong-{number}" for number in range(DIVISIONS // share))
    return Country(units, links, [{"date": REFORM, "kind": "abolish", "sources": ended, "targets": ""}])


def _unit(unit: str, kind: str, name: str, first: str = "", last: str = "") -> Row:
    return {"id": unit, "kind": kind, "name": name, "valid_from": first, "valid_to": last}


def _link(child: str, parent: str, line: str, first: str = "", last: str = "") -> Row:
    return {"child": child, "parent": parent, "line": line, "valid_from": first, "valid_to": last}

"""The place in a unit's name (địa danh trong tên đơn vị): "Sở Nội vụ | tỉnh | An Giang".

All of this works on loose keys. Which names are those of provinces, and which cities stand right under the centre, the
bundled provinces tell.
"""

import re
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.tables import provinces
from vstbpn.organisations.names.keys import key_of, loose_key
from vstbpn.organisations.units.kinds import Level

_RANK = re.compile(
    r"(?<!\S)(?:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|(?<!hợp tác )xã(?! hội))(?!\S)"
    r"(?! (?:ủy|đoàn)(?!\S))"
)
_OWN_NAMES = ("trường", "nhà trường", "trung tâm", "học viện", "đại học")
"""Bodies with names of their own: "Trường THPT Hòa Bình" need not lie in Hòa Bình."""


class NameParts(NamedTuple):
    """A name taken apart, each part a loose key that may be empty.

    ``head`` is the body, ``rank`` and ``place`` its territory ("huyện", "thoại sơn"), ``outer`` the territory around that
    ("tỉnh an giang").
    """

    head: str
    rank: str = ""
    place: str = ""
    outer: str = ""

    @property
    def province(self) -> str | None:
        """The key of the province the name tells of, such as ``an giang``; None where it tells none."""
        for rank, place in ((self.rank, self.place), *((rank, place) for rank, place, _ in _ranked(self.outer))):
            if is_province(rank, place):
                return place
        return self.outer if self.outer in province_names() else None


def parts_of(loose: str) -> NameParts:
    """Take a name apart.

    >>> parts_of("phòng giáo dục đào tạo huyện thoại sơn tỉnh an giang")
    NameParts(head='phòng giáo dục đào tạo', rank='huyện', place='thoại sơn', outer='tỉnh an giang')
    >>> parts_of("sở nội vụ an giang")
    NameParts(head='sở nội vụ', rank='', place='an giang', outer='')
    """
    first = _RANK.search(loose)
    if first is None:
        head, place = _cut_province(loose)
        return NameParts(loose) if head.startswith(_OWN_NAMES) else NameParts(head, "", place)
    second = _RANK.search(loose, first.end())
    place = loose[first.end() + 1 : second.start() - 1 if second else None]
    outer = loose[second.start() :] if second else ""
    if not outer and place not in province_names():
        place, outer = _cut_province(place)
        place, outer = (place, outer) if place else (outer, "")
    return NameParts(loose[: max(0, first.start() - 1)], first[0], place, outer)


def _cut_province(loose: str) -> tuple[str, str]:
    """The words before a province's name at the end, and that name; all words and nothing where there is none."""
    words = loose.split(" ")
    for count in range(min(len(words), _most_words()), 0, -1):
        name = " ".join(words[-count:])
        if name in province_names():
            return " ".join(words[:-count]), name
    return loose, ""


_LEVELS = {
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "tỉnh": Level.PROVINCE,
    "phường": Level.COMMUNE,
    "xã": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}


def level_of_rank(rank: str, place: str) -> Level | None:
    """The level of a place by its rank; None where there is none.

    >>> level_of_rank("thành phố", "hà nội"), level_of_rank("thành phố", "long xuyên")
    (Level.PROVINCE, Level.DISTRICT)
    """
    if rank == "thành phố":
        return Level.PROVINCE if is_province(rank, place) else Level.DISTRICT
    if not rank:
        return Level.PROVINCE if place in province_names() else None
    return _LEVELS[rank]


def _ranked(loose: str) -> list[tuple[str, str, int]]:
    """Every rank in some words with the name after it and where that ends."""
    ranks = list(_RANK.finditer(loose))
    ends = [*(rank.start() - 1 for rank in ranks[1:]), len(loose)]
    return [(rank[0], loose[rank.end() + 1 : end], end) for rank, end in zip(ranks, ends, strict=False)]


def is_province(rank: str, place: str) -> bool:
    """Whether a place of a rank is a province, now or once.

    A place of a wrong rank is none: "thành phố cao bằng" is a district's city, and Cần Thơ is no "tỉnh".
    """
    if rank == "thành phố":
        return f"thành phố {place}" in _loose_cities()
    if rank == "tỉnh":
        return f"tỉnh {place}" in _with_rank()
    return not rank and place in province_names()


def without_province_rank(loose: str) -> str:
    """A name in which provinces stand without "tỉnh" and "thành phố"; a city of a district keeps its rank.

    >>> without_province_rank("sở i tế thành phố hà nội"), without_province_rank("thành phố cao bằng")
    ('sở i tế hà nội', 'thành phố cao bằng')
    """
    if "tỉnh" not in loose and "thành" not in loose:
        return loose
    kept, done = [], 0
    for rank, place, end in _ranked(loose):
        if place and is_province(rank, place):
            start = end - len(place)
            kept.append(loose[done : start - len(rank) - 1])
            done = start
    return "".join([*kept, loose[done:]])


@cache
def province_names() -> frozenset[str]:
    """The loose keys of the names of all provinces, of before and after July 2025, without their rank."""
    return frozenset(loose_key(_key(row)).removeprefix("tỉnh ").removeprefix("thành phố ") for row in _names())


@cache
def _with_rank() -> frozenset[str]:
    """The loose keys of all provinces with their rank."""
    return frozenset(loose_key(_key(name)) for name in _names())


@cache
def _most_words() -> int:
    return max(len(name.split(" ")) for name in province_names())


@cache
def cities() -> frozenset[str]:
    """The exact keys of the cities under the centre, of before and after July 2025."""
    return frozenset(_key(name) for name in _names() if name.startswith("Thành phố "))


@cache
def _loose_cities() -> frozenset[str]:
    return frozenset(map(loose_key, cities()))


def _names() -> frozenset[str]:
    return frozenset(name for row in provinces() for name in (row.old_name, row.successor))


def _key(name: str) -> str:
    return key_of(name.split(" (", maxsplit=1)[0])

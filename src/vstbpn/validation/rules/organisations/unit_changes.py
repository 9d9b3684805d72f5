"""What became of units that are known by name: which of them a day no longer has, and which it does not have yet."""

import datetime
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import parts_of, without_province_rank
from vstbpn.organisations.names.wording import CAPITALS
from vstbpn.organisations.shipped.directory import bundled, typical
from vstbpn.organisations.units.events import ChangeEvent
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.organisations.units.unit import DatedName
from vstbpn.values import evolve, frozen

FIRST_END = datetime.date(2025, 1, 1)
"""No name looked for here ended before: plans of earlier days need not be looked at."""

DISTRICTS_END = datetime.date(2025, 7, 1)
"""The day from which there is no district level any more (Nghị quyết số 203/2025/QH15)."""

GRACE = datetime.timedelta(days=31)
"""Plans of the weeks around a change may name both the old and the new."""

LONG_GRACE = datetime.timedelta(days=92)
"""The departments of the provinces were joined on days of their own; of these the month alone is known."""

_LONGEST_NAME = 200
_TYPES = {"QH": "Nghị quyết số", "NĐ-CP": "Nghị định số"}


@frozen
class Ended:
    """A unit that stands no more: since when, by which act, and what took its place, so far as these are known."""

    day: datetime.date
    act: str = ""
    heirs: tuple[tuple[DatedName, ...], ...] = ()
    is_department: bool = False
    is_sure: bool = True
    place: str = ""

    @property
    def grace(self) -> datetime.timedelta:
        """How long after its last day plans may still name it."""
        return LONG_GRACE if self.is_department else GRACE

    @property
    def variant(self) -> str:
        """Which wording tells of it."""
        if not self.is_sure:
            return "unsure"
        return ("month" if self.is_department else "") if self.heirs else "gone"

    def successors(self, words: str, on: datetime.date) -> tuple[str, ...]:
        """What took the place of the unit that some words name, as it is called on a day."""
        names = tuple(_name_on(heir, on) for heir in self.heirs)
        # "Sở Y tế tỉnh Kiên Giang": there is one still, but it is that of another province.
        found = re.search(rf"(?:(?:tỉnh|thành\s+phố)\s+)?{re.escape(self.place)}\s*$", words, re.IGNORECASE)
        if not self.place or found is None or len(names) != 1:
            return names
        new = names[0] if "Hồ Chí Minh" in names[0] else names[0][:1].lower() + names[0][1:]
        return (f"{words[: found.start()]}{new.upper() if words.isupper() else new}",)

    def args(self, words: str, on: datetime.date) -> dict[str, str]:
        """What the wording needs."""
        return {
            "date": f"{self.day:%d/%m/%Y}",
            "month": f"{self.day.month}/{self.day.year}",
            "act": f" ({self.act})" if self.act else "",
            "successors": ", ".join(self.successors(words, on)),
        }


def _name_on(names: tuple[DatedName, ...], on: datetime.date) -> str:
    """The name of a unit on a day, or else its last one."""
    return next((dated.name for dated in names if dated.holds(on)), names[-1].name)


@lru_cache(maxsize=4096)
def ended_unit(words: str) -> Ended | None:
    """What is known of the end of the unit some words name; None where it stands, or nothing is known of it."""
    if len(words) > _LONGEST_NAME or not _MAY_HAVE_ENDED.match(words):
        return None
    key = loose_key(name_key(words))
    table = _ended()
    if found := table.get(without_province_rank(key)):
        return found
    parts = parts_of(key)
    if found := table.get(parts.head):
        return found if found.is_department and (parts.province or not parts.place) else None
    province = table.get(parts.province or "")
    if province is None or not parts.head.startswith(_OF_PROVINCES):
        return None
    return evolve(province, place=parts.province or "")


@lru_cache(maxsize=4096)
def begun_unit(words: str) -> datetime.date | None:
    """The first day of the unit some words name, where it is known to have been new then."""
    if len(words) > _LONGEST_NAME or not _MAY_HAVE_BEGUN.match(words):
        return None
    key = loose_key(name_key(words))
    return _begun().get(key) or _begun().get(parts_of(key).head)


# Only these are looked up: names of other bodies end on days that nobody has told.
_MAY_HAVE_ENDED = re.compile(r"(?:bộ|sở|ủy ban|uỷ ban|ub|ubnd|hđnd|hội đồng nhân dân|tổng cục|tỉnh)\s", re.IGNORECASE)
# The fields of the ministries and departments that were new in 2025: a cheap look before any table is loaded.
_MAY_HAVE_BEGUN = re.compile(r"(?:bộ|sở)\s+(?:nông\s|nn|dân\s+tộc|dt)", re.IGNORECASE)
_OF_PROVINCES = ("ủy ban nhân dân", "hội đồng nhân dân", "sở ")


@cache
def _ended() -> Mapping[str, Ended]:
    """The units that ended, by the loose keys of their names without the rank of provinces."""
    found: dict[str, Ended | None] = {}
    for directory in (bundled(), typical()):
        events = _events(directory)
        for dated in directory.names:
            key = without_province_rank(loose_key(name_key(dated.name)))
            if dated.end is None:
                # A name that is borne today has not ended, whoever bore it before.
                found[key] = None
            elif dated.end >= FIRST_END and key not in found and _is_looked_for(directory, dated):
                found[key] = _told(directory, dated, events.get((dated.unit, dated.end), ()))
    return {key: ended for key, ended in found.items() if ended is not None}


def _is_looked_for(directory: Directory, dated: DatedName) -> bool:
    kind = directory.unit(dated.unit).kind
    return dated.confidence is not Confidence.UNCONFIRMED and kind not in {
        UnitKind.DISTRICT,
        UnitKind.DISTRICT_COMMITTEE,
        UnitKind.DIVISION,
        UnitKind.WOMENS_ADVANCEMENT,
    }


def _events(directory: Directory) -> Mapping[tuple[str, datetime.date], list[ChangeEvent]]:
    found: dict[tuple[str, datetime.date], list[ChangeEvent]] = {}
    for event in directory.events:
        for source in event.sources:
            found.setdefault((source, event.date), []).append(event)
    return found


def _told(directory: Directory, dated: DatedName, events: list[ChangeEvent] | tuple[()]) -> Ended | None:
    sure = [event for event in events if event.confidence is not Confidence.UNCONFIRMED]
    if dated.end is None:
        return None
    targets = dict.fromkeys(target for event in sure for target in event.targets)
    act = next((event.legal_basis for event in sure if event.legal_basis), None)
    return Ended(
        day=dated.end,
        act=_act(act),
        heirs=tuple(filter(None, (_names(directory, target) for target in targets))),
        is_department=directory.unit(dated.unit).kind is UnitKind.DEPARTMENT,
        is_sure=bool(sure),
    )


def _names(directory: Directory, unit: str) -> tuple[DatedName, ...]:
    names = [dated for dated in directory.names if dated.unit == unit]
    return tuple(sorted(names, key=lambda dated: dated.start or datetime.date.min))


def _act(number: str | None) -> str:
    """How an act is named by its number ("Nghị định số 45/2025/NĐ-CP")."""
    last = (number or "").rpartition("/")[2]
    kind = next((words for letters, words in _TYPES.items() if last.startswith(letters)), None)
    return f"{kind} {number}" if kind else ""


@cache
def _begun() -> Mapping[str, datetime.date]:
    """The first days of ministries and departments that were new, by the loose keys of their names."""
    found: dict[str, datetime.date] = {}
    for directory in (bundled(), typical()):
        for dated in directory.names:
            kind = directory.unit(dated.unit).kind
            is_new = dated.start is not None and dated.start >= FIRST_END
            if dated.start is not None and is_new and kind in {UnitKind.MINISTRY, UnitKind.DEPARTMENT}:
                found[loose_key(name_key(dated.name))] = dated.start
    return found


_DISTRICT = r"(?:huyện|quận|thị\s+xã)(?!\w)(?!\s+(?:ủy|uỷ|đoàn|đội))"
_DISTRICT_BODY = re.compile(
    r"(?<!\w)(?:(?:UBND|HĐND|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân|phòng\s[^,;:]{2,60}?"
    r"|ban\s+(?:VSTBPN|vì\s+sự\s+tiến\s+bộ)[^,;:]{0,40}?)\s(?:các\s|cấp\s)?(?:thành\s+phố,\s)?"
    rf"{_DISTRICT}|(?:các|cấp|từng|mỗi)\s{_DISTRICT})",
    re.IGNORECASE,
)
# The name of a district may hold such a word as those below ("huyện Xuân Trường").
_DISTRICT_NAME = re.compile(
    rf"(?P<rank>(?<!\w){_DISTRICT})\s(?!trường\s(?!sa(?!\w))|trung\s+tâm|công\s+an|bệnh\s+viện)"
    rf"(?-i:[{CAPITALS}]\w{{0,8}}(?:\s[{CAPITALS}]\w{{0,8}})?)",
    re.IGNORECASE,
)
_EDUCATION_DIVISION = re.compile(
    r"(?:(?:các|trưởng|lãnh\s+đạo)\s+)*phòng\s+(?:giáo\s+dục\s+(?:và|&)\s+đào\s+tạo|gd\s?[&-]?\s?đt|gd\s?và\s?đt)(?!\w)",
    re.IGNORECASE,
)
# Hospitals, schools and bodies that have lines of their own were set up anew on days the tables do not tell.
_OTHER_BODY = re.compile(
    r"(?<!\w)(?:trung\s+tâm|trường|bệnh\s+viện|trạm|công\s+an|tòa|toà|viện|chi\s+cục|kho\s+bạc|bảo\s+hiểm|bhxh|ngân\s+hàng"
    r"|thuế|hạt|đội|quân\s+sự|công\s+ty|(?<!xã\s)hội(?!\s+đồng)|đoàn(?!\s+thể)|đảng|mặt\s+trận|mttq)(?!\w)",
    re.IGNORECASE,
)
_HISTORY = re.compile(r"(?<!\w)(?:cũ|trước\s+đây|nay\s+là|trước\s+(?:ngày|khi)|sau\s+sắp\s+xếp)(?!\w)", re.IGNORECASE)


def of_district(words: str) -> bool:
    """Whether some words name the authorities of the district level.

    >>> of_district("UBND các huyện, thành phố"), of_district("Phòng GDĐT"), of_district("Bệnh viện Đa khoa huyện")
    (True, True, False)
    """
    if len(words) > _LONGEST_NAME or _OTHER_BODY.search(_DISTRICT_NAME.sub(r"\g<rank>", words)):
        return False
    return _DISTRICT_BODY.search(words) is not None or _EDUCATION_DIVISION.match(words) is not None


def tells_of_old_times(words: str) -> bool:
    """Whether a name says itself that it is one of old ("huyện Thoại Sơn cũ")."""
    return _HISTORY.search(words) is not None

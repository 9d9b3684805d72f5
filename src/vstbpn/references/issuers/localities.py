"""Where an issuing body sits (địa phương): its province and its level, so far as its name tells.

"UBND tỉnh" names another body in each province; which one is told by whoever issued the document that cites it.
"""

import datetime
import re
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

import attrs

from vstbpn.catalogue.tables import provinces
from vstbpn.constraints import any_text
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.issuers.names import canonical_issuer, issuer_locality
from vstbpn.text import comparison_key
from vstbpn.values import short_repr

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
_NO_DATE = "expected a datetime.date or a PartialDate: PartialDate.parse reads '2020-01-01'"


class Locality(NamedTuple):
    """Where a local body sits: its province, its level, and below the province its own territory; None if not told."""

    province: str | None
    level: int
    place: str | None = None


class Citing(Protocol):
    """A document that cites others: a plan, a ``CitingDocument``, or anything else with these properties."""

    @property
    def issuer(self) -> str | None:
        """The body that issued it."""

    @property
    def superior(self) -> str | None:
        """That body's direct superior, where the document names it."""

    @property
    def date(self) -> PartialDate | datetime.date | None:
        """Its date."""


def _partial(date: datetime.date | PartialDate | None) -> PartialDate | None:
    if date is None or isinstance(date, PartialDate):
        return date
    if not isinstance(date, datetime.date):
        raise InvalidValueError("date", str(date)[:60], _NO_DATE)
    return PartialDate.of(date)


def _words(what: str) -> Any:  # noqa: ANN401  # attrs gives its validators no name.
    return attrs.validators.optional(any_text(what, "expected its name as a text"))


@attrs.frozen(kw_only=True, repr=False)
class CitingDocument:  # Made by attrs itself: of it type checkers know that a field takes what its converter does.
    """The document that cites (văn bản dẫn chiếu): who issued it and when, by which its references are understood.

    Raises:
        InvalidValueError: The date is no date, or a body or the place is no text.

    Args:
        issuer: The body that issued it, as written.
        superior: That body's direct superior (cơ quan chủ quản).
        date: Its date, of which parts may be unknown; a ``datetime.date`` is taken as well.
        place: Where it was issued ("An Giang" of "An Giang, ngày …"): a province's name there tells whose a body such
            as "Sở Y tế" is.

    >>> province_of(CitingDocument(issuer="Sở LĐTBXH tỉnh Lạng Sơn"))
    'Lạng Sơn'
    """

    issuer: str | None = attrs.field(default=None, validator=_words("issuer"))
    superior: str | None = attrs.field(default=None, validator=_words("superior"))
    date: PartialDate | None = attrs.field(default=None, converter=_partial)
    place: str | None = attrs.field(default=None, validator=_words("place"))
    unknown: str | None = attrs.field(default=None, eq=False)

    __repr__ = short_repr


def province_of(document: Citing) -> str | None:
    """The province a document comes from: its issuer's, or else its superior's, or else where it was issued.

    Central bodies issue theirs somewhere too ("Hà Nội, ngày …"), so that the place counts for local ones alone.
    """
    found = localities_of(document)
    named = next((one.province for one in found if one.province is not None), None)
    if named is not None or not found:
        return named
    place = getattr(document, "place", None)
    return _provinces().get(comparison_key(_RANK.sub("", str(place)))) if place else None


def localities_of(document: Citing) -> tuple[Locality, ...]:
    """Where a document's issuer and that body's superior sit, so far as they are local and their names tell."""
    found = (read_locality(body) for body in (document.issuer, document.superior) if body)
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=4096)
def read_locality(issuer: str) -> Locality | None:
    """The locality of a body by its name, or None for a central one.

    >>> read_locality("Ủy ban nhân dân tỉnh Lạng Sơn")
    Locality(province='Lạng Sơn', level=1, place=None)
    >>> read_locality("Thành ủy"), read_locality("Thủ tướng Chính phủ")
    (Locality(province=None, level=1, place=None), None)
    >>> read_locality("UBND huyện Chi Lăng, tỉnh Lạng Sơn")
    Locality(province='Lạng Sơn', level=2, place='Chi Lăng')
    """
    key = comparison_key(_CITY_SHORT.sub("Thành phố Hồ Chí Minh", canonical_issuer(issuer)))
    named = list(_province_names().finditer(key))
    province = _provinces()[named[-1][0]] if named else None
    if _COMMUNE.search(key):
        return Locality(province, COMMUNE, _own_place(issuer, province))
    if _DISTRICT.search(key):
        return Locality(province, DISTRICT, _own_place(issuer, province))
    return Locality(province, PROVINCE) if province is not None or _LOCAL.search(key) else None


def _own_place(issuer: str, province: str | None) -> str | None:
    place = issuer_locality(issuer)
    if place is None or place == province:
        return None
    return place.title() if place.isupper() else place


_RANK = re.compile(r"^(?:tỉnh|thành phố|TP\.?) ", re.IGNORECASE)
_CITY_SHORT = re.compile(r"(?:T\.?P\.? ?)?HCM\b")
_COMMUNE = re.compile(r"(?<!hợp tác )(?<!thị )\bxã\b(?! hội)|\bphường\b|\bthị trấn\b|\bđặc khu\b")
_DISTRICT = re.compile(r"\bhuyện\b|\bquận\b|\bthị xã\b|\bthị ủy\b")
_LOCAL = re.compile(r"\btỉnh\b|\bthành ủy\b|\bthành phố\b|^sở\b|\bủy ban nhân dân\b|\bhội đồng nhân dân\b")


@cache
def _provinces() -> dict[str, str]:
    names = {}
    for row in provinces():
        for full in (row.old_name, row.successor):
            name = re.sub(r"^(?:Tỉnh|Thành phố) | \([0-9]{4}\)$", "", full)
            names[comparison_key(name)] = name
    return names


@cache
def _province_names() -> re.Pattern[str]:
    longest_first = sorted(_provinces(), key=lambda name: (-len(name), name))
    # What bears the President's name sits in no province for that.
    not_a_place = "".join(
        f"(?<!{words} )" for words in ("cộng sản", "tncs", "quốc gia", "chủ tịch", "thiếu niên", "đội")
    )
    return re.compile(rf"{not_a_place}\b(?:{'|'.join(map(re.escape, longest_first))})\b")

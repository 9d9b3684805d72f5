"""The names of issuing bodies (tên cơ quan ban hành): one spelling for comparing, the territory, the English name.

What is known comes from the bundled tables of issuers and provinces, which are read at the first use. A body nobody
knows is cleaned and otherwise left as written.
"""

import re
from functools import lru_cache

from vstbpn.errors import InvalidValueError
from vstbpn.references.issuers.spelling import EDGES, LONGEST, cleaned, spelt_out
from vstbpn.references.issuers.tables import known_names, name_words, phrase_at, province_at
from vstbpn.text import comparison_key

_RANKS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
_RANKS_EN = {
    "tỉnh": "Province", "thành phố": "City", "huyện": "District", "quận": "Urban District", "thị xã": "Town",
    "thị trấn": "Township", "xã": "Commune", "phường": "Ward", "đặc khu": "Special Zone",
}  # fmt: skip

_COMMITTEES = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã"}

_MINISTER = "Bộ trưởng"
_OFFICES_EN = {_MINISTER: "Minister", "Giám đốc": "Director", "Ban Thường vụ": "standing board"}
"""What stands before the name of a body: who heads it, or a part of it."""

_TAIL_OF_THE_PARTY = re.compile(
    r"(?: Trung ương)?(?: Đảng)?(?: Cộng sản Việt Nam)?(?: \(?khóa [IVX]{1,6}\)?)?", re.IGNORECASE
)


def canonical_issuer(text: str) -> str:
    """The name of an issuing body as official documents write it in full (tên đầy đủ của cơ quan ban hành).

    Spells out what the table of issuers knows ("UBND", "BLĐTBXH", "Sở GD&ĐT"), sets its casing, hyphens and tone
    marks, and the rank of provinces; leaves abbreviations that stand for several bodies ("TW", "BGD") and all unknown
    names as written. A canonical name is its own canonical name.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> canonical_issuer("UBND Tỉnh An Giang"), canonical_issuer("Bộ LĐ-TB&XH")
    ('Ủy ban nhân dân tỉnh An Giang', 'Bộ Lao động - Thương binh và Xã hội')
    >>> canonical_issuer("BTV Tỉnh uỷ Lào Cai"), canonical_issuer("sở giáo dục đào tạo TP.HCM")
    ('Ban Thường vụ Tỉnh ủy Lào Cai', 'Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh')
    """
    if not isinstance(text, str):
        raise InvalidValueError("issuer", type(text).__name__, "expected the name of a body as a str")
    return spelt_out(text) if len(text) <= LONGEST else cleaned(text)


def issuer_locality(text: str) -> str | None:
    """The territory a body belongs to (địa phương), the smallest one named, without its rank; None where none is named.

    A district's city that bears the name of a province keeps its rank, and so does a territory with a number.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> issuer_locality("Sở LĐTBXH tỉnh Lạng Sơn"), issuer_locality("Thành ủy Hà Nội"), issuer_locality("UBND tỉnh")
    ('Lạng Sơn', 'Hà Nội', None)
    """
    name = canonical_issuer(text)
    return _locality(name) if len(name) <= LONGEST else None


def issuer_en(text: str) -> str | None:
    """The English name of a body from the table of issuers, without an article, or None where it is not known.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> issuer_en("Bộ GDĐT"), issuer_en("UBND tỉnh An Giang")
    ('Ministry of Education and Training', "People's Committee of An Giang Province")
    """
    name = canonical_issuer(text)
    return _english(name) if len(name) <= LONGEST else None


_RANKED = re.compile(
    rf"(?<![^\W_])(?P<rank>{'|'.join((*_COMMITTEES, *_RANKS))}) (?P<name>[^\W\d_][^,;()]{{0,120}}|[0-9]{{1,3}})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|về|nhiệm kỳ|khóa|thuộc|và|-) ?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _locality(name: str) -> str | None:
    found = _RANKED.search(name)
    while found and found["name"][0].islower():
        # A word that only looks like a rank: "Xã hội", "thành phố trực thuộc".
        found = _RANKED.search(name, found.end("rank"))
    if found is None:
        return _locality_without_rank(name)
    rank = found["rank"].casefold()
    rank = _COMMITTEES.get(rank, rank)
    if found["name"][0].isdigit():
        return f"{rank} {found['name']}"
    words, _ = name_words(found["name"])
    if province := province_at(words, 0):
        return province.name if rank in province.ranks else f"{rank} {province.name}"
    cut = _GOES_ON.search(found["name"])
    return found["name"][: cut.start() if cut else None].rstrip(" .-")


def _locality_without_rank(name: str) -> str | None:
    """The province that follows a known body: "Sở Giáo dục và Đào tạo Hà Nội"."""
    words, _ = name_words(name)
    if not words:
        return None
    at = 0
    while at < len(words) and (found := phrase_at(words, at)):
        _, at = found
    if not 0 < at < len(words):
        return None
    province = province_at(words, at)
    return province.name if province and province.after == len(words) else None


@lru_cache(maxsize=1024)
def _english(name: str) -> str | None:
    english = known_names().english
    if found := english.get(comparison_key(name)):
        return found
    for office, meaning in _OFFICES_EN.items():
        if name.startswith(f"{office} ") and (of := _english(name[len(office) + 1 :])):
            of_ministry = office == _MINISTER and of.startswith("Ministry")
            return f"Minister{of.removeprefix('Ministry')}" if of_ministry else f"{meaning} of the {of}"
    words, tail = name_words(name)
    found_name = phrase_at(words, 0) if words and not tail.strip(")") else None
    known = found_name and english.get(comparison_key(found_name[0]))
    if not found_name or not known:
        return None
    rest = name[len(found_name[0]) :]
    if _TAIL_OF_THE_PARTY.fullmatch(rest):
        return known
    where = _where_en(rest.strip(EDGES))
    return f"{known} of {where}" if where else None


def _where_en(rest: str) -> str | None:
    """A territory in English: "An Giang Province", "Hoa Lư Ward, Ninh Bình Province"."""
    parts = []
    for part in rest.split(", "):
        rank = next((rank for rank in _RANKS if part.casefold().startswith(f"{rank} ")), None)
        proper = part[len(rank) + 1 :] if rank else ""
        if any(word[0].islower() for word in proper.split()):
            return None
        if rank:
            parts.append(f"{_RANKS_EN[rank]} {proper}" if proper.isdigit() else f"{proper} {_RANKS_EN[rank]}")
        elif part.casefold() in _RANKS:
            parts.append(f"the {_RANKS_EN[part.casefold()].lower()}")
        elif (province := province_at(name_words(part)[0], 0)) and province.name == part:
            parts.append(part)
        else:
            return None
    return ", ".join(parts)

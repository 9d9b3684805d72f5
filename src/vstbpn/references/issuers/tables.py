"""The tables of issuers and provinces, made ready for looking up names word by word; read at the first use."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.tables import IssuerRow, issuers, provinces
from vstbpn.text import comparison_key
from vstbpn.values import frozen

SHORT_WORDS = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành",
    "BTT": "Ban Thường trực", "MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "LĐLĐ": "Liên đoàn Lao động",
    "LHPN": "Liên hiệp Phụ nữ", "QH": "Quốc hội",
}  # fmt: skip
"""Abbreviations that stand for the same words wherever they stand in a name."""

_ALIASES = {"TTgCP": "Thủ tướng Chính phủ", "BCT": "Bộ Công Thương"}

_LEVELS_LEFT_OUT = frozenset(["unit", "school", "commune", "mass-school", "party-school", "enterprise", "any"])

CITY_WITH_CAPITAL = "Hồ Chí Minh"
"""The one city whose rank is written with a capital everywhere (Nghị định 30/2020/NĐ-CP, Phụ lục II)."""

_WORD = re.compile(r"[^\W_]+")
PLAIN_GAP = re.compile(r"[ ,&-]{0,3}")

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LISTED = re.compile(r", (?=(?:Bộ|Ban|Thành ủy|đảng bộ|thành phố)(?!\w))")


class Word(NamedTuple):
    """A word of a name and what stands before it."""

    gap: str
    text: str
    key: str


@frozen
class KnownNames:
    """The tables, made ready for looking up."""

    by_first_word: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_abbreviation: dict[str, str]
    english: dict[str, str]
    provinces: dict[tuple[str, ...], tuple[str, frozenset[str]]]


def name_words(name: str) -> tuple[list[Word], str]:
    """The words of a name, and what stands after the last."""
    words, done = [], 0
    for match in _WORD.finditer(name):
        words.append(Word(name[done : match.start()], match[0], comparison_key(match[0])))
        done = match.end()
    return words, name[done:]


def word_after(words: list[Word], at: int, keys: tuple[str, ...]) -> int | None:
    """The number of the word after those keys, or None where other words stand there."""
    for number, key in enumerate(keys):
        if number and at < len(words) and words[at].key == "và":
            at += 1
        if at >= len(words) or words[at].key != key or (number and not PLAIN_GAP.fullmatch(words[at].gap)):
            return None
        at += 1
    return at


def phrase_at(words: list[Word], at: int) -> tuple[str, int] | None:
    """The name of the table that begins there in any casing, with or without its "và", hyphens and commas.

    Gives its spelling and the number of the word after it.
    """
    for keys, name in known_names().by_first_word.get(words[at].key, ()):
        after = word_after(words, at, keys)
        if after is not None:
            return name, after
    return None


class FoundProvince(NamedTuple):
    """A province, the ranks it has had, and the number of the word after its name."""

    name: str
    ranks: frozenset[str]
    after: int


def province_at(words: list[Word], at: int) -> FoundProvince | None:
    """The province whose name begins there."""
    for length in (4, 3, 2, 1):
        keys = tuple(word.key for word in words[at : at + length])
        known = known_names().provinces.get(keys) if len(keys) == length else None
        if known and all(PLAIN_GAP.fullmatch(word.gap) for word in words[at + 1 : at + length]):
            return FoundProvince(*known, at + length)
    if at < len(words) and words[at].text == "HCM":
        return FoundProvince(CITY_WITH_CAPITAL, frozenset(["thành phố"]), at + 1)
    return None


@cache
def known_names() -> KnownNames:
    """What the bundled tables know."""
    names: dict[tuple[str, ...], str] = {}
    abbreviations: dict[str, set[str]] = {}
    english: dict[str, str] = {}
    for row in issuers():
        for name, meaning in _names(row):
            names.setdefault(_keys(name), name)
            if meaning:
                english.setdefault(comparison_key(name), meaning)
        if (alone := _single_name(row)) is not None:
            abbreviations.setdefault(re.sub(r"[&-]", "", row.abbreviation), set()).add(alone)
    for name, abbreviated in _divisions(abbreviations):
        names.setdefault(_keys(name), name)
        abbreviations.setdefault(abbreviated, {name})
    names[_keys("Thủ tướng")] = "Thủ tướng Chính phủ"
    for name in (*SHORT_WORDS.values(), "Thường trực", "Trung ương Đảng", "Bộ trưởng"):
        names.setdefault(_keys(name), name)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for keys, name in sorted(names.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(keys[0], []).append((keys, name))
    return KnownNames(
        by_first_word={first: tuple(alike) for first, alike in by_first.items()},
        by_abbreviation={key: next(iter(meant)) for key, meant in abbreviations.items() if len(meant) == 1} | _ALIASES,
        english=english,
        provinces=_provinces(),
    )


def _divisions(abbreviations: Mapping[str, set[str]]) -> Iterable[tuple[str, str]]:
    """The divisions (Phòng) of districts and communes that are named like a department (Sở), spelt like it."""
    for abbreviated, meant in list(abbreviations.items()):
        for name in meant:
            if name.startswith("Sở "):
                yield name.replace("Sở", "Phòng", 1), f"P{abbreviated[1:]}"


def _keys(name: str) -> tuple[str, ...]:
    """The words a name is found by: without "và", in any casing."""
    return tuple(key for key in (comparison_key(word) for word in _WORD.findall(name)) if key != "và")


def _names(row: IssuerRow) -> Iterable[tuple[str, str | None]]:
    """The names a row holds, each with its English."""
    if row.level in _LEVELS_LEFT_OUT or " hoặc " in row.name_vi:
        return
    listed = [name.removesuffix(" tỉnh") for name in _LISTED.split(_BRACKETS.sub("", row.name_vi))]
    meaning = _BRACKETS.sub("", row.name_en)
    meanings = meaning.split(", ") if len(listed) > 1 else [meaning]
    if len(listed) > 1 and row.level == "central":
        listed, meanings = listed[:1], [meaning]  # "Cục Thuế, Bộ Tài chính": a body and whose it is.
    if " or " in meaning and len(listed) == 2:
        # "Tỉnh ủy, Thành ủy": "provincial or municipal Party committee".
        first, _, second = meaning.partition(" or ")
        meanings = [f"{first} {second.partition(' ')[2]}", second]
    known = len(meanings) == len(listed)
    for number, name in enumerate(listed):
        if name[0].isupper():
            yield name, meanings[number] if known else None
        if " khóa " in name:
            plain = meaning.split(", term", maxsplit=1)[0].replace("NA ", "National Assembly ")
            yield name.split(" khóa ", maxsplit=1)[0], plain


def _single_name(row: IssuerRow) -> str | None:
    """The name an abbreviation stands for, or None where it stands for one of several."""
    if row.level in _LEVELS_LEFT_OUT or " hoặc " in row.name_vi:
        return None
    listed = _LISTED.split(_BRACKETS.sub("", row.name_vi))
    return listed[0] if len(listed) == 1 else None


def _provinces() -> dict[tuple[str, ...], tuple[str, frozenset[str]]]:
    """Each name of a province with the ranks it has had."""
    ranks: dict[str, set[str]] = {}
    for row in provinces():
        for full in (row.old_name, row.successor):
            for rank in ("Tỉnh", "Thành phố"):
                if full.startswith(f"{rank} "):
                    name = _BRACKETS.sub("", full[len(rank) + 1 :])
                    ranks.setdefault(name, set()).add(rank.casefold())
    return {_keys(name): (name, frozenset(had)) for name, had in ranks.items()}

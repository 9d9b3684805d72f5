"""Spelling the name of an issuing body out (viết đầy đủ tên cơ quan ban hành)."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from vstbpn.references.issuers.tables import (
    CITY_WITH_CAPITAL,
    PLAIN_GAP,
    SHORT_WORDS,
    Word,
    known_names,
    name_words,
    phrase_at,
    province_at,
)

_BEFORE_A_COUNCIL = {"CT": "Chủ tịch", "PCT": "Phó Chủ tịch", "VP": "Văn phòng"}
"""Abbreviations that are plain before a council or committee alone."""

_NOT_ALONE = frozenset(["CT", "TP", "UB", "BTV", "BTT", "BCH", "MTTQ", "TW", "TU", "TH", "VP", "KT", "LĐTBXH"])
"""Abbreviations of the table that mean several things in prose, or other words than the table's."""

_HEADS = frozenset(["bộ", "sở", "phòng", "ban", "ủy", "cục", "tổng"])

_SHORT_RANKS = {"TX": "thị xã", "Q": "quận", "H": "huyện", "P": "phường", "TT": "thị trấn"}

EDGES = " \t\n.,;:-"
_CENTRAL = re.compile(r"\bT\. ?[WƯ]\b")

_MOST_PASSES = 6
LONGEST = 400
"""The longest name that is looked into; no body has a longer one."""


def _old_placement() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for first, last, toned, marked in (
        ("o", "a", "àáảãạ", "òóỏõọ"), ("o", "e", "èéẻẽẹ", "òóỏõọ"), ("u", "y", "ỳýỷỹỵ", "ùúủũụ")
    ):  # fmt: skip
        for new, old in zip(toned, marked, strict=True):
            small, proper = f"{first}{new}", f"{old}{last}"
            pairs |= {small: proper, small.capitalize(): proper.capitalize(), small.upper(): proper.upper()}
    return pairs


_OLD_PLACEMENT = _old_placement()
_NEW_PLACEMENT = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_PLACEMENT)})(?![^\W\d_])")


class _Step(NamedTuple):
    """What is written for some words, and the number of the next one."""

    written: str
    after: int


@lru_cache(maxsize=4096)
def spelt_out(text: str) -> str:
    """The full spelling of a name; its own for one that is spelt out."""
    name = cleaned(text)
    for _ in range(_MOST_PASSES):
        spelt = _one_pass(name)
        if spelt == name:
            break
        name = spelt
    return name


def cleaned(text: str) -> str:
    """One form of each letter, blank, hyphen and tone mark."""
    composed = unicodedata.normalize("NFC", text)
    for found, meant in (("\u00d0", "Đ"), ("\u0189", "Đ"), ("–", "-"), ("\u2011", "-"), ("\u2010", "-")):
        composed = composed.replace(found, meant)
    composed = _NEW_PLACEMENT.sub(lambda match: _OLD_PLACEMENT[match[0]], " ".join(composed.split()))
    return _CENTRAL.sub("TW", composed).strip(EDGES)


def _one_pass(name: str) -> str:
    """One pass over the words of a name."""
    words, tail = name_words(name)
    written: list[str] = []
    at = 0
    while at < len(words):
        step = _step(words, at)
        # What was one abbreviation with its neighbour ("BGDĐT-BNV") is two names now.
        gap = words[at].gap
        if gap == "-" and (step.written != words[at].text or " " in "".join(written[-1:])):
            gap = " - "
        written.append(gap)
        written.append(step.written)
        at = step.after
        if at < len(words) and step.written in _SPELT_RANKS and words[at].gap.strip(" ") in {"", "."}:
            words[at] = words[at]._replace(gap=" ")
    return "".join([*written, tail]).strip(EDGES)


_SPELT_RANKS = frozenset(_SHORT_RANKS.values()) | {"thành phố", "Thành phố"}


def _step(words: list[Word], at: int) -> _Step:
    """What is written for the words that begin at a place."""
    return (
        _territory(words, at)
        or _phrase(words, at)
        or _short_word(words, at)
        or _headed_abbreviation(words, at)
        or _abbreviation(words, at)
        or _province_in_capitals(words, at)
        or _Step(words[at].text, at + 1)
    )


def _phrase(words: list[Word], at: int) -> _Step | None:
    found = phrase_at(words, at)
    return _Step(*found) if found else None


def _short_word(words: list[Word], at: int) -> _Step | None:
    word = words[at].text
    if word in SHORT_WORDS:
        return _Step(SHORT_WORDS[word], at + 1)
    if word in {"TW", "TƯ"} and at and words[at].gap == " ":
        return _Step("Trung ương", at + 1)
    ahead = words[at + 1].text if at + 1 < len(words) else ""
    if word in _BEFORE_A_COUNCIL and ahead in {"UBND", "HĐND"}:
        return _Step(_BEFORE_A_COUNCIL[word], at + 1)
    if word == "TU" and (province := province_at(words, at + 1)) and len(province.ranks) == 1:
        return _Step("Tỉnh ủy" if "tỉnh" in province.ranks else "Thành ủy", at + 1)
    return None


def _headed_abbreviation(words: list[Word], at: int) -> _Step | None:
    """An abbreviation after the kind of body: "Bộ LĐTBXH", "Sở GD&ĐT", "Phòng Lao động TB&XH", "Ban VSTBPN"."""
    head = words[at]
    if head.key not in _HEADS:
        return None
    for after in range(_run_end(words, at + 1), at + 1, -1):
        letters = "".join(word.text for word in words[at + 1 : after] if word.key != "và")
        name = known_names().by_abbreviation.get(head.text[0].upper() + letters)
        if name and name.casefold().startswith(f"{head.key} "):
            return _Step(name, after)
    return _aligned(words, at)


def _aligned(words: list[Word], at: int) -> _Step | None:
    """A name of which some words are written by their initials: "Bộ Giáo dục & ĐT"."""
    found: dict[str, int] = {}
    for keys, name in known_names().by_first_word.get(words[at].key, ()):
        after = _alignment(words, at, keys)
        if after is not None:
            found[name] = after
    if not found:
        return None
    longest = max(found.values())
    names = [name for name, after in found.items() if after == longest]
    return _Step(names[0], longest) if len(names) == 1 else None


def _alignment(words: list[Word], at: int, keys: tuple[str, ...]) -> int | None:
    done = 0
    shortened = False
    while done < len(keys):
        if at >= len(words) or (done and not PLAIN_GAP.fullmatch(words[at].gap)):
            return None
        word = words[at]
        if word.key == keys[done]:
            done += 1
        elif done and _is_abbreviation(word.text):
            initials = "".join(key[0] for key in keys[done : done + len(word.key)])
            if initials != word.key:
                return None
            done += len(word.key)
            shortened = True
        elif word.key != "và" or not done:
            return None
        at += 1
    return at if shortened else None


def _abbreviation(words: list[Word], at: int) -> _Step | None:
    """An abbreviation of the table where a body's name begins."""
    if at and not _begins_a_name(words, at):
        return None
    for after in range(_run_end(words, at), at, -1):
        letters = "".join(word.text for word in words[at:after] if word.key != "và")
        name = known_names().by_abbreviation.get(letters)
        if name and letters not in _NOT_ALONE and not (letters == "TTCP" and after > at + 1):
            following = [word.key for word in words[after : after + 2]]
            repeated = following == ["việt", "nam"] and name.endswith("Việt Nam")
            return _Step(name, after + 2 if repeated else after)
    return None


_POSITIONS = frozenset(["trưởng", "tịch", "đốc", "phòng", "trực", "và", "bộ"])


def _begins_a_name(words: list[Word], at: int) -> bool:
    """Whether a name begins there: after a joint of several bodies or after a position ("Giám đốc SGDĐT")."""
    return words[at].gap.strip() in {"-", ",", "/", ";"} or words[at - 1].key in _POSITIONS


def _run_end(words: list[Word], at: int) -> int:
    """Where a run of abbreviations ends: "GD&ĐT", "VH, TT và DL"."""
    end = at
    for number in range(at, min(len(words), at + 7)):
        word = words[number]
        if number > at and not PLAIN_GAP.fullmatch(word.gap):
            break
        if _is_abbreviation(word.text):
            end = number + 1
        elif word.key != "và":
            break
    return end


def _is_abbreviation(word: str) -> bool:
    return sum(map(str.isupper, word)) >= 2 or (len(word) == 1 and word.isupper())


def _territory(words: list[Word], at: int) -> _Step | None:
    """A rank with a province's name, or a rank written short."""
    word = words[at]
    if word.text in {"TPHCM", "TpHCM"}:
        return _Step(f"Thành phố {CITY_WITH_CAPITAL}", at + 1)
    if at + 1 >= len(words):
        return None
    dotted = words[at + 1].gap.startswith(".")
    if word.key == "tp":
        rank, begin = "thành phố", at + 1
    elif dotted and word.text in _SHORT_RANKS:
        return _Step(_SHORT_RANKS[word.text], at + 1)
    elif f"{word.key} {words[at + 1].key}" == "thành phố":
        rank, begin = "thành phố", at + 2
    elif word.key == "tỉnh":
        rank, begin = "tỉnh", at + 1
    else:
        return None
    province = province_at(words, begin)
    if province and rank in province.ranks:
        capital = province.name == CITY_WITH_CAPITAL or (at == 0 and word.text[0].isupper())
        return _Step(f"{rank.capitalize() if capital else rank} {province.name}", province.after)
    return _Step(rank, begin) if word.key == "tp" else None


def _province_in_capitals(words: list[Word], at: int) -> _Step | None:
    province = province_at(words, at)
    if not province or not all(word.text.isupper() for word in words[at : province.after]):
        return None
    return _Step(province.name, province.after)

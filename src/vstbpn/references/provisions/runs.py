"""The grammar of provisions (cách viện dẫn điểm, khoản, Điều): words of level and label in a row, and what they name.

A run is what one breath names: "điểm a, b khoản 2 và khoản 3 Điều 5". Official Vietnamese puts the lowest level first
(Nghị định 30/2020/NĐ-CP, Phụ lục II); "Điều 5, khoản 2" with the highest first is met as well. A run never crosses
``;``, a blank line or the end of a sentence.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.references.provisions.labels import ORDINALS, RANK, is_label, is_range
from vstbpn.references.provisions.provision import Provision
from vstbpn.text import POINT_LETTERS

_ARTICLE = RANK["article"]
BLANK = r"(?: {1,12}(?:\n {0,12})?|\n {0,12})"
"""Blanks or a wrapped line's end, never a blank line."""
_SOME = rf"{BLANK}?"
_WORDS = {
    "phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection", "phụ lục": "appendix",
    "điều": "article", "khoản": "clause", "điểm": "point", "tiết": "item",
}  # fmt: skip
_PIECES = rf"(?:\.[0-9]{{1,3}}[{POINT_LETTERS}]?(?![^\W_])|\.(?:LQ|PL|NQ|NĐ|QĐ|TT|TL|CT)(?=\.[0-9])){{0,5}}"
_HEALTH = "(?!y (?:tế|khoa|học|sĩ|sỹ|tá|đức|dược|lệnh|phục|viện|án|bác|sinh))"
LABEL = (
    rf"(?:(?:[0-9]{{1,3}}[{POINT_LETTERS}]?|[IVXLC]{{1,7}}[{POINT_LETTERS}]?|[A-ZĐ][0-9]{{0,2}}){_PIECES}"
    rf"|{_HEALTH}[{POINT_LETTERS}][0-9]{{0,2}})"
    r"(?![^\W_]|%|/[0-9]|\.[^\W_])"
)
"""A label as a text may bear it; which level can bear it is looked at afterwards."""
_ORDINAL = rf"thứ{BLANK}(?:{'|'.join(ORDINALS)})(?![^\W_])"
_LIST = rf"{_SOME},{_SOME}(?:(?:và|hoặc){BLANK})?|{BLANK}(?:và/hoặc|và|hoặc){BLANK}"
_TO = rf"{BLANK}đến(?:{BLANK}hết)?{BLANK}|{_SOME}[-–]{_SOME}"
_WORD = (
    r"[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iết|ĐIỀU|KHOẢN|ĐIỂM|MỤC|CHƯƠNG|PHẦN"
    rf"|[Pp]hụ{BLANK}lục|[Tt]iểu{BLANK}mục|PHỤ{BLANK}LỤC|TIỂU{BLANK}MỤC"
)
TOKEN = re.compile(
    rf"(?<![^\W_])(?P<word>{_WORD})(?:{BLANK}(?:số{BLANK})?(?P<labels>(?:{LABEL}|{_ORDINAL})"
    rf"(?:(?:{_LIST}|{_TO}){LABEL}){{0,60}}))"
)
"""A word of level with its labels."""
BARE = re.compile(rf"(?<![^\W_])(?P<word>[Pp]hụ{BLANK}lục)(?![^\W_])")
"""The only appendix of an act, which bears no label."""
_MORE = re.compile(rf"(?P<joint>{_LIST}|{_TO}|)(?P<label>{LABEL}|{_ORDINAL})")
JOINT = re.compile(
    rf"\)?(?:(?P<list>(?:{_SOME},{_SOME}|{BLANK})(?:và/hoặc|và|hoặc){BLANK})|(?P<comma>{_SOME},{_SOME})"
    rf"|(?P<to>{_TO})|(?P<tight>{_SOME}\({_SOME}|{BLANK}))"
    rf"(?:(?:của|thuộc|trong|tại|theo){BLANK})?(?:(?P<led>các|từ){BLANK})?"
)
"""What stands between two words of level: the group says which kind of joint it is."""
_LED = re.compile(rf"(?<![^\W_])(?P<led>[Cc]ác|CÁC|[Tt]ừ|TỪ){BLANK}\Z")
_WIDEST_LED = 20
_LONGEST = 1000
"""More words of level than any list has; a crafted text takes no longer for it."""


class Label(NamedTuple):
    """A label, or the two ends of a range, and where it stands."""

    first: str
    last: str | None
    start: int
    end: int


class Token(NamedTuple):
    """A word of level with its labels; ``led`` is "các" or "từ" before it."""

    level: str
    labels: tuple[Label, ...]
    start: int
    end: int
    led: str


class Run(NamedTuple):
    """Words of level in a row; ``joints`` says how each hangs on the one before: tight, comma, list.

    ``start`` takes in "các" and "từ"; ``fault`` is where a range runs backwards or over two levels.
    """

    tokens: tuple[Token, ...]
    joints: tuple[str, ...]
    start: int
    end: int
    fault: tuple[int, int] | None = None


class FoundProvision(NamedTuple):
    """A provision of a run with its own words, and the levels it takes from others' words, the lowest first."""

    provision: Provision
    start: int
    end: int
    inherited: tuple[str, ...]


def read_token(match: re.Match[str], led: str = "") -> tuple[Token | None, tuple[int, int] | None]:
    """The token of a match of ``TOKEN``, cut before the first label its level cannot bear, and a range at fault."""
    word = match["word"]
    level = level_of(word)
    start, end = match.span("labels")
    labels: list[Label] = []
    fault = None
    if is_label(level, match[2]):
        # Nearly always there is one label.
        return Token(level, (Label(match[2], None, start, end),), match.start(), end, led), None
    for more in _MORE.finditer(match.string, start, end):
        label = _as_borne(level, word, more["label"])
        if label is None:
            break
        joint = more["joint"]
        at = more.span("label")
        if labels and ("đến" in joint or "-" in joint or "–" in joint):
            first = labels[-1]
            if first.last is None and is_range(first.first, label):
                labels[-1] = Label(first.first, label, first.start, at[1])
                continue
            fault = (first.start, at[1])
        labels.append(Label(label, None, *at))
    if not labels:
        return None, None
    return Token(level, tuple(labels), match.start(), labels[-1].end, led), fault


def level_of(word: str) -> str:
    """The level of a word as a text writes it, in capitals or over two lines."""
    return _WORDS.get(word) or _WORDS[" ".join(word.lower().split())]


def _as_borne(level: str, word: str, label: str) -> str | None:
    """The label as its level bears it, or None where it cannot: titles in capitals write "ĐIỂM A"."""
    label = " ".join(label.split())
    if is_label(level, label):
        return label
    small = label.lower()
    return small if word.isupper() and is_label(level, small) else None


def read_run(first: re.Match[str], floor: int, end: int) -> Run | None:
    """The run that begins with a match of ``TOKEN`` or ``BARE``, not reaching back before ``floor``."""
    text = first.string
    lead = _LED.search(text, max(floor, first.start() - _WIDEST_LED), first.start())
    token, fault = _token_or_bare(first, lead["led"].lower() if lead else "")
    if token is None:
        return None
    tokens, joints = [token], []
    while len(tokens) < _LONGEST and (joint := JOINT.match(text, tokens[-1].end, end)):
        found = TOKEN.match(text, joint.end(), end)
        if found is None and joint.lastgroup in {"tight", "led"} and joint["tight"]:
            found = BARE.match(text, joint.end(), end)
        token, further = _token_or_bare(found, joint["led"] or "") if found else (None, None)
        if token is None:
            break
        fault = fault or further
        kind = "list" if joint["list"] else "comma" if joint["comma"] else "tight"
        if joint["to"]:
            merged = _merged(tokens[-1], token)
            if merged:
                tokens[-1] = merged
                continue
            fault = fault or (tokens[-1].start, token.end)
            kind = "list"
        tokens.append(token)
        joints.append(kind)
    begin = lead.start() if lead else tokens[0].start
    if tokens[0].led == "từ" and any(label.last for label in tokens[0].labels):
        tokens[0] = tokens[0]._replace(start=begin)
    return Run(tuple(tokens), tuple(joints), begin, _closed(text, begin, tokens[-1].end, end), fault)


def _token_or_bare(match: re.Match[str], led: str) -> tuple[Token | None, tuple[int, int] | None]:
    if match.re is not BARE:
        return read_token(match, led)
    at = match.end()
    return Token("appendix", (Label("", None, at, at),), match.start(), at, led), None


def _merged(left: Token, right: Token) -> Token | None:
    """The range "từ khoản 1 đến khoản 18" as one token, where it is one."""
    first, last = left.labels[-1], right.labels[0]
    if left.level != right.level or first.last or last.last or not is_range(first.first, last.first):
        return None
    labels = (*left.labels[:-1], Label(first.first, last.first, first.start, last.end), *right.labels[1:])
    return Token(left.level, labels, left.start, right.end, left.led)


def _closed(text: str, start: int, end: int, limit: int) -> int:
    """``end``, or after the bracket that closes one opened since ``start``: "Điều 5 (khoản 2)"."""
    opened = end < limit and text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened else end


def named(text: str, run: Run) -> tuple[FoundProvision, ...]:
    """The provisions a run names, in reading order.

    The words that serve one provision alone are its own; words that serve several ("Điều 5" in "khoản 2 và khoản 3
    Điều 5") belong to none of them, and their level is inherited.
    """
    tokens = run.tokens
    if len(tokens) == 1 and len(tokens[0].labels) == 1:
        token = tokens[0]
        return (
            FoundProvision(
                _provision(
                    (token.level, token.labels[0]),
                ),
                token.start,
                run.end,
                (),
            ),
        )
    if _is_one(tokens, run.joints):
        parts = [(token.level, token.labels[0]) for token in tokens]
        return (FoundProvision(_provision(*parts), tokens[0].start, run.end, ()),)
    highest_first = _is_highest_first(tokens, run.joints)
    entries = _entries(tokens, run.joints, highest_first=highest_first)
    uses = Counter(place for entry in entries for place in entry.places.values())
    items = [_item(text, tokens, entry, uses, highest_first=highest_first) for entry in entries]
    return tuple(sorted(items, key=lambda item: item.start))


def _provision(*parts: tuple[str, Label]) -> Provision:
    fields: dict[str, str] = {}
    for level, label in parts:
        fields[level] = label.first
        if label.last is not None:
            fields[f"{level}_to"] = label.last
    return Provision(**fields)


def _is_one(tokens: Sequence[Token], joints: Sequence[str]) -> bool:
    """Whether each word of level has one label and stands under the next: "điểm a khoản 2 Điều 5"."""
    return all(len(token.labels) == 1 for token in tokens) and all(
        RANK[finer.level] > RANK[coarser.level] and _nests(kind, finer.level, coarser.level, highest_first=False)
        for finer, coarser, kind in zip(tokens, tokens[1:], joints, strict=False)
    )


def _nests(kind: str, finer: str, coarser: str, *, highest_first: bool) -> bool:
    """Whether a joint puts the finer level under the coarser; "Điều 5 và Chương II" are two provisions."""
    if kind == "list":
        # A clause is always one of something: "Điều 5 và khoản 2" can only mean khoản 2 Điều 5.
        return RANK[finer] > _ARTICLE >= RANK[coarser]
    if kind == "comma" and finer == "article":
        # Articles are numbered through an act: "Chương II, Điều 7" and "Điều 7, Phụ lục I" are lists.
        return not highest_first and coarser != "appendix"
    return True


def _is_highest_first(tokens: Sequence[Token], joints: Sequence[str]) -> bool:
    """Whether the higher level stands before the lower: "Điều 5, khoản 2"."""
    falling = False
    for left, right, kind in zip(tokens, tokens[1:], joints, strict=False):
        step = RANK[right.level] - RANK[left.level]
        if step < 0 and kind == "tight":
            return False
        if step > 0 and (kind == "tight" or RANK[tokens[-1].level] > RANK[tokens[0].level]):
            falling = falling or _nests(kind, right.level, left.level, highest_first=True)
    return falling


_Place = tuple[int, int]
"""Which token, and which of its labels."""


class _Entry(NamedTuple):
    """A provision to be: the place of the label of each level, and of the one it is named for."""

    own: _Place
    places: dict[str, _Place]


def _entries(tokens: Sequence[Token], joints: Sequence[str], *, highest_first: bool) -> list[_Entry]:
    """Walk from the highest level to the lowest; each token stands under the one before it, or beside it."""
    count = len(tokens)
    order = range(count) if highest_first else range(count - 1, -1, -1)
    context: dict[str, _Place] = {}
    refined: set[_Place] = set()
    contexts: dict[int, dict[str, _Place]] = {}
    previous: int | None = None
    for number in order:
        rank = RANK[tokens[number].level]
        if previous is not None:
            above = tokens[previous]
            kind = joints[min(number, previous)]
            if rank > RANK[above.level] and _nests(
                kind, tokens[number].level, above.level, highest_first=highest_first
            ):
                place = (previous, len(above.labels) - 1 if highest_first else 0)
                refined.add(place)
                context = {**context, above.level: place}
            else:
                context = {level: place for level, place in context.items() if RANK[level] < rank}
        contexts[number] = context
        previous = number
    entries = [
        _Entry((number, index), {**contexts[number], token.level: (number, index)})
        for number, token in enumerate(tokens)
        for index in range(len(token.labels))
        if (number, index) not in refined
    ]
    return _distributed(tokens, entries, refined)


def _distributed(tokens: Sequence[Token], entries: list[_Entry], refined: set[_Place]) -> list[_Entry]:
    """Give each label its own where one provision stands before several: "khoản 1 các Điều 5, 6 và 7"."""
    for number, index in sorted(refined):
        token = tokens[number]
        if token.led != "các" or len(token.labels) == 1:
            continue
        under = [entry for entry in entries if entry.own[0] != number and (number, index) in entry.places.values()]
        if len(under) != 1:
            continue
        each = [_Entry((number, k), {**under[0].places, token.level: (number, k)}) for k in range(len(token.labels))]
        entries = [entry for entry in entries if entry.own[0] != number and entry is not under[0]] + each
    return entries


def _item(
    text: str, tokens: Sequence[Token], entry: _Entry, uses: Counter[_Place], *, highest_first: bool
) -> FoundProvision:
    number, index = entry.own
    token = tokens[number]
    label = token.labels[index]
    start, end = (label.start if index else token.start), label.end
    owned = {entry.own}
    step, edge = (-1, 0) if highest_first else (1, len(token.labels) - 1)
    while index == edge and 0 <= (number := number + step) < len(tokens):
        token = tokens[number]
        last = len(token.labels) - 1
        place = (number, last if highest_first else 0)
        if place not in entry.places.values() or uses[place] > 1:
            break
        owned.add(place)
        if highest_first:
            start = token.labels[last].start if last else token.start
        else:
            end = token.labels[0].end
        index, edge = place[1], 0 if highest_first else last
    parts = sorted(entry.places.items(), key=lambda part: -RANK[part[0]])
    inherited = tuple(level for level, place in parts if place not in owned)
    provision = _provision(*((level, tokens[place[0]].labels[place[1]]) for level, place in parts))
    return FoundProvision(provision, start, _closed(text, start, end, len(text)), inherited)

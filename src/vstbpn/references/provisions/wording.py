"""Writing several provisions as one list (viết gộp điều khoản): "điểm a, b khoản 2 và khoản 3 Điều 5"."""

from collections.abc import Sequence
from itertools import groupby

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.provisions.labels import ENGLISH, ENGLISH_PLURAL, VIETNAMESE
from vstbpn.references.provisions.provision import Provision

_STYLES = ("vi", "en")
_Step = tuple[str, str, str | None]
_Path = tuple[_Step, ...]


def format_provisions(provisions: Sequence[Provision], style: str = "vi") -> str:
    """Write provisions in the order given, with what they share said once; ``Provision.parse_all`` reads it back.

    Lists that would be read otherwise when grouped are kept apart by ``;``.

    Args:
        provisions: One or more provisions.
        style: ``vi`` for official Vietnamese, the lowest level first; ``en`` for English.

    Raises:
        InvalidValueError: There is no such style.

    >>> format_provisions(Provision.parse_all("điểm a khoản 2 Điều 5, điểm b khoản 2 Điều 5, khoản 3 Điều 5"))
    'điểm a, b khoản 2 và khoản 3 Điều 5'
    >>> format_provisions(Provision.parse_all("Điều 8, Điều 9, Điều 25, Điều 30"))
    'các Điều 8, 9, 25 và 30'
    >>> format_provisions(Provision.parse_all("khoản 1 Điều 8, khoản 3 Điều 8, Điều 9"), "en")
    'clauses 1 and 3, Article 8; Article 9'
    """
    if style not in _STYLES:
        raise InvalidValueError("style", style, f"expected one of {', '.join(_STYLES)}")
    if len(provisions) == 1:
        return provisions[0].en if style == "en" else str(provisions[0])
    paths = [tuple(reversed(provision.labels)) for provision in provisions]
    if style == "en":
        return _english(paths)
    grouped = _grouped(paths, 0, joined=True)
    if _reads_back(grouped, provisions):
        return grouped
    each = [str(provision) for provision in provisions]
    apart = " và ".join(each)
    return apart if _reads_back(apart, provisions) else "; ".join(each)


def _reads_back(text: str, provisions: Sequence[Provision]) -> bool:
    try:
        return Provision.parse_all(text) == tuple(provisions)
    except ParseError:
        return not provisions


def _grouped(paths: Sequence[_Path], depth: int, *, joined: bool) -> str:
    """The words of provisions that share all levels above ``depth``; ``joined`` for the list that takes "và"."""
    groups = [(kind, list(same)) for kind, same in groupby(paths, key=lambda path: _kind(path, depth))]
    parts = [_part(same, depth, joined=joined and len(groups) == 1) for _, same in groups]
    return _listed(parts, joined=joined)


def _kind(path: _Path, depth: int) -> tuple[str, ...] | _Step:
    """What is written together: what stands under one label, or labels of one level."""
    level, _, last = path[depth]
    return path[depth] if len(path) > depth + 1 or last is not None else (level,)


def _part(same: list[_Path], depth: int, *, joined: bool) -> str:
    level, label, last = same[0][depth]
    if len(same[0]) > depth + 1:
        return f"{_grouped(same, depth + 1, joined=joined)} {_one(level, label, last)}"
    if last is not None or (joined and len(same) == 2) or not label:
        return _listed([_one(*path[depth]) for path in same], joined=joined)
    labels = _listed([path[depth][1] for path in same], joined=joined)
    return f"{'các ' if joined and len(same) > 1 else ''}{VIETNAMESE[level]} {labels}"


def _one(level: str, label: str, last: str | None) -> str:
    word = VIETNAMESE[level]
    return f"{word} {label}".rstrip() if last is None else f"từ {word} {label} đến {word} {last}"


def _listed(parts: Sequence[str], *, joined: bool, word: str = "và") -> str:
    if not joined or len(parts) < 2:
        return ", ".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _english(paths: Sequence[_Path]) -> str:
    """Labels of one level under one parent together, all else apart: commas already stand between levels."""
    groups = [list(same) for _, same in groupby(paths, key=lambda path: (path[:-1], path[-1][0]))]
    return "; ".join(_english_part(same) for same in groups)


def _english_part(same: list[_Path]) -> str:
    level, _, last = same[0][-1]
    labels = _listed([Provision(**_fields(path[-1])).en.partition(" ")[2] for path in same], joined=True, word="and")
    word = ENGLISH[level] if len(same) == 1 and last is None else ENGLISH_PLURAL[level]
    above = (
        Provision(**{k: v for step in same[0][:-1] for k, v in _fields(step).items()}).en if len(same[0]) > 1 else ""
    )
    return ", ".join(part for part in (f"{word} {labels}".rstrip(), above) if part)


def _fields(step: _Step) -> dict[str, str]:
    level, label, last = step
    return {level: label} if last is None else {level: label, f"{level}_to": last}

"""Patterns of paths: which files a setting is for."""

import unicodedata
from fnmatch import fnmatchcase

_FOLDERS = "**"


def fits(pattern: str, path: str) -> bool:
    """Whether a path is one a pattern means; both with slashes, and whichever way their letters are composed.

    ``*``, ``?`` and ``[…]`` stand for letters of one name, ``**`` for any number of folders, none included. A pattern
    without a slash means a name in any folder, and one that ends in a slash all that is in the folder.

    >>> fits("nhap/**", "nhap/2026/a.txt"), fits("*.md", "a/b.md"), fits("a/*.txt", "a/b/c.txt"), fits("a/", "a/b")
    (True, True, False, True)
    """
    pattern, path = unicodedata.normalize("NFC", pattern), unicodedata.normalize("NFC", path)
    if pattern.endswith("/"):
        pattern += _FOLDERS
    pattern = pattern.removeprefix("./")
    wanted = pattern.split("/") if "/" in pattern else [_FOLDERS, pattern]
    return _fit([name for name in wanted if name], [name for name in path.split("/") if name])


def _fit(wanted: list[str], names: list[str]) -> bool:
    """Whether names fit, one by one; where they do not, the last ``**`` takes one more name."""
    here = there = 0
    back: tuple[int, int] | None = None
    while there < len(names):
        if here < len(wanted) and wanted[here] == _FOLDERS:
            back = (here, there)
            here += 1
        elif here < len(wanted) and fnmatchcase(names[there], wanted[here]):
            here, there = here + 1, there + 1
        elif back is not None:
            back = (back[0], back[1] + 1)
            here, there = back[0] + 1, back[1]
        else:
            return False
    return all(name == _FOLDERS for name in wanted[here:])

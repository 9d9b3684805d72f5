"""Which year a change is measured from (năm gốc so sánh), where the clause names it: "giảm 20% so với năm 2025"."""

import re
from functools import lru_cache

from vstbpn.text import fold

# A few words may stand between ("so với cùng kỳ năm 2025"); a run of years names no single one.
_COMPARED = re.compile(
    r"\bso với(?:\s{1,3}[^\W\d_]{1,12}){0,6}\s{1,3}năm\s{1,3}([0-9]{4})(?![0-9]|\s{0,3}[-–—]\s{0,3}[0-9])",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def compared_year(text: str) -> int | None:
    """The year that a clause compares with; None where it names none, or several.

    >>> compared_year("Giảm 20% số vụ so với cùng kỳ năm 2025 vào năm 2026"), compared_year("Giảm 20% số vụ")
    (2025, None)
    """
    found = {int(match[1]) for match in _COMPARED.finditer(fold(text).text)}
    return found.pop() if len(found) == 1 else None

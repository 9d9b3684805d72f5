"""Words that open an act or a provision, and so end the name of a body (từ mở đầu một văn bản khác)."""

import re

from vstbpn.references.finding.blanks import spaced
from vstbpn.text import CAPITAL

_ACT_TYPES = r"(?:hiến pháp|luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|công văn|kết luận|văn bản)(?![^\W\d_])"
AN_ACT = spaced(_ACT_TYPES, re.IGNORECASE)
ANOTHER_ACT = spaced(
    rf"{_ACT_TYPES}|"
    r"[^\W\d_]+(?: [^\W\d_]+){0,4}? (?:số )?[0-9]",
    re.IGNORECASE,
)
A_SYMBOL = re.compile(rf"[0-9][/-](?:[0-9]{{4}}/)?{CAPITAL}")
"""The end of a number and the letter its symbol begins with."""

OPENS_AN_ACT = spaced(
    r"(?:Luật(?! (?:gia|sư))|Bộ [Ll]uật|Hiến pháp|Pháp lệnh|Nghị (?:định|quyết)|Quyết định|Chỉ thị|Thông tư|Công văn|"
    r"Kế hoạch số|Theo|Căn cứ|Thực hiện|Phụ lục|Ngày|(?:Điều|Khoản|Chương|Mục|Phần) [0-9IVXLC]|Điểm [a-zđ])(?!\w)"
)
MAY_OPEN_AN_ACT = frozenset([
    "Luật", "Bộ", "Hiến", "Pháp", "Nghị", "Quyết", "Chỉ", "Thông", "Công", "Kế", "Theo", "Căn", "Thực", "Phụ", "Ngày", "Điều",
    "Khoản", "Chương", "Mục", "Phần", "Điểm",
])  # fmt: skip
"""First syllables of what opens an act or a provision, which are looked at twice."""

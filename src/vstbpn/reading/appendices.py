"""What stands after the ending: appendices (phụ lục) and blank forms (biểu mẫu), which are no documents of their own."""

import re

from vstbpn.reading.lines import Line

ANNEX = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU\s+MẪU|DANH\s+MỤC|DANH\s+SÁCH)(?![^\W\d_])")
ANNEX_ALONE = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:số\s+|SỐ\s+)?[0-9IVXLCA-H]{1,4})?\s{0,2}[.:]?")
FORM = re.compile(
    r"M(?:ẫu|ẪU)\s+(?:[Ss]ố|SỐ)\s?[:0-9IVX]|(?:BIỂU\s+)?MẪU\s+(?:BÁO\s+CÁO|KẾ\s+HOẠCH|[0-9]{1,2}|BIỂU|TỜ\s+TRÌNH|BIÊN\s+BẢN)|"
    r"TÊN\s+(?:CƠ\s+QUAN|ĐƠN\s+VỊ|TRƯỜNG|TỔ\s+CHỨC)(?![^\W\d_])"
)
FORM_BODY = re.compile(r"TÊN\s+(?:CƠ\s+QUAN|ĐƠN\s+VỊ|TRƯỜNG|TỔ\s+CHỨC)(?![^\W\d_])")
_FILLED_DATE = re.compile(r"ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}")


def is_blank_form(text: str, lines: list[Line], form: int, type_line: int) -> bool:
    """Whether nothing between the heading of a form and its type line is filled in: no date stands there."""
    start, end = lines[form].start, lines[type_line].start
    return _FILLED_DATE.search(text, start, end) is None or FORM_BODY.search(text, start, end) is not None

"""What a figure counts (danh từ được đếm): a noun with the words that qualify it, "lớp tập huấn"."""

import re

from vstbpn.goals.finding.comparing import COMPARING, words
from vstbpn.goals.finding.figures import Figure
from vstbpn.text import clean

# With these begins something else: where, when, how, for whom, or what is done with what is counted.
_ENDING = (
    "trong", "tại", "trên", "vào", "đến", "tới", "trước", "mỗi", "hằng", "hàng năm", "hàng quý", "hàng tháng", "hàng tuần", "bình quân",
    "năm", "quý", "tháng",
    "giai đoạn", "được", "có", "và", "hoặc", "hay", "để", "nhằm", "cho", "với", "so với", "đối với", "theo", "trở lên", "trở xuống",
    "thông qua", "phục vụ", "góp phần", "nếu", "khi", "thì", "mà", "sẽ", "phấn đấu", "bảo đảm", "đảm bảo", "trong đó", "cụ thể",
)  # fmt: skip
_OTHERWISE = r"(?<!nhà\s)ở|từ(?!\s{1,3}thiện)|sau(?!\s{1,3}đại\s)"
# A number is part of the words where it tells an age or a grade: "trẻ 5 tuổi", "sản phẩm OCOP 4 sao", "mức độ 2".
_WORD = r"(?:[^\W\d_]{1,20}|[0-9]{1,2}(?=\s{1,3}(?:tuổi|sao)(?!\w))|(?:(?<=độ\s)|(?<=hạng\s)|(?<=loại\s))[0-9])"
_COMPARED = words(word for word in COMPARING if word[0].isalpha())
_QUALIFYING = re.compile(
    rf"(?:\s{{1,3}}(?!(?:{words(_ENDING)}|{_OTHERWISE}|{_COMPARED}|(?:đạt|là|chiếm|bằng)\s{{1,3}}(?:[0-9]+|{_COMPARED}))(?!\w)){_WORD}(?!\w)){{1,8}}",
    re.IGNORECASE,
)
# Nothing ends with one of these: what they lead to has been left out.
_LEADING_ON = re.compile(r"(?:(?<!\w)(?:về|của|do|là|đạt|bằng|các|những|không)\s{0,3}){1,4}\Z", re.IGNORECASE)
_YEARLY = "/năm"


def counts_things(figure: Figure) -> bool:
    """Whether a figure counts things that other words may tell of: no occasions, and no things by the quarter or month."""
    noun, _, per = figure.unit.partition("/")
    return figure.counts and noun != "lần" and per in {"", "năm"}


def counted_end(text: str, figure: Figure, limit: int) -> int:
    """Where the words end that qualify the noun a figure counts; the end of the figure where it counts none."""
    if not counts_things(figure) or figure.direction is not None or figure.baseline is not None:
        return figure.end
    qualifying = _QUALIFYING.match(text, figure.end, limit)
    if qualifying is None:
        return figure.end
    leading_on = _LEADING_ON.search(text, figure.end, qualifying.end())
    end = leading_on.start() if leading_on else qualifying.end()
    return figure.end + len(text[figure.end : end].rstrip())


def counted(text: str, figure: Figure, limit: int) -> str:
    """The noun a figure counts with the words that qualify it: "lớp tập huấn", "vụ bạo lực học đường".

    "2 buổi/năm truyền thông" are so many "buổi truyền thông"; that they are due each year is told by the figure.
    """
    qualifying = clean(text[figure.end : counted_end(text, figure, limit)])
    return f"{figure.unit.removesuffix(_YEARLY)} {qualifying}" if qualifying else figure.unit

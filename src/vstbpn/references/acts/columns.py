"""The columns of a table of acts (cột của bảng văn bản): their names in English and Vietnamese, and what was meant by others."""

from collections.abc import Sequence
from difflib import get_close_matches

from vstbpn.text import comparison_key
from vstbpn.vocabulary import ActRelation

COLUMNS = (
    "id", "type", "number", "symbol", "date_issued", "issuer", "title", "effective_from", "effective_to", "source",
    "confidence", "note",
)  # fmt: skip
"""The columns of a table of acts, in the order they are written."""

RELATION_COLUMNS = ("act", "relation", "other", "source", "confidence", "note")
RELATIONS = {relation.value: relation for relation in ActRelation}
ALIASES = {
    "title_vi": "title", "citation": "symbol", "date": "date_issued", "tên loại": "type", "loại văn bản": "type",
    "số, ký hiệu": "symbol", "số ký hiệu": "symbol", "ngày ban hành": "date_issued", "cơ quan ban hành": "issuer",
    "trích yếu": "title", "ngày có hiệu lực": "effective_from", "nguồn": "source", "ghi chú": "note",
    "thay thế": "replaces",
}  # fmt: skip
"""Other names of columns. "Ngày hết hiệu lực" is none: offices put the last day in force there, or the day after it."""

_LAST_DAY = "name it 'effective_to' if it holds the last day in force; else write the day before"
_MEANT = {
    "số": "did you mean 'number' or 'symbol'?", "số hiệu": "did you mean 'symbol'?", "ký hiệu": "did you mean 'symbol'?",
    "số hiệu văn bản": "did you mean 'symbol'?", "số văn bản": "did you mean 'symbol'?",
    "loại": "did you mean 'type'?", "tên": "did you mean 'title'?", "tên văn bản": "did you mean 'title'?",
    "nội dung": "did you mean 'title'?", "tiêu đề": "did you mean 'title'?", "ngày": "did you mean 'date_issued'?",
    "ngày ký": "did you mean 'date_issued'?", "ngày, tháng, năm": "did you mean 'date_issued'?",
    "cơ quan": "did you mean 'issuer'?", "nơi ban hành": "did you mean 'issuer'?",
    "hiệu lực": "did you mean 'effective_from'?", "hiệu lực từ": "did you mean 'effective_from'?",
    "ngày hiệu lực": "did you mean 'effective_from'?", "hiệu lực đến": _LAST_DAY, "hết hiệu lực": _LAST_DAY,
    "ngày hết hiệu lực": _LAST_DAY, "sửa đổi": "did you mean 'amends'?", "sửa đổi, bổ sung": "did you mean 'amends'?",
    "bổ sung": "did you mean 'supplements'?", "căn cứ": "did you mean 'based-on'?",
    "hướng dẫn": "did you mean 'implements'?", "hợp nhất": "did you mean 'consolidates'?",
    "bãi bỏ": "name it 'replaces' if the whole act is repealed, 'repeals-part' if a part of it is",
    "bãi bỏ một phần": "did you mean 'repeals-part'?",
    "bị thay thế bởi": "relations are told from the later act: put 'replaces' on its row",
    "bị sửa đổi bởi": "relations are told from the later act: put 'amends' on its row",
}  # fmt: skip
"""What is meant by names that are no columns, since they may mean something else."""


def column_of(given: str) -> str:
    """The column of a name as it is written in a header.

    >>> column_of("TRÍCH  YẾU"), column_of("issuer")
    ('title', 'issuer')
    """
    key = comparison_key(given)
    return ALIASES.get(key, key)


def hint(given: object, known: Sequence[str]) -> str:
    """What was meant by a name that is none, in brackets; empty where nothing is near.

    >>> hint("isuer", COLUMNS), hint("Ngày ký", COLUMNS)
    (" (did you mean 'issuer'?)", " (did you mean 'date_issued'?)")
    """
    name = comparison_key(str(given)[:60])
    if "type" in known and name in _MEANT:
        return f" ({_MEANT[name]})"
    also = tuple(ALIASES) if "type" in known else ()
    near = get_close_matches(name, (*known, *also), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""

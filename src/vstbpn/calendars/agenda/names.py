"""Names of feasts and campaigns as a calendar shows them."""

import re

_DATE = r"[0-9]{1,2}\s?(?:[/.-]|tháng)\s?[0-9]{1,2}(?:\s?(?:[/.-]|năm)\s?[0-9]{4})?"
_TRAILING_DATE = re.compile(rf"[\s,]{{0,3}}(?<![0-9/.-])(?:vào\s)?(?:ngày\s)?{_DATE}\s?$", re.IGNORECASE)
_TRAILING_BRACKET = re.compile(
    r"\s{0,3}\((?:[0-9/.,\s–—-]|ngày|tháng|năm|từ|đến|vào|hằng|hàng){0,60}\)?\s?$", re.IGNORECASE
)
_BARE = frozenset({"", "ngày", "lễ", "ngày lễ", "dịp"})


def name_without_date(name: str) -> str:
    """A name without the date at its end (tên không kèm ngày), which a calendar tells beside it.

    What is called by its date alone keeps it.

    >>> name_without_date("Ngày Thầy thuốc Việt Nam 27/02"), name_without_date("Tháng hành động vì trẻ em (01/6-30/6)")
    ('Ngày Thầy thuốc Việt Nam', 'Tháng hành động vì trẻ em')
    >>> name_without_date("ngày 27/7")
    'ngày 27/7'
    """
    bare = _without(_TRAILING_DATE, _without(_TRAILING_BRACKET, name)).rstrip(" ,(\n")
    return name if bare.casefold() in _BARE else bare


def _without(pattern: re.Pattern[str], name: str) -> str:
    match = pattern.search(name)
    return name if match is None else name[: match.start()]

"""When a target is due (thời hạn của chỉ tiêu), as the years at the head of its sentence say."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.dates import YearRange
from vstbpn.goals.finding.cues import EFFORT
from vstbpn.goals.finding.years import YearMention
from vstbpn.vocabulary import When

_OPENING = re.compile(rf"(?:{EFFORT}|mục\s+tiêu|cụ\s+thể|trong\s+đó|và)[\s,:]*", re.IGNORECASE)
_JOINING = re.compile(r"[\s,]{0,4}")
_FARTHEST_HEAD = 60
_MOST_AT_HEAD = 3


class Due(NamedTuple):
    """When something is due, as far as known."""

    year: int | None = None
    period: YearRange | None = None
    when: When = When.BY

    @classmethod
    def of(cls, mention: YearMention) -> "Due":
        """What a mention of years says."""
        return cls(mention.year, mention.period, mention.when)

    def each_year(self) -> "Due":
        """The same, in each year up to then; what holds from a year on holds in each anyway."""
        return self if self.when is When.ONWARDS else self._replace(when=When.EACH_YEAR)


class Head(NamedTuple):
    """The years at the head of a sentence, which speak for all of it."""

    end: int
    year: YearMention | None
    yearly: bool

    def due(self, outer: Due) -> Due:
        """When what the sentence tells is due, in a setting that says so itself."""
        due = Due.of(self.year) if self.year else outer
        return due.each_year() if self.yearly else due


def find_head(text: str, start: int, lead: int, figure: int, years: Sequence[YearMention]) -> Head | None:
    """The years at the head of a sentence: "Hằng năm, đến năm 2025, …".

    They stand before ``lead``, where the words of its first figure begin; "hằng năm" may be one of these, and stands
    before the ``figure``.
    """
    if not years or not _heads(text, start, years[0]):
        return None
    head = None
    for mention in years[:_MOST_AT_HEAD]:
        yearly = mention.when is When.EACH_YEAR
        if mention.end > (figure if yearly else lead):
            break
        if head is None:
            head = Head(mention.end, None if yearly else mention, yearly)
        elif (yearly or head.year is None) and _JOINING.fullmatch(text, head.end, mention.start):
            head = Head(mention.end, head.year if yearly else mention, yearly=True)
        else:
            break
    return head


def _heads(text: str, start: int, year: YearMention) -> bool:
    """Whether a year stands at the head of its sentence: first of all, or set off by a comma or colon."""
    before = text[start : year.start].strip()
    set_off = text[year.end : year.end + 1] in {",", ":"}
    return not before or _OPENING.fullmatch(before) is not None or (set_off and len(before) <= _FARTHEST_HEAD)

"""Whom an announced swap of working days binds."""

from vstbpn.vocabulary import Term


class Sector(Term):
    """Who works by a calendar (khu vực làm việc).

    Announced swaps bind state offices; other employers are only encouraged to follow them.
    """

    STATE = ("state", "cơ quan nhà nước", "state offices")
    OTHER = ("other", "người sử dụng lao động khác", "other employers")

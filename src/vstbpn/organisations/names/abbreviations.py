"""Abbreviations in the names of units (chữ viết tắt), written out.

Most come from the bundled issuers, so that a new row there is understood here.
"""

import re
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.tables import issuers
from vstbpn.organisations.names.wording import CAPITALS

_WORDS = {
    "BGH": "Ban Giám hiệu",
    "BTV": "Ban Thường vụ",
    "BĐG": "bình đẳng giới",
    "CCB": "Cựu chiến binh",
    "DTBT": "dân tộc bán trú",
    "DTNT": "dân tộc nội trú",
    "GDNN": "giáo dục nghề nghiệp",
    "GDTX": "giáo dục thường xuyên",
    "HCM": "Hồ Chí Minh",
    "KHTC": "Kế hoạch - Tài chính",
    "LHPN": "Liên hiệp Phụ nữ",
    "PVHCC": "Phục vụ hành chính công",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "LĐLĐ": "Liên đoàn Lao động",
    "MTTQ": "Mặt trận Tổ quốc",
    "TCCB": "Tổ chức cán bộ",
    "TCHC": "Tổ chức - Hành chính",
    "TNCS": "Thanh niên Cộng sản",
    "TPHCM": "Thành phố Hồ Chí Minh",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "UBQG": "Ủy ban Quốc gia",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "VP": "Văn phòng",
    "VSTBCPN": "Vì sự tiến bộ của phụ nữ",
    "VSTBPN": "Vì sự tiến bộ của phụ nữ",
}
"""What letters stand for inside a name. Where the issuers have a row, it names one body that uses them; here is the
plain expansion, which fits the others too."""

_AFTER = {
    ("trường", "CĐ"): "cao đẳng",
    ("trường", "ĐH"): "đại học",
    ("ptdtbt", "TH"): "tiểu học",
}
"""What letters stand for after one word alone: elsewhere CĐ is a trade union."""

_WORDS_IN_CAPITALS = frozenset({"TƯ"})
"""Letters that are a word where all is in capitals: "BỘ TƯ PHÁP"."""

_NAMED_IN_FULL = frozenset({"BHXH", "CĐCS", "HĐND", "KBNN", "NHNN", "TANDTC", "TLĐ", "TTCP", "UBND", "VPCP", "VPUBND"})
"""Issuers whose symbol people also write for the name, beside those that begin with the initial of Bộ, Sở, Phòng, Ban."""

_HEADS = frozenset({"Bộ", "Sở", "Phòng", "Ban"})
_JOINT = r"(?:\s?[&,–-]\s?|\s(?:và|VÀ|Và)\s)"
_RUN = re.compile(rf"(?<!\w)[{CAPITALS}]{{2,20}}(?:{_JOINT}[{CAPITALS}]{{2,20}}){{0,4}}(?!\w)")
_AND = re.compile(r"\s(?:và|VÀ|Và)\s")
_PIECE = re.compile(rf"[{CAPITALS}]{{2,20}}")
_TIGHT_HYPHEN = re.compile(r"(?<! )[-–](?! )")
_CITY = re.compile(r"(?<!\w)(?:(?:TP|Tp|tp)(?:\s?\.\s?|\s|(?=HCM)|$)|[Tt]\.\s?[Pp](?:\s?\.\s?|\s|$))")
_SHORT_HEAD = re.compile(rf"(?<![\w.])P\.\s?(?=[{CAPITALS}]{{2}})")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT_RANK = re.compile(
    rf"(?<![\w.])(?:(?P<numbered>[QqPp])(?:\.\s?)?(?=[0-9]{{1,2}}(?!\w))|(?P<plain>[QH]\.|TX\.)\s?(?=[{CAPITALS}]))"
)
_SHORT_RANK_OF_BODY = re.compile(
    rf"(?<!\w)(?P<body>UBND|HĐND|(?:[Ủủ]y|[Uu]ỷ) ban nhân dân|[Hh]ội đồng nhân dân)\s(?P<rank>P\.|X\.|TT\.|TX\s|TT\s)\s?(?=[{CAPITALS}])",
)
_RANKS = {"q": "Quận", "p": "Phường", "h": "Huyện", "x": "Xã", "tx": "Thị xã", "tt": "Thị trấn"}
_CENTRE = re.compile(r"(?<![\w.])TT\.?\s?(?=GD(?:NN|TX))")
_TWICE = re.compile(r"(Việt Nam) Việt Nam", re.IGNORECASE)


class _Table(NamedTuple):
    whole: dict[str, str]
    after: dict[tuple[str, str], str]
    alone: dict[str, str]


@cache
def _table() -> _Table:
    """What letters stand for: a whole name, the rest of a name after its head word, or that rest wherever it stands."""
    whole: dict[str, str] = {}
    after: dict[tuple[str, str], str] = dict(_AFTER)
    for row in issuers():
        name = row.name_vi.split(" thuộc ")[0]
        letters = _letters(row.abbreviation)
        head, _, rest = name.partition(" ")
        if row.level == "unit" or "(" in name or " hoặc " in name or _PIECE.search(rest) or len(letters) < 2:
            continue
        if head in _HEADS:
            has_initial = letters[0] == head[0]
            after.setdefault((head.casefold(), letters[1:] if has_initial else letters), rest)
            if has_initial and len(letters) > 2:
                whole.setdefault(letters, name)
        elif head == "Trường":
            after.setdefault((head.casefold(), letters), rest)
        elif row.abbreviation in _NAMED_IN_FULL:
            whole.setdefault(letters, name)
    rests: dict[str, set[str]] = {}
    for (_, letters), rest in after.items():
        rests.setdefault(letters, set()).add(rest)
    alone = {letters: min(found) for letters, found in rests.items() if len(letters) > 3 and len(found) == 1}
    return _Table(whole, after, {**alone, **_WORDS})


def _letters(abbreviation: str) -> str:
    """The bare letters: GD&ĐT and GDĐT are the same."""
    return "".join(_LETTERS.findall(abbreviation))


def expand(text: str) -> str:
    """A name with its known abbreviations written out; unknown ones stay.

    >>> expand("Phòng GD&ĐT TP. Cần Thơ"), expand("Sở LĐ-TB&XH")
    ('Phòng Giáo dục và Đào tạo thành phố Cần Thơ', 'Sở Lao động - Thương binh và Xã hội')
    """
    in_capitals = text.isupper()
    text = _with_ranks(_SHORT_HEAD.sub("Phòng ", _CITY.sub("thành phố ", _CENTRE.sub("Trung tâm ", text))))
    text = _RUN.sub(lambda run: _expanded(run, _WORDS_IN_CAPITALS if in_capitals else frozenset()), text)
    # "NHNN" stands for a name that has its country in it, and is written with it all the same.
    return _TWICE.sub(r"\1", text)


def _with_ranks(text: str) -> str:
    """A name with the short ranks of its places written out: "Q.8", "H. Thoại Sơn", "UBND P. Mỹ Thới"."""
    text = _SHORT_RANK_OF_BODY.sub(lambda short: f"{short['body']} {_rank(short['rank'])} ", text)
    return _SHORT_RANK.sub(lambda short: f"{_rank(short['numbered'] or short['plain'])} ", text)


def _rank(written: str) -> str:
    return _RANKS[written.strip(" .\xa0\n\t").casefold()]


def _expanded(run: re.Match[str], words: frozenset[str]) -> str:
    before = run.string[max(0, run.start() - 12) : run.start()].split()
    head = before[-1].casefold() if before else ""
    written_out = None if run[0] in words else _meaning(_letters(_AND.sub(" ", run[0])), head)
    if written_out is not None:
        return written_out
    pieces = _PIECE.sub(lambda piece: _of_piece(piece, head, words), run[0])
    # Between words a hyphen stands alone, as in the official names: "Giáo dục nghề nghiệp - Giáo dục thường xuyên".
    return pieces if _PIECE.search(pieces) else _TIGHT_HYPHEN.sub(" - ", pieces)


def _of_piece(piece: re.Match[str], head: str, words: frozenset[str]) -> str:
    written_out = None if piece[0] in words else _meaning(piece[0], head if piece.start() == 0 else "")
    return written_out or piece[0]


def _meaning(letters: str, head: str) -> str | None:
    table = _table()
    return table.after.get((head, letters)) or table.alone.get(letters) or table.whole.get(letters)

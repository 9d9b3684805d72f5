"""Damage to numbers and symbols (lỗi ký hiệu) that can be mended: what it is called, and letters that lost their marks.

Only what cannot be anything else is mended. HD may be Hướng dẫn or Hợp đồng, DA Dự án or Đề án, TU Tỉnh ủy or Trung
ương, GDDT the department of Giáo dục dân tộc: such letters are left as they stand.
"""

import re
from functools import lru_cache
from typing import NamedTuple

MISSING_MARK = "missing-mark"
"""No slash or hyphen between number and symbol: ``36 VSTBPN&BĐG``."""

BLANK = "blank-inside"
"""A blank or line end inside: ``365/KH- VSTBPN&BĐG``."""

DASH = "dash-for-hyphen"
"""An en dash, a non-breaking hyphen or a minus for a hyphen: ``12/QĐ–TTg``."""

UNDERSCORE = "underscore-for-hyphen"
"""An underscore for a hyphen, as file names have it: ``12/KH_UBND``."""

DOT = "dot-for-hyphen"
"""A full stop for a hyphen: ``22/CV.SNV``."""

ETH = "eth-for-d"
"""The letter Eth (Ð U+00D0, Ɖ U+0189) for Đ."""

MARKS = "lost-marks"
"""A letter without its mark: ``30/2020/ND-CP``."""

CASE = "lost-case"
"""Capitals for small letters, or the other way round: ``27/CT-TTG``, ``822/QĐ-ttg``."""

REPAIRS = (MISSING_MARK, BLANK, DASH, UNDERSCORE, DOT, ETH, MARKS, CASE)
"""All that may be told as mended."""

_TYPES = {"QD": "QĐ", "QDi": "QĐi", "QyD": "QyĐ", "QYD": "QYĐ", "CTrHD": "CTrHĐ", "CTRHD": "CTRHĐ"}
"""Types without the mark of Đ. They are types only where a body follows."""

_DECREE_OF = frozenset(["CP", "cp", "HĐBT", "HDBT"])
"""Decrees are the Government's or the Council of Ministers' alone; elsewhere ND may stand for another word."""

_BODIES = {
    "HDND": "HĐND", "VPHDND": "VPHĐND", "TTHDND": "TTHĐND", "HDBT": "HĐBT", "HDNN": "HĐNN", "LDLD": "LĐLĐ",
    "LDTBXH": "LĐTBXH", "BLDTBXH": "BLĐTBXH", "SLDTBXH": "SLĐTBXH", "PLDTBXH": "PLĐTBXH", "BGDDT": "BGDĐT",
    "SGDDT": "SGDĐT", "PGDDT": "PGDĐT", "BKHDT": "BKHĐT", "SKHDT": "SKHĐT", "TWDTN": "TWĐTN", "BDG": "BĐG",
}  # fmt: skip
"""Bodies without the mark of Đ."""

_TYPES_IN_CAPITALS = {
    "TTR": "TTr", "CTR": "CTr", "CTRHĐ": "CTrHĐ", "CTRPH": "CTrPH", "QYĐ": "QyĐ", "QĐI": "QĐi",
}  # fmt: skip
"""Types as a title in capitals writes them. They are types only where a body follows."""

_BODIES_IN_CAPITALS = {"TTG": "TTg", "ttg": "TTg", "cp": "CP", "SNGV": "SNgV", "GDTRH": "GDTrH"}
"""Bodies as a title in capitals, or a careless hand, writes them."""

_TRAINING = re.compile(r"(?<![^\W_])([BSP]GD&)DT(?![^\W_])")
_WORD = re.compile(r"(?P<letters>[^\W\d_]+)(?P<term>[0-9]{0,2})(?![^\W_])")
_DASHES = frozenset("\u2010\u2011\u2212")
_ETHS = frozenset("\u00d0\u0189")


class Mended(NamedTuple):
    """A code as it should stand, and what was mended."""

    code: str
    repairs: tuple[str, ...]


@lru_cache(maxsize=4096)
def mended(code: str) -> Mended:
    """Give a code the marks and small letters back that it lost, where they cannot have been others.

    >>> mended("ND-CP"), mended("QĐ-TTG"), mended("HD-UBND")
    (Mended(code='NĐ-CP', repairs=('lost-marks',)), Mended(code='QĐ-TTg', repairs=('lost-case',)), Mended(code='HD-UBND', repairs=()))
    """
    marked = _replaced(_TRAINING.sub(r"\1ĐT", code), _TYPES, _BODIES)
    first, _, rest = marked.partition("-")
    if first == "ND" and rest in _DECREE_OF:
        marked = f"NĐ-{rest}"
    cased = _replaced(marked, _TYPES_IN_CAPITALS, _BODIES_IN_CAPITALS)
    return Mended(cased, (MARKS,) * (marked != code) + (CASE,) * (cased != marked))


def _replaced(code: str, types: dict[str, str], bodies: dict[str, str]) -> str:
    """The code with its type, where a body follows it, and each of its other words replaced by what the tables say."""

    def replacement(word: re.Match[str]) -> str:
        letters = word["letters"]
        if word.start() == 0 and letters in types and code[word.end() : word.end() + 1] in {"-", "/"}:
            return types[letters]
        return bodies.get(letters, letters) + word["term"]

    return _WORD.sub(replacement, code)


def repairs_in(source: str) -> tuple[str, ...]:
    r"""What was mended in folding the letters of a symbol, of which folded text shows nothing more.

    >>> repairs_in("12/Q\u00d0\u2011UBND")
    ('dash-for-hyphen', 'eth-for-d')
    """
    characters = set(source)
    return (DASH,) * (not _DASHES.isdisjoint(characters)) + (ETH,) * (not _ETHS.isdisjoint(characters))

"""Numbers and symbols, labels and names in lower-case ASCII, for identifiers; symbols and labels lead back exactly.

The scheme is this library's own. Việt Nam has no official one, and dropping the bar of Đ alone would make one of
``QĐ`` and ``QD``, of điểm d and điểm đ. The characters used are letters, digits, the dot and the hyphen.
"""

import re
import unicodedata
from types import MappingProxyType

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.symbols.styles import style_of
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Span
from vstbpn.vocabulary import SymbolStyle

_FOLDED_LETTERS = str.maketrans("ĐƯđư", "dudu")

SHORT_WORDS = MappingProxyType({
    word.translate(_FOLDED_LETTERS).lower(): word
    for word in (
        "NĐ", "QĐ", "QĐi", "QyĐ", "CĐ", "ĐL", "CTr", "CTrHĐ", "CTrPH", "TTr", "TTg", "ThU",
        "HĐND", "HĐBT", "HĐTP", "HĐBCQG", "BGDĐT", "SGDĐT", "PGDĐT", "GDĐT", "BLĐTBXH", "SLĐTBXH", "LĐTBXH",
        "BKHĐT", "SKHĐT", "BCĐ", "BĐG", "BVSTBPNBĐG", "TLĐ", "LĐLĐ", "ĐCT", "ĐU", "TWĐTN", "TƯĐTN",
    )
})  # fmt: skip
"""Words of symbols that are folded to plain letters although they hold Đ or lower case. The list is closed: a word added
would change the identifiers of every act whose symbol holds it."""

_SHORT_OF = {word: short for short, word in SHORT_WORDS.items()}

ESCAPES = MappingProxyType({"dd": "Đ", "aw": "Ă", "aa": "Â", "ee": "Ê", "oo": "Ô", "ow": "Ơ", "uw": "Ư"})
"""What stands after a dot for a Vietnamese letter: the keys that type it by Telex."""

_ESCAPE_OF = {letter: f".{keys}" for keys, letter in ESCAPES.items()}
_TOKEN = re.compile(
    rf"(?P<plain>[a-z0-9])|\.(?:(?P<telex>{'|'.join(ESCAPES)})|l(?P<small>[a-z])|c(?P<capital>[a-z])|x(?P<code>[0-9a-f]{{6}}))"
)
_JOINTS = MappingProxyType({"-": "-", "/": "--", "&": ".va.", ".": ".pt."})
_JOINT_OF = {folded: joint for joint, folded in _JOINTS.items()}
_CODE_JOINT = re.compile(r"([-/&.])")
_FOLDED_JOINT = re.compile(r"(--|-|\.va\.|\.pt\.)")
_FOLDED_SYMBOL = re.compile(
    r"(?P<digits>[0-9]{1,6})?(?P<letter>(?<=[0-9])(?:dd|[a-z]))?(?P<decimals>(?<=[0-9a-z])\.[0-9]{1,3})?"
    r"(?P<mark>--|-)(?:(?P<year>[0-9]{4})-)?"
)
_NUMBER = re.compile(r"([0-9]+)([a-zđ]?)((?:\.[0-9]+)*)")
_DIGITS = frozenset("0123456789")
_DS = frozenset("DdĐđ")
_LABEL_TOKEN = re.compile(
    rf"(?P<dot>\.\.|\.(?=[0-9]))|(?P<usual>dd|[a-z])|[0-9]|\.(?:{'|'.join(ESCAPES)}|[lc][a-z]|x[0-9a-f]{{6}})"
)
_ORDINALS = MappingProxyType(
    {
        f"thứ {ordinal}": f"thu{folded}"
        for ordinal, folded in zip(
            ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"),
            ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"),
            strict=True,
        )
    }
)
"""The parts of an act are numbered in words ("Phần thứ nhất")."""

_ORDINAL_OF = {folded: ordinal for ordinal, folded in _ORDINALS.items()}


def fold_symbol(symbol: DocumentSymbol) -> str:
    """A number and symbol (số, ký hiệu) in lower-case ASCII; ``unfold_symbol`` is the inverse.

    One hyphen is the mark that the State's rules want at its place: a slash after number and year, a hyphen inside the
    code. Two hyphens are the other mark. Known words are folded plainly; in all others a capital is a small letter, and
    what follows a dot is no capital of ASCII.

    >>> for text in ("30/2020/NĐ-CP", "21-CT/TW", "21/CT-TW", "646-TTg", "739/BNV-CTTN&BĐG", "12/KH-XYĐ"):
    ...     print(fold_symbol(DocumentSymbol.parse(text)))
    30-2020-nd-cp
    21--ct--tw
    21-ct-tw
    646--ttg
    739-bnv-cttn.va.bdg
    12-kh-xy.dd
    """
    year = f"{symbol.year}-" if symbol.year is not None else ""
    mark = "-" if symbol.style.mark == "/" else "--"
    code = "".join(_JOINTS.get(part) or _fold_word(part) for part in _CODE_JOINT.split(symbol.code))
    return f"{_fold_number(symbol.number)}{mark}{year}{code}"


def unfold_symbol(text: str) -> DocumentSymbol:
    """The number and symbol that was folded; the inverse of ``fold_symbol``.

    Raises:
        ParseError: The text is no folded symbol, or is another spelling of one.

    >>> str(unfold_symbol("30a-2008-nq-cp")), str(unfold_symbol("05--ct--t.uw"))
    ('30a/2008/NQ-CP', '05-CT/TƯ')
    """
    head = _FOLDED_SYMBOL.match(text)
    if not head:
        raise ParseError(text, Span(0, len(text)), "expected a folded number and symbol such as 30-2020-nd-cp")
    number = f"{head['digits']}{'đ' if head['letter'] == 'dd' else head['letter'] or ''}{head['decimals'] or ''}"
    code, at = [], head.end()
    for part in _FOLDED_JOINT.split(text[head.end() :]):
        code.append(_JOINT_OF.get(part) or _unfold_word(text, at, at + len(part)))
        at += len(part)
    letters = "".join(code)
    year = int(head["year"]) if head["year"] else None
    try:
        symbol = DocumentSymbol(
            number=number if head["digits"] else None,
            year=year,
            code=letters,
            style=_style(head["mark"], letters, year=year is not None),
        )
    except InvalidValueError as error:
        raise ParseError(text, Span(head.end(), len(text)), error.reason) from None
    if (expected := fold_symbol(symbol)) != text:
        raise ParseError(text, first_difference(text, expected), f"{symbol.canonical} is folded to {expected!r}")
    return symbol


def is_folded_symbol(text: str) -> bool:
    """Whether a folded text stands for a number and symbol, and not for a name, which begins with a letter."""
    return text[:1] in {*"0123456789-"}


def fold_label(label: str, *, capitals: bool) -> str:
    """The label of a provision in lower-case ASCII; ``unfold_label`` is the inverse.

    A letter is of the case usual at its level; one behind a figure is small ("5a"). Đ and đ are typed ``dd``.

    Args:
        label: ``5``, ``12a``, ``đ``, ``IV``; empty for the only appendix of an act.
        capitals: Whether letters are capitals at this level, as Roman numerals are.

    >>> [fold_label(label, capitals=False) for label in ("5", "12đ", "d", "đ", "1.2")]
    ['5', '12dd', 'd', 'dd', '1.2']
    >>> [fold_label(label, capitals=True) for label in ("IV", "IVa", "5a", "Đ", "8.2.NĐ.9", "thứ nhất")]
    ['iv', 'iv.la', '5a', 'dd', '8.2..ndd.9', 'thunhat']
    """
    if label in _ORDINALS:
        return _ORDINALS[label]
    folded = []
    for at, letter in enumerate(label):
        before = label[at - 1 : at]
        # Two of D and Đ in a row could be read as one: the second is written out.
        usual = letter.isupper() == (capitals and before not in _DIGITS) and not (letter in _DS and before in _DS)
        if letter == ".":
            folded.append("." if label[at + 1 : at + 2] in _DIGITS else "..")
        elif letter in _DIGITS or (usual and "a" <= letter.lower() <= "z" and letter.isascii()):
            folded.append(letter.lower())
        elif usual and letter in "Đđ":
            folded.append("dd")
        else:
            folded.append(_escaped(letter))
    text = "".join(folded)
    return f"{_escaped(label[0])}{text[1:]}" if text in _ORDINAL_OF else text


def unfold_label(text: str, *, capitals: bool) -> str:
    """The label that was folded; the inverse of ``fold_label``.

    Raises:
        ParseError: The text is no folded label, or is another spelling of one.
    """
    if text in _ORDINAL_OF:
        return _ORDINAL_OF[text]
    label, at = "", 0
    while at < len(text):
        token = _LABEL_TOKEN.match(text, at)
        if not token:
            raise _unknown_escape(text, at, len(text))
        small = not capitals or label[-1:] in _DIGITS
        if token["dot"]:
            label += "."
        elif token["usual"]:
            letter = "đ" if token["usual"] == "dd" else token["usual"]
            label += letter if small else letter.upper()
        else:
            label += _unescaped(text, at, token.end())
        at = token.end()
    if (expected := fold_label(label, capitals=capitals)) != text:
        raise ParseError(text, first_difference(text, expected), f"this label is folded to {expected!r}")
    return label


def fold_words(text: str, *, lead: str) -> tuple[str, ...]:
    """The words of a name in lower-case ASCII, without accents; there is no way back but by comparing.

    Args:
        text: A name.
        lead: The word put first where the name does not begin with a letter.

    >>> fold_words("Bộ Lao động - Thương binh và Xã hội", lead="")
    ('bo', 'lao', 'dong', 'thuong', 'binh', 'va', 'xa', 'hoi')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d").replace("\u00f0", "d"))
    words = tuple(re.findall(r"[a-z0-9]+", "".join(mark for mark in plain if not unicodedata.combining(mark))))
    return words if words and words[0][0].isalpha() else (lead, *words)


def first_difference(text: str, expected: str) -> Span:
    """The place from which a text is not what was expected."""
    same = next((at for at, (one, other) in enumerate(zip(text, expected, strict=False)) if one != other), None)
    return Span(min(len(text), len(expected)) if same is None else same, len(text))


def _fold_number(number: str | None) -> str:
    """The number with the leading zero the rules want and no other, for numbers that differ in zeros are one."""
    match = _NUMBER.fullmatch(number or "")
    if not match:
        return ""
    return f"{match[1].lstrip('0').zfill(2)}{'dd' if match[2] == 'đ' else match[2]}{match[3]}"


def _fold_word(word: str) -> str:
    if word in _SHORT_OF:
        return _SHORT_OF[word]
    folded = "".join(
        letter.lower() if letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" else _escaped(letter) for letter in word
    )
    if (known := SHORT_WORDS.get(folded)) is None:
        return folded
    at = next(at for at, (one, other) in enumerate(zip(known, word, strict=True)) if one != other)
    return f"{folded[:at]}.c{folded[at:]}"


def _unfold_word(text: str, start: int, end: int) -> str:
    known = SHORT_WORDS.get(text[start:end])
    return known if known is not None else _unescaped(text, start, end)


def _escaped(letter: str) -> str:
    if letter in _ESCAPE_OF:
        return _ESCAPE_OF[letter]
    if letter.isascii() and letter.isalpha():
        return f".{'c' if letter.isupper() else 'l'}{letter.lower()}"
    return f".x{ord(letter):06x}"


def _unescaped(text: str, start: int, end: int) -> str:
    letters, at = [], start
    while at < end:
        token = _TOKEN.match(text, at, end)
        if not token or (token["code"] and int(token["code"], 16) > 0x10FFFF):
            raise _unknown_escape(text, at, end)
        if token["code"]:
            letters.append(chr(int(token["code"], 16)))
        elif token["telex"]:
            letters.append(ESCAPES[token["telex"]])
        else:
            letters.append(token["small"] or (token["capital"] or token["plain"]).upper())
        at = token.end()
    return "".join(letters)


def _unknown_escape(text: str, at: int, end: int) -> ParseError:
    known = f"after a dot come {', '.join(ESCAPES)}, l or c with a letter, or x with six figures"
    return ParseError(text, Span(at, min(end, at + 3)), f"unknown escape: {known}")


def _style(mark: str, code: str, *, year: bool) -> SymbolStyle:
    """The style that reading such a symbol finds, or one of its mark where reading finds none."""
    slash = mark == "-"
    return style_of(code, "/" if slash else "-", year=year) or (SymbolStyle.STATE if slash else SymbolStyle.PARTY)

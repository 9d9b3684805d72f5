"""Letters of legacy encodings (bảng mã cũ: TCVN3, VNI) that were taken for those of Western Europe."""

import re

from vstbpn.text import Folded
from vstbpn.values import Span

_VIETNAMESE = re.compile("[\u1ea0-\u1ef9đơư]", re.IGNORECASE)
# What the bytes of TCVN3 and VNI look like where they were taken for Western European letters.
_ODD = "¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ"
_LEGACY = re.compile(f"[a-zA-Z][{_ODD}]|[{_ODD}][a-z]")
_LEGACY_WORDS = re.compile(
    r"(?:nh©n d©n|Kinh tÕ|ph¸p luËt|ñy ban|Uû ban nh|thùc hiÖn|kÕ ho¹ch|phô n÷|nhaân daân|phuï nöõ|keá hoaïch)"
)
_SAMPLE, _SIGNS_OF_LEGACY = 4000, 12

_RARE = re.compile("[¡-¬®-¿ÄÅÆËÎÏÑÖ×ØÛÜÞßäåæëîïñöøûüþÿ]")
_WORD = re.compile(r"\S+")
_SIGNS = re.compile(
    "[a-zA-Z][¡-±´-¹»-¿]|[¡-©«-±´-¹»-¿][a-z]"  # In TCVN3 signs stand inside words.
    "|[a-z][À-ß]"  # So do capitals after small letters.
    "|[aA][âáàåãäéèëêúùûüøõï]|[eE][âáàåãäùøûõï]|[oO][åäùøûõï]|[uU][ùøûõï]|[öô][ùøûõï]|ö[a-z]|ñ[aeiouö]"  # In VNI two letters make one.
)
_ENOUGH_MISREAD = 4
_FEWEST_WORDS, _MOST_OTHERS = 3, 1.5


def legacy_letters(folded: Folded) -> Span | None:
    """Where letters of TCVN3 or VNI stand: the first passage of them, or the whole of a text written so."""
    text = folded.text
    if text.count("áº") + text.count("á»") >= _ENOUGH_MISREAD:
        # It is Unicode whose bytes were taken for letters ("Káº¿ hoáº¡ch"), which is another fault.
        return None
    if _is_all_legacy(text):
        return Span(0, len(folded.source))
    if passage := _passage(text):
        return folded.span(*passage)
    words = _LEGACY_WORDS.search(text)
    return folded.span(words.start(), words.end()) if words else None


def _is_all_legacy(text: str) -> bool:
    signs = _LEGACY.findall(text, 0, _SAMPLE)
    if len(signs) * _SIGNS_OF_LEGACY <= min(len(text), _SAMPLE):
        return False
    return _VIETNAMESE.search(text, 0, _SAMPLE) is None


def _passage(text: str) -> tuple[int, int] | None:
    """The first line of which a good part is words of a legacy encoding, from the first of them to the last."""
    done = 0
    while rare := _RARE.search(text, done):
        start = text.rfind("\n", done, rare.start()) + 1 or done
        end = text.find("\n", rare.start())
        done = len(text) if end < 0 else end
        if found := _in_line(text, start, done):
            return found
    return None


def _in_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = list(_WORD.finditer(text, start, end))
    legacy = [number for number, word in enumerate(words) if _is_legacy(word[0])]
    if len(legacy) < _FEWEST_WORDS or legacy[-1] - legacy[0] + 1 > len(legacy) * (1 + _MOST_OTHERS):
        return None
    return words[legacy[0]].start(), words[legacy[-1]].end()


def _is_legacy(word: str) -> bool:
    return _SIGNS.search(word) is not None and _VIETNAMESE.search(word) is None

"""Keys of unit names (khóa so sánh tên đơn vị): what stays equal however a name is written.

There are two. The exact key writes abbreviations out and levels case, tone placement and punctuation. The loose key also
leaves out "và" and every dash, and writes i for y where both are usual.
"""

import re
import unicodedata
from functools import lru_cache

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.names.abbreviations import expand
from vstbpn.text import clean, comparison_key, fold

_LONGEST_KEPT = 400
"""Keys of longer texts are not kept: no unit has such a name."""

_EDGES = ' \t-–+•*.,;:/"“”'
_AND = re.compile(r"\s?&\s?")
_OF_WOMEN = re.compile(r"(tiến\s+bộ)\s+(phụ\s+nữ)", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s?[-–,.]\s|\s[-–]")


def name_key(text: str) -> str:
    """The exact key of a name.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> name_key("Ban VSTBPN tỉnh") == name_key("Ban vì sự tiến bộ phụ nữ tỉnh")
    True
    """
    if not isinstance(text, str):
        raise InvalidValueError("name", type(text).__name__, "expected the name of a unit as a str")
    return _kept_key(text) if len(text) <= _LONGEST_KEPT else fresh_key(text)


def fresh_key(text: str) -> str:
    """The exact key of a name, not kept for the next time: for going through all names of a directory once."""
    words = [*map(_plain_key, text.split())]
    if None in words:
        return key_of(canonical_name(clean(fold(text).text)))
    return " ".join(filter(None, words))


_kept_key = lru_cache(maxsize=8192)(fresh_key)


def canonical_name(written: str) -> str:
    """A name on one line with its abbreviations written out, without the marks at its edges."""
    name = clean(_OF_WOMEN.sub(r"\1 của \2", _AND.sub(" và ", expand(written.strip(_EDGES))))).strip(_EDGES)
    return name[:1].upper() + name[1:]


def key_of(canonical: str) -> str:
    """Commas and dashes between words are left out: documents set them as they like in names such as Lao động - Thương binh."""
    return clean(_SEPARATORS.sub(" ", comparison_key(canonical)))


_PLAIN = re.compile(r"([A-Za-z0-9À-ÖØ-ɏḀ-ỹ]{1,40})[,;]?")
_HAS_MEANING = re.compile(r"phụ|tp|t|[pq][0-9]{0,2}", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def _plain_key(word: str) -> str | None:
    """The key of one word of a name; None for a word whose key its neighbours may change, such as an abbreviation.

    Most names are made of plain words, a few thousand in all, so that these are looked at once.
    """
    if word in {"-", "–"}:
        return ""
    plain = _PLAIN.fullmatch(word)
    if not plain or (word[-1] == ";") or _HAS_MEANING.fullmatch(plain[1]):
        return None
    letters = plain[1]
    return None if len(letters) > 1 and letters.isupper() else comparison_key(letters)


_LETTERS = re.compile(r"[^\W_]+")
_EITHER_I = re.compile(r"(?:th|[hklmstv])([yýỳỷỹỵ])")
_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def loose_key(key: str) -> str:
    """The loose key of a name by its exact one.

    >>> loose_key(name_key("Sở Giáo dục - Đào tạo Mĩ An")) == loose_key(name_key("Sở GD&ĐT Mỹ An"))
    True
    """
    loose = " ".join(filter(None, map(_loose_word, key.split(" "))))
    return _OTHER_SPELLINGS.sub(lambda name: _PROVINCE_SPELLINGS[name[0]], loose)


_PROVINCE_SPELLINGS = {
    "đắc lắc": "đắk lắk", "đăk lăk": "đắk lắk", "đắk lăk": "đắk lắk", "đăk lắk": "đắk lắk", "đắc lắk": "đắk lắk",
    "đắk lắc": "đắk lắk", "đắc nông": "đắk nông", "đăk nông": "đắk nông", "bắc cạn": "bắc kạn", "kontum": "kon tum",
}  # fmt: skip
"""Provinces that texts spell in more than one way, each led to the official spelling."""

_OTHER_SPELLINGS = re.compile(rf"(?<!\S)(?:{'|'.join(_PROVINCE_SPELLINGS)})(?!\S)")


def without_marks(key: str) -> str:
    """A key as those write it who have no Vietnamese keyboard.

    >>> without_marks("trường mầm non đống đa")
    'truong mam non dong da'
    """
    return _MARKS.sub("", unicodedata.normalize("NFD", key)).replace("đ", "d")


_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=1 << 14)
def _loose_word(word: str) -> str:
    parts = _LETTERS.findall(word)
    return " ".join(part.translate(_AS_I) if _EITHER_I.fullmatch(part) else part for part in parts if part != "và")


_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_NO_SYLLABLE = re.compile(
    rf"(?<!\w)(?:[^\W\d_{_VOWELS}]{{2,20}}|[^\W\d_{_VOWELS}]{{0,9}}[{_VOWELS}][^\W\d_{_VOWELS}]{{3,12}})"
    rf"(?:\s?[&-]\s?[^\W\d_{_VOWELS}]{{2,20}}){{0,4}}(?!\w)",
    re.IGNORECASE,
)


def with_capitals(text: str) -> str:
    """A name with capitals for whatever letters make no Vietnamese syllable: abbreviations some write small.

    >>> with_capitals("ubnd tỉnh, sở gd&đt")
    'UBND tỉnh, sở GD&ĐT'
    """
    return _NO_SYLLABLE.sub(lambda letters: letters[0].upper(), clean(fold(text).text))

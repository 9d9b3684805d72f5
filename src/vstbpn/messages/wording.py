"""Words for people in the languages of the library."""

from vstbpn.errors import InvalidValueError, shown
from vstbpn.values import frozen
from vstbpn.vocabulary import check_language


@frozen
class Wording:
    """What is said, in Vietnamese and English (lời bằng hai thứ tiếng); where one is empty, the other stands for it.

    Args:
        vi: The words in Vietnamese.
        en: The words in English.

    >>> Wording(vi="đánh số lại", en="number it again").in_language("en")
    'number it again'
    >>> Wording.of("ghi số điện thoại").in_language("en")
    'ghi số điện thoại'
    """

    vi: str = ""
    en: str = ""

    @classmethod
    def of(cls, words: "Wording | str") -> "Wording":
        """The words themselves, or a text that is said in every language.

        Raises:
            InvalidValueError: It is neither words nor a text.
        """
        if isinstance(words, cls):
            return words
        if not isinstance(words, str):
            raise InvalidValueError("words", shown(words), "expected a text, or Wording(vi=…, en=…)")
        return cls(vi=words, en=words)

    def in_language(self, language: str) -> str:
        """The words in a language.

        Raises:
            InvalidValueError: There is no such language.
        """
        check_language(language)
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)

    def __str__(self) -> str:
        return self.in_language("vi")

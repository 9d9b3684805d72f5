"""What is said in a language: English stands where it is used, the other languages in Babel catalogues.

The sources of the catalogues (``locales/*/LC_MESSAGES/vstbpn.po``) are compiled when the library is built. Where that was
not done, as in a bare checkout, they are read as they are.
"""

import gettext
import io
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from vstbpn.messages.wording import Wording
from vstbpn.vocabulary import LANGUAGES, Language, check_language

SOURCE_LANGUAGE: Language = "en"
"""The language the texts to be translated are written in."""


def translated(text: str, language: str, context: str = "") -> str:
    """A text of the library in a language; as it is where it has no translation.

    Args:
        text: The English text, with names in braces for what is filled in later.
        language: vi or en.
        context: What tells equal texts apart; for the words of a rule its code.

    Raises:
        InvalidValueError: There is no such language.

    >>> translated("number it again", "vi", "STR003")
    'đánh số lại'
    """
    check_language(language)
    if language == SOURCE_LANGUAGE or not text:
        return text
    return _catalogue(language).pgettext(context, text) if context else _catalogue(language).gettext(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    home = resources.files("vstbpn.messages") / "locales" / language / "LC_MESSAGES"
    compiled = home / "vstbpn.mo"
    data = compiled.read_bytes() if compiled.is_file() else _compiled(home / "vstbpn.po")
    return gettext.GNUTranslations(io.BytesIO(data))


def _compiled(source: Traversable) -> bytes:
    """A catalogue as it is compiled when the library is built."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(source.read_bytes())))
    return made.getvalue()


@cache
def said(text: str, context: str = "") -> Wording:
    """A text of the library in all its languages."""
    return Wording(**{language: translated(text, language, context) for language in LANGUAGES})

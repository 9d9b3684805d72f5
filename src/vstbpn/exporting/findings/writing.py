"""Plain data as JSON that can be written to any file."""

import json
from typing import Any

from vstbpn.messages.wording import Wording
from vstbpn.vocabulary import LANGUAGES


def json_text(data: object) -> str:
    r"""Data as indented JSON, letters as they are; halves of letters, which UTF-8 cannot hold, as escapes.

    >>> print(json_text(["Sở", "\ud800"]))
    [
      "Sở",
      "\ud800"
    ]
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def both(words: Wording) -> dict[str, Any]:
    """Words by language.

    >>> both(Wording(vi="đánh số lại", en="number it again"))
    {'vi': 'đánh số lại', 'en': 'number it again'}
    """
    return {language: words.in_language(language) for language in LANGUAGES}

"""Plain data as JSON that can be written to any file."""

import json
import re
from typing import Any

from vstbpn.messages.wording import Wording
from vstbpn.vocabulary import LANGUAGES

_CONTROLS = re.compile("[\x7f-\x9f]")


def json_text(data: object) -> str:
    r"""Data as indented JSON, letters as they are; what UTF-8 cannot hold or terminals obey as escapes.

    >>> print(json_text(["Sở", "\ud800", "\x9b"]))
    [
      "Sở",
      "\ud800",
      "\u009b"
    ]
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    text = _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def both(words: Wording) -> dict[str, Any]:
    """Words by language.

    >>> both(Wording(vi="đánh số lại", en="number it again"))
    {'vi': 'đánh số lại', 'en': 'number it again'}
    """
    return {language: words.in_language(language) for language in LANGUAGES}

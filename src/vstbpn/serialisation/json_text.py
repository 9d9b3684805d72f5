"""JSON text (văn bản JSON) to plain data and back, strictly: UTF-8, no key twice, nothing nested without end."""

import json
from typing import Any

from vstbpn.errors import DecodeError, Problem


class Repeated:
    """What stands for the values of a key given twice: nothing that is expected anywhere, so that it is told in its place."""

    def __str__(self) -> str:
        return "the key twice or more"


def write_data(data: object, *, indent: int | None = None) -> str:
    """Plain data as JSON, letters as they are.

    >>> write_data({"type": "Kế hoạch"})
    '{"type": "Kế hoạch"}'
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    # A lone surrogate cannot be written in UTF-8; JSON can still say it in ASCII.
    return text if _is_writable(text) else json.dumps(data, ensure_ascii=True, indent=indent)


def _is_writable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def read_data(text: str | bytes) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """The plain data of a JSON text; a key given twice has ``Repeated`` for its value.

    Raises:
        DecodeError: It is no JSON, or not in UTF-8.
    """
    if isinstance(text, bytes | bytearray):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError:
            raise DecodeError([Problem("", "UTF-8", "bytes that are none")]) from None
    if not isinstance(text, str):
        raise DecodeError([Problem("", "a text or bytes", type(text).__name__)])
    try:
        # NaN and Infinity become numbers, which no field takes: so they are refused in their place.
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_members)
    except RecursionError:
        raise DecodeError([Problem("", "a document of sensible depth", "one nested too deeply")]) from None
    except ValueError as error:
        raise DecodeError([Problem("", "JSON", str(error))]) from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The members of an object; a key given twice has no value."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        made[key] = Repeated() if key in made else value
    return made

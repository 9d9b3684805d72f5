"""Reading settings from files, strictly: a slip in them is told, not passed over."""

import datetime
import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from vstbpn.errors import VstbpnError
from vstbpn.findings import rule_codes
from vstbpn.lines import harmless_name
from vstbpn.validation.rule import RuleSet
from vstbpn.validation.settings import SETTINGS_FILES, FileSettings, Settings

_PYPROJECT = "pyproject.toml"
_KEYS = ("select", "ignore", "on")
_PER_FILE = "per-file"
_CODES = 'a list of codes of rules or their beginnings, such as ["STR", "REF001"]'
_SHOWN = 60
_DIGITS = "0123456789"
_SO_NEAR = 0.8
"""How like a code must be to one there is, where only its number is wrong."""


class SettingsError(VstbpnError, ValueError):
    """Settings that cannot be used.

    Args:
        file: Where they stand: the file, or the option of a command.
        key: The key at fault, with those it stands under; empty for the file as a whole.
        reason: What was expected, and what was found.

    >>> print(SettingsError("vstbpn.toml", "selct", "no such setting; did you mean select?"))
    vstbpn.toml: selct: no such setting; did you mean select?
    """

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(file, key, reason)
        self.file = file
        self.key = key
        self.reason = reason

    def __str__(self) -> str:
        return ": ".join(harmless_name(part) for part in (self.file, self.key, self.reason) if part)


def read_settings(file: str | os.PathLike[str], rules: RuleSet) -> Settings:
    """The settings a file holds.

    Raises:
        SettingsError: There is no such file, or something in it is not as it must be.
    """
    found = _settings_in(Path(file), rules)
    if found is None:
        raise SettingsError(str(file), "", "it has no table tool.vstbpn")
    return found


def find_settings(path: str | os.PathLike[str], rules: RuleSet) -> Settings:
    """The settings nearest to a file, upward from its folder; none set where there are none.

    Raises:
        SettingsError: Something in the settings found is not as it must be.
    """
    for folder in Path(os.path.normpath(Path(path).absolute())).parents:
        for name in SETTINGS_FILES:
            file = folder / name
            found = _settings_in(file, rules) if _is_there(file) else None
            if found is not None:
                return found
    return Settings()


def checked_codes(codes: object, file: str, key: str, rules: RuleSet) -> tuple[str, ...]:
    """Codes of rules, or their beginnings, each of which fits some rule.

    Raises:
        SettingsError: They are no list of texts, or one of them fits no rule; those that come near are named.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> checked_codes(["STR1", "REF"], "vstbpn.toml", "select", DEFAULT_RULES.select("STR", "REF").ignore("STR1"))
    Traceback (most recent call last):
    vstbpn.validation.settings_file.SettingsError: vstbpn.toml: select: no rule begins with 'STR1'; did you mean ...
    """
    if not isinstance(codes, list | tuple):
        raise SettingsError(file, key, f"expected {_CODES}, found {_found(codes)}")
    for code in codes:
        if not isinstance(code, str) or not code:
            raise SettingsError(file, key, f"expected {_CODES}, found {_found(code)} in it")
        if any(known.startswith(code) for known in rule_codes()) and not any(
            rule.code.startswith(code) for rule in rules
        ):
            raise SettingsError(
                file, key, f"{code} is no rule of plans: it is told of figures, or of rules that break down"
            )
        if not any(rule.code.startswith(code) for rule in rules):
            near = near_codes(code, rules)
            hint = f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(_families(rules))}"
            raise SettingsError(file, key, f"no rule begins with {code[:_SHOWN]!r}; {hint}")
    return tuple(codes)


def near_codes(code: str, rules: RuleSet) -> list[str]:
    """The codes, or families of codes, that come near to one there is not; the nearest first.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> near_codes("STTR", DEFAULT_RULES), near_codes("str001", DEFAULT_RULES)[0]
    (['STR'], 'STR001')
    >>> near_codes("STR1", DEFAULT_RULES), near_codes("STR0010", DEFAULT_RULES)[0]
    (['STR001'], 'STR010')
    """
    known = [rule.code for rule in rules]
    families = _families(rules)
    asked = code[:_SHOWN].upper()
    if asked in known:
        return [asked]
    family = asked.rstrip(_DIGITS)
    if family in families and family != asked:
        # What is meant is one rule: the one of this number, or one that is written nearly so.
        number = asked[len(family) :].lstrip("0")
        of_it = [one for one in known if one.rstrip(_DIGITS) == family]
        same = [one for one in of_it if one[len(family) :].lstrip("0") == number]
        return same or get_close_matches(asked, of_it, cutoff=_SO_NEAR) or [family]
    near = get_close_matches(asked, families, n=1) or get_close_matches(asked, known)
    return near or [family for family in families if family and asked.startswith(family)]


def _families(rules: RuleSet) -> list[str]:
    """What codes begin with, each once, in the order of codes."""
    return sorted({rule.code.rstrip(_DIGITS) for rule in rules})


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def _settings_in(file: Path, rules: RuleSet) -> Settings | None:
    """The settings of a file; None where it is a ``pyproject.toml`` that holds none."""
    name = str(file)
    table: object = _read(file)
    above = ""
    if file.name == _PYPROJECT:
        above = "tool.vstbpn"
        tools = table.get("tool") if isinstance(table, Mapping) else None
        table = tools.get("vstbpn") if isinstance(tools, Mapping) else None
        if table is None:
            return None
    given = _table(table, name, above, (*_KEYS, _PER_FILE))
    return Settings(
        **_values(given, name, above, rules),
        per_file=_per_file(given.get(_PER_FILE, {}), name, _key(above, _PER_FILE), rules),
        folder=str(file.parent),
    )


def _read(file: Path) -> object:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(str(file), "", error.strerror or str(error)) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(file), "", f"this is no TOML: {error}") from None
    except UnicodeDecodeError:
        raise SettingsError(str(file), "", "this is no text in UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(str(file), "", f"it cannot be read: {error}") from None


def _table(table: object, file: str, above: str, known: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(table, Mapping):
        raise SettingsError(file, above, f"expected a table, found {_found(table)}")
    for key in table:
        if key not in known:
            near = get_close_matches(key[:_SHOWN], known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise SettingsError(file, _key(above, key), f"no such setting; {hint}")
    return table


def _values(table: Mapping[str, Any], file: str, above: str, rules: RuleSet) -> dict[str, Any]:
    """What the keys hold that a table as a whole and one for some files share."""
    found: dict[str, Any] = {
        key: checked_codes(table[key], file, _key(above, key), rules) for key in ("select", "ignore") if key in table
    }
    if found.get("select") == ():
        reason = "an empty list would apply no rule; leave the key out, or name in ignore what is not to be applied"
        raise SettingsError(file, _key(above, "select"), reason)
    if "on" in table:
        found["on"] = _day(table["on"], file, _key(above, "on"))
    return found


def _day(value: object, file: str, key: str) -> datetime.date:
    """A day as TOML has it, or as a text."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()  # type: ignore[arg-type]  # What is no text raises TypeError. # noqa: DTZ007  # A day has no time zone.
    except (TypeError, ValueError):
        raise SettingsError(file, key, f"expected a day such as 2026-11-22, found {_found(value)}") from None


def _per_file(tables: object, file: str, above: str, rules: RuleSet) -> tuple[FileSettings, ...]:
    if not isinstance(tables, Mapping):
        raise SettingsError(file, above, f'expected tables such as [{above}."nhap/**"], found {_found(tables)}')
    made = []
    for pattern, table in tables.items():
        key = f'{above}."{pattern}"'
        if not pattern.strip():
            raise SettingsError(file, key, 'expected a pattern of paths, such as "nhap/**"')
        given = _table(table, file, key, _KEYS)
        made.append(FileSettings(pattern=pattern, **_values(given, file, key, rules)))
    return tuple(made)


def _key(above: str, key: str) -> str:
    return f"{above}.{key}" if above else key


def _found(value: object) -> str:
    """What was found, in short and in the words of TOML."""
    for kind, name in (
        (bool, "a boolean"),
        (str, "a text"),
        (int, "a number"),
        (float, "a number"),
        (Mapping, "a table"),
        (list, "a list"),
    ):
        if isinstance(value, kind):
            shown = str(value).lower() if kind is bool else repr(value)
            return f"{name}: {shown[:_SHOWN]}" if kind in {bool, str, int, float} else name
    return f"{str(value)[:_SHOWN]}"

"""Settings of a check (thiết lập kiểm tra): which rules hold for which files, from ``vstbpn.toml`` or ``pyproject.toml``."""

import datetime
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from vstbpn.constraints import Constraint, any_day, any_text, each
from vstbpn.validation.patterns import fits
from vstbpn.validation.rule import RuleSet
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import evolve, frozen

SETTINGS_FILES = ("vstbpn.toml", "pyproject.toml")
"""The files settings are looked for in; in one folder the first that holds some."""

_ALL = "**"


def _codes(what: str) -> Constraint:
    """Takes codes or their beginnings, and no text: that would be a tuple of letters to Python, too."""
    return each(any_text(what, 'expected a tuple of codes or their beginnings: ("STR", "REF001")', at_least=1))


_SELECT = attrs.validators.optional(_codes("select"))
_IGNORE = _codes("ignore")
_ON = attrs.validators.optional(any_day("day"))


@frozen
class FileSettings:
    """What holds otherwise for some files (thiết lập riêng cho một số tệp).

    Args:
        pattern: Which files, as a path from the folder of the settings with ``*``, ``?``, ``[…]`` within a name and
            ``**`` for any folders; without a slash, by their name in any folder.
        select: The rules to apply instead, as codes or their beginnings; None for those that hold anyway.
        ignore: Rules to leave out besides.
        on: The day to judge by instead.

    Raises:
        InvalidValueError: Codes are no tuple of texts, or the day is none.

    >>> FileSettings(pattern="nhap/**", ignore=("STR004", "STR005")).fits("nhap/2026/ke-hoach.txt")
    True
    """

    pattern: str
    select: tuple[str, ...] | None = attrs.field(default=None, validator=_SELECT)
    ignore: tuple[str, ...] = attrs.field(default=(), validator=_IGNORE)
    on: datetime.date | None = attrs.field(default=None, validator=_ON)

    def fits(self, path: str) -> bool:
        """Whether it holds for a file, given by its path from the folder of the settings, with slashes."""
        return fits(self.pattern, path)


@frozen
class Settings:
    """Settings of a check (thiết lập kiểm tra): which rules are applied, and the day documents are judged by.

    Args:
        select: The rules to apply, as codes or their beginnings (``STR``, ``REF001``); None for all.
        ignore: Rules to leave out; of ``select`` and ``ignore`` the longer beginning decides, of equal ones ``ignore``.
        on: The day to judge by; None for that of each document.
        per_file: What holds otherwise for some files; of several that fit, a later one goes before an earlier one.
        folder: The folder patterns start from; empty for the present one.

    Raises:
        InvalidValueError: Codes are no tuple of texts, or the day is none.

    >>> drafts = FileSettings(pattern="nhap/**", ignore=("STR004", "STR005"))
    >>> settings = Settings(select=("STR",), per_file=(drafts,))
    >>> [rule.code for rule in settings.rules_for("nhap/ke-hoach.txt")][:3]
    ['STR001', 'STR002', 'STR003']
    >>> settings.day_for("nhap/ke-hoach.txt") is None
    True
    """

    select: tuple[str, ...] | None = attrs.field(default=None, validator=_SELECT)
    ignore: tuple[str, ...] = attrs.field(default=(), validator=_IGNORE)
    on: datetime.date | None = attrs.field(default=None, validator=_ON)
    per_file: tuple[FileSettings, ...] = ()
    folder: str = attrs.field(default="", eq=False)

    @classmethod
    def read(cls, file: str | os.PathLike[str], *, rules: RuleSet = DEFAULT_RULES) -> "Settings":
        """The settings a file holds: ``vstbpn.toml`` and the like, or the table ``tool.vstbpn`` of a ``pyproject.toml``.

        Args:
            file: The file.
            rules: The rules there are, for codes to be held against.

        Raises:
            SettingsError: There is no such file, or something in it is not as it must be.
        """
        from vstbpn.validation.settings_file import read_settings

        return read_settings(file, rules)

    @classmethod
    def nearest(cls, path: str | os.PathLike[str], *, rules: RuleSet = DEFAULT_RULES) -> "Settings":
        """The settings for a file: those in its folder, or else in the nearest folder above that has some.

        A ``pyproject.toml`` without the table ``tool.vstbpn`` is passed over; where there are none, nothing is set.

        Args:
            path: The file to be checked; it need not be there.
            rules: The rules there are.

        Raises:
            SettingsError: Something in the settings found is not as it must be.
        """
        from vstbpn.validation.settings_file import find_settings

        return find_settings(path, rules)

    def but(
        self,
        *,
        select: tuple[str, ...] | None = None,
        ignore: tuple[str, ...] = (),
        on: datetime.date | None = None,
    ) -> "Settings":
        """Settings in which something holds otherwise for all files, whatever is set for some of them.

        >>> settings = Settings(ignore=("STR",)).but(select=("STR001", "STR004"), ignore=("STR004",))
        >>> [rule.code for rule in settings.rules_for("ke-hoach.txt")]
        ['STR001']
        """
        return evolve(self, per_file=(*self.per_file, FileSettings(pattern=_ALL, select=select, ignore=ignore, on=on)))

    def rules_for(self, path: str | os.PathLike[str], rules: RuleSet = DEFAULT_RULES) -> RuleSet:
        """The rules to apply to a file.

        Where one setting goes before another, what it selects replaces what was selected, and what it ignores is left out
        whatever was selected before. An earlier ``ignore`` gives way to what is selected later by as long a beginning.

        Args:
            path: The file.
            rules: The rules there are.
        """
        layers = tuple(self._layers(path))
        return RuleSet(rules=tuple(rule for rule in rules if _is_chosen(rule.code, layers)))

    def day_for(self, path: str | os.PathLike[str]) -> datetime.date | None:
        """The day to judge a file by; None for the day of its document."""
        return next((layer.on for layer in reversed(tuple(self._layers(path))) if layer.on is not None), None)

    def _layers(self, path: str | os.PathLike[str]) -> Iterator[FileSettings]:
        """The settings that hold for a file, those that go before others last."""
        yield FileSettings(pattern=_ALL, select=self.select, ignore=self.ignore, on=self.on)
        inside = _path_from(self.folder, path)
        yield from (layer for layer in self.per_file if layer.fits(inside))


def _path_from(folder: str, path: str | os.PathLike[str]) -> str:
    """A path as seen from a folder, with slashes; links are not followed."""
    try:
        return Path(os.path.relpath(path, folder or os.curdir)).as_posix()
    except ValueError:
        return Path(path).as_posix()  # It lies on another drive, or is no path at all.


def _is_chosen(code: str, layers: Iterable[FileSettings]) -> bool:
    """Whether a rule is applied, by settings of which the later ones go before."""
    selected, chosen_in = 0, -1
    taken: list[tuple[int, int]] = []
    for number, layer in enumerate(layers):
        if layer.select is not None:
            selected, chosen_in = _longest(code, layer.select), number
        if ignored := _longest(code, layer.ignore):
            taken.append((number, ignored))
    if chosen_in >= 0 and not selected:
        return False
    return all(
        (number < chosen_in and length <= selected) or (number == chosen_in and length < selected)
        for number, length in taken
    )


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)

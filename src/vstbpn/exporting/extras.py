"""Packages that only one way out needs, and what to say where they are missing."""

from importlib import import_module

from vstbpn.errors import VstbpnError


class MissingExtraError(VstbpnError, ImportError):
    """A package is not installed that this needs; ``extra`` names what to install with the library.

    >>> print(MissingExtraError("writing calendar files", "icalendar", "ics"))
    writing calendar files needs the package icalendar; install it with: pip install 'vstbpn[ics]'
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(what, package, extra)
        self.what = what
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.what} needs the package {self.package}; install it with: pip install 'vstbpn[{self.extra}]'"


def need(package: str, *, what: str, extra: str) -> None:
    """Load a package of an extra.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import_module(package)
    except ModuleNotFoundError as error:
        raise MissingExtraError(what, error.name or package, extra) from None

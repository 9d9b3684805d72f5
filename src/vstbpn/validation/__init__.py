"""Validation (kiểm tra): what is wrong with a plan, by which rule, and how to mend it.

Names of its own are loaded when they are first used; those of findings, which rules are written with, come along.
"""

from typing import TYPE_CHECKING

from vstbpn.findings import Edit as Edit
from vstbpn.findings import Finding as Finding
from vstbpn.findings import Ground as Ground
from vstbpn.findings import RuleInfo as RuleInfo
from vstbpn.lazy import loader
from vstbpn.messages.wording import Wording as Wording

if TYPE_CHECKING:
    from vstbpn.validation.checking import check as check
    from vstbpn.validation.explaining import explain as explain
    from vstbpn.validation.fixing import Fixed as Fixed
    from vstbpn.validation.fixing import fix as fix
    from vstbpn.validation.report import Report as Report
    from vstbpn.validation.rule import Context as Context
    from vstbpn.validation.rule import Rule as Rule
    from vstbpn.validation.rule import RuleSet as RuleSet
    from vstbpn.validation.settings import FileSettings as FileSettings
    from vstbpn.validation.settings import Settings as Settings
    from vstbpn.validation.settings_file import SettingsError as SettingsError
    from vstbpn.validation.shipped import DEFAULT_RULES as DEFAULT_RULES

_HOMES = {
    "Context": "rule",
    "DEFAULT_RULES": "shipped",
    "FileSettings": "settings",
    "Fixed": "fixing",
    "Report": "report",
    "Rule": "rule",
    "RuleSet": "rule",
    "Settings": "settings",
    "SettingsError": "settings_file",
    "check": "checking",
    "explain": "explaining",
    "fix": "fixing",
}

__all__ = [
    "DEFAULT_RULES",
    "Context",
    "Edit",
    "FileSettings",
    "Finding",
    "Fixed",
    "Ground",
    "Report",
    "Rule",
    "RuleInfo",
    "RuleSet",
    "Settings",
    "SettingsError",
    "Wording",
    "check",
    "explain",
    "fix",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__

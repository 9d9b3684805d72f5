r"""Vietnamese administrative plan documents as typed values: read them, check them, hand exact data on.

>>> import vstbpn
>>> reading = vstbpn.read("KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nCăn cứ Luật Bình đẳng giới;\n\nI. MỤC ĐÍCH")
>>> [str(reference) for reference in reading.plan.references]
['Luật Bình đẳng giới']

Names are loaded when they are first used, so that importing the library costs next to nothing.
"""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader
from vstbpn.version import VERSION as __version__  # noqa: N811  # The name is the convention.

if TYPE_CHECKING:
    from vstbpn import calendars as calendars
    from vstbpn import exporting as exporting
    from vstbpn import goals as goals
    from vstbpn import organisations as organisations
    from vstbpn import plans as plans
    from vstbpn import references as references
    from vstbpn import serialisation as serialisation
    from vstbpn import validation as validation
    from vstbpn.errors import DecodeError as DecodeError
    from vstbpn.errors import InvalidValueError as InvalidValueError
    from vstbpn.errors import NotFoundError as NotFoundError
    from vstbpn.errors import ParseError as ParseError
    from vstbpn.errors import UnusableInputError as UnusableInputError
    from vstbpn.errors import VstbpnError as VstbpnError
    from vstbpn.findings import Finding as Finding
    from vstbpn.plans.plan import Plan as Plan
    from vstbpn.reading.decoding import decode as decode
    from vstbpn.reading.reading import Block as Block
    from vstbpn.reading.reading import Reading as Reading
    from vstbpn.reading.reading import read as read
    from vstbpn.references.citing.reference import Reference as Reference
    from vstbpn.references.finding.scanning import find_references as find_references
    from vstbpn.serialisation.annotations.writing import annotate as annotate
    from vstbpn.serialisation.documents import from_json as from_json
    from vstbpn.serialisation.documents import to_json as to_json
    from vstbpn.serialisation.json_lines import dump_lines as dump_lines
    from vstbpn.serialisation.json_lines import load_lines as load_lines
    from vstbpn.validation.checking import check as check
    from vstbpn.validation.fixing import fix as fix
    from vstbpn.validation.report import Report as Report
    from vstbpn.values import Span as Span


_HOMES = {
    "calendars": "",
    "exporting": "",
    "goals": "",
    "organisations": "",
    "plans": "",
    "references": "",
    "serialisation": "",
    "validation": "",
    "Block": "reading.reading",
    "DecodeError": "errors",
    "Finding": "findings",
    "InvalidValueError": "errors",
    "NotFoundError": "errors",
    "ParseError": "errors",
    "Plan": "plans.plan",
    "Reading": "reading.reading",
    "Reference": "references.citing.reference",
    "Report": "validation.report",
    "Span": "values",
    "UnusableInputError": "errors",
    "VstbpnError": "errors",
    "annotate": "serialisation.annotations.writing",
    "check": "validation.checking",
    "dump_lines": "serialisation.json_lines",
    "fix": "validation.fixing",
    "decode": "reading.decoding",
    "find_references": "references.finding.scanning",
    "from_json": "serialisation.documents",
    "load_lines": "serialisation.json_lines",
    "read": "reading.reading",
    "to_json": "serialisation.documents",
}

__all__ = [
    "Block",
    "DecodeError",
    "Finding",
    "InvalidValueError",
    "NotFoundError",
    "ParseError",
    "Plan",
    "Reading",
    "Reference",
    "Report",
    "Span",
    "UnusableInputError",
    "VstbpnError",
    "__version__",
    "annotate",
    "calendars",
    "check",
    "decode",
    "dump_lines",
    "exporting",
    "find_references",
    "fix",
    "from_json",
    "goals",
    "load_lines",
    "organisations",
    "plans",
    "read",
    "references",
    "serialisation",
    "to_json",
    "validation",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__

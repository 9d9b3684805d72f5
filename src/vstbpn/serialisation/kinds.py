"""The kinds of documents (loại tài liệu): what has an envelope with a format and a version, and a schema."""

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from vstbpn.errors import InvalidValueError, NotFoundError


@attrs.frozen
class DocumentKind:
    """A kind of document (loại tài liệu JSON).

    Args:
        name: Its name in ``"format": "vstbpn/<name>"``.
        home: Its class, as ``module:Class`` below ``vstbpn``; it is loaded when it is first needed.
        version: The newest version, which is the one written.
    """

    name: str
    home: str
    version: str

    @property
    def format(self) -> str:
        """What the envelope tells."""
        return f"vstbpn/{self.name}"

    @property
    def schema(self) -> str:
        """The ``$id`` of its schema."""
        return self.schema_of(self.version)

    def schema_of(self, version: str) -> str:
        """The ``$id`` of the schema of one of its versions."""
        return f"urn:vstbpn:schema:{self.name}:{version}"

    @property
    def major(self) -> int:
        """The major version."""
        return int(self.version.partition(".")[0])

    @property
    def cls(self) -> type[Any]:
        """The class of its values."""
        return _class_at(self.home)


@cache
def _class_at(home: str) -> type[Any]:
    module, _, name = home.partition(":")
    found: type[Any] = getattr(importlib.import_module(f"vstbpn.{module}"), name)
    return found


KINDS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        name: DocumentKind(name, home, version)
        for name, home, version in (
            ("plan", "plans.plan:Plan", "2.1"),
            ("reading", "reading.reading:Reading", "1.0"),
            ("report", "validation.report:Report", "1.0"),
            ("finding", "findings:Finding", "1.0"),
            ("reference", "references.citing.reference:Reference", "1.0"),
            ("mention", "references.finding.mention:Mention", "1.0"),
            ("act", "references.acts.act:Act", "1.0"),
            ("directory", "organisations.directory:Directory", "1.0"),
            ("unit", "organisations.units.unit:OrganisationUnit", "1.0"),
            ("goal", "goals.targets.goal:Goal", "1.0"),
            ("target", "goals.targets.target:Target", "1.0"),
            ("indicator", "goals.observing.indicator:Indicator", "1.0"),
            ("observation", "goals.observing.observation:Observation", "1.0"),
            ("evaluation", "goals.evaluating.evaluation:Evaluation", "1.0"),
            ("national-strategy", "goals.national.strategy:NationalStrategy", "1.0"),
            ("obligation", "calendars.duties.obligation:Obligation", "1.0"),
            ("occurrence", "calendars.duties.occurrence:Occurrence", "1.0"),
            ("calendar-entry", "calendars.agenda.entry:CalendarEntry", "1.0"),
        )
    }
)
"""The kinds of documents by name."""

ANNOTATION = "annotation"
"""What has a schema, but no envelope: the annotations of a text."""

_BY_HOME = {f"vstbpn.{kind.home}": kind for kind in KINDS.values()}


def kind_named(name: object) -> DocumentKind:
    """The kind of a name.

    Raises:
        NotFoundError: There is none; the candidates are those of a name like it, or all.

    >>> kind_named("plan").schema
    'urn:vstbpn:schema:plan:2.1'
    """
    if not isinstance(name, str) or name not in KINDS:
        known = (*KINDS, ANNOTATION)
        raise NotFoundError("kind of document", str(name)[:60], get_close_matches(str(name)[:60], known) or known)
    return KINDS[name]


def kind_of(cls: object) -> DocumentKind:
    """The kind of the documents that hold values of a class.

    Raises:
        InvalidValueError: Values of that class are no documents.
    """
    found = _BY_HOME.get(f"{cls.__module__}:{cls.__name__}") if isinstance(cls, type) else None
    if found is None or found.cls is not cls:
        names = ", ".join(kind.home.partition(":")[2] for kind in KINDS.values())
        reason = f"documents are of the classes {names}; vstbpn.serialisation.value_to_json writes other values"
        if cls is type(None):
            reason = "there is nothing to write; the plan of a reading is None where the text is no plan"
        raise InvalidValueError("document", cls.__name__ if isinstance(cls, type) else str(cls)[:60], reason)
    return found

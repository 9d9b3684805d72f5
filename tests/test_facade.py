"""The façade: every public name loads, and importing the library costs next to nothing."""

import json
import re
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import vstbpn

HEAVY = ("attrs", "attr", "babel", "cattrs", "dateutil", "holidays", "hypothesis", "rich", "typer")
_IMPORTED = re.compile(r"import time:\s+\d+ \|\s+(?P<microseconds>\d+) \| (?P<name>\S+)$", re.MULTILINE)


def python(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=True, text=True, encoding="utf-8")


class TestNames:
    @pytest.mark.parametrize("name", vstbpn.__all__)
    def test_every_public_name_loads(self, name: str) -> None:
        assert getattr(vstbpn, name) is not None

    def test_they_are_sorted_and_named_once(self) -> None:
        assert vstbpn.__all__ == sorted(set(vstbpn.__all__))

    def test_they_are_listed(self) -> None:
        assert set(vstbpn.__all__) <= set(dir(vstbpn))

    def test_a_value_is_the_one_of_its_home(self) -> None:
        from vstbpn.plans.plan import Plan
        from vstbpn.reading.reading import read

        assert vstbpn.Plan is Plan
        assert vstbpn.read is read

    def test_a_name_there_is_not(self) -> None:
        with pytest.raises(AttributeError, match="nonsense"):
            _ = vstbpn.nonsense

    def test_the_type_checker_sees_the_same_names(self) -> None:
        source = Path(vstbpn.__file__).read_text(encoding="utf-8")
        declared = re.findall(r"^    from \S+ import (\w+) as \1$", source, re.MULTILINE)
        assert sorted([*declared, "__version__"]) == vstbpn.__all__

    def test_every_error_is_one_of_the_library(self) -> None:
        errors = [getattr(vstbpn, name) for name in vstbpn.__all__ if name.endswith("Error")]
        assert all(issubclass(error, vstbpn.VstbpnError) for error in errors)


class TestImport:
    def test_loads_nothing_heavy(self) -> None:
        done = python("-c", f"import json, sys, vstbpn; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))")
        assert json.loads(done.stdout) == []

    def test_reading_loads_no_calendar_and_no_codec(self) -> None:
        done = python(
            "-c",
            "import json, sys, vstbpn; vstbpn.read('KẾ HOẠCH\\nCông tác');"
            "print(json.dumps([m for m in ('babel', 'cattrs', 'holidays', 'hypothesis') if m in sys.modules]))",
        )
        assert json.loads(done.stdout) == []

    def test_costs_no_more_than_twice_what_attrs_costs(self) -> None:
        ratios = [microseconds("vstbpn") / microseconds("attr") for _ in range(5)]
        assert statistics.median(ratios) <= 2


def microseconds(module: str) -> int:
    """How long a module takes to import, with all it loads, by Python's own measure."""
    report = python("-X", "importtime", "-c", f"import {module}").stderr
    return next(int(found["microseconds"]) for found in _IMPORTED.finditer(report) if found["name"] == module)


def test_the_version_is_the_one_of_the_distribution() -> None:
    assert vstbpn.__version__ == version("vstbpn")

"""The room of organisations: every public name loads, and nothing is loaded before."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from vstbpn import organisations


class TestNames:
    """The public names."""

    @pytest.mark.parametrize("name", organisations.__all__)
    def test_every_public_name_loads(self, name: str) -> None:
        assert getattr(organisations, name) is not None

    def test_they_are_sorted_and_listed(self) -> None:
        assert organisations.__all__ == sorted(set(organisations.__all__)) == dir(organisations)

    def test_a_name_there_is_not(self) -> None:
        with pytest.raises(AttributeError, match="nonsense"):
            _ = organisations.nonsense

    def test_the_type_checker_sees_the_same_names(self) -> None:
        source = Path(organisations.__file__).read_text(encoding="utf-8")
        assert sorted(re.findall(r"^    from \S+ import (\w+) as \1$", source, re.MULTILINE)) == organisations.__all__


class TestImport:
    """What a user does not call is not loaded."""

    def loaded(self, code: str) -> set[str]:
        code += "; import sys; print(*(name for name in sys.modules if name.startswith('vstbpn')))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        return set(done.stdout.split())

    def test_a_directory_of_ones_own_loads_no_bundled_facts_and_no_names_of_prose(self) -> None:
        loaded = self.loaded(
            "from vstbpn.organisations import Directory; Directory().at(__import__('datetime').date(2026, 1, 1))"
        )
        assert "vstbpn.organisations.directory" in loaded
        for room in ("shipped", "rows", "names.wording", "names.finding", "drawing", "figures.carrying"):
            # A module of another name would never be loaded.
            assert find_spec(f"vstbpn.organisations.{room}") is not None
            assert f"vstbpn.organisations.{room}" not in loaded

    def test_reading_a_name_loads_no_directory(self) -> None:
        loaded = self.loaded("from vstbpn.organisations import read_unit_name; read_unit_name('Sở Nội vụ')")
        assert "vstbpn.organisations.directory" not in loaded

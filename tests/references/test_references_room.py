"""The room of references: every public name loads, and nothing is loaded before."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vstbpn import references


class TestNames:
    @pytest.mark.parametrize("name", references.__all__)
    def test_every_public_name_loads(self, name: str) -> None:
        assert getattr(references, name) is not None

    def test_they_are_sorted_and_listed(self) -> None:
        assert references.__all__ == sorted(set(references.__all__)) == dir(references)

    def test_a_name_there_is_not(self) -> None:
        with pytest.raises(AttributeError, match="nonsense"):
            _ = references.nonsense

    def test_the_type_checker_sees_the_same_names(self) -> None:
        source = Path(references.__file__).read_text(encoding="utf-8")
        assert sorted(re.findall(r"^    from \S+ import (\w+) as \1$", source, re.MULTILINE)) == references.__all__


class TestImport:
    def test_finding_references_loads_no_catalogue_of_acts(self) -> None:
        code = (
            "import sys; from vstbpn.references import find_references; find_references('Quyết định số 1/QĐ-TTg'); "
            "print([name for name in sys.modules if name.startswith(('vstbpn.references.acts', 'vstbpn.references.identifiers'))])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        assert done.stdout.strip() == "[]"

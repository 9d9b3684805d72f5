"""The example in TypeScript: what the page shows is what is compiled and run; and what that takes is said exactly."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tools" / "javascript"
PAGE = (ROOT / "docs" / "how-to" / "read-the-json-from-typescript.md").read_text(encoding="utf-8")
PACKAGE = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))


class TestThePage:
    """It shows the very program and its output."""

    def test_the_program(self) -> None:
        (shown,) = re.findall(r"^```typescript\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        assert shown == (FOLDER / "read-plan.ts").read_text(encoding="utf-8")

    def test_its_output(self) -> None:
        (shown,) = re.findall(r"^\$ node read-plan.js plan.json 2024\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        assert shown == (FOLDER / "read-plan.txt").read_text(encoding="utf-8")


class TestThePackage:
    """Every run takes the same versions, and nothing of where they came from is kept."""

    @pytest.mark.parametrize("name", ["ajv", "json-schema-to-typescript", "typescript"])
    def test_versions_are_exact(self, name: str) -> None:
        assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", PACKAGE["devDependencies"][name])

    def test_what_is_made_is_ignored(self) -> None:
        ignored = (FOLDER / ".gitignore").read_text(encoding="utf-8").split()
        assert {"node_modules/", "build/", "package-lock.json", "plan.d.ts"} <= set(ignored)
        assert (FOLDER / ".npmrc").read_text(encoding="utf-8") == "package-lock=false\n"

"""What the documentation says is run: its Python blocks, the doctests of every module, and the glosses of its glossary."""

import ast
import doctest
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vstbpn.serialisation.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
OPTIONS = doctest.ELLIPSIS

PAGES = [
    path
    for path in (ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").rglob("*.md")))
    # The pages of rules are made when the documentation is built; their examples are held by the tests of the rules.
    if path.is_file() and not {"_build", "rules"} & set(path.relative_to(ROOT).parts)
]
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}


class Block(NamedTuple):
    """A fenced block of Python on a page, and the line its first line is on."""

    code: str
    line: int


_FENCE = re.compile(
    r"^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*python\b[^\n]*\n(?P<code>.*?)^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


PICTURE = re.compile(r"^```mermaid\n(?P<drawn>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> Iterator[Block]:
    """The Python blocks of a page, in order."""
    for match in _FENCE.finditer(page):
        indent = match["indent"]
        code = "".join(line.removeprefix(indent) for line in match["code"].splitlines(keepends=True))
        yield Block(code, page.count("\n", 0, match.start("code")) + 1)


def run(block: Block, namespace: dict[str, Any], name: str) -> None:
    """Run a block: as a doctest where it shows a prompt, else as a program. What it defines stays for the next one."""
    if ">>>" not in block.code:
        code = compile("\n" * (block.line - 1) + block.code, name, "exec")
        exec(code, namespace)  # noqa: S102  # The pages are our own.
        return
    test = doctest.DocTestParser().get_doctest(block.code, namespace, name, name, block.line - 1)
    _hold(test)
    namespace.update(test.globs)


def _hold(test: doctest.DocTest) -> None:
    report: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=report.append, clear_globs=False)
    if report:
        pytest.fail("".join(report), pytrace=False)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name files as seen from the root of the repository."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page(page: Path) -> None:
    namespace: dict[str, Any] = {"__name__": "__page__"}
    for block in blocks(page.read_text(encoding="utf-8")):
        run(block, namespace, page.relative_to(ROOT).as_posix())
    for picture in PICTURE.findall(page.read_text(encoding="utf-8")):
        assert picture in namespace.values(), f"no example of the page draws this picture:\n{picture}"


@pytest.mark.parametrize("name", MODULES)
def test_doctests(name: str) -> None:
    if name.endswith("__main__"):
        # Importing it must not start the command line: what it does stands behind the usual guard.
        assert 'if __name__ == "__main__":' in MODULES[name].read_text(encoding="utf-8")
    module = importlib.import_module(name)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        _hold(test)


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_documented(name: str) -> None:
    if any(part.startswith("_") for part in name.split(".")):
        return
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    bare = [] if ast.get_docstring(tree) else [f"{name} itself"]
    bare += [f"{name}.{label}" for label, node in _public(tree.body) if not ast.get_docstring(node)]
    assert not bare, f"without a docstring: {', '.join(bare)}"


_Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, _Named]]:
    """Public functions and classes, and the public methods and properties of those classes."""
    for node in body:
        if not isinstance(node, _Named) or node.name.startswith("_"):
            continue
        # An overload and a setter are documented by the function they belong to.
        if any(re.search(r"\boverload\b|\.setter\b", ast.unparse(decorator)) for decorator in node.decorator_list):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body, f"{prefix}{node.name}.")


class TestTheRunner:
    """The tests above would be worth nothing if a wrong example passed."""

    def test_blocks_are_found_with_their_lines(self) -> None:
        page = "# A\n\n```python\nx = 1\n```\n\n- item\n\n  ```python\n  >>> x\n  1\n  ```\n\n```sh\nls\n```\n"
        assert list(blocks(page)) == [Block("x = 1\n", 4), Block(">>> x\n1\n", 10)]

    def test_blocks_share_their_names(self) -> None:
        namespace: dict[str, Any] = {}
        for block in (Block("x = 1\n", 1), Block(">>> y = x + 1\n", 3), Block("assert y == 2\n", 5)):
            run(block, namespace, "page")

    def test_a_wrong_example_fails(self) -> None:
        with pytest.raises(pytest.fail.Exception, match=r"page.*line 7"):
            run(Block(">>> 1 + 1\n3\n", 7), {}, "page")

    def test_a_wrong_program_names_its_line(self) -> None:
        with pytest.raises(ZeroDivisionError) as caught:
            run(Block("x = 1\nx / 0\n", 7), {}, "page")
        assert caught.traceback[-1].lineno == 7  # Counted from 0: the eighth line of the page.


_GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
GLOSSES = re.findall(r"^\| `([\w.]+)` \| ([^|]+?) \|", _GLOSSARY, re.MULTILINE)


def _classes() -> dict[str, list[str]]:
    """The first docstring line of every public class, by its name and by its room and name."""
    found: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                line = (ast.get_docstring(node) or "").partition("\n")[0]
                for name in (node.name, f"{module.split('.')[1]}.{node.name}"):
                    found.setdefault(name, []).append(line)
    return found


CLASSES = _classes()


class TestGlossary:
    """The glossary is the authority for the words: the docstring of each class it names glosses it the same way."""

    def test_no_word_stands_twice(self) -> None:
        words = [word for word, _ in GLOSSES]
        assert words
        assert sorted(set(words)) == sorted(words)

    @pytest.mark.parametrize(("word", "gloss"), GLOSSES)
    def test_the_docstring_carries_the_gloss(self, word: str, gloss: str) -> None:
        assert word in CLASSES, f"{word} is in the glossary and nowhere else"
        assert [line for line in CLASSES[word] if f"({gloss}" not in line] == []


def test_every_how_to_is_linked() -> None:
    folder = ROOT / "docs" / "how-to"
    linked = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    assert sorted(linked) == sorted(page.name for page in folder.glob("*.md") if page.name != "index.md")


class TestJsonFormat:
    """The page on the JSON format lists every kind of document with its class and version."""

    def test_it(self) -> None:
        page = Path("docs/reference/json-format.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `(vstbpn/[a-z-]+)` \| .+: `([A-Za-z]+)` \| ([0-9.]+) \|$", page, re.MULTILINE)
        assert rows == [(kind.format, kind.cls.__name__, kind.version) for kind in KINDS.values()]

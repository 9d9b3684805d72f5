"""The command annotate over many files: forms, names, what cannot be used, and going on where it was stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vstbpn.cli import annotating
from vstbpn.cli.annotating import AnnotationForm
from vstbpn.cli.app import app
from vstbpn.cli.resuming import ResumedOutput, digest_of
from vstbpn.errors import InvalidValueError
from vstbpn.serialisation.annotations.bio import read_conll
from vstbpn.serialisation.annotations.reading import read_annotations
from vstbpn.serialisation.annotations.web_reading import read_web

TEXTS = {
    "a.txt": "Theo Luật Trẻ em và Nghị quyết số 28/NQ-CP.\n",
    "b.txt": "Không có gì ở đây.\n",
    "c.txt": "Căn cứ Quyết định số 2351/QĐ-TTg;\n",
    "tổ/d.txt": "Xem Luật Bình đẳng giới năm 2006.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts in the present one, one of which holds no annotations."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        path = tmp_path / "kế hoạch" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return tmp_path / "kế hoạch"


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["annotate", *map(str, arguments)], input=data)


def whole(*arguments: str) -> bytes:
    """What one run from the beginning writes."""
    Path("whole.jsonl.done").unlink(missing_ok=True)
    Path("whole.jsonl").unlink(missing_ok=True)
    assert run("kế hoạch", "--out", "whole.jsonl", *arguments).exit_code in {0, 2}
    return Path("whole.jsonl").read_bytes()


class TestManyFiles:
    """Each line begins with the name of its file."""

    def test_to_a_file(self, folder: Path) -> None:
        result = run("kế hoạch", "--out", "out.jsonl")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        lines = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
        assert {next(iter(line)) for line in lines} == {"file"}
        names = [f"kế hoạch/{name}" for name in TEXTS if name != "b.txt"]
        assert list(dict.fromkeys(line["file"] for line in lines)) == names
        sources = {f"{folder.name}/{name}": text for name, text in TEXTS.items()}
        with Path("out.jsonl").open(encoding="utf-8") as file:
            assert list(read_annotations(file, sources)) == lines

    def test_to_standard_output(self, folder: Path) -> None:
        assert run(folder.name).stdout.encode() == whole()
        assert run(folder.name, "--out", "-").stdout.encode() == whole()
        several = run("kế hoạch/a.txt", "kế hoạch/b.txt").stdout.splitlines()
        assert [json.loads(line)["file"] for line in several] == ["kế hoạch/a.txt"] * 2

    def test_one_file_has_no_name(self, folder: Path) -> None:
        assert "file" not in json.loads(run(folder / "a.txt").stdout.splitlines()[0])

    def test_kinds(self, folder: Path) -> None:
        assert run(folder.name, "--kinds", "deadline,target").stdout == ""
        assert len(run(folder.name, "--kinds", "reference").stdout.splitlines()) == 4

    def test_what_cannot_be_used_is_told_and_the_rest_done(self, folder: Path) -> None:
        (folder / "b.txt").write_bytes(b"%PDF-1.7")
        for _ in range(2):
            result = run("kế hoạch", "không có.txt", "--out", "out.jsonl")
            assert result.exit_code == 2
            first, second = result.stderr.splitlines()
            assert first.startswith("vstbpn: kế hoạch/b.txt: this is a PDF document: ")
            assert second == "vstbpn: không có.txt: No such file or directory"
        assert {json.loads(line)["file"][-5:] for line in Path("out.jsonl").read_bytes().splitlines()} == {
            "a.txt", "c.txt", "d.txt",
        }  # fmt: skip
        shown = run("kế hoạch", "không có.txt")
        assert (shown.exit_code, shown.stderr) == (2, result.stderr)
        assert shown.stdout.encode() == Path("out.jsonl").read_bytes()

    @pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
    def test_a_name_that_is_no_unicode(self, folder: Path) -> None:
        name = os.fsdecode(os.fsencode(str(folder)) + b"/e\xff.txt")
        try:
            Path(name).write_text(TEXTS["a.txt"], encoding="utf-8")
        except OSError:
            pytest.skip("no file can have such a name here")
        assert run("kế hoạch", "--out", "out.jsonl").exit_code == 0
        assert run("kế hoạch", "--out", "out.w3c", "--format", "w3c").exit_code == 0
        assert b"e%FF.txt" in Path("out.w3c").read_bytes()
        assert b"e\\udcff.txt" in Path("out.jsonl").read_bytes()
        assert run("kế hoạch", "--out", "out.spacy", "--format", "spacy").exit_code == 0
        assert b"e\\udcff.txt" in Path("out.spacy").read_bytes()
        assert run("kế hoạch", "--out", "out.bio", "--format", "bio").exit_code == 0
        assert b"/e\\udcff.txt\n" in Path("out.bio").read_bytes()
        for form in AnnotationForm:
            assert run("kế hoạch", "--format", form.value).stdout_bytes == Path(f"out.{form}").read_bytes()
            assert run(name, "--format", form.value).exit_code == 0

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_files_behind_links(self, folder: Path) -> None:
        far = folder / "xa" / "trong"
        far.mkdir(parents=True)
        (folder / "xa" / "a.txt").write_text(TEXTS["c.txt"], encoding="utf-8")
        Path("lnk").symlink_to(far)
        Path("a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
        shown = run("a.txt", "lnk/../a.txt").stdout.splitlines()
        assert {json.loads(line)["file"] for line in shown} == {"a.txt", "lnk/../a.txt"}
        web = [json.loads(line) for line in run("lnk/../a.txt", "--format", "w3c").stdout.splitlines()]
        assert {line["target"]["source"] for line in web} == {(folder / "xa" / "a.txt").as_uri()}
        Path("b.txt").symlink_to("a.txt")
        assert {json.loads(line)["file"] for line in run("b.txt", "a.txt", "./a.txt").stdout.splitlines()} == {"b.txt"}

    def test_standard_input_among_files(self, folder: Path) -> None:
        result = run("-", folder.name, data=TEXTS["a.txt"].encode())
        assert json.loads(result.stdout.splitlines()[0])["file"] == "-"

    def test_a_bar_on_a_terminal(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(annotating, "_FEW", 1)
        monkeypatch.setattr("vstbpn.cli.annotating.sys.stderr.isatty", lambda: True, raising=False)
        assert list(annotating._shown_to_go_on(["a", "b"])) == ["a", "b"]
        assert folder.is_dir()


class TestForms:
    """The other forms of annotations."""

    def test_web_annotations(self, folder: Path) -> None:
        lines = run(folder.name, "--format", "w3c", "--base", "https://example.org/").stdout.splitlines()
        first = json.loads(lines[0])
        assert first["target"]["source"] == "https://example.org/k%E1%BA%BF%20ho%E1%BA%A1ch/a.txt"
        found = read_web("\n".join(lines), TEXTS["a.txt"], source=first["target"]["source"])
        assert len(found.annotations) == 2
        assert (
            json.loads(run(folder / "a.txt", "--format", "w3c").stdout.splitlines()[0])["target"]["source"]
            == (folder / "a.txt").as_uri()
        )
        of_input = run("-", "--format", "w3c", data=TEXTS["a.txt"].encode()).stdout.splitlines()[0]
        assert json.loads(of_input)["target"]["source"] == "urn:vstbpn:standard-input"
        of_input = run("-", "--format", "w3c", "--base", "urn:a:", data=TEXTS["a.txt"].encode()).stdout.splitlines()[0]
        assert json.loads(of_input)["target"]["source"] == "urn:a:-"

    def test_spacy(self, folder: Path) -> None:
        lines = [json.loads(line) for line in run(folder.name, "--format", "spacy").stdout.splitlines()]
        assert [list(line) for line in lines] == [["file", "text", "entities", "spans"]] * 4
        assert [line["text"] for line in lines] == list(TEXTS.values())

    def test_bio(self, folder: Path) -> None:
        shown = run(folder.name, "--format", "bio").stdout
        assert shown.count("# file: ") == 4
        assert "2351/QĐ-TTg\tI-legal_basis\n" in shown
        alone = run(folder / "a.txt", "--format", "bio").stdout
        assert [span.label for span in read_conll(alone, TEXTS["a.txt"])] == ["reference", "reference"]

    def test_what_fits_no_words_is_told(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            annotating,
            "annotations_of",
            lambda _: [{"kind": "reference", "start": 0, "end": 2, "text": "Th"}],
        )
        result = run(folder / "a.txt", "--format", "bio")
        assert result.exit_code == 0
        assert "a reference does not begin and end with a word" in result.stderr

    @pytest.mark.parametrize(
        "options",
        [
            ["--kinds", "verse"],
            ["--kinds", ","],
            ["--base", "https://example.org/"],
            ["--base", "ke hoach", "--format", "w3c"],
            ["--format", "xml"],
        ],
    )
    def test_options_that_say_nothing(self, folder: Path, options: list[str]) -> None:
        result = run(folder.name, *options)
        assert (result.exit_code, result.stdout) == (2, "")


class TestGoingOn:
    """Stopped at any moment, the same command goes on, and the file is the one of a run from the beginning."""

    def test_cut_anywhere(self, folder: Path) -> None:
        expected = whole()
        assert folder.is_dir()
        record = Path("whole.jsonl.done").read_bytes()
        for end in range(0, len(expected), 23):
            self._hold(expected, expected[:end], record)
        head = record.index(b"\n") + 1
        for end in range(0, head, 17):
            self._hold(expected, b"", record[:end])
        for end in range(head, len(record), 17):
            self._hold(expected, expected, record[:end])
            self._hold(expected, expected[: len(expected) * end // len(record)], record[:end])

    @staticmethod
    def _hold(expected: bytes, out: bytes, record: bytes) -> None:
        Path("out.jsonl").write_bytes(out)
        Path("out.jsonl.done").write_bytes(record)
        result = run("kế hoạch", "--out", "out.jsonl")
        assert result.exit_code == 0, result.stderr
        assert Path("out.jsonl").read_bytes() == expected

    def test_what_is_done_is_not_done_again(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        expected = whole()
        done: list[str] = []
        real = annotating._annotated

        def counted(file: str, data: bytes, way: annotating._Way) -> bytes:
            done.append(file)
            return real(file, data, way)

        monkeypatch.setattr(annotating, "_annotated", counted)
        assert run(folder.name, "--out", "whole.jsonl").exit_code == 0
        assert done == []  # Not even the file without annotations.
        (folder / "c.txt").write_text("Theo Luật Trẻ em.\n", encoding="utf-8")
        run(folder.name, "--out", "whole.jsonl")
        assert [name[-5:] for name in done] == ["c.txt", "d.txt"]
        (folder / "c.txt").write_text(TEXTS["c.txt"], encoding="utf-8", newline="")
        run(folder.name, "--out", "whole.jsonl")
        assert Path("whole.jsonl").read_bytes() == expected

    def test_addresses_of_another_folder(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        other = folder.parent / "khác" / folder.name
        other.mkdir(parents=True)
        for name in ("a.txt", "c.txt"):
            (other / name).write_text(TEXTS[name], encoding="utf-8", newline="")
        out = folder.parent / "out.w3c"
        assert run(folder.name, "--format", "w3c", "--out", out).exit_code == 0
        monkeypatch.chdir(other.parent)
        (other / "d.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
        assert run(folder.name, "--format", "w3c", "--out", out).exit_code == 0
        sources = {json.loads(line)["target"]["source"] for line in out.read_bytes().splitlines()}
        assert sources == {(other / name).as_uri() for name in ("a.txt", "c.txt", "d.txt")}

    def test_files_that_are_new_or_gone(self, folder: Path) -> None:
        whole()
        Path("whole.jsonl").rename("out.jsonl")
        Path("whole.jsonl.done").rename("out.jsonl.done")
        (folder / "ab.txt").write_text(TEXTS["c.txt"], encoding="utf-8")
        run(folder.name, "--out", "out.jsonl")
        assert Path("out.jsonl").read_bytes() == whole()
        (folder / "ab.txt").unlink()
        (folder / "tổ" / "d.txt").unlink()
        run(folder.name, "--out", "out.jsonl")
        assert Path("out.jsonl").read_bytes() == whole()

    @pytest.mark.skipif(sys.platform == "win32", reason="processes are killed in another way there")
    def test_killed(self, folder: Path) -> None:
        for number in range(60):
            (folder / f"e{number:03}.txt").write_text(TEXTS["a.txt"] * (number % 7 * 12), encoding="utf-8")
        expected = whole()
        Path("out.jsonl").unlink(missing_ok=True)
        killed = 0
        for wait in (0.0, 0.01, 0.03):
            command = [sys.executable, "-m", "vstbpn", "annotate", folder.name, "--out", "out.jsonl"]
            with subprocess.Popen(command) as process:
                before = _size("out.jsonl.done")
                while process.poll() is None and _size("out.jsonl.done") <= before:
                    time.sleep(0.002)
                time.sleep(wait)
                process.send_signal(signal.SIGKILL)
                killed += process.wait() != 0
        assert killed
        assert run(folder.name, "--out", "out.jsonl").exit_code == 0
        assert Path("out.jsonl").read_bytes() == expected


def _size(name: str) -> int:
    return Path(name).stat().st_size if Path(name).exists() else 0


class TestNothingOfOthersIsLost:
    """What this command did not write, or somebody changed, is left as it is."""

    def _refused(self, *options: str) -> str:
        before = Path("out.jsonl").read_bytes()
        result = run("kế hoạch", "--out", "out.jsonl", *options)
        assert result.exit_code == 2
        assert Path("out.jsonl").read_bytes() == before
        return result.stderr

    def test_a_file_of_somebody_else(self, folder: Path) -> None:
        assert folder.is_dir()
        Path("out.jsonl").write_text("x", encoding="utf-8")
        assert "was not written by this command; name another file, or delete it" in self._refused()

    def test_other_options(self, folder: Path) -> None:
        assert run(folder.name, "--out", "out.jsonl").exit_code == 0
        assert "with other options" in self._refused("--format", "spacy")

    def test_what_people_corrected(self, folder: Path) -> None:
        assert run(folder.name, "--out", "out.jsonl").exit_code == 0
        data = Path("out.jsonl").read_bytes()
        Path("out.jsonl").write_bytes(data.replace(b"2351", b"2352"))
        assert "it was changed since it was written" in self._refused()
        (folder / "a.txt").write_text("Theo Luật Trẻ em.\n", encoding="utf-8")
        assert "it was changed since it was written" in self._refused()

    def test_what_people_added(self, folder: Path) -> None:
        assert run(folder.name, "--out", "out.jsonl").exit_code == 0
        with Path("out.jsonl").open("ab") as file:
            file.write(b"{}\n")
        assert "it holds more than was written" in self._refused()
        (folder / "x.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
        assert "it holds more than was written" in self._refused()

    @pytest.mark.parametrize("stamp", ["", "stamp"])
    def test_beside_a_record_that_is_none(self, folder: Path, stamp: str) -> None:
        assert folder.is_dir()
        Path("out.jsonl").write_text("precious\n", encoding="utf-8")
        Path("out.jsonl.done").write_text(stamp, encoding="utf-8")
        assert "was not written by this command" in self._refused()

    def test_another_run(self, folder: Path) -> None:
        assert run(folder.name, "--out", "out.jsonl").exit_code == 0
        head = json.loads(Path("out.jsonl.done").read_text(encoding="utf-8").splitlines()[0])
        with ResumedOutput("out.jsonl", head) as output:
            told = self._refused()
            assert told == (
                "vstbpn: --out: out.jsonl: another run is writing it; wait for its end, or name another file\n"
            )
            for file in TEXTS:
                assert output.done(f"kế hoạch/{file}", digest_of((folder / file).read_bytes())) is not None

    def test_one_of_the_documents(self, folder: Path) -> None:
        result = run(folder.name, "--out", "kế hoạch/a.txt")
        assert (result.exit_code, (folder / "a.txt").read_text(encoding="utf-8")) == (2, TEXTS["a.txt"])
        assert "is to be read, and would be overwritten" in result.stderr

    def test_among_the_documents(self, folder: Path) -> None:
        for out in ("kế hoạch/res.txt", "kế hoạch/../kế hoạch/tổ/res.md"):
            result = run(folder.name, "--out", out)
            assert (result.exit_code, Path(out).exists(), Path(f"{out}.done").exists()) == (2, False, False)
            assert "would lie among the texts to be read" in result.stderr
        result = run("x.txt", folder.name, "--out", "x.txt")
        assert (result.exit_code, Path("x.txt").exists()) == (2, False)
        (folder / ".ẩn").mkdir()
        for out in ("kế hoạch/res.jsonl", "kế hoạch/readme.txt", "res.txt", "kế hoạch/.ẩn/res.txt"):
            for _ in range(2):
                assert run(folder.name, "--out", out).exit_code == 0
        for command in (["check"], ["table", "references"]):
            shown = CliRunner().invoke(app, [*command, folder.name, "--output", "kế hoạch/new.txt"])
            assert (shown.exit_code, (folder / "new.txt").exists()) == (2, False)

    def test_where_nothing_can_be_written(self, folder: Path) -> None:
        result = run(folder.name, "--out", "không có/out.jsonl")
        assert result.exit_code == 2
        assert result.stderr == "vstbpn: không có/out.jsonl: No such file or directory\n"
        Path("out.jsonl").mkdir()
        assert run(folder.name, "--out", "out.jsonl").exit_code == 2

    @pytest.mark.parametrize("line", [b"5\n", b"[" * 9999 + b"\n", b'{"file": "a"}\n', b"null\n"])
    def test_a_record_that_is_none(self, folder: Path, line: bytes) -> None:
        expected = whole()
        record = Path("whole.jsonl.done").read_bytes()
        Path("whole.jsonl.done").write_bytes(record[: record.index(b"\n") + 1] + line)
        assert run(folder.name, "--out", "whole.jsonl").exit_code == 0
        assert Path("whole.jsonl").read_bytes() == expected

    def test_a_record_of_something_else(self, folder: Path) -> None:
        assert folder.is_dir()
        Path("out.jsonl.done").write_text("x\n", encoding="utf-8")
        with pytest.raises(InvalidValueError):
            ResumedOutput("out.jsonl", {})

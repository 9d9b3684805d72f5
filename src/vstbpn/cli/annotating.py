"""The command that annotates files: one to standard output, or many into a file that it goes on with where it was stopped."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from urllib.parse import quote_from_bytes

import typer

from vstbpn.cli.check_summary import Tally
from vstbpn.cli.files import STANDARD_INPUT, bytes_of, found_files, is_folder
from vstbpn.cli.resuming import ResumedOutput, digest_of
from vstbpn.cli.shared import (
    INTERRUPTED,
    UNUSABLE,
    fail,
    note,
    put,
    put_bytes,
    reading_of,
    reason_of,
    refuse_overwriting,
)
from vstbpn.errors import InvalidValueError, UnusableInputError, VstbpnError, caret
from vstbpn.lines import harmless_name
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import read
from vstbpn.serialisation.annotations.bio import to_bio
from vstbpn.serialisation.annotations.kinds import KINDS
from vstbpn.serialisation.annotations.spacy_form import to_spacy
from vstbpn.serialisation.annotations.web import check_source, to_web
from vstbpn.serialisation.annotations.writing import Annotation
from vstbpn.serialisation.annotations.writing import annotate as annotations_of
from vstbpn.values import Span
from vstbpn.version import VERSION

_FEW = 5
"""So many files are annotated before anybody wonders how far it got."""

_STANDARD_INPUT_IRI = "urn:vstbpn:standard-input"


class AnnotationForm(StrEnum):
    """How annotations are written."""

    JSONL = "jsonl"
    W3C = "w3c"
    SPACY = "spacy"
    BIO = "bio"


class _Way(NamedTuple):
    """How annotations are written."""

    form: AnnotationForm
    kinds: tuple[str, ...] | None
    base: str | None


def annotate(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Text files in UTF-8 or UTF-16; folders, of which *.txt and *.md are annotated "
            "(but no README, CHANGELOG, LICENSE); - reads standard input.",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "--output",
            metavar="FILE",
            help="Write there. Stopped at any moment, the same command goes on where it was; FILE.done remembers.",
        ),
    ] = None,
    form: Annotated[
        AnnotationForm, typer.Option("--format", help="JSON Lines, W3C Web Annotations, spaCy's form or BIO tags.")
    ] = AnnotationForm.JSONL,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kinds", metavar="KINDS", help="Only these kinds: reference,target; all by default."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="IRI", help="What stands before the names of files in Web Annotations."),
    ] = None,
) -> None:
    """Print what was found as JSON Lines: one annotation a line, with code point offsets.

    Of several files each line of JSON Lines and of spaCy's form begins with the name of its file. What cannot be read is told, the rest is annotated, and the
    exit code is 2.
    """
    way = _Way(form, _named(kinds), _checked_base(base, form))
    out = None if out == STANDARD_INPUT else out
    if out is None and len(paths) == 1 and not is_folder(paths[0]):
        _print_one(paths[0], way)
        return
    tally = Tally()
    files = found_files(paths, tally.tell)
    if out is None:
        _print_all(files, way, tally)
    else:
        for written in (out, f"{out}.done"):
            refuse_overwriting(written, files, paths, "--out")
        _write_all(files, way, tally, out)
    if tally.unusable:
        raise typer.Exit(UNUSABLE)


def _named(kinds: Sequence[str] | None) -> tuple[str, ...] | None:
    """The kinds an option names, apart by commas or given one after the other."""
    if not kinds:
        return None
    named = {kind.strip() for several in kinds for kind in several.split(",") if kind.strip()}
    for kind in sorted(named - KINDS.keys()) or ([] if named else [""]):
        fail("--kinds", f"there is no kind {harmless_name(kind)!r}; give some of {','.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in named)


def _checked_base(base: str | None, form: AnnotationForm) -> str | None:
    if base is None:
        return None
    if form is not AnnotationForm.W3C:
        fail("--base", "is of Web Annotations; give --format w3c, or leave it out")
    try:
        check_source(f"{base}a")
    except InvalidValueError as error:
        fail("--base", str(error))
    return base


def _print_one(file: str, way: _Way) -> None:
    """Print the annotations of one file, without its name on each line."""
    reading = reading_of(file)
    text = _formed(file, reading.source, annotations_of(reading), way, several=False)
    if text:
        put(text.removesuffix("\n"))


def _print_all(files: Sequence[str], way: _Way, tally: Tally) -> None:
    for file in _shown_to_go_on(files):
        try:
            data = _annotated(file, bytes_of(file), way)
        except (VstbpnError, OSError) as error:
            tally.tell(file, reason_of(error))
        else:
            put_bytes(data)


def _write_all(files: Sequence[str], way: _Way, tally: Tally, out: str) -> None:
    settings = {"written_by": f"vstbpn {VERSION}", **way._asdict()}
    try:
        with ResumedOutput(out, settings) as output:
            for file in _shown_to_go_on(files):
                _write(file, way, tally, output)
    except InvalidValueError as error:
        fail(error.what, f"{harmless_name(error.value)}: {error.reason}")
    except KeyboardInterrupt:
        note(f"vstbpn: stopped; the same command goes on where {harmless_name(out)} ends")
        raise typer.Exit(INTERRUPTED) from None
    except (OSError, ValueError) as error:
        # Of the documents each error was told where it was met: this is of the output.
        fail(out, reason_of(error))


def _write(file: str, way: _Way, tally: Tally, output: ResumedOutput) -> None:
    """Annotate a file, unless that was done before."""
    data, held, made, problem = b"", None, b"", None
    try:
        data = bytes_of(file)
        held = digest_of(data)
    except OSError as error:
        problem = reason_of(error)
    # Without a base the present folder is in the addresses: elsewhere it is another file that is to be done.
    known_as = _iri(file, way.base) if way.form is AnnotationForm.W3C else file
    done = output.done(known_as, held)
    if done is None:
        if held is not None:
            try:
                made = _annotated(file, data, way)
            except UnusableInputError as error:
                problem = str(error)
        output.add(known_as, held, made, problem)
    elif done.held is not None:
        problem = done.problem
    if problem is not None:
        tally.tell(file, problem)


def _annotated(file: str, data: bytes, way: _Way) -> bytes:
    """What is written of a file.

    Raises:
        UnusableInputError: It holds no text.
    """
    reading = read(decode(data))
    text = _formed(file, reading.source, annotations_of(reading), way, several=True)
    # Of a name that is no Unicode, what cannot be written is escaped, as JSON does it.
    return text.encode("utf-8", "backslashreplace")


def _formed(file: str, text: str, annotations: list[Annotation], way: _Way, *, several: bool) -> str:
    """The annotations of a file as they are written, each line ended."""
    chosen = [one for one in annotations if way.kinds is None or one["kind"] in way.kinds]
    name = {"file": file} if several else {}
    if way.form is AnnotationForm.BIO:
        tagged = to_bio(text, chosen)
        for span in tagged.unaligned:
            shown = caret(text, Span(span.start, span.end))
            note(f"vstbpn: {harmless_name(file)}: a {span.label} does not begin and end with a word\n{shown}")
        head = f"# file: {harmless_name(file)}\n" if several else ""
        return f"{head}{tagged.to_conll(text)}\n"
    if way.form is AnnotationForm.W3C:
        lines: Iterator[Mapping[str, Any]] = to_web(chosen, text, _iri(file, way.base))
    elif way.form is AnnotationForm.SPACY:
        lines = iter([{**name, **to_spacy(text, chosen)}])
    else:
        lines = ({**name, **one} for one in chosen)
    return "".join(f"{_json(line)}\n" for line in lines)


def _json(data: Mapping[str, Any]) -> str:
    """Data as one line of JSON, letters as they are; escaped where they cannot be written, as in names that are no Unicode."""
    line = json.dumps(data, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data)
    return line


def _iri(file: str, base: str | None) -> str:
    if file == STANDARD_INPUT:
        return _STANDARD_INPUT_IRI if base is None else f"{base}-"
    if base is None:
        # Links stay as they are, but behind one ".." leads elsewhere than the name says.
        path = os.path.realpath(file) if ".." in Path(file).parts else os.path.abspath(file)  # noqa: PTH100
        return Path(path).as_uri()
    return base + quote_from_bytes(os.fsencode(Path(file).as_posix()))


def _shown_to_go_on(files: Sequence[str]) -> Iterator[str]:
    """The files one by one, with a bar on a terminal that shows how far it got."""
    if len(files) <= _FEW or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="Annotating", console=Console(stderr=True), transient=True)

"""The corpus of real documents: every text is read whole, and what is found agrees with what people marked in them."""

import importlib.util
import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from vstbpn.reading.reading import Reading, read
from vstbpn.serialisation.annotations import annotate
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.validation.checking import check

pytestmark = pytest.mark.corpus

FLOORS = {"reference": 0.97, "section": 0.95, "target": 0.9, "deadline": 0.9}


@pytest.fixture(scope="module")
def readings(corpus: Path) -> list[Reading]:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(corpus.rglob("*.txt"))]
    assert texts
    return [read(text) for text in texts]


@pytest.fixture(scope="module")
def scoring(corpus: Path) -> Any:  # noqa: ANN401  # A module loaded by its path.
    """The programme that compares annotations with those people made."""
    path = corpus.parent / "score" / "score.py"
    if not path.is_file():
        pytest.skip("the programme that judges annotations is not there")
    spec = importlib.util.spec_from_file_location("corpus_scoring", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class TestLaws:
    def test_blocks_join_to_the_source(self, readings: list[Reading]) -> None:
        for reading in readings:
            assert "".join(block.text for block in reading.blocks) == reading.source

    def test_json_gives_the_same_plan_back(self, readings: list[Reading]) -> None:
        for document in (document for reading in readings for document in reading.documents):
            assert from_json(to_json(document)) == document

    def test_composed_and_decomposed_texts_read_the_same(self, readings: list[Reading]) -> None:
        for reading in readings:
            composed, decomposed = (read(unicodedata.normalize(form, reading.source)) for form in ("NFC", "NFD"))
            assert composed.documents == decomposed.documents

    def test_annotations_slice_to_their_words(self, readings: list[Reading]) -> None:
        for reading in readings:
            for one in annotate(reading):
                assert one["text"] == reading.source[one["start"] : one["end"]]

    def test_every_document_can_be_checked(self, readings: list[Reading]) -> None:
        for document in (document for reading in readings for document in reading.documents):
            for finding in check(document):
                assert finding.message("vi")
                assert finding.remedy("en")


class TestAgreement:
    def test_with_what_people_marked(self, corpus: Path, scoring: Any) -> None:  # noqa: ANN401  # A module.
        totals: dict[str, Any] = {kind: scoring.Tally() for kind in FLOORS}
        for _, path, gold in scoring.documents(corpus, None):
            found = annotate(read(path.read_bytes().decode("utf-8")))
            for kind, tally in scoring.judge(gold, found, []).items():
                totals[kind].add(tally)
        agreement = {kind: tally.figures()["f1"] for kind, tally in totals.items()}
        assert all(agreement[kind] >= floor for kind, floor in FLOORS.items()), json.dumps(agreement)


class TestNewsItem:
    def test_one_of_the_texts_the_project_began_with_is_no_plan(self, corpus: Path) -> None:
        readings = [read(path.read_bytes().decode("utf-8")) for path in sorted(corpus.glob("seeds/*.txt"))]
        verdicts = [[finding.code for finding in reading.findings] for reading in readings]
        assert verdicts.count(["DOC001"]) == 1
        assert verdicts.count([]) == len(verdicts) - 1


FAULTS: Mapping[str, Sequence[tuple[str, str | None, str]]] = {
    "001": [
        ("STR001", "VI. TỔ CHỨC THỰC HIỆN", "đánh số lại"),
        ("STR027", "##", "viết “####”"),
        ("STR027", "###", "viết “####”"),
    ],
    "002": [
        ("REF008", "Chỉ thị 26-CT/TW", "06-CT/TW"),
        ("REF010", "Quyết định số 45/QĐ-TTg", "2238/QĐ-TTg"),
        ("REF001", "công văn số 6382/KH-SGDĐT", "Kế hoạch"),
        ("REF018", "Uỷ ban nhân dân quận", "ký hiệu"),
        ("CAL001", "từ ngày 10/11/2023 đến hết năm 2023", "từ ngày 15/11 đến ngày 15/12"),
        ("DOC007", "“", "”"),
        ("STR008", None, "Lưu"),
    ],
    "003": [("DOC001", None, "kế hoạch")],
    "004": [
        ("REF007", "Đề án số 938-ĐA/CP", "938/"),
        ("REF002", "chỉ thị số 07/CT-TU", "07-CT/TU"),
        ("STR002", "1.4", "“1.4.”"),
        ("STR004", "/KH-BVSTBPN", "Số:"),
        ("STR005", None, "ngày"),
        ("STR007", "/.", "“./.”"),
        ("DOC007", "”", "“"),
    ],
    "000": [("STR004", None, "Số:"), ("STR005", None, "ngày"), ("STR009", None, "họ tên")],
}
"""Faults of the texts the project began with: the rule, the words it points at (None: what is missing), and a word of the remedy."""


@pytest.mark.parametrize("name", sorted(FAULTS))
class TestKnownFaults:
    """What people found wrong in the texts the project began with is found, where it stands, with its remedy."""

    def test_each_is_found(self, corpus: Path, name: str) -> None:
        (path,) = corpus.glob(f"seeds/{name}_*.txt")
        reading = read(path.read_bytes().decode("utf-8"))
        found = [
            (finding.code, finding.span.of(reading.source) if finding.span else None, finding.remedy("vi"))
            for finding in check(reading)
        ]
        for code, words, remedy in FAULTS[name]:
            assert any(one == code and (words is None or at == words) and remedy in told for one, at, told in found), (
                code,
                words,
                [row for row in found if row[0] == code],
            )

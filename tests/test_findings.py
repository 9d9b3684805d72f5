"""Findings, and the table their wording comes from."""

import re
import string

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.catalogue.tables import rules
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.findings import Finding, rule_basis, rule_row
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span
from vstbpn.vocabulary import LANGUAGES, Severity

CODES = [row.code for row in rules()]


class TestFinding:
    """A fault reported: code and arguments are the truth, the wording is looked up."""

    def test_arguments_are_kept_as_text_in_their_order(self) -> None:
        finding = Finding.of("STR001", args={"marker": "IV", "previous": 2, "missing": "III"})
        assert finding.args == (("marker", "IV"), ("previous", "2"), ("missing", "III"))

    def test_wording(self) -> None:
        finding = Finding.of("STR010", args={"number": "5"})
        assert finding.title("en") == "Number below 10 without a zero"
        assert finding.message() == "số “5” nhỏ hơn 10 mà không có số 0 phía trước"
        assert finding.message("en") == "the number “5” is below 10 and has no zero before it"
        assert (finding.remedy("vi"), finding.remedy("en")) == ("viết “05”", "write “05”")
        assert str(finding) == f"STR010 {finding.message('vi')}"

    def test_an_argument_that_is_missing_shows_its_name(self) -> None:
        assert Finding(code="STR010").remedy("en") == "write “0{number}”"

    def test_braces_in_an_argument_are_words(self) -> None:
        assert Finding.of("STR010", args={"number": "{number!r:>9}"}).remedy("en") == "write “0{number!r:>9}”"

    @pytest.mark.parametrize("language", ["", "fr", "VI"])
    def test_there_are_two_languages(self, language: str) -> None:
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            Finding(code="STR004").message(language)

    def test_an_unknown_code(self) -> None:
        with pytest.raises(NotFoundError) as caught:
            Finding(code="STR999").message()
        assert "STR001" in caught.value.candidates
        with pytest.raises(NotFoundError):
            _ = Finding(code="").severity

    def test_where_it_stood_is_not_compared(self) -> None:
        assert Finding(code="STR004", span=Span(1, 2)) == Finding(code="STR004")

    @given(strategies.findings())
    def test_each_can_be_told(self, finding: Finding) -> None:
        for language in LANGUAGES:
            assert finding.title(language)
            assert finding.message(language)
            assert finding.remedy(language)
        assert finding.severity in Severity


@pytest.mark.parametrize("code", CODES)
class TestTable:
    """Every rule of the table is worded in both languages and rests on a provision that can be read."""

    def test_the_code_tells_the_room(self, code: str) -> None:
        assert re.fullmatch(r"(?:STR|REF|ORG|GOL|CAL|DOC)[0-9]{3}", code)
        assert CODES.count(code) == 1

    def test_both_languages_need_the_same_arguments(self, code: str) -> None:
        row = rule_row(code)
        for vietnamese, english in (
            (row.title_vi, row.title_en),
            (row.message_vi, row.message_en),
            (row.fix_vi, row.fix_en),
        ):
            assert vietnamese
            assert english
            assert fields(vietnamese) == fields(english)

    def test_the_basis_is_a_reference(self, code: str) -> None:
        basis, row = rule_basis(code), rule_row(code)
        if not row.basis:
            assert basis is None
            return
        assert isinstance(basis, Reference)
        assert Reference.parse(str(basis)) == basis
        assert str(basis) == row.basis
        assert Finding(code=code).basis == basis

    def test_a_rule_holds_from_a_day_on(self, code: str) -> None:
        row = rule_row(code)
        assert row.since is None or row.until is None or row.since <= row.until
        assert row.family in {"", "state", "party", None}


def fields(template: str) -> set[str | None]:
    """The arguments a wording asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

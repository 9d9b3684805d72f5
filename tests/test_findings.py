"""Findings, and the table their wording comes from."""

import datetime
import re
import string

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.findings import Edit, Finding, Ground, RuleInfo, rule_codes, rule_info
from vstbpn.messages.wording import Wording
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span
from vstbpn.vocabulary import LANGUAGES, DocumentFamily, Severity

CODES = rule_codes()


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
        info = rule_info(code)
        for words in (info.title, info.message, info.remedy, info.why):
            assert fields(words.vi) == fields(words.en)
        assert all((info.title.vi, info.title.en, info.message.vi, info.message.en, info.remedy.vi, info.remedy.en))

    def test_what_it_rests_on_is_a_reference(self, code: str) -> None:
        for ground in rule_info(code).grounds:
            assert ground.basis is None or isinstance(ground.basis, Reference)
            assert ground.since is None or ground.until is None or ground.since <= ground.until

    def test_a_finding_made_by_hand_names_the_first_ground(self, code: str) -> None:
        assert Finding.of(code).basis == rule_info(code).grounds[0].basis


class TestVariant:
    """A rule may say some of its words otherwise in a case; the rest is said as ever."""

    def test_it(self) -> None:
        usual, month = rule_info("CAL002"), rule_info("CAL002", "month")
        assert month.remedy != usual.remedy
        assert (month.message, month.severity, month.grounds) == (usual.message, usual.severity, usual.grounds)
        assert Finding.of("CAL002", variant="month").remedy("en") == "a year has 12 months: correct the month"

    def test_one_that_there_is_not_is_the_usual_one(self) -> None:
        assert rule_info("CAL002", "week") == rule_info("CAL002")


class TestRuleInfo:
    """What there is to say of a rule of one's own: texts, or words in two languages."""

    def test_a_text_is_said_in_every_language(self) -> None:
        info = RuleInfo(code="OFF001", title="Thiếu điện thoại", remedy=Wording(vi="ghi số", en="give the number"))
        assert (info.title.vi, info.title.en) == ("Thiếu điện thoại", "Thiếu điện thoại")
        assert (info.remedy.vi, info.remedy.en) == ("ghi số", "give the number")

    def test_what_is_no_text(self) -> None:
        with pytest.raises(InvalidValueError, match="expected a text"):
            RuleInfo(code="OFF001", title=5)  # type: ignore[arg-type]  # The error is what is tested.

    @pytest.mark.parametrize("text", ["{0}", "{}", "{office.name}", "{office!r}", "{office:>9}", "{office", "office}"])
    def test_braces_that_hold_no_name(self, text: str) -> None:
        for words in (Wording(vi=text), Wording(vi="thiếu {office}", en=text)):
            with pytest.raises(InvalidValueError, match="a brace that is meant is written twice") as caught:
                RuleInfo(code="OFF001", message=words)
            assert caught.value.value == text

    def test_words_that_are_no_text(self) -> None:
        with pytest.raises(InvalidValueError):
            RuleInfo(code="OFF001", message=Wording(vi=5))  # type: ignore[arg-type]  # As above.

    def test_by_itself_it_holds_for_all(self) -> None:
        info = RuleInfo(code="OFF001")
        for family in DocumentFamily:
            assert info.ground(family, None) == Ground()
            assert info.ground(family, datetime.date(1999, 1, 1)) == Ground()

    def test_the_first_ground_that_holds(self) -> None:
        state = Ground(family=DocumentFamily.STATE, since=datetime.date(2020, 3, 5))
        party = Ground(family=DocumentFamily.PARTY, until=datetime.date(2026, 5, 26))
        info = RuleInfo(code="OFF001", grounds=(state, party))
        assert info.ground(DocumentFamily.STATE, datetime.date(2020, 3, 5)) is state
        assert info.ground(DocumentFamily.STATE, datetime.date(2020, 3, 4)) is None
        assert info.ground(DocumentFamily.PARTY, datetime.date(2026, 5, 26)) is party
        assert info.ground(DocumentFamily.PARTY, datetime.date(2026, 5, 27)) is None
        assert info.ground(DocumentFamily.PARTY, None) is None

    def test_a_basis_in_words(self) -> None:
        ground = Ground(basis="Điều 8 Nghị định số 30/2020/NĐ-CP")
        assert ground.basis == Reference.parse("Điều 8 Nghị định số 30/2020/NĐ-CP")
        assert Ground(basis=ground.basis) == ground


class TestEdit:
    """An edit replaces what stands at a place, and nothing else."""

    def test_it(self) -> None:
        assert Edit(span=Span(0, 0), text="0").applied_to("5/KH") == "05/KH"
        assert Edit(span=Span(1, 2), text="").applied_to("1  2") == "1 2"
        assert not Finding.of("STR004").is_fixable
        assert Finding.of("STR010", edits=(Edit(span=Span(0, 0), text="0"),)).is_fixable


def fields(template: str) -> set[str | None]:
    """The arguments a wording asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

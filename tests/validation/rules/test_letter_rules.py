"""The rules of letters (DOC): form, look-alikes, invisible characters, letters lost."""

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span
from vstbpn.vocabulary import LANGUAGES, Severity

HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. NỘI DUNG\n\n"
RULES = DEFAULT_RULES.select("DOC004", "DOC005", "DOC006", "DOC010")


def found(body: str, code: str) -> tuple[Finding, ...]:
    findings = check(read(HEAD + body), rules=DEFAULT_RULES.select(code)).findings
    for finding in findings:
        for language in LANGUAGES:
            assert "{" not in finding.message(language) + finding.remedy(language) + finding.title(language)
    return findings


def mended(body: str, code: str) -> str:
    fixed = fix(HEAD + body, rules=DEFAULT_RULES.select(code))
    assert not fixed.report.findings
    return fixed.text.removeprefix(HEAD)


def at(finding: Finding, body: str) -> str:
    assert finding.span is not None
    return finding.span.of(HEAD + body)


class TestNotComposed:
    """DOC004: letters and marks apart."""

    def test_one_finding_with_every_word(self) -> None:
        body = "- Mu\u0323c tiêu và nhiệm vu\u0323 chung.\n"
        (finding,) = found(body, "DOC004")
        assert at(finding, body) == "Mu\u0323c"
        assert len(finding.edits) == 2
        assert mended(body, "DOC004") == "- Mục tiêu và nhiệm vụ chung.\n"

    def test_a_whole_text(self) -> None:
        text = unicodedata.normalize("NFD", HEAD + "- Tuyên truyền.\n")
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("DOC004")).findings
        assert finding.severity is Severity.INFO
        assert fix(text, rules=RULES).text == unicodedata.normalize("NFC", text)

    def test_signs_that_have_another_form(self) -> None:
        assert mended("- 20 \u212b, 5 \u2126 và\u2000sau.\n", "DOC004") == "- 20 Å, 5 Ω và\u2002sau.\n"

    @pytest.mark.parametrize(
        "body", ["- Tuyên truyền.\n", "- Plain text.\n", "- Dấu x\u0323\u0301 không có dạng khác.\n"]
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC004") == ()


class TestLookAlikes:
    """DOC005: letters of another alphabet."""

    @pytest.mark.parametrize(
        ("body", "first", "expected"),
        [
            ("- Ðại hội của BLÐTBXH.\n", "Ðại", "- Đại hội của BLĐTBXH.\n"),
            ("- Hội Ɖồng.\n", "Ɖồng", "- Hội Đồng.\n"),
            ("- ðến năm 2030.\n", "ðến", "- đến năm 2030.\n"),
            ("- Тháng hành động.\n", "Тháng", "- Tháng hành động.\n"),
            ("- Bình đẳng giới tоàn diện.\n", "tоàn", "- Bình đẳng giới toàn diện.\n"),
            ("- Kế hοạch.\n", "hοạch", "- Kế hoạch.\n"),
            ("- B\u0456\u0300nh đẳng.\n", "B\u0456\u0300nh", "- Bình đẳng.\n"),
            ("- Bạ\u03bf lực.\n", "Bạ\u03bf", "- Bạo lực.\n"),
            ("- Kh\u03cc khăn.\n", "Kh\u03cc", "- Khó khăn.\n"),
            ("- N\u04d1m học.\n", "N\u04d1m", "- Năm học.\n"),
            ("- Ph\u0443\u0323ng.\n", "Ph\u0443\u0323ng", "- Phỵng.\n"),
            ("- C\u043e\u0302\u0301t.\n", "C\u043e\u0302\u0301t", "- Cốt.\n"),
        ],
    )
    def test_what_violates_it(self, body: str, first: str, expected: str) -> None:
        (finding,) = found(body, "DOC005")
        assert at(finding, body) == first
        assert mended(body, "DOC005") == expected

    @pytest.mark.parametrize(
        "body",
        [
            "- Москва, Киев; Αθήνα.\n",
            "- 5 kΩ, 3 μm, α-thalassemia.\n",
            "- Ông Sigurðsson và bà Guðrún.\n",
            "- Mục ð) và Ð.\n",
            "- Đại hội đại biểu.\n",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC005") == ()

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("- HÐND, UBND; số 15/2020/NÐ-CP; QÐ-TTg.\n", "- HĐND, UBND; số 15/2020/NĐ-CP; QĐ-TTg.\n"),
            ("- ÐẢNG ỦY và ÐOÀN THANH NIÊN.\n", "- ĐẢNG ỦY và ĐOÀN THANH NIÊN.\n"),
            ("Ðường\n", "Đường\n"),
            ("- ði lại, ðược học.\n", "- đi lại, được học.\n"),
            ("- tại ɖường số 5.\n", "- tại đường số 5.\n"),
        ],
    )
    def test_syllables_and_abbreviations(self, body: str, expected: str) -> None:
        assert mended(body, "DOC005") == expected
        assert mended(unicodedata.normalize("NFD", body), "DOC005") == unicodedata.normalize("NFD", expected)

    @pytest.mark.parametrize(
        "body",
        [
            "- Ɖevi, ɖekuku.\n",
            "- Ɖe wo na nu ɖe to me.\n",
            "- Nhóm Ɖeka ŋutɔ.\n",
            "- ORÐABÓK, Í ORÐUM.\n",
            "- BORÐ, FERÐ og ÍSLENSKÞ.\n",
            "- that is ða other.\n",
            "- Ðvg, Ðxyz.\n",
            "- Москва Ðại.\n",
        ],
    )
    def test_letters_of_other_languages(self, body: str) -> None:
        assert found(body, "DOC005") == ()

    def test_all_is_mended_at_once(self) -> None:
        body = "- " + "ÐÀ " * 30_000
        (finding,) = found(body, "DOC005")
        assert len(finding.edits) == 30_000

    def test_eth_and_other_alphabets_are_told_apart(self) -> None:
        body = "- Ðại hội tоàn xã; Ðồng bào; bі\u0300nh đẳng.\n"
        findings = found(body, "DOC005")
        assert [at(finding, body) for finding in findings] == ["Ðại", "tоàn"]
        assert [len(finding.edits) for finding in findings] == [2, 2]
        assert mended(body, "DOC005") == "- Đại hội toàn xã; Đồng bào; bình đẳng.\n"

    def test_beside_a_passage_of_a_legacy_encoding(self) -> None:
        body = "- C¨n cø KÕ ho¹ch sè 12 cña Uû ban nh©n d©n tØnh, ViÖt Nam.\n- Bạ\u03bf lực, Ðại hội.\n"
        eth, other = sorted(found(body, "DOC005"), key=lambda finding: at(finding, body), reverse=True)
        assert (at(eth, body), at(other, body)) == ("Ðại", "Bạ\u03bf")
        body = "- C¨n cø KÕ ho¹ch sè 12 cña Uû ban nh©n d©n tØnh, ViÖt Nam.\n- Nh\u00ad sau: Ð¶ng, ÐH.\n"
        assert found(body, "DOC005") == ()
        assert found(body, "DOC006") == ()

    def test_soft_hyphens_beside_a_passage_of_a_legacy_encoding(self) -> None:
        body = "- C¨n cø KÕ ho¹ch sè 12 cña Uû ban nh©n d©n tØnh nh\u00ad sau.\n- Bình đẳng gi\u00adới.\n"
        assert mended(body, "DOC006") == body.replace("gi\u00adới", "giới")

    def test_marks_apart(self) -> None:
        body = unicodedata.normalize("NFD", "- Ðại hội.\n")
        assert mended(body, "DOC005") == unicodedata.normalize("NFD", "- Đại hội.\n")


class TestUnseen:
    """DOC006: characters nobody sees."""

    def test_they_are_deleted(self) -> None:
        body = "- Bình\u200b đẳng gi\u00adới \ufeffnăm\u2060 2026.\n"
        (finding,) = found(body, "DOC006")
        assert at(finding, body) == "\u200b"
        assert "U+200B" in finding.message("vi")
        assert mended(body, "DOC006") == "- Bình đẳng giới năm 2026.\n"

    def test_control_characters_are_told(self) -> None:
        body = "- Bình\x07 đẳng\x07 giới.\n"
        (finding,) = found(body, "DOC006")
        assert (finding.variant, at(finding, body), finding.edits) == ("control", "\x07", ())
        assert finding.message("vi").startswith("văn bản có 2 ký tự điều khiển (ký tự đầu là U+0007)")

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("- Bình \u202bđẳng\u202c giới \u2067năm\u2069 2026.\n", "- Bình đẳng giới năm 2026.\n"),
            ("- Bình \u202b\u202ađẳng\u202c\u202c.\n", "- Bình đẳng.\n"),
            ("- Bình \u202cđẳng \u2067giới.\n", "- Bình đẳng giới.\n"),
            (
                "- Tên \u202b\u200b \u0633\u0644\u0627\u0645 \u202c, \u2067giới\u2069.\n",
                "- Tên \u202b \u0633\u0644\u0627\u0645 \u202c, giới.\n",
            ),
        ],
    )
    def test_marks_of_direction_go_in_pairs(self, body: str, expected: str) -> None:
        assert mended(body, "DOC006") == expected

    @pytest.mark.parametrize(
        "body",
        [
            "- Tên \u202b\u0633\u0644\u0627\u0645 là\u202c.\n",
            "- Tên \u2067abc \u0633\u0644\u0627\u0645 là\u2069.\n",
            "- Tên \u2067 \U0001f469 là\u2069 và \u2067là \u2069\U0001f469.\n",
            "- Tên \u202b là \u05d0.\n",
            "- Tên \u05d0 là \u202c.\n",
        ],
    )
    def test_marks_about_letters_from_the_right(self, body: str) -> None:
        text = HEAD + body
        fixed = fix(text, rules=DEFAULT_RULES.select("DOC006")).text
        assert fixed == text or body.count("\U0001f469") == 2
        for opener, closer in (("\u202b", "\u202c"), ("\u2067", "\u2069")):
            if body.count(opener) == body.count(closer):
                assert fixed.count(opener) == fixed.count(closer)

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_beside_a_sign_that_may_be_a_legacy_letter(self, form: Literal["NFC", "NFD"]) -> None:
        body = unicodedata.normalize(form, "- Tăng a½ số.\n- Bình gi\u00adới nữ.\n")
        assert len(found(body, "DOC006")) == 1

    def test_the_mark_of_a_file_is_none(self) -> None:
        assert check(read("\ufeff" + HEAD), rules=DEFAULT_RULES.select("DOC006")).findings == ()

    @pytest.mark.parametrize(
        "body",
        [
            "- Bình\u00a0đẳng\tgiới\x0c năm 2026.\n",
            "- Biểu tượng \U0001f469\u200d\U0001f4bc.\n",
            "- نامه\u200cای.\n",
            # In TCVN3 the soft hyphen is the letter ư.
            "- nh\u00ad vËy, viÖc b¸o c¸o.\n",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC006") == ()


class TestLost:
    """DOC010: letters lost, or read in the wrong encoding."""

    def test_letters_lost(self) -> None:
        body = "- Bình đ\ufffdng gi\ufffdi.\n"
        (finding,) = found(body, "DOC010")
        assert finding.severity is Severity.ERROR
        assert at(finding, body) == "\ufffd"
        assert finding.message("vi") == "2 chữ đã bị mất khi lưu hoặc chuyển đổi tệp, chỗ đầu ở “đ\ufffdng”"

    @pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
    def test_a_wrong_encoding(self, encoding: str) -> None:
        raw = "- Tổ chức thực hiện kế hoạch bình đẳng giới.\n".encode()
        body = raw.decode(encoding, errors="replace").replace("\ufffd", "\u008d")
        (finding,) = found(body, "DOC010")
        assert (finding.variant, finding.severity) == ("misread", Severity.ERROR)
        assert finding.title("vi") == "Sai bảng mã"

    @pytest.mark.parametrize("body", ["- “«má»”, “«cá»”.\n", "- Tổ chức thực hiện kế hoạch.\n", "- Ã ¡.\n"])
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC010") == ()


class TestWholeTexts:
    """Every fault at once, in every form a file may have."""

    BODY = "- Ðại hội tоàn diện , bі\u0300nh đẳng\u200b  giới và chống bạ\u03bf lực gia đình trong năm.\n- ”Bình đẳng”, kh\u03cc khăn.\n"

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    @pytest.mark.parametrize("line", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_all_is_mended(self, form: str, line: str, mark: str) -> None:
        wanted = "- Đại hội toàn diện, bình đẳng giới và chống bạo lực gia đình trong năm.\n- “Bình đẳng”, khó khăn.\n"
        text = mark + unicodedata.normalize(form, HEAD + self.BODY).replace("\n", line)  # type: ignore[arg-type]  # One of the forms.
        fixed = fix(text, rules=DEFAULT_RULES.select("DOC"))
        assert fixed.text == mark + (HEAD + wanted).replace("\n", line)
        assert not fixed.report.findings

    @pytest.mark.parametrize("marks", ["\u0323\u0301", "\u0301\u0323", "\u0301"])
    def test_time_is_linear_in_marks_without_end(self, marks: str) -> None:
        def prepare(size: int) -> Callable[[], object]:
            source = "a" + marks * size
            return lambda: check(Plan(), rules=DEFAULT_RULES.select("DOC004"), source=source)

        assert_linear(prepare, 20_000, 80_000)


class TestLaws:
    """What holds for all rules of letters."""

    @given(st.text("aăđÐоТ \u0323\u0301\u200b\u00ad\ufeff\x07\n.Kế", max_size=60))
    def test_what_is_mended_needs_no_mending(self, body: str) -> None:
        fixed = fix(HEAD + body, rules=RULES)
        assert not [finding for finding in fixed.report if finding.edits]
        assert fix(fixed.text, rules=RULES).text == fixed.text

    def test_a_plan_alone_has_no_letters(self) -> None:
        assert check(Plan(), rules=RULES).findings == ()

    def test_a_place_beyond_the_source(self) -> None:
        assert check(Plan(span=Span(5, 900)), rules=DEFAULT_RULES.select("DOC"), source="KẾ HO\u200bẠCH").findings

    def test_letters_of_a_legacy_encoding_are_told_as_that_alone(self) -> None:
        body = "- C¨n cø KÕ ho¹ch sè 12 cña Uû ban nh©n d©n tØnh, ViÖt Nam nh\u00ad Ð.\n"
        assert {finding.code for finding in check(read(HEAD + body), rules=DEFAULT_RULES.select("DOC"))} == {"DOC003"}

    @pytest.mark.parametrize(
        "piece",
        [
            "u\u0323",
            "Ð",
            "ÐÀ ",
            "Ð, ",
            "\u202b",
            "\u202b\u2067a\u202c",
            "\u2069\u0633",
            "\u200b",
            "a\u200b ",
            "Тa",
            "\u0323",
            "áº¿",
            "\ufffd",
        ],
    )
    def test_time_is_linear(self, piece: str) -> None:
        def prepare(size: int) -> Callable[[], object]:
            source = piece * (size // len(piece))
            return lambda: check(Plan(), rules=RULES, source=source)

        assert_linear(prepare, 50_000, 200_000)

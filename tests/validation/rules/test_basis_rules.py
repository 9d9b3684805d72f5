"""Rules of legal bases: cited whole, one to a line, each line closed."""

import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span, evolve

Form = Literal["NFC", "NFD"]
HEAD = "SỞ Y TẾ\n\nSố: 15/KH-SYT\n\nAn Giang, ngày 12 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\n"
LAW = "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016"
PLAN = "Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về công tác trẻ em"
END = "\n\nSở Y tế ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n"
OLD = HEAD.replace("năm 2026\n\nKẾ", "năm 2018\n\nKẾ")
DECREE = (
    "Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết một số điều của Luật Trẻ em"
)
OTHER_DECREE = (
    "Nghị định số 48/2009/NĐ-CP ngày 19 tháng 5 năm 2009 của Chính phủ quy định về các biện pháp bảo đảm bình đẳng giới"
)
PARTY = "TỈNH ỦY AN GIANG\n*\nSố 15-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nKẾ HOẠCH\nCông tác năm 2026\n\n"


def found(body: str, code: str, head: str = HEAD) -> tuple[Finding, ...]:
    return check(read(f"{head}{body}"), rules=DEFAULT_RULES.select(code)).findings


class TestCitedWhole:
    """REF014: number, issuer, date and title (PL1, II.6.a)."""

    @pytest.mark.parametrize(
        ("words", "missing"),
        [
            ("Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh về công tác trẻ em", "date"),
            ("Kế hoạch số 15/KH-UBND ngày 20/01/2026 về công tác trẻ em", "issuer"),
            ("Kế hoạch số 15/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh", "title"),
            ("Kế hoạch số 15/KH-UBND về công tác trẻ em", "date-issuer"),
            ("Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh", "date-title"),
            ("Kế hoạch số 15/KH-UBND ngày 20/01/2026", "issuer-title"),
            ("Kế hoạch số 15/KH-UBND", ""),
        ],
    )
    def test_what_is_missing_is_told(self, words: str, missing: str) -> None:
        (finding,) = found(f"Căn cứ {words};\n", "REF014")
        assert finding.variant == missing
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}Căn cứ {words}") == "Kế hoạch số 15/KH-UBND"
        assert finding.message("vi") != finding.message("en")

    def test_one_behind_a_semicolon_is_a_basis_too(self) -> None:
        (finding,) = found(f"{LAW}; Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh về trẻ em;\n", "REF014")
        assert finding.variant == "date"

    @pytest.mark.parametrize(
        "words",
        [
            f"Căn cứ {PLAN};",
            "Căn cứ Luật Trẻ em;",
            "Căn cứ Luật Trẻ em số 102/2016/QH13;",
            f"Căn cứ {PLAN};\nCăn cứ Kế hoạch số 15/KH-UBND;",
            "Căn cứ Kế hoạch số 15/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh, Sở Y tế xây dựng kế hoạch như sau:",
            "Theo đề nghị của Sở Tài chính tại Tờ trình số 133/TTr-STC ngày 15/01/2026;",
            "Căn cứ kết quả thực hiện Kế hoạch số 15/KH-UBND;",
            "Căn cứ Công văn số 12/SNV-TCCB ngày 15/01/2026 của Sở Nội vụ (gửi kèm phụ lục);",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(f"{words}\n", "REF014") == ()

    @pytest.mark.parametrize("head", [OLD, PARTY])
    def test_others_are_not_judged(self, head: str) -> None:
        assert found("Căn cứ Kế hoạch số 15/KH-UBND;\n", "REF014", head) == ()


class TestClosingMark:
    """REF015: a semicolon behind each, a full stop behind the last (PL1, II.6.a)."""

    @pytest.mark.parametrize(
        ("body", "mended"),
        [
            (f"{LAW}\nCăn cứ {PLAN}.{END}", f"{LAW};\nCăn cứ {PLAN}.{END}"),
            (f"{LAW}.\nCăn cứ {PLAN}.{END}", f"{LAW};\nCăn cứ {PLAN}.{END}"),
            (f"{LAW},\n\nCăn cứ {PLAN}{END}", f"{LAW};\n\nCăn cứ {PLAN}.{END}"),
            (f"{LAW};\nCăn cứ {PLAN};{END}", f"{LAW};\nCăn cứ {PLAN}.{END}"),
            (f"*{LAW}*\n\n*Căn cứ {PLAN},*{END}", f"*{LAW};*\n\n*Căn cứ {PLAN}.*{END}"),
            (f"- {LAW}\n- Căn cứ {PLAN}.{END}", f"- {LAW};\n- Căn cứ {PLAN}.{END}"),
        ],
    )
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_it_is_mended(self, body: str, mended: str, form: Form) -> None:
        rules = DEFAULT_RULES.select("REF015")
        fixed = fix(unicodedata.normalize(form, HEAD + body), rules=rules)
        assert fixed.done
        assert fixed.text == unicodedata.normalize(form, HEAD + mended)
        assert not fixed.report.findings

    def test_the_span_is_the_last_word(self) -> None:
        (finding,) = found(f"{LAW}\nCăn cứ {PLAN}.{END}", "REF015")
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}{LAW}") == "2016"

    @pytest.mark.parametrize(
        "body",
        [
            f"{LAW};\nCăn cứ {PLAN}.{END}",
            f"*{LAW};*\n\n*Căn cứ {PLAN}.*{END}",
            f"*{LAW}*;\n\n*Căn cứ {PLAN}*.{END}",
            f"Thực hiện {PLAN},{END}",
            f"{LAW};\nCăn cứ {PLAN}.\nThực hiện Công văn số 12/BYT-VP ngày 02/3/2026 của Bộ Y tế về trẻ em.{END}",
            f"{LAW};\nCăn cứ {PLAN};\n\nTheo hướng dẫn của Sở Nội vụ, Sở Y tế ban hành Kế hoạch:\n",
            f"{LAW};\nCăn cứ {PLAN};\n\nđể triển khai, Sở Y tế ban hành Kế hoạch:\n",
            f"{LAW};\nCăn cứ tình hình thực tế, Sở Y tế xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH\n",
            f"{LAW};\nCăn cứ {PLAN};",
            f"{LAW}. Sở Y tế ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "REF015") == ()

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    @pytest.mark.parametrize(
        "body", [f"Căn cứ \nCăn cứ {PLAN};\n\nI. NỘI DUNG\n", f"Căn cứ\n{LAW};\nCăn cứ {PLAN}.{END}"]
    )
    def test_an_opening_without_an_act(self, body: str, form: Form) -> None:
        text = unicodedata.normalize(form, HEAD + body)
        assert check(read(text), rules=DEFAULT_RULES.select("REF015")).findings == ()

    @pytest.mark.parametrize("last", ["thu chi", "trẻ", "gia đình số"])
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_a_last_letter_with_marks(self, last: str, form: Form) -> None:
        text = unicodedata.normalize(form, f"{HEAD}Căn cứ {PLAN} về {last}\n{LAW}.{END}")
        assert len(check(read(text), rules=DEFAULT_RULES.select("REF015")).findings) == 1

    @pytest.mark.parametrize("head", [OLD, PARTY])
    def test_others_are_not_judged(self, head: str) -> None:
        assert found(f"{LAW}\nCăn cứ {PLAN}.{END}", "REF015", head) == ()

    def test_bases_with_a_dash_may_be_the_party_s(self) -> None:
        body = f"KẾ HOẠCH\nCông tác năm 2026\n\n- {LAW}\n- Căn cứ {PLAN}\n{END}"
        assert found(body, "REF015", "") == ()


class TestOneToALine:
    """REF016: each basis has its line."""

    @pytest.mark.parametrize("between", [", ", " và ", ", và "])
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_a_second_one_of_that_type_behind_a_comma(self, between: str, form: Form) -> None:
        text = unicodedata.normalize(form, f"{HEAD}Căn cứ {DECREE}{between}{OTHER_DECREE}.{END}")
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("REF016"))
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "Nghị định số 48/2009/NĐ-CP"
        assert finding.pointer == "/bases/0/mentions/2"

    def test_a_second_one_behind_a_semicolon(self) -> None:
        body = f"{LAW}; {PLAN}; Quyết định số 12/QĐ-BYT ngày 02/3/2025 của Bộ Y tế về trẻ em.{END}"
        (finding,) = found(body, "REF016")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == "Kế hoạch số 15/KH-UBND"

    @pytest.mark.parametrize("opening", ["Căn cứ", "căn cứ vào", "Căn cứ theo"])
    def test_a_second_one_that_is_opened_as_the_first(self, opening: str) -> None:
        body = f"{LAW}; {opening} {PLAN.replace('tháng 01', 'tháng' + chr(10) + '01')}; Căn cứ {DECREE};\nCăn cứ {OTHER_DECREE}.{END}"
        (finding,) = found(body, "REF016")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == "Kế hoạch số 15/KH-UBND"

    @pytest.mark.parametrize(
        "body",
        [
            f"{LAW};\nCăn cứ {PLAN}.{END}",
            f"{LAW};\n\nCăn cứ\n{PLAN}.{END}",
            f"Căn cứ Luật Trẻ em và {PLAN}.{END}",
            f"Thực hiện {PLAN}; Quyết định số 12/QĐ-BYT ngày 02/3/2025 của Bộ Y tế, Sở Y tế ban hành Kế hoạch như sau:\n",
            f"Căn cứ {PLAN} thực hiện Luật Trẻ em; tình hình thực tế.{END}",
            f"Thực hiện {DECREE}, {OTHER_DECREE}.{END}",
            f"{LAW}; Luật sửa đổi, bổ sung một số điều của Luật Trẻ em ngày 20 tháng 11 năm 2018.{END}",
            f"Căn cứ {DECREE}; Nghị định số 12/2020/NĐ-CP ngày 02/3/2020 của Chính phủ sửa đổi, bổ sung Nghị định số 56/2017/NĐ-CP.{END}",
            f"Căn cứ Nghị định số 12/2026/NĐ-CP ngày 02/01/2026 của Chính phủ về việc thực hiện {DECREE}, {OTHER_DECREE}.{END}",
            f"Căn cứ Công văn số 12/SNV-TCCB ngày 15/01/2026 của Sở Nội vụ về trẻ em, {PLAN}.{END}",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "REF016") == ()


class TestPlansMadeByHand:
    """Bases without a place, or of another source, are passed over."""

    @pytest.mark.parametrize("source", [None, "", HEAD, "Căn cứ", "Kế hoạch; " * 400])
    @pytest.mark.parametrize("span", [None, Span(0, 5), Span(4000, 4010)])
    def test_nothing_is_found_and_nothing_breaks(self, source: str | None, span: Span | None) -> None:
        plan = read(f"{HEAD}{LAW}\nCăn cứ Kế hoạch số 15/KH-UBND; Kế hoạch số 16/KH-UBND\n").plan
        assert plan is not None
        bases = tuple(evolve(basis, span=span) for basis in plan.bases)
        report = check(evolve(plan, bases=bases), rules=DEFAULT_RULES.select("REF"), source=source)
        assert "DOC099" not in {finding.code for finding in report}
        assert not report.errors

    @pytest.mark.parametrize(
        "body",
        [f"{LAW}…\nCăn cứ {PLAN}.{END}", f"{LAW}.;\nCăn cứ {PLAN}.{END}", f"{LAW} {'và ' * 500}\nCăn cứ {PLAN}.{END}"],
    )
    def test_what_ends_otherwise_is_left(self, body: str) -> None:
        assert found(body, "REF015") == ()

"""The rules of references, each with what violates it and what conforms."""

import datetime

import pytest

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import evolve


def read_plan(body: str, date: str = "") -> Plan:
    """A plan with such words in its body."""
    place = f"An Giang, ngày {date}\n\n" if date else ""
    plan = read(f"SỞ Y TẾ\n\n{place}KẾ HOẠCH\nCông tác bình đẳng giới\n\n{body}\n\nI. MỤC ĐÍCH\n").plan
    assert plan is not None
    return plan


def found(plan: Plan, code: str, *, acts: Acts | None = None, on: datetime.date | None = None) -> tuple[Finding, ...]:
    """What one rule finds."""
    return check(plan, rules=DEFAULT_RULES.select(code), catalogue=acts, on=on).findings


class TestTypeAgainstSymbol:
    """REF001: the type word says one thing, the abbreviation in the symbol another."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Công văn số 6382/KH-SGDĐT", "Kế hoạch"),
            ("Nghị quyết số 2351/QĐ-TTg", "Quyết định"),
            ("Kế hoạch số 21-CT/TW", "Chỉ thị"),
        ],
    )
    def test_what_violates_it(self, words: str, expected: str) -> None:
        (finding,) = found(read_plan(f"Thực hiện {words};"), "REF001")
        assert dict(finding.args)["expected"] == expected
        assert dict(finding.args)["written"] == words
        assert finding.pointer == "/mentions/0"

    @pytest.mark.parametrize(
        "words",
        [
            "Kế hoạch số 6382/KH-SGDĐT",
            "Công văn số 6382/SGDĐT-TCCB",
            "Quy định số 102-QĐ/TW",
            "Chương trình hành động số 12-CTr/TU",
            "Thông báo số 12-KL/TW",
            "Luật số 73/2006/QH11",
            "Luật số 12/L-CTN",
            "Luật Trẻ em",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(read_plan(f"Thực hiện {words};"), "REF001") == ()


class TestPartyOrganInStateStyle:
    """REF002: a Party organ with a State-style symbol."""

    @pytest.mark.parametrize(
        ("words", "expected"), [("Chỉ thị số 07/CT-TU", "07-CT/TU"), ("Kế hoạch số 15/KH-TU", "15-KH/TU")]
    )
    def test_what_violates_it(self, words: str, expected: str) -> None:
        (finding,) = found(read_plan(f"Thực hiện {words};"), "REF002")
        assert finding.remedy("vi") == f"viết “{expected}”"

    @pytest.mark.parametrize(
        "words", ["Chỉ thị số 07-CT/TU", "Chỉ thị số 07/CT-UBND", "Nghị định số 30/2020/NĐ-CP", "Công văn số 12/TU-VP"]
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(read_plan(f"Thực hiện {words};"), "REF002") == ()


class TestDamagedSymbol:
    """REF003: a symbol was mended in reading."""

    @pytest.mark.parametrize(
        ("words", "expected"), [("Kế hoạch số 365/KH- UBND", "365/KH-UBND"), ("Quyết định số 12/QĐ–TTg", "12/QĐ-TTg")]
    )
    def test_what_violates_it(self, words: str, expected: str) -> None:
        (finding,) = found(read_plan(f"Thực hiện {words};"), "REF003")
        assert dict(finding.args) == {"written": words, "expected": expected}

    @pytest.mark.parametrize("words", ["Kế hoạch số 365/KH-UBND", "Kế hoạch số 365/KH-\nUBND"])
    def test_what_conforms(self, words: str) -> None:
        assert found(read_plan(f"Thực hiện {words};"), "REF003") == ()


class TestBasisAfterPlan:
    """REF004: a basis is of a later day than the plan."""

    BASIS = "Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;"

    def test_what_violates_it(self) -> None:
        (finding,) = found(read_plan(self.BASIS, "02 tháng 3 năm 2021"), "REF004")
        assert finding.pointer == "/bases/0/mentions/0"
        assert dict(finding.args)["date"] == "03/03/2021"

    @pytest.mark.parametrize("date", ["03 tháng 3 năm 2021", "01 tháng 01 năm 2026", ""])
    def test_what_conforms(self, date: str) -> None:
        assert found(read_plan(self.BASIS, date), "REF004") == ()

    def test_a_plan_of_that_month_may_be_later(self) -> None:
        plan = read_plan(self.BASIS)
        dated = read_plan(self.BASIS, "   tháng 3 năm 2021")
        assert dated.date is not None
        assert found(evolve(plan, header=dated.header), "REF004") == ()

    def test_a_later_act_may_be_named_elsewhere(self) -> None:
        plan = read_plan(self.BASIS, "02 tháng 3 năm 2021")
        assert found(evolve(plan, bases=()), "REF004") == ()


class TestDateAgainstCatalogue:
    """REF005: the catalogue knows the number in that year, but of another day."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(read_plan("Căn cứ Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ;"), "REF005")
        assert dict(finding.args)["date"] == "13/03/2021"
        assert dict(finding.args)["expected"] == "03/03/2021"

    @pytest.mark.parametrize(
        "words",
        [
            "Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ",
            "Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2022 của Chính phủ",
            "Nghị quyết số 28/NQ-CP",
            "Nghị quyết số 28/NQ-CP ngày   tháng 4 năm 2021 của Chính phủ",
            "Quyết định số 9999/QĐ-BNV ngày 13 tháng 3 năm 2021 của Bộ Nội vụ",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(read_plan(f"Căn cứ {words};"), "REF005") == ()

    @pytest.mark.parametrize("confidence", [Confidence.UNCONFIRMED, Confidence.PARTLY, Confidence.SINGLE])
    def test_a_date_nobody_has_confirmed_is_not_held_against_a_plan(self, confidence: Confidence) -> None:
        act = Acts.bundled().get("28/NQ-CP@2021")
        plan = read_plan("Căn cứ Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ;")
        assert found(plan, "REF005", acts=Acts(acts=(act,)))
        assert found(plan, "REF005", acts=Acts(acts=(evolve(act, confidence=confidence),))) == ()

    def test_a_number_of_a_province_names_many_acts(self) -> None:
        known = Act.of("Kế hoạch", "12/KH-UBND", "công tác năm 2021", date_issued=datetime.date(2021, 1, 1))
        plan = read_plan("Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 02 năm 2021 của UBND tỉnh An Giang;")
        assert found(plan, "REF005", acts=Acts(acts=(known,))) == ()

    def test_another_catalogue_knows_other_acts(self) -> None:
        plan = read_plan("Căn cứ Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ;")
        assert found(plan, "REF005", acts=Acts()) == ()


class TestExpiredBasis:
    """REF006: a basis was no longer in force on the day of the plan."""

    EXPIRED = next(
        act
        for act in Acts.bundled()
        if act.effective_to and act.date_issued and act.symbol and act.confidence is Confidence.CONFIRMED
    )

    def test_what_violates_it(self) -> None:
        act = self.EXPIRED
        assert act.effective_to is not None
        assert act.date_issued is not None
        plan = read_plan(f"Căn cứ {act.type} số {act.symbol} ngày {act.date_issued:%d/%m/%Y};")
        day = act.effective_to + datetime.timedelta(days=1)
        (finding,) = found(plan, "REF006", on=day)
        assert finding.pointer == "/bases/0/mentions/0"
        assert dict(finding.args)["date"] == f"{day:%d/%m/%Y}"
        assert found(plan, "REF006", on=act.effective_to) == ()

    def test_what_conforms(self) -> None:
        plan = read_plan("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;")
        assert found(plan, "REF006", on=datetime.date(2026, 1, 1)) == ()

    def test_what_nobody_has_confirmed_is_not_held_against_a_plan(self) -> None:
        doubtful = evolve(self.EXPIRED, confidence=Confidence.UNCONFIRMED)
        plan = read_plan(f"Căn cứ {doubtful.type} số {doubtful.symbol};")
        report = check(plan, catalogue=Acts(acts=(doubtful,)), on=datetime.date(2026, 1, 1))
        assert "REF006" not in {finding.code for finding in report}

    def test_without_a_day_nothing_has_expired(self) -> None:
        act = self.EXPIRED
        plan = read_plan(f"Căn cứ {act.type} số {act.symbol};")
        assert plan.year is None
        assert found(plan, "REF006") == ()


class TestStateOrganInPartyStyle:
    """REF007: a State organ with a Party-style symbol."""

    @pytest.mark.parametrize(
        ("words", "expected"), [("Đề án số 938-ĐA/CP", "938/ĐA-CP"), ("Kế hoạch số 12-KH/UBND", "12/KH-UBND")]
    )
    def test_what_violates_it(self, words: str, expected: str) -> None:
        (finding,) = found(read_plan(f"Thực hiện {words};"), "REF007")
        assert finding.remedy("vi") == f"viết “{expected}”"

    @pytest.mark.parametrize("words", ["Đề án số 938/ĐA-CP", "Kế hoạch số 12-KH/TU", "Chỉ thị số 24-TTg"])
    def test_what_conforms(self, words: str) -> None:
        assert found(read_plan(f"Thực hiện {words};"), "REF007") == ()

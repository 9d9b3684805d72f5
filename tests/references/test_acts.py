"""Acts known, and what a reference turns out to be: a class a verdict."""

import datetime

import pytest

from vstbpn.catalogue.tables import Act, Confidence
from vstbpn.references.acts import Acts, Verdict
from vstbpn.references.reference import Reference

TODAY = datetime.date(2026, 11, 22)


def act(number: str, symbol: str, issued: datetime.date | None, **changes: object) -> Act:
    fields: dict[str, object] = {
        "id": f"{number}/{symbol}@{issued}",
        "type": "Quyết định",
        "number": number,
        "symbol": symbol,
        "date_issued": issued,
        "issuer": "UBND tỉnh",
        "title_vi": "Quyết định mẫu",
        "effective_from": None,
        "effective_to": None,
        "relation": "",
        "source": "example",
        "confidence": Confidence.UNCONFIRMED,
        "note": "",
    }
    return Act(**{**fields, **changes})  # type: ignore[arg-type]  # The fields are of many types.


MARCH, MAY = datetime.date(2021, 3, 5), datetime.date(2022, 5, 10)
ACTS = Acts(
    acts=(
        act("12", "QĐ-UBND", MARCH, effective_from=MARCH, effective_to=datetime.date(2023, 12, 31)),
        act("12", "QĐ-UBND", MAY),
        act("13", "QĐ-UBND", MAY, effective_from=datetime.date(2022, 7, 1)),
        act("14", "QĐ-UBND", None),
        act("10", "2030/QH17", MAY, type="Luật", title_vi="Luật Kinh tế tuần hoàn"),
        act("11", "2031/QH17", MARCH, type="Luật", title_vi="Luật Kinh tế tuần hoàn"),
    )
)


def verdict(text: str, on: datetime.date | None = TODAY) -> Verdict:
    return ACTS.resolve(Reference.parse(text), on=on).verdict


class TestVerdicts:
    @pytest.mark.parametrize(
        ("text", "on", "expected"),
        [
            ("Quyết định số 12/QĐ-UBND ngày 05/3/2021", datetime.date(2023, 12, 31), Verdict.IN_FORCE),
            ("Quyết định số 12/QĐ-UBND ngày 05/3/2021", datetime.date(2024, 1, 1), Verdict.EXPIRED),
            ("Quyết định số 12/QĐ-UBND ngày 05/3/2021", None, Verdict.KNOWN),
            ("Quyết định số 12/QĐ-UBND ngày 10/5/2022", TODAY, Verdict.KNOWN),
            ("Quyết định số 13/QĐ-UBND", datetime.date(2022, 6, 30), Verdict.NOT_YET),
            ("Quyết định số 013/QĐ-UBND", TODAY, Verdict.IN_FORCE),
            ("Quyết định số 99/QĐ-UBND", TODAY, Verdict.UNKNOWN),
            ("Quyết định số 12/QĐ-UBND ngày 01/01/2020", TODAY, Verdict.UNKNOWN),
            ("Luật Trẻ em", TODAY, Verdict.UNKNOWN),
        ],
    )
    def test_each(self, text: str, on: datetime.date | None, expected: Verdict) -> None:
        assert verdict(text, on) is expected


class TestAmbiguity:
    def test_a_symbol_is_no_identity(self) -> None:
        resolution = ACTS.resolve(Reference.parse("Quyết định số 12/QĐ-UBND"))
        assert resolution.verdict is Verdict.AMBIGUOUS
        assert resolution.act is None
        assert len(resolution.candidates) == 2

    @pytest.mark.parametrize("words", [" ngày 10/5/2022", " tháng 5 năm 2022", " năm 2022"])
    def test_the_date_decides_even_a_partial_one(self, words: str) -> None:
        resolution = ACTS.resolve(Reference.parse(f"Quyết định số 12/QĐ-UBND{words}"))
        assert resolution.act is ACTS.acts[1]

    def test_the_year_after_a_name_decides(self) -> None:
        assert verdict("Luật Kinh tế tuần hoàn") is Verdict.AMBIGUOUS
        assert ACTS.resolve(Reference.parse("Luật Kinh tế tuần hoàn năm 2022")).act is ACTS.acts[4]

    def test_an_act_of_unknown_date_fits_any(self) -> None:
        assert verdict("Quyết định số 14/QĐ-UBND ngày 01/02/2003") is Verdict.KNOWN


class TestSameNumber:
    def test_whatever_the_date(self) -> None:
        assert len(ACTS.same_number(Reference.parse("Quyết định số 12/QĐ-UBND ngày 01/01/2020"))) == 2

    def test_a_name_has_no_number(self) -> None:
        assert ACTS.same_number(Reference.parse("Luật Kinh tế tuần hoàn")) == ()

    def test_the_year_is_part_of_it(self) -> None:
        assert ACTS.same_number(Reference.parse("Luật số 10/2030/QH17")) == (ACTS.acts[4],)


class TestCatalogue:
    def test_with_acts_gives_a_new_one(self) -> None:
        more = ACTS.with_acts([act("99", "QĐ-UBND", MAY)])
        assert more.resolve(Reference.parse("Quyết định số 99/QĐ-UBND")).verdict is Verdict.KNOWN
        assert verdict("Quyết định số 99/QĐ-UBND") is Verdict.UNKNOWN
        assert len(more.acts) == len(ACTS.acts) + 1

    def test_the_bundled_one_is_made_once(self) -> None:
        assert Acts.bundled() is Acts.bundled()

    @pytest.mark.parametrize(
        "text",
        [
            "Luật Bình đẳng giới",
            "Hiến pháp năm 2013",
            "Nghị định số 30/2020/NĐ-CP",
            "Nghị định số 30/2020/NĐ-CP của Chính phủ",
        ],
    )
    def test_it_knows_the_common_acts(self, text: str) -> None:
        assert Acts.bundled().resolve(Reference.parse(text), on=TODAY).verdict is Verdict.IN_FORCE

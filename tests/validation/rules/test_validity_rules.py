"""Rules of the validity of bases: ended, replaced, not yet begun."""

import datetime

import pytest

from vstbpn.catalogue.tables import ActLink, Confidence
from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import evolve
from vstbpn.vocabulary import ActRelation

RULES = DEFAULT_RULES.select("REF006", "REF011", "REF012")
OLD = Act.of(
    "Quyết định", "15/2018/QĐ-TTg", "về quy chế cũ", date_issued=datetime.date(2018, 2, 1), issuer="Thủ tướng Chính phủ",
    effective_from=datetime.date(2018, 3, 1), effective_to=datetime.date(2022, 12, 31), confidence=Confidence.CONFIRMED,
)  # fmt: skip
NEW = Act.of(
    "Quyết định", "20/2022/QĐ-TTg", "về quy chế mới", date_issued=datetime.date(2022, 11, 1), issuer="Thủ tướng Chính phủ",
    effective_from=datetime.date(2023, 1, 1), confidence=Confidence.CONFIRMED,
)  # fmt: skip


def catalogue(relation: ActRelation, confidence: Confidence = Confidence.CONFIRMED) -> Acts:
    link = ActLink(act=NEW.id, relation=relation, other=OLD.id, source="", confidence=confidence)
    return Acts(acts=(OLD, NEW), relations=(link,))


def found(basis: str, year: int, *, title: str = "", acts: Acts | None = None) -> tuple[Finding, ...]:
    head = f"SỞ Y TẾ\n\nAn Giang, ngày 12 tháng 3 năm {year}\n\nKẾ HOẠCH\n{title or f'Công tác năm {year}'}\n\n"
    return check(read(f"{head}Căn cứ {basis};\n"), rules=RULES, catalogue=acts).findings


class TestReplacedBasis:
    """REF011 names the act to rest on; REF006 is for acts of which none is known."""

    CITED = "Quyết định số 15/2018/QĐ-TTg ngày 01 tháng 02 năm 2018 của Thủ tướng Chính phủ"

    def test_what_replaced_it_is_named(self) -> None:
        (finding,) = found(self.CITED, 2024, acts=catalogue(ActRelation.REPLACES))
        assert finding.code == "REF011"
        assert dict(finding.args)["date"] == "01/01/2023"
        assert "20/2022/QĐ-TTg" in finding.remedy("vi")
        assert finding.pointer == "/bases/0/mentions/0"

    def test_what_follows_it_is_named_by_the_other_rule(self) -> None:
        (finding,) = found(self.CITED, 2024, acts=catalogue(ActRelation.FOLLOWS))
        assert (finding.code, finding.variant) == ("REF006", "followed")
        assert "20/2022/QĐ-TTg" in finding.remedy("vi")

    @pytest.mark.parametrize("relation", [ActRelation.REPLACES, ActRelation.FOLLOWS])
    def test_a_link_nobody_confirmed_names_nothing(self, relation: ActRelation) -> None:
        (finding,) = found(self.CITED, 2024, acts=catalogue(relation, Confidence.UNCONFIRMED))
        assert (finding.code, finding.variant) == ("REF006", "")

    def test_a_successor_nobody_confirmed_is_not_named(self) -> None:
        acts = catalogue(ActRelation.REPLACES).with_acts([evolve(NEW, confidence=Confidence.SINGLE)])
        assert [finding.code for finding in found(self.CITED, 2024, acts=acts)] == ["REF006"]

    def test_a_successor_the_catalogue_lacks_is_not_named(self) -> None:
        acts = catalogue(ActRelation.REPLACES).without(NEW.id)
        assert [finding.code for finding in found(self.CITED, 2024, acts=acts)] == ["REF006"]

    @pytest.mark.parametrize("year", [2019, 2022])
    def test_while_in_force_nothing_is_found(self, year: int) -> None:
        assert found(self.CITED, year, acts=catalogue(ActRelation.REPLACES)) == ()

    def test_an_act_in_the_title_of_a_basis_is_no_basis(self) -> None:
        words = f"Kế hoạch số 12/KH-UBND ngày 01 tháng 3 năm 2020 của Ủy ban nhân dân tỉnh về thực hiện {self.CITED}"
        assert found(words, 2024, acts=catalogue(ActRelation.REPLACES)) == ()

    def test_the_bundled_laws(self) -> None:
        (finding,) = found("Luật Phòng, chống bạo lực gia đình ngày 21 tháng 11 năm 2007", 2026)
        assert finding.code == "REF011"
        assert "13/2022/QH15" in finding.message("en")
        assert found("Luật Phòng, chống bạo lực gia đình ngày 21 tháng 11 năm 2007", 2020) == ()
        assert found("Luật Phòng, chống bạo lực gia đình", 2026) == ()


class TestTwoLawsOfOneName:
    """REF011: two laws of one name and one year; the day that is cited tells which is meant."""

    LAW = "Luật Tổ chức chính quyền địa phương"

    def test_the_day_is_that_of_the_older_one(self) -> None:
        (finding,) = found(f"{self.LAW} ngày 19 tháng 02 năm 2025", 2026)
        assert finding.code == "REF011"
        assert "72/2025/QH15" in finding.remedy("vi")

    def test_of_laws_of_one_name_the_last_one_holds(self) -> None:
        (finding,) = found(f"{self.LAW} ngày 19 tháng 6 năm 2015", 2026)
        assert finding.code == "REF011"
        assert "72/2025/QH15" in finding.remedy("vi")

    def test_two_amendments_of_one_name_stand_beside_each_other(self) -> None:
        name = "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở"
        first, second = (
            Act.of(
                "Luật",
                symbol,
                name,
                date_issued=day,
                effective_from=day,
                effective_to=end,
                confidence=Confidence.CONFIRMED,
            )
            for symbol, day, end in [
                ("34/2009/QH12", datetime.date(2009, 6, 18), datetime.date(2015, 6, 30)),
                ("35/2016/QH13", datetime.date(2016, 6, 18), None),
            ]
        )
        (finding,) = found("Luật số 34/2009/QH12 ngày 18 tháng 6 năm 2009", 2026, acts=Acts(acts=(first, second)))
        assert finding.code == "REF006"

    @pytest.mark.parametrize(
        ("words", "year"),
        [(" ngày 16 tháng 6 năm 2025", 2026), (" ngày 19 tháng 02 năm 2025", 2025), (" năm 2025", 2026), ("", 2026)],
    )
    def test_what_conforms(self, words: str, year: int) -> None:
        assert found(self.LAW + words, year) == ()

    def test_a_day_of_neither_tells_nothing(self) -> None:
        assert found(f"{self.LAW} ngày 17 tháng 6 năm 2025", 2026) == ()


class TestBasisNotYetInForce:
    """REF012: in force only after all the time the plan is for."""

    def test_a_code_of_the_year_after(self) -> None:
        (finding,) = found("Bộ luật Lao động ngày 20 tháng 11 năm 2019", 2020)
        assert finding.code == "REF012"
        assert dict(finding.args)["date"] == "01/01/2021"

    @pytest.mark.parametrize(
        ("year", "title"),
        [
            (2021, "Công tác năm 2021"),
            (2020, "Công tác giai đoạn 2020 - 2025"),
            (2020, "Triển khai thi hành Bộ luật Lao động năm 2020"),
            (2020, "Công tác gia đình"),
        ],
    )
    def test_what_conforms(self, year: int, title: str) -> None:
        assert found("Bộ luật Lao động ngày 20 tháng 11 năm 2019", year, title=title) == ()

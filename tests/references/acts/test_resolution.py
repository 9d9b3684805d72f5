"""What a reference turns out to be: a class for each thing that decides it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.catalogue.tables import ActLink
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.resolution import Agreement, Evidence, IdentityPart, Resolution, Verdict
from vstbpn.references.citing.reference import Reference
from vstbpn.references.issuers.localities import CitingDocument
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.serialisation.codec import structure, unstructure
from vstbpn.values import evolve
from vstbpn.vocabulary import ActRelation

BUNDLED = Acts.bundled()
D = datetime.date
TODAY = D(2026, 11, 22)
FAMILY = "phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030"
VIOLENCE = "Luật Phòng, chống bạo lực gia đình"


def ref(type_: str, symbol: str | None = None, /, **fields: object) -> Reference:
    """A reference made of its parts."""
    if isinstance(date := fields.get("date"), str):
        fields["date"] = PartialDate.parse(date)
    parsed = DocumentSymbol.parse(symbol) if symbol else None
    return Reference(type=type_, symbol=parsed, **fields)  # type: ignore[arg-type]  # The fields are of many types.


def resolve(
    reference: Reference, *, issuer: str | None = None, day: D | None = None, on: D | None = None
) -> Resolution:
    """A reference in a document of that issuer and day, held against the bundled catalogue."""
    return BUNDLED.resolve(reference, CitingDocument(issuer=issuer, date=day), on=on)


def suggested(resolution: Resolution) -> list[str]:
    """The ids of the acts suggested, or the symbol where there is no act."""
    return [one.act.id if one.act else str(one) for one in resolution.suggestions]


class TestSelf:
    """Every act is what its own reference means, in a document of its own place."""

    @pytest.mark.parametrize("act", BUNDLED.acts, ids=lambda act: act.id)
    def test_each(self, act: Act) -> None:
        answer = resolve(act.reference, issuer=act.issuer)
        assert answer.act is act
        assert answer.disagreements == ()
        assert answer.suggestions == ()

    @given(strategies.acts(), strategies.citing_documents())
    def test_any_act(self, act: Act, document: CitingDocument) -> None:
        answer = Acts(acts=(act,)).resolve(act.reference, evolve(document, issuer=act.issuer or None))
        assert answer.candidates in {(act,), ()}
        if act.date_issued is not None:
            assert answer.act in {act, None}


class TestValidity:
    """In force from the first day through the last; replaced by what had begun by then."""

    OLD = Act.of("Luật", "01/2000/QH10", "Luật A", effective_from=D(2000, 7, 1), effective_to=D(2009, 12, 31))
    NEW = Act.of("Luật", "02/2009/QH12", "Luật B", effective_from=D(2010, 1, 1))
    LAST = Act.of("Luật", "03/2019/QH14", "Luật C", date_issued=D(2019, 6, 1))
    ENDED = Act.of("Luật", "04/2000/QH10", "Luật D", effective_to=D(2009, 12, 31))
    ACTS = Acts(
        acts=(OLD, NEW, LAST, ENDED),
        relations=(
            ActLink(act=NEW.id, relation=ActRelation.REPLACES, other=OLD.id),
            ActLink(act=LAST.id, relation=ActRelation.REPLACES, other=NEW.id),
            ActLink(act="9/2010/QH12", relation=ActRelation.REPLACES, other=ENDED.id),
        ),
    )

    def answer(self, act: Act, day: str | None) -> Resolution:
        reference = ref("Luật", str(act.symbol))
        return self.ACTS.resolve(reference, on=D.fromisoformat(day) if day else None)

    @pytest.mark.parametrize(
        ("act", "day", "verdict", "in_force"),
        [
            (OLD, None, Verdict.RESOLVED, None),
            (OLD, "2000-06-30", Verdict.NOT_YET_IN_FORCE, False),
            (OLD, "2000-07-01", Verdict.RESOLVED, True),
            (OLD, "2009-12-31", Verdict.RESOLVED, True),
            (OLD, "2010-01-01", Verdict.REPLACED, False),
            (NEW, "2019-05-31", Verdict.RESOLVED, True),
            (NEW, "2019-06-01", Verdict.REPLACED, False),
            (LAST, "2019-05-31", Verdict.NOT_YET_IN_FORCE, False),
            (LAST, "2019-06-01", Verdict.RESOLVED, None),
            (ENDED, "2010-01-01", Verdict.REPLACED, False),
        ],
    )
    def test_days(self, act: Act, day: str | None, verdict: Verdict, in_force: bool | None) -> None:
        answer = self.answer(act, day)
        assert (answer.verdict, answer.in_force) == (verdict, in_force)
        assert answer.act is act
        assert (answer.expired is act) == (verdict is Verdict.REPLACED)

    def test_the_chain_leads_to_what_is_in_force(self) -> None:
        assert self.answer(self.OLD, "2015-01-01").chain == (self.NEW,)
        assert self.answer(self.OLD, "2020-01-01").chain == (self.NEW, self.LAST)
        assert [str(act.symbol) for act in self.answer(self.ENDED, "2020-01-01").chain] == ["9/2010/QH12"]
        assert self.answer(self.OLD, "2005-01-01").chain == ()

    def test_a_programme_that_ran_out_is_expired_and_followed(self) -> None:
        answer = resolve(ref("Quyết định", "2351/QĐ-TTg"), on=TODAY)
        assert (answer.verdict, [act.id for act in answer.chain]) == (Verdict.EXPIRED, ["28/NQ-CP@2021"])
        assert resolve(ref("Quyết định", "2351/QĐ-TTg"), on=D(2021, 1, 15)).chain == ()

    def test_the_day_is_the_document_s_unless_another_is_asked_for(self) -> None:
        named = ref("Luật", name=VIOLENCE)
        assert resolve(named, day=D(2021, 3, 1)).on == D(2021, 3, 1)
        later = resolve(named, day=D(2021, 3, 1), on=D(2024, 3, 1))
        assert (later.act and later.act.id, later.verdict) == ("02/2007/QH12", Verdict.REPLACED)

    @pytest.mark.parametrize("day", ["2024-01-01", 5])
    def test_what_is_no_day(self, day: object) -> None:
        with pytest.raises(InvalidValueError):
            BUNDLED.resolve(ref("Luật", name=VIOLENCE), on=day)  # type: ignore[arg-type]  # The point of the test.

    def test_what_is_no_reference(self) -> None:
        with pytest.raises(InvalidValueError):
            BUNDLED.resolve("Luật Trẻ em")  # type: ignore[arg-type]  # The point of the test.


class TestNames:
    """A name means the act in force on the day of the document."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (D(2021, 3, 1), "02/2007/QH12"),
            (D(2023, 6, 30), "02/2007/QH12"),
            (D(2023, 7, 1), "13/2022/QH15"),
            (TODAY, "13/2022/QH15"),
        ],
    )
    def test_by_the_day(self, day: D, expected: str) -> None:
        answer = resolve(ref("Luật", name=VIOLENCE), day=day)
        assert (answer.act and answer.act.id, answer.verdict) == (expected, Verdict.RESOLVED)
        asked = BUNDLED.resolve(ref("Luật", name=VIOLENCE), on=day)
        assert asked.act is answer.act

    def test_without_a_day_it_may_be_either(self) -> None:
        answer = resolve(ref("Luật", name=VIOLENCE))
        assert answer.verdict is Verdict.AMBIGUOUS
        assert [act.id for act in answer.candidates] == ["02/2007/QH12", "13/2022/QH15"]
        assert answer.act is None

    @pytest.mark.parametrize("fields", [{"name_year": 2007}, {"date": "2007-11-21"}, {"date": "2007"}])
    def test_the_year_decides(self, fields: dict[str, object]) -> None:
        answer = resolve(ref("Luật", name=VIOLENCE, **fields), day=TODAY)
        assert (answer.act and answer.act.id, answer.verdict) == ("02/2007/QH12", Verdict.REPLACED)

    def test_before_the_first_it_was_not_yet_in_force(self) -> None:
        answer = resolve(ref("Luật", name="Luật Nhà giáo"), day=D(2021, 3, 1))
        assert (answer.act and answer.act.id, answer.verdict) == ("73/2025/QH15", Verdict.NOT_YET_IN_FORCE)

    def test_between_two_it_is_the_last_that_had_been_issued(self) -> None:
        old = Act.of("Luật", "01/2000/QH10", "Luật A", date_issued=D(2000, 1, 1), effective_to=D(2009, 12, 31))
        new = Act.of("Luật", "02/2012/QH12", "Luật A", date_issued=D(2012, 1, 1))
        acts = Acts(acts=(new, old))
        assert acts.resolve(ref("Luật", name="Luật A"), on=D(2011, 1, 1)).act is old
        assert acts.resolve(ref("Luật", name="Luật A"), on=D(1999, 1, 1)).verdict is Verdict.AMBIGUOUS

    def test_a_day_off_in_the_right_year(self) -> None:
        answer = resolve(ref("Luật", name="Luật Bình đẳng giới", date="2006-11-30"))
        assert answer.act is not None
        assert [one.part for one in answer.disagreements] == [IdentityPart.DATE]

    def test_a_constitution_is_cited_by_its_type(self) -> None:
        assert resolve(Reference.parse("Hiến pháp năm 2013")).act is BUNDLED.get("Hiến pháp 2013")

    def test_an_older_law_of_that_name_is_unknown(self) -> None:
        answer = resolve(ref("Luật", name="Luật Tổ chức Chính phủ", date="2001-12-25"))
        assert (answer.verdict, answer.suggestions) == (Verdict.UNKNOWN, ())

    def test_a_name_with_a_slip(self) -> None:
        assert suggested(resolve(ref("Luật", name="Luật Bình đẳng về giới"))) == ["73/2006/QH11"]
        assert suggested(resolve(ref("Luật", name="Luật Bình đẳng giới", name_year=2007))) == ["73/2006/QH11"]


class TestLocality:
    """Every province has its own series: whose number it is must be told."""

    def test_alone_it_is_nobody_s(self) -> None:
        answer = resolve(ref("Chỉ thị", "22-CT/TU"))
        assert answer.verdict is Verdict.AMBIGUOUS
        assert [act.id for act in answer.candidates] == ["22-CT/TU@An Giang-2013", "22-CT/TU@Hà Nội-2018"]

    def test_a_single_known_one_is_not_yet_the_one_meant(self) -> None:
        answer = resolve(ref("Kế hoạch", "67/KH-UBND"))
        assert (answer.verdict, len(answer.candidates), answer.act) == (Verdict.AMBIGUOUS, 1, None)

    @pytest.mark.parametrize(
        ("issuer", "expected"),
        [("Sở Y tế tỉnh An Giang", 2013), ("UBND Thành phố Hà Nội", 2018), ("Thành ủy Hà Nội", 2018)],
    )
    def test_the_citing_document_tells(self, issuer: str, expected: int) -> None:
        act = resolve(ref("Chỉ thị", "22-CT/TU"), issuer=issuer).act
        assert act is not None
        assert act.date_issued is not None
        assert act.date_issued.year == expected

    def test_a_general_name_is_that_of_the_document_s_province(self) -> None:
        plan = ref("Kế hoạch", "58/KH-UBND", issuer="UBND tỉnh", date="2020-04-02")
        assert resolve(plan, issuer="Sở LĐTBXH tỉnh Lạng Sơn").act is BUNDLED.get("58/KH-UBND@Lạng Sơn-2020")
        assert resolve(plan, issuer="Sở Y tế tỉnh Lào Cai").verdict is Verdict.UNKNOWN

    def test_the_issuer_named_goes_before_the_document_s(self) -> None:
        cited = ref("Chỉ thị", "22-CT/TU", issuer="Thành ủy Hà Nội")
        assert resolve(cited, issuer="Sở Y tế tỉnh An Giang").act is BUNDLED.get("22-CT/TU@Hà Nội-2018")

    @pytest.mark.parametrize(
        "fields",
        [
            {"date": "2013-11-20"},
            {"title": "về tăng cường sự lãnh đạo của các cấp ủy Đảng đối với công tác bình đẳng giới"},
        ],
    )
    def test_date_or_title_tell_as_well(self, fields: dict[str, object]) -> None:
        assert resolve(ref("Chỉ thị", "22-CT/TU", **fields)).act is BUNDLED.get("22-CT/TU@An Giang-2013")

    def test_a_commune_s_number_is_not_the_province_s(self) -> None:
        cited = ref("Kế hoạch", "67/KH-UBND", issuer="UBND xã Phú Mỹ, tỉnh An Giang")
        assert resolve(cited).verdict is Verdict.UNKNOWN

    def test_communes_of_one_province_have_series_of_their_own(self) -> None:
        acts = Acts(
            acts=tuple(
                Act.of(
                    "Kế hoạch",
                    "15/KH-UBND",
                    "phổ cập giáo dục",
                    issuer=f"UBND xã {name}, tỉnh An Giang",
                    date_issued=D(2026, 2, 1),
                )
                for name in ("Phú Mỹ", "Tân Hòa")
            )
        )
        assert [act.id for act in acts] == ["15/KH-UBND@Phú Mỹ-2026", "15/KH-UBND@Tân Hòa-2026"]
        general = ref("Kế hoạch", "15/KH-UBND", issuer="UBND xã")
        school = CitingDocument(issuer="TRƯỜNG MẦM NON HOA MAI", superior="UBND XÃ PHÚ MỸ")
        assert acts.resolve(general, school).act is acts.get("15/KH-UBND@Phú Mỹ-2026")
        assert acts.resolve(ref("Kế hoạch", "15/KH-UBND"), school).act is acts.get("15/KH-UBND@Phú Mỹ-2026")
        assert acts.resolve(evolve(general, issuer="UBND xã Tân Hoà"), school).act is acts.get(
            "15/KH-UBND@Tân Hòa-2026"
        )
        assert acts.resolve(evolve(general, issuer="UBND xã Long Bình"), school).verdict is Verdict.UNKNOWN
        assert acts.resolve(general, CitingDocument(issuer="Sở Y tế tỉnh An Giang")).verdict is Verdict.AMBIGUOUS
        assert acts.resolve(general, CitingDocument(issuer="Sở Y tế tỉnh Lào Cai")).verdict is Verdict.UNKNOWN

    def test_a_central_body_writes_no_provincial_plan(self) -> None:
        cited = ref("Kế hoạch", "67/KH-UBND", issuer="Bộ Nội vụ")
        assert resolve(cited, issuer="Sở Y tế tỉnh An Giang").verdict is Verdict.AMBIGUOUS


class TestYear:
    """Numbers without a year begin anew each January."""

    def test_another_year_is_another_act(self) -> None:
        assert resolve(ref("Nghị quyết", "28/NQ-CP", date="2015-04-01")).verdict is Verdict.UNKNOWN

    @pytest.mark.parametrize("date", [None, "2021", "2021-03", "2021-03-03"])
    def test_what_is_known_of_the_date_must_agree(self, date: str | None) -> None:
        assert resolve(ref("Nghị quyết", "28/NQ-CP", date=date)).act is BUNDLED.get("28/NQ-CP@2021")

    def test_no_document_cites_an_act_younger_than_itself(self) -> None:
        assert resolve(ref("Nghị quyết", "28/NQ-CP"), day=D(2019, 5, 1)).verdict is Verdict.UNKNOWN
        acts = Acts(
            acts=tuple(
                Act.of("Chỉ thị", "5/CT-TTg", f"công tác năm {year}", date_issued=D(year, 2, 1))
                for year in (2019, 2023)
            )
        )
        document = CitingDocument(date=D(2020, 5, 1))
        assert str(acts.resolve(ref("Chỉ thị", "05/CT-TTg"), document).act).startswith(
            "Chỉ thị số 5/CT-TTg ngày 01 tháng 02 năm 2019"
        )
        assert acts.resolve(ref("Chỉ thị", "05/CT-TTg")).verdict is Verdict.AMBIGUOUS

    def test_one_of_that_number_is_known_before_its_day(self) -> None:
        answer = resolve(ref("Nghị định", "30/2020/NĐ-CP"), day=D(2019, 5, 1))
        assert answer.verdict is Verdict.NOT_YET_IN_FORCE

    def test_leading_zeros_and_capitals_do_not_count(self) -> None:
        assert resolve(ref("Chỉ thị", "6-CT/TW")).act is BUNDLED.get("06-CT/TW")

    def test_a_day_off_in_the_year_of_the_number(self) -> None:
        answer = resolve(ref("Nghị định", "30/2020/NĐ-CP", date="2020-03-06"))
        assert answer.act is BUNDLED.get("30/2020/NĐ-CP")
        assert [one.part for one in answer.disagreements] == [IdentityPart.DATE]

    def test_a_day_off_of_a_number_without_year(self) -> None:
        answer = resolve(ref("Nghị quyết", "28/NQ-CP", date="2021-03-13", issuer="Chính phủ"))
        assert (answer.verdict, suggested(answer)) == (Verdict.UNKNOWN, ["28/NQ-CP@2021"])
        a_year_off = resolve(ref("Quyết định", "2351/QĐ-TTg", date="2009-12-24"))
        assert suggested(a_year_off) == ["2351/QĐ-TTg"]


class TestType:
    """The type is part of what an act is."""

    def test_laws_and_resolutions_have_series_of_their_own(self) -> None:
        assert resolve(ref("Luật", "202/2025/QH15")).verdict is Verdict.UNKNOWN
        assert resolve(ref("Nghị quyết", "202/2025/QH15")).verdict is Verdict.RESOLVED

    def test_one_abbreviation_stands_for_two(self) -> None:
        assert resolve(ref("Quyết định", "399-QĐ/TW")).act is BUNDLED.get("399-QĐ/TW")
        assert resolve(ref("Quyết định", "399-QĐ/TW")).disagreements == ()

    def test_without_a_type(self) -> None:
        untyped = Reference(symbol=DocumentSymbol.parse("30/2020/NĐ-CP"))
        assert resolve(untyped).verdict is Verdict.RESOLVED


class TestTitle:
    """A number and a title of two acts."""

    def test_without_a_date_it_may_be_either(self) -> None:
        answer = resolve(ref("Quyết định", "45/QĐ-TTg", issuer="Thủ tướng Chính phủ", title=FAMILY))
        assert answer.verdict is Verdict.AMBIGUOUS
        assert [act.id for act in answer.candidates] == ["45/QĐ-TTg@2022", "2238/QĐ-TTg"]
        assert suggested(answer) == ["2238/QĐ-TTg"]

    def test_with_the_date_the_number_stands(self) -> None:
        answer = resolve(ref("Quyết định", "45/QĐ-TTg", date="2022-01-13", title=FAMILY))
        assert answer.act is BUNDLED.get("45/QĐ-TTg@2022")
        assert [one.part for one in answer.disagreements] == [IdentityPart.TITLE]
        assert suggested(answer) == ["2238/QĐ-TTg"]

    def test_with_a_year_in_the_number_it_stands_too(self) -> None:
        answer = resolve(ref("Nghị định", "30/2020/NĐ-CP", title="quy định về tuổi nghỉ hưu", issuer="Chính phủ"))
        assert answer.act is BUNDLED.get("30/2020/NĐ-CP")
        assert suggested(answer) == ["135/2020/NĐ-CP"]

    def test_a_title_of_no_known_act(self) -> None:
        answer = resolve(ref("Quyết định", "45/QĐ-TTg", title="phê duyệt Quy hoạch mạng lưới cảng hàng không"))
        assert (answer.verdict, answer.suggestions) == (Verdict.UNKNOWN, ())

    def test_a_name_that_is_another_law_s(self) -> None:
        answer = resolve(ref("Luật", "73/2025/QH15", name="Luật Bình đẳng giới"))
        assert answer.act is BUNDLED.get("73/2025/QH15")
        assert suggested(answer) == ["73/2006/QH11"]

    def test_a_law_of_that_name_and_a_number_nobody_knows(self) -> None:
        answer = resolve(ref("Luật", "76/2015/QH13", name="Luật Tổ chức Chính phủ"))
        assert (answer.verdict, answer.suggestions) == (Verdict.UNKNOWN, ())

    def test_a_title_cut_short_agrees(self) -> None:
        answer = resolve(ref("Chỉ thị", "06-CT/TW", title="về công tác xây dựng gia đình trong tình hình mới"))
        assert answer.disagreements == ()


class TestSuggestions:
    """What was meant by a number that is wrong: borne out by parts that do not hang together, or not suggested."""

    TITLE = "về tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng gia đình trong tình hình mới"

    @pytest.mark.parametrize(
        "fields",
        [
            {"date": "2021-06-24", "title": TITLE, "issuer": "Ban Bí thư"},
            {"date": "2021-06-24"},
            {"title": TITLE},
        ],
    )
    def test_a_wrong_number(self, fields: dict[str, object]) -> None:
        answer = resolve(ref("Chỉ thị", "26-CT/TW", **fields))
        assert (answer.verdict, suggested(answer)) == (Verdict.UNKNOWN, ["06-CT/TW"])

    @pytest.mark.parametrize("number", ["2223", "2332", "232", "22232", "3232"])
    def test_slips_of_the_pen(self, number: str) -> None:
        assert suggested(resolve(ref("Quyết định", f"{number}/QĐ-TTg", date="2020-12-28"))) == ["2232/QĐ-TTg"]

    @pytest.mark.parametrize(
        ("type_", "symbol", "fields"),
        [
            ("Chỉ thị", "26-CT/TW", {}),
            ("Nghị định", "31/2020/NĐ-CP", {"date": "2020-03-05", "issuer": "Chính phủ"}),
            ("Quyết định", "9999/QĐ-TTg", {"date": "2020-12-28"}),
            ("Quyết định", "2232/QĐ-BYT", {}),
            ("Kế hoạch", "67/KH-UBND", {"date": "2021-04-09"}),
            ("Kế hoạch", "12/KH-UBND", {"title": "thực hiện Chương trình hành động quốc gia về bình đẳng giới giai đoạn 2016 - 2020 trên địa bàn tỉnh"}),
            ("Quyết định", "999/QĐ-TTg", {"title": f"ban hành Kế hoạch thực hiện {FAMILY.removeprefix('phê duyệt ')}"}),
            ("Nghị quyết", "88/NQ-CP", {"title": "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 21-NQ/TW"}),
            ("Quyết định", "30a/QĐ-TTg", {"date": "2020-12-28"}),
        ],
    )  # fmt: skip
    def test_what_is_not_borne_out_is_not_suggested(self, type_: str, symbol: str, fields: dict[str, object]) -> None:
        answer = resolve(ref(type_, symbol, **fields))
        assert (answer.verdict, answer.suggestions) == (Verdict.UNKNOWN, ())

    def test_the_nearest_of_several_alike(self) -> None:
        answer = resolve(
            ref("Nghị định", "31/2020/NĐ-CP", date="2020-03-05", issuer="Chính phủ", title="về công tác văn thư")
        )
        assert suggested(answer) == ["30/2020/NĐ-CP"]

    def test_a_year_left_out_of_the_number(self) -> None:
        assert suggested(resolve(ref("Nghị định", "30/NĐ-CP", date="2020-03-05"))) == ["30/2020/NĐ-CP"]

    def test_letters_that_are_wrong(self) -> None:
        assert suggested(resolve(ref("Nghị định", "30/2020/NĐ-TTg", date="2020-03-05"))) == ["30/2020/NĐ-CP"]


class TestMalformed:
    """No act can be so cited, known or not."""

    def test_a_government_paper_in_party_style(self) -> None:
        answer = resolve(ref("Đề án", "938-ĐA/CP", issuer="Chính phủ"))
        assert (answer.verdict, suggested(answer)) == (Verdict.MALFORMED, ["938/QĐ-TTg", "938/ĐA-CP"])
        assert answer.candidates == ()

    def test_a_party_paper_in_state_style(self) -> None:
        cited = ref("Chỉ thị", "07/CT-TU")
        answer = resolve(cited, issuer="Sở GDĐT Hà Nội")
        assert (answer.verdict, suggested(answer)) == (Verdict.MALFORMED, ["07-CT/TU@Hà Nội-2011"])
        assert suggested(resolve(cited)) == ["07-CT/TU"]
        assert suggested(resolve(cited, issuer="Sở Y tế tỉnh Lào Cai")) == ["07-CT/TU"]

    def test_a_type_that_is_another(self) -> None:
        answer = resolve(ref("Công văn", "6382/KH-SGDĐT", date="2023-11-03"))
        assert answer.verdict is Verdict.MALFORMED
        assert suggested(answer) == ["6382/KH-SGDĐT@Thành phố Hồ Chí Minh-2023"]

    @pytest.mark.parametrize("date", ["2019-03-05", "2021-03-05", "2021"])
    def test_a_year_that_is_not_the_number_s(self, date: str) -> None:
        answer = resolve(ref("Nghị định", "30/2020/NĐ-CP", date=date))
        assert (answer.verdict, suggested(answer)) == (Verdict.MALFORMED, ["30/2020/NĐ-CP"])

    def test_what_the_catalogue_holds_is_not_malformed(self) -> None:
        odd = Act.of("Chỉ thị", "07/CT-TU", "công tác cán bộ")
        assert Acts(acts=(odd,)).resolve(odd.reference).act is odd


class TestEvidence:
    """Each part, whether it agrees, what the act bears and what the reference says."""

    def test_all_parts_in_order(self) -> None:
        answer = resolve(ref("Nghị quyết", "28/NQ-CP", date="2021", issuer="Bộ Y tế"), day=TODAY)
        assert [one.part for one in answer.evidence] == list(IdentityPart)
        said = {one.part.value: (one.agreement.value, one.found) for one in answer.evidence}
        assert said == {
            "type": ("agrees", "Nghị quyết"), "number": ("agrees", "28"), "code": ("agrees", "NQ-CP"),
            "year": ("agrees", "2021"), "date": ("agrees", "năm 2021"), "issuer": ("disagrees", "Bộ Y tế"),
            "locality": ("silent", None), "title": ("silent", None),
        }  # fmt: skip

    def test_the_words(self) -> None:
        fact = Evidence(part=IdentityPart.TITLE, agreement=Agreement.DISAGREES, expected="a", found="b")
        assert fact.explain() == "trích yếu không khớp: b, văn bản là a"
        assert Evidence(part=IdentityPart.TITLE, agreement=Agreement.SILENT).explain("en") == "title not stated"

    def test_the_whole_answer_in_words(self) -> None:
        answer = resolve(ref("Luật", name=VIOLENCE), day=D(2021, 3, 1), on=TODAY)
        lines = answer.explain("en").splitlines()
        assert lines[0] == f"{VIOLENCE}: replaced (on 22/11/2026)"
        assert "(02/2007/QH12) (confidence: partly read in a source" in lines[1]
        assert lines[-1].startswith("  then: ")
        assert "13/2022/QH15" in lines[-1]
        assert str(answer).splitlines()[0] == f"{VIOLENCE}: đã được thay thế (vào ngày 22/11/2026)"

    def test_what_is_not_read_is_said(self) -> None:
        answer = resolve(ref("Nghị quyết", "29-NQ/TW"), on=TODAY)
        assert answer.in_force is None
        assert "the catalogue does not say when it is in force" in answer.explain("en")
        assert "còn hiệu lực" in str(resolve(ref("Nghị định", "30/2020/NĐ-CP"), on=TODAY))

    def test_candidates_and_suggestions_in_words(self) -> None:
        assert resolve(ref("Chỉ thị", "22-CT/TU")).explain("en").count("  may be: ") == 2
        assert "  có phải: 07-CT/TU?" in str(resolve(ref("Chỉ thị", "07/CT-TU"))).splitlines()

    def test_a_language_that_is_none(self) -> None:
        answer = resolve(ref("Chỉ thị", "22-CT/TU"))
        for explain in (answer.explain, answer.evidence[0].explain):
            with pytest.raises(InvalidValueError):
                explain("fr")

    @pytest.mark.parametrize(
        "reference",
        [ref("Luật", name=VIOLENCE), ref("Chỉ thị", "07/CT-TU"), ref("Chỉ thị", "26-CT/TW", date="2021-06-24")],
    )
    def test_it_survives_json(self, reference: Reference) -> None:
        answer = resolve(reference, issuer="Thành ủy Hà Nội", day=TODAY)
        assert structure(unstructure(answer), Resolution) == answer


class TestAnyReference:
    """Whatever is asked, an answer comes, the same each time."""

    @given(strategies.references(), st.none() | strategies.citing_documents(), st.none() | st.dates())
    def test_against_the_bundled_catalogue(
        self, reference: Reference, document: CitingDocument | None, on: D | None
    ) -> None:
        answer = BUNDLED.resolve(reference, document, on=on)
        assert BUNDLED.resolve(reference, document, on=on) == answer
        assert answer.explain("vi")
        assert answer.explain("en")
        assert (answer.act is None) == (answer.verdict in {Verdict.AMBIGUOUS, Verdict.UNKNOWN, Verdict.MALFORMED})
        assert all(str(one) for one in answer.suggestions)

    @given(strategies.acts(), strategies.references(), strategies.document_symbols())
    def test_against_any_act(self, act: Act, reference: Reference, symbol: DocumentSymbol) -> None:
        acts = Acts(acts=(act,))
        for asked in (
            reference,
            evolve(reference, symbol=symbol),
            evolve(act.reference, symbol=symbol, date=reference.date),
        ):
            answer = acts.resolve(asked)
            assert answer.act in {act, None}

    def test_an_empty_catalogue_knows_nothing(self) -> None:
        assert Acts().resolve(ref("Chỉ thị", "22-CT/TU")).verdict is Verdict.UNKNOWN

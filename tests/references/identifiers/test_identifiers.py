"""Identifiers of acts: made of references and of acts of the catalogue, written, read back, refused where malformed."""

import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.catalogue import tables
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, ParseError, VstbpnError
from vstbpn.references.acts.act import Act
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.identifiers.akoma_ntoso import AknIri
from vstbpn.references.identifiers.parts import APPENDIX, LEVELS
from vstbpn.references.identifiers.urn_lex import UrnLex
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.serialisation.codec import structure, unstructure
from vstbpn.values import Span, evolve, fields_of
from vstbpn.vocabulary import DocumentType, SymbolStyle

SCHEMES = pytest.mark.parametrize("scheme", [AknIri, UrnLex])
Scheme = type[AknIri] | type[UrnLex]

TYPICAL = [
    (
        "điểm đ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "/akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp/!main~art_5__para_2__point_dd",
        "urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp~art5;par2;let.dd",
    ),
    (
        "Quyết định số 2351/QĐ-TTg ngày 24 tháng 12 năm 2010 của Thủ tướng Chính phủ",
        "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2010-12-24/2351-qd-ttg",
        "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2010-12-24;2351-qd-ttg",
    ),
    (
        "Kế hoạch số 67/KH-UBND ngày 08/02/2021 của UBND tỉnh An Giang",
        "/akn/vn/doc/ke-hoach/uy-ban-nhan-dan-tinh-an-giang/2021-02-08/67-kh-ubnd",
        "urn:lex:vn:uy.ban.nhan.dan.tinh.an.giang:ke.hoach:2021-02-08;67-kh-ubnd",
    ),
    (
        "Công văn số 739/BNV-CTTN&BĐG ngày 28/3/2025 của Bộ Nội vụ",
        "/akn/vn/doc/cong-van/bo-noi-vu/2025-03-28/739-bnv-cttn.va.bdg",
        "urn:lex:vn:bo.noi.vu:cong.van:2025-03-28;739-bnv-cttn.va.bdg",
    ),
    (
        "từ khoản 1 đến khoản 18 Điều 9 Thông tư số 12/2020/TT-BGDĐT",
        "/akn/vn/act/thong-tu/bo-giao-duc-va-dao-tao/2020/12-2020-tt-bgddt/!main~art_9__para_1-18",
        "urn:lex:vn:bo.giao.duc.va.dao.tao:thong.tu:2020;12-2020-tt-bgddt~art9;par1-18",
    ),
    (
        "Luật Bình đẳng giới năm 2006",
        "/akn/vn/act/luat/quoc-hoi/2006/luat-binh-dang-gioi",
        "urn:lex:vn:quoc.hoi:luat:2006;luat.binh.dang.gioi",
    ),
    (
        "Chương II Hiến pháp năm 2013",
        "/akn/vn/act/hien-phap/quoc-hoi/2013/hien-phap/!main~chp_ii",
        "urn:lex:vn:quoc.hoi:hien.phap:2013;hien.phap~chp.ii",
    ),
    (
        "Phụ lục II Nghị quyết số 66.7/2025/NQ-CP",
        "/akn/vn/act/nghi-quyet/chinh-phu/2025/66.7-2025-nq-cp/!annex_ii",
        "urn:lex:vn:chinh.phu:nghi.quyet:2025;66.7-2025-nq-cp:phu.luc;ii",
    ),
]


def attempt(parse: Callable[[str], object], text: str) -> tuple[object, ParseError | None]:
    """What a text is parsed to, or the error."""
    try:
        return parse(text), None
    except ParseError as error:
        return None, error


def act(kind: str, symbol: str, **known: Any) -> Reference:  # noqa: ANN401  # Fields of a reference.
    return Reference(type=kind, symbol=DocumentSymbol.parse(symbol), **known)


class TestTypical:
    """What the identifiers of typical citations look like, and that they lead back."""

    @pytest.mark.parametrize(("citation", "iri", "urn"), TYPICAL)
    def test_it_is_written(self, citation: str, iri: str, urn: str) -> None:
        assert str(AknIri.of(Reference.parse(citation))) == iri
        assert str(UrnLex.of(Reference.parse(citation))) == urn

    @pytest.mark.parametrize(("citation", "iri", "urn"), TYPICAL)
    def test_it_leads_back(self, citation: str, iri: str, urn: str) -> None:
        reference = Reference.parse(citation)
        for identifier in (AknIri.parse(iri), UrnLex.parse(urn)):
            back = identifier.reference()
            assert (back.type, back.symbol, back.name) == (reference.type, reference.symbol, reference.name)
            assert (back.date, back.name_year) == (reference.date, reference.name_year)
            assert back.provisions == reference.provisions
            assert identifier.symbol == reference.symbol
            assert identifier.provision == (reference.provisions[0] if reference.provisions else None)
            assert identifier.document_type is reference.document_type

    def test_the_issuer_is_told_where_the_tables_tell_it(self) -> None:
        iri = AknIri.parse("/akn/vn/doc/ke-hoach/uy-ban-nhan-dan-tinh-an-giang/2021-02-08/67-kh-ubnd")
        assert iri.issuer == iri.reference().issuer == "Ủy ban nhân dân tỉnh An Giang"
        assert evolve(iri, actor="truong-mam-non-hoa-sen").issuer is None
        assert evolve(iri, actor=None).issuer is None
        assert UrnLex.parse("urn:lex:vn:khong.ro:ke.hoach:2021;67-kh-ubnd").issuer is None

    def test_a_party_notice_is_no_circular(self) -> None:
        reference = Reference(symbol=DocumentSymbol.parse("22-TT/TU"))
        assert AknIri.of(reference).document_type is DocumentType.PARTY_NOTICE


class TestLocality:
    """One symbol is several acts: the authority carries the locality."""

    def test_two_directives_of_one_number(self) -> None:
        an_giang = act("Chỉ thị", "22-CT/TU", issuer="Tỉnh ủy An Giang")
        ha_noi = act("Chỉ thị", "22-CT/TU", issuer="Thành ủy Hà Nội")
        assert str(UrnLex.of(an_giang)) == "urn:lex:vn:tinh.uy.an.giang:chi.thi:0000;22--ct--tu"
        assert str(UrnLex.of(ha_noi)) == "urn:lex:vn:thanh.uy.ha.noi:chi.thi:0000;22--ct--tu"
        assert AknIri.of(an_giang) != AknIri.of(ha_noi)
        assert AknIri.of(an_giang).reference() == an_giang

    @SCHEMES
    def test_two_spellings_of_one_issuer(self, scheme: Scheme) -> None:
        short = act("Kế hoạch", "67/KH-UBND", issuer="UBND tỉnh An Giang")
        assert scheme.of(short) == scheme.of(evolve(short, issuer="Uỷ ban Nhân dân tỉnh An Giang"))

    def test_a_local_issuer_is_not_guessed(self) -> None:
        plan = act("Kế hoạch", "67/KH-UBND")
        assert AknIri.of(plan).actor is None
        assert UrnLex.of(plan).actor == "khong.ro"

    @pytest.mark.parametrize(
        ("symbol", "actor"),
        [("12/2020/TT-BGDĐT", "bo-giao-duc-va-dao-tao"), ("102/2016/QH13", "quoc-hoi"),
         ("34/2007/PL-UBTVQH11", "uy-ban-thuong-vu-quoc-hoi"), ("21-CT/TW", None), ("5/QĐ-CT", None), ("5/BC-BHXH", None),
         ("389/QĐ-BVHTTDL", "bo-van-hoa-the-thao-va-du-lich"), ("5/TB-TCT", None)],
    )  # fmt: skip
    def test_a_central_issuer_is_shown_by_its_symbol(self, symbol: str, actor: str | None) -> None:
        assert AknIri.of(Reference(symbol=DocumentSymbol.parse(symbol))).actor == actor


class TestWhatIsNotKnown:
    """Parts that a reference leaves out have their place all the same."""

    def test_type_date_and_authority(self) -> None:
        reference = Reference(symbol=DocumentSymbol.parse("12/XYZ-VP"))
        assert str(AknIri.of(reference)) == "/akn/vn/act/van-ban/0000/12-xyz-vp"
        assert str(UrnLex.of(reference)) == "urn:lex:vn:khong.ro:van.ban:0000;12-xyz-vp"
        assert AknIri.of(reference).reference() == UrnLex.of(reference).reference() == reference

    def test_a_draft_has_no_number(self) -> None:
        reference = act("Kế hoạch", "/KH-STTTT", date=PartialDate(year=2021, month=4))
        assert str(AknIri.of(reference)) == "/akn/vn/doc/ke-hoach/2021-04/-kh-stttt"
        assert AknIri.parse(str(AknIri.of(reference))).reference() == reference

    @pytest.mark.parametrize("date", [PartialDate(year=2021, day=5), PartialDate(year=2021)])
    def test_a_day_without_its_month_is_left_out(self, date: PartialDate) -> None:
        assert AknIri.of(act("Kế hoạch", "5/KH-UBND", date=date)).date == PartialDate(year=2021)

    def test_a_day_of_each_year_is_no_date_of_issue(self) -> None:
        date = PartialDate(month=6, day=15)
        assert AknIri.of(act("Nghị định", "30/2020/NĐ-CP", date=date)).date == PartialDate(year=2020)
        assert AknIri.of(act("Kế hoạch", "5/KH-UBND", date=date)).date is None

    @SCHEMES
    def test_names_that_hold_no_letters(self, scheme: Scheme) -> None:
        for name in ("???", "35 Điều", "漢"):
            identifier = scheme.of(Reference(type=name, name=name, issuer=name, name_year=9999))
            assert scheme.parse(str(identifier)) == identifier
            with pytest.raises(NotFoundError):
                identifier.reference()


class TestProvisions:
    """A provision is a portion of the text, an appendix a component beside it."""

    @pytest.mark.parametrize(
        ("provision", "portion", "partition"),
        [
            ({"article": "5"}, "!main~art_5", "~art5"),
            ({"article": "12a", "clause": "3"}, "!main~art_12a__para_3", "~art12a;par3"),
            ({"point": "d"}, "!main~point_d", "~let.d"),
            ({"point": "đ"}, "!main~point_dd", "~let.dd"),
            ({"article": "5", "point": "c", "point_to": "đ"}, "!main~art_5__point_c-dd", "~art5;let.c-dd"),
            ({"chapter": "IV", "section": "2"}, "!main~chp_iv__sec_2", "~chp.iv;sec2"),
            ({"section": "A"}, "!main~sec_a", "~sec.a"),
            ({"section": "a"}, "!main~sec_.la", "~sec..la"),
            ({"part": "I", "subsection": "1.2"}, "!main~part_i__subsec_1.2", "~part.i;subsec1.2"),
            ({"appendix": "I"}, "!annex_i", ":phu.luc;i"),
            ({"appendix": ""}, "!annex", ":phu.luc"),
            ({"appendix": "II", "article": "1"}, "!annex_ii~art_1", ":phu.luc;ii~art1"),
            ({"article": "3", "article_to": "5"}, "!main~art_3-5", "~art3-5"),
        ],
    )
    def test_levels(self, provision: dict[str, str], portion: str, partition: str) -> None:
        reference = act("Nghị định", "30/2020/NĐ-CP", provisions=(Provision(**provision),))
        iri, urn = AknIri.of(reference), UrnLex.of(reference)
        assert str(iri) == f"{iri.work}/{portion}"
        assert str(urn) == f"{urn.work}{partition}"
        assert AknIri.parse(str(iri)).provision == UrnLex.parse(str(urn)).provision == Provision(**provision)

    def test_every_level_has_its_row(self) -> None:
        fields = {field.name for field in fields_of(Provision)}
        levels = {level.field for level in (APPENDIX, *LEVELS)}
        assert fields == levels | {f"{level}_to" for level in levels}

    @SCHEMES
    def test_of_several_each_has_its_own(self, scheme: Scheme) -> None:
        reference = Reference.parse("khoản 1 và khoản 3 Điều 12 Nghị định số 09/2019/NĐ-CP")
        assert [identifier.provision for identifier in scheme.each(reference)] == list(reference.provisions)
        assert scheme.of(reference) == scheme.of(reference).work
        assert scheme.each(evolve(reference, provisions=())) == (scheme.of(reference),)


class TestExpressions:
    """A version and a language make an expression, a format a file of it."""

    def test_of_akoma_ntoso(self) -> None:
        work = AknIri.of(Reference.parse("Nghị định số 30/2020/NĐ-CP"))
        version = PartialDate.parse("2025-07-01")
        assert str(evolve(work, language="vie")) == f"{work}/vie@"
        assert str(evolve(work, language="vie", version=version)) == f"{work}/vie@2025-07-01"
        assert str(evolve(work, language="vie", format="xml")) == f"{work}/vie@.xml"
        assert str(evolve(work, language="vie", provision=Provision(article="5"))) == f"{work}/vie@/!main~art_5"
        assert AknIri.parse(f"{work}/vie@2025-07-01.xml").work == work

    def test_of_urn_lex(self) -> None:
        work = UrnLex.of(Reference.parse("Nghị định số 30/2020/NĐ-CP"))
        version = PartialDate.parse("2025-07-01")
        assert str(evolve(work, version=version)) == f"{work}@2025-07-01"
        assert str(evolve(work, language="vi")) == f"{work}@ban.goc:vi"
        assert str(evolve(work, version=version, language="vi", manifestation="xml")) == f"{work}@2025-07-01:vi$xml"
        assert UrnLex.parse(f"{work}@ban.goc:vi~art5").work == work


class TestCatalogue:
    """Every act of the catalogue has an identifier of its own."""

    @SCHEMES
    def test_they_differ_and_lead_back(self, scheme: Scheme) -> None:
        acts = [Act.from_row(row) for row in tables.acts()]
        identifiers = [scheme.of_act(one) for one in acts]
        assert len({str(identifier) for identifier in identifiers}) == len(acts)
        for one, identifier in zip(acts, identifiers, strict=True):
            assert scheme.parse(str(identifier)) == identifier
            assert identifier.symbol == one.symbol
            assert identifier.reference().type == one.type

    def test_an_act_without_anything_but_its_symbol(self) -> None:
        assert str(AknIri.of_act(Act.cited("28/NQ-CP"))) == "/akn/vn/act/nghi-quyet/chinh-phu/0000/28-nq-cp"

    def test_a_convention_has_a_name(self) -> None:
        cedaw = next(Act.from_row(row) for row in tables.acts() if row.id == "CEDAW")
        assert AknIri.of_act(cedaw).reference().name == cedaw.title


@SCHEMES
class TestLaws:
    """``parse`` and ``str`` are inverses, for every identifier and every reference."""

    def test_they_are_inverses(self, scheme: Scheme) -> None:
        @given(MAKERS[scheme]())
        def law(identifier: AknIri | UrnLex) -> None:
            assert scheme.parse(str(identifier)) == identifier
            assert str(scheme.parse(str(identifier))) == str(identifier)
            assert str(identifier).isascii()
            assert str(identifier) == str(identifier).lower()

        law()

    def test_of_a_reference(self, scheme: Scheme) -> None:
        @given(strategies.references())
        def law(reference: Reference) -> None:
            for identifier in (scheme.of(reference), *scheme.each(reference)):
                assert scheme.parse(str(identifier)) == identifier
                assert identifier.symbol == reference.symbol
                back = identifier.reference()
                assert scheme.of(evolve(back, issuer=reference.issuer)) == identifier

        law()

    def test_of_any_reference_only_own_errors_leave(self, scheme: Scheme) -> None:
        @given(
            st.none() | st.text(),
            st.text(min_size=1),
            st.none() | st.integers(),
            st.none() | st.text(),
            st.none() | strategies.partial_dates(),
        )
        def law(kind: str | None, name: str, year: int | None, issuer: str | None, date: PartialDate | None) -> None:
            reference = Reference(type=kind, name=name, name_year=year, issuer=issuer, date=date)
            try:
                identifier = scheme.of(reference)
                assert scheme.parse(str(identifier)) == identifier
                identifier.reference()
            except VstbpnError:
                pass

        law()

    def test_of_any_text_only_parse_errors_leave(self, scheme: Scheme) -> None:
        head = {AknIri: "/akn/vn/act/nghi-dinh/", UrnLex: "urn:lex:vn:chinh.phu:nghi.dinh:"}[scheme]
        rest = st.text(string.ascii_lowercase[:6] + "0129-./;:@$~!_lxv")
        tails = st.builds("".join, st.lists(st.sampled_from(PIECES) | rest, max_size=6))

        @given(st.text() | tails.map(lambda tail: head + tail))
        def law(text: str) -> None:
            identifier, fault = attempt(scheme.parse, text)
            assert fault is None or (fault.text == text and fault.span.end <= len(text) and fault.reason)
            assert fault is not None or str(identifier) == text

        law()

    def test_json_gives_the_same_value(self, scheme: Scheme) -> None:
        @given(MAKERS[scheme]())
        def law(identifier: AknIri | UrnLex) -> None:
            assert structure(unstructure(identifier), scheme) == identifier

        law()


MAKERS: dict[Scheme, Callable[[], Any]] = {AknIri: strategies.akn_iris, UrnLex: strategies.urn_lexes}
PIECES = [
    "2020",
    "-03-05",
    "/",
    ";",
    "30-2020-nd-cp",
    "/vie@",
    "@",
    ":",
    "/!main~",
    "~",
    "art_5",
    "art5",
    "__",
    "let.",
    "$",
]

AKN = "/akn/vn/act/nghi-dinh/2020-03-05/30-2020-nd-cp"
MALFORMED_IRIS = [
    ("", "", "begins with /akn/"),
    ("akn/vn/act/nghi-dinh/2020/30-nd-cp", "akn/v", "begins with /akn/"),
    ("/akm/vn/act/nghi-dinh/2020/30-nd-cp", "/akm/", "begins with /akn/"),
    ("/akn/act/nghi-dinh/2020/30-nd-cp", "act", "country of two letters"),
    ("/akn/vn/bill/nghi-dinh/2020/30-nd-cp", "bill", "'act' or 'doc'"),
    ("/akn/vn/act/nghi-dinh/2020-13-01/30-2020-nd-cp", "2020-13-01", "a year has 12 months"),
    ("/akn/vn/act/nghi-dinh/2020-02-30/30-2020-nd-cp", "2020-02-30", "29 days"),
    ("/akn/vn/act/nghi-dinh/2020-3-5/30-2020-nd-cp", "2020-3-5", "expected a date such as"),
    ("/akn/vn/act/nghi-dinh/1234/30-nd-cp", "1234", "years run from"),
    ("/akn/vn/act/nghi-dinh//30-2020-nd-cp", "", "a part is empty"),
    ("/akn/vn/act/nghi-dinh/2020-03-05", "", "ends too early: expected the number"),
    ("/akn/vn", "", "ends too early: expected 'act'"),
    ("/akn/vn/act/nghi-dinh/2020-03-05/30-2020-NĐ-CP", "N", "write 'n'"),
    ("/akn/vn/act/nghi-dinh/2020-03-05/30-2020-nđ-cp", "đ", "ASCII"),
    ("/akn/vn/act/nghi dinh/2020-03-05/30-2020-nd-cp", " ", "no blanks"),
    (f"{AKN}#art_5", "#", "does not belong"),
    ("/akn/vn/act/nghi-dinh/2020/30-2020-xy.zz", ".zz", "unknown escape"),
    ("/akn/vn/act/nghi-dinh/2020/30-2020-xy.x110000", ".x1", "unknown escape"),
    ("/akn/vn/act/nghi-dinh/2020/30-2020-n.dd-cp", ".dd-cp", "is folded to"),
    ("/akn/vn/act/nghi-dinh/2020/8-2020-nd-cp", "8-2020-nd-cp", "is folded to '08-2020-nd-cp'"),
    ("/akn/vn/act/nghi-dinh/2020/30-9999-nd-cp", "nd-cp", "years run from"),
    ("/akn/vn/act/nghi-dinh/2020/30-", "", "letters joined by"),
    ("/akn/vn/act/nghi-dinh/2020/30", "30", "folded number and symbol"),
    ("/akn/vn/act/luat/2006/luat_tre", "luat_tre", "folded name"),
    (f"{AKN}/vie", "vie", "three letters and '@'"),
    (f"{AKN}/vn@", "vn", "three letters and '@'"),
    (f"{AKN}/vie@2020-1", "2020-1", "expected a date"),
    (f"{AKN}/vie@0000", "0000", "this is written"),
    (f"{AKN}/vie@.", "", "expected a format"),
    (f"{AKN}/vie@.xml/!main~art_5", f"{AKN}/vie@.xml/!main~art_5", "not of a provision"),
    (f"{AKN}/!main", "!main", "leave !main out"),
    (f"{AKN}/!schedule_1", "schedule_1", "appendix such as annex_i"),
    (f"{AKN}/!main~", "", "expected a level"),
    (f"{AKN}/!main~dieu_5", "dieu_5", "the levels are part, chp, sec"),
    (f"{AKN}/!main~art_5__para_", "para_", "invalid provision"),
    (f"{AKN}/!main~art5", "art5", "expected a level"),
    (f"{AKN}/!main~para_2__art_5", "art_5", "the highest first"),
    (f"{AKN}/!main~art_5__art_6", "art_6", "the highest first"),
    (f"{AKN}/!main~art_9-5", "art_9-5", "invalid"),
    (f"{AKN}/!main~point_zz", "point_zz", "invalid"),
    (f"{AKN}/!main~point_.q", ".q", "unknown escape"),
    (f"{AKN}/!main~point_.la", ".la", "this label is folded to 'a'"),
    (f"{AKN}/vie@/!main~art_5/more", "more", "expected nothing more"),
    (f"{AKN}/", "", "a part is empty"),
]

LEX = "urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp"
MALFORMED_URNS = [
    ("", "", "begins with urn:lex:"),
    ("lex:vn:chinh.phu:nghi.dinh:2020;30-nd-cp", "lex:vn:c", "begins with urn:lex:"),
    ("URN:LEX:vn:chinh.phu:nghi.dinh:2020;30-nd-cp", "U", "write 'u'"),
    ("urn:lex:chinh.phu:nghi.dinh:2020;30-nd-cp", "chinh.phu", "jurisdiction of two letters"),
    ("urn:lex:vn", "", "expected the authority"),
    ("urn:lex:vn:chinh.phu", "", "expected the measure"),
    ("urn:lex:vn:chinh.phu:nghi.dinh@2020", "", "expected the date and number"),
    ("urn:lex:vn::nghi.dinh:2020;30-nd-cp", "", "a part is empty"),
    ("urn:lex:vn:chinh-phu:nghi.dinh:2020;30-nd-cp", "chinh-phu", "an authority such as chinh.phu"),
    ("urn:lex:vn:chinh.phu:nghi..dinh:2020;30-nd-cp", "nghi..dinh", "a measure such as"),
    ("urn:lex:vn:chinh.phu:nghi.dinh:2020-13-01;30-nd-cp", "2020-13-01", "a year has 12 months"),
    ("urn:lex:vn:chinh.phu:nghi.dinh:;30-nd-cp", "", "a part is empty; expected a date"),
    ("urn:lex:vn:chinh.phu:nghi.dinh:30-2020-nd-cp", "30-2020-nd-cp", "joined by ';'"),
    ("urn:lex:vn:chinh.phu:nghi.dinh:2020;", "", "a part is empty"),
    ("urn:lex:vn:chinh.phu:nghi.dinh:2020;30-nd.qq-cp", ".qq", "unknown escape"),
    ("urn:lex:vn:chinh.phu:luat:2006;luat-tre-em", "luat-tre-em", "folded name"),
    (f"{LEX} ", " ", "no blanks"),
    (f"{LEX}%20", "%", "does not belong"),
    (f"{LEX}:phu.luc;i:more", "more", "nothing after the appendix"),
    (f"{LEX}:annex", "annex", "an appendix such as phu.luc;i"),
    (f"{LEX}:phu.luc;", ";", "this is written"),
    (f"{LEX}@", "", "a version such as"),
    (f"{LEX}@ban.goc", "ban.goc", "the original is written"),
    (f"{LEX}@2020:vie", "vie", "two letters"),
    (f"{LEX}$", "", "a part is empty"),
    (f"{LEX}~", "", "expected a level"),
    (f"{LEX}~dieu5", "dieu5", "the levels are part, chp, sec"),
    (f"{LEX}~5", "5", "expected a level"),
    (f"{LEX}~par2;art5", "art5", "the highest first"),
    (f"{LEX}~art", "art", "invalid"),
    (f"{LEX}~leta", "leta", "expected a level"),
    (f"{LEX}~art.5", ".5", "this is written"),
]


class TestMalformed:
    """What is no identifier is refused, with the place and the remedy."""

    @pytest.mark.parametrize(("text", "place", "reason"), MALFORMED_IRIS)
    def test_iris(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError) as caught:
            AknIri.parse(text)
        assert reason in caught.value.reason
        assert (caught.value.text, caught.value.span.of(text)) == (text, place)

    @pytest.mark.parametrize(("text", "place", "reason"), MALFORMED_URNS)
    def test_urns(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError) as caught:
            UrnLex.parse(text)
        assert reason in caught.value.reason
        assert (caught.value.text, caught.value.span.of(text)) == (text, place)

    @SCHEMES
    def test_something_else_than_a_text(self, scheme: Scheme) -> None:
        with pytest.raises(InvalidValueError, match="expected a str"):
            scheme.parse(None)  # type: ignore[arg-type]  # What is refused.

    @pytest.mark.parametrize(
        "fields",
        [
            {"number": "30-2020-nd-CP"}, {"number": "Luat"}, {"number": "30"}, {"number": "5-kh-ubnd"},
            {"country": "VN"}, {"kind": "bill"}, {"type": ""}, {"actor": "Chính phủ"}, {"language": "vi"},
            {"date": PartialDate(year=2020, day=5)}, {"date": PartialDate(month=6)}, {"format": "xml"},
            {"version": PartialDate(year=2020)}, {"language": "vie", "format": ""},
            {"language": "vie", "format": "xml", "provision": Provision(article="5")},
        ],
    )  # fmt: skip
    def test_fields_of_an_iri(self, fields: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            AknIri(**{"number": "30-2020-nd-cp", **fields})

    @pytest.mark.parametrize(
        "fields",
        [
            {"number": "30-2020-nd-CP"}, {"number": "luat-tre-em"}, {"country": "vnm"}, {"type": "nghi-dinh"},
            {"actor": ""}, {"language": "vie"}, {"date": PartialDate(day=5)}, {"version": PartialDate(month=6)},
            {"manifestation": "XML"},
        ],
    )  # fmt: skip
    def test_fields_of_a_urn(self, fields: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            UrnLex(**{"number": "30-2020-nd-cp", **fields})

    def test_the_style_of_a_symbol_need_not_be_one_that_reading_finds(self) -> None:
        symbol = DocumentSymbol(number="7", code="CT-TU", style=SymbolStyle.PARTY)
        iri = AknIri.of(Reference(symbol=symbol))
        assert str(iri) == "/akn/vn/act/chi-thi/0000/07--ct-tu"
        assert AknIri.parse(str(iri)).symbol == symbol


@SCHEMES
class TestWrongKinds:
    """What is no reference or no act is told, with how to mend it."""

    @pytest.mark.parametrize(
        ("given_", "remedy"),
        [
            ("Luật Trẻ em", "Reference.parse reads one from text"),
            (
                Mention(reference=Reference(name="Luật Trẻ em"), span=Span(0, 1)),
                "give its reference, as in mention.reference",
            ),
            (Act.of("Luật", "102/2016/QH13", "Luật Trẻ em"), "of_act takes an Act"),
            (None, "expected a Reference"),
        ],
    )
    def test_references(self, scheme: Scheme, given_: Any, remedy: str) -> None:  # noqa: ANN401  # Wrong kinds.
        for make in (scheme.of, scheme.each):
            with pytest.raises(InvalidValueError, match=remedy):
                make(given_)

    @pytest.mark.parametrize("given_", ["30/2020/NĐ-CP", None, Reference(name="Luật Trẻ em")])
    def test_acts(self, scheme: Scheme, given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError, match="expected an Act of a catalogue"):
            scheme.of_act(given_)

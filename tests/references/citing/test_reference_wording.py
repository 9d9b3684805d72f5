"""Writing references: the styles the rules prescribe, and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.citing.reference import Reference
from vstbpn.references.citing.wording import STYLES, CitationStyle
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import evolve

DECISION = Reference(
    type="Quyết định",
    symbol=DocumentSymbol.parse("2351/QĐ-TTg"),
    date=PartialDate(year=2010, month=12, day=24),
    issuer="Thủ tướng Chính phủ",
    title="phê duyệt Chiến lược quốc gia về bình đẳng giới",
)
LAW = Reference(
    type="Luật",
    symbol=DocumentSymbol.parse("102/2016/QH13"),
    name="Luật Trẻ em",
    name_year=2016,
    date=PartialDate(year=2016, month=4, day=5),
    issuer="Quốc hội",
    provisions=(Provision(article="5"),),
)
CODE = Reference(type="Bộ luật", name="Bộ luật Lao động", name_year=2019, qualifier="sửa đổi")
WORDS = [
    "“", "”", "về", "Về việc", "v/v", "phê duyệt", "ban hành", "thực hiện", "Kế hoạch", "số", "12/KH-UBND", "Luật", "Trẻ em", "năm 2016",
    "ngày", "05/3/2020", "của", "Chính phủ", "Bộ", "Y tế", "và", ",", ";", ".", ":", "(", ")", "[", "-", "–", "\n", "\n\n", "a",
    "Điều 5", "QĐ", "QĐ-TTg", "/", "1", "tỉnh", "An Giang", "TP.", "sửa đổi", "một số điều", "Nghị định số 30/2020/NĐ-CP", "này",
]  # fmt: skip


class TestAnActByNumber:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: complete at first, type, number and symbol later."""

    WHOLE = (
        "Quyết định số 2351/QĐ-TTg ngày 24 tháng 12 năm 2010 của Thủ tướng Chính phủ "
        "phê duyệt Chiến lược quốc gia về bình đẳng giới"
    )

    @pytest.mark.parametrize("style", ["vi", "vi-basis", "vi-basis-dated", "vi-basis-numbered"])
    def test_complete(self, style: str) -> None:
        assert DECISION.format(style) == self.WHOLE
        assert str(DECISION) == self.WHOLE

    @pytest.mark.parametrize("style", ["vi-short", "vi-name", CitationStyle.SHORT])
    def test_short(self, style: str) -> None:
        assert DECISION.format(style) == "Quyết định số 2351/QĐ-TTg"

    def test_provisions_come_before_it(self) -> None:
        provisions = (Provision(article="5", clause="2", point="a"), Provision(article="9"))
        reference = evolve(DECISION, provisions=provisions)
        assert reference.format("vi-short") == "điểm a khoản 2 Điều 5 và Điều 9 Quyết định số 2351/QĐ-TTg"

    def test_without_a_type(self) -> None:
        assert str(Reference(symbol=DocumentSymbol.parse("15/UBND-VX"))) == "số 15/UBND-VX"


class TestANamedAct:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: type and name suffice; practice before and since 2025 adds more."""

    @pytest.mark.parametrize(
        ("style", "written"),
        [
            ("vi", "Điều 5 Luật Trẻ em năm 2016 số 102/2016/QH13 ngày 05 tháng 4 năm 2016 của Quốc hội"),
            ("vi-short", "Điều 5 Luật Trẻ em năm 2016"),
            ("vi-name", "Điều 5 Luật Trẻ em"),
            ("vi-basis", "Điều 5 Luật Trẻ em năm 2016"),
            ("vi-basis-dated", "Điều 5 Luật Trẻ em ngày 05 tháng 4 năm 2016"),
            ("vi-basis-numbered", "Điều 5 Luật Trẻ em số 102/2016/QH13"),
        ],
    )
    def test_each_style(self, style: str, written: str) -> None:
        assert LAW.format(style) == written

    @pytest.mark.parametrize("style", [style for style in STYLES if style not in {"en", "vi-name"}])
    def test_what_is_not_known_is_left_out(self, style: str) -> None:
        assert CODE.format(style) == "Bộ luật Lao động (sửa đổi) năm 2019"


class TestTheParty:
    """Hướng dẫn 36-HD/VPTW: a comma before the day."""

    SYMBOL = DocumentSymbol.parse("21-CT/TW")

    def test_before_a_day(self) -> None:
        reference = Reference(type="Chỉ thị", symbol=self.SYMBOL, date=PartialDate(year=2018, month=1, day=20))
        assert str(reference) == "Chỉ thị số 21-CT/TW, ngày 20 tháng 01 năm 2018"
        assert reference.format("vi-short") == "Chỉ thị số 21-CT/TW"

    @pytest.mark.parametrize("date", [PartialDate(year=2018), PartialDate(year=2018, month=1)])
    def test_not_before_a_month_or_year(self, date: PartialDate) -> None:
        assert "," not in str(Reference(type="Chỉ thị", symbol=self.SYMBOL, date=date))


class TestTitles:
    @pytest.mark.parametrize(
        "title",
        [
            "Đẩy mạnh công tác phụ nữ",
            "về A; B",
            "về A và Nghị định số 2/2020/NĐ-CP về B",
            "về việc (kèm theo",
            "xyz",
            "1 triệu sáng kiến",
            "Đề án “Một “chương trình” mới”",
            "về công tác\nvăn thư.",
        ],
    )
    def test_one_that_could_be_misread_is_quoted(self, title: str) -> None:
        reference = evolve(DECISION, title=title)
        assert str(reference).endswith(f" “{title}”")
        assert Reference.parse(str(reference)) == reference

    @pytest.mark.parametrize("title", ["Đề án “Một", "Đề án” Một", "”“"])
    def test_one_with_a_lone_quotation_mark_has_straight_ones_around_it(self, title: str) -> None:
        reference = evolve(DECISION, title=title)
        assert str(reference).endswith(f' "{title}"')
        assert Reference.parse(str(reference)) == reference

    def test_a_day_in_it_is_no_day_of_the_act(self) -> None:
        title = "thực hiện Tháng hành động từ ngày 15/11/2020 của Chính phủ"
        assert str(evolve(DECISION, title=title)).endswith(f"của Thủ tướng Chính phủ {title}")
        undated = evolve(DECISION, symbol=DocumentSymbol.parse("12/2020/QĐ-TTg"), date=None, title=title)
        assert str(undated).endswith(f"“{title}”")
        assert Reference.parse(str(undated)) == undated

    def test_one_of_a_named_act_is_quoted(self) -> None:
        law = evolve(LAW, title="về quyền trẻ em")
        assert str(law).endswith("của Quốc hội “về quyền trẻ em”")
        assert Reference.parse(str(law)) == law

    def test_an_empty_one_is_none(self) -> None:
        assert str(evolve(DECISION, title="")) == str(evolve(DECISION, title=None))

    @given(
        strategies.references(),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join).filter(str.strip),
    )
    def test_no_title_is_lost(self, reference: Reference, title: str) -> None:
        titled = evolve(reference, title=title)
        assert Reference.parse(str(titled)) == titled


class TestEnglish:
    @pytest.mark.parametrize(
        ("text", "english"),
        [
            (
                "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
                "point a, clause 2, Article 5 of Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government “về công tác văn thư”",
            ),
            ("Điều 5, Điều 6 Quyết định số 1/QĐ-TTg", "Articles 5 and 6 of Decision No. 1/QĐ-TTg"),
            ("Kế hoạch số 1/KH-UBND của UBND tỉnh An Giang", "Plan No. 1/KH-UBND of the People's Committee of An Giang Province"),
            ("Kế hoạch số 1-KH/HU của Huyện ủy Thoại Sơn", "Plan No. 1-KH/HU of Huyện ủy Thoại Sơn"),
            ("Công văn số 1/BHXH-VP của Bảo hiểm xã hội Việt Nam", "Official Dispatch No. 1/BHXH-VP of Vietnam Social Security"),
            ("Bản án số 15/2021/HS-ST", "Bản án No. 15/2021/HS-ST"),
            ("số 15/UBND-VX", "No. 15/UBND-VX"),
            ("Điều 5 Luật Trẻ em năm 2016", "Article 5 of the Law “Trẻ em” of 2016"),
            ("Bộ luật Lao động (sửa đổi) năm 2019", "Code “Lao động” (amended) of 2019"),
            ("Điều 26 Hiến pháp năm 2013", "Article 26 of the Constitution of 2013"),
        ],
    )  # fmt: skip
    def test_types_and_issuers_are_english_names_are_not(self, text: str, english: str) -> None:
        assert Reference.parse(text).format("en") == english

    def test_a_name_without_its_type_stays_whole(self) -> None:
        assert Reference(name="Trẻ em").format("en") == "Trẻ em"


class TestStyleNames:
    def test_members_and_names_are_the_same(self) -> None:
        assert [DECISION.format(style) for style in CitationStyle] == [DECISION.format(name) for name in STYLES]

    @pytest.mark.parametrize("style", ["fr", "", "VI", "FULL"])
    def test_an_unknown_one_raises(self, style: str) -> None:
        with pytest.raises(InvalidValueError, match="expected one of vi, vi-short, vi-basis"):
            DECISION.format(style)

    @given(strategies.references(), st.sampled_from(CitationStyle))
    def test_each_writes_every_reference(self, reference: Reference, style: CitationStyle) -> None:
        assert reference.format(style)

    @given(strategies.references(), st.sampled_from(["vi-short", "vi-basis", "vi-basis-dated", "vi-basis-numbered"]))
    def test_what_is_written_by_the_rules_is_of_the_same_act(self, reference: Reference, style: str) -> None:
        written = Reference.parse(reference.format(style))
        assert written.same_act_as(reference)
        assert written.provisions == reference.provisions


class TestProvisions:
    @pytest.mark.parametrize(
        ("provisions", "written"),
        [
            ((), "Luật Trẻ em"),
            ((Provision(article="5"),), "Điều 5 Luật Trẻ em"),
            (tuple(Provision(article=number) for number in "579"), "các Điều 5, 7 và 9 Luật Trẻ em"),
            (
                (
                    Provision(article="5", clause="2", point="a"),
                    Provision(article="5", clause="2", point="b"),
                    Provision(article="5", clause="3"),
                ),
                "điểm a, b khoản 2 và khoản 3 Điều 5 Luật Trẻ em",
            ),
        ],
    )
    def test_what_they_share_is_said_once(self, provisions: tuple[Provision, ...], written: str) -> None:
        reference = Reference(type="Luật", name="Luật Trẻ em", provisions=provisions)
        assert str(reference) == written
        assert Reference.parse(written) == reference

    @given(st.lists(strategies.provisions(), min_size=2, max_size=3, unique=True).map(tuple))
    def test_a_list_of_any_is_written(self, provisions: tuple[Provision, ...]) -> None:
        reference = Reference(type="Luật", name="Luật Trẻ em", provisions=provisions)
        assert str(reference).endswith(" Luật Trẻ em")
        assert ";" not in str(reference)

"""The header: bodies, number, place, date, type and title, each of which may be missing."""

import pytest

from vstbpn.plans.header import Header
from vstbpn.reading.reading import read
from vstbpn.values import Passage
from vstbpn.vocabulary import DocumentFamily

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "\nI. MỤC ĐÍCH\nNâng cao nhận thức.\n"


def header_of(head: str, body: str = BODY) -> Header:
    return read(head + body).documents[0].header


def words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def bodies(head: str) -> tuple[str | None, str | None]:
    header = header_of(f"{head}\nSố: 12/KH-X\nKẾ HOẠCH\nCông tác năm 2025\n")
    return words(header.superior), words(header.issuer)


class TestBodies:
    def test_superior_and_issuer_on_lines_of_their_own(self) -> None:
        assert bodies("UBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ") == ("UBND TỈNH HẢI DƯƠNG", "SỞ NỘI VỤ")

    def test_an_issuer_alone(self) -> None:
        assert bodies("BỘ NỘI VỤ") == (None, "BỘ NỘI VỤ")

    def test_the_nearest_of_three_is_the_superior(self) -> None:
        assert bodies("UBND HUYỆN NAM SÁCH\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG MẦM NON HOA MAI") == (
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
            "TRƯỜNG MẦM NON HOA MAI",
        )

    @pytest.mark.parametrize("council", ["ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"])
    @pytest.mark.parametrize("territory", ["TỈNH HẢI DƯƠNG", "PHƯỜNG HOA LƯ", "XÃ PHÙ MỸ BẮC", "ĐẶC KHU PHÚ QUỐC"])
    def test_a_council_and_its_territory_are_one_body(self, council: str, territory: str) -> None:
        assert bodies(f"{council}\n{territory}") == (None, f"{council} {territory}")

    def test_a_council_with_its_territory_on_one_line(self) -> None:
        assert bodies("ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ") == ("ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG", "SỞ NỘI VỤ")

    def test_the_territory_of_a_union_stands_on_the_next_line(self) -> None:
        assert bodies("LIÊN ĐOÀN LAO ĐỘNG\nTỈNH HẢI DƯƠNG") == (None, "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG")

    @pytest.mark.parametrize(
        ("line", "superior", "issuer"),
        [
            ("UBND TỈNH LẠNG SƠN SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "UBND TỈNH LẠNG SƠN", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
            ("UBND TP HẢI PHÒNG SỞ NỘI VỤ", "UBND TP HẢI PHÒNG", "SỞ NỘI VỤ"),
            ("UBND XÃ NAM HỒNG TRƯỜNG MẦM NON SAO MAI", "UBND XÃ NAM HỒNG", "TRƯỜNG MẦM NON SAO MAI"),
            (
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI TRƯỜNG THPT SÓC SƠN",
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI",
                "TRƯỜNG THPT SÓC SƠN",
            ),
        ],
    )
    def test_joined_on_one_line_by_a_flattened_table(self, line: str, superior: str, issuer: str) -> None:
        assert bodies(line) == (superior, issuer)

    @pytest.mark.parametrize("line", ["UBND HUYỆN TRƯỜNG SA", "UBND THÀNH PHỐ HẢI PHÒNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
    def test_one_body_is_not_cut(self, line: str) -> None:
        assert bodies(line) == (None, line)

    def test_in_the_left_column_of_a_printed_page(self) -> None:
        head = (
            "   ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "    TỈNH HẢI DƯƠNG                    Độc lập - Tự do - Hạnh phúc\n"
            "       -------                        ---------------\n"
        )
        assert bodies(head) == (None, "ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG")

    def test_the_span_of_a_body_slices_to_its_name(self) -> None:
        source = f"UBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ\n{NATIONAL}KẾ HOẠCH\nCông tác{BODY}"
        issuer = read(source).documents[0].header.issuer
        assert issuer is not None
        assert issuer.span is not None
        assert issuer.span.of(source) == "SỞ NỘI VỤ"

    def test_named_in_the_preamble_where_the_header_is_lost(self) -> None:
        header = header_of("KẾ HOẠCH\nCông tác năm 2025\n\nTrường Mầm non Hoa Mai xây dựng Kế hoạch như sau:\n")
        assert words(header.issuer) == "Trường Mầm non Hoa Mai"


class TestFamily:
    def test_state(self) -> None:
        assert header_of(f"SỞ NỘI VỤ\n{NATIONAL}KẾ HOẠCH\nCông tác").family is DocumentFamily.STATE

    def test_party(self) -> None:
        header = header_of(
            "ĐẢNG BỘ TỈNH HẢI DƯƠNG\nHUYỆN ỦY NAM SÁCH\n*\nSố 05-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Nam Sách, ngày 20 tháng 3 năm 2022\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 21-CT/TW\n"
        )
        assert header.family is DocumentFamily.PARTY
        assert header.symbol is not None
        assert header.symbol.canonical == "05-KH/HU"
        assert (words(header.superior), words(header.issuer)) == ("ĐẢNG BỘ TỈNH HẢI DƯƠNG", "HUYỆN ỦY NAM SÁCH")

    def test_executive_committee_and_its_party_organisation_are_one_body(self) -> None:
        assert bodies("BAN CHẤP HÀNH\nĐẢNG BỘ TỈNH HẢI DƯƠNG") == (None, "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH HẢI DƯƠNG")

    @pytest.mark.parametrize(
        ("symbol", "family"), [("05-KH/HU", DocumentFamily.PARTY), ("12/KH-UBND", DocumentFamily.STATE)]
    )
    def test_told_by_the_symbol_alone(self, symbol: str, family: DocumentFamily) -> None:
        assert header_of(f"Số: {symbol}\nKẾ HOẠCH\nCông tác").family is family

    def test_told_by_nothing(self) -> None:
        assert header_of("KẾ HOẠCH\nCông tác").family is None


class TestNumber:
    @pytest.mark.parametrize(
        ("line", "number", "canonical"),
        [
            ("Số: 15/KH-SGDĐT", "15", "15/KH-SGDĐT"),
            ("Số 15/KH-SGDĐT", "15", "15/KH-SGDĐT"),
            ("Số : 15/KH-SGDĐT", "15", "15/KH-SGDĐT"),
            ("Số: 15 /KH-SGDĐT", "15", "15/KH-SGDĐT"),
            ("Số: /KH-SGDĐT", None, "/KH-SGDĐT"),
            ("Số:            /KH-SGDĐT", None, "/KH-SGDĐT"),
            ("Số: …/KH-SGDĐT", None, "/KH-SGDĐT"),
            ("Số: ..... /KH-SGDĐT", None, "/KH-SGDĐT"),
            ("Số:___/KH-SGDĐT", None, "/KH-SGDĐT"),
        ],
    )
    def test_is_read(self, line: str, number: str | None, canonical: str) -> None:
        symbol = header_of(f"SỞ GIÁO DỤC VÀ ĐÀO TẠO\n{line}\n{NATIONAL}KẾ HOẠCH\nCông tác").symbol
        assert symbol is not None
        assert (symbol.number, symbol.canonical) == (number, canonical)

    def test_a_lost_slash_is_repaired(self) -> None:
        symbol = header_of(f"SỞ NỘI VỤ\nSố: 36 KH-SNV\n{NATIONAL}KẾ HOẠCH\nCông tác").symbol
        assert symbol is not None
        assert symbol.canonical == "36/KH-SNV"
        assert symbol.repairs

    @pytest.mark.parametrize("line", ["Số:", "Số: …", "Số: 12"])
    def test_what_is_no_symbol_is_none(self, line: str) -> None:
        assert header_of(f"SỞ NỘI VỤ\n{line}\n{NATIONAL}KẾ HOẠCH\nCông tác").symbol is None


class TestPlaceAndDate:
    @pytest.mark.parametrize(
        ("line", "place", "date"),
        [
            ("Hải Dương, ngày 05 tháng 3 năm 2024", "Hải Dương", "2024-03-05"),
            ("Bà Rịa - Vũng Tàu, ngày 05 tháng 3 năm 2024", "Bà Rịa - Vũng Tàu", "2024-03-05"),
            ("Hải Dương, ngày   tháng 4 năm 2024", "Hải Dương", "2024-04"),
            ("Hải Dương, ngày          tháng 4 năm 2024", "Hải Dương", "2024-04"),
            ("Hải Dương, ngày … tháng … năm 2024", "Hải Dương", "2024"),
            ("Hải Dương, ngày 05 tháng 3\nnăm 2024", "Hải Dương", "2024-03-05"),
        ],
    )
    def test_is_read(self, line: str, place: str, date: str) -> None:
        header = header_of(f"SỞ NỘI VỤ\n{NATIONAL}{line}\nKẾ HOẠCH\nCông tác")
        assert words(header.place) == place
        assert header.date is not None
        assert str(header.date).replace("-XX", "") == date

    def test_what_stands_in_the_body_is_not_the_date_of_issue(self) -> None:
        header = header_of("KẾ HOẠCH\nCông tác\n", "\nI. THỜI GIAN\nHải Dương, ngày 05 tháng 3 năm 2024\n")
        assert (header.place, header.date) == (None, None)


class TestTypeAndTitle:
    def test_a_title_of_several_lines_is_one(self) -> None:
        header = header_of("KẾ HOẠCH\nTriển khai Tháng hành động\nvì bình đẳng giới\nnăm 2025\n-------\n")
        assert header.type == "Kế hoạch"
        assert words(header.title) == "Triển khai Tháng hành động vì bình đẳng giới năm 2025"

    def test_the_decision_a_plan_was_issued_with(self) -> None:
        header = header_of(
            "KẾ HOẠCH\nCông tác năm 2025\n(Ban hành kèm theo Quyết định số 215/QĐ-SNV ngày 03/02/2025\n"
            "của Giám đốc Sở Nội vụ)\n"
        )
        assert words(header.title) == "Công tác năm 2025"
        assert words(header.attached_to) == (
            "Ban hành kèm theo Quyết định số 215/QĐ-SNV ngày 03/02/2025 của Giám đốc Sở Nội vụ"
        )

    def test_type_and_title_on_the_first_line(self) -> None:
        header = header_of("Kế hoạch hoạt động vì sự tiến bộ của phụ nữ năm 2021\n\nNăm 2021, nhà trường thực hiện:\n")
        assert (header.type, words(header.title)) == ("Kế hoạch", "hoạt động vì sự tiến bộ của phụ nữ năm 2021")

    def test_neither(self) -> None:
        header = header_of("Hội Phụ nữ xã tổ chức tọa đàm.\n")
        assert (header.type, header.title) == (None, None)

    def test_a_type_without_title(self) -> None:
        header = header_of("KẾ HOẠCH\n")
        assert (header.type, header.title) == ("Kế hoạch", None)


class TestDispatch:
    SOURCE = (
        "SỞ NỘI VỤ HẢI DƯƠNG\nSố: 45/SNV-CTTN\nV/v hướng dẫn thực hiện Tháng hành động vì bình đẳng giới\n"
        "và phòng ngừa bạo lực trên cơ sở giới\nHải Dương, ngày 01 tháng 11 năm 2024\n\n"
        "Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố\n"
    )

    def test_its_subject_is_its_title(self) -> None:
        title = header_of(self.SOURCE).title
        assert title is not None
        assert title.text == (
            "hướng dẫn thực hiện Tháng hành động vì bình đẳng giới và phòng ngừa bạo lực trên cơ sở giới"
        )
        assert title.span is not None
        assert " ".join(title.span.of(self.SOURCE).split()) == title.text

    def test_its_addressees(self) -> None:
        assert [one.text for one in header_of(self.SOURCE).addressees] == [
            "Ủy ban nhân dân các huyện, thị xã, thành phố"
        ]

    def test_its_number_place_and_date(self) -> None:
        header = header_of(self.SOURCE)
        assert header.symbol is not None
        assert header.symbol.canonical == "45/SNV-CTTN"
        assert (words(header.place), str(header.date)) == ("Hải Dương", "2024-11-01")


class TestFlattenedTable:
    """The two columns of a header come as one line each, parted by a tab, a blank or nothing but the words."""

    LEFT = ("UBND TỈNH AN GIANG", "SỞ Y TẾ", "Số: 15/KH-SYT")
    RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Giang, ngày 05 tháng 3 năm 2024")

    @pytest.mark.parametrize("gap", ["\t", "\t\t", " \t ", " ", "          "])
    def test_each_cell_is_read(self, gap: str) -> None:
        rows = "\n".join(f"{left}{gap}{right}" for left, right in zip(self.LEFT, self.RIGHT, strict=True))
        text = f"{rows}\n\nKẾ HOẠCH\nCông tác gia đình năm 2024\n\nI. MỤC ĐÍCH\n"
        plan = read(text).plan
        assert plan is not None
        assert (plan.superior, plan.issuer, str(plan.symbol)) == ("UBND TỈNH AN GIANG", "SỞ Y TẾ", "15/KH-SYT")
        assert (plan.place, str(plan.date)) == ("An Giang", "2024-03-05")
        assert plan.header.date_span is not None
        assert plan.header.date_span.of(text) == "ngày 05 tháng 3 năm 2024"

    def test_a_name_that_goes_on_in_the_next_row(self) -> None:
        rows = "BỘ VĂN HÓA, THỂ THAO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVÀ DU LỊCH\tĐộc lập - Tự do - Hạnh phúc"
        plan = read(
            f"{rows}\nSố: 412/KH-BVHTTDL\tHà Nội, ngày 14 tháng 02 năm 2025\n\nKẾ HOẠCH\nCông tác gia đình\n"
        ).plan
        assert plan is not None
        assert plan.issuer == "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"

    def test_a_tab_behind_a_dash_or_a_number_parts_nothing(self) -> None:
        plan = read("KẾ HOẠCH\nCông tác gia đình\n\n1.\tMục đích\n-\tNâng cao nhận thức, ngày 05 tháng 3.\n").plan
        assert plan is not None
        assert [section.title for section in plan.outline] == ["Mục đích"]

    def test_the_header_of_a_plan_that_a_decision_carries(self) -> None:
        rows = "UBND TỈNH AN GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\n"
        text = (
            f"{rows}Số: 15/QĐ-SYT\tAn Giang, ngày 05 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch\n\n"
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác gia đình./.\n\nNơi nhận:\tGIÁM ĐỐC\n- Như Điều 1;\n"
            f"- Lưu: VT.\tTrần Văn Mẫu\n\n{rows}\nKẾ HOẠCH\nCông tác gia đình năm 2024\n(Kèm theo Quyết định số 15/QĐ-SYT)\n\nI. MỤC ĐÍCH\n"
        )
        decision, plan = read(text).documents
        assert (decision.superior, decision.issuer) == (plan.superior, plan.issuer) == ("UBND TỈNH AN GIANG", "SỞ Y TẾ")
        assert decision.signature is not None
        assert decision.signature.name is not None
        assert decision.signature.name.text == "Trần Văn Mẫu"
        assert [recipient.name for recipient in decision.recipients] == ["Như Điều 1", "VT"]


class TestPlaceWithFigures:
    @pytest.mark.parametrize(
        "place", ["Quận 1", "Phường 8", "Bến Nghé - Quận 1", "Khóm 5, phường 1", "Phường 12, Quận Bình Thạnh"]
    )
    def test_a_numbered_place(self, place: str) -> None:
        header = header_of(f"Số: 12/KH-X\n{NATIONAL}{place}, ngày 09 tháng 02 năm 2025\n\nKẾ HOẠCH\nCông tác nữ\n")
        assert (words(header.place), str(header.date)) == (place, "2025-02-09")

    def test_other_figures_are_no_place(self) -> None:
        header = header_of(f"Số: 12/KH-X\n{NATIONAL}Bản thảo 2, ngày 09 tháng 02 năm 2025\n\nKẾ HOẠCH\nCông tác nữ\n")
        assert header.place is None

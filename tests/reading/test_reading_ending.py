"""The end of a document: recipients and signature."""

import pytest

from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.text import clean

HEAD = "KẾ HOẠCH\nCông tác năm 2025\n\nI. MỤC ĐÍCH\nNâng cao nhận thức./.\n"
RECIPIENTS = "Nơi nhận:\n- UBND tỉnh (để báo cáo);\n- Các phòng, đơn vị;\n- Lưu: VT, TCCB.\n"


def plan_of(ending: str, head: str = HEAD) -> Plan:
    return read(head + ending).documents[0]


def recipients(ending: str) -> list[tuple[str, str | None, bool]]:
    return [(one.name, one.qualifier, one.archive) for one in plan_of(ending).recipients]


def signature_of(ending: str) -> Signature:
    signature = plan_of(ending).signature
    assert signature is not None
    return signature


def signed(ending: str) -> tuple[list[str], list[str], list[str], str | None]:
    signature = signature_of(ending)
    return (
        [prefix.value for prefix in signature.prefixes],
        list(signature.on_behalf_of),
        [position.text for position in signature.positions],
        signature.name.text if signature.name else None,
    )


class TestRecipients:
    def test_one_a_line(self) -> None:
        assert recipients(RECIPIENTS) == [
            ("UBND tỉnh", "để báo cáo", False),
            ("Các phòng, đơn vị", None, False),
            ("VT, TCCB", None, True),
        ]

    @pytest.mark.parametrize("qualifier", ["bc", "để b/c", "qua Phòng Văn hóa - Xã hội", "để phối hợp"])
    def test_qualifiers(self, qualifier: str) -> None:
        assert recipients(f"Nơi nhận:\n- Sở Nội vụ ({qualifier});\n- Lưu: VT.")[0] == ("Sở Nội vụ", qualifier, False)

    @pytest.mark.parametrize(
        ("line", "name"),
        [("Lưu: VT.", "VT"), ("Lưu VT", "VT"), ("Lưu: VT, TCCB (HTM).", "VT, TCCB (HTM)"), ("Lưu Đảng ủy.", "Đảng ủy")],
    )
    def test_the_archive(self, line: str, name: str) -> None:
        assert recipients(f"Nơi nhận:\n- Sở Nội vụ;\n- {line}")[-1] == (name, None, True)

    @pytest.mark.parametrize("heading", ["Nơi nhận:", "Nơi nhận", "NƠI NHẬN:", "**Nơi nhận:**", "*Nơi nhận:*"])
    def test_the_heading(self, heading: str) -> None:
        assert len(recipients(f"{heading}\n- Sở Nội vụ;\n- Lưu: VT.")) == 2

    def test_flattened_on_one_line(self) -> None:
        assert recipients("Nơi nhận: - Sở Nội vụ (bc); - Các xã, phường; - Lưu: VT.") == [
            ("Sở Nội vụ", "bc", False),
            ("Các xã, phường", None, False),
            ("VT", None, True),
        ]

    def test_flattened_together_with_the_signature(self) -> None:
        ending = "Nơi nhận: - Sở Nội vụ; - Lưu: VT. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An"
        assert recipients(ending)[-1] == ("VT", None, True)
        assert signed(ending) == (["TM.", "KT."], ["ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], "Nguyễn Văn An")

    def test_wrapped_over_lines(self) -> None:
        assert recipients("Nơi nhận:\n- Các phòng, đơn vị\ntrực thuộc Sở;\n- Lưu: VT.") == [
            ("Các phòng, đơn vị trực thuộc Sở", None, False),
            ("VT", None, True),
        ]

    def test_without_dashes(self) -> None:
        assert [name for name, _, _ in recipients("Nơi nhận:\nSở Nội vụ;\nCác xã, phường;\nLưu: VT.")] == [
            "Sở Nội vụ",
            "Các xã, phường",
            "VT",
        ]

    def test_in_capitals_right_under_the_heading(self) -> None:
        ending = "Nơi nhận:\n- VPCP;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Hoa"
        assert [name for name, _, _ in recipients(ending)] == ["VPCP", "VT"]
        assert signed(ending) == ([], [], ["GIÁM ĐỐC"], "Trần Thị Hoa")

    def test_in_the_left_column_of_a_printed_page(self) -> None:
        ending = (
            "Nơi nhận:                                        KT. GIÁM ĐỐC\n"
            "- UBND tỉnh;                                     PHÓ GIÁM ĐỐC\n"
            "- Lưu: VT.\n\n"
            "                                                 Nguyễn Văn An\n"
        )
        assert [name for name, _, _ in recipients(ending)] == ["UBND tỉnh", "VT"]
        assert signed(ending) == (["KT."], ["GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"], "Nguyễn Văn An")

    def test_none(self) -> None:
        plan = plan_of("")
        assert (plan.recipients, plan.recipients_span, plan.signature) == ((), None, None)

    def test_spans_slice_to_the_line(self) -> None:
        source = HEAD + RECIPIENTS
        first: Recipient = read(source).documents[0].recipients[0]
        assert first.span is not None
        assert clean(first.span.of(source)).startswith("UBND tỉnh (để báo cáo)")


class TestSignature:
    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            ("GIÁM ĐỐC\nTrần Thị Hoa", ([], [], ["GIÁM ĐỐC"], "Trần Thị Hoa")),
            (
                "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Nam",
                (["TM."], ["ỦY BAN NHÂN DÂN"], ["CHỦ TỊCH"], "Lê Văn Nam"),
            ),
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Nam",
                (["TM.", "KT."], ["ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], "Lê Văn Nam"),
            ),
            ("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nLê Bình", (["KT."], ["HIỆU TRƯỞNG"], ["PHÓ HIỆU TRƯỞNG"], "Lê Bình")),
            ("TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLê Bình", (["TL."], ["GIÁM ĐỐC"], ["CHÁNH VĂN PHÒNG"], "Lê Bình")),
            (
                "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Bình",
                (["TUQ."], ["CHỦ TỊCH"], ["GIÁM ĐỐC SỞ NỘI VỤ"], "Lê Bình"),
            ),
            ("Q. HIỆU TRƯỞNG\nPhạm Thị Hoa", (["Q."], ["HIỆU TRƯỞNG"], [], "Phạm Thị Hoa")),
            (
                "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn Nam",
                (["TM."], ["BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"], "Lê Văn Nam"),
            ),
            ("K/T BÍ THƯ\nPHÓ BÍ THƯ\nLê Văn Nam", (["KT."], ["BÍ THƯ"], ["PHÓ BÍ THƯ"], "Lê Văn Nam")),
            (
                "TRƯỞNG BAN\nPHÓ GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO\nPhạm Thị Hoa",
                ([], [], ["TRƯỞNG BAN", "PHÓ GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO"], "Phạm Thị Hoa"),
            ),
        ],
    )
    @pytest.mark.parametrize("above", [RECIPIENTS, ""])
    def test_is_read(self, above: str, lines: str, expected: object) -> None:
        assert signed(above + lines) == expected

    def test_above_the_recipients(self) -> None:
        ending = f"TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLê Bình\n{RECIPIENTS}"
        assert signed(ending) == (["TL."], ["GIÁM ĐỐC"], ["CHÁNH VĂN PHÒNG"], "Lê Bình")
        assert len(recipients(ending)) == 3

    def test_above_the_recipients_of_a_party_text_without_end_mark(self) -> None:
        plan = plan_of(
            "T/M BAN CHẤP HÀNH\nPHÓ BÍ THƯ\nLê Văn Nam\nNơi nhận\n- Tỉnh ủy,\n- Lưu Đảng ủy.",
            "KẾ HOẠCH\nthực hiện Chỉ thị\n\nI- MỤC ĐÍCH\nNâng cao nhận thức.\n",
        )
        assert plan.signature is not None
        assert plan.signature.name is not None
        assert plan.signature.name.text == "Lê Văn Nam"
        assert [one.name for one in plan.recipients] == ["Tỉnh ủy", "Đảng ủy"]

    @pytest.mark.parametrize("note", ["(Đã ký)", "Đã ký", "(Ký tên, đóng dấu)", "(đã ký)"])
    def test_a_note_is_no_name(self, note: str) -> None:
        assert signed(f"{RECIPIENTS}GIÁM ĐỐC\n{note}\nTrần Thị Hoa")[3] == "Trần Thị Hoa"

    def test_an_academic_title_belongs_to_the_name(self) -> None:
        assert signed(f"{RECIPIENTS}GIÁM ĐỐC\nTS. Trần Thị Hoa")[2:] == (["GIÁM ĐỐC"], "TS. Trần Thị Hoa")

    def test_not_yet_signed(self) -> None:
        assert signed(f"{RECIPIENTS}GIÁM ĐỐC\n") == ([], [], ["GIÁM ĐỐC"], None)

    def test_spans_slice_to_the_words(self) -> None:
        source = f"{HEAD}{RECIPIENTS}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Thị Hoa\n"
        signature = read(source).documents[0].signature
        assert signature is not None
        assert signature.span is not None
        assert signature.span.of(source).split("\n")[0] == "KT. GIÁM ĐỐC"
        for passage in (*signature.positions, signature.name):
            assert passage is not None
            assert passage.span is not None
            assert passage.span.of(source) == passage.text


class TestClosing:
    def test_the_last_sentence(self) -> None:
        plan = plan_of(
            RECIPIENTS, "KẾ HOẠCH\nCông tác\n\nI. NỘI DUNG\nViệc.\n\nTrên đây là Kế hoạch công tác năm 2025./.\n\n"
        )
        assert plan.closing is not None
        assert plan.closing.text == "Trên đây là Kế hoạch công tác năm 2025./."
        assert [item.text for item in plan.outline.find("I").items] == ["Việc."]

    @pytest.mark.parametrize("mark", ["./.", "/.", "./", "..."])
    def test_an_end_mark_on_the_last_paragraph(self, mark: str) -> None:
        plan = plan_of(RECIPIENTS, f"KẾ HOẠCH\nCông tác\n\nI. NỘI DUNG\n1. Các đơn vị nghiêm túc thực hiện{mark}\n")
        assert (plan.closing is not None) == (mark != "...")


class TestPositionByItsForm:
    @pytest.mark.parametrize(
        "position",
        [
            "CHÁNH ÁN",
            "CHỈ HUY TRƯỞNG",
            "CHÍNH ỦY",
            "CHI CỤC TRƯỞNG",
            "HẠT TRƯỞNG",
            "TỔNG BIÊN TẬP",
            "TỔ TRƯỞNG",
            "CHỦ NHIỆM",
            "TRƯỞNG CÔNG AN XÃ",
            "TỔNG PHỤ TRÁCH",
            "THỦ TRƯỞNG ĐƠN VỊ",
            "QUẢN ĐỐC",
            "NGƯỜI LẬP KẾ HOẠCH",
            "P. HIỆU TRƯỞNG PHỤ TRÁCH",
            "ĐIỀU PHỐI VIÊN",
        ],
    )
    @pytest.mark.parametrize("above", [RECIPIENTS, ""])
    def test_capitals_with_a_name_below(self, position: str, above: str) -> None:
        assert signed(f"{above}\n{position}\n(đã ký)\n\nLê Văn Ba\n") == ([], [], [position], "Lê Văn Ba")

    def test_the_rank_alone_is_no_name(self) -> None:
        assert signed(RECIPIENTS + "\nCHỈ HUY TRƯỞNG\n\nĐại tá\n\nLê Văn Ba\n")[3] == "Lê Văn Ba"

    def test_a_rank_before_the_name_belongs_to_it(self) -> None:
        assert signed(RECIPIENTS + "\nĐỒN TRƯỞNG\n\nTrung tá Lê Văn Ba\n")[3] == "Trung tá Lê Văn Ba"

    @pytest.mark.parametrize("line", ["I. PHỤ LỤC", "QUYẾT ĐỊNH", "TT | NỘI DUNG", "NỘI DUNG CHI TIẾT"])
    def test_other_capitals_are_no_position(self, line: str) -> None:
        assert plan_of(f"\n{line}\nCác đơn vị thực hiện trong năm nay và năm sau.\n").signature is None

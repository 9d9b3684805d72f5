"""What stands before the first section: legal bases and the sentence that issues the document."""

import pytest

from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.vocabulary import BasisKind


def plan_of(preamble: str) -> Plan:
    return read(
        f"KẾ HOẠCH\nCông tác bình đẳng giới năm 2025\n\n{preamble}\nI. MỤC ĐÍCH\nNâng cao nhận thức."
    ).documents[0]


def references(plan: Plan) -> list[list[str]]:
    return [[str(reference) for reference in basis.references] for basis in plan.bases]


class TestBases:
    def test_one_a_line(self) -> None:
        plan = plan_of(
            "Căn cứ Luật Bình đẳng giới;\n"
            "Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ;\n"
            "Căn cứ tình hình thực tế của đơn vị.\n"
        )
        assert references(plan) == [
            ["Luật Bình đẳng giới"],
            ["Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ"],
            [],
        ]
        assert plan.bases[2].reference is None

    def test_several_in_one(self) -> None:
        plan = plan_of("Căn cứ Luật Bình đẳng giới; Nghị định số 48/2009/NĐ-CP; Nghị quyết số 28/NQ-CP;\n")
        assert references(plan) == [["Luật Bình đẳng giới", "Nghị định số 48/2009/NĐ-CP", "Nghị quyết số 28/NQ-CP"]]

    @pytest.mark.parametrize(
        ("opening", "kind"),
        [
            ("Căn cứ", BasisKind.BASED_ON),
            ("Thực hiện", BasisKind.IMPLEMENTING),
            ("Triển khai thực hiện", BasisKind.IMPLEMENTING),
            ("Theo đề nghị của Trưởng phòng tại", BasisKind.AT_PROPOSAL),
            ("Xét đề nghị của Trưởng phòng tại", BasisKind.AT_PROPOSAL),
        ],
    )
    def test_kinds(self, opening: str, kind: BasisKind) -> None:
        (basis,) = plan_of(f"{opening} Tờ trình số 45/TTr-SNV ngày 10/3/2025;\n").bases
        assert basis.kind is kind
        assert len(basis.mentions) == 1

    def test_after_a_dash(self) -> None:
        plan = plan_of("- Căn cứ Luật Bình đẳng giới;\n- Thực hiện Công văn số 12/SNV-CTTN;\n")
        assert [basis.text for basis in plan.bases] == [
            "Căn cứ Luật Bình đẳng giới;",
            "Thực hiện Công văn số 12/SNV-CTTN;",
        ]

    def test_wrapped_over_lines(self) -> None:
        plan = plan_of(
            "Căn cứ Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm\n2017 của Chính phủ quy định về môi trường giáo dục\n"
            "an toàn, lành mạnh, thân thiện;\nCăn cứ Luật Trẻ em;\n"
        )
        assert len(plan.bases) == 2
        assert plan.bases[0].text.endswith("an toàn, lành mạnh, thân thiện;")

    def test_the_span_is_that_of_the_words(self) -> None:
        source = "KẾ HOẠCH\nCông tác\n\n- **Căn cứ** Luật Bình đẳng giới;\n\nI. NỘI DUNG"
        (basis,) = read(source).documents[0].bases
        assert basis.span is not None
        assert basis.span.of(source) == "Căn cứ** Luật Bình đẳng giới;"

    def test_none_within_the_sections(self) -> None:
        plan = read("KẾ HOẠCH\nCông tác\n\nI. NỘI DUNG\nCăn cứ Luật Bình đẳng giới để thực hiện.").documents[0]
        assert plan.bases == ()


class TestIssuing:
    @pytest.mark.parametrize(
        ("sentence", "issuer"),
        [
            ("Sở Nội vụ ban hành Kế hoạch công tác năm 2025 như sau:", "Sở Nội vụ"),
            ("Trường Mầm non Hoa Mai xây dựng Kế hoạch năm 2025 như sau:", "Trường Mầm non Hoa Mai"),
            ("Ủy ban nhân dân xã xây dựng và ban hành Kế hoạch như sau:", "Ủy ban nhân dân xã"),
            ("Phòng Văn hóa - Xã hội xây dựng Kế hoạch như sau:", "Phòng Văn hóa - Xã hội"),
            ("Để thực hiện tốt nhiệm vụ, Ban Vì sự tiến bộ của phụ nữ xã triển khai Kế hoạch như sau:", "Ban Vì sự tiến bộ của phụ nữ xã"),
        ],
    )  # fmt: skip
    def test_names_the_issuer(self, sentence: str, issuer: str) -> None:
        plan = plan_of(f"{sentence}\n")
        assert plan.issuer == issuer
        assert [passage.text for passage in plan.preamble] == [sentence]

    def test_a_prose_preamble_names_none(self) -> None:
        plan = plan_of("Năm 2025 là năm bản lề của nhiệm kỳ.\n")
        assert plan.issuer is None
        assert len(plan.preamble) == 1

    def test_the_header_wins(self) -> None:
        source = (
            "UBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ\n\nKẾ HOẠCH\nCông tác\n\nUBND tỉnh ban hành Kế hoạch như sau:\nI. NỘI DUNG"
        )
        assert read(source).documents[0].issuer == "SỞ NỘI VỤ"


class TestRunOnBasis:
    def test_a_sentence_after_the_basis(self) -> None:
        plan = plan_of(
            "Thực hiện Kế hoạch số 67/KH-UBND ngày 15/01/2021 của UBND tỉnh về bình đẳng giới năm 2021. "
            "Trường Cao đẳng Y tế Bình Minh xây dựng Kế hoạch năm 2021 như sau:\n"
        )
        assert [basis.text for basis in plan.bases] == [
            "Thực hiện Kế hoạch số 67/KH-UBND ngày 15/01/2021 của UBND tỉnh về bình đẳng giới năm 2021."
        ]
        assert plan.issuer == "Trường Cao đẳng Y tế Bình Minh"
        assert [one.text for one in plan.preamble] == [
            "Trường Cao đẳng Y tế Bình Minh xây dựng Kế hoạch năm 2021 như sau:"
        ]

    def test_a_clause_after_the_basis(self) -> None:
        plan = plan_of(
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 10/3/2025, "
            "UBND tỉnh ban hành Kế hoạch công tác năm 2025 như sau:\n"
        )
        (basis,) = plan.bases
        assert basis.kind is BasisKind.AT_PROPOSAL
        assert references(plan) == [["Tờ trình số 45/TTr-SNV ngày 10 tháng 3 năm 2025 của Giám đốc Sở Nội vụ"]]
        assert plan.issuer == "UBND tỉnh"

    def test_theo_alone_introduces_no_basis(self) -> None:
        plan = plan_of("Theo quy định tại Luật Bình đẳng giới, Phòng Nội vụ ban hành Kế hoạch như sau:\n")
        assert plan.bases == ()
        assert plan.issuer == "Phòng Nội vụ"


class TestTypeFromThePreamble:
    def test_a_text_without_a_type_line(self) -> None:
        plan = read(
            "Căn cứ Luật Bình đẳng giới;\nTrường Tiểu học Nam Hồng xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH"
        ).plan
        assert plan is not None
        assert (plan.type, plan.issuer) == ("Kế hoạch", "Trường Tiểu học Nam Hồng")

"""The words generated documents are made of: small lists of what real plans say. Names of people are invented."""

from typing import NamedTuple

from vstbpn.vocabulary import SigningPrefix, SymbolStyle


class Office(NamedTuple):
    """An office that issues plans (cơ quan ban hành): how its header, its symbol and its ending are written.

    ``above`` is how the list of recipients names the body above it.
    """

    superior: str | None
    issuer: str
    name: str
    code: str
    style: SymbolStyle
    place: str
    prefixes: tuple[SigningPrefix, ...]
    on_behalf_of: tuple[str, ...]
    position: str
    above: str | None = None
    archives: tuple[str, ...] = ("VT", "VT, TCCB", "VT, VP")

    @property
    def closing_mark(self) -> str:
        """What its documents end with: State ones with "./.", those of the Party with a full stop."""
        return "." if self.style is SymbolStyle.PARTY else "./."


OFFICES = (
    Office(
        "UBND TỈNH NINH BÌNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo", "KH-SGDĐT", SymbolStyle.STATE,
        "Ninh Bình", (SigningPrefix.FOR_HEAD,), ("GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "UBND tỉnh",
    ),
    Office(
        "UBND TỈNH AN GIANG", "SỞ Y TẾ", "Sở Y tế", "KH-SYT", SymbolStyle.STATE, "An Giang", (), (), "GIÁM ĐỐC",
        "UBND tỉnh",
    ),
    Office(
        None, "ỦY BAN NHÂN DÂN PHƯỜNG HOA LƯ", "Ủy ban nhân dân phường Hoa Lư", "KH-UBND", SymbolStyle.STATE, "Hoa Lư",
        (SigningPrefix.COLLECTIVE,), ("ỦY BAN NHÂN DÂN",), "CHỦ TỊCH",
    ),
    Office(
        "UBND XÃ PHÙ MỸ BẮC", "TRƯỜNG MẦM NON HOA MAI", "Trường Mầm non Hoa Mai", "KH-MNHM", SymbolStyle.STATE,
        "Phù Mỹ Bắc", (), (), "HIỆU TRƯỞNG", "UBND xã Phù Mỹ Bắc",
    ),
    Office(
        None, "TỈNH ỦY AN GIANG", "Tỉnh ủy An Giang", "KH/TU", SymbolStyle.PARTY, "An Giang",
        (SigningPrefix.COLLECTIVE,), ("BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ", None, ("Văn phòng Tỉnh ủy",),
    ),
)  # fmt: skip
"""Offices of each kind: a Sở, a people's committee, a school, a body of the Party."""


class Series(NamedTuple):
    """A series of documents (loại văn bản của một cơ quan): type, symbol and issuer that go together."""

    type: str
    code: str
    issuer: str
    style: SymbolStyle


SERIES = (
    Series("Nghị định", "NĐ-CP", "Chính phủ", SymbolStyle.STATE_NORMATIVE),
    Series("Thông tư", "TT-BGDĐT", "Bộ Giáo dục và Đào tạo", SymbolStyle.STATE_NORMATIVE),
    Series("Thông tư", "TT-BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội", SymbolStyle.STATE_NORMATIVE),
    Series("Nghị quyết", "QH15", "Quốc hội", SymbolStyle.LEGISLATURE),
    Series("Nghị quyết", "NQ-HĐND", "Hội đồng nhân dân tỉnh An Giang", SymbolStyle.COUNCIL),
    Series("Thông tư liên tịch", "TTLT-BGDĐT-BNV", "Bộ Giáo dục và Đào tạo", SymbolStyle.JOINT),
    Series("Văn bản hợp nhất", "VBHN-BGDĐT", "Bộ Giáo dục và Đào tạo", SymbolStyle.CONSOLIDATED),
    Series("Quyết định", "QĐ-UBND", "Ủy ban nhân dân tỉnh An Giang", SymbolStyle.STATE_NORMATIVE),
    Series("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", SymbolStyle.STATE),
    Series("Nghị quyết", "NQ-CP", "Chính phủ", SymbolStyle.STATE),
    Series("Kế hoạch", "KH-UBND", "Ủy ban nhân dân tỉnh Hải Dương", SymbolStyle.STATE),
    Series("Chỉ thị", "CT-BGDĐT", "Bộ Giáo dục và Đào tạo", SymbolStyle.STATE),
    Series("Công văn", "BNV-TCCB", "Bộ Nội vụ", SymbolStyle.DISPATCH),
    Series("Công văn", "SGDĐT-VP", "Sở Giáo dục và Đào tạo", SymbolStyle.DISPATCH),
    Series("Chỉ thị", "CT/TW", "Ban Bí thư Trung ương Đảng", SymbolStyle.PARTY),
    Series("Kết luận", "KL/TW", "Bộ Chính trị", SymbolStyle.PARTY),
    Series("Kế hoạch", "KH/TU", "Tỉnh ủy An Giang", SymbolStyle.PARTY),
    Series("Chỉ thị", "TTg", "Thủ tướng Chính phủ", SymbolStyle.OLD),
)
"""Series of every style."""

NAMED_ACTS = (
    "Luật Bình đẳng giới",
    "Luật Trẻ em",
    "Luật Phòng, chống bạo lực gia đình",
    "Luật Tổ chức chính quyền địa phương",
    "Luật Hôn nhân và gia đình",
    "Bộ luật Lao động",
    "Bộ luật Hình sự",
    "Pháp lệnh Dân số",
    "Hiến pháp",
)
"""Acts cited by name."""

TITLES = (
    "Thực hiện công tác bình đẳng giới",
    "Hoạt động vì sự tiến bộ của phụ nữ",
    "Phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
    "Triển khai Tháng hành động vì bình đẳng giới",
    "Công tác gia đình và trẻ em",
)
"""What plans are about; a year follows."""

PURPOSES = (
    "Nâng cao nhận thức của cán bộ, công chức, viên chức về bình đẳng giới",
    "Thu hẹp khoảng cách giới trong các lĩnh vực hoạt động của ngành",
    "Các hoạt động bám sát thực tế, tiết kiệm và hiệu quả",
    "Phân công rõ người, rõ việc, rõ trách nhiệm của từng đơn vị",
    "Huy động gia đình và cộng đồng tham gia",
)
"""Items of purpose and requirement."""

DUTIES = (
    "Tổ chức tập huấn kiến thức về giới cho cán bộ, viên chức",
    "Rà soát, bổ sung quy hoạch cán bộ nữ",
    "Đăng tin, bài về bình đẳng giới trên trang thông tin điện tử",
    "Lồng ghép nội dung bình đẳng giới vào kế hoạch năm học",
    "Kiện toàn Ban Vì sự tiến bộ của phụ nữ",
    "Thực hiện đầy đủ chế độ, chính sách đối với lao động nữ",
    "Kiểm tra việc thực hiện công tác bình đẳng giới",
    "Tổng hợp số liệu tách biệt theo giới tính",
)
"""What is to be done."""

FOLLOW_UPS = (
    "Theo dõi việc thực hiện Kế hoạch, báo cáo kết quả theo quy định",
    "Tổng hợp kết quả thực hiện các chỉ tiêu của Kế hoạch",
)
"""How it is found out whether what was planned was reached."""

TASK_TITLES = (
    "Công tác lãnh đạo, chỉ đạo",
    "Công tác thông tin, truyền thông",
    "Công tác cán bộ nữ",
    "Phòng ngừa bạo lực trên cơ sở giới",
    "Kiểm tra, thống kê",
)
"""Headings over tasks."""

UNITS = (
    "Phòng Tổ chức cán bộ",
    "Văn phòng Sở",
    "Phòng Kế hoạch - Tài chính",
    "Sở Tài chính",
    "Sở Nội vụ",
    "Trạm Y tế phường",
    "Công đoàn ngành Giáo dục tỉnh",
    "Trường Mầm non Hoa Sen",
)
"""Units that tasks are given to."""

RECIPIENTS = (
    "UBND tỉnh",
    "Sở Nội vụ",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Các phòng thuộc Sở",
    "Các đơn vị trực thuộc",
    "Cổng thông tin điện tử",
)
"""Who receives a plan."""

QUALIFIERS = ("để báo cáo", "để thực hiện", "để phối hợp", "b/c")
"""Why they receive it."""

ARCHIVES = ("VT", "VT, TCCB", "VT, VP")
"""What the archive's line says."""

PEOPLE = ("Trần Thị Minh Họa", "Lê Thị Ví Dụ", "Nguyễn Văn Mẫu", "Phạm Thị Thử")
"""Invented people who sign."""

GOAL_TITLES = (
    "Tăng cường sự tham gia của phụ nữ vào các vị trí quản lý, lãnh đạo",
    "Bảo đảm bình đẳng giới trong lao động và việc làm",
    "Nâng cao chất lượng nguồn nhân lực nữ",
    "Phòng ngừa và ứng phó với bạo lực trên cơ sở giới",
)
"""What goals want."""

SHARED_BY = (
    "đơn vị trực thuộc có lãnh đạo chủ chốt là nữ",
    "nữ nhà giáo được bảo đảm chế độ thai sản",
    "cơ sở giáo dục tổ chức khám sức khỏe định kỳ",
    "người bị bạo lực gia đình được tiếp cận dịch vụ hỗ trợ",
    "cha mẹ có con dưới 16 tuổi được cung cấp thông tin",
    "dân số từ 15 tuổi trở lên có tài khoản",
    "UBND xã có nữ lãnh đạo chủ chốt",
    "phụ nữ khuyết tật tại Hà Nội và An Giang được học nghề",
    "trường mầm non tại phường Hoa Lư có góc nghỉ cho nữ nhà giáo",
    "hộ nghèo (theo chuẩn mới) được vay vốn",
)
"""Whose share a target of so many per cent sets."""

SHARED = (
    "Tỷ lệ nữ thạc sĩ",
    "tỷ trọng lao động nữ làm nông nghiệp",
    "Kinh tế số",
)
"""What is itself a share, or is told before it."""

MOVED = (
    "tỷ lệ học sinh bỏ học",
    "tỷ lệ nữ tham gia cấp ủy",
    "số cặp tảo hôn",
    "tỷ lệ trẻ em suy dinh dưỡng",
)
"""What a target wants raised or lowered."""

MEASURED = (
    "tỷ số tử vong mẹ",
    "tỷ suất tử vong trẻ em",
    "tỷ số giới tính khi sinh",
)
"""What is counted out of so many."""

RELATED = {
    "lần": ("thời gian làm việc nhà của phụ nữ", "số lượt phụ nữ được tư vấn"),
    "con/phụ nữ": ("tổng tỷ suất sinh", "mức sinh"),
    "con/bà mẹ": ("tổng tỷ suất sinh",),
}
"""Ratios, and what is told by them."""

COUNTED = {
    "hộ": ("nghèo được vay vốn",),
    "hộ gia đình": ("văn hóa",),
    "câu lạc bộ": ("gia đình phát triển bền vững",),
    "buổi": ("tập huấn về bình đẳng giới",),
    "vụ": ("bạo lực gia đình",),
    "cán bộ": ("nữ được đào tạo",),
    "tin, bài": ("tuyên truyền về bình đẳng giới",),
    "mô hình": ("phòng ngừa bạo lực trên cơ sở giới",),
}
"""Things counted, and the words behind them that tell which ones."""

COUNTED_YEARLY = ("buổi/năm", "lớp/năm")
"""Things counted each year."""

COUNTED_BY = ("xã Hoa Lư", "UBND xã", "Trường Mầm non Hoa Sen", "Sở Y tế", "mỗi đơn vị trực thuộc")
"""Who has, holds or sets up what is counted."""

QUALITATIVE = (
    "Không để xảy ra bạo lực học đường",
    "Đa số phụ nữ nông thôn được tiếp cận thông tin",
    "Đầy đủ góc nghỉ cho nữ nhà giáo",
    "Bố trí đủ cán bộ làm công tác bình đẳng giới ở Sở Y tế",
)
"""Targets without a figure."""

SCHEMES = ("gso", "moet")
"""Schemes of codes units bear."""

CAMPAIGNS = (
    "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
    "Tháng hành động vì trẻ em",
    "Tuần lễ Áo dài",
)
"""Campaigns; the first has its days set by the State."""

DEADLINE_DUTIES = ("báo cáo kết quả thực hiện", "gửi danh sách về Sở", "hoàn thành việc rà soát")
"""What is due."""

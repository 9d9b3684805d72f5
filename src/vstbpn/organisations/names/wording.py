"""The words by which a unit is known in prose: what its name begins with, and what ends it.

The lists hold the language of administrative documents. They are patterns in which a blank stands for any blanks, and in
which ủy, hóa and tòa stand for both places of the tone.
"""

import re

CAPITALS = "".join(
    character for character in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if character.isupper()
)
"""The capital letters of Vietnamese and its neighbours, for a class in a pattern."""

_SPELLINGS = {" ": r"\s{1,3}", "ủy": "(?:ủy|uỷ)", "hóa": "(?:hóa|hoá)", "tòa": "(?:tòa|toà)"}
_NAME_NEXT = rf"(?=\s{{1,3}}(?-i:[{CAPITALS}]))"


def _any(*alternatives: str) -> str:
    """One pattern for all of them."""
    joined = "|".join(alternatives)
    for written, spellings in _SPELLINGS.items():
        joined = joined.replace(written, spellings)
    return f"(?:{joined})"


_NO_MINISTRY = "(?! (?:luật|máy|tiêu|chỉ|tài|quy|câu|công cụ|đề|hồ|sách|mặt|ba|dữ|phận|môn))"
_BODY = _any(
    "ubnd", "hđnd", "ubmttq", "mttq", "lđlđ", "bhxh", "bgh", "btv", "bch",
    "ủy ban", "hội đồng", "chính phủ", "quốc hội", "chính quyền", "bộ chính trị", "quân ủy",
    f"bộ{_NO_MINISTRY}{_NAME_NEXT}", "bộ (?:chỉ huy|tư lệnh|đội biên phòng)", "bộ phận", "bộ môn",
    "sở(?! (?:hữu|thích|trường))", "văn phòng(?! (?:phẩm|hóa))",
    r"phòng(?!,?\s{0,3}(?:chống|ngừa|tránh|trừ|bệnh|cháy|hộ|vệ)(?!\w))",
    "ban(?! (?:hành|đầu|ngày|đêm|bố|tặng))", "tiểu ban",
    "khoa(?! (?:học|giáo|cử))", "tổ(?! (?:chức|quốc|tiên|ấm))", r"tổ chức (?:công đoàn|đoàn thanh niên|đoàn thể|đảng)(?!\w)",
    "trường(?! (?:hợp|kỳ|tồn))", "nhà trường", "học viện", f"đại học{_NAME_NEXT}",
    "cơ sở (?:giáo dục|đào tạo|y tế|khám|trợ giúp|nuôi)", "trung tâm", "viện kiểm sát", "viện(?! (?:dẫn|trợ|phí))",
    "bệnh viện", "trạm y tế",
    "chi cục", "tổng cục", "cục(?! (?:bộ|diện))", "vụ(?! (?:việc|án|mùa|lợi))", "kho bạc", "ngân hàng",
    "bảo hiểm xã hội", "tòa án", "công an",
    f"báo(?! (?:cáo|động|hiệu|đáp|chí)){_NAME_NEXT}", "đài (?:phát thanh|truyền (?:thanh|hình)|tiếng nói|pt)",
    "công ty", "tổng công ty", "tập đoàn", "doanh nghiệp", "hợp tác xã",
    "công đoàn(?! (?:phí|viên(?! chức)))", "tổng liên đoàn", "liên đoàn", "mặt trận", "trung ương (?:đoàn|hội)",
    "đoàn(?! (?:kết|viên|tụ))", "đội(?! (?:ngũ|hình))",
    "hội(?! (?:nghị|thảo|thi|nhập|họp|diễn|thao|chợ|trường|viên|đàm|tụ|chẩn|ý))",
    "chi (?:hội|đoàn|bộ|ủy)", "(?:huyện|tỉnh|thành|quận|thị|xã|phường) (?:đoàn|ủy)", "đảng (?:ủy|bộ|đoàn)", "cấp ủy",
    r"thanh tra(?= (?:tỉnh|sở|huyện|bộ|chính phủ|thành phố|ngành|nhà nước|nhân dân|quận)|\s{0,3}(?:$|:))",
    "cơ quan", "đơn vị", "địa phương", "đoàn thể", "ngành(?! nghề)",
)  # fmt: skip
# What a unit's name begins with, each without the words that make it something else ("Tổ chức", "Phòng chống").

_MANY = _any("(?:tất cả )?(?:các|những|mỗi|từng|toàn thể|toàn bộ) ")
_BODY_OF_MANY = _any(
    "tổ chức", f"bộ{_NO_MINISTRY}", "cơ sở(?! (?:vật chất|dữ liệu|pháp lý|hạ tầng|lý luận))", "đại học", "khối",
    "thành phố", "thị (?:xã|trấn)", "tỉnh", "huyện", "quận", "xã(?! hội)", "phường", "đặc khu",
    "cấp (?:hội|công đoàn|chính quyền)",
)  # fmt: skip
# What may follow "các", but begins no unit's name by itself.

_TITLE = _any(
    "(?:tập thể )?lãnh đạo", "thủ trưởng", "người đứng đầu", "thành viên", "ủy viên", "bí thư", "chánh", "cán bộ phụ trách",
    "(?:phó )?(?:chủ tịch|giám đốc|cục trưởng|chủ nhiệm|trưởng)",
)  # fmt: skip
_TITLE_ALONE = _any(
    "(?:phó )?(?:hiệu trưởng|giám đốc)", "thủ tướng(?: chính phủ)?", "chủ tịch nước", "bộ trưởng", "thủ trưởng",
)  # fmt: skip
# Persons who stand for their unit: some only with its name after them.

_NAMED = f"(?:{_BODY}|{_MANY}{_any('(?:đồng chí )?')}(?:{_BODY}|{_BODY_OF_MANY}))"
UNIT_START = re.compile(
    rf"(?:{_MANY}?{_TITLE}\s{{1,3}}{_NAMED}|{_MANY}?{_TITLE_ALONE}|{_NAMED})(?!\w)",
    re.IGNORECASE,
)
"""The first words of a unit's name, or of the words for those who lead it."""

PERSON_START = re.compile(rf"{_MANY}?(?:{_TITLE}|{_TITLE_ALONE})(?!\w)", re.IGNORECASE)
"""The words for those who lead a unit."""

OPENER = re.compile(
    _any(
        r"(?:đối với|giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|phân công|ủy quyền(?: cho)?|(?:trách nhiệm|nhiệm vụ) của)(?!\w)",
        r"(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|thực hiện)(?:,? (?:tham mưu|thực hiện|phối hợp)){0,3}\s{0,3}:",
    )
    + r"\s{0,3}",
    re.IGNORECASE,
)
"""What may stand before the unit a task is given to."""

LABEL = re.compile(
    _any(
        r"(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|phối hợp|thực hiện|thường trực)(?:,? (?:tham mưu|thực hiện|phối hợp)){0,3}"
    )
    + r"\s{0,3}(?::|$)",
    re.IGNORECASE,
)
"""The caption of a column or a line, which names no unit."""

TAKES_VERB_AS_NAME = re.compile(
    _any("ban", "phòng", "vụ", "cục", "trung tâm", "tổ", "viện", "hội đồng", "ủy ban", "bộ phận", "đoàn", "đội", "cơ sở", "cơ quan")
    + "$",
    re.IGNORECASE,
)  # fmt: skip
VERBS_AS_NAME = re.compile(
    "(?:"
    + _any(
        " (?:quản lý|đào tạo|bồi dưỡng|nghiên cứu|tư vấn|hỗ trợ|bảo vệ|thanh tra|đại diện|chỉ đạo|giám sát|kiểm tra)",
        " (?:thẩm định|chấp hành|tuyên truyền)",
        "(?<=ban) tổ chức",
        "(?<=Ban) tổ chức",
    )
    + r"(?!\w)){1,2}"
)
"""After such a body these are its name ("Ban chỉ đạo"), elsewhere they are verbs."""

_VERB = _any(
    "căn cứ", "chủ trì", "chủ động", "phối hợp", "kết hợp", "liên hệ", "tham mưu", "hướng dẫn", "triển khai", "thực hiện",
    "xây dựng", "chỉ đạo", "theo dõi", "tăng cường", "đẩy mạnh", "quán triệt", r"(?<!hợp\s)phổ biến", "tuyên truyền", "báo cáo",
    r"(?<!chính\s)tổng hợp", "kiểm tra", "giám sát", "đôn đốc", "đánh giá", "bố trí", "bảo đảm", "đảm bảo", "cân đối",
    "lồng ghép", "rà soát", r"(?<!bầu\s)cử", "gửi", r"(?<!công\s)(?<!độc\s)(?<!dân\s)lập", "ban hành", "nâng cao", "quan tâm",
    "tạo điều kiện", "vận động", "hỗ trợ", "đề xuất", "kiến nghị", r"(?<!công\s)(?<!chương\s)trình", "thẩm định", "cung cấp",
    "cập nhật", "đăng", "đưa", "phát huy", "phát động", "phát hiện", "phân công", r"(?<!goại\s)giao", "chuẩn bị", "tiến hành",
    "duy trì", "phân bổ", "sử dụng", r"(?<!cán\sbộ\s)quản (?:lý|lí)", r"(?<!iệc\s)làm", "giúp", "huy động", "lựa chọn",
    "đề nghị", "yêu cầu", "xem xét", "khuyến khích", "kiện toàn", "thành lập", "củng cố", "hoàn thiện", "hoàn thành",
    "biên soạn", "phát hành", "tập huấn", r"(?<!tạo\s)bồi dưỡng", "mở", "nghiên cứu", "thông báo", "công bố", "công khai",
    r"(?<!ăng\s)ký", "tích cực", "khẩn trương", "kịp thời", "nghiêm túc", "thường xuyên", "tiếp tục", "phấn đấu", "sơ kết",
    "tổng kết", "thống kê", "thu thập", "xử lý", "ngăn chặn", "phòng ngừa", "tư vấn", "chăm lo", "bảo vệ", "treo", "đóng góp",
    "tham gia", "hưởng ứng", "tiếp nhận", "giải quyết", "vận dụng", "cụ thể hóa", "khảo sát", "ưu tiên", "nhân rộng",
    "biểu dương", "trao đổi", "trích", "dành", "điều chỉnh", "mời", "viết", "giới thiệu", "cam kết", "đạt", "xác định", "nắm",
    r"(?<!iếp\s)nhận", "thu hút", "tiếp thu", "phản ánh", "lưu ý", "rút", "gắn", "lấy", "chấm dứt", "khắc phục", "phê duyệt",
    "quy định", "đồng hành", "thăm", "tặng", "ghi", "chọn", "nêu", "trực tiếp", "chú trọng", "tập trung", "bám sát", "thẩm tra",
    "trả lời", "công nhận", "trang bị", "kêu gọi", "tôn vinh", "xuất bản", "tuyển dụng", "bổ nhiệm", "gương mẫu", "đấu tranh",
    "chia sẻ", "khai thác", "kết nối", "quyết định", "hoàn chỉnh", "nhanh chóng",
    r"(?<!các\s)tổ chức(?! (?:chính trị|xã hội|đoàn thể|nước ngoài|đảng|công đoàn|(?:và )?cá nhân|kinh tế|quốc tế|liên quan|cán bộ"
    r"|hành chính|nhân sự)|\s{0,3}[,–-])",
)  # fmt: skip
_OTHER_END = _any(
    "có(?! liên quan)", "chịu", "phải", "cần", "được", r"(?<!iết\s)bị", "sẽ", "đã", "đang", "chưa", r"(?<!àng\s)không", "là", "nếu",
    "khi", "tùy", "tuỳ", "theo", "cùng", "để", "nhằm", r"(?<!tự\s)do", "định kỳ", "(?:hàng|hằng) (?:năm|tháng|quý)", "đồng thời",
    "trên cơ sở", "về việc", "thông qua", "trước", "sau(?! đại học)", r"(?<!nước\s)ngoài(?! (?:công lập|tỉnh|ngành|nhà nước))",
    "với", "dựa", "năm [0-9]", "ngày [0-9]", "từ(?! (?:tỉnh|trung ương|thành phố|huyện|cấp|mầm non|thiện))",
    "trong(?! (?:ngành|tỉnh|toàn|trường|cơ quan|đơn vị|sở|huyện|thành phố|hệ thống|khối|nhà trường|khu vực|xã))",
)  # fmt: skip
# What begins the words on what a unit is to do, or how. In a name the verbs are capitals ("Sở Xây dựng").

_LISTED_ON = _any(
    "ban", "ngành", "thể thao", "thông tin", "khen thưởng", "gia đình", "trẻ em", "hạ tầng", "giáo dục", "chống", "cá nhân",
    "công chức", "viên chức", "người lao động",
    "mầm non", "mẫu giáo", "tiểu học", "trung học", "phổ thông", "trung cấp", "cao đẳng", "đại học", "dạy nghề",
)  # fmt: skip
_LIST_GOES_ON = rf"(?=\s{{0,3}}(?:(?i:{_MANY}|(?:{_BODY}|{_BODY_OF_MANY}|{_TITLE}|{_TITLE_ALONE}|{_LISTED_ON})(?!\w))|[{CAPITALS}]))"
_END = (
    r"[:(\[“\"]|\n\s{0,9}\n|(?<!TP)(?<!Tp)(?<!tp)\.(?=\s|$)"
    r"|\s[–-]\s{1,3}(?:[Cc]ơ\s{1,3}quan|[Pp]hó|[Tt]rưởng|[Cc]hủ\s{1,3}tịch)(?!\w)"
    rf"|[,;](?!{_LIST_GOES_ON})|(?<!\w)(?:{_VERB}|{_OTHER_END})(?!\w)"
)
UNIT_END = re.compile(_END)
"""The first thing after a unit's name that is no part of it."""

UNIT_END_IN_CAPITALS = re.compile(_END, re.IGNORECASE)
"""The same in a text without small letters."""

TRAILING = re.compile(r"(?:[\s,;.:–-]|(?<=\s)(?:và|cùng|hoặc)(?!\w)){1,20}\Z", re.IGNORECASE)
"""What is left behind at the end when a name has been cut there."""

_REMARK = re.compile(r"\s{0,3}\([^()]{0,80}\)(?=[\s;.,]{0,9}\Z)")
_OF_PLACE = re.compile(
    r"\s(?:trực thuộc|thuộc|của)\s(?=(?:tỉnh|thành phố|t\.?p\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)[\s.])",
    re.IGNORECASE,
)
_SCHOOL_START = re.compile(
    r"(?:(?:MN|MG|TH|THCS|THPT|PTDTNT|PTDTBT)(?=[\s&–-])"
    r"|(?:mầm non|mẫu giáo|tiểu học|trung học (?:cơ sở|phổ thông)|phổ thông dân tộc)(?=\s))",
    re.IGNORECASE,
)
_BEFORE_NAME = ' \t-–+•*.,;:/"“”'


def looser(text: str) -> str:
    """A name without a remark behind it and "của" before its place, and with the word "Trường" some leave out.

    >>> looser("- MN Hoa Sen (để b/c);"), looser("Sở GD&ĐT của tỉnh An Giang")
    ('Trường MN Hoa Sen;', 'Sở GD&ĐT tỉnh An Giang')
    """
    name = _OF_PLACE.sub(" ", _REMARK.sub("", text[:_LONGEST_NAME]))
    bare = name.lstrip(_BEFORE_NAME)
    return f"Trường {bare}" if _SCHOOL_START.match(bare) else name


_LONGEST_NAME = 400

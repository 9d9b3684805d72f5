"""Terms of the field (thuật ngữ): words that count as one, whatever they are written as, and words that say nothing alone."""

import re
from collections.abc import Mapping

TERMS: Mapping[str, str] = {
    "bạo lực trên cơ sở giới": r"(?:phòng ngừa(?: và|,)? ứng phó(?: với)? )?bạo lực (?:trên cơ sở )?giới",
    "bạo lực gia đình": r"(?:phòng,? chống )?bạo lực gia đình",
    "bình đẳng giới": r"bình đẳng giới|bđg",
    "bộ chỉ số": r"bộ chỉ số",
    "cán bộ": r"cán bộ(?! nữ tham gia)",
    "cơ quan": r"(?:các )?cơ quan(?: quản lý)? nhà nước|(?:các )?cơ quan",
    "cơ quan đảng": r"(?:các )?cơ quan(?: của)? đảng",
    "cơ quan ngang bộ": r"cơ quan ngang bộ",
    "cơ quan báo chí": r"cơ quan (?:báo chí|truyền thông)",
    "cơ sở giáo dục": r"cơ sở giáo dục(?: và đào tạo)?",
    "cơ sở trợ giúp xã hội": r"cơ sở (?:trợ giúp|bảo trợ) xã hội",
    "cấp ủy": r"(?:các )?cấp ủy(?: viên| đảng)?|cấp ủy đảng|ban chấp hành đảng bộ",
    "chính quyền địa phương": r"chính quyền địa phương",
    "chuyên mục": r"chuyên mục|chuyên trang",
    "dân số": r"dân số|người dân|nhân dân",
    "dân tộc thiểu số": r"(?:người |đồng bào )?dân tộc thiểu số|dtts",
    "đại biểu hội đồng nhân dân": r"đại biểu (?:hội đồng nhân dân|hđnd)(?: (?:tỉnh|thành phố|huyện|quận|xã|phường))?",
    "đại biểu quốc hội": r"đại biểu quốc hội|đbqh",
    "giáo dục nghề nghiệp": r"giáo dục nghề nghiệp|gdnn",
    "hội đồng nhân dân": r"hội đồng nhân dân|hđnd",
    "hợp tác xã": r"hợp tác xã|htx",
    "lãnh đạo chủ chốt": r"lãnh đạo(?:,? (?:và )?quản lý)? chủ chốt",
    "mầm non": r"mầm non",
    "nạn nhân bạo lực": (
        r"(?:nạn nhân|người)(?: của| bị)? bạo lực(?: gia đình)?(?:,? (?:và )?bạo lực)?(?: trên cơ sở giới| giới)?"
    ),
    "người gây bạo lực": (
        r"người (?:gây(?: ra)?|có hành vi(?: gây)?) bạo lực(?: gia đình)?(?:,? (?:và )?bạo lực)?(?: trên cơ sở giới| giới)?"
    ),
    "nạn nhân bị mua bán": r"nạn nhân(?: bị| của)?(?: tội phạm)? (?:mua|buôn) bán(?: người)?",
    "nam": r"nam giới|nam",
    "nữ": r"nữ giới|phụ nữ|cán bộ nữ(?= tham gia)|đảng viên nữ(?= tham gia)|nữ cán bộ(?= tham gia)|nữ",
    "tái hòa nhập": r"tái hòa nhập(?: cộng đồng)?",
    "thạc sĩ": r"thạc (?:sĩ|sỹ)",
    "tiến sĩ": r"tiến (?:sĩ|sỹ)",
    "tử vong mẹ": r"tử vong (?:bà )?mẹ",
    "thành phố": r"thành phố",
    "thời gian": r"thời gian|số giờ|thời lượng",
    "thị xã": r"thị xã",
    "tiểu học": r"tiểu học",
    "tin bài": r"tin,? (?:và )?bài",
    "trẻ em": r"trẻ em",
    "trung học cơ sở": r"trung học cơ sở|thcs",
    "trung học phổ thông": r"trung học phổ thông|thpt",
    "tư vấn": r"(?:tham vấn,? (?:và )?)?tư vấn(?:,? (?:và )?tham vấn)?",
    "tuyển mới": (
        r"(?:(?:học viên|học sinh|sinh viên),? (?:và )?){1,3}(?:nữ )?(?:được )?tuyển mới"
        r"|tuyển (?:sinh )?mới|mới được tuyển sinh"
    ),
    "ủy ban nhân dân": r"(?:ủy|uỷ) ban nhân dân|ubnd",
    "vị thành niên": r"(?:tuổi )?vị thành niên",
    "việc làm": r"việc làm",
    "việc nhà": r"(?:(?:làm|tham gia) )?(?:việc nhà|công việc (?:gia đình|nhà)|công việc nội trợ|việc nội trợ)",
    "việt nam": r"việt nam",
    "xã hội": r"xã hội",
}
"""Terms, and what they are written as; the patterns are for what ``comparison_key`` gives."""

SILENT = (
    r"tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ suất|tỉ suất|tỷ trọng|tỉ trọng|số lượng|tổng số|mức|số"
    r"|không được trả công|được phát hiện|phát hiện|(?:ở )?(?:mức(?: độ)? )?chưa (?:đến mức(?: độ)? )?(?:bị )?truy cứu(?: trách nhiệm)? hình sự"
    r"|(?:từ )?cấp (?:tỉnh|huyện|xã|cơ sở|phòng|sở)|(?:ở |tại )?(?:các cấp|cấp)|(?:trực )?thuộc (?:sở|tỉnh|thành phố|hệ thống)"
    r"|so với (?:năm )?[0-9]{4}|trên (?:toàn|địa bàn|phạm vi)(?: (?:tỉnh|thành phố|huyện|quận|xã|phường|ngành))?|toàn (?:tỉnh|thành phố|huyện|xã|ngành|quốc)"
    r"|(?:có )?(?:trình độ|học vị)|so với|ngang với|liên quan đến thai sản|khu vực|lĩnh vực|khoảng cách|trung bình|bình quân|ít nhất một|ít nhất 01|01|trở lên|hiện có"
    r"|(?:ở )?trung ương (?:và|đến) (?:địa phương|cơ sở)|khi|sinh sống|các|những|mỗi|từng|sự|năm|của|và|hoặc|về|cho|tại|ở|trên|trong|từ|với|để|do|theo|thuộc|hệ thống|người|đều|đạt|dưới"
)
"""Words that speak of nothing by themselves, or of what every plan speaks of; the patterns are as those of ``TERMS``."""

SPELT_OUT: Mapping[str, str] = {
    r"đại biểu quốc hội(?:,| và) (?:hội đồng nhân dân|hđnd)": "đại biểu quốc hội, đại biểu hội đồng nhân dân",
}
"""Lists whose second item leaves out what it shares with the first, and the whole of them."""

OPENING = r"được|có|là|làm việc|làm|triển khai|tham gia|không|giữ|đảm nhiệm|tiếp cận|hoàn thành|tìm kiếm|biết chữ|áp dụng|thí điểm|chưa"
"""Words that open what is said of those a target is about."""

SAYING = frozenset({"tiếp cận", "hoàn thành", "tìm kiếm", "biết chữ", "áp dụng", "thí điểm", "không", "chưa"})
"""Those of them that say something themselves."""

NARROWING = (
    frozenset({"bình đẳng giới"}),
    frozenset({"dân tộc thiểu số"}),
    frozenset({"không", "chưa"}),
    frozenset({"phó"}),
)
"""Words that make another matter of it, so that they stand in both targets or in neither."""

ALONE = frozenset({"bộ", "con", "mẹ", "nam", "ngành", "nữ", "phường", "tỉnh", "xã", "hiv"})
"""Words of one syllable that mean something by themselves; others do only beside a neighbour."""

NAMED_PLACE = re.compile(
    r"(?<!\w)(?:(?:trên|tại|ở|của|thuộc)\s)?(?:(?:địa\sbàn|phạm\svi)\s)?"
    r"(?:tỉnh|thành\sphố|TP|Tp|huyện|quận|thị\sxã|xã|phường|thị\strấn|đặc\skhu)\.?\s(?=[^\W\d_])"
    r"(?P<name>[^\W\d_]{1,8}(?:\s[^\W\d_]{1,8}){0,3})"
)
"""A place by its kind and name; whether the name has capitals is for the caller to see."""

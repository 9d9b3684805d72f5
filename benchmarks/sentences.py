"""The words that made-up plans and laws are put together from; ``{name}`` is a slot to be filled."""

PROVINCES = (
    "An Giang", "Bắc Giang", "Bắc Kạn", "Bến Tre", "Bình Dương", "Bình Định", "Bình Phước", "Cà Mau", "Cao Bằng", "Đắk Lắk",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hòa Bình", "Hưng Yên",
    "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An",
    "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị",
    "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Tiền Giang", "Trà Vinh", "Tuyên Quang",
    "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip

OFFICES = (
    ("Sở Giáo dục và Đào tạo {province}", "SGDĐT"), ("Ủy ban nhân dân tỉnh {province}", "UBND"),
    ("Ban Vì sự tiến bộ của phụ nữ tỉnh {province}", "VSTBPN"), ("Sở Nội vụ {province}", "SNV"),
    ("Sở Lao động - Thương binh và Xã hội {province}", "SLĐTBXH"), ("Phòng Giáo dục và Đào tạo", "PGDĐT"),
    ("Trường Trung học cơ sở Lê Lợi", "THCSLL"), ("Trường Mầm non Hoa Sen", "MNHS"), ("Ủy ban nhân dân huyện Tân Lập", "UBND"),
    ("Hội Liên hiệp Phụ nữ tỉnh {province}", "BTV"),
)  # fmt: skip

LAWS = (
    "Luật Bình đẳng giới", "Luật Trẻ em", "Luật Giáo dục", "Luật Giáo dục đại học", "Luật Giáo dục nghề nghiệp", "Luật Viên chức",
    "Luật Cán bộ, công chức", "Luật Phòng, chống bạo lực gia đình", "Luật Hôn nhân và gia đình", "Luật Bảo hiểm xã hội",
    "Luật Tổ chức chính quyền địa phương", "Luật Ban hành văn bản quy phạm pháp luật", "Luật Thi đua, khen thưởng", "Luật Thanh niên",
    "Luật Ngân sách nhà nước", "Luật Người khuyết tật", "Luật Phòng, chống mua bán người", "Luật An toàn, vệ sinh lao động",
    "Luật Thực hiện dân chủ ở cơ sở", "Luật Trợ giúp pháp lý", "Luật Hòa giải ở cơ sở", "Luật Khiếu nại", "Luật Tố cáo", "Luật Hộ tịch",
    "Luật Đất đai", "Luật Đầu tư công", "Luật Đấu thầu", "Luật Xây dựng", "Luật Nhà ở", "Luật Thống kê", "Luật Việc làm", "Luật Dân số",
    "Luật Bảo vệ môi trường", "Luật Phòng, chống tham nhũng", "Luật Tiếp cận thông tin", "Luật An ninh mạng", "Luật Di sản văn hóa",
    "Luật Xử lý vi phạm hành chính", "Luật Giao dịch điện tử", "Luật Nhà giáo", "Bộ luật Lao động", "Bộ luật Dân sự", "Bộ luật Hình sự",
    "Bộ luật Tố tụng dân sự", "Bộ luật Tố tụng hình sự", "Pháp lệnh Ưu đãi người có công với cách mạng", "Pháp lệnh Dân số",
)  # fmt: skip

_CENTRAL = ("Chính phủ",)
_PREMIER = ("Thủ tướng Chính phủ",)
_ASSEMBLY = ("Quốc hội", "Ủy ban Thường vụ Quốc hội")
_PEOPLE = (
    "Ủy ban nhân dân tỉnh {province}",
    "UBND tỉnh {province}",
    "Chủ tịch Ủy ban nhân dân tỉnh {province}",
    "UBND tỉnh",
)
_EDUCATION = ("Bộ Giáo dục và Đào tạo", "Bộ trưởng Bộ Giáo dục và Đào tạo")
_COUNCIL = ("Hội đồng nhân dân tỉnh {province}", "HĐND tỉnh")
_COMMITTEE = ("Tỉnh ủy {province}", "Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh {province}")

DECREES = (
    ("Nghị định", "/{year}/NĐ-CP", _CENTRAL), ("Nghị định", "/{year}/NĐ-CP", _CENTRAL), ("Nghị định", "/{year}/NĐ-CP", _CENTRAL),
    ("Thông tư", "/{year}/TT-BGDĐT", _EDUCATION), ("Thông tư", "/{year}/TT-BTC", ("Bộ Tài chính", "Bộ trưởng Bộ Tài chính")),
    ("Thông tư", "/{year}/TT-BNV", ("Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ")), ("Thông tư", "/{year}/TT-BYT", ("Bộ Y tế",)),
    ("Thông tư", "/{year}/TT-BTP", ("Bộ trưởng Bộ Tư pháp", "Bộ Tư pháp")), ("Thông tư", "/{year}/TT-BCA", ("Bộ Công an",)),
    ("Thông tư", "/{year}/TT-BLĐTBXH", ("Bộ Lao động - Thương binh và Xã hội",)),
    ("Thông tư", "/{year}/TT-BVHTTDL", ("Bộ Văn hóa, Thể thao và Du lịch",)),
    ("Thông tư liên tịch", "/{year}/TTLT-BTP-BNV", ("Bộ Tư pháp và Bộ Nội vụ",)),
    ("Thông tư liên tịch", "/{year}/TTLT-BGDĐT-BNV", ("Bộ Giáo dục và Đào tạo, Bộ Nội vụ",)),
    ("Nghị quyết", "/{year}/QH14", _ASSEMBLY), ("Nghị quyết", "/{year}/UBTVQH15", ("Ủy ban Thường vụ Quốc hội",)),
    ("Nghị quyết", "/{year}/NQ-HĐND", _COUNCIL), ("Quyết định", "/{year}/QĐ-TTg", _PREMIER), ("Quyết định", "/{year}/QĐ-UBND", _PEOPLE),
)  # fmt: skip
"""Acts with the year in their number: type, number and symbol after its digits, issuers."""

DECISIONS = (
    ("Quyết định", "/QĐ-TTg", _PREMIER), ("Quyết định", "/QĐ-TTg", _PREMIER), ("Quyết định", "/QĐ-UBND", _PEOPLE),
    ("Quyết định", "/QĐ-BGDĐT", _EDUCATION), ("Quyết định", "/QĐ-BNV", ("Bộ Nội vụ",)), ("Quyết định", "/QĐ-CT", _PEOPLE),
    ("Quyết định", "/QĐ-SGDĐT", ("Sở Giáo dục và Đào tạo", "Giám đốc Sở Giáo dục và Đào tạo")),
    ("Quyết định", "/QĐ-BLĐTBXH", ("Bộ Lao động - Thương binh và Xã hội",)), ("Nghị quyết", "/NQ-CP", _CENTRAL),
    ("Nghị quyết", "/NQ-HĐND", _COUNCIL), ("Chỉ thị", "/CT-TTg", _PREMIER), ("Chỉ thị", "/CT-UBND", _PEOPLE),
    ("Chỉ thị", "/CT-BGDĐT", _EDUCATION), ("Kế hoạch", "/KH-UBND", _PEOPLE), ("Kế hoạch", "/KH-UBND", ("UBND huyện Tân Lập",)),
    ("Kế hoạch", "/KH-SGDĐT", ("Sở Giáo dục và Đào tạo",)), ("Kế hoạch", "/KH-BGDĐT", _EDUCATION),
    ("Kế hoạch", "/KH-VSTBPN", ("Ban Vì sự tiến bộ của phụ nữ tỉnh {province}",)), ("Chương trình", "/CTr-UBND", _PEOPLE),
    ("Công văn", "/BGDĐT-NGCBQLGD", _EDUCATION), ("Công văn", "/SGDĐT-TCCB", ("Sở Giáo dục và Đào tạo",)),
    ("Công văn", "/UBND-VX", _PEOPLE), ("Công văn", "/SNV-XDCQ{initials}", ("Sở Nội vụ",)), ("Hướng dẫn", "/HD-SNV", ("Sở Nội vụ {province}",)),
    ("Thông báo", "/TB-VPCP", ("Văn phòng Chính phủ",)), ("Báo cáo", "/BC-UBND", _PEOPLE), ("Đề án", "/ĐA-UBND", _PEOPLE),
    ("Tờ trình", "/TTr-SGDĐT", ("Sở Giáo dục và Đào tạo",)), ("Văn bản hợp nhất", "/VBHN-VPQH", ("Văn phòng Quốc hội",)),
    ("Quyết định", "/QĐ-{initials}", ("Hiệu trưởng Trường Đại học Tây Bắc",)), ("Quy chế", "/QC-{initials}", ("Sở Nội vụ",)),
)  # fmt: skip
"""Acts without a year in their number."""

PARTY = (
    ("Chỉ thị", "-CT/TW", ("Ban Bí thư", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng")),
    ("Nghị quyết", "-NQ/TW", ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng khóa XII")),
    ("Kết luận", "-KL/TW", ("Ban Bí thư", "Bộ Chính trị")), ("Quy định", "-QĐ/TW", ("Bộ Chính trị",)),
    ("Hướng dẫn", "-HD/BTCTW", ("Ban Tổ chức Trung ương",)), ("Thông báo", "-TB/TU", _COMMITTEE),
    ("Nghị quyết", "-NQ/TU", _COMMITTEE), ("Chỉ thị", "-CT/TU", _COMMITTEE), ("Chương trình", "-CTr/TU", _COMMITTEE),
    ("Kế hoạch", "-KH/HU", ("Huyện ủy Tân Lập", "Ban Thường vụ Huyện ủy")), ("Chỉ thị", "-CT/HU", ("Huyện ủy Tân Lập",)),
)  # fmt: skip

TITLES = (
    "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm {year}",
    "Hành động vì sự tiến bộ của phụ nữ và bình đẳng giới giai đoạn {years}",
    "Triển khai Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm {year}",
    "Nâng cao năng lực cho đội ngũ cán bộ nữ ngành giáo dục giai đoạn {years}", "Phòng, chống bạo lực học đường năm học {years}",
    "Truyền thông về bình đẳng giới trong các cơ sở giáo dục năm {year}", "Thực hiện nhiệm vụ năm học {years}",
)  # fmt: skip

HEADINGS = (
    "Mục đích, yêu cầu", "Mục tiêu, chỉ tiêu", "Nhiệm vụ và giải pháp", "Nội dung hoạt động", "Kinh phí thực hiện", "Tổ chức thực hiện",
    "Đặc điểm tình hình", "Kết quả năm trước", "Chế độ thông tin, báo cáo", "Công tác kiểm tra, giám sát", "Tiến độ thực hiện",
)  # fmt: skip

SUBHEADINGS = (
    "Tăng cường lãnh đạo, chỉ đạo", "Công tác cán bộ nữ", "Thông tin, truyền thông và giáo dục", "Kiểm tra, thống kê, báo cáo", "Mục đích",
    "Yêu cầu", "Mục tiêu chung", "Mục tiêu cụ thể", "Phòng ngừa, ứng phó với bạo lực", "Chăm sóc sức khỏe", "Đào tạo, bồi dưỡng",
    "Phối hợp liên ngành", "Các trường trực thuộc", "Văn phòng", "Phòng Tổ chức cán bộ", "Ban Vì sự tiến bộ của phụ nữ", "Công đoàn cơ sở",
    "Bố trí nguồn lực", "Phạm vi áp dụng", "Đối tượng thụ hưởng", "Trách nhiệm của thủ trưởng đơn vị", "Thi đua, khen thưởng",
)  # fmt: skip

RECIPIENTS = (
    "UBND tỉnh {province} (để báo cáo)", "Ban VSTBPN tỉnh", "Giám đốc, các Phó Giám đốc", "Các phòng thuộc Sở", "Các đơn vị trực thuộc",
    "Phòng GDĐT các huyện, thành phố", "Công đoàn ngành", "Cổng thông tin điện tử", "Sở Nội vụ", "Hội Liên hiệp Phụ nữ tỉnh", "Như trên",
)  # fmt: skip

CHOICES: dict[str, tuple[str, ...]] = {
    "matter": (
        " quy định về các biện pháp bảo đảm bình đẳng giới", " về tăng cường công tác cán bộ nữ trong tình hình mới",
        " quy định về môi trường giáo dục an toàn, lành mạnh, thân thiện", " về phòng ngừa và ứng phó với bạo lực trên cơ sở giới",
        " hướng dẫn quản lý và sử dụng kinh phí cho hoạt động bình đẳng giới", " về nhiệm vụ trọng tâm của ngành năm {year}",
        " phê duyệt mục tiêu và giải pháp giai đoạn {years}", " về đổi mới công tác truyền thông trong nhà trường",
        " quy định chế độ làm việc của nhà giáo", " về công tác gia đình và trẻ em trên địa bàn", "", "", "",
    ),
    "body": (
        "Phòng Tổ chức cán bộ", "Văn phòng Sở", "Phòng Giáo dục Mầm non", "Thanh tra Sở", "Công đoàn ngành Giáo dục", "Ban giám hiệu",
        "Hội Liên hiệp Phụ nữ tỉnh {province}", "Sở Tài chính", "Phòng Kế hoạch - Tài chính", "Đoàn Thanh niên", "Trung tâm Y tế huyện",
        "Ban đại diện cha mẹ học sinh", "Công an phường", "Ủy ban nhân dân các xã, phường", "Tổ tư vấn tâm lý học đường", "Sở Y tế",
        "Ban Vì sự tiến bộ của phụ nữ", "Phòng Chính trị, tư tưởng", "Sở Văn hóa và Thể thao", "Báo {province}", "Ban chỉ đạo các cấp",
    ),
    "audience": (
        "cán bộ quản lý", "nữ nhà giáo", "nhà giáo và người lao động", "học sinh trung học", "trẻ em gái", "cha mẹ học sinh", "nữ đoàn viên",
        "cán bộ làm công tác vì sự tiến bộ của phụ nữ", "học sinh dân tộc thiểu số", "giáo viên chủ nhiệm", "nữ công nhân", "cộng tác viên",
        "cấp ủy và thủ trưởng đơn vị", "người cao tuổi", "phụ nữ khuyết tật", "hộ nghèo, hộ cận nghèo", "nhân viên y tế trường học",
    ),
    "subject": (
        "kiến thức về giới và bình đẳng giới", "kỹ năng lồng ghép giới", "kỹ năng phòng, chống xâm hại", "nội dung hoạt động trải nghiệm",
        "chính sách đối với lao động nữ", "việc xóa bỏ định kiến giới", "sức khỏe sinh sản vị thành niên", "năng lực lãnh đạo, quản lý",
        "văn hóa ứng xử trong nhà trường", "tỷ lệ nữ trong quy hoạch", "quy tắc an toàn trên không gian mạng", "kỹ năng sống cho học sinh",
        "chế độ thai sản và nuôi con nhỏ", "phong trào thi đua của ngành", "số liệu tách biệt theo giới tính", "công tác tư vấn học đường",
    ),
    "action": (
        "tuyên truyền", "phổ biến", "bồi dưỡng", "nâng cao nhận thức về", "rà soát, cập nhật", "đưa vào sinh hoạt chuyên môn", "kiểm tra",
        "biên soạn tài liệu về", "tổ chức hội thảo về", "đánh giá việc thực hiện", "nhân rộng mô hình", "lấy ý kiến về", "hướng dẫn",
        "thống kê và công bố", "chia sẻ kinh nghiệm về", "theo dõi, đôn đốc", "tổ chức hội thi tìm hiểu", "xây dựng chuyên mục về",
    ),
    "when": (
        "trong quý I năm {year}", "trước ngày {day}/{year}", "trong năm học {years}", "hằng tháng", "hằng năm", "từ {date}", "vào năm {year}",
        "định kỳ 6 tháng một lần", "trong tháng 10 năm {year}", "nhân ngày 08/3 và 20/10", "chậm nhất {date}", "đến hết năm {year}",
    ),
    "means": (
        "qua hệ thống truyền thanh", "bằng hình thức trực tuyến", "trên cổng thông tin điện tử", "qua các buổi sinh hoạt dưới cờ",
        "bằng nguồn ngân sách được giao", "bằng phiếu khảo sát", "theo phân công của thủ trưởng", "gắn với nhiệm vụ chuyên môn",
        "bằng hình thức sân khấu hóa", "trong các cuộc họp giao ban", "bằng nguồn xã hội hóa", "thông qua mạng lưới cộng tác viên",
    ),
    "result": (
        "bảo đảm tiết kiệm, hiệu quả", "đạt {percent}% trở lên", "với ít nhất {n} lượt người tham gia", "cho {large} người", "tại {n}/60 trường",
        "không để xảy ra vụ việc nghiêm trọng", "tăng {percent}% so với năm trước", "giảm còn dưới {percent}%", "rõ người, rõ việc, rõ thời hạn",
        "phù hợp với điều kiện của từng đơn vị", "góp phần hoàn thành mục tiêu chung", "không vượt quá {n} triệu đồng một đơn vị",
    ),
}  # fmt: skip

PLAIN = (
    "{body} chủ trì {action} {subject} cho {audience} {when}, {result}.", "Tiếp tục {action} {subject} {means} {when}; {result}.",
    "{body} phối hợp với {body} {action} {subject} cho {audience}, hoàn thành {when}.", "Phấn đấu {percent}% {audience} được {action} {subject}.",
    "Ít nhất {percent}% {audience} được cung cấp {subject} {when}.", "Tổ chức {n} lớp tập huấn về {subject} cho {audience} {means}.",
    "Mỗi đơn vị {action} {subject} ít nhất {n} lần, {when}.", "Tỷ lệ nữ tham gia cấp ủy đạt từ {percent}% trở lên vào năm {year}.",
    "Tỷ lệ {audience} tiếp cận {subject} đạt {percent}%, {result}.", "Rút ngắn khoảng cách về thời gian làm việc nhà xuống còn {n} giờ một tuần.",
    "Năm {year}, toàn ngành có {large} nhà giáo, trong đó nữ là {large} người, chiếm {percent}%.", "Báo cáo kết quả về {body} {when}.",
    "Kinh phí là {n} triệu đồng, giao {body} quản lý, quyết toán {when}.", "Các đơn vị gửi báo cáo năm trước ngày {day} về {body} để tổng hợp.",
    "Việc {action} {subject} được tiến hành {means}, {result}.", "{body} tham mưu {action} {subject}; bố trí {n} người làm đầu mối.",
    "Đẩy mạnh phong trào thi đua lập thành tích chào mừng ngày {day}; biểu dương {audience} tiêu biểu {when}.",
    "Chú trọng {action} {subject} cho {audience} ở vùng khó khăn, vùng đồng bào dân tộc thiểu số.", "{body} bố trí phòng nghỉ cho {audience} {when}.",
    "Duy trì đường dây nóng 24/7, tiếp nhận thông tin của {audience} và chuyển {body} xử lý.", "Ưu tiên {audience} khi {action} {subject}.",
    "Trong {n} năm qua, việc {action} {subject} còn hạn chế, nhất là đối với {audience}.", "Phân công cụ thể, {result}; {when}.",
    "Xây dựng {n} mô hình điểm về {subject} tại các trường {means}.", "Đưa {subject} vào tiêu chí thi đua, {result}.",
    "Khảo sát {large} {audience} về {subject}; công bố kết quả {when}.", "Quá trình thực hiện nếu có vướng mắc, báo cáo {body} để được hướng dẫn.",
    "Thường xuyên {action} {subject}, kịp thời phát hiện và nhân rộng cách làm hay {means}.", "Hỗ trợ {audience} vay vốn, học nghề {when}.",
    "Thủ trưởng đơn vị chịu trách nhiệm trước {body} về kết quả {action} {subject}.", "Kết nối {body} với {body} trong {action} {subject}.",
    "Tỷ số giới tính khi sinh không vượt quá {n} bé trai/100 bé gái {when}.", "Lồng ghép {subject} vào kế hoạch bài dạy, {result}.",
    "Kiện toàn {body} gồm {n} thành viên, trong đó nữ chiếm {percent}%.", "Nghiêm cấm phân biệt đối xử về giới trong {action} {subject}.",
    "Giai đoạn {years} mở rộng việc {action} {subject} tới {audience} {means}.", "Trang bị {n} tủ sách về {subject} cho {audience}.",
    "Tạo điều kiện để {audience} tham gia bồi dưỡng, tự học và nghiên cứu {means}; {result}.", "Theo số liệu của {body}, {percent}% là nữ.",
)  # fmt: skip
"""Sentences without a reference; each has hundreds of readings."""

CITING = (
    "Tổ chức quán triệt {ref} tới {audience} {when}.", "Thực hiện nghiêm {ref}; {action} {subject} {means}.",
    "{body} chủ trì triển khai {ref}, {result}.", "Chế độ đối với {audience} thực hiện theo {ref}.", "Nội dung chi áp dụng {ref}, {result}.",
    "Tuyên truyền {ref} và {ref} cho {audience} {means}.", "Các đơn vị báo cáo theo mẫu tại {ref} về {body} {when}.",
    "Tiếp tục hoàn thành các chỉ tiêu của {ref}, nhất là chỉ tiêu về {subject}.", "Sinh hoạt chuyên đề về {ref} {when}.",
    "Sau {n} năm thực hiện {ref}, tỷ lệ nữ lãnh đạo đạt {percent}%.", "Rà soát vướng mắc của {audience} khi áp dụng {ref}.",
    "Gắn việc thực hiện {ref} với {action} {subject} {when}.", "Kinh phí bố trí theo {ref}.", "Thay thế {ref} kể từ {date}.",
)  # fmt: skip

LAW_OPENINGS = (
    "Việc {action} {subject} thực hiện theo ", "Căn cứ ", "Bãi bỏ ", "Sửa đổi, bổ sung ", "Áp dụng ", "Ngoài các trường hợp tại ", "Thay thế ",
    "Thủ tục theo ", "Trừ ", "Thẩm quyền quy định tại ", "Đối với {audience}, thực hiện ", "Hồ sơ nêu tại ", "Theo ", "Hết hiệu lực: ",
)  # fmt: skip
LAW_CLOSINGS = (
    ".", ".", ".", "; {body} chịu trách nhiệm thi hành.", ", {result}.", " được tiếp tục áp dụng.", " và hướng dẫn có liên quan.",
    " kể từ {date}.", " hết hiệu lực {date}.", ".",
)  # fmt: skip

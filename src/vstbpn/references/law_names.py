"""Names of laws, codes and ordinances in use (tên luật, bộ luật, pháp lệnh): words that tell where such a name ends.

Nothing else hangs on this list. A name that is not in it is read by the grammar in ``vstbpn.references.named``; one
that is in it is read in any casing ("Luật trẻ em"), and to its very end where the grammar could only guess ("Luật Thể
dục, thể thao", "Luật Giáo dục quốc phòng và an ninh").
"""

import re
from functools import cache, lru_cache
from typing import Any

from vstbpn.text import comparison_key

_NAMES = """
An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm; An toàn, vệ sinh lao động
Ban hành quyết định hành chính; Ban hành văn bản quy phạm pháp luật; Ban hành văn bản QPPL
Bảo hiểm tiền gửi; Bảo hiểm xã hội; Bảo hiểm y tế; Bảo vệ bí mật nhà nước; Bảo vệ dữ liệu cá nhân
Bảo vệ môi trường; Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật; Bảo vệ và phát triển rừng
Bảo vệ, chăm sóc và giáo dục trẻ em; Báo chí; Bầu cử đại biểu Hội đồng nhân dân; Bầu cử đại biểu Quốc hội
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; Biên giới quốc gia; Biên phòng Việt Nam; Biển Việt Nam
Bình đẳng giới; Bưu chính; Các công cụ chuyển nhượng; Các tổ chức tín dụng; Cán bộ, công chức; Cảnh sát biển Việt Nam
Căn cước; Căn cước công dân; Cạnh tranh; Chăn nuôi; Chất lượng sản phẩm, hàng hóa; Chứng khoán; Chuyển giao công nghệ
Công an nhân dân; Công chứng; Công đoàn; Công nghệ cao; Công nghệ thông tin; Công nghiệp công nghệ số
Công nghiệp quốc phòng, an ninh và động viên công nghiệp; Cơ yếu; Cư trú
Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài; Cựu chiến binh; Dân quân tự vệ; Dẫn độ; Dầu khí
Dân số; Di sản văn hóa; Doanh nghiệp; Du lịch; Dữ liệu; Dự trữ quốc gia; Đa dạng sinh học; Đầu tư
Đặc xá; Đất đai; Đầu tư công; Đầu tư nước ngoài tại Việt Nam; Đầu tư theo phương thức đối tác công tư; Đấu giá tài sản
Đấu thầu; Đê điều; Địa chất và khoáng sản; Điện ảnh; Điện lực; Điều ước quốc tế; Đo đạc và bản đồ; Đo lường
An toàn giao thông; Giao thông; Đường bộ; Đường sắt; Giám định tư pháp; Giáo dục; Giáo dục đại học; Giáo dục nghề nghiệp
Giáo dục quốc phòng - an ninh; Giáo dục quốc phòng và an ninh; Giáo dục quốc phòng, an ninh; Giao dịch điện tử
Giao thông đường bộ; Giao thông đường thủy nội địa; Hải quan; Hàng không dân dụng Việt Nam
Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác; Hòa giải ở cơ sở; Hòa giải, đối thoại tại Tòa án
Hoạt động chữ thập đỏ; Hoạt động giám sát của Quốc hội và Hội đồng nhân dân; Hóa chất; Hộ tịch; Hôn nhân và gia đình
Hỗ trợ doanh nghiệp nhỏ và vừa; Hợp tác xã; Kế toán; Khám bệnh, chữa bệnh; Khí tượng thủy văn; Khiếu nại
Khiếu nại, tố cáo; Khoa học và công nghệ; Khoa học, công nghệ và đổi mới sáng tạo; Khoáng sản; Kiểm toán độc lập
Kiểm toán nhà nước; Kiến trúc; Kinh doanh bảo hiểm; Kinh doanh bất động sản; Lâm nghiệp; Luật sư; Lưu trữ
Lực lượng dự bị động viên; Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; Lý lịch tư pháp
Mặt trận Tổ quốc Việt Nam; Năng lượng nguyên tử; Ngân hàng Nhà nước Việt Nam; Ngân sách nhà nước; Nghĩa vụ quân sự
Người cao tuổi; Người khuyết tật; Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng; Nhà giáo; Nhà ở
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Nuôi con nuôi; Phá sản; Phí và lệ phí
Phòng bệnh; Phòng cháy và chữa cháy; Phòng cháy, chữa cháy; Phòng cháy, chữa cháy và cứu nạn, cứu hộ
Phòng không nhân dân; Phòng thủ dân sự; Phòng, chống bạo lực gia đình; Phòng, chống bệnh truyền nhiễm
Phòng, chống khủng bố; Phòng, chống ma túy; Phòng, chống mua bán người; Phòng, chống rửa tiền
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)
Phòng, chống tác hại của rượu, bia; Phòng, chống tác hại của thuốc lá; Phòng, chống tác hại thuốc lá
Phòng, chống tham nhũng; Phòng, chống thiên tai; Phổ biến, giáo dục pháp luật; Quản lý nợ công; Quản lý ngoại thương
Quản lý thuế; Quản lý, bảo vệ công trình quốc phòng và khu quân sự; Quản lý, sử dụng tài sản công
Quản lý, sử dụng tài sản nhà nước; Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng; Quốc phòng; Quốc tịch Việt Nam; Quy hoạch
Quy hoạch đô thị; Quy hoạch đô thị và nông thôn; Quảng cáo; Sĩ quan Quân đội nhân dân Việt Nam; Sở hữu trí tuệ
Sử dụng năng lượng tiết kiệm và hiệu quả; Tài nguyên nước; Tài nguyên, môi trường biển và hải đảo; Tần số vô tuyến điện
Thanh niên; Thanh tra; Thể dục, thể thao; Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án hình sự
Thi hành tạm giữ, tạm giam; Thống kê; Thủ đô; Thú y; Thư viện; Thuế bảo vệ môi trường; Thuế giá trị gia tăng
Thuế sử dụng đất nông nghiệp; Thuế sử dụng đất phi nông nghiệp; Thuế tài nguyên; Thuế thu nhập cá nhân
Thuế thu nhập doanh nghiệp; Thuế tiêu thụ đặc biệt; Thuế xuất khẩu, thuế nhập khẩu; Thủy lợi; Thủy sản; Thương mại
Thực hành tiết kiệm, chống lãng phí; Thực hiện dân chủ ở cơ sở; Tiếp cận thông tin; Tiếp công dân
Tiêu chuẩn và quy chuẩn kỹ thuật; Tín ngưỡng, tôn giáo; Tố cáo; Tố tụng hành chính; Tổ chức Chính phủ
Tổ chức chính quyền địa phương; Tổ chức cơ quan điều tra hình sự; Tổ chức Hội đồng nhân dân và Ủy ban nhân dân
Tổ chức HĐND và UBND; Tổ chức Quốc hội; Tổ chức Tòa án nhân dân; Tổ chức Viện kiểm sát nhân dân
Trách nhiệm bồi thường của Nhà nước; Trật tự, an toàn giao thông đường bộ; Trẻ em; Trồng trọt; Trọng tài thương mại
Trợ giúp pháp lý; Trưng cầu ý dân; Trưng mua, trưng dụng tài sản; Tư pháp người chưa thành niên; Tương trợ tư pháp
Việc làm; Viên chức; Viễn thông; Xây dựng; Xử lý vi phạm hành chính; Xuất bản
Xuất cảnh, nhập cảnh của công dân Việt Nam
"""
_CODES = """
Dân sự; Hàng hải; Hàng hải Việt Nam; Hình sự; Lao động; Tố tụng dân sự; Tố tụng hình sự
"""
_ORDINANCES = """
Án phí, lệ phí Tòa án; Bảo vệ bí mật nhà nước; Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia
Bảo vệ và kiểm dịch thực vật; Cán bộ, công chức; Cảnh sát cơ động; Cảnh vệ; Chi phí tố tụng; Công an xã
Cựu chiến binh; Dân quân tự vệ; Dân số; Động viên công nghiệp; Giống cây trồng; Giống vật nuôi; Lưu trữ quốc gia
Ngoại hối; Người cao tuổi; Người tàn tật; Phí và lệ phí; Phòng, chống mại dâm; Quảng cáo
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ; Thể dục, thể thao; Thú y; Thư viện
Thực hiện dân chủ ở xã, phường, thị trấn; Tín ngưỡng, tôn giáo; Ưu đãi người có công với cách mạng
Xử lý vi phạm hành chính
"""
_CONSTITUTION = """
nước Cộng hòa xã hội chủ nghĩa Việt Nam; nước CHXHCN Việt Nam; nước Việt Nam Dân chủ Cộng hòa; Việt Nam
"""
_LISTS = {"Luật": _NAMES, "Bộ luật": _CODES, "Pháp lệnh": _ORDINANCES, "Hiến pháp": _CONSTITUTION}

_STEP = re.compile(r"(?P<comma>,?)[ ]{0,3}\n?[ ]{0,3}(?P<word>\(?[^\W\d_][\w/]*\)?|-(?= ))")
_END = ""

Tree = dict[str, Any]
"""The names as a tree of syllables; a syllable after a comma bears the comma, and the end of a name is an empty key."""


def known_name_end(text: str, start: int, end: int, kind: str) -> int | None:
    """Where the longest known name of an act of that kind ends that begins at ``start``, or None.

    Casing, tone placement ("hoá", "hóa") and a comma left out do not matter.

    >>> text = "Luật phòng chống bạo lực gia đình năm 2022"
    >>> text[5:known_name_end(text, 5, len(text), "Luật")]
    'phòng chống bạo lực gia đình'
    """
    node: Tree | None = _tree(kind)
    at, found = start, None
    while node:
        step = _STEP.match(text, at, end)
        if not step:
            break
        word = _key(step["word"])
        # A name may be written without its commas, but a comma where the name has none ends it.
        node = node.get(f",{word}") if step["comma"] else node.get(word) or node.get(f",{word}")
        at = step.end()
        if node and _END in node:
            found = at
    return found


@cache
def _tree(kind: str) -> Tree:
    root: Tree = {}
    for name in _LISTS[kind].replace("\n", ";").split(";"):
        _plant(root, name.strip())
    return root


def _plant(root: Tree, name: str) -> None:
    node, at = root, 0
    while step := _STEP.match(name, at):
        node = node.setdefault(("," if step["comma"] else "") + _key(step["word"]), {})
        at = step.end()
    if at:
        node[_END] = {}


@lru_cache(maxsize=2048)
def _key(word: str) -> str:
    return comparison_key(word)

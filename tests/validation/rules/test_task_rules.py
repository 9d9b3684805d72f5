"""Rules of tasks: who owns them, and with whom."""

import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage
from vstbpn.vocabulary import Severity

PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n\nII. TỔ CHỨC THỰC HIỆN\n"


def found(text: str, code: str) -> tuple[Finding, ...]:
    return tuple(check(read(text), rules=DEFAULT_RULES.select(code)))


class TestTasksNobodyOwns:
    """ORG001: a section that organises the work names nobody."""

    @pytest.mark.parametrize(
        "body",
        [
            "- Đẩy mạnh tuyên truyền bằng nhiều hình thức tại các cơ quan, đơn vị.\n- Tổ chức tọa đàm, sinh hoạt chuyên đề.\n",
            "- Lồng ghép công tác vì sự tiến bộ phụ nữ vào các buổi sinh hoạt.\n",
            "- Xét chọn, tuyên dương; quan tâm chế độ đối với lao động nữ trên cơ sở giới.\n",
            "1. Tuyên truyền\n- Treo băng rôn, khẩu hiệu.\n2. Tập huấn\n- Mở lớp tập huấn.\n",
        ],
    )
    def test_a_section_without_anybody_is_told_once(self, body: str) -> None:
        text = PLAN + body
        (finding,) = found(text, "ORG001")
        assert finding.span is not None
        assert finding.span.of(text) == "II. TỔ CHỨC THỰC HIỆN"
        assert finding.severity is Severity.WARNING
        for language in ("vi", "en"):
            assert "{" not in finding.message(language)

    def test_of_several_parts_those_without_anybody_are_told(self) -> None:
        text = PLAN + "1. Sở Nội vụ\n- Chủ trì theo dõi.\n2. Tập huấn\n- Mở lớp.\n3. Kinh phí\n- Bố trí từ ngân sách.\n"
        (finding,) = found(text, "ORG001")
        assert dict(finding.args)["path"] == "II.2"
        assert finding.span is not None
        assert finding.span.of(text) == "2. Tập huấn"

    @pytest.mark.parametrize(
        "body",
        [
            "- Các phòng, ban, đơn vị tổ chức tuyên truyền.\n",
            "- Căn cứ Kế hoạch này, các phòng, ban, đơn vị tổ chức thực hiện.\n",
            "- Yêu cầu các bộ phận nghiêm túc thực hiện.\n",
            "- Giao tổ chuyên môn xây dựng chuyên đề.\n",
            "- Giáo viên chủ nhiệm lồng ghép vào giờ sinh hoạt lớp.\n",
            "- Phân công đồng chí Phó Hiệu trưởng theo dõi.\n",
            "- Hằng quý, Công đoàn tổ chức sinh hoạt chuyên đề.\n",
            "1. Tổ Văn phòng tham mưu kinh phí.\n2. Nhà trường tổ chức tập huấn.\n",
            "1. Mở lớp tập huấn\n- Đơn vị chủ trì: Sở Nội vụ.\n",
        ],
    )
    def test_whoever_is_named_owns_them(self, body: str) -> None:
        assert found(PLAN + body, "ORG001") == ()

    @pytest.mark.parametrize(
        "words",
        [
            "Kế hoạch này phổ biến đến chi bộ.",
            "Kế hoạch này được phổ biến đến toàn thể đảng viên.",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh để điều chỉnh.",
            "Nhận được Kế hoạch này, khẩn trương triển khai.",
            "Kế hoạch này có hiệu lực kể từ ngày ký.",
            "Trên đây là kế hoạch năm 2026.",
            "……………",
        ],
    )
    def test_closing_words_are_no_task(self, words: str) -> None:
        assert found(f"{PLAN}{words}\n", "ORG001") == ()
        assert found(f"{PLAN}- Mở lớp tập huấn.\n- {words}\n", "ORG001") != ()

    def test_other_sections_need_nobody(self) -> None:
        assert found("KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n- Mở lớp tập huấn.\n", "ORG001") == ()

    def test_tasks_without_an_outline(self) -> None:
        plan = Plan(tasks=(Task(text="Mở lớp", path="II"), Task(text="Mở lớp")))
        assert check(plan, rules=DEFAULT_RULES.select("ORG")).ok


class TestOwnersAmongPartners:
    """ORG007: the unit in charge is one of those it is to work with."""

    TASK = "1. Mở lớp tập huấn\n- Đơn vị chủ trì: {}.\n- Đơn vị phối hợp: {}.\n"

    @pytest.mark.parametrize(
        ("owner", "partners"),
        [
            ("Sở Nội vụ", "Sở Tư pháp, Sở Nội vụ"),
            ("Sở Nội vụ", "Sở Nội vụ; Sở Y tế"),
            ("Sở Nội vụ", "Sở Nội vụ và các cơ quan liên quan"),
            ("Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế, Sở Văn hóa, Thể thao và Du lịch"),
        ],
    )
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_who_is_both(self, owner: str, partners: str, form: Literal["NFC", "NFD"]) -> None:
        text = unicodedata.normalize(form, PLAN + self.TASK.format(owner, partners))
        (finding,) = found(text, "ORG007")
        assert finding.severity is Severity.INFO
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == owner
        for language in ("vi", "en"):
            assert owner in finding.message(language)

    @pytest.mark.parametrize(
        ("owner", "partners"),
        [
            ("Sở Nội vụ", "Sở Tư pháp, Sở Y tế"),
            ("Sở Văn hóa", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Sở Nội vụ", "Phòng Tổ chức Sở Nội vụ"),
            ("Phòng Giáo dục", "Phòng Giáo dục và Đào tạo"),
            ("Các đơn vị", "các đơn vị"),
            ("Đơn vị được giao", "Đơn vị được giao"),
        ],
    )
    def test_who_is_another(self, owner: str, partners: str) -> None:
        assert found(PLAN + self.TASK.format(owner, partners), "ORG007") == ()

    @pytest.mark.parametrize("words", ["", "Sở", "ßß", "İ Sở"])
    def test_strange_words(self, words: str) -> None:
        passage = Passage(text=words)
        plan = Plan(tasks=(Task(text="", unit=passage, partners=(passage,)),))
        assert not [
            finding for finding in check(plan, rules=DEFAULT_RULES.select("ORG007")) if finding.code == "DOC099"
        ]


class TestHeadingsThatNameOwners:
    """A heading that names persons, or a hamlet, tells who is to do what stands below it."""

    @pytest.mark.parametrize(
        "heading",
        [
            "Giáo viên chủ nhiệm",
            "Trưởng các thôn",
            "Các đồng chí trong Ban Chỉ đạo",
            "Tổ trưởng chuyên môn",
            "Các thôn, bản",
        ],
    )
    def test_what_conforms(self, heading: str) -> None:
        text = f"KẾ HOẠCH\nCông tác năm 2026\n\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n- Mở lớp.\n2. {heading}\n- Thông báo nội dung kế hoạch.\n"
        assert not check(read(text), rules=DEFAULT_RULES.select("ORG001")).findings


class TestTheOneTaskLeftOut:
    """ORG001: all tasks of a list say who leads them by "Chủ trì: …", and one does not."""

    LISTS = (
        "a) Treo băng rôn. Chủ trì: Văn phòng Sở.\nb) Mở lớp. Chủ trì: Phòng Nội vụ.\nc) {}\nd) Viết bài. Chủ trì: Văn phòng Sở.\n",
        "- Treo băng rôn. Chủ trì: Văn phòng Sở.\n- Mở lớp. Chủ trì: Phòng Nội vụ.\n- {}\n- Viết bài. Chủ trì: Văn phòng Sở.\n",
    )
    HEADED = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nII. NỘI DUNG\n1. Truyền thông\n"

    @pytest.mark.parametrize("body", LISTS)
    def test_it_is_told(self, body: str) -> None:
        text = self.HEADED + body.format("Đăng tin, bài trên trang thông tin điện tử.")
        (finding,) = found(text, "ORG001")
        assert finding.span is not None
        assert finding.span.of(text) == "Đăng tin, bài trên trang thông tin điện tử."
        assert (finding.severity, finding.variant) == (Severity.INFO, "item")
        for language in ("vi", "en"):
            assert "{" not in finding.message(language) + finding.remedy(language)

    @pytest.mark.parametrize("body", LISTS)
    @pytest.mark.parametrize(
        "other",
        [
            "Đăng tin, bài. Chủ trì: Phòng Nội vụ.",
            "Các phòng đăng tin, bài trên trang thông tin điện tử.",
            "Đăng tin, bài; giao Văn phòng Sở thực hiện.",
            "Đăng tin, bài. Phụ trách: bà Ví Dụ.",
        ],
    )
    def test_who_is_told_in_another_way_is_not_missing(self, body: str, other: str) -> None:
        assert not found(self.HEADED + body.format(other), "ORG001")

    def test_two_without_it_or_a_short_list_tell_nothing(self) -> None:
        long = "- A. Chủ trì: Sở Y tế.\n- B. Chủ trì: Sở Y tế.\n- C. Chủ trì: Sở Y tế.\n- Treo băng rôn.\n- Viết bài.\n"
        short = "- A. Chủ trì: Sở Y tế.\n- B. Chủ trì: Sở Y tế.\n- Treo băng rôn.\n"
        assert not found(self.HEADED + long, "ORG001")
        assert not found(self.HEADED + short, "ORG001")

    def test_a_plan_by_hand_without_its_sections_is_passed_over(self) -> None:
        led = tuple(Task(text="Mở lớp. Chủ trì: Sở Y tế.", path="I.1") for _ in range(4))
        assert not check(
            Plan(tasks=(*led, Task(text="Viết bài", path="I.1"), Task(text="Viết bài"))),
            rules=DEFAULT_RULES.select("ORG001"),
        )

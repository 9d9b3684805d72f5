"""Rules of the units a plan names: whether they stand on its day, and where it comes from."""

import datetime
import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.organisations.directory import Directory
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.rules.organisations.named_units import parts_of_list
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage
from vstbpn.vocabulary import Severity

LATE = "09 tháng 02 năm 2026"
HEADER = "{issuer}\n\nSố: 12/KH-UBND\n{place}, ngày {day}\n\nKẾ HOẠCH\nCông tác bình đẳng giới\n\n"
SENT = "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\n\nNơi nhận:\n- {to};\n- Lưu: VT.\n"
WORK = "I. TỔ CHỨC THỰC HIỆN\n- {who} chủ trì mở lớp tập huấn.\n"


def issued(
    body: str = "", *, issuer: str = "ỦY BAN NHÂN DÂN TỈNH AN GIANG", place: str = "An Giang", day: str = LATE
) -> str:
    return HEADER.format(issuer=issuer, place=place, day=day) + body


def found(text: str, code: str, **how: object) -> tuple[Finding, ...]:
    return tuple(check(read(text), rules=DEFAULT_RULES.select(code), **how))  # type: ignore[arg-type]  # As check takes them.


def told(finding: Finding) -> dict[str, str]:
    for language in ("vi", "en"):
        assert "{" not in finding.message(language) + finding.remedy(language) + finding.title(language)
    return dict(finding.args)


class TestAddressedUnitsThatEnded:
    """ORG002: who gets work to do, or the document, no longer existed."""

    @pytest.mark.parametrize(
        ("words", "successors", "variant"),
        [
            ("Bộ LĐTBXH", "Bộ Nội vụ", ""),
            ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", ""),
            ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ, Bộ Văn hóa, Thể thao và Du lịch", ""),
            ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo", ""),
            ("UBND tỉnh Kiên Giang", "Ủy ban nhân dân tỉnh An Giang", ""),
            ("Sở Y tế tỉnh Hải Dương", "Sở Y tế thành phố Hải Phòng", ""),
            ("HĐND tỉnh Bình Dương", "HĐND Thành phố Hồ Chí Minh", ""),
            ("Sở LĐ-TB&XH", "Sở Nội vụ", "month"),
            ("Sở Kế hoạch và Đầu tư tỉnh An Giang", "Sở Tài chính", "month"),
            ("Sở Thông tin và Truyền thông", "", "unsure"),
        ],
    )
    def test_a_recipient_that_ended_is_told_with_who_took_over(self, words: str, successors: str, variant: str) -> None:
        text = issued(SENT.format(to=words))
        (finding,) = found(text, "ORG002")
        assert told(finding)["successors"] == successors
        assert finding.variant == variant
        assert finding.severity is (Severity.INFO if variant == "unsure" else Severity.WARNING)
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert not finding.edits

    def test_who_owns_a_task_is_looked_at(self) -> None:
        text = issued(WORK.format(who="Sở Giao thông vận tải"))
        (finding,) = found(text, "ORG002")
        assert finding.pointer == "/tasks/0/unit"
        assert finding.span is not None
        assert finding.span.of(text) == "Sở Giao thông vận tải"

    def test_of_a_list_the_one_at_fault_is_told(self) -> None:
        text = issued(SENT.format(to="Sở Y tế, Sở Lao động - Thương binh và Xã hội"))
        (finding,) = found(text, "ORG002")
        assert finding.span is not None
        assert finding.span.of(text) == "Sở Lao động - Thương binh và Xã hội"

    @pytest.mark.parametrize("form", ["NFD", "NFC"])
    def test_letters_apart_are_the_same(self, form: Literal["NFC", "NFD"]) -> None:
        text = unicodedata.normalize(form, issued(SENT.format(to="Sở Y tế, Bộ Giao thông vận tải")))
        (finding,) = found(text, "ORG002")
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "Bộ Giao thông vận tải"

    @pytest.mark.parametrize(
        "words",
        [
            "Bộ Nội vụ",
            "UBND tỉnh An Giang",
            "UBND tỉnh Đồng Nai",
            "Sở Nông nghiệp và Môi trường",
            "UBND xã Hòa Bình",
            "Trường THPT Kiên Giang",
            "Sở Lao động - Thương binh và Xã hội (cũ)",
            "Sở LĐTBXH trước đây",
            "Phòng Giáo dục Mầm non",
            "Các sở, ban, ngành",
        ],
    )
    def test_what_stands_is_left_alone(self, words: str) -> None:
        assert found(issued(SENT.format(to=words).replace(" (cũ);", " cũ;")), "ORG002") == ()

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("10 tháng 3 năm 2025", "Bộ LĐTBXH"),
            ("10 tháng 4 năm 2025", "Sở LĐTBXH"),
            ("10 tháng 7 năm 2025", "UBND tỉnh Kiên Giang"),
            ("12 tháng 3 năm 2021", "Bộ Giao thông vận tải"),
        ],
    )
    def test_before_a_change_and_in_the_weeks_after_it_both_names_are_right(self, day: str, words: str) -> None:
        assert found(issued(SENT.format(to=words), day=day), "ORG002") == ()

    def test_acts_keep_their_issuers_name(self) -> None:
        text = issued("Căn cứ Thông tư số 10/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội;\n" + SENT)
        assert found(text.format(to="Bộ Nội vụ"), "ORG002") == ()

    def test_the_years_of_a_title_are_no_day(self) -> None:
        text = "KẾ HOẠCH\nCông tác bình đẳng giới đến năm 2030\n\n" + SENT.format(to="Bộ LĐTBXH")
        assert found(text, "ORG002") == ()

    def test_a_later_day_may_be_asked_for(self) -> None:
        text = issued(SENT.format(to="Bộ LĐTBXH"), day="12 tháng 3 năm 2021")
        assert len(found(text, "ORG002", on=datetime.date(2026, 2, 9))) == 1
        bare = "KẾ HOẠCH\nCông tác bình đẳng giới\n\n" + SENT.format(to="Bộ LĐTBXH")
        assert len(found(bare, "ORG002", on=datetime.date(2026, 2, 9))) == 1
        assert found(bare, "ORG002") == ()

    def test_a_province_bears_its_name_of_the_day(self) -> None:
        text = SENT.format(to="UBND tỉnh Bình Phước")
        (before,) = found(issued(text, day="09 tháng 3 năm 2026"), "ORG002")
        (after,) = found(issued(text, day="09 tháng 6 năm 2026"), "ORG002")
        assert told(before)["successors"] == "Ủy ban nhân dân tỉnh Đồng Nai"
        assert told(after)["successors"] == "Ủy ban nhân dân thành phố Đồng Nai"

    def test_units_of_a_directory_of_ones_own(self) -> None:
        directory = Directory.from_rows(
            [
                {
                    "id": "a",
                    "name": "Trường Mầm non Hoa Sen",
                    "valid_to": "31/12/2024",
                    "event": "merge",
                    "successors": "b",
                },
                {"id": "b", "name": "Trường Mầm non Hoa Mai"},
                {"id": "c", "name": "Trường Mầm non Hoa Lan", "valid_to": "31/12/2024", "event": "abolish"},
            ]
        )
        for words, successors in (("Trường Mầm non Hoa Sen", "Trường Mầm non Hoa Mai"), ("Trường Mầm non Hoa Lan", "")):
            (finding,) = found(issued(SENT.format(to=words)), "ORG002", directory=directory)
            assert told(finding)["successors"] == successors
        for words in ("Trường Mầm non Hoa Mai", "Trường Mầm non Hoa Lan cũ"):
            assert found(issued(SENT.format(to=words)), "ORG002", directory=directory) == ()


class TestIssuersThatEnded:
    """ORG003: issuer or superior no longer existed on the document's day."""

    @pytest.mark.parametrize(
        ("issuer", "severity"),
        [
            ("ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", Severity.ERROR),
            ("ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG", Severity.ERROR),
            ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", Severity.ERROR),
            ("UBND TỈNH HẢI DƯƠNG\nSỞ Y TẾ", Severity.ERROR),
            ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", Severity.WARNING),
            ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", Severity.INFO),
            ("ỦY BAN NHÂN DÂN HUYỆN THOẠI SƠN", Severity.WARNING),
        ],
    )
    def test_an_issuer_of_old_times(self, issuer: str, severity: Severity) -> None:
        (finding,) = found(issued("I. MỤC ĐÍCH\n", issuer=issuer), "ORG003")
        assert finding.severity is severity
        assert told(finding)["unit"]

    @pytest.mark.parametrize(
        ("issuer", "day"),
        [
            ("ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "09 tháng 6 năm 2025"),
            ("ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "02 tháng 7 năm 2025"),
            ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "09 tháng 02 năm 2018"),
            ("UBND HUYỆN THOẠI SƠN\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "09 tháng 02 năm 2024"),
            ("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", LATE),
            ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", LATE),
            ("ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", LATE),
            ("TRƯỜNG CAO ĐẲNG KIÊN GIANG", LATE),
        ],
    )
    def test_who_stands_or_stood_then(self, issuer: str, day: str) -> None:
        assert found(issued("I. MỤC ĐÍCH\n", issuer=issuer, day=day), "ORG003") == ()

    def test_the_day_asked_for_is_not_that_of_the_issuer(self) -> None:
        text = issued("I. MỤC ĐÍCH\n", issuer="ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", day="09 tháng 02 năm 2021")
        assert found(text, "ORG003", on=datetime.date(2026, 2, 9)) == ()


class TestDistrictLevel:
    """ORG004: there has been no district level since 1 July 2025."""

    @pytest.mark.parametrize(
        "words",
        [
            "UBND các huyện, thị xã, thành phố",
            "Ủy ban nhân dân cấp huyện",
            "Các quận, huyện, thị xã",
            "Các Phòng GDĐT",
            "Phòng Giáo dục và Đào tạo huyện Tri Tôn",
            "Phòng Lao động - Thương binh và Xã hội cấp huyện",
            "Ban VSTBPN huyện",
        ],
    )
    def test_who_is_of_it(self, words: str) -> None:
        text = issued(SENT.format(to=words))
        (finding,) = found(text, "ORG004")
        assert finding.severity is Severity.WARNING
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert finding.basis is not None
        assert finding.basis.symbol is not None
        assert finding.basis.symbol.canonical == "203/2025/QH15"
        assert told(finding)
        assert found(issued(SENT.format(to=words), day="09 tháng 6 năm 2025"), "ORG004") == ()
        assert found(issued(SENT.format(to=words), day="09 tháng 7 năm 2025"), "ORG004") == ()

    @pytest.mark.parametrize(
        "words",
        [
            "UBND các xã, phường, đặc khu",
            "Trung tâm Y tế huyện Thoại Sơn",
            "Bảo hiểm xã hội các huyện",
            "Hội Liên hiệp Phụ nữ các huyện",
            "UBND huyện Thoại Sơn cũ",
            "Huyện ủy Thoại Sơn",
            "Phòng Tài chính - Kế hoạch",
            "Phòng Giáo dục Mầm non",
            "Bộ Chỉ huy quân sự tỉnh",
        ],
    )
    def test_who_is_not(self, words: str) -> None:
        assert found(issued(SENT.format(to=words)), "ORG004") == ()

    def test_history_in_the_text_is_left_alone(self) -> None:
        text = issued("I. TÌNH HÌNH\n- Năm 2024, UBND các huyện đã tổ chức 20 lớp tập huấn.\n")
        assert found(text, "ORG004") == ()


class TestWhatUnitsLeftBehind:
    """ORG002, ORG004: what a unit of old left to others gives it no work."""

    @pytest.mark.parametrize(
        "line",
        [
            "Văn phòng Sở kế thừa hồ sơ của các Phòng Giáo dục và Đào tạo huyện Càng Long, thị xã Duyên Hải (cũ).",
            "Phòng Tổ chức cán bộ thu hồi con dấu của Phòng Giáo dục và Đào tạo huyện Long Hồ.",
            "Văn phòng Sở chỉnh lý tài liệu của UBND huyện Long Hồ, UBND thị xã Bình Minh giai đoạn 2015 - 2025.",
            "Phòng Kế hoạch - Tài chính kiểm kê tài sản bàn giao từ UBND huyện Vũng Liêm, UBND huyện Trà Ôn.",
            "Tiếp nhận tài liệu. Chủ trì: Văn phòng Sở tiếp nhận hồ sơ của UBND huyện Bình Tân, UBND huyện Mang Thít.",
            "Văn phòng Sở phối hợp với Sở Nội vụ hoàn thiện hồ sơ do Sở Lao động - Thương binh và Xã hội chuyển sang.",
        ],
    )
    def test_it_is_no_assignee(self, line: str) -> None:
        for text in (line, unicodedata.normalize("NFD", line)):
            body = issued(f"I. TỔ CHỨC THỰC HIỆN\n1. {text}\n")
            assert not check(read(body), rules=DEFAULT_RULES.select("ORG002", "ORG004")).findings

    def test_words_behind_a_recipient(self) -> None:
        assert found(issued(SENT.format(to="UBND huyện Long Hồ")), "ORG004")
        assert found(issued(SENT.format(to="UBND huyện Long Hồ (cũ)")), "ORG004") == ()

    @pytest.mark.parametrize(
        "line",
        [
            "Phòng Giáo dục và Đào tạo huyện Long Hồ tổng hợp hồ sơ của các trường.",
            "Văn phòng Sở phối hợp với UBND huyện Long Hồ tổ chức thu hồi con dấu của các trường.",
        ],
    )
    def test_who_acts_is_told_all_the_same(self, line: str) -> None:
        assert found(issued(f"I. TỔ CHỨC THỰC HIỆN\n1. {line}\n"), "ORG004")


class TestUnitsNotYet:
    """ORG005: a unit that was set up only later."""

    @pytest.mark.parametrize("words", ["Bộ Nông nghiệp và Môi trường", "Bộ Dân tộc và Tôn giáo", "Sở NN&MT"])
    def test_a_name_of_later_times(self, words: str) -> None:
        text = issued(SENT.format(to=words), day="12 tháng 3 năm 2021")
        (finding,) = found(text, "ORG005")
        assert told(finding)["day"] == "12/03/2021"

    @pytest.mark.parametrize("day", [LATE, "20 tháng 02 năm 2025"])
    def test_on_its_days_and_in_the_weeks_before(self, day: str) -> None:
        assert found(issued(SENT.format(to="Bộ Nông nghiệp và Môi trường"), day=day), "ORG005") == ()

    def test_without_a_day(self) -> None:
        text = "KẾ HOẠCH\nPhòng, chống thiên tai giai đoạn 2021 - 2030\n\n" + SENT.format(
            to="Bộ Nông nghiệp và Môi trường"
        )
        assert found(text, "ORG005") == ()


class TestPlaceOfIssue:
    """ORG006: the place of issue is another province."""

    @pytest.mark.parametrize(
        ("issuer", "place"),
        [
            ("UBND TỈNH AN GIANG\nSỞ Y TẾ", "Hà Nội"),
            ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "Cà Mau"),
            ("SỞ NỘI VỤ THÀNH PHỐ HÀ NỘI", "Nghệ An"),
        ],
    )
    def test_that_of_another_province(self, issuer: str, place: str) -> None:
        text = issued("I. MỤC ĐÍCH\n", issuer=issuer, place=place)
        (finding,) = found(text, "ORG006")
        assert finding.span is not None
        assert finding.span.of(text) == place
        assert told(finding)["place"] == place

    @pytest.mark.parametrize(
        ("issuer", "place", "day"),
        [
            ("UBND TỈNH AN GIANG\nSỞ Y TẾ", "An Giang", LATE),
            ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "Rạch Giá", LATE),
            ("ỦY BAN NHÂN DÂN TỈNH BẮC NINH", "Bắc Giang", LATE),
            ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "TP. Hồ Chí Minh", LATE),
            ("ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ", "Huế", "12 tháng 3 năm 2021"),
            ("ỦY BAN NHÂN DÂN XÃ AN BÌNH", "Hòa Bình", LATE),
            ("BỘ NỘI VỤ", "Hà Nội", LATE),
            ("SỞ NỘI VỤ", "Hà Nội", LATE),
            ("TRƯỜNG ĐẠI HỌC AN GIANG", "Hà Nội", LATE),
        ],
    )
    def test_its_own_and_what_is_not_sure(self, issuer: str, place: str, day: str) -> None:
        assert found(issued("I. MỤC ĐÍCH\n", issuer=issuer, place=place, day=day), "ORG006") == ()


class TestPlansOfAnyKind:
    """Plans without places, and with strange words, are looked at as well."""

    def test_without_a_source(self) -> None:
        plan = read(issued(SENT.format(to="Sở Y tế, Bộ Giao thông vận tải"))).plan
        assert plan is not None
        (finding,) = check(plan, rules=DEFAULT_RULES.select("ORG002"))
        assert told(finding)["unit"] == "Bộ Giao thông vận tải"

    @pytest.mark.parametrize("words", ["", " ", ",", "Sở " * 200, "Bộ ßỊ, ", "UBND tỉnh (", "các huyện" * 50, ";;"])
    def test_strange_words(self, words: str) -> None:
        passage = Passage(text=words)
        plan = Plan(
            header=Header(issuer=passage, superior=passage, place=passage, addressees=(passage,)),
            tasks=(Task(text="", unit=passage, partners=(passage, passage)),),
        )
        report = check(plan, rules=DEFAULT_RULES.select("ORG"), on=datetime.date(2026, 1, 1))
        assert not [finding for finding in report if finding.code == "DOC099"]

    def test_the_last_years_there_are(self) -> None:
        assert check(Plan(), rules=DEFAULT_RULES.select("ORG"), on=datetime.date.max).ok

    def test_lists_are_cut_where_a_unit_begins(self) -> None:
        text = "Các sở, ban, ngành, UBND xã, các trường học và Công an tỉnh"
        assert [text[slice(*place)] for place in parts_of_list(text)] == [
            "Các sở, ban, ngành",
            "UBND xã",
            "các trường học",
            "Công an tỉnh",
        ]


class TestUnitsInTheWordsOfTasks:
    """Units a task is done with, or a report is owed to, are addressed too."""

    HEAD = "UBND XÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 20 tháng 10 năm 2025\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"

    @pytest.mark.parametrize(
        ("words", "code", "unit"),
        [
            (
                "1. Phòng Giáo dục và Đào tạo huyện Xuân Trường\n- Mở lớp.",
                "ORG004",
                "Phòng Giáo dục và Đào tạo huyện Xuân Trường",
            ),
            (
                "- Văn phòng phối hợp với Bộ Lao động - Thương binh và Xã hội mở lớp.",
                "ORG002",
                "Bộ Lao động - Thương binh và Xã hội",
            ),
            (
                "- Văn phòng gửi báo cáo về Phòng Giáo dục và Đào tạo quận Nam Từ Liêm trước ngày 31/12/2025.",
                "ORG004",
                "Phòng Giáo dục và Đào tạo quận Nam Từ Liêm",
            ),
        ],
    )
    def test_what_violates_it(self, words: str, code: str, unit: str) -> None:
        text = f"{self.HEAD}II. TỔ CHỨC THỰC HIỆN\n{words}\n"
        (finding,) = check(read(text), rules=DEFAULT_RULES.select(code)).findings
        assert finding.span is not None
        assert finding.span.of(text) == unit

    @pytest.mark.parametrize("name", ["Trường THPT huyện Ba Vì", "Trung tâm Y tế huyện Ba Vì", "Sở Nội vụ"])
    def test_what_conforms(self, name: str) -> None:
        text = f"{self.HEAD}II. TỔ CHỨC THỰC HIỆN\n- Văn phòng phối hợp với {name} mở lớp.\n"
        assert not check(read(text), rules=DEFAULT_RULES.select("ORG002", "ORG004")).findings


class TestUnitsBehindALabel:
    """ORG002, ORG004: who leads a task is told behind its words: "… Chủ trì: Sở …"."""

    BODY = "I. NỘI DUNG\n- Kiểm tra việc thực hiện pháp luật. {}\n"

    @pytest.mark.parametrize(
        ("label", "code", "words"),
        [
            ("Chủ trì: Sở Lao động - Thương binh và Xã hội.", "ORG002", "Sở Lao động - Thương binh và Xã hội"),
            ("Phối hợp: Sở Y tế, Sở Thông tin và Truyền thông.", "ORG002", "Sở Thông tin và Truyền thông"),
            ("Phụ trách: Sở Y tế và UBND các huyện.", "ORG004", "UBND các huyện"),
        ],
    )
    def test_it_is_told(self, label: str, code: str, words: str) -> None:
        text = issued(self.BODY.format(label))
        (finding,) = found(text, code)
        assert finding.span is not None
        assert finding.span.of(text) == words

    @pytest.mark.parametrize(
        "label",
        [
            "Chủ trì: Sở Nội vụ.",
            "Chủ trì: Sở Nội vụ; theo Kế hoạch của Sở Lao động - Thương binh và Xã hội.",
            "Chủ trì: Sở Lao động - Thương binh và Xã hội (trước đây).",
        ],
    )
    def test_others_are_not(self, label: str) -> None:
        assert not found(issued(self.BODY.format(label)), "ORG002")

    def test_it_stood_at_its_time(self) -> None:
        text = issued(self.BODY.format("Chủ trì: Sở Lao động - Thương binh và Xã hội."), day="09 tháng 02 năm 2024")
        assert not found(text, "ORG002")

"""Who owes what is due, to whom and about which period, read from the words around a date."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.finding.actors import _NO_NAMES, _PERSON
from vstbpn.calendars.finding.deadlines import find_deadlines
from vstbpn.calendars.finding.parties import same_unit
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.organisations.names.wording import UNIT_START
from vstbpn.values import Passage

Told = tuple[str | None, str | None]

WORDS = st.sampled_from([
    "Các trường ", "các trường ", "Phòng Văn hóa - Xã hội ", "UBND xã ", "Sở Nội vụ", "Giáo viên chủ nhiệm ", "CĐCS ", "gửi ", "về ", "cho ", "với ",
    "báo cáo ", "trình ", "tổng hợp ", "để ", "của ", "giao ", "đề nghị ", "qua ", "trước ngày 15/6", "chậm nhất ngày 10/12/2026", "(", ")",
    ", ", "; ", ". ", ":\n", "\n", "\n\n", "- ", "1. ", "BÁO CÁO\n", "Thời hạn hoàn thành: ", "Đơn vị chủ trì: ", "6 tháng đầu năm ",
    "năm 2026 ", "hằng quý ", "**", "\u00a0", "\t",
])  # fmt: skip


def words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def told(deadline: Deadline) -> Told:
    return words(deadline.who), words(deadline.to_whom)


def parties(text: str) -> list[Told]:
    return [told(deadline) for deadline in find_deadlines(text)]


def periods(text: str) -> list[str | None]:
    return [deadline.period.text if deadline.period else None for deadline in find_deadlines(text)]


class TestWho:
    """Those who act: the subject of the sentence."""

    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("Các đơn vị gửi kế hoạch trước ngày 15/3.", "Các đơn vị"),
            ("UBND các xã, phường báo cáo kết quả trước ngày 10/6/2026.", "UBND các xã, phường"),
            ("Hiệu trưởng các trường mầm non nộp báo cáo chậm nhất ngày 05/6.", "Hiệu trưởng các trường mầm non"),
            ("Đề nghị các sở, ngành gửi báo cáo trước ngày 15/12.", "các sở, ngành"),
            ("UBND huyện giao Phòng Nội vụ tổng hợp, hoàn thành trước ngày 20/6/2024.", "Phòng Nội vụ"),
            (
                "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp tham mưu ban hành quy chế trước ngày 30/9/2026.",
                "Sở Nội vụ",
            ),
            ("Trước ngày 15/6, các trường gửi báo cáo về Phòng.", "các trường"),
            ("Trước ngày 15/6 UBND các xã gửi báo cáo.", "UBND các xã"),
            ("Định kỳ 6 tháng (trước ngày 10/6), các khoa báo cáo kết quả về Văn phòng.", "các khoa"),
            ("Báo cáo của các trường gửi về Phòng Nội vụ trước ngày 10/6.", "các trường"),
            ("Giáo viên chủ nhiệm nộp danh sách trước ngày 10/9/2026.", "Giáo viên chủ nhiệm"),
            ("Các CĐCS gửi hồ sơ trước ngày 10/9/2026.", "Các CĐCS"),
            ("VI. CHẾ ĐỘ BÁO CÁO\nCác khoa nộp báo cáo trước ngày 10/6.", "Các khoa"),
            ("2. Sở Nội vụ (cơ quan thường trực) tổng hợp báo cáo trước ngày 10/6.", "Sở Nội vụ"),
        ],
    )
    def test_is_the_subject(self, text: str, who: str) -> None:
        (deadline,) = find_deadlines(text)
        assert words(deadline.who) == who

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo gửi về Sở Nội vụ trước ngày 15/6.",
            "Trên cơ sở báo cáo của các đơn vị, tổng hợp trước ngày 20/6/2026.",
            "Kinh phí phải quyết toán với Phòng Tài chính trước ngày 15/12.",
            "Hướng dẫn các địa phương, đơn vị tổ chức hội nghị, hoàn thành trước ngày 15/10/2026.",
            "Sở Nội vụ họp.\n\nKhi có vụ việc, người dân báo cáo trước ngày 15/6.",
        ],
    )
    def test_is_nobody_where_none_is_named(self, text: str) -> None:
        assert [deadline.who for deadline in find_deadlines(text)] == [None]

    @pytest.mark.parametrize(
        "text",
        [
            "Các khoa xây dựng kế hoạch; gửi báo cáo trước ngày 15/12.",
            "Các khoa xây dựng kế hoạch. Định kỳ báo cáo kết quả trước ngày 15/12.",
            "Các khoa tổ chức tuyên truyền; kết quả gửi trước ngày 15/12.",
            "Các khoa báo cáo theo các mốc:\n- Báo cáo chuyên đề: trước ngày 15/12.",
            "Các khoa báo cáo theo các mốc:\n- Thống kê nhanh;\n- Báo cáo chuyên đề: trước ngày 15/12.",
            "Đơn vị chủ trì: Các khoa\nThời gian hoàn thành: Trước ngày 15/12/2026",
        ],
    )
    def test_goes_on_to_words_that_name_nobody(self, text: str) -> None:
        assert [words(deadline.who) for deadline in find_deadlines(text)] == ["Các khoa"]

    @pytest.mark.parametrize(
        "text",
        [
            "Phân công công chức phụ trách, nộp danh sách về Phòng Nội vụ trước ngày 12/4/2026.",
            "Phân công 01 viên chức làm đầu mối, nộp danh sách về Phòng Nội vụ trước ngày 12/4/2026.",
            "Phân công giáo viên phụ trách và nộp danh sách về Phòng Nội vụ trước ngày 12/4/2026.",
        ],
    )
    def test_is_not_one_of_the_staff_named_for_a_task(self, text: str) -> None:
        assert parties(text) == [(None, "Phòng Nội vụ")]

    @pytest.mark.parametrize(
        "text",
        [
            "UBND XÃ TÂN PHÚ\nTRƯỜNG TIỂU HỌC KIM ĐỒNG\nHọc sinh nộp đơn trước ngày 12/4/2026.",
            "TRƯỜNG TIỂU HỌC KIM ĐỒNG\nTHÔNG BÁO\nHọc sinh nộp đơn trước ngày 12/4/2026.",
        ],
    )
    def test_is_not_the_header_of_the_document(self, text: str) -> None:
        assert parties(text) == [(None, None)]

    @pytest.mark.parametrize("mark", ["", "2. "])
    def test_may_be_a_heading_in_capitals_right_above(self, mark: str) -> None:
        text = f"{mark}PHÒNG KINH TẾ\nXây dựng dự toán trước ngày 12/4/2026."
        assert parties(text) == [("PHÒNG KINH TẾ", None)]

    def test_is_not_whoever_drew_up_what_another_deals_with(self) -> None:
        text = "Đề nghị Sở Tài chính thẩm định dự toán do Sở Y tế lập, gửi UBND tỉnh trước ngày 12/4/2026."
        assert parties(text) == [("Sở Tài chính", "UBND tỉnh")]

    def test_may_be_several_kinds_of_staff(self) -> None:
        text = "Cán bộ, giáo viên và nhân viên nộp bài dự thi trước ngày 12/4/2026."
        assert parties(text) == [("Cán bộ, giáo viên và nhân viên", None)]

    def test_ends_before_the_verb_in_a_text_in_capitals(self) -> None:
        assert parties("CÁC TRƯỜNG NỘP BÁO CÁO TRƯỚC NGÀY 12/4/2026.") == [("CÁC TRƯỜNG", None)]

    def test_goes_on_over_the_end_of_a_line_that_is_no_heading(self) -> None:
        assert parties("- Cơ quan thường trực Tổ công\ntác gửi kết quả trước ngày 12/4/2026.") == [
            ("Cơ quan thường trực Tổ công tác", None)
        ]

    def test_is_not_the_one_it_is_owed_to(self) -> None:
        text = "Sở Nội vụ tổng hợp. Báo cáo gửi về Sở Nội vụ trước ngày 15/6."
        assert parties(text) == [(None, "Sở Nội vụ")]


class TestToWhom:
    """Those it is owed to, by their longest name, without those it goes through."""

    @pytest.mark.parametrize(
        ("text", "to_whom"),
        [
            ("Các trường gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 10/6.", "Phòng Văn hóa - Xã hội"),
            ("Các xã báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 15/6.", "UBND tỉnh"),
            ("Các khoa nộp báo cáo cho Ban Giám hiệu trước ngày 10/6.", "Ban Giám hiệu"),
            ("Phòng Nội vụ trình Chủ tịch UBND huyện trước ngày 20/6.", "Chủ tịch UBND huyện"),
            ("Các xã gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh trước ngày 20/6.", "Sở Nội vụ"),
            ("Các xã gửi Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20/6.", "Sở Nội vụ"),
            ("Các xã báo cáo UBND tỉnh kết quả thực hiện trước ngày 20/6.", "UBND tỉnh"),
            ("Các khoa báo cáo kết quả trước ngày 10/6 về Văn phòng nhà trường.", "Văn phòng nhà trường"),
            ("Các khoa hoàn thành trước ngày 10/6, gửi Văn phòng nhà trường.", "Văn phòng nhà trường"),
            ("Trước ngày 15/6, các trường gửi báo cáo về UBND phường.", "UBND phường"),
            ("Thanh tra Sở báo cáo kết quả với Giám đốc Sở trước ngày 30/11/2026.", "Giám đốc Sở"),
            ("Các tổ nộp kế hoạch cho đồng chí Phó Hiệu trưởng trước ngày 30/9/2026.", "Phó Hiệu trưởng"),
            (
                "Các khoa báo cáo, gửi Phòng Tổ chức, Phòng Công tác sinh viên trước ngày 10/6.",
                "Phòng Tổ chức, Phòng Công tác sinh viên",
            ),
            ("Nơi nhận báo cáo: Phòng Tổ chức\nThời hạn: trước ngày 15/12/2026", "Phòng Tổ chức"),
        ],
    )
    def test_is_the_one_addressed(self, text: str, to_whom: str) -> None:
        (deadline,) = find_deadlines(text)
        assert words(deadline.to_whom) == to_whom

    @pytest.mark.parametrize(
        "text",
        [
            "Sở Nội vụ phối hợp với Sở Tài chính hoàn thành trước ngày 30/6/2026.",
            "Hoàn thiện chương trình các trường trước ngày 30/6/2026.",
            "Tuyên truyền về Hội Phụ nữ, hoàn thành trước ngày 30/6/2026.",
            "Tập huấn cho các trường, hoàn thành trước ngày 30/6/2026.",
            "Các xã báo cáo (đồng gửi Sở Nội vụ) trước ngày 30/6/2026.",
        ],
    )
    def test_is_nobody_where_none_is_addressed(self, text: str) -> None:
        assert [deadline.to_whom for deadline in find_deadlines(text)] == [None]


class TestHeadings:
    """Who stands in the line after a heading that ends in "báo cáo" is not addressed by it."""

    @pytest.mark.parametrize(
        "heading",
        [
            "5. Chế độ báo cáo",
            "Chế độ thông tin, báo cáo",
            "V. CHẾ ĐỘ BÁO CÁO",
            "5. Báo cáo",
            "Công tác báo cáo:",
            "6. Kiểm tra, giám sát, báo cáo",
        ],
    )
    def test_leave_the_subject(self, heading: str) -> None:
        text = f"{heading}\nCác phòng, các tổ dân phố báo cáo kết quả trước ngày 12/4/2026."
        assert parties(text) == [("Các phòng, các tổ dân phố", None)]

    def test_may_stand_over_one_unit(self) -> None:
        text = "5. Thông tin, báo cáo\nPhòng Kinh tế báo cáo UBND xã trước ngày 12/4/2026."
        assert parties(text) == [("Phòng Kinh tế", "UBND xã")]

    def test_are_told_from_an_item_that_goes_on(self) -> None:
        text = "1. Hiệu trưởng các trường tổng hợp, báo cáo\nPhòng Kinh tế kết quả thực hiện trước ngày 12/4/2026."
        assert parties(text) == [("Hiệu trưởng các trường", None)]
        text = "1. Hiệu trưởng các trường nộp báo cáo về\nPhòng Kinh tế trước ngày 12/4/2026."
        assert parties(text) == [("Hiệu trưởng các trường", "Phòng Kinh tế")]

    @pytest.mark.parametrize("heading", ["5. Chế độ báo cáo", "V. CHẾ ĐỘ THÔNG TIN, BÁO CÁO"])
    def test_are_no_part_of_the_duty(self, heading: str) -> None:
        (deadline,) = find_deadlines(f"{heading}\nCác phòng báo cáo kết quả trước ngày 12/4/2026.")
        assert deadline.what == "Các phòng báo cáo kết quả"


class TestThings:
    """What is reported after "các" is no part of the name of the one addressed."""

    @pytest.mark.parametrize(
        ("text", "to_whom"),
        [
            ("Báo cáo Sở các vụ việc mới trước ngày 12/4/2026.", "Sở"),
            ("Gửi Sở các mẫu phiếu trước ngày 12/4/2026.", "Sở"),
            ("Báo cáo Phòng các trường hợp bỏ học trước ngày 12/4/2026.", "Phòng"),
            ("Gửi UBND các xã trước ngày 12/4/2026.", "UBND các xã"),
            ("Gửi Hội Nông dân các cấp trước ngày 12/4/2026.", "Hội Nông dân các cấp"),
            ("Gửi Ban Quản lý các dự án trước ngày 12/4/2026.", "Ban Quản lý các dự án"),
        ],
    )
    def test_are_cut_off(self, text: str, to_whom: str) -> None:
        assert parties(text) == [(None, to_whom)]


class TestFrequentWords:
    """The words passed over at once begin no name."""

    @pytest.mark.parametrize("next_word", ["", " chức", " thể", " hiểm", " toán", " đứng đầu các xã"])
    def test_begin_no_name(self, next_word: str) -> None:
        for word in sorted(_NO_NAMES):
            for text in (word + next_word, word.capitalize() + next_word):
                assert UNIT_START.match(text) is None, text
                assert _PERSON.match(text) is None, text

    def test_leave_those_whose_second_word_tells(self) -> None:
        text = "4. Kế toán\nHoàn thành hồ sơ quyết toán trước ngày 12/4/2026."
        assert parties(text) == [("Kế toán", None)]


class TestSeveralDates:
    """Each clause has its own parties; dates of one list share them."""

    def test_of_a_chain_have_their_own(self) -> None:
        text = "Các trường gửi Phòng Nội vụ trước ngày 10/6, Phòng Nội vụ tổng hợp gửi Sở Nội vụ trước ngày 15/6."
        assert parties(text) == [("Các trường", "Phòng Nội vụ"), ("Phòng Nội vụ", "Sở Nội vụ")]

    def test_of_a_list_share_them(self) -> None:
        text = "Các trường báo cáo Phòng Nội vụ trước ngày 10/6 và ngày 10/12."
        assert parties(text) == [("Các trường", "Phòng Nội vụ")] * 2

    def test_share_whom_the_last_one_names(self) -> None:
        text = "Các khoa gửi kế hoạch trước ngày 10/3 và báo cáo kết quả trước ngày 10/12 về Văn phòng nhà trường."
        assert parties(text) == [("Các khoa", "Văn phòng nhà trường")] * 2

    def test_share_what_announces_them(self) -> None:
        text = "Các xã báo cáo UBND tỉnh, cụ thể:\n- Báo cáo 6 tháng đầu năm: trước ngày 15/6;\n- Báo cáo năm: trước ngày 15/12."
        assert parties(text) == [("Các xã", "UBND tỉnh")] * 2
        assert periods(text) == ["6 tháng đầu năm", "năm"]

    def test_stand_first_in_their_sentences(self) -> None:
        text = "Trước ngày 10/6, các trường gửi UBND xã; trước ngày 15/6, UBND xã tổng hợp gửi Sở Nội vụ."
        assert parties(text) == [("các trường", "UBND xã"), ("UBND xã", "Sở Nội vụ")]


class TestPeriod:
    """What a deadline's report is of."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Báo cáo 6 tháng đầu năm trước ngày 15/6, báo cáo năm trước ngày 15/12.", ["6 tháng đầu năm", "năm"]),
            ("Định kỳ 6 tháng (trước ngày 15/6), 01 năm (trước ngày 15/12), các sở báo cáo.", ["6 tháng", "01 năm"]),
            (
                "Báo cáo 6 tháng đầu năm và cả năm 2026 trước ngày 05/6 và ngày 25/11.",
                ["6 tháng đầu năm", "cả năm 2026"],
            ),
            ("Gửi lần 1 trước ngày 05/6 (báo cáo 6 tháng), lần 2 trước ngày 05/12 (báo cáo năm).", ["6 tháng", "năm"]),
            ("Trước ngày 15/6/2026, các trường gửi báo cáo 6 tháng đầu năm.", ["6 tháng đầu năm"]),
            ("Báo cáo quý, năm gửi trước ngày 25/12.", [None]),
            ("Gửi báo cáo trước ngày 15 tháng 6.", [None]),
            ("Hoàn thành kế hoạch trước ngày 30/6/2026.", [None]),
        ],
    )
    def test_is_the_nearest_in_the_clause(self, text: str, expected: list[str | None]) -> None:
        assert periods(text) == expected


class TestPlaces:
    """The parties stand where their spans say."""

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_slice_to_their_words(self, form: str) -> None:
        plain = "**Các trường** gửi báo cáo năm 2026\u00a0về **Phòng Nội vụ** trước ngày 10/12/2026."
        text = unicodedata.normalize(form, plain)  # type: ignore[arg-type]  # A form, as the parameters say.
        (deadline,) = find_deadlines(text)
        assert told(deadline) == ("Các trường", "Phòng Nội vụ")
        for found in (deadline.who, deadline.to_whom, deadline.period):
            assert found
            assert found.span
            assert unicodedata.normalize("NFC", found.span.of(text)).replace("\u00a0", " ") == found.text

    @given(st.lists(WORDS, max_size=24).map("".join))
    def test_lie_in_the_text(self, text: str) -> None:
        for deadline in find_deadlines(text):
            for found in (deadline.who, deadline.to_whom, deadline.period):
                if found:
                    assert found.span
                    assert found.span.end <= len(text)
                    assert "".join(found.text.split()) == "".join(found.span.of(text).replace("**", "").split())

    @given(st.text())
    def test_no_text_raises(self, text: str) -> None:
        list(find_deadlines(f"Các trường gửi {text} trước ngày 15/6, {text}"))


class TestSigning:
    """The head who signs what goes on to another is not whom it is owed to."""

    @pytest.mark.parametrize(
        ("text", "to_whom"),
        [
            ("Phòng Tổng hợp trình Giám đốc Sở báo cáo UBND tỉnh trước ngày 20/6/2026.", "UBND tỉnh"),
            ("Phòng Tổng hợp trình Chủ tịch UBND xã xem xét, báo cáo Sở Nội vụ trước ngày 20/6/2026.", "Sở Nội vụ"),
            ("Phòng Tổng hợp trình Giám đốc Sở báo cáo trước ngày 20/6/2026.", "Giám đốc Sở"),
            ("Phòng Tổng hợp trình UBND tỉnh ban hành trước ngày 20/6/2026.", "UBND tỉnh"),
            ("Các xã gửi Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20/6/2026.", "Sở Nội vụ"),
        ],
    )
    def test_whom_it_goes_on_to(self, text: str, to_whom: str) -> None:
        assert [addressed for _, addressed in parties(text)] == [to_whom]


class TestLongLists:
    """A list of five dates says once whom they are for."""

    EACH = ("tháng", "quý", "6 tháng", "9 tháng", "năm")
    DATES = ("20 hằng tháng", "20 tháng cuối quý", "15/6", "15/9", "15/01 năm sau")

    def test_in_the_line_that_leads_up_to_it(self) -> None:
        items = "; ".join(f"báo cáo {each}: trước ngày {day}" for each, day in zip(self.EACH, self.DATES, strict=True))
        text = f"Các đơn vị gửi báo cáo về Sở Y tế:\n- {items}."
        assert parties(text) == [("Các đơn vị", "Sở Y tế")] * 5
        assert periods(text) == list(self.EACH)

    def test_behind_the_last(self) -> None:
        items = ", ".join(f"báo cáo {each} trước ngày {day}" for each, day in zip(self.EACH, self.DATES, strict=True))
        text = f"{items} gửi Sở Y tế."
        assert parties(text) == [(None, "Sở Y tế")] * 5
        assert periods(text) == list(self.EACH)

    def test_sentences_of_their_own_carry_no_further_than_three(self) -> None:
        text = "Các đơn vị rà soát sổ sách. " + "Nộp số liệu kho. " * 5 + "Nộp báo cáo trước ngày 15/6."
        assert parties(text) == [(None, None)]


class TestSameUnit:
    """Two names of one unit."""

    def test_begin_alike(self) -> None:
        assert same_unit(Passage(text="Sở Nội vụ"), Passage(text="sở nội vụ tỉnh"))
        assert not same_unit(Passage(text="Sở Nội vụ"), Passage(text="Sở Y tế"))


class TestLinearTime:
    """Time grows with the text alone."""

    @pytest.mark.parametrize(
        "piece",
        [
            "Các trường gửi báo cáo năm về Phòng Nội vụ trước ngày 15/6, ",
            "trước ngày 15/6 và ",
            "- Báo cáo: trước ngày 15/6;\n",
            "gửi Sở Nội vụ, ",
            "Sở Nội vụ" + " " * 40,
            "Các\ntrường\ngửi\nbáo\ncáo\nvề\nPhòng\nNội\nvụ\ntrước\nngày\n15/6/2026.\n",
            "báo cáo quý: trước ngày 18 tháng cuối quý; ",
            "Nộp báo cáo trước ngày 15/6. ",
            "trình Giám đốc Sở báo cáo ",
            "kết quả năm trước ngày 15/6 và ",
            "gửi Sở các ",
            "Chế độ báo cáo\nCác trường ",
            "Phân công công chức ",
            "CÁC TRƯỜNG NỘP BÁO CÁO TRƯỚC NGÀY 12/4/2026\n",
        ],
    )
    def test_on_much_of_one_kind(self, piece: str) -> None:
        times = []
        for size in (20_000, 40_000):
            text = piece * (size // len(piece))
            runs = []
            for _ in range(3):
                begun = time.process_time()
                for _ in find_deadlines(text):
                    pass
                runs.append(time.process_time() - begun)
            times.append(min(runs))
        assert times[1] < 2.8 * times[0] + 0.05

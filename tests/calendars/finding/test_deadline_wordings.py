"""The many wordings of deadlines: date first, relative, of terms, in labels and lists, scanned."""

import time

import pytest

from vstbpn.calendars.finding.deadlines import find_deadlines, scan_deadlines
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.text import fold
from vstbpn.vocabulary import Relation


def dues(text: str) -> list[str]:
    return [str(deadline.due) for deadline in find_deadlines(text)]


def only(text: str) -> Deadline:
    (deadline,) = find_deadlines(text)
    return deadline


class TestDateFirst:
    """The date opens the sentence."""

    @pytest.mark.parametrize(
        ("text", "due", "relation"),
        [
            ("Trước ngày 20/6/2026, các đơn vị gửi kết quả rà soát về Văn phòng.", "2026-06-20", Relation.BEFORE),
            ("Đến hết quý I/2026, các phường gửi báo cáo kiện toàn về Sở.", "2026-03", Relation.BY),
            ("Đến hết tháng 8/2026, các trường báo cáo Phòng kết quả rà soát.", "2026-08", Relation.BY),
            ("Đến ngày 30/9/2026, các trường nộp danh sách về Phòng.", "2026-09-30", Relation.BY),
            ("Vào tháng 12 hằng năm, các trường gửi báo cáo về Phòng.", "--12", Relation.ON),
        ],
    )
    def test_makes_a_deadline(self, text: str, due: str, relation: Relation) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == (due, relation)

    @pytest.mark.parametrize(
        "text",
        [
            "Đến ngày 30/9/2025, có 45 đơn vị gửi báo cáo.",
            "Phòng đã gửi báo cáo vào ngày 15/6/2026.",
            "Các đơn vị chưa gửi báo cáo đến hết ngày 15/6/2026: xã A, xã B.",
            "Đến hết quý III/2025, các đơn vị báo cáo có 12 vụ việc.",
            "Đến hết tháng 9/2025, các xã thành lập được 120 câu lạc bộ.",
            "Trong tháng 5/2026, toàn tỉnh tiếp nhận 45 hồ sơ, giải quyết 40 hồ sơ.",
            "Tổng thu nộp ngân sách trong tháng 6/2025 đạt 120 tỷ đồng.",
        ],
    )
    def test_of_figures_told_is_none(self, text: str) -> None:
        assert dues(text) == []

    def test_the_order_joined_to_it_has_its_own_date(self) -> None:
        text = "Kiện toàn Ban trong quý I/2026 và báo cáo kết quả về Sở trước 31/3/2026."
        assert dues(text) == ["2026-03-31"]


class TestHandedToSomebody:
    """A report "về", "với", "cho" somebody is due in the month, not about it."""

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo kết quả về Phòng Kinh tế trong tháng 7/2026.",
            "Giám sát chế độ thai sản, báo cáo kết quả với Ban Thường vụ trong tháng 7/2026.",
        ],
    )
    def test_is_a_deadline(self, text: str) -> None:
        assert dues(text) == ["2026-07"]

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo kết quả thực hiện chính sách đối với Người có công trong tháng 7/2026.",
            "Báo cáo tình hình công tác nữ công trong tháng 7/2026.",
            "Tổ chức tọa đàm trong tháng 10/2026 tại trụ sở.",
            "Kiểm tra tại 05 đơn vị trong quý IV/2026.",
        ],
    )
    def test_other_months_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestSomeDays:
    """So many days or hours, counted from an event."""

    @pytest.mark.parametrize(
        ("words", "relation"),
        [
            ("Trong 05 ngày làm việc kể từ ngày nhận được văn bản", Relation.DURING),
            ("Trong vòng 12 giờ", Relation.DURING),
            ("Trong thời hạn 03 ngày làm việc", Relation.DURING),
            ("Sau 10 ngày kể từ ngày kết thúc đợt kiểm tra", Relation.BY),
            ("Sau 05 (năm) ngày làm việc kể từ khi bế giảng lớp học", Relation.BY),
        ],
    )
    def test_make_a_deadline_without_a_day(self, words: str, relation: Relation) -> None:
        deadline = only(f"{words}, các đơn vị gửi báo cáo.")
        assert (deadline.due, deadline.relation, deadline.text) == (None, relation, words)

    def test_may_be_told_to_begin_at_once(self) -> None:
        assert only("Báo cáo Hiệu trưởng ngay trong vòng 24 giờ.").text == "trong vòng 24 giờ"

    @pytest.mark.parametrize(
        "text",
        [
            "Trong vòng 24 giờ qua, ghi nhận 03 vụ việc.",
            "Trong vòng 10 năm, tỷ lệ nữ tăng gấp đôi.",
            "Sau 15 ngày kể từ ngày ký, Nghị định có hiệu lực thi hành.",
            "Sau 03 tháng kể từ khi phát động, phong trào thu hút đông đảo chị em.",
            "Sau 05 năm thực hiện, toàn ngành có nhiều chuyển biến.",
        ],
    )
    def test_of_facts_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestTerms:
    """Terms and school years end on no day of the calendar."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Kết thúc học kỳ I, các tổ nộp báo cáo sơ kết.", "Kết thúc học kỳ I"),
            ("Cuối năm học, các trường gửi báo cáo tổng kết về Phòng.", "Cuối năm học"),
            ("Các tổ nộp báo cáo trước khi kết thúc học kỳ II.", "trước khi kết thúc học kỳ II"),
            ("Các tổ nộp báo cáo vào cuối mỗi học kỳ.", "vào cuối mỗi học kỳ"),
        ],
    )
    def test_make_a_relative_deadline(self, text: str, words: str) -> None:
        deadline = only(text)
        assert (deadline.due, deadline.impossible, deadline.text) == (None, False, words)

    @pytest.mark.parametrize(
        "text",
        [
            "Kết thúc năm học, 100% giáo viên đạt chuẩn.",
            "Cuối năm học có 25 cô giáo đạt danh hiệu thi đua.",
            "Kết thúc học kỳ I, trường tổ chức khen thưởng học sinh.",
            "Năm học 2026-2027 kết thúc trước ngày 31/5/2027.",
            "Học kỳ II hoàn thành chương trình trước ngày 24/5/2027.",
            "Đợt cao điểm bắt đầu ngày 05/9/2026, kết thúc trước ngày 18/9/2026.",
            "Kết thúc học kỳ, nghỉ hè.",
        ],
    )
    def test_schedules_and_results_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestRhythm:
    """How often it comes back."""

    @pytest.mark.parametrize(
        ("text", "recurring"),
        [
            ("Các tổ gửi báo cáo trước 16 giờ thứ Sáu hằng tuần.", "weekly"),
            ("Hằng tuần, các tổ báo cáo chậm nhất ngày làm việc cuối cùng của kỳ.", "weekly"),
            ("Các xã báo cáo hằng quý trước ngày 20 của tháng cuối quý.", "quarterly"),
            ("Định kỳ 6 tháng một lần, báo cáo Sở trước ngày 15 của tháng cuối kỳ.", "half-yearly"),
            ("Báo cáo 06 tháng/lần trước ngày 15 của tháng cuối kỳ.", "half-yearly"),
        ],
    )
    def test_is_told(self, text: str, recurring: str) -> None:
        deadline = only(text)
        assert (deadline.due, deadline.recurring) == (None, recurring)

    def test_a_day_of_a_month_comes_once_a_year(self) -> None:
        text = "Định kỳ 6 tháng (trước ngày 15/6), 01 năm (trước ngày 15/12) báo cáo Sở."
        assert [(str(found.due), found.recurring) for found in find_deadlines(text)] == [
            ("--06-15", "yearly"),
            ("--12-15", "yearly"),
        ]


class TestLabelsOfHandingIn:
    """Dates after "Thời gian gửi báo cáo:" and "Báo cáo năm:"."""

    @pytest.mark.parametrize(
        ("text", "relation"),
        [
            ("Thời gian nộp bài: ngày 10/10/2026.", Relation.ON),
            ("Thời\ngian gửi báo cáo: ngày 10/10/2026.", Relation.ON),
            ("Thời gian hoàn thành: ngày 10/10/2026.", Relation.BY),
            ("Thời hạn nhận bài: ngày 10/10/2026.", Relation.BY),
            ("Thời gian nhận bài: từ ngày phát động đến hết ngày 10/10/2026.", Relation.BY),
            ("- Báo cáo tổng kết (kèm biểu số 2): ngày 10/10/2026;", Relation.BY),
        ],
    )
    def test_tell_how_the_day_is_meant(self, text: str, relation: Relation) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == ("2026-10-10", relation)

    @pytest.mark.parametrize(
        "text",
        [
            "Thời gian báo cáo: ngày 10/6/2026 đối với báo cáo 6 tháng; ngày 10/12/2026 đối với báo cáo năm.",
            "Thời gian báo cáo: ngày 10/6/2026 (báo cáo 6 tháng); ngày 10/12/2026 (báo cáo năm).",
            "- Báo cáo 6 tháng đầu năm: ngày 10/6/2026;\n- Báo cáo năm: ngày 10/12/2026.",
        ],
    )
    def test_may_have_several_dates(self, text: str) -> None:
        assert dues(text) == ["2026-06-10", "2026-12-10"]

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo 6 tháng đầu năm: ngày 10/6/2025 Sở đã có văn bản gửi các xã.",
            "Thời gian gửi: 15/6 đối với báo cáo 6 tháng.",
            "Ngày gửi: 15/6/2026. Ngày nhận: 16/6/2026.",
        ],
    )
    def test_other_dates_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestScannedText:
    """Marks on the wrong letter, figures misread, blanks lost."""

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("Các đơn vị gửi kết quả truớc ngày 15/6/2026.", "2026-06-15"),
            ("Các đơn vị gửi kết quả (trưóc ngày 0 5/6/2026).", "2026-06-05"),
            ("Các đơn vị gửi kết quả châm nhât ngày 20/6/2026.", "2026-06-20"),
            ("Các đơn vị gửi kết quả trước ngày l5/l2/2026.", "2026-12-15"),
            ("Các đơn vị gửi kết quả trước ngày10/12/2026.", "2026-12-10"),
            ("Các đơn vị gửi kết quả trước ngày 1O/11/2026.", "2026-11-10"),
            ("Các đơn vị gửi kết quả trước ngày 2O tháng l1 năm 2026.", "2026-11-20"),
            ("Các đơn vị nộp báo cáo vào tuần 2 tháng 4/2026.", "2026-04"),
            ("Các đơn vị báo caó kết quả vào ngày 18/12/2026.", "2026-12-18"),
        ],
    )
    def test_is_read(self, text: str, due: str) -> None:
        assert dues(text) == [due]


class TestDaysBeforeAnEvent:
    """A number of days before an event is a day nobody can tell yet."""

    @pytest.mark.parametrize("words", [
        "trước ngày họp 03 ngày làm việc", "trước khi khai giảng ít nhất 10 ngày", "trước ngày đi công tác tối thiểu 02 ngày",
    ])  # fmt: skip
    def test_it_is_relative(self, words: str) -> None:
        (deadline,) = find_deadlines(f"Các đơn vị gửi hồ sơ về Văn phòng {words}.")
        assert (deadline.text, deadline.due, deadline.relation) == (words, None, Relation.BEFORE)

    def test_an_event_alone_is_none(self) -> None:
        assert not list(find_deadlines("Các đơn vị kiểm tra cơ sở vật chất trước khi khai giảng."))


class TestBodiesOfALevel:
    """The word of a level ("cùng cấp") is none of the granting of papers ("được cấp trước ngày")."""

    def test_a_body_of_the_same_level(self) -> None:
        (deadline,) = find_deadlines("Lập dự toán, gửi cơ quan tài chính cùng cấp trước 20/7/2026.")
        assert str(deadline.due) == "2026-07-20"

    def test_papers_granted(self) -> None:
        assert not list(find_deadlines("Giấy chứng nhận cấp trước ngày 01/7/2025 vẫn có giá trị."))


class TestWordsLikeOrders:
    """Words that hold a verb of duty and are none."""

    @pytest.mark.parametrize(
        "text",
        [
            "Chương trình diễn ra sôi nổi vào tháng 3/2026.",
            "Nạn nhân trình báo vào ngày 12/3/2026.",
            "Chương trình được phê duyệt vào ngày 28/12/2020.",
            "Các trường ngoài công lập vào tháng 9/2025 có 120 lớp.",
            "Hoàn thành các mục tiêu phát triển bền vững vào năm 2030.",
        ],
    )
    def test_make_none(self, text: str) -> None:
        assert dues(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Quy chế phải được ban hành vào tháng 6/2026.",
            "Gửi danh sách đăng ký đến hết tháng 6/2026.",
            "Ban Tổ chức nhận bài dự thi đến hết tháng 6/2026.",
        ],
    )
    def test_orders_stay_orders(self, text: str) -> None:
        assert dues(text) == ["2026-06"]


class TestWordsThatEndInReckoned:
    """The words "giới tính", "máy tính" and "bảng tính" do not reckon a day, as "tính trước ngày" does."""

    @pytest.mark.parametrize("words", ["số liệu tách theo giới tính", "máy tính", "bảng tính"])
    def test_a_deadline_behind_them(self, words: str) -> None:
        (deadline,) = find_deadlines(f"Các trường nộp {words} trước ngày 10/12/2020.")
        assert str(deadline.due) == "2020-12-10"

    def test_what_is_reckoned_is_none(self) -> None:
        assert dues("Số liệu tính trước ngày 10/12/2020.") == []


class TestNoDates:
    """A year or quarter that is none makes the date impossible, not one of every year."""

    @pytest.mark.parametrize(
        "date",
        [
            "trước ngày 20 tháng 6 năm 0",
            "trước ngày 20/6 năm 202",
            "trước ngày 20 tháng 6 năm 20266",
            "trước ngày 20 tháng 6 năm 0000",
            "trước tháng 13 năm 2026",
            "trong quý V",
            "trong quý V/2026",
            "trong quý 5 năm 2026",
            "hoàn thành trong năm 9999",
        ],
    )
    def test_impossible(self, date: str) -> None:
        found = only(f"Gửi báo cáo về Sở Nội vụ {date}.")
        assert found.impossible
        assert found.text == date

    @pytest.mark.parametrize(
        ("date", "text"),
        [
            ("trước ngày 20 tháng 6 năm 20...", "trước ngày 20 tháng 6"),
            ("trước ngày 20 tháng 6 năm 2 lần", "trước ngày 20 tháng 6"),
            ("trước ngày 20 tháng 6 năm 2026", "trước ngày 20 tháng 6 năm 2026"),
        ],
    )
    def test_blanks_and_counts_are_no_years(self, date: str, text: str) -> None:
        found = only(f"Gửi báo cáo về Sở Nội vụ {date}")
        assert not found.impossible
        assert found.text == text

    def test_a_quarter_of_a_list_keeps_its_own(self) -> None:
        assert dues("Hoàn thành trong quý V và quý I/2026.") == ["None", "2026-03"]


class TestWordingsInLinearTime:
    """Time grows linearly on repeated wordings."""

    @pytest.mark.parametrize(
        "unit",
        [
            "báo cáo a b c d e f: ngày 1 ",
            "thời gian gửi: ngày 15/6/2026 đối với a; ",
            "kết thúc học kỳ I ",
            "sau 05 ngày làm việc kể từ khi a ",
            "trong vòng 24 giờ ",
            "ngày 15 các tháng 3, 6, 9, ",
            "ngày 15/6 (a) và ",
            "đến hết tháng 6/2026, các xã báo cáo ",
        ],
    )
    def test_on_repeated_words(self, unit: str) -> None:
        times = []
        for count in (300, 600):
            folded = fold(unit * count)
            best = 9.0
            for _ in range(3):
                started = time.perf_counter()
                for _ in scan_deadlines(folded, 0, len(folded.text)):
                    pass
                best = min(best, time.perf_counter() - started)
            times.append(best)
        assert times[1] < 3 * times[0] + 0.05

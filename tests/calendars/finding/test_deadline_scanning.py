"""Deadlines in prose: what is one, what is none, and what is said of it."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.finding.deadlines import find_deadlines, scan_deadlines
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.text import Folded, clean, fold
from vstbpn.vocabulary import Relation

WORDS = st.sampled_from([
    "trước ", "ngày ", "15/6/2021", "31/6/2026", "tháng ", "6", " hàng năm", "hằng tháng", "chậm nhất ", "là ",
    "trong ", "vào ", "đến hết ", "năm 2025", "quý III/2026", "Thời hạn hoàn thành: ", "Từ ngày 01/01/2026 ",
    "đến ngày 31/3/2026", "; ", ". ", "báo cáo ", "hoàn thành ", "xong ", "đã ", "100% ", "\n", "\n\n", "- ", "(",
    ")", "vòng 10 ngày kể từ ngày ", "**", "\u00a0",
])  # fmt: skip


def found(text: str) -> list[Deadline]:
    return list(find_deadlines(text))


def dues(text: str) -> list[str]:
    return [str(deadline.due) for deadline in find_deadlines(text)]


def only(text: str) -> Deadline:
    (deadline,) = find_deadlines(text)
    return deadline


class TestBefore:
    """The words "trước ngày"."""

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("Gửi báo cáo về Phòng trước ngày 15/6/2021.", "2021-06-15"),
            ("Báo cáo kết quả trước 15/12/2020", "2020-12-15"),
            ("Trước ngày 31 tháng 12 năm 2025, các xã nộp hồ sơ.", "2025-12-31"),
            ("Nộp về Văn phòng trước ngày 20 hằng tháng.", "---20"),
            ("Lập dự toán trước ngày 30 tháng 4 hàng năm.", "--04-30"),
            ("Gửi trước 00 giờ 00 ngày 15/4/2024 để tổng hợp.", "2024-04-15"),
            ("Kiện toàn Ban chỉ đạo trước ngày 01 tháng 4 năm 2026.", "2026-04-01"),
            ("Ban hành kế hoạch trước tháng 3/2025.", "2025-03"),
            ("TRƯỚC NGÀY 15/6/2025 CÁC ĐƠN VỊ GỬI BÁO CÁO", "2025-06-15"),
        ],
    )
    def test_make_a_deadline(self, text: str, due: str) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == (due, Relation.BEFORE)

    @pytest.mark.parametrize(
        ("words", "last"),
        [
            ("trước 17h00 ngày 05/12/2025", "2025-12-05"),
            ("trước 17 giờ 00 ngày 05 tháng 12 năm 2025", "2025-12-05"),
            ("trước 11 giờ 30 phút trưa ngày 05/12/2025", "2025-12-05"),
            ("trước 0h30 ngày 05/12/2025", "2025-12-05"),
            ("chậm nhất trước 16h30, thứ Sáu, ngày 05/12/2025", "2025-12-05"),
        ],
    )
    def test_an_hour_of_a_day_leaves_the_day_in_time(self, words: str, last: str) -> None:
        deadline = only(f"Các trường gửi báo cáo về Phòng {words}.")
        assert (deadline.relation, str(deadline.last_day()), deadline.text) == (Relation.BY, last, words)

    def test_an_hour_of_a_day_without_a_year(self) -> None:
        deadline = only("Gửi danh sách trước 16h30 ngày 5/12 về Phòng.")
        assert (str(deadline.due), deadline.relation, deadline.text) == (
            "--12-05",
            Relation.BY,
            "trước 16h30 ngày 5/12",
        )

    def test_a_quarter_ends_the_day_before_it_begins(self) -> None:
        deadline = only("Ban hành kế hoạch trước quý III/2026.")
        assert (str(deadline.due), str(deadline.last_day())) == ("2026-09", "2026-06-30")

    def test_line_ends_of_hard_wrapped_text_are_blanks(self) -> None:
        assert only("Gửi báo cáo trước\nngày 15 tháng\n6 năm 2025.").text == "trước ngày 15 tháng 6 năm 2025"

    def test_the_recurrence_before_a_bracket_is_of_it(self) -> None:
        deadline = only("Báo cáo kết quả thực hiện hằng năm (trước ngày 15 tháng 11) về Sở.")
        assert (deadline.text, str(deadline.due)) == ("hằng năm (trước ngày 15 tháng 11)", "--11-15")
        assert deadline.recurring == "yearly"

    @pytest.mark.parametrize("text", ["trước ngày 31/6/2026", "trước ngày 30 tháng 2 năm 2025", "trước ngày 00/5/2025"])
    def test_an_impossible_day_is_told(self, text: str) -> None:
        deadline = only(f"Gửi báo cáo về Sở {text}.")
        assert (deadline.due, deadline.impossible, deadline.text) == (None, True, text)

    @pytest.mark.parametrize(
        "text",
        [
            "Người tham gia bảo hiểm xã hội trước ngày 01/01/1995 được hưởng chế độ.",
            "Hồ sơ đã nộp trước ngày 01/7/2025 thì tiếp tục được giải quyết.",
            "Trẻ em sinh trước ngày 01/01/2018.",
            "Các hợp đồng ký trước ngày 01/7/2014 được tiếp tục thực hiện.",
            "Người hoạt động cách mạng trước ngày 01 tháng 01 năm 1945.",
            "Thương binh bị thương trước ngày 30/4/1975.",
            "Nghị định có hiệu lực trước ngày 01/01/2020.",
            "Các quy định trước đây trái với Quyết định này bị bãi bỏ.",
            "Gửi tài liệu trước ngày khai giảng.",
        ],
    )
    def test_facts_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestLatest:
    """The words "chậm nhất", "muộn nhất", "hạn cuối"."""

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("chuyển kinh phí chậm nhất là ngày 10 hàng tháng", "---10"),
            ("Hồ sơ gửi về Phòng chậm nhất ngày 20/11/2023.", "2023-11-20"),
            ("muộn nhất vào ngày 20 tháng 12 của năm báo cáo", "--12-20"),
            ("gửi danh sách không muộn hơn ngày 10/5/2024", "2024-05-10"),
            ("chậm nhất trong quý I/2026", "2026-03"),
            ("Hạn cuối nộp bài dự thi: 17h00 ngày 20/10/2024.", "2024-10-20"),
        ],
    )
    def test_make_a_deadline(self, text: str, due: str) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == (due, Relation.BY)

    def test_before_wins(self) -> None:
        assert only("gửi chậm nhất trước ngày 15/12/2025").relation is Relation.BEFORE

    @pytest.mark.parametrize(
        "text",
        [
            "chậm nhất sau khi kết thúc quý 15 ngày",
            "chậm nhất là 15 ngày sau khi kết thúc quý",
            "chậm nhất 03 ngày làm việc trước ngày họp",
            "trong vòng 10 ngày kể từ ngày nhận được văn bản này",
            "Trong thời hạn 05 (năm) ngày làm việc, kể từ ngày nhận đủ hồ sơ",
        ],
    )
    def test_relative_ones_have_no_due_day(self, text: str) -> None:
        deadline = only(f"{text}, các đơn vị gửi báo cáo.")
        assert (deadline.due, deadline.impossible, deadline.text) == (None, False, text)


class TestPeriods:
    """A month, a quarter, a year."""

    @pytest.mark.parametrize(
        ("text", "due", "relation"),
        [
            ("Gửi kế hoạch triển khai trong tháng 4/2020", "2020-04", Relation.DURING),
            ("Tổ chức tổng kết vào tháng 7 năm 2020", "2020-07", Relation.ON),
            ("Sửa quy chế, hoàn thành xong trong tháng 12/2025", "2025-12", Relation.DURING),
            ("Hoàn thành trong năm 2025.", "2025", Relation.DURING),
            ("Hoàn thành hỗ trợ nhà ở đến hết năm 2019.", "2019", Relation.BY),
            ("Giải quyết căn bản hồ sơ tồn đọng vào năm 2020.", "2020", Relation.ON),
            ("Trình Ủy ban nhân dân tỉnh trong quý III/2026", "2026-09", Relation.DURING),
            ("Trong năm 2023, các huyện phải thực hiện xong việc rà soát.", "2023", Relation.DURING),
            ("Từ nay đến hết tháng 6/2025 hoàn thành rà soát.", "2025-06", Relation.BY),
            ("Đến ngày 30/6/2025 phải hoàn thành việc bàn giao.", "2025-06-30", Relation.BY),
        ],
    )
    def test_in_which_something_is_due(self, text: str, due: str, relation: Relation) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == (due, relation)

    @pytest.mark.parametrize(
        ("text", "start", "due"),
        [
            ("Trình Ủy ban nhân dân tỉnh trong quý III năm 2024.", "2024-07", "2024-09"),
            ("Ban hành quy chế trong quý II/2026.", "2026-04", "2026-06"),
            ("Trong 6 tháng đầu năm 2026, hoàn thành việc kiện toàn.", "2026-01", "2026-06"),
            ("Hoàn thành rà soát trong 6 tháng cuối năm 2026.", "2026-07", "2026-12"),
        ],
    )
    def test_of_several_months_begins_with_the_first(self, text: str, start: str, due: str) -> None:
        deadline = only(text)
        assert (str(deadline.start), str(deadline.due)) == (start, due)

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("Các xã rà soát, kiện toàn Ban đến hết tháng 6/2026.", "2026-06"),
            ("Các đơn vị tổ chức tuyên truyền đến hết tháng 6 năm 2026.", "2026-06"),
            ("Đến hết tháng 6/2026, các xã hoàn thành việc kiện toàn.", "2026-06"),
            ("Các trường nộp bài dự thi đến hết ngày 15/6/2026.", "2026-06-15"),
        ],
    )
    def test_done_until_its_end(self, text: str, due: str) -> None:
        deadline = only(text)
        assert (str(deadline.due), deadline.relation) == (due, Relation.BY)

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo số liệu đến hết tháng 6/2026 về Sở.",
            "Số liệu báo cáo tính đến hết tháng 6/2026.",
            "Gửi báo cáo kết quả thực hiện đến hết tháng 6/2026.",
            "Đến hết tháng 6/2026, 100% xã có Ban.",
            "Tổ chức đạt 50% kế hoạch đến hết tháng 6/2026.",
            "Nhiệm kỳ của Ban từ tháng 01/2025 đến hết tháng 6/2026.",
            "Thời gian thực hiện: đến hết tháng 6/2026.",
            "Cuộc thi được tổ chức đến hết ngày 15/6/2026.",
        ],
    )
    def test_whose_end_no_duty_is_tied_to_is_none(self, text: str) -> None:
        assert dues(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Giai đoạn 2021-2025, tầm nhìn đến năm 2030.",
            "Đến năm 2020 đạt 100% cán bộ nữ được đào tạo.",
            "Tỷ lệ nữ đạt 25% vào năm 2020.",
            "Phấn đấu 95% trường hoàn thành trong năm 2025.",
            "Kế hoạch công tác năm 2021.",
            "Trong tháng 10/2023, Công đoàn đã tổ chức tuyên truyền và báo cáo.",
            "Báo cáo tình hình thực hiện nhiệm vụ trong tháng 6/2024 cho thấy nhiều chuyển biến.",
            "Ngành đã hoàn thành trong năm 2023 các chỉ tiêu được giao.",
            "Đánh giá mức độ hoàn thành nhiệm vụ trong năm 2024.",
            "Sự việc xảy ra vào tháng 6 năm 2024.",
            "Tính từ ngày 15/12/2023 đến hết ngày 14/12/2024.",
        ],
    )
    def test_of_targets_and_of_the_past_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestRecurring:
    """Each month, each year."""

    def test_a_list_gives_one_for_each_date(self) -> None:
        first, second = found("Báo cáo kết quả vào tháng 6 và tháng 12 hàng năm về Sở.")
        assert (str(first.due), first.text, str(second.due), second.text) == (
            "--06",
            "vào tháng 6",
            "--12",
            "tháng 12 hàng năm",
        )
        assert first.what == second.what == "Báo cáo kết quả"

    def test_the_cue_of_a_listed_date_is_of_it(self) -> None:
        assert found("Gửi trước ngày 17/6/2026 và trước ngày 17/12/2026")[1].text == "trước ngày 17/12/2026"

    def test_the_rhythm_may_stand_before(self) -> None:
        deadline = only("Hàng tháng, báo cáo tình hình về huyện trước ngày 20.")
        assert (str(deadline.due), deadline.recurring) == ("---20", "monthly")

    def test_a_day_of_each_month_to_hand_in(self) -> None:
        deadline = only("Các tổ gửi báo cáo ngày 25 hàng tháng.")
        assert (str(deadline.due), deadline.relation) == ("---25", Relation.EVERY)

    def test_a_day_of_the_month_before(self) -> None:
        assert dues("Bản tin được phát hành vào ngày 15 của tháng trước đó.") == ["---15"]

    def test_a_place_in_the_quarter_has_no_day(self) -> None:
        deadline = only("Bản tin được phát hành vào tuần cuối cùng của tháng thứ 3 trong quý.")
        assert (deadline.due, deadline.recurring) == (None, "quarterly")

    def test_the_report_of_a_month(self) -> None:
        assert dues("Lồng ghép kết quả vào báo cáo tháng 6 của khoa.") == ["--06"]
        assert dues("Nội dung báo cáo tháng 6/2024 gồm ba phần.") == []

    @pytest.mark.parametrize(
        "text", ["Chi bộ họp đúng ngày mồng 3 hằng tháng.", "Chi trả trợ cấp từ ngày 05 đến ngày 10 hàng tháng."]
    )
    def test_meetings_and_stretches_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestLabels:
    """Dates after "Thời hạn hoàn thành:" and the like."""

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("Thời gian hoàn thành: Tháng 11 - 12/2025.", "2025-12"),
            ("Thời gian\nhoàn thành: Trước ngày 31/5/2026.", "2026-05-31"),
            ("- Thời hạn hoàn thành: Quý III năm 2025.", "2025-09"),
            ("- Hoàn thành: Tháng 9/2025.", "2025-09"),
            ("Thời hạn gửi báo cáo: ngày 10/12/2024.", "2024-12-10"),
            ("Thời hạn hoàn thành: 20/12/2025", "2025-12-20"),
            ("Thời hạn: trước ngày 15/8/2025", "2025-08-15"),
            ("Thời gian thực hiện: Hoàn\nthành trong năm 2025.", "2025"),
            ("Thời gian thực hiện: trước 30/6/2025", "2025-06-30"),
        ],
    )
    def test_need_no_further_word(self, text: str, due: str) -> None:
        assert dues(text) == [due]

    def test_a_stretch_is_due_at_its_end(self) -> None:
        deadline = only("Thời hạn hoàn thành: Từ ngày 01/01/2026 đến ngày 31/3/2026.")
        assert (str(deadline.start), str(deadline.due)) == ("2026-01-01", "2026-03-31")

    @pytest.mark.parametrize(
        "text",
        [
            "Thời gian thực hiện: Từ tháng 11/2025 đến tháng 12/2025.",
            "Thời gian thực hiện: Tháng 11 - 12/2025.",
            "Thời gian: Trong tháng 10/2025.",
            "Hoàn thành: 10/12 chỉ tiêu.",
        ],
    )
    def test_schedules_and_fractions_are_none(self, text: str) -> None:
        assert dues(text) == []


class TestWhat:
    """The words of the duty."""

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("1. Ban hành quy chế; gửi báo cáo về Sở trước ngày 15/6/2021.", "gửi báo cáo về Sở"),
            ("Gồm các việc sau: Báo cáo kết quả 6 tháng trước ngày 15/6/2021", "Báo cáo kết quả 6 tháng"),
            ("Trước ngày 15/6/2021, các trường nộp hồ sơ.", "các trường nộp hồ sơ"),
            ("- Thành lập Tổ công tác.\n\nThời hạn hoàn thành: Trước ngày 30/11/2025.", "Thành lập Tổ công tác"),
            (
                "Nâng cấp cổng.\n\n- Đơn vị phối hợp: Các sở.\n\n- Thời gian thực hiện: Hoàn thành trong năm 2025.",
                "Nâng cấp cổng",
            ),
            ("Trước ngày 15/6/2021", None),
        ],
    )
    def test_stand_before_or_after(self, text: str, what: str | None) -> None:
        assert only(text).what == what

    def test_the_next_duty_begins_after_the_last_date(self) -> None:
        found_ones = found("Báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12 hằng năm.")
        assert [deadline.what for deadline in found_ones] == ["Báo cáo 6 tháng", "báo cáo năm"]

    def test_long_ones_are_cut_at_a_word(self) -> None:
        what = only("Gửi " + "báo cáo kết quả " * 30 + "trước ngày 15/6/2021").what
        assert what is not None
        assert 300 < len(what) <= 400
        assert what.split()[0] in {"báo", "cáo", "kết", "quả"}


class TestOtherDates:
    """Dates that are no deadlines."""

    @pytest.mark.parametrize(
        "text",
        [
            "Căn cứ Quyết định số 22/QĐ-TTg ngày 22/6/2019 của Thủ tướng Chính phủ",
            "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.",
            "Quyết định có hiệu lực kể từ ngày 15/6/2013.",
            "Kiểm kê tại thời điểm 0h00 ngày 01/01/2025.",
            "Nhân dịp kỷ niệm 8/3, 20/10 và 25/11.",
            "Tổ chức Tháng hành động từ 15/11 đến 15/12.",
            "Triển khai Tháng hành động từ ngày 10/11/2023 đến hết năm 2023.",
            "Hội nghị diễn ra vào ngày 15/3/2024 tại Hà Nội.",
            "trước mắt, trong năm, vào cuộc, đến nay, hết sức, hạn chế",
        ],
    )
    def test_are_passed_over(self, text: str) -> None:
        assert dues(text) == []


class TestPlace:
    """Where a deadline stands."""

    def test_marks_of_emphasis_are_in_the_span(self) -> None:
        text = "Báo cáo kết quả trước ngày **15/6/2021** về Sở."
        found = only(text)
        assert found.text == "trước ngày 15/6/2021"
        assert found.span is not None
        assert found.span.of(text) == "trước ngày **15/6/2021**"

    def test_only_the_stretch_asked_for_is_read(self) -> None:
        text = "Gửi trước ngày 15/6/2021; nộp trước ngày 15/7/2021."
        folded = fold(text)
        middle = text.index(";")
        assert [str(deadline.due) for deadline in scan_deadlines(folded, middle, len(text) + 9)] == ["2021-07-15"]
        assert [str(deadline.due) for deadline in scan_deadlines(folded, -5, middle)] == ["2021-06-15"]

    @given(st.lists(WORDS, max_size=25).map("".join))
    def test_spans_slice_back_in_reading_order(self, text: str) -> None:
        at = 0
        for deadline in find_deadlines(text):
            assert deadline.span is not None
            assert clean(deadline.span.of(text)) == deadline.text
            assert deadline.span.start >= at
            at = deadline.span.end

    @given(st.text(max_size=200))
    def test_any_text_can_be_read(self, text: str) -> None:
        list(find_deadlines(text))


class TestSpeed:
    """Time grows linearly."""

    @pytest.mark.parametrize(
        "unit",
        [
            "vào tháng 1, 2, 3, ",
            "trước ngày ",
            "hoàn thành a b c d e ",
            "chậm nhất sau khi a ",
            "trước   \n",
            "từ ngày 1 đến ",
        ],
    )
    def test_on_repeated_words(self, unit: str) -> None:
        times = []
        for count in (1000, 2000):
            folded = fold(unit * count)
            best = min(_time(folded) for _ in range(3))
            times.append(best)
        assert times[1] < 3 * times[0] + 0.05


def _time(folded: Folded) -> float:
    started = time.perf_counter()
    for _ in scan_deadlines(folded, 0, len(folded.text)):
        pass
    return time.perf_counter() - started


@pytest.mark.corpus
def test_real_documents(corpus: Path) -> None:
    """Deadlines of real documents are found and little else is."""
    import json

    wanted = hit = false = 0
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (corpus / gold["file"]).read_bytes().decode("utf-8")
        spans = [deadline.span for deadline in find_deadlines(text) if deadline.span]
        firm = [entry for entry in gold["deadlines"] if entry.get("kind", "report") == "report"]
        wanted += len(firm)
        hit += sum(any(span.start < entry["end"] and entry["start"] < span.end for span in spans) for entry in firm)
        false += sum(
            not any(span.start < entry["end"] and entry["start"] < span.end for entry in gold["deadlines"])
            for span in spans
        )
    assert hit >= 0.85 * wanted
    assert false <= 0.1 * wanted

"""Duties that stand once for a list of dates, and those whose doing alone is told at the date."""

import time

import pytest

from vstbpn.calendars.finding.deadlines import find_deadlines, scan_deadlines
from vstbpn.calendars.finding.shared_duties import is_joined, unit_alone, with_addressee, with_period
from vstbpn.text import fold


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (one.what, one.to_whom.text if one.to_whom else None, one.period.text if one.period else None)
        for one in find_deadlines(text)
    ]


class TestPeriods:
    """Each period of a list has the words of the duty and its addressee."""

    def test_in_brackets(self) -> None:
        text = (
            "Phòng Kinh tế tổng hợp, báo cáo Sở Tài chính định kỳ quý (trước ngày 20 tháng cuối quý), 6 tháng (trước ngày 15/6), "
            "9 tháng (trước ngày 15/9) và năm (trước ngày 15/12)."
        )
        duty = "Phòng Kinh tế tổng hợp, báo cáo Sở Tài chính định kỳ "
        assert told(text) == [(duty + each, "Sở Tài chính", each) for each in ("quý", "6 tháng", "9 tháng", "năm")]
        assert {one.who.text for one in find_deadlines(text) if one.who} == {"Phòng Kinh tế"}

    def test_over_semicolons(self) -> None:
        text = (
            "Báo cáo Sở Y tế định kỳ quý trước ngày 20 tháng cuối quý; 6 tháng trước ngày 15/6; năm trước ngày 15/12."
        )
        assert told(text) == [
            (f"Báo cáo Sở Y tế định kỳ {each}", "Sở Y tế", each) for each in ("quý", "6 tháng", "năm")
        ]

    def test_as_part_of_the_date_words(self) -> None:
        text = "UBND xã báo cáo UBND tỉnh định kỳ 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 10/12)."
        assert told(text)[1] == ("UBND xã báo cáo UBND tỉnh định kỳ hằng năm", "UBND tỉnh", "hằng năm")

    def test_with_the_addressee_at_the_end(self) -> None:
        text = "Báo cáo tháng (trước ngày 20 hằng tháng), quý (trước ngày 20 tháng cuối quý), năm (trước ngày 15/12) gửi Sở Y tế."
        assert told(text) == [(f"Báo cáo {each}", "Sở Y tế", each) for each in ("tháng", "quý", "năm")]

    def test_of_schools(self) -> None:
        text = "Báo cáo giữa năm học trước ngày 15/01/2026, cuối năm học trước ngày 31/5/2026."
        assert [what for what, _, _ in told(text)] == ["Báo cáo giữa năm học", "Báo cáo cuối năm học"]

    def test_the_year_of_a_plan_stays(self) -> None:
        text = "Báo cáo 6 tháng kết quả thực hiện Kế hoạch năm 2026 (trước ngày 15/6), năm (trước ngày 15/12)."
        assert told(text)[1][0] == "Báo cáo năm kết quả thực hiện Kế hoạch năm 2026"

    def test_words_of_its_own_stay(self) -> None:
        text = "Báo cáo 6 tháng đầu năm trước ngày 15/6, báo cáo năm trước ngày 15/12 gửi về Sở Nội vụ."
        assert told(text) == [
            ("Báo cáo 6 tháng đầu năm", "Sở Nội vụ", "6 tháng đầu năm"),
            ("báo cáo năm", "Sở Nội vụ", "năm"),
        ]

    @pytest.mark.parametrize(
        ("duty", "own", "period", "whole"),
        [
            ("Báo cáo hằng quý", "định kỳ 6 tháng", "hằng quý", "Báo cáo định kỳ 6 tháng"),
            ("Nộp học phí", "học kỳ II", None, "Nộp học phí học kỳ II"),
            ("Báo cáo năm về Sở", "và 6 tháng", "năm", "Báo cáo 6 tháng về Sở"),
            ("Báo cáo năm", "hằng quý", "quý III", "Báo cáo hằng quý"),
            ("Báo cáo năm", "danh sách", "năm", None),
        ],
    )
    def test_the_words(self, duty: str, own: str, period: str | None, whole: str | None) -> None:
        assert with_period(duty, own, period) == whole


class TestPeriodsHandedIn:
    """A period right before "gửi" is what is reported on."""

    @pytest.mark.parametrize(
        "text",
        [
            "báo cáo 6 tháng đầu năm gửi trước 15/6/2026",
            "6 tháng đầu năm gửi trước ngày 15/6/2026.",
            "Chế độ báo cáo: 6 tháng đầu năm nộp trước ngày 15/6.",
            "Chế độ báo cáo: 6 tháng đầu năm trước ngày 15/6.",
        ],
    )
    def test_it_is_read(self, text: str) -> None:
        assert [period for _, _, period in told(text)] == ["6 tháng đầu năm"]

    def test_the_words_before_the_colon_make_it_understood(self) -> None:
        text = "Chế độ báo cáo: 6 tháng đầu năm gửi trước ngày 15/6, cả năm gửi trước ngày 15/12."
        assert told(text) == [
            ("Chế độ báo cáo: 6 tháng đầu năm gửi", None, "6 tháng đầu năm"),
            ("Chế độ báo cáo: cả năm gửi", None, "cả năm"),
        ]

    def test_none_where_nothing_is_handed_in(self) -> None:
        assert told("Khám sức khỏe học sinh; học kỳ II trước ngày 15/3/2026.")[0][2] is None


class TestAddressees:
    """Each of those addressed in a list has the words of the duty."""

    def test_in_brackets(self) -> None:
        text = "Các trường báo cáo Sở Nội vụ (trước ngày 20/6), UBND tỉnh (trước ngày 25/6)."
        assert told(text) == [
            ("Các trường báo cáo Sở Nội vụ", "Sở Nội vụ", None),
            ("Các trường báo cáo UBND tỉnh", "UBND tỉnh", None),
        ]

    def test_who_acts_next_is_not_addressed(self) -> None:
        text = "Các trường gửi báo cáo về Phòng trước ngày 20/6, Phòng tổng hợp báo cáo Sở trước ngày 25/6, UBND tỉnh trước ngày 30/6."
        assert told(text) == [
            ("Các trường gửi báo cáo về Phòng", "Phòng", None),
            ("Phòng tổng hợp báo cáo Sở", "Sở", None),
            ("Phòng tổng hợp báo cáo UBND tỉnh", "UBND tỉnh", None),
        ]

    def test_only_right_behind_another(self) -> None:
        assert told("Gửi Sở Nội vụ danh sách trước ngày 20/6, UBND tỉnh trước ngày 25/6.")[1][1] != "UBND tỉnh"

    def test_the_words(self) -> None:
        assert with_addressee("Nộp hồ sơ", "UBND tỉnh", "Sở Nội vụ") == "Nộp hồ sơ"

    def test_a_unit_alone(self) -> None:
        found = unit_alone(fold("), UBND tỉnh ("), 0, 14)
        assert found is not None
        assert found.text == "UBND tỉnh"
        assert unit_alone(fold(", UBND tỉnh tổng hợp ("), 0, 22) is None
        assert unit_alone(fold(", danh sách ("), 0, 13) is None
        assert is_joined(") và ", 0, 5)


class TestResults:
    """Results of a period are one more of a list, as a period alone is."""

    def test_share_the_duty(self) -> None:
        text = "Văn phòng báo cáo UBND tỉnh kết quả 6 tháng trước ngày 20/6/2026 và kết quả năm trước ngày 20/12/2026."
        assert told(text) == [
            (f"Văn phòng báo cáo UBND tỉnh kết quả {each}", "UBND tỉnh", each) for each in ("6 tháng", "năm")
        ]

    def test_are_of_a_year_alone(self) -> None:
        text = "Các xã báo cáo UBND tỉnh kết quả năm trước ngày 20/12/2026."
        assert told(text) == [("Các xã báo cáo UBND tỉnh kết quả năm", "UBND tỉnh", "năm")]

    @pytest.mark.parametrize(
        ("duty", "own", "both"),
        [
            ("Báo cáo UBND tỉnh", "kết quả năm", "Báo cáo UBND tỉnh kết quả năm"),
            ("Báo cáo tình hình 6 tháng", "kết quả năm", "Báo cáo kết quả năm"),
            ("Báo cáo kết quả thực hiện", "kết quả năm", None),
        ],
    )
    def test_in_words(self, duty: str, own: str, both: str | None) -> None:
        assert with_period(duty, own, None) == both

    @pytest.mark.parametrize("text", ["Báo cáo UBND tỉnh kết quả năm mục tiêu trước ngày 20/12/2026."])
    def test_of_five_things_are_of_no_period(self, text: str) -> None:
        assert told(text)[0][2] is None


class TestOpenBrackets:
    """A bracket that holds the dates leaves no mark in the words of the duty."""

    def test_around_a_list(self) -> None:
        text = "Các xã báo cáo kết quả thực hiện (6 tháng trước ngày 15/6, 9 tháng trước ngày 15/9, năm trước ngày 15/01/2027) về Sở Y tế."
        assert told(text) == [
            (f"Các xã báo cáo kết quả thực hiện {each}", "Sở Y tế", each) for each in ("6 tháng", "9 tháng", "năm")
        ]

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("Nộp báo cáo (bản giấy trước ngày 20/6/2026).", "Nộp báo cáo bản giấy"),
            ("Nộp báo cáo (Mẫu 01) về Sở (bản giấy trước ngày 20/6/2026).", "Nộp báo cáo (Mẫu 01) về Sở bản giấy"),
            ("Nộp báo cáo (Mẫu 01) trước ngày 20/6/2026.", "Nộp báo cáo (Mẫu 01)"),
        ],
    )
    def test_alone(self, text: str, what: str) -> None:
        assert told(text)[0][0] == what


class TestDoingAlone:
    """Where only the doing is told at the date, the clause before is the duty."""

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("Phối hợp tuyên truyền về dân số; thực hiện xong trong tháng 6/2026.", "Phối hợp tuyên truyền về dân số"),
            ("Phối hợp tuyên truyền về dân số, hoàn thành trong tháng 6/2026.", "Phối hợp tuyên truyền về dân số"),
            ("Rà soát hồ sơ người có công; hoàn thành trước ngày 30/6/2026.", "Rà soát hồ sơ người có công"),
            ("Sửa chữa nhà văn hóa; tổ chức thực hiện trước ngày 30/6/2026.", "Sửa chữa nhà văn hóa"),
            ("Sửa chữa nhà văn hóa; tổ chức họp dân trước ngày 30/6/2026.", "tổ chức họp dân"),
            ("Thực hiện xong trước ngày 30/6/2026.", "Thực hiện"),
        ],
    )
    def test_the_clause_before(self, text: str, what: str) -> None:
        assert told(text)[0][0] == what

    def test_with_a_date_of_its_own(self) -> None:
        text = "Nộp danh sách trước ngày 10/6/2026; thực hiện trước ngày 30/6/2026."
        assert [what for what, _, _ in told(text)] == ["Nộp danh sách", "Nộp danh sách"]

    def test_who_has_a_date_is_no_label(self) -> None:
        assert told("Rà soát. Cơ quan gửi báo cáo trước ngày 15/6.")[0][0] == "Cơ quan gửi báo cáo"


class TestSharedDutiesInLinearTime:
    """Time grows linearly on long lists, and the words of a duty do not grow from date to date."""

    UNITS = (
        "6 tháng (trước ngày 15/6), ",
        "UBND tỉnh (trước ngày 15/6), ",
        "năm gửi trước ngày 15/6; ",
        "; thực hiện trước ngày 15/6",
    )

    @pytest.mark.parametrize("unit", UNITS)
    def test_on_lists(self, unit: str) -> None:
        times = []
        for count in (300, 600):
            folded = fold("Báo cáo Sở Nội vụ (trước ngày 15/6), " + unit * count)
            best = 9.0
            for _ in range(3):
                started = time.perf_counter()
                for _ in scan_deadlines(folded, 0, len(folded.text)):
                    pass
                best = min(best, time.perf_counter() - started)
            times.append(best)
        assert times[1] < 3 * times[0] + 0.05

    @pytest.mark.parametrize("unit", UNITS)
    def test_words_do_not_grow(self, unit: str) -> None:
        assert all(
            len(one.what or "") < 80 for one in find_deadlines("Báo cáo Sở Nội vụ (trước ngày 15/6), " + unit * 50)
        )

"""Campaigns and feast days in prose."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.finding.occasions import (
    campaign_of_title,
    find_campaigns,
    find_observances,
    scan_campaigns,
    scan_observances,
)
from vstbpn.text import clean, fold

WORDS = st.sampled_from([
    "Tháng hành động ", "Tuần lễ ", "16 ngày hành động ", "vì trẻ em ", "từ ", "ngày ", "15/11", "31/6", " đến ",
    "15/12/2023", "hết năm 2023", "(", ")", ", ", "; ", "\n", "\n\n", "kỷ niệm ", "Ngày Quốc tế Phụ nữ ", "8/3",
    "20/10", "nhân dịp ", " và ", "đợt ", "thi đua ", "phong trào thi đua ", "chào mừng ", "Ngày Phụ nữ Việt Nam", "31/9",
])  # fmt: skip


class TestCampaigns:
    """A campaign stands with its dates."""

    @pytest.mark.parametrize(
        ("text", "name", "start", "end", "span"),
        [
            (
                "Tổ chức Tháng hành động về bình đẳng giới từ 15/11 đến 15/12 (Tháng hành động).",
                "Tháng hành động về bình đẳng giới",
                "--11-15",
                "--12-15",
                "từ 15/11 đến 15/12",
            ),
            (
                "phát động “Tháng hành động vì trẻ em” từ ngày 20/5/2024 đến hết năm 2024 với chủ đề",
                "Tháng hành động vì trẻ em",
                "2024-05-20",
                "2024",
                "từ ngày 20/5/2024 đến hết năm 2024",
            ),
            (
                "Từ ngày 01/3 đến ngày 08/3/2025, hưởng ứng Tuần lễ Áo dài.",
                "Tuần lễ Áo dài",
                "2025-03-01",
                "2025-03-08",
                "Từ ngày 01/3 đến ngày 08/3/2025",
            ),
            (
                "Hưởng ứng 16 ngày hành động chống bạo lực (25/11 - 10/12)",
                "16 ngày hành động chống bạo lực",
                "--11-25",
                "--12-10",
                "25/11 - 10/12",
            ),
            (
                "Hưởng ứng Tháng Công nhân (từ 01/5 đến 31/5/2026) với nhiều hoạt động.",
                "Tháng Công nhân",
                "2026-05-01",
                "2026-05-31",
                "từ 01/5 đến 31/5/2026",
            ),
            (
                "Hưởng ứng Tháng\nhành động vì trẻ em bắt đầu từ ngày 01/6/2026, kết\nthúc vào ngày 30/6/2026.",
                "Tháng hành động vì trẻ em",
                "2026-06-01",
                "2026-06-30",
                "từ ngày 01/6/2026, kết thúc vào ngày 30/6/2026",
            ),
            (
                "Tuần lễ Áo dài\nThời gian: từ ngày 01/3 đến ngày 08/3/2026.",
                "Tuần lễ Áo dài",
                "2026-03-01",
                "2026-03-08",
                "từ ngày 01/3 đến ngày 08/3/2026",
            ),
            (
                "Tổ chức Tháng hành động vì môi trường trong tháng 6/2026.",
                "Tháng hành động vì môi trường",
                "2026-06",
                "2026-06",
                "tháng 6/2026",
            ),
            (
                "Chiến dịch truyền thông “Lắng nghe con gái nói” được triển khai từ ngày 01/10 đến ngày 11/10/2026.",
                "Chiến dịch truyền thông “Lắng nghe con gái nói”",
                "2026-10-01",
                "2026-10-11",
                "từ ngày 01/10 đến ngày 11/10/2026",
            ),
            (
                "Tháng hành động vì bình đẳng giới (15/12/2026 - 15/11/2026)",
                "Tháng hành động vì bình đẳng giới",
                "2026-12-15",
                "2026-11-15",
                "15/12/2026 - 15/11/2026",
            ),
        ],
    )
    def test_is_found(self, text: str, name: str, start: str, end: str, span: str) -> None:
        (found,) = find_campaigns(text)
        assert (found.name, str(found.start), str(found.end), found.text) == (name, start, end, span)

    @pytest.mark.parametrize(
        "text",
        [
            "Tổ chức Tháng hành động vì trẻ em.",
            "Tháng hành động vì trẻ em; nghỉ hè từ 01/6 đến 15/8.",
            "Tháng hành động từ 31/6 đến 32/7",
            "Thời gian: từ 15/11 đến 15/12",
            "Tháng Mười từ ngày 01/10 đến ngày 10/10 có mưa",
            "Tháng Công nhân được chị em nhiệt tình hưởng ứng ở khắp các công đoàn cơ sở trong toàn tỉnh ta từ 01/5 đến 31/5",
            "Tuần lễ Áo dài trong tháng 3/2026",
            "Tháng hành động vì trẻ em trong tháng 13/2026",
            "Chiến dịch tăng từ 45/63 đến 50/63 tỉnh",
            "Chiến dịch kỷ niệm ngày thành lập Hội (20/10/1930 - 20/10/2026)",
        ],
    )
    def test_without_dates_is_none(self, text: str) -> None:
        assert not list(find_campaigns(text))

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("Tháng hành động vì bình đẳng giới từ ngày 01/11/2026 đến ngày 31/11/2026", "2026-11-01", None),
            ("Tháng hành động vì trẻ em từ ngày 31/6/2026 đến 31/7/2026", None, "2026-07-31"),
            ("Tuần lễ Áo dài từ 31/6 đến 31/9", None, None),
            ("Tuần lễ Áo dài từ ngày 01/3/9999 đến ngày 08/3/9999", None, None),
        ],
    )
    def test_an_impossible_day_is_told(self, text: str, start: str | None, end: str | None) -> None:
        (found,) = find_campaigns(text)
        assert found.impossible
        assert (found.start and str(found.start), found.end and str(found.end)) == (start, end)


class TestDrives:
    """A drive ("đợt") or a movement is a campaign where people are roused to something, not a round of work."""

    @pytest.mark.parametrize(
        ("text", "name", "start", "end"),
        [
            (
                "Tổ chức Đợt thi đua chào mừng Ngày Nhà giáo Việt Nam từ ngày 05/9/2026 đến 20/11/2026.",
                "Đợt thi đua chào mừng Ngày Nhà giáo Việt Nam",
                "2026-09-05",
                "2026-11-20",
            ),
            (
                "Tổ chức đợt truyền thông “Gia đình không bạo lực” từ ngày 15/6 đến hết ngày 15/7/2026.",
                "đợt truyền thông “Gia đình không bạo lực”",
                "2026-06-15",
                "2026-07-15",
            ),
            ("Đợt “Gia đình không bạo lực” từ 15/6 đến 15/7", "Đợt “Gia đình không bạo lực”", "--06-15", "--07-15"),
            ("Đợt phát động thi đua từ 15/12 đến 14/1.", "Đợt phát động thi đua", "--12-15", "--01-14"),
            ("Từ ngày 15/6 đến ngày 15/7/2026, mở đợt ra quân.", "đợt ra quân", "2026-06-15", "2026-07-15"),
            (
                "Đợt thi đua chào mừng ngày 20/11 từ ngày 05/9 đến ngày 20/11",
                "Đợt thi đua chào mừng ngày 20/11",
                "--09-05",
                "--11-20",
            ),
            (
                "Phát động phong trào thi đua “Giỏi việc trường” từ tháng 3 đến tháng 10/2026",
                "phong trào thi đua “Giỏi việc trường”",
                "2026-03",
                "2026-10",
            ),
            (
                "Đợt thi đua kỷ niệm ngày thành lập Hội (20/10/1930 - 20/10/2026) từ ngày 05/9/2026 đến ngày 20/10/2026",
                "Đợt thi đua kỷ niệm ngày thành lập Hội",
                "2026-09-05",
                "2026-10-20",
            ),
            (
                "Phong trào thi đua hưởng ứng Tháng hành động vì bình đẳng giới (15/11 - 15/12)",
                "Tháng hành động vì bình đẳng giới",
                "--11-15",
                "--12-15",
            ),
        ],
    )
    def test_is_found(self, text: str, name: str, start: str, end: str) -> None:
        (found,) = find_campaigns(text)
        assert (found.name, str(found.start), str(found.end)) == (name, start, end)

    @pytest.mark.parametrize(
        "text",
        [
            "Đợt 1 từ 15/6 đến 15/7",
            "Đợt I từ 15/6 đến 15/7",
            "Có 20 lượt truyền thông từ ngày 15/6 đến ngày 15/7",
            "Tổ chức đợt khám sức khỏe từ ngày 15/6 đến ngày 15/7",
            "các đợt kiểm tra từ 15/6 đến 15/7",
            "đợt tập huấn về truyền thông từ 15/6 đến 17/6",
            "đợt mưa lớn từ ngày 15/6 đến ngày 17/6",
            "Tổ chức tập huấn từ ngày 15/6 đến ngày 17/6/2026",
            "Tổng kết phong trào thi đua và tập huấn cán bộ từ ngày 05/6 đến ngày 07/6/2026",
            "Từ ngày 05/6 đến ngày 07/6/2026, tập huấn về phong trào thi đua",
            "Phong trào thi đua từ năm 2021 đến năm 2025 đã lan rộng",
            "phát động đợt thi đua trong toàn ngành",
        ],
    )
    def test_other_stretches_are_none(self, text: str) -> None:
        assert not list(find_campaigns(text))


class TestObservances:
    """A feast day stands with its name or its occasion."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "kỷ niệm ngày Quốc tế phụ nữ 8/3, ngày Phụ nữ Việt Nam 20/10.",
                [("8-3", "--03-08"), ("20-10", "--10-20")],
            ),
            ("chào mừng ngày 8/3, 20/10 và 20-11", [("8-3", "--03-08"), ("20-10", "--10-20"), ("20-11", "--11-20")]),
            ("Ngày Thế giới xóa bỏ bạo lực đối với phụ nữ 25/11/2023", [("25-11", "2023-11-25")]),
            ("Hưởng ứng ngày 25 tháng 11", [("25-11", "--11-25")]),
            ("Ngày Thế giới không thuốc lá (31/5)", [(None, "--05-31")]),
            ("Ngày Bảo hiểm y tế Việt Nam (01/7)", [(None, "--07-01")]),
            ("gặp mặt nữ giáo viên nhân ngày 8/3, 20/10", [("8-3", "--03-08"), ("20-10", "--10-20")]),
        ],
    )
    def test_is_found(self, text: str, found: list[tuple[str | None, str]]) -> None:
        assert [(mention.observance, str(mention.day)) for mention in find_observances(text)] == found

    def test_its_words_are_of_it(self) -> None:
        (mention,) = find_observances("Tặng hoa chị em ngày quốc tế 8/3;")
        assert mention.text == "ngày quốc tế 8/3"

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Hoạt động hưởng ứng ngày 25 tháng 11", ["ngày 25 tháng 11"]),
            ("chào mừng các ngày 8/3, ngày 20/10", ["ngày 8/3", "ngày 20/10"]),
            ("nhân dịp 8/3 và 20/10", ["8/3", "20/10"]),
        ],
    )
    def test_the_word_day_is_of_it(self, text: str, found: list[str]) -> None:
        mentions = list(find_observances(text))
        assert [mention.text for mention in mentions] == found
        assert [mention.span.of(text) for mention in mentions if mention.span] == found

    @pytest.mark.parametrize(
        "text",
        [
            "ngày ký 15/6",
            "cá nhân ngày 12/5",
            "ngày Đại hội Hội Nữ trí thức Việt Nam 15/6/2026",
            "ngày Thứ Bảy 20/10",
            "ngày 22/6/2019",
            "từ ngày 15/11",
            "kỷ niệm 45/13",
            "chào mừng 31/6",
            "Ngày hội Việc làm từ ngày 18/10/2026",
            "Ngày Phụ nữ Việt Nam từ ngày 18/10/2026",
            "Ngày Phụ nữ Việt Nam được tổ chức vào ngày 18/10/2026",
            "kỷ niệm Ngày Quốc tế Phụ nữ và trẻ em gái làm khoa học",
            "Quyết định về Ngày Gia đình Việt Nam",
            "ngày thành lập 45/63",
            "nhân dịp này",
        ],
    )
    def test_other_days_are_none(self, text: str) -> None:
        assert not list(find_observances(text))

    @pytest.mark.parametrize(
        ("text", "feast", "day", "words"),
        [
            (
                "Đợt thi đua chào mừng Ngày Nhà giáo Việt Nam từ ngày 05/9/2026 đến 20/11/2026.",
                "20-11",
                "--11-20",
                "Ngày Nhà giáo Việt Nam",
            ),
            ("nhân Ngày Gia đình Việt Nam vào lúc 8 giờ ngày 25/6/2026", "28-6", "--06-28", "Ngày Gia đình Việt Nam"),
            ("chào mừng Ngày Phụ nữ Việt Nam vào ngày 18/10/2026", "20-10", "--10-20", "Ngày Phụ nữ Việt Nam"),
            (
                "hưởng ứng ngày Thế giới xoá bỏ bạo lực\nđối với phụ nữ, các trường",
                "25-11",
                "--11-25",
                "ngày Thế giới xoá bỏ bạo lực đối với phụ nữ",
            ),
        ],
    )
    def test_one_kept_without_its_day_keeps_the_known_one(self, text: str, feast: str, day: str, words: str) -> None:
        (found,) = find_observances(text)
        assert (found.observance, str(found.day), found.text) == (feast, day, words)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("nhân Ngày Phụ nữ Việt Nam 31/9/2026", "Ngày Phụ nữ Việt Nam 31/9/2026"),
            ("Ngày Phụ nữ Việt Nam (20/10/9999)", "Ngày Phụ nữ Việt Nam (20/10/9999"),
            ("ngày hội 31/6", "ngày hội 31/6"),
            ("chào mừng ngày 31/11", "ngày 31/11"),
        ],
    )
    def test_an_impossible_day_is_told(self, text: str, words: str) -> None:
        (found,) = find_observances(text)
        assert (found.observance, found.day, found.impossible, found.text) == (None, None, True, words)


class TestAnyText:
    """Whatever the text."""

    @given(st.lists(WORDS, max_size=25).map("".join))
    def test_spans_slice_back_in_reading_order(self, text: str) -> None:
        for found in (list(find_campaigns(text)), list(find_observances(text))):
            at = 0
            for mention in found:
                assert mention.span is not None
                assert clean(mention.span.of(text)) == mention.text
                assert mention.span.start >= at
                at = mention.span.end

    @given(st.text(max_size=200))
    def test_can_be_read(self, text: str) -> None:
        list(find_campaigns(text))
        list(find_observances(text))

    def test_only_the_stretch_asked_for_is_read(self) -> None:
        folded = fold("Tuần lễ từ 01/3 đến 08/3; nhân dịp 8/3")
        assert not list(scan_campaigns(folded, 3, 99))
        assert not list(scan_observances(folded, -1, 26))


class TestCampaignOfTheTitle:
    """A plan for one campaign names it in its title and gives its dates under "Thời gian"."""

    def test_the_dates_stand_in_a_section_of_their_own(self) -> None:
        text = "II. CHỦ ĐỀ, THỜI GIAN\n\n2. Thời gian: từ ngày 01/6/2025 đến hết ngày 30/6/2025."
        found = campaign_of_title(fold(text), 0, len(text), "Tháng hành động vì trẻ em năm 2025")
        assert found is not None
        assert (str(found.start), str(found.end)) == ("2025-06-01", "2025-06-30")
        assert found.span is not None
        assert found.span.of(text) == "từ ngày 01/6/2025 đến hết ngày 30/6/2025"

    @pytest.mark.parametrize(
        ("title", "text"),
        [
            ("Công tác gia đình năm 2025", "Thời gian: từ ngày 01/6/2025 đến ngày 30/6/2025."),
            ("Tháng hành động vì trẻ em", "Thời gian thực hiện: thường xuyên."),
            ("Tháng hành động vì trẻ em", "Thời gian: từ tháng 6 đến tháng 7 năm 2025."),
        ],
    )
    def test_without_a_campaign_or_its_days_there_is_none(self, title: str, text: str) -> None:
        assert campaign_of_title(fold(text), 0, len(text), title) is None


class TestRounds:
    """Each round ("đợt") of a campaign has dates of its own."""

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "Đợt 1 chiến dịch truyền thông dân số: từ ngày 20/4/2026 đến ngày 10/5/2026; đợt 2 từ ngày 05/9 đến hết ngày 30/9/2026.",
                ("Đợt 1 chiến dịch truyền thông dân số", "đợt 2 chiến dịch truyền thông dân số"),
            ),
            (
                "Chiến dịch truyền thông dân số (đợt I: từ ngày 20/4 đến 10/5/2026; đợt II: từ ngày 05/9 đến ngày 30/9/2026).",
                ("đợt I Chiến dịch truyền thông dân số", "đợt II Chiến dịch truyền thông dân số"),
            ),
            (
                "- Đợt 1 Chiến dịch làm sạch biển từ ngày 20/4/2026 đến ngày 10/5/2026;\n- Đợt 2: từ ngày 05/9/2026 đến 30/9/2026.",
                ("Đợt 1 Chiến dịch làm sạch biển", "Đợt 2 Chiến dịch làm sạch biển"),
            ),
        ],
    )
    def test_are_found_with_their_names(self, text: str, names: tuple[str, str]) -> None:
        found = list(find_campaigns(text))
        assert tuple(one.name for one in found) == names
        assert [(str(one.start), str(one.end)) for one in found] == [
            ("2026-04-20", "2026-05-10"),
            ("2026-09-05", "2026-09-30"),
        ]

    def test_end_with_what_is_no_stretch(self) -> None:
        text = "Đợt 1 chiến dịch làm sạch biển từ ngày 20/4/2026 đến ngày 10/5/2026; đợt 2 từ ngày rằm."
        assert [one.name for one in find_campaigns(text)] == ["Đợt 1 chiến dịch làm sạch biển"]

    def test_of_no_campaign_are_none(self) -> None:
        assert not list(find_campaigns("Đợt 1 khám từ ngày 20/4 đến ngày 10/5/2026; đợt 2 từ ngày 05/9 đến 30/9/2026."))

    def test_may_go_without_the_number_of_the_first(self) -> None:
        text = "Chiến dịch làm sạch biển từ ngày 20/4 đến ngày 10/5/2026; đợt 2 từ ngày 05/9 đến ngày 30/9/2026."
        assert [one.name for one in find_campaigns(text)] == [
            "Chiến dịch làm sạch biển",
            "đợt 2 Chiến dịch làm sạch biển",
        ]


class TestOccasionsInLinearTime:
    """Time grows linearly."""

    @pytest.mark.parametrize(
        "unit",
        [
            "Chiến dịch a: đợt 1 từ ngày 20/4 đến ngày 10/5; ",
            "đợt 2 từ ngày 20/4 đến ngày 10/5; ",
            "Đợt thi đua ",
            "chào mừng Ngày Phụ nữ Việt Nam ",
            "Tháng Công nhân ",
            "Tháng hành động “a ",
            "Tháng hành động vì a\n",
            "nhân ngày 8/3, ",
            "Ngày Quyền a b c d ",
        ],
    )
    def test_on_repeated_words(self, unit: str) -> None:
        times = []
        for count in (1000, 2000):
            text = unit * count
            best = 9.0
            for _ in range(3):
                started = time.perf_counter()
                for _ in find_campaigns(text):
                    pass
                for _ in find_observances(text):
                    pass
                best = min(best, time.perf_counter() - started)
            times.append(best)
        assert times[1] < 3 * times[0] + 0.05

"""Which national target a sentence of a plan speaks of: sentences of provinces, departments, schools and unions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.finding.scanning import find_targets
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.national.words import about_the_same, likeness, same_words, words_of
from vstbpn.goals.targets.target import Target

FRAME = NationalFrame.bundled()
OLD, NEW = "2351/QĐ-TTg", "28/NQ-CP@2021"

OF_THE_NATION = [
    (NEW, "1.1", "Phấn đấu đến năm 2025 có 55% cơ quan quản lý nhà nước, chính quyền địa phương của tỉnh Lào Cai có lãnh đạo chủ chốt là nữ"),
    (NEW, "1.1", "Phấn đấu đến năm 2025, ít nhất 45% các cơ quan, đơn vị thuộc tỉnh An Giang có lãnh đạo chủ chốt là nữ"),
    (NEW, "1.1", "Đến năm 2030, 70% cơ quan, đơn vị cấp tỉnh có cán bộ lãnh đạo chủ chốt là nữ"),
    (NEW, "2.1", "Tăng tỷ lệ lao động nữ làm công hưởng lương trên địa bàn thành phố Cần Thơ lên đạt 45% vào năm 2025"),
    (NEW, "2.2", "Giảm tỷ trọng lao động nữ làm việc trong khu vực nông nghiệp trong tổng số lao động nữ có việc làm xuống dưới 35% vào năm 2025"),
    (NEW, "2.3", "Tỷ lệ nữ giám đốc/chủ doanh nghiệp, hợp tác xã đạt ít nhất 27% vào năm 2025"),
    (NEW, "2.3", "Tỷ lệ nữ chủ doanh nghiệp, hợp tác xã đạt ít nhất 25% vào năm 2025"),
    (NEW, "3.1", "Giảm số giờ trung bình làm công việc nội trợ của phụ nữ xuống còn 1,7 lần so với nam giới vào năm 2025"),
    (NEW, "3.2a", "Đến năm 2025 đạt 85% người bị bạo lực trên cơ sở giới được phát hiện được tiếp cận ít nhất một dịch vụ hỗ trợ cơ bản"),
    (NEW, "3.2b", "Đến năm 2030 đạt 70% người gây bạo lực gia đình được phát hiện được tư vấn, tham vấn"),
    (NEW, "3.3", "Từ năm 2025 trở đi, 100% nạn nhân bị mua bán trở về có nhu cầu hỗ trợ được hưởng các dịch vụ hỗ trợ và tái hòa nhập cộng đồng"),
    (NEW, "3.4", "Đến năm 2025 có 70% cơ sở trợ giúp xã hội công lập triển khai các hoạt động phòng ngừa và ứng phó với bạo lực trên cơ sở giới"),
    (NEW, "4.1", "Phấn đấu tỷ số giới tính khi sinh ở mức 113 bé trai/100 bé gái vào năm 2025"),
    (NEW, "4.2", "Tỷ số tử vong bà mẹ liên quan đến thai sản giảm còn 40/100.000 trẻ sinh sống vào năm 2025"),
    (NEW, "4.3", "Giảm tỷ suất sinh ở vị thành niên xuống 18/1.000 phụ nữ vào năm 2025"),
    (NEW, "5.2a", "Tỷ lệ trẻ em trai và trẻ em gái người dân tộc thiểu số hoàn thành tiểu học đạt trên 92% vào năm 2025"),
    (NEW, "5.2b", "Đến năm 2025, tỷ lệ trẻ em dân tộc thiểu số hoàn thành trung học cơ sở đạt 80%"),
    (NEW, "5.3", "Tỷ lệ nữ học viên, học sinh, sinh viên được tuyển mới thuộc hệ thống giáo dục nghề nghiệp đạt trên 30% vào năm 2025"),
    (NEW, "5.4a", "Tỷ lệ nữ thạc sỹ trong tổng số người có trình độ thạc sỹ đạt 48% vào năm 2025"),
    (NEW, "5.4b", "Tỷ lệ nữ tiến sĩ đạt 30% vào năm 2025"),
    (NEW, "6.1", "Phấn đấu 70% người dân trên địa bàn thành phố được tiếp cận kiến thức cơ bản về bình đẳng giới vào năm 2030"),
    (NEW, "6.2", "Từ năm 2025, 90% tổ chức đảng, chính quyền, đoàn thể các cấp được cập nhật thông tin về bình đẳng giới và cam kết thực hiện bình đẳng giới"),
    (NEW, "6.3a", "Đến năm 2025, 95% số xã, phường, thị trấn có tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở"),
    (NEW, "6.4", "Năm 2025, 100% đài phát thanh và đài truyền hình ở trung ương và địa phương có chuyên mục về bình đẳng giới hằng tháng"),
    (NEW, "1.1", "Đến năm 2027, 65% cơ quan quản lý nhà nước và chính quyền địa phương có nữ lãnh đạo chủ chốt"),
    (NEW, "3.2b", "Đến năm 2025 có 40% người gây bạo lực gia đình được phát hiện ở mức độ chưa truy cứu hình sự được tư vấn"),
    (NEW, "6.3b", "Từ năm 2025, phấn đấu có ít nhất 04 tin, bài/quý về bình đẳng giới"),
    (OLD, "1.1a", "Tỷ lệ nữ tham gia cấp ủy các cấp đạt 25% trong nhiệm kỳ 2016 - 2020"),
    (OLD, "1.1a", "Phấn đấu tỷ lệ cán bộ nữ tham gia cấp ủy nhiệm kỳ 2016-2020 đạt từ 25% trở lên"),
    (OLD, "1.1c", "Nữ đại biểu HĐND tỉnh nhiệm kỳ 2016-2020 đạt 35%"),
    (OLD, "1.2", "Đến năm 2020, 90% UBND các cấp có lãnh đạo chủ chốt là nữ"),
    (OLD, "2.2", "Tỷ lệ phụ nữ làm chủ doanh nghiệp đạt 30% vào năm 2020"),
    (OLD, "2.3", "Đến năm 2020 tỷ lệ lao động nữ nông thôn dưới 45 tuổi được đào tạo nghề đạt 50%"),
    (OLD, "4.1", "Khống chế tỷ số giới tính khi sinh không vượt quá 115 bé trai/100 bé gái vào năm 2020"),
    (OLD, "5.2", "Đến năm 2020, 60% đài phát thanh, truyền hình có chuyên mục về bình đẳng giới"),
    (OLD, "6.1", "Rút ngắn khoảng cách về thời gian làm việc nhà của nữ so với nam xuống 1,5 lần vào năm 2020"),
    (OLD, "6.2b", "Đến năm 2020, 70% người gây bạo lực gia đình được tư vấn"),
]  # fmt: skip
"""Sentences that speak of a national target, with its strategy and number."""

OF_THEIR_OWN = """60% học sinh được tuyên truyền về bình đẳng giới vào năm 2025
60% học sinh được tiếp cận kiến thức cơ bản về bình đẳng giới vào năm 2025
Đến năm 2025, 60% cán bộ, công chức được tiếp cận kiến thức cơ bản về bình đẳng giới
100% cán bộ, giáo viên được tập huấn về bình đẳng giới vào năm 2025
50% trường học có nữ lãnh đạo chủ chốt vào năm 2025
Đến năm 2025, 70% cơ sở giáo dục có lãnh đạo chủ chốt là nữ
Đến năm 2025, 30% phòng, ban của Sở có lãnh đạo là nữ
Tỷ lệ cán bộ quản lý nữ trong các trường mầm non đạt 95% vào năm 2025
Tỷ lệ nữ giảng viên có trình độ tiến sĩ đạt 20% vào năm 2025
Phấn đấu tỷ lệ nữ giáo viên đạt trình độ thạc sĩ là 20% vào năm 2025
Tỷ lệ nữ đảng viên mới kết nạp đạt 40% vào năm 2025
Tỷ lệ nữ trong ban chấp hành công đoàn đạt 30% vào năm 2025
Tỷ lệ nữ trong quy hoạch cấp ủy đạt 15% vào năm 2020
Tỷ lệ nữ tham gia ban chấp hành Đoàn Thanh niên đạt 25% trong nhiệm kỳ 2016 - 2020
Đến năm 2025 tỷ lệ trẻ em hoàn thành tiểu học đạt 80%
Đến năm 2025, 80% trẻ em dân tộc thiểu số hoàn thành trung học phổ thông
Tỷ lệ trẻ em dân tộc thiểu số đi học mẫu giáo đạt 85% vào năm 2025
Tỷ lệ lao động nữ qua đào tạo đạt 30% vào năm 2025
Tỷ lệ lao động nữ được giải quyết việc làm đạt 40% vào năm 2025
Đến năm 2025, 50% lao động nữ tham gia bảo hiểm xã hội
100% nữ công nhân lao động được khám sức khỏe định kỳ vào năm 2025
50% nạn nhân tai nạn giao thông được tư vấn, hỗ trợ vào năm 2020
Đến năm 2025 có 80% nạn nhân bạo lực học đường được hỗ trợ tâm lý
Đến năm 2025, 50% trẻ em bị xâm hại được tư vấn
20% nữ cán bộ, công chức được luân chuyển vào năm 2025
Tỷ lệ cán bộ nữ giữ chức vụ lãnh đạo cấp phòng đạt 25% vào năm 2025
Đến năm 2025 có 50% xã, phường đạt chuẩn phòng, chống bạo lực gia đình
Đến năm 2025, 100% xã, phường, thị trấn có địa chỉ tin cậy tại cộng đồng
Đến năm 2025, 60% dân số tham gia bảo hiểm xã hội
Đến năm 2025, 90% người dân được tiếp cận dịch vụ y tế cơ bản
Tỷ lệ tử vong trẻ em dưới 5 tuổi giảm còn 18/1.000 trẻ đẻ sống vào năm 2025
Giảm tỷ lệ sinh con thứ ba xuống dưới 10% vào năm 2025
50% cơ quan báo chí đăng tin về chuyển đổi số vào năm 2025
70% cơ sở giáo dục có hoạt động phòng ngừa, ứng phó bạo lực học đường vào năm 2025
Đến năm 2025, 50% cơ quan, đơn vị có phòng vắt trữ sữa cho lao động nữ
Đến năm 2025, 50% xã, phường, thị trấn có tin, bài về an toàn giao thông trên hệ thống thông tin cơ sở
Đến năm 2025, 70% trẻ em gái dân tộc thiểu số hoàn thành tiểu học
Đến năm 2025, 50% nạn nhân bạo lực gia đình là nam được tiếp cận dịch vụ hỗ trợ
Đến năm 2025, 30% nam giới được tiếp cận kiến thức cơ bản về bình đẳng giới
Đến năm 2030, 50% cơ quan nhà nước có lãnh đạo là nữ
Đến năm 2030, 60% cơ quan Đảng có lãnh đạo chủ chốt là nữ
Đến năm 2025, 20% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ người dân tộc thiểu số
Đến năm 2025, 20% cơ quan quản lý nhà nước có phó lãnh đạo chủ chốt là nữ
Đến năm 2025, 40% cơ quan quản lý nhà nước không có lãnh đạo chủ chốt là nữ
Đến năm 2025, 20% dân số chưa được tiếp cận kiến thức cơ bản về bình đẳng giới
Đến năm 2025, tỷ lệ nữ làm chủ doanh nghiệp công nghệ đạt 10%
Tỷ lệ nữ giám đốc sở đạt 20% vào năm 2025
Tỷ lệ nữ thạc sĩ luật đạt 30% vào năm 2025
Tỷ số giới tính khi sinh con thứ ba không quá 120/100 vào năm 2025
Đến năm 2025, 60% thành viên Ban Vì sự tiến bộ của phụ nữ được tập huấn""".splitlines()
"""Sentences that speak of no national target."""


def the_target(sentence: str) -> Target:
    (target,) = find_targets(f"I. MỤC TIÊU\n\n- {sentence}.")
    return target


class TestSentences:
    """A wrong match is rarer than a missed one; of these sentences none is either."""

    @pytest.mark.parametrize(("strategy", "number", "sentence"), OF_THE_NATION)
    def test_those_of_the_nation(self, strategy: str, number: str, sentence: str) -> None:
        found = FRAME.compare(the_target(sentence))
        assert found is not None
        assert (found.national.strategy, found.national.number) == (strategy, number)
        assert found.shared
        assert found.candidates[0] is found.national

    @pytest.mark.parametrize("sentence", OF_THEIR_OWN)
    def test_those_of_their_own(self, sentence: str) -> None:
        assert FRAME.candidates(the_target(sentence)) == ()
        assert FRAME.compare(the_target(sentence)) is None

    @pytest.mark.parametrize("national", FRAME.targets(), ids=lambda one: f"{one.number} {one.target.year}")
    def test_each_national_one_is_about_itself(self, national: NationalTarget) -> None:
        words = national.target.population or ""
        assert about_the_same(words, words)


class TestWords:
    """What counts as a word, and what says nothing by itself."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Tỷ lệ nữ thạc sỹ", "nữ thạc sĩ"),
            ("UBND các cấp có lãnh đạo là nữ", "Uỷ ban nhân dân có lãnh đạo là phụ nữ"),
            ("nữ tham gia cấp ủy tỉnh An Giang", "nữ tham gia cấp uỷ"),
            ("trẻ em DTTS", "trẻ em người dân tộc thiểu số"),
            ("người dân được tiếp cận kiến thức", "dân số được tiếp cận kiến thức"),
        ],
    )
    def test_spellings_and_synonyms(self, one: str, other: str) -> None:
        assert words_of(one) == words_of(other)

    def test_a_word_in_small_letters_behind_a_kind_of_place_is_no_name(self) -> None:
        assert words_of("trung tâm tỉnh có điện").all[-1] == "điện"
        assert words_of("các xã khó khăn").all == ("xã", "khó", "khăn")

    def test_numbers_must_be_the_same(self) -> None:
        assert about_the_same(
            "lao động nữ dưới 45 tuổi được đào tạo nghề", "lao động nữ dưới 45 tuổi được đào tạo nghề"
        )
        assert not about_the_same(
            "lao động nữ dưới 35 tuổi được đào tạo nghề", "lao động nữ dưới 45 tuổi được đào tạo nghề"
        )
        assert not about_the_same("lao động nữ được đào tạo nghề", "lao động nữ dưới 45 tuổi được đào tạo nghề")

    def test_the_sex_must_be_the_same(self) -> None:
        assert not about_the_same("cơ quan có lãnh đạo chủ chốt", "cơ quan có lãnh đạo chủ chốt là nữ")
        assert not about_the_same("nữ", "nữ")
        assert not about_the_same("tỷ lệ nữ", "nữ thạc sĩ")

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("trẻ em trai và trẻ em gái hoàn thành tiểu học", "trẻ em hoàn thành tiểu học", True),
            ("trẻ em gái hoàn thành tiểu học", "trẻ em hoàn thành tiểu học", False),
            ("trẻ em trai hoàn thành tiểu học", "trẻ em hoàn thành tiểu học", False),
            ("nam giới hoàn thành tiểu học", "nữ giới hoàn thành tiểu học", False),
            ("thời gian làm việc nhà của phụ nữ", "thời gian làm việc nhà của nữ so với nam", True),
        ],
    )
    def test_which_sex_they_are_about(self, one: str, other: str, *, same: bool) -> None:
        assert about_the_same(one, other) is same

    def test_more_words_make_another_group_and_fewer_need_not(self) -> None:
        assert about_the_same("nữ chủ doanh nghiệp", "nữ chủ doanh nghiệp nhỏ")
        assert not about_the_same("nữ chủ doanh nghiệp nhỏ", "nữ chủ doanh nghiệp")

    def test_half_of_a_list_is_enough_and_less_is_not(self) -> None:
        national = "cơ quan có lãnh đạo chủ chốt là nữ"
        assert about_the_same("cơ quan, đơn vị có lãnh đạo chủ chốt là nữ", national)
        assert not about_the_same("cơ quan, đơn vị, trường học có lãnh đạo chủ chốt là nữ", national)

    def test_the_words_shared_are_those_of_the_national_one(self) -> None:
        shared = same_words(
            "người dân được tiếp cận kiến thức về bình đẳng giới",
            "dân số được tiếp cận kiến thức cơ bản về bình đẳng giới",
        )
        assert shared == ("dân số", "tiếp cận", "kiến thức", "bình đẳng giới")
        assert same_words("giới tính khi sinh", "tỷ số giới tính khi sinh") == ("giới tính", "sinh")
        assert same_words("", "nữ thạc sĩ") == ()

    def test_likeness(self) -> None:
        assert likeness("nữ thạc sĩ", "tỷ lệ nữ thạc sĩ") == 1
        assert likeness("nữ giảng viên thạc sĩ", "nữ thạc sĩ") == Fraction(3, 5)
        assert likeness("", "nữ") == 0


class TestLaws:
    """What holds of any words."""

    TEXTS = st.text(max_size=80) | st.lists(
        st.sampled_from(
            [
                "nữ",
                "nam",
                "cán bộ",
                "có",
                "được",
                "là",
                ",",
                "và",
                "45",
                "tỉnh",
                "An",
                "Giang",
                "cơ quan",
                "tổng số",
                "tiến sĩ",
                "(",
            ]
        ),
        max_size=30,
    ).map(" ".join)

    @given(TEXTS, TEXTS)
    def test_any_words_can_be_held_against_each_other(self, one: str, other: str) -> None:
        assert 0 <= likeness(one, other) <= 1
        assert likeness(one, other) == likeness(other, one)
        assert isinstance(about_the_same(one, other), bool)
        if about_the_same(one, other):
            assert same_words(one, other)

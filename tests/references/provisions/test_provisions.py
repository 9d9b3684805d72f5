"""Finding provisions in prose: a class a clause of what is one, and of what only looks like one."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.references.provisions.labels import RANK
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.scanning import find_provisions, read_provisions_before, scan_provisions
from vstbpn.references.provisions.wording import format_provisions
from vstbpn.text import fold

PIECES = st.sampled_from(
    ["Điều 5", "khoản 1", "điểm đ", "điểm a, b", "các", "từ", "và", ",", "đến", "Chương II", "Mục 1", "Phụ lục I", "Phụ lục",
     "tiết a", "Điều 7, 8", "(", ")", "của", "\n", "\n\n", "khoản 2", "-", "Phần thứ nhất", "tiểu mục 2", "điểm 1.2", ";",
     ".", "hoặc", "**", "theo", "Luật", "này", "\u00a0", "tài khoản 5", "Điều 9-5", "ĐIỀU 3", "kèm theo"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40)


def found(text: str) -> list[str]:
    return [str(mention.provision) for mention in find_provisions(text)]


def placed(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(one.provision), one.span.of(text), one.inherited) for one in find_provisions(text)]


class TestCited:
    @pytest.mark.parametrize(
        ("text", "provisions"),
        [
            ("Thực hiện khoản 2 Điều 5 của Quy chế này", ["khoản 2 Điều 5"]),
            ("quy định tại Chương II, Mục 2 Chương III", ["Chương II", "Mục 2 Chương III"]),
            ("theo tiểu mục 1 Mục 2", ["Tiểu mục 1 Mục 2"]),
            ("tại Phần thứ hai của Bộ luật", ["Phần thứ hai"]),
            ("Như Điều 3;", ["Điều 3"]),
            ("Điều 5 của Luật này quy định", ["Điều 5"]),
            ("Điều 5 Luật Trẻ em quy định", ["Điều 5"]),
            ("Khoản 2 Điều 5 được áp dụng", ["khoản 2 Điều 5"]),
            ("Mục 1 Chương II của Luật", ["Mục 1 Chương II"]),
            ("theo khoản 2. Sau đó", ["khoản 2"]),
            ("Điểm b khoản 1", ["điểm b khoản 1"]),
            ("tại điểm a, Sở báo cáo", ["điểm a"]),
            ("nêu tại mục 1.2 và phần III", ["Mục 1.2", "Phần III"]),
            ("(Phụ lục I)", ["Phụ lục I"]),
            ("theo Phụ lục kèm theo Kế hoạch này", ["Phụ lục"]),
            ("tại mục 2 Phụ lục I", ["Mục 2 Phụ lục I"]),
            ("SỬA ĐỔI ĐIỂM A KHOẢN 2 ĐIỀU 5", ["điểm a khoản 2 Điều 5"]),
            ("quy định tại\nĐiều 5\nNghị định", ["Điều 5"]),
            ("tại khoản 2\nĐiều 5", ["khoản 2 Điều 5"]),
            ("Điều 5, Điều 6 và Điều 7.", ["Điều 5", "Điều 6", "Điều 7"]),
            ("tại điểm 1 mục III", ["điểm 1 Mục III"]),
            ("Điều 8.2.LQ.9 của Bộ pháp điển", ["Điều 8.2.LQ.9"]),
            ("khoản này và điểm c", ["điểm c"]),
        ],
    )
    def test_with_an_act_or_alone(self, text: str, provisions: list[str]) -> None:
        assert found(text) == provisions


class TestNotCited:
    @pytest.mark.parametrize(
        "text",
        [
            "Điều 5. Phạm vi điều chỉnh", "Chương II", "Chương II\nQUY ĐỊNH CHUNG", "Mục 1. Quy định", "Điều 5: Phạm vi",
            "Điều 5 - Phạm vi", "# Điều 5. Phạm vi", "**Điều 5.** Phạm vi", "Điều 5 Sửa đổi", "như sau: “Điều 5a. Phạm vi",
            "PHỤ LỤC I\nDANH MỤC", "Chương I\nMục 1\nĐiều 1. Phạm vi",
        ],
    )  # fmt: skip
    def test_headings(self, text: str) -> None:
        assert found(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Mục tiêu 1. Tăng tỷ lệ", "điểm 3", "đạt 30 điểm", "đạt điểm 9 môn Toán", "Phần lớn", "điều 1 lần", "tài khoản 112",
            "chi khoản 5 triệu đồng", "Khoản 5 tỷ đồng", "điểm y tế", "các khoản y tế", "tiết 1, 2 lớp 5A", "một phần 3",
            "học phần 2", "thời điểm 3 tháng", "danh mục 1", "đạt điểm 8,5", "câu 1 phần 2", "thứ hai", "theo khoản 5 triệu đồng",
            "theo điểm 8,5", "các Phụ lục kèm theo", "Phụ lục", "danh mục Phụ lục", "tiết 2 phần 1", "phần A", "tăng 5%",
            "Điều kiện 5", "tại phần 10%", "khoản 5/2020", "",
        ],
    )  # fmt: skip
    def test_words_in_everyday_use(self, text: str) -> None:
        assert found(text) == []

    def test_a_run_ends_where_the_sentence_does(self) -> None:
        assert found("theo khoản 2; Điều 5") == ["khoản 2", "Điều 5"]
        assert found("tại khoản 2\n\nĐiều 5 Luật Trẻ em") == ["khoản 2", "Điều 5"]


class TestSpans:
    def test_words_of_several_belong_to_none(self) -> None:
        assert placed("tại điểm a, b khoản 2 và khoản 3 Điều 5") == [
            ("điểm a khoản 2 Điều 5", "điểm a", ("clause", "article")),
            ("điểm b khoản 2 Điều 5", "b", ("clause", "article")),
            ("khoản 3 Điều 5", "khoản 3", ("article",)),
        ]

    def test_words_of_one_are_its_own(self) -> None:
        assert placed("tại điểm a khoản 2 và khoản 3 Điều 5, Điều 7") == [
            ("điểm a khoản 2 Điều 5", "điểm a khoản 2", ("article",)),
            ("khoản 3 Điều 5", "khoản 3", ("article",)),
            ("Điều 7", "Điều 7", ()),
        ]

    def test_a_range_is_one(self) -> None:
        text = "quy định từ khoản 1 đến khoản 18 Điều 9"
        whole = "từ khoản 1 đến khoản 18 Điều 9"
        assert placed(text) == [(whole, whole, ())]

    def test_a_range_within_a_list(self) -> None:
        assert placed("các khoản 1, 3-5 và 7 Điều 9") == [
            ("khoản 1 Điều 9", "khoản 1", ("article",)),
            ("từ khoản 3 đến khoản 5 Điều 9", "3-5", ("article",)),
            ("khoản 7 Điều 9", "7", ("article",)),
        ]

    def test_the_highest_level_first(self) -> None:
        assert placed("tại Điều 5 khoản 2, khoản 3 điểm a") == [
            ("khoản 2 Điều 5", "khoản 2", ("article",)),
            ("điểm a khoản 3 Điều 5", "khoản 3 điểm a", ("article",)),
        ]
        assert placed("tại Điều 4, 5 khoản 2") == [("Điều 4", "Điều 4", ()), ("khoản 2 Điều 5", "5 khoản 2", ())]

    def test_brackets_are_closed(self) -> None:
        assert placed("tại Điều 5 (khoản 2) và Điều 6") == [
            ("khoản 2 Điều 5", "Điều 5 (khoản 2)", ()),
            ("Điều 6", "Điều 6", ()),
        ]

    def test_one_clause_of_several_articles(self) -> None:
        assert placed("khoản 1 các Điều 5, 6 và 7") == [
            ("khoản 1 Điều 5", "Điều 5", ("clause",)),
            ("khoản 1 Điều 6", "6", ("clause",)),
            ("khoản 1 Điều 7", "7", ("clause",)),
        ]

    def test_headings_before_a_citation_are_left_out(self) -> None:
        assert placed("Chương II\nĐiều 5 và Điều 6 của Luật") == [("Điều 5", "Điều 5", ()), ("Điều 6", "Điều 6", ())]

    @given(TEXTS)
    def test_they_are_in_order_and_apart(self, text: str) -> None:
        done = 0
        for mention in find_provisions(text):
            assert done <= mention.span.start < mention.span.end <= len(text)
            done = mention.span.end

    @given(TEXTS)
    def test_what_is_inherited_is_named(self, text: str) -> None:
        for mention in find_provisions(text):
            levels = [level for level, _, _ in mention.provision.labels]
            assert set(mention.inherited) < set(levels)
            assert list(mention.inherited) == sorted(mention.inherited, key=lambda level: -RANK[level])

    @given(TEXTS)
    def test_decomposed_text_gives_the_same(self, text: str) -> None:
        composed = unicodedata.normalize("NFC", text)
        assert found(composed) == found(unicodedata.normalize("NFD", composed))

    @given(TEXTS)
    def test_each_reads_back(self, text: str) -> None:
        for mention in find_provisions(text):
            assert Provision.parse(str(mention.provision)) == mention.provision

    def test_a_piece_of_a_text_can_be_scanned(self) -> None:
        folded = fold("theo Điều 5 và theo Điều 6")
        assert [one.span.start for one in scan_provisions(folded, 12, len(folded.text))] == [20]


class TestBeforeAnAct:
    def test_each_has_its_place(self) -> None:
        text = "theo điểm a, b khoản 2 và khoản 3 Điều 5 của Luật"
        before = read_provisions_before(text, 0, text.index("Luật"))
        assert before is not None
        assert before.provisions == tuple(item.provision for item in before.items)
        assert [text[item.start : item.end] for item in before.items] == ["điểm a", "b", "khoản 3"]
        assert text[before.start : before.end] == "điểm a, b khoản 2 và khoản 3 Điều 5"

    def test_small_words_are_ones_there(self) -> None:
        before = read_provisions_before("điều 7 ", 0, 7)
        assert before is not None
        assert before.provisions == (Provision(article="7"),)

    def test_it_reaches_back_no_further_than_told(self) -> None:
        before = read_provisions_before("khoản 1 Điều 5 ", 8, 15)
        assert before is not None
        assert (before.provisions, before.start) == ((Provision(article="5"),), 8)

    @pytest.mark.parametrize(
        "text", ["Điều 5 Điều f ", "điểm f ", "các Phụ lục kèm theo ", "Phụ lục, ", "hai 5 ", "khoản "]
    )
    def test_what_is_none(self, text: str) -> None:
        assert read_provisions_before(text, 0, len(text)) is None

    @pytest.mark.parametrize("words", ["", "của ", "kèm theo ", "ban hành kèm theo "])
    def test_the_only_appendix_of_an_act(self, words: str) -> None:
        text = f"Phụ lục {words}"
        before = read_provisions_before(text, 0, len(text))
        assert before is not None
        assert before.provisions == (Provision(appendix=""),)

    @given(TEXTS)
    def test_every_place_is_within_the_whole(self, text: str) -> None:
        folded = fold(text + " ").text
        before = read_provisions_before(folded, 0, len(folded))
        if before is not None:
            assert all(before.start <= item.start < item.end <= before.end for item in before.items)
            assert all(Provision.parse(str(provision)) == provision for provision in before.provisions)

    @given(strategies.provision_lists())
    def test_a_list_written_is_read(self, provisions: tuple[Provision, ...]) -> None:
        written = format_provisions(provisions)
        if ";" not in written:
            before = read_provisions_before(f"{written} ", 0, len(written) + 1)
            assert before is not None
            assert before.provisions == provisions


class TestTime:
    @staticmethod
    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            find_provisions(text)
            best = min(best, time.perf_counter() - start)
        return best

    @pytest.mark.parametrize(
        "piece",
        [
            "Điều 1, ", "điểm a, ", "khoản 2 Điều ", "Phụ lục ", "Điều 5 (", "Điều 5 và ", "từ Điều 5 đến ", "Điều 1-",
            "Chương I\n", "mục 1.1.1.", " \n", "khoản 1 các Điều 5, 6, ",
        ],
    )  # fmt: skip
    def test_it_grows_with_the_length_of_the_text(self, piece: str) -> None:
        short, long = piece * 500, piece * 2000
        # The smallest of several runs, and a second look: other work on the machine only ever adds time.
        assert any(self.seconds(long) <= 10 * self.seconds(short) + 0.001 for _ in range(4))

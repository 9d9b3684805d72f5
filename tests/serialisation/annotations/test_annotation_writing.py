"""Annotations: flat objects with code point offsets, the keys of each kind fixed."""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from vstbpn import strategies
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.reading.reading import read
from vstbpn.references.citing.reference import Reference
from vstbpn.serialisation.annotations.writing import annotate

KEYS = {
    "campaign": {"name", "start_day", "end_day"},
    "deadline": {
        "due", "relation", "what", "who", "to_whom", "period", "due_from", "recurring", "impossible",
    },
    "header": {"part", "value"},
    "legal_basis": {"introduced_by"},
    "observance": {"day", "observance"},
    "recipient": {"name", "qualifier", "archive"},
    "reference": {
        "type", "number", "code", "year", "name", "name_year", "date", "issuer", "provisions",
        "mark", "qualifier", "title",
    },
    "section": {"marker", "level", "title", "style"},
    "signature": {"prefixes", "positions", "name", "on_behalf_of"},
    "target": {
        "comparator", "value", "value_max", "unit", "year",
        "population", "direction", "is_change", "when", "period", "baseline",
    },
    "task": {"unit", "path"},
}  # fmt: skip
"""What each kind holds besides kind, start, end and text."""

PROVISION_KEYS = {
    "appendix", "part", "chapter", "section", "subsection", "article", "clause", "point", "item",
    "appendix_to", "part_to", "chapter_to", "section_to", "subsection_to", "article_to", "clause_to", "point_to", "item_to",
}  # fmt: skip

EXAMPLES = ("department_plan", "kindergarten_plan", "action_month_plan")

Annotation = Mapping[str, Any]


def annotations(text: str, kind: str) -> list[Annotation]:
    """The annotations of a kind."""
    return [one for one in annotate(read(text)) if one["kind"] == kind]


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> str:
    """The text of each example plan in turn."""
    text: str = request.getfixturevalue(request.param)
    return text


class TestShape:
    """Each says its kind, its place and its words, in reading order."""

    def test_the_words_stand_at_their_place(self, example: str) -> None:
        found = annotate(read(example))
        assert found
        for one in found:
            assert one["text"] == example[one["start"] : one["end"]]
            assert 0 <= one["start"] < one["end"] <= len(example)

    def test_they_come_in_reading_order(self, example: str) -> None:
        places = [(one["start"], -one["end"]) for one in annotate(read(example))]
        assert places == sorted(places)

    def test_the_keys_are_those_of_the_kind(self, example: str) -> None:
        for one in annotate(read(example)):
            assert list(one)[:4] == ["kind", "start", "end", "text"]
            assert set(one) - {"kind", "start", "end", "text"} == KEYS[one["kind"]]

    def test_every_kind_is_found(self, department_plan: str) -> None:
        assert {one["kind"] for one in annotate(read(department_plan))} == set(KEYS)

    def test_none_is_found_twice(self, example: str) -> None:
        found = [(one["kind"], one["start"], one["end"], one.get("due")) for one in annotate(read(example))]
        assert len(found) == len(set(found))

    def test_each_is_a_line_of_json(self, example: str) -> None:
        for one in annotate(read(example)):
            assert json.loads(json.dumps(one, ensure_ascii=False, allow_nan=False)) == one

    def test_an_empty_text_has_none(self) -> None:
        assert annotate(read("")) == []

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plan_texts())
    def test_of_any_plan(self, text: str) -> None:
        found = annotate(read(text))
        assert {"header", "legal_basis", "section", "target", "task", "recipient", "signature"} <= {
            one["kind"] for one in found
        }
        for one in found:
            assert one["text"] == text[one["start"] : one["end"]]
            assert set(one) - {"kind", "start", "end", "text"} == KEYS[one["kind"]]

    def test_offsets_are_those_of_the_text_as_it_was_given(self, kindergarten_plan: str) -> None:
        decomposed = unicodedata.normalize("NFD", kindergarten_plan)
        plain, found = annotate(read(kindergarten_plan)), annotate(read(decomposed))
        assert [_without_place(one) for one in found] == [_without_place(one) for one in plain]
        for one, other in zip(found, plain, strict=True):
            assert decomposed[one["start"] : one["end"]] == one["text"]
            assert unicodedata.normalize("NFC", one["text"]) == other["text"]


def _without_place(one: Annotation) -> Annotation:
    return {key: value for key, value in one.items() if key not in {"start", "end", "text"}}


class TestReferences:
    """From the type word through the symbol, or the name through its year."""

    def test_by_symbol(self) -> None:
        text = "Căn cứ điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."
        (one,) = annotations(text, "reference")
        assert _without_place(one) == {
            "kind": "reference",
            "type": "Nghị định",
            "number": "30",
            "code": "NĐ-CP",
            "year": 2020,
            "name": None,
            "name_year": None,
            "date": "2020-03-05",
            "issuer": "Chính phủ",
            "provisions": [{"article": "5", "clause": "2", "point": "a"}],
            "mark": "/",
            "qualifier": None,
            "title": None,
        }
        assert one["text"] == "Nghị định số 30/2020/NĐ-CP"

    def test_by_name(self) -> None:
        (one,) = annotations("Theo Luật Bình đẳng giới năm 2006.", "reference")
        assert one["text"] == "Luật Bình đẳng giới năm 2006"
        assert (one["type"], one["name"], one["name_year"]) == ("Luật", "Luật Bình đẳng giới", 2006)
        assert (one["number"], one["code"], one["year"], one["date"], one["issuer"]) == (None,) * 5

    @pytest.mark.parametrize(
        ("words", "number", "code", "year"),
        [
            ("Quyết định số 2351/QĐ-TTg", "2351", "QĐ-TTg", None),
            ("Chỉ thị số 21-CT/TW", "21", "CT/TW", None),
            ("Luật số 73/2006/QH11", "73", "QH11", 2006),
            ("Nghị quyết số 11-NQ/TW", "11", "NQ/TW", None),
        ],
    )
    def test_number_code_and_year(self, words: str, number: str, code: str, year: int | None) -> None:
        (one,) = annotations(f"Thực hiện {words}.", "reference")
        assert (one["text"], one["number"], one["code"], one["year"]) == (words, number, code, year)

    def test_a_range_of_provisions(self) -> None:
        (one,) = annotations("Theo khoản 1 đến khoản 3 Điều 9 Luật Trẻ em.", "reference")
        assert one["provisions"] == [{"article": "9", "clause": "1", "clause_to": "3"}]

    def test_a_date_of_which_parts_are_blank(self) -> None:
        (one,) = annotations("Quyết định số 12/QĐ-SYT ngày   tháng 4 năm 2021 của Sở Y tế.", "reference")
        assert one["date"] is not None
        assert PartialDate.parse(one["date"]) == PartialDate(year=2021, month=4)

    def test_keys_of_provisions_are_known(self, example: str) -> None:
        for one in annotations(example, "reference"):
            for provision in one["provisions"]:
                assert set(provision) <= PROVISION_KEYS
                assert all(isinstance(label, str) for label in provision.values())

    def test_a_text_that_is_no_plan_has_its_references(self) -> None:
        assert len(annotations("Xem Luật Trẻ em và Nghị quyết số 28/NQ-CP.", "reference")) == 2


class TestSections:
    """The marker through the end of the heading; the marker without its dot, a letter with its bracket."""

    TEXT = (
        "KẾ HOẠCH\nCông tác gia đình năm 2026\n\n"
        "I. MỤC TIÊU\n\nMục tiêu 1: Nâng cao nhận thức\n\n- Tuyên truyền.\n\n"
        "II. NHIỆM VỤ\n\n1. Truyền thông\n\n1.1. Trong trường\n\na) Tổ chức tọa đàm.\nđ) Treo khẩu hiệu.\n"
    )

    def test_markers_and_levels(self) -> None:
        found = [(one["marker"], one["level"], one["title"]) for one in annotations(self.TEXT, "section")]
        assert found == [
            ("I", 1, "MỤC TIÊU"),
            ("Mục tiêu 1", 2, "Nâng cao nhận thức"),
            ("II", 1, "NHIỆM VỤ"),
            ("1", 2, "Truyền thông"),
            ("1.1", 3, "Trong trường"),
            ("a)", 4, None),
            ("đ)", 4, None),
        ]

    def test_words(self) -> None:
        words = [one["text"] for one in annotations(self.TEXT, "section")]
        assert words[0] == "I. MỤC TIÊU"
        assert words[1] == "Mục tiêu 1: Nâng cao nhận thức"
        assert words[4] == "1.1. Trong trường"

    def test_articles(self) -> None:
        text = "QUYẾT ĐỊNH\nVề việc kiện toàn Ban\n\nĐiều 1. Kiện toàn Ban.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
        assert [one["marker"] for one in annotations(text, "section")] == ["Điều 1", "Điều 2"]


class TestTargets:
    """Comparator, values as decimals in text, unit and year."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Ít nhất 60% cơ quan có lãnh đạo là nữ vào năm 2025", (">=", "60", None, "%", 2025)),
            ("Tỷ lệ trẻ em gái ra lớp đạt trên 99,5%", (">", "99.5", None, "%", None)),
            ("Tỷ lệ nữ tham gia cấp ủy đạt từ 20% đến 25%", ("between", "20", "25", "%", None)),
            ("Khoảng 80% học sinh được cung cấp kiến thức", ("~", "80", None, "%", None)),
        ],
    )
    def test_it(self, words: str, expected: tuple[object, ...]) -> None:
        text = f"KẾ HOẠCH\nCông tác bình đẳng giới\n\nI. MỤC TIÊU\n\n- {words}.\n"
        (one,) = annotations(text, "target")
        keys = ("comparator", "value", "value_max", "unit", "year")
        assert tuple(one[key] for key in keys) == expected

    def test_what_a_target_says_besides(self) -> None:
        words = "Giai đoạn 2026 - 2030, giảm 50% số cặp tảo hôn"
        text = f"KẾ HOẠCH\nCông tác bình đẳng giới\n\nI. MỤC TIÊU\n\n- {words}.\n"
        (one,) = annotations(text, "target")
        assert (one["direction"], one["is_change"], one["population"]) == ("lower", True, "số cặp tảo hôn")
        assert (one["period"], one["when"], one["baseline"]) == ("2026-2030", "by", None)

    def test_values_are_plain_decimals(self, example: str) -> None:
        for one in annotations(example, "target"):
            for value in (one["value"], one["value_max"]):
                assert value is None or value.replace(".", "", 1).isdigit()


class TestDeadlines:
    """When it is due and how it is tied to that day."""

    @pytest.mark.parametrize(
        ("words", "due", "relation"),
        [
            ("trước ngày 15 tháng 6 năm 2021", "2021-06-15", "before"),
            ("chậm nhất ngày 15/6/2021", "2021-06-15", "by"),
            ("trong tháng 4 năm 2020", "2020-04", "during"),
            ("trước ngày 15/6 hằng năm", "--06-15", "before"),
        ],
    )
    def test_it(self, words: str, due: str, relation: str) -> None:
        text = f"KẾ HOẠCH\nCông tác gia đình\n\nI. BÁO CÁO\n\nCác đơn vị gửi báo cáo {words}.\n"
        (one,) = annotations(text, "deadline")
        assert (one["due"], one["relation"]) == (due, relation)
        assert words.removeprefix("trong ") in one["text"]

    def test_who_owes_what_to_whom(self) -> None:
        words = "Các trường gửi báo cáo 6 tháng đầu năm về Phòng Giáo dục và Đào tạo trước ngày 15/6 hằng năm"
        text = f"KẾ HOẠCH\nCông tác gia đình\n\nI. BÁO CÁO\n\n{words}.\n"
        (one,) = annotations(text, "deadline")
        assert (one["who"], one["to_whom"]) == ("Các trường", "Phòng Giáo dục và Đào tạo")
        assert one["period"]["kind"] == "half"
        assert (one["recurring"], one["impossible"], one["due_from"]) == ("yearly", False, None)

    def test_one_that_is_relative_has_no_day(self, department_plan: str) -> None:
        found = [one for one in annotations(department_plan, "deadline") if one["due"] is None]
        assert [one["text"] for one in found] == ["trong vòng 24 giờ kể từ khi phát hiện"]

    def test_days_are_edtf(self, example: str) -> None:
        for one in annotations(example, "deadline"):
            assert one["due"] is None or str(PartialDate.parse(one["due"])) == one["due"]
            assert one["relation"] in {"before", "by", "on", "during", "every"}


class TestTheRest:
    """Header, bases, tasks, days and the ending."""

    def test_the_header(self, department_plan: str) -> None:
        parts = {one["part"]: one["value"] for one in annotations(department_plan, "header")}
        assert parts == {
            "superior": "UBND TỈNH HẢI DƯƠNG",
            "issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "symbol": "15/KH-SGDĐT",
            "place": "Hải Dương",
            "date": "2024-03-05",
            "type": "Kế hoạch",
            "title": "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ ngành Giáo dục và Đào tạo năm 2024",
        }

    def test_a_draft_shows_what_is_blank(self) -> None:
        text = "SỞ Y TẾ\n\nSố:     /KH-SYT\n\nAn Giang, ngày     tháng 4 năm 2021\n\nKẾ HOẠCH\nCông tác gia đình\n"
        parts = {one["part"]: one["value"] for one in annotations(text, "header")}
        assert (parts["symbol"], parts["date"]) == ("/KH-SYT", "2021-04-XX")

    def test_bases_and_tasks(self, department_plan: str) -> None:
        assert {one["introduced_by"] for one in annotations(department_plan, "legal_basis")} == {"Căn cứ"}
        by_path = {one["path"]: one["unit"] for one in annotations(department_plan, "task")}
        assert by_path["V.2.a"] == "Văn phòng Sở"
        assert by_path["III.1.1.c"] is None

    def test_days_of_the_year(self, department_plan: str) -> None:
        assert [one["day"] for one in annotations(department_plan, "observance")] == [
            "--03-08",
            "--06-28",
            "--10-20",
            "--11-20",
        ]
        (campaign,) = annotations(department_plan, "campaign")
        assert (campaign["start_day"], campaign["end_day"]) == ("2024-11-15", "2024-12-15")

    def test_the_ending(self, action_month_plan: str) -> None:
        (signature,) = annotations(action_month_plan, "signature")
        assert signature["prefixes"] == ["TM.", "KT."]
        assert signature["positions"] == ["PHÓ CHỦ TỊCH"]
        recipients = annotations(action_month_plan, "recipient")
        assert (recipients[0]["name"], recipients[0]["qualifier"]) == ("UBND tỉnh Ninh Bình", "để báo cáo")
        assert [one["archive"] for one in recipients][-1] is True


@pytest.mark.parametrize("given_", ["Căn cứ Luật Trẻ em", None, Reference(name="Luật Trẻ em")])
def test_what_was_not_read_raises(given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
    with pytest.raises(InvalidValueError, match=r"read the text first, as in annotate\(read\(text\)\)"):
        annotate(given_)

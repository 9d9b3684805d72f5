"""Units: which there are, by what they scale, and their names behind a figure in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.units import (
    RATIOS,
    SHARES,
    check_unit,
    english_after_figure,
    is_count,
    is_part,
    is_share,
    scale_of,
    unit_after_figure,
    unit_of_english,
)

PARTS = ("/2", "/3", "/10", "/99")
RATES = ("/100", "/1.000", "/10.000", "/100.000", "/1.000.000")
NOUNS = ("hộ", "câu lạc bộ", "tin, bài", "buổi/năm", "km²", "m2", "lần/năm", "đại biểu HĐND")
ODD_NOUNS = (
    "times",
    "children per woman",
    "nhóm of hộ",
    "of",
    "per 100",
    "hộ: nghèo",
    "hộ (no figure)",
    "i\u0307",
    "x" * 99,
)
UNITS = (*sorted(SHARES), *sorted(RATIOS), *PARTS, *RATES, *NOUNS, *ODD_NOUNS)
NO_UNITS = (
    "", " ", "/", "/0", "/1", "/01", "/100.0", "/1000", "/200", "%%", "%/năm", "5", "5 hộ", "-", " hộ", "hộ ", "hộ  nghèo", "hộ\nnghèo", "“hộ”",
    "nhóm “A”",
)  # fmt: skip


class TestScales:
    @pytest.mark.parametrize(
        ("unit", "scale"),
        [
            ("%", 100),
            ("‰", 1000),
            ("lần", 1),
            ("/3", 3),
            ("/10", 10),
            ("/100", 100),
            ("/1.000.000", 10**6),
            ("hộ", None),
        ],
    )
    def test_parts_of_a_whole_are_multiplied(self, unit: str, scale: int | None) -> None:
        assert scale_of(unit) == scale

    @pytest.mark.parametrize("unit", [*NOUNS, *ODD_NOUNS])
    def test_what_is_counted_has_none(self, unit: str) -> None:
        assert is_count(unit)

    @pytest.mark.parametrize("unit", [*sorted(SHARES), *sorted(RATIOS), *PARTS, *RATES, ""])
    def test_other_units_do_not_count(self, unit: str) -> None:
        assert not is_count(unit)

    def test_fractions_are_shares(self) -> None:
        assert [unit for unit in UNITS if is_part(unit)] == list(PARTS)
        assert {unit for unit in UNITS if is_share(unit)} == {*SHARES, *PARTS}


class TestNames:
    @pytest.mark.parametrize("unit", UNITS)
    def test_english_ones_lead_back(self, unit: str) -> None:
        assert unit_of_english(english_after_figure(unit)) == unit

    def test_english_ones_differ(self) -> None:
        assert len({english_after_figure(unit) for unit in UNITS}) == len(UNITS)

    @pytest.mark.parametrize(
        ("unit", "vietnamese", "english"),
        [
            ("%", "%", "%"),
            ("/3", "/3", "/3"),
            ("/10.000", "/10.000", " per 10,000"),
            ("lần", " lần", " times"),
            ("con/bà mẹ", " con/bà mẹ", " children per mother"),
            ("hộ", " hộ", " hộ"),
            ("times", " times", " “times”"),
        ],
    )
    def test_in_both_languages(self, unit: str, vietnamese: str, english: str) -> None:
        assert unit_after_figure(unit) == vietnamese
        assert english_after_figure(unit) == english

    @pytest.mark.parametrize(
        "words",
        ["", " ", "hộ", " per 1000", " per 10", " per cent of", " “hộ", " ““”", " “%”", "times", " lần", " %", "/1"],
    )
    def test_other_words_name_none(self, words: str) -> None:
        assert unit_of_english(words) is None


class TestChecking:
    @pytest.mark.parametrize("unit", UNITS)
    def test_units_pass(self, unit: str) -> None:
        check_unit(unit)

    @pytest.mark.parametrize("unit", [*NO_UNITS, None, 5, ["hộ"]])
    def test_what_is_none_is_refused(self, unit: object) -> None:
        with pytest.raises(InvalidValueError, match="or the noun counted"):
            check_unit(unit)

    @given(st.text() | st.text(alphabet="/1059.,%‰ of per times"))
    def test_whatever_passes_is_read_back_from_english(self, unit: str) -> None:
        try:
            check_unit(unit)
        except InvalidValueError:
            return
        assert unit_of_english(english_after_figure(unit)) == unit

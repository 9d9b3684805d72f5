"""Lists of provisions written as one."""

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.wording import format_provisions


class TestVietnamese:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("Điều 5", "Điều 5"),
            ("Điều 8, Điều 9", "Điều 8 và Điều 9"),
            ("Điều 8, 9, 25, 30", "các Điều 8, 9, 25 và 30"),
            ("điểm a khoản 2 Điều 5, điểm b khoản 2 Điều 5, khoản 3 Điều 5", "điểm a, b khoản 2 và khoản 3 Điều 5"),
            ("điểm a, b, c, d và đ khoản 2", "các điểm a, b, c, d và đ khoản 2"),
            ("khoản 1 Điều 3, khoản 2 Điều 3, Điều 4 và điểm c khoản 5 Điều 6",
             "khoản 1, 2 Điều 3, Điều 4 và điểm c khoản 5 Điều 6"),
            ("từ khoản 1 đến khoản 18 Điều 9 và Điều 10", "từ khoản 1 đến khoản 18 Điều 9 và Điều 10"),
            ("Phụ lục I, II, III", "các Phụ lục I, II và III"),
            ("Điều 5; khoản 2", "Điều 5; khoản 2"),
            ("khoản 1; khoản 2 Điều 5", "khoản 1; khoản 2 Điều 5"),
        ],
    )  # fmt: skip
    def test_what_is_shared_is_said_once(self, text: str, written: str) -> None:
        assert format_provisions(Provision.parse_all(text)) == written

    @given(strategies.provision_lists())
    def test_it_reads_back(self, provisions: tuple[Provision, ...]) -> None:
        assert Provision.parse_all(format_provisions(provisions)) == provisions

    def test_of_nothing(self) -> None:
        assert format_provisions(()) == ""
        assert format_provisions((), "en") == ""

    def test_of_the_only_appendix(self) -> None:
        both = (Provision(appendix=""), Provision(appendix="", section="1"))
        assert Provision.parse_all(format_provisions(both)) == both


class TestEnglish:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("điểm a khoản 2 Điều 5", "point a, clause 2, Article 5"),
            ("điểm a, b khoản 2 và khoản 3 Điều 5", "points a and b, clause 2, Article 5; clause 3, Article 5"),
            ("các Điều 8, 9 và 30", "Articles 8, 9 and 30"),
            ("Phụ lục I, II", "Appendices I and II"),
            ("từ Điều 5 đến Điều 9", "Articles 5–9"),
            ("từ khoản 1 đến khoản 3 Điều 5 và khoản 7 Điều 5", "clauses 1–3 and 7, Article 5"),
            ("Phần thứ hai", "Part 2"),
            ("Phụ lục", "Appendix"),
        ],
    )
    def test_levels_are_apart_by_commas_and_provisions_by_semicolons(self, text: str, written: str) -> None:
        assert format_provisions(Provision.parse_all(text), "en") == written


def test_there_are_two_styles() -> None:
    with pytest.raises(InvalidValueError, match="expected one of vi, en"):
        format_provisions((Provision(article="5"),), "fr")

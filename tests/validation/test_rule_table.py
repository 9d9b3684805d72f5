"""The table of rules against the rules shipped: none without the other, and every wording is complete."""

import datetime
import re
from collections.abc import Iterator

import pytest

from vstbpn.catalogue.tables import rules
from vstbpn.findings import Finding, rule_basis
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.citing.reference import Reference
from vstbpn.references.provisions.provision import Provision
from vstbpn.validation.check import DEFAULT_RULES, check
from vstbpn.validation.rules import Rule
from vstbpn.vocabulary import LANGUAGES, Severity

CODES = [row.code for row in rules()]
OF_READING = {"DOC001", "DOC002", "DOC003"}
"""Codes of what a reading itself has to say."""
OF_ROLL_UPS = {code for code in CODES if code.startswith("GOL01")}
"""Codes of what adding figures up has to say; no plan breaks them."""

FAULTY = """SỞ Y TẾ

Số: 5/KH-SYT

An Giang, ngày 02 tháng 3 năm 2021

KẾ HOẠCH
Công tác bình đẳng giới

Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;
Căn cứ Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ;
Căn cứ Quyết định số 2351/QĐ-TTg ngày 24 tháng 12 năm 2010 của Thủ tướng Chính phủ;
Thực hiện Công văn số 6382/KH-SGDĐT;
Thực hiện Chỉ thị số 07/CT-TU;
Thực hiện Kế hoạch số 365/KH- UBND;
Thực hiện Đề án số 938-ĐA/CP.

I. MỤC TIÊU

Mục tiêu 1: Tăng tỷ lệ nữ lãnh đạo

- Tăng cường sự tham gia của phụ nữ.

Mục tiêu 2: Tăng tỷ lệ nữ có trình độ cao

- Đến năm 2025, ít nhất 50% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ.
- Tỷ lệ nữ cán bộ được tập huấn đạt 130% vào năm 2025.

III. TỔ CHỨC THỰC HIỆN

1. Công tác tuyên truyền

- Phổ biến kế hoạch rộng rãi; gửi báo cáo trước ngày 31/6/2021.
- Tổ chức Tháng hành động vì bình đẳng giới từ ngày 01 tháng 11 đến ngày 30 tháng 11 năm 2021.
- Tổ chức Tuần lễ Áo dài từ ngày 08/3/2021 đến ngày 01/3/2021.

1. Công tác khác

2 Kinh phí

2.1. Nguồn kinh phí

- Bố trí trong dự toán.

2.2 Quản lý kinh phí

- Theo quy định.

Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện.

Nơi nhận:
- Lưu: VT.
"""
"""A plan in which most is wrong."""

DRAFT = """KẾ HOẠCH
Công tác bình đẳng giới

I. MỤC TIÊU

Mục tiêu 1: Tăng tỷ lệ nữ lãnh đạo

- Ít nhất 60% cơ quan có lãnh đạo là nữ.
"""
"""A plan that lacks most."""


def every_finding() -> Iterator[Finding]:
    """Findings of two bad plans and of texts that are none."""
    for text in (FAULTY, DRAFT):
        plan = read(text).plan
        assert plan is not None
        yield from check(plan, on=datetime.date(2021, 3, 2) if plan.date else datetime.date(2026, 1, 1))
        yield from check(plan, on=datetime.date(2026, 1, 1))
    yield from check(Plan())
    for text in ("", "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Khen thưởng.\n", "ñy ban nh©n d©n\n"):
        yield from read(text).findings


FOUND = tuple(every_finding())


def test_every_code_is_of_a_rule_or_of_the_reading() -> None:
    shipped = {rule.code for rule in DEFAULT_RULES}
    assert not shipped & (OF_READING | OF_ROLL_UPS)
    assert sorted(shipped | OF_READING | OF_ROLL_UPS) == sorted(CODES)
    assert len(DEFAULT_RULES) == len(shipped)


def test_every_rule_is_broken_by_the_bad_plans() -> None:
    assert {finding.code for finding in FOUND} == set(CODES) - OF_ROLL_UPS


@pytest.mark.parametrize("code", sorted(set(CODES) - OF_ROLL_UPS))
@pytest.mark.parametrize("language", LANGUAGES)
class TestWording:
    """What a rule gives is what its wording needs."""

    def test_nothing_is_left_to_be_filled_in(self, code: str, language: str) -> None:
        for finding in (finding for finding in FOUND if finding.code == code):
            for words in (finding.title(language), finding.message(language), finding.remedy(language)):
                assert not re.search(r"[{}]", words), words
                assert words == words.strip()

    def test_what_it_gives_is_used(self, code: str, language: str) -> None:
        for finding in (finding for finding in FOUND if finding.code == code):
            words = f"{finding.message(language)} {finding.remedy(language)}"
            # A decision is named as its type where it is no plan; the message says that it is none.
            for name, value in finding.args:
                assert name == "type" or value in words, (name, words)


@pytest.mark.parametrize("rule", list(DEFAULT_RULES), ids=lambda rule: rule.code)
class TestRows:
    """Each rule rests on a provision that can be read, or on sense."""

    def test_the_basis_names_act_and_provision(self, rule: Rule) -> None:
        basis = rule_basis(rule.code)
        if basis is None:
            return
        assert isinstance(basis, Reference)
        assert basis.symbol is not None
        assert basis.date is not None
        assert all(isinstance(provision, Provision) for provision in basis.provisions)

    def test_the_severity_is_one(self, rule: Rule) -> None:
        assert Finding(code=rule.code).severity in Severity

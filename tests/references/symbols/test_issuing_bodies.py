"""What kind of body an abbreviation stands for."""

import pytest

from vstbpn.references.symbols.issuing_bodies import BodyKind, kind_of_body


@pytest.mark.parametrize("code", ["TW", "TƯ", "TU", "HU", "QU", "ThU", "ĐU", "ĐUK", "BTCTW", "VPTW", "UBKTTU"])
def test_party_bodies(code: str) -> None:
    assert kind_of_body(code) is BodyKind.PARTY


@pytest.mark.parametrize("code", ["CP", "TTg", "UBND", "HĐND", "HĐND8", "QH", "QH15", "CTN", "BNV", "SGDĐT"])
def test_state_bodies(code: str) -> None:
    assert kind_of_body(code) is BodyKind.STATE


@pytest.mark.parametrize("code", ["TLĐ", "ĐCT", "BTV", "TWĐTN", "LĐLĐ"])
def test_mass_organisations(code: str) -> None:
    assert kind_of_body(code) is BodyKind.MASS


@pytest.mark.parametrize("code", ["", "ABC", "CB", "ĐH", "CT", "VP", "BCĐ", "BCĐTW", "BCH", "TCCB", "THPT"])
def test_the_unknown_and_the_shared_are_of_none(code: str) -> None:
    assert kind_of_body(code) is None

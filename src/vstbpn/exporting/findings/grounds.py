"""The provision a rule rests on, as plain data for other programs."""

from typing import Any

from vstbpn.references.citing.reference import Reference
from vstbpn.references.provisions.labels import LEVELS

_PROVISION_KEYS = tuple(key for level in LEVELS for key in (level, f"{level}_to"))


def basis_data(basis: Reference | None) -> dict[str, Any] | None:
    """A reference in both languages and in its parts, by the keys of annotations (căn cứ pháp lý); None for none.

    >>> data = basis_data(Reference.parse("Điều 8 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"))
    >>> data["en"], data["number"], data["provisions"]
    ('Article 8 of Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government', '30', [{'article': '8'}])
    """
    if basis is None:
        return None
    symbol = basis.symbol
    return {
        "vi": basis.format("vi"),
        "en": basis.format("en"),
        "type": basis.type,
        "number": symbol.number if symbol else None,
        "code": symbol.code if symbol else None,
        "year": symbol.year if symbol else None,
        "name": basis.name,
        "name_year": basis.name_year,
        "date": str(basis.date) if basis.date else None,
        "issuer": basis.issuer,
        "provisions": [
            {key: label for key in _PROVISION_KEYS if (label := getattr(provision, key)) is not None}
            for provision in basis.provisions
        ],
    }

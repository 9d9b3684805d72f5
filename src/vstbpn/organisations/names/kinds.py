"""What kind of unit a name tells of (loại đơn vị theo tên): a table of the words names of each kind begin with.

The patterns are matched against exact keys, in order; the first that fits tells the kind.
"""

import re
from functools import cache

from vstbpn.catalogue.tables import issuers
from vstbpn.organisations.names.keys import key_of
from vstbpn.organisations.names.places import cities
from vstbpn.organisations.names.wording import PERSON_START, UNIT_START
from vstbpn.organisations.units.kinds import UnitKind

_MANY = re.compile(r"(?:tất cả )?(?:các|những|mỗi|từng) ")
_SCHOOL = r"(?:nhà )?trường (?:[^\W\d_]{1,7} công lập |công lập |tư thục )?"
_ONE_LEVEL = r"\b(?! (?:và )?(?:mầm non|tiểu học|trung học|th\b))"
_KINDS = tuple(
    (re.compile("|".join(patterns)), kind)
    for kind, *patterns in (
        (UnitKind.WOMENS_ADVANCEMENT, "(?:ban|ủy ban quốc gia|tiểu ban) vì sự tiến bộ"),
        (UnitKind.PRIME_MINISTER, "thủ tướng"),
        (UnitKind.GOVERNMENT, "chính phủ"),
        (UnitKind.NATIONAL_ASSEMBLY, "quốc hội", "ủy ban thường vụ quốc hội"),
        (
            UnitKind.MINISTERIAL_AGENCY,
            "(?:văn phòng|thanh tra) chính phủ",
            "ngân hàng nhà nước(?: việt nam)?$",
            "ủy ban dân tộc$",
        ),
        (
            UnitKind.PARTY,
            "(?:đảng|tỉnh|thành|huyện|quận|thị|quân|cấp|chi) ủy",
            "(?:đảng|chi) bộ",
            "bộ chính trị",
            "ban bí thư",
            "ban cán sự đảng",
            "đảng đoàn",
            "trung ương đảng",
            "ủy ban kiểm tra",
            "ban chấp hành (?:trung ương(?: đảng)?$|đảng bộ)",
            r"(?:văn phòng|ban [^\W\d_]{1,7} [^\W\d_]{1,7}(?: và dân vận)?) (?:trung ương|(?:tỉnh|thành|huyện|quận|thị) ủy)",
        ),
        (
            UnitKind.MASS_ORGANISATION,
            "công đoàn",
            "(?:tổng )?liên đoàn lao động",
            "hội (?:liên hiệp|phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ)",
            "đoàn thanh niên",
            "(?:huyện|tỉnh|thành|quận|xã|phường|chi) đoàn",
            "chi hội",
            "trung ương (?:đoàn|hội)",
            "(?:ủy ban (?:trung ương )?)?mặt trận",
            "đoàn chủ tịch",
            "ban chấp hành (?:công đoàn|đoàn|hội)",
        ),
        (UnitKind.PEOPLES_COUNCIL, "hội đồng nhân dân"),
        (UnitKind.PEOPLES_COMMITTEE, "ủy ban nhân dân"),
        (UnitKind.OTHER, "bộ (?:chỉ huy|tư lệnh|đội)"),
        (UnitKind.OFFICE, "bộ (?:phận|môn)"),
        (UnitKind.MINISTRY, r"bộ (?!luật|máy|tiêu|chỉ|tài liệu|quy|câu|công cụ|đề|hồ|sách|dữ)\w"),
        (UnitKind.DEPARTMENT, r"sở(?! hữu| thích)(?:$| \w)"),
        (
            UnitKind.OFFICE,
            r"phòng(?! ?(?:chống|ngừa|tránh|bệnh|cháy)\b)(?:$| \w)",
            "văn phòng(?! phẩm)",
            r"khoa(?! học\b)(?:$| \w)",
            r"tổ(?! chức\b| quốc\b)(?:$| \w)",
            r"vụ(?! việc| án)(?:$| \w)",
        ),
        (
            UnitKind.ETHNIC_BOARDING_SCHOOL,
            rf"{_SCHOOL}(?:[^\W_]{{1,7}} ){{0,8}}dân tộc nội trú",
            f"{_SCHOOL}(?:pt)?dtnt",
        ),
        (
            UnitKind.ETHNIC_SEMI_BOARDING_SCHOOL,
            rf"{_SCHOOL}(?:[^\W_]{{1,7}} ){{0,8}}dân tộc bán trú",
            f"{_SCHOOL}(?:pt)?dtbt",
        ),
        (
            UnitKind.MULTI_LEVEL_SCHOOL,
            f"{_SCHOOL}(?:tiểu học (?:và )?)?trung học cơ sở (?:và )?trung học phổ thông",
            f"{_SCHOOL}phổ thông (?:có )?(?:nhiều cấp|liên cấp)",
        ),
        (UnitKind.KINDERGARTEN, f"{_SCHOOL}(?:mầm non|mẫu giáo){_ONE_LEVEL}"),
        (
            UnitKind.PRIMARY_AND_LOWER_SECONDARY_SCHOOL,
            f"{_SCHOOL}tiểu học (?:và )?trung học cơ sở(?! (?:và )?trung học phổ thông)",
        ),
        (UnitKind.PRIMARY_SCHOOL, f"{_SCHOOL}tiểu học{_ONE_LEVEL}"),
        (UnitKind.LOWER_SECONDARY_SCHOOL, f"{_SCHOOL}trung học cơ sở{_ONE_LEVEL}"),
        (UnitKind.UPPER_SECONDARY_SCHOOL, f"{_SCHOOL}trung học phổ thông"),
        (
            UnitKind.VOCATIONAL_EDUCATION_CENTRE,
            r"trung tâm (?:giáo dục|dạy) nghề(?: nghiệp)?\s?[-]?\s?(?:và )?giáo dục thường xuyên",
            "trung tâm giáo dục thường xuyên (?:và )?giáo dục nghề nghiệp",
        ),
        (UnitKind.CONTINUING_EDUCATION_CENTRE, "trung tâm giáo dục thường xuyên"),
        (UnitKind.COLLEGE, f"{_SCHOOL}cao đẳng", "cao đẳng"),
        (UnitKind.UNIVERSITY, f"{_SCHOOL}đại học", "đại học", "học viện"),
        (UnitKind.SCHOOL, "(?:nhà )?trường(?! hợp)", "cơ sở giáo dục", "trung tâm giáo dục"),
        (UnitKind.SERVICE_CENTRE, "trung tâm phục vụ hành chính công"),
        (UnitKind.PROVINCE, r"tỉnh \w"),
        (UnitKind.DISTRICT, r"(?:huyện|quận|thị xã) \w"),
        (UnitKind.COMMUNE, r"(?:xã(?! hội)|phường|thị trấn|đặc khu) \w"),
    )
)
_IN_PROVINCE = re.compile(r"(?:các )?tỉnh\b|cấp tỉnh\b")
_IN_DISTRICT = re.compile(r"(?:các )?(?:huyện|quận|thị xã)\b|cấp huyện\b")
_IN_COMMUNE = re.compile(r"(?:các )?(?:xã|phường|thị trấn|đặc khu)\b|cấp xã\b")
_DISTRICT_OF = re.compile(r"\b(?:huyện|quận|thị xã)\b")
_COMMUNE_OF = re.compile(r" (?:xã(?! hội)|phường|đặc khu)(?:$| \w)")


def kind_of_key(key: str) -> UnitKind | None:
    """The kind of unit an exact key tells of; None where the words do not tell, or name persons."""
    key = _MANY.sub("", key, count=1) if _MANY.match(key) else key
    if key.startswith("thành phố "):
        return UnitKind.PROVINCE if key in cities() else UnitKind.DISTRICT
    kind = next((kind for pattern, kind in _KINDS if pattern.match(key)), None)
    if kind is None:
        return UnitKind.OTHER if UNIT_START.match(key) and not PERSON_START.match(key) else None
    if kind is UnitKind.PEOPLES_COMMITTEE:
        return _committee(key.removeprefix("ủy ban nhân dân").strip())
    if kind is UnitKind.OFFICE and key.startswith("phòng "):
        return _division(key)
    return kind


def _committee(where: str) -> UnitKind:
    """A people's committee by the place after it; a city may be either level unless it is a known one."""
    if _IN_PROVINCE.match(where) or where in cities():
        return UnitKind.PROVINCE_COMMITTEE
    if _IN_DISTRICT.match(where) or where.startswith("thành phố "):
        return UnitKind.DISTRICT_COMMITTEE
    return UnitKind.COMMUNE_COMMITTEE if _IN_COMMUNE.match(where) else UnitKind.PEOPLES_COMMITTEE


def _division(key: str) -> UnitKind:
    """A Phòng is a body of a district or commune where the issuers list it so, or the name says so; else an office."""
    if _DISTRICT_OF.search(key):
        return UnitKind.DIVISION
    if _COMMUNE_OF.search(key):
        return UnitKind.COMMUNE_DIVISION
    for division, kind in _divisions():
        if key == division or key.startswith(f"{division} "):
            return kind
    return UnitKind.OFFICE


@cache
def _divisions() -> tuple[tuple[str, UnitKind], ...]:
    kinds = {"district": UnitKind.DIVISION, "commune": UnitKind.COMMUNE_DIVISION}
    found = {
        key_of(row.name_vi.split(" thuộc ")[0]): kinds[row.level]
        for row in issuers()
        if row.level in kinds and row.name_vi.startswith("Phòng ")
    }
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))

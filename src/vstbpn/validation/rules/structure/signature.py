"""Rules of the signature (STR): by what authority who signs. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.findings import Edit, Finding
from vstbpn.plans.ending import Signature
from vstbpn.plans.plan import Plan
from vstbpn.reading.regions import NATIONAL
from vstbpn.text import comparison_key, fold
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.recipients import first_line
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import DocumentFamily, SigningPrefix

_DEPUTY = re.compile(r"(?:phó|thứ trưởng)(?: |$)")
_HEAD_WITH_DEPUTY = re.compile(
    r"phó (?:giám đốc|tổng giám đốc|chủ tịch|hiệu trưởng|viện trưởng|cục trưởng|tổng cục trưởng|vụ trưởng|trưởng phòng|"
    r"chánh văn phòng|chánh thanh tra)|thứ trưởng"
)
_PERSON = re.compile(
    r"(?:giám đốc|tổng giám đốc|hiệu trưởng|bộ trưởng|cục trưởng|vụ trưởng|viện trưởng|trưởng phòng|trưởng ban|"
    r"chánh văn phòng|chánh thanh tra|chủ tịch|bí thư|thủ tướng)(?! đoàn)(?: |$)"
)
_HEADED_BY_ONE = re.compile(r"(?:sở|bộ(?! (?:chính trị|chỉ huy|tư lệnh|đội))|phòng|cục|tổng cục|chi cục|vụ) ")
"""Agencies that one person leads; what such a person signs is signed by the position alone."""

_COUNCIL = re.compile(r"(?:ubnd|ủy ban nhân dân)(?: |$)")
_ADVISORY = re.compile(r"(?:ban|hội đồng|tổ|tiểu ban|tổ chức|ủy ban quốc gia|ubqg)(?: |$)")
_POLITICAL = re.compile(
    r"đảng|tỉnh ủy|thành ủy|huyện ủy|quận ủy|chi bộ|cấp ủy|công đoàn|liên đoàn|đoàn |hội |mặt trận|ban thường vụ|ban chấp hành|"
    r"ban thường trực|ban dân vận|ban tuyên giáo|ban tổ chức|công ty|tập đoàn|ngân hàng"
)
_POSITION = re.compile(
    r"giám đốc|chủ tịch|trưởng|phó|bí thư|chánh|thủ tướng|ủy viên|thường trực|ủy ban|dân|ban |hội đồng|sở |phòng |bộ |cục |quyền"
)
_FOR_ANOTHER = re.compile(r"K\s?/?\s?T\s?\.|K/T|T\s?/\s?L|TL\.|TU?Q\.")
_BEFORE = 160
_SIGNATURE_WINDOW = 1500
_PREFIX = re.compile(
    r"(?:^|\n|(?<= {4}))[ >#*_]{0,8}(?P<words>(?P<prefix>TUQ|TM|KT|TL)(?P<mark>\.?)|(?P<slashed>T/UQ|T/M|K/T|T/L)\.?)"
    r"(?=\s+(?P<whom>[^\W\d_]{1,40}))"
)
_SLASHED = {"TM": "T/M", "KT": "K/T", "TL": "T/L"}
_PARTY = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN")
_UNION = re.compile(r"(?:tổng )?liên đoàn lao động(?: |$)|công đoàn(?: |$)")
_UNIONS_SINCE = datetime.date(2024, 5, 14)
"""The day of Quyết định số 933/QĐ-TLĐ, by which unions bear the national title and write as the State does."""

_ACADEMIC = re.compile(r"(?:(?:GS|PGS|TSKH|TS|T[Hh]S)[.,]?\s?){1,3}(?:BS\.\s?|CK[I1]{1,2}\.\s?)?(?=[^\W\d_])")
_OWN_RULE = re.compile(
    r"trường|học viện|đại học|giáo dục|bệnh viện|y tế|viện |khoa học|quân|công an|biên phòng|trung tâm|mầm non|mẫu giáo"
)


def no_signature(plan: Plan, context: Context) -> Iterator[Finding]:
    """Nobody signs."""
    if plan.signature is None and plan.header.attached_to is None:
        yield Finding.of("STR009", pointer="/signature", span=first_line(plan.recipients_span, context))


def _positions(signature: Signature) -> tuple[Passage, ...]:
    """The positions above the name: capitals further down are those of notes and appendices."""
    name = signature.name.span if signature.name else None
    if name is None:
        return signature.positions
    return tuple(place for place in signature.positions if place.span is None or place.span.start < name.start)


def prefix_against_position(plan: Plan, context: Context) -> Iterator[Finding]:
    """The authority told and the position of who signs contradict each other, or one of them is missing."""
    signature = plan.signature
    if signature is None or plan.header.attached_to is not None or _is_political(plan, signature):
        return
    found = (
        _head_for_himself(signature)
        or _deputy_alone(plan, signature, context)
        or _on_behalf_of_one(signature)
        or _council_not_named(plan, signature)
    )
    if found is not None:
        yield found


def _is_political(plan: Plan, signature: Signature) -> bool:
    """Whether the Party, a union, an association or a company signs: they have rules of their own."""
    names = (*_bodies(plan), *signature.on_behalf_of)
    return plan.header.family is DocumentFamily.PARTY or any(_POLITICAL.search(comparison_key(name)) for name in names)


def _finding(variant: str, place: Passage | None, signature: Signature, **args: str) -> Finding:
    span = place.span if place is not None and place.span is not None else signature.span
    return Finding.of("STR037", args=args, pointer="/signature", span=span, variant=variant)


def _head_for_himself(signature: Signature) -> Finding | None:
    """The head signs for the head ("KT. CHỦ TỊCH" above "CHỦ TỊCH"): who does so is a deputy."""
    positions = _positions(signature)
    for prefix, whom in zip(signature.prefixes, signature.on_behalf_of, strict=False):
        if prefix is SigningPrefix.FOR_HEAD and len(positions) == 1 and positions[0].text:
            position = positions[0]
            if comparison_key(position.text) == comparison_key(whom):
                return _finding("", position, signature, head=whom, position=position.text)
    return None


def _deputy_alone(plan: Plan, signature: Signature, context: Context) -> Finding | None:
    """A deputy signs without "KT." and the head's position."""
    positions = _positions(signature)
    if len(positions) != 1 or SigningPrefix.FOR_HEAD in signature.prefixes or _ADVISORY.match(_issuer(plan)):
        return None
    position = comparison_key(positions[0].text)
    for_whom = [comparison_key(whom) for whom in signature.on_behalf_of]
    named = _HEAD_WITH_DEPUTY.match(position)
    # A deputy may sign for a council's standing body; for a people's committee he signs for its chair.
    if named is None or (signature.prefixes and not all(_COUNCIL.match(whom) for whom in for_whom)):
        return None
    # A deputy in charge of a body without a head has no head to sign for.
    if "phụ trách" in position or "điều hành" in position:
        return None
    if signature.prefixes not in {(), (SigningPrefix.COLLECTIVE,)} or _is_said_above(signature, context):
        return None
    words = positions[0].text
    head = words[4:] if position.startswith("phó ") else "BỘ TRƯỞNG"
    return _finding("deputy", positions[0], signature, position=words, head=head)


def _is_said_above(signature: Signature, context: Context) -> bool:
    """Whether the text says before or in the signature for whom is signed, in a form that reading does not take."""
    if context.source is None or signature.span is None:
        return False
    start, end = signature.span.start, min(signature.span.end, signature.span.start + _SIGNATURE_WINDOW)
    return _FOR_ANOTHER.search(context.source, max(0, start - _BEFORE), end) is not None


def _issuer(plan: Plan) -> str:
    return comparison_key(plan.issuer or "")


def _on_behalf_of_one(signature: Signature) -> Finding | None:
    """A head is named for a collective ("TM. GIÁM ĐỐC"), or an agency that one person leads ("TM. SỞ Y TẾ")."""
    if signature.prefixes[:1] != (SigningPrefix.COLLECTIVE,) or not signature.on_behalf_of:
        return None
    whom = signature.on_behalf_of[0]
    key = comparison_key(whom)
    if _PERSON.match(key):
        return _finding("person", None, signature, whom=whom)
    return _finding("agency", None, signature, whom=whom) if _HEADED_BY_ONE.match(key) else None


def _council_not_named(plan: Plan, signature: Signature) -> Finding | None:
    """The plan of a people's committee signed without "TM. ỦY BAN NHÂN DÂN"; decisions of its chair are his own."""
    if not plan.is_plan or not _COUNCIL.match(_issuer(plan)) or SigningPrefix.COLLECTIVE in signature.prefixes:
        return None
    names = [*signature.on_behalf_of, *(position.text for position in _positions(signature))]
    if not names or comparison_key(names[0]) != "chủ tịch" or signature.prefixes not in {(), (SigningPrefix.FOR_HEAD,)}:
        return None
    return _finding("collective", None, signature, written=f"KT. {names[0]}" if signature.prefixes else names[0])


class _Written(NamedTuple):
    """A prefix as it stands in the source."""

    words: str
    letters: str
    mark: str
    span: Span
    whom: str


def _prefixes(plan: Plan, context: Context) -> tuple[_Written, ...]:
    """The prefixes of the signature at the beginnings of its lines."""
    signature = plan.signature
    words = context.text(signature.span) if signature is not None and signature.prefixes else None
    if words is None or signature is None or signature.span is None:
        return ()
    folded = fold(words[:_SIGNATURE_WINDOW])
    found = []
    for match in _PREFIX.finditer(folded.text):
        place = folded.span(*match.span("words"))
        at = Span(signature.span.start + place.start, signature.span.start + place.end)
        letters = match["prefix"] or match["slashed"].replace("/", "")
        found.append(_Written(match["words"], letters, "/" if match["slashed"] else match["mark"], at, match["whom"]))
    return tuple(found)


def prefix_of_another_system(plan: Plan, context: Context) -> Iterator[Finding]:
    """A State document with "T/M", or one of the Party with "TM."."""
    signature = plan.signature
    if signature is None:
        return
    for prefix in context.shared(_prefixes, plan):
        if prefix.mark == "/" and _is_of_the_state(plan, signature, context):
            yield _other_form(prefix, f"{prefix.letters}.", "")
        elif prefix.mark == "." and prefix.letters in _SLASHED and _is_headed_by_the_party(plan, context):
            yield _other_form(prefix, _SLASHED[prefix.letters], "party")


def _is_of_the_state(plan: Plan, signature: Signature, context: Context) -> bool:
    """Whether a document is written as those of the State: it is one, or it is one of a union with the national title."""
    if plan.header.family is not DocumentFamily.STATE:
        return False
    if not _is_political(plan, signature):
        return True
    day = plan.date.earliest() if plan.date is not None else None
    if day is None or day < _UNIONS_SINCE or not any(_UNION.match(comparison_key(name)) for name in _bodies(plan)):
        return False
    head = context.text(plan.header.span)
    return head is not None and NATIONAL.search(fold(head).text) is not None


def _bodies(plan: Plan) -> tuple[str, str]:
    return plan.issuer or "", plan.superior or ""


def _other_form(prefix: _Written, expected: str, variant: str) -> Finding:
    args = {"written": prefix.words, "expected": expected}
    edits = (Edit(span=prefix.span, text=expected),)
    return Finding.of("STR038", args=args, pointer="/signature", span=prefix.span, edits=edits, variant=variant)


def _is_headed_by_the_party(plan: Plan, context: Context) -> bool:
    head = context.text(plan.header.span) if plan.header.family is DocumentFamily.PARTY else None
    return head is not None and _PARTY.search(fold(head).text.upper()) is not None


def prefix_without_dot(plan: Plan, context: Context) -> Iterator[Finding]:
    """A prefix without its dot: "TM ỦY BAN NHÂN DÂN"."""
    for prefix in context.shared(_prefixes, plan):
        # Before other words than capitals the same letters may begin a name: "TM Anh Đào".
        if not prefix.mark and len(prefix.whom) > 1 and prefix.whom.isupper():
            edits = (Edit(span=Span(prefix.span.end, prefix.span.end), text="."),)
            args = {"written": prefix.words, "expected": f"{prefix.words}."}
            yield Finding.of("STR039", args=args, pointer="/signature", span=prefix.span, edits=edits)


def title_before_the_name(plan: Plan, context: Context) -> Iterator[Finding]:
    """An academic title before the name; bodies of education, health, science and arms have rules of their own."""
    name = plan.signature.name if plan.signature else None
    if name is None or _OWN_RULE.search(f"{_issuer(plan)} {comparison_key(plan.superior or '')}") or not plan.issuer:
        return
    match = _ACADEMIC.match(name.text)
    if match is None or (not match[0].strip().endswith((".", ",")) and " " not in match[0]):
        return
    span = name.span
    if span is not None and context.text(Span(span.start, min(span.end, span.start + match.end()))) == match[0]:
        span = Span(span.start, span.start + len(match[0].rstrip()))
    args = {"title": match[0].strip(), "name": name.text[match.end() :]}
    yield Finding.of("STR040", args=args, pointer="/signature/name", span=span)


def signature_without_name(plan: Plan, _: Context) -> Iterator[Finding]:
    """A document that is numbered and dated, where below the position there is no name."""
    signature = plan.signature
    if signature is None or signature.name is not None or plan.header.attached_to is not None:
        return
    is_issued = plan.symbol is not None and plan.symbol.number is not None and plan.date is not None
    positions = [comparison_key(position.text) for position in signature.positions]
    if not is_issued or plan.date is None or not plan.date.is_complete or not (positions or signature.on_behalf_of):
        return
    # A name in capitals is taken for a position.
    if all(_POSITION.search(f"{position} ") for position in positions):
        yield Finding.of("STR041", pointer="/signature/name", span=signature.span)


_BODY = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp tập huấn./.\n\nNơi nhận:\n- Lưu: VT.\n\n"
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
_DATED = "SỞ Y TẾ\n\nSố: 15/KH-SYT\n\nAn Giang, ngày 05 tháng 01 năm 2026\n\n"

SIGNATURE_RULES = (
    Rule(
        code="STR009",
        inspect=no_signature,
        violating=_BODY,
        conforming=f"{_BODY}GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
    Rule(
        code="STR037",
        inspect=prefix_against_position,
        violating=f"{_BODY}KT. GIÁM ĐỐC\nGIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
        conforming=f"{_BODY}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
    Rule(
        code="STR038",
        inspect=prefix_of_another_system,
        violating=f"{_STATE}{_BODY}K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
        conforming=f"{_STATE}{_BODY}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
    Rule(
        code="STR039",
        inspect=prefix_without_dot,
        violating=f"{_BODY}KT GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
        conforming=f"{_BODY}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
    Rule(
        code="STR040",
        inspect=title_before_the_name,
        violating=f"SỞ NỘI VỤ\n\n{_BODY}GIÁM ĐỐC\n\nThS. Lê Thị Ví Dụ\n",
        conforming=f"SỞ NỘI VỤ\n\n{_BODY}GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
    Rule(
        code="STR041",
        inspect=signature_without_name,
        violating=f"{_DATED}{_BODY}GIÁM ĐỐC\n",
        conforming=f"{_DATED}{_BODY}GIÁM ĐỐC\n\nLê Thị Ví Dụ\n",
    ),
)

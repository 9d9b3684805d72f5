"""A summary of a reading for people (tóm tắt), in Vietnamese or English."""

from collections.abc import Iterator

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.target import Target
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import Reading
from vstbpn.validation.checking import check

_WORDS = {
    "vi": {
        "issuer": "Cơ quan ban hành",
        "superior": "Cơ quan chủ quản",
        "symbol": "Số, ký hiệu",
        "date": "Ngày ban hành",
        "place": "Nơi ban hành",
        "bases": "Căn cứ",
        "sections": "Bố cục",
        "goals": "Mục tiêu, chỉ tiêu",
        "tasks": "Nhiệm vụ theo đơn vị",
        "nobody": "(không ghi đơn vị)",
        "deadlines": "Thời hạn",
        "campaigns": "Tháng hành động, ngày kỷ niệm",
        "recipients": "Nơi nhận",
        "signature": "Người ký",
        "findings": "Kiểm tra",
        "blank": "(để trống)",
        "untyped": "Văn bản không rõ tên loại",
        "count": "{count} vấn đề; xem bằng: vstbpn check",
        "clean": "không có vấn đề",
        "unmeasured": "không có chỉ tiêu bằng số",
        "number": "chưa có số",
    },
    "en": {
        "issuer": "Issued by",
        "superior": "Superior",
        "symbol": "Number",
        "date": "Date",
        "place": "Place",
        "bases": "Legal bases",
        "sections": "Outline",
        "goals": "Goals and targets",
        "tasks": "Tasks by unit",
        "nobody": "(no unit named)",
        "deadlines": "Deadlines",
        "campaigns": "Campaigns and observances",
        "recipients": "Recipients",
        "signature": "Signed by",
        "findings": "Check",
        "blank": "(blank)",
        "untyped": "Document of unknown type",
        "count": "{count} findings; see them with: vstbpn check",
        "clean": "nothing found",
        "unmeasured": "no target with a figure",
        "number": "not yet numbered",
    },
}
_WIDTH = 22
_MOST = 110


def summarise(reading: Reading, language: str = "vi") -> str:
    r"""What a reading holds, as a page of text.

    Raises:
        InvalidValueError: The language is neither ``vi`` nor ``en``.

    >>> from vstbpn.reading.reading import read
    >>> print(summarise(read("KẾ HOẠCH\nCông tác gia đình\n\nI. MỤC ĐÍCH"), "en").splitlines()[0])
    KẾ HOẠCH: Công tác gia đình
    """
    if language not in _WORDS:
        raise InvalidValueError("language", language, "expected vi or en")
    words = _WORDS[language]
    lines = [finding.message(language).capitalize() + "." for finding in reading.findings]
    for number, document in enumerate(reading.documents):
        if number or lines:
            lines.append("")
        lines.extend(_document(document, words, language))
    return "\n".join(lines)


def _document(document: Plan, words: dict[str, str], language: str) -> Iterator[str]:
    kind = (document.type or words["untyped"]).upper()
    yield f"{kind}: {document.title}" if document.title else kind
    header = document.header
    symbol = (
        header.symbol.canonical + (f" ({words['number']})" if header.symbol.number is None else "")
        if header.symbol
        else None
    )
    for name, value in (
        ("superior", document.superior),
        ("issuer", document.issuer),
        ("symbol", symbol),
        ("date", _dated(document.date, words, language)),
        ("place", str(header.place) if header.place else None),
    ):
        if value is not None or name in {"issuer", "symbol", "date"}:
            yield f"  {words[name]:<{_WIDTH}}{value or words['blank']}"
    for name, lines in (
        (
            "bases",
            [
                _basis(
                    basis.text, [reference.format("vi" if language == "vi" else "en") for reference in basis.references]
                )
                for basis in document.bases
            ],
        ),
        ("sections", [f"{section.marker} {section.title or ''}".strip() for section in document.outline.sections]),
        ("goals", list(_goals(document, words))),
        ("tasks", _tasks(document, words)),
        (
            "deadlines",
            [
                f"{deadline.text.strip()}: {deadline.what}" if deadline.what else deadline.text
                for deadline in document.deadlines
            ],
        ),
        (
            "campaigns",
            [
                *(f"{campaign.name}: {campaign.text}" for campaign in document.campaigns),
                *(observance.text for observance in document.observances),
            ],
        ),
        (
            "recipients",
            [
                recipient.name + (f" ({recipient.qualifier})" if recipient.qualifier else "")
                for recipient in document.recipients
                if not recipient.archive
            ],
        ),
    ):
        if lines:
            yield f"  {words[name]}:"
            yield from (f"    {_indent(line)}- {_cut(line)}" for line in lines)
    if document.signature:
        signature = document.signature
        on_behalf = zip(signature.prefixes, signature.on_behalf_of, strict=False)
        signed = [
            *(f"{prefix.value} {body}" for prefix, body in on_behalf),
            *(position.text for position in signature.positions),
            signature.name.text if signature.name else "",
        ]
        yield f"  {words['signature']:<{_WIDTH}}{', '.join(part for part in signed if part)}"
    if document.is_plan:
        count = len(check(document))
        yield f"  {words['findings']:<{_WIDTH}}{words['count'].format(count=count) if count else words['clean']}"


def _dated(date: PartialDate | None, words: dict[str, str], language: str) -> str | None:
    if date is None:
        return None
    written = date.vi if language == "vi" else date.en
    return written if date.is_complete else f"{written} {words['blank']}"


def _basis(text: str, references: list[str]) -> str:
    return "; ".join(references) or text


def _goals(document: Plan, words: dict[str, str]) -> Iterator[str]:
    for goal in document.goals:
        title = f"{goal.marker}: {goal.title}" if goal.marker else goal.title
        yield title
        for target in goal.targets:
            yield f"  {target.text if _tells_whom(target) else target}"
        for target in goal.qualitative:
            yield f"  {target.text}"
        if not goal.targets and not goal.qualitative:
            yield f"  ({words['unmeasured']})"


def _tells_whom(target: Target) -> bool:
    """Whether the clause itself tells whom it is about; a milestone ("75% vào năm 2030") leaves that to the one before."""
    return target.population is None or target.population.casefold() in target.text.casefold()


def _tasks(document: Plan, words: dict[str, str]) -> list[str]:
    counts: dict[str, int] = {}
    for task in document.tasks:
        unit = task.unit.text if task.unit else words["nobody"]
        counts[unit] = counts.get(unit, 0) + 1
    return [f"{unit}: {count}" for unit, count in counts.items()]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _cut(line: str) -> str:
    flat = " ".join(line.split())
    return flat if len(flat) <= _MOST else f"{flat[: _MOST - 1]}…"

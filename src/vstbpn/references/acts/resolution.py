"""What a reference turns out to be (kết quả tra cứu): a verdict, the evidence for it, and what may have been meant."""

import datetime

from vstbpn.references.acts.act import Act
from vstbpn.references.citing.reference import Reference
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import frozen
from vstbpn.vocabulary import Term, check_language


class Verdict(Term):
    """What is known of a reference (kết quả tra cứu).

    ``AMBIGUOUS``: several acts fit, or the words do not tell whose act is meant (every province has a ``67/KH-UBND``),
    or they contradict each other. ``MALFORMED``: no act can be so cited, known or not.
    """

    RESOLVED = ("resolved", "đã xác định được văn bản", "resolved")
    REPLACED = ("replaced", "đã được thay thế", "replaced")
    EXPIRED = ("expired", "hết hiệu lực", "expired")
    NOT_YET_IN_FORCE = ("not-yet-in-force", "chưa có hiệu lực", "not yet in force")
    AMBIGUOUS = ("ambiguous", "chưa rõ văn bản nào", "ambiguous")
    UNKNOWN = ("unknown", "không có trong danh mục", "not in the catalogue")
    MALFORMED = ("malformed", "viết sai, không thể có văn bản như vậy", "malformed")


class IdentityPart(Term):
    """What an act is told by (yếu tố nhận dạng)."""

    TYPE = ("type", "tên loại", "type")
    NUMBER = ("number", "số", "number")
    CODE = ("code", "ký hiệu", "symbol")
    YEAR = ("year", "năm", "year")
    DATE = ("date", "ngày ban hành", "date of issue")
    ISSUER = ("issuer", "cơ quan ban hành", "issuer")
    LOCALITY = ("locality", "địa phương", "locality")
    TITLE = ("title", "trích yếu", "title")


class Agreement(Term):
    """Whether a part of a reference is that of an act (mức độ khớp); silent where one of them does not say."""

    AGREES = ("agrees", "khớp", "agrees")
    DISAGREES = ("disagrees", "không khớp", "disagrees")
    SILENT = ("silent", "không nêu", "not stated")


@frozen
class Evidence:
    """One part of a reference held against an act (bằng chứng).

    Args:
        part: What is compared.
        agreement: Whether the two agree.
        expected: What the act bears, or None where that is not known.
        found: What the reference, or the document it stands in, says; None where it says nothing.
    """

    part: IdentityPart
    agreement: Agreement
    expected: str | None = None
    found: str | None = None

    def explain(self, language: str = "vi") -> str:
        """The evidence in words.

        Raises:
            InvalidValueError: There is no such language.

        >>> Evidence(part=IdentityPart.NUMBER, agreement=Agreement.DISAGREES, expected="06", found="26").explain("en")
        'number disagrees: 26, the act has 06'
        """
        check_language(language)
        part, agreement = getattr(self.part, language), getattr(self.agreement, language)
        said = self.found or ""
        if self.agreement is Agreement.DISAGREES and self.expected:
            said += f", văn bản là {self.expected}" if language == "vi" else f", the act has {self.expected}"
        return f"{part} {agreement}{f': {said}' if said else ''}"


@frozen
class Suggestion:
    """What may have been meant (gợi ý: "có phải … không?"), and what speaks for it.

    Args:
        act: The act, or None where only the symbol can be mended.
        symbol: The number and symbol to write.
        evidence: The parts of the reference held against the act.
    """

    act: Act | None = None
    symbol: DocumentSymbol | None = None
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        if self.act is not None:
            return cite(self.act)
        return self.symbol.canonical if self.symbol else ""


@frozen
class Resolution:
    """What a reference turned out to be (kết quả): a verdict, and everything it rests on.

    Args:
        reference: What was looked up.
        verdict: The answer.
        candidates: The acts that fit; one where the reference is resolved, none where it is unknown or malformed.
        evidence: Each part of the reference held against the first candidate.
        in_force: Whether the act was in force on the day asked for; None where no day was given or nobody has read
            when it began or ended.
        chain: What came after an act that is no longer in force, up to what is in force on that day.
        suggestions: What may have been meant, the likeliest first.
        on: The day whose validity was asked for.
    """

    reference: Reference
    verdict: Verdict
    candidates: tuple[Act, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    in_force: bool | None = None
    chain: tuple[Act, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    on: datetime.date | None = None

    @property
    def act(self) -> Act | None:
        """The one act meant, or None."""
        if self.verdict is Verdict.AMBIGUOUS or len(self.candidates) != 1:
            return None
        return self.candidates[0]

    @property
    def expired(self) -> Act | None:
        """The act meant, if it was no longer in force, or None."""
        return self.act if self.verdict in {Verdict.EXPIRED, Verdict.REPLACED} else None

    @property
    def disagreements(self) -> tuple[Evidence, ...]:
        """The parts of the reference that contradict the act it was resolved to."""
        return tuple(one for one in self.evidence if one.agreement is Agreement.DISAGREES)

    def __str__(self) -> str:
        return self.explain("vi")

    def explain(self, language: str = "vi") -> str:
        """The answer in words, in Vietnamese (``vi``) or English (``en``), a line for each thing there is to say.

        Raises:
            InvalidValueError: There is no such language.
        """
        check_language(language)
        return "\n".join(_lines(self, language))


def cite(act: Act) -> str:
    """A citation by which the act can be found: as a first mention, with its number even where its name suffices."""
    words = str(act)
    if act.symbol is not None and act.symbol.canonical not in words:
        return f"{words} ({act.symbol.canonical})"
    return words


_WORDS = {
    "vi": {
        "act": "văn bản", "fits": "có thể là", "source": "mức độ xác nhận", "chain": "sau đó là", "mean": "có phải",
        "in force": "còn hiệu lực", "unstated": "danh mục không nêu thời gian có hiệu lực", "on": "vào ngày",
    },
    "en": {
        "act": "act", "fits": "may be", "source": "confidence", "chain": "then", "mean": "did you mean",
        "in force": "in force", "unstated": "the catalogue does not say when it is in force", "on": "on",
    },
}  # fmt: skip


def _lines(resolution: Resolution, language: str) -> list[str]:
    words = _WORDS[language]
    lines = [f"{resolution.reference.format('vi-short')}: {_answer(resolution, language)}"]
    act = resolution.act
    for candidate in resolution.candidates:
        label = words["act"] if act is not None else words["fits"]
        confidence = getattr(candidate.confidence, language)
        lines.append(f"  {label}: {_titled(candidate)} ({words['source']}: {confidence})")
    lines.extend(f"    {one.explain(language)}" for one in resolution.evidence if one.agreement is not Agreement.SILENT)
    lines.extend(f"  {words['chain']}: {_titled(later)}" for later in resolution.chain)
    for suggestion in resolution.suggestions:
        named = _titled(suggestion.act) if suggestion.act else str(suggestion)
        lines.append(f"  {words['mean']}: {named}?")
        lines.extend(
            f"    {one.explain(language)}" for one in suggestion.evidence if one.agreement is not Agreement.SILENT
        )
    return lines


def _answer(resolution: Resolution, language: str) -> str:
    words = _WORDS[language]
    answer: str = getattr(resolution.verdict, language)
    if resolution.verdict is Verdict.RESOLVED and resolution.on is not None:
        answer += f", {words['in force'] if resolution.in_force else words['unstated']}"
    if resolution.on is not None and resolution.act is not None:
        answer += f" ({words['on']} {resolution.on:%d/%m/%Y})"
    return answer


def _titled(act: Act) -> str:
    cited = cite(act)
    return cited if not act.title or act.title in cited else f"{cited} {act.title}"

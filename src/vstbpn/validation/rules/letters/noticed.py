"""Rules of the document as a whole (DOC) that reading itself keeps: no plan, no text, a legacy encoding."""

from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Inspect, Rule


def noticed_in_reading(code: str) -> Inspect:
    """A rule that hands on what the reading found under a code, with the document it was found in."""

    def inspect(plan: Plan, context: Context) -> Iterator[Finding]:
        for finding in context.noticed:
            inside = plan.span is None or finding.span is None or finding.span.start in plan.span
            if finding.code == code and inside:
                yield finding

    return inspect


NOTICED_RULES = (
    Rule(
        code="DOC001",
        inspect=noticed_in_reading("DOC001"),
        violating="QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Khen thưởng tập thể có thành tích.\n",
        conforming="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. MỤC ĐÍCH\n",
    ),
    Rule(
        code="DOC002",
        inspect=noticed_in_reading("DOC002"),
        violating="\n",
        conforming="KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n",
    ),
    Rule(
        code="DOC003",
        inspect=noticed_in_reading("DOC003"),
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nCăn cứ Quyết định của Uû ban nh©n d©n tỉnh;\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nCăn cứ Quyết định của Uỷ ban nhân dân tỉnh;\n",
    ),
)

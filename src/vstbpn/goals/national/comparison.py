"""Comparison with a national target (so với chỉ tiêu quốc gia): which aims lower, and by how much."""

from decimal import Context, Decimal

from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.national.words import same_words
from vstbpn.goals.targets.target import Target
from vstbpn.values import frozen
from vstbpn.vocabulary import Direction, Language, Term

_EXACT = Context(prec=60)


class Ambition(Term):
    """How a target stands beside the national one (mức phấn đấu so với chỉ tiêu quốc gia)."""

    LOWER = ("lower", "thấp hơn", "aims lower than")
    EQUAL = ("equal", "bằng", "aims as high as")
    HIGHER = ("higher", "cao hơn", "aims higher than")
    NOT_COMPARABLE = ("not-comparable", "không so sánh được với", "cannot be compared with")


@frozen
class NationalComparison:
    """How a target stands beside a national one (kết quả so với chỉ tiêu quốc gia).

    Args:
        target: The target that was held against it.
        national: The national target.
        ambition: Which of the two asks for more.
        difference: How much further on the good side the target lies, in its unit; negative where it aims lower, None
            where there is no comparison.
        shared: The words they share, as the national one has them.
        candidates: The national targets that could be meant, this one first.
        reason: Why the two cannot be compared; "" where they can.
    """

    target: Target
    national: NationalTarget
    ambition: Ambition
    difference: Decimal | None = None
    shared: tuple[str, ...] = ()
    candidates: tuple[NationalTarget, ...] = ()
    reason: str = ""

    def message(self, language: Language = "vi") -> str:
        """The comparison in words, in ``vi`` or ``en``.

        >>> from vstbpn.goals import NationalFrame
        >>> target = Target.parse("Đến năm 2025, 50% cơ quan có lãnh đạo chủ chốt là nữ")
        >>> found = NationalFrame.bundled().compare(target)
        >>> print(found)
        thấp hơn chỉ tiêu quốc gia 60% đến năm 2025 (Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1)
        >>> found.message("en")
        'aims lower than the national 60% for 2025 (Resolution No. 28/NQ-CP, target 1.1)'
        """
        national = self.national
        words = (
            f"the national {national.figure('en')}" if language == "en" else f"chỉ tiêu quốc gia {national.figure()}"
        )
        ambition = self.ambition.en if language == "en" else self.ambition.vi
        return " ".join(f"{ambition} {words} {national.due(language)} ({national.cited(language)})".split())

    def __str__(self) -> str:
        return self.message()


def compare(
    target: Target, national: NationalTarget, *, candidates: tuple[NationalTarget, ...] = ()
) -> NationalComparison:
    """Hold a target against a national one that is known to be about the same; words and years do not decide here.

    The good side is the upper one for "ít nhất" and "trên", the lower one for "không quá" and "dưới"; for any other it
    is where the words say that the figure is to move, else where the other target has it, else the upper one. A range
    asks for its near end. Of equal figures one that is to be passed ("trên 60%") asks for more than one to be reached.

    >>> from vstbpn.goals import NationalFrame
    >>> national = next(one for one in NationalFrame.bundled().targets() if one.number == "4.1")
    >>> found = compare(Target.parse("tỷ số giới tính khi sinh dưới 110/100"), national)
    >>> found.ambition, found.difference
    (Ambition.HIGHER, Decimal('1'))
    """
    shared = same_words(target.population or "", national.target.population or "")
    reason = _trouble(target, national.target)
    if reason:
        ambition, difference = Ambition.NOT_COMPARABLE, None
    else:
        side = _side(target) or _side(national.target) or Direction.RAISE
        difference = _beyond(_bound(target, side), _bound(national.target, side), side)
        ambition = _ambition(difference, target, national.target)
    return NationalComparison(
        target=target, national=national, ambition=ambition, difference=difference, shared=shared, candidates=candidates,
        reason=reason,
    )  # fmt: skip


def are_alike(target: Target, other: Target) -> bool:
    """Whether two targets are of one kind: same unit, both a level or both a change, neither on the other's bad side."""
    return not _trouble(target, other)


def _trouble(target: Target, other: Target) -> str:
    """Why two targets cannot be compared; "" where they can."""
    if target.value is None or other.value is None:
        return "a target without a figure cannot be compared"
    if target.unit != other.unit:
        return f"the units differ: {target.unit} and {other.unit}"
    if target.is_change != other.is_change:
        return "one figure is a level, the other the size of a change"
    ours, theirs = _side(target), _side(other)
    if ours is not None and theirs is not None and ours is not theirs:
        return "one is to be raised, the other to be lowered"
    if target.is_change and target.direction is not other.direction:
        return "one is an increase, the other a decrease"
    return ""


def _side(target: Target) -> Direction | None:
    """The good side of a figure, where its words tell one; of a change more is better, whichever way it goes."""
    if target.comparator.side is not None:
        return target.comparator.side
    return Direction.RAISE if target.is_change else target.direction


def _bound(target: Target, side: Direction) -> Decimal:
    upper = target.value if target.value_max is None else target.value_max
    bound = target.value if side is Direction.RAISE else upper
    assert bound is not None  # noqa: S101  # Narrows the type; both have figures.
    return bound


def _beyond(ours: Decimal, theirs: Decimal, side: Direction) -> Decimal:
    """How far one figure lies beyond another on the good side; exact, whatever precision the caller has set."""
    return _EXACT.subtract(ours, theirs) if side is Direction.RAISE else _EXACT.subtract(theirs, ours)


def _ambition(difference: Decimal, target: Target, other: Target) -> Ambition:
    if difference:
        return Ambition.HIGHER if difference > 0 else Ambition.LOWER
    ours, theirs = target.comparator.is_strict, other.comparator.is_strict
    if ours == theirs:
        return Ambition.EQUAL
    return Ambition.HIGHER if ours else Ambition.LOWER

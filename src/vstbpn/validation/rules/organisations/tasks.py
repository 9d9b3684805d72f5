"""Rules of tasks (ORG): who owns them, and with whom."""

import re
from collections.abc import Iterable, Iterator

from vstbpn.findings import Finding
from vstbpn.organisations.names.wording import UNIT_START
from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.word_places import place_within
from vstbpn.values import Passage

_ORGANISES = re.compile(r"tổ\s+chức\s+thực\s+hiện|phân\s+công", re.IGNORECASE)
# What such sections hold is told to everybody, or to nobody: money, days, reports.
_NO_WORK = re.compile(
    r"kinh\s+phí|thời\s+gian|tiến\s+độ|lộ\s+trình|chế\s+độ|báo\s+cáo|khen\s+thưởng|tổng\s+kết|hiệu\s+lực|điều\s+kiện",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]")
_PERSONS = re.compile(
    r"(?:(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công|mỗi|các|toàn\s+thể|tất\s+cả)\s+){0,3}(?:đồng\s+chí|đ/c|ban\s+giám\s+hiệu|hiệu\s+trưởng"
    r"|giáo\s+viên|cán\s+bộ|công\s+chức|viên\s+chức|đảng\s+viên|đoàn\s+viên|hội\s+viên|người\s+lao\s+động|ông|bà|thành\s+viên)(?!\w)",
    re.IGNORECASE,
)
# Headings of those who are to do what stands below: persons by their posts, and what has no office of its own.
_OWNERS = re.compile(
    r"(?:(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công|đối\s+với|mỗi|các|toàn\s+thể|tất\s+cả)\s+){0,3}(?:(?:tổ|khối|trạm|đội|ca|nhóm|bếp|phó|thôn|xóm|ấp)\s+){0,2}"
    r"(?:trưởng|phó|tổng\s+phụ\s+trách|bí\s+thư|chủ\s+tịch|chủ\s+nhiệm|nhân\s+viên|kế\s+toán|văn\s+thư|thư\s+ký|thủ\s+quỹ|y\s+tế|giáo\s+viên"
    r"|giảng\s+viên|báo\s+cáo\s+viên|cộng\s+tác\s+viên|học\s+sinh|sinh\s+viên|phụ\s+huynh|cha\s+mẹ|thôn|xóm|bản|ấp|buôn|khu\s+phố|khu\s+dân\s+cư|tổ\s+dân\s+phố"
    r"|hộ\s+gia\s+đình|cá\s+nhân)(?!\w)",
    re.IGNORECASE,
)
_WHERE = frozenset(
    {"tại", "của", "trong", "ở", "về", "từ", "thuộc", "theo", "vào", "giữa", "đến", "tới", "với", "tiến", "cán"}
)
_GIVING = frozenset({"giao", "cầu", "nghị", "công", "do"})
"""The last words of "giao", "yêu cầu", "đề nghị", "phân công" and "do", after which stands who is to do something."""
_LED = re.compile(r"(?<!\w)chủ\s+trì\s?:", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?<!\w)(?:chủ\s+trì|phụ\s+trách|thực\s+hiện|phân\s+công|phối\s+hợp|đơn\s+vị|bộ\s+phận|giao|do)(?!\w)",
    re.IGNORECASE,
)
"""Words that may tell in another way who is to do something: where they stand, nothing is said to be left out."""

_CLOSING = re.compile(
    r"(?:trên\s+đây\s+là|trong\s+quá\s+trình\s+(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai)|quá\s+trình\s+(?:triển\s+khai|thực\s+hiện)"
    r"|nhận\s+được|(?:các\s+)?(?:kế\s+hoạch|chương\s+trình|hướng\s+dẫn|quyết\s+định|đề\s+án|phương\s+án|văn\s+bản)\s+này\s+"
    r"(?:được\s+)?(?:phổ\s+biến|có\s+hiệu\s+lực|thay\s+thế|gửi|quán\s+triệt|công\s+khai|thực\s+hiện\s+(?:từ|kể\s+từ|đến)))(?!\w)",
    re.IGNORECASE,
)
"""How the closing words of a document begin, which give no task to anybody."""

_FEWEST_LED = 3
_FARTHEST = 2000
"""How far into a task those who are to do it are looked for."""


def task_without_owner(plan: Plan, _: Context) -> Iterator[Finding]:
    """No task of a section that organises the work names a unit; or one alone does not tell who leads it."""
    yield from _sections_without_owner(plan)
    yield from _left_out(plan)


def _left_out(plan: Plan) -> Iterator[Finding]:
    """The one task of a list without "Chủ trì: …", where all the others tell so who is in charge."""
    led = {
        number for number, task in enumerate(plan.tasks) if ":" in task.text and _LED.search(task.text, 0, _FARTHEST)
    }
    if len(led) < _FEWEST_LED:
        return
    for numbers in _lists_of_tasks(plan):
        bare = [number for number in numbers if number not in led]
        if len(bare) != 1 or len(numbers) <= _FEWEST_LED:
            continue
        task = plan.tasks[bare[0]]
        if task.unit is None and not (task.partners or _LABELLED.search(task.text) or _names_anybody(task.text)):
            pointer = f"/tasks/{bare[0]}"
            yield Finding.of("ORG001", args={"path": task.path}, pointer=pointer, span=task.span, variant="item")


def _lists_of_tasks(plan: Plan) -> Iterable[list[int]]:
    """The numbers of the tasks that stand side by side: the items of a section, or its numbered paragraphs."""
    sections = dict(plan.outline.paths())
    lists: dict[tuple[str, bool], list[int]] = {}
    for number, task in enumerate(plan.tasks):
        section = sections.get(task.path or "")
        if section is None:
            continue
        is_paragraph = section.title is None and len(section.items) == 1 and not section.sections
        path = (task.path or "").rpartition(".")[0] if is_paragraph else task.path or ""
        lists.setdefault((path, is_paragraph), []).append(number)
    return lists.values()


def _sections_without_owner(plan: Plan) -> Iterator[Finding]:
    tops = {section.label for section in plan.outline.sections if section.title and _ORGANISES.search(section.title)}
    owned: dict[str, bool] = {}
    for task in plan.tasks:
        path = task.path or ""
        if tops and path.partition(".")[0] in tops and not owned.get(path) and _is_task(task.text):
            owned[path] = task.unit is not None or bool(task.partners) or _names_anybody(task.text)
    if all(owned.values()):
        return
    sections = dict(plan.outline.paths())
    owned.update({path: True for path, has_owner in owned.items() if not has_owner and _is_headed(path, sections)})
    for top in tops:
        below = {path: has for path, has in owned.items() if path == top or path.startswith(f"{top}.")}
        yield from _without_owner(top, below, sections)


def _is_task(text: str) -> bool:
    """Whether some words are those of a task: not the closing words of a document, nor the dots of a form."""
    return _WORD.search(text, 0, _FARTHEST) is not None and _CLOSING.match(text) is None


def _without_owner(top: str, owned: dict[str, bool], sections: dict[str, Section]) -> Iterator[Finding]:
    """The one section where none of its parts names anybody; else each part that does not."""
    bare = [path for path, has_owner in owned.items() if not has_owner and _asks(sections.get(path))]
    if len(bare) > 1 and not any(owned.values()):
        bare = [top]
    for path in bare:
        section = sections.get(path)
        if section is not None:
            yield Finding.of("ORG001", args={"path": path}, pointer="/tasks", span=section.heading)


def _asks(section: Section | None) -> bool:
    """Whether a section by its title asks for work of somebody."""
    return section is not None and section.title is not None and not _NO_WORK.search(section.title)


def _is_headed(path: str, sections: dict[str, Section]) -> bool:
    """Whether the heading of a section, or one above it, names persons: "5. Giáo viên chủ nhiệm"."""
    while path:
        section = sections.get(path)
        if section is not None and section.title and (_PERSONS.match(section.title) or _OWNERS.match(section.title)):
            return True
        path = path.rpartition(".")[0]
    return False


def _names_anybody(text: str) -> bool:
    """Whether some words name a unit, or begin with persons, who may be meant to do the work."""
    if _PERSONS.match(text):
        return True
    words = _WORD.finditer(text, 0, _FARTHEST)
    return any(UNIT_START.match(text, word.start()) and _may_act(text, word.start()) for word in words)


def _may_act(text: str, at: int) -> bool:
    """Whether a unit named there may be who acts: not where it acts ("tại các trường"), nor a part of another word."""
    before = text[max(0, at - 12) : at].split()
    if not before:
        return True
    is_marked = text[at].isupper() or text.startswith(("các ", "từng ", "mỗi "), at)
    return before[-1].casefold() in _GIVING or (is_marked and before[-1].casefold() not in _WHERE)


def owner_is_partner(plan: Plan, context: Context) -> Iterator[Finding]:
    """The unit in charge of a task is also one of those it is to work with."""
    for number, task in enumerate(plan.tasks):
        if task.unit is None or not UNIT_START.match(task.unit.text) or _MANY.match(task.unit.text):
            continue
        for place, partner in enumerate(task.partners):
            at = _place_among(task.unit, partner)
            if at is not None:
                words = partner.text[at : at + len(task.unit.text)]
                yield Finding.of(
                    "ORG007",
                    args={"unit": task.unit.text},
                    pointer=f"/tasks/{number}/partners/{place}",
                    span=place_within(words, partner.span, context),
                )


_MANY = re.compile(
    r"(?:tất\s+cả|các|những|mỗi|từng|toàn\s+thể|toàn\s+bộ|đơn\s+vị|cơ\s+quan|địa\s+phương)(?!\w)", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:^|[,;]|\svà)\s{0,3}$", re.IGNORECASE)
_AFTER = re.compile(r"\s{0,3}(?:$|[.;]|,\s{0,3}|\svà\s{1,3})", re.IGNORECASE)


def _place_among(unit: Passage, partner: Passage) -> int | None:
    """Where a unit stands in a list; "Sở Văn hóa" is not in "Sở Văn hóa, Thể thao và Du lịch"."""
    name, listed = unit.text.lower(), partner.text.lower()
    at = listed.find(name) if name and len(listed) == len(partner.text) else -1
    while at >= 0:
        after = _AFTER.match(listed, at + len(name))
        ends = after is not None and (after.end() >= len(listed) or UNIT_START.match(listed, after.end()) is not None)
        if ends and _BEFORE.search(listed, max(0, at - 5), at):
            return at
        at = listed.find(name, at + 1)
    return None


_PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nII. TỔ CHỨC THỰC HIỆN\n{}\n"

TASK_RULES = (
    Rule(
        code="ORG001",
        inspect=task_without_owner,
        violating=_PLAN.format("- Đẩy mạnh tuyên truyền bằng nhiều hình thức.\n- Lồng ghép vào các buổi sinh hoạt."),
        conforming=_PLAN.format("- Tổ Văn phòng đẩy mạnh tuyên truyền bằng nhiều hình thức."),
    ),
    Rule(
        code="ORG007",
        inspect=owner_is_partner,
        violating=_PLAN.format(
            "1. Mở lớp tập huấn\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Sở Tư pháp, Sở Nội vụ."
        ),
        conforming=_PLAN.format(
            "1. Mở lớp tập huấn\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Sở Tư pháp, Sở Y tế."
        ),
    ),
)

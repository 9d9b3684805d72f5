"""Tasks (nhiệm vụ): what a plan wants done, and by whom."""

import attrs

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.references.finding.mention import Mention
from vstbpn.values import Passage, Span, frozen


@frozen
class Task:
    """A task (nhiệm vụ).

    Args:
        text: What is to be done, on one line.
        unit: The unit its heading or subject names; None where nobody is named.
        partners: The units it is to be done with ("Đơn vị phối hợp").
        path: The path of the section it stands in (``III.2``).
        deadlines: By when.
        mentions: The acts it names.
    """

    text: str
    unit: Passage | None = None
    partners: tuple[Passage, ...] = ()
    path: str | None = None
    deadlines: tuple[Deadline, ...] = ()
    mentions: tuple[Mention, ...] = ()
    span: Span | None = attrs.field(default=None, eq=False)

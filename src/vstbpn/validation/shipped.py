"""Every rule the library ships."""

from vstbpn.validation.rule import RuleSet
from vstbpn.validation.rules.calendar.days import DAY_RULES
from vstbpn.validation.rules.calendar.deadlines import DEADLINE_RULES
from vstbpn.validation.rules.calendar.occasions import OCCASION_RULES
from vstbpn.validation.rules.calendar.stretches import STRETCH_RULES
from vstbpn.validation.rules.calendar.weekdays import WEEKDAY_RULES
from vstbpn.validation.rules.goals.goals import GOAL_RULES
from vstbpn.validation.rules.goals.targets import TARGET_RULES
from vstbpn.validation.rules.letters.blanks import BLANK_RULES
from vstbpn.validation.rules.letters.letters import LETTER_RULES
from vstbpn.validation.rules.letters.noticed import NOTICED_RULES
from vstbpn.validation.rules.letters.quotes import PAIR_RULES
from vstbpn.validation.rules.letters.tones import TONE_RULES
from vstbpn.validation.rules.organisations.tasks import TASK_RULES
from vstbpn.validation.rules.organisations.units import UNIT_RULES
from vstbpn.validation.rules.references.acts import ACT_RULES
from vstbpn.validation.rules.references.bases import BASIS_RULES
from vstbpn.validation.rules.references.cited_bodies import CITED_BODY_RULES
from vstbpn.validation.rules.references.cited_dates import CITED_DATE_RULES
from vstbpn.validation.rules.references.citing_words import CITING_WORD_RULES
from vstbpn.validation.rules.references.symbols import SYMBOL_RULES
from vstbpn.validation.rules.references.validity import VALIDITY_RULES
from vstbpn.validation.rules.structure.closing import CLOSING_RULES
from vstbpn.validation.rules.structure.header import HEADER_RULES
from vstbpn.validation.rules.structure.numbering import NUMBERING_RULES
from vstbpn.validation.rules.structure.recipients import RECIPIENT_RULES
from vstbpn.validation.rules.structure.sections import SECTION_RULES
from vstbpn.validation.rules.structure.signature import SIGNATURE_RULES

DEFAULT_RULES = RuleSet(
    rules=(
        *HEADER_RULES,
        *NUMBERING_RULES,
        *SECTION_RULES,
        *CLOSING_RULES,
        *RECIPIENT_RULES,
        *SIGNATURE_RULES,
        *SYMBOL_RULES,
        *ACT_RULES,
        *VALIDITY_RULES,
        *CITED_DATE_RULES,
        *CITED_BODY_RULES,
        *CITING_WORD_RULES,
        *BASIS_RULES,
        *TASK_RULES,
        *UNIT_RULES,
        *GOAL_RULES,
        *TARGET_RULES,
        *OCCASION_RULES,
        *DAY_RULES,
        *DEADLINE_RULES,
        *STRETCH_RULES,
        *WEEKDAY_RULES,
        *NOTICED_RULES,
        *LETTER_RULES,
        *PAIR_RULES,
        *TONE_RULES,
        *BLANK_RULES,
    )
)
"""Every rule the library ships."""

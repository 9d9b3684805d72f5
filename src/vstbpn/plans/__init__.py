"""Plans (kế hoạch): header, legal bases, outline, goals, tasks, calendar, recipients, signature."""

from vstbpn.calendars.agenda.entry import CalendarEntry as CalendarEntry
from vstbpn.plans.basis import LegalBasis as LegalBasis
from vstbpn.plans.ending import Recipient as Recipient
from vstbpn.plans.ending import Signature as Signature
from vstbpn.plans.header import Header as Header
from vstbpn.plans.outline import Item as Item
from vstbpn.plans.outline import Outline as Outline
from vstbpn.plans.outline import Section as Section
from vstbpn.plans.plan import Plan as Plan
from vstbpn.plans.task import Task as Task
from vstbpn.plans.units import PlanRole as PlanRole
from vstbpn.plans.units import PlanUnit as PlanUnit

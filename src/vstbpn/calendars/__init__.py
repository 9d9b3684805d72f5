"""The calendar of plans (lịch): reporting periods, working days, duties to report, feast days, deadlines.

Names are loaded when they are first used: who reads deadlines in prose loads no working days.
"""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader

if TYPE_CHECKING:
    from vstbpn.calendars.agenda.entry import CalendarEntry as CalendarEntry
    from vstbpn.calendars.agenda.entry import EntryKind as EntryKind
    from vstbpn.calendars.agenda.national import national_calendar as national_calendar
    from vstbpn.calendars.agenda.reports import report_entries as report_entries
    from vstbpn.calendars.agenda.reports import report_entry as report_entry
    from vstbpn.calendars.duties.due import DueDay as DueDay
    from vstbpn.calendars.duties.due import DueMonth as DueMonth
    from vstbpn.calendars.duties.due import DueRule as DueRule
    from vstbpn.calendars.duties.due import DueWorkingDays as DueWorkingDays
    from vstbpn.calendars.duties.handover import hand_over as hand_over
    from vstbpn.calendars.duties.handover import hand_over_all as hand_over_all
    from vstbpn.calendars.duties.obligation import Obligation as Obligation
    from vstbpn.calendars.duties.occurrence import Occurrence as Occurrence
    from vstbpn.calendars.duties.occurrence import Precision as Precision
    from vstbpn.calendars.duties.recurrence import recurrence as recurrence
    from vstbpn.calendars.duties.rolling import Roll as Roll
    from vstbpn.calendars.duties.status import ReportStatus as ReportStatus
    from vstbpn.calendars.duties.status import days_late as days_late
    from vstbpn.calendars.duties.status import status as status
    from vstbpn.calendars.duties.streaming import occurrences_of as occurrences_of
    from vstbpn.calendars.finding.deadlines import find_deadlines as find_deadlines
    from vstbpn.calendars.finding.occasions import find_campaigns as find_campaigns
    from vstbpn.calendars.finding.occasions import find_observances as find_observances
    from vstbpn.calendars.finding.periods import find_periods as find_periods
    from vstbpn.calendars.mentions.deadline import BeforePolicy as BeforePolicy
    from vstbpn.calendars.mentions.deadline import Deadline as Deadline
    from vstbpn.calendars.mentions.occasion import CampaignMention as CampaignMention
    from vstbpn.calendars.mentions.occasion import ObservanceMention as ObservanceMention
    from vstbpn.calendars.mentions.period import PeriodMention as PeriodMention
    from vstbpn.calendars.occasions.campaign import Campaign as Campaign
    from vstbpn.calendars.occasions.campaign import CampaignRun as CampaignRun
    from vstbpn.calendars.occasions.campaign import Theme as Theme
    from vstbpn.calendars.occasions.lunar_day import LunarDay as LunarDay
    from vstbpn.calendars.occasions.observance import Observance as Observance
    from vstbpn.calendars.occasions.observances import campaign as campaign
    from vstbpn.calendars.occasions.observances import campaigns as campaigns
    from vstbpn.calendars.occasions.observances import national_campaign as national_campaign
    from vstbpn.calendars.occasions.observances import observance as observance
    from vstbpn.calendars.occasions.observances import observances as observances
    from vstbpn.calendars.reporting.period import PeriodKind as PeriodKind
    from vstbpn.calendars.reporting.period import ReportingPeriod as ReportingPeriod
    from vstbpn.calendars.reporting.period import periods as periods
    from vstbpn.calendars.reporting.windows import CALENDAR as CALENDAR
    from vstbpn.calendars.reporting.windows import CutOff as CutOff
    from vstbpn.calendars.reporting.windows import DataWindow as DataWindow
    from vstbpn.calendars.reporting.windows import NamedDays as NamedDays
    from vstbpn.calendars.reporting.windows import data_window_rules as data_window_rules
    from vstbpn.calendars.reporting.words import period_in_words as period_in_words
    from vstbpn.calendars.working.reasons import DayReason as DayReason
    from vstbpn.calendars.working.reasons import DayReasonKind as DayReasonKind
    from vstbpn.calendars.working.sectors import Sector as Sector
    from vstbpn.calendars.working.swaps import Swap as Swap
    from vstbpn.calendars.working.work_calendar import WorkCalendar as WorkCalendar

_HOMES = {
    "BeforePolicy": "mentions.deadline",
    "CALENDAR": "reporting.windows",
    "CalendarEntry": "agenda.entry",
    "Campaign": "occasions.campaign",
    "CampaignMention": "mentions.occasion",
    "CampaignRun": "occasions.campaign",
    "CutOff": "reporting.windows",
    "DataWindow": "reporting.windows",
    "DayReason": "working.reasons",
    "DayReasonKind": "working.reasons",
    "Deadline": "mentions.deadline",
    "DueDay": "duties.due",
    "DueMonth": "duties.due",
    "DueRule": "duties.due",
    "DueWorkingDays": "duties.due",
    "EntryKind": "agenda.entry",
    "LunarDay": "occasions.lunar_day",
    "NamedDays": "reporting.windows",
    "Obligation": "duties.obligation",
    "Observance": "occasions.observance",
    "ObservanceMention": "mentions.occasion",
    "Occurrence": "duties.occurrence",
    "PeriodKind": "reporting.period",
    "PeriodMention": "mentions.period",
    "Precision": "duties.occurrence",
    "ReportStatus": "duties.status",
    "ReportingPeriod": "reporting.period",
    "Roll": "duties.rolling",
    "Sector": "working.sectors",
    "Swap": "working.swaps",
    "Theme": "occasions.campaign",
    "WorkCalendar": "working.work_calendar",
    "campaign": "occasions.observances",
    "campaigns": "occasions.observances",
    "data_window_rules": "reporting.windows",
    "days_late": "duties.status",
    "find_campaigns": "finding.occasions",
    "find_deadlines": "finding.deadlines",
    "find_observances": "finding.occasions",
    "find_periods": "finding.periods",
    "hand_over": "duties.handover",
    "hand_over_all": "duties.handover",
    "national_calendar": "agenda.national",
    "national_campaign": "occasions.observances",
    "observance": "occasions.observances",
    "observances": "occasions.observances",
    "occurrences_of": "duties.streaming",
    "period_in_words": "reporting.words",
    "periods": "reporting.period",
    "recurrence": "duties.recurrence",
    "report_entries": "agenda.reports",
    "report_entry": "agenda.reports",
    "status": "duties.status",
}

__all__ = [
    "CALENDAR",
    "BeforePolicy",
    "CalendarEntry",
    "Campaign",
    "CampaignMention",
    "CampaignRun",
    "CutOff",
    "DataWindow",
    "DayReason",
    "DayReasonKind",
    "Deadline",
    "DueDay",
    "DueMonth",
    "DueRule",
    "DueWorkingDays",
    "EntryKind",
    "LunarDay",
    "NamedDays",
    "Obligation",
    "Observance",
    "ObservanceMention",
    "Occurrence",
    "PeriodKind",
    "PeriodMention",
    "Precision",
    "ReportStatus",
    "ReportingPeriod",
    "Roll",
    "Sector",
    "Swap",
    "Theme",
    "WorkCalendar",
    "campaign",
    "campaigns",
    "data_window_rules",
    "days_late",
    "find_campaigns",
    "find_deadlines",
    "find_observances",
    "find_periods",
    "hand_over",
    "hand_over_all",
    "national_calendar",
    "national_campaign",
    "observance",
    "observances",
    "occurrences_of",
    "period_in_words",
    "periods",
    "recurrence",
    "report_entries",
    "report_entry",
    "status",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__

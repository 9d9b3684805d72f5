"""Hypothesis strategies (bộ sinh giá trị) of every value of the library, for your own tests.

They need the extra ``testing``. Each name is the plural of the value it makes::

    from hypothesis import given
    from vstbpn import strategies

    @given(strategies.plans())
    def test_my_tool(plan): ...

    @given(strategies.plan_texts())
    def test_my_reader(text): ...

Values that the library computes from others are made by its own functions (``check``, ``read``, ``resolve`` …).
"""

from vstbpn.strategies.acts import acts as acts
from vstbpn.strategies.acts import citing_documents as citing_documents
from vstbpn.strategies.calendars import campaign_mentions as campaign_mentions
from vstbpn.strategies.calendars import deadlines as deadlines
from vstbpn.strategies.calendars import observance_mentions as observance_mentions
from vstbpn.strategies.calendars import period_mentions as period_mentions
from vstbpn.strategies.dates import complete_dates as complete_dates
from vstbpn.strategies.dates import partial_dates as partial_dates
from vstbpn.strategies.dates import year_ranges as year_ranges
from vstbpn.strategies.duties import calendar_entries as calendar_entries
from vstbpn.strategies.duties import cut_offs as cut_offs
from vstbpn.strategies.duties import data_windows as data_windows
from vstbpn.strategies.duties import due_rules as due_rules
from vstbpn.strategies.duties import named_days as named_days
from vstbpn.strategies.duties import obligations as obligations
from vstbpn.strategies.duties import occurrences as occurrences
from vstbpn.strategies.duties import reporting_periods as reporting_periods
from vstbpn.strategies.findings import edits as edits
from vstbpn.strategies.findings import file_settings as file_settings
from vstbpn.strategies.findings import findings as findings
from vstbpn.strategies.findings import grounds as grounds
from vstbpn.strategies.findings import reports as reports
from vstbpn.strategies.findings import rule_infos as rule_infos
from vstbpn.strategies.findings import settings as settings
from vstbpn.strategies.findings import wordings as wordings
from vstbpn.strategies.goals import aggregate_parts as aggregate_parts
from vstbpn.strategies.goals import aggregates as aggregates
from vstbpn.strategies.goals import evaluations as evaluations
from vstbpn.strategies.goals import goals as goals
from vstbpn.strategies.goals import indicators as indicators
from vstbpn.strategies.goals import observations as observations
from vstbpn.strategies.identifiers import akn_iris as akn_iris
from vstbpn.strategies.identifiers import urn_lexes as urn_lexes
from vstbpn.strategies.national import national_comparisons as national_comparisons
from vstbpn.strategies.national import national_frames as national_frames
from vstbpn.strategies.national import national_strategies as national_strategies
from vstbpn.strategies.national import national_targets as national_targets
from vstbpn.strategies.organisations import change_events as change_events
from vstbpn.strategies.organisations import dated_codes as dated_codes
from vstbpn.strategies.organisations import dated_names as dated_names
from vstbpn.strategies.organisations import dated_roles as dated_roles
from vstbpn.strategies.organisations import directories as directories
from vstbpn.strategies.organisations import links as links
from vstbpn.strategies.organisations import organisation_units as organisation_units
from vstbpn.strategies.organisations import plan_units as plan_units
from vstbpn.strategies.organisations import unit_names as unit_names
from vstbpn.strategies.plans import headers as headers
from vstbpn.strategies.plans import items as items
from vstbpn.strategies.plans import legal_bases as legal_bases
from vstbpn.strategies.plans import outlines as outlines
from vstbpn.strategies.plans import plans as plans
from vstbpn.strategies.plans import recipients as recipients
from vstbpn.strategies.plans import sections as sections
from vstbpn.strategies.plans import signatures as signatures
from vstbpn.strategies.plans import tasks as tasks
from vstbpn.strategies.progress import progress_boards as progress_boards
from vstbpn.strategies.progress import progress_cells as progress_cells
from vstbpn.strategies.progress import progress_columns as progress_columns
from vstbpn.strategies.progress import progress_rows as progress_rows
from vstbpn.strategies.readings import blocks as blocks
from vstbpn.strategies.readings import fixed_texts as fixed_texts
from vstbpn.strategies.readings import readings as readings
from vstbpn.strategies.references import back_references as back_references
from vstbpn.strategies.references import mentions as mentions
from vstbpn.strategies.references import provision_lists as provision_lists
from vstbpn.strategies.references import provision_mentions as provision_mentions
from vstbpn.strategies.references import provisions as provisions
from vstbpn.strategies.references import references as references
from vstbpn.strategies.resolutions import act_catalogues as act_catalogues
from vstbpn.strategies.resolutions import evidence as evidence
from vstbpn.strategies.resolutions import resolutions as resolutions
from vstbpn.strategies.resolutions import suggestions as suggestions
from vstbpn.strategies.symbols import document_symbols as document_symbols
from vstbpn.strategies.targets import targets as targets
from vstbpn.strategies.texts import LAYOUTS as LAYOUTS
from vstbpn.strategies.texts import WrittenPlan as WrittenPlan
from vstbpn.strategies.texts import plan_texts as plan_texts
from vstbpn.strategies.texts import written_plans as written_plans
from vstbpn.strategies.values import passages as passages
from vstbpn.strategies.values import places as places
from vstbpn.strategies.values import sentences as sentences
from vstbpn.strategies.values import spans as spans
from vstbpn.strategies.working import campaign_runs as campaign_runs
from vstbpn.strategies.working import campaigns as campaigns
from vstbpn.strategies.working import day_reasons as day_reasons
from vstbpn.strategies.working import lunar_days as lunar_days
from vstbpn.strategies.working import observances as observances
from vstbpn.strategies.working import swaps as swaps
from vstbpn.strategies.working import themes as themes
from vstbpn.strategies.working import work_calendars as work_calendars

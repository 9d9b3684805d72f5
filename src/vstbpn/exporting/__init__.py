"""Exporting (xuất bản): plans, what they set for a year, and what is found in them, in the formats people and tools read."""

from vstbpn.exporting.extras import MissingExtraError as MissingExtraError
from vstbpn.exporting.findings.checked import CheckedFile as CheckedFile
from vstbpn.exporting.findings.findings_json import findings_to_json as findings_to_json
from vstbpn.exporting.findings.github import findings_to_github as findings_to_github
from vstbpn.exporting.findings.sarif import findings_to_sarif as findings_to_sarif
from vstbpn.exporting.findings.terminal import findings_to_text as findings_to_text
from vstbpn.exporting.findings.unified import unified_diff as unified_diff
from vstbpn.exporting.ics.calendar_file import to_ics as to_ics
from vstbpn.exporting.markdown import to_markdown as to_markdown
from vstbpn.exporting.tables.columns import Column as Column
from vstbpn.exporting.tables.csv_text import to_csv as to_csv
from vstbpn.exporting.tables.csv_text import unguarded as unguarded
from vstbpn.exporting.tables.csv_text import write_csv as write_csv
from vstbpn.exporting.tables.tables import TABLES as TABLES
from vstbpn.exporting.tables.tables import Table as Table
from vstbpn.exporting.tables.tables import to_rows as to_rows
from vstbpn.exporting.year_page.markdown import year_to_markdown as year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg as year_to_svg

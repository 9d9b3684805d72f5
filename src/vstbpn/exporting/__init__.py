"""Exporting (xuất bản): plans, and what they set for a year, in the formats people read, one way out."""

from vstbpn.exporting.extras import MissingExtraError as MissingExtraError
from vstbpn.exporting.ics.calendar_file import to_ics as to_ics
from vstbpn.exporting.markdown import to_markdown as to_markdown
from vstbpn.exporting.year_page.markdown import year_to_markdown as year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg as year_to_svg

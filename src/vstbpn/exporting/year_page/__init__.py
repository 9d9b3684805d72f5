"""A year on one page (lịch năm trên một trang): as a table in Markdown, and as a picture."""

from vstbpn.exporting.year_page.markdown import year_to_markdown as year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg as year_to_svg

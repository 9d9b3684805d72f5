"""Exporting (xuất bản): plans in the formats people read, one way out."""

from vstbpn.exporting.markdown import to_markdown as to_markdown

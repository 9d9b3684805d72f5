"""Figures of units (số liệu): rolled up over a line, and carried across the changes of units."""

"""Feast days and campaigns of the year (ngày kỷ niệm, tháng hành động)."""

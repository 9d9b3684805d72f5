"""Duties to report (chế độ báo cáo): which period, due when, by whom, and what became of each."""

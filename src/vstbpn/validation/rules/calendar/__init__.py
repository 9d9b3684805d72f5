"""Rules of the calendar (CAL): days, deadlines, campaigns and feasts."""

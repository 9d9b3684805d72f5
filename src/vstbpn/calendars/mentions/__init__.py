"""Deadlines, periods, campaigns and feast days as documents word them."""

"""Observations added up (tổng hợp số liệu) over units, periods and sexes, with their coverage and what is wrong with them."""

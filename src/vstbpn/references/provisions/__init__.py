"""Provisions of an act (điều khoản): the value, its grammar in prose, its wording and faults."""

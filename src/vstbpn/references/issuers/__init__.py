"""Issuing bodies (cơ quan ban hành): their canonical names, their English and their locality."""

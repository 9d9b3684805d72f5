"""Reporting periods (kỳ báo cáo), their wording, and the data they cover."""

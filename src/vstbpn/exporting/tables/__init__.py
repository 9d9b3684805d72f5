"""Tables (bảng): what plans hold as flat rows, and as CSV for spreadsheets."""

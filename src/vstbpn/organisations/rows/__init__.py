"""A directory from tables of the caller's own (danh bạ từ bảng tính), and back; every fault of all tables told at once."""

"""What must hold of the facts of a directory together (kiểm tra danh bạ), and what is said where it does not."""

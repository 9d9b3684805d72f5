"""A reference as a value (dẫn chiếu): how it is read alone, written in each style, and what is wrong with one."""

"""The facts the library ships (danh mục): dated tables, each row with its source and how well it is confirmed."""

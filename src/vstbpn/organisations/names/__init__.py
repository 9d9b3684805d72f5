"""Names of units (tên đơn vị): read in prose, told apart by kind, compared, and looked up."""

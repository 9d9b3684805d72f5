"""Working days (ngày làm việc): public holidays, weekly rest and announced swaps."""

"""Units (đơn vị): their kinds, dated facts and events, and the stretches of days these hold for."""

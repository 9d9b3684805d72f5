"""Finding dates and what they mean in prose."""

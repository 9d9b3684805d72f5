"""Whether a target is met (đánh giá): verdicts, exact margins, and the reason in words."""

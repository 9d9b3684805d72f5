"""What is to be reached (mục tiêu, chỉ tiêu): goals, targets, and how they are written in both languages."""

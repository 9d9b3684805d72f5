"""What a year holds (lịch của năm): one entry a day or stretch."""

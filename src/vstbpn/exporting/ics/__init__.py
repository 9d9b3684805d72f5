"""Calendar files (tệp lịch, .ics): what a year holds, for the calendars that people use."""

from vstbpn.exporting.ics.calendar_file import to_ics as to_ics

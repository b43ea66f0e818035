"""Words of the reports and of the command line that are not findings, in both languages."""

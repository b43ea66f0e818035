"""One sheet of a workbook: its kind, header, rows and cells, as a table of unit rows."""

"""Readable sources of the data workbooks, and what turns them into files."""

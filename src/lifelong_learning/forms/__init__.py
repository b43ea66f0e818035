"""Workbooks that people fill in and get back."""

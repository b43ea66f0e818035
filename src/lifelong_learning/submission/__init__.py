"""Workbooks → Submission and findings."""

"""Sheets as every spreadsheet program writes them, read straight from their XML into columns.

What is written in any other way raises `NotPlainError`, and is left to the reader that knows all ways.
"""

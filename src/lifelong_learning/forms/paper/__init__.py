"""Workbooks written part by part, so that the same content has the same bytes."""

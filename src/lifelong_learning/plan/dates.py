"""Dates as people write them in a plan: 2026-11-22."""

from __future__ import annotations

from datetime import date


def is_date(text: str) -> bool:
    """Tell whether a text of the form YYYY-MM-DD names a day that exists."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

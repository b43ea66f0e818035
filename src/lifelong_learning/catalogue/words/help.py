"""Help texts of the command line."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {}

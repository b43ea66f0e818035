"""Codes of this family."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.catalogue.entries import Entry

ENTRIES: tuple[Entry, ...] = ()

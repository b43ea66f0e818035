"""How a page is laid out: its width, its colour, its characters."""

from __future__ import annotations

from msgspec import Struct

from lifelong_learning.reports.terminal.page import Page


class Layout(Struct, frozen=True):
    """`width` in cells (None: 80); `plain` for an output whose encoding lacks our marks."""

    width: int | None = None
    colour: bool = False
    plain: bool = False

    def page(self) -> Page:
        """Return an empty page of this layout."""
        return Page(self.width, colour=self.colour, plain=self.plain)

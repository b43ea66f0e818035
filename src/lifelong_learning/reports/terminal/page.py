"""A page being written: lines in order, turned into one string of a given width."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from lifelong_learning.reports.terminal.grid import wrapped
from lifelong_learning.reports.terminal.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from lifelong_learning.reports.terminal.grid import Grid

WIDTH = 80
WIDEST = 110
"""Beyond this a line of figures is hard to follow with the eye."""
NARROWEST = 40


class Page:
    """Collects lines and prints them to a string; the same content and width give the same bytes."""

    def __init__(self, width: int | None, *, colour: bool, plain: bool = False) -> None:
        from rich.console import Console

        self.width = min(max(width or WIDTH, NARROWEST), WIDEST)
        self.pen = Pen(plain=plain)
        self.console = Console(
            file=StringIO(),
            width=self.width,
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        self._lines: list[Text] = []

    def heading(self, words: str) -> None:
        """Add an empty line and a heading."""
        if self._lines:
            self.gap()
        self.say(words, "bold")

    def say(self, words: str, style: str = "", indent: int = 0, hanging: int = 0) -> None:
        """Add words, wrapped to the page."""
        self.add(self.pen.text(words, style), indent, hanging)

    def add(self, text: Text, indent: int = 0, hanging: int = 0) -> None:
        """Add a styled text, wrapped to the page."""
        self._lines.extend(wrapped(self.console, text, self.width, indent, hanging))

    def grid(self, grid: Grid) -> None:
        """Add a grid."""
        self._lines.extend(grid.lines(self.console))

    def pairs(self, pairs: Sequence[tuple[str, Sequence[Text]]]) -> None:
        """Add names on the left and texts on the right, each on lines of its own; no name without one."""
        from rich.text import Text

        shown = [(self.pen.text(name, "dim"), texts) for name, texts in pairs if texts]
        left = max((name.cell_len for name, _ in shown), default=0) + 2
        for name, texts in shown:
            lines = [line for text in texts for line in wrapped(self.console, text, self.width - left)]
            for number, line in enumerate(lines):
                start = name.copy() if number == 0 else Text()
                start.append(" " * (left - start.cell_len))
                self._lines.append(start.append_text(line))

    def gap(self) -> None:
        """Add an empty line."""
        self._lines.append(self.pen.text(""))

    def text(self) -> str:
        """Return the page."""
        stream = self.console.file
        assert isinstance(stream, StringIO)
        for line in self._lines:
            self.console.print(line, soft_wrap=True)
        return stream.getvalue()

"""A page of text being written: safe words in colours, wrapped to a width, turned into one string."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import inert
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.text import Text

    from lifelong_learning.reports.document.blocks import Phrase, Tone
    from lifelong_learning.reports.document.terminal.tables import TextGrid

WIDTH = 80
WIDEST = 110
"""Beyond this a line of figures is hard to follow with the eye."""
NARROWEST = 40
_BESIDE_SIGN = re.compile(r"(?<=[≥=]) (?=[0-9])")
_HELD = "\ue000"
"""Stands for a space at which no line ends; it is no character of ours."""

STYLES: dict[Tone, str] = {
    "": "",
    "strong": "bold",
    "quiet": "dim",
    "id": "",
    Status.EXCEEDED: "bold green",
    Status.MET: "green",
    Status.ON_TRACK: "cyan",
    Status.BEHIND: "yellow",
    Status.NOT_MET: "bold red",
    Status.PENDING: "dim",
    Status.NO_DATA: "magenta",
    Status.NOT_ASSESSABLE: "magenta",
    Status.NOT_REQUIRED: "dim",
    Status.NO_TARGET: "dim",
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}


def styled(words: str, style: str = "") -> Text:
    """Return words as a Text: markup in them is text, control characters are shown escaped, and no command of
    a CI log is left in them."""
    from rich.text import Text

    return Text(inert(words), style=style)


def whole(words: str, style: str = "") -> Text:
    """Return words that are never broken over lines, as a person copies them: an id."""
    text = styled(words, style)
    text.no_wrap, text.overflow = True, "ignore"
    return text


def phrased(phrases: Sequence[Phrase]) -> Text:
    """Return phrases one behind the other, each in its own tone; an id stands alone."""
    if len(phrases) == 1 and phrases[0].tone == "id":
        return whole(phrases[0].text)
    text = styled("")
    for phrase in phrases:
        text.append_text(styled(phrase.text, STYLES[phrase.tone]))
    return text


def rule(width: int) -> Text:
    """Return a quiet line."""
    return styled("─" * width, "dim")


class Page:
    """Collects lines and prints them to a string; the same content, width and colour give the same bytes."""

    def __init__(self, width: int | None = None, *, colour: bool = False, widest: int = WIDEST) -> None:
        self.width = min(max(width or WIDTH, NARROWEST), widest)
        self._colour = colour
        self.console = _console(self.width, colour=colour)
        self._lines: list[Text] = []

    def heading(self, words: str, style: str = "bold") -> None:
        """Add an empty line, where something stands above, and a heading."""
        if self._lines:
            self.gap()
        if words:
            self.say(words, style)

    def say(self, words: str, style: str = "", indent: int = 0, hanging: int = 0) -> None:
        """Add words, wrapped to the page."""
        self.add(styled(words, style), indent, hanging)

    def add(self, text: Text, indent: int = 0, hanging: int = 0) -> None:
        """Add a styled text, wrapped to the page."""
        self._lines.extend(wrapped(self.console, text, self.width, indent, hanging))

    def line(self, text: Text) -> None:
        """Add a text that is wrapped already."""
        self._lines.append(text)

    def grid(self, grid: TextGrid) -> None:
        """Add a grid."""
        self._lines.extend(grid.lines(self.console))

    def gap(self) -> None:
        """Add an empty line."""
        self._lines.append(styled(""))

    def text(self) -> str:
        """Return the page."""
        if not self._colour:
            return "".join([f"{line.plain}\n" for line in self._lines])
        stream = self.console.file
        assert isinstance(stream, StringIO)
        for line in self._lines:
            self.console.print(line, soft_wrap=True)
        return stream.getvalue()


def _console(width: int, *, colour: bool) -> Console:
    """Return a console that asks neither the terminal nor the environment anything."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def wrapped(console: Console, text: Text, width: int, indent: int = 0, hanging: int = 0) -> list[Text]:
    """Return a text in lines of at most `width`, set in by `indent`, later lines by `hanging` more."""
    from rich.text import Text

    found = []
    for number, part in enumerate(wrap(console, text, max(1, width - indent - hanging))):
        part.rstrip()
        found.append(Text(" " * (indent + (hanging if number else 0))).append_text(part))
    return found


def wrap(console: Console, text: Text, width: int) -> list[Text]:
    """Return a text in lines; a figure keeps its sign: no line ends between ≥ and 100."""
    if text.cell_len <= width and "\n" not in text.plain:
        return [text.copy()]
    plain = _BESIDE_SIGN.sub(_HELD, text.plain)
    if plain == text.plain:
        return list(text.wrap(console, width))
    held = text.copy()
    held.plain = plain
    lines = list(held.wrap(console, width))
    for line in lines:
        line.plain = line.plain.replace(_HELD, " ")
    return lines

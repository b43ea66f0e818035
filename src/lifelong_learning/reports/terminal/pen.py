"""Text on its way to a terminal: safe, styled, and in characters that the output can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.scores import Status

if TYPE_CHECKING:
    from rich.text import Text

STATUS_STYLES: dict[Status, str] = {
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
}
SEVERITY_STYLES: dict[Severity, str] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "dim",
}

_ASCII = str.maketrans(
    {
        "▲": "^", "✓": "+", "▸": ">", "▿": "<", "✗": "x", "…": "...", "–": "-", "−": "-", "─": "-",
        "≥": ">=", "·": "|", "›": ">", "“": '"', "”": '"', "¶": "#", "×": "x",
    }
)  # fmt: skip


class Pen:
    """Writes texts; with `plain` our own typographic marks go out in ASCII."""

    def __init__(self, *, plain: bool = False) -> None:
        self.plain = plain

    def text(self, words: str, style: str = "") -> Text:
        """Return words as a Text: markup in them is text, control characters are shown escaped."""
        from rich.text import Text

        shown = visible(words)
        return Text(shown.translate(_ASCII) if self.plain else shown, style=style)

    def whole(self, words: str, style: str = "") -> Text:
        """Return words that are never broken over lines, as a person copies them: an id."""
        text = self.text(words, style)
        text.no_wrap, text.overflow = True, "ignore"
        return text

    def rule(self, width: int) -> Text:
        """Return a quiet line."""
        return self.text("─" * width, "dim")

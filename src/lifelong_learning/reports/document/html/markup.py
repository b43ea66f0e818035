"""Pieces of a page: every text that goes in is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.model.findings import Severity
    from lifelong_learning.model.scores import Status


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def shown(text: str) -> Markup:
    """Return a text as markup: markup stays, anything else is escaped."""
    return text if isinstance(text, Markup) else Markup(escape(visible(text)))


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """Return an element; `class_` stands for class, an underscore in a name for a dash."""
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{shown(v)}"' for key, v in attributes.items())
    return Markup(f"<{name}{named}>{''.join(map(shown, inside))}</{name}>")


def badge(mark: Status | Severity, words: str) -> Markup:
    """Return a status or a severity as words on its colour."""
    return tag("span", words, class_=f"status {mark.value}")


def wide_table(caption: str, names: Sequence[tuple[str, str]], rows: Iterable[str]) -> Markup:
    """Return a table that may be scrolled across, with its caption and header (names and classes)."""
    cells = [tag("th", name, scope="col", **({"class_": kind} if kind else {})) for name, kind in names]
    body = tag("tbody", Markup("\n".join(rows)))
    inside = tag("table", tag("caption", caption), tag("thead", tag("tr", *cells)), body)
    # A region that scrolls must be reached by keyboard, and then needs a name.
    return tag("div", inside, class_="wide", tabindex="0", role="region", aria_label=caption)

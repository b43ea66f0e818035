"""Pieces of a page: every text that goes in is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Exact, Status

BAR_WIDTH, BAR_HEIGHT = 120, 12
FULL = 2
"""A bar ends at twice the threshold."""


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def shown(text: str) -> Markup:
    """Return a text as markup: markup stays, anything else is escaped, and no figure is parted from its %."""
    return text if isinstance(text, Markup) else Markup(escape(visible(text)).replace(" %", "\u00a0%"))


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """Return an element; `class_` stands for class, an underscore in a name for a dash."""
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{shown(v)}"' for key, v in attributes.items())
    return Markup(f"<{name}{named}>{''.join(map(shown, inside))}</{name}>")


def status(found: Status, words: str) -> Markup:
    """Return a status as a word on its colour."""
    return tag("span", words, class_=f"status {found.value}")


def head(names: Sequence[tuple[str, str]]) -> Markup:
    """Return the header of a table from names and classes of columns."""
    cells = [
        tag("th", name, scope="col", class_=kind) if kind else tag("th", name, scope="col")
        for name, kind in names
    ]
    return tag("thead", tag("tr", *cells))


def table(caption: str, names: Sequence[tuple[str, str]], rows: Iterable[str]) -> Markup:
    """Return a table that may be scrolled across, with its caption and header."""
    body = tag("tbody", Markup("\n".join(rows)))
    # A region that scrolls must be reached by keyboard, and then needs a name.
    return tag(
        "div", tag("table", tag("caption", caption), head(names), body), class_="wide", tabindex="0",
        role="region", aria_label=caption,
    )  # fmt: skip


def bar(attained: Exact | None, found: Status) -> Markup:
    """Return an attainment as a bar with a line at 100 %; the figure stands beside it in words."""
    if attained is None:
        return Markup("")
    half = BAR_WIDTH // FULL
    length = max(0, min(BAR_WIDTH, attained.floored(4) * half // 10_000))
    return Markup(
        f'<svg class="bars" width="{BAR_WIDTH}" height="{BAR_HEIGHT}" viewBox="0 0 {BAR_WIDTH} {BAR_HEIGHT}" '
        'aria-hidden="true" focusable="false">'
        f'<rect class="track" width="{BAR_WIDTH}" height="{BAR_HEIGHT}"/>'
        f'<rect class="f-{found.value}" width="{length}" height="{BAR_HEIGHT}"/>'
        f'<line class="tick" x1="{half}" x2="{half}" y1="0" y2="{BAR_HEIGHT}"/></svg>'
    )


def stacked(counts: Mapping[Status, int], title: str, lang: Lang) -> Markup:
    """Return how many results have each status as one bar; `title` says the same in words."""
    total, at, width = sum(counts.values()), 0, 1000
    if not total:
        return Markup("")
    parts = []
    done = 0
    for found, number in counts.items():
        done += number
        until = done * width // total
        if until > at:
            said = tag("title", f"{labels.status(found, lang)} {number}")
            length = max(1, until - at - 2)
            parts.append(f'<rect class="f-{found.value}" x="{at}" width="{length}" height="22">{said}</rect>')
        at = until
    return Markup(
        f'<svg class="bars" role="img" aria-label="{shown(title)}" width="{width}" height="22" '
        f'viewBox="0 0 {width} 22" preserveAspectRatio="none">{"".join(parts)}</svg>'
    )

"""Charts in characters: a bar of blocks for an attainment, a sparkline for the course of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import TableColumn
from lifelong_learning.reports.document.plot import sparkline
from lifelong_learning.reports.document.terminal.page import STYLES, styled
from lifelong_learning.reports.document.terminal.tables import TextGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import BarChart, LineChart
    from lifelong_learning.reports.document.terminal.page import Page

BAR = 20


def bars(page: Page, chart: BarChart, lang: Lang) -> None:
    """Add a bar for every target, which ends at twice the target."""
    page.gap()
    page.say(chart.title, "bold dim")
    columns = (
        TableColumn(word("summary.c_attained", lang), "right", most=12),
        TableColumn("", most=BAR),
        TableColumn(word("summary.c_target", lang)),
    )
    grid = TextGrid(columns, flexible=2)
    for bar in chart.bars:
        filled = max(0, min(BAR, int(bar.size * BAR / 2)))
        line = styled("█" * filled, STYLES[bar.mark])
        line.append_text(styled("░" * (BAR - filled), "dim"))
        grid.row(styled(bar.text), line, styled(bar.label))
    page.grid(grid)


def courses(page: Page, charts: Sequence[LineChart], lang: Lang) -> None:
    """Add a line for every chart: its course, its first and last figure, and what it shows."""
    page.gap()
    heads = [word(f"summary.{key}", lang) for key in ("c_trend", "c_first", "c_last", "c_target")]
    columns = [TableColumn(head, most=most) for head, most in zip(heads, (12, 16, 16, 0), strict=True)]
    grid = TextGrid(tuple(columns), flexible=3)
    for chart in charts:
        told = [point for point in chart.points if point.size is not None]
        line = styled(sparkline(chart), "cyan")
        ends = [styled(f"{point.year}: {point.text}") for point in (told[0], told[-1])]
        grid.row(line, *ends, styled(chart.title))
    page.grid(grid)

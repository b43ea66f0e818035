"""A plan's targets as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.terminal.grid import Column, Grid
from lifelong_learning.reports.terminal.layout import Layout
from lifelong_learning.reports.view import planned

if TYPE_CHECKING:
    from rich.text import Text

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.reports.terminal.page import Page
    from lifelong_learning.reports.view.planned import Card

LONGEST_ID = 64


def listing(plan: Plan, lang: Lang, layout: Layout | None = None) -> str:
    """Return every target with its id, clause and figures, then the commitments."""
    page = (layout or Layout()).page()
    page.say(plan.title.of(lang), "bold")
    page.say(plan.document.of(lang))
    page.heading(word("target.targets", lang))
    page.grid(_targets(page, plan, lang))
    if plan.commitments:
        page.heading(word("target.commitments", lang))
        page.grid(_commitments(page, plan, lang))
    return page.text()


def detail(card: Card, lang: Lang, layout: Layout | None = None) -> str:
    """Return one target or commitment with all that the plan says of it."""
    page = (layout or Layout()).page()
    page.heading(card.label)
    lines = (
        ("id", (card.id,)),
        ("clause", (card.clause,)),
        ("quote", (f"“{card.quote}”",)),
        ("thresholds", card.thresholds),
        ("due", (card.due,) if card.due else ()),
        *card.facts,
    )
    page.pairs(
        [(word(f"target.{name}", lang), [_text(page, name, text) for text in texts]) for name, texts in lines]
    )
    return page.text()


def _text(page: Page, name: str, text: str) -> Text:
    return page.pen.whole(text) if name == "id" else page.pen.text(text)


def _targets(page: Page, plan: Plan, lang: Lang) -> Grid:
    grid = Grid(
        page.pen,
        (
            Column(word("target.id", lang), flexible=True),
            Column(word("target.threshold", lang), most=30),
            Column(word("target.due", lang), most=14),
            Column(word("target.clause", lang), most=16),
        ),
    )
    for target in plan.targets:
        grid.span(page.pen.text(target.label.of(lang)))
        due = planned.due(target, lang)
        for number, threshold in enumerate(planned.thresholds(plan, target, lang)):
            first = (
                ("", threshold, "", "")
                if number
                else (f"  {target.id}", threshold, due, target.source.clause)
            )
            grid.row(page.pen.whole(first[0], "dim"), *map(page.pen.text, first[1:]))
    return grid


def _commitments(page: Page, plan: Plan, lang: Lang) -> Grid:
    grid = Grid(
        page.pen,
        (
            Column(word("report.commitment", lang), flexible=True),
            Column(word("target.id", lang), most=LONGEST_ID),
            Column(word("target.clause", lang), most=16),
        ),
    )
    for commitment in plan.commitments:
        label, clause = page.pen.text(commitment.label.of(lang)), page.pen.text(commitment.source.clause)
        grid.row(label, page.pen.whole(commitment.id, "dim"), clause)
    return grid

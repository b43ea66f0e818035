"""A plan's targets and commitments: all of them, or one, in text, JSON or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.reports.terminal.layout import Layout


def listing(plan: Plan, name: str, *, lang: Lang, layout: Layout | None = None) -> bytes:
    """Return all targets and commitments in the format `text`, `json` or `markdown`."""
    from lifelong_learning.reports.targets import json_, markdown, text

    if name == "json":
        return json_.listing(plan, lang)
    written = markdown.listing(plan, lang) if name == "markdown" else text.listing(plan, lang, layout)
    return written.encode("utf-8")


def detail(plan: Plan, wanted: str, name: str, *, lang: Lang, layout: Layout | None = None) -> bytes:
    """Return one target or commitment; KeyError for an id that the plan does not have."""
    from lifelong_learning.reports.targets import json_, markdown, text
    from lifelong_learning.reports.view.planned import commitment_card, target_card

    if name == "json":
        return json_.detail(plan, wanted, lang)
    if wanted in plan.target:
        card = target_card(plan, plan.target[wanted], lang)
    else:
        commitments = {commitment.id: commitment for commitment in plan.commitments}
        card = commitment_card(plan, commitments[wanted], lang)
    written = markdown.detail(card, lang) if name == "markdown" else text.detail(card, lang, layout)
    return written.encode("utf-8")

"""A plan's targets as Markdown; text of the plan is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.view import planned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.reports.view.planned import Card

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def listing(plan: Plan, lang: Lang) -> str:
    """Return the targets and the commitments as two tables."""
    lines = [f"# {_text(plan.title.of(lang))}", "", _text(plan.document.of(lang)), ""]
    lines += [f"## {word('target.targets', lang)}", ""]
    lines += _row(word(f"target.{name}", lang) for name in ("label", "id", "thresholds", "due", "clause"))
    lines += ["|---|---|---|---|---|"]
    for target in plan.targets:
        asked = "<br>".join(map(_text, planned.thresholds(plan, target, lang)))
        label, due = _text(target.label.of(lang)), planned.due(target, lang)
        lines += _row((label, f"`{target.id}`", asked, due, _text(target.source.clause)))
    if plan.commitments:
        lines += ["", f"## {word('target.commitments', lang)}", ""]
        names = ("report.commitment", "target.id", "target.clause")
        lines += [*_row(word(name, lang) for name in names), "|---|---|---|"]
        for commitment in plan.commitments:
            label, clause = _text(commitment.label.of(lang)), _text(commitment.source.clause)
            lines += _row((label, f"`{commitment.id}`", clause))
    return "\n".join(lines) + "\n"


def detail(card: Card, lang: Lang) -> str:
    """Return one target or commitment under a heading, fact by fact."""
    lines = [f"# {_text(card.label)}", "", f"> {_text(card.quote)}", ""]
    facts = (
        ("clause", (card.clause,)),
        ("thresholds", card.thresholds),
        ("due", (card.due,) if card.due else ()),
        *card.facts,
    )
    lines.append(f"- **{word('target.id', lang)}:** `{card.id}`")
    for name, texts in facts:
        if texts:
            lines.append(f"- **{word(f'target.{name}', lang)}:** {'; '.join(map(_text, texts))}")
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> list[str]:
    return [f"| {' | '.join(cells)} |"]


def _text(words: str) -> str:
    return _MARKS.sub(r"\\\1", visible(words))

"""What of a plan needs a look, in text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.days import Day
from lifelong_learning.reports.terminal.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.stale import Concern, Stale


def as_text(
    plan: Plan,
    items: Sequence[Stale],
    year: int,
    before: str | None,
    lang: Lang,
    layout: Layout | None = None,
) -> str:
    """Return the list for people, headed by the year and the day that it was made for."""
    page = (layout or Layout()).page()
    asked = word("target.stale_asked", lang, plan=plan.id, year=year)
    page.say(
        asked if before is None else f"{asked} {word('target.stale_before', lang, date=Day(before).of(lang))}"
    )
    if not items:
        page.say(word("target.stale_none", lang))
    for stale in items:
        page.gap()
        page.say(f"{stale.item.id}  {stale.item.label.of(lang)}", "bold", hanging=2)
        page.say(f"{stale.item.source.clause}: “{stale.item.source.quote}”", "dim", indent=2)
        for concern in stale.concerns:
            page.say(_worded(concern, lang), indent=2)
    return page.text()


def as_json(plan: Plan, items: Sequence[Stale], year: int, before: str | None, lang: Lang) -> bytes:
    """Return the list for programs, `llplan/stale/1`."""
    import orjson

    document = {
        "schema": "llplan/stale/1",
        "plan": {"id": plan.id, "sha256": plan.sha256},
        "lang": lang,
        "year": year,
        "verified_before": before,
        "stale": [
            {
                "id": stale.item.id,
                "clause": stale.item.source.clause,
                "verified": stale.item.source.verified,
                "concerns": [
                    {"why": concern.why, "since": concern.since or None, "message": _worded(concern, lang)}
                    for concern in stale.concerns
                ],
            }
            for stale in items
        ],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _worded(concern: Concern, lang: Lang) -> str:
    return word(f"target.stale_{concern.why}", lang, since=Day(concern.since).of(lang))

"""Measures: their kinds exist, and a part belongs to a whole that can hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.plan import shape
    from lifelong_learning.plan.parts import Parts, Placed
    from lifelong_learning.plan.places import Reporter
    from lifelong_learning.plan.vocabulary import Vocabulary


def check_measures(parts: Parts, known: Vocabulary, report: Reporter) -> None:
    """Report what is wrong between the measures."""
    wholes = {placed.item.id: placed.item.at_most for placed in parts.measures}
    for placed in parts.measures:
        known.refer_all(placed, "kinds", "PL914", "kinds", placed.item.kinds)
        if placed.item.at_most is not None:
            _check_part(placed, placed.item.at_most, wholes, known, report)


def _check_part(
    placed: Placed[shape.Measure],
    whole_id: str,
    wholes: dict[str, str | None],
    known: Vocabulary,
    report: Reporter,
) -> None:
    path = (*placed.path, "at_most")
    whole = known.refer_measure(placed.document, path, whole_id)
    if whole is None:
        return
    variant = None
    if placed.item.type != "count" or whole.type != "count":
        variant = "type"
    elif placed.item.id in (circle := _circle(placed.item.id, wholes)):
        if placed.item.id == circle[0]:
            variant = "circle"
    elif not set(placed.item.kinds) <= set(whole.kinds):
        variant = "kind"
    if variant:
        report.on(placed.document, path, "PL919", variant, part=placed.item.id, whole=whole_id)


def _circle(start: str, wholes: dict[str, str | None]) -> list[str]:
    """Return the measures of the circle that begins and ends at a measure, in the plan's order."""
    circle = [start]
    here = wholes.get(start)
    while here is not None and here not in circle:
        circle.append(here)
        here = wholes.get(here)
    return [name for name in wholes if name in circle] if here == start else []

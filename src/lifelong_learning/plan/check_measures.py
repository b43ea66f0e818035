"""Measures: their kinds exist, parts fit their wholes, amounts have decimals and counts none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.plan import shape
    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Placed, Reporter
    from lifelong_learning.plan.references import References


def check_measures(parts: Parts, known: References, report: Reporter) -> None:
    """The kinds of a measure exist, a part belongs to a whole that can hold it, and a unit to a number."""
    wholes = {placed.item.id: placed.item.at_most for placed in parts.measures}
    for placed in parts.measures:
        known.refer_all(placed, "kinds", "PL914", "kinds", placed.item.kinds)
        _check_type(placed, report)
        if placed.item.at_most is not None:
            _check_part(placed, placed.item.at_most, wholes, known, report)
        for index, part in enumerate(placed.item.parts or ()):
            _check_one_of_parts(placed, index, part, known, report)


def _check_type(placed: Placed[shape.MeasureForm], report: Reporter) -> None:
    """Amounts alone have decimals; numbers alone have a unit and parts."""
    item = placed.item
    if item.decimals is not None and item.type != "amount":
        report.on(placed.document, (*placed.path, "decimals"), "PL919", "decimals", name=item.id)
    if item.unit is not None and item.type == "yes_no":
        report.on(placed.document, (*placed.path, "unit"), "PL919", "unit", name=item.id)


def _check_one_of_parts(
    placed: Placed[shape.MeasureForm], index: int, name: str, known: References, report: Reporter
) -> None:
    path, whole = (*placed.path, "parts", index), placed.item
    part = known.refer_measure(placed.document, path, name)
    if part is None:
        return
    if name == whole.id or name in (whole.parts or ())[:index]:
        report.on(placed.document, path, "PL919", "again", part=name, whole=whole.id)
    elif fault := _unfit(part, whole):
        report.on(placed.document, path, "PL919", f"parts_{fault}", part=name, whole=whole.id)


def _unfit(part: shape.MeasureForm, whole: shape.MeasureForm) -> str | None:
    """Return why one measure cannot be held against another: yes/no, another unit, another kind of unit."""
    if "yes_no" in (part.type, whole.type):
        return "type"
    if part.unit != whole.unit:
        return "unit"
    return None if set(whole.kinds) & set(part.kinds) else "kind"


def _check_part(
    placed: Placed[shape.MeasureForm],
    whole_id: str,
    wholes: dict[str, str | None],
    known: References,
    report: Reporter,
) -> None:
    path = (*placed.path, "at_most")
    whole = known.refer_measure(placed.document, path, whole_id)
    if whole is None:
        return
    variant = None
    types = (placed.item.type, whole.type)
    if "yes_no" in types:
        variant = "parts_type" if "amount" in types else "type"
    elif placed.item.unit != whole.unit:
        variant = "unit_of_part"
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

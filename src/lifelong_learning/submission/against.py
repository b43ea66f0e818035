"""Figures held against an earlier submission of the same units and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.plan import MeasureType
from lifelong_learning.submission.faults import Trouble, beside

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission.joined import Joined


def compare(joined: Joined, earlier: Joined, plan: Plan) -> None:
    """Name every figure of a period that both have, and that is another one now (`RW306`)."""
    old_position = {code: unit for unit, code in enumerate(earlier.panel.codes)}
    units = [
        (unit, old_position[code]) for unit, code in enumerate(joined.panel.codes) if code in old_position
    ]
    for year, period in sorted(joined.panel.at):
        if (year, period) not in earlier.panel.at:
            continue
        for measure in plan.measures_of(joined.panel.kind):
            now = joined.panel.values(measure.id, year, period)
            before = earlier.panel.values(measure.id, year, period)
            changed = [pair for pair in units if now[pair[0]] != before[pair[1]]]
            for unit, old in changed:
                if now[unit] < 0 or before[old] < 0:
                    continue
                place = earlier.address(earlier.panel.row_of(old, year, period), measure.id)
                value = beside(str(now[unit]), str(before[old]), place)
                variant = ""
                if measure.type is MeasureType.YES_NO:
                    variant = "now_yes" if now[unit] else "now_no"
                joined.fault(
                    joined.panel.row_of(unit, year, period), measure.id, Trouble("RW306", value, variant)
                )

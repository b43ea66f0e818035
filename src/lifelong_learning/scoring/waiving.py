"""Results that are waived keep their status and leave the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.scoring.units import score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.scores import Scorecard, UnitScore
    from lifelong_learning.model.waivers import Waiver


def waive(card: Scorecard, waivers: Iterable[Waiver]) -> Scorecard:
    """Return a scorecard whose waived results carry their waivers and count in no score."""
    granted: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        granted.setdefault(waiver.unit, []).append(waiver)
    if not granted:
        return card
    units = tuple(
        _waived(unit, granted[unit.identity.code]) if unit.identity.code in granted else unit
        for unit in card.units
    )
    return replace(card, units=units)


def _waived(unit: UnitScore, waivers: Iterable[Waiver]) -> UnitScore:
    by_target = {waiver.target: waiver for waiver in waivers if waiver.kind in (None, unit.kind)}
    results = tuple(result._replace(waiver=by_target.get(result.target.id)) for result in unit.results)
    counting = [result for result in results if result.waiver is None]
    return unit._replace(results=results, score=score(counting))

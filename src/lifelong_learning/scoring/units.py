"""Every unit against every target that applies to it, its score, and what is waived."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import ONE, VERDICTS, ZERO, Exact, Result, Status, Value
from lifelong_learning.scoring.cohort import Moment
from lifelong_learning.scoring.indicators import Figures, Reading, unit_readings
from lifelong_learning.scoring.verdicts import attainment, judge, of_unit, stands_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lifelong_learning.model.plan import Plan, Target
    from lifelong_learning.model.scores import Scorecard, UnitScore
    from lifelong_learning.model.status import Waiver
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.scoring.cohort import Population
    from lifelong_learning.scoring.verdicts import Asked

Results = list[tuple[int, Result]]


def unit_results(asked: Asked) -> Results:
    """Return (position, result) of every unit of the population under each scope that holds for it."""
    if not asked.yardsticks:
        return []
    plan, target, people, yardsticks = asked
    moment = Moment(yardsticks[0].year, yardsticks[0].period)
    readings = unit_readings(Figures(plan, target, people, moment))
    if readings is None:
        return []
    base_value = _base_values(plan, target, people, moment)
    found: Results = []
    for yardstick in yardsticks:
        judge = _Judge(yardstick, base_value)
        found += [
            (position, judge.result(position, readings[position]))
            for position in people.within(yardstick.scope)
        ]
    return found


def _base_values(
    plan: Plan, target: Target, people: Population, moment: Moment
) -> Callable[[int], Exact | None]:
    """Return a function that gives a unit's value in the base year, all computed at its first call."""
    readings: list[Reading] = []

    def base_value(position: int) -> Exact | None:
        if not readings:
            at_base = Moment(target.base_year, moment.period)
            figures = Figures(plan, target, people, at_base, as_of=moment.year)
            readings.extend(unit_readings(figures) or ())
        return readings[position].value

    return base_value


class _Judge:
    """Holds units against one yardstick; an outcome that many units share is made once."""

    def __init__(self, asked: Yardstick, base_value: Callable[[int], Exact | None]) -> None:
        self._asked = of_unit(asked)
        self._few_values = asked.target.kind in (IndicatorKind.COVERAGE, IndicatorKind.COUNT)
        self._base_value = base_value
        self._shared: dict[Reading, Result] = {}

    def result(self, position: int, reading: Reading) -> Result:
        """Return the result of the unit at a position."""
        value, lack = reading.value, self._asked.without
        if value is not None and lack is not None:
            return _without_value(self._asked, lack.status, lack.reason)
        if value is not None and not (self._few_values and stands_alone(self._asked, value)):
            return self._judged(position, reading, value)
        known = self._shared.get(reading)
        if known is None:
            known = self._without(reading) if value is None else self._judged(position, reading, value)
            self._shared[reading] = known
        return known

    def _without(self, reading: Reading) -> Result:
        assert reading.status is not None
        return _without_value(self._asked, reading.status, reading.reason)

    def _judged(self, position: int, reading: Reading, value: Exact) -> Result:
        asked = self._asked
        if not asked.required and not asked.bounds.as_good(value, asked.bounds.asked or ZERO):
            return _without_value(asked, Status.NOT_REQUIRED)
        status, line = judge(asked, value, partial(self._base_value, position))
        base_year = line.base_year if line and reading.base_year is None else reading.base_year
        reached = attainment(asked, value)
        return Result(
            asked, Value(value, asked.scale, asked.bounds.at_most), status, None, reached, base_year, line
        )


def _without_value(asked: Yardstick, status: Status, reason: str | None = None) -> Result:
    return Result(asked, None, status, reason, None, None, None)


def score(results: Sequence[Result]) -> Exact | None:
    """Return the weighted mean of min(max(attainment, 0), 1) × 100 over the verdicts; None without one."""
    num, den, weight_num, weight_den = 0, 1, 0, 1
    for result in results:
        if result.status not in VERDICTS:
            continue
        reached = result.attainment
        if reached is None:
            # Of a limit of nil there is no part: it is kept or not.
            reached = ONE if result.status in (Status.MET, Status.EXCEEDED) else ZERO
        by, over = result.target.weight.as_integer_ratio()
        weight_num, weight_den = _plus(weight_num, weight_den, by, over)
        part, whole = reached
        if part >= whole:
            num, den = _plus(num, den, by, over)
        elif part > 0:
            num, den = _plus(num, den, part * by, whole * over)
    return Exact(100 * num * weight_den, den * weight_num) if weight_num else None


def _plus(num: int, den: int, more: int, over: int) -> tuple[int, int]:
    """Return num / den + more / over, not reduced."""
    return (num + more * den, den) if over == 1 else (num * over + more * den, den * over)


def completeness(results: Sequence[Result]) -> Exact | None:
    """Return targets with a verdict / targets that apply; None where none applies."""
    applying = [r for r in results if r.status not in (Status.NOT_REQUIRED, Status.NO_TARGET)]
    judged = sum(1 for result in applying if result.status in VERDICTS)
    return Exact(judged, len(applying)) if applying else None


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
    results = tuple(replace(result, waiver=by_target.get(result.target.id)) for result in unit.results)
    counting = [result for result in results if result.waiver is None]
    return unit._replace(results=results, score=score(counting))

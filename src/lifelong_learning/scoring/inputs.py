"""The cells behind a result, and what a unit says of its commitments; found only when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lifelong_learning.model.plan import IndicatorKind, MeasureType
from lifelong_learning.model.scores import CommitmentResult, Input, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Commitment, Plan, Target
    from lifelong_learning.model.scores import Result, Scorecard, UnitScore
    from lifelong_learning.model.submission import Panel, Submission


@dataclass(slots=True)
class Evidence:
    """Finds the cells that the results of one scorecard rest on."""

    plan: Plan
    submission: Submission
    year: int
    period: str
    _positions: dict[str, dict[str, int]] = field(default_factory=dict)
    _asked: dict[tuple[str, str | None], list[tuple[Commitment, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, scorecard: Scorecard, submission: Submission) -> Evidence:
        """Return the evidence of a scorecard."""
        return cls(scorecard.plan, submission, scorecard.year, scorecard.period)

    def inputs(self, unit: UnitScore, result: Result) -> tuple[Input, ...]:
        """Return every cell used, by year and then in the target's order; blank ones without a value."""
        years = sorted({self.year, *self._base_years(result)})
        return tuple(self._input(unit, measure, year) for year in years for measure in result.target.measures)

    def commitments(self, unit: UnitScore) -> tuple[CommitmentResult, ...]:
        """Return the commitments that apply to a unit, in the plan's order."""
        return tuple(self._commitments(unit))

    def _commitments(self, unit: UnitScore) -> Iterator[CommitmentResult]:
        panel = self.submission.panels.get(unit.kind)
        position = -1 if panel is None else self._position(panel, unit.identity.code)
        row = -1 if panel is None or position < 0 else panel.row_of(position, self.year, self.period)
        for commitment, least in self._asked_of(unit.kind, unit.identity.level):
            if panel is None or row < 0:
                yield CommitmentResult(commitment, None, None)
                continue
            column = panel.measures.get(commitment.measure)
            figure = -1 if column is None else column[row]
            place = panel.place_in(row, commitment.measure)
            yield CommitmentResult(commitment, figure >= least if figure >= 0 else None, place)

    def _asked_of(self, kind: str, level: str | None) -> list[tuple[Commitment, int]]:
        """Return the commitments of a kind and level, each with the figure from which it is kept."""
        if (kind, level) not in self._asked:
            self._asked[kind, level] = [
                (commitment, 1 if commitment.at_least is None else commitment.at_least)
                for commitment in self.plan.commitments
                if kind in commitment.kinds and level in commitment.levels
            ]
        return self._asked[kind, level]

    def _base_years(self, result: Result) -> tuple[int, ...]:
        if result.base_year is not None:
            return (result.base_year,)
        return _years_looked_at(result.target, self.year, result.reason)

    def _input(self, unit: UnitScore, measure: str, year: int) -> Input:
        panel = self.submission.panels.get(unit.kind)
        position = -1 if panel is None else self._position(panel, unit.identity.code)
        if panel is None or position < 0:
            return Input(measure, year, self.period, None, None)
        row = panel.row_of(position, year, self.period)
        column = panel.measures.get(measure)
        figure = column[row] if row >= 0 and column is not None else -1
        value: int | bool | None = figure if figure >= 0 else None
        if value is not None and self.plan.measure[measure].type is MeasureType.YES_NO:
            value = value == 1
        place = panel.place(position, measure, year, self.period)
        return Input(measure, year, self.period, value, place)

    def _position(self, panel: Panel, code: str) -> int:
        if panel.kind not in self._positions:
            self._positions[panel.kind] = {known: i for i, known in enumerate(panel.codes)}
        return self._positions[panel.kind].get(code, -1)


def _years_looked_at(target: Target, year: int, reason: str | None) -> tuple[int, ...]:
    """Return the earlier years of a growth that came to nothing for want of a usable base figure."""
    if reason not in (Reason.INVALID_INPUT, Reason.ZERO_BASE, Reason.NO_BASE_YEAR):
        return ()
    if target.kind is IndicatorKind.GROWTH_YEARLY:
        return (year - 1,)
    if target.kind is IndicatorKind.GROWTH_AVERAGE and target.base_year < year:
        return (target.base_year,)
    return ()

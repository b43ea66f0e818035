"""The cells behind a result, and what a unit says of its commitments; found only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.model.plan import IndicatorKind, MeasureType
from lifelong_learning.model.record import Shown
from lifelong_learning.model.scores import CommitmentResult, Input, Reason, Share
from lifelong_learning.model.submission import MISSING
from lifelong_learning.scoring.indicators import TAKING_OVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.model.plan import Commitment, Plan, Target
    from lifelong_learning.model.scores import GroupResult, Result, Scorecard, UnitScore
    from lifelong_learning.model.submission import Panel, Submission
    from lifelong_learning.model.succession import Succession


class Evidence(Struct, metaclass=Shown):
    """Finds the cells that the results of one scorecard rest on."""

    plan: Plan
    submission: Submission
    year: int
    period: str
    successions: Mapping[str, Succession]
    everyone: tuple[UnitScore, ...]
    members: Mapping[int, frozenset[tuple[str, str]]]
    _positions: dict[str, dict[str, int]] = field(default_factory=dict)
    _asked: dict[tuple[str, str | None], list[tuple[Commitment, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, scorecard: Scorecard, submission: Submission) -> Evidence:
        """Return the evidence of a scorecard."""
        card = scorecard
        kinds = [kind.id for kind in card.plan.kinds]
        levels = [level.id for level in card.plan.levels]

        def order(unit: UnitScore) -> tuple[int, int, str]:
            who = unit.identity
            level = levels.index(who.level) if who.level in levels else len(levels)
            return kinds.index(unit.kind), level, who.code

        everyone = tuple(sorted((*card.units, *card.former), key=order))
        return cls(card.plan, submission, card.year, card.period, card.successions, everyone, card.members)

    def inputs(self, unit: UnitScore, result: Result) -> tuple[Input, ...]:
        """Return every cell used, by year and then in the target's order; blank ones without a value."""
        years = sorted({self.year, *self._base_years(unit, result)})
        return self._inputs(unit, result.target, years, self.year)

    def shares(self, group: GroupResult) -> tuple[Share, ...]:
        """Return what every unit of a group adds to its value, by kind, level and code."""
        years = sorted({self.year, *((group.base_year or self.year,) if group.target.kind.grows else ())})
        return tuple(
            Share(
                unit,
                self._inputs(unit, group.target, years, self.year),
                (unit.kind, unit.identity.code) not in group.absent,
            )
            for unit in self._members(group, self.year)
        )

    def shares_at_start(self, group: GroupResult) -> tuple[Share, ...]:
        """Return what every unit of the base year adds to the value that a group's line begins at: its own
        cells; none where the status hangs on no line."""
        base_year, target = group.target.base_year, group.target
        if group.line is None or group.origin == "reported":
            return ()
        years = [base_year - 1, base_year] if target.kind.grows else [base_year]
        found = [(u, self._inputs(u, target, years, base_year)) for u in self._members(group, base_year)]
        return tuple(
            Share(unit, used, all(one.value is not None for one in used) and bool(used))
            for unit, used in found
        )

    def _members(self, group: GroupResult, year: int) -> list[UnitScore]:
        """Return the units of a group in a year."""
        scope, counted = group.scope, self.members[year]
        return [
            unit
            for unit in self.everyone
            if unit.kind in group.target.kinds
            and scope.holds(unit.identity.level, unit.identity.area)
            and scope.takes(unit.identity.code)
            and group.district in (None, unit.identity.district)
            and (unit.kind, unit.identity.code) in counted
        ]

    def _inputs(self, unit: UnitScore, target: Target, years: Sequence[int], as_of: int) -> tuple[Input, ...]:
        return tuple(
            self._input(unit, code, measure, year)
            for year in years
            for measure in target.measures
            for code in self._codes(unit, target, year, as_of)
        )

    def _codes(self, unit: UnitScore, target: Target, year: int, as_of: int) -> list[str]:
        """Return whose cells stand for a unit in a year, as of a later one: its own, and in an earlier year
        of a growth or a ratio those of the units that it took over; nobody's where the register expected
        none of them."""
        code, found = unit.identity.code, self.successions.get(unit.kind)
        if found is not None and as_of != self.year:
            found = found.as_of(as_of)
        if target.kind not in TAKING_OVER or found is None:
            return [code]
        return found.members(code, year, self.period)

    def commitments(self, unit: UnitScore) -> tuple[CommitmentResult, ...]:
        """Return the commitments that apply to a unit, in the plan's order."""
        asked = self._asked_of(unit.kind, unit.identity.level)
        panel = self.submission.panels.get(unit.kind)
        row = -1 if panel is None else self._row(panel, unit.identity.code)
        if panel is None or row < 0:
            return tuple(CommitmentResult(commitment, None, None) for commitment, _ in asked)
        measures = [commitment.measure for commitment, _ in asked]
        places = panel.places_in(row, measures)
        figures = [-1 if column is None else column[row] for column in map(panel.measures.get, measures)]
        return tuple(
            CommitmentResult(commitment, figure >= least if figure >= 0 else None, place)
            for (commitment, least), figure, place in zip(asked, figures, places, strict=True)
        )

    def _row(self, panel: Panel, code: str) -> int:
        """Return the index of a unit's row in the evaluated period, or −1."""
        position = self._position(panel, code)
        return -1 if position < 0 else panel.row_of(position, self.year, self.period)

    def _asked_of(self, kind: str, level: str | None) -> list[tuple[Commitment, int]]:
        """Return the commitments of a kind and level, each with the figure from which it is kept."""
        if (kind, level) not in self._asked:
            self._asked[kind, level] = [
                (commitment, (commitment.at_least or 1) * self.plan.measure[commitment.measure].scale)
                for commitment in self.plan.commitments
                if kind in commitment.kinds and level in commitment.levels
            ]
        return self._asked[kind, level]

    def _base_years(self, unit: UnitScore, result: Result) -> tuple[int, ...]:
        if result.base_year is not None:
            return (result.base_year,)
        years = _years_looked_at(result.target, self.year, result.reason)
        # The year whose figure was of no use, which need not be the first that was looked at.
        return tuple(year for year in years if self._all_there(unit, result.target, year))[:1] or years[:1]

    def _all_there(self, unit: UnitScore, target: Target, year: int) -> bool:
        codes = self._codes(unit, target, year, self.year)
        figures = [
            self._figure(unit, code, measure, year)[1] for measure in target.numerator for code in codes
        ]
        return bool(codes) and MISSING not in figures

    def _figure(self, unit: UnitScore, code: str, measure: str, year: int) -> tuple[int, int]:
        """Return a unit's position in its panel, or −1, and its figure: a count, `MISSING` or `INVALID`."""
        panel = self.submission.panels.get(unit.kind)
        position = -1 if panel is None else self._position(panel, code)
        if panel is None or position < 0:
            return -1, MISSING
        row = panel.row_of(position, year, self.period)
        column = panel.measures.get(measure)
        return position, column[row] if row >= 0 and column is not None else MISSING

    def _input(self, unit: UnitScore, code: str, measure: str, year: int) -> Input:
        position, figure = self._figure(unit, code, measure, year)
        found = self.plan.measure[measure]
        value: float | int | bool | None = found.figure(figure) if figure >= 0 else None
        if value is not None and found.type is MeasureType.YES_NO:
            value = figure == 1
        place = None
        if position >= 0:
            place = self.submission.panels[unit.kind].place(position, measure, year, self.period)
        other = None if code == unit.identity.code else code
        return Input(measure, year, self.period, value, place, other)

    def _position(self, panel: Panel, code: str) -> int:
        if panel.kind not in self._positions:
            self._positions[panel.kind] = {known: i for i, known in enumerate(panel.codes)}
        return self._positions[panel.kind].get(code, -1)


def _years_looked_at(target: Target, year: int, reason: str | None) -> tuple[int, ...]:
    """Return the years that a growth may start from, where it came to nothing for want of a usable base
    figure."""
    if reason not in (Reason.INVALID_INPUT, Reason.ZERO_BASE, Reason.NO_BASE_YEAR):
        return ()
    if target.kind is IndicatorKind.GROWTH_YEARLY:
        return (year - 1,)
    if target.kind is IndicatorKind.GROWTH_AVERAGE and target.base_year < year:
        return tuple(range(target.base_year, year))
    return ()

"""The whole evaluation: plan × submission → scorecard."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.model.scores import Scorecard, Status, UnitScore, Vacant
from lifelong_learning.scoring.cohort import Moment, cohorts_of, population
from lifelong_learning.scoring.groups import group_result, groups_of, published_figures
from lifelong_learning.scoring.units import completeness, score, unit_results
from lifelong_learning.scoring.verdicts import Asked, yardstick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lifelong_learning.model.plan import OtherFigure, Plan, Scope, Target
    from lifelong_learning.model.scores import GroupResult, Result
    from lifelong_learning.model.submission import Identity, Register, ReportedFigure, Submission
    from lifelong_learning.model.succession import Succession
    from lifelong_learning.scoring.cohort import Cohort

    Gathered = dict[str, list[list[Result]]]
    """The results of every unit by kind, in the order of the cohort."""


def _everyone(kind: str, unit: Identity) -> bool:
    return True


def _every_figure(figure: ReportedFigure) -> bool:
    return True


class Scoring(Struct, frozen=True):
    """What to evaluate: the period, whether to form districts, and which units and published figures
    to keep (groups are formed of what remains)."""

    year: int
    period: str = "year"
    by_district: bool = False
    wanted: Callable[[str, Identity], bool] = _everyone
    wanted_figure: Callable[[ReportedFigure], bool] = _every_figure
    wanted_kinds: frozenset[str] | None = None

    @property
    def moment(self) -> Moment:
        """The period to evaluate."""
        return Moment(self.year, self.period)

    def kinds_of(self, target: Target) -> list[str]:
        """Return the kinds of units that a target speaks of, those that are kept."""
        return [kind for kind in target.kinds if self.wanted_kinds is None or kind in self.wanted_kinds]


def evaluate(plan: Plan, submission: Submission, scoring: Scoring) -> Scorecard:
    """Score every unit and judge every group of a submission against a plan."""
    cohorts = cohorts_of(plan, submission, scoring.moment, scoring.wanted)
    figures = [figure for figure in submission.reported if scoring.wanted_figure(figure)]
    published = published_figures(figures)
    by_district = scoring.by_district and plan.has_districts(*scoring.moment)
    districts = _districts(cohorts.values(), figures) if by_district else []
    gathered: Gathered = {kind: [[] for _ in cohort.identities] for kind, cohort in cohorts.items()}
    groups: list[GroupResult] = []
    for asked in asked_of(plan, submission, cohorts, scoring):
        _gather(gathered, asked)
        groups += filter(None, map(group_result, groups_of(asked, published, districts)))
    units = tuple(_unit_scores(plan, cohorts, gathered))
    return Scorecard(
        plan=plan,
        year=scoring.year,
        period=scoring.period,
        files=tuple(submission.files),
        units=units,
        groups=tuple(groups),
        totals=_totals(units),
        vacant=tuple(_vacant(plan, submission.register, scoring)),
        former=tuple(_former(cohorts)),
        members=_members(cohorts, {scoring.year, *(target.base_year for target in plan.targets)}),
        successions=dict(_successions(cohorts, scoring.year)),
    )


def _gather(gathered: Gathered, asked: Asked) -> None:
    """Add what came of one target to the results of every unit."""
    slots = list(chain.from_iterable(gathered[cohort.kind] for cohort in asked.people.cohorts))
    for position, result in unit_results(asked):
        slots[position].append(result)


class OtherFigures:
    """What targets come to as a whole, whichever units a run is narrowed to; found when first asked for."""

    def __init__(self, plan: Plan, submission: Submission, moment: Moment) -> None:
        self._plan, self._submission, self._moment = plan, submission, moment
        self._published = published_figures(submission.reported)
        self._cohorts: dict[str, Cohort] = {}
        self._found: dict[OtherFigure, GroupResult | None] = {}

    def result(self, asked: OtherFigure) -> GroupResult | None:
        """Return the result of a target for one of its scopes as a whole; None where there is none."""
        if asked not in self._found:
            self._cohorts = self._cohorts or cohorts_of(self._plan, self._submission, self._moment, _everyone)
            self._found[asked] = self._result(asked)
        return self._found[asked]

    def _result(self, asked: OtherFigure) -> GroupResult | None:
        target = self._plan.target[asked.target]
        scoped = next(scoped for scoped in target.scopes if scoped.scope == asked.scope)
        people = population(self._cohorts[kind] for kind in target.kinds)
        yardsticks = (yardstick(self._plan, target, scoped, self._moment, self.result),)
        groups = groups_of(Asked(self._plan, target, people, yardsticks), self._published, ())
        return next(filter(None, map(group_result, groups)), None)


def asked_of(
    plan: Plan, submission: Submission, cohorts: Mapping[str, Cohort], scoring: Scoring
) -> Iterator[Asked]:
    """Yield every target that speaks of units that are kept, with those and what it asks of them."""
    others = OtherFigures(plan, submission, scoring.moment)
    for target in plan.targets:
        kinds = scoring.kinds_of(target)
        if kinds:
            people = population(cohorts[kind] for kind in kinds)
            asked = [yardstick(plan, target, one, scoring.moment, others.result) for one in target.scopes]
            yield Asked(plan, target, people, tuple(asked))


def _vacant(plan: Plan, register: Register | None, scoring: Scoring) -> Iterator[Vacant]:
    """Yield the scopes in which the register expects no unit in the year; of a narrowed run nothing."""
    if register is None or scoring.wanted is not _everyone or scoring.wanted_kinds is not None:
        return
    entries = register.entries.values()
    places = {(one.kind, one.code, one.level, one.area) for one in entries if one.expected(scoring.year)}
    for target in plan.targets:
        for scoped in target.scopes:
            if not any(_speaks_of(target, scoped.scope, place) for place in places):
                yield Vacant(target, scoped.scope)


def _speaks_of(target: Target, scope: Scope, place: tuple[str, str, str | None, str | None]) -> bool:
    """Tell whether a scope of a target holds a unit of a kind, code, level and area."""
    kind, code, level, area = place
    return kind in target.kinds and scope.takes(code) and scope.holds(level, area)


def _districts(cohorts: Iterable[Cohort], figures: Iterable[ReportedFigure]) -> list[str]:
    named = {who.district for cohort in cohorts for who in cohort.identities}
    named.update(figure.district for figure in figures)
    return sorted(district for district in named if district)


def _unit_scores(plan: Plan, cohorts: Mapping[str, Cohort], gathered: Gathered) -> Iterable[UnitScore]:
    """Yield units by kind and level in the plan's order, then by code."""
    rank = {level.id: number for number, level in enumerate(plan.levels)}
    for kind, cohort in cohorts.items():
        order = sorted(
            (i for i, listed in enumerate(cohort.listed) if listed),
            key=lambda i: (rank.get(cohort.identities[i].level or "", len(rank)), cohort.identities[i].code),
        )
        for position in order:
            results = tuple(gathered[kind][position])
            yield UnitScore(
                kind=kind,
                position=position,
                identity=cohort.identities[position],
                results=results,
                score=score(results),
                completeness=completeness(results),
            )


def _former(cohorts: Mapping[str, Cohort]) -> Iterator[UnitScore]:
    """Yield the units that are not scored, because they do not exist in the year, by kind and code."""
    for kind, cohort in cohorts.items():
        unlisted = [position for position, listed in enumerate(cohort.listed) if not listed]
        for position in sorted(unlisted, key=lambda at: cohort.identities[at].code):
            yield UnitScore(kind, position, cohort.identities[position], (), None, None)


def _members(cohorts: Mapping[str, Cohort], years: Iterable[int]) -> dict[int, frozenset[tuple[str, str]]]:
    """Return kind and code of the units that groups count, by year."""
    every = cohorts.values()
    return {year: frozenset(chain.from_iterable(c.members(year) for c in every)) for year in years}


def _successions(cohorts: Mapping[str, Cohort], year: int) -> Iterator[tuple[str, Succession]]:
    for kind, cohort in cohorts.items():
        found = cohort.succession(year)
        if found is not None:
            yield kind, found


def _totals(units: Iterable[UnitScore]) -> dict[Status, int]:
    totals = dict.fromkeys(Status, 0)
    for unit in units:
        for result in unit.results:
            totals[result.status] += 1
    return totals

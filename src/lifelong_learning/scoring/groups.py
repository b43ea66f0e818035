"""Every group of units against the plan's figure: the whole submission, and its districts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import VERDICTS, Exact, GroupResult, Reason, Status, Value
from lifelong_learning.scoring.cohort import Moment, taken
from lifelong_learning.scoring.indicators import Figures, group_reading, practice
from lifelong_learning.scoring.verdicts import Judgement, attainment, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Plan, Scope, Target
    from lifelong_learning.model.submission import ReportedFigure
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.scoring.cohort import Population
    from lifelong_learning.scoring.verdicts import Asked

Published = dict[tuple[str, str | None, str | None, str | None, int, str], "ReportedFigure"]


def published_figures(figures: Sequence[ReportedFigure]) -> Published:
    """Return the reported figures by target, level, area, district, year and period."""
    return {(f.target, f.level, f.area, f.district, f.year, f.period): f for f in figures}


class Places:
    """The positions of a population's units by level, area and district, sorted out once a year."""

    def __init__(self, people: Population) -> None:
        self._people = people
        self._years: dict[int, dict[tuple[str | None, str | None, str | None], list[int]]] = {}

    def units(self, year: int, scope: Scope, district: str | None) -> list[int]:
        """Return the positions of the units that a year expects within a scope, in one district or in all."""
        if year not in self._years:
            self._years[year] = self._sorted_out(year)
        found = [
            positions
            for (level, area, place), positions in self._years[year].items()
            if district in (None, place) and scope.holds(level, area)
        ]
        return taken(scope, found, self._people.identities)

    def _sorted_out(self, year: int) -> dict[tuple[str | None, str | None, str | None], list[int]]:
        expected = self._people.expected(year)
        places: dict[tuple[str | None, str | None, str | None], list[int]] = {}
        for position, who in enumerate(self._people.identities):
            if expected[position]:
                places.setdefault((who.level, who.area, who.district), []).append(position)
        return places


class Group(Struct, frozen=True):
    """The units of one scope, in one district or in all (None)."""

    plan: Plan
    target: Target
    people: Population
    asked: Yardstick
    district: str | None
    published: Published
    places: Places

    def units(self, year: int) -> list[int]:
        """Return the positions of the group's units in a year."""
        return self.places.units(year, self.asked.scope, self.district)

    def figure(self, year: int) -> ReportedFigure | None:
        """Return the group's published figure of a year, same period; none is published of named units."""
        scope: Scope = self.asked.scope
        if scope.units:
            return None
        key = (self.target.id, scope.level, scope.area, self.district, year, self.asked.period)
        return self.published.get(key)

    def figures(self, year: int) -> Figures:
        """Return the columns of a year, same period."""
        moment = Moment(year, self.asked.period)
        return Figures(self.plan, self.target, self.people, moment)


def group_result(group: Group) -> GroupResult | None:
    """Return the verdict of a group; None for one without a unit and without a published figure, and
    for a count over several units."""
    year = group.asked.year
    units = group.units(year)
    figure = group.figure(year)
    if figure is not None and not _any_reports(group, units):
        return _published_result(group, figure)
    if not units:
        return None
    if group.target.kind is IndicatorKind.REPORTED:
        return _judged(group, None, Judgement(Status.NO_DATA), origin="reported")
    if group.target.kind is IndicatorKind.COVERAGE:
        return _coverage(group, units)
    return _computed(group, units)


def _any_reports(group: Group, units: Sequence[int]) -> bool:
    """Tell whether a unit of the group reports all of the target's own measures for the period."""
    if not group.target.measures:
        return False
    column = group.people.column(group.target.measures, Moment(group.asked.year, group.asked.period))
    return any(column[unit] >= 0 for unit in units)


def _published_result(group: Group, figure: ReportedFigure) -> GroupResult:
    def base_value() -> Exact | None:
        base = group.figure(group.target.base_year)
        return None if base is None else Exact.of(base.value)

    value = Exact.of(figure.value)
    if group.asked.without is not None:
        return _lacking(group, origin="reported")
    judged = judge(group.asked, value, base_value)
    result = _judged(group, value, judged, origin="reported")
    return replace(result, place=figure.place)


def _lacking(group: Group, origin: str = "computed") -> GroupResult:
    """Return the result of a group whose figure of another target is not there."""
    lack = group.asked.without
    assert lack is not None
    return _judged(group, None, Judgement(lack.status), lack.reason, origin=origin)


def _computed(group: Group, units: Sequence[int]) -> GroupResult | None:
    year = group.asked.year
    found = group_reading(group.figures(year), units)
    if found is None:
        return None
    reading, entered = found
    if reading.value is None:
        assert reading.status is not None
        result = _judged(group, None, Judgement(reading.status), reading.reason)
    elif group.asked.without is not None:
        result = _lacking(group)
    else:
        judged = judge(group.asked, reading.value, lambda: _base_value(group))
        result = _judged(group, reading.value, judged, base_year=reading.base_year)
    return _with_members(result, group, units, entered)


def _base_value(group: Group) -> Exact | None:
    base_year = group.target.base_year
    found = group_reading(group.figures(base_year), group.units(base_year))
    return None if found is None else found[0].value


def _coverage(group: Group, units: Sequence[int]) -> GroupResult:
    """Return a coverage verdict, which stands only if no missing report could change it."""
    year = group.asked.year
    figures = group.figures(year)
    column, done = figures.numerator(year), practice(figures)
    entered = [unit for unit in units if column[unit] >= 0]
    if not entered:
        reading = figures.missing_in_all(units)
        return _with_members(
            _judged(group, None, Judgement(Status.NO_DATA), reading.reason), group, units, ()
        )
    proven = sum(1 for unit in entered if done(column[unit]))
    lowest = Exact(proven, len(units))
    highest = Exact(proven + len(units) - len(entered), len(units))
    low, high = (judge(group.asked, end, lambda: _base_coverage(group)) for end in (lowest, highest))
    if low.status is high.status or {low.status, high.status} == {Status.MET, Status.EXCEEDED}:
        result = _judged(group, lowest, high if high.status is Status.MET else low)
    else:
        result = _judged(group, lowest, Judgement(Status.NOT_ASSESSABLE), Reason.UNDETERMINED)
    return _with_members(result, group, units, entered)


def base_value(group: Group, result: GroupResult) -> Exact | None:
    """Return the value of the plan's base year that the group's line is drawn from."""
    if result.origin == "reported":
        figure = group.figure(group.target.base_year)
        return None if figure is None else Exact.of(figure.value)
    return _base_coverage(group) if group.target.kind is IndicatorKind.COVERAGE else _base_value(group)


def comparable_with_base(group: Group, result: GroupResult) -> bool:
    """Tell whether the units missing from a value are those missing from that of the base year."""
    if result.origin == "reported":
        return True
    base_year = group.target.base_year
    units, figures = group.units(base_year), group.figures(base_year)
    if group.target.kind is IndicatorKind.COVERAGE:
        column = figures.numerator(base_year)
        entered: Sequence[int] = [unit for unit in units if column[unit] >= 0]
    else:
        _, entered = group_reading(figures, units) or (None, ())
    return _absent(group, units, entered) == result.absent


def _base_coverage(group: Group) -> Exact | None:
    """Return yes / units in the base year, where at least one reported then."""
    base_year = group.target.base_year
    units, figures = group.units(base_year), group.figures(base_year)
    column, done = figures.numerator(base_year), practice(figures)
    if not any(column[unit] >= 0 for unit in units):
        return None
    return Exact(sum(1 for unit in units if column[unit] >= 0 and done(column[unit])), len(units))


def _judged(
    group: Group,
    value: Exact | None,
    judged: Judgement,
    reason: str | None = None,
    *,
    base_year: int | None = None,
    origin: str = "computed",
) -> GroupResult:
    line = judged.line
    return GroupResult(
        yardstick=group.asked,
        district=group.district,
        value=None if value is None else Value(value, group.asked.scale, group.asked.bounds.at_most),
        status=judged.status,
        reason=reason,
        attainment=None if value is None else attainment(group.asked, value),
        base_year=line.base_year if line and base_year is None else base_year,
        members=None,
        reporting=None,
        left_out=(),
        provisional=False,
        origin=origin,
        line=line,
    )


def _with_members(
    result: GroupResult, group: Group, units: Sequence[int], entered: Sequence[int]
) -> GroupResult:
    absent = _absent(group, units, entered)
    judged = result.status in VERDICTS or result.status is Status.NO_TARGET
    apart = result.target.kind is not IndicatorKind.COVERAGE and (absent or result.yardstick.unsettled)
    return replace(
        result,
        members=len(units),
        reporting=len(entered),
        left_out=tuple(sorted(code for _, code in absent)),
        provisional=judged and bool(apart),
        absent=absent,
    )


def _absent(group: Group, units: Sequence[int], entered: Sequence[int]) -> frozenset[tuple[str, str]]:
    """Return the kind and code of every unit that did not enter a value."""
    people, inside = group.people, frozenset(entered)
    return frozenset((people.kind(u), people.identities[u].code) for u in units if u not in inside)


def groups_of(asked: Asked, published: Published, districts: Sequence[str]) -> Iterator[Group]:
    """Yield a target's groups, those without a unit too: for every scope the whole, then each district; none
    of a level that has ended."""
    places = Places(asked.people)
    for yardstick in asked.yardsticks:
        if asked.plan.ended(yardstick.scope.level, yardstick.year, yardstick.period):
            continue
        for district in (None, *districts):
            yield Group(asked.plan, asked.target, asked.people, yardstick, district, published, places)

"""Who is scored: the units of each kind as of the evaluated period, with their figures as columns."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from lifelong_learning.model.submission import INVALID, MISSING, Identity, Panel
from lifelong_learning.model.succession import succession, within_levels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lifelong_learning.model.plan import Plan, Scope
    from lifelong_learning.model.submission import Register, RegisterEntry, Submission
    from lifelong_learning.model.succession import Succession


class Moment(NamedTuple):
    """The period that is evaluated."""

    year: int
    period: str


class Cohort(Struct):
    """The units of one kind: first those with rows, in the panel's order, then those that only the
    register knows. Every column has one entry per unit.

    `listed` tells which are scored: a unit that does not exist in the year is not, but stays a
    member of its group in the years in which it did exist. `everyone` is the panel of all units,
    whichever the run was narrowed to, and `levels` has the level of each. `ends` has the last year in
    which there are units of a level, of those that ended.
    """

    kind: str
    panel: Panel
    identities: list[Identity]
    listed: list[bool]
    register: Register | None
    everyone: Panel
    levels: dict[str, str | None]
    ends: dict[str, int]
    _successions: dict[int, Succession | None] = field(default_factory=dict)
    _columns: dict[tuple[str, int, str], Sequence[int]] = field(default_factory=dict)
    _places: dict[tuple[str | None, str | None], list[int]] = field(default_factory=dict)

    def within(self, scope: Scope) -> list[int]:
        """Return the positions of the units of a scope, in order."""
        if not self._places:
            for position, who in enumerate(self.identities):
                self._places.setdefault((who.level, who.area), []).append(position)
        return taken(
            scope, [at for place, at in self._places.items() if scope.holds(*place)], self.identities
        )

    def column(self, measure: str, year: int, period: str) -> Sequence[int]:
        """Return a measure in one period; `MISSING` where a unit has no row, cell or column."""
        key = (measure, year, period)
        if key not in self._columns:
            known = self.panel.values(measure, year, period)
            padding = len(self.identities) - len(known)
            self._columns[key] = [*known, *([MISSING] * padding)] if padding else known
        return self._columns[key]

    def succession(self, year: int) -> Succession | None:
        """Return who took over whom as of a year."""
        if year not in self._successions:
            self._successions[year] = succession(self.kind, self.everyone, self.register, self.levels, year)
        return self._successions[year]

    def earlier(self, measure: str, year: int, period: str, as_of: int) -> Sequence[int]:
        """Return a measure in an earlier period with the figures of the units that each took over since,
        as of a later year."""
        own = self.column(measure, year, period)
        found = None if year >= as_of else self.succession(as_of)
        if found is None:
            return own
        summed = list(own)
        known = found.panel.measures.get(measure)
        for position, who in enumerate(self.identities):
            if who.code in found.taken:
                rows = [found.row(one, year, period) for one in found.members(who.code, year, period)]
                summed[position] = _sum([MISSING if known is None or row < 0 else known[row] for row in rows])
        return summed

    def expected(self, year: int) -> list[bool]:
        """Tell of every unit whether it belongs to groups in a year: all that the register expects then,
        without a register all, save those whose level has ended."""
        if self.register is None and not self.ends:
            return [True] * len(self.identities)
        return [self._is_expected(who, year) for who in self.identities]

    def _is_expected(self, who: Identity, year: int) -> bool:
        if self.has_ended(who, year):
            return False
        entry = self.entry(who)
        return self.register is None or (entry is not None and entry.expected(year))

    def has_ended(self, who: Identity, year: int) -> bool:
        """Tell whether the level of a unit has ended by a year."""
        return year > self.ends.get(who.level or "", year)

    def entry(self, who: Identity) -> RegisterEntry | None:
        """Return what the register knows of a unit."""
        return None if self.register is None else self.register.entries.get((self.kind, who.code))

    def members(self, year: int) -> list[tuple[str, str]]:
        """Return kind and code of the units that belong to groups in a year."""
        pairs = zip(self.identities, self.expected(year), strict=True)
        return [(self.kind, who.code) for who, expected in pairs if expected]


class Population(Struct):
    """The units that a target speaks of: those of one kind, or of several in a row."""

    cohorts: tuple[Cohort, ...]
    identities: list[Identity]

    def kind(self, position: int) -> str:
        """Return the kind of a unit."""
        for cohort in self.cohorts:
            if position < len(cohort.identities):
                break
            position -= len(cohort.identities)
        return cohort.kind

    def within(self, scope: Scope) -> list[int]:
        """Return the positions of the units of a scope, in order."""
        if len(self.cohorts) == 1:
            return self.cohorts[0].within(scope)
        starts = accumulate((len(cohort.identities) for cohort in self.cohorts), initial=0)
        pairs = zip(starts, self.cohorts, strict=False)
        return [start + at for start, cohort in pairs for at in cohort.within(scope)]

    def column(self, measures: Sequence[str], moment: Moment) -> Sequence[int]:
        """Return the sum of several measures, which needs all of them: a blank one makes it
        `MISSING`, else one that an error took out makes it `INVALID`."""
        return _added([_joined([c.column(m, *moment) for c in self.cohorts]) for m in measures])

    def earlier(
        self, measures: Sequence[str], moment: Moment, as_of: int, factors: Sequence[int]
    ) -> Sequence[int]:
        """Return the sum of several measures of an earlier period, each with its factor, with the figures of
        the units that each took over since, as of a later year."""
        columns = [_joined([c.earlier(m, *moment, as_of) for c in self.cohorts]) for m in measures]
        return _added([_times(column, by) for column, by in zip(columns, factors, strict=True)])

    def expected(self, year: int) -> list[bool]:
        """Tell of every unit whether it belongs to groups in a year."""
        return list(chain.from_iterable(cohort.expected(year) for cohort in self.cohorts))


def taken(scope: Scope, places: Sequence[list[int]], identities: Sequence[Identity]) -> list[int]:
    """Return the positions in some places of the units that a scope takes, in order."""
    inside = places[0] if len(places) == 1 else sorted(chain.from_iterable(places))
    if not scope.units and not scope.others:
        return inside
    return [position for position in inside if scope.takes(identities[position].code)]


def _joined(parts: Sequence[Sequence[int]]) -> Sequence[int]:
    return parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))


def _times(column: Sequence[int], factor: int) -> Sequence[int]:
    """Return figures with a factor; one that is missing or was taken out stays so."""
    return column if factor == 1 else [figure * factor if figure >= 0 else figure for figure in column]


def _added(columns: Sequence[Sequence[int]]) -> Sequence[int]:
    return columns[0] if len(columns) == 1 else [_sum(parts) for parts in zip(*columns, strict=True)]


def _sum(parts: Sequence[int]) -> int:
    if MISSING in parts or not parts:
        return MISSING
    return INVALID if INVALID in parts else sum(parts)


def population(cohorts: Iterable[Cohort]) -> Population:
    """Join cohorts into the population of a target."""
    joined = tuple(cohorts)
    return Population(joined, list(chain.from_iterable(c.identities for c in joined)))


def cohorts_of(
    plan: Plan, submission: Submission, moment: Moment, wanted: Callable[[str, Identity], bool]
) -> dict[str, Cohort]:
    """Return the wanted units of every kind, as of the evaluated period."""
    return {kind.id: _cohort(kind.id, plan, submission, moment, wanted) for kind in plan.kinds}


def _cohort(
    kind: str, plan: Plan, submission: Submission, moment: Moment, wanted: Callable[[str, Identity], bool]
) -> Cohort:
    panel, register = submission.panels.get(kind) or _without_rows(kind, plan), submission.register
    known = _identified(kind, plan, panel, register, moment)
    absent = _absent(kind, register, set(panel.codes))
    levels = {unit.code: unit.level for unit in (*known, *absent)}
    ends = plan.last_years(moment.period)
    if register is not None:
        register = within_levels(register, {(kind, code): level for code, level in levels.items()}, ends)
    kept = [position for position, unit in enumerate(known) if wanted(kind, unit)]
    chosen = [*map(known.__getitem__, kept), *(unit for unit in absent if wanted(kind, unit))]
    found = Cohort(kind, _narrowed(panel, kept), chosen, [], register, panel, levels, ends)
    found.listed = _listed(found, moment)
    return found


def _without_rows(kind: str, plan: Plan) -> Panel:
    """Return the panel of a kind of unit that a submission says nothing of."""
    return Panel(kind, [], {}, [], [], [], [], [], [], [], {}, ends=plan.period_ends)


def _listed(cohort: Cohort, moment: Moment) -> list[bool]:
    """Tell of every unit whether it exists in the year, as far as the register knows; one that does not is
    listed all the same where it reports."""
    rows = cohort.panel.at.get(moment, ())
    reporting = {code for code, row in zip(cohort.panel.codes, rows, strict=False) if row >= 0}
    return [unit.code in reporting or _exists(cohort, unit, moment.year) for unit in cohort.identities]


def _exists(cohort: Cohort, unit: Identity, year: int) -> bool:
    entry = cohort.entry(unit)
    return (entry is None or entry.expected(year)) and not cohort.has_ended(unit, year)


def _identified(
    kind: str, plan: Plan, panel: Panel, register: Register | None, moment: Moment
) -> list[Identity]:
    """Return who the units of a panel are as of the evaluated period, completed from the register."""
    found = panel.identities(moment.year, moment.period)
    if not plan.has_districts(*moment):
        found = [_without_earlier_district(unit, i, panel, moment) for i, unit in enumerate(found)]
    return found if register is None else [_completed(unit, kind, register) for unit in found]


def _without_earlier_district(unit: Identity, position: int, panel: Panel, moment: Moment) -> Identity:
    """Return a unit with the district that its row of the period names alone: earlier ones have ended."""
    row = panel.row_of(position, *moment)
    return unit._replace(district=panel.district[row] if row >= 0 else None)


def _completed(unit: Identity, kind: str, register: Register) -> Identity:
    """Fill what no row says of a unit from the register."""
    entry = register.entries.get((kind, unit.code))
    return unit if entry is None else unit.completed(entry.identity)


def _absent(kind: str, register: Register | None, seen: set[str]) -> list[Identity]:
    """Return the units that the register knows and the submission never names."""
    if register is None:
        return []
    return [
        entry.identity
        for (entry_kind, code), entry in register.entries.items()
        if entry_kind == kind and code not in seen
    ]


def _narrowed(panel: Panel, kept: Sequence[int]) -> Panel:
    """Return the panel of some of its units."""
    if len(kept) == len(panel.codes):
        return panel
    at = {key: array("q", [rows[unit] for unit in kept]) for key, rows in panel.at.items()}
    return replace(panel, codes=[panel.codes[unit] for unit in kept], at=at)

"""Verdicts a second time: slow, obvious, in fractions, from the rules alone and not from the engine.

A world holds units with their rows, published figures and a register. `judge_all` says what every unit
and every group must come out as; nothing here is shared with the engine but the plan's own values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Plan, ScopedThresholds, Target, Threshold

ERROR = "error"
"""A figure that an error took out; None is a blank."""
Number = int | Fraction
Figure = Number | str | None
VERDICTS = ("exceeded", "met", "not_met", "on_track", "behind", "pending")


@dataclass
class Row:
    """What one unit wrote for one period."""

    level: str | None
    district: str | None
    area: str | None
    figures: dict[str, Figure]


@dataclass
class Unit:
    """One unit: its kind, its code, its rows by year and period."""

    kind: str
    code: str
    rows: dict[tuple[int, str], Row]


@dataclass
class Expected:
    """A unit that the register knows, with its first and last year and the unit that took it over."""

    kind: str
    code: str
    level: str | None
    district: str | None
    area: str | None
    first: int | None = None
    last: int | None = None
    heir: str | None = None


@dataclass
class Published:
    """A figure published as a percentage."""

    target: str
    level: str | None
    area: str | None
    district: str | None
    year: int
    period: str
    value: Fraction


@dataclass
class World:
    """Everything that was submitted."""

    units: list[Unit]
    reported: list[Published] = field(default_factory=list)
    register: list[Expected] | None = None


@dataclass(frozen=True)
class Root:
    """The growth q^(1/n) − 1, which is seldom a fraction; compared without ever taking the root."""

    q: Fraction
    n: int

    def near(self) -> Fraction:
        """Return the value, cut at forty decimals where it is a root."""
        if self.n == 1:
            return self.q - 1
        scale: int = 10**40
        target = self.q.numerator * scale**self.n // self.q.denominator
        low, high = 0, target + 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if middle**self.n <= target else (low, middle)
        return Fraction(low, scale) - 1


Value = Fraction | Root


def at_least(value: Value, figure: Fraction) -> bool:
    """Tell whether a value reaches a figure."""
    if isinstance(value, Fraction):
        return value >= figure
    return figure <= -1 or value.q >= (1 + figure) ** value.n


def above(value: Value, figure: Fraction) -> bool:
    """Tell whether a value lies above a figure."""
    if isinstance(value, Fraction):
        return value > figure
    return figure < -1 or value.q > (1 + figure) ** value.n


def plain(value: Value) -> Fraction:
    """Return a value as a fraction, cut at forty decimals where it is none."""
    return value if isinstance(value, Fraction) else value.near()


@dataclass
class Outcome:
    """One verdict, of a unit or of a group; a group's last six fields are None for a unit."""

    target: str
    scope: dict[str, str | list[str]]
    threshold: Fraction | None = None
    upper: Fraction | None = None
    value: Value | None = None
    status: str = ""
    reason: str | None = None
    attainment: Fraction | None = None
    base_year: int | None = None
    district: str | None = None
    members: int | None = None
    reporting: int | None = None
    left_out: tuple[str, ...] = ()
    provisional: bool = False
    origin: str | None = None
    unsettled: bool = False


@dataclass
class Scored:
    """One unit with its outcomes."""

    kind: str
    code: str
    outcomes: list[Outcome]
    score: Fraction | None
    completeness: Fraction | None


@dataclass
class Read:
    """What the figures alone say: a value and the year that it grew from, or why there is none."""

    value: Value | None = None
    status: str = ""
    reason: str | None = None
    base_year: int | None = None


class Judge:
    """One evaluation: a plan, a world, a year and a period."""

    def __init__(self, plan: Plan, world: World, year: int, period: str) -> None:
        self.plan = plan
        self.world = world
        self.year = year
        self.period = period
        self.months = {known.id: known.last_month for known in plan.periods}
        self.shares = {known.id: known.share for known in plan.periods}
        self.decimals = {measure.id: measure.decimals for measure in plan.measures}

    # Who a unit is, and where it belongs.

    def moments(self, unit: Unit) -> list[tuple[int, str]]:
        """Return a unit's periods: the evaluated one, earlier ones from the latest, then later ones."""

        def order(moment: tuple[int, str]) -> tuple[int, int]:
            return moment[0], self.months[moment[1]]

        asked = order((self.year, self.period))
        earlier = sorted((m for m in unit.rows if order(m) <= asked), key=order, reverse=True)
        return earlier + sorted((m for m in unit.rows if order(m) > asked), key=order)

    def fact(self, unit: Unit, name: str) -> str | None:
        """Return a unit's level, district or area; once districts have ended, that of the period alone."""
        alone = name == "district" and self.nobody_has_districts()
        for moment in [(self.year, self.period)] if alone else self.moments(unit):
            if moment not in unit.rows:
                continue
            written: str | None = getattr(unit.rows[moment], name)
            if written is not None:
                return written
        entry = self.entry(unit)
        known: str | None = getattr(entry, name) if entry is not None else None
        return known

    def over(self, level: str | None, year: int) -> bool:
        """Tell whether there were no units of a level any more at the end of the period of a year."""
        last_day = {3: "03-31", 6: "06-30", 9: "09-30", 12: "12-31"}[self.months[self.period]]
        untils = [known.until for known in self.plan.levels if known.id == level and known.until]
        return any(until < f"{year}-{last_day}" for until in untils)

    def nobody_has_districts(self) -> bool:
        """Tell whether some level has ended by the evaluated period."""
        return any(self.over(level.id, self.year) for level in self.plan.levels)

    def entry(self, unit: Unit) -> Expected | None:
        """Return what the register says of a unit."""
        for entry in self.world.register or []:
            if (entry.kind, entry.code) == (unit.kind, unit.code):
                return entry
        return None

    def expected(self, unit: Unit, year: int) -> bool:
        """Tell whether a unit counts as a member of its group in a year."""
        if self.over(self.fact(unit, "level"), year):
            return False
        if self.world.register is None:
            return True
        entry = self.entry(unit)
        return entry is not None and self.first_year(entry, unit) <= year <= (entry.last or 9999)

    def first_year(self, entry: Expected, unit: Unit) -> int:
        """Return the first year of a unit: a successor of which the register says none exists from the
        year after the last of those it took over, unless it has rows of its own from before that one."""
        if entry.first is not None:
            return entry.first
        ends = [
            last
            for other in self.world.register or []
            if (other.kind, other.heir) == (entry.kind, entry.code)
            if (last := self.last_year(other)) is not None
        ]
        if not ends or any(year < max(ends) for year, _ in unit.rows):
            return 0
        return max(ends) + 1

    def last_year(self, entry: Expected) -> int | None:
        """Return the last year of a unit of the register: as said, else the last before its level ended."""
        if entry.last is not None:
            return entry.last
        same = [unit for unit in self.all_units() if (unit.kind, unit.code) == (entry.kind, entry.code)]
        ended = [year for year in range(2000, 2101) if self.over(self.fact(same[0], "level"), year)]
        return min(ended) - 1 if ended else None

    # Who took over whom.

    def taken_over(self, unit: Unit, year: int) -> list[Unit]:
        """Return the units that a unit took over by a year: of its own level, or of another where none of
        its own is among them."""
        found = [
            other
            for other in self.all_units()
            for entry in [self.entry(other)]
            if entry is not None
            and (entry.kind, entry.heir) == (unit.kind, unit.code)
            and ((entry.last or 9999) < year or self.over(self.fact(other, "level"), year))
            and not self.in_a_circle(entry)
        ]
        alike = [other for other in found if self.fact(other, "level") == self.fact(unit, "level")]
        return alike or found

    def in_a_circle(self, entry: Expected) -> bool:
        """Tell whether following successors comes to a unit for the second time."""
        heirs = {(e.kind, e.code): e.heir for e in self.world.register or []}
        seen = []
        code: str | None = entry.code
        while code is not None:
            if code in seen:
                return True
            seen.append(code)
            code = heirs.get((entry.kind, code))
        return False

    def behind(self, unit: Unit, year: int) -> list[Unit]:
        """Return all units that a unit took over by a year, with those that they had taken over."""
        found: list[Unit] = []
        for other in self.taken_over(unit, year):
            found += [other, *self.behind(other, year)]
        return found

    def in_its_place(self, unit: Unit, year: int, as_of: int) -> list[Unit]:
        """Return the units whose figures stand for one in an earlier year, looked at from a later one:
        itself and those it took over, of which each must have been expected then. A unit that is unknown
        to the register counts where it has a row."""
        others = self.behind(unit, as_of) if year < as_of else []
        if not others:
            return [unit]
        return [
            one
            for one in (unit, *others)
            if (self.expected(one, year) if self.entry(one) else (year, self.period) in one.rows)
        ]

    def listed(self) -> list[Unit]:
        """Return every unit to be scored: all but those that the register says do not exist in the year,
        unless they have a row in it all the same."""

        def exists(unit: Unit) -> bool:
            known = self.entry(unit) is not None or self.over(self.fact(unit, "level"), self.year)
            return not known or self.expected(unit, self.year) or (self.year, self.period) in unit.rows

        return [unit for unit in self.all_units() if exists(unit)]

    def all_units(self) -> list[Unit]:
        """Return every unit that has a row or that the register knows, in the order of reports."""
        seen = {(unit.kind, unit.code) for unit in self.world.units}
        silent = [
            Unit(entry.kind, entry.code, {})
            for entry in self.world.register or []
            if (entry.kind, entry.code) not in seen
        ]
        kinds = [kind.id for kind in self.plan.kinds]
        levels = [level.id for level in self.plan.levels]

        def order(unit: Unit) -> tuple[int, int, str]:
            level = self.fact(unit, "level")
            return kinds.index(unit.kind), levels.index(level) if level in levels else 99, unit.code

        return sorted([*self.world.units, *silent], key=order)

    def falls_under(self, unit: Unit, target: Target, scope: ScopedThresholds) -> bool:
        """Tell whether a target's scope holds for a unit."""
        if unit.kind not in target.kinds:
            return False
        named = [code for other in target.scopes for code in other.scope.units]
        if unit.code in named and unit.code not in scope.scope.units:
            return False
        if scope.scope.units and unit.code not in scope.scope.units:
            return False
        for key, wanted in (("level", scope.scope.level), ("area", scope.scope.area)):
            if wanted is not None and self.fact(unit, key) != wanted:
                return False
        return True

    # Figures.

    def cells(self, unit: Unit, measures: Sequence[str], year: int) -> list[Figure]:
        """Return a unit's figures of one year, None for a blank; amounts are kept without their sign."""
        row = unit.rows.get((year, self.period))
        cells = [None if row is None else row.figures.get(name) for name in measures]
        return [
            Fraction(cell, 10 ** self.decimals[name])
            if isinstance(cell, int) and self.decimals[name]
            else cell
            for name, cell in zip(measures, cells, strict=True)
        ]

    def total(self, unit: Unit, measures: Sequence[str], year: int) -> Figure:
        """Return a sum over all measures; a blank or an error where any is one, the blank first."""
        cells = self.cells(unit, measures, year)
        if None in cells:
            return None
        if ERROR in cells:
            return ERROR
        return sum(cell for cell in cells if isinstance(cell, Number))

    def known(
        self, unit: Unit, measures: Sequence[str], year: int, as_of: int | None = None
    ) -> Number | None:
        """Return a sum over all measures for a group, where an error counts as not reported."""
        total = self.started(unit, measures, year, year if as_of is None else as_of)
        return total if isinstance(total, Number) else None

    def started(self, unit: Unit, measures: Sequence[str], year: int, as_of: int) -> Figure:
        """Return a sum over all measures and over all units that stand for one in an earlier year."""
        totals = [self.total(one, measures, year) for one in self.in_its_place(unit, year, as_of)]
        if None in totals or not totals:
            return None
        if ERROR in totals:
            return ERROR
        return sum(total for total in totals if isinstance(total, Number))

    def first_in_plan(self, measures: Sequence[str]) -> str:
        """Return the first of some measures in the plan's order."""
        order = [measure.id for measure in self.plan.measures]
        return min(measures, key=order.index)

    def has_practice(self, target: Target, figure: Number) -> bool:
        """Tell whether a figure says yes to a coverage target."""
        return figure >= (1 if target.at_least is None else target.at_least)

    # One unit.

    def read_unit(self, target: Target, unit: Unit, year: int) -> Read:
        """Return what one unit's figures say in a year, with those of the units that it took over since
        for a ratio and a growth of an earlier one."""
        needed = [*target.numerator, *target.denominator]
        shared = target.kind in ("ratio", "growth_average", "growth_yearly")
        as_of = self.year if shared else year
        cells = {name: self.started(unit, [name], year, as_of) for name in needed}
        blank = [name for name, cell in cells.items() if cell is None]
        if blank:
            return Read(status="no_data", reason=self.first_in_plan(blank))
        if target.kind.startswith("growth"):
            return self.unit_growth(target, unit, year)
        if ERROR in cells.values():
            return Read(status="not_assessable", reason="invalid_input")
        above_line = self.known(unit, target.numerator, year, as_of)
        assert above_line is not None
        if target.kind == "coverage":
            return Read(Fraction(self.has_practice(target, above_line)))
        if target.kind == "count":
            return Read(Fraction(above_line))
        below_line = self.known(unit, target.denominator, year, as_of)
        assert below_line is not None
        if below_line == 0:
            return Read(status="not_assessable", reason="zero_denominator")
        return Read(Fraction(above_line) / below_line * (target.per or 1))

    def unit_growth(self, target: Target, unit: Unit, year: int) -> Read:
        """Return one unit's growth from the earliest year that it may start from and has a figure for.

        "Taken out by an error, and none is blank": without any earlier figure one is blank.
        """
        now = self.started(unit, target.numerator, year, self.year)
        for base in self.base_years(target, year):
            figure = self.started(unit, target.numerator, base, self.year)
            if figure is None:
                continue
            if not isinstance(now, Number) or not isinstance(figure, Number):
                return Read(status="not_assessable", reason="invalid_input")
            return self.grown(target, now, figure, base, year)
        return Read(status="not_assessable", reason="no_base_year")

    def base_years(self, target: Target, year: int) -> list[int]:
        """Return the years that a growth may start from, the preferred first."""
        return [year - 1] if target.kind == "growth_yearly" else list(range(target.base_year, year))

    def grown(self, target: Target, figure: Number, base: Number, base_year: int, year: int) -> Read:
        """Return the growth from one figure to another."""
        if base == 0:
            return Read(status="not_assessable", reason="zero_base")
        if target.kind == "growth_yearly":
            return Read(Fraction(figure) / base - 1, base_year=base_year)
        return Read(Root(Fraction(figure) / base, year - base_year), base_year=base_year)

    # Against the plan.

    def in_force(self, target: Target, scope: ScopedThresholds, year: int) -> Threshold | None:
        """Return the threshold of a year."""
        found = None
        for threshold in scope.thresholds:
            if threshold.since is None or threshold.since <= year:
                found = threshold
        if found is None and target.due == "target_year" and scope.thresholds:
            return scope.thresholds[0]
        return found

    def verdict(
        self,
        target: Target,
        value: Value,
        lower: Fraction,
        upper: Fraction | None,
        path: list[tuple[int, Fraction]],
        base_value: Callable[[], Value | None],
        down: bool = False,
        whole: bool = False,
    ) -> tuple[str, bool]:
        """Return a status, and whether a line was drawn for it; `path` is where the line must pass.

        `down`: the figures are not to be passed, so that less is better. `whole`: the figure is one of the
        same part of the year.
        """
        nature = {measure.id: measure.nature for measure in self.plan.measures}
        flow = bool(target.numerator) and all(nature[name] == "flow" for name in target.numerator)
        asked, farther = lower, lower if upper is None else upper
        if down:
            asked, farther = farther, asked
        if self.period != "year" and flow and not whole:
            return self.part_way(value, asked, down=down), False
        if not at_least(value, farther) if down else above(value, farther):
            return "exceeded", False
        if not above(value, asked) if down else at_least(value, asked):
            return "met", False
        if target.due == "each_year" or self.year >= target.target_year:
            return "not_met", False
        start = base_value() if self.year >= target.base_year else None
        if start is None:
            return "pending", False
        points = [(target.base_year, plain(start)), *(p for p in path if p[0] > target.base_year)]
        for (x0, y0), (x1, y1) in pairwise(points):
            if x0 <= self.year <= x1:
                line = y0 + (y1 - y0) * Fraction(self.year - x0, x1 - x0)
                good = not above(value, line) if down else at_least(value, line)
                return ("on_track" if good else "behind"), True
        raise AssertionError("a year between the base year and the target year lies on the line")

    def part_way(self, value: Value, asked: Fraction, *, down: bool) -> str:
        """Return the status of a flow within the year; nobody has kept a limit then."""
        part = asked * self.shares[self.period]
        if down:
            return "behind" if above(value, part) else "on_track"
        return "met" if at_least(value, asked) else "on_track" if at_least(value, part) else "behind"

    def asked_for(self, target: Target, scope: ScopedThresholds, out: Outcome) -> Read | None:
        """Fill in what is asked for; return why the figure of another target that is asked for is not
        there, None where nothing is in the way."""
        threshold = self.in_force(target, scope, self.year)
        if threshold is not None:
            out.threshold, out.upper = threshold.lower, threshold.upper
        if scope.like is None:
            return None
        other = next(one for one in self.plan.targets if one.id == scope.like.target)
        of = next(one for one in other.scopes if one.scope == scope.like.scope)
        found = self.group_outcome(other, of, None)
        if found is None:
            return Read(status="no_data")
        if found.value is None:
            return Read(status=found.status, reason=found.reason)
        out.threshold, out.unsettled = plain(found.value), bool(found.provisional)
        return None

    def path(self, target: Target, scope: ScopedThresholds) -> list[tuple[int, Fraction]]:
        """Return where the line passes after the base year: dated thresholds, then the target year's."""
        dated = [(t.since, t) for t in scope.thresholds if t.since and t.since < target.target_year]
        last = self.in_force(target, scope, target.target_year)
        points = [*dated, (target.target_year, last)] if last else []
        return [(year, t.upper if scope.at_most and t.upper is not None else t.lower) for year, t in points]

    def attained(self, value: Value, out: Outcome, down: bool) -> Fraction | None:
        """Return how far a threshold is reached, or a limit kept; of nil there is no part."""
        assert out.threshold is not None
        figure = out.upper if down and out.upper is not None else out.threshold
        if figure == 0:
            return None
        part = plain(value) / figure
        return part if down == (figure < 0) else 2 - part

    def unit_outcome(self, target: Target, scope: ScopedThresholds, unit: Unit) -> Outcome:
        """Return one target's outcome for one unit."""
        out = Outcome(target.id, scope.scope.as_dict())
        lack = self.asked_for(target, scope, out)
        path = self.path(target, scope)
        required = True
        if out.threshold is not None and target.kind == "coverage":
            whole = Fraction(0) if scope.at_most else Fraction(1)
            required = out.threshold == whole
            out.threshold, out.upper = whole, None
            path = [(target.target_year, whole)]
        read = self.read_unit(target, unit, self.year)
        if read.value is not None and lack is not None:
            read = lack
        if read.value is None:
            out.status, out.reason = read.status, read.reason
            return out
        out.value, out.base_year = read.value, read.base_year
        if out.threshold is None:
            out.status = "no_target"
            return out
        if target.kind == "coverage" and read.value == int(scope.at_most) and not required:
            out.status, out.value = "not_required", None
            return out

        def base_value() -> Value | None:
            return self.read_unit(target, unit, target.base_year).value

        out.status, line = self.verdict(
            target, read.value, out.threshold, out.upper, path, base_value, scope.at_most,
            scope.like is not None,
        )  # fmt: skip
        if line and out.base_year is None:
            out.base_year = target.base_year
        if target.kind == "coverage" and scope.at_most:
            out.attainment = 1 - plain(read.value)
        else:
            out.attainment = self.attained(read.value, out, scope.at_most)
        return out

    def scored(self, unit: Unit) -> Scored:
        """Return one unit with its outcomes, score and completeness."""
        pairs = [
            (target, self.unit_outcome(target, scope, unit))
            for target in self.plan.targets
            if target.kind != "reported"
            for scope in target.scopes
            if self.falls_under(unit, target, scope)
        ]
        judged = [(t, o) for t, o in pairs if o.status in VERDICTS]
        apply = [o for _, o in pairs if o.status not in ("not_required", "no_target")]
        score = None
        if judged:
            points = [t.weight * min(max(self.counted(o), Fraction(0)), Fraction(1)) for t, o in judged]
            score = 100 * sum(points, Fraction(0)) / sum((t.weight for t, _ in judged), Fraction(0))
        share = Fraction(len(judged), len(apply)) if apply else None
        return Scored(unit.kind, unit.code, [o for _, o in pairs], score, share)

    def counted(self, out: Outcome) -> Fraction:
        """Return what an outcome adds to a score: where there is no part of a figure, all or nothing."""
        return Fraction(out.status in ("met", "exceeded")) if out.attainment is None else out.attainment

    # Groups.

    def members(self, target: Target, scope: ScopedThresholds, district: str | None, year: int) -> list[Unit]:
        """Return the units of a group in a year."""
        return [
            unit
            for unit in self.all_units()
            if self.falls_under(unit, target, scope)
            and self.expected(unit, year)
            and (district is None or self.fact(unit, "district") == district)
        ]

    def published(
        self, target: Target, scope: ScopedThresholds, district: str | None, year: int
    ) -> Fraction | None:
        """Return the published figure of a group; none is of units that are named."""
        if scope.scope.units:
            return None
        for figure in self.world.reported:
            same = (figure.target, figure.level, figure.area, figure.district, figure.year, figure.period)
            if same == (target.id, scope.scope.level, scope.scope.area, district, year, self.period):
                return figure.value
        return None

    def read_group(self, target: Target, units: list[Unit], year: int) -> tuple[Read, list[Unit]]:
        """Return what a group's figures say in a year, and the units that entered the value."""
        top = {u.code + u.kind: self.known(u, target.numerator, year) for u in units}
        have = [u for u in units if top[u.code + u.kind] is not None]

        def summed(names: Sequence[str], some: list[Unit], when: int) -> Number:
            return sum(self.known(u, names, when, year) or 0 for u in some)

        if target.kind == "ratio":
            have = [u for u in have if self.known(u, target.denominator, year) is not None]
            if have and summed(target.denominator, have, year) == 0:
                return Read(status="not_assessable", reason="zero_denominator"), have
        if not have:
            return Read(status="no_data", reason=self.missing_reason(target, units, year)), have
        if target.kind == "ratio":
            part, whole = summed(target.numerator, have, year), summed(target.denominator, have, year)
            return Read(Fraction(part) / whole * (target.per or 1)), have
        if target.kind == "count":
            total = Fraction(summed(target.numerator, have, year))
            return Read(total / len(have) if target.together == "mean" else total), have
        if target.kind == "coverage":
            yes = [u for u in have if self.has_practice(target, summed(target.numerator, [u], year))]
            return Read(Fraction(len(yes), len(units))), have
        for base in self.base_years(target, year):
            both = [u for u in have if self.known(u, target.numerator, base, year) is not None]
            if both:
                now, then = summed(target.numerator, both, year), summed(target.numerator, both, base)
                return self.grown(target, now, then, base, year), both
        return Read(status="not_assessable", reason="no_base_year"), []

    def missing_reason(self, target: Target, units: list[Unit], year: int) -> str:
        """Return the measure that a group without a report names: the first that nobody has, else the
        first that anybody lacks."""
        needed = [*target.numerator, *target.denominator]
        lacking = [n for n in needed if all(self.known(u, [n], year) is None for u in units)]
        return self.first_in_plan(
            lacking or [n for n in needed if any(self.known(u, [n], year) is None for u in units)]
        )

    def base_group_value(
        self, target: Target, scope: ScopedThresholds, district: str | None, origin: str | None
    ) -> Value | None:
        """Return the value that a group had in the base year, had in the same way: published or computed."""
        if origin == "reported":
            return self.published(target, scope, district, target.base_year)
        units = self.members(target, scope, district, target.base_year)
        if not units or self.apart(target, units):
            return None
        return self.read_group(target, units, target.base_year)[0].value

    def apart(self, target: Target, units: list[Unit]) -> bool:
        """Tell whether nothing says what the counts of some units are together."""
        return target.kind == "count" and target.together is None and len(units) != 1

    def anyone_reports(self, target: Target, units: list[Unit], year: int) -> bool:
        """Tell whether a unit of the group reports all of the target's own measures."""
        own = (*target.numerator, *target.denominator)
        return bool(own) and any(self.known(u, own, year) is not None for u in units)

    def group_outcome(self, target: Target, scope: ScopedThresholds, district: str | None) -> Outcome | None:
        """Return one target's outcome for one group; None where the group is left out."""
        if self.over(scope.scope.level, self.year):
            return None
        out = Outcome(target.id, scope.scope.as_dict(), district=district, origin="computed")
        lack = self.asked_for(target, scope, out)
        units = self.members(target, scope, district, self.year)
        figure = self.published(target, scope, district, self.year)
        if figure is not None and not self.anyone_reports(target, units, self.year):
            out.origin, read = "reported", Read(figure)
        elif not units or self.apart(target, units):
            return None
        elif target.kind == "reported":
            out.origin, out.status = "reported", "no_data"
            return out
        else:
            read, entered = self.read_group(target, units, self.year)
            out.members, out.reporting = len(units), len(entered)
            out.left_out = tuple(sorted(unit.code for unit in units if unit not in entered))
        if read.value is not None and lack is not None:
            read = lack
        if read.value is None:
            out.status, out.reason = read.status, read.reason
            return out
        out.value, out.base_year = read.value, read.base_year
        silent = (out.members or 0) - (out.reporting or 0)
        if out.threshold is None:
            out.status = "no_target"
            out.provisional = silent > 0 and target.kind != "coverage"
            return out
        self.judge_group(out, target, scope, silent)
        return out

    def judge_group(self, out: Outcome, target: Target, scope: ScopedThresholds, silent: int) -> None:
        """Hold a group's value against its threshold; coverage at its lowest and at its highest."""
        path = self.path(target, scope)
        assert out.value is not None
        assert out.threshold is not None

        def base_value() -> Value | None:
            return self.base_group_value(target, scope, out.district, out.origin)

        down = scope.at_most
        out.attainment = self.attained(out.value, out, down)
        whole = scope.like is not None
        low = self.verdict(target, out.value, out.threshold, out.upper, path, base_value, down, whole)
        high = low
        if target.kind == "coverage" and out.origin == "computed":
            assert isinstance(out.value, Fraction)
            best = out.value + Fraction(silent, out.members or 1)
            high = self.verdict(target, best, out.threshold, out.upper, path, base_value, down)
        else:
            out.provisional = silent > 0 or out.unsettled
        if low[0] == high[0] or {low[0], high[0]} == {"met", "exceeded"}:
            out.status = low[0] if low[0] == high[0] else "met"
            if low[1] and out.base_year is None:
                out.base_year = target.base_year
        else:
            out.status, out.reason = "not_assessable", "undetermined"

    def districts(self) -> list[str]:
        """Return the districts of all units and published figures, in order."""
        if self.nobody_has_districts():
            return []
        found = {self.fact(unit, "district") for unit in self.all_units()}
        found |= {figure.district for figure in self.world.reported}
        return sorted(name for name in found if name is not None)

    def groups(self, *, by_district: bool) -> list[Outcome]:
        """Return every group that is not left out, in the plan's order."""
        places: list[str | None] = [None, *(self.districts() if by_district else [])]
        found = (
            self.group_outcome(target, scope, district)
            for target in self.plan.targets
            for scope in target.scopes
            for district in places
        )
        return [outcome for outcome in found if outcome is not None]


def judge_all(
    plan: Plan, world: World, year: int, period: str, *, by_district: bool = False
) -> tuple[list[Scored], list[Outcome]]:
    """Return every unit with its outcomes, and every group."""
    judge = Judge(plan, world, year, period)
    return [judge.scored(unit) for unit in judge.listed()], judge.groups(by_district=by_district)

"""Random plans and random worlds, and a world as a submission."""

from __future__ import annotations

from array import array
from collections import ChainMap
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from msgspec.structs import replace
from oracle import ERROR, Expected, Figure, Published, Row, Unit, World

from lifelong_learning.model.plan import Due, IndicatorKind, Plan, Scope, ScopedThresholds, Target, Threshold
from lifelong_learning.model.submission import (
    INVALID,
    MISSING,
    CellRef,
    Panel,
    Register,
    RegisterEntry,
    ReportedFigure,
    Submission,
    UnitTable,
)
from lifelong_learning.model.succession import begun, within_levels
from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Measure

LEVELS = ("province", "district", "commune")
DISTRICTS = ("Bắc Mê", "Đồng Văn", "Yên Minh")
FIGURES = (0, 0, 1, 1, 2, 3, 4, 5, 9, 10, 11, 12, 20, 60, 80, 81, 100, 110, 121)
FALLING = ("visits-kept", "press-money-cut")
"""The targets of the example that ask for no growth, or for a fall."""
REFORMED = load_plan("ha-giang-2030")
"""The plan with its districts, which ended on 30 June 2025."""
EXAMPLE = load_plan("example-2030")
PERCENTS = (1, 5, 10, 15, 20, 25, 40, 50, 60, 100)


def on_both_sides_of_july_2025(seed: int) -> tuple[Plan, World, Scoring]:
    """Return a plan whose districts ended, a world whose units closed, opened and were merged, and what is
    evaluated of it."""
    rng = Random(seed)
    plan = random_plan(REFORMED, rng)
    world = random_world(plan, rng, merging=rng.random() < 0.8, switching=False, years=range(2018, 2028))
    year, period = rng.choice(range(2023, 2028)), rng.choice(("year", "year", "h1"))
    return plan, world, Scoring(year, period, rng.random() < 0.5)


def of_the_example(seed: int) -> tuple[Plan, World, Scoring]:
    """Return the example plan, with its own thresholds or random ones, a world, and what is evaluated."""
    rng = Random(seed)
    plan = EXAMPLE if rng.random() < 0.5 else reshaped(EXAMPLE, rng)
    world = random_world(plan, rng, years=range(2022, 2031), codes=("01", "02", "03", "04", "11", "12"))
    period = rng.choice(("year", "year", *plan.period))
    return plan, world, Scoring(rng.choice(range(2023, 2031)), period)


def random_world(
    plan: Plan,
    rng: Random,
    *,
    units: int = 7,
    years: Sequence[int] = range(2018, 2027),
    merging: bool = False,
    switching: bool = True,
    codes: Sequence[str] = (),
) -> World:
    """Return units of all kinds with gaps and errors, published figures, and perhaps a register; `merging`:
    many units of one kind, and a register in which they take one another over; `switching`: some units
    change their level. Units have numbers for codes, or the `codes` given."""
    kinds = [rng.choice(plan.kinds)] if merging else plan.kinds
    number = rng.randint(4, units + 3) if merging else rng.randint(1, units)
    names = codes[:number] or [f"{n:03d}" for n in range(number)]
    made = [_unit(plan, rng, rng.choice(kinds).id, name, years, switching=switching) for name in names]
    reported = [_published(plan, rng, years) for _ in range(rng.choice((0, 0, 3)))]
    keys = [(f.target, f.level, f.area, f.district, f.year, f.period) for f in reported]
    reported = [f for i, f in enumerate(reported) if keys[i] not in keys[:i]]
    register = _register(plan, rng, made, merging=merging) if merging or rng.random() < 0.4 else None
    return World([unit for unit in made if unit.rows], reported, register)


def _unit(plan: Plan, rng: Random, kind: str, code: str, years: Sequence[int], *, switching: bool) -> Unit:
    level = rng.choice(LEVELS)
    district = None if level == "province" else rng.choice(DISTRICTS)
    area = rng.choice(("urban", "rural"))
    gaps, errors = rng.choice((0.0, 0.1, 0.5)), rng.choice((0.0, 0.0, 0.15))
    rows = {}
    for year in years:
        for period in sorted(plan.period, reverse=True):
            if rng.random() < 0.25:
                continue
            if rng.random() < 0.03 and switching:
                level = rng.choice(LEVELS)
            figures = {m.id: _figure(rng, m, gaps, errors) for m in plan.measures_of(kind)}
            unread = rng.random() < 0.03
            rows[year, period] = Row(None if unread else level, district, area, figures)
    return Unit(kind, code, rows)


def _figure(rng: Random, measure: Measure, gaps: float, errors: float) -> Figure:
    chance = rng.random()
    if chance < gaps:
        return None
    if chance < gaps + errors:
        return ERROR
    return rng.choice((0, 1)) if measure.type == "yes_no" else rng.choice(FIGURES)


def _published(plan: Plan, rng: Random, years: Sequence[int]) -> Published:
    target = rng.choice(plan.targets)
    scope = rng.choice(target.scopes).scope
    if scope.units:
        scope = Scope()
    district = rng.choice((None, None, DISTRICTS[0]))
    value = Fraction(rng.randint(-30, 120), 100)
    period = rng.choice(("year", "year", "h1"))
    return Published(target.id, scope.level, scope.area, district, rng.choice(years), period, value)


def _register(plan: Plan, rng: Random, units: list[Unit], *, merging: bool) -> list[Expected]:
    """Return units that are open, closed, opened, or taken over: by another, by one that was itself taken
    over, by one that the register does not know, in a circle."""
    known = [unit for unit in units if rng.random() < 0.8]
    strangers = [Unit(rng.choice(plan.kinds).id, f"9{n}", {}) for n in range(rng.randint(0, 3))]

    def heir(unit: Unit) -> str | None:
        alike = [other.code for other in (*units, *strangers) if other.kind == unit.kind]
        return rng.choice((*alike, "none")) if merging and rng.random() < 0.7 else None

    return [
        Expected(
            unit.kind,
            unit.code,
            _written_level(unit) if merging and unit.rows else rng.choice(LEVELS),
            rng.choice((None, *DISTRICTS)),
            rng.choice(("urban", "rural")),
            rng.choice((None, None, None, 2022) if merging else (None, None, 2020, 2022)),
            rng.choice((None, None, 2020, 2021, 2022, 2024) if merging else (None, None, 2021, 2024)),
            heir(unit),
        )
        for unit in (*known, *strangers)
    ]


def _written_level(unit: Unit) -> str | None:
    return next((row.level for row in unit.rows.values() if row.level is not None), None)


def random_plan(plan: Plan, rng: Random) -> Plan:
    """Return a plan with the targets of another, held against random thresholds, dates and dues; sums,
    counts of every level and growth due at the end are added."""
    targets = [_reshaped(rng, target) for target in (*plan.targets, *_further(plan.targets[0]))]
    return replace(plan, targets=tuple(rng.sample(targets, min(len(targets), 8))))


def reshaped(plan: Plan, rng: Random) -> Plan:
    """Return a plan with its targets held against random thresholds, dates and dues."""
    return replace(plan, targets=tuple(_reshaped(rng, target) for target in plan.targets))


def _further(like: Target) -> list[Target]:
    def made(name: str, kind: IndicatorKind, over: Sequence[str], below: Sequence[str] = ()) -> Target:
        kinds = ("library",) if over[0] != "staff_trained" else ("library", "museum", "cultural_house")
        scopes = (ScopedThresholds(Scope(), ()), ScopedThresholds(Scope("district"), ()))
        return replace(
            like, id=name, kind=kind, kinds=kinds, numerator=tuple(over), denominator=tuple(below),
            at_least=None, scopes=scopes,
        )  # fmt: skip

    kind = IndicatorKind
    return [
        made("a-count", kind.COUNT, ["events_talks", "user_training_lessons"]),
        made("another-count", kind.COUNT, ["population_to_be_served"]),
        made("a-mixed-ratio", kind.RATIO, ["active_users", "staff_total"], ["population_to_be_served"]),
        made("a-yearly-growth", kind.GROWTH_YEARLY, ["staff_trained"]),
        made("a-stock-growth", kind.GROWTH_AVERAGE, ["staff_total"]),
    ]


def _reshaped(rng: Random, target: Target) -> Target:
    counted = target.scale.form == "count"
    if any(scope.like for scope in target.scopes):
        return target
    scopes = tuple(_scope(s.scope, _thresholds(rng, target, counted)) for s in target.scopes)
    at_least = target.at_least
    if target.kind is IndicatorKind.COVERAGE and at_least is not None:
        at_least = rng.choice((1, 2, 5))
    return replace(
        target,
        scopes=scopes,
        at_least=at_least,
        due=rng.choice((Due.EACH_YEAR, Due.TARGET_YEAR, Due.TARGET_YEAR)),
        weight=Fraction(rng.choice((1, 1, 2, 3)), rng.choice((1, 1, 2))),
        base_year=rng.choice((2019, 2020, 2020)),
        target_year=rng.choice((2024, 2030)),
    )


def _scope(scope: Scope, thresholds: tuple[Threshold, ...]) -> ScopedThresholds:
    """Return a scope whose figures are now and then not to be passed; it takes no number from the plan's."""
    return ScopedThresholds(scope, thresholds, Random(repr(thresholds)).random() < 0.3)


def _thresholds(rng: Random, target: Target, counted: bool) -> tuple[Threshold, ...]:
    def figure() -> Fraction:
        if counted:
            return Fraction(rng.randint(1, 30 if target.per is None else 600))
        falling = target.kind.grows and target.together is None and target.id in FALLING
        return Fraction(rng.choice(PERCENTS) * (rng.choice((-1, 0, 1)) if falling else 1), 100)

    def threshold(since: int | None) -> Threshold:
        lower, upper = sorted((figure(), figure()))
        band = upper > lower and rng.random() < 0.4
        return Threshold(lower, upper if band else None, since)

    shape = rng.random()
    if shape < 0.1:
        return ()
    if shape < 0.65:
        return (threshold(None),)
    first = rng.choice((None, 2021, 2022))
    return (threshold(first), threshold(2023), *((threshold(2024),) if rng.random() < 0.3 else ()))


def without_end(plan: Plan) -> Plan:
    """Return a plan whose levels go on."""
    return replace(plan, levels=tuple(replace(level, until=None) for level in plan.levels))


def submission_of(plan: Plan, world: World, period: str = "year") -> Submission:
    """Return a world as a submission, its rows in the order of the world, read for a kind of period."""
    panels = {}
    for kind in plan.kinds:
        units = [unit for unit in world.units if unit.kind == kind.id]
        if units:
            panels[kind.id] = _panel(plan, kind.id, units)
    reported = [
        ReportedFigure(
            f.target, f.level, f.area, f.district, f.year, f.period, f.value,
            CellRef("a.xlsx", "Reported", row, 1), None,
        )
        for row, f in enumerate(world.reported, start=2)
    ]  # fmt: skip
    register = None
    if world.register is not None:
        entries = {
            (e.kind, e.code): RegisterEntry(
                e.kind, e.code, None, e.level, e.district, e.area, e.first, e.last, e.heir
            )
            for e in world.register
        }
        levels = ChainMap(*(panel.last_levels() for panel in panels.values()))
        ends = plan.last_years(period)
        said = within_levels(Register("units.csv", entries), levels, ends, blank_alone=True)
        register = within_levels(begun(said, panels), levels, ends)
    return Submission([], panels, reported, register)


def _panel(plan: Plan, kind: str, units: list[Unit]) -> Panel:
    codes = sorted(unit.code for unit in units)
    rows = [(unit.code, moment, row) for unit in units for moment, row in unit.rows.items()]
    at: dict[tuple[int, str], array[int]] = {}
    for number, (code, moment, _) in enumerate(rows):
        at.setdefault(moment, array("q", [-1] * len(codes)))[codes.index(code)] = number

    def stored(figure: Figure) -> int:
        return figure if isinstance(figure, int) else MISSING if figure is None else INVALID

    measures = {
        m.id: array("q", [stored(row.figures.get(m.id)) for _, _, row in rows])
        for m in plan.measures_of(kind)
    }
    blank: list[str | None] = [None] * len(rows)
    columns = {measure: number for number, measure in enumerate(measures, start=10)}
    lines = array("q", range(2, len(rows) + 2))
    table = UnitTable("a.xlsx", kind, kind, 1, columns, lines, [], [], [], [], [], [], [], [], {})
    return Panel(
        kind, codes, at, [table], [0], blank,
        [row.level for _, _, row in rows],
        [row.district for _, _, row in rows],
        [row.area for _, _, row in rows],
        blank, measures, ends=plan.period_ends,
    )  # fmt: skip


def changed(world: World, change: Callable[[Figure], Figure]) -> World:
    """Return a world with every figure changed."""
    units = [
        Unit(u.kind, u.code, {
            moment: Row(r.level, r.district, r.area, {m: change(f) for m, f in r.figures.items()})
            for moment, r in u.rows.items()
        })
        for u in world.units
    ]  # fmt: skip
    return World(units, world.reported, world.register)

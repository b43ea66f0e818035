"""Laws of limits, amounts and parts of a year, on the made-up example."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from oracle import ERROR, Figure, Row, Unit, World
from worlds import submission_of

from lifelong_learning.model.plan import Due, MeasureType, Scope, ScopedThresholds, Threshold
from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring, evaluate

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan, Target
    from lifelong_learning.model.scores import Scorecard

SEEDS = st.integers(min_value=0, max_value=2**48)
PLAN = load_plan("example-2030")
AMOUNTS = frozenset(m.id for m in PLAN.measures if m.type is MeasureType.AMOUNT)
WHOLE, PART, REST = "library_visits", "library_visits_students", "library_visits_adults"
YES = "closed_for_repair"


def _card(world: World, plan: Plan = PLAN, period: str = "year") -> Scorecard:
    return evaluate(plan, submission_of(plan, world, period), Scoring(2027, period))


def _world(rng: Random, years: tuple[int, ...] = (2024, 2026, 2027)) -> World:
    """Return libraries and museums with gaps, some of whose cells were taken out."""
    units = []
    for number in range(rng.randint(1, 5)):
        kind = rng.choice(("library", "library", "museum"))
        rows = {(year, "year"): Row("commune", None, None, _figures(rng, kind)) for year in years}
        units.append(Unit(kind, f"{number:02d}", rows))
    return World(units)


def _figures(rng: Random, kind: str) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for measure in PLAN.measures_of(kind):
        most = 1 if measure.type is MeasureType.YES_NO else 40
        found[measure.id] = rng.choice((None, ERROR, *[rng.randint(0, most) for _ in range(8)]))
    part, rest = found.get(PART), found.get(REST)
    if isinstance(part, int) and isinstance(rest, int):
        found[WHOLE] = part + rest
    return found


def _held(target: Target, figure: Fraction, *, at_most: bool, due: Due) -> Target:
    scopes = (ScopedThresholds(Scope(), (Threshold(figure),), at_most),)
    return replace(target, scopes=scopes, due=due, target_year=2030)


def _statuses(card: Scorecard) -> list[object]:
    of_units = [(u.identity.code, [(r.status, r.reason) for r in u.results]) for u in card.units]
    return [*of_units, *((g.status, g.reason, g.provisional, g.left_out) for g in card.groups)]


@given(seed=SEEDS, percent=st.integers(1, 99), due=st.sampled_from(list(Due)))
@settings(max_examples=60, deadline=None)
def test_a_share_mirrors_that_of_the_rest(seed: int, percent: int, due: Due) -> None:
    """At least x of one part is at most 1 − x of the other: every status is the same."""
    world, figure = _world(Random(seed)), Fraction(percent, 100)
    for unit in world.units:
        for row in unit.rows.values():
            if not all(isinstance(row.figures.get(name), int) for name in (PART, REST, WHOLE)):
                row.figures.update(dict.fromkeys((PART, REST, WHOLE), ERROR))
    like = replace(PLAN.target["vacancies"], kinds=("library",), denominator=(WHOLE,))
    one = _held(replace(like, numerator=(PART,)), figure, at_most=False, due=due)
    other = _held(replace(like, numerator=(REST,)), 1 - figure, at_most=True, due=due)
    cards = [_card(world, replace(PLAN, targets=(target,))) for target in (one, other)]
    assert _statuses(cards[0]) == _statuses(cards[1])


@given(seed=SEEDS, percent=st.integers(1, 99), due=st.sampled_from(list(Due)))
@settings(max_examples=60, deadline=None)
def test_a_coverage_mirrors_that_of_the_others(seed: int, percent: int, due: Due) -> None:
    """At least x of the units with a practice is at most 1 − x without it, with reports missing too.

    The line begins at what is proven in the base year, so that its reports are all there.
    """
    world, figure = _world(Random(seed)), Fraction(percent, 100)
    for unit in world.units:
        told = unit.rows[2024, "year"].figures
        told[YES] = found if isinstance(found := told.get(YES), int) else 0
    units = [
        Unit(u.kind, u.code, {
            when: Row(r.level, r.district, r.area, {YES: _turned(r.figures.get(YES))})
            for when, r in u.rows.items()
        })
        for u in world.units
    ]  # fmt: skip
    target = replace(PLAN.target["closed-for-repair"], kinds=("library",))
    one = _held(target, figure, at_most=False, due=due)
    other = _held(target, 1 - figure, at_most=True, due=due)
    cards = [
        _card(world, replace(PLAN, targets=(one,))),
        _card(World(units), replace(PLAN, targets=(other,))),
    ]
    assert _statuses(cards[0]) == _statuses(cards[1])


def _turned(figure: Figure) -> Figure:
    return 1 - figure if isinstance(figure, int) else figure


@given(seed=SEEDS, factor=st.sampled_from([10, 1000, 10**6]))
@settings(max_examples=40, deadline=None)
def test_money_in_another_unit_changes_no_ratio(seed: int, factor: int) -> None:
    """What is told in thousands and in millions comes to the same share, growth and status."""
    world = _world(Random(seed))
    before = _statuses(_card(world, _of_proportions()))
    for unit in world.units:
        for row in unit.rows.values():
            for name in AMOUNTS & row.figures.keys():
                figure = row.figures[name]
                row.figures[name] = figure * factor if isinstance(figure, int) else figure
    assert _statuses(_card(world, _of_proportions())) == before


def _of_proportions() -> Plan:
    kept = ("museum-own-income", "press-money-cut", "visits-kept", "vacancies")
    return replace(PLAN, targets=tuple(target for target in PLAN.targets if target.id in kept))


@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_quarters_never_make_a_year(seed: int) -> None:
    """Figures of parts of a year change nothing in its verdicts, whether it has its own or not."""
    rng = Random(seed)
    world = _world(rng)
    for unit in world.units:
        if rng.random() < 0.5:
            unit.rows[2027, "year"].figures.clear()
    before = _statuses(_card(world))
    for unit in world.units:
        for year in (2024, 2026, 2027):
            for period in ("q1", "h1", "m9"):
                unit.rows[year, period] = Row("commune", None, None, _figures(rng, unit.kind))
    assert _statuses(_card(world)) == before

"""Laws that hold of every submission, and the boundaries that exact arithmetic must keep."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle import Row, Unit, World
from worlds import changed, random_plan, random_world, submission_of

from lifelong_learning.model.scores import Status
from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring, evaluate

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Result, Scorecard
    from lifelong_learning.model.submission import Identity

SEEDS = st.integers(min_value=0, max_value=2**48)
PLAN = load_plan("ha-giang-2030")
RATIOS = ("ratio", "growth_average", "growth_yearly")


def _card(world: World, year: int = 2024, plan: Plan = PLAN) -> Scorecard:
    return evaluate(plan, submission_of(plan, world), Scoring(year, by_district=True))


def _ratios(card: Scorecard) -> list[object]:
    of_units = [(u.kind, u.identity.code, r) for u in card.units for r in u.results]
    found: list[object] = []
    for kind, code, result in of_units:
        if result.target.kind in RATIOS:
            found.append((kind, code, result.target.id, result.status, result.reason, _value(result)))
    groups = [g for g in card.groups if g.target.kind in RATIOS]
    return [*found, *((g.target.id, g.scope, g.district, g.status, g.left_out, _value(g)) for g in groups)]


def _value(result: object) -> Fraction | None:
    value = getattr(result, "value", None)
    return None if value is None else Fraction(value.exact.num, value.exact.den)


def _one(kind: str, figures: dict[int, dict[str, int]], target: str) -> Result:
    rows = {(year, "year"): Row("province", None, "urban", dict(cells)) for year, cells in figures.items()}
    card = _card(World([Unit(kind, "HG", rows)]), max(figures))
    return next(r for r in card.units[0].results if r.target.id == target)


@given(seed=SEEDS, factor=st.integers(2, 1000))
@settings(max_examples=60, deadline=None)
def test_scaling_every_count_changes_no_ratio_and_no_growth(seed: int, factor: int) -> None:
    """Ratios and growth depend on proportions alone."""
    world = random_world(PLAN, Random(seed))
    scaled = changed(world, lambda figure: figure * factor if isinstance(figure, int) else figure)
    assert _ratios(_card(scaled)) == _ratios(_card(world))


@given(seed=SEEDS)
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    """Units and years may stand in any order."""
    rng = Random(seed)
    world = random_world(PLAN, rng)
    shuffled = [
        Unit(unit.kind, unit.code, dict(random.Random(seed).sample(list(unit.rows.items()), len(unit.rows))))
        for unit in rng.sample(world.units, len(world.units))
    ]
    plain, other = _card(world), _card(World(shuffled, world.reported, world.register))
    assert [(u.kind, u.identity, u.results, u.score) for u in plain.units] == [
        (u.kind, u.identity, u.results, u.score) for u in other.units
    ]
    assert plain.groups == other.groups


@given(seed=SEEDS, year=st.sampled_from([2021, 2023, 2025]))
@settings(max_examples=40, deadline=None)
def test_one_unit_alone_comes_to_what_it_comes_to_among_all(seed: int, year: int) -> None:
    """A run that is narrowed to one unit gives it the same results, score and completeness; those that it
    took over stay behind its figures and are no members of its groups."""
    rng = Random(seed)
    plan = random_plan(PLAN, rng)
    submission = submission_of(plan, random_world(plan, rng, merging=True))
    for unit in evaluate(plan, submission, Scoring(year)).units:
        wanted = partial(_is, unit.kind, unit.identity.code)
        narrowed = evaluate(plan, submission, Scoring(year, wanted=wanted))
        assert [(one.results, one.score, one.completeness) for one in narrowed.units] == [
            (unit.results, unit.score, unit.completeness)
        ]
        assert all(group.members in (None, 1) for group in narrowed.groups)


def _is(kind: str, code: str, other_kind: str, who: Identity) -> bool:
    return (kind, code) == (other_kind, who.code)


@given(seed=SEEDS, year=st.sampled_from([2020, 2022, 2024, 2026]))
@settings(max_examples=120, deadline=None)
def test_a_report_that_comes_in_never_overturns_a_coverage_verdict(seed: int, year: int) -> None:
    """Whatever the units that were silent say later, a verdict that stood before stands."""
    rng = Random(seed)
    plan = random_plan(PLAN, rng)
    world = random_world(plan, rng)
    filled = {
        measure.id: rng.choice((0, 1)) if measure.type == "yes_no" else rng.choice((0, 1, 5))
        for measure in plan.measures
    }
    late = [
        Unit(unit.kind, unit.code, {
            moment: Row(row.level, row.district, row.area, {
                name: filled[name] if figure is None and moment[0] == year else figure
                for name, figure in row.figures.items()
            })
            for moment, row in unit.rows.items()
        })
        for unit in world.units
    ]  # fmt: skip
    before = {(g.target.id, g.scope, g.district): g for g in _card(world, year, plan).groups}
    after = {
        (g.target.id, g.scope, g.district): g
        for g in _card(World(late, world.reported, world.register), year, plan).groups
    }
    settled = (Status.NO_DATA, Status.NOT_ASSESSABLE, Status.PENDING)
    for key, group in before.items():
        if group.target.kind != "coverage" or group.origin == "reported" or group.status in settled:
            continue
        reached = {Status.MET, Status.EXCEEDED}
        # The base year's own reports change with the year's where the two are one.
        if year > group.target.base_year:
            assert (group.status in reached) == (after[key].status in reached)


@given(seed=SEEDS, decimals=st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_floored_figure_never_exceeds_the_figure(seed: int, decimals: int) -> None:
    """What is shown is at most the value, and less than one unit of its last decimal below it."""
    card = _card(random_world(PLAN, Random(seed)))
    values = [r.value for u in card.units for r in u.results] + [g.value for g in card.groups]
    for value in values:
        if value is not None:
            shown = Fraction(value.exact.floored(decimals), 10**decimals)
            figure = Fraction(value.exact.num, value.exact.den)
            assert shown <= figure < shown + Fraction(1, 10**decimals)


@pytest.mark.parametrize(
    ("first", "last", "years", "status"),
    [
        (100, 121, 2, Status.MET),
        (100, 120, 2, Status.NOT_MET),
        (1_000_000, 1_610_510, 5, Status.MET),
        (1_000_000, 1_610_509, 5, Status.NOT_MET),
        (1_000_000, 1_610_511, 5, Status.EXCEEDED),
    ],
)
def test_average_growth_meets_ten_per_cent_exactly(first: int, last: int, years: int, status: Status) -> None:
    """A growth of exactly 10% a year is met, one visit less is not, one more exceeds it."""
    figures = {
        2020: {"museum_visits_domestic": first},
        2020 + years: {"museum_visits_domestic": last},
    }
    result = _one("museum", figures, "museum-visits-growth")
    assert result.status is status
    assert (_value(result) == Fraction(1, 10)) == (status is Status.MET)


@given(base=st.integers(1, 10**9), figure=st.integers(0, 10**12), years=st.integers(1, 10))
@settings(max_examples=300, deadline=None)
def test_average_growth_is_judged_by_powers(base: int, figure: int, years: int) -> None:
    """The verdict on an average growth is that of figure · 10ⁿ against base · 11ⁿ in whole numbers."""
    rows = {2020: {"museum_visits_domestic": base}, 2020 + years: {"museum_visits_domestic": figure}}
    result = _one("museum", rows, "museum-visits-growth")
    side = figure * 10**years - base * 11**years
    expected = Status.MET if side == 0 else Status.EXCEEDED if side > 0 else Status.NOT_MET
    assert result.status is expected


@given(total=st.integers(1, 10**12), trained=st.integers(0, 10**12))
@settings(max_examples=200, deadline=None)
def test_a_ratio_is_judged_by_products(total: int, trained: int) -> None:
    """The verdict on a ratio is that of part · 100 against 20 · whole, with the band's upper figure 25."""
    assume(trained <= total)
    result = _one("library", {2024: {"staff_total": total, "staff_trained": trained}}, "staff-training")
    if trained * 100 > 25 * total:
        assert result.status is Status.EXCEEDED
    else:
        assert result.status is (Status.MET if trained * 100 >= 20 * total else Status.NOT_MET)


def test_three_of_fifteen_is_exactly_a_fifth() -> None:
    """3 of 15 is 20%, not a trifle less."""
    result = _one("library", {2024: {"staff_total": 15, "staff_trained": 3}}, "staff-training")
    assert (_value(result), result.status) == (Fraction(1, 5), Status.MET)

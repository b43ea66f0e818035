"""The engine against an independent reading of the same rules, on random plans and submissions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Outcome, Root, Scored, Value, World, judge_all, plain
from worlds import (
    of_the_example,
    on_both_sides_of_july_2025,
    random_plan,
    random_world,
    submission_of,
    without_end,
)

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring, evaluate

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Exact, GroupResult, Result, UnitScore

SEEDS = st.integers(min_value=0, max_value=2**48)
PLANS = {name: without_end(load_plan(name)) for name in ("ha-giang-2030", "ha-giang-2020")}


def _fraction(exact: Exact | None) -> Fraction | None:
    return None if exact is None else Fraction(exact.num, exact.den)


def _same_value(actual: Exact | None, expected: Value | None, divided: Fraction = Fraction(1)) -> bool:
    """Tell whether a figure is the expected one: the same fraction, or, of a root that is none, within
    10⁻¹⁸ and the same when it is floored for print."""
    if actual is None or expected is None:
        return (actual is None) == (expected is None)
    exact = Fraction(actual.num, actual.den)
    if isinstance(expected, Root) and expected.n > 1:
        near = plain(expected) / divided
        return abs(exact - near) < Fraction(1, 10**18) and actual.floored(4) == near * 10**4 // 1
    return exact == plain(expected) / divided


def _agree_on_result(actual: Result | GroupResult, expected: Outcome) -> None:
    told = (
        actual.target.id, actual.scope.as_dict(), str(actual.status), actual.reason, actual.base_year,
        _fraction(actual.bounds.lower), _fraction(actual.bounds.upper),
    )  # fmt: skip
    assert told == (
        expected.target, expected.scope, expected.status, expected.reason, expected.base_year,
        expected.threshold, expected.upper,
    )  # fmt: skip
    assert _same_value(actual.value.exact if actual.value else None, expected.value), (actual, expected)
    if expected.attainment is None:
        assert actual.attainment is None
        assert actual.excess is None
    else:
        assert expected.threshold is not None
        if actual.bounds.at_most or expected.threshold <= 0:
            assert abs((_fraction(actual.attainment) or 0) - expected.attainment) < Fraction(1, 10**15)
            assert isinstance(expected.value, Root) or _fraction(actual.attainment) == expected.attainment
        else:
            assert _same_value(actual.attainment, expected.value, expected.threshold)
        assert _fraction(actual.excess) == (_fraction(actual.attainment) or 0) - 1


def _agree_on_unit(actual: UnitScore, expected: Scored) -> None:
    assert (actual.kind, actual.identity.code) == (expected.kind, expected.code)
    assert len(actual.results) == len(expected.outcomes)
    for result, outcome in zip(actual.results, expected.outcomes, strict=True):
        _agree_on_result(result, outcome)
    assert _fraction(actual.completeness) == expected.completeness
    score = _fraction(actual.score)
    assert (score is None) == (expected.score is None)
    assert score is None or expected.score is None or abs(score - expected.score) < Fraction(1, 10**15)


def _agree(plan: Plan, world: World, year: int, period: str, *, by_district: bool) -> None:
    card = evaluate(plan, submission_of(plan, world, period), Scoring(year, period, by_district))
    units, groups = judge_all(plan, world, year, period, by_district=by_district)
    assert [u.identity.code for u in card.units] == [u.code for u in units]
    for actual, expected in zip(card.units, units, strict=True):
        _agree_on_unit(actual, expected)
    named = [(g.target.id, g.scope.as_dict(), g.district) for g in card.groups]
    assert named == [(o.target, o.scope, o.district) for o in groups]
    for group, outcome in zip(card.groups, groups, strict=True):
        _agree_on_result(group, outcome)
        told = (group.members, group.reporting, group.left_out, group.provisional, group.origin)
        assert told == (
            outcome.members, outcome.reporting, outcome.left_out, outcome.provisional, outcome.origin,
        )  # fmt: skip
    counted = dict.fromkeys(card.totals, 0)
    for unit in units:
        for outcome in unit.outcomes:
            counted[next(s for s in card.totals if s == outcome.status)] += 1
    assert card.totals == counted


@pytest.mark.parametrize("name", sorted(PLANS))
@given(seed=SEEDS)
@settings(max_examples=120, deadline=None)
def test_every_field_agrees_on_the_bundled_plans(name: str, seed: int) -> None:
    """Every field of every unit and group comes out the same from the engine and from the oracle."""
    rng, plan = Random(seed), PLANS[name]
    years = range(plan.base_year - 2, plan.base_year + 7)
    world = random_world(plan, rng, years=years)
    period = rng.choice(("year", "year", "h1"))
    _agree(plan, world, rng.choice(years), period, by_district=rng.random() < 0.5)


@given(seed=SEEDS)
@settings(max_examples=100, deadline=None)
def test_every_field_agrees_on_the_example(seed: int) -> None:
    """The same holds for amounts, figures per 1,000, sums and means, named units, falls, the figures of other
    targets and parts of a year, with the thresholds of the example and with random ones."""
    plan, world, asked = of_the_example(seed)
    _agree(plan, world, asked.year, asked.period, by_district=False)


@given(seed=SEEDS)
@settings(max_examples=400, deadline=None)
def test_every_field_agrees_on_random_thresholds(seed: int) -> None:
    """The same holds for random thresholds, dates, dues, weights and base years."""
    rng = Random(seed)
    plan = random_plan(PLANS[rng.choice(sorted(PLANS))], rng)
    world = random_world(plan, rng)
    _agree(plan, world, rng.choice(range(2018, 2027)), rng.choice(("year", "year", "h1")), by_district=True)


@given(seed=SEEDS)
@settings(max_examples=150, deadline=None)
def test_every_field_agrees_where_units_took_others_over(seed: int) -> None:
    """The same holds where a register has units that were closed, opened, merged and merged again."""
    rng = Random(seed)
    plan = random_plan(PLANS[rng.choice(sorted(PLANS))], rng)
    world = random_world(plan, rng, merging=True)
    year, period = rng.choice(range(2019, 2027)), rng.choice(("year", "year", "h1"))
    _agree(plan, world, year, period, by_district=rng.random() < 0.5)


@given(seed=SEEDS)
@settings(max_examples=120, deadline=None)
def test_every_field_agrees_on_both_sides_of_july_2025(seed: int) -> None:
    """The same holds before and after the districts ended, with a register and without, by district too."""
    plan, world, asked = on_both_sides_of_july_2025(seed)
    _agree(plan, world, asked.year, asked.period, by_district=asked.by_district)


def test_the_random_registers_change_what_units_and_groups_come_to() -> None:
    """The comparison is not empty: who took over whom tells in many of the worlds, for units and groups."""
    units = groups = 0
    for seed in range(60):
        rng = Random(seed)
        plan = random_plan(PLANS[rng.choice(sorted(PLANS))], rng)
        world = random_world(plan, rng, merging=True)
        alone = World(
            world.units, world.reported, [replace(entry, heir=None) for entry in world.register or []]
        )
        found, apart = (judge_all(plan, one, 2025, "year", by_district=True) for one in (world, alone))
        of_units = [{unit.code: unit.outcomes for unit in judged[0]} for judged in (found, apart)]
        units += any(of_units[0][code] != of_units[1][code] for code in of_units[0].keys() & of_units[1])
        groups += found[1] != apart[1]
    assert units >= 12
    assert groups >= 3


def test_the_random_worlds_show_every_status_and_reason() -> None:
    """The comparison is not empty: units and groups come to every status and reason that they can have."""
    units: set[str] = set()
    groups: set[str] = set()
    for seed in range(150):
        rng = Random(seed)
        plan = random_plan(PLANS[rng.choice(sorted(PLANS))], rng)
        found = judge_all(
            plan, random_world(plan, rng), rng.choice(range(2019, 2026)), "year", by_district=True
        )
        units |= {
            o.status if o.status == "no_data" else o.reason or o.status for u in found[0] for o in u.outcomes
        }
        groups |= {o.status if o.status == "no_data" else o.reason or o.status for o in found[1]}
    common = {
        "exceeded", "met", "not_met", "on_track", "behind", "pending", "no_target", "no_data",
        "zero_base", "zero_denominator", "no_base_year",
    }  # fmt: skip
    assert units == common | {"invalid_input", "not_required"}
    assert groups == common | {"undetermined"}

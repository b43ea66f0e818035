"""The cells that stand behind a result, by year and in the target's order, and the sums that they give."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import ERROR, Expected, Figure, Row, Unit, World
from worlds import random_plan, random_world, submission_of

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Evidence, Scoring, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.model.plan import Target
    from lifelong_learning.model.scores import GroupResult, Input, Result, Scorecard, Share

PLAN = load_plan("ha-giang-2030")
SEEDS = st.integers(min_value=0, max_value=2**48)


def _inputs(
    target: str, figures: dict[int, dict[str, Figure]]
) -> list[tuple[str, int, float | None, str | None]]:
    rows = {(year, "year"): Row("province", None, None, dict(row)) for year, row in figures.items()}
    submission = submission_of(PLAN, World([Unit("library", "HG", rows)]))
    card = evaluate(PLAN, submission, Scoring(max(figures)))
    result = next(r for r in card.units[0].results if r.target.id == target)
    found = Evidence.of(card, submission).inputs(card.units[0], result)
    return [(i.measure, i.year, i.value, i.place.cell if i.place else None) for i in found]


def test_a_ratio_rests_on_its_part_and_its_whole() -> None:
    """Both cells of the year, the blank one without a value."""
    found = _inputs("staff-training", {2024: {"staff_trained": None, "staff_total": 15}})
    assert found == [("staff_trained", 2024, None, "V2"), ("staff_total", 2024, 15, "U2")]


@pytest.mark.parametrize("base", [0, ERROR, 100])
def test_a_growth_shows_the_base_figure_that_was_of_use_or_of_none(base: Figure) -> None:
    """Where the base year is blank, the later figure that took its place is shown, be it nil or an error."""
    years: dict[int, dict[str, Figure]] = {
        2020: {},
        2021: {"library_visits": base},
        2024: {"library_visits": 5},
    }
    shown = base if isinstance(base, int) else None
    assert _inputs("library-visits-growth", years) == [
        ("library_visits", 2021, shown, "J3"),
        ("library_visits", 2024, 5, "J4"),
    ]


def test_a_growth_without_any_base_shows_the_blank_of_the_base_year() -> None:
    """The cell that is to be filled in is named even though its row is not there."""
    assert _inputs("library-visits-growth", {2024: {"library_visits": 5}}) == [
        ("library_visits", 2020, None, None),
        ("library_visits", 2024, 5, "J2"),
    ]


def test_a_line_shows_the_figures_of_the_base_year() -> None:
    """A verdict by the straight line rests on the base year's cells too."""
    row: dict[str, Figure] = {"active_users": 5, "population_to_be_served": 100}
    assert [i[:3] for i in _inputs("library-population-reached", {2020: row, 2024: row})] == [
        ("active_users", 2020, 5),
        ("population_to_be_served", 2020, 100),
        ("active_users", 2024, 5),
        ("population_to_be_served", 2024, 100),
    ]


def _sum(inputs: Iterable[Input], measures: Sequence[str], year: int) -> int:
    return sum(int(used.value or 0) for used in inputs if used.year == year and used.measure in measures)


def _value(target: Target, inputs: Sequence[Input], year: int) -> Fraction:
    """Return what cells add up to in a year: a ratio, a growth on the year before, or a sum."""
    now = _sum(inputs, target.numerator, year)
    if target.kind == "ratio":
        return Fraction(now, _sum(inputs, target.denominator, year))
    if target.kind == "growth_yearly":
        return Fraction(now, _sum(inputs, target.numerator, year - 1)) - 1
    if target.kind == "coverage":
        return Fraction(now >= (target.at_least or 1))
    return Fraction(now)


def _start(result: Result | GroupResult) -> Fraction:
    assert result.line is not None
    return Fraction(*result.line.points[0][1])


def _worlds(seed: int) -> tuple[Scorecard, Evidence]:
    rng = Random(seed)
    plan = random_plan(PLAN, rng)
    submission = submission_of(plan, random_world(plan, rng, merging=rng.random() < 0.7))
    card = evaluate(plan, submission, Scoring(rng.choice(range(2021, 2027)), by_district=rng.random() < 0.5))
    return card, Evidence.of(card, submission)


@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_the_cells_of_a_unit_give_its_value_and_the_start_of_its_line(seed: int) -> None:
    """Who took others over stands with all cells behind the start, and with no other."""
    card, evidence = _worlds(seed)
    for unit in card.units:
        for result in unit.results:
            inputs = evidence.inputs(unit, result)
            if result.value is not None and result.target.kind not in ("growth_average", "growth_yearly"):
                assert _value(result.target, inputs, card.year) == Fraction(*result.value.exact)
            if result.line is not None and result.target.kind != "growth_yearly":
                assert _value(result.target, inputs, result.target.base_year) == _start(result)


@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_the_cells_of_a_group_give_its_value_and_the_start_of_its_line(seed: int) -> None:
    """What the units add comes to the value, and what those of the base year add to the line's beginning."""
    card, evidence = _worlds(seed)
    for group in card.groups:
        if group.origin == "reported" or group.value is None:
            continue
        shares = evidence.shares(group)
        assert (len(shares), sum(share.entered for share in shares)) == (group.members, group.reporting)
        if group.target.kind != "growth_average":
            assert _together(group.target, shares, card.year) == Fraction(*group.value.exact)
        if group.line is not None:
            start = evidence.shares_at_start(group)
            assert _together(group.target, start, group.target.base_year) == _start(group)


def _together(target: Target, shares: Sequence[Share], year: int) -> Fraction:
    """Return what the cells of units add up to as a group: of a coverage the units with the practice."""
    entered = [share for share in shares if share.entered]
    if target.kind == "coverage":
        return Fraction(sum(_value(target, share.inputs, year) for share in entered), len(shares))
    return _value(target, [used for share in entered for used in share.inputs], year)


def test_a_yearly_growth_without_a_base_shows_the_blanks_of_the_year_before() -> None:
    """The growth of each year starts from the year before it, whose cells are to be filled in."""
    measures = ("additions_book_copies", "additions_serial_titles")
    found = _inputs("library-additions-growth", {2024: dict.fromkeys(measures, 5)})
    assert [one[:3] for one in found] == [
        *((measure, 2023, None) for measure in measures),
        *((measure, 2024, 5) for measure in measures),
    ]


def test_the_cells_of_units_taken_over_name_them() -> None:
    """The base year of a library that took another over has both cells: its own without a name."""
    rows = {(2020, "year"): Row("province", None, None, {"library_visits": 100})}
    later = {(2024, "year"): Row("province", None, None, {"library_visits": 400})}
    units = [Unit("library", "A", rows | later), Unit("library", "B", dict(rows))]
    register = [
        Expected("library", "A", "province", None, None),
        Expected("library", "B", "province", None, None, None, 2022, "A"),
    ]
    submission = submission_of(PLAN, World(units, register=register))
    card = evaluate(PLAN, submission, Scoring(2024))
    evidence, unit = Evidence.of(card, submission), card.units[0]
    result = next(one for one in unit.results if one.target.id == "library-visits-growth")
    assert [(i.year, i.period, i.unit, i.value) for i in evidence.inputs(unit, result)] == [
        (2020, "year", None, 100),
        (2020, "year", "B", 100),
        (2024, "year", None, 400),
    ]
    group = next(one for one in card.groups if one.target.id == "library-visits-growth")
    assert [share.unit.identity.code for share in evidence.shares(group)] == ["A"]


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        (
            {"library_visits_students": 1, "book_day": 0},
            {"library-student-outreach": True, "book-day": False},
        ),
        (
            {"library_visits_students": 0, "book_day": 1},
            {"library-student-outreach": False, "book-day": True},
        ),
        ({"library_visits_students": ERROR}, {"library-student-outreach": None, "book-day": None}),
    ],
)
def test_a_commitment_is_kept_not_kept_or_not_said(
    figures: dict[str, Figure], kept: dict[str, bool | None]
) -> None:
    """A yes, or a figure from the least on, keeps it; a blank or a cell in error says nothing. Each names its
    cell, and those of another level or kind are not asked for."""
    units = [
        Unit("library", code, {(2024, "year"): Row("commune", None, "A", values)})
        for code, values in (("00", {}), ("01", figures))
    ]
    submission = submission_of(PLAN, World(units, register=[
        Expected("library", code, "commune", None, "A") for code in ("00", "01", "02")
    ]))  # fmt: skip
    card = evaluate(PLAN, submission, Scoring(2024))
    evidence = Evidence.of(card, submission)
    first, unit, silent = (evidence.commitments(one) for one in card.units)
    asked = [one.id for one in PLAN.commitments if "library" in one.kinds and "commune" in one.levels]
    assert [one.commitment.id for one in unit] == asked
    assert {one.commitment.id: one.done for one in unit if one.commitment.id in kept} == kept
    assert {one.done for one in unit if one.commitment.id not in kept} == {None}
    assert {one.place.cell[-1] for one in unit if one.place} == {"3"}
    assert {one.place.cell[-1] for one in first if one.place} == {"2"}
    assert [(one.commitment.id, one.done, one.place) for one in silent] == [
        (id_, None, None) for id_ in asked
    ]
    nobody = evaluate(PLAN, submission_of(PLAN, World([], register=[
        Expected("library", "02", "commune", None, "A")
    ])), Scoring(2024))  # fmt: skip
    alone = Evidence.of(nobody, submission_of(PLAN, World([])))
    assert {one.done for one in alone.commitments(nobody.units[0])} == {None}

"""What a scorecard holds beside verdicts: scopes without a unit, units that ended, published figures
with their places, whose cells a group rests on and in which order.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from oracle import Expected, Figure, Published, Row, Unit, World
from worlds import submission_of

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Evidence, Scoring, evaluate

if TYPE_CHECKING:
    from lifelong_learning.model.submission import Identity

PLAN = load_plan("ha-giang-2030")
READERS = "library-population-reached"
INTERNET = "library-free-internet"


def _library(code: str, level: str | None, *years: int, district: str | None = None) -> Unit:
    figures: dict[str, Figure] = {
        "active_users": 5,
        "population_to_be_served": 100,
        "free_internet_access": 1,
    }
    rows = {(year, "year"): Row(level, district, "A", dict(figures)) for year in years}
    return Unit("library", code, rows)


def _known(code: str, level: str, first: int | None = None, last: int | None = None) -> Expected:
    return Expected("library", code, level, None, "A", first, last)


def _only_two(kind: str, unit: Identity) -> bool:
    return unit.code == "02"


def test_scopes_in_which_the_register_has_no_unit_are_named() -> None:
    """A register of one library of the province: each scope of another level or kind is vacant; a unit that
    ended before the year fills none. Without a register, or narrowed to units or kinds, nothing is named."""
    register = [_known("01", "province"), _known("02", "district", None, 2022)]
    world = World([_library("01", "province", 2024)], register=register)
    submission = submission_of(PLAN, world)
    vacant = {(one.target.id, one.scope.level) for one in evaluate(PLAN, submission, Scoring(2024)).vacant}
    assert (INTERNET, "district") in vacant
    assert (INTERNET, "commune") in vacant
    assert {level for target, level in vacant if target == READERS} <= {"district", "commune"}
    wanted = {
        (target.id, scoped.scope.level)
        for target in PLAN.targets
        for scoped in target.scopes
        if "library" not in target.kinds or not scoped.scope.holds("province", "A")
    }
    assert vacant == wanted
    earlier = {(one.target.id, one.scope.level) for one in evaluate(PLAN, submission, Scoring(2022)).vacant}
    assert (INTERNET, "district") not in earlier
    assert (INTERNET, "commune") in earlier
    assert evaluate(PLAN, submission, Scoring(2024, wanted=_only_two)).vacant == ()
    assert evaluate(PLAN, submission, Scoring(2024, wanted_kinds=frozenset({"library"}))).vacant == ()
    alone = submission_of(PLAN, World([_library("01", "province", 2024)]))
    assert evaluate(PLAN, alone, Scoring(2024)).vacant == ()


def test_units_that_ended_follow_by_code_without_results() -> None:
    """Two libraries that ended are no units of the year; they stand by code, each at its own place."""
    units = [
        _library("03", "district", 2020),
        _library("02", "district", 2020),
        _library("01", "province", 2024),
    ]
    register = [
        _known("03", "district", None, 2021),
        _known("02", "district", None, 2021),
        _known("01", "province"),
    ]
    card = evaluate(PLAN, submission_of(PLAN, World(units, register=register)), Scoring(2024))
    assert [unit.identity.code for unit in card.units] == ["01"]
    assert [
        (one.kind, one.identity.code, one.results, one.score, one.completeness) for one in card.former
    ] == [
        ("library", "02", (), None, None),
        ("library", "03", (), None, None),
    ]
    panel = submission_of(PLAN, World(units, register=register)).panels["library"]
    assert [panel.codes[one.position] for one in (*card.former, *card.units)] == ["02", "03", "01"]
    assert card.members[2020] == {("library", "01"), ("library", "02"), ("library", "03")}
    assert card.members[2024] == {("library", "01")}


def test_a_published_figure_keeps_its_place() -> None:
    """The result of a published figure names its cell; a figure that is not wanted has no result."""
    figures = [
        Published(READERS, "province", None, None, 2024, "year", Fraction(6, 100)),
        Published(READERS, "district", None, None, 2024, "year", Fraction(7, 100)),
    ]
    submission = submission_of(PLAN, World([], figures))
    found = [
        group for group in evaluate(PLAN, submission, Scoring(2024)).groups if group.origin == "reported"
    ]
    assert [(one.scope.level, one.place.cell if one.place else None) for one in found] == [
        ("province", "A2"),
        ("district", "A3"),
    ]
    kept = Scoring(2024, wanted_figure=lambda figure: figure.level == "district")
    assert [
        (one.scope.level, one.value.exact) for one in evaluate(PLAN, submission, kept).groups if one.value
    ] == [("district", (7, 100))]


def test_evidence_lists_units_by_level_then_by_code() -> None:
    """The province before its districts; a level that the plan does not have comes last, former units stand
    among the others."""
    units = [
        _library("09", "province", 2020, 2024),
        _library("05", "district", 2020, 2024, district="X"),
        _library("04", "district", 2020, district="X"),
        _library("01", None, 2020, 2024),
    ]
    register = [_known("09", "province"), _known("05", "district"), _known("04", "district", None, 2021),
                Expected("library", "01", None, None, "A")]  # fmt: skip
    submission = submission_of(PLAN, World(units, register=register))
    card = evaluate(PLAN, submission, Scoring(2024))
    evidence = Evidence.of(card, submission)
    assert [unit.identity.code for unit in evidence.everyone] == ["09", "04", "05", "01"]
    district = next(
        group for group in card.groups if group.target.id == INTERNET and group.scope.level == "district"
    )
    assert [share.unit.identity.code for share in evidence.shares(district)] == ["05"]
    assert [[used.year for used in share.inputs] for share in evidence.shares(district)] == [[2024]]


@pytest.mark.parametrize("code", ["01", "02"])
def test_a_unit_that_the_register_alone_knows_has_a_score_of_nothing(code: str) -> None:
    """It is listed with its level and every result without data; nothing of it is nil."""
    register = [_known("01", "province"), _known("02", "province")]
    submission = submission_of(PLAN, World([], register=register))
    card = evaluate(PLAN, submission, Scoring(2024))
    unit = next(one for one in card.units if one.identity.code == code)
    assert (unit.score, unit.identity.level) == (None, "province")
    assert {result.status.value for result in unit.results} == {"no_data"}


def test_after_districts_have_ended_only_the_rows_own_district_stands() -> None:
    """A commune of 2026 is in no district because its row of 2024 named one; what its row of the year names
    is kept."""
    rows: dict[str, dict[int, str | None]] = {
        "A": {2024: "X", 2026: None},
        "B": {2024: "X", 2026: "Y"},
        "C": {2024: "X"},
    }
    units = [
        Unit(
            "library",
            code,
            {
                (year, "year"): Row("commune", district, "A", {"free_internet_access": 1})
                for year, district in years.items()
            },
        )
        for code, years in rows.items()
    ]
    submission = submission_of(PLAN, World(units))
    found = {
        year: {
            unit.identity.code: unit.identity.district
            for unit in evaluate(PLAN, submission, Scoring(year)).units
        }
        for year in (2024, 2026)
    }
    assert found == {2024: {"A": "X", "B": "X", "C": "X"}, 2026: {"A": None, "B": "Y", "C": None}}

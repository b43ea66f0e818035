"""Which value, status and reason each kind of target gives for units and groups."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest


def brief(result: Any) -> Any:
    """Return status and reason."""
    return (result["status"], result["reason"])


# --- growth ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "base", "now", "status"),
    [
        (2022, 100, 121, "met"),
        (2022, 100, 120, "not_met"),
        (2025, 1_000_000, 1_610_510, "met"),
        (2025, 1_000_000, 1_610_509, "not_met"),
        (2022, 10_000, 13_225, "met"),
        (2022, 10_000, 13_226, "exceeded"),
        (2021, 100, 115, "met"),
        (2021, 100, 116, "exceeded"),
    ],
)
def test_average_growth_is_exact_at_its_thresholds(
    bench: Any, library: Any, year: Any, base: Any, now: Any, status: Any
) -> None:
    """Growth compares exactly; the upper figure of a band is still met."""
    ran = bench.evaluate(
        bench.libraries(library(year=2020, library_visits=base), library(year=year, library_visits=now))
    )
    for result in (ran.result("024.01", "library-visits-growth"), ran.group("library-visits-growth")):
        assert brief(result) == (status, None)
        assert (result["threshold"], result["upper"], result["base_year"]) == (0.1, 0.15, 2020)
        assert result["value"] == pytest.approx((now / base) ** (1 / (year - 2020)) - 1, abs=1e-12)


def test_a_single_threshold_is_exceeded_above_it(bench: Any, museum: Any) -> None:
    """Above a single threshold is exceeded, at it is met."""
    rows = [museum(year=2020, museum_visits_domestic=100), museum(year=2021, museum_visits_domestic=110)]
    ran = bench.evaluate(bench.book({"Museums": rows}))
    assert brief(ran.result("BT", "museum-visits-growth")) == ("met", None)
    rows[1]["museum_visits_domestic"] = 111
    ran = bench.evaluate(bench.book({"Museums": rows}))
    result = ran.result("BT", "museum-visits-growth")
    assert (result["status"], result["upper"]) == ("exceeded", None)
    assert (result["value"], result["attainment"], result["excess"]) == pytest.approx((0.11, 1.1, 0.1))


def test_a_later_year_takes_the_place_of_a_missing_base_year(bench: Any, library: Any) -> None:
    """Growth starts from the earliest later year that the unit has, named in the result."""
    ran = bench.evaluate(
        bench.libraries(
            library(year=2020, library_visits=None, staff_total=1),
            library(year=2022, library_visits=100),
            library(year=2023, library_visits=1),
            library(year=2024, library_visits=121),
        )
    )
    result = ran.result("024.01", "library-visits-growth")
    assert (result["base_year"], result["status"], result["value"]) == (2022, "met", 0.1)


def test_a_base_figure_taken_out_is_not_replaced(bench: Any, library: Any) -> None:
    """An error in the base year is not mended by a later year."""
    ran = bench.evaluate(
        bench.libraries(
            library(year=2020, library_visits="abc"),
            library(year=2022, library_visits=100),
            library(year=2024, library_visits=121),
        )
    )
    assert brief(ran.result("024.01", "library-visits-growth")) == ("not_assessable", "invalid_input")


def test_growth_without_an_earlier_figure(bench: Any, library: Any) -> None:
    """Nothing to compare with is its own reason, and so is a base of nought."""
    ran = bench.evaluate(
        bench.libraries(
            library("A", 2024, library_visits=121),
            library("B", 2020, library_visits=0),
            library("B", 2024, library_visits=1),
            library("C", 2023, library_visits=1),
            library("C", 2024, library_visits=None, staff_total=1),
        )
    )
    assert brief(ran.result("A", "library-visits-growth")) == ("not_assessable", "no_base_year")
    assert brief(ran.result("B", "library-visits-growth")) == ("not_assessable", "zero_base")
    assert brief(ran.result("C", "library-visits-growth")) == ("no_data", "library_visits")
    for unit in "ABC":
        result = ran.result(unit, "library-visits-growth")
        assert (result["value"], result["attainment"], result["excess"]) == (None, None, None)
        assert (result["threshold"], result["upper"]) == (0.1, 0.15)


def test_growth_in_the_base_year_itself(bench: Any, library: Any) -> None:
    """In the base year there is no earlier figure."""
    ran = bench.evaluate(bench.libraries(library(year=2020, library_visits=121)))
    assert brief(ran.result("024.01", "library-visits-growth")) == ("not_assessable", "no_base_year")


def test_growth_of_a_group_is_of_matched_units(bench: Any, library: Any) -> None:
    """The same units stand on both sides; the others are named; the verdict is provisional."""
    ran = bench.evaluate(
        bench.libraries(
            library("A", 2020, library_visits=100),
            library("A", 2022, library_visits=121),
            library("B", 2020, library_visits=900),
            library("C", 2022, library_visits=5000),
        )
    )
    group = ran.group("library-visits-growth")
    assert (group["value"], group["status"], group["base_year"]) == (0.1, "met", 2020)
    assert (group["members"], group["reporting"], group["left_out"]) == (3, 1, ["B", "C"])
    assert (group["provisional"], group["origin"]) == (True, "computed")
    assert brief(ran.result("B", "library-visits-growth")) == ("no_data", "library_visits")


def test_a_group_grows_from_the_earliest_year_that_any_unit_with_a_figure_has(
    bench: Any, library: Any
) -> None:
    """The group's starting year is the earliest that any of its units with a figure now has."""
    ran = bench.evaluate(
        bench.libraries(
            library("A", 2021, library_visits=100),
            library("A", 2023, library_visits=121),
            library("B", 2022, library_visits=50),
            library("B", 2023, library_visits=500),
            library("C", 2020, library_visits=50),
        )
    )
    group = ran.group("library-visits-growth")
    assert (group["value"], group["base_year"], group["left_out"]) == (0.1, 2021, ["B", "C"])


def test_growth_on_the_year_before_needs_both_measures(bench: Any, library: Any) -> None:
    """Additions are the sum of both measures and need both; the year before is the base."""
    now = {"additions_book_copies": 60, "additions_serial_titles": 50}
    ran = bench.evaluate(
        bench.libraries(
            library("A", 2022, additions_book_copies=1, additions_serial_titles=1),
            library("A", 2023, additions_book_copies=60, additions_serial_titles=40),
            library("A", 2024, **now),
            library("B", 2024, additions_book_copies=60, additions_serial_titles=None),
            library("C", 2022, additions_book_copies=60, additions_serial_titles=40),
            library("C", 2024, **now),
        )
    )
    result = ran.result("A", "library-additions-growth")
    assert (result["value"], result["status"], result["base_year"]) == (0.1, "met", 2023)
    assert brief(ran.result("B", "library-additions-growth")) == ("no_data", "additions_serial_titles")
    assert brief(ran.result("C", "library-additions-growth")) == ("not_assessable", "no_base_year")
    group = ran.group("library-additions-growth")
    assert (group["value"], group["left_out"], group["provisional"]) == (0.1, ["B", "C"], True)


def test_the_base_year_can_be_changed(bench: Any, library: Any) -> None:
    """`--base-year` moves the start of every growth."""
    book = bench.libraries(
        library(year=2020, library_visits=1),
        library(year=2022, library_visits=100),
        library(year=2024, library_visits=121),
    )
    ran = bench.evaluate(book, "--base-year", 2022)
    assert ran.doc["plan"]["base_year"] == 2022
    result = ran.result("024.01", "library-visits-growth")
    assert (result["value"], result["base_year"]) == (0.1, 2022)


# --- ratio -------------------------------------------------------------------------------------


def test_a_ratio_is_exact(bench: Any, museum: Any) -> None:
    """3 of 15 is exactly 20%; the group adds both sides over the units that have both."""
    rows = [
        museum("A", staff_total=15, staff_trained=3),
        museum("B", staff_total=4, staff_trained=None),
        museum("C", staff_total=0, staff_trained=0),
        museum("D", staff_total=15, staff_trained=2),
        museum("E", staff_total=4, staff_trained=1),
        museum("F", staff_total=100, staff_trained=26),
        museum("G", staff_total=None, staff_trained=2),
    ]
    ran = bench.evaluate(bench.book({"Museums": rows}))
    seen = {u["code"]: u["results"][-1] for u in ran.doc["units"]}
    assert {code: (r["target"], *brief(r), r["value"]) for code, r in seen.items()} == {
        "A": ("staff-training", "met", None, 0.2),
        "B": ("staff-training", "no_data", "staff_trained", None),
        "C": ("staff-training", "not_assessable", "zero_denominator", None),
        "D": ("staff-training", "not_met", None, 2 / 15),
        "E": ("staff-training", "met", None, 0.25),
        "F": ("staff-training", "exceeded", None, 0.26),
        "G": ("staff-training", "no_data", "staff_total", None),
    }
    group = ran.group("staff-training")
    assert group["value"] == pytest.approx(32 / 134)
    assert (group["members"], group["reporting"], group["left_out"]) == (7, 5, ["B", "G"])


def test_an_invalid_and_a_blank_cell_is_no_data(bench: Any, museum: Any) -> None:
    """Where a needed cell is blank and another was taken out, the blank one is the reason."""
    rows = [
        museum("A", staff_total="abc", staff_trained=None),
        museum("B", staff_total="abc", staff_trained=1),
    ]
    ran = bench.evaluate(bench.book({"Museums": rows}))
    assert brief(ran.result("A", "staff-training")) == ("no_data", "staff_trained")
    assert brief(ran.result("B", "staff-training")) == ("not_assessable", "invalid_input")
    group = ran.group("staff-training")
    assert (group["status"], group["reporting"], group["left_out"]) == ("no_data", 0, ["A", "B"])


# --- the straight line -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "base", "now", "status"),
    [
        (2025, 0, 50, "on_track"),
        (2025, 0, 49, "behind"),
        (2024, 50, 70, "on_track"),
        (2024, 50, 69, "behind"),
        (2025, 0, 100, "met"),
        (2025, 0, 150, "met"),
        (2025, 0, 151, "exceeded"),
        (2030, 0, 99, "not_met"),
        (2031, 0, 99, "not_met"),
        (2025, None, 99, "pending"),
        (2020, 99, None, "on_track"),
    ],
)
def test_below_and_not_yet_due(bench: Any, library: Any, year: Any, base: Any, now: Any, status: Any) -> None:
    """On the straight line from the base year to the threshold in 2030 is on track, below it behind."""
    rows = []
    if base is not None:
        rows.append(library(year=2020, active_users=base, population_to_be_served=1000))
    if now is not None:
        rows.append(library(year=year, active_users=now, population_to_be_served=1000))
    ran = bench.evaluate(bench.libraries(*rows))
    drawn = 2020 if status in {"on_track", "behind"} else None
    for result in (
        ran.result("024.01", "library-population-reached"),
        ran.group("library-population-reached", level="commune"),
    ):
        assert (result["status"], result["base_year"]) == (status, drawn)
        assert result["value"] == (now if now is not None else base) / 1000


def test_before_the_base_year_is_pending(bench: Any, library: Any) -> None:
    """A year before the base year has no line."""
    ran = bench.evaluate(bench.libraries(library(year=2019, active_users=1, population_to_be_served=1000)))
    assert ran.result("024.01", "library-population-reached")["status"] == "pending"


def test_a_later_year_does_not_start_the_line(bench: Any, library: Any) -> None:
    """The line starts in the base year itself, no other year takes its place."""
    ran = bench.evaluate(
        bench.libraries(
            library(year=2021, active_users=0, population_to_be_served=1000),
            library(year=2025, active_users=99, population_to_be_served=1000),
        )
    )
    assert ran.result("024.01", "library-population-reached")["status"] == "pending"


# --- coverage ----------------------------------------------------------------------------------


def houses(house: Any, yes: Any, no: Any = 0, silent: Any = 0, year: Any = 2030) -> Any:
    """Return so many houses with a plan, without one, and with a row but no answer."""
    answers = ["có"] * yes + ["không"] * no + [None] * silent
    return [house(f"N{i:02}", year, activity_plan=a, staff_total=1) for i, a in enumerate(answers)]


def plans(bench: Any, rows: Any) -> Any:
    """Return the group of the activity plans."""
    return bench.evaluate(bench.book({"Cultural houses": rows})).group("cultural-house-activity-plan")


@pytest.mark.parametrize(
    ("yes", "no", "silent", "status", "reason", "value"),
    [
        (11, 0, 0, "met", None, 1),
        (10, 0, 1, "not_assessable", "undetermined", 10 / 11),
        (9, 1, 1, "not_met", None, 9 / 11),
        (0, 0, 3, "no_data", "activity_plan", None),
        (0, 1, 10, "not_met", None, 0),
    ],
)
def test_coverage_at_a_hundred_percent(
    bench: Any, house: Any, yes: Any, no: Any, silent: Any, status: Any, reason: Any, value: Any
) -> None:
    """A group's coverage stands only where no missing report could change it."""
    group = plans(bench, houses(house, yes, no, silent))
    assert (*brief(group), group["value"]) == (status, reason, value)
    assert group["attainment"] == value
    assert (group["members"], group["reporting"]) == (yes + no + silent, yes + no)
    assert group["left_out"] == [f"N{i:02}" for i in range(yes + no, yes + no + silent)]
    assert group["provisional"] is False


def test_a_unit_without_a_row_stays_in_the_denominator(bench: Any, house: Any) -> None:
    """A unit that was seen in another year and has no row now is listed with no data."""
    rows = [*houses(house, 10), house("N99", 2025, activity_plan="có", staff_total=1)]
    ran = bench.evaluate(bench.book({"Cultural houses": rows}))
    group = ran.group("cultural-house-activity-plan")
    assert (group["members"], group["reporting"], group["left_out"]) == (11, 10, ["N99"])
    assert brief(group) == ("not_assessable", "undetermined")
    assert brief(ran.result("N99", "cultural-house-activity-plan")) == ("no_data", "activity_plan")


@pytest.mark.parametrize(
    ("yes", "no", "silent", "status", "reason"),
    [
        (5, 5, 0, "met", None),
        (6, 4, 0, "exceeded", None),
        (5, 0, 5, "met", None),
        (4, 4, 2, "not_assessable", "undetermined"),
        (4, 6, 0, "not_met", None),
        (6, 0, 4, "exceeded", None),
        (3, 6, 1, "not_met", None),
    ],
)
def test_coverage_at_fifty_percent(
    bench: Any, library: Any, yes: Any, no: Any, silent: Any, status: Any, reason: Any
) -> None:
    """Met and exceeded at both ends is met; met and not met is undetermined."""
    answers = ["x"] * yes + ["no"] * no + [None] * silent
    rows = [library(f"{i:02}", 2030, free_internet_access=a, staff_total=1) for i, a in enumerate(answers)]
    ran = bench.evaluate(bench.libraries(*rows))
    assert brief(ran.group("library-free-internet", level="commune")) == (status, reason)


def test_a_units_coverage(bench: Any, library: Any) -> None:
    """A unit's yes is met and never exceeded; its no is not required below 100%, else below."""
    rows = [
        library("C1", 2030, free_internet_access="yes"),
        library("C2", 2030, free_internet_access="no"),
        library("D1", 2030, level="district", free_internet_access="yes"),
        library("D2", 2030, level="district", free_internet_access="no"),
        library("D3", 2020, level="district", free_internet_access="no"),
    ]
    ran = bench.evaluate(bench.libraries(*rows))

    def seen(code: Any) -> Any:
        r = ran.result(code, "library-free-internet")
        return (r["value"], r["threshold"], r["upper"], r["status"], r["attainment"], r["excess"])

    assert seen("C1") == (True, 1, None, "met", 1, 0)
    assert seen("C2") == (None, 1, None, "not_required", None, None)
    assert seen("D1") == (True, 1, None, "met", 1, 0)
    assert seen("D2") == (False, 1, None, "not_met", 0, -1)
    assert ran.unit("C2")["completeness"] == 0
    assert ran.unit("C1")["score"] == 100
    assert ran.unit("D2")["score"] == 0


def test_a_units_coverage_on_the_line(bench: Any, library: Any) -> None:
    """A unit's no at 100% that is not yet due is measured on the line from its base year."""
    rows = [library("D2", y, level="district", free_internet_access="no") for y in (2020, 2025)]
    ran = bench.evaluate(
        bench.libraries(*rows, library("D1", 2025, level="district", free_internet_access="no"))
    )
    assert brief(ran.result("D2", "library-free-internet")) == ("behind", None)
    assert brief(ran.result("D1", "library-free-internet")) == ("pending", None)


@pytest.mark.parametrize(("lessons", "value"), [(0, False), (1, True), (7, True), ("-", False)])
def test_coverage_of_a_count_is_one_or_more(bench: Any, library: Any, lessons: Any, value: Any) -> None:
    """A count of one or more is the practice."""
    ran = bench.evaluate(bench.libraries(library(level="district", user_training_lessons=lessons)))
    assert ran.result("024.01", "library-user-training")["value"] is value


def test_a_groups_coverage_in_the_base_year(bench: Any, house: Any) -> None:
    """The base-year coverage is yes by all units in the group, and exists where one reported then."""
    rows = [
        house("A", 2020, activity_plan="no"),
        house("B", 2020, activity_plan=None, staff_total=1),
        house("A", 2025, activity_plan="yes"),
        house("B", 2025, activity_plan="no"),
    ]
    assert brief(plans(bench, rows)) == ("on_track", None)
    rows[0]["activity_plan"] = None
    assert brief(plans(bench, rows)) == ("pending", None)


# --- count -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "status"), [(2, "not_met"), (3, "met"), (5, "met"), (6, "exceeded")])
def test_a_count(bench: Any, museum: Any, count: Any, status: Any) -> None:
    """A count is judged against its band; a group of exactly one unit has it too."""
    ran = bench.evaluate(bench.book({"Museums": [museum(temporary_exhibitions=count)]}))
    for result in (ran.result("BT", "museum-exhibitions"), ran.group("museum-exhibitions", level="province")):
        assert (result["status"], result["value"], result["threshold"], result["upper"]) == (
            status,
            count,
            3,
            5,
        )
        assert isinstance(result["value"], int)


def test_a_count_of_two_units_is_no_groups(bench: Any, museum: Any) -> None:
    """Two units have no count in common."""
    rows = [museum("A", temporary_exhibitions=3), museum("B", temporary_exhibitions=3)]
    ran = bench.evaluate(bench.book({"Museums": rows}))
    assert [
        g for g in ran.doc["groups"] if g["target"] == "museum-exhibitions" and g["value"] is not None
    ] == []


def test_a_count_concerns_its_scope_alone(bench: Any, museum: Any) -> None:
    """A museum of a district has no result for the provincial museum's target."""
    ran = bench.evaluate(
        bench.book({"Museums": [museum(level="district", district="Đồng Văn", temporary_exhibitions=4)]})
    )
    assert [r["target"] for r in ran.unit("BT")["results"]] == ["museum-visits-growth", "staff-training"]
    assert [g["target"] for g in ran.doc["groups"]] == ["museum-visits-growth", "staff-training"]


# --- half-years --------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "status"), [(6, "met"), (3, "met"), (2, "on_track"), (1, "behind")])
def test_a_flow_target_at_half_year(bench: Any, museum: Any, count: Any, status: Any) -> None:
    """Once reached it is met and never exceeded; at half of it on track; else behind."""
    ran = bench.evaluate(
        bench.book({"Museums": [museum(period="h1", temporary_exhibitions=count)]}), "--period", "h1"
    )
    assert ran.doc["period"] == "h1"
    assert ran.result("BT", "museum-exhibitions")["status"] == status


def test_growth_at_half_year_compares_half_years(bench: Any, library: Any) -> None:
    """Half-years are compared with half-years."""
    ran = bench.evaluate(
        bench.libraries(
            library(year=2020, period="h1", library_visits=100),
            library(year=2020, library_visits=900),
            library(year=2022, period="h1", library_visits=121),
            library(year=2022, library_visits=1000),
        ),
        "--period",
        "h1",
    )
    assert ran.result("024.01", "library-visits-growth")["value"] == 0.1


def test_stock_targets_at_half_year_are_as_in_a_year(bench: Any, library: Any, house: Any) -> None:
    """A coverage of a stock is judged as in a year."""
    rows = [
        house("A", 2024, period="h1", activity_plan="no"),
        house("A", 2020, period="h1", activity_plan="no"),
    ]
    ran = bench.evaluate(bench.book({"Cultural houses": rows}), "--period", "h1")
    assert brief(ran.group("cultural-house-activity-plan")) == ("behind", None)


def test_halves_are_never_added_up(bench: Any, library: Any) -> None:
    """A half-year says nothing of the year."""
    ran = bench.evaluate(
        bench.libraries(library("A", period="h1", library_visits=5), library("B", library_visits=5))
    )
    assert brief(ran.result("A", "library-visits-growth")) == ("no_data", "library_visits")


# --- scores ------------------------------------------------------------------------------------


def test_score_and_completeness(bench: Any, museum: Any) -> None:
    """The score is the mean of capped attainments over targets with a verdict; completeness counts them."""
    ran = bench.evaluate(
        bench.book(
            {
                "Museums": [
                    museum("A", temporary_exhibitions=6, staff_total=10, staff_trained=1),
                    museum("B", temporary_exhibitions=None, museum_visits_domestic=4),
                    museum("C", 2020, museum_visits_domestic=100),
                    museum("C", 2024, museum_visits_domestic=50),
                ]
            }
        )
    )
    assert ran.unit("A")["score"] == 75
    assert ran.unit("A")["completeness"] == pytest.approx(2 / 3)
    assert (ran.unit("B")["score"], ran.unit("B")["completeness"]) == (None, 0)
    assert ran.unit("C")["score"] == 0
    assert ran.result("C", "museum-visits-growth")["attainment"] < 0


def test_totals_count_every_status(bench: Any, museum: Any) -> None:
    """Totals name every status, those without a result included."""
    ran = bench.evaluate(bench.book({"Museums": [museum(temporary_exhibitions=6)]}))
    assert ran.doc["totals"] == {
        "exceeded": 1,
        "met": 0,
        "not_met": 0,
        "on_track": 0,
        "behind": 0,
        "pending": 0,
        "no_data": 2,
        "not_assessable": 0,
        "not_required": 0,
        "no_target": 0,
    }


# --- groups and the register -------------------------------------------------------------------

REGISTER = """kind,unit_code,unit_name,level,district,area,valid_from,valid_to,successor
cultural_house,A,NVH A,commune,Đồng Văn,rural,,,
cultural_house,B,NVH B,commune,Đồng Văn,rural,2022,,
cultural_house,C,NVH C,commune,Mèo Vạc,rural,2015,2024,
"""


def test_the_register_says_who_is_expected(bench: Any, house: Any) -> None:
    """Expected units are the members; an unknown one is scored alone; who was silent is named."""
    (bench.folder / "units.csv").write_text(REGISTER, encoding="utf-8")
    bench.book(
        {"Cultural houses": [house("A", 2024, activity_plan="yes"), house("X", 2024, activity_plan="no")]}
    )
    ran = bench.evaluate("form.xlsx", "--units", "units.csv")
    group = ran.group("cultural-house-activity-plan")
    assert (group["members"], group["reporting"], group["left_out"]) == (3, 1, ["B", "C"])
    assert ran.result("X", "cultural-house-activity-plan")["value"] is False
    assert [u["code"] for u in ran.doc["units"]] == ["A", "B", "C", "X"]
    found = bench.check("form.xlsx", "--units", "units.csv")
    assert {
        (f["code"], f["severity"], f["unit"]) for f in found.doc["findings"] if f["code"].startswith("RG")
    } == {
        ("RG501", "error", "X"),
        ("RG503", "info", "B"),
        ("RG503", "info", "C"),
    }


def test_the_registers_years(bench: Any, house: Any) -> None:
    """A unit is expected from its first to its last year, both included."""
    (bench.folder / "units.csv").write_text(REGISTER, encoding="utf-8")
    rows = [house("A", y, activity_plan="yes") for y in (2021, 2024, 2025)]
    bench.book({"Cultural houses": rows})
    members = [
        bench.evaluate("form.xlsx", "--units", "units.csv", "--year", y).group(
            "cultural-house-activity-plan"
        )["members"]
        for y in (2021, 2024, 2025)
    ]
    assert members == [2, 3, 2]


def test_a_code_as_a_number_is_matched_with_the_registers_zeros(bench: Any, house: Any) -> None:
    """24 in the form is 024 in the register."""
    (bench.folder / "units.csv").write_text(REGISTER.replace(",A,", ",024,"), encoding="utf-8")
    bench.book({"Cultural houses": [house(24, 2024, activity_plan="yes")]})
    ran = bench.evaluate("form.xlsx", "--units", "units.csv")
    assert [u["code"] for u in ran.doc["units"]] == ["024", "B", "C"]
    found = bench.check("form.xlsx", "--units", "units.csv")
    assert "RG501" not in {f["code"] for f in found.doc["findings"]}
    assert ("CE214", "warning", "A2") in found.brief


def test_districts_as_groups(bench: Any, house: Any) -> None:
    """Each district is a group after the whole."""
    rows = [house("A", activity_plan="yes"), house("B", district="Mèo Vạc", activity_plan="no")]
    ran = bench.evaluate(bench.book({"Cultural houses": rows}), "--by", "district")
    seen = [(g["target"], g["district"], g["value"]) for g in ran.doc["groups"] if "activity" in g["target"]]
    assert seen == [
        ("cultural-house-activity-plan", None, 0.5),
        ("cultural-house-activity-plan", "Mèo Vạc", 0),
        ("cultural-house-activity-plan", "Đồng Văn", 1),
    ]


def test_identity_is_that_of_the_evaluated_years_row_else_of_the_nearest(bench: Any, library: Any) -> None:
    """Level is that of the year's row, else of the latest earlier one, else of the next later one."""
    rows = [
        library("A", 2022, level="district", library_visits=1),
        library("A", 2023, level="commune", library_visits=1),
        library("A", 2025, level="province", library_visits=1),
        library("B", 2024, library_visits=1),
    ]
    book = bench.libraries(*rows)
    levels = {y: bench.evaluate(book, "--year", y).unit("A")["level"] for y in (2020, 2022, 2024, 2025, 2026)}
    assert levels == {2020: "district", 2022: "district", 2024: "commune", 2025: "province", 2026: "province"}


def test_an_unread_level_is_taken_from_another_year(bench: Any, library: Any) -> None:
    """Where the evaluated row's level cannot be read, another year's stands in; the fault is named."""
    rows = [
        library("A", 2023, level="district", library_visits=1),
        library("A", 2024, level=None, library_visits=1),
    ]
    book = bench.libraries(*rows)
    assert bench.evaluate(book).unit("A")["level"] == "district"
    assert bench.check(book).faults == [("CE201", "error", "C3")]


# --- the plans' figures ------------------------------------------------------------------------

LEVELS = ("province", "district", "commune")
PLAN = {
    "library-free-internet": [({"level": v}, t, None) for v, t in zip(LEVELS, (1, 1, 0.5), strict=True)],
    "library-user-training": [({"level": v}, t, None) for v, t in zip(LEVELS, (1, 1, 0.5), strict=True)],
    "library-talks": [({"level": v}, t, None) for v, t in zip(LEVELS, (1, 1, 0.5), strict=True)],
    "library-workforce-classes": [
        ({"level": v}, t, None) for v, t in zip(LEVELS, (1, 0.7, 0.5), strict=True)
    ],
    "library-visits-growth": [({}, 0.1, 0.15)],
    "library-population-reached": [({"level": v}, 0.1, 0.15) for v in LEVELS],
    "library-additions-growth": [({}, 0.1, None)],
    "museum-visits-growth": [({}, 0.1, None)],
    "museum-exhibitions": [({"level": "province"}, 3, 5)],
    "cultural-house-activity-plan": [({}, 1, None)],
    "cultural-house-participation": [
        ({"level": v, "area": a}, t, None) for v in LEVELS for a, t in (("urban", 0.6), ("rural", 0.4))
    ],
    "staff-training": [({}, 0.2, 0.25)],
}
EARLIER = {
    "museum-visits-growth": [({}, 0.1, None)],
    "heritage-education": [({}, 1, None)],
    "heritage-day": [({}, 0.6, None)],
    "library-free-internet": [({"level": v}, t, None) for v, t in zip(LEVELS, (1, 0.8, 0.5), strict=True)],
    "library-visits-assigned": [({}, 1, None)],
    "cultural-house-participation": [({"area": "rural"}, 0.4, None)],
}
CLAUSES = {
    "library-free-internet": "B.II.2.1¶3",
    "library-user-training": "B.II.2.1¶3",
    "library-talks": "B.II.2.1¶3",
    "library-workforce-classes": "B.II.2.1¶4",
    "library-visits-growth": "B.II.2.1¶5",
    "library-population-reached": "B.II.2.1¶5",
    "library-additions-growth": "B.II.2.1¶6",
    "museum-visits-growth": "B.II.2.2¶1",
    "museum-exhibitions": "B.II.2.2¶5",
    "cultural-house-activity-plan": "B.II.2.3¶1",
    "cultural-house-participation": "B.II.2.3¶2",
    "staff-training": "B.III.2.1",
}
COMMITMENTS = {
    "provincial-library-renovated": "B.II.2.1¶1",
    "digital-library": "B.II.2.1¶2",
    "library-student-outreach": "B.II.2.1¶7",
    "business-reading-room": "B.II.2.1¶8",
    "storytelling-contest": "B.II.2.1¶9",
    "book-day": "B.II.2.1¶10",
    "spring-press-festival": "B.II.2.1¶11",
    "library-promotion": "B.II.2.1¶12",
    "heritage-education": "B.II.2.2¶2",
    "museum-day": "B.II.2.2¶3",
    "heritage-day": "B.II.2.2¶3",
    "heritage-promotion": "B.II.2.2¶4",
    "touring-exhibitions": "B.II.2.2¶5",
    "collection-building": "B.II.2.2¶6",
    "private-museum-support": "B.II.2.2¶7",
    "folk-arts-festival": "B.II.2.3¶3",
    "folk-arts-transmission": "B.II.2.3¶4",
    "school-arts": "B.II.2.3¶5",
    "hobby-clubs": "B.II.2.3¶6",
}


def shown(target: Any) -> Any:
    """Return the scopes of a shown target with their one threshold."""
    return [
        (s["scope"], s["thresholds"][0]["threshold"], s["thresholds"][0]["upper"]) for s in target["scopes"]
    ]


def test_every_figure_of_the_plan_to_2030(bench: Any) -> None:
    """Targets, scopes, thresholds, clauses, due dates and their order are the plan's."""
    doc = bench.run("targets", "list", "--format", "json").doc
    assert (doc["plan"]["base_year"], doc["plan"]["target_year"]) == (2020, 2030)
    assert [t["id"] for t in doc["targets"]] == list(PLAN)
    assert {t["id"]: shown(t) for t in doc["targets"]} == PLAN
    assert {t["id"]: t["clause"] for t in doc["targets"]} == CLAUSES
    assert {t["id"] for t in doc["targets"] if t["due"] == "target_year"} == {
        "library-free-internet",
        "library-user-training",
        "library-talks",
        "library-workforce-classes",
        "library-population-reached",
        "cultural-house-activity-plan",
        "cultural-house-participation",
    }
    assert {c["id"]: c["clause"] for c in doc["commitments"]} == COMMITMENTS


def test_every_figure_of_the_plan_to_2020(bench: Any) -> None:
    """The earlier plan's thresholds and years are those that Part A reports against."""
    doc = bench.run("targets", "list", "--plan", "ha-giang-2020", "--format", "json").doc
    assert (doc["plan"]["base_year"], doc["plan"]["target_year"]) == (2015, 2020)
    assert {t["id"]: shown(t) for t in doc["targets"] if t["id"] != "library-visits-growth"} == EARLIER
    (watched,) = [t for t in doc["targets"] if t["id"] == "library-visits-growth"]
    assert watched["scopes"] == [{"scope": {}, "thresholds": []}]
    assert {t["due"] for t in doc["targets"]} == {"each_year"}


@pytest.mark.parametrize(
    ("year", "visits", "assigned", "floor"),
    [
        (2015, 231075, 199500, 1582),
        (2016, 293152, 198000, 4805),
        (2017, 273064, 198000, 3791),
        (2018, 268254, 194000, 3827),
        (2019, 244572, 200000, 2228),
        (2020, 215029, 185000, 1623),
    ],
)
def test_visits_over_the_assigned_figure(
    bench: Any, library: Any, year: Any, visits: Any, assigned: Any, floor: Any
) -> None:
    """The plan's own percentages come out, floored; the growth is watched without a threshold."""
    row = library(
        "HG", year, level="province", district=None, library_visits=visits, library_visits_assigned=assigned
    )
    book = (
        bench.libraries(
            row,
            library(
                "HG",
                2015,
                level="province",
                district=None,
                library_visits=231075,
                library_visits_assigned=199500,
            ),
        )
        if year > 2015
        else bench.libraries(row)
    )
    ran = bench.evaluate(book, "--plan", "ha-giang-2020", "--year", year)
    result = ran.result("HG", "library-visits-assigned")
    assert result["status"] == "exceeded"
    assert int(Fraction(visits, assigned) * 10000 - 10000) == floor
    assert result["excess"] == pytest.approx(visits / assigned - 1)
    growth = ran.result("HG", "library-visits-growth")
    if year > 2015:
        assert (growth["status"], growth["attainment"], growth["threshold"]) == ("no_target", None, None)
        assert growth["value"] == pytest.approx((visits / 231075) ** (1 / (year - 2015)) - 1)
    text = bench.run(
        "trace",
        book,
        "--plan",
        "ha-giang-2020",
        "--year",
        year,
        "--unit",
        "HG",
        "--target",
        "library-visits-assigned",
    ).out.decode()
    assert f"{floor // 100}.{floor % 100:02}" in text


def test_no_target_counts_neither_in_score_nor_completeness(bench: Any, library: Any) -> None:
    """What is only watched leaves score and completeness alone."""
    rows = [
        library(
            "HG",
            y,
            level="province",
            district=None,
            library_visits=200,
            library_visits_assigned=100,
            free_internet_access="x",
        )
        for y in (2015, 2020)
    ]
    ran = bench.evaluate(bench.libraries(*rows), "--plan", "ha-giang-2020")
    assert (ran.unit("HG")["score"], ran.unit("HG")["completeness"]) == (100, 1)


@pytest.mark.parametrize(("now", "status"), [(120, "met"), (110, "met"), (105, "on_track"), (104, "behind")])
def test_growth_of_a_flow_at_half_year(bench: Any, library: Any, now: Any, status: Any) -> None:
    """Growth of a flow at half-year is met, on track at half of its threshold, or behind."""
    rows = [library(year=y, period="h1", library_visits=v) for y, v in ((2020, 100), (2021, now))]
    ran = bench.evaluate(bench.libraries(*rows), "--period", "h1")
    assert ran.result("024.01", "library-visits-growth")["status"] == status
    assert ran.group("library-visits-growth")["status"] == status


@pytest.mark.parametrize(
    ("level", "statuses"),
    [("district", ("met", "behind", "behind")), ("commune", ("met", "not_required", "on_track"))],
)
def test_coverage_of_a_flow_at_half_year(bench: Any, library: Any, level: Any, statuses: Any) -> None:
    """One of four is half of 50% and below half of 100%."""
    rows = [library(f"U{i}", level=level, period="h1", events_talks=int(i == 0)) for i in range(4)]
    ran = bench.evaluate(bench.libraries(*rows), "--period", "h1")
    seen = [ran.result(code, "library-talks")["status"] for code in ("U0", "U1")]
    assert (*seen, ran.group("library-talks", level=level)["status"]) == statuses


def test_a_cell_taken_out_counts_as_not_reported_for_a_group(bench: Any, library: Any) -> None:
    """The unit's reason is its error; the group knows it as one that did not report."""
    rows = [
        library("A", level="district", free_internet_access="maybe"),
        library("B", level="district", free_internet_access="yes"),
    ]
    ran = bench.evaluate(bench.libraries(*rows))
    group = ran.group("library-free-internet", level="district")
    assert brief(group) == ("not_assessable", "undetermined")
    assert (group["value"], group["left_out"]) == (0.5, ["A"])
    assert brief(ran.result("A", "library-free-internet")) == ("not_assessable", "invalid_input")

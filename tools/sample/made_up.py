"""The figures of the synthetic sample: tables that people can read, filled in between by a hash.

A figure at both ends of a period comes from the tables; years between wobble by up to 3 %. The hash
of a figure's own name takes the place of a random number, so that no figure depends on another.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import yaml

from sample.columns import AREAS, LEVELS, NO, PERIODS, YES, column_of, commitments

if TYPE_CHECKING:
    from sample.xlsx import Value

HERE = Path(__file__).parent
FIRST, LAST = 2020, 2024
HALF_YEARS = (2023, 2024)
PROMISES_SINCE = 2023
FLOWS = (
    "library_visits", "library_visits_assigned", "library_visits_students", "active_users",
    "additions_book_copies", "additions_serial_titles", "user_training_lessons", "events_talks",
    "workforce_skills_classes", "cultural_house_participants", "staff_trained",
)  # fmt: skip
KEPT_PROMISES = {"province": 90, "district": 70, "commune": 40}


class Oddity(TypedDict, total=False):
    """One entry of exceptions.yaml."""

    kind: str
    code: str
    year: int
    set: dict[str, int | None]
    missing: bool
    note: str


@dataclass(slots=True)
class Row:
    """One row of the sample: whose it is, and its cells by column id."""

    kind: str
    code: str
    year: int
    period: str
    cells: dict[str, Value] = field(default_factory=dict)


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV table of this folder."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def rows() -> dict[str, list[Row]]:
    """Return all rows of the sample by kind, in the order of the sheets."""
    odd: list[Oddity] = yaml.safe_load((HERE / "exceptions.yaml").read_text(encoding="utf-8"))
    exceptions = {(o["kind"], o["code"], o["year"]): o for o in odd}
    made = {
        "library": _unit_rows("library", table("libraries.csv"), exceptions),
        "museum": _museum_rows(),
        "cultural_house": _unit_rows("cultural_house", table("cultural-houses.csv"), exceptions),
    }
    unused = exceptions.keys() - {(row.kind, row.code, row.year) for kind in made.values() for row in kind}
    left = [key for key in unused if not exceptions[key].get("missing")]
    if left:
        raise ValueError(f"exceptions for rows that do not exist: {sorted(left)}")
    return made


def part(per_mille: int, *name: object) -> int:
    """Return a number from 0 below `per_mille`, always the same for the same name."""
    digest = hashlib.sha256("/".join(map(str, name)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % per_mille


def _unit_rows(
    kind: str, units: list[dict[str, str]], exceptions: dict[tuple[str, str, int], Oddity]
) -> list[Row]:
    made: list[Row] = []
    for unit in units:
        for year in range(int(unit["first_year"] or FIRST), int(unit["last_year"] or LAST) + 1):
            exception = exceptions.get((kind, unit["code"], year), Oddity())
            if exception.get("missing"):
                continue
            row = Row(kind, unit["code"], year, "year", identity(unit, year, "year"))
            row.cells |= library(unit, year) if kind == "library" else cultural_house(unit, year)
            row.cells |= promises(kind, unit, year) | exception.get("set", {})
            row.cells["note"] = exception.get("note")
            if year in HALF_YEARS and unit["level"] != "commune":
                made.append(_half_year(row, unit))
            made.append(row)
    return made


def identity(unit: dict[str, str], year: int, period: str) -> dict[str, Value]:
    """Return the cells that say whose row it is."""
    return {
        "unit_code": unit["code"],
        "unit_name": unit["name"],
        "level": LEVELS[unit["level"]],
        "district": unit["district"] or None,
        "area": AREAS[unit["area"]] if unit.get("area") else None,
        "year": year,
        "period": PERIODS[period],
    }


def _grown(start: str, percent: str, unit: dict[str, str], year: int, name: str) -> int:
    years = year - FIRST
    exact = int(start) * (1 + Fraction(percent) / 100) ** years
    wobble = 0 if year in (FIRST, LAST) else part(61, unit["code"], year, name) - 30
    return round(exact * (1000 + wobble) / 1000)


def _reached(unit: dict[str, str], year: int, people: int) -> int:
    start, end = Fraction(unit["reach_2020"]), Fraction(unit["reach_2024"])
    share = start + (end - start) * (year - FIRST) / (LAST - FIRST)
    return round(people * share / 100)


def _people(unit: dict[str, str], year: int) -> int:
    return round(int(unit["population"]) * Fraction(1011, 1000) ** (year - FIRST))


def _times(unit: dict[str, str], year: int, since: str) -> int:
    if not unit[since] or year < int(unit[since]):
        return 0
    most = {"province": 6, "district": 4, "commune": 2}[unit["level"]]
    return 1 + part(most, unit["code"], year, since)


def _staff(unit: dict[str, str], year: int) -> dict[str, Value]:
    total = int(unit["staff"])
    percent = Fraction(unit["trained"]) * (100 if year == LAST else 60 + part(50, unit["code"], year)) / 100
    return {"staff_total": total, "staff_trained": min(total, round(total * percent / 100))}


def library(unit: dict[str, str], year: int) -> dict[str, Value]:
    """Return the figures of a library for a year."""
    visits = _grown(unit["visits_2020"], unit["growth"], unit, year, "visits")
    before = _grown(unit["visits_2020"], unit["growth"], unit, max(year - 1, FIRST), "visits")
    people = _people(unit, year)
    cells: dict[str, Value] = {
        "library_visits": visits,
        "library_visits_students": visits * (480 + part(140, unit["code"], year, "students")) // 1000,
        "active_users": _reached(unit, year, people),
        "population_to_be_served": people,
        "additions_book_copies": _grown(
            unit["additions_2020"], unit["additions_growth"], unit, year, "additions"
        ),
        "additions_serial_titles": int(unit["serials"]) + part(3, unit["code"], year, "serials"),
        "free_internet_access": YES if unit["internet"] and year >= int(unit["internet"]) else NO,
        "user_training_lessons": _times(unit, year, "lessons"),
        "events_talks": _times(unit, year, "talks"),
        "workforce_skills_classes": _times(unit, year, "classes"),
    }
    if unit["level"] != "commune":
        cells["library_visits_assigned"] = round(Fraction(before * 21, 20), -2).numerator
    return cells | _staff(unit, year)


def cultural_house(unit: dict[str, str], year: int) -> dict[str, Value]:
    """Return the figures of a cultural house for a year."""
    people = _people(unit, year)
    cells: dict[str, Value] = {
        "population_to_be_served": people,
        "cultural_house_participants": _reached(unit, year, people),
        "activity_plan": YES if unit["plan"] and year >= int(unit["plan"]) else NO,
    }
    return cells | _staff(unit, year)


def promises(kind: str, unit: dict[str, str], year: int) -> dict[str, Value]:
    """Return the answers about commitments for a year."""
    if year < PROMISES_SINCE:
        return {}
    kept = KEPT_PROMISES[unit["level"]] - 5 * (LAST - year)
    return {
        column_of(c): YES if part(100, kind, unit["code"], c["id"], year) < kept else NO
        for c in commitments(kind)
        if unit["level"] in c["levels"]
    }


def _half_year(whole: Row, unit: dict[str, str]) -> Row:
    """Return the first half of a year's row: flows are a part of the year's, stocks are the same."""
    row = Row(whole.kind, whole.code, whole.year, "h1", {**whole.cells, "note": None})
    row.cells["period"] = PERIODS["h1"]
    for name in FLOWS:
        value = whole.cells.get(name)
        if isinstance(value, int):
            row.cells[name] = value * (430 + part(90, unit["code"], whole.year, "h1")) // 1000
    for promise in commitments(whole.kind):
        if whole.cells.get(column_of(promise)) == YES and part(2, whole.code, promise["id"], whole.year):
            row.cells[column_of(promise)] = NO
    return row


def _museum_rows() -> list[Row]:
    made = []
    unit = {"code": "02", "name": "Bảo tàng tỉnh Hà Giang", "level": "province", "district": ""}
    for line in table("museum.csv"):
        year, period = int(line.pop("year")), line.pop("period")
        row = Row("museum", "02", year, period, identity(unit, year, period))
        row.cells |= promises("museum", unit, year)
        row.cells["note"] = line.pop("note") or None
        row.cells |= {name: int(value) if value.isdigit() else value or None for name, value in line.items()}
        made.append(row)
    return made

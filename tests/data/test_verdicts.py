"""What the program says of the data files: Part A's verdicts, a sound sample, every mistake at its cell."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
REAL = "data/ha-giang-2015-2020.xlsx"
SAMPLE = "data/ha-giang-2024.xlsx"
MISTAKES = "data/ha-giang-2024-mistakes.xlsx"
REGISTER = "data/register-ha-giang-2024.csv"
BEFORE = "data/ha-giang-2020-2024.xlsx"
AFTER = "data/ha-giang-2026.xlsx"
MERGERS = "data/register-ha-giang-2026.csv"
LIST = ROOT / "tools" / "sample" / "mistakes-2024.yaml"


class Found(TypedDict):
    """What is needed of a finding."""

    code: str
    severity: str
    sheet: str | None
    cell: str | None


class Judged(TypedDict):
    """What is needed of a unit's or a group's result."""

    target: str
    scope: dict[str, str]
    value: float | None
    status: str
    reason: str | None
    attainment: float | None
    excess: float | None
    provisional: bool


class Unit(TypedDict):
    """What is needed of a unit."""

    code: str
    results: list[Judged]


class Document(TypedDict):
    """What is needed of the documents of `check` and `evaluate`."""

    findings: list[Found]
    units: list[Unit]
    groups: list[Judged]


@cache
def llplan(*arguments: str) -> tuple[int, Document]:
    """Run the program from the repository's folder; return its exit code and its JSON."""
    command = [sys.executable, "-m", "lifelong_learning", *arguments, "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    document: Document = json.loads(done.stdout)
    return done.returncode, document


def grave(document: Document) -> list[tuple[str | None, str | None, str, str]]:
    """Return the findings above info as sheet, cell, code, severity."""
    return sorted(places(document, {"error", "warning"}), key=repr)


def places(document: Document, severities: set[str]) -> list[tuple[str | None, str | None, str, str]]:
    """Return the findings of some severities as sheet, cell, code, severity."""
    return [
        (f["sheet"], f["cell"], f["code"], f["severity"])
        for f in document["findings"]
        if f["severity"] in severities
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        (SAMPLE,),
        (SAMPLE, "--units", REGISTER),
        (SAMPLE, "--period", "h1"),
        (REAL, "--plan", "ha-giang-2020"),
        (BEFORE,),
        (BEFORE, "--units", MERGERS),
        (AFTER,),
        (AFTER, "--units", MERGERS),
        (BEFORE, AFTER, "--units", MERGERS),
    ],
    ids=" ".join,
)
def test_the_sound_workbooks_have_nothing_above_info(arguments: tuple[str, ...]) -> None:
    """The real figures and the sample give no error and no warning, with or without the register."""
    code, document = llplan("check", *arguments)
    assert grave(document) == []
    assert code == 0


def test_every_mistake_is_found_at_its_cell_and_nothing_else() -> None:
    """The errors and warnings are those of the list, each with its code at its cell."""
    code, document = llplan("check", MISTAKES)
    listed = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    wanted = [(m["sheet"], m["cell"], m["code"], m["severity"]) for m in listed]
    assert grave(document) == sorted((m for m in wanted if m[3] != "info"), key=repr)
    found = places(document, {"info"})
    assert [m for m in wanted if m[3] == "info" and m not in found] == []
    assert code == 1


def test_part_a_comes_out_as_the_plan_itself_judged() -> None:
    """The real workbook gives every verdict of Part A for 2020, attainments included."""
    code, document = llplan("evaluate", REAL, "--plan", "ha-giang-2020")
    verdicts = {
        (group["target"], *group["scope"].values()): (group["status"], group["value"], group["attainment"])
        for group in document["groups"]
    }
    assert code == 0
    assert verdicts["museum-visits-growth",][:2] == ("not_met", -0.13)
    assert verdicts["heritage-education",] == ("met", 1.0, 1.0)
    assert verdicts["heritage-day",][:2] == ("exceeded", 0.857)
    assert verdicts["library-free-internet", "province"] == ("met", 1.0, 1.0)
    assert verdicts["library-free-internet", "district"] == ("exceeded", 1.0, 1.25)
    assert verdicts["library-free-internet", "commune"] == ("exceeded", 1.0, 2.0)
    assert verdicts["library-visits-growth",][0] == "no_target"
    assert verdicts["cultural-house-participation", "rural"] == ("exceeded", 0.5, 1.25)


@pytest.mark.parametrize(
    ("year", "truncated"),
    [(2015, 1582), (2016, 4805), (2017, 3791), (2018, 3827), (2019, 2228), (2020, 1623)],
)
def test_visits_exceed_what_was_assigned_by_the_published_share(year: int, truncated: int) -> None:
    """The excess over the assigned visits, truncated to hundredths of a percent, is the published one."""
    _, document = llplan("evaluate", REAL, "--plan", "ha-giang-2020", "--year", str(year))
    (group,) = (g for g in document["groups"] if g["target"] == "library-visits-assigned")
    assert group["status"] == "exceeded"
    assert group["excess"] is not None
    assert int(group["excess"] * 10_000) == truncated


def test_the_sample_shows_every_status_and_reason() -> None:
    """Among the sample's unit results are all statuses of a plan with figures, and the reasons for none."""
    code, document = llplan("evaluate", SAMPLE)
    results = [result for unit in document["units"] for result in unit["results"]]
    assert code == 0
    assert {result["status"] for result in results} == {
        "exceeded",
        "met",
        "not_met",
        "on_track",
        "behind",
        "pending",
        "no_data",
        "not_assessable",
        "not_required",
    }
    reasons = {result["reason"] for result in results if result["status"] == "not_assessable"}
    assert reasons == {"zero_base", "zero_denominator", "no_base_year"}


def test_the_sample_shows_undetermined_and_provisional_groups() -> None:
    """One unreported district library leaves free internet undetermined; other groups are provisional."""
    _, document = llplan("evaluate", SAMPLE)
    groups = {(g["target"], *g["scope"].values()): g for g in document["groups"]}
    internet = groups["library-free-internet", "district"]
    assert (internet["status"], internet["reason"]) == ("not_assessable", "undetermined")
    assert internet["value"] == pytest.approx(10 / 11)
    assert groups["library-visits-growth",]["provisional"]
    assert not groups["museum-visits-growth",]["provisional"]
    statuses = {group["status"] for group in document["groups"]}
    assert statuses == {"exceeded", "met", "not_met", "on_track", "behind", "not_assessable"}


def test_half_years_of_the_sample_are_scored() -> None:
    """The first half of 2024 gives the provincial museum verdicts from its half-year rows."""
    code, document = llplan("evaluate", SAMPLE, "--period", "h1", "--kind", "museum")
    (museum,) = document["units"]
    assert code == 0
    assert [(r["target"], r["status"]) for r in museum["results"]] == [
        ("museum-visits-growth", "met"),
        ("museum-exhibitions", "on_track"),
        ("staff-training", "on_track"),
    ]


def test_the_merged_units_are_judged_from_those_that_they_took_over() -> None:
    """In 2026 no district is judged, growth starts from 2020, and gaps and misses are told."""
    code, document = llplan("evaluate", BEFORE, AFTER, "--units", MERGERS)
    verdicts = {
        (g["target"], *g["scope"].values()): (g["status"], g["provisional"]) for g in document["groups"]
    }
    assert code == 0
    assert "district" not in {level for _, *levels in verdicts for level in levels}
    assert verdicts["library-visits-growth",] == ("met", True)
    assert verdicts["library-population-reached", "province"] == ("on_track", False)
    assert verdicts["cultural-house-participation", "commune", "urban"] == ("behind", False)
    assert verdicts["staff-training",] == ("not_met", True)
    assert dict(document)["findings"] == {"error": 0, "warning": 0, "info": 3}


def test_a_level_that_has_ended_is_told_once() -> None:
    """That districts are not assessed is one sentence, not one for each kind and area as well."""
    done = subprocess.run(
        [
            sys.executable, "-m", "lifelong_learning", "evaluate", BEFORE, AFTER,
            "--units", MERGERS, "--lang", "en",
        ],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    words = " ".join(done.stdout.decode("utf-8").split())
    assert words.count("From 2025 on there is no district level any more; not assessed there:") == 1
    assert words.count("In 2026 there is no ") == 1
    assert "In 2026 there is no cultural house or club (province level, rural); not assessed there:" in words

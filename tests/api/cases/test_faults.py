"""Faulty case files: each fault with file, line and column, in words; sound cases are still run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.api.cases import CaseReport

SOUND = """  - case: a sound one
    why: 20 of 100.
    year: 2030
    units: [{kind: library, code: A, level: district, figures: {2030: {learners: 50, residents: 100}}}]
    expect: [{unit: A, target: learners-share, status: met}]
"""

FAULTS = [
    ("colour: red", "a.yaml:3:5: PL951 The key “colour” is not known here."),
    ("year: soon", "a.yaml:3:11: PL951 “soon” stands where a whole number belongs."),
    ("units: {kind: library}", "a.yaml:3:12: PL951 “{…}” stands where a list belongs."),
    ("units: [library]", "a.yaml:3:13: PL951 “library” stands where a mapping of keys and values belongs."),
    ("units: [{kind: library}]", "a.yaml:3:13: PL951 The key “code” is missing."),
    ("units: [{kind: museum, code: A}]", "a.yaml:3:20: PL952 There is no kind of unit “museum” here."),
    ("units: [{kind: centre, code: A, level: ward}]", "a.yaml:3:44: PL952 There is no level “ward” here."),
    (
        "units: [{kind: centre, code: A, figures: {2024: {rooms: 5}}}]",
        "a.yaml:3:61: PL952 There is no measure of this kind of unit “rooms” here.",
    ),
    (
        "units: [{kind: library, code: A, figures: {2024: {rooms: -5}}}]",
        "a.yaml:3:62: PL953 “-5” is not a figure of rooms: a whole number of 0 or more, null, or error.",
    ),
    (
        "units: [{kind: library, code: A, figures: {2024: {wifi: 7}}}]",
        "a.yaml:3:61: PL953 “7” is not a figure of wifi: yes, no, null, or error.",
    ),
    (
        "units: [{kind: library, code: A, figures: {2024 h2: {}}}]",
        "a.yaml:3:57: PL953 “2024 h2” is not a year or half-year such as 2024 or “2024 h1”.",
    ),
    (
        "units: [{kind: library, code: A, figures: {2024: {}, 2024 year: {}}}]",
        "a.yaml:3:69: PL954 The period “2024 year” stands twice.",
    ),
    (
        "units: [{kind: library, code: A}, {kind: library, code: A}]",
        "a.yaml:3:39: PL954 The unit A stands twice in this case.",
    ),
    ("period: q3", "a.yaml:3:13: PL952 There is no period “q3” here."),
    ("by: commune", "a.yaml:3:9: PL952 There is no way to group “commune” here."),
    ("reported: [{target: x, year: 2024, percent: 1 %}]", "a.yaml:3:25: PL952 There is no target “x” here."),
    (
        "reported: [{target: wifi, year: 2024, percent: many}]",
        "a.yaml:3:52: PL953 “many” is not a figure such as 10%, 16.23…%, 3/15 or 125.",
    ),
    ("expect: []", "a.yaml:3:13: PL951 The case expects nothing, so it could never fail."),
    (
        "expect: [{status: met}]",
        "a.yaml:3:14: PL951 What is expected must speak of a unit or of a group, one of the two.",
    ),
    (
        "expect: [{unit: A, target: wifi, status: good}]",
        "a.yaml:3:46: PL952 There is no status “good” here.",
    ),
    (
        "expect: [{unit: A, target: wifi, value: 1/0}]",
        "a.yaml:3:45: PL953 “1/0” is not a figure such as 10%, 16.23…%, 3/15 or 125.",
    ),
    (
        "expect: [{group: wifi, scope: {level: district}, status: met}]",
        "a.yaml:3:35: PL952 The target wifi has no scope “district”.",
    ),
    (
        "expect: [{group: wifi, provisional: maybe}]",
        "a.yaml:3:41: PL951 “maybe” stands where yes or no belongs.",
    ),
    ("why: 1.5", "a.yaml:3:10: PL951 “1.5” stands where a text belongs."),
]


@pytest.mark.parametrize(("line", "message"), FAULTS, ids=[line for line, _ in FAULTS])
def test_a_fault_is_named_where_it_stands(told: Callable[..., str], line: str, message: str) -> None:
    """One fault in one case: its place and its words; the case is not run, the sound one beside it is."""
    rest = {
        "why": "A reason.",
        "year": "2024",
        "expect": "[{group: learners-share, absent: yes}]",
    }
    rest.pop(line.split(":")[0], None)
    faulty = "".join(f"    {key}: {value}\n" for key, value in rest.items())
    lines = told(f"cases:\n  - case: a faulty one\n    {line}\n{faulty}{SOUND}").splitlines()
    assert lines[0] == message
    assert len(lines) == 4
    assert lines[1].startswith("  ")
    assert lines[3] == "1 of 1 cases of plan passed. Faults in the case files: 1."


def test_every_fault_fails_the_report(run: Callable[[str], CaseReport]) -> None:
    """A case that could not be read is no case passed."""
    report = run(f"cases:\n  - case: x\n{SOUND}")
    assert (report.failed, report.passed) == (0, False)
    assert [(found.code, found.line, found.column) for found in report.findings] == [("PL951", 2, 5)] * 3


def test_a_name_stands_once(told: Callable[..., str]) -> None:
    """Two cases of one name could not be told apart."""
    assert told(f"cases:\n{SOUND}{SOUND}") == (
        "a.yaml:7:5: PL954 A case of the name “a sound one” stands already at a.yaml:2.\n"
        "  Give this one a name of its own.\n"
        "\n"
        "1 of 1 cases of plan passed. Faults in the case files: 1.\n"
    )


def test_a_folder_without_a_case(told: Callable[..., str]) -> None:
    """A plan without a case is not tested, which is said."""
    assert told("cases: []\n") == (
        "cases: PL954 There is no case here.\n"
        "  Write cases in YAML files in the folder “cases” beside the plan.\n"
        "\n"
        "0 of 0 cases of plan passed. Faults in the case files: 1.\n"
    )


def test_yaml_that_cannot_be_read(run: Callable[[str], CaseReport]) -> None:
    """A file that is no YAML is a finding at its line, as in the plan itself."""
    (found,) = run("cases: [\n").findings
    assert (found.code, found.line) == ("PL902", 2)


def test_a_file_may_name_another_plan(run: Callable[[str], CaseReport], tmp_path: Path) -> None:
    """Cases of another plan name it at the top of their file."""
    text = """plan: ha-giang-2020
cases:
  - case: x
    why: A museum of the bundled plan.
    year: 2020
    units: [{kind: museum, code: A, level: province, figures: {2020: {museum_visits_domestic: 1}}}]
    expect: [{unit: A, target: museum-visits-growth, reason: no_base_year}]
"""
    assert run(text).passed
    (found,) = run(text.replace("ha-giang-2020", "nowhere")).findings
    assert (found.code, found.variant, found.line, found.column) == ("PL952", "plan", 1, 7)


def test_a_case_that_cannot_be_run(told: Callable[..., str]) -> None:
    """A filter or base year that means nothing is a fault of the case, and the others are still run."""
    text = f"cases:\n{SOUND.replace('a sound one', 'filtered')}    filters: {{unit: [Z]}}\n{SOUND}"
    assert told(text) == (
        "a.yaml:2:5: PL951 The case cannot be run: "
        "No unit has the code Z. Codes are text: leading zeros count.\n"
        "  Correct its base year or its filters.\n"
        "\n"
        "1 of 1 cases of plan passed. Faults in the case files: 1.\n"
    )
    early = text.replace("filters: {unit: [Z]}", "base_year: 1850")
    assert "PL951 The case cannot be run: " in told(early)


def test_a_folder_by_the_name_of_a_file(run: Callable[[str], CaseReport], tmp_path: Path) -> None:
    """What cannot be opened is a finding, and the other files are still run."""
    (tmp_path / "b.yaml").mkdir()
    report = run(f"cases:\n{SOUND}")
    assert [(found.code, found.variant) for found in report.findings] == [("PL951", "unreadable")]
    assert len(report.outcomes) == 1

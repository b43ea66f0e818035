"""Machine formats agree with the exit code: what fails a run is a failure in each of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from lifelong_learning.model.findings import Finding, Findings, Severity
from lifelong_learning.model.scores import Status
from lifelong_learning.model.submission import FileInfo
from lifelong_learning.reports.checks import csv_, github, gitlab, json_, junit, sarif
from lifelong_learning.reports.checks.report import workbooks
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.reports.checks.report import CheckReport

    Make = Callable[[Findings, Iterable[FileInfo]], CheckReport]

FILES = [FileInfo("a.xlsx", "cd" * 32, 3, 3), FileInfo("b.xlsx", "ef" * 32, 3, 3)]


def warning() -> Findings:
    """Return one warning in a cell."""
    found = Finding("CE207", Severity.WARNING, "", "a.xlsx", "S", 7, 3, "Lượt", "024", args={"value": "1"})
    return Findings([found])


def judged(report: CheckReport) -> dict[str, object]:
    """Return what each service takes a report for."""
    suite = ElementTree.fromstring(written(junit, report, "en"))
    issues = json.loads(written(gitlab, report, "en"))
    results = json.loads(written(sarif, report, "en"))["runs"][0]["results"]
    commands = written(github, report, "en").decode().splitlines()
    return {
        "junit": (suite.get("tests"), suite.get("failures")),
        "gitlab": [issue["severity"] for issue in issues],
        "sarif": [result["level"] for result in results],
        "github": [command.split(" ")[0] for command in commands],
    }


def test_a_warning_is_none_unless_it_fails_the_run(make_report: Make) -> None:
    """Alone it is a warning everywhere and no failure."""
    assert judged(make_report(warning(), FILES)) == {
        "junit": ("2", "0"), "gitlab": ["minor"], "sarif": ["warning"], "github": ["::warning"],
    }  # fmt: skip


def test_a_warning_that_fails_the_run_is_a_failure(make_report: Make) -> None:
    """With --fail-on warning it is an error; JSON and CSV, which judge nothing, name its own severity."""
    report = replace(make_report(warning(), FILES), fail_on=("warning",))
    assert judged(report) == {
        "junit": ("2", "1"), "gitlab": ["major"], "sarif": ["error"], "github": ["::error"],
    }  # fmt: skip
    assert json.loads(written(json_, report, "en"))["findings"][0]["severity"] == "warning"
    assert written(csv_, report, "en").decode().splitlines()[1].startswith("CE207,warning,")


@pytest.mark.usefixtures("real_catalogue")
def test_a_status_that_fails_the_run_is_a_result(make_report: Make) -> None:
    """What --fail-on names and what occurred is told, though it is no finding of a workbook."""
    report = replace(make_report(Findings(), FILES), fail_on=("not_met",), occurred=(Status.NOT_MET,))
    assert judged(report) == {
        "junit": ("3", "1"), "gitlab": ["major"], "sarif": ["error"], "github": ["::error"],
    }  # fmt: skip
    (issue,) = json.loads(written(gitlab, report, "vi"))
    assert issue["description"] == (
        "Có kết quả “không đạt”, thuộc diện --fail-on. Xem chi tiết: llplan evaluate."
    )
    assert (issue["check_name"], issue["location"]) == ("RN002", {"path": "a.xlsx", "lines": {"begin": 1}})
    assert json.loads(written(json_, report, "en"))["findings"] == []


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github"])
def test_sheet_and_cell_stand_in_the_text(name: str, make_report: Make) -> None:
    """A format without a place of its own says where the fault is."""
    format = {"sarif": sarif, "gitlab": gitlab, "junit": junit, "github": github}[name]
    assert b"S!C7: " in written(format, make_report(warning(), FILES), "en")


def test_gitlab_asks_for_four_things(report: CheckReport) -> None:
    """Each issue has a text, a fingerprint of its own, a severity that GitLab knows and a place."""
    issues = json.loads(written(gitlab, report, "vi"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(report.findings)
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["location"]["lines"]["begin"] >= 1
        assert issue["description"]
        assert issue["location"]["path"]


def test_workbooks_are_sound_not_sound_or_not_read(report: CheckReport, make_report: Make) -> None:
    """One has errors, one is none, one is sound; with --fail-on warning a warning makes one unsound."""
    assert workbooks(report) == {"sound": 1, "unsound": 1, "unread": 1}
    assert workbooks(make_report(warning(), FILES)) == {"sound": 2, "unsound": 0, "unread": 0}
    failing = replace(make_report(warning(), FILES), fail_on=("warning",))
    assert workbooks(failing) == {"sound": 1, "unsound": 1, "unread": 0}

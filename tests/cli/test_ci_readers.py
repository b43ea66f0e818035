"""What services read, read here by programs of others; and fingerprints that outlive an edit."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml
from sarif_pydantic import Level, Sarif

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

MISTAKES = ROOT / "data" / "ha-giang-2024-mistakes.xlsx"
CODE_QUALITY = ROOT / "tests" / "reports" / "checks" / "gitlab_code_quality.json"
FORMATS = ("-o", "out.sarif", "-o", "out.xml", "-o", "gitlab=out.json", "-o", "csv=out.csv")
RUNS = {
    "errors": (("a.xlsx",), 1),
    "errors under their own path": (("{folder}/a.xlsx",), 1),
    "warnings that fail": (("a.xlsx", "--select", "RW303", "--fail-on", "warning"), 1),
    "warnings": (("a.xlsx", "--select", "RW303"), 0),
    "not started": (("nowhere.xlsx",), 2),
    "faulty configuration": (("below/a.xlsx",), 2),
}


@pytest.fixture(params=RUNS)
def run(request: pytest.FixtureRequest, llplan: Callable[..., Ran], tmp_path: Path) -> tuple[Ran, Path]:
    """A check that wrote every format for services, and the folder in which it did."""
    arguments, code = RUNS[request.param]
    shutil.copy(MISTAKES, tmp_path / "a.xlsx")
    (tmp_path / "below").mkdir()
    shutil.copy(MISTAKES, tmp_path / "below" / "a.xlsx")
    (tmp_path / "below" / "llplan.toml").write_text('lang = "vi"\nignore = "CE"\n', encoding="utf-8")
    ran = llplan("check", *(one.format(folder=tmp_path) for one in arguments), *FORMATS, cwd=tmp_path)
    assert ran.code == code
    return ran, tmp_path


def test_every_reader_agrees_with_the_exit_code(run: tuple[Ran, Path]) -> None:
    """JUnit fails, SARIF has an error and GitLab a major issue just where the run does not end with 0."""
    ran, folder = run
    suites = JUnitXml.fromfile(str(folder / "out.xml"))
    cases = [case for suite in suites for case in suite]
    failed = [case for case in cases if any(isinstance(one, Failure) for one in case.result)]
    assert (suites.tests, suites.failures, suites.errors) == (len(cases), len(failed), 0)

    log = Sarif.model_validate_json((folder / "out.sarif").read_bytes())
    results = log.runs[0].results or []
    errors = [one for one in results if one.level is Level.ERROR]

    issues = json.loads((folder / "out.json").read_bytes())
    Draft202012Validator(json.loads(CODE_QUALITY.read_bytes())).validate(issues)
    major = [issue for issue in issues if issue["severity"] == "major"]
    assert [bool(found) for found in (failed, errors, major)] == [ran.code > 0] * 3
    assert len(issues) == len(results) == len({issue["fingerprint"] for issue in issues})


def test_a_fault_of_the_configuration_has_its_line(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A service shows it at the line and column of the file."""
    shutil.copy(MISTAKES, tmp_path / "a.xlsx")
    (tmp_path / "llplan.toml").write_text('lang = "vi"\nignore = "CE"\n', encoding="utf-8")
    ran = llplan("check", "a.xlsx", "--format", "sarif", "--format", "github", cwd=tmp_path)
    (result,) = Sarif.model_validate_json(ran.out[: ran.out.rindex("::error")]).runs[0].results or []
    assert result.locations is not None
    place = result.locations[0].physical_location
    assert place is not None
    assert place.region is not None
    assert (place.artifact_location.uri, place.region.start_line, place.region.start_column) == (
        "llplan.toml", 2, 10,
    )  # fmt: skip
    assert "::error file=llplan.toml,line=2,col=10," in ran.out


def _marks(folder: Path) -> list[tuple[Any, Any]]:
    """Return code and fingerprint of every finding, as both services know it."""
    results = json.loads((folder / "out.sarif").read_bytes())["runs"][0]["results"]
    issues = json.loads((folder / "out.json").read_bytes())
    assert len(results) == len(issues)
    marks = [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]
    return sorted(zip(marks, (one["fingerprint"] for one in issues), strict=True))


def test_fingerprints_outlive_an_inserted_row(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A sound row above the faults, and a path from elsewhere, change none; baseline knows them all too."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Thư viện"
    sheet.append(
        ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt người sử dụng thư viện"]
    )
    for code, visits in (("001", "nhiều"), ("002", -5), ("003", "ít")):
        sheet.append([code, f"Thư viện {code}", "Huyện", "A", 2024, visits])
    book.save(tmp_path / "a.xlsx")
    asked = ("--force", *FORMATS, "-o", "json=known.json", "--select", "CE")
    assert llplan("check", "a.xlsx", *asked, cwd=tmp_path).code == 1
    before = _marks(tmp_path)
    assert len(before) == 3

    sheet.insert_rows(2)
    for column, value in enumerate(["000", "Thư viện 000", "Huyện", "A", 2024, 5], start=1):
        sheet.cell(2, column, value)
    book.save(tmp_path / "a.xlsx")
    assert llplan("check", tmp_path / "a.xlsx", *asked[:-4], "--select", "CE", cwd=tmp_path).code == 1
    assert _marks(tmp_path) == before
    known = llplan("check", tmp_path, "--baseline", "known.json", "--select", "CE", cwd=tmp_path)
    assert (known.code, known.out.splitlines()[1]) == (
        0,
        "Not counted: 2 left out by choice, 3 known before.",
    )

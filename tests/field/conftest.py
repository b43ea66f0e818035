"""A small sheet of libraries, changed as clerks change it, and what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from lifelong_learning import catalogue
from lifelong_learning.plan import load_plan
from lifelong_learning.submission import ReadOptions, read_submission
from tests.field.account import unaccounted
from tests.submission.conftest import write_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission import SubmissionReading

VISITS, STUDENTS, USERS, POPULATION = (
    "Số lượt người sử dụng thư viện",
    "Số lượt học sinh, sinh viên sử dụng thư viện",
    "Số người dân sử dụng thư viện",
    "Dân số trên địa bàn",
)
IDENTITY = ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm"]
HEADER = [*IDENTITY, VISITS, STUDENTS, USERS, POPULATION]
ROWS: list[list[Any]] = [
    ["024", "Thư viện Thành phố Hà Giang", "Huyện", "Thành phố Hà Giang", 2024, 26157, 12000, 9000, 61000],
    ["026", "Thư viện huyện Đồng Văn", "Huyện", "Đồng Văn", 2024, 11200, 6100, 7800, 78000],
    ["027", "Thư viện huyện Mèo Vạc", "Huyện", "Mèo Vạc", 2024, 9800, 5200, 8100, 86000],
    ["027-02", "Thư viện xã Cán Chu Phìn", "Xã", "Mèo Vạc", 2024, 1450, 900, 700, 5600],
    ["028", "Thư viện huyện Yên Minh", "Huyện", "Yên Minh", 2024, 10350, 5400, 9100, 97000],
]
IDS = ("library_visits", "library_visits_students", "active_users", "population_to_be_served")
FIGURES = {row[0]: dict(zip(IDS, row[5:], strict=True)) for row in ROWS}


class Outcome(NamedTuple):
    """What a reading said: figures of 2024 by unit and measure, blank ones left out, and the findings."""

    figures: dict[str, dict[str, int]]
    findings: list[tuple[str, str | None, str]]
    reading: SubmissionReading


def said(reading: SubmissionReading) -> Outcome:
    """Return the figures, and the findings (code, cell, Vietnamese message) but the want of a base year."""
    figures: dict[str, dict[str, int]] = {}
    panel = reading.submission.panels["library"]
    for measure in panel.measures:
        for code, figure in zip(panel.codes, panel.values(measure, 2024, "year"), strict=True):
            if figure != -1:
                figures.setdefault(code, {})[measure] = figure
    findings = [(f.code, f.cell, catalogue.message(f, "vi")) for f in reading.findings if f.code != "YR402"]
    return Outcome(figures, findings, reading)


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The bundled plan to 2030."""
    return load_plan("ha-giang-2030")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for workbooks that are drawn one after another."""
    return tmp_path_factory.mktemp("drawn")


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan) -> Callable[..., Outcome]:
    """Write one workbook, account for every number on it, and say what is read of it."""
    monkeypatch.chdir(tmp_path)

    def run(
        rows: object, *merges: str, sheets: Mapping[str, object] | None = None, **options: object
    ) -> Outcome:
        content = sheets or {"Thư viện": {"rows": rows, "merges": merges}}
        write_workbook(tmp_path / "a.xlsx", content)
        assert unaccounted("a.xlsx", plan) == []
        return said(read_submission(["a.xlsx"], plan, ReadOptions(**options)))  # type: ignore[arg-type]

    return run

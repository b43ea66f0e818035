"""Forms made, filled in as people do, recalculated by LibreOffice, and read back."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lifelong_learning.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
REGISTER = DATA / "register-ha-giang-2024.csv"
SAMPLE = DATA / "ha-giang-2024.xlsx"
MISTAKES = DATA / "ha-giang-2024-mistakes.xlsx"
HEADER = 6
"""The header row of a form."""

VISITS = {
    "library_visits": 15000, "library_visits_assigned": 14000, "library_visits_students": 7000,
    "active_users": 8000, "population_to_be_served": 88000, "additions_book_copies": 600,
    "additions_serial_titles": 30, "free_internet_access": True, "user_training_lessons": 3,
    "events_talks": 0, "workforce_skills_classes": 2, "staff_total": 5, "staff_trained": 1,
    "digital_library": False, "business_reading_room": True, "storytelling_contest": True,
    "book_day": True, "spring_press_festival": False, "library_promotion": True,
}  # fmt: skip
"""What a district library types for a year."""


@pytest.fixture
def llplan(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in this process; return exit code, standard output and standard error."""
    monkeypatch.delenv("LLPLAN_LANG", raising=False)
    monkeypatch.setenv("LANG", "C")

    def call(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def findings(llplan: Callable[..., tuple[int, str, str]]) -> Callable[..., list[tuple[str, str, str | None]]]:
    """Return the findings of a workbook: code, sheet and cell."""

    def call(path: Path, *options: str) -> list[tuple[str, str, str | None]]:
        _, out, _ = llplan("check", path, "--format", "json", *options)
        return [(one["code"], one["sheet"], one["cell"]) for one in json.loads(out)["findings"]]

    return call


@pytest.fixture
def verdicts(llplan: Callable[..., tuple[int, str, str]]) -> Callable[..., dict[str, Any]]:
    """Return an evaluation without what names files and places."""

    def call(*arguments: object) -> dict[str, Any]:
        code, out, err = llplan("evaluate", *arguments, "--format", "json", "--exit-zero")
        assert code == 0, err
        document: dict[str, Any] = json.loads(out)
        del document["files"], document["findings"]
        stripped: dict[str, Any] = _without_places(document)
        return stripped

    return call


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(v) for key, v in value.items() if key not in ("file", "sheet", "cell")}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def columns_of(sheet: Any, header: int = HEADER) -> dict[str, int]:
    """Return the 1-based column of every header."""
    return {cell.value: cell.column for cell in sheet[header] if cell.value}


def fill(path: Path, sheet: str, row: int, labels: Mapping[str, str], words: tuple[str, str]) -> None:
    """Type a district library's year into a row by openpyxl; `labels` gives the header of every measure."""
    book = openpyxl.load_workbook(path)
    columns = columns_of(book[sheet])
    for measure, value in VISITS.items():
        typed = words[value] if isinstance(value, bool) else value
        book[sheet].cell(row, columns[labels[measure]]).value = typed
    book.save(path)


def recalculated(path: Path, to: Path, kind: str = "xlsx") -> Path:
    """Return a workbook as LibreOffice saves it; the test is skipped where there is none."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation={(to / 'home').as_uri()}"
    done = subprocess.run(
        [office, home, "--headless", "--convert-to", kind, "--outdir", str(to), str(path)],
        capture_output=True, check=False, timeout=180,
    )  # fmt: skip
    made = to / f"{path.stem}.{kind}"
    assert made.exists(), done.stderr
    return made

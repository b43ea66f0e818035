"""The wheel holds the plans and the data, and works away from the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it as an installer would; return the folder for PYTHONPATH."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        ROOT,
    ]
    subprocess.run([str(part) for part in build], check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def _llplan(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "LLPLAN_LANG": "en", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "lifelong_learning", *arguments],
        cwd=installed.parent,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_bundled_plans_and_data_work_from_the_wheel(installed: Path) -> None:
    """A bundled workbook is copied out of the package and evaluated under a bundled plan."""
    copied = _llplan(installed, "sample", "ha-giang-2015-2020.xlsx")
    assert (copied.returncode, copied.stdout) == (0, "ha-giang-2015-2020.xlsx\n")
    where = _llplan(installed, "evaluate", "ha-giang-2015-2020.xlsx", "--plan", "ha-giang-2020")
    assert (where.returncode, where.stderr) == (0, "")
    assert "-13%" in where.stdout


def test_the_package_ran_from_the_wheel(installed: Path) -> None:
    """The code that runs is the wheel's, not the checkout's."""
    found = subprocess.run(
        [sys.executable, "-c", "import lifelong_learning; print(lifelong_learning.__file__)"],
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert Path(found.stdout.strip()).is_relative_to(installed)


def test_wheel_holds_schemas_and_typing(installed: Path) -> None:
    """Schemas, the typing marker and every plan file are in the wheel."""
    package = installed / "lifelong_learning"
    assert (package / "py.typed").is_file()
    assert sorted(p.name for p in (package / "schemas").glob("*.json")) == sorted(
        p.name for p in (ROOT / "src" / "lifelong_learning" / "schemas").glob("*.json")
    )
    for plan in ("ha-giang-2020", "ha-giang-2030"):
        shipped = package / "bundled" / "targets" / plan / "plan.yaml"
        assert shipped.read_bytes() == (ROOT / "targets" / plan / "plan.yaml").read_bytes()

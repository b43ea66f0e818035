"""A stream that the caller has closed: the run is the same, and what it would have said is lost."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the stream")


def run(folder: Path, arguments: str, closed: str) -> subprocess.CompletedProcess[str]:
    """Run `llplan` from a shell that closes a stream."""
    command = f"exec {shlex.quote(sys.executable)} -m lifelong_learning {arguments} {closed}"
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--version", 0),
        ("--help", 0),
        (f"evaluate {SAMPLE}", 0),
        (f"evaluate {SAMPLE} --fail-on warning --fail-on not_met", 1),
        (f"check {SAMPLE} --format json", 0),
        ("evaluate nowhere.xlsx", 2),
        ("targets list", 0),
        ("explain CE201", 0),
    ],
)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_the_exit_code_is_that_of_the_run(tmp_path: Path, arguments: str, code: int, closed: str) -> None:
    """No traceback, no other code."""
    done = run(tmp_path, arguments, closed)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_files_are_written_all_the_same(tmp_path: Path, closed: str) -> None:
    """The report is where it was asked for, whole, and nothing of the other streams is in it."""
    assert run(tmp_path, f"evaluate {SAMPLE} -o kept.json", "").returncode == 0
    assert run(tmp_path, f"evaluate {SAMPLE} -o out.json", closed).returncode == 0
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "kept.json").read_bytes()


def test_the_other_stream_says_what_it_has_to_say(tmp_path: Path) -> None:
    """Standard output closed, a fault is still told; standard error closed, the report is still written."""
    assert run(tmp_path, "evaluate nowhere.xlsx", ">&-").stderr == (
        "llplan: nowhere.xlsx does not exist. Check the path.\n"
    )
    assert run(tmp_path, f"evaluate {SAMPLE} --format json", "2>&-").stdout.startswith("{")

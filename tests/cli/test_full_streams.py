"""A full disk and a reader that has gone: told in one line, or passed over, whatever is being written."""

from __future__ import annotations

import errno
import io
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lifelong_learning.cli import delivery
from lifelong_learning.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
WRITING = ["--version", "--help", "check --help", "targets --help", "--show-completion bash",
           "explain CE201", "sample", "targets list", "targets schema", f"evaluate {SAMPLE}"]  # fmt: skip

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")


def shell(command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `llplan` is the program."""
    program = f'llplan() {{ {shlex.quote(sys.executable)} -m lifelong_learning "$@"; }}; set -o pipefail; '
    asked = {**os.environ, "LLPLAN_LANG": "en", **more}
    return subprocess.run(
        ["bash", "-c", program + command], env=asked, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("arguments", WRITING)
def test_a_full_disk_is_told(arguments: str) -> None:
    """In one line, with the exit code of an output that cannot be written."""
    done = shell(f"llplan {arguments} >/dev/full")
    assert (done.returncode, done.stderr) == (
        2,
        "llplan: - cannot be written: the disk is full. Mend that, or choose another place for it.\n",
    )


@pytest.mark.parametrize("arguments", WRITING)
def test_a_reader_that_has_gone_is_no_fault(arguments: str) -> None:
    """It has what it wanted."""
    done = shell(f"llplan {arguments} | true")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


class Gone(io.StringIO):
    """A pipe of Windows that nobody reads."""

    def flush(self) -> None:
        """Say what Windows says."""
        raise OSError(errno.EINVAL, "Invalid argument")

    def fileno(self) -> int:
        """A descriptor that may be closed."""
        return self._spare

    _spare = -1


def test_windows_says_it_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There a closed pipe is an invalid argument, which elsewhere is a fault."""
    with (tmp_path / "spare").open("w") as spare:
        gone = Gone()
        gone._spare = spare.fileno()
        monkeypatch.setattr(sys, "stdout", gone)
        assert run(["explain", "CE201"]) == 2
        monkeypatch.setattr(delivery, "GONE", (errno.EPIPE, errno.EINVAL))
        assert run(["explain", "CE201"]) == 0


def test_a_completion_that_cannot_be_installed_names_a_place(tmp_path: Path) -> None:
    """The library does not say which file of the home it could not write."""
    (tmp_path / "file").write_text("", "utf-8")
    done = shell("llplan --install-completion bash", HOME=str(tmp_path / "file"))
    assert done.returncode == 2
    assert done.stderr.startswith(f"llplan: {tmp_path / 'file'}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (f"evaluate {SAMPLE} --format json", 0),
        (f"evaluate {SAMPLE} --format json --fail-on not_met", 1),
        ("evaluate nowhere.xlsx", 2),
        ("evaluate --nonsense", 2),
        ("evaluate --nonsense --lang vi", 2),
    ],
)
@pytest.mark.parametrize("away", ["2>/dev/full", "2> >(true)"])
def test_what_cannot_be_said_changes_nothing(arguments: str, code: int, away: str) -> None:
    """Standard error is full or closed: the report and the exit code are the same."""
    done = shell(f"llplan {arguments} {away}")
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout == shell(f"llplan {arguments} 2>/dev/null").stdout

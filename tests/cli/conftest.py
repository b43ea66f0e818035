"""Run the command line as a user does: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


class Ran(NamedTuple):
    """What a run left: its exit code and what it wrote, as text."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def llplan() -> Callable[..., Ran]:
    """Return a function that runs `llplan` in the repository's root or in `cwd`, in English."""

    def run(*arguments: object, cwd: Path = ROOT, **environment: str) -> Ran:
        own = ("LC_", "LANG", "LLPLAN")
        clean = {key: value for key, value in os.environ.items() if not key.startswith(own)}
        clean.pop("COLUMNS", None)
        done = subprocess.run(
            [sys.executable, "-m", "lifelong_learning", *map(str, arguments)],
            cwd=cwd,
            env={**clean, "PYTHONUTF8": "1", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run

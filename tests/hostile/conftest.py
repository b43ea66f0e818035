"""Hostile workbooks and a way to run the program on them as a process that is measured."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
_MEASURED = """
import os, resource, sys
leave, os._exit = os._exit, sys.exit
from lifelong_learning.__main__ import main
sys.argv[0] = "llplan"
code = 0
try:
    main()
except SystemExit as stop:
    code = stop.code or 0
sys.stdout.flush()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
seconds = sum(one.ru_utime + one.ru_stime for one in used)
sys.stderr.write(f"\\n@@{seconds} {peak // 1024}")
sys.stderr.flush()
leave(code)
"""


class Measured(NamedTuple):
    """What a run left, and what it cost: seconds of CPU and megabytes at the peak."""

    code: int
    out: bytes
    err: str
    seconds: float
    megabytes: int


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The makers of hostile workbooks."""
    spec = importlib.util.spec_from_file_location("hostile_files", ROOT / "tests" / "support" / "hostile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def measured() -> Callable[..., Measured]:
    """Return a function that runs `llplan` and measures it.

    The process reads its own peak: what a parent is told of a child includes the parent's own.
    """
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak of memory is read from /proc")

    def run(*arguments: object) -> Measured:
        command = [sys.executable, "-c", _MEASURED, *map(str, arguments)]
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120
        )
        err, mark, cost = done.stderr.decode().rpartition("\n@@")
        assert mark, done.stderr.decode()
        seconds, megabytes = cost.split()
        return Measured(done.returncode, done.stdout, err, float(seconds), int(megabytes))

    return run

"""The commands that are measured, in groups that run in turns."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from bench.measure import Command

HERE = Path(__file__).resolve().parents[1]
SAMPLE = HERE.parent / "data" / "ha-giang-2024.xlsx"
BARE = "bare interpreter"
CALAMINE = "calamine alone"
ANALYST = "analyst's script"
POINTBLANK = "Pointblank"
FRICTIONLESS = "Frictionless"
_PEERS = {
    ANALYST: ("analyst.py", "pandas, openpyxl"),
    POINTBLANK: ("check_pointblank.py", "pointblank, polars, fastexcel"),
    FRICTIONLESS: ("check_frictionless.py", "frictionless, openpyxl"),
}


class Programs(NamedTuple):
    """The interpreter of llplan, llplan itself, and the interpreter that has the others."""

    python: str
    llplan: tuple[str, ...]
    peers: str
    missing: tuple[str, ...]


def programs(peers: str | None) -> Programs:
    """Find llplan beside the running interpreter; `peers` is the interpreter with the others."""
    beside = Path(sys.executable).parent / ("llplan.exe" if sys.platform == "win32" else "llplan")
    llplan = (str(beside),) if beside.exists() else (sys.executable, "-m", "lifelong_learning")
    other = peers or sys.executable
    missing = tuple(name for name, (_, modules) in _PEERS.items() if not _has(other, modules))
    return Programs(sys.executable, llplan, other, missing)


def _has(python: str, modules: str) -> bool:
    return (
        subprocess.run([python, "-c", f"import {modules}"], capture_output=True, check=False).returncode == 0
    )


def bare(found: Programs) -> Command:
    """A bare interpreter: what every other start stands beside."""
    return Command(BARE, (found.python, "-c", "pass"))


def calamine(found: Programs, path: Path) -> Command:
    """Reading alone, into lists."""
    return Command(CALAMINE, (found.python, str(HERE / "read_calamine.py"), str(path)))


def llplan(found: Programs, name: str, *arguments: str) -> Command:
    """One command of llplan; exit 1 is a finding in the data and counts as done."""
    return Command(f"llplan {name}", (*found.llplan, *arguments), (0, 1))


def peer(found: Programs, name: str, path: Path, *arguments: str) -> Command:
    """One of the others on a workbook."""
    return Command(name, (found.peers, str(HERE / _PEERS[name][0]), str(path), *arguments))


def _peers(found: Programs, path: Path) -> list[Command]:
    """All of the others that are installed."""
    return [peer(found, name, path) for name in _PEERS if name not in found.missing]


def start_up(found: Programs) -> list[Command]:
    """The commands that a person waits for, and the sample."""
    sample = str(SAMPLE)
    return [
        bare(found),
        llplan(found, "--version", "--version"),
        llplan(found, "--help", "--help"),
        llplan(found, "evaluate sample text", "evaluate", sample),
        llplan(found, "evaluate sample json", "evaluate", sample, "--format", "json"),
    ]


def of_size(found: Programs, path: Path, *, peers: bool = True) -> list[Command]:
    """One workbook of a size, by everyone, or by llplan and calamine alone."""
    evaluate = ("evaluate", str(path), "--format", "json")
    check = ("check", str(path), "--format", "json")
    return [
        bare(found),
        calamine(found, path),
        *(llplan(found, f"evaluate --jobs {jobs}", *evaluate, "--jobs", jobs) for jobs in "12"),
        *(llplan(found, f"check --jobs {jobs}", *check, "--jobs", jobs) for jobs in "12"),
        *(_peers(found, path) if peers else ()),
    ]


def of_small(found: Programs, folder: Path) -> list[Command]:
    """A folder of many small workbooks."""
    check = ("check", str(folder), "--format", "json")
    return [
        bare(found),
        calamine(found, folder),
        *(llplan(found, f"check --jobs {jobs}", *check, "--jobs", jobs) for jobs in "12"),
    ]

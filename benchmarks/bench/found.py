"""Which of the planted faults each program finds, cell by cell."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.commands import ANALYST, Programs, peer
from bench.measure import Command, run_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.faults import Planted


class Found(NamedTuple):
    """What one program says of the planted faults.

    `cells` counts those whose cell it names, `columns` those of which it says only that their
    column has another type, `missed` the rest by kind; `beside` counts warnings and errors in cells
    where nothing was planted, None where this was not looked at.
    """

    program: str
    planted: int
    cells: int
    columns: int
    missed: dict[str, int]
    beside: int | None = None


def by_llplan(found: Programs, path: Path, planted: Sequence[Planted], jobs: str) -> Found | str:
    """Compare llplan's findings with what was planted: cell and code must both be right."""
    arguments = [*found.llplan, "check", str(path), "--format", "json", "--lang", "en", "--jobs", jobs]
    done = subprocess.run(arguments, capture_output=True, check=False)
    try:
        findings = json.loads(done.stdout)["findings"]
    except (ValueError, KeyError):
        return f"exit {done.returncode} without a document"
    named = {(f["sheet"], f["cell"], f["code"]) for f in findings if f["severity"] != "info"}
    wanted = {(fault.sheet, fault.cell, fault.code) for fault in planted}
    missed = _by_kind(fault for fault in planted if (fault.sheet, fault.cell, fault.code) not in named)
    return Found(f"llplan --jobs {jobs}", len(planted), len(wanted & named), 0, missed, len(named - wanted))


def by_peer(found: Programs, name: str, path: Path, planted: Sequence[Planted]) -> Found | str:
    """Compare the cells that another program names with what was planted."""
    if name == ANALYST:
        return "names no cell"
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "cells.json"
        command = peer(found, name, path, str(written))
        outcome = run_once(Command(name, command.arguments))
        if isinstance(outcome, str):
            return outcome
        named = {(sheet, cell) for sheet, cell in json.loads(written.read_text(encoding="utf-8"))}
    by_cell = [fault for fault in planted if (fault.sheet, fault.cell) in named]
    rest = [fault for fault in planted if (fault.sheet, fault.cell) not in named]
    by_column = [fault for fault in rest if (fault.sheet, fault.cell[0]) in named]
    missed = _by_kind(fault for fault in rest if (fault.sheet, fault.cell[0]) not in named)
    return Found(name, len(planted), len(by_cell), len(by_column), missed)


def sound(found: Programs, path: Path) -> int | None:
    """Count the warnings and errors of llplan in a sound workbook; None where it failed."""
    arguments = [*found.llplan, "check", str(path), "--format", "json", "--lang", "en"]
    done = subprocess.run(arguments, capture_output=True, check=False)
    try:
        counts = json.loads(done.stdout)["counts"]
    except (ValueError, KeyError):
        return None
    return int(counts["error"]) + int(counts["warning"])


def same_bytes(found: Programs, arguments: Sequence[str]) -> bool | None:
    """Tell whether one and two jobs write the same; None where one of them failed."""
    written = []
    for jobs in "12":
        done = subprocess.run([*found.llplan, *arguments, "--jobs", jobs], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            return None
        written.append(done.stdout)
    return written[0] == written[1]


def _by_kind(faults: Iterable[Planted]) -> dict[str, int]:
    return dict(sorted(Counter(fault.kind for fault in faults).items()))

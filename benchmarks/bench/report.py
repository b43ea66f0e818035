"""The results as tables for people and as a document for programs."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from bench.commands import BARE, CALAMINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.goals import Goal, Results
    from bench.measure import Measured

Line = tuple[str, ...]
_TITLES = {
    "start": "Start-up and the sample",
    "S": "S: 600 rows",
    "M": "M: 20,000 rows",
    "L": "L: 300,000 rows, 6 million cells",
    "small": "1,000 small workbooks",
}


def markdown(results: Results, goals: Sequence[Goal], missing: Sequence[str]) -> str:
    """Return every table; all times are ratios within this run but for the first column."""
    parts = [_machine()]
    if missing:
        parts.append(f"Not installed, and left out: {', '.join(missing)}.")
    for group, measured in results.groups.items():
        parts.append(f"## {_title(group)}\n\n{_table(_HEAD, _lines(measured))}")
    if results.found:
        parts.append(f"## Planted faults\n\n{_table(_FOUND_HEAD, _found(results))}")
    parts.append(f"## What was asked\n\n{_table(_GOAL_HEAD, _goals(goals))}")
    return "\n\n".join(parts) + "\n"


def _title(group: str) -> str:
    """Return the title of a group; that of a way of writing names it behind the size."""
    size, _, way = group.partition(", ")
    return f"{_TITLES[size]}, {way}" if way else _TITLES[size]


def document(results: Results, goals: Sequence[Goal]) -> dict[str, object]:
    """Return the same for a JSON file."""
    return {
        "schema": "llplan/benchmark/1",
        "machine": {
            "cores": os.cpu_count(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "groups": {
            group: {name: _figures(found) for name, found in measured.items()}
            for group, measured in results.groups.items()
        },
        "faults": {group: [found._asdict() for found in all_] for group, all_ in results.found.items()},
        "goals": [goal._asdict() for goal in goals],
    }


def _machine() -> str:
    return (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}. Whole processes, "
        "medians, run in turns; memory is that of all processes of a command together."
    )


_HEAD = ("", "seconds", "processor, s", "peak, MB", "× bare", "× calamine", "memory × calamine", "runs")
_FOUND_HEAD = ("workbook", "program", "planted", "cell named", "column only", "missed", "missed, by kind")
_GOAL_HEAD = ("figure", "goal", "reached", "ok", "by processor time")


def _lines(measured: Mapping[str, Measured]) -> Iterator[Line]:
    bare = measured[BARE].wall if BARE in measured else None
    reading = measured.get(CALAMINE)
    for found in measured.values():
        if found.fault:
            yield (found.name, found.fault, "", "", "", "", "", "0")
            continue
        yield (
            found.name,
            _number(found.wall, 3),
            _number(found.processor, 3),
            _number(found.peak, 0),
            _number(_over(found.wall, bare), 2),
            _number(_over(found.wall, reading.wall if reading else None), 2),
            _number(_over(found.peak, reading.peak if reading else None), 2),
            str(len(found.runs)),
        )


def _found(results: Results) -> Iterator[Line]:
    for group, programs in results.found.items():
        for found in programs:
            kinds = ", ".join(f"{kind} {number}" for kind, number in found.missed.items())
            missed = sum(found.missed.values())
            counts = (found.planted, found.cells, found.columns, missed)
            yield (group, found.program, *map(str, counts), kinds)


def _goals(goals: Sequence[Goal]) -> Iterator[Line]:
    words = {True: "ok", False: "no", None: "not measured"}
    for goal in goals:
        whole = goal.demand.startswith("=")
        yield (
            goal.name,
            goal.demand,
            _number(goal.reached, 0 if whole else 2),
            words[goal.ok],
            _number(goal.processor, 2),
        )


def _figures(found: Measured) -> dict[str, object]:
    return {
        "wall_seconds": found.wall,
        "processor_seconds": found.processor,
        "peak_megabytes": found.peak,
        "runs": [run._asdict() for run in found.runs],
        "fault": found.fault,
    }


def _over(value: float | None, base: float | None) -> float | None:
    return value / base if value is not None and base else None


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _table(head: Line, lines: Iterator[Line]) -> str:
    """Return a Markdown table with columns of even width."""
    rows = [head, *lines]
    widths = [max(len(row[index]) for row in rows) for index in range(len(head))]
    texts = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    texts.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(texts)

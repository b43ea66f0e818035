"""Measure llplan beside a bare interpreter, calamine alone, an analyst's script, Pointblank and Frictionless.

    python benchmarks/run.py [--sizes S,M,L,small,start] [--runs N] [--json FILE] [--markdown FILE]

One command, no network. Figures are ratios within one run. The others are taken from the
interpreter given by --peers (else from this one), and left out where they are not installed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import commands
from bench.found import Found, by_llplan, by_peer, same_bytes, sound
from bench.goals import Results, beside_calamine, goals
from bench.measure import in_turns
from bench.report import document, markdown
from bench.values import SIZES
from bench.workbook import ways
from generate import ensure, named, planted_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.commands import Programs
    from bench.measure import Measured

_RUNS = {"start": 15, "S": 9, "M": 5, "L": 3, "small": 5}


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate what is missing, measure, print the tables; exit 1 where a goal was missed."""
    options = _options(arguments)
    found = commands.programs(options.peers)
    results = Results({}, {}, {}, {})
    options.folder.mkdir(parents=True, exist_ok=True)
    for group in options.sizes.split(","):
        print(group, file=sys.stderr, flush=True)
        if group != "start":
            ensure(options.folder, group)
        _measure(group, found, options.folder, options.runs or _RUNS[group], results)
        if group in SIZES and not options.times_only:
            _compare(group, found, options.folder, results)
    reached = goals(results)
    text = markdown(results, reached, found.missing)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(text)
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    if options.json:
        written = json.dumps(document(results, reached), ensure_ascii=False, indent=2)
        options.json.write_text(written + "\n", encoding="utf-8")
    return int(any(goal.ok is False for goal in reached))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="start,S,M,small,L", help="start, S, M, L, small; with commas")
    parser.add_argument("--runs", type=int, help="rounds for every size")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--markdown", type=Path, help="write the tables to this file")
    parser.add_argument("--peers", help="interpreter that has what requirements.txt names")
    parser.add_argument("--times-only", action="store_true", help="do not look for the planted faults")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "llplan-bench", help="for the workbooks"
    )
    return parser.parse_args(arguments)


def _measure(group: str, found: Programs, folder: Path, runs: int, results: Results) -> None:
    match group:
        case "start":
            listed = commands.start_up(found)
        case "small":
            listed = commands.of_small(found, folder / "small")
        case _:
            results.groups[group] = _worst(group, found, folder, runs, results)
            return
    results.groups[group] = in_turns(listed, runs)


def _worst(group: str, found: Programs, folder: Path, runs: int, results: Results) -> dict[str, Measured]:
    """Measure the workbook of every way of writing; return the one that takes longest beside calamine."""
    measured = {
        way: in_turns(commands.of_size(found, named(folder, group, way), peers=way == "shared"), runs)
        for way in ways(group)
    }
    for way, commands_of_way in measured.items():
        results.groups[f"{group}, {way}"] = commands_of_way
    worst = max(measured.values(), key=beside_calamine)
    return {**measured["shared"], **worst}


def _compare(group: str, found: Programs, folder: Path, results: Results) -> None:
    """Look for the planted faults, for faults in the sound workbook, and for a difference by jobs."""
    path = folder / f"{group}-faults.xlsx"
    planted = planted_faults(folder, group)
    outcomes = [by_llplan(found, path, planted, jobs) for jobs in "12"]
    for name in (commands.POINTBLANK, commands.FRICTIONLESS):
        if name not in found.missing:
            outcomes.append(by_peer(found, name, path, planted))
    for outcome in outcomes:
        print(f"  faults: {outcome}", file=sys.stderr, flush=True)
    results.found[group] = [outcome for outcome in outcomes if isinstance(outcome, Found)]
    results.noise[group] = sound(found, folder / f"{group}.xlsx")
    results.same[group] = same_bytes(found, ["evaluate", str(path), "--format", "json"])


if __name__ == "__main__":
    sys.exit(main())

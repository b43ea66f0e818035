"""What was asked of the program, what was reached, and whether that is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.commands import ANALYST, BARE, CALAMINE, FRICTIONLESS, POINTBLANK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.found import Found
    from bench.measure import Measured


class Goal(NamedTuple):
    """One demanded figure. `reached` is None where it was not measured.

    `processor` is the same ratio of the processor's seconds, children included: on a machine that
    does other work beside this it is the steadier one, and it does not profit from a second core.
    """

    name: str
    demand: str
    reached: float | None
    ok: bool | None
    processor: float | None = None


class Results(NamedTuple):
    """Everything that a run of the benchmarks found out."""

    groups: dict[str, dict[str, Measured]]
    found: dict[str, list[Found]]
    noise: dict[str, int | None]
    same: dict[str, bool | None]


class _Ratio(NamedTuple):
    group: str
    name: str
    above: str
    below: str
    demand: float
    at_most: bool = True
    figure: Callable[[Measured], float | None] = lambda measured: measured.wall


def _peak(measured: Measured) -> float | None:
    return measured.peak


_EVALUATE, _CHECK = "llplan evaluate --jobs 2", "llplan check --jobs 2"
_ONE = "llplan evaluate --jobs 1"
_RATIOS = (
    _Ratio("start", "--version, bare interpreters", "llplan --version", BARE, 1.3),
    _Ratio("start", "--help, bare interpreters", "llplan --help", BARE, 6),
    _Ratio("start", "evaluate sample as text, bare interpreters", "llplan evaluate sample text", BARE, 30),
    _Ratio("start", "evaluate sample as JSON, bare interpreters", "llplan evaluate sample json", BARE, 30),
    _Ratio("S", "evaluate S, bare interpreters", _ONE, BARE, 15),
    _Ratio("S", "the analyst's script at S, times evaluate", ANALYST, _ONE, 4, False),
    _Ratio("M", "check M, readings by calamine, --jobs 1", "llplan check --jobs 1", CALAMINE, 1.5),
    _Ratio("M", "check M, readings by calamine, --jobs 2", _CHECK, CALAMINE, 1.5),
    _Ratio("M", "the analyst's script at M, times evaluate", ANALYST, _EVALUATE, 5, False),
    _Ratio("M", "Frictionless at M, times check", FRICTIONLESS, _CHECK, 5, False),
    _Ratio("M", "Pointblank at M, times check", POINTBLANK, _CHECK, 2, False),
    _Ratio("L", "evaluate L, readings by calamine, --jobs 1", _ONE, CALAMINE, 1.5),
    _Ratio("L", "evaluate L, readings by calamine, --jobs 2", _EVALUATE, CALAMINE, 1.0),
    _Ratio("L", "peak memory at L, calamine's, --jobs 1", _ONE, CALAMINE, 3, True, _peak),
    _Ratio("L", "peak memory at L, calamine's, --jobs 2", _EVALUATE, CALAMINE, 3, True, _peak),
    _Ratio("L", "the analyst's script at L, times evaluate", ANALYST, _EVALUATE, 7, False),
    _Ratio("L", "Pointblank at L, times check (the mark)", POINTBLANK, _CHECK, 1, False),
    _Ratio(
        "small", "check 1,000 small, readings by calamine, --jobs 1", "llplan check --jobs 1", CALAMINE, 1.5
    ),
    _Ratio("small", "check 1,000 small, readings by calamine, --jobs 2", _CHECK, CALAMINE, 1.5),
    # Five per cent are the noise of one run beside the next.
    _Ratio("small", "check 1,000 small, --jobs 2 beside 1", _CHECK, "llplan check --jobs 1", 1.05),
)


def beside_calamine(group: dict[str, Measured]) -> float:
    """Return how many readings by calamine an evaluation with one job takes."""
    above, below = group[_ONE].wall, group[CALAMINE].wall
    return above / below if above and below else 0.0


def goals(results: Results) -> list[Goal]:
    """Return every demanded figure of what was measured, in a fixed order."""
    found = [_ratio(goal, results) for goal in _RATIOS if goal.group in results.groups]
    found += _scaling(results)
    found += _faults(results)
    for group, noise in results.noise.items():
        name = f"warnings and errors in the sound workbook {group}"
        found.append(Goal(name, "= 0", noise, None if noise is None else noise == 0))
    for group, same in results.same.items():
        reached = None if same is None else float(same)
        found.append(Goal(f"the same bytes with one and two jobs, {group}", "= 1", reached, same))
    return found


def _ratio(goal: _Ratio, results: Results) -> Goal:
    group = results.groups[goal.group]
    demand = f"{'≤' if goal.at_most else '≥'} {goal.demand:g}"
    if goal.above not in group or goal.below not in group:
        return Goal(goal.name, demand, None, None)
    above, below = goal.figure(group[goal.above]), goal.figure(group[goal.below])
    if not above or not below:
        return Goal(goal.name, demand, None, None)
    reached = above / below
    ok = reached <= goal.demand if goal.at_most else reached >= goal.demand
    return Goal(goal.name, demand, reached, ok, _by_processor(goal, group))


def _by_processor(goal: _Ratio, group: dict[str, Measured]) -> float | None:
    above, below = group[goal.above].processor, group[goal.below].processor
    return above / below if above and below and goal.figure is not _peak else None


def _scaling(results: Results) -> Iterator[Goal]:
    """Time per row at L beside M: 15 times the rows."""
    if not {"M", "L"} <= results.groups.keys():
        return
    for jobs in "12":
        name = f"llplan evaluate --jobs {jobs}"
        small, large = results.groups["M"][name].wall, results.groups["L"][name].wall
        reached = large / 300_000 / (small / 20_000) if small and large else None
        verdict = None if reached is None else reached <= 1.2
        yield Goal(f"time per row, L beside M, --jobs {jobs}", "≤ 1.2", reached, verdict)


def _faults(results: Results) -> Iterator[Goal]:
    for group, found in results.found.items():
        for program in found:
            if program.program.startswith("llplan"):
                name = f"planted faults found, {group}, {program.program}"
                demand = f"= {program.planted}"
                yield Goal(name, demand, program.cells, program.cells == program.planted)
                yield Goal(f"{name}: others beside them", "= 0", program.beside, not program.beside)

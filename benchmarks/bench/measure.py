"""Whole processes: wall time, processor time and peak memory, one after another in turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE_EVERY = 0.005
_MEGABYTE = 1 << 20
# A command that takes this long is run once: its own noise is small beside its length.
_LONG = 20.0


class Command(NamedTuple):
    """What is run. `codes` are the exit codes that count as done."""

    name: str
    arguments: tuple[str, ...]
    codes: tuple[int, ...] = (0,)


class Run(NamedTuple):
    """One run: seconds on the wall, seconds of processor (children included), peak megabytes."""

    wall: float
    processor: float | None
    peak: float | None


@dataclass(slots=True)
class Measured:
    """Every run of one command; `fault` says why there is none."""

    name: str
    runs: list[Run] = field(default_factory=list)
    fault: str | None = None

    @property
    def wall(self) -> float | None:
        """The median of the seconds on the wall."""
        return statistics.median(run.wall for run in self.runs) if self.runs else None

    @property
    def processor(self) -> float | None:
        """The median of the processor's seconds."""
        return _median([run.processor for run in self.runs])

    @property
    def peak(self) -> float | None:
        """The median of the peaks of all processes together, in megabytes."""
        return _median([run.peak for run in self.runs])


def in_turns(commands: Sequence[Command], runs: int) -> dict[str, Measured]:
    """Run every command once in each round, so that a slow minute of the machine meets them all."""
    found = {command.name: Measured(command.name) for command in commands}
    for number in range(runs):
        for command in commands:
            measured = found[command.name]
            if measured.fault or (number and measured.runs[0].wall > _LONG):
                continue
            outcome = run_once(command)
            if isinstance(outcome, Run):
                measured.runs.append(outcome)
            else:
                measured.fault, measured.runs = outcome, []
            _tell(command.name, number, outcome)
    return found


def run_once(command: Command) -> Run | str:
    """Run one command to its end; return what it took, or why it does not count."""
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "LLPLAN_LANG": "en",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
    }
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, stdout=subprocess.DEVNULL, stderr=errors, env=environment
        )
        sampler = _Sampler(process.pid)
        processor, own_peak = _wait(process)
        wall = time.perf_counter() - began
        peaks = [peak for peak in (sampler.stop(), own_peak) if peak]
        if process.returncode not in command.codes:
            errors.seek(0)
            text = errors.read().decode("utf-8", "replace").strip()
            return f"exit {process.returncode}: {text.splitlines()[-1][:160] if text else 'no message'}"
    return Run(wall, processor, max(peaks) / _MEGABYTE if peaks else None)


def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, int]:
    """Wait for the end; return its and its children's processor time, and the peak of the largest."""
    if sys.platform == "win32":
        process.wait()
        return None, 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, _own_peak(usage.ru_maxrss)


def _own_peak(peak: int) -> int:
    """Return a child's peak in bytes, 0 where it may be ours: a fork begins with our own pages."""
    if sys.platform == "win32":
        return 0
    import resource

    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return 0 if peak <= ours else peak * (1 if sys.platform == "darwin" else 1024)


class _Sampler:
    """Watches the memory of a process and everything below it, as the sum of resident sizes.

    Pages that two processes share are counted twice: the figure is never too small.
    """

    def __init__(self, root: int) -> None:
        self._root = root
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """End the watch; return the largest sum in bytes, 0 where the system does not tell."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        if sys.platform != "linux":
            return
        while not self._done.wait(_SAMPLE_EVERY):
            self._peak = max(self._peak, _resident(self._root))


def _resident(pid: int) -> int:
    """Return the resident bytes of a process and of all below it, as Linux tells them."""
    here = Path(f"/proc/{pid}")
    try:
        total = int((here / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for thread in (here / "task").iterdir():
            total += sum(_resident(int(child)) for child in (thread / "children").read_text().split())
    except (OSError, IndexError, ValueError):
        return 0
    return total


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def _tell(name: str, number: int, outcome: Run | str) -> None:
    text = (
        outcome
        if isinstance(outcome, str)
        else f"{outcome.wall:.3f} s" + (f", {outcome.peak:.0f} MB" if outcome.peak else "")
    )
    print(f"  {number + 1}: {name}: {text}", file=sys.stderr, flush=True)

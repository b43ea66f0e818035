"""Change the code in small ways and see which changes no test notices (mutation testing).

    python tools/mutate.py FOLDER            run in a copy of the tracked files, list what survived
    python tools/mutate.py FOLDER PATTERN…   only these files (`src/lifelong_learning/scoring/*.py`)

The folder is made where it is not there; a run that was stopped goes on in it. Mutants are made of what
computes and rounds: the engine, the yardstick, the readers of values and rows, the figures that people
read. The tests that judge them are the policy: cases, laws, promises of verdicts, values of cells, figures.

mutmut makes the mutants. The tests are collected once and run once, to see how long each takes and which
functions it calls; then every mutant is tried in a fork of that process, its tests in the order of their
time until one fails. Needs mutmut beside the test tools (`pip install "mutmut>=3.8,<3.9"`) and a system
that can fork.
"""

from __future__ import annotations

import ast
import difflib
import io
import json
import os
import re
import signal
import subprocess
import sys
import tarfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest

ROOT = Path(__file__).resolve().parents[1]
MUTATED = (
    "src/lifelong_learning/scoring/*.py",
    "src/lifelong_learning/model/scores.py",
    "src/lifelong_learning/model/yardstick.py",
    "src/lifelong_learning/submission/sheet/rows.py",
    "src/lifelong_learning/submission/sheet/values.py",
    "src/lifelong_learning/reports/view/figures.py",
)
TESTS = (
    "tests/cases",
    "tests/api/cases/test_bundled.py::test_every_bundled_case_passes",
    "tests/api/test_selecting.py",
    "tests/api/test_waivers.py",
    "tests/example/test_way.py",
    "tests/field/test_account.py",
    "tests/field/test_field.py",
    "tests/field/test_kinds.py",
    "tests/limits",
    "tests/other_figures",
    "tests/promises/test_section_4_verdicts.py",
    "tests/scoring/test_engine.py",
    "tests/scoring/test_evidence.py",
    "tests/scoring/test_exact.py",
    "tests/scoring/test_laws.py",
    "tests/scoring/test_mirrors.py",
    "tests/scoring/test_oracle.py",
    "tests/scoring/test_standing.py",
    "tests/submission/test_broken.py",
    "tests/submission/test_register.py",
    "tests/submission/test_values.py",
    "tests/reports/test_evaluation_json.py",
    "tests/reports/test_figures.py",
    "tests/reports/test_text.py",
    "tests/reports/test_trace_json.py",
)
STRICT = re.compile(r",? ?\bstrict=\w+")
MUTANTS, TIMES, RESULTS, KILLER = "mutants.json", "times.json", "results.json", ".killer"
AT_ONCE = os.cpu_count() or 1
LEAST_SECONDS, SLOWER = 5, 5
MOST_MEMORY = 2**31


def set_up(folder: Path, patterns: tuple[str, ...]) -> None:
    """Fill a new folder with the tracked files, and the files that match with all their mutants."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    mutants: dict[str, str] = {}
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        name = path.relative_to(folder).as_posix()
        mutated = mutate_file_contents(name, path.read_text("utf-8"))
        path.write_text(mutated.code, encoding="utf-8")
        module = name.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        mutants |= {f"{module}.{one}": name for one, _ in changes(mutated.code, mutated.mutant_names)}
    written(folder / MUTANTS, mutants)


def written(path: Path, value: object) -> None:
    """Write a value as JSON."""
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding="utf-8")


def kept(path: Path) -> dict[str, str]:
    """Return what an earlier run wrote, or nothing."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


class Trials:
    """A plugin of pytest that runs the collected tests once plain, then once for every mutant."""

    def __init__(self, folder: Path) -> None:
        """Take up what an earlier run found."""
        self.folder = folder
        self.results = kept(folder / RESULTS)
        self.seconds: dict[str, float] = {}
        self.kills: Counter[str] = Counter()
        self.tests_of: dict[str, list[str]] = defaultdict(list)

    def pytest_collection(self) -> None:
        """Let hypothesis draw the same each time, and not make a counterexample smaller: one is enough."""
        from hypothesis import Phase, settings

        quick = settings(derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
        settings.register_profile("mutants", quick)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant that has no result yet; nothing is run where a test fails without one."""
        self._time(session)
        if session.testsfailed:
            return True
        running: dict[int, str] = {}
        for mutant in kept(self.folder / MUTANTS):
            if mutant in self.results:
                continue
            tests = self._tests(session, mutant)
            if not tests:
                self._note(mutant, "no test")
                continue
            if len(running) == AT_ONCE:
                self._wait(running)
            running[self._start(session, mutant, tests)] = mutant
        while running:
            self._wait(running)
        return True

    def _time(self, session: pytest.Session) -> None:
        """Run every test once: its time, and the functions that it calls."""
        from mutmut.mutation.trampoline import set_mutant_under_test
        from mutmut.state import state

        set_mutant_under_test("stats")
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            state()._stats.clear()
            start = time.perf_counter()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            self.seconds[item.nodeid] = time.perf_counter() - start
            for function in state()._stats:
                self.tests_of[function].append(item.nodeid)
        written(self.folder / TIMES, {"seconds": self.seconds, "tests": self.tests_of})

    def _tests(self, session: pytest.Session, mutant: str) -> list[pytest.Item]:
        """Return the tests that call the mutant's function, those first that tell most in least time."""
        called = set(self.tests_of[mutant.partition("__mutmut_")[0]])
        chosen = [item for item in session.items if item.nodeid in called]
        # A test that has told many mutants in little time comes first.
        return sorted(
            chosen, key=lambda item: (self.seconds[item.nodeid] + 0.01) / (self.kills[item.nodeid] + 1)
        )

    def _start(self, session: pytest.Session, mutant: str, tests: list[pytest.Item]) -> int:
        """Try a mutant in a fork: it ends with 1 where a test fails, with 0 where none does."""
        import resource

        from mutmut.mutation.trampoline import set_mutant_under_test

        process = os.fork()
        if process:
            return process
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        session.config.pluginmanager.unregister(name="terminalreporter")
        set_mutant_under_test(mutant)
        for item, following in zip(tests, [*tests[1:], None], strict=True):
            signal.alarm(LEAST_SECONDS + int(SLOWER * self.seconds[item.nodeid]))
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                (self.folder / f"{os.getpid()}{KILLER}").write_text(item.nodeid, "utf-8")
                os._exit(1)
        os._exit(0)

    def _wait(self, running: dict[int, str]) -> None:
        """Wait for one mutant and note how it ended."""
        process, status = os.wait()
        if process in running:
            ended = {0: "survived", 1: "killed", -signal.SIGALRM: "timed out"}
            self._note(running.pop(process), ended.get(os.waitstatus_to_exitcode(status), "crashed"))
            killer = self.folder / f"{process}{KILLER}"
            if killer.exists():
                self.kills[killer.read_text("utf-8")] += 1
                killer.unlink()

    def _note(self, mutant: str, result: str) -> None:
        """Keep a result and tell how far the run is."""
        self.results[mutant] = result
        if len(self.results) % 20 == 0:
            written(self.folder / RESULTS, self.results)
            print(len(self.results), dict(Counter(self.results.values())), file=sys.stderr, flush=True)

    def pytest_unconfigure(self) -> None:
        """Write the results."""
        written(self.folder / RESULTS, self.results)


def tried(folder: Path) -> int:
    """Run the tests with every mutant that has no result yet; return pytest's exit code."""
    import pytest
    from mutmut.mutation import trampoline

    # Asked for at every call: a name of the process in place of the environment's takes a third of the time.
    trampoline.get_mutant_under_test = lambda: trampoline._mutant_under_test or ""
    os.chdir(folder)
    os.environ["PYTHONPATH"] = str(folder / "src")
    sys.path[:0] = [str(folder / "src"), str(folder)]
    sys.setrecursionlimit(3000)
    quiet = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return int(pytest.main([*quiet, *TESTS], plugins=[Trials(folder)]))


def changes(code: str, names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the mutants of a file that change more than whether `zip` holds lengths to be equal, with the
    lines that each changes."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    functions = {node.name: ast.unparse(node).splitlines()[1:] for node in nodes}
    for name in names:
        pair = (f"{name.partition('__mutmut_')[0]}__mutmut_orig", name)
        old, new = ([STRICT.sub("", line) for line in functions[one]] for one in pair)
        if old != new:
            yield name, list(difflib.unified_diff(old, new, n=1, lineterm=""))[3:]


def survivors(folder: Path) -> list[str]:
    """Return what no test noticed, each with its change to the function."""
    results, mutants = kept(folder / RESULTS), kept(folder / MUTANTS)
    files: dict[str, list[str]] = defaultdict(list)
    for mutant, path in mutants.items():
        if results.get(mutant) in ("survived", "no test"):
            files[path].append(mutant.rpartition(".")[2])
    return [
        "\n".join([f"{path} {name}", *lines])
        for path, names in files.items()
        for name, lines in changes((folder / path).read_text("utf-8"), names)
    ]


def main() -> int:
    """Run the mutants, print the survivors and the counts; return 1 where the tests fail without a mutant."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1]).resolve()
    if not folder.exists():
        folder.mkdir(parents=True)
        set_up(folder, tuple(sys.argv[2:]) or MUTATED)
    failed = tried(folder)
    print("\n\n".join(survivors(folder)))
    print(dict(Counter(kept(folder / RESULTS).values())))
    return int(failed != 0)


if __name__ == "__main__":
    sys.exit(main())

"""Change the code in small ways and see which changes no test notices (mutation testing by mutmut).

    python tools/mutate.py FOLDER            run in a copy of the tracked files, list what survived
    python tools/mutate.py FOLDER PATTERN…   only these modules (`src/lifelong_learning/scoring/*`)

The folder is made where it is not there; a run that was stopped goes on in it. Mutants are made of what
computes and rounds: the engine, the yardstick, the readers of values, the figures that people read. The
tests that judge them are the policy: cases, laws, promises of verdicts, values of cells, figures.
Needs mutmut 3 beside the test tools (`pip install "mutmut>=3.8,<4"`) and a system that can fork.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MUTATED = (
    "src/lifelong_learning/scoring/*",
    "src/lifelong_learning/model/yardstick.py",
    "src/lifelong_learning/submission/sheet/values.py",
    "src/lifelong_learning/reports/view/figures.py",
)
TESTS = (
    "tests/cases",
    "tests/api/cases/test_bundled.py",
    "tests/api/test_selecting.py",
    "tests/api/test_waivers.py",
    "tests/limits",
    "tests/promises/test_section_4_verdicts.py",
    "tests/scoring/test_evidence.py",
    "tests/scoring/test_standing.py",
    "tests/scoring/test_laws.py",
    "tests/submission/test_values.py",
    "tests/reports/test_evaluation_json.py",
    "tests/reports/test_figures.py",
    "tests/reports/test_text.py",
    "tests/reports/test_trace_json.py",
)
SETTINGS = """
[tool.mutmut]
source_paths = ["src/"]
only_mutate = {mutated}
also_copy = {copied}
pytest_add_cli_args_test_selection = {tests}
"""


def tracked_files(folder: Path) -> None:
    """Unpack the tracked files of the last commit into the folder."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def toml_list(texts: tuple[str, ...] | list[str]) -> str:
    """Return the texts as a TOML array."""
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def set_up(folder: Path, mutated: tuple[str, ...]) -> None:
    """Fill an empty folder with the files and the settings of the run."""
    folder.mkdir(parents=True)
    tracked_files(folder)
    copied = sorted(path.name for path in folder.iterdir() if path.name not in ("src", "mutants"))
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            SETTINGS.format(mutated=toml_list(mutated), copied=toml_list(copied), tests=toml_list(TESTS))
        )


def main() -> int:
    """Run the mutants and print the survivors; return mutmut's exit code."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    if not folder.exists():
        set_up(folder, tuple(sys.argv[2:]) or MUTATED)
    mutmut = [sys.executable, "-m", "mutmut"]
    ran = subprocess.run([*mutmut, "run"], cwd=folder, check=False).returncode
    return ran or subprocess.run([*mutmut, "results"], cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

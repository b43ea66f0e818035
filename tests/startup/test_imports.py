"""What a command loads: nothing that it does not use, since loading is most of a short run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
LISTED = """
import os, sys
os._exit = sys.exit
sys.argv = ["llplan", *sys.argv[1:]]
from lifelong_learning.__main__ import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write("\\n" + " ".join(sorted(sys.modules)))
"""


def loaded(*arguments: str) -> set[str]:
    """The modules in memory at the end of a command."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED, *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    return set(done.stderr.splitlines()[-1].split())


def of(modules: set[str], *names: str) -> list[str]:
    """Those of the modules that are named, or stand in a package of the name."""
    return sorted(m for m in modules if any(m == name or m.startswith(f"{name}.") for name in names))


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_first_answers_load_no_command(option: str) -> None:
    """The version and the first page of help come without the command line library and the catalogue."""
    names = ("typer", "lifelong_learning.cli.main", "lifelong_learning.catalogue", "dataclasses", "inspect")
    assert of(loaded(option), *names) == []


def test_the_command_line_loads_no_writer_and_no_reader() -> None:
    """Building the commands loads neither spreadsheets, nor plans, nor reports."""
    names = (
        "openpyxl", "xlsxwriter", "python_calamine", "pydantic", "yaml", "orjson", "rich", "concurrent",
        "lifelong_learning.reports", "lifelong_learning.forms", "lifelong_learning.submission",
        "lifelong_learning.scoring", "lifelong_learning.plan",
    )  # fmt: skip
    assert of(loaded("evaluate", "--help"), *names) == []


def test_an_evaluation_to_json_loads_its_own_report_alone() -> None:
    """Scoring a workbook loads no other report, no writer of workbooks, and starts no pool."""
    loaded("evaluate", str(SAMPLE), "--format", "json")  # the plan is checked once, then kept
    modules = loaded("evaluate", str(SAMPLE), "--format", "json")
    names = (
        "openpyxl", "xlsxwriter", "pydantic", "yaml", "rich", "concurrent.futures",
        "lifelong_learning.forms",
        "lifelong_learning.reports.document", "lifelong_learning.reports.scorecard_xlsx",
        "lifelong_learning.reports.checks",
    )  # fmt: skip
    assert of(modules, *names) == []
    assert of(modules, "lifelong_learning.reports.evaluation_json") != []


def test_a_form_loads_nothing_of_a_network(tmp_path: Path) -> None:
    """An empty form is written without mail, web and encryption, which a small helper of XML once brought
    along, and without what reads, scores and reports."""
    modules = loaded("template", "--output", str(tmp_path / "form.xlsx"))
    names = (
        "email", "http", "ssl", "urllib.request", "xlsxwriter", "rich", "pydantic",
        "lifelong_learning.submission.reading", "lifelong_learning.scoring", "lifelong_learning.reports",
    )  # fmt: skip
    assert of(modules, *names) == []
    assert of(modules, "openpyxl.writer.excel") != []


def completing(words: str) -> set[str]:
    """The modules in memory when a shell has been answered."""
    asked = {**os.environ, "_LLPLAN_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": words}
    done = subprocess.run(
        [sys.executable, "-c", LISTED], env=asked, capture_output=True, check=True, encoding="utf-8"
    )
    return set(done.stderr.splitlines()[-1].split())


def test_a_tab_and_a_list_of_targets_load_no_cases() -> None:
    """Neither an answer to the shell nor a list reads YAML, or what runs the cases of a plan."""
    names = ("yaml", "lifelong_learning.api.cases", "lifelong_learning.submission.reading")
    loaded("targets", "list")  # the plan is checked once, then kept
    assert of(loaded("targets", "list"), *names) == []
    for words in ("llplan evaluate --plan ha", "llplan targets show li"):
        assert of(completing(words), *names) == []

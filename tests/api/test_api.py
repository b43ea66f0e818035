"""The Python interface: small, typed, lazy, and the way that the commands go."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import lifelong_learning
from lifelong_learning import (
    Filters,
    PlanError,
    UsageError,
    check,
    evaluate,
    load_plan,
    read_submission,
    render,
)

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
CHAPTER = ROOT / "docs" / "python.md"


def example() -> str:
    """Return the example of the chapter."""
    (code,) = re.findall(r"```python\n(.*?)```", CHAPTER.read_text("utf-8"), re.DOTALL)
    return str(code)


def test_the_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The ten lines of the chapter do what they say beside the sample."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert len([line for line in example().splitlines() if line.strip()]) == 10
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(example(), str(CHAPTER), "exec"), {"__name__": "example"})
    assert said.getvalue().splitlines()[:2] == [
        "2 findings",
        "library-free-internet {'level': 'commune'} +8.33 %",
    ]
    assert (tmp_path / "report.html").read_bytes().startswith(b'<!doctype html>\n<html lang="vi">')


def test_importing_the_package_loads_nothing_else() -> None:
    """Names are loaded at their first use, so that a start stays cheap."""
    code = "import sys, lifelong_learning; print([m for m in sys.modules if 'lifelong_learning.' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    """What the package lists can be had, and nothing else can."""
    assert all(getattr(lifelong_learning, name) is not None for name in lifelong_learning.__all__)
    assert set(lifelong_learning.__all__) <= set(dir(lifelong_learning))
    with pytest.raises(AttributeError, match="module 'lifelong_learning' has no attribute 'nothing'"):
        _ = lifelong_learning.nothing


def test_an_executor_and_a_single_process_read_the_same(tmp_path: Path) -> None:
    """The same bytes come out however workbooks are read."""
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    with ThreadPoolExecutor(2) as pool:
        side_by_side = render(evaluate(tmp_path, executor=pool), "json")
    assert side_by_side == render(evaluate(tmp_path), "json")
    assert side_by_side == render(evaluate([tmp_path / "b.xlsx", str(tmp_path / "a.xlsx")]), "json")


def test_a_loaded_plan_and_its_id_give_the_same() -> None:
    """A plan may be named or loaded, with another base year too."""
    plan = load_plan("ha-giang-2030")
    assert render(evaluate(SAMPLE, plan=plan), "json") == render(evaluate(SAMPLE), "json")
    rebased = evaluate(SAMPLE, plan=plan, base_year=2021).plan
    assert rebased == evaluate(SAMPLE, base_year=2021).plan
    assert {target.base_year for target in rebased.targets} == {2021}


def test_a_submission_can_be_read_alone() -> None:
    """Its years and panels are there with the findings."""
    reading = read_submission(SAMPLE, load_plan("ha-giang-2030"))
    assert max(reading.submission.years("year")) == 2024
    assert list(reading.submission.panels) == ["library", "museum", "cultural_house"]
    assert [found.code for found in reading.findings] == ["YR402", "YR402"]


def test_filters_narrow_a_run() -> None:
    """Groups are formed of what remains."""
    card = evaluate(SAMPLE, filters=Filters(kinds=("museum",))).scorecard
    assert {unit.kind for unit in card.units} == {"museum"}


@pytest.mark.parametrize("name", ["text", "json", "csv", "markdown", "html", "xlsx"])
def test_every_format_of_an_evaluation(name: str) -> None:
    """Each is a whole document, the same at every call."""
    evaluation = evaluate(SAMPLE, filters=Filters(kinds=("museum",)))
    assert render(evaluation, name) == render(evaluation, name) != b""


@pytest.mark.parametrize("name", ["text", "json", "csv", "github", "junit", "sarif"])
def test_every_format_of_a_check(name: str) -> None:
    """Each is a whole document."""
    assert render(check(SAMPLE), name, "vi") != b""


def test_what_cannot_start_is_an_exception() -> None:
    """Unknown formats, paths and plans are named; a faulty plan brings its findings."""
    with pytest.raises(UsageError, match="format_unknown"):
        render(check(SAMPLE), "xlsx")
    with pytest.raises(UsageError, match="format_unknown"):
        render(evaluate(SAMPLE), "docx")
    with pytest.raises(UsageError, match="path_missing"):
        check("nowhere.xlsx")
    with pytest.raises(UsageError, match="plan_unknown"):
        evaluate(SAMPLE, plan="nowhere")
    with pytest.raises(PlanError):
        evaluate(SAMPLE, plan=ROOT / "docs")


def test_the_commands_neither_read_workbooks_nor_score() -> None:
    """They import use cases, plans and reports; reading and scoring is left to the interface's own way."""
    for path in sorted((ROOT / "src" / "lifelong_learning" / "cli").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        guarded = {
            node for block in ast.walk(tree)
            if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
            for node in ast.walk(block)
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node not in guarded:
                module = node.module or ""
                assert not module.startswith("lifelong_learning.scoring"), (path.name, module)
                assert module != "lifelong_learning.submission", (path.name, module)
                assert not module.startswith("lifelong_learning.submission.reading"), (path.name, module)

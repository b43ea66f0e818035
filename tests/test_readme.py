"""The README is true: its commands run, its outputs and help texts are those of the program."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from lifelong_learning import evaluate, read_submission
from lifelong_learning.model.scores import waived_results

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme_tool", ROOT / "tools" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_shown_output_is_the_programs_own() -> None:
    """Each `$ llplan …` block shows what the command prints today, help texts included."""
    tool = _tool()
    assert tool.BLOCK.search(TEXT)
    assert tool.renewed(TEXT) == TEXT


def _first_block(kind: str, heading: str) -> str:
    found = re.search(rf"^### {heading}\n.*?```{kind}\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_waivers_shown_are_those_of_the_data() -> None:
    """What the reader copies is the file that the sample is evaluated with, and it excuses one result."""
    shown = _first_block("yaml", "Results that are excused")
    file = ROOT / "data" / "waivers.yaml"
    assert file.read_text(encoding="utf-8").endswith(f"\n\n{shown}")
    evaluation = evaluate(SAMPLE, waivers=file)
    waived = [(unit.identity.code, result.target.id) for unit, result in waived_results(evaluation.scorecard)]
    assert waived == [("031", "library-visits-growth")]
    assert [one.code for one in evaluation.findings if one.code.startswith("PL")] == []


def test_the_register_shown_is_a_register(tmp_path: Path) -> None:
    """It is read without a fault of its own, and the successor is expected where its predecessor was."""
    file = tmp_path / "register.csv"
    file.write_text(_first_block("csv", "Who is expected"), encoding="utf-8")
    read = read_submission(SAMPLE, register=file)
    assert [one for one in read.findings if one.file == str(file) and one.code != "RG503"] == []
    assert read.submission.register is not None
    assert list(read.submission.register.entries) == [("library", "031"), ("library", "031-01")]


def test_workflow_and_hook_are_yaml() -> None:
    """What a province is to paste is YAML, and the hook that it names exists."""
    blocks = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    documents = [yaml.safe_load(block) for block in blocks]
    named = [hook["id"] for d in documents if "repos" in d for repo in d["repos"] for hook in repo["hooks"]]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert named == [hook["id"] for hook in offered]

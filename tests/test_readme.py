"""The README is true: its commands run, its outputs and help texts are those of the program."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
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


def test_workflow_and_hook_are_yaml() -> None:
    """What a province is to paste is YAML, and the hook that it names exists."""
    blocks = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    documents = [yaml.safe_load(block) for block in blocks]
    named = [hook["id"] for d in documents if "repos" in d for repo in d["repos"] for hook in repo["hooks"]]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert named == [hook["id"] for hook in offered]

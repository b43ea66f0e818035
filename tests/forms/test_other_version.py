"""A form that was made from another version of the plan is recognised, and read with a note."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from tests.cli.conftest import ROOT, llplan  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran


def test_form_of_another_version(llplan: Callable[..., Ran], tmp_path: Path) -> None:  # noqa: F811
    """The plan is edited after the form was made: the form says so itself, and nothing else of it."""
    shutil.copytree(ROOT / "targets" / "ha-giang-2030", tmp_path / "plan")
    made = llplan("template", "--year", 2025, "--plan", "plan", "--output", "form.xlsx", cwd=tmp_path)
    assert made.code == 0, made.err
    with (tmp_path / "plan" / "staff.yaml").open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    notes = json.loads(llplan("check", "form.xlsx", "--plan", "plan", "--format", "json", cwd=tmp_path).out)
    found = [(one["severity"], one["message"]) for one in notes["findings"] if one["code"] == "SH109"]
    assert found == [
        (
            "info",
            "The form was made from another version of the plan (ha-giang-2030); its columns go by name.",
        )
    ]


def test_form_of_another_plan(llplan: Callable[..., Ran], tmp_path: Path) -> None:  # noqa: F811
    """Where `--plan` was forgotten a warning, once a workbook, names the plan to use."""
    made = llplan(
        "template", "--plan", "ha-giang-2020", "--year", 2020, "--output", "form.xlsx", cwd=tmp_path
    )
    assert made.code == 0, made.err
    read = json.loads(llplan("check", "form.xlsx", "--format", "json", cwd=tmp_path).out)
    (found,) = [one for one in read["findings"] if one["code"] == "SH109"]
    assert (found["severity"], found["sheet"], found["message"], found["remedy"]) == (
        "warning",
        None,
        "The form was made from the plan ha-giang-2020, and is read with ha-giang-2030.",
        "Use --plan ha-giang-2020; if ha-giang-2030 is right, make the form anew with llplan template.",
    )
    right = llplan("check", "form.xlsx", "--plan", "ha-giang-2020", "--format", "json", cwd=tmp_path)
    assert "SH109" not in right.out

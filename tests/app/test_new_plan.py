"""A plan begun by `targets new` is sound as it stands, and nothing is written over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from lifelong_learning import UsageError, load_plan
from lifelong_learning.app.cases import run_cases
from lifelong_learning.app.new_plan import new_plan
from lifelong_learning.plan import check_plan

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_plan_has_no_fault_and_its_cases_pass(tmp_path: Path) -> None:
    """It can be checked, loaded and tested before a word of it is changed."""
    folder = new_plan("binh-an-2030", str(tmp_path))
    assert folder == tmp_path / "binh-an-2030"
    assert list(check_plan(folder)) == []
    assert load_plan(folder).id == "binh-an-2030"
    assert run_cases(folder).passed


def test_its_files_follow_the_schemas_beside_them(tmp_path: Path) -> None:
    """The first line of each file names the schema that an editor is to use, and the file follows it."""
    folder = new_plan("x", str(tmp_path))
    for name, schema in (("plan", "plan"), ("measures", "part"), ("targets", "part")):
        text = (folder / f"{name}.yaml").read_text("utf-8")
        assert text.startswith(f"# yaml-language-server: $schema=schema/{schema}.schema.json\n")
        rules = json.loads((folder / "schema" / f"{schema}.schema.json").read_text("utf-8"))
        jsonschema.validate(yaml.safe_load(text), rules)


def test_every_part_is_commented(tmp_path: Path) -> None:
    """Each file says what it is for, and how its figures are written."""
    folder = new_plan("x", str(tmp_path))
    comments = {
        path.name: sum(line.lstrip().startswith("#") for line in path.read_text("utf-8").splitlines())
        for path in folder.glob("*.yaml")
    }
    assert {name for name, lines in comments.items() if lines >= 5} == {
        "plan.yaml", "measures.yaml", "targets.yaml",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Binh-An", "bình-an", "a b", "", "-a", "a--b", "../a", "a" * 65])
def test_a_name_that_no_plan_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is written."""
    with pytest.raises(UsageError) as refused:
        new_plan(name, str(tmp_path))
    assert refused.value.key == "plan_name"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that exists is left as it is, and a parent that does not exist is named."""
    (tmp_path / "x").mkdir()
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path))
    assert (refused.value.key, list((tmp_path / "x").iterdir())) == ("folder_exists", [])
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path / "none"))
    assert refused.value.key == "path_missing"
    (tmp_path / "file").touch()
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path / "file"))
    assert refused.value.key == "output_unwritable"

"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lifelong_learning.errors import UsageError
from lifelong_learning.plan import bundled_ids, json_schema, locate
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.reader import read
from lifelong_learning.plan.schema import FILES, schema_path, schema_text

SMALL = Path(__file__).parent / "small"
WRITTEN = [path for name in bundled_ids() for path in sorted(locate(name).glob("*.yaml"))]


@pytest.mark.parametrize("file", FILES)
def test_shipped_schema_is_the_generated_one(file: str) -> None:
    """The file beside the bundled plans is what the models say."""
    assert schema_path(file).read_text(encoding="utf-8") == schema_text(file)
    Draft202012Validator.check_schema(json_schema(file))


@pytest.mark.parametrize("path", WRITTEN, ids=[f"{path.parent.name}-{path.stem}" for path in WRITTEN])
def test_modeline_leads_to_a_schema_that_the_file_meets(path: Path) -> None:
    """Every bundled file names its schema by a path that works, and is valid by it."""
    content = path.read_bytes()
    match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", content.decode())
    assert match
    schema = json.loads((path.parent / match[1]).read_text(encoding="utf-8"))
    assert schema == json_schema("plan" if path.name == "plan.yaml" else "part")
    Draft202012Validator(schema).validate(read(str(path), content, Reporter()).data)


@pytest.mark.parametrize("name", ["plan", "part"])
def test_schema_takes_dated_and_absolute_figures(name: str) -> None:
    """The small plan, with all forms of threshold, is valid too."""
    data = read(name, (SMALL / f"{name}.yaml").read_bytes(), Reporter()).data
    Draft202012Validator(json_schema(name)).validate(data)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("threshold: 90000", "threshold: 90,000 lượt"),
        ("    denominator: [residents]\n", ""),
        ("kind: growth_yearly", "kind: growth"),
        ("weight: 0.5", "wieght: 0.5"),
        ("weight: 0.5", "weight: 0"),
    ],
)
def test_schema_refuses_what_the_reader_refuses(before: str, after: str) -> None:
    """An editor marks these faults as one types."""
    text = (SMALL / "part.yaml").read_text(encoding="utf-8")
    assert before in text
    data = read("part.yaml", text.replace(before, after).encode(), Reporter()).data
    assert not Draft202012Validator(json_schema("part")).is_valid(data)


def test_another_schema_is_unknown() -> None:
    """There are two sorts of file."""
    with pytest.raises(UsageError) as caught:
        json_schema("targets")
    assert caught.value.arguments == {"value": "targets", "known": "plan, part"}

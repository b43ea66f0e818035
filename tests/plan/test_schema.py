"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from lifelong_learning.catalogue.words.schema import SCHEMA
from lifelong_learning.errors import UsageError
from lifelong_learning.plan import bundled_folder, bundled_ids, json_schema, locate
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.reader import read
from lifelong_learning.plan.schema import FILES, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang

ROOT = Path(__file__).resolve().parents[2]
SMALL = Path(__file__).parent / "small"
WRITTEN = [path for name in bundled_ids() for path in sorted(locate(name).glob("*.yaml"))]


@pytest.mark.parametrize("file", FILES)
def test_shipped_schema_is_the_generated_one(file: str) -> None:
    """The file beside the bundled plans is what the models say."""
    shipped = bundled_folder() / "schema" / f"{file}.schema.json"
    assert shipped.read_text(encoding="utf-8") == schema_text(file)
    Draft202012Validator.check_schema(json_schema(file))


def _keys(part: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key that a schema knows, with what is said of it."""
    for name, value in part.items() if isinstance(part, dict) else enumerate(part):
        if name == "properties":
            yield from value.items()
        if isinstance(value, dict | list):
            yield from _keys(value)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_key_is_explained_and_every_explanation_is_used(lang: Lang) -> None:
    """An editor says of each key what it is for, in the language that was asked for."""
    used = set()
    for file in FILES:
        document = json_schema(file, lang)
        used.add(document["title"])
        for key, rules in _keys(document):
            assert rules["description"], key
            used.add(rules["description"])
    assert used == {texts[lang == "vi"] for texts in SCHEMA.values()}


def _beside() -> list[tuple[str, Path]]:
    cases = [path for name in bundled_ids() for path in (locate(name) / "cases").glob("*.yaml")]
    cases += (ROOT / "tests" / "cases").glob("*.yaml")
    return [
        *(("cases", path) for path in sorted(cases)),
        ("waivers", ROOT / "data" / "waivers.yaml"),
        ("letterhead", ROOT / "data" / "letterhead.yaml"),
    ]


@pytest.mark.parametrize(("file", "path"), _beside(), ids=lambda value: str(value).rsplit("/", 1)[-1])
def test_what_the_readers_take_is_valid(file: str, path: Path) -> None:
    """Cases, waivers and the letterhead that ship, and the cases of the tests."""
    Draft202012Validator(json_schema(file)).validate(read(str(path), path.read_bytes(), Reporter()).data)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("cases", "why:", "reason:"),
        ("cases", "year: 2022", "year: last"),
        ("cases", "status: met", "status: reached"),
        ("cases", "library_visits: 10000", "library_visits: many"),
        ("cases", "2020: {", "2020 Q1: {"),
        ("cases", "value: 10 %", "value: ten"),
        ("waivers", "justification:", "because:"),
        ("waivers", "period: 2024", "period: last year"),
        ("waivers", "expires: 2025-06-30", "expires: 30/6/2025"),
        ("letterhead", "place: Hà Giang", "town: Hà Giang"),
        ("letterhead", "place: Hà Giang", "place: 12"),
    ],
)
def test_schemas_beside_a_plan_refuse_what_the_readers_refuse(file: str, before: str, after: str) -> None:
    """An editor marks these faults as one types."""
    path = ROOT / "data" / f"{file}.yaml"
    if file == "cases":
        path = locate("ha-giang-2030") / "cases" / "library-visits-growth.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    rules = Draft202012Validator(json_schema(file))
    assert rules.is_valid(read("x.yaml", text.encode(), Reporter()).data)
    assert not rules.is_valid(read("x.yaml", text.replace(before, after, 1).encode(), Reporter()).data)


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
    """There are five sorts of file."""
    with pytest.raises(UsageError) as caught:
        json_schema("targets")
    assert caught.value.arguments == {
        "value": "targets",
        "known": "plan, part, cases, waivers, letterhead, config",
    }

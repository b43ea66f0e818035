"""The evaluation document."""

import json
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.scores import Status
from lifelong_learning.reports import evaluation_json

COUNTS = {Severity.ERROR: 4, Severity.WARNING: 0, Severity.INFO: 1}
RESULT_KEYS = [
    "target", "scope", "value", "threshold", "upper", "direction", "status", "reason", "attainment", "excess",
    "base_year",
]  # fmt: skip
GROUP_KEYS = [
    "target", "scope", "district", "value", "threshold", "upper", "direction", "status", "reason",
    "attainment", "excess", "base_year", "members", "reporting", "left_out", "provisional", "origin",
]  # fmt: skip


def _document(world: SimpleNamespace, *, inputs: bool = False) -> Any:
    pieces = evaluation_json.stream(
        world.scorecard,
        COUNTS,
        lang="en",
        tool_version="0.1.0",
        commitments_of=world.commitments_of,
        inputs_of=world.inputs_of if inputs else None,
    )
    written = b"".join(pieces)
    return written, json.loads(written)


def _validator() -> Any:
    schema = json.loads((files("lifelong_learning") / "schemas" / "evaluation-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("inputs", [False, True])
def test_document_fits_its_schema(world: SimpleNamespace, inputs: bool) -> None:
    """The document, with and without inputs, is what the published schema says."""
    _, document = _document(world, inputs=inputs)
    _validator().validate(document)


def test_keys_stand_in_the_fixed_order(world: SimpleNamespace) -> None:
    """Every key is there, null or not, in one order."""
    _, document = _document(world)
    assert list(document) == [
        "schema", "tool", "plan", "lang", "year", "period", "files", "units", "groups", "totals", "findings",
    ]  # fmt: skip
    assert list(document["plan"]) == ["id", "sha256", "base_year", "target_year"]
    assert list(document["units"][0]) == [
        "code", "name", "kind", "level", "district", "area", "score", "completeness",
        "results", "commitments",
    ]  # fmt: skip
    assert {tuple(result) for unit in document["units"] for result in unit["results"]} == {tuple(RESULT_KEYS)}
    assert {tuple(group) for group in document["groups"]} == {tuple(GROUP_KEYS)}
    assert list(document["totals"]) == [status.value for status in Status]
    assert document["findings"] == {"error": 4, "warning": 0, "info": 1}


def test_a_unit_says_yes_in_booleans_and_counts_in_integers(world: SimpleNamespace) -> None:
    """A unit's coverage is true against 1, a growth is a fraction, a count is an integer."""
    _, document = _document(world)
    internet, growth, _, exhibitions, watched = document["units"][0]["results"]
    assert internet == {
        "target": "library-free-internet", "scope": {"level": "district"}, "value": True, "threshold": 1,
        "upper": None, "direction": "at_least", "status": "met", "reason": None, "attainment": 1.0,
        "excess": 0.0, "base_year": None,
    }  # fmt: skip
    assert (growth["value"], growth["threshold"], growth["upper"]) == (0.161051, 0.1, 0.15)
    assert (exhibitions["value"], exhibitions["threshold"], exhibitions["upper"]) == (4, 3, 5)
    assert type(exhibitions["value"]) is type(exhibitions["threshold"]) is int
    assert (watched["value"], watched["threshold"], watched["attainment"]) == (-0.13, None, None)


def test_a_group_says_how_much_stands_behind_it(world: SimpleNamespace) -> None:
    """A provisional group names who is left out; a published one has no members."""
    _, document = _document(world)
    growth, exhibitions = document["groups"][2], document["groups"][5]
    assert (growth["members"], growth["reporting"], growth["provisional"]) == (11, 3, True)
    assert growth["left_out"] == ["026", "027", "028", "029", "030", "031", "032", "033"]
    assert (exhibitions["members"], exhibitions["reporting"], exhibitions["origin"]) == (
        None,
        None,
        "reported",
    )


def test_inputs_name_their_cells(world: SimpleNamespace) -> None:
    """With inputs every cell used is listed, blank ones with null."""
    _, document = _document(world, inputs=True)
    assert list(document["units"][0]["results"][0]) == [*RESULT_KEYS, "inputs"]
    assert document["units"][0]["results"][1]["inputs"][0] == {
        "measure": "library_visits", "year": 2020, "period": "year", "value": 231075,
        "file": "số liệu/2024.xlsx", "sheet": "Thư viện", "cell": "H4",
    }  # fmt: skip
    assert document["units"][2]["results"][1]["inputs"] == [
        {
            "measure": "library_visits", "year": 2024, "period": "year", "value": None,
            "file": None, "sheet": None, "cell": None,
        }
    ]  # fmt: skip
    assert document["units"][0]["commitments"] == [
        {
            "commitment": "book-day",
            "done": True,
            "file": "số liệu/2024.xlsx",
            "sheet": "Thư viện",
            "cell": "M8",
        }
    ]


def test_records_stand_one_a_line(world: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are written at a time, every unit and group is a whole record on a line of its own."""
    whole, document = _document(world)
    monkeypatch.setattr(evaluation_json, "UNITS_AT_A_TIME", 2)
    in_pieces, _ = _document(world)
    assert in_pieces == whole
    lines = [line.strip().rstrip(",") for line in whole.decode().splitlines() if line.startswith('    {"')]
    assert [json.loads(line) for line in lines] == [*document["units"], *document["groups"]]

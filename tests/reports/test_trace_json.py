"""The trace document."""

import json
from importlib.resources import files
from types import SimpleNamespace

import jsonschema

from lifelong_learning._version import __version__
from lifelong_learning.reports import trace_json


def test_trace_fits_its_schema_and_shows_the_sum(world: SimpleNamespace) -> None:
    """Inputs, the filled-in formula, the straight line and the clause stand beside each result."""
    card = world.scorecard
    written = trace_json.render(
        card, card.units, lang="en", tool_version=__version__, inputs_of=world.inputs_of
    )
    document = json.loads(written)
    schema = json.loads((files("lifelong_learning") / "schemas" / "trace-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    _, growth, reached, _, _ = document["units"][0]["results"]
    assert growth["formula"] == "(419835 / 231075)^(1/4) - 1"
    assert growth["line"] is None
    assert reached["line"] == {
        "start_year": 2020, "start_value": 0.05, "end_year": 2030, "end_value": 0.1, "expected": 0.07,
    }  # fmt: skip
    assert reached["source"] == {
        "clause": "B.II.2.1¶3", "quote": "100% thư viện cấp huyện, 50% thư viện cấp xã",
    }  # fmt: skip

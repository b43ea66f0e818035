"""SARIF, held against the published schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from lifelong_learning import catalogue
from lifelong_learning.model.findings import Finding, Findings, Severity
from lifelong_learning.reports.checks import sarif
from lifelong_learning.reports.checks.sarif import uri_of
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.submission import FileInfo
    from lifelong_learning.reports.checks.report import CheckReport

    Make = Callable[[Findings, Iterable[FileInfo]], CheckReport]

SCHEMA = Path(__file__).parent / "sarif_schema" / "sarif-schema-2.1.0.json"
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    """Return the published schema."""
    return Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(report: CheckReport, schema: Draft7Validator) -> dict[str, Any]:
    """Return the one run of a log that keeps the schema."""
    log = json.loads(written(sarif, report, "en"))
    schema.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def test_logs_keep_the_schema(schema: Draft7Validator, report: CheckReport, sound: CheckReport) -> None:
    """A full and an empty log are valid in both languages."""
    for each in (report, sound):
        schema.validate(json.loads(written(sarif, each, "en")))
        schema.validate(json.loads(written(sarif, each, "vi")))


def test_schema_refuses(schema: Draft7Validator, report: CheckReport) -> None:
    """The schema in use refuses a level that does not exist."""
    log = json.loads(written(sarif, report, "en"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.message for error in schema.iter_errors(log)] == [
        "'fatal' is not one of ['none', 'note', 'warning', 'error']"
    ]


@pytest.mark.usefixtures("real_catalogue")
def test_real_catalogue_makes_the_rules(schema: Draft7Validator, make_report: Make) -> None:
    """Every code of the catalogue is a rule, and none of its texts has a place left open."""
    run = run_of(make_report(Findings(), []), schema)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(catalogue.entries())
    texts = [rule[key]["text"] for rule in rules for key in ("shortDescription", "fullDescription", "help")]
    assert not [text for text in texts if re.search("[{}]", re.sub(r"\{\{|\}\}", "", text))]


def test_results_point_at_their_rules(schema: Draft7Validator, report: CheckReport) -> None:
    """Every result has its rule's number and the level of its severity."""
    run = run_of(report, schema)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    levels = {(result["ruleId"][:2], result["level"]) for result in run["results"]}
    assert levels == {
        ("SH", "error"), ("SH", "note"), ("CE", "error"), ("CE", "warning"),
        ("WB", "error"), ("PL", "error"), ("RG", "note"),
    }  # fmt: skip


def test_places(schema: Draft7Validator, report: CheckReport) -> None:
    """A cell is a logical location, its row and column a region; the whole submission has no place."""
    results = run_of(report, schema)["results"]
    by_code = {result["ruleId"]: result.get("locations") for result in results}
    bad: dict[str, Any] = {"artifactLocation": {"uri": "n%E1%BB%99p/V%E1%BB%8B%20Xuy%C3%AAn.xlsx"}}
    assert by_code == {
        "SH108": None,
        "SH103": [
            {
                "physicalLocation": bad,
                "logicalLocations": [{"fullyQualifiedName": "Bảo tàng", "kind": "sheet"}],
            }
        ],
        "SH106": [
            {"physicalLocation": bad, "logicalLocations": [{"fullyQualifiedName": "Sheet9", "kind": "sheet"}]}
        ],
        "CE202": [
            {
                "physicalLocation": bad | {"region": {"startLine": 12, "startColumn": 7}},
                "logicalLocations": [{"fullyQualifiedName": "Thư viện!G12", "kind": "cell"}],
            }
        ],
        "CE207": [
            {
                "physicalLocation": bad | {"region": {"startLine": 7, "startColumn": 8}},
                "logicalLocations": [{"fullyQualifiedName": "Thư viện!H7", "kind": "cell"}],
            }
        ],
        "WB001": [
            {"physicalLocation": {"artifactLocation": {"uri": "n%E1%BB%99p/h%E1%BB%8Fng%2C%20100%25.xlsx"}}}
        ],
        "PL901": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "plan/plan.yaml"},
                    "region": {"startLine": 4, "startColumn": 7},
                }
            }
        ],
        "RG503": [{"physicalLocation": {"artifactLocation": {"uri": "register.csv"}}}],
    }


def test_fingerprints_tell_results_apart(schema: Draft7Validator, report: CheckReport) -> None:
    """Every result has a fingerprint of its own, the same in both languages."""
    english = [result["partialFingerprints"] for result in run_of(report, schema)["results"]]
    vietnamese = json.loads(written(sarif, report, "vi"))["runs"][0]["results"]
    hashes = {each["primaryLocationLineHash"] for each in english}
    assert len(hashes) == len(english) == 14
    assert [result["partialFingerprints"] for result in vietnamese] == english


def test_fingerprints_survive_an_inserted_row(schema: Draft7Validator, make_report: Make) -> None:
    """The same fault of the same unit keeps its fingerprint further down; a second one has its own."""

    def marks(*rows: int) -> list[str]:
        singles = [
            Finding("CE207", Severity.WARNING, "", "a.xlsx", "S", row, 3, "Lượt", "024", args={"value": "1"})
            for row in rows
        ]
        results = run_of(make_report(Findings(singles), []), schema)["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    (one,) = marks(7)
    assert marks(8) == [one]
    first, second = marks(7, 9)
    assert (first, first != second) == (one, True)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.xlsx", "a.xlsx"),
        ("./nộp/a b.xlsx", "n%E1%BB%99p/a%20b.xlsx"),
        ("../a.xlsx", "../a.xlsx"),
        ("/data/a#1?.xlsx", "file:///data/a%231%3F.xlsx"),
        ("c:d.xlsx", "c%3Ad.xlsx"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("50%.xlsx", "50%25.xlsx"),
        ("byte\udcff.xlsx", "byte%FF.xlsx"),
        ("half\ud83d.xlsx", "half%3F.xlsx"),
    ],
)
def test_uri(path: str, uri: str) -> None:
    """A path is a relative reference with everything escaped that a reference cannot hold."""
    assert uri_of(path) == uri


def test_messages_hold_no_link_and_no_placeholder(make_report: Make) -> None:
    """Brackets cannot make a link, braces are doubled as the standard asks."""
    value = "[a](http://x.example) {0}"
    finding = Finding("CE202", Severity.ERROR, "", "a", "S", 7, 3, "h", args={"value": value})
    (result,) = json.loads(written(sarif, make_report(Findings([finding]), []), "en"))["runs"][0]["results"]
    assert result["message"]["text"] == (
        "S!C7: Cell C7: “[a] (http://x.example) {{0}}” is not a number. Type the figure of “h” in digits."
    )


def test_hostile_logs_keep_the_schema(schema: Draft7Validator, nasty: tuple[str, CheckReport]) -> None:
    """Text that means harm makes no log invalid, no URI broken, and nothing act when it is printed."""
    run = run_of(nasty[1], schema)
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert URI.fullmatch(uri)
        names = [place["fullyQualifiedName"] for place in result["locations"][0].get("logicalLocations", [])]
        assert all(text.isprintable() for text in [*names, result["message"]["text"]])

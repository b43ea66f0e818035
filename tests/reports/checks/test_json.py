"""The check document: its schema, its order, and text that parses back."""

from __future__ import annotations

import json
import tracemalloc
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from lifelong_learning.model.findings import FaultRun, Findings, Severity
from lifelong_learning.reports.checks import json_
from lifelong_learning.reports.checks.json_ import json_text
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.submission import FileInfo
    from lifelong_learning.reports.checks.report import CheckReport

    Make = Callable[[Findings, Iterable[FileInfo]], CheckReport]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """Return the schema that ships with the package, itself found sound."""
    text = files("lifelong_learning").joinpath("schemas/check-1.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def test_documents_keep_the_schema(
    schema: Draft202012Validator, report: CheckReport, sound: CheckReport
) -> None:
    """A full and an empty document are valid."""
    for each in (report, sound):
        schema.validate(json.loads(written(json_, each, "vi")))


def test_hostile_documents_keep_the_schema(
    schema: Draft202012Validator, nasty: tuple[str, CheckReport]
) -> None:
    """Text that means harm makes no document invalid."""
    schema.validate(json.loads(written(json_, nasty[1], "en")))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"schema": "llplan/check/1"}),
        (("extra",), 1),
        (("schema",), "llplan/check/2"),
        (("plan", "sha256"), "AB"),
        (("counts", "error"), -1),
        (("counts", "fatal"), 0),
        (("files", 0, "rows"), None),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "code"), "XX100"),
        (("findings", 3, "cell"), "7G"),
        (("findings", 3, "line"), 4),
        (("findings", 3, "unit"), 24),
        (("findings", 3, "message"), ""),
    ],
)
def test_schema_refuses(
    schema: Draft202012Validator, report: CheckReport, path: tuple[Any, ...], value: object
) -> None:
    """The schema refuses a document with one thing wrong."""
    document = json.loads(written(json_, report, "en"))
    if path:
        at = document
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
    else:
        document = value
    with pytest.raises(ValidationError):
        schema.validate(document)


def test_keys_stand_in_order(report: CheckReport) -> None:
    """Keys have the documented order at every depth."""
    document = json.loads(written(json_, report, "en"))
    assert list(document) == ["schema", "tool", "plan", "lang", "files", "findings", "counts"]
    assert list(document["tool"]) == ["name", "version"]
    assert list(document["plan"]) == ["id", "sha256", "base_year", "target_year"]
    assert {tuple(file) for file in document["files"]} == {("path", "sha256", "rows", "units")}
    assert {tuple(finding) for finding in document["findings"]} == {
        ("code", "severity", "file", "sheet", "cell", "line", "column", "header", "unit", "message", "remedy")
    }
    assert list(document["counts"]) == ["error", "warning", "info"]


def test_every_cell_is_listed(report: CheckReport) -> None:
    """The same fault down a column is one finding per cell, by row."""
    document = json.loads(written(json_, report, "en"))
    assert [f["cell"] for f in document["findings"] if f["code"] == "CE202"] == ["G7", "G8", "G9", "G12"]
    assert sum(document["counts"].values()) == len(document["findings"]) == 14


def test_places_parse_back_as_given(nasty: tuple[str, CheckReport]) -> None:
    """File, sheet, header and unit come back as they were typed, but for half a surrogate pair."""
    text, report = nasty
    spelt = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    document = json.loads(written(json_, report, "en"))
    finding = next(f for f in document["findings"] if f["code"] == "CE202")
    assert [finding[key] for key in ("file", "sheet", "header", "unit")] == [spelt] * 4
    assert document["files"][0]["path"] == spelt


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Thư viện", '"Thư viện"'),
        ("a\u202eb\x9bc\ufeff", '"a\\u202eb\\u009bc\\ufeff"'),
        ("\U000e0041", '"\\udb40\\udc41"'),
        ("del\x7f nbsp\xa0\u0378\ue000", '"del\\u007f nbsp\\u00a0\\u0378\\ue000"'),
        ("\x1b\n", '"\\u001b\\n"'),
        ("##[error] ##vso[a] ## b a::b", '"#\\u0023[error] #\\u0023vso[a] ## b a::b"'),
        ({"\ud800": ["\udcff", None, 1]}, '{"\\\\ud800":["\\\\udcff",null,1]}'),
    ],
)
def test_text_is_inert(value: object, text: str) -> None:
    """What could act is written as an escape; Vietnamese stays readable."""
    assert json_text(value) == text


def test_memory_does_not_grow_with_the_output(make_report: Make) -> None:
    """Writing 20,000 findings takes little more memory than their order itself."""
    size = 20_000
    run = FaultRun(
        "CE202", Severity.ERROR, "", "a.xlsx", "Libraries", 7, "Library visits",
        range(2, size + 2), ["n/a"] * size, ["024"] * size,
    )  # fmt: skip
    report = make_report(Findings([], [run]), [])
    tracemalloc.start()
    try:
        for _ in run_order(report.findings):
            pass
        order = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        written, longest = 0, 0
        for piece in json_.stream(report, "en"):
            written, longest = written + len(piece), max(longest, len(piece))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert written > 4_000_000
    assert longest < 100_000
    assert peak < order + 1_000_000


def run_order(findings: Findings) -> Iterable[object]:
    """Return the findings in order, none of them kept."""
    return iter(findings)

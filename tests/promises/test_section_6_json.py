"""The documents: keys in order, orders of lists, nulls, and the same bytes each time."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

RESULT = [
    "target",
    "scope",
    "value",
    "threshold",
    "upper",
    "direction",
    "status",
    "reason",
    "attainment",
    "excess",
    "base_year",
]


@pytest.fixture
def mixed(bench: Any, library: Any, museum: Any, house: Any) -> Any:
    """Return a workbook of all kinds and levels, in no order."""
    return bench.book(
        {
            "Nhà văn hóa": [house("N2", activity_plan="x"), house("N1", activity_plan=None, staff_total=1)],
            "Bảo tàng": [museum("M", museum_visits_domestic="abc", temporary_exhibitions=4)],
            "Thư viện": [
                library("10", library_visits=3),
                library("09", library_visits="-"),
                library("D", level="district", library_visits=3),
                library("P", 2020, level="province", district=None, library_visits=3),
                library("P", level="province", district=None, library_visits=4, free_internet_access=None),
            ],
        }
    )


def keys(thing: Any) -> Any:
    """Return the keys of a mapping in order."""
    return list(thing)


def test_keys_of_an_evaluation(bench: Any, mixed: Any) -> None:
    """Each object has exactly its keys in their order."""
    doc = bench.evaluate(mixed).doc
    assert keys(doc) == [
        *(
            "schema",
            "tool",
            "plan",
            "lang",
            "year",
            "period",
            "files",
            "units",
            "groups",
            "totals",
            "findings",
        ),
    ]
    assert keys(doc["tool"]) == ["name", "version"]
    assert keys(doc["plan"]) == ["id", "sha256", "base_year", "target_year"]
    assert [keys(f) for f in doc["files"]] == [["path", "sha256"]]
    assert doc["tool"]["name"] == "llplan"
    for unit in doc["units"]:
        assert keys(unit) == [
            *("code", "name", "kind", "level", "district", "area", "score", "completeness"),
            *("results", "commitments"),
        ]
        for result in unit["results"]:
            assert keys(result) == [*RESULT, "inputs"]
            for used in result["inputs"]:
                assert keys(used) == ["measure", "year", "period", "value", "file", "sheet", "cell"]
        for commitment in unit["commitments"]:
            assert keys(commitment) == ["commitment", "done", "file", "sheet", "cell"]
    for group in doc["groups"]:
        assert keys(group) == [
            *RESULT[:2],
            "district",
            *RESULT[2:],
            *("members", "reporting", "left_out", "provisional", "origin"),
        ]
    assert keys(doc["findings"]) == ["error", "warning", "info"]


def test_inputs_only_when_asked(bench: Any, mixed: Any) -> None:
    """Without --inputs a result has no inputs."""
    doc = bench.run("evaluate", mixed, "--format", "json").doc
    assert all(keys(r) == RESULT for u in doc["units"] for r in u["results"])


def test_keys_of_a_check(bench: Any, mixed: Any) -> None:
    """The check's document has exactly its keys in their order."""
    doc = bench.check(mixed).doc
    assert keys(doc) == ["schema", "tool", "plan", "lang", "files", "findings", "counts"]
    assert [keys(f) for f in doc["files"]] == [["path", "sha256", "rows", "units"]]
    assert (doc["files"][0]["rows"], doc["files"][0]["units"]) == (8, 7)
    assert keys(doc["counts"]) == ["error", "warning", "info"]
    assert doc["counts"]["error"] == sum(f["severity"] == "error" for f in doc["findings"]) == 1


def test_the_order_of_units(bench: Any, mixed: Any) -> None:
    """Units stand by kind, level and code."""
    doc = bench.evaluate(mixed).doc
    assert [(u["kind"], u["level"], u["code"]) for u in doc["units"]] == [
        ("library", "province", "P"),
        ("library", "district", "D"),
        ("library", "commune", "09"),
        ("library", "commune", "10"),
        ("museum", "province", "M"),
        ("cultural_house", "commune", "N1"),
        ("cultural_house", "commune", "N2"),
    ]
    assert (doc["units"][0]["district"], doc["units"][0]["area"]) == (None, None)


def test_the_order_of_results_and_groups(bench: Any, mixed: Any) -> None:
    """Results and groups follow the plan; the whole comes before its districts."""
    plan = [t["id"] for t in bench.run("targets", "list", "--format", "json").doc["targets"]]
    doc = bench.evaluate(mixed, "--by", "district").doc
    for unit in doc["units"]:
        order = [plan.index(r["target"]) for r in unit["results"]]
        assert order == sorted(order)
    order = [plan.index(g["target"]) for g in doc["groups"]]
    assert order == sorted(order)
    seen = set()
    for group in doc["groups"]:
        place = (group["target"], json.dumps(group["scope"]))
        assert (group["district"] is None) is (place not in seen)
        seen.add(place)
    internet = [
        g["scope"] for g in doc["groups"] if g["target"] == "library-free-internet" and not g["district"]
    ]
    assert internet == [{"level": "province"}, {"level": "district"}, {"level": "commune"}]


def test_the_order_of_findings(bench: Any, library: Any) -> None:
    """Findings stand by file, sheet, row, column and code."""
    rows = [library(f"U{i}", 2020, library_visits="x", staff_total="y") for i in range(10)]
    bench.book({"Libraries": rows}, name="b.xlsx")
    bench.book({"Libraries": [{**row, "unit_code": f"V{i}"} for i, row in enumerate(rows)]}, name="a.xlsx")
    found = bench.check("b.xlsx", "a.xlsx").doc["findings"]
    places = [(f["file"], f["sheet"], int(f["cell"][1:]), f["cell"][0], f["code"]) for f in found]
    assert places == sorted(places)
    assert len(places) == 40


def test_inputs_name_every_cell(bench: Any, library: Any) -> None:
    """Cells of the base year and blank ones are among the inputs, with null for what is not there."""
    book = bench.libraries(
        library("A", 2020, library_visits=100, additions_book_copies=None),
        library("A", 2022, library_visits=121, additions_book_copies=4),
    )
    ran = bench.evaluate(book)
    growth = ran.result("A", "library-visits-growth")["inputs"]
    place = {"period": "year", "file": str(book), "sheet": "Libraries"}
    assert sorted(growth, key=lambda i: i["year"]) == [
        {"measure": "library_visits", "year": 2020, "value": 100, "cell": "F2", **place},
        {"measure": "library_visits", "year": 2022, "value": 121, "cell": "F3", **place},
    ]
    additions = ran.result("A", "library-additions-growth")["inputs"]
    assert {"measure": "additions_book_copies", "year": 2022, "value": 4, "cell": "G3", **place} in additions
    assert [
        i["value"] for i in additions if i["measure"] == "additions_serial_titles" and i["year"] == 2022
    ] == [None]
    blank = bench.evaluate(book, "--year", 2020).result("A", "library-additions-growth")["inputs"]
    assert {"measure": "additions_book_copies", "year": 2020, "value": None, "cell": "G2", **place} in blank


def test_inputs_of_a_line_and_of_yes_and_no(bench: Any, library: Any) -> None:
    """The base-year cells of a straight line are inputs; a yes is true and a count an integer."""
    rows = [
        library("A", y, level="district", free_internet_access=a) for y, a in ((2020, "no"), (2024, "no"))
    ]
    ran = bench.evaluate(bench.libraries(*rows))
    result = ran.result("A", "library-free-internet")
    assert (result["status"], result["base_year"]) == ("behind", 2020)
    assert sorted((i["year"], i["value"], i["cell"]) for i in result["inputs"]) == [
        (2020, False, "F2"),
        (2024, False, "F3"),
    ]


def test_files_and_their_hashes(bench: Any, library: Any) -> None:
    """Paths are as given, and hashes those of the bytes."""
    book = bench.libraries(library("A", library_visits=1), name="sub/a.xlsx")
    digest = hashlib.sha256(book.read_bytes()).hexdigest()
    for given in ("sub/a.xlsx", "./sub/a.xlsx", str(book)):
        assert bench.evaluate(given).doc["files"] == [{"path": given, "sha256": digest}]
        (file,) = bench.check(given).doc["files"]
        assert file == {"path": given, "sha256": digest, "rows": 1, "units": 1}


def test_the_hash_of_what_is_no_workbook(bench: Any, library: Any) -> None:
    """A file that can be read has a hash, whatever it is; one that has gone has none."""
    bench.libraries(library("A", library_visits=1), name="a.xlsx")
    (bench.folder / "b.xlsx").write_text("hello", "utf-8")
    document = bench.evaluate("a.xlsx", "b.xlsx").doc
    assert document["files"][1] == {"path": "b.xlsx", "sha256": hashlib.sha256(b"hello").hexdigest()}


def test_the_same_bytes_from_either_order(bench: Any, library: Any) -> None:
    """The same input gives the same bytes, whichever file comes first."""
    bench.libraries(library("A", library_visits=1), library("C", library_visits="abc"), name="a.xlsx")
    bench.libraries(library("B", library_visits=2), name="b.xlsx")
    for command in (bench.evaluate, bench.check):
        assert command("a.xlsx", "b.xlsx").out == command("b.xlsx", "a.xlsx").out


def test_each_document_conforms_to_its_schema(bench: Any, mixed: Any) -> None:
    """A JSON Schema for each document ships with the package."""
    from importlib.resources import as_file, files

    import jsonschema

    with as_file(files("lifelong_learning")) as package:
        schemas = sorted(package.rglob("*.json"))
    by_text = [json.loads(p.read_text(encoding="utf-8")) for p in schemas]
    for doc in (bench.evaluate(mixed).doc, bench.check(mixed).doc):
        fitting = [s for s in by_text if doc["schema"] in json.dumps(s)]
        assert fitting, f"no schema names {doc['schema']}"
        for schema in fitting:
            jsonschema.validate(doc, schema)


def test_ratios_are_fractions_and_counts_integers(bench: Any, museum: Any) -> None:
    """0.125 is written as a fraction, a count as an integer."""
    book = bench.book({"Museums": [museum(temporary_exhibitions=4, staff_total=8, staff_trained=1)]})
    ran = bench.evaluate(book)
    assert b'"value":0.125' in ran.out.replace(b": ", b":")
    assert b'"value":4,' in ran.out.replace(b": ", b":")
    assert ran.result("BT", "staff-training")["attainment"] == 0.625
    assert ran.result("BT", "staff-training")["excess"] == -0.375

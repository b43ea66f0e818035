"""What clerks put around a sound submission changes no result; a real fault in it is found at its cell."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lifelong_learning import evaluate, render
from tests.field.decorated import DECORATIONS, MEASURES, Decorated, units
from tests.submission.conftest import write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)
"""A smaller seed makes no simpler sheet."""


def results(folder: Path, content: dict[str, Any]) -> tuple[object, list[tuple[str, str, str | None]]]:
    """Return what the evaluation's JSON says of units and groups, places left out, and the findings."""
    path = folder / "a.xlsx"
    write_workbook(path, {"Thư viện": content})
    found = evaluate([str(path)], plan="ha-giang-2030")
    document = json.loads(render(found, "json"))
    for unit in document["units"]:
        for commitment in unit["commitments"]:
            commitment.pop("cell", None)
    findings = [(str(f.severity), f.code, f.cell) for f in found.findings if f.code != "YR402"]
    return [document[key] for key in ("year", "units", "groups", "totals")], findings


def decorated(random: Random, chosen: Iterable[int]) -> tuple[Decorated, dict[str, Any]]:
    """Return a drawn sheet with the chosen decorations, and the plain sheet."""
    rows = units(random)
    sheet = Decorated(rows, random)
    plain = Decorated(list(rows), random).content()
    for number in chosen:
        DECORATIONS[number](sheet)
    return sheet, plain


def mixture(random: Random) -> list[int]:
    """Return the numbers of decorations drawn for a sheet; a header has two lines or three."""
    chosen = [number for number in range(2, len(DECORATIONS)) if random.random() < 0.5]
    return [*([random.choice([0, 1])] if random.random() < 0.5 else []), *chosen]


def assert_unchanged(folder: Path, sheet: Decorated, plain: dict[str, Any]) -> None:
    """Assert that the results are those of the plain workbook, without an error or a doubted total."""
    expected, _ = results(folder, plain)
    found, findings = results(folder, sheet.content())
    assert found == expected
    assert [one for one in findings if one[0] == "error" or one[1] in ("RW303", "SH105", "SH111")] == []


@pytest.mark.parametrize("number", range(len(DECORATIONS)), ids=lambda n: DECORATIONS[n].__name__)
@settings(max_examples=5, deadline=None, phases=DRAWN, derandomize=True)
@given(seed=st.integers(0, 1 << 32))
def test_one_decoration_changes_nothing(folder: Path, number: int, seed: int) -> None:
    """Each decoration alone."""
    assert_unchanged(folder, *decorated(Random(seed), [number]))


@settings(max_examples=40, deadline=None, phases=DRAWN, derandomize=True)
@given(seed=st.integers(0, 1 << 32))
def test_decorations_together_change_nothing(folder: Path, seed: int) -> None:
    """Many decorations of one sheet."""
    random = Random(seed)
    assert_unchanged(folder, *decorated(random, mixture(random)))


@settings(max_examples=40, deadline=None, phases=DRAWN, derandomize=True)
@given(seed=st.integers(0, 1 << 32))
def test_a_fault_is_found_at_its_cell(folder: Path, seed: int) -> None:
    """A word or a negative figure in place of a figure, however the sheet is decorated, is named where it
    stands, and takes out its cell alone."""
    random = Random(seed)
    sheet, _ = decorated(random, mixture(random))
    number, row = random.choice(
        [
            (i, row)
            for i, row in enumerate(sheet.body)
            # A total may bear a level.
            if isinstance(row, dict) and row.get("Cấp") and str(row.get("Mã đơn vị", ""))[:1].isdigit()
        ]
    )
    name, (fault, code) = random.choice(MEASURES), random.choice([("chưa rõ", "CE202"), (-5, "CE204")])
    sheet.body[number] = {**row, name: fault}
    content = sheet.content()
    (cell,) = [
        f"{'ABCDEFGHIJ'[col]}{at}"
        for at, cells in enumerate(content["rows"], 1)
        for col, value in enumerate(cells)
        if value == fault and (fault != -5 or cells[:1] != [-1])
    ]
    _, findings = results(folder, content)
    assert [one for one in findings if one[0] == "error"] == [("error", code, cell)]

"""The benchmarks' workbooks are the same everywhere, sound or faulty as said, and found out whole."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import openpyxl
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path


def _digest(path: Path) -> str:
    """Return a digest of the parts as they unpack, since compressed bytes differ between builds of zlib."""
    found = hashlib.sha256()
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            found.update(name.encode() + b"\0" + parts.read(name))
    return found.hexdigest()


def test_generator_writes_the_same_cells_each_time(tmp_path: Path) -> None:
    """Two runs of the generator give the same parts and the same list of faults."""
    import generate

    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        generate.ensure(folder, "S")

    for name in ("S.xlsx", "S-faults.xlsx"):
        assert _digest(tmp_path / "a" / name) == _digest(tmp_path / "b" / name)
    assert generate.planted_faults(tmp_path / "a", "S") == generate.planted_faults(tmp_path / "b", "S")


def test_sizes_have_the_rows_that_they_name(tmp_path: Path) -> None:
    """S has 600 rows of 20 cells on average under three headers, for calamine and for openpyxl alike."""
    import generate
    from bench.layout import SHEETS
    from bench.values import SIZES

    generate.write_sound(tmp_path / "S.xlsx", SIZES["S"])

    read = CalamineWorkbook.from_path(tmp_path / "S.xlsx")
    rows = {name: read.get_sheet_by_name(name).to_python() for name in read.sheet_names}
    assert {name: (len(found), len(found[0])) for name, found in rows.items()} == {
        "Thư viện": (201, 23),
        "Bảo tàng": (201, 20),
        "Nhà văn hóa, câu lạc bộ": (201, 17),
    }
    book = openpyxl.load_workbook(tmp_path / "S.xlsx", read_only=True)
    for layout in SHEETS:
        again = [["" if cell is None else cell for cell in row] for row in book[layout.name].values]
        assert again == rows[layout.name]
    book.close()


def test_every_kind_of_fault_is_planted_in_a_cell_of_its_own(tmp_path: Path) -> None:
    """The list of faults names each kind at its cell, and the two workbooks differ in these rows alone."""
    import generate
    from bench.faults import CODES

    generate.ensure(tmp_path, "S")

    planted = generate.planted_faults(tmp_path, "S")
    counts = Counter(fault.kind for fault in planted)
    assert counts == {kind: {"number_as_text": 9, "late_na": 5}.get(kind, 4) for kind in CODES}
    assert len({(fault.sheet, fault.cell) for fault in planted}) == len(planted) == 54
    sound = CalamineWorkbook.from_path(tmp_path / "S.xlsx")
    faulty = CalamineWorkbook.from_path(tmp_path / "S-faults.xlsx")
    for name in sound.sheet_names:
        pairs = zip(
            sound.get_sheet_by_name(name).to_python(), faulty.get_sheet_by_name(name).to_python(), strict=True
        )
        differing = {row for row, (left, right) in enumerate(pairs, start=1) if left != right}
        assert differing == {int(fault.cell[1:]) for fault in planted if fault.sheet == name}


def test_llplan_finds_every_planted_fault_and_nothing_else(tmp_path: Path) -> None:
    """Each planted fault is named with its cell and code, no other cell is, the sound workbook has none."""
    import generate
    from bench.commands import programs
    from bench.found import by_llplan, same_bytes, sound

    generate.ensure(tmp_path, "S")
    found = programs(None)
    planted = generate.planted_faults(tmp_path, "S")

    assert by_llplan(found, tmp_path / "S-faults.xlsx", planted, "1") == (
        "llplan --jobs 1",
        54,
        54,
        0,
        {},
        0,
    )
    assert sound(found, tmp_path / "S.xlsx") == 0
    assert same_bytes(found, ["evaluate", str(tmp_path / "S-faults.xlsx"), "--format", "json"]) is True


def test_small_workbooks_are_units_of_their_own(tmp_path: Path) -> None:
    """A folder of small workbooks is a sound submission in which no two files share a unit."""
    import generate
    from bench.commands import programs
    from bench.found import sound

    generate.write_small(tmp_path / "small", 5)

    codes = [
        {row[0] for row in openpyxl.load_workbook(path)["Thư viện"].iter_rows(min_row=2, values_only=True)}
        for path in sorted((tmp_path / "small").iterdir())
    ]
    assert codes == [{"00001"}, {"00002"}, {"00003"}, {"00004"}, {"00005"}]
    assert sound(programs(None), tmp_path / "small") == 0


def test_measures_time_and_memory_of_a_process_and_its_children() -> None:
    """The peak counts a child's memory too, and a command that fails gives its last words instead."""
    import sys

    from bench.measure import Command, Measured, in_turns

    hold = "import time; held = bytearray(60_000_000); time.sleep(0.3)"
    both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    measured = in_turns(
        [
            Command("both", (sys.executable, "-c", both)),
            Command("fails", (sys.executable, "-c", "raise SystemExit('no such thing')")),
        ],
        2,
    )

    assert measured["both"].wall is not None
    assert measured["both"].wall > 0.3
    assert measured["both"].peak is None or measured["both"].peak > 60_000_000 / (1 << 20)
    assert measured["fails"] == Measured("fails", [], "exit 1: no such thing")


def test_run_prints_tables_and_writes_the_document(tmp_path: Path) -> None:
    """One command measures, prints every goal with its verdict, and writes the same figures as JSON."""
    import run

    code = run.main(
        [
            *("--sizes", "S", "--runs", "1", "--times-only", "--folder", str(tmp_path)),
            *("--json", str(tmp_path / "out.json"), "--markdown", str(tmp_path / "out.md")),
        ]
    )

    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert code in (0, 1)
    assert list(document) == ["schema", "machine", "groups", "faults", "goals"]
    assert [goal["name"] for goal in document["goals"]] == [
        "evaluate S, bare interpreters",
        "the analyst's script at S, times evaluate",
    ]
    assert [goal["demand"] for goal in document["goals"]] == ["≤ 15", "≥ 4"]
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "## S: 600 rows" in text
    assert "| evaluate S, bare interpreters" in text

"""What counts as the same fault."""

from __future__ import annotations

from lifelong_learning.model.findings import FaultRun, Finding, Findings, Severity
from lifelong_learning.reports.view.faults import gathered, said

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def run(rows: list[int], col: int = 3) -> FaultRun:
    """Return a run of one fault down a column."""
    size = len(rows)
    return FaultRun("CE202", ERROR, "", "a.xlsx", "S", col, "h", rows, ["x"] * size, [None] * size)


def summary(findings: Findings) -> list[tuple[str, int, list[str | None]]]:
    """Return code, count and shown cells of every entry."""
    return [(e.first.code, e.total, [f.cell for f in e.shown]) for e in gathered(findings)]


def test_column_is_one_entry() -> None:
    """Runs and single findings of one fault in one column are one entry with its first three cells."""
    single = Finding("CE202", ERROR, "", "a.xlsx", "S", 2, 3, "h")
    assert summary(Findings([single], [run([9, 7]), run([8, 30])])) == [("CE202", 5, ["C2", "C7", "C8"])]


def test_other_columns_sheets_and_wordings_are_others() -> None:
    """Another column, sheet, file, wording or code is another entry."""
    base = Finding("CE202", ERROR, "", "a.xlsx", "S", 2, 3, "h")
    others = [
        base._replace(col=4),
        base._replace(sheet="T"),
        base._replace(file="b.xlsx"),
        base._replace(variant="grouped"),
        base._replace(code="CE203"),
    ]
    assert [entry.total for entry in gathered(Findings([base, *others]))] == [1] * 6


def test_findings_of_header_rows_stand_alone() -> None:
    """Two columns that one header row lacks are two entries."""
    missing = [Finding("SH103", ERROR, "", "a.xlsx", "S", 3, args={"column_name": n}) for n in ("x", "y")]
    assert [entry.total for entry in gathered(Findings(missing))] == [1, 1]


def test_units_without_a_cell_are_one_entry() -> None:
    """Units that did not report are one entry."""
    units = [Finding("RG503", INFO, "", "r.csv", unit=unit) for unit in ("3", "1", "2", "4")]
    (entry,) = gathered(Findings(units))
    assert (entry.total, [f.unit for f in entry.shown]) == (4, ["1", "2", "3"])


def test_order_is_file_sheet_worst_place() -> None:
    """Entries stand by file and sheet, in a sheet errors first, then by row."""
    findings = [
        Finding("RG503", INFO, "", "a.xlsx", "S", 1, 1),
        Finding("CE207", WARNING, "", "a.xlsx", "S", 2, 1),
        Finding("CE203", ERROR, "", "a.xlsx", "S", 9, 1),
        Finding("CE202", ERROR, "", "a.xlsx", "S", 8, 1),
        Finding("SH106", INFO, "", "a.xlsx", "R"),
        Finding("WB001", ERROR, "", "A.xlsx"),
    ]
    order = ["WB001", "SH106", "CE202", "CE203", "CE207", "RG503"]
    assert [entry.first.code for entry in gathered(Findings(findings))] == order
    assert [entry.first.code for entry in gathered(Findings(findings[::-1]))] == order


def test_empty_runs_are_nothing() -> None:
    """A run without a cell makes no entry."""
    assert gathered(Findings([], [run([])])) == []


def test_what_differs_is_said_of_each_cell() -> None:
    """A message that names a unit or a figure is not that of all: each shown cell has its own."""
    units = ["024", "025", "026", "027"]
    faults = FaultRun("YR402", INFO, "", "a.xlsx", "S", 1, "h", [2, 3, 4, 5], units, units)
    (entry,) = gathered(Findings([], [faults]))
    assert said(entry, lambda one: f"Unit {one.unit}.") == ("A2: Unit 024.", "A3: Unit 025.", "A4: Unit 026.")
    assert said(entry, lambda one: "Add the row.") == ("Add the row.",)

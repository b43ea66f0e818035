"""Check a workbook with Pointblank on polars: types, required, ranges, choices, unique keys.

With a second argument the cells that failed are written there as JSON; where only the type of a
whole column failed, its letter stands alone.
"""

# mypy: ignore-errors

import json
import sys
from pathlib import Path

import pointblank as pb
import polars as pl
from bench.layout import SHEETS, letters


def main() -> None:
    """Check every sheet and print how many rows failed, step by step."""
    frames = pl.read_excel(sys.argv[1], sheet_id=0, schema_overrides={"Mã đơn vị": pl.String})
    failed = []
    for layout in SHEETS:
        steps = []
        validation = pb.Validate(frames[layout.name])
        names = {column.id: column.label for column in layout.columns}
        for column in layout.columns:
            validation = _column(validation, column, steps)
        validation = validation.rows_distinct([names["unit_code"], names["year"], names["period"]])
        steps.append("unit_code")
        validation = validation.interrogate(collect_extracts=len(sys.argv) > 2, get_first_n=None)
        print(layout.name, "passed" if validation.all_passed() else validation.n_failed())
        if len(sys.argv) > 2:
            failed += _cells(layout, validation, steps)
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(failed), encoding="utf-8")


def _column(validation, column, steps):
    """Add the steps of one column."""
    if column.required:
        validation = validation.col_vals_not_null(column.label)
        steps.append(column.id)
    match column.type:
        case "count":
            validation = validation.col_schema_match(
                pb.Schema(columns=[(column.label, ["Int64", "Float64"])]), complete=False
            ).col_vals_ge(column.label, 0, na_pass=True)
            steps += [column.id, column.id]
        case "year":
            validation = validation.col_vals_between(column.label, 2000, 2100, na_pass=True)
            steps.append(column.id)
        case "choice" | "yes_no":
            validation = validation.col_vals_in_set(column.label, [*column.choices, None])
            steps.append(column.id)
    return validation


def _cells(layout, validation, steps):
    """Return sheet and address of every failing cell."""
    found = []
    for number, column in enumerate(steps, start=1):
        letter = letters(layout.position(column))
        extract = validation.get_data_extracts(i=number, frame=True)
        if extract is None or "_row_num_" not in getattr(extract, "columns", []):
            if validation.n_failed(i=number, scalar=True):
                found.append([layout.name, letter])
            continue
        found += [[layout.name, f"{letter}{row + 1}"] for row in extract["_row_num_"].to_list()]
    return found


main()

"""Check a workbook with Frictionless: types, required, ranges, choices, unique keys.

With a second argument the cells that failed are written there as JSON.
"""

# mypy: ignore-errors

import json
import sys
from pathlib import Path

from bench.layout import SHEETS, letters
from frictionless import Checklist, Resource, Schema, formats, system

TYPES = {"count": "integer", "year": "integer"}


def main() -> None:
    """Check every sheet and print how many errors it has."""
    failed = []
    path = Path(sys.argv[1])
    with system.use_context(trusted=True):
        for layout in SHEETS:
            resource = Resource(
                path=str(path),
                schema=Schema.from_descriptor(_schema(layout)),
                control=formats.ExcelControl(sheet=layout.name),
            )
            report = resource.validate(Checklist(), limit_errors=1_000_000)
            errors = report.flatten(["rowNumber", "fieldName", "type"])
            print(layout.name, len(errors))
            failed += _cells(layout, errors)
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(failed), encoding="utf-8")


def _schema(layout):
    """Return the table schema of a sheet."""
    names = {column.id: column.label for column in layout.columns}
    fields = []
    for column in layout.columns:
        constraints = {}
        if column.required:
            constraints["required"] = True
        if column.choices:
            constraints["enum"] = list(column.choices)
        if column.type == "count":
            constraints["minimum"] = 0
        if column.type == "year":
            constraints |= {"minimum": 2000, "maximum": 2100}
        kind = TYPES.get(column.type, "string")
        fields.append({"name": column.label, "type": kind, "constraints": constraints})
    return {"fields": fields, "primaryKey": [names["unit_code"], names["year"], names["period"]]}


def _cells(layout, errors):
    """Return sheet and address of every failing cell; a failing key counts at the unit code."""
    places = {column.label: letters(index) for index, column in enumerate(layout.columns)}
    return [[layout.name, f"{places.get(name, 'A')}{row}"] for row, name, _ in errors if row]


main()

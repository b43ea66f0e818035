"""Published figures of all workbooks: each is wanted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.names import place_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.submission import ReportedFigure
    from lifelong_learning.submission.parts import ReportedPart


def settle(parts: Sequence[ReportedPart]) -> tuple[list[ReportedFigure], Findings]:
    """Return every figure once; one that is published twice with different values is taken out."""
    same: dict[tuple[object, ...], list[ReportedPart]] = {}
    for part in parts:
        figure = part.figure
        district = None if figure.district is None else place_key(figure.district)
        key = (figure.target, figure.level, figure.area, district, figure.year, figure.period)
        same.setdefault(key, []).append(part)
    kept: list[ReportedFigure] = []
    found = Findings()
    for group in same.values():
        first = group[0].figure
        if all(part.figure.value == first.value for part in group):
            kept.append(first)
        for part in group[1:]:
            variant = "reported" if part.figure.value == first.value else "reported_conflict"
            found.singles.append(_again(part, first, variant))
    return kept, found


def _again(part: ReportedPart, first: ReportedFigure, variant: str) -> Finding:
    place, other = part.figure.place, first.place
    near = (place.file, place.sheet) == (other.file, other.sheet)
    return finding(
        "RW301", variant, file=place.file, sheet=place.sheet, row=place.row, col=place.col,
        header=part.header, value=part.figure.target,
        first=other.cell if near else f"{other.file}, {other.sheet}!{other.cell}",
    )  # fmt: skip

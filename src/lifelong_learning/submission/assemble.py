"""Many workbooks as one submission, and what is wrong between their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.model.submission import CellRef, Submission
from lifelong_learning.submission import codes, duplicates, figures
from lifelong_learning.submission.joined import Joined, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.parts import FilePart

_EXPLAINING = ("WB", "SH")


def assemble(
    parts: Sequence[FilePart], plan: Plan, register: Register | None
) -> tuple[Submission, dict[str, Joined], Findings]:
    """Join what the workbooks gave, in the order given; findings of cells and of repeated rows come along."""
    codes.restore_zeros(parts, register)
    found = Findings()
    for part in parts:
        found.extend(part.findings)
    joined: dict[str, Joined] = {}
    for kind in plan.kinds:
        sheets = [sheet for part in parts for sheet in part.sheets if sheet.table.kind == kind.id]
        joined[kind.id] = join(kind.id, sheets, plan, register)
        duplicates.settle(joined[kind.id])
        _hand_over_moved(joined[kind.id])
    reported, doubled = figures.settle([figure for part in parts for figure in part.reported])
    found.extend(doubled)
    panels = {kind: one.panel for kind, one in joined.items()}
    submission = Submission([part.info for part in parts], panels, reported, register)
    if not reported and not any(panel.at for panel in panels.values()) and not _explained(found):
        found.singles.append(finding("SH108", file=parts[0].info.path if len(parts) == 1 else None))
    return submission, joined, found


def _hand_over_moved(joined: Joined) -> None:
    for (row, measure), later in joined.moved.items():
        number, sheet_row = joined.locate(later)
        table = joined.panel.tables[number]
        joined.panel.moved[row, measure] = CellRef(table.file, table.sheet, sheet_row, table.columns[measure])


def _explained(found: Findings) -> bool:
    """Tell whether an error of a file or a header already says why there is no row."""
    return any(f.severity is Severity.ERROR and f.code.startswith(_EXPLAINING) for f in found.singles)

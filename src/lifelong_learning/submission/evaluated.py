"""What must be known of the year that will be evaluated: who reports, and which columns are blank."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.submission import MISSING
from lifelong_learning.submission.names import labels_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Measure, Plan
    from lifelong_learning.model.submission import Panel, Register, Submission, UnitTable

    RowsOfTable = tuple[UnitTable, Sequence[int]]

ENOUGH_UNITS = 10
"""A latest year is doubted beside an earlier one that has so many units,"""
TIMES_MORE = 10
"""and more than so many times its own."""


def only_file(submission: Submission) -> str | None:
    """Return the workbook that a submission consists of; None where there are several."""
    return submission.files[0].path if len(submission.files) == 1 else None


def doubtful_year(submission: Submission, plan: Plan, asked: int | None, period: str) -> Iterator[Finding]:
    """Yield what must be known of the year that will be evaluated (`YR404`): that nobody has a row of it,
    or that it was taken because it is the latest, and hardly anybody has one. Of a submission without a
    row `SH108` says all."""
    years = submission.years(period)
    file = only_file(submission)
    label = plan.period[period].label
    if not years:
        if any(submission.years(other.id) for other in plan.periods):
            yield finding("YR404", "period", file=file, period=label)
    elif asked is None:
        yield from _hardly_reported(submission, file, years, period)
    elif asked not in years:
        known = ", ".join(map(str, years))
        yield finding("YR404", "none", file=file, value=str(asked), period=label, years=known)


def _hardly_reported(
    submission: Submission, file: str | None, years: Sequence[int], period: str
) -> Iterator[Finding]:
    """Yield that the latest year has few units beside the latest earlier one that is full."""
    units = {year: _units(submission, year, period) for year in years}
    *earlier, latest = years
    count = units[latest]
    full = [year for year in earlier if units[year] >= ENOUGH_UNITS and count * TIMES_MORE < units[year]]
    if full:
        yield finding(
            "YR404", file=file, value=str(latest), count=count, fullest=full[-1], most=units[full[-1]]
        )


def evaluated_year(submission: Submission, asked: int | None, period: str) -> int | None:
    """Return the year that will be evaluated: the one asked for, else the latest with a row of the period."""
    return max(submission.years(period), default=None) if asked is None else asked


def blank_columns(
    submission: Submission, plan: Plan, asked: int | None, period: str, named: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield one finding for every sheet that has rows of the evaluated period and columns of the form in
    which all of them are blank (`SH112`); a sheet without a measure is left to what was `named` of its
    columns."""
    faulty = _faulty_sheets(named)
    year = evaluated_year(submission, asked, period)
    for (file, sheet), panel, tables in _sheets_of_the_year(submission, year, period):
        measures = plan.measures_of(panel.kind)
        columns = [measure for measure in measures if _stands_in(tables, measure)]
        if not columns and (file, sheet) not in faulty:
            columns = [*measures]
        blank = [measure for measure in columns if not _is_filled(panel, tables, measure)]
        if blank:
            yield finding(
                "SH112", "empty" if len(blank) == len(columns) else "", file=file, sheet=sheet,
                year=year, period=plan.period[period].label, columns=labels_of(blank),
            )  # fmt: skip


def _faulty_sheets(named: Iterable[Finding]) -> set[tuple[str | None, str | None]]:
    """Return the sheets of whose columns an error is named already."""
    return {(one.file, one.sheet) for one in named if one.code.startswith("SH") and one.severity == "error"}


def _stands_in(tables: Sequence[RowsOfTable], measure: Measure) -> bool:
    return any(measure.id in table.measures for table, _ in tables)


def _is_filled(panel: Panel, tables: Sequence[RowsOfTable], measure: Measure) -> bool:
    """Tell whether one of the rows of some tables has anything in the column of a measure."""
    column = panel.measures.get(measure.id)
    return column is not None and any(
        column[row] != MISSING for table, rows in tables if measure.id in table.measures for row in rows
    )


def _sheets_of_the_year(
    submission: Submission, year: int | None, period: str
) -> Iterator[tuple[tuple[str, str], Panel, list[RowsOfTable]]]:
    """Yield every sheet that has rows of the year, by file and name, with its tables and their rows of it."""
    for panel in submission.panels.values():
        sheets: dict[tuple[str, str], list[RowsOfTable]] = {}
        rows = sorted(row for row in panel.at.get((year or 0, period), ()) if row >= 0)
        for table, start in zip(panel.tables, panel.starts, strict=True):
            mine = rows[bisect_left(rows, start) : bisect_left(rows, start + len(table.code))]
            if mine:
                sheets.setdefault((table.file, table.sheet), []).append((table, mine))
        for place, tables in sheets.items():
            yield place, panel, tables


def _units(submission: Submission, year: int, period: str) -> int:
    """Return how many units have a row of the year."""
    every = (panel.at.get((year, period)) for panel in submission.panels.values())
    return sum(len(rows) - rows.count(-1) for rows in every if rows is not None)


def silent_units(
    submission: Submission, register: Register, plan: Plan, year: int | None, period: str
) -> Iterator[Finding]:
    """Yield every unit that is expected in the year and has no row of the period (`RG503`)."""
    year = evaluated_year(submission, year, period)
    if year is None:
        return
    label = plan.period[period].label
    reported = _reported_units(submission, year, period)
    for key, entry in register.entries.items():
        if entry.expected(year) and key not in reported:
            name = f"{entry.code} “{shown(entry.name)}”" if entry.name else entry.code
            yield finding("RG503", file=register.file, unit=entry.code, value=name, year=year, period=label)


def _reported_units(submission: Submission, year: int, period: str) -> set[tuple[str, str]]:
    """Return the units that have a row of a period, by kind and code."""
    return {
        (kind, code)
        for kind, panel in submission.panels.items()
        for code, row in zip(panel.codes, panel.at.get((year, period), ()), strict=False)
        if row >= 0
    }

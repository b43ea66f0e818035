"""Who must report: units held against the register, unknown ones, differing ones and those that did not;
what must be known of the year that will be evaluated, and which of its columns are blank.
"""

from __future__ import annotations

from bisect import bisect_left
from difflib import get_close_matches
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.names import place_key
from lifelong_learning.model.submission import MISSING
from lifelong_learning.model.succession import last_years_of_taken
from lifelong_learning.submission.faults import Trouble, beside
from lifelong_learning.submission.names import labels_of, shown, unit_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Bilingual, Measure, Plan
    from lifelong_learning.model.submission import Panel, Register, RegisterEntry, Submission, UnitTable
    from lifelong_learning.submission.joined import Joined

    RowsOfTable = tuple[UnitTable, Sequence[int]]


def check_register(joined: Joined, register: Register, plan: Plan) -> None:
    """Name units of one kind that the register does not know, or knows otherwise.

    It tells what a unit is since it took others over; before, its name, level and area may have been others.
    """
    kind = joined.panel.kind
    entries = {code: entry for (of_kind, code), entry in register.entries.items() if of_kind == kind}
    first_row: dict[str, int] = {}
    for row, code in enumerate(joined.codes):
        first_row.setdefault(code, row)
    nearest = NearestUnit(entries.values())
    for code, row in first_row.items():
        if code not in entries:
            _unknown(joined, row, nearest)
    _facts(joined, entries, last_years_of_taken(register), plan)
    _years(joined, entries, plan)


def _unknown(joined: Joined, row: int, nearest: NearestUnit) -> None:
    code = joined.codes[row]
    found = nearest.to(code, joined.panel.name[row], joined.panel.district[row])
    if found is None:
        joined.fault(row, "unit_code", Trouble("RG501", code))
        return
    district = f", {found.district}" if found.district else ""
    name = f" “{shown(found.name)}”" if found.name else ""
    joined.fault(row, "unit_code", Trouble("RG501", beside(code, f"{found.code}{name}{district}"), "near"))


def _facts(
    joined: Joined,
    entries: Mapping[str, RegisterEntry],
    merged: Mapping[tuple[str, str], int],
    plan: Plan,
) -> None:
    panel = joined.panel
    named = (
        ("name", "unit_name", panel.name, unit_key),
        ("district", "district", panel.district, place_key),
    )
    for fact, column, texts, key in named:
        for row, entry in _unlike(joined, texts, entries, merged, fact):
            here, there = texts[row] or "", getattr(entry, fact) or ""
            if key(here) != key(there):
                joined.fault(row, column, Trouble("RG502", beside(shown(here), shown(there)), fact))
    choices = (("level", panel.level, plan.levels), ("area", panel.area, plan.areas))
    for column, facts, known in choices:
        labels = {choice.id: choice.label for choice in known}
        for row, entry in _unlike(joined, facts, entries, merged, column):
            _choice(joined, column, (row, facts[row] or "", getattr(entry, column)), labels)


def _choice(
    joined: Joined, column: str, found: tuple[int, str, str], labels: Mapping[str, Bilingual]
) -> None:
    row, here, there = found
    args = (("here", labels[here]), ("there", labels[there]))
    joined.fault(row, column, Trouble("RG502", beside(here, there), column, args))


def _unlike(
    joined: Joined,
    facts: Sequence[str | None],
    entries: Mapping[str, RegisterEntry],
    merged: Mapping[tuple[str, str], int],
    fact: str,
) -> Iterator[tuple[int, RegisterEntry]]:
    """Yield the first row of every unit and value that is not the register's, since it took others over."""
    codes = joined.codes
    wanted: dict[tuple[str, str | None], RegisterEntry] = {}
    for code, value in set(zip(codes, facts, strict=True)):
        entry = entries.get(code)
        if entry is not None and getattr(entry, fact) not in (None, value) and value is not None:
            wanted[code, value] = entry
    if not wanted:
        return
    for row, pair in enumerate(zip(codes, facts, strict=True)):
        entry = wanted.get(pair)
        if entry is not None and joined.years[row] > merged.get((entry.kind, entry.code), 0):
            del wanted[pair]
            yield row, entry


def _years(joined: Joined, entries: Mapping[str, RegisterEntry], plan: Plan) -> None:
    """Name, once for each unit, a year for which the register says that it does not exist.

    That of a row whose level has ended is named as such (`YR405`).
    """
    moments = sorted(joined.panel.at)
    for unit, code in enumerate(joined.panel.codes):
        entry = entries.get(code)
        if entry is not None and (entry.valid_from or entry.valid_to):
            beyond = [moment for moment in moments if not entry.expected(moment[0])]
            row, year = _first_row(joined.panel, unit, beyond, plan)
            if row >= 0:
                joined.fault(row, "year", _not_then(year, entry))


def _first_row(panel: Panel, unit: int, moments: Iterable[tuple[int, str]], plan: Plan) -> tuple[int, int]:
    """Return the first row of a unit in some years and periods, with its year, but for rows whose level has
    ended; −1 where there is none."""
    for year, period in moments:
        row = panel.row_of(unit, year, period)
        if row >= 0 and not plan.ended(panel.level[row], year, period):
            return row, year
    return -1, 0


def _not_then(year: int, entry: RegisterEntry) -> Trouble:
    if entry.valid_from is not None and year < entry.valid_from:
        return Trouble("RG502", beside(str(year), str(entry.valid_from)), "not_yet")
    value = beside(str(year), str(entry.valid_to))
    if entry.successor is None:
        return Trouble("RG502", value, "closed")
    return Trouble("RG502", value, "succeeded", (("successor", entry.successor),))


_CUTOFF = 0.8
_SEARCHES = 50
"""How often names that are alike are looked for: each search goes through the whole register."""


class NearestUnit:
    """The entries of one kind by their name and by the digits of their code."""

    def __init__(self, entries: Iterable[RegisterEntry]) -> None:
        self._by_name: dict[str, list[RegisterEntry]] = {}
        self._by_digits: dict[str, RegisterEntry] = {}
        self._left = _SEARCHES
        for entry in entries:
            self._by_digits.setdefault(entry.code.lstrip("0"), entry)
            if entry.name:
                self._by_name.setdefault(place_key(entry.name), []).append(entry)

    def to(self, code: str, name: str | None, district: str | None) -> RegisterEntry | None:
        """Return the entry of the same code but for zeros, else of the same or a like name, if there is one.

        Two units of one name in two districts are told apart by the district; without it none is named.
        """
        by_digits = self._by_digits.get(code.lstrip("0"))
        if by_digits is not None or name is None:
            return by_digits
        key = place_key(name)
        if key not in self._by_name and self._left:
            self._left -= 1
            key = next(iter(get_close_matches(key, self._by_name, 1, _CUTOFF)), key)
        return _chosen(self._by_name.get(key, []), district)


def _chosen(found: list[RegisterEntry], district: str | None) -> RegisterEntry | None:
    if len(found) > 1 and district is not None:
        asked = place_key(district)
        found = [entry for entry in found if entry.district and place_key(entry.district) == asked]
    return found[0] if len(found) == 1 else None


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

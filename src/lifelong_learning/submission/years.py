"""A unit's figures held against its other years, and all years against the plan's and the one evaluated."""

from __future__ import annotations

from itertools import product
from operator import truediv
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding, severity_of
from lifelong_learning.model.findings import FaultRun
from lifelong_learning.model.localised import Day, Decimal
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.submission import MISSING
from lifelong_learning.submission.faults import Trouble, beside
from lifelong_learning.submission.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Measure, Plan
    from lifelong_learning.model.submission import Panel, Register, Submission, UnitTable
    from lifelong_learning.submission.joined import Joined

    RowsOfTable = tuple[UnitTable, Sequence[int]]


def check_years(joined: Joined, plan: Plan, period: str, register: Register | None = None) -> None:
    """Name jumps from year to year, and units that have no figure of the base year.

    A unit that took over others has their figures to be compared with, and grows when it does so.
    """
    takeovers = _takeovers(joined.panel, register)
    jumps(joined, plan, takeovers)
    base_years(joined, plan, period, takeovers)


def _takeovers(panel: Panel, register: Register | None) -> dict[str, set[int]]:
    """Return, by the code of each unit that took over others, the years in which its figures may rise."""
    found: dict[str, set[int]] = {}
    if register is None:
        return found
    for (kind, _), entry in register.entries.items():
        if kind == panel.kind and entry.successor and entry.valid_to is not None:
            found.setdefault(entry.successor, set()).update((entry.valid_to, entry.valid_to + 1))
    return found


def jumps(joined: Joined, plan: Plan, takeovers: Mapping[str, set[int]]) -> None:
    """Name figures that are more than the plan's factor times the year before's, or less than its inverse."""
    panel = joined.panel
    args = (("factor", _plain(float(plan.plausibility.jump_factor))),)
    pairs = [(year, period) for year, period in sorted(panel.at) if (year - 1, period) in panel.at]
    for measure in plan.measures_of(panel.kind):
        if not measure.is_number or measure.id not in panel.measures:
            continue
        for row, now, before in _doubted(panel, measure, pairs, plan):
            if now > before and _took_over(joined, row, takeovers):
                continue
            value = beside(measure.written(now), measure.written(before))
            joined.fault(row, measure.id, Trouble("YR401", value, "" if now > before else "down", args))


def _took_over(joined: Joined, row: int, takeovers: Mapping[str, set[int]]) -> bool:
    """Tell whether the unit of a row may have more than before, as it took over others in its year."""
    years = takeovers.get(joined.codes[row])
    return years is not None and joined.years[row] in years


def _doubted(
    panel: Panel, measure: Measure, pairs: list[tuple[int, str]], plan: Plan
) -> Iterator[tuple[int, int, int]]:
    """Yield row, figure and figure of the year before of every jump.

    A jump that only leads back from the one before has the same cause and is left out.
    """
    scale = measure.scale
    if max(panel.measures[measure.id], default=0) < plan.plausibility.jump_from * scale:
        return
    figures = {key: panel.values(measure.id, *key) for key in sorted(panel.at)}
    jumped: set[tuple[int, str, int]] = set()
    for year, period in pairs:
        before, now = figures[year - 1, period], figures[year, period]
        for unit in _jumping(before, now, plan, scale):
            if (year - 1, period, unit) in jumped and (year - 2, period) in figures:
                earlier = figures[year - 2, period][unit]
                if earlier >= 0 and not _jumping([earlier], [now[unit]], plan, scale):
                    continue
            jumped.add((year, period, unit))
            yield panel.row_of(unit, year, period), now[unit], before[unit]


def _jumping(before: Sequence[int], now: Sequence[int], plan: Plan, scale: int) -> list[int]:
    rule = plan.plausibility
    over, under, floor = rule.jump_factor.numerator, rule.jump_factor.denominator, rule.jump_from * scale
    if _is_quiet(before, now, over / under):
        return []
    whole = over // under
    # Nearly every pair ends at the first line, which is cheap; the exact test is for the others.
    return [
        unit
        for unit, (old, new) in enumerate(zip(before, now, strict=True))
        if (old * whole < new or new * whole < old)
        and old >= 0 <= new
        and max(old, new) >= floor
        and (new * under > old * over or old * under > new * over)
    ]


def _is_quiet(before: Sequence[int], now: Sequence[int], factor: float) -> bool:
    """Tell, at the speed of C, whether no pair can be a jump; a missing figure makes no ratio above 2."""
    if 0 in before or 0 in now:
        return False
    bound = factor * 0.999999
    highest = max(map(truediv, now, before), default=0.0)
    return factor > 2 and highest < bound and max(map(truediv, before, now), default=0.0) < bound


def _plain(factor: float) -> Decimal:
    return Decimal(f"{factor:g}")


def base_years(joined: Joined, plan: Plan, period: str, takeovers: Mapping[str, set[int]]) -> None:
    """Name, once for each unit, the measures of growth targets that lack a figure of the base year only."""
    panel = joined.panel
    for base_year, measures in _grown(plan, panel.kind):
        years = sorted(y for y, p in panel.at if p == period and y > base_year)
        for named, units in _lacking(joined, measures, base_year, period).items():
            labels = listed((plan.measure[measure].label for measure in named), "{}")
            args = (("base_year", base_year), ("measures", labels))
            for unit in units:
                if panel.codes[unit] not in takeovers:
                    row = _first_row(panel, unit, years, period)
                    joined.fault(row, "unit_code", Trouble("YR402", panel.codes[unit], "", args))


def _first_row(panel: Panel, unit: int, years: Sequence[int], period: str) -> int:
    """Return the first row of a unit in some years, one of which has one."""
    return next(row for year in years if (row := panel.row_of(unit, year, period)) >= 0)


def _lacking(
    joined: Joined, measures: Sequence[str], base_year: int, period: str
) -> dict[tuple[str, ...], list[int]]:
    """Return the units that have figures of later years and none of the base year, by the measures of which
    this is so."""
    lacking: dict[int, list[str]] = {}
    for measure in measures:
        if measure in joined.panel.measures:
            for unit in _without_base(joined, measure, base_year, period):
                lacking.setdefault(unit, []).append(measure)
    found: dict[tuple[str, ...], list[int]] = {}
    for unit, named in lacking.items():
        found.setdefault(tuple(named), []).append(unit)
    return found


def _grown(plan: Plan, kind: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every base year with the measures whose growth is reckoned from it, in the plan's order."""
    wanted: dict[int, set[str]] = {}
    for target in plan.targets:
        if target.kind is IndicatorKind.GROWTH_AVERAGE and kind in target.kinds:
            wanted.setdefault(target.base_year, set()).update(target.numerator)
    for base_year, measures in sorted(wanted.items()):
        yield base_year, sorted(measures, key=plan.measure_order.__getitem__)


def _without_base(joined: Joined, measure: str, base_year: int, period: str) -> list[int]:
    panel = joined.panel
    base = panel.values(measure, base_year, period)
    if MISSING not in base:
        return []
    later = [panel.values(measure, y, p) for y, p in sorted(panel.at) if p == period and y > base_year]
    if not later:
        return []
    latest = list(map(max, *later)) if len(later) > 1 else later[0]
    pairs = zip(base, latest, strict=True)
    return [unit for unit, (first, figure) in enumerate(pairs) if first == MISSING and figure >= 0]


def beyond_the_plan(joined: Joined, plan: Plan, asked: int | None) -> Iterator[FaultRun]:
    """Yield the rows of every year after the plan's last that was not asked for (`YR403`)."""
    for table, headers in zip(joined.panel.tables, joined.headers, strict=True):
        if max(table.year, default=0) <= plan.target_year:
            continue
        col = table.columns["year"]
        for year in sorted(set(table.year) - {asked}):
            if year > plan.target_year:
                late = [index for index, found in enumerate(table.year) if found == year]
                yield FaultRun(
                    "YR403", severity_of("YR403"), "", table.file, table.sheet, col, headers.get(col, ""),
                    [table.rows[index] for index in late], [str(year)] * len(late),
                    [table.code[index] for index in late], {"last": plan.target_year},
                )  # fmt: skip


def ended_levels(joined: Joined, plan: Plan, asked: int | None) -> None:
    """Name the rows of units whose level has ended by then (`YR405`); of a year beyond the plan that is
    named for itself (`YR403`) nothing more."""
    panel = joined.panel
    for table, start in zip(panel.tables, panel.starts, strict=True):
        for index in _rows_of_ended(table, plan, asked):
            ending = plan.ending[table.level[index] or ""]
            args = (("level", ending.label), ("until", Day(ending.until or "")))
            joined.fault(start + index, "level", Trouble("YR405", str(table.year[index]), "", args))


def _rows_of_ended(table: UnitTable, plan: Plan, asked: int | None) -> list[int]:
    """Return the rows of a table whose level has ended by their period."""
    ended = _ended_moments(table, plan, asked)
    if not ended:
        return []
    levels = {level for level, _, _ in ended}
    found = [index for index, level in enumerate(table.level) if level in levels]
    return [at for at in found if (table.level[at], table.year[at], table.period[at]) in ended]


def _ended_moments(table: UnitTable, plan: Plan, asked: int | None) -> set[tuple[str, int, str]]:
    """Return the levels, years and periods of a table by which a level has ended."""
    years = [year for year in set(table.year) if year <= plan.target_year or year == asked]
    moments = product(plan.ending.keys() & set(table.level), years, set(table.period))
    return {moment for moment in moments if plan.ended(*moment)}


def published_beyond_the_plan(submission: Submission, plan: Plan, asked: int | None) -> Iterator[Finding]:
    """Yield the published figures of years after the plan's last, at the figures themselves (`YR403`)."""
    for figure in submission.reported:
        if figure.year > plan.target_year and figure.year != asked:
            file, sheet, row, col = figure.place
            yield finding(
                "YR403", file=file, sheet=sheet, row=row, col=col,
                value=str(figure.year), last=plan.target_year,
            )  # fmt: skip

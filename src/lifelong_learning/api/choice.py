"""The units and findings that the filters of a run narrow it to, and the years and periods that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.errors import UsageError
from lifelong_learning.model.names import collation_key, fold
from lifelong_learning.model.record import Shown
from lifelong_learning.model.submission import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.api.request import Filters, Request
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Kind, Level, Plan
    from lifelong_learning.model.submission import Identity, Panel, ReportedFigure, Submission


class ResolvedFilters(Struct, frozen=True, metaclass=Shown):
    """Filters resolved against a plan and a submission: exact ids, names and codes; None means any."""

    kinds: frozenset[str] | None = None
    levels: frozenset[str] | None = None
    districts: frozenset[str] | None = None
    units: frozenset[str] | None = None

    def kind(self, kind: str) -> bool:
        """Tell whether a kind of unit is chosen."""
        return self.kinds is None or kind in self.kinds

    def unit(self, kind: str, who: Identity) -> bool:
        """Tell whether a unit is chosen."""
        return (
            self.kind(kind)
            and (self.levels is None or who.level in self.levels)
            and (self.districts is None or who.district in self.districts)
            and (self.units is None or who.code in self.units)
        )

    def figure(self, figure: ReportedFigure) -> bool:
        """Tell whether a published figure speaks of what is chosen alone."""
        return (
            self.units is None
            and (self.levels is None or figure.level in self.levels)
            and (self.districts is None or figure.district in self.districts)
        )


def choose(filters: Filters, plan: Plan, submission: Submission) -> ResolvedFilters:
    """Resolve filters; UsageError names the first value that means nothing here."""
    if not filters:
        return ResolvedFilters()
    units, districts = _known_units(submission)
    return ResolvedFilters(
        kinds=_resolve(filters.kinds, _labels(plan.kinds), "kind_unknown"),
        levels=_resolve(filters.levels, _labels(plan.levels), "level_unknown"),
        districts=_resolve(filters.districts, {name: (name,) for name in districts}, "district_unknown"),
        units=_resolve_units(filters.units, units, submission),
    )


def narrow(
    findings: Findings, choice: ResolvedFilters, submission: Submission, year: int, period: str
) -> Findings:
    """Drop the findings of units that are not chosen, and those of sheets of other kinds."""
    if choice == ResolvedFilters():
        return findings
    codes = frozenset(_chosen_codes(choice, submission, year, period))
    kept = findings.keep_units(lambda unit: unit is None or unit in codes)
    if choice.kinds is None:
        return kept
    other = _sheets_of_other_kinds(choice.kinds, submission)
    kept.singles = [one for one in kept.singles if (one.file, one.sheet) not in other]
    kept.runs = [run for run in kept.runs if (run.file, run.sheet) not in other]
    return kept


def _sheets_of_other_kinds(
    kinds: frozenset[str], submission: Submission
) -> set[tuple[str | None, str | None]]:
    tables = [table for panel in submission.panels.values() for table in panel.tables]
    return {(table.file, table.sheet) for table in tables if table.kind not in kinds}


def _chosen_codes(choice: ResolvedFilters, submission: Submission, year: int, period: str) -> Iterator[str]:
    for kind, panel in submission.panels.items():
        for who in panel.identities(year, period):
            if choice.unit(kind, who):
                yield who.code


def evaluated_year(request: Request, submission: Submission) -> int | None:
    """Return the year asked for, else the latest with a usable row of the period; None without one."""
    if request.year is not None:
        return request.year
    years = submission.years(request.period)
    return years[-1] if years else None


def check_period(period: str, plan: Plan) -> None:
    """Refuse a period that the plan does not have."""
    known = [one.id for one in plan.periods]
    if period not in known:
        raise UsageError("period_unknown", value=period, known=", ".join(known))


def check_years(*years: int | None) -> None:
    """Refuse a year that no submission can have."""
    for year in years:
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise UsageError("year_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)


def targets_named(plan: Plan, typed: str) -> frozenset[str]:
    """Return the ids of the targets that are called so, by id or by label; UsageError where none is."""
    if typed in plan.target:
        return frozenset((typed,))
    found = frozenset(t.id for t in plan.targets if fold(typed) in (fold(t.label.en), fold(t.label.vi)))
    if not found:
        raise UsageError("target_unknown", target=typed, known=", ".join(plan.target))
    return found


def _known_units(submission: Submission) -> tuple[set[str], list[str]]:
    panels = submission.panels.values()
    units = {code for panel in panels for code in panel.codes}
    units.update(entry.code for entry in submission.registered)
    districts = {name for panel in panels for name in panel.district}
    districts.update(entry.district for entry in submission.registered)
    districts.update(figure.district for figure in submission.reported)
    return units, sorted((name for name in districts if name), key=collation_key)


def _labels(things: Iterable[Kind | Level]) -> dict[str, tuple[str, ...]]:
    return {thing.id: (thing.label.en, thing.label.vi, *thing.also) for thing in things}


def _resolve(typed: Sequence[str], known: dict[str, tuple[str, ...]], fault: str) -> frozenset[str] | None:
    from lifelong_learning.model.names import place_key

    if not typed:
        return None
    by_name = {place_key(name): key for key, names in known.items() for name in (*names, key)}
    found = []
    for value in typed:
        if place_key(value) not in by_name:
            raise UsageError(fault, value=value, known=", ".join(known))
        found.append(by_name[place_key(value)])
    return frozenset(found)


def _resolve_units(typed: Sequence[str], known: set[str], submission: Submission) -> frozenset[str] | None:
    """Return the codes of the units that are called so, by code or by name."""
    found: set[str] = set()
    for said in typed:
        named = {said} if said in known else _units_named(fold(said), submission)
        if not named:
            raise UsageError("unit_unknown", unit=said)
        found |= named
    return frozenset(found) or None


def _units_named(name: str, submission: Submission) -> set[str]:
    """Return the codes of the units that bear a folded name in a row or in the register."""
    found = {entry.code for entry in submission.registered if fold(entry.name or "") == name}
    return found.union(*(_named_in_rows(name, panel) for panel in submission.panels.values()))


def _named_in_rows(name: str, panel: Panel) -> set[str]:
    rows = {row for row, called in enumerate(panel.name) if fold(called or "") == name}
    return {
        code for at in panel.at.values() for code, row in zip(panel.codes, at, strict=True) if row in rows
    }

"""From a source to records: who reported, each target over the years, units ranked, misses explained."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeVar

from lifelong_learning.model.names import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Exact, Reason, Status
from lifelong_learning.model.submission import MISSING
from lifelong_learning.reports.summary.records import (
    Miss,
    Records,
    Reports,
    TargetRecord,
    Turnout,
    UnitRecord,
    Year,
    key_of,
    minus,
)
from lifelong_learning.reports.view.evaluation import commitment_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.plan import Plan, Scope
    from lifelong_learning.model.scores import GroupResult, Standing, UnitScore, Value
    from lifelong_learning.model.submission import RegisterEntry
    from lifelong_learning.reports.summary.records import GroupKey, Source

_T = TypeVar("_T")
MISSED = (Status.NOT_MET, Status.BEHIND)


def gather(source: Source) -> Records:
    """Return every figure of a summary, in the order in which documents show them."""
    ranked = _ranked(source)
    scored = (record for _, found in ranked for record in found)
    moved = [record for record in scored if record.change is not None and record.change.num != 0]
    by_change = sorted(moved, key=lambda record: (-_size(record.change), *_name(record.unit)))
    return Records(
        reports=_reports(source),
        targets=tuple(_targets(source)),
        ranked=ranked,
        improved=tuple(record for record in by_change if _size(record.change) > 0),
        fallen=tuple(record for record in reversed(by_change) if _size(record.change) < 0),
        commitments=commitment_units(source.scorecard, source.commitments_of),
        misses=tuple(_misses(source)),
        takeovers=tuple(_takeovers(source)),
    )


def _row(source: Source, unit: UnitScore) -> int | None:
    panel, code = source.submission.panels.get(unit.kind), unit.identity.code
    if panel is None:
        return None
    position = bisect_left(panel.codes, code)
    if position == len(panel.codes) or panel.codes[position] != code:
        return None
    row = panel.row_of(position, source.scorecard.year, source.scorecard.period)
    return None if row < 0 else row


def _note(source: Source, unit: UnitScore) -> str | None:
    panel, row = source.submission.panels.get(unit.kind), _row(source, unit)
    return None if panel is None or row is None else panel.note[row]


def _reports(source: Source) -> Reports:
    known, published = _expected(source), _published(source)
    report = {id(unit): _report(source, unit, published) for unit in known}

    def turnout(units: Iterable[UnitScore]) -> Turnout:
        found = [report[id(unit)] for unit in units]
        return Turnout(len(found), len(found) - found.count("missing"), found.count("complete"))

    found = _parted(known, lambda unit: report[id(unit)])
    kinds = _parted(known, lambda unit: unit.kind)
    places = _parted(known, lambda unit: unit.identity.district)
    named = sorted(places, key=lambda name: (name is not None, collation_key(name or "")))
    return Reports(
        registered=source.submission.register is not None,
        total=turnout(known),
        kinds=tuple((kind.id, turnout(kinds[kind.id])) for kind in source.plan.kinds if kind.id in kinds),
        districts=tuple((place, turnout(places[place])) for place in named),
        missing=tuple(found.get("missing", ())),
        incomplete=tuple(found.get("incomplete", ())),
    )


def _report(
    source: Source, unit: UnitScore, published: frozenset[tuple[str, Scope]]
) -> Literal["missing", "incomplete", "complete"]:
    """Return what came of a unit: no row in the evaluated period, or a blank one, as a form has that was
    not filled in; or one that has every figure that its targets need, given and read, or not. A target whose
    figure was published for all needs none."""
    panel, row = source.submission.panels.get(unit.kind), _row(source, unit)
    if panel is None or row is None or all(column[row] == MISSING for column in panel.measures.values()):
        return "missing"
    lacking = any(
        (r.status is Status.NO_DATA or r.reason == Reason.INVALID_INPUT)
        and (r.target.id, r.scope) not in published
        for r in unit.results
    )
    return "incomplete" if lacking else "complete"


def _parted(units: Iterable[UnitScore], by: Callable[[UnitScore], _T]) -> dict[_T, list[UnitScore]]:
    found: dict[_T, list[UnitScore]] = {}
    for unit in units:
        found.setdefault(by(unit), []).append(unit)
    return found


def _published(source: Source) -> frozenset[tuple[str, Scope]]:
    """Return the targets and scopes whose figure was published for all."""
    groups = source.scorecard.groups
    return frozenset((g.target.id, g.scope) for g in groups if g.origin == "reported" and not g.district)


def _expected(source: Source) -> list[UnitScore]:
    """Return the units that were to report: those of the register, whose level has not ended."""
    card, register = source.scorecard, source.submission.register
    units = (
        unit for unit in card.units if not source.plan.ended(unit.identity.level, card.year, card.period)
    )
    return [unit for unit in units if register is None or (unit.kind, unit.identity.code) in register.entries]


def _targets(source: Source) -> Iterable[TargetRecord]:
    """Yield the whole first, then the districts by name, each in the plan's order."""
    for group in sorted(source.scorecard.groups, key=lambda group: collation_key(group.district or "")):
        yield _target(source, group, key_of(group))


def _target(source: Source, group: GroupResult, key: GroupKey) -> TargetRecord:
    year = source.scorecard.year
    _, standing = source.years[year][key]
    before, _ = source.years.get(year - 1, {}).get(key, (None, None))
    # Of what is only proven so far no change and no distance is told: missing reports would alter it.
    told = None if group.reason == Reason.UNDETERMINED else group.value
    # A line that begins at other units than those of today says nothing of how far they are.
    aligned = standing.start is None or told is None or standing.yearly is not None
    return TargetRecord(
        result=group,
        standing=_told(standing, group, settled=told is not None),
        before=before,
        change=_change(group, told, before),
        apart=0 if before is None else len(before.absent ^ group.absent),
        distance=minus(told, standing.expected) if aligned else None,
        gap=minus(told, group.bounds.asked),
        years=tuple(
            _year(y, groups[key][0], source.plan) for y, groups in source.years.items() if key in groups
        ),
        note=_published_note(source, group),
    )


def _change(group: GroupResult, told: Value | None, before: GroupResult | None) -> Exact | None:
    """Return what is told less the value of the year before; None where other units reported then, or one
    of the two was published, which says nothing of the units behind it."""
    if before is None or before.origin != group.origin or before.absent != group.absent:
        return None
    return minus(told, before.value)


def _told(standing: Standing, group: GroupResult, *, settled: bool) -> Standing:
    """Return what is told of a way: of what is not settled neither average nor need, of what lies beyond
    its figure already no need."""
    if not settled:
        return standing._replace(yearly=None, needed=None)
    needed, limited = standing.needed, group.bounds.at_most
    beyond = needed is not None and needed.num <= 0 and not limited
    return standing._replace(needed=None) if beyond else standing


def _year(year: int, group: GroupResult, plan: Plan) -> Year:
    shares = (IndicatorKind.RATIO, IndicatorKind.COVERAGE)
    if group.value is None or group.origin == "reported" or group.target.kind not in shares:
        return Year(year, group, None, None)
    num, den = group.value.exact
    if group.target.kind is IndicatorKind.COVERAGE:
        return Year(year, group, num, den)
    # A ratio is kept as whole numbers of the last decimals of both, times what it is for.
    scale = _scale(plan, group.target.numerator) * _scale(plan, group.target.denominator)
    part, whole = Exact(num, scale * (group.target.per or 1)), Exact(den, scale)
    return Year(year, group, part.as_written(), whole.as_written())


def _scale(plan: Plan, measures: Iterable[str]) -> int:
    return max(plan.measure[measure].scale for measure in measures)


def _published_note(source: Source, group: GroupResult) -> str | None:
    if group.place is None:
        return None
    found = (figure.note for figure in source.submission.reported if figure.place == group.place)
    return next(found, None)


def _ranked(source: Source) -> tuple[tuple[str, tuple[UnitRecord, ...]], ...]:
    """Return the scored units by kind, the best first; of equal scores the more complete."""
    earlier = {_name(unit): unit for unit in (source.before.units if source.before is not None else ())}
    found = []
    for kind, units in groupby(source.scorecard.units, key=lambda unit: unit.kind):
        scored = [unit for unit in units if unit.score is not None]
        scored.sort(key=lambda unit: (-_size(unit.score), -_size(unit.completeness), *_name(unit)))
        found.append((kind, tuple(_beside(source, unit, earlier.get(_name(unit))) for unit in scored)))
    return tuple(found)


def _beside(source: Source, unit: UnitScore, before: UnitScore | None) -> UnitRecord:
    """Return a scored unit beside itself of the year before."""
    if before is None:
        return UnitRecord(unit, None, None)
    same = _unscored(unit) == _unscored(before) and not _grew(source, unit)
    return UnitRecord(unit, before.score, minus(unit.score, before.score) if same else None)


def _grew(source: Source, unit: UnitScore) -> bool:
    """Tell whether a unit took others over since the year before."""
    found, code = source.scorecard.successions.get(unit.kind), unit.identity.code
    if found is None or code not in found.taken:
        return False
    before = found.as_of(source.scorecard.year - 1)
    return before is None or before.taken.get(code) != found.taken[code]


def _takeovers(source: Source) -> Iterable[tuple[UnitScore, int, list[RegisterEntry]]]:
    """Yield who took over units that were there in the base year or later, those last there first."""
    for unit in source.scorecard.units:
        taken = _taken_over(source, unit)
        for until in sorted({entry.valid_to or 0 for entry in taken}, reverse=True):
            if until >= source.plan.base_year:
                yield unit, until, [entry for entry in taken if entry.valid_to == until]


def _taken_over(source: Source, unit: UnitScore) -> list[RegisterEntry]:
    """Return what the register has of those whom a unit took over."""
    found = source.scorecard.successions.get(unit.kind)
    if found is None:
        return []
    entries = found.register.entries
    known = (entries.get((unit.kind, code)) for code in found.taken.get(unit.identity.code, ()))
    return [entry for entry in known if entry is not None]


def _unscored(unit: UnitScore) -> set[str]:
    """Return the targets that a unit's score lacks: no figures, or waived."""
    lacking = (Status.NO_DATA, Status.NOT_ASSESSABLE)
    return {r.target.id for r in unit.results if r.status in lacking or r.waiver is not None}


def _misses(source: Source) -> Iterable[Miss]:
    for unit in source.scorecard.units:
        missed = tuple(result for result in unit.results if result.status in MISSED)
        if missed:
            yield Miss(unit, missed, _note(source, unit))


def _size(figure: Exact | None) -> float:
    return 0.0 if figure is None else float(figure)


def _name(unit: UnitScore) -> tuple[str, str]:
    return unit.kind, unit.identity.code

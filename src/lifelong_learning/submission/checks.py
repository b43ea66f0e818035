"""Rows held against each other: part and whole, one identity for a unit, a period and those within it,
and the figures of an earlier submission.
"""

from __future__ import annotations

from itertools import permutations
from operator import gt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.model.names import place_key
from lifelong_learning.model.plan import Bilingual, MeasureType, Nature
from lifelong_learning.model.submission import INVALID
from lifelong_learning.submission.faults import Trouble, beside
from lifelong_learning.submission.names import lacks_marks, shown, unit_key

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Measure, Plan
    from lifelong_learning.submission.joined import Joined


def check_rows(joined: Joined, plan: Plan) -> None:
    """Name what contradicts within the rows of one kind; a part above its whole, and a whole that is not the
    sum of its parts, are taken out."""
    parts_and_wholes(joined, plan)
    one_identity(joined, plan)
    periods_and_parts(joined, plan)


def parts_and_wholes(joined: Joined, plan: Plan) -> None:
    """Take out every part that exceeds its whole, and every whole that its parts do not add up to
    (`RW302`)."""
    columns = joined.panel.measures
    later = {row for _, row in joined.doubles}
    for measure in plan.measures_of(joined.panel.kind):
        part, whole = columns.get(measure.id), columns.get(measure.at_most or "")
        if part is None or whole is None or measure.at_most is None:
            continue
        of = plan.measure[measure.at_most]
        by, per = of.scale, measure.scale
        if by == per and not any(map(gt, part, whole)):
            continue
        over = [row for row, (p, w) in enumerate(zip(part, whole, strict=True)) if p * by > w * per >= 0]
        for row in over:
            if row not in later:
                value = beside(measure.written(part[row]), of.written(whole[row]))
                joined.fault(row, measure.id, Trouble("RW302", value, "", (("whole", of.label),)))
                part[row] = INVALID
    for measure in plan.measures_of(joined.panel.kind):
        if measure.parts and measure.id in columns:
            _sum_of_parts(joined, plan, measure, later)


def _sum_of_parts(joined: Joined, plan: Plan, whole: Measure, later: set[int]) -> None:
    """Take out every figure that its parts do not add up to, where all of them are there."""
    parts = [plan.measure[part] for part in whole.parts]
    columns = [joined.panel.measures.get(part.id) for part in parts]
    scale = max(measure.scale for measure in (whole, *parts))
    own = joined.panel.measures[whole.id]
    known = [column for column in columns if column is not None]
    if len(known) < len(parts):
        return
    named = Bilingual(
        " + ".join(part.label.en for part in parts), " + ".join(part.label.vi for part in parts)
    )
    for row, (stated, *figures) in enumerate(zip(own, *known, strict=True)):
        if row in later or stated < 0 or min(figures) < 0:
            continue
        pairs = zip(figures, parts, strict=True)
        total = sum(figure * (scale // part.scale) for figure, part in pairs)
        if total != stated * (scale // whole.scale):
            decimals = max(measure.decimals for measure in (whole, *parts))
            said = replace(whole, decimals=decimals).written(total)
            value = beside(whole.written(stated), said)
            joined.fault(row, whole.id, Trouble("RW302", value, "sum", (("parts", named),)))
            own[row] = INVALID


def one_identity(joined: Joined, plan: Plan) -> None:
    """Name units with differing names, or with differing level, district or area within one year."""
    panel = joined.panel
    for row, first in _differing(joined.codes, panel.name, unit_key):
        one, other = unit_key(panel.name[row] or ""), unit_key(panel.name[first] or "")
        rows = (first, row) if lacks_marks(other, one) else (row, first)
        variant = "name_marks" if lacks_marks(one, other) or lacks_marks(other, one) else "name"
        _name_text(joined, variant, "unit_name", rows, panel.name)
    if not joined.doubles and len({year for year, _ in panel.at}) == len(panel.at):
        # Every unit has one row in a year at most.
        return
    years = [year for table in panel.tables for year in table.year]
    keys = list(zip(joined.codes, years, strict=True))
    for row, first in _differing(keys, panel.district, place_key):
        _name_text(joined, "district", "district", (row, first), panel.district)
    choices = (("level", panel.level, plan.levels), ("area", panel.area, plan.areas))
    for column, facts, known in choices:
        labels = {choice.id: choice.label for choice in known}
        for row, first in _differing(keys, facts, str):
            _name_choice(joined, column, (row, first), facts, labels)


def _differing(
    keys: Sequence[Hashable], facts: Sequence[str | None], same: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Yield the first row of every further form of a fact, with the first row of all."""
    if list(map(dict(zip(keys, facts, strict=True)).__getitem__, keys)) == facts:
        return
    seen: dict[Hashable, dict[str, int]] = {}
    for row, (key, fact) in enumerate(zip(keys, facts, strict=True)):
        if fact is None:
            continue
        forms = seen.setdefault(key, {})
        form = same(fact)
        if form not in forms:
            if forms:
                yield row, next(iter(forms.values()))
            forms[form] = row


def _name_text(
    joined: Joined, variant: str, column: str, rows: tuple[int, int], facts: Sequence[str | None]
) -> None:
    row, first = rows
    value = beside(shown(facts[row]), shown(facts[first]), joined.address(first, column, row))
    joined.fault(row, column, Trouble("RW304", value, variant))


def _name_choice(
    joined: Joined,
    column: str,
    rows: tuple[int, int],
    facts: Sequence[str | None],
    labels: Mapping[str, Bilingual],
) -> None:
    row, first = rows
    here, there = facts[row] or "", facts[first] or ""
    value = beside(here, there, joined.address(first, column, row))
    args = (("here", labels[here]), ("there", labels[there]))
    joined.fault(row, column, Trouble("RW304", value, column, args))


def periods_and_parts(joined: Joined, plan: Plan) -> None:
    """Name flows that are smaller for a period than for a shorter one within it (`RW305`)."""
    panel = joined.panel
    flows = [m for m in plan.measures_of(panel.kind) if m.nature is Nature.FLOW and m.id in panel.measures]
    for longer, shorter in permutations(plan.periods, 2):
        if not longer.contains(shorter):
            continue
        usual = (longer.id, shorter.id) == ("year", "h1")
        args = () if usual else (("longer", longer.label), ("shorter", shorter.label))
        for year in sorted({y for y, _ in panel.at}):
            if (year, shorter.id) not in panel.at or (year, longer.id) not in panel.at:
                continue
            for measure in flows:
                part, full = (panel.values(measure.id, year, one.id) for one in (shorter, longer))
                less = [unit for unit, (p, f) in enumerate(zip(part, full, strict=True)) if p > f >= 0]
                for unit in less:
                    value = beside(measure.written(full[unit]), measure.written(part[unit]))
                    trouble = Trouble("RW305", value, "" if usual else "period", args)
                    joined.fault(panel.row_of(unit, year, longer.id), measure.id, trouble)


def compare(joined: Joined, earlier: Joined, plan: Plan) -> None:
    """Name every figure of a period that both have, and that is another one now (`RW306`)."""
    old_position = {code: unit for unit, code in enumerate(earlier.panel.codes)}
    units = [
        (unit, old_position[code]) for unit, code in enumerate(joined.panel.codes) if code in old_position
    ]
    for year, period in sorted(joined.panel.at):
        if (year, period) not in earlier.panel.at:
            continue
        for measure in plan.measures_of(joined.panel.kind):
            now = joined.panel.values(measure.id, year, period)
            before = earlier.panel.values(measure.id, year, period)
            changed = [pair for pair in units if now[pair[0]] != before[pair[1]]]
            for unit, old in changed:
                if now[unit] < 0 or before[old] < 0:
                    continue
                place = earlier.address(earlier.panel.row_of(old, year, period), measure.id)
                value = beside(measure.written(now[unit]), measure.written(before[old]), place)
                variant = ""
                if measure.type is MeasureType.YES_NO:
                    variant = "now_yes" if now[unit] else "now_no"
                joined.fault(
                    joined.panel.row_of(unit, year, period), measure.id, Trouble("RW306", value, variant)
                )

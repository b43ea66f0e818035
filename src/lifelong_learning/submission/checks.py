"""Rows held against each other: part and whole, one identity for a unit, a period and those within it,
and the figures of an earlier submission.
"""

from __future__ import annotations

from itertools import chain, permutations, product
from operator import gt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.model.names import place_key
from lifelong_learning.model.plan import Bilingual, MeasureType, Nature
from lifelong_learning.model.submission import INVALID
from lifelong_learning.model.succession import last_years_of_taken
from lifelong_learning.submission.faults import Trouble, beside
from lifelong_learning.submission.names import lacks_marks, shown, unit_key

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Measure, Period, Plan
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.joined import Joined


def check_rows(joined: Joined, plan: Plan, register: Register | None = None) -> None:
    """Name what contradicts within the rows of one kind; a part above its whole, and a whole that is not the
    sum of its parts, are taken out.

    A unit that took others over, by the register, may have had another name before.
    """
    parts_and_wholes(joined, plan)
    one_identity(joined, plan, {} if register is None else last_years_of_taken(register))
    periods_and_parts(joined, plan)


def parts_and_wholes(joined: Joined, plan: Plan) -> None:
    """Take out every part that exceeds its whole, and every whole that its parts do not add up to
    (`RW302`)."""
    columns = joined.panel.measures
    later = set(chain.from_iterable(joined.doubles.values()))
    measures = [measure for measure in plan.measures_of(joined.panel.kind) if measure.id in columns]
    for measure in measures:
        if measure.at_most is not None and measure.at_most in columns:
            _part_above_whole(joined, measure, plan.measure[measure.at_most], later)
    for measure in measures:
        if measure.parts:
            _sum_of_parts(joined, plan, measure, later)


def _part_above_whole(joined: Joined, part: Measure, whole: Measure, later: set[int]) -> None:
    """Take out every figure of a part that exceeds its whole."""
    own, limit = joined.panel.measures[part.id], joined.panel.measures[whole.id]
    if part.scale == whole.scale and not any(map(gt, own, limit)):
        return
    by, per = whole.scale, part.scale
    over = [row for row, (p, w) in enumerate(zip(own, limit, strict=True)) if p * by > w * per >= 0]
    for row in over:
        if row not in later:
            value = beside(part.written(own[row]), whole.written(limit[row]))
            joined.fault(row, part.id, Trouble("RW302", value, "", (("whole", whole.label),)))
            own[row] = INVALID


def _sum_of_parts(joined: Joined, plan: Plan, whole: Measure, later: set[int]) -> None:
    """Take out every figure that its parts do not add up to, where all of them are there."""
    columns = joined.panel.measures
    if not columns.keys() >= set(whole.parts):
        return
    parts = [plan.measure[part] for part in whole.parts]
    finest = max((whole, *parts), key=lambda measure: measure.decimals)
    own = columns[whole.id]
    for row, (stated, *figures) in enumerate(zip(own, *(columns[part.id] for part in parts), strict=True)):
        if row in later or stated < 0 or min(figures) < 0:
            continue
        pairs = zip(figures, parts, strict=True)
        total = sum(figure * (finest.scale // part.scale) for figure, part in pairs)
        if total != stated * (finest.scale // whole.scale):
            said = replace(whole, decimals=finest.decimals).written(total)
            value = beside(whole.written(stated), said)
            joined.fault(row, whole.id, Trouble("RW302", value, "sum", (("parts", _added(parts)),)))
            own[row] = INVALID


def _added(parts: Sequence[Measure]) -> Bilingual:
    return Bilingual(" + ".join(part.label.en for part in parts), " + ".join(part.label.vi for part in parts))


def one_identity(joined: Joined, plan: Plan, merged: Mapping[tuple[str, str], int]) -> None:
    """Name units with differing names, or with differing level, district or area within one year; `merged`
    has the last year before a merger by kind and code, names on both sides of which may differ."""
    _one_name(joined, merged)
    if joined.doubles or len({year for year, _ in joined.panel.at}) < len(joined.panel.at):
        # Else every unit has one row in a year at most.
        _one_place(joined, plan)


def _one_name(joined: Joined, merged: Mapping[tuple[str, str], int]) -> None:
    names = joined.panel.name
    keys = _before_and_after(joined, merged) if merged else joined.codes
    for row, first in _differing(keys, names, unit_key):
        one, other = unit_key(names[row] or ""), unit_key(names[first] or "")
        rows = (first, row) if lacks_marks(other, one) else (row, first)
        variant = "name_marks" if lacks_marks(one, other) or lacks_marks(other, one) else "name"
        _name_text(joined, variant, "unit_name", rows, names)


def _before_and_after(joined: Joined, merged: Mapping[tuple[str, str], int]) -> Sequence[Hashable]:
    """Return the unit of every row, with whether the row is of a year after the unit's merger."""
    last = [merged.get((joined.panel.kind, code), 0) for code in joined.codes]
    return [(code, year > end) for code, year, end in zip(joined.codes, joined.years, last, strict=True)]


def _one_place(joined: Joined, plan: Plan) -> None:
    """Name units with differing level, district or area within one year."""
    panel = joined.panel
    keys = list(zip(joined.codes, joined.years, strict=True))
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
        if longer.contains(shorter):
            _shorter_above_longer(joined, flows, longer, shorter)


def _shorter_above_longer(joined: Joined, flows: Sequence[Measure], longer: Period, shorter: Period) -> None:
    panel = joined.panel
    usual = (longer.id, shorter.id) == ("year", "h1")
    args = () if usual else (("longer", longer.label), ("shorter", shorter.label))
    years = sorted(y for y, period in panel.at if period == shorter.id and (y, longer.id) in panel.at)
    for year, measure in product(years, flows):
        part = panel.values(measure.id, year, shorter.id)
        full = panel.values(measure.id, year, longer.id)
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
    moments = sorted(joined.panel.at.keys() & earlier.panel.at.keys())
    for moment, measure in product(moments, plan.measures_of(joined.panel.kind)):
        now = joined.panel.values(measure.id, *moment)
        before = earlier.panel.values(measure.id, *moment)
        changed = [pair for pair in units if now[pair[0]] != before[pair[1]]]
        for unit, old in changed:
            if now[unit] >= 0 and before[old] >= 0:
                place = earlier.address(earlier.panel.row_of(old, *moment), measure.id)
                value = beside(measure.written(now[unit]), measure.written(before[old]), place)
                trouble = Trouble("RW306", value, _answer(measure, now[unit]))
                joined.fault(joined.panel.row_of(unit, *moment), measure.id, trouble)


def _answer(measure: Measure, figure: int) -> str:
    """Return which answer a question has now; "" of a number."""
    if measure.type is not MeasureType.YES_NO:
        return ""
    return "now_yes" if figure else "now_no"

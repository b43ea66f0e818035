"""Two rows of one unit and period: joined where nothing contradicts, else the conflict is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.submission.faults import Trouble, beside

if TYPE_CHECKING:
    from lifelong_learning.submission.joined import Joined


def settle(joined: Joined) -> None:
    """Bring the values of later rows into the first one, and name each later row at its code."""
    later_of: dict[int, list[int]] = {}
    for first, later in joined.doubles:
        later_of.setdefault(first, []).append(later)
    for first, laters in later_of.items():
        conflicts = _join_measures(joined, first, laters)
        _join_facts(joined, first, laters)
        for later in laters:
            value = beside(joined.codes[first], joined.address(first, "unit_code", later))
            variant = "conflict" if later in conflicts else ""
            joined.fault(later, "unit_code", Trouble("RW301", value, variant))


def _join_measures(joined: Joined, first: int, laters: list[int]) -> set[int]:
    """Join the figures; return the later rows that contradict one before them."""
    conflicts: set[int] = set()
    for measure, column in joined.panel.measures.items():
        figures = [(row, column[row]) for row in (first, *laters) if column[row] != MISSING]
        stated = [(row, figure) for row, figure in figures if figure != INVALID]
        against = {row for row, figure in stated if figure != stated[0][1]}
        if not figures:
            continue
        conflicts |= against
        if against or len(stated) < len(figures):
            column[first] = INVALID
        elif column[first] == MISSING:
            joined.moved[first, measure], column[first] = stated[0]
    return conflicts


def _join_facts(joined: Joined, first: int, laters: list[int]) -> None:
    panel = joined.panel
    for facts in (panel.name, panel.level, panel.district, panel.area, panel.note):
        if facts[first] is None:
            facts[first] = next((facts[row] for row in laters if facts[row] is not None), None)

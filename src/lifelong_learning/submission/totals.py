"""Rows "Tổng cộng": compared with the sum of the unit rows above, and passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import INVALID
from lifelong_learning.submission.faults import Fault, Trouble, beside
from lifelong_learning.submission.names import shown

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping

    from lifelong_learning.submission.body import Body
    from lifelong_learning.submission.header import Layout
    from lifelong_learning.submission.roles import Roles
    from lifelong_learning.submission.vocabulary import Vocabulary


def compare_totals(
    body: Body, layout: Layout, roles: Roles, measures: Mapping[str, array[int]], vocab: Vocabulary
) -> Iterator[Fault]:
    """Yield a fault for every total that is neither the sum since the previous one nor that of all above."""
    if not roles.totals:
        return
    skipped = roles.passed.union(roles.totals)
    for measure, column in measures.items():
        col = layout.columns.get(measure)
        if col is None or vocab.plan.measure[measure].type is not MeasureType.COUNT:
            continue
        for index, expected in _differences(column, roles.totals, skipped):
            value = beside(shown(body.cells(col)[index]), str(expected))
            yield Fault(index + body.first, col, Trouble("RW303", value), None)


def _differences(column: array[int], totals: list[int], skipped: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the row of every total that neither sum agrees with, and the nearer of the two sums."""
    start = above = 0
    certain = certain_above = True
    for index in totals:
        since = [column[row] for row in range(start, index) if row not in skipped]
        certain = INVALID not in since
        certain_above = certain_above and certain
        part = sum(figure for figure in since if figure > 0)
        above += part
        start = index + 1
        stated = column[index]
        agrees = stated == part or (certain_above and stated == above)
        if stated >= 0 and certain and not agrees:
            expected = min(part, above, key=lambda figure: abs(figure - stated)) if certain_above else part
            yield index, expected

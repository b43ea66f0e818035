"""Sound workbooks written again as other programs write them: the same cells for at most twice the work."""

from __future__ import annotations

import sys
import time
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rewritten import WAYS, packed, parts_of

from lifelong_learning.model.findings import Finding
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.workbook import Workbook

if TYPE_CHECKING:
    from lifelong_learning.submission.source.grid import Grid

DATA = Path(__file__).resolve().parents[4] / "data"
BOOKS = {path.stem: parts_of(path.read_bytes()) for path in sorted(DATA.glob("*.xlsx"))}
_TEXTS = frozenset(way for way in WAYS if way.startswith(("texts", "prefixes")))
"""Ways that do not go together: each takes the texts or the tags as the original has them."""


def grids(data: bytes) -> list[Grid]:
    """The sheets of a workbook."""
    workbook = Workbook("book.xlsx", data, "", Limits().for_size(len(data)))
    found = [workbook.grid(sheet.name) for sheet in workbook.sheets]
    assert not [grid for grid in found if isinstance(grid, Finding)], found
    return found  # type: ignore[return-value]


ORIGINALS = {name: grids(packed(parts)) for name, parts in BOOKS.items()}


def same(one: Grid, other: Grid) -> bool:
    """Whether two grids hold the same, whatever kind of number stands for a whole one."""
    return (
        [list(column) for column in one.columns] == [list(column) for column in other.columns]
        and one.errors == other.errors and one.unstored == other.unstored and one.broken == other.broken
        and one.merges == other.merges and one.percent == other.percent
    )  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(sorted(BOOKS)),
    st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=4, unique=True),
)
def test_the_same_cells(book: str, ways: list[str]) -> None:
    """Every way, and several at once: parts get their other names last, when all else is done."""
    apart = [way for way in ways if way in _TEXTS]
    together = sorted(set(ways).difference(_TEXTS), key=lambda way: way == "other names")
    parts = BOOKS[book]
    for way in [*apart[:1], *together]:
        parts = WAYS[way](parts)
    assert all(starmap(same, zip(grids(packed(parts)), ORIGINALS[book], strict=True)))


@pytest.mark.parametrize("way", WAYS)
def test_the_same_cells_for_no_more_than_twice_the_work(way: str) -> None:
    """Each way alone costs less than twice the processor's time, beside what it has more bytes to read."""
    parts = BOOKS["ha-giang-2024"]
    original, rewritten = packed(parts), packed(WAYS[way](parts))
    assert all(starmap(same, zip(grids(rewritten), ORIGINALS["ha-giang-2024"], strict=True)))
    more = sum(map(len, WAYS[way](parts).values())) / sum(map(len, parts.values()))
    pairs = [(_spent(original), _spent(rewritten)) for _ in range(9)]
    assert min(after for _, after in pairs) < 2 * max(more, 1) * min(before for before, _ in pairs)


def _spent(data: bytes) -> float:
    """Return the processor's time for a workbook, without what it takes to note which lines were run."""
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        began = time.process_time()
        grids(data)
        return time.process_time() - began
    finally:
        sys.settrace(tracing)

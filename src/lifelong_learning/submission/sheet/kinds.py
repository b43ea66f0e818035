"""What a sheet is, by its name or by its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold
from lifelong_learning.submission.sheet.header import find_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.submission.vocabulary import Vocabulary

REPORTED = "reported"
GUIDE = "guide"
_NEEDED = frozenset({"unit_code", "year"})


def by_name(name: str, vocab: Vocabulary) -> str | None:
    """Return the kind of unit that a sheet holds, `REPORTED`, `GUIDE`, or None for an unknown name."""
    folded = fold(name)
    if folded in vocab.reported_sheets:
        return REPORTED
    return GUIDE if folded in vocab.guide_sheets else vocab.kind_of_sheet.get(folded)


def by_columns(rows: Sequence[Sequence[object]], vocab: Vocabulary) -> str | None:
    """Return the one kind whose columns a sheet of another name has, if there is exactly one."""
    every = vocab.every
    at = find_header(rows, every)
    if at is None:
        return None
    found = {every[name] for cell in rows[at] if (name := fold(str(cell))) in every}
    measures = found & set(vocab.plan.measure)
    if not measures or not found >= _NEEDED:
        return None
    fitting = [kind for kind, names in vocab.columns.items() if measures <= set(names.values())]
    return fitting[0] if len(fitting) == 1 else None

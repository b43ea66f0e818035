"""What a sheet is, by its name or by its columns."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold
from lifelong_learning.submission.sheet.sections import first_header

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import Vocabulary

REPORTED = "reported"
GUIDE = "guide"
_NUMBER = re.compile(r" [0-9]{1,3}$")


def by_name(name: str, vocab: Vocabulary) -> str | None:
    """Return the kind of unit that a sheet holds, `REPORTED`, `GUIDE` for one that is passed over in silence
    (a guide, or a sheet that this program wrote), or None for an unknown name."""
    folded = fold(name)
    if folded in vocab.reported_sheets:
        return REPORTED
    if folded in vocab.kind_of_sheet:
        return vocab.kind_of_sheet[folded]
    return GUIDE if folded in vocab.guide_sheets or _NUMBER.sub("", folded) in _own_sheets() else None


@cache
def _own_sheets() -> frozenset[str]:
    """Return the names of the sheets that the program writes into workbooks, beside the guide."""
    from lifelong_learning.catalogue.words import word

    languages: tuple[Lang, ...] = ("en", "vi")
    return frozenset(
        fold(word(key, lang))
        for key in ("forms.sources", "forms.marked_sheet", "forms.before_sheet")
        for lang in languages
    )


def by_columns(grid: Grid, vocab: Vocabulary) -> str | None:
    """Return the one kind whose measures a sheet of another name has, if there is exactly one."""
    header = first_header(grid, vocab.every, vocab)
    if header is None:
        return None
    meant = {column for column in header.unknown.values() if column is not None}
    measures = {
        column for column in {*header.columns, *header.doubled, *meant} if column in vocab.plan.measure
    }
    fitting = [kind for kind, names in vocab.columns.items() if measures <= set(names.values())]
    return fitting[0] if measures and len(fitting) == 1 else None

"""Whole columns at once: what is plainly right is proven so in C, the rest is read cell by cell.

Every parser returns one entry per row and the troubles by position; None, `MISSING` and `INVALID`
stand where there is no value.
"""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import INVALID, LARGEST_COUNT, MISSING
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.values import Taken
from lifelong_learning.submission.source.grid import MarkedText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.submission.vocabulary import Vocabulary

Troubles = dict[int, Trouble]
_BLANK_AS_MINUS: dict[object, int] = {"": -1}
_REMEMBERED = 50_000
"""So many meanings of cells are kept from one sheet to the next."""
_ODD = frozenset({Trouble, Taken})


class ReadColumn(Struct, frozen=True):
    """A column of texts or years as it was understood, with the troubles by position."""

    values: list[Any]
    troubles: Troubles


def counts(
    cells: Sequence[object], damaged: Mapping[int, Trouble], vocab: Vocabulary, *, exact: bool = False
) -> tuple[array[int], Troubles]:
    """Read a column of counts; `exact` as of a grid."""
    if damaged:
        cells = _without(cells, damaged)
    fast = _whole_counts(cells) if exact else _plain_counts(cells)
    read, troubles = _counts(cells, vocab) if fast is None else (fast, {})
    for index, trouble in damaged.items():
        read[index] = INVALID
        troubles[index] = trouble
    if not exact:
        _name_marked(cells, troubles)
    return read, troubles


def _name_marked(cells: Sequence[object], troubles: Troubles) -> None:
    """Name the texts of which struck-out or raised runs were left out, where nothing worse is said."""
    if MarkedText in set(map(type, cells)):
        for index, cell in enumerate(cells):
            if type(cell) is MarkedText and (index not in troubles or troubles[index].code == "CE207"):
                troubles[index] = Trouble("CE215", shown(cell), "" if cell else "blank")


def _without(cells: Sequence[object], damaged: Mapping[int, Trouble]) -> list[object]:
    left = list(cells)
    for index in damaged:
        left[index] = ""
    return left


def _counts(cells: Sequence[object], vocab: Vocabulary) -> tuple[array[int], Troubles]:
    read = array("q", [MISSING]) * len(cells)
    troubles: Troubles = {}
    texts: dict[str, object] = {"": MISSING}
    for index, cell in enumerate(cells):
        if (type(cell) is int or type(cell) is float) and 0 <= cell <= LARGEST_COUNT and cell == int(cell):
            read[index] = int(cell)
        elif type(cell) is str:
            if cell not in texts:
                texts[cell] = values.count(cell, vocab)
            read[index] = _noted(texts[cell], index, troubles)
        else:
            read[index] = _noted(values.count(cell, vocab), index, troubles)
    return read, troubles


def _whole_counts(cells: Sequence[object]) -> array[int] | None:
    """Return the counts where every cell is an int ≥ 0 or blank, else None."""
    figures = cast("Sequence[int]", cells)
    try:
        if max(figures, default=0) > LARGEST_COUNT:
            return None
        return array("q", array("Q", figures).tobytes())
    except OverflowError:
        return None
    except TypeError:
        blanks = cells.count("")
    figures = list(map(_BLANK_AS_MINUS.get, cells, figures))
    try:
        counts = array("q", figures)
    except (TypeError, OverflowError):
        return None
    most, least = max(counts), min(counts)
    return None if most > LARGEST_COUNT or least < -1 or counts.count(-1) != blanks else counts


def _plain_counts(cells: Sequence[object]) -> array[int] | None:
    """Return the counts where every cell is a float that is a whole number ≥ 0, or blank, else None."""
    figures = cast("Sequence[float]", cells)
    blanks = 0
    try:
        whole = _are_whole(figures)
    except TypeError:
        # The first cell that is no float ends the search; blank ones are the most frequent.
        blanks = cells.count("")
        figures = list(map(_BLANK_AS_MINUS.get, cells, figures))
        try:
            whole = _are_whole(figures)
        except TypeError:
            return None
    if not whole or max(figures, default=0) > LARGEST_COUNT:
        return None
    if not blanks:
        return _unsigned(figures)
    lowest = min(figures, default=0)
    if lowest < -1 or (lowest == -1 and figures.count(-1) != blanks):
        return None
    return array("q", map(int, figures))


def _unsigned(figures: Sequence[float]) -> array[int] | None:
    """Return whole figures, or None where one is below 0: such an array takes none."""
    try:
        return array("q", array("Q", map(int, figures)).tobytes())
    except OverflowError:
        return None


def _are_whole(figures: Sequence[float]) -> bool:
    """Tell whether no figure has a fraction; TypeError where one is no float."""
    return False not in map(float.is_integer, figures)


def _noted(found: object, index: int, troubles: Troubles) -> int:
    if isinstance(found, Trouble):
        troubles[index] = found
        return INVALID
    if isinstance(found, Taken):
        troubles[index] = found.trouble
        found = found.value
    assert isinstance(found, int)
    return found


def yes_no(
    cells: Sequence[object], damaged: Mapping[int, Trouble], parser: CellParser, *, exact: bool = False
) -> tuple[array[int], Troubles]:
    """Read a column of yes/no, where true and 1 mean the same; `exact` as of a grid."""
    return _figures(cells, identity(cells, damaged, parser, exact=True), exact=exact)


def amounts(
    cells: Sequence[object], damaged: Mapping[int, Trouble], parser: CellParser, *, exact: bool = False
) -> tuple[array[int], Troubles]:
    """Read a column of amounts; `exact` as of a grid."""
    return _figures(cells, identity(cells, damaged, parser, exact=exact), exact=exact)


def _figures(cells: Sequence[object], read: ReadColumn, *, exact: bool) -> tuple[array[int], Troubles]:
    if not exact:
        _name_marked(cells, read.troubles)
    if not read.troubles:
        return array("q", read.values), {}
    return array("q", [INVALID if value is None else value for value in read.values]), read.troubles


class CellParser(dict[object, object]):
    """What cells mean, each distinct one parsed when it is first asked for and then remembered."""

    def __init__(self, parse: Callable[[object], object]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, cell: object) -> object:
        found = self[cell] = self._parse(cell)
        return found

    def read(self, cells: Sequence[object], *, exact: bool = False) -> ReadColumn:
        """Read a column; `exact` as of a grid: no cell is a boolean."""
        if not exact and bool in set(map(type, cells)):
            # True and 1.0 are one key of a dict, and they do not mean the same everywhere.
            found = list(map(self._parse, cells))
        else:
            if len(self) > _REMEMBERED:
                self.clear()
            found = list(map(self.__getitem__, cells))
        if _ODD.isdisjoint(map(type, found)):
            return ReadColumn(found, {})
        troubles = {i: _trouble(value) for i, value in enumerate(found) if type(value) in _ODD}
        return ReadColumn([_value(value) if type(value) in _ODD else value for value in found], troubles)


def _value(found: object) -> object:
    if isinstance(found, Trouble):
        return None
    return found.value if isinstance(found, Taken) else found


def _trouble(found: object) -> Trouble:
    assert isinstance(found, Trouble | Taken)
    return found if isinstance(found, Trouble) else found.trouble


def identity(
    cells: Sequence[object], damaged: Mapping[int, Trouble], parser: CellParser, *, exact: bool = False
) -> ReadColumn:
    """Read a column that says who a row belongs to."""
    read = parser.read(_without(cells, damaged) if damaged else cells, exact=exact)
    if not exact:
        _name_marked(cells, read.troubles)
    for index, trouble in damaged.items():
        read.values[index] = None
        read.troubles[index] = trouble
    return read


_TEXTS = ("unit_name", "district", "note")


class PlanParsers:
    """The parsers of one plan: of identity columns by their ids, of yes/no, and of amounts by decimals."""

    def __init__(self, vocab: Vocabulary) -> None:
        self.yes_no = CellParser(partial(values.yes_no, _=vocab))
        amounts = {m.decimals for m in vocab.plan.measures if m.type is MeasureType.AMOUNT}
        self.amounts = {n: CellParser(partial(values.amount, vocab=vocab, decimals=n)) for n in amounts}
        self.identity = {
            "unit_code": CellParser(_interned(values.code)),
            "year": CellParser(partial(values.year, vocab=vocab)),
            **{column: CellParser(_interned(values.text)) for column in _TEXTS},
            **{column: CellParser(_choice(column, vocab)) for column in vocab.choices},
        }


@lru_cache(maxsize=8)
def parsers(vocab: Vocabulary) -> PlanParsers:
    """Return the parsers of a plan; made once for each plan."""
    return PlanParsers(vocab)


def _choice(column: str, vocab: Vocabulary) -> Callable[[object], object]:
    args = (("allowed", vocab.allowed[column]),)
    return partial(values.choice, names=vocab.choices[column], args=args)


def _interned(parse: Callable[[object], object]) -> Callable[[object], object]:
    def read(cell: object) -> object:
        found = parse(cell)
        return sys.intern(found) if type(found) is str else found

    return read

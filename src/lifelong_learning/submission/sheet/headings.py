"""What every column of a header is called, and which column of the form it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import cell_address
from lifelong_learning.model.names import fold
from lifelong_learning.submission.names import bare, distance, shown
from lifelong_learning.submission.sheet.labels import column_in, cores, is_multiple
from lifelong_learning.submission.vocabulary import SERIAL, TOTALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.sheet.block import HeadingText
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

_COMPARED_COLUMNS = 100
"""So many unknown columns are held against the known names; a sheet of thousands is no form."""


class ColumnHeading(Struct, frozen=True):
    """The text that heads a column, the id that it names and the year in it, if any; `exact` where it is the
    column's very name."""

    text: HeadingText
    column: str | None
    year: int | None
    exact: bool

    @property
    def is_serial(self) -> bool:
        """Tell whether the column merely counts the rows."""
        return fold(self.text.text) in SERIAL


class SheetHeader(Struct, frozen=True):
    """What a header says: rows and columns are 1-based.

    `top` is its highest row, `row` its lowest, and `first` the first row below. `columns` maps
    ids to columns, `doubled` those that stand twice (taken out); `headers` has the text of every column,
    `rows` the row of a text that stands above the lowest. `unknown` maps columns that are not known to the
    id that was meant, if any; `labelled` those that were read by the label in their heading, to the year
    that it names, if any. In those of `hints` a form of this program reckons for who fills it in.
    """

    top: int
    row: int
    first: int
    columns: Mapping[str, int]
    doubled: Mapping[str, list[int]]
    headers: dict[int, str]
    rows: Mapping[int, int]
    unknown: Mapping[int, str | None]
    labelled: Mapping[int, int | None]
    hints: frozenset[int]

    def has(self, column: str) -> bool:
        """Tell whether the header meant to have the column, rightly or wrongly written."""
        return column in self.columns or column in self.doubled or column in self.unknown.values()

    def same_columns(self, other: SheetHeader) -> bool:
        """Tell whether the columns are those of another header."""
        return self.columns == other.columns and self.doubled == other.doubled

    def row_of(self, col: int) -> int:
        """Return the row in which the text of a column stands."""
        return self.rows.get(col, self.row)

    def without(self, cols: Iterable[int]) -> SheetHeader:
        """Return the header with columns that are not known after all."""
        gone = frozenset(cols)
        return replace(
            self,
            columns={column: col for column, col in self.columns.items() if col not in gone},
            unknown={**self.unknown, **dict.fromkeys(gone)},
            labelled={col: year for col, year in self.labelled.items() if col not in gone},
        )

    def findings(self, vocab: Vocabulary, place: tuple[str, str]) -> Iterator[Finding]:
        """Yield what is wrong with the names of the columns, whatever stands below them."""
        ids = {col: column for column, col in self.columns.items()}
        for col in self.labelled:
            yield self._finding(place, "SH110", col, column_name=vocab.labels[ids[col]])
        for column, (first, *later) in self.doubled.items():
            address = cell_address(self.row_of(first), first)
            for col in later:
                yield self._finding(place, "SH104", col, column_name=vocab.labels[column], first=address)
        for col, meant in self.unknown.items():
            if meant is not None:
                name = vocab.labels[meant]
                yield self._finding(place, "SH105", col, "near", column_name=name, column_id=meant)

    def _finding(
        self, place: tuple[str, str], code: str, col: int, variant: str = "", **args: object
    ) -> Finding:
        file, sheet = place
        found = finding(
            code, variant, file=file, sheet=sheet, row=self.row_of(col), col=col, header=self.headers[col]
        )
        return found._replace(args=args)


def header_of(texts: Mapping[int, list[HeadingText]], known: ColumnNames, vocab: Vocabulary) -> SheetHeader:
    """Return what the texts of every column say; where the header stands is not told yet."""
    headings = _headings(texts, known, vocab)
    named = _by_column(headings, exact=True)
    labelled = _lone(_by_column(headings, exact=False))
    labelled = {column: col for column, col in labelled.items() if column not in named}
    columns = _lone(named) | labelled
    hints = _hint_columns(texts)
    lacking = [
        (name, column) for name, column in known.items() if column not in named.keys() | labelled.keys()
    ]
    return SheetHeader(
        top=0, row=0, first=0,
        columns=columns,
        doubled={column: cols for column, cols in named.items() if column not in columns},
        headers={col: shown(heading.text.text) for col, heading in headings.items()},
        rows={col: heading.text.row for col, heading in headings.items()},
        unknown=_unknown(headings, labelled, hints, lacking, vocab),
        labelled={col: headings[col].year for col in labelled.values()},
        hints=hints,
    )  # fmt: skip


def _headings(
    texts: Mapping[int, list[HeadingText]], known: ColumnNames, vocab: Vocabulary
) -> dict[int, ColumnHeading]:
    """Return what names every column; a text over several that names another one of them names none here."""
    owners = _owners(texts, known, vocab)
    found: dict[int, ColumnHeading] = {}
    for col, over in texts.items():
        mine = [text for text in over if owners.get((text.row, text.first), col) == col]
        if mine or len(over) > 1:
            found[col] = _heading_of(mine, over, known, vocab)
    return found


def _by_column(headings: Mapping[int, ColumnHeading], *, exact: bool) -> dict[str, list[int]]:
    """Return the columns of the sheet by the id that their very name, or a label in their heading, says."""
    found: dict[str, list[int]] = {}
    for col, heading in headings.items():
        if heading.column is not None and heading.exact is exact:
            found.setdefault(heading.column, []).append(col)
    return found


def _lone(columns: Mapping[str, list[int]]) -> dict[str, int]:
    """Return the ids that stand over one column alone, with that column."""
    return {column: cols[0] for column, cols in columns.items() if len(cols) == 1}


def _unknown(
    headings: Mapping[int, ColumnHeading],
    labelled: Mapping[str, int],
    hints: AbstractSet[int],
    lacking: Sequence[tuple[str, str]],
    vocab: Vocabulary,
) -> dict[int, str | None]:
    """Return the columns whose heading is not known, each with the id that it probably means, if any; and
    those with a label in their heading that others name as well."""
    found: dict[int, str | None] = {}
    for col, heading in sorted(headings.items()):
        if heading.column is None:
            if col not in hints and not heading.is_serial:
                compared = len(found) < _COMPARED_COLUMNS
                found[col] = _meant(heading.text.text, lacking, vocab) if compared else None
        elif not heading.exact and labelled.get(heading.column) != col:
            found[col] = None
    return found


@cache
def _hints() -> tuple[str, ...]:
    from lifelong_learning.catalogue.words import family

    return tuple(map(fold, family("forms")["band_left"]))


def _hint_columns(texts: Mapping[int, list[HeadingText]]) -> frozenset[int]:
    """Return the columns in which a form of this program reckons for who fills it in."""
    return frozenset(col for col, over in texts.items() if any(_is_hint(text.text) for text in over))


def _is_hint(text: str) -> bool:
    return fold(text).partition(":")[0] in _hints()


def _heading_of(
    texts: Sequence[HeadingText], over: Sequence[HeadingText], known: ColumnNames, vocab: Vocabulary
) -> ColumnHeading:
    """Return what names a column: the lowest of its texts that is known, else all texts `over` it joined from
    top to bottom."""
    joined = over[-1]._replace(text=" ".join(text.text for text in over))
    candidates = [*reversed(texts), *([joined] if len(over) > 1 else [])]
    if is_multiple(fold(over[-1].text), vocab):
        candidates = [joined]
    for text in candidates:
        column = known.get(fold(text.text))
        if column is not None:
            return ColumnHeading(text, column, None, exact=True)
    for text in candidates:
        labelled = column_in(fold(text.text), known, vocab)
        if labelled is not None:
            return ColumnHeading(text, *labelled, exact=False)
    return ColumnHeading(joined, None, None, exact=False)


def _owners(
    texts: Mapping[int, list[HeadingText]], known: ColumnNames, vocab: Vocabulary
) -> dict[tuple[int, int], int | None]:
    """Return, by the place of every known text that stands over several columns, the one that it names, if
    any."""
    spans: dict[HeadingText, list[tuple[int, list[HeadingText]]]] = {}
    for col, over in texts.items():
        for number, text in enumerate(over):
            if text.first != text.last and _is_known(text, known, vocab):
                spans.setdefault(text, []).append((col, over[number + 1 :]))
    return {(text.row, text.first): _owner(below, known, vocab) for text, below in spans.items()}


def _owner(
    below: Sequence[tuple[int, list[HeadingText]]], known: ColumnNames, vocab: Vocabulary
) -> int | None:
    """Return the column that a text over several names, by the texts `below` it: the only one without a known
    name there, else the only one with nothing or a word for the whole, else the first where nothing stands
    below any."""
    unnamed = [(col, lower) for col, lower in below if not any(_is_known(one, known, vocab) for one in lower)]
    if len(unnamed) == 1:
        return unnamed[0][0]
    whole = [col for col, lower in unnamed if all(fold(one.text) in TOTALS for one in lower)]
    return whole[0] if whole and len(whole) in (1, len(unnamed)) else None


def _is_known(text: HeadingText, known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether the label of a column is in a text."""
    return column_in(fold(text.text), known, vocab) is not None


def _meant(heading: str, lacking: Sequence[tuple[str, str]], vocab: Vocabulary) -> str | None:
    """Return the id of a column that the sheet lacks and whose name is near the heading; a share of it is
    none."""
    if "%" in heading:
        return None
    for core in cores(fold(heading), vocab)[:12]:
        meant = nearest(core, lacking)
        if meant is not None:
            return meant
    return None


def nearest(name: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Return the id whose name is so near that it was meant; of several equally near, the plan's first."""
    best: tuple[int, str] | None = None
    plain = bare(name)
    for known, column in names:
        limit = min(3, max(len(known), len(name)) // 5) if len(name) > 3 else 0
        if len(known) == 4 or len(name) == 4:
            limit = 1
        away = 0 if plain == bare(known) else distance(name, known, limit)
        if away <= limit and (best is None or away < best[0]):
            best = (away, column)
    return None if best is None else best[1]

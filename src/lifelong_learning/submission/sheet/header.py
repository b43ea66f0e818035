"""Where a sheet's header is, and which column holds what.

A header is the first row with at least three known names, or a block of up to three rows where cells are
merged or names stand above others. Below it an index row and a row of units of measure are passed over.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import cell_address
from lifelong_learning.model.names import fold
from lifelong_learning.submission.names import bare, distance, shown
from lifelong_learning.submission.sheet.labels import are_units_of_measure, column_in, cores
from lifelong_learning.submission.sheet.legacy import is_legacy
from lifelong_learning.submission.vocabulary import INDEX, SERIAL, TOTALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

    Row = Sequence[object]
    Merge = tuple[int, int, int, int]

SEARCHED_ROWS = 60
"""How far down a header is looked for: titles above it take a few rows."""
BLOCK_ROWS = 3
_ROWS_BELOW = 3
HEADER_ROWS = SEARCHED_ROWS + BLOCK_ROWS + _ROWS_BELOW
"""So many rows of a sheet are needed to find its header and the first row below."""
KNOWN_NAMES = 3
LONGEST_HEADER = 200
_COMPARED_COLUMNS = 100
"""So many unknown columns are held against the known names; a sheet of thousands is no form."""
_KEPT_HEADERS = 64


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


def find_header(rows: Sequence[Row], known: ColumnNames, vocab: Vocabulary) -> int | None:
    """Return the 0-based row where the header is: the first row with at least three known names, else the
    first with as many names that have a label in them, else the first of rows that have as many together."""
    searched = rows[:SEARCHED_ROWS]
    for number, row in enumerate(searched):
        if _is_text(row) and tuple(row) in known.headers:
            return number
        if _known_names(row, known) >= KNOWN_NAMES:
            return number
    named = [_named(row, known, vocab) for row in searched]
    for rows_together in range(1, BLOCK_ROWS + 1):
        for number, names in enumerate(named):
            together = names.union(*named[number + 1 : number + rows_together])
            if names and len(together) >= KNOWN_NAMES:
                return number
    return None


def _known_names(row: Row, known: ColumnNames) -> int:
    return len({name for cell in row if _is_name(cell) and (name := fold(cell)) in known})


def is_header(row: Row, known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether a row alone has three known names or more, or as many with a label in them."""
    return _known_names(row, known) >= KNOWN_NAMES or len(_named(row, known, vocab)) >= KNOWN_NAMES


def _named(row: Row, known: ColumnNames, vocab: Vocabulary) -> set[str]:
    """Return the ids of the columns whose labels are in the cells of a row."""
    return {column for cell in row if (column := _column_of(cell, known, vocab)) is not None}


def _is_text(row: Row) -> bool:
    """Tell whether the row is of texts alone: 1, 1.0 and TRUE would be one key of a dict."""
    return {*map(type, row)} == {str}


def _is_name(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and 0 < len(cell) <= LONGEST_HEADER


def has_legacy_header(rows: Sequence[Row]) -> bool:
    """Tell whether a row near the top has two names or more in an old Vietnamese encoding."""
    for row in rows[:SEARCHED_ROWS]:
        if sum(isinstance(cell, str) and is_legacy(cell) for cell in row) > 1:
            return True
    return False


def read_header(
    rows: Sequence[Row],
    at: int,
    known: ColumnNames,
    vocab: Vocabulary,
    merges: Sequence[Merge] = (),
    above: int = 0,
) -> SheetHeader:
    """Return the header that is in the 0-based row `at`; `above` rows of the sheet stand above `rows`.

    Workbooks made from one form share their header; what was seen once is not taken apart again.
    """
    near = [(r1 - above, c1, r2 - above, c2) for r1, c1, r2, c2 in merges if r1 <= at + above + BLOCK_ROWS]
    near = [merge for merge in near if merge[2] > at - BLOCK_ROWS]
    top, bottom = _block(rows, at, known, vocab, near)
    row = rows[at]
    alone = top == bottom and not any(r1 <= at + 1 <= r2 for r1, _, r2, _ in near)
    header = known.headers.get(tuple(row)) if alone and _is_text(row) else None
    if header is None:
        texts = {col: [_Text(_said(cell), at, col, col)] for col, cell in enumerate(row, 1) if cell != ""}
        header = _columns(texts if alone else _texts(rows, top, bottom, near), known, vocab)
        if alone and _is_text(row) and len(known.headers) < _KEPT_HEADERS:
            known.headers[tuple(row)] = header
    below = bottom + 1 + _passed_below(rows[bottom + 1 : bottom + 1 + _ROWS_BELOW], vocab)
    higher = {col: number + above + 1 for col, number in header.rows.items() if number != bottom}
    return replace(
        header, top=top + above + 1, row=bottom + above + 1, first=below + above + 1,
        rows={} if alone else higher,
    )  # fmt: skip


def _said(cell: object) -> str:
    return cell[:LONGEST_HEADER] if isinstance(cell, str) else shown(cell)


class _Text(NamedTuple):
    """A text of a header, its 0-based row, and the 1-based columns over which it stands."""

    text: str
    row: int
    first: int
    last: int


def _block(
    rows: Sequence[Row], at: int, known: ColumnNames, vocab: Vocabulary, merges: Sequence[Merge]
) -> tuple[int, int]:
    """Return the first and the last 0-based row of a header of up to three rows."""
    top = bottom = at
    while bottom - top + 1 < BLOCK_ROWS:
        block = rows[top : bottom + 1]
        if any(r1 <= top < r2 for r1, _, r2, _ in merges) or (
            top > 0 and _completes(rows[top - 1], block, known, vocab)
        ):
            top -= 1
        elif any(r1 <= bottom + 1 < r2 for r1, _, r2, _ in merges) or (
            bottom + 1 < len(rows) and _completes(rows[bottom + 1], block, known, vocab)
        ):
            bottom += 1
        else:
            break
    return top, bottom


def _completes(row: Row, block: Sequence[Row], known: ColumnNames, vocab: Vocabulary) -> bool:
    """Tell whether a row beside a header names a column that the header has no known name for."""
    cells = [(col, cell) for col, cell in enumerate(row) if cell != ""]
    if not all(_is_name(cell) for _, cell in cells):
        return False
    named = [(col, column) for col, cell in cells if (column := _column_of(cell, known, vocab)) is not None]
    return any(
        all(
            column not in _named(line, known, vocab) and _column_of(line[col], known, vocab) is None
            for line in block
        )
        for col, column in named
    )


def _column_of(cell: object, known: ColumnNames, vocab: Vocabulary) -> str | None:
    found = column_in(fold(cell), known, vocab) if _is_name(cell) else None
    return None if found is None else found.column


def _texts(rows: Sequence[Row], top: int, bottom: int, merges: Sequence[Merge]) -> dict[int, list[_Text]]:
    """Return the texts of every column of a block, from top to bottom."""
    found: dict[int, list[_Text]] = {}
    covered: dict[tuple[int, int], tuple[int, int, int]] = {
        (row, col): (r1 - 1, c1, c2)
        for r1, c1, r2, c2 in merges
        for row in range(max(r1 - 1, top), min(r2, bottom + 1))
        for col in range(c1, c2 + 1)
    }
    for number in range(top, bottom + 1):
        for col in range(1, len(rows[number]) + 1):
            row, first, last = covered.get((number, col), (number, col, col))
            cell = rows[row][first - 1]
            text = _Text(_said(cell), row, first, last)
            if cell != "" and (not (texts := found.setdefault(col, [])) or texts[-1] != text):
                texts.append(text)
    return found


def _columns(texts: Mapping[int, list[_Text]], known: ColumnNames, vocab: Vocabulary) -> SheetHeader:
    """Return what the texts of every column say."""
    owners = _owners(texts, known, vocab)
    columns: dict[str, int] = {}
    doubled: dict[str, list[int]] = {}
    labelled: dict[str, list[tuple[int, int | None, str]]] = {}
    headers: dict[int, str] = {}
    rows: dict[int, int] = {}
    strange: dict[int, str] = {}
    hints = {col for col, over in texts.items() if any(_is_hint(text.text) for text in over)}
    for col, over in texts.items():
        mine = [text for text in over if owners.get((text.row, text.first), col) == col]
        if not mine and len(over) == 1:
            continue
        text, column, year, exact = _name_of(mine, over, known, vocab)
        headers[col], rows[col] = shown(text.text), text.row
        if column is None:
            if fold(text.text) not in SERIAL and col not in hints:
                strange[col] = text.text
        elif not exact:
            labelled.setdefault(column, []).append((col, year, text.text))
        elif columns.setdefault(column, col) != col:
            doubled.setdefault(column, [columns[column]]).append(col)
    for column in doubled:
        del columns[column]
    read: dict[int, int | None] = {}
    for column, places in labelled.items():
        if column not in columns and column not in doubled and len(places) == 1:
            ((col, year, _),) = places
            columns[column], read[col] = col, year
        else:
            strange.update((col, text) for col, _, text in places)
    there = columns.keys() | doubled.keys()
    lacking = [(name, column) for name, column in known.items() if column not in there]
    unknown = {
        col: _meant(said, lacking, vocab) if number < _COMPARED_COLUMNS else None
        for number, (col, said) in enumerate(sorted(strange.items()))
    }
    return SheetHeader(0, 0, 0, columns, doubled, headers, rows, unknown, read, frozenset(hints))


@cache
def _hints() -> tuple[str, ...]:
    from lifelong_learning.catalogue.words import family

    return tuple(map(fold, family("forms")["band_left"]))


def _is_hint(text: str) -> bool:
    """Tell whether a text heads the columns in which a form of this program reckons for who fills it in."""
    return fold(text).partition(":")[0] in _hints()


def _name_of(
    texts: Sequence[_Text], over: Sequence[_Text], known: ColumnNames, vocab: Vocabulary
) -> tuple[_Text, str | None, int | None, bool]:
    """Return the text that names a column, its id and year, and whether it is the column's very name.

    It is the lowest of its texts that is known, else all texts `over` it joined from top to bottom.
    """
    joined = over[-1]._replace(text=" ".join(text.text for text in over))
    candidates = [*reversed(texts), *([joined] if len(over) > 1 else [])]
    for text in candidates:
        column = known.get(fold(text.text))
        if column is not None:
            return text, column, None, True
    for text in candidates:
        labelled = column_in(fold(text.text), known, vocab)
        if labelled is not None:
            return text, *labelled, False
    return joined, None, None, False


def _owners(
    texts: Mapping[int, list[_Text]], known: ColumnNames, vocab: Vocabulary
) -> dict[tuple[int, int], int | None]:
    """Return, by the place of every known text that stands over several columns, the one that it names:
    the only one that has no known name below it, else the only one with nothing or a word for the whole
    below it, else the first where nothing stands below any."""
    spans: dict[_Text, list[tuple[int, list[_Text]]]] = {}
    for col, over in texts.items():
        for number, text in enumerate(over):
            if text.first != text.last and column_in(fold(text.text), known, vocab) is not None:
                spans.setdefault(text, []).append((col, over[number + 1 :]))
    found: dict[tuple[int, int], int | None] = {}
    for text, below in spans.items():
        open_columns = [
            (col, lower)
            for col, lower in below
            if not any(column_in(fold(one.text), known, vocab) for one in lower)
        ]
        whole = [col for col, lower in open_columns if all(fold(one.text) in TOTALS for one in lower)]
        if len(open_columns) == 1:
            found[text.row, text.first] = open_columns[0][0]
        elif len(whole) == 1 or (whole and len(whole) == len(open_columns)):
            found[text.row, text.first] = whole[0]
        else:
            found[text.row, text.first] = None
    return found


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


def missing_columns(
    header: SheetHeader, required: Iterable[str], vocab: Vocabulary, place: tuple[str, str]
) -> list[Finding]:
    """Return a finding for every required column that the sheet (`place`: file, sheet) lacks."""
    file, sheet = place
    return [
        finding(
            "SH103", file=file, sheet=sheet, row=header.row,
            column_name=vocab.labels[column], column_id=column,
        )
        for column in required
        if not header.has(column)
    ]  # fmt: skip


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


def _passed_below(below: Sequence[Row], vocab: Vocabulary) -> int:
    """Return how many rows under the header are blank ones, an index row or a row of units of measure."""
    passed = 0
    for number, row in enumerate(below, 1):
        cells = [cell for cell in row if cell != ""]
        if cells and not is_index(cells) and not _are_units(cells, vocab):
            break
        passed = number if cells else passed
    return passed


def _are_units(cells: Sequence[object], vocab: Vocabulary) -> bool:
    names = [fold(cell) for cell in cells if _is_name(cell)]
    return len(names) == len(cells) and are_units_of_measure(names, vocab)


def is_index(cells: Sequence[object]) -> bool:
    """Tell whether the cells count up: letters in order, numbers one after another, in brackets or not."""
    letters: list[str] = []
    numbers: list[int] = []
    for cell in cells:
        found = INDEX.match(fold(shown(cell)))
        if not found:
            return False
        if found[1].isdigit():
            numbers.append(int(found[1]))
        else:
            letters.append(found[1])
    counted = all(a < b for a, b in pairwise(numbers))
    started = not numbers or bool(letters) or numbers[0] in (0, 1)
    lettered = letters == sorted(set(letters), key=lambda letter: (len(letter), letter))
    return len(cells) >= KNOWN_NAMES and counted and started and lettered

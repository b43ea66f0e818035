"""Columns that a sheet lacks, and figures in columns that are not read: none is left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.names import pattern
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.values import Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Bilingual
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.sheet.sections import SheetBody
    from lifelong_learning.submission.vocabulary import Vocabulary

_DIGIT = pattern(r"\d")


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


def unread_columns(
    body: SheetBody,
    header: SheetHeader,
    is_unit: Callable[[int], bool],
    lacking: Bilingual | None,
    vocab: Vocabulary,
    place: tuple[str, str],
) -> Iterator[Finding]:
    """Yield a finding for every column of another name (`SH105`) and for every one without a name that
    holds figures in unit rows (`SH111`); `lacking` names the columns of figures that the sheet lacks."""
    for col in range(1, max(body.width, *header.headers, 1) + 1):
        if not _is_named(header, col):
            figures = _figures(body.cells(col), is_unit, vocab)
            if col in header.headers or (figures and not _count_up(figures)):
                yield _unread(header, col, len(figures), lacking, place)


def _is_named(header: SheetHeader, col: int) -> bool:
    """Tell whether a column is one of the form, or is named already as one that was meant."""
    return col in header.headers and (col not in header.unknown or header.unknown[col] is not None)


def _unread(
    header: SheetHeader, col: int, figures: int, lacking: Bilingual | None, place: tuple[str, str]
) -> Finding:
    heading = header.headers.get(col)
    code, variant = ("SH111", "") if heading is None else ("SH105", "figures" if figures else "")
    args: dict[str, object] = {}
    if figures:
        args = {"count": figures}
        if lacking is not None:
            variant = f"{variant}_lacking".removeprefix("_")
            args["missing"] = lacking
    file, sheet = place
    found = finding(code, variant, file=file, sheet=sheet, row=header.row_of(col), col=col, header=heading)
    return found._replace(args=args)


def _figures(cells: Sequence[object], is_unit: Callable[[int], bool], vocab: Vocabulary) -> list[object]:
    return [
        cell
        for index, cell in enumerate(cells)
        if cell != ""
        and (type(cell) is int or type(cell) is float or _is_figure(cell, vocab))
        and is_unit(index)
    ]


def _is_figure(cell: object, vocab: Vocabulary) -> bool:
    if isinstance(cell, bool) or cell == "":
        return False
    if isinstance(cell, int | float):
        return True
    if not isinstance(cell, str) or not _DIGIT.search(cell):
        return False
    found = values.count(cell, vocab)
    return isinstance(found, Taken) and found.trouble.code == "CE207"


def _count_up(figures: Sequence[object]) -> bool:
    """Tell whether the figures are the serial numbers of the rows."""
    return list(figures) == list(range(1, len(figures) + 1))

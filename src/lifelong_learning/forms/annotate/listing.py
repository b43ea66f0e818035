"""The first sheet of a marked workbook: every finding in a line, with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.annotate.splice import HEAD, MAIN, REL, in_attribute, in_cell
from lifelong_learning.model.findings import Severity, cell_address, column_letters
from lifelong_learning.model.localised import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.forms.annotate import Marked
    from lifelong_learning.model.plan import Lang

MOST_LISTED = 10_000
_WIDTHS = (6, 14, 24, 10, 30, 14, 62, 58, 10)
_HEADS = ("number", "severity", "place", "cell", "column", "unit", "message", "remedy", "code")
_LINE = 15.0
_MOST_LINES = 27
"""Of a row, which is 409 points high at most."""
_LETTERS = 1.1
"""The workbook's own font, by which its columns are as wide, may be smaller than that of the list."""


def listing(
    file: str, marks: Sequence[Marked], remarks: Sequence[str], look: Callable[[str], int], lang: Lang
) -> bytes:
    """Return the part of the sheet; `remarks` say what could not be marked, `look` numbers the styles."""
    rows = [_row(1, [(word("forms.marked_title", lang, file=file), look("title"))], 22.0)]
    lead = _lead(marks, remarks, lang)
    merges = []
    for at, text in enumerate(lead, 2):
        rows.append(_row(at, [(text, look("text"))], _LINE * lines_of(text, sum(_WIDTHS), _LETTERS)))
        merges.append(f'<mergeCell ref="A{at}:I{at}"/>')
    head = len(lead) + 3
    listed = list(enumerate(marks[:MOST_LISTED], 1))
    rows.append(_row(head, [(word(f"forms.marked_{key}", lang), look("head")) for key in _HEADS], 20.0))
    rows += [_finding(head + number, number, mark, look, lang) for number, mark in listed]
    links = [_link(head + number, mark) for number, mark in listed if mark.sheet is not None and mark.row]
    return _part(rows, merges, links, head).encode()


def _lead(marks: Sequence[Marked], remarks: Sequence[str], lang: Lang) -> list[str]:
    """Return the lines above the list: how many findings there are, and what to know of the marks."""
    counts = {str(one.value): sum(mark.severity is one for mark in marks) for one in Severity}
    lead = [word("forms.marked_counts", lang, **counts)]
    lead += [word("forms.marked_how" if marks else "forms.marked_none", lang), *remarks]
    if len(marks) > MOST_LISTED:
        lead.append(word("forms.marked_more", lang, count=len(marks) - MOST_LISTED))
    return lead


def _link(at: int, mark: Marked) -> str:
    sheet = (mark.sheet or "").replace("'", "''")
    place = f"'{sheet}'!{cell_address(mark.row or 1, mark.col or 1)}"
    return f'<hyperlink ref="D{at}" location="{in_attribute(place)}"/>'


def _part(rows: Sequence[str], merges: Sequence[str], links: Sequence[str], head: int) -> str:
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, 1)
    )
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{REL}"><sheetPr><tabColor rgb="FFC00000"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>{linked}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _finding(at: int, number: int, mark: Marked, look: Callable[[str], int], lang: Lang) -> str:
    cell = "" if mark.row is None else cell_address(mark.row, mark.col) if mark.col else str(mark.row)
    texts = (mark.sheet or "", cell, mark.header, mark.unit, mark.message, mark.remedy, mark.code)
    linked = mark.sheet is not None and mark.row is not None
    cells: list[tuple[str | int, int]] = [(number, look("text"))]
    cells.append((word(f"check.{mark.severity.value}", lang), look(mark.severity)))
    cells += [(text, look("link" if col == 1 and linked else "text")) for col, text in enumerate(texts)]
    lines = max(lines_of(text, width, _LETTERS) for text, width in zip(texts, _WIDTHS[2:], strict=True))
    return _row(at, cells, _LINE * min(lines, _MOST_LINES))


def _row(row: int, cells: Sequence[tuple[str | int, int]], height: float) -> str:
    inner = "".join(_cell(f"{column_letters(col)}{row}", *cell) for col, cell in enumerate(cells, 1))
    return f'<row r="{row}" ht="{height:g}" customHeight="1">{inner}</row>'


def _cell(address: str, value: str | int, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    text = in_cell(value)
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

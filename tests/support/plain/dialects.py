"""Sheets as several programs write them, drawn at random, and changes to their XML that may break them."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from lifelong_learning.model.findings import column_letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = ("", "Thư viện", "a < b & c", " lề ", "dòng\nhai", '"Đ" _', "2024", "x: site", "\t", "  ")
STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{MAIN}"><numFmts count="4">'
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="166" formatCode="0&quot;d&quot;"/><numFmt numFmtId="167" formatCode="[Red]0.0"/>'
    '</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="8">'
    + "".join(f'<xf numFmtId="{number}" xfId="0"/>' for number in (0, 14, 164, 165, 166, 167, 10, 22))
    + "</cellXfs></styleSheet>"
)
_STYLED = 8


class Written(NamedTuple):
    """The parts of a workbook of one sheet."""

    sheet: bytes
    strings: bytes
    styles: bytes


class Cell(NamedTuple):
    """A cell: what it is, its value, whether it has a formula, its style."""

    kind: str
    value: str
    formula: bool
    style: int


class Dialect(NamedTuple):
    """How a program writes: the attributes of rows, whether cells always have a style and a type,
    whether texts stand in their cells, formulas, and how an empty element ends."""

    row: str
    always: bool
    inline: bool
    formula: str
    closed: str


DIALECTS = (
    Dialect(' spans="1:{width}" x14ac:dyDescent="0.25"', False, False, "<f>{0}</f>", "/>"),
    Dialect(
        ' spans="1:{width}" s="1" customFormat="1" ht="15.75" customHeight="1"',
        False,
        False,
        "<f>{0}</f>",
        "/>",
    ),
    Dialect(
        ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0"'
        ' collapsed="false"',
        True,
        False,
        '<f aca="false">{0}</f>',
        "/>",
    ),
    Dialect("", True, True, "<f>{0}</f>", " />"),
    Dialect(' spans="1:{width}"', False, False, "<f>{0}</f>", "/>"),
    Dialect(' hidden="1" outlineLevel="2"', False, True, '<f t="shared" ref="A1:A2" si="0">{0}</f>', "/>"),
)

_NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15).map(str),
    st.integers(40_000, 50_000).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.floats(-1e6, 1e6).map(lambda value: f"{value:.3f}"),
    st.sampled_from(
        ["0", "-0", "0.5", "1E5", "1.5e-7", "-2.25E+3", "61", "60", "45000.25", "1.0", "12345678901234567"]
    ),
)
_KINDS = st.sampled_from(
    ["number"] * 6 + ["shared"] * 5 + ["blank"] * 2 + ["date", "text", "inline", "error", "empty", "bool"]
)


@st.composite
def _cells(draw: st.DrawFn) -> Cell:
    kind = draw(_KINDS)
    value = ""
    if kind in ("number", "date"):
        value = draw(_NUMBERS if kind == "number" else st.integers(61, 90_000).map(str))
    elif kind == "shared":
        value = str(draw(st.integers(0, len(TEXTS) - 1)))
    elif kind in ("text", "inline"):
        value = draw(st.sampled_from(TEXTS[1:]))
    elif kind == "error":
        value = draw(st.sampled_from(["#N/A", "#DIV/0!", "#SPILL!", "#REF!"]))
    elif kind == "bool":
        value = "1"
    style = draw(st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5, 6, 7])) if kind != "date" else 2
    return Cell(kind, value, draw(st.integers(0, 5)) == 0, style)


@st.composite
def written(draw: st.DrawFn) -> Written:
    """A workbook of one sheet: mostly rows of one pattern, with some that are other."""
    dialect = draw(st.sampled_from(DIALECTS))
    cells = st.lists(st.tuples(st.sampled_from([1, 1, 1, 2, 26]), _cells()), max_size=5)
    patterns = draw(st.lists(cells, min_size=1, max_size=3))
    rows: list[str] = []
    number = 0
    for gap in draw(st.lists(st.sampled_from([1, 1, 1, 1, 2, 7]), max_size=8)):
        number += gap
        rows.append(_row(dialect, number, draw(st.sampled_from(patterns))))
    merges = draw(st.sampled_from(["", '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>']))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}" '
        f'xmlns:x14ac="a"><dimension ref="A1"/><sheetData>{"".join(rows)}</sheetData>{merges}'
        '<pageMargins left="0.7"/></worksheet>'
    )
    return Written(xml.encode(), draw(_strings()), STYLES.encode())


def _row(dialect: Dialect, number: int, cells: list[tuple[int, Cell]]) -> str:
    col = 0
    inside = []
    for step, cell in cells:
        col += step
        inside.append(_cell(dialect, f"{column_letters(col)}{number}", cell))
    attributes = dialect.row.format(width=max(col, 1))
    if not inside:
        return f'<row r="{number}"{attributes}/>'
    return f'<row r="{number}"{attributes}>{"".join(inside)}</row>'


def _cell(dialect: Dialect, address: str, cell: Cell) -> str:
    style = f' s="{cell.style}"' if cell.style or dialect.always else ""
    formula = dialect.formula.format("IF(A1&lt;2,B2,3)") if cell.formula else ""
    kind, content = _content(dialect, cell)
    if cell.kind == "blank" and not formula:
        return f'<c r="{address}"{style}{dialect.closed}'
    return f'<c r="{address}"{style}{kind}>{formula}{content}</c>'


def _content(dialect: Dialect, cell: Cell) -> tuple[str, str]:
    """The type of a cell, as an attribute, and what stands in it behind a formula."""
    value = f"<v>{escape(cell.value)}</v>"
    if cell.kind in ("number", "date"):
        return ' t="n"' if dialect.always else "", value
    if cell.kind == "shared" and not (dialect.inline or cell.formula):
        return ' t="s"', value
    if cell.kind in ("blank", "empty"):
        return ("", "<v></v>") if cell.kind == "empty" else ("", "")
    if cell.kind in ("error", "bool"):
        return f' t="{cell.kind[0]}"', value
    text = TEXTS[int(cell.value)] if cell.kind == "shared" else cell.value
    if dialect.inline and not cell.formula:
        return ' t="inlineStr"', f"<is><t{_space(text)}>{escape(text)}</t></is>"
    return ' t="str"', f"<v>{escape(text)}</v>"


def _space(text: str) -> str:
    return ' xml:space="preserve"' if text != text.strip() else ""


@st.composite
def _strings(draw: st.DrawFn) -> bytes:
    """The shared texts, some of them in runs, with readings, with the white space kept or not."""
    items = []
    rich = draw(st.booleans())
    kept = draw(st.booleans())
    for at, text in enumerate(TEXTS):
        tag = f"<t{_space(text) if kept else ''}>"
        item = f"{tag}{escape(text)}</t>"
        if rich and at % 3 == 1:
            item = f"<r><t>{escape(text)}</t></r><r><rPr><b/></rPr><t>đậm</t></r>"
        elif rich and at % 4 == 2:
            item += '<rPh sb="0" eb="1"><t>đọc</t></rPh><phoneticPr fontId="1"/>'
        items.append(f"<si>{item}</si>")
    xml = f'<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{"".join(items)}</sst>'
    return xml.encode()


_PIECES = (
    b'"',
    b"<",
    b">",
    b"/",
    b" ",
    b"\n",
    b"&#49;",
    b"&#x78;",
    b"&amp;",
    b"<!---->",
    b"<?p?>",
    b"<![CDATA[1]]>",
    b"",
    b"1",
    b"0",
    b"01",
    b"1.0",
    b"-1",
    b"1E0",
    b"1e5",
    b"5",
    b"99999999999999999999",
    b"<v></v>",
    b"<v/>",
    b"<v>1</v>",
    b"<f/>",
    b"<f>1</f>",
    b'<f t="shared" si="0"/>',
    b'<c r="A1"/>',
    b'<c r="C3"><v>7</v></c>',
    b"<c><v>8</v></c>",
    b"<c1>",
    b"</c1>",
    b' s="1"',
    b' s=""',
    b' s="01"',
    b' t="s"',
    b' t="e"',
    b' t="b"',
    b' t="d"',
    b' t="str"',
    b' t="n"',
    b' t="T"',
    b' t="inlineStr"',
    b' r="A"',
    b' r=""',
    b' cm="1"',
    b"<is><t>x</t></is>",
    b"<row/>",
    b"<row>",
    b"</row>",
    b'<row r="2"/>',
    b'<row r="9"><c r="A9"><v>9</v></c></row>',
    b"</sheetData>",
    b"<sheetData>",
    b"<sheetData/>",
    b"<si><t>x</t></si>",
    b"<si/>",
    b"<r><t>y</t></r>",
    b"<t/>",
    b"<t\n>z</t>",
    b"<rPh><t>w</t></rPh>",
    b"_x000D_",
    b'<mergeCell ref="A1:B2"/>',
    b'<mergeCell\nref="A1:B2"/>',
    b"x:",
    b"\r",
    b"#N/A",
    b'<xf numFmtId="14"/>',
    b'<numFmt numFmtId="164" formatCode="0.0"/>',
    b"</t >",
    b"</c >",
    b'<dxfs><dxf><numFmt numFmtId="166" formatCode="d"/></dxf></dxfs>',
    b"</v >",
    b' xml:space="preserve"',
    b"<x/>",
)
_WORD = re.compile(rb"<[^<>]*>|[^<>]+")
_DIGIT = re.compile(rb"[0-9]+")

Change = tuple[int, int, float, float, int]
"""Which part, which change, where, where else, which piece."""

_PLACES = st.floats(0, 1, exclude_max=True)
CHANGES: st.SearchStrategy[list[Change]] = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 0, 1, 2]),
        st.integers(0, 7),
        _PLACES,
        _PLACES,
        st.integers(0, len(_PIECES) - 1),
    ),
    min_size=1,
    max_size=3,
)


def changed(whole: Written, changes: list[Change]) -> Written:
    """The parts with such changes made to their XML."""
    parts = [*whole]
    for part, change, where, other, piece in changes:
        parts[part] = _changed(parts[part], change, where, other, _PIECES[piece])
    return Written(*parts)


def _changed(xml: bytes, change: int, where: float, other: float, piece: bytes) -> bytes:
    if change < 2:
        at = int(where * len(xml))
        return xml[:at] + (piece if change else b"") + xml[at + int(other * 4) :]
    pattern = _DIGIT if change > 5 else _WORD
    words = [*pattern.finditer(xml)]
    if not words:
        return xml
    one, two = words[int(where * len(words))], words[int(other * len(words))]
    if change == 2:  # a tag or a text is taken out
        return xml[: one.start()] + xml[one.end() :]
    if change == 3:  # it is put in once more, elsewhere
        return xml[: two.start()] + one[0] + xml[two.start() :]
    if change == 4:  # something is put in between two of them
        return xml[: one.start()] + piece + xml[one.start() :]
    if change == 6:  # a number becomes something else
        return xml[: one.start()] + piece + xml[one.end() :]
    first, last = sorted((one, two), key=lambda match: match.start())
    if first.start() == last.start():
        return xml
    if change == 5:  # two change places
        return xml[: first.start()] + last[0] + xml[first.end() : last.start()] + first[0] + xml[last.end() :]
    # A number moves to the beginning of a tag or a text: as many are left.
    gone = xml[: one.start()] + xml[one.end() :]
    targets = [*_WORD.finditer(gone)]
    at = targets[int(other * len(targets))].start() + (piece == b"")
    return gone[:at] + one[0] + gone[at:]

"""How cells of a form look: a short list of named looks, and their styles in a workbook of openpyxl."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.workbook import Workbook

FACE = "Times New Roman"
INK, QUIET, NAVY, TEAL, SAND = "FF1F2933", "FF5F6B7A", "FF1F3864", "FF2E75B6", "FFF2F2F2"
WHITE, PAST, AMBER = "FFFFFFFF", "FFECEFF3", "FFFDEBC8"
_RULE = "FFBFBFBF"
_FORMATS = {
    "general": "General", "whole": "0", "text": "@", "count": "#,##0", "percent": "0.00%",
    "date": "mm-dd-yy", "moment": "m/d/yy h:mm", "span": "[h]:mm:ss",
}  # fmt: skip
_ALIGNMENTS: dict[str, dict[str, str | bool]] = {
    "": {"vertical": "center"},
    "plain": {},
    "wrap": {"vertical": "center", "wrap_text": True},
    "top": {"vertical": "top", "wrap_text": True},
    "middle": {"horizontal": "center", "vertical": "center", "wrap_text": True},
}
_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip
"""Excel's own order of what a font is made of; openpyxl's is another."""


class Letters(NamedTuple):
    """The letters of a look."""

    size: int = 11
    bold: bool = False
    italic: bool = False
    colour: str = INK


LETTERS = {
    "body": Letters(),
    "bold": Letters(bold=True),
    "title": Letters(15, bold=True, colour=NAVY),
    "section": Letters(12, bold=True, colour=NAVY),
    "light": Letters(bold=True, colour=WHITE),
    "quiet": Letters(10, italic=True, colour=QUIET),
    "past": Letters(colour=QUIET),
}


class CellLook(NamedTuple):
    """What a look sets; `locked` where a protected sheet keeps the cell as it is."""

    letters: str = "body"
    fill: str | None = None
    ruled: bool = True
    format: str = "general"
    align: str = ""
    locked: bool = True


LOOKS: dict[str, CellLook] = {
    "title": CellLook("title", ruled=False),
    "section": CellLook("section", ruled=False),
    "remark": CellLook("quiet", ruled=False),
    "wrapped": CellLook(ruled=False, align="top"),
    "identity_head": CellLook("light", NAVY, align="middle"),
    "measure_head": CellLook("light", TEAL, align="middle"),
    "hint_head": CellLook("quiet", SAND, align="middle"),
    "district": CellLook("section", SAND),
    "code": CellLook("bold", format="text"),
    "name": CellLook(format="text", align="wrap"),
    "choice": CellLook(format="text", align="middle"),
    "year": CellLook(format="whole", align="middle"),
    "code_open": CellLook("bold", format="text", locked=False),
    "name_open": CellLook(format="text", align="wrap", locked=False),
    "choice_open": CellLook(format="text", align="middle", locked=False),
    "year_open": CellLook(format="whole", align="middle", locked=False),
    "count_open": CellLook(format="count", locked=False),
    "note_open": CellLook(format="text", align="wrap", locked=False),
    "not_asked": CellLook("past", SAND, format="text", align="middle", locked=False),
    "code_past": CellLook("past", PAST, format="text"),
    "name_past": CellLook("past", PAST, format="text", align="wrap"),
    "choice_past": CellLook("past", PAST, format="text", align="middle"),
    "year_past": CellLook("past", PAST, format="whole", align="middle"),
    "count_past": CellLook("past", PAST, format="count", locked=False),
    "answer_past": CellLook("past", PAST, format="text", align="middle", locked=False),
    "note_past": CellLook("past", PAST, format="text", align="wrap", locked=False),
    "hint": CellLook("quiet", SAND, align="middle"),
    "hint_percent": CellLook("quiet", SAND, format="percent", align="middle"),
    "hint_count": CellLook("quiet", SAND, format="count", align="middle"),
    "guide_key": CellLook("bold", SAND, format="text", align="top"),
    "guide_text": CellLook(format="text", align="top"),
    "data": CellLook(align="plain", locked=False),
    "data_text": CellLook(format="text", align="plain", locked=False),
    "data_date": CellLook(format="date", align="plain", locked=False),
    "data_moment": CellLook(format="moment", align="plain", locked=False),
    "data_span": CellLook(format="span", align="plain", locked=False),
    "data_percent": CellLook(format="percent", align="plain", locked=False),
    "data_fault": CellLook(fill=AMBER, align="plain", locked=False),
}
MOST_DECIMALS = 6
for _decimals in range(1, MOST_DECIMALS + 1):
    _FORMATS[f"amount{_decimals}"] = "#,##0." + "0" * _decimals
    for _name in ("count_open", "count_past", "hint_count"):
        LOOKS[_name.replace("count", f"amount{_decimals}")] = LOOKS[_name]._replace(
            format=f"amount{_decimals}"
        )


def number_look(role: str, decimals: int) -> str:
    """Return the name of the look of figures with so many decimals, in a role or in none."""
    plain = f"amount{decimals}" if decimals else "count"
    return f"{role}_{plain}" if role else plain


GROUNDS = {
    "green": ("FF14532D", "FFDDF3E4"),
    "amber": ("FF7A4B00", AMBER),
    "blank": (None, "FFFFF9E0"),
}
"""Letters and ground that a condition lays over cells."""


class Looks(dict[str, "StyleArray"]):
    """The styles of one workbook by look; a text that begins like a formula has that of the look and a '."""

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import Protection
        from openpyxl.styles.cell_style import StyleArray
        from openpyxl.utils.indexed_list import IndexedList

        super().__init__()
        self._book = book
        # Cells that the form says nothing of: the width of columns goes by their font, and they stay open.
        font, style = _font(LETTERS["body"]), StyleArray()
        style.protectionId = book._protections.add(Protection(locked=False))
        book._fonts, book._cell_styles = IndexedList([font]), IndexedList([style])
        book._named_styles["Normal"].font = font

    def __missing__(self, name: str) -> StyleArray:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

        look = LOOKS[name.removesuffix("'")]
        # A style is registered through a cell of some sheet, which need not be written.
        cell = WriteOnlyCell(self._book.worksheets[0])
        cell.font = _font(LETTERS[look.letters])
        if look.fill is not None:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.ruled:
            side = Side("thin", color=_RULE)
            cell.border = Border(side, side, side, side)
        cell.number_format = _FORMATS[look.format]
        cell.alignment = Alignment(**_ALIGNMENTS[look.align])
        cell.protection = Protection(locked=look.locked)
        style = cell._style
        style.quotePrefix = int(name.endswith("'"))
        self[name] = style
        return style


def _font(letters: Letters) -> Font:
    from openpyxl.styles import Font

    size, bold, italic, colour = letters
    return _in_order(Font(name=FACE, family=1, size=size, bold=bold, italic=italic, color=colour))


def ground_of(name: str) -> DifferentialStyle:
    """Return the style of a condition."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    ink, ground = GROUNDS[name]
    letters = None if ink is None else _in_order(Font(bold=True, color=ink))
    return DifferentialStyle(font=letters, fill=PatternFill("solid", bgColor=ground))


def _in_order(font: Font) -> Font:
    font.__elements__ = _FONT_ORDER
    return font

"""How cells look: a short list of named styles, and the part that holds them."""

from __future__ import annotations

from typing import NamedTuple

from lifelong_learning.forms.paper.xml import HEAD, MAIN

FONT = "Times New Roman"
INK, QUIET, NAVY, TEAL, SAND = "FF1F2933", "FF5F6B7A", "FF1F3864", "FF2E75B6", "FFF2F2F2"
GREEN, AMBER, BLANK, PAST = "FFDDF3E4", "FFFDEBC8", "FFFFF9E0", "FFECEFF3"
GREEN_INK, AMBER_INK = "FF14532D", "FF7A4B00"

_FONTS = {
    "body": (11, False, False, INK),
    "bold": (11, True, False, INK),
    "title": (15, True, False, NAVY),
    "section": (12, True, False, NAVY),
    "light": (11, True, False, "FFFFFFFF"),
    "quiet": (10, False, True, QUIET),
    "past": (11, False, False, QUIET),
    "link": (11, False, False, "FF0B5394"),
}
_FILLS = {
    "none": None, "gray": None, "navy": NAVY, "teal": TEAL, "sand": SAND, "past": PAST, "amber": AMBER,
}  # fmt: skip
_FORMATS = {
    "general": 0, "whole": 1, "text": 49, "count": 164, "percent": 10, "points": 165, "date": 14,
    "moment": 22, "span": 46,
}  # fmt: skip
_CUSTOM = {164: "#,##0", 165: "0.00"}
_ALIGNMENTS = {
    "": '<alignment vertical="center"/>',
    "plain": "",
    "wrap": '<alignment vertical="center" wrapText="1"/>',
    "top": '<alignment vertical="top" wrapText="1"/>',
    "middle": '<alignment horizontal="center" vertical="center" wrapText="1"/>',
}


class Look(NamedTuple):
    """What a style sets; `locked` where a protected sheet keeps the cell as it is."""

    font: str = "body"
    fill: str = "none"
    ruled: bool = True
    format: str = "general"
    align: str = ""
    locked: bool = True


STYLES: dict[str, Look] = {
    "plain": Look(ruled=False, align="plain", locked=False),
    "title": Look("title", ruled=False),
    "section": Look("section", ruled=False),
    "remark": Look("quiet", ruled=False),
    "wrapped": Look(ruled=False, align="top"),
    "identity_band": Look("light", "navy", align="middle"),
    "measure_band": Look("light", "teal", align="middle"),
    "hint_band": Look("quiet", "sand", align="middle"),
    "identity_header": Look("light", "navy", align="middle"),
    "measure_header": Look("light", "teal", align="middle"),
    "hint_header": Look("quiet", "sand", align="middle"),
    "district": Look("section", "sand"),
    "code": Look("bold", format="text"),
    "name": Look(format="text", align="wrap"),
    "choice": Look(format="text", align="middle"),
    "year": Look(format="whole", align="middle"),
    "code_open": Look("bold", format="text", locked=False),
    "name_open": Look(format="text", align="wrap", locked=False),
    "choice_open": Look(format="text", align="middle", locked=False),
    "year_open": Look(format="whole", align="middle", locked=False),
    "count_open": Look(format="count", locked=False),
    "note_open": Look(format="text", align="wrap", locked=False),
    "not_asked": Look("past", "sand", format="text", align="middle", locked=False),
    "code_past": Look("past", "past", format="text"),
    "name_past": Look("past", "past", format="text", align="wrap"),
    "choice_past": Look("past", "past", format="text", align="middle"),
    "year_past": Look("past", "past", format="whole", align="middle"),
    "count_past": Look("past", "past", format="count", locked=False),
    "answer_past": Look("past", "past", format="text", align="middle", locked=False),
    "note_past": Look("past", "past", format="text", align="wrap", locked=False),
    "hint": Look("quiet", "sand", align="middle"),
    "hint_percent": Look("quiet", "sand", format="percent", align="middle"),
    "hint_count": Look("quiet", "sand", format="count", align="middle"),
    "guide_key": Look("bold", "sand", format="text", align="top"),
    "guide_text": Look(format="text", align="top"),
    "data": Look(align="plain", locked=False),
    "data_text": Look(format="text", align="plain", locked=False),
    "data_date": Look(format="date", align="plain", locked=False),
    "data_moment": Look(format="moment", align="plain", locked=False),
    "data_span": Look(format="span", align="plain", locked=False),
    "data_percent": Look(format="percent", align="plain", locked=False),
    "data_fault": Look(fill="amber", align="plain", locked=False),
}
"""Every style; a text that begins like a formula takes its twin, whose name ends in '."""

MARKS = ("green", "amber", "blank")
"""Styles that conditions lay over cells, in the order of their numbers."""
_NUMBERS = {name: number for number, name in enumerate(STYLES)}


def style_number(name: str, *, like_formula: bool = False) -> int:
    """Return the number of a style; KeyError for one that does not exist."""
    return _NUMBERS[name] + (len(STYLES) if like_formula else 0)


def _font(size: int, bold: bool, italic: bool, colour: str) -> str:
    marks = ("<b/>" if bold else "") + ("<i/>" if italic else "")
    return (
        f'<font>{marks}<sz val="{size}"/><color rgb="{colour}"/><name val="{FONT}"/><family val="1"/></font>'
    )


def _fill(name: str, colour: str | None) -> str:
    if colour is None:
        return f'<fill><patternFill patternType="{"gray125" if name == "gray" else "none"}"/></fill>'
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'


def _style(look: Look, *, quoted: bool) -> str:
    prefix = ' quotePrefix="1"' if quoted else ""
    lock = "" if look.locked else '<protection locked="0"/>'
    return (
        f'<xf numFmtId="{_FORMATS[look.format]}" fontId="{list(_FONTS).index(look.font)}" '
        f'fillId="{list(_FILLS).index(look.fill)}" borderId="{int(look.ruled)}" xfId="0"{prefix} '
        f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" '
        f'applyProtection="1">{_ALIGNMENTS[look.align]}{lock}</xf>'
    )


def _mark(ink: str | None, fill: str) -> str:
    font = "" if ink is None else f'<font><b/><color rgb="{ink}"/></font>'
    ground = f'<patternFill patternType="solid"><bgColor rgb="{fill}"/></patternFill>'
    return f"<dxf>{font}<fill>{ground}</fill></dxf>"


def styles_xml() -> str:
    """Return the part of styles."""
    line = "".join(
        f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    empty = "<left/><right/><top/><bottom/><diagonal/>"
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in _CUSTOM.items())
    fonts = "".join(_font(*font) for font in _FONTS.values())
    fills = "".join(_fill(name, colour) for name, colour in _FILLS.items())
    styles = "".join(_style(look, quoted=quoted) for quoted in (False, True) for look in STYLES.values())
    marks = _mark(GREEN_INK, GREEN) + _mark(AMBER_INK, AMBER) + _mark(None, BLANK)
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(_CUSTOM)}">{formats}</numFmts>'
        f'<fonts count="{len(_FONTS)}">{fonts}</fonts><fills count="{len(_FILLS)}">{fills}</fills>'
        f'<borders count="2"><border>{empty}</border><border>{line}<diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{2 * len(STYLES)}">{styles}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        f'<dxfs count="{len(MARKS)}">{marks}</dxfs></styleSheet>'
    )

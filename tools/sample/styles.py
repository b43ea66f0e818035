"""How the workbooks look: a short list of named cell styles, and the part that holds them."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FONTS = {
    "body": '<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>',
    "bold": '<font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>',
    "title": '<font><b/><sz val="14"/><color rgb="FF1F3864"/><name val="Times New Roman"/></font>',
    "alarm": '<font><b/><sz val="12"/><color rgb="FFC00000"/><name val="Times New Roman"/></font>',
    "light": '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Times New Roman"/></font>',
    "quiet": '<font><i/><sz val="9"/><color rgb="FF7F7F7F"/><name val="Times New Roman"/></font>',
}
FILLS = {"none": None, "gray": None, "navy": "FF1F3864", "teal": "FF2E75B6", "pale": "FFF2F2F2"}
FORMATS = {"general": 0, "whole": 1, "text": 49, "count": 164, "points": 165, "date": 14}
CUSTOM = {164: "#,##0", 165: "0.00"}
WRAP = '<alignment vertical="center" wrapText="1"/>'
MIDDLE = '<alignment horizontal="center" vertical="center" wrapText="1"/>'

# name: font, fill, bordered, number format, alignment
STYLES: dict[str, tuple[str, str, bool, str, str]] = {
    "plain": ("body", "none", False, "general", ""),
    "title": ("title", "none", False, "general", ""),
    "alarm": ("alarm", "none", False, "general", ""),
    "remark": ("quiet", "none", False, "general", ""),
    "identity_header": ("light", "navy", True, "general", MIDDLE),
    "measure_header": ("light", "teal", True, "general", MIDDLE),
    "index": ("quiet", "pale", True, "general", MIDDLE),
    "code": ("bold", "none", True, "text", ""),
    "text": ("body", "none", True, "text", ""),
    "note": ("body", "none", True, "text", WRAP),
    "choice": ("body", "none", True, "text", MIDDLE),
    "year": ("body", "none", True, "whole", MIDDLE),
    "count": ("body", "none", True, "count", ""),
    "points": ("body", "none", True, "points", ""),
    "date": ("body", "none", True, "date", ""),
    "total": ("bold", "pale", True, "count", ""),
    "guide_key": ("bold", "pale", True, "text", WRAP),
    "guide_text": ("body", "none", True, "text", WRAP),
}
_NAMES = {name: number for number, name in enumerate(STYLES)}


def style_number(name: str) -> int:
    """Return the index of a style in the styles part; KeyError for one that does not exist."""
    return _NAMES[name]


def _fill(name: str, colour: str | None) -> str:
    if colour is None:
        return f'<fill><patternFill patternType="{"gray125" if name == "gray" else "none"}"/></fill>'
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'


def _style(font: str, fill: str, bordered: bool, number_format: str, alignment: str) -> str:
    return (
        f'<xf numFmtId="{FORMATS[number_format]}" fontId="{list(FONTS).index(font)}" '
        f'fillId="{list(FILLS).index(fill)}" borderId="{int(bordered)}" xfId="0" applyNumberFormat="1" '
        f'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{alignment}</xf>'
    )


def _styles_xml() -> str:
    line = "".join(
        f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in CUSTOM.items())
    fills = "".join(_fill(name, colour) for name, colour in FILLS.items())
    styles = "".join(_style(*style) for style in STYLES.values())
    empty = "<left/><right/><top/><bottom/><diagonal/>"
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(CUSTOM)}">{formats}</numFmts>'
        f'<fonts count="{len(FONTS)}">{"".join(FONTS.values())}</fonts>'
        f'<fills count="{len(FILLS)}">{fills}</fills>'
        f'<borders count="2"><border>{empty}</border><border>{line}<diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(STYLES)}">{styles}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


STYLES_XML = _styles_xml()

"""How the workbooks look: a short list of named cell styles, in the words of XlsxWriter."""

from __future__ import annotations

_Style = dict[str, str | float | bool]
_FACE: _Style = {"font_name": "Times New Roman", "font_family": 1, "font_size": 11}
_WRAP: _Style = {"valign": "vcenter", "text_wrap": True}
_MIDDLE: _Style = {**_WRAP, "align": "center"}
_RULED: _Style = {**_FACE, "border": 1, "border_color": "#BFBFBF"}
_BOLD: _Style = {"bold": True}
_TEXT: _Style = {"num_format": "@"}
_LIGHT: _Style = {**_RULED, **_MIDDLE, "bold": True, "font_color": "#FFFFFF"}
_PALE: _Style = {"bg_color": "#F2F2F2"}

STYLES: dict[str, _Style] = {
    "plain": _FACE,
    "title": {**_FACE, **_BOLD, "font_size": 14, "font_color": "#1F3864"},
    "alarm": {**_FACE, **_BOLD, "font_size": 12, "font_color": "#C00000"},
    "remark": {**_FACE, "italic": True, "font_size": 9, "font_color": "#7F7F7F"},
    "identity_header": {**_LIGHT, "bg_color": "#1F3864"},
    "measure_header": {**_LIGHT, "bg_color": "#2E75B6"},
    "index": {**_RULED, **_MIDDLE, **_PALE, "italic": True, "font_size": 9, "font_color": "#7F7F7F"},
    "code": {**_RULED, **_BOLD, **_TEXT},
    "text": {**_RULED, **_TEXT},
    "note": {**_RULED, **_TEXT, **_WRAP},
    "choice": {**_RULED, **_TEXT, **_MIDDLE},
    "year": {**_RULED, **_MIDDLE, "num_format": "0"},
    "count": {**_RULED, "num_format": "#,##0"},
    "points": {**_RULED, "num_format": "0.00"},
    "date": {**_RULED, "num_format": 14},
    "total": {**_RULED, **_BOLD, **_PALE, "num_format": "#,##0"},
    "guide_key": {**_RULED, **_BOLD, **_TEXT, **_WRAP, **_PALE},
    "guide_text": {**_RULED, **_TEXT, **_WRAP},
}

"""How cells look: each style made once, with a twin for text that would read as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from lifelong_learning.model.plan import Lang

INK, QUIET, LINK, RULE = "#1F2933", "#5F6B7A", "#0B5394", "#D5DBE3"
HEAD_FILL, TAKEN_FILL, NOTE_FILL = "#1F3A5F", "#F9D9D5", "#EEF2F7"

STATUS_COLOURS: dict[Status, tuple[str, str]] = {
    Status.EXCEEDED: ("#0B5D3B", "#BFE5CF"),
    Status.MET: ("#14532D", "#DDF3E4"),
    Status.ON_TRACK: ("#0B4A6F", "#D6EAF8"),
    Status.BEHIND: ("#7A4B00", "#FDEBC8"),
    Status.NOT_MET: ("#8B1A1A", "#F9D0CB"),
    Status.PENDING: ("#4A5563", "#E8ECF1"),
    Status.NO_DATA: ("#5B2C83", "#EBDDF6"),
    Status.NOT_ASSESSABLE: ("#5B2C83", "#EBDDF6"),
    Status.NOT_REQUIRED: ("#6B7684", "#F4F6F8"),
    Status.NO_TARGET: ("#6B7684", "#F4F6F8"),
}
"""Letters and ground of every status, at least 4.5 : 1."""


class Style(NamedTuple):
    """What a style sets."""

    bold: bool = False
    size: float = 10
    colour: str = INK
    fill: str | None = None
    number: str | None = None
    across: str | None = None
    wrap: bool = False
    underline: bool = False
    ruled: bool = True
    indent: int = 0

    @property
    def letters(self) -> float:
        """The size of the letters against the sheet's; Calibri's are a little wide."""
        return self.size / 11 * (1.15 if self.bold else 1.05)


LOOKS: dict[str, Style] = {
    "title": Style(bold=True, size=15, ruled=False),
    "note": Style(colour=QUIET, ruled=False),
    "section": Style(bold=True, size=12, ruled=False),
    "head": Style(bold=True, colour="#FFFFFF", fill=HEAD_FILL, wrap=True, across="center"),
    # LibreOffice writes links in a dark blue of its own, which needs a light ground, and never wraps them.
    "headlink": Style(bold=True, colour=LINK, fill=NOTE_FILL, across="center", underline=True),
    "subhead": Style(bold=True, fill=NOTE_FILL, wrap=True, across="center"),
    "year": Style(bold=True, colour="#FFFFFF", fill=HEAD_FILL, across="center", number="0"),
    "text": Style(),
    "wrap": Style(wrap=True),
    "quiet": Style(colour=QUIET, wrap=True, across="left", indent=1),
    "link": Style(colour=LINK, underline=True, wrap=True),
    "count": Style(number="#,##0", across="right"),
    "number": Style(across="right"),
    "whole": Style(number="0", across="right"),
    "percent": Style(number="0.00%", across="right"),
    # What is attained is a dash below nil.
    "attained": Style(number='0.00%;"–"', across="right"),
    "share": Style(number="0.0########", across="right"),
    "score": Style(number="0.0", across="right", bold=True),
    "yes_no": Style(across="center"),
    "status": Style(bold=True, across="left", indent=1),
    "taken": Style(colour="#8B1A1A", fill=TAKEN_FILL, bold=True, across="right"),
    "work": Style(colour=QUIET, number="General"),
}


class Inks(dict[str, "Format"]):
    """Styles of one workbook by name; a name that ends in ' is for text that begins like a formula. Behind a
    colon stands the language of yes and no, or the format of a number."""

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book

    def __missing__(self, name: str) -> Format:
        key, _, language = name.rstrip("'").partition(":")
        look = LOOKS[key or "text"]
        wanted: dict[str, object] = {
            "font_name": "Calibri", "bold": look.bold, "font_size": look.size, "font_color": look.colour,
            "underline": int(look.underline), "text_wrap": look.wrap, "indent": look.indent,
            "quote_prefix": name.endswith("'"),
        }  # fmt: skip
        if look.fill:
            wanted["bg_color"] = look.fill
        if look.across:
            wanted["align"] = look.across
        if look.wrap or look.ruled:
            wanted["valign"] = "top"
        if look.ruled:
            wanted |= {"bottom": 1, "bottom_color": RULE}
        number = _yes_no(language) if key == "yes_no" else language if key == "number" else look.number
        if number:
            wanted["num_format"] = number
        self[name] = self.book.add_format(wanted)
        return self[name]


def _yes_no(language: str) -> str:
    """Return the format that shows 1 and 0 as yes and no in a language."""
    lang: Lang = "vi" if language == "vi" else "en"
    return f'"{word("report.yes", lang)}";;"{word("report.no", lang)}"'

"""Findings as a table for a spreadsheet: UTF-8 with a byte order mark, commas, CRLF.

The separator is a comma and there is no `sep=` line: with such a line Excel passes over the byte
order mark and shows Vietnamese in the system's code page, and every other reader takes it for the
header. Where the list separator of Windows is a semicolon, Data > From Text/CSV finds the comma by
itself. Since a double click there would cut the text at its semicolons, what would then be the
beginning of a cell is disarmed too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import inert
from lifelong_learning.reports.checks.json_ import chunked
from lifelong_learning.reports.checks.report import CheckReport, FindingRow, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")
_FORMULA = re.compile(r"""(^|;)([\s"']*)(?=[=+\-@＝＋－＠\t\r\n])""")


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the table in pieces; no more than one piece is held."""
    return chunked(_lines(report, lang))


def _lines(report: CheckReport, lang: Lang) -> Iterator[str]:
    yield "\ufeff" + ",".join(FindingRow._fields) + "\r\n"
    for row in rows(report, lang):
        yield ",".join(_field(value) for value in row) + "\r\n"


def _field(value: str | int | None) -> str:
    """Return a field, quoted where a comma, semicolon, quote or outer space asks for it."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = disarmed(value)
    if text.strip() == text and not any(mark in text for mark in ',;"'):
        return text
    return '"' + text.replace('"', '""') + '"'


def disarmed(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; a plain number stays as it is."""
    if _NUMBER.fullmatch(text):
        return text
    shown = inert(text)
    if text[:1] in ("\t", "\r", "\n"):
        shown = "'" + shown
    return _FORMULA.sub(r"\1'\2", shown)

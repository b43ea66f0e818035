"""What a cell of a written workbook holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.forms.paper.xml import cell_text, escaped

if TYPE_CHECKING:
    from collections.abc import Callable


class Formula(NamedTuple):
    """A formula without its equals sign, and the value that is stored with it; None: no value."""

    text: str
    stored: str | float | None = ""


class ErrorCell(NamedTuple):
    """An error value, such as #DIV/0!."""

    shown: str


Value = str | float | bool | Formula | ErrorCell | None

KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_EXACT = 10**15


def number(value: float) -> str:
    """Return a number so that it is read back as the same one."""
    whole = value == int(value) if abs(value) < _EXACT else False
    return str(int(value)) if whole else repr(value)


def cell_xml(address: str, style: int, value: Value, string: Callable[[str], int]) -> str:
    """Return a cell; `string` gives the number of a shared text. A text never becomes a formula."""
    start = f'<c r="{address}" s="{style}"'
    match value:
        case None:
            return f"{start}/>"
        case bool():
            return f'{start} t="b"><v>{int(value)}</v></c>'
        case str():
            return f'{start} t="s"><v>{string(value)}</v></c>'
        case ErrorCell(shown):
            return f'{start} t="e"><v>{shown if shown in KNOWN_ERRORS else "#VALUE!"}</v></c>'
        case Formula(text, stored):
            return f"{start}{_formula(text, stored)}</c>"
        case _:
            return f"{start}><v>{number(value)}</v></c>"


def _formula(text: str, stored: str | float | None) -> str:
    if stored is None:
        return f"><f>{escaped(text)}</f>"
    if isinstance(stored, str):
        return f' t="str"><f>{escaped(text)}</f><v>{cell_text(stored)}</v>'
    return f"><f>{escaped(text)}</f><v>{number(stored)}</v>"

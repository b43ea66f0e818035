"""What all plain sheets of a workbook share: its texts, and the styles of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.submission.source.parts import STRINGS, STYLES, WORKBOOK, claimed_strings
from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.rows import RowReader
from lifelong_learning.submission.source.plain.styles import NO_STYLES, Styles, styles_of
from lifelong_learning.submission.source.plain.texts import shared_texts

if TYPE_CHECKING:
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.package import Package

_LARGEST = 64 << 20
"""Bytes of the texts that are taken whole."""
_LARGEST_STYLES = 8 << 20


def row_reader(package: Package, limits: Limits) -> RowReader | None:
    """Return what reads the rows of the workbook's plain sheets; None where it is not for this way."""
    if package.size(STRINGS) > _LARGEST or package.size(STYLES) > _LARGEST_STYLES:
        return None
    try:
        xml = package.small_xml(STRINGS, _LARGEST) if STRINGS in package else b""
        if max(claimed_strings(xml), xml.count(b"<si")) > limits.cells:
            return None
        shared = shared_texts(xml)
        styles = styles_of(package.small_xml(STYLES, _LARGEST)) if STYLES in package else NO_STYLES
    except NotPlainError:
        return None
    if styles.days and b"1904" in package.small_xml(WORKBOOK, _LARGEST):
        # Days may be counted from another one.
        styles = Styles(frozenset(), styles.doubtful | styles.days)
    return RowReader(shared, styles)

"""Texts of a workbook: the shared ones, and those that stand in their cells."""

from __future__ import annotations

import re

from lifelong_learning.submission.source.plain.error import NotPlainError

_SHARED = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_RUN = re.compile(rb'<t(?: xml:space="preserve")?>([^<]*)</t>')
_READING = re.compile(rb"<rPh .*?</rPh>", re.DOTALL)
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));?|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ITEM = b"<si>"
_BETWEEN = "\0"
"""Stands in no XML, so that many texts are decoded in one step."""


def shared_texts(xml: bytes) -> list[str]:
    """Return the shared texts of a workbook, in their order."""
    refuse_unusual(xml)
    if xml.count(b":si") or xml.count(b"<si/>"):
        raise NotPlainError
    found = _SHARED.findall(xml)
    if len(found) != xml.count(b"<si"):
        first, *items = xml.split(_ITEM)
        if b"<si" in first:
            raise NotPlainError
        found = [_joined(item) for item in items]
    return texts(found)


def _joined(item: bytes) -> bytes:
    """Return the text of an item whose parts are formatted apart; readings for Asian scripts are no part."""
    content, closed, rest = item.partition(b"</si>")
    if not closed or b"<si" in rest or b"<t/>" in content or b"<t " in _RUN.sub(b"", content):
        raise NotPlainError
    runs = _RUN.findall(_READING.sub(b"", content) if b"<rPh" in content else content)
    if not runs:
        raise NotPlainError
    return b"".join(runs)


def texts(written: list[bytes]) -> list[str]:
    """Return texts as they are meant from texts as XML has them."""
    try:
        joined = _BETWEEN.encode().join(written).decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlainError from None
    if "&" in joined:
        joined = _REFERENCE.sub(_meant, joined)
    found = joined.split(_BETWEEN)
    if len(found) != max(len(written), 1):
        raise NotPlainError
    return found if written else []


def _meant(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if not reference[0].endswith(";"):
        raise NotPlainError
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if (number < 32 and number not in (9, 10)) or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise NotPlainError
    return chr(number)


def refuse_unusual(xml: bytes) -> None:
    """NotPlainError for what readers take in different ways: escapes, line ends, comments and the like."""
    if b"\0" in xml or b"\r" in xml or (b"!" in xml and b"<!" in xml) or (b"_" in xml and b"_x" in xml):
        raise NotPlainError

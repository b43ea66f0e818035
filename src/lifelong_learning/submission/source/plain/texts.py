"""Texts of a workbook: the shared ones, and those that stand in their cells."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.plain.error import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<sst(?:\s[^<>]*)?(?<!/)>\s*<si>")
_KEPT = rb'( xml:space="preserve")?'
_SHARED = re.compile(rb"<si><t" + _KEPT + rb">([^<]*)</t></si>")
_RUN = re.compile(
    rb"<r>(?:<rPr>(?:<[A-Za-z]+(?: [^<>]*)?/>)*</rPr>|<rPr/>)?<t" + _KEPT + rb">([^<]*)</t></r>"
)
_PREFIXED = re.compile(rb":si(?=[\s/>])(?<=[\w.-]:si)")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MOST_REFERENCES = 200_000
_MOST_FORMATTED = 100_000
"""Beyond so many references, or texts of parts that are formatted apart, the reader is faster."""
_WHITE = " \t\n"
_BETWEEN = "\0"
"""Stands in no XML, so that many texts are decoded in one step."""

Written = tuple[bytes, bytes]
"""The mark that keeps white space, or nothing, and a text as XML has it."""


def shared_texts(xml: bytes) -> list[str]:
    """Return the shared texts of a workbook, in their order."""
    if (b"!" in xml and b"<!" in xml) or (b"?" in xml[5:] and b"<?" in xml[5:]):
        raise NotPlainError
    items = xml.count(b"<si>")
    if xml.count(b"<si") != items or (b":si" in xml and _PREFIXED.search(xml)):
        raise NotPlainError
    if items and not _is_one_list(xml, items):
        raise NotPlainError
    if b"<t/>" in xml:
        xml = xml.replace(b"<t/>", b"<t></t>")
    found: list[Written] = _SHARED.findall(xml)
    if len(found) == items:
        return texts(found)
    if items - len(found) > _MOST_FORMATTED:
        raise NotPlainError
    return _formatted(xml.split(b"<si>")[1:])


def _is_one_list(xml: bytes, items: int) -> bool:
    """Tell whether so many items follow each other, and nothing stands between them or around their list."""
    behind = xml.rstrip()
    return (
        xml.count(b"</si><si>") == items - 1
        and xml.count(b"</sst") == 1
        and behind.endswith(b"</sst>")
        and _BEGIN.match(xml) is not None
    )


def _formatted(items: list[bytes]) -> list[str]:
    """Return the texts of items of which some have parts that are formatted apart."""
    parts: list[Written] = []
    ends: list[int] = []
    for item in items:
        content, closed, _ = item.partition(b"</si>")
        plain = _SHARED.fullmatch(b"<si>%b</si>" % content)
        if plain:
            parts.append((plain[1] or b"", plain[2]))
        else:
            parts += _runs(content)
        if not closed:
            raise NotPlainError
        ends.append(len(parts))
    read = texts(parts)
    return ["".join(read[begin:end]) for begin, end in zip([0, *ends], ends, strict=False)]


def _runs(content: bytes) -> list[Written]:
    found: list[Written] = []
    at = 0
    while run := _RUN.match(content, at):
        found.append((run[1] or b"", run[2]))
        at = run.end()
    if at < len(content) or not found:
        raise NotPlainError
    return found


def texts(written: Sequence[Written]) -> list[str]:
    """Return texts as they are meant: white space at their ends counts where it is marked alone."""
    if not written:
        return []
    joined = b"\0".join([text for _, text in written])
    if b"\r" in joined:
        raise NotPlainError
    try:
        meant = joined.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlainError from None
    if "&" in meant:
        if meant.count("&") > _MOST_REFERENCES:
            raise NotPlainError
        meant = _REFERENCE.sub(_meant, meant)
    if "_x" in meant and _ESCAPE.search(meant):
        raise NotPlainError
    found = meant.split(_BETWEEN)
    if len(found) != len(written):
        raise NotPlainError
    for at in compress(range(len(found)), [not mark for mark, _ in written]):
        found[at] = found[at].strip(_WHITE)
    return found


def _meant(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    if not (decimal or hexadecimal):
        raise NotPlainError
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if (number < 32 and number not in (9, 10)) or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise NotPlainError
    return chr(number)

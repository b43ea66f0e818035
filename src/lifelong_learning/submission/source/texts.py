"""Texts of a workbook: the shared ones, and those that stand in their cells."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import RefusedError, read_elements, without_prefix
from lifelong_learning.submission.source.grid import MarkedText
from lifelong_learning.submission.source.plain import NotPlainError

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from lifelong_learning.submission.source.elements import Attributes, Limits
    from lifelong_learning.submission.source.package import Package

_LARGEST_PLAIN = 64 << 20
"""Bytes of the shared texts that are taken whole."""
_LONGEST = 8 << 20
"""Characters of one text: Excel allows 32,767."""
_CLAIM = pattern(rb"""\suniqueCount\s*=\s*["'](\d{1,20})""")
_CLAIMED_IN = 4096
_BEGIN = pattern(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<sst(?:\s[^<>]*)?(?<!/)>\s*<si>")
_KEPT = rb'( xml:space="preserve")?'
_SHARED = pattern(rb"<si><t" + _KEPT + rb">([^<]*)</t></si>")
_RUN = pattern(rb"<r>(?:<rPr>((?:<[A-Za-z]+(?: [^<>]*)?/>)*)</rPr>|<rPr/>)?<t" + _KEPT + rb">([^<]*)</t></r>")
_SIMPLE = pattern(rb"<t" + _KEPT + rb">([^<]*)</t>")
_READING = pattern(rb"<rPh(?: [^<>]*)?(?:/>|>(?:<t>[^<]*</t>)?</rPh>)|<phoneticPr(?: [^<>]*)?/>")
_LEFT_OUT = pattern(
    rb"""<(?:d?strike(?: val=["'](?:1|true)["'])?|vertAlign val=["'](?:super|sub)script["']) ?/>"""
)
"""What strikes a run out, raises or lowers it."""
_REFERENCE = pattern(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ESCAPE = pattern("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MOST_REFERENCES = 200_000
_MOST_FORMATTED = 100_000
"""Beyond so many references, or texts of parts that are formatted apart, the parser is as fast."""
_WHITE = " \t\n\r"
_BETWEEN = "\0"
"""Stands in no XML, so that many texts are decoded in one step."""

Written = tuple[bytes, bytes]
"""The mark that keeps white space, or nothing, and a text as XML has it."""


def read_texts(package: Package, part: str, limits: Limits) -> list[str]:
    """Return the shared texts of a workbook, in their order, from their part; "" has none.

    RefusedError where there are too many, be they only claimed, or one is too long.
    """
    if not part:
        return []
    if package.size(part) > _LARGEST_PLAIN:
        return _SharedTexts(limits).read(package.xml(part))
    xml = package.small_xml(part, _LARGEST_PLAIN)
    _check_number(max(map(int, _CLAIM.findall(xml, 0, _CLAIMED_IN)), default=0), limits)
    _check_number(xml.count(b"<si>"), limits)
    try:
        return shared_texts(without_prefix(xml))
    except NotPlainError:
        return _SharedTexts(limits).read(xml)


def _check_number(number: int, limits: Limits) -> None:
    if number > limits.cells:
        raise RefusedError("WB003", "strings", limit=limits.cells)


class TextOfRuns:
    """Puts a text together from its runs, as a parser meets them.

    Runs that are struck out, raised or lowered are left out, and so are readings for Asian scripts.
    """

    __slots__ = ("_kept", "_left_out", "_length", "_out", "_reading", "_runs", "_text", "_within")

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._left_out: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._out = self._reading = self._within = self._kept = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        if name == "t":
            self._within, self._kept = True, attributes.get("xml:space") == "preserve"
        elif name == "r":
            self._out = False
        elif name in ("strike", "dstrike"):
            self._out |= attributes.get("val", "1") in ("1", "true")
        elif name == "vertAlign":
            self._out |= attributes.get("val") in ("superscript", "subscript")
        elif name == "rPh":
            self._reading = True

    def characters(self, text: str) -> None:
        """Take in characters; those outside of texts count for nothing."""
        if self._within:
            self._length += len(text)
            if self._length > _LONGEST:
                raise RefusedError("WB003", "long", limit=_LONGEST)
            self._text.append(text)

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name == "t":
            text = "".join(self._text)
            self._text.clear()
            self._within = False
            if not self._reading:
                text = unescaped(text if self._kept else text.strip(_WHITE))
                (self._left_out if self._out else self._runs).append(text)
        elif name == "rPh":
            self._reading = False

    def whole(self) -> str:
        """Return the text, marked where something was left out."""
        text = "".join(self._runs)
        return MarkedText(text) if self._left_out else text


class _SharedTexts:
    """Reads the shared texts element by element."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._found: list[str] = []
        self._text = TextOfRuns()

    def read(self, xml: bytes | Iterable[bytes]) -> list[str]:
        """Return the texts; RefusedError as of `package_texts`."""
        read_elements(xml, self._start, self._end, lambda text: self._text.characters(text))
        return self._found

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self._text = TextOfRuns()
        elif name == "sst":
            claimed = attributes.get("uniqueCount", "")
            _check_number(int(claimed[:20]) if claimed.isdecimal() else 0, self._limits)
        else:
            self._text.start(name, attributes)

    def _end(self, name: str) -> None:
        if name == "si":
            self._found.append(self._text.whole())
            _check_number(len(self._found), self._limits)
        else:
            self._text.end(name)


def shared_texts(xml: bytes) -> list[str]:
    """Return the shared texts of a workbook, in their order."""
    if (b"!" in xml and b"<!" in xml) or (b"?" in xml[5:] and b"<?" in xml[5:]):
        raise NotPlainError
    items = xml.count(b"<si>")
    if xml.count(b"<si") != items or b":si" in xml:
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
    return item_texts([_content(item) for item in xml.split(b"<si>")[1:]])


def _content(item: bytes) -> bytes:
    content, closed, _ = item.partition(b"</si>")
    if not closed:
        raise NotPlainError
    return content


def _is_one_list(xml: bytes, items: int) -> bool:
    """Tell whether so many items follow each other, and nothing stands between them or around their list."""
    behind = xml.rstrip()
    return (
        xml.count(b"</si><si>") == items - 1
        and xml.count(b"</sst") == 1
        and behind.endswith(b"</sst>")
        and _BEGIN.match(xml) is not None
    )


def item_texts(contents: Sequence[bytes]) -> list[str]:
    """Return the texts of items, of which some may have parts that are formatted apart."""
    plain: list[Written] = _SHARED.findall(b"<si>%b</si>" % b"</si><si>".join(contents))
    if len(plain) == len(contents):
        return texts(plain)
    parts: list[Written] = []
    left_out: set[int] = set()
    ends: list[int] = []
    for content in contents:
        _take_runs(content, parts, left_out)
        ends.append(len(parts))
    read = texts(parts)
    return [_joined(read, begin, end, left_out) for begin, end in zip([0, *ends], ends, strict=False)]


def _take_runs(content: bytes, parts: list[Written], left_out: set[int]) -> None:
    """Add the runs of an item, or its text; `left_out` gets the places of those that are no part of it."""
    content = _READING.sub(b"", content)
    simple = _SIMPLE.fullmatch(content)
    if simple:
        parts.append((simple[1] or b"", simple[2]))
        return
    at = 0
    while run := _RUN.match(content, at):
        if run[1] and _LEFT_OUT.search(run[1]):
            left_out.add(len(parts))
        parts.append((run[2] or b"", run[3]))
        at = run.end()
    if at < len(content) or not at:
        raise NotPlainError


def _joined(read: Sequence[str], begin: int, end: int, left_out: set[int]) -> str:
    if left_out.isdisjoint(range(begin, end)):
        return "".join(read[begin:end])
    return MarkedText("".join(read[at] for at in range(begin, end) if at not in left_out))


def texts(written: Sequence[Written]) -> list[str]:
    """Return texts as they are meant: white space at their ends counts where it is marked alone."""
    if not written:
        return []
    meant = _decoded(b"\0".join([text for _, text in written]))
    found = meant.split(_BETWEEN)
    if len(found) != len(written):
        raise NotPlainError
    for at in compress(range(len(found)), [not mark for mark, _ in written]):
        found[at] = found[at].strip(_WHITE)
    return list(map(unescaped, found)) if "_x" in meant else found


def _decoded(xml: bytes) -> str:
    """Return characters as they are meant, their references and ends of lines included."""
    if b"]]>" in xml:
        raise NotPlainError
    if b"\r" in xml:
        xml = xml.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        meant = xml.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlainError from None
    if meant.count("&") > _MOST_REFERENCES:
        raise NotPlainError
    return _REFERENCE.sub(_meant, meant) if "&" in meant else meant


def unescaped(text: str) -> str:
    """Return a text with the characters that XML has not for its escapes (_x000D_)."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text) if "_x" in text else text


def _meant(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    if not (decimal or hexadecimal):
        raise NotPlainError
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if (number < 32 and number not in (9, 10, 13)) or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise NotPlainError
    return chr(number)

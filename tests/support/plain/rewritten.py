"""A workbook written as other programs would write it: the same cells, other bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Parts = dict[str, str]
_TAG = re.compile(r"<([a-zA-Z][\w:]*)((?: [\w:]+=\"[^\"]*\")+)( ?/?)>")
_SHARED = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?) t="s"><v>([0-9]+)</v></c>')
_ITEM = re.compile(r"<si>.*?</si>|<si/>", re.DOTALL)
_KEPT = ' xml:space="preserve"'
_MARKUP = ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml")


def parts_of(data: bytes) -> Parts:
    """The XML parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """A workbook of such parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return file.getvalue()


def _sheets(parts: Parts, change: Callable[[str], str], others: Iterable[str] = ()) -> Parts:
    changed = {name for name in parts if name.startswith("xl/worksheets/sheet")} | set(others)
    return {name: change(xml) if name in changed else xml for name, xml in parts.items()}


def _attributes(change: Callable[[list[str]], list[str]]) -> Callable[[str], str]:
    def rewritten(xml: str) -> str:
        def tag(match: re.Match[str]) -> str:
            if match[1] not in ("c", "row", "mergeCell"):
                return match[0]
            found = re.findall(r"[\w:]+=\"[^\"]*\"", match[2])
            return f"<{match[1]} {' '.join(change(found))}{match[3]}>"

        return _TAG.sub(tag, xml)

    return rewritten


def _prefixed(prefix: str) -> Callable[[str], str]:
    def rewritten(xml: str) -> str:
        named = re.sub(r"<(/?)(?=[a-zA-Z]\w*[\s/>])", rf"<\1{prefix}:", xml)
        return named.replace(" xmlns=", f" xmlns:{prefix}=", 1)

    return rewritten


def _written_out(written: Callable[[str, str, str], str]) -> Callable[[Parts], Parts]:
    """Texts stand in their cells."""

    def rewritten(parts: Parts) -> Parts:
        items = [
            "".join(re.findall(r"<t[^>]*>([^<]*)</t>", item))
            for item in _ITEM.findall(parts["xl/sharedStrings.xml"])
        ]
        return _sheets(parts, lambda xml: _SHARED.sub(lambda c: written(c[1], c[2], items[int(c[3])]), xml))

    return rewritten


def _in_runs(parts: Parts) -> Parts:
    def runs(item: re.Match[str]) -> str:
        text = "".join(re.findall(r"<t[^>]*>([^<]*)</t>", item[0]))
        at = len(text) // 2
        if "&" in text or not text:
            return item[0]
        first, last = (f"<t{_KEPT}>{part}</t>" for part in (text[:at], text[at:]))
        bold = "<rPr><b/><sz val='11'/></rPr>"
        return f'<si><r>{bold}{first}</r><r>{last}</r><phoneticPr fontId="1"/></si>'

    return {**parts, "xl/sharedStrings.xml": _ITEM.sub(runs, parts["xl/sharedStrings.xml"])}


def _renamed(parts: Parts) -> Parts:
    def name(old: str) -> str:
        return (
            re.sub(r"worksheets/sheet", "tabs/Tab ", old)
            .replace("xl/workbook.xml", "xl/book.xml")
            .replace("xl/_rels/workbook.xml.rels", "xl/_rels/book.xml.rels")
            .replace("sharedStrings.xml", "texts.xml")
            .replace("styles.xml", "looks.xml")
        )

    return {
        name(old): name(xml) if old.endswith(".rels") or old == "[Content_Types].xml" else xml
        for old, xml in parts.items()
    }


def _targets(change: Callable[[str], str]) -> Callable[[Parts], Parts]:
    def rewritten(parts: Parts) -> Parts:
        at = "xl/_rels/workbook.xml.rels"
        return {
            **parts,
            at: re.sub(r'Target="/?(?:xl/)?([^"]*)"', lambda m: f'Target="{change(m[1])}"', parts[at]),
        }

    return rewritten


def _dimension(written: str) -> Callable[[str], str]:
    return lambda xml: re.sub(r"<dimension [^>]*/>", written, xml)


def _with_spans(spans: str) -> Callable[[str], str]:
    return lambda xml: re.sub(r'(<row r="[0-9]+")(?: spans="[^"]*")?', rf'\1 spans="{spans}"', xml)


def _before_tags(names: str, white: str) -> Callable[[str], str]:
    return lambda xml: re.sub(rf">(?=<(?:{names})\b)", f">{white}", xml)


WAYS: dict[str, Callable[[Parts], Parts]] = {
    "attributes backwards": lambda p: _sheets(p, _attributes(lambda found: found[::-1])),
    "style first": lambda p: _sheets(p, _attributes(sorted)),
    "extension attributes": lambda p: _sheets(
        p, _attributes(lambda found: [*found, 'x14:y="a-1.5"', 'cm="1"'])
    ),
    "single quotes": lambda p: _sheets(
        p, _attributes(lambda found: [re.sub(r'"(.*)"', r"'\1'", one) for one in found])
    ),
    "prefixes": lambda p: _sheets(p, _prefixed("x"), ("xl/sharedStrings.xml",)),
    "prefixes everywhere": lambda p: _sheets(p, _prefixed("ns0"), _MARKUP),
    "no spans": lambda p: _sheets(p, lambda xml: re.sub(r' spans="[^"]*"', "", xml)),
    "wrong spans": lambda p: _sheets(p, _with_spans("9:4")),
    "texts as results": _written_out(lambda r, s, text: f'<c r="{r}"{s} t="str"><v>{text}</v></c>'),
    "texts in their cells": _written_out(
        lambda r, s, text: f'<c r="{r}"{s} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    ),
    "texts in their cells, in runs": _written_out(
        lambda r, s, text: f'<c r="{r}"{s} t="inlineStr"><is><r><t{_KEPT}>{text}</t></r></is></c>'
    ),
    "texts in runs": _in_runs,
    "formulas with results": lambda p: _sheets(
        p, lambda xml: re.sub(r'(<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?>)<v>', r"\1<f>SUM(\2,0)</f><v>", xml)
    ),
    "absolute targets": _targets(lambda part: f"/xl/{part}"),
    "roundabout targets": _targets(lambda part: f"./../xl/{part}"),
    "other names": _renamed,
    "byte order marks": lambda p: {name: "\ufeff" + xml for name, xml in p.items()},
    "ends of lines": lambda p: _sheets(p, _before_tags("row|c|/row|v|sheetData|/sheetData", "\r\n")),
    "indented": lambda p: _sheets(p, _before_tags("row|c|/row|v|/c", "\n    ")),
    "no dimension": lambda p: _sheets(p, _dimension("")),
    "a wrong dimension": lambda p: _sheets(p, _dimension('<dimension ref="A1"/>')),
    "an endless dimension": lambda p: _sheets(p, _dimension('<dimension ref="A1:XFD1048576"/>')),
    "comments": lambda p: _sheets(p, lambda xml: xml.replace("<row", "<!-- row --><row")),
}  # fmt: skip
"""Ways of writing, by what they do."""

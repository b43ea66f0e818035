"""Findings as SARIF 2.1.0: the catalogue as rules, one result per finding."""

from __future__ import annotations

from pathlib import PurePath
from string import Formatter
from typing import TYPE_CHECKING
from urllib.parse import quote

from lifelong_learning import catalogue
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.findings import Severity
from lifelong_learning.reports.checks.json_ import chunked, json_text, separated
from lifelong_learning.reports.checks.report import (
    TOOL,
    CheckReport,
    FindingRow,
    begin_of,
    fingerprints,
    place_of,
    rows,
    text_of,
)
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.catalogue import Entry
    from lifelong_learning.model.plan import Lang

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BRACES = str.maketrans({"{": "{{", "}": "}}"})


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the log in pieces; no more than one piece is held."""
    return chunked(_pieces(report, lang))


def _pieces(report: CheckReport, lang: Lang) -> Iterator[str]:
    report = report.failing()
    known = catalogue.entries()
    numbers = {code: number for number, code in enumerate(known)}
    yield f'{{"$schema":{json_text(SCHEMA)},"version":"2.1.0","runs":[{{"tool":{{"driver":'
    yield (
        json_text({"name": TOOL, "version": report.version, "informationUri": labels.PROJECT})[:-1]
        + ',"rules":['
    )
    yield from separated(("\n" + json_text(_rule(entry, lang)) for entry in known.values()), ",")
    details = {"id": f"{TOOL}/check/{report.plan_id}/"}
    yield f']}}}},"automationDetails":{json_text(details)},"language":{json_text(lang)},'
    yield f'"invocations":[{json_text({"executionSuccessful": report.plan_sha256 is not None})}],'
    yield '"columnKind":"unicodeCodePoints","results":['
    results = (_result(row, numbers[row.code], mark) for row, mark in fingerprints(rows(report, lang)))
    yield from separated(("\n" + json_text(result) for result in results), ",")
    yield "\n]}]}\n"


def _rule(entry: Entry, lang: Lang) -> dict[str, object]:
    """Return a code as a rule; its help is every remedy that the code knows."""
    remedies = dict.fromkeys(_unfilled(wording.remedy.of(lang)) for wording in entry.variants.values())
    explanation = entry.explanation.of(lang)
    return {
        "id": entry.code,
        "shortDescription": {"text": _plain(entry.title.of(lang))},
        "fullDescription": {"text": _plain(explanation)},
        "help": {"text": _plain("\n".join(filter(None, remedies)) or explanation)},
        "helpUri": labels.page(f"findings.md#{entry.code.lower()}", lang),
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def _unfilled(template: str) -> str:
    """Return a text of the catalogue with an ellipsis for every place that a finding would fill."""
    parts = Formatter().parse(template)
    return "".join(literal + ("" if field is None else "…") for literal, field, _, _ in parts)


def _result(row: FindingRow, number: int, fingerprint: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": row.code,
        "ruleIndex": number,
        "level": LEVELS[Severity(row.severity)],
        "message": {"text": _plain(text_of(row))},
    }
    location = _location(row)
    if location:
        result["locations"] = [location]
    result["partialFingerprints"] = {"primaryLocationLineHash": fingerprint}
    return result


def _location(row: FindingRow) -> dict[str, object]:
    """Return the place: a file with a region in it, and the cell or sheet of a workbook by its name.

    A workbook has no lines; its row and column stand for them, so that services tell its cells apart.
    """
    location: dict[str, object] = {}
    if row.file is not None:
        physical: dict[str, object] = {"artifactLocation": {"uri": uri_of(row.file)}}
        if row.line is not None or row.cell is not None:
            line, column = begin_of(row)
            physical["region"] = {"startLine": line, "startColumn": column}
        location["physicalLocation"] = physical
    place = visible(place_of(row.sheet, row.cell))
    if place:
        kind = "sheet" if row.cell is None else "cell"
        location["logicalLocations"] = [{"fullyQualifiedName": place, "kind": kind}]
    return location


def uri_of(path: str) -> str:
    """Return the path as a URI reference: relative as given, or a `file` URI where it is absolute.

    Bytes of a file name that are no UTF-8 keep their value; half a surrogate pair of any other
    origin becomes a question mark.
    """
    pure = PurePath(path)
    try:
        raw = pure.as_posix().encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = pure.as_posix().encode("utf-8", "replace")
    if not pure.is_absolute():
        return quote(raw)
    return "file://" + ("" if raw.startswith(b"/") else "/") + quote(raw)


def _plain(text: str) -> str:
    """Return a message without placeholders and links: braces are doubled, `](` is parted."""
    return text.translate(_BRACES).replace("](", "] (")

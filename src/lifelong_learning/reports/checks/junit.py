"""Findings as JUnit XML: a test suite per run, a test case per workbook.

The elements and attributes are those that the schemas of Jenkins and of Ant have in common: one
failure for a case, whose text lists the errors; warnings and notes stand in `system-out`. There
are no times, since the same input gives the same bytes.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.safe import inert
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Severity
from lifelong_learning.reports.checks.json_ import chunked
from lifelong_learning.reports.checks.report import TOOL, CheckReport
from lifelong_learning.reports.view.faults import GatheredFault, gathered, places, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Lang

_Cases = dict[str | None, list[GatheredFault]]
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_TABLE = str.maketrans(_ENTITIES)


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the document in pieces; no more than one piece is held."""
    return chunked(_pieces(report, lang))


def _pieces(report: CheckReport, lang: Lang) -> Iterator[str]:
    report = report.failing()
    cases = _cases(report)
    failing = sum(any(_is_error(entry) for entry in entries) for entries in cases.values())
    totals = {"tests": len(cases), "failures": failing, "errors": 0}
    suite = f"{TOOL} check"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield _open("testsuites", {"name": suite, **totals})
    yield _open("testsuite", {"name": suite, **totals})
    yield "<properties>\n"
    for name, value in (("version", report.version), ("plan", report.plan_id), ("lang", lang)):
        yield _open("property", {"name": name, "value": value}, closed=True)
    yield "</properties>\n"
    for file, entries in cases.items():
        yield from _case(file, entries, lang)
    yield "</testsuite>\n</testsuites>\n"


def _cases(report: CheckReport) -> _Cases:
    """Return the findings of every workbook that was read, and of whatever else has some."""
    cases: _Cases = {info.path: [] for info in report.files}
    for file, entries in groupby(gathered(report.findings), key=lambda entry: entry.first.file):
        cases.setdefault(file, []).extend(entries)
    return cases


def _case(file: str | None, entries: Sequence[GatheredFault], lang: Lang) -> Iterator[str]:
    name = word("check.no_file", lang) if file is None else file
    attributes = {"name": name, "classname": f"{TOOL}.check"}
    if not entries:
        yield _open("testcase", attributes, closed=True)
        return
    yield _open("testcase", attributes)
    errors = [entry for entry in entries if _is_error(entry)]
    others = [entry for entry in entries if not _is_error(entry)]
    if errors:
        count = word("check.failures", lang, count=sum(entry.total for entry in errors))
        yield from _told("failure", {"message": count, "type": "error"}, errors, lang)
    if others:
        yield from _told("system-out", {}, others, lang)
    yield "</testcase>\n"


def _told(
    name: str, attributes: Mapping[str, object], entries: Sequence[GatheredFault], lang: Lang
) -> Iterator[str]:
    yield _open(name, attributes)
    yield from (_line(entry, lang) for entry in entries)
    yield f"</{name}>\n"


def _is_error(entry: GatheredFault) -> bool:
    return entry.first.severity is Severity.ERROR


def _line(entry: GatheredFault, lang: Lang) -> str:
    """Return an entry in one line: severity, code, place, message, remedy."""
    finding = entry.first
    mark = ", " if finding.cell is None else "!"
    place = mark.join(part for part in (finding.sheet, places(entry, lang)) if part)
    severity = word(f"check.{finding.severity.value}", lang)
    start = " ".join(part for part in (severity, finding.code, place) if part)
    texts = (
        *said(entry, lambda one: catalogue.message(one, lang)),
        *said(entry, lambda one: catalogue.remedy(one, lang)),
    )
    return _escaped(start + ": " + " ".join(text for text in texts if text)) + "\n"


def _open(name: str, attributes: Mapping[str, object], closed: bool = False) -> str:
    given = "".join(f' {key}="{_escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{given}{'/' if closed else ''}>\n"


def _escaped(text: str) -> str:
    """Return a text for element or attribute; characters that XML forbids are shown escaped."""
    return inert(text).translate(_TABLE)

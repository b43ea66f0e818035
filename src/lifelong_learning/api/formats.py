"""Every format of every document: one table from both names to a renderer, and what each format is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from lifelong_learning.api.cases import CaseReport
    from lifelong_learning.api.documents import Look
    from lifelong_learning.api.findings import CodeList, Explanation
    from lifelong_learning.api.plans import Staleness, TargetList, TargetPage
    from lifelong_learning.api.submissions import Checked, Evaluation
    from lifelong_learning.api.summaries import Summary
    from lifelong_learning.api.traces import Trace
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport
    from lifelong_learning.reports.document.blocks import Document

    Renderer = Callable[[Any, Lang, Look], Iterable[bytes]]
    """Writes what was found, in a language, in pieces to be written one by one."""

    Build = Callable[[Any, Lang, str], Document]
    """Makes a document that people read of what was found, in a language, for a format."""


class Format(Struct, frozen=True):
    """The suffixes that stand for a format, the usual one first; whether people read it; whether it is
    bytes that no terminal shows."""

    suffixes: tuple[str, ...] = ()
    for_people: bool = False
    binary: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format((".txt",), for_people=True),
    "json": Format((".json",)),
    "csv": Format((".csv",)),
    "markdown": Format((".md",), for_people=True),
    "xlsx": Format((".xlsx",), for_people=True, binary=True),
    "html": Format((".html", ".htm"), for_people=True),
    "docx": Format((".docx",), for_people=True, binary=True),
    "junit": Format((".xml",)),
    "sarif": Format((".sarif",)),
    "github": Format(),
    "gitlab": Format(),
}


def _read(build: Build, format: str) -> Renderer:
    """Return what writes a document that people read in one of its formats."""

    def write(found: Any, lang: Lang, look: Look) -> Iterable[bytes]:
        from lifelong_learning.reports import document

        made = build(found, lang, format)
        return [document.render(made, format, width=look.width, colour=look.colour)]

    return write


def _evaluation(found: Evaluation, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import evaluation

    return evaluation.document(
        found.scorecard,
        found.findings,
        lang=lang,
        commitments_of=found.evidence.commitments,
        faults_shown=evaluation.FAULTS_ON_SCREEN if format == "text" else evaluation.FAULTS_ON_PAPER,
        made_by=__version__ if format == "html" else None,
    )


def _evaluation_json(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import evaluation_json

    return evaluation_json.stream(
        found.scorecard,
        found.findings.counts(),
        lang=lang,
        tool_version=__version__,
        commitments_of=found.evidence.commitments,
        inputs_of=found.evidence.inputs if look.inputs else None,
    )


def _evaluation_csv(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import evaluation_csv

    return evaluation_csv.stream(found.scorecard, lang)


def _evaluation_xlsx(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.api.request import limits_of, options_of
    from lifelong_learning.reports import scorecard_xlsx

    return [
        scorecard_xlsx.render(
            found.scorecard,
            found.submission,
            found.findings,
            lang=lang,
            tool_version=__version__,
            commitments_of=found.evidence.commitments,
            options=options_of(found.request),
            limits=limits_of(found.request, lang),
        )
    ]


def _check(found: Checked, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import faults

    return faults.document(found.report(), lang)


def _checked(module: str) -> Renderer:
    """Return what writes findings for programs, by a module of `reports.checks`."""

    def write(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
        stream: Callable[[CheckReport, Lang], Iterable[bytes]]
        stream = import_module(f"lifelong_learning.reports.checks.{module}").stream
        return stream(found.report(), lang)

    return write


def _summary(found: Summary, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.summary import report

    most = None if format == "xlsx" else report.MOST_ROWS
    return report.document(found.source, lang=lang, tool_version=__version__, most=most)


def _summary_json(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.summary import json_

    return [json_.render(found.source, lang=lang, tool_version=__version__)]


def _trace(found: Trace, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import trace

    card, evidence = found.evaluation.scorecard, found.evaluation.evidence
    if found.groups:
        return trace.groups_document(
            card, found.groups, lang=lang, shares_of=evidence.shares, shares_at_start=evidence.shares_at_start
        )
    return trace.document(card, found.units, lang=lang, inputs_of=evidence.inputs)


def _trace_json(found: Trace, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import trace_json

    card, evidence = found.evaluation.scorecard, found.evaluation.evidence
    if found.groups:
        written = trace_json.render_groups(
            card,
            found.groups,
            lang=lang,
            tool_version=__version__,
            shares_of=evidence.shares,
            shares_at_start=evidence.shares_at_start,
        )
    else:
        written = trace_json.render(
            card, found.units, lang=lang, tool_version=__version__, inputs_of=evidence.inputs
        )
    return [written]


def _targets(found: TargetList, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import targets

    return targets.listing(found.plan, lang)


def _targets_json(found: TargetList, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import targets_json

    return [targets_json.listing(found.plan, lang)]


def _target(found: TargetPage, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import targets

    return targets.detail(found.plan, found.id, lang)


def _target_json(found: TargetPage, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import targets_json

    return [targets_json.detail(found.plan, found.id, lang)]


def _stale(found: Staleness, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import targets

    return targets.stale(found.plan, found.items, found.year, found.before, lang)


def _stale_json(found: Staleness, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import targets_json

    return [targets_json.stale(found.plan, found.items, found.year, found.before, lang)]


def _explanation(found: Explanation, lang: Lang, format: str) -> Document:
    from lifelong_learning.reports.view import faults

    return faults.explained(found.entry, lang)


def _codes(found: CodeList, lang: Lang, format: str) -> Document:
    from lifelong_learning import catalogue
    from lifelong_learning.reports.view import faults

    return faults.codes(catalogue.entries().values(), lang)


def _cases_text(found: CaseReport, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.api.cases.outcome import as_text

    return [as_text(found, lang).encode()]


RENDERERS: Mapping[str, Mapping[str, Renderer]] = {
    "evaluation": {
        "text": _read(_evaluation, "text"),
        "json": _evaluation_json,
        "csv": _evaluation_csv,
        "markdown": _read(_evaluation, "markdown"),
        "xlsx": _evaluation_xlsx,
        "html": _read(_evaluation, "html"),
    },
    "check": {
        "text": _read(_check, "text"),
        "json": _checked("json_"),
        "csv": _checked("csv_"),
        "github": _checked("github"),
        "gitlab": _checked("gitlab"),
        "junit": _checked("junit"),
        "sarif": _checked("sarif"),
    },
    "summary": {
        **{name: _read(_summary, name) for name in ("text", "markdown", "html", "docx", "xlsx")},
        "json": _summary_json,
    },
    "trace": {"text": _read(_trace, "text"), "json": _trace_json},
    "targets": {
        "text": _read(_targets, "text"),
        "json": _targets_json,
        "markdown": _read(_targets, "markdown"),
    },
    "target": {
        "text": _read(_target, "text"),
        "json": _target_json,
        "markdown": _read(_target, "markdown"),
    },
    "stale": {"text": _read(_stale, "text"), "json": _stale_json},
    "explanation": {"text": _read(_explanation, "text")},
    "codes": {"text": _read(_codes, "text")},
    "cases": {"text": _cases_text},
}
"""By document, then by format, the usual one first. Each loads what it needs when it is asked for."""


def formats_of(document: str) -> tuple[str, ...]:
    """Return the formats of a document, the usual one first."""
    return tuple(RENDERERS[document])

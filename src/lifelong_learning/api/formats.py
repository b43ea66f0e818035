"""Every format of every document: one table from both names to a renderer, and what each format is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from lifelong_learning.api.cases import CaseReport
    from lifelong_learning.api.findings import Explanation
    from lifelong_learning.api.plans import Staleness, TargetList, TargetPage
    from lifelong_learning.api.submissions import Checked, Evaluation
    from lifelong_learning.api.summaries import Summary
    from lifelong_learning.api.traces import Trace
    from lifelong_learning.model.look import Look
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.terminal.layout import Layout

    Renderer = Callable[[Any, Lang, Look], Iterable[bytes]]
    """Writes what was found, in a language, in pieces to be written one by one."""


class Format(NamedTuple):
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
}


def _evaluation_text(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.terminal import evaluation

    commitments = found.evidence.commitments
    written = evaluation.render(
        found.scorecard, found.findings, lang=lang, commitments_of=commitments, layout=_layout(look)
    )
    return [written.encode()]


def _evaluation_json(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import evaluation_json

    return evaluation_json.chunks(
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


def _evaluation_markdown(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import evaluation_markdown

    commitments = found.evidence.commitments
    return [
        evaluation_markdown.render(found.scorecard, found.findings, lang=lang, commitments_of=commitments)
    ]


def _evaluation_html(found: Evaluation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import evaluation_html

    return [
        evaluation_html.render(
            found.scorecard,
            found.findings,
            lang=lang,
            tool_version=__version__,
            commitments_of=found.evidence.commitments,
        )
    ]


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


def _check_text(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import text

    return text.stream(found.report(), lang, width=look.width or 80, colour=look.colour)


def _check_json(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import json_

    return json_.stream(found.report(), lang)


def _check_csv(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import csv_

    return csv_.stream(found.report(), lang)


def _check_github(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import github

    return github.stream(found.report(), lang)


def _check_junit(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import junit

    return junit.stream(found.report(), lang)


def _check_sarif(found: Checked, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.checks import sarif

    return sarif.stream(found.report(), lang)


def _summary_text(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.summary import report, text

    made = report.document(found.source, lang=lang, tool_version=__version__)
    return [text.render(made, _layout(look)).encode()]


def _summary_markdown(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.document import markdown
    from lifelong_learning.reports.summary import report

    return [markdown.render(report.document(found.source, lang=lang, tool_version=__version__))]


def _summary_html(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.document import html
    from lifelong_learning.reports.summary import report

    return [html.render(report.document(found.source, lang=lang, tool_version=__version__))]


def _summary_docx(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.document import docx_
    from lifelong_learning.reports.summary import report

    return [docx_.render(report.document(found.source, lang=lang, tool_version=__version__))]


def _summary_xlsx(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.document import sheet
    from lifelong_learning.reports.summary import report

    return [sheet.render(report.document(found.source, lang=lang, tool_version=__version__, most=None))]


def _summary_json(found: Summary, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.summary import json_

    return [json_.render(found.source, lang=lang, tool_version=__version__)]


def _trace_text(found: Trace, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.terminal import trace

    evaluation = found.evaluation
    written = trace.render(
        evaluation.scorecard,
        found.units,
        lang=lang,
        inputs_of=evaluation.evidence.inputs,
        layout=_layout(look),
    )
    return [written.encode()]


def _trace_json(found: Trace, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import trace_json

    evaluation = found.evaluation
    return [
        trace_json.render(
            evaluation.scorecard,
            found.units,
            lang=lang,
            tool_version=__version__,
            inputs_of=evaluation.evidence.inputs,
        )
    ]


def _list_text(found: TargetList, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import text

    return [text.listing(found.plan, lang, _layout(look)).encode()]


def _list_json(found: TargetList, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import json_

    return [json_.listing(found.plan, lang)]


def _list_markdown(found: TargetList, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import markdown

    return [markdown.listing(found.plan, lang).encode()]


def _page_text(found: TargetPage, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import text
    from lifelong_learning.reports.view.planned import card

    return [text.detail(card(found.plan, found.id, lang), lang, _layout(look)).encode()]


def _page_json(found: TargetPage, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import json_

    return [json_.detail(found.plan, found.id, lang)]


def _page_markdown(found: TargetPage, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import markdown
    from lifelong_learning.reports.view.planned import card

    return [markdown.detail(card(found.plan, found.id, lang), lang).encode()]


def _stale_text(found: Staleness, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import stale

    written = stale.as_text(found.plan, found.items, found.year, found.before, lang, _layout(look))
    return [written.encode()]


def _stale_json(found: Staleness, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports.targets import stale

    return [stale.as_json(found.plan, found.items, found.year, found.before, lang)]


def _explanation_text(found: Explanation, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.reports import explanation

    return [explanation.render(found.entry, lang=lang, layout=_layout(look)).encode()]


def _cases_text(found: CaseReport, lang: Lang, look: Look) -> Iterable[bytes]:
    from lifelong_learning.api.cases.report import as_text

    return [as_text(found, lang).encode()]


def _layout(look: Look) -> Layout:
    from lifelong_learning.reports.terminal.layout import Layout

    return Layout(width=look.width, colour=look.colour)


RENDERERS: Mapping[str, Mapping[str, Renderer]] = {
    "evaluation": {
        "text": _evaluation_text,
        "json": _evaluation_json,
        "csv": _evaluation_csv,
        "markdown": _evaluation_markdown,
        "xlsx": _evaluation_xlsx,
        "html": _evaluation_html,
    },
    "check": {
        "text": _check_text,
        "json": _check_json,
        "csv": _check_csv,
        "github": _check_github,
        "junit": _check_junit,
        "sarif": _check_sarif,
    },
    "summary": {
        "text": _summary_text,
        "markdown": _summary_markdown,
        "html": _summary_html,
        "docx": _summary_docx,
        "xlsx": _summary_xlsx,
        "json": _summary_json,
    },
    "trace": {"text": _trace_text, "json": _trace_json},
    "targets": {"text": _list_text, "json": _list_json, "markdown": _list_markdown},
    "target": {"text": _page_text, "json": _page_json, "markdown": _page_markdown},
    "stale": {"text": _stale_text, "json": _stale_json},
    "explanation": {"text": _explanation_text},
    "cases": {"text": _cases_text},
}
"""By document, then by format, the usual one first. Each loads what it needs when it is asked for."""


def formats_of(document: str) -> tuple[str, ...]:
    """Return the formats of a document, the usual one first."""
    return tuple(RENDERERS[document])

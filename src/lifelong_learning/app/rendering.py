"""An evaluation or a check as a document, in any of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never, cast

from lifelong_learning._version import __version__
from lifelong_learning.app.evaluating import Evaluation
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport
    from lifelong_learning.reports.terminal.layout import Layout

EvaluationFormat = Literal["text", "json", "csv", "markdown", "xlsx", "html"]
EVALUATION_FORMATS: tuple[EvaluationFormat, ...] = ("text", "json", "csv", "markdown", "xlsx", "html")


def render(found: Evaluation | CheckReport, format: str, lang: Lang = "en", *, inputs: bool = False) -> bytes:
    """Return an evaluation or a check report as a document.

    An evaluation: text, json, csv, markdown, xlsx, html; a check: text, json, csv, github, junit, sarif.
    `inputs` lists every cell behind each result (evaluation, json). UsageError for another format.
    """
    if isinstance(found, Evaluation):
        if format not in EVALUATION_FORMATS:
            raise UsageError("format_unknown", format=format, known=", ".join(EVALUATION_FORMATS))
        return b"".join(chunks(found, format, lang, inputs=inputs))
    from lifelong_learning.reports.checks import formats

    if format not in formats.FORMATS:
        raise UsageError("format_unknown", format=format, known=", ".join(formats.FORMATS))
    return formats.render(format, found, lang)


def chunks(
    evaluation: Evaluation,
    name: str,
    lang: Lang,
    *,
    inputs: bool = False,
    layout: Layout | None = None,
) -> Iterable[bytes]:
    """Yield an evaluation in pieces; `layout` concerns the text alone."""
    card, findings, evidence = evaluation.scorecard, evaluation.findings, evaluation.evidence
    match cast("EvaluationFormat", name):
        case "text":
            from lifelong_learning.reports.terminal import evaluation as terminal

            written = terminal.render(
                card, findings, lang=lang, commitments_of=evidence.commitments, layout=layout
            )
            return [written.encode("utf-8")]
        case "json":
            from lifelong_learning.reports import evaluation_json

            return evaluation_json.chunks(
                card,
                findings.counts(),
                lang=lang,
                tool_version=__version__,
                commitments_of=evidence.commitments,
                inputs_of=evidence.inputs if inputs else None,
            )
        case "csv":
            from lifelong_learning.reports import evaluation_csv

            return evaluation_csv.stream(card, lang)
        case "markdown":
            from lifelong_learning.reports import evaluation_markdown

            return [
                evaluation_markdown.render(card, findings, lang=lang, commitments_of=evidence.commitments)
            ]
        case "html":
            from lifelong_learning.reports import evaluation_html

            return [
                evaluation_html.render(
                    card,
                    findings,
                    lang=lang,
                    tool_version=__version__,
                    commitments_of=evidence.commitments,
                )
            ]
        case "xlsx":
            from lifelong_learning.app import facts
            from lifelong_learning.reports import scorecard_xlsx

            return [
                scorecard_xlsx.render(
                    card,
                    evaluation.submission,
                    findings,
                    lang=lang,
                    tool_version=__version__,
                    commitments_of=evidence.commitments,
                    options=facts.options_of(evaluation.request),
                    limits=facts.limits_of(evaluation.request),
                )
            ]
        case other:
            assert_never(other)

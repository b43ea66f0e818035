"""An evaluation in each of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never, cast

from lifelong_learning._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.evaluating import Evaluation
    from lifelong_learning.app.rendering import Look
    from lifelong_learning.model.plan import Lang

Format = Literal["text", "json", "csv", "markdown", "xlsx", "html"]


def chunks(evaluation: Evaluation, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
    """Return an evaluation in pieces."""
    card, findings, evidence = evaluation.scorecard, evaluation.findings, evaluation.evidence
    match cast("Format", name):
        case "text":
            from lifelong_learning.reports.terminal import evaluation as terminal

            written = terminal.render(
                card, findings, lang=lang, commitments_of=evidence.commitments, layout=look.layout()
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
                inputs_of=evidence.inputs if look.inputs else None,
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

"""A scorecard with what it rests on, in each of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, assert_never, cast, get_args

from msgspec import Struct

from lifelong_learning._version import __version__
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.rendering import Look
    from lifelong_learning.app.request import Request
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.scoring import Evidence

Format = Literal["text", "json", "csv", "markdown", "xlsx", "html"]


class Evaluation(Struct, frozen=True, metaclass=Shown):
    """A scorecard with what it rests on."""

    scorecard: Scorecard
    submission: Submission
    findings: Findings
    evidence: Evidence
    request: Request
    formats: ClassVar[tuple[str, ...]] = get_args(Format)

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the evaluation in one of the formats."""
        return _chunks(self, name, lang, look)

    def statuses(self) -> frozenset[str]:
        """Return the statuses that occur among units and groups; that of a waived result does not count."""
        card = self.scorecard
        units = {result.status for unit in card.units for result in unit.results if result.waiver is None}
        return frozenset(status.value for status in units.union(group.status for group in card.groups))

    def notices(self, lang: Lang) -> list[str]:
        """Return where the evaluated year lies beyond what the plan has figures for, a sentence each."""
        if not any(target.outlived(self.scorecard.year) for target in self.plan.targets):
            return []
        from lifelong_learning.reports.view import notices

        return list(notices.outlived(self.scorecard, lang))


def _chunks(evaluation: Evaluation, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
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
                    limits=facts.limits_of(evaluation.request, lang),
                )
            ]
        case other:
            assert_never(other)

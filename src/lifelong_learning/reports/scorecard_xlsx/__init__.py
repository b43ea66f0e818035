"""The scorecard as a workbook to audit: values, attainment, statuses and scores are formulas on the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import CommitmentResult, Scorecard, UnitScore
    from lifelong_learning.model.submission import Submission

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]
    Facts = Sequence[tuple[str, str]]


def render(
    scorecard: Scorecard,
    submission: Submission,
    findings: Findings,
    *,
    lang: Lang,
    tool_version: str,
    commitments_of: CommitmentsOf,
    options: Facts = (),
    limits: Facts = (),
) -> bytes:
    """Return the workbook; the same evaluation gives the same bytes.

    Formulas use only what Excel 2016, LibreOffice and WPS share; their results stand beside them, and a
    spreadsheet computes them anew when it opens the file. `options` and `limits` are named on the sheet
    about the run.
    """
    from lifelong_learning.reports.scorecard_xlsx import charts, data, lists, matrix, targets, working
    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book

    book = Book()
    layout = Layout.of(scorecard, submission, lang, book)
    calculation = working.Working(layout)
    verdicts = targets.Targets(calculation)
    targets.write(book, verdicts)
    charts.write(book, verdicts, calculation)
    matrix.write(book, calculation)
    working.write(book, calculation)
    for kind in scorecard.plan.kinds:
        data.write(book, layout, kind.id)
    data.write_published(book, layout)
    lists.write_commitments(book, layout, commitments_of)
    lists.write_findings(book, layout, findings)
    lists.write_clauses(book, layout)
    lists.write_words(book, layout)
    lists.write_run(book, layout, tool_version, options, limits)
    return book.finish(scorecard.plan.title.of(lang))

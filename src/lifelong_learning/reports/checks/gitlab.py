"""Findings as GitLab reads code quality: one object per finding, with a fingerprint of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Severity
from lifelong_learning.reports.checks.json_ import chunked, json_text, separated
from lifelong_learning.reports.checks.report import begin_of, fingerprints, from_here, rows, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport, FindingRow

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the document in pieces; no more than one piece is held."""
    return chunked(_pieces(report.failing(), lang))


def _pieces(report: CheckReport, lang: Lang) -> Iterator[str]:
    whole = report.files[0].path if report.files else report.plan_id
    yield "["
    issues = (_issue(row, mark, whole) for row, mark in fingerprints(rows(report, lang)))
    yield from separated(("\n" + json_text(issue) for issue in issues), ",")
    yield "\n]\n"


def _issue(row: FindingRow, mark: str, whole: str) -> dict[str, object]:
    """Return an issue; what stands at no file is shown at the first, since each needs a path."""
    path = from_here(row.file or whole)
    return {
        "description": text_of(row),
        "check_name": row.code,
        "fingerprint": hashlib.sha256(mark.encode()).hexdigest(),
        "severity": SEVERITIES[Severity(row.severity)],
        "location": {"path": path, "lines": {"begin": begin_of(row)[0]}},
    }

"""The check document: one finding per cell, one to a line, written as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.checks.pieces import chunked, json_text, separated
from lifelong_learning.reports.checks.report import TOOL, CheckReport, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang

SCHEMA = "llplan/check/1"


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the document in pieces; no more than one piece is held."""
    return chunked(_pieces(report, lang))


def _pieces(report: CheckReport, lang: Lang) -> Iterator[str]:
    head = {
        "schema": SCHEMA,
        "tool": {"name": TOOL, "version": report.version},
        "plan": {
            "id": report.plan_id,
            "sha256": report.plan_sha256,
            "base_year": report.base_year,
            "target_year": report.target_year,
        },
        "lang": lang,
    }
    yield json_text(head)[:-1] + ',"files":['
    yield from separated((json_text(info._asdict()) for info in report.files), ",")
    yield '],"findings":['
    yield from separated(("\n" + json_text(row._asdict()) for row in rows(report, lang)), ",")
    counts = {severity.value: count for severity, count in report.findings.counts().items()}
    yield '\n],"counts":' + json_text(counts) + "}\n"

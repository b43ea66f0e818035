"""Waived results keep their status everywhere and say why they do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.status import Waiver
from lifelong_learning.reports import evaluation_csv
from lifelong_learning.reports.document import render
from lifelong_learning.reports.view import evaluation
from lifelong_learning.scoring import waive
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from types import SimpleNamespace

WAIVER = Waiver(
    "026",
    None,
    "library-visits-growth",
    2024,
    "year",
    "=Flood <b>",
    "Sở VHTTDL",
    "2025-12-31",
    "2024-12-31",
    "w.yaml",
    2,
    3,
)


def test_documents_name_waivers_with_their_reasons(world: SimpleNamespace) -> None:
    """Page, document and table give the reason, who granted it and until when, as text."""
    card = waive(world.scorecard, [WAIVER])
    document = evaluation.document(card, world.findings, lang="en", commitments_of=world.commitments_of)
    page, text = (render(document, name).decode() for name in ("html", "markdown"))
    table = written(evaluation_csv, card, "en").decode()
    assert "=Flood &lt;b&gt;" in page
    assert "Average annual growth of library visits (✗ not met)" in text
    assert "=Flood \\<b\\>" in text
    assert [line for line in table.splitlines() if "Flood" in line and ",not_met," in line]
    assert "'=Flood <b>" in table

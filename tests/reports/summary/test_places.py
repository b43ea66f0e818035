"""Where no districts are left, an appendix has the results of every commune, its units side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifelong_learning.api.summaries import Summary, summarise
from lifelong_learning.model.scores import VERDICTS, Status
from lifelong_learning.reports.document.blocks import Table
from lifelong_learning.reports.summary.report import document

DATA = Path(__file__).resolve().parents[3] / "data"


def made(year: int) -> Summary:
    """Sum up the sample of a year."""
    return summarise(DATA / f"ha-giang-{year}.xlsx", register=DATA / f"register-ha-giang-{year}.csv")


@pytest.fixture(scope="module")
def after() -> Summary:
    """The sample of 2026, when there are communes alone."""
    return made(2026)


def test_every_commune_has_a_line_with_its_units(after: Summary) -> None:
    """Name, score and targets reached of library and cultural house, as they were scored."""
    written = document(after.source, lang="vi", tool_version="0")
    appendix = written.appendices[2]
    assert (appendix.label, appendix.heading) == ("Phụ lục III", "Kết quả theo đơn vị cấp xã")
    (table,) = [block for block in appendix.blocks if isinstance(block, Table)]
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}
    assert len(rows) == 20
    assert rows["08-01"] == ["Phường Hà Giang 1", "96,7", "7/8", "75,3", "1/3"]
    assert rows["08-10"] == ["Xã Lùng Tám", "–", "–", "66,6", "2/3"]
    for unit in after.evaluation.scorecard.units:
        if unit.identity.level == "commune" and unit.score is not None:
            at = 1 if unit.kind == "library" else 3
            judged = [result.status for result in unit.results if result.status in VERDICTS]
            reached = sum(status in (Status.MET, Status.EXCEEDED) for status in judged)
            assert rows[unit.identity.code][at + 1] == f"{reached}/{len(judged)}"
            assert (
                float(rows[unit.identity.code][at].replace(",", "."))
                == unit.score.num * 10 // unit.score.den / 10
            )


def test_while_there_are_districts_they_have_the_appendix() -> None:
    """In 2024 the results of districts stand there."""
    headings = [one.heading for one in document(made(2024).source, lang="en", tool_version="0").appendices]
    assert headings[2] == "Results by district"
    assert "Results by commune" not in headings

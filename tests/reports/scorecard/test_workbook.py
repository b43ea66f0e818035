"""The scorecard as a file: text stays text, links lead to clauses, the same bytes each time."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Protocol
from zipfile import ZipFile

import openpyxl
import pytest

from lifelong_learning.model.findings import Findings
from lifelong_learning.reports import scorecard_xlsx
from lifelong_learning.scoring import Evidence, Scoring, evaluate

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.submission import Submission

    Render = Callable[..., bytes]

    class Maker(Protocol):
        """What makes one submission."""

        def submission(self) -> Submission:
            """Return it."""


SHARED = {
    "ABS", "AND", "COUNT", "COUNTIF", "COUNTIFS", "IF", "INDEX", "INT", "ISBLANK", "ISNUMBER", "MATCH", "MAX",
    "MIN", "OR", "ROUND", "SUM", "SUMIFS", "SUMPRODUCT",
}  # fmt: skip
"""Functions that Excel 2016, LibreOffice and WPS all have."""


@pytest.fixture
def render(plans: dict[str, Plan], maker: Callable[..., Maker]) -> Render:
    """Render one random submission, whose texts are hostile."""

    def rendered(lang: Lang = "en") -> bytes:
        submission = maker(plans["varied"], 11, 2025).submission()
        card = evaluate(plans["varied"], submission, Scoring(2025, by_district=True))
        evidence = Evidence.of(card, submission)
        return scorecard_xlsx.render(
            card, submission, Findings(), lang=lang, tool_version="0", commitments_of=evidence.commitments,
            options=[("--plan", "=1+1")], limits=[("--max-rows", "5")],
        )  # fmt: skip

    return rendered


def test_same_evaluation_gives_the_same_bytes(render: Render) -> None:
    """No clock and no order of a set is in the file."""
    first = render()
    assert first == render()
    assert {info.date_time for info in ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_of_a_submission_is_never_a_formula(render: Render) -> None:
    """Every formula is one of ours: shared functions alone, and no hostile text among them."""
    book = openpyxl.load_workbook(BytesIO(render()))
    formulas, quoted = [], []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formulas.append(cell.value)
                elif isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@"):
                    quoted.append((cell.value, cell.quotePrefix))
    assert {
        name for text in formulas for name in re.findall(r"([A-Z]+)\(", re.sub('"[^"]*"', "", text))
    } <= SHARED
    assert {"=HYPERLINK(1)", "-5", "=1+1", "@\\x07tên", "+library"} <= {text for text, _ in quoted}
    assert {marked for _, marked in quoted} == {True}


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_figure_links_to_its_clause(render: Render, lang: Lang) -> None:
    """Each row of targets and of results, and each target's heads over the units, leads to its clause."""
    book = openpyxl.load_workbook(BytesIO(render(lang)))
    names = book.sheetnames
    clauses = book[names[10]]
    for name in (names[0], names[3]):
        sheet = book[name]
        for row in range(5, sheet.max_row + 1):
            place = sheet.cell(row, 1).hyperlink.location
            assert place.startswith(f"'{clauses.title}'!A")
            clause = clauses[place.split("!")[1]].value
            assert clause
            assert clause in [cell.value for cell in sheet[row]]
    units = book[names[2]]
    heads = [cell.hyperlink for cell in units[4] if cell.hyperlink is not None]
    assert len(heads) == 3 * sum(cell.value is not None for cell in units[3])
    measures = [cell for cell in book["Data Library" if lang == "en" else "SL Thư viện"][3] if cell.value]
    assert len(measures) > 10
    assert {cell.hyperlink is not None for cell in measures} == {True}


def test_taken_out_is_marked_and_blank_is_blank(render: Render) -> None:
    """A figure that an error took out has a word; a blank has nothing; both styled apart."""
    sheet = openpyxl.load_workbook(BytesIO(render()))["Data Library"]
    taken = [cell for row in sheet.iter_rows(min_row=5) for cell in row if cell.value == "✗ taken out"]
    assert taken
    assert {cell.fill.start_color.rgb for cell in taken} == {"FFF9D9D5"}


def test_charts_are_native(render: Render) -> None:
    """The sheet of charts holds two bar charts over its own table."""
    with ZipFile(BytesIO(render())) as package:
        charts = [package.read(n).decode() for n in package.namelist() if n.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert all("<c:barChart>" in text and "Charts" in text for text in charts)


def test_run_sheet_names_options_limits_and_files(render: Render) -> None:
    """What was read, with which options and limits, by which plan and version."""
    rows = list(openpyxl.load_workbook(BytesIO(render()))["Run"].iter_rows(values_only=True))
    assert ("--plan", "=1+1", None, None) in rows
    assert ("--max-rows", "5", None, None) in rows
    assert ("mẫu/=a.xlsx", "0" * 64, 9, 9) in rows
    assert ("Program", "llplan 0", None, None) in rows

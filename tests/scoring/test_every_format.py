"""Every report says of every unit and group what the independent reading of the rules says: in random worlds
whose units closed, opened and were merged, on both sides of July 2025."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest
from oracle import Outcome, Scored, judge_all
from worlds import on_both_sides_of_july_2025, submission_of

from lifelong_learning import Look, render, trace
from lifelong_learning.api.request import Request
from lifelong_learning.api.submissions import Evaluation
from lifelong_learning.api.summaries import Summary
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.summary.records import Source, key_of
from lifelong_learning.reports.view.labels import status as worded
from lifelong_learning.scoring import Evidence, Scoring, evaluate
from lifelong_learning.scoring.standing import standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.model.plan import Lang

WORLDS = int(os.environ.get("LLPLAN_WORLDS", "12"))
"""How many random worlds are written in every format. Before a release: 2000."""


def drawn(seed: int) -> tuple[Evaluation, list[Scored], list[Outcome]]:
    """Return the evaluation of a random world, and what the oracle says of its units and groups."""
    plan, world, asked = on_both_sides_of_july_2025(seed)
    year, period, by_district = asked.year, asked.period, asked.by_district
    submission = submission_of(plan, world, period)
    card = evaluate(plan, submission, asked)
    request = Request((), plan=plan, year=year, period=period, by_district=by_district)
    found = Evaluation(card, submission, Findings(), Evidence.of(card, submission), request)
    return found, *judge_all(plan, world, year, period, by_district=by_district)


def summed_up(found: Evaluation) -> Summary:
    """Return the report of the year of an evaluation."""
    card, year = found.scorecard, found.scorecard.year
    asked = Scoring(year, card.period, by_district=found.request.by_district)
    districts = sorted({group.district for group in card.groups if group.district is not None})
    groups = standings(found.plan, found.submission, asked, districts)
    years = {year: {key_of(group[0]): group for group in groups}}
    source = Source(
        scorecard=card, before=None, years=years, findings=found.findings, submission=found.submission,
        commitments_of=found.evidence.commitments, since=None, date=None, letterhead=None,
    )  # fmt: skip
    return Summary(source, found)


def said_of(status: str, lang: Lang) -> str:
    """Return a status in a word."""
    return worded(Status(status), lang)


def of_units(units: Sequence[Scored]) -> list[tuple[str, str, str]]:
    """Return code, target and status of every result."""
    return [(unit.code, one.target, one.status) for unit in units for one in unit.outcomes]


def of_groups(groups: Sequence[Outcome]) -> list[tuple[str, str | None, str]]:
    """Return target, district and status of every group."""
    return [(one.target, one.district, one.status) for one in groups]


def told(text: str, lang: Lang) -> Counter[str]:
    """Return the statuses that stand behind their symbols, as a table of groups has them."""
    words = {said_of(status, lang): status for status in Status}
    pattern = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return Counter(words[found] for found in re.findall(rf"[▲✓▸▿✗…?–] ({pattern})", text))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_status_is_the_same_everywhere(seed: int) -> None:
    """JSON, CSV and trace result by result; Markdown, HTML, text and the report by their tables of groups
    and their counts of units."""
    found, units, groups = drawn(seed)
    lang: Lang = "vi" if seed % 2 else "en"
    document = json.loads(render(found, "json"))
    told_units = [(u["code"], r["target"], r["status"]) for u in document["units"] for r in u["results"]]
    assert told_units == of_units(units)
    assert [(g["target"], g["district"], g["status"]) for g in document["groups"]] == of_groups(groups)
    rows = list(csv.DictReader(io.StringIO(render(found, "csv", lang).decode("utf-8-sig"))))
    by = {kind: [row for row in rows if row["row"] == kind] for kind in ("unit", "group")}
    assert Counter((r["code"], r["target"], r["status"]) for r in by["unit"]) == Counter(of_units(units))
    listed = [(r["target"], r["district"] or None, r["status"]) for r in by["group"]]
    assert Counter(listed) == Counter(of_groups(groups))
    traced = json.loads(render(trace(found), "json"))
    assert [
        (u["code"], r["target"], r["status"]) for u in traced["units"] for r in u["results"]
    ] == told_units
    if groups:
        traced = json.loads(render(trace(found, groups=True), "json"))
        assert [(g["target"], g["district"], g["status"]) for g in traced["groups"]] == of_groups(groups)
    expected = Counter(one.status for one in groups)
    counted = {status: number for status, number in Counter(s for *_, s in of_units(units)).items() if number}
    page = render(found, "html", lang).decode()
    of_page = "".join(cell for cell in re.findall(r"<td[^>]*>.*?</td>", page) if 'class="missed"' not in cell)
    texts = {
        render(found, "markdown", lang).decode(): None,
        unescape(re.sub(r"<[^>]+>", "", page)): unescape(re.sub(r"<[^>]+>", "", of_page)),
        render(found, "text", lang, Look(width=250)).decode(): None,
    }
    for text, tables in texts.items():
        assert told(tables or text, lang) == expected
        for status, number in counted.items():
            assert f"{said_of(status, lang)} {number}" in " ".join(text.split())
    assert of_cells(docx(summed_up(found), lang), lang) == expected


def of_cells(cells: Iterable[str], lang: Lang) -> Counter[str]:
    """Return the statuses that are the text of a cell, or stand before a remark in brackets."""
    words = {said_of(status, lang): status for status in Status}
    said = (re.sub(r" \(.*\)$", "", cell) for cell in cells)
    return Counter(words[text] for text in said if text in words)


def docx(summary: Summary, lang: Lang) -> list[str]:
    """Return the texts of the cells of a report in Word."""
    with zipfile.ZipFile(io.BytesIO(render(summary, "docx", lang))) as archive:
        xml = archive.read("word/document.xml").decode()
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)
    cells = (cell for table in tables for cell in table.split("</w:tc>"))
    return [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells]

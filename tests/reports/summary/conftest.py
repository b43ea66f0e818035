"""The bundled submissions summed up, in process, once a session."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from lifelong_learning.api.documents import PLAIN
from lifelong_learning.api.formats import RENDERERS
from lifelong_learning.api.request import Request
from lifelong_learning.api.summaries import sum_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.summary.records import Source

DATA = Path(__file__).parents[3] / "data"
REGISTER = str(DATA / "register-ha-giang-2024.csv")
LETTERHEAD = str(DATA / "letterhead.yaml")


def written(source: Source, name: str, lang: Lang) -> bytes:
    """Return a summary in one format."""
    return b"".join(RENDERERS["summary"][name](SimpleNamespace(source=source), lang, PLAIN))


@pytest.fixture(scope="session")
def write() -> Callable[[Source, str, Lang], bytes]:
    """Return a function that gives a document's bytes, written once a session."""
    known: dict[tuple[int, str, str], bytes] = {}

    def once(source: Source, name: str, lang: Lang) -> bytes:
        key = (id(source), name, lang)
        if key not in known:
            known[key] = written(source, name, lang)
        return known[key]

    return once


@pytest.fixture(scope="session")
def part_a() -> Source:
    """Part A of the plan, 2015 to 2020."""
    paths = (str(DATA / "ha-giang-2015-2020.xlsx"),)
    return sum_up(Request(paths, plan="ha-giang-2020")).source


@pytest.fixture(scope="session")
def sample() -> Source:
    """The sample of 2024 with its register, letterhead, date and trend."""
    request = Request((str(DATA / "ha-giang-2024.xlsx"),), register=REGISTER)
    return sum_up(request, since=2020, letterhead=LETTERHEAD, date="2025-01-08").source


@pytest.fixture(scope="session")
def sample_json(sample: Source) -> dict[str, Any]:
    """The sample's JSON, in Vietnamese."""
    loaded: dict[str, Any] = json.loads(written(sample, "json", "vi"))
    return loaded


@pytest.fixture(scope="session")
def half(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The sample without any row of 2024 of six of the eleven districts."""
    from openpyxl import load_workbook

    gone = ("026", "027", "028", "029", "030", "031")
    book = load_workbook(DATA / "ha-giang-2024.xlsx")
    for sheet in book.worksheets:
        head = next((row for row in sheet.iter_rows() if row[0].value == "Mã đơn vị"), None)
        if head is None:
            continue
        year = next(cell.column for cell in head if cell.value == "Năm")
        for number in range(sheet.max_row, head[0].row, -1):
            code = str(sheet.cell(number, 1).value)
            if sheet.cell(number, year).value == 2024 and code[:3] in gone:
                sheet.delete_rows(number)
    path = tmp_path_factory.mktemp("half") / "half.xlsx"
    book.save(path)
    return sum_up(Request((str(path),), register=REGISTER, year=2024)).source

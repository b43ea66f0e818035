"""Numbers in messages have the decimal sign and the sign for thousands of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from lifelong_learning import catalogue
from lifelong_learning.api.request import Request, limits_of
from lifelong_learning.plan import load_plan
from lifelong_learning.reports.document.blocks import ChartPoint, LineChart
from lifelong_learning.reports.document.html.pieces import lines
from lifelong_learning.submission import read_submission
from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from lifelong_learning.model.plan import Lang

CAUSE = (
    "Ô chứa số 97,907 (không phải là số nguyên); có thể định nhập 97907 nhưng dấu phân cách hàng nghìn bị "
    "bảng tính hiểu là dấu thập phân."
)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", [CAUSE, "“0,5” không hợp lệ: chỉ nhận “có” hoặc “không”.", "-2,5 không phải là số nguyên."]),
        ("en", [None, "“0.5” is neither yes nor no.", "-2.5 is not a whole number."]),
    ],
)
def test_numbers_of_cells(tmp_path: Path, lang: Lang, said: list[str | None]) -> None:
    """The number of a cell is told as the language writes it, and the whole number that it may stand for."""
    book = Workbook()
    book.active.title = "Libraries"
    names = ["library_visits", "free_internet_access", "active_users"]
    book.active.append(["unit_code", "unit_name", "level", "district", "year", *names])
    book.active.append(["024", "A", "district", "Đồng Văn", 2024, 97.907, 0.5, -2.5])
    path = str(tmp_path / "a.xlsx")
    book.save(path)
    found = read_submission([path], load_plan("ha-giang-2030")).findings
    messages = [catalogue.message(one, lang) for one in found]
    assert [found for found, wanted in zip(messages, said, strict=True) if wanted] == [s for s in said if s]


def test_limits_of_a_run() -> None:
    """The limits that a scorecard names are grouped as the language groups."""
    request = Request(("a.xlsx",), limits=Limits(rows=1_048_576))
    assert dict(limits_of(request, "vi"))["--max-rows"] == "1.048.576"
    assert dict(limits_of(request, "en"))["--max-rows"] == "1,048,576"


def test_the_axis_of_a_chart() -> None:
    """An axis is labelled as the figures beside it are written."""
    points = tuple(ChartPoint(2020 + number, size, "") for number, size in enumerate((0.002, 0.009)))
    drawn = str(lines(LineChart("", points, (), percent=True, whole=False), "vi"))
    assert ">0,25%<" in drawn.replace("\u00a0", " ")
    many = (ChartPoint(2020, 1_000_000.0, ""), ChartPoint(2021, 3_000_000.0, ""))
    assert ">3.000.000<" in str(lines(LineChart("", many, (), percent=False, whole=False), "vi"))

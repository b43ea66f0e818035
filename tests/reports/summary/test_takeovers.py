"""A report on a year after mergers: who took whom over, and what cannot be set against the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from lifelong_learning.api.summaries import Summary, summarise
from lifelong_learning.reports.document.blocks import BarChart, Paragraph, Table
from lifelong_learning.reports.summary.gathering import gather
from lifelong_learning.reports.summary.report import document

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

HEAD = ["unit_code", "unit_name", "level", "district", "year", "library_visits", "active_users",
        "population_to_be_served"]  # fmt: skip
ROWS = [
    *(["01", "Thư viện Thị trấn A", "commune", "Đồng Văn", year, 900, 90, 1000] for year in (2020, 2024)),
    *(["02", "Thư viện Xã B", "commune", "Đồng Văn", year, 600, 60, 800] for year in (2020, 2024)),
    ["03", "Thư viện Xã C", "commune", "Đồng Văn", 2020, 500, 50, 700],
    ["04", "Thư viện Xã D", "commune", "Đồng Văn", 2024, 90, 100, 1000],
    *(["04", "Thư viện Xã D", "commune", None, year, year - 1900, 110, 1000] for year in (2025, 2026)),
    ["01", "Thư viện Xã A", "commune", None, 2025, 1000, 95, 1000],
    ["02", "Thư viện Xã B", "commune", None, 2025, 650, 66, 800],
    ["01", "Thư viện Xã A", "commune", None, 2026, 1100, 200, 1800],
    ["05", "Thư viện Xã E", "commune", None, 2026, None, None, None],
]  # fmt: skip
REGISTER = """kind,unit_code,unit_name,level,valid_from,valid_to,successor
library,01,Thư viện Xã A,commune,,,
library,02,Thư viện Xã B,commune,,2025,01
library,03,,commune,,2022,02
library,04,Thư viện Xã D,commune,2024,,
library,05,Thư viện Xã E,commune,2026,,
"""
SENTENCES: dict[Lang, str] = {
    "en": "Reports have come from 2 of 3 units due to report, complete from none. No report has come from 1: "
    "Thư viện Xã E. Reports are incomplete from 2: Thư viện Xã A, Thư viện Xã D. Units that took others over "
    "in mergers: 1 (Appendix III); their growth and their straight lines start from the sums before the "
    "mergers.",
    "vi": "Đến nay đã có 2/3 đơn vị phải báo cáo gửi số liệu, trong đó chưa có đơn vị nào báo cáo đầy đủ. "
    "Còn 1 đơn vị chưa gửi số liệu: Thư viện Xã E. Có 2 đơn vị báo cáo chưa đầy đủ: Thư viện Xã A, Thư viện "
    "Xã D. Có 1 đơn vị tiếp nhận từ đơn vị khác sau sáp nhập (Phụ lục III); mức tăng trưởng và lộ trình của "
    "các đơn vị này tính từ tổng số liệu trước sáp nhập.",
}
TABLES: dict[Lang, list[list[str]]] = {
    "en": [
        ["Thư viện Xã A (01)", "Thư viện Xã B (02)", "2025"],
        ["Thư viện Xã A (01)", "(no name) (03)", "2022"],
    ],
    "vi": [
        ["Thư viện Xã A (01)", "Thư viện Xã B (02)", "2025"],
        ["Thư viện Xã A (01)", "(không có tên) (03)", "2022"],
    ],
}


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """The report on 2026 of a small province."""
    folder = tmp_path_factory.mktemp("merged")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Libraries"
    for row in [HEAD, *ROWS]:
        sheet.append(row)
    book.save(folder / "all.xlsx")
    (folder / "units.csv").write_text(REGISTER, "utf-8")
    return summarise(folder / "all.xlsx", register=folder / "units.csv")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_who_took_whom_over_is_said(merged: Summary, lang: Lang) -> None:
    """In a sentence of the signed part, and unit by unit in an appendix, through a chain of mergers."""
    written = document(merged.source, lang=lang, tool_version="0")
    said = [block.text for block in written.sections[0].blocks if isinstance(block, Paragraph)]
    assert said[0] == SENTENCES[lang]
    (units,) = [one for one in written.appendices if one.label in ("Appendix III", "Phụ lục III")]
    tables = [block for block in units.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in tables[-1].rows] == TABLES[lang]


def test_a_blank_row_of_a_form_is_no_report(merged: Summary) -> None:
    """A row that was not filled in counts as none: it neither reported nor reported in part."""
    reports = gather(merged.source).reports
    assert [unit.identity.code for unit in reports.missing] == ["05"]
    assert tuple(reports.total) == (3, 2, 0)


def test_a_unit_is_not_set_against_itself_without_those_it_took_over(merged: Summary) -> None:
    """The score of the year before, which was that of the smaller unit, tells no rise and no fall."""
    records = gather(merged.source)
    changes = {record.unit.identity.code: (record.before, record.change) for record in records.scored}
    assert changes["01"][0] is not None
    assert changes["01"][1] is None
    assert changes["04"][1] is not None


def test_no_bar_says_less_than_nil(merged: Summary) -> None:
    """An attainment below nil is a dash beside its bar, as everywhere."""
    appendices = document(merged.source, lang="en", tool_version="0").appendices
    charts = [block for one in appendices for block in one.blocks if isinstance(block, BarChart)]
    texts = {bar.label: bar.text for chart in charts for bar in chart.bars}
    assert texts["Average annual growth of library visits"] == "–"

"""The workbook of the figures that Part A of Plan 275/KH-UBND published for 2015–2020."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import yaml

from sample.columns import IDENTITY, REPORTED, identity
from sample.layout import Column, Titles, data_sheet, guide_sheet
from sample.xlsx import Properties, Value, write

SOURCE = Path(__file__).with_name("published-2015-2020.yaml")


class Year(TypedDict, total=False):
    """Visits of one year."""

    year: int
    visits: int
    assigned: int
    note: str


class Libraries(TypedDict):
    """The province's public libraries, taken as one unit."""

    code: str
    name: str
    level: str
    years: list[Year]


class Figure(TypedDict, total=False):
    """One figure that was published as a percentage."""

    target: str
    clause: str
    level: str
    area: str
    percent: int | float
    note: str


class Published(TypedDict):
    """The readable source as a whole."""

    title: str
    source: str
    libraries: Libraries
    reported: list[Figure]
    guide: list[list[str]]


def build(path: Path) -> None:
    """Write the workbook of published figures."""
    published: Published = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    title, source = published["title"], published["source"]
    libraries = Titles(
        "THƯ VIỆN: SỐ LƯỢT NGƯỜI SỬ DỤNG THƯ VIỆN CÔNG CỘNG TOÀN TỈNH", title, f"{source}, chú thích 1"
    )
    reported = Titles("SỐ LIỆU ĐÃ CÔNG BỐ DƯỚI DẠNG TỶ LỆ %", title, source)
    sheets = [
        guide_sheet("KẾT QUẢ 2015–2020", title, [(key, text) for key, text in published["guide"]]),
        data_sheet(
            "Thư viện", libraries, _library_columns(), _library_rows(published["libraries"]), index_row=False
        ),
        data_sheet(
            "Số liệu đã công bố", reported, REPORTED, _reported_rows(published["reported"]), index_row=False
        ),
    ]
    write(
        path, sheets, Properties(title, source, f"{title}. {source}", "real data; số liệu thật; 275/KH-UBND")
    )


def _library_columns() -> list[Column]:
    return [
        *(column for column in identity(with_area=False) if column.id != "note"),
        Column("library_visits", "Số lượt người sử dụng thư viện", "count", 18),
        Column("library_visits_assigned", "Chỉ tiêu lượt người sử dụng thư viện được giao", "count", 20),
        IDENTITY["note"],
    ]


def _library_rows(libraries: Libraries) -> list[dict[str, Value]]:
    return [
        {
            "unit_code": libraries["code"],
            "unit_name": libraries["name"],
            "level": libraries["level"],
            "year": year["year"],
            "period": "Cả năm",
            "library_visits": year["visits"],
            "library_visits_assigned": year["assigned"],
            "note": year.get("note"),
        }
        for year in libraries["years"]
    ]


def _reported_rows(figures: list[Figure]) -> list[dict[str, Value]]:
    return [
        {
            "target": figure["target"],
            "level": figure.get("level"),
            "area": figure.get("area"),
            "year": 2020,
            "period": "Cả năm",
            "percent": figure["percent"],
            "note": f"{figure['clause']}: {figure['note']}",
        }
        for figure in figures
    ]

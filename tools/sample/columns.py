"""The columns of the workbooks: ids, Vietnamese headers, looks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypedDict

import yaml

from sample.layout import Column

PLAN = Path(__file__).resolve().parents[2] / "targets" / "ha-giang-2030"

LEVELS = {"province": "Tỉnh", "district": "Huyện", "commune": "Xã"}
AREAS = {"urban": "Thành thị", "rural": "Nông thôn, miền núi"}
PERIODS = {"year": "Cả năm", "h1": "6 tháng đầu năm"}
YES, NO = "Có", "Không"

IDENTITY = {
    column.id: column
    for column in (
        Column("unit_code", "Mã đơn vị", "code", 12, True),
        Column("unit_name", "Tên đơn vị", "text", 44, True),
        Column("level", "Cấp", "choice", 9, True, tuple(LEVELS.values())),
        Column("district", "Huyện, thành phố", "text", 22, True),
        Column("area", "Khu vực", "choice", 20, True),
        Column("year", "Năm", "year", 8, True),
        Column("period", "Kỳ báo cáo", "choice", 16, True, tuple(PERIODS.values())),
        Column("note", "Giải trình", "note", 60, True),
    )
}
REPORTED = [
    Column("target", "Mã chỉ tiêu", "code", 32, True),
    Column("level", "Cấp", "choice", 9, True, tuple(LEVELS.values())),
    Column("area", "Khu vực", "choice", 20, True),
    Column("district", "Huyện, thành phố", "text", 20, True),
    Column("year", "Năm", "year", 8, True),
    Column("period", "Kỳ báo cáo", "choice", 16, True, tuple(PERIODS.values())),
    Column("percent", "Giá trị (%)", "points", 14),
    Column("note", "Giải trình", "note", 80, True),
]


def identity(*, with_area: bool) -> list[Column]:
    """Return the columns that say whose row it is, the note last."""
    return [column for column in IDENTITY.values() if with_area or column.id != "area"]


class Label(TypedDict):
    """A text in both languages."""

    en: str
    vi: str


class MeasureText(TypedDict):
    """What is needed of a measure in the plan."""

    id: str
    kinds: list[str]
    label: Label
    type: str


class CommitmentText(TypedDict, total=False):
    """What is needed of a commitment in the plan; without `column` it has none of its own."""

    id: str
    kinds: list[str]
    levels: list[str]
    column: Label


def sheet_columns(kind: str) -> list[Column]:
    """Return every column of a kind's sheet with the plan's own Vietnamese headers, the note last."""
    who = identity(with_area=kind == "cultural_house")
    measures = [_measure(m) for m in _measures() if kind in m["kinds"]]
    promises = [
        Column(column_of(c), c["column"]["vi"], "choice", 15, choices=(YES, NO)) for c in commitments(kind)
    ]
    return [*who[:-1], *measures, *promises, who[-1]]


@cache
def commitments(kind: str) -> list[CommitmentText]:
    """Return the commitments of a kind that have a column of their own, in the plan's order."""
    found: list[CommitmentText] = []
    for part in ("libraries", "museums", "cultural-houses"):
        loaded = yaml.safe_load((PLAN / f"{part}.yaml").read_text(encoding="utf-8"))
        found += [c for c in loaded["commitments"] if kind in c["kinds"] and "column" in c]
    return found


def column_of(commitment: CommitmentText) -> str:
    """Return the id of a commitment's column."""
    return commitment["id"].replace("-", "_")


def _measures() -> list[MeasureText]:
    loaded = yaml.safe_load((PLAN / "measures.yaml").read_text(encoding="utf-8"))
    measures: list[MeasureText] = loaded["measures"]
    return measures


def _measure(measure: MeasureText) -> Column:
    if measure["type"] == "yes_no":
        return Column(measure["id"], measure["label"]["vi"], "choice", 15, choices=(YES, NO))
    return Column(measure["id"], measure["label"]["vi"], "count", 15)

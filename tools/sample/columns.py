"""The columns of the workbooks: ids, Vietnamese headers, looks."""

from __future__ import annotations

from sample.layout import Column

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

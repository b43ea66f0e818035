"""The workbook and the register of the synthetic sample."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import yaml

from sample.columns import AREAS, LEVELS, sheet_columns
from sample.layout import Titles, data_sheet, guide_sheet
from sample.made_up import Row, rows, table
from sample.xlsx import Properties, Sheet, Value, write

HERE = Path(__file__).parent
STATUS = "SỐ LIỆU MÔ PHỎNG – không phải số liệu thật / SYNTHETIC DATA – not real figures"
SOURCE = (
    "Dữ liệu mẫu do tools/build_data.py tạo ra để minh họa; mã và tên huyện là thật, mọi con số đều giả định."
)
SHEETS = {"library": "Thư viện", "museum": "Bảo tàng", "cultural_house": "Nhà văn hóa, câu lạc bộ"}
GUIDE = [(key, text) for key, text in yaml.safe_load((HERE / "guide-2024.yaml").read_text(encoding="utf-8"))]
PROPERTIES = Properties(
    "SỐ LIỆU MÔ PHỎNG: học tập suốt đời, tỉnh Hà Giang 2020–2024 / SYNTHETIC DATA",
    STATUS,
    f"{STATUS}. {SOURCE}",
    "synthetic data; mô phỏng; llplan",
)
DISTRICT_NOTE = (
    "Mã, tên huyện là thật; đơn vị và số liệu mô phỏng. Cấp huyện kết thúc ngày 30/6/2025, "
    "còn báo cáo 6 tháng đầu năm 2025 nên ghi đến năm 2025."
)
PROVINCE_NOTE = (
    "Tỉnh sáp nhập vào Tuyên Quang từ ngày 01/7/2025, còn báo cáo 6 tháng đầu năm 2025. Số liệu mô phỏng."
)
COMMUNE_NOTE = "Mô phỏng / synthetic"
# A register names units that never reported too: this one is expected from 2024 on.
EXPECTED_ONLY = {
    "kind": "library", "code": "029-03", "name": "Thư viện Xã mẫu 3 (Quản Bạ)", "level": "commune",
    "district": "Quản Bạ", "area": "rural", "first_year": "2024", "last_year": "",
}  # fmt: skip


def sheets() -> list[Sheet]:
    """Return the sheets of the sample, the guide first."""
    made: dict[str, list[Row]] = rows()
    found = [guide_sheet("BÁO CÁO MẪU NĂM 2024", STATUS, GUIDE)]
    for kind, name in SHEETS.items():
        cells: list[dict[str, Value]] = [row.cells for row in made[kind]]
        titles = Titles(f"{name.upper()}: SỐ LIỆU MẪU 2020–2024", STATUS, SOURCE)
        found.append(data_sheet(name, titles, sheet_columns(kind), cells, index_row=True))
    return found


def build(path: Path) -> None:
    """Write the sound sample."""
    write(path, sheets(), PROPERTIES)


def build_register(path: Path) -> None:
    """Write the register of the sample's units."""
    museum = {"code": "02", "name": "Bảo tàng tỉnh Hà Giang", "level": "province", "district": ""}
    units = [
        *({"kind": "library", **unit} for unit in table("libraries.csv")),
        EXPECTED_ONLY,
        {"kind": "museum", **museum},
        *({"kind": "cultural_house", **unit} for unit in table("cultural-houses.csv")),
    ]
    register_file(path, [_register_line(unit) for unit in units])


def register_file(path: Path, made: list[list[str]]) -> None:
    """Write a register as spreadsheet programs write CSV in Vietnamese."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(
        [
            "kind",
            "unit_code",
            "unit_name",
            "level",
            "district",
            "area",
            "valid_from",
            "valid_to",
            "successor",
            "note",
        ]
    )
    writer.writerows(made)
    path.write_bytes(b"\xef\xbb\xbf" + lines.getvalue().encode())


def _register_line(unit: dict[str, str]) -> list[str]:
    level = unit["level"]
    last = unit.get("last_year") or ("" if level == "commune" else "2025")
    notes = {"province": PROVINCE_NOTE, "district": DISTRICT_NOTE, "commune": COMMUNE_NOTE}
    area = AREAS[unit["area"]] if unit.get("area") else ""
    # The one commune unit that ended did so by joining its neighbour.
    successor = "030-02" if unit.get("last_year") else ""
    return [
        unit["kind"], unit["code"], unit["name"], LEVELS[level], unit["district"], area,
        unit.get("first_year", ""), last, successor, notes[level],
    ]  # fmt: skip

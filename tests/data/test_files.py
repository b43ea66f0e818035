"""The data files themselves: made from their sources to the byte, marked for what they are, and small."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
REAL = DATA / "ha-giang-2015-2020.xlsx"
SAMPLE = DATA / "ha-giang-2024.xlsx"
MISTAKES = DATA / "ha-giang-2024-mistakes.xlsx"
REGISTER = DATA / "register-ha-giang-2024.csv"
BEFORE = DATA / "ha-giang-2020-2024.xlsx"
AFTER = DATA / "ha-giang-2026.xlsx"
MERGERS = DATA / "register-ha-giang-2026.csv"
FILES = (REAL, SAMPLE, MISTAKES, REGISTER, BEFORE, AFTER, MERGERS)
SHEETS = {"library": "Thư viện", "museum": "Bảo tàng", "cultural_house": "Nhà văn hóa, câu lạc bộ"}
SYNTHETIC = "SỐ LIỆU MÔ PHỎNG – không phải số liệu thật / SYNTHETIC DATA – not real figures"
DISTRICTS = {
    "024": "Thành phố Hà Giang",
    "026": "Đồng Văn",
    "027": "Mèo Vạc",
    "028": "Yên Minh",
    "029": "Quản Bạ",
    "030": "Vị Xuyên",
    "031": "Bắc Mê",
    "032": "Hoàng Su Phì",
    "033": "Xín Mần",
    "034": "Bắc Quang",
    "035": "Quang Bình",
}


def build(folder: Path, seed: str) -> dict[str, bytes]:
    """Run the script into a folder and return what it wrote."""
    command = [sys.executable, str(ROOT / "tools" / "build_data.py"), str(folder)]
    subprocess.run(command, check=True, cwd=folder.parent, env={**os.environ, "PYTHONHASHSEED": seed})
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_script_gives_the_committed_files_to_the_byte(tmp_path: Path, seed: str) -> None:
    """Building the data anew changes no byte, whatever the order of hashes and the current folder."""
    built = build(tmp_path / "data", seed)
    assert sorted(built) == sorted(path.name for path in FILES)
    differing = [name for name, content in built.items() if content != (DATA / name).read_bytes()]
    assert differing == [], "run: python tools/build_data.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_are_small(path: Path) -> None:
    """Every data file is below 300 kB, uncompressed as it is."""
    assert path.stat().st_size < 300_000


def cells(path: Path, sheet: str) -> list[list[object]]:
    """Return the rows of a sheet, blank cells as None."""
    book = openpyxl.load_workbook(path)
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_the_real_workbook_holds_the_table_of_part_a() -> None:
    """The visits and assigned visits are those of note 1, and 2020 explains itself by COVID-19."""
    header, *rows = cells(REAL, "Thư viện")[4:]
    assert header == [
        "Mã đơn vị",
        "Tên đơn vị",
        "Cấp",
        "Huyện, thành phố",
        "Năm",
        "Kỳ báo cáo",
        "Số lượt người sử dụng thư viện",
        "Chỉ tiêu lượt người sử dụng thư viện được giao",
        "Giải trình",
    ]
    assert {(row[0], row[2], row[3], row[5]) for row in rows} == {("HG", "Tỉnh", None, "Cả năm")}
    assert [(row[4], row[6], row[7]) for row in rows] == [
        (2015, 231075, 199500),
        (2016, 293152, 198000),
        (2017, 273064, 198000),
        (2018, 268254, 194000),
        (2019, 244572, 200000),
        (2020, 215029, 185000),
    ]
    assert [row[8] for row in rows[:5]] == [None] * 5
    assert "COVID-19" in str(rows[5][8])


def test_the_real_workbook_holds_the_published_percentages() -> None:
    """The reported sheet has Part A's seven percentages, each dated 2020 and with its clause."""
    header, *rows = cells(REAL, "Số liệu đã công bố")[4:]
    assert header == [
        "Mã chỉ tiêu",
        "Cấp",
        "Khu vực",
        "Huyện, thành phố",
        "Năm",
        "Kỳ báo cáo",
        "Giá trị (%)",
        "Giải trình",
    ]
    assert {(row[3], row[4], row[5]) for row in rows} == {(None, 2020, "Cả năm")}
    assert [(row[0], row[1], row[2], row[6], str(row[7]).split(":")[0]) for row in rows] == [
        ("museum-visits-growth", None, None, -13, "A.I.1"),
        ("heritage-education", None, None, 100, "A.I.1¶1"),
        ("heritage-day", None, None, 85.7, "A.I.1¶2"),
        ("library-free-internet", "Tỉnh", None, 100, "A.I.2¶1"),
        ("library-free-internet", "Huyện", None, 100, "A.I.2¶1"),
        ("library-free-internet", "Xã", None, 100, "A.I.2¶1"),
        ("cultural-house-participation", None, "Nông thôn, miền núi", 50, "A.I.3"),
    ]
    assert "trên 50%" in str(rows[6][7])


def test_the_real_workbook_says_that_it_is_real_and_where_it_comes_from() -> None:
    """Guide sheet, document properties and title rows name the plan and call the figures real."""
    book = openpyxl.load_workbook(REAL)
    guide = "\n".join(str(cell) for row in cells(REAL, "Hướng dẫn") for cell in row)
    for text in (guide, book.properties.description):
        assert "SỐ LIỆU THẬT" in text
        assert "REAL DATA" in text
        assert "275/KH-UBND" in text
    for sheet in ("Thư viện", "Số liệu đã công bố"):
        assert "REAL DATA" in str(book[sheet]["A2"].value)
        assert "275/KH-UBND" in str(book[sheet]["A3"].value)


@pytest.mark.parametrize("path", [SAMPLE, MISTAKES, BEFORE, AFTER], ids=lambda path: path.name)
def test_the_synthetic_workbooks_say_so_everywhere(path: Path) -> None:
    """Guide sheet, document properties and the rows above every header call the figures made up."""
    book = openpyxl.load_workbook(path)
    assert SYNTHETIC in book.properties.description
    assert book["Hướng dẫn"]["A2"].value.startswith(SYNTHETIC)
    for sheet in ("Thư viện", "Bảo tàng", "Nhà văn hóa, câu lạc bộ"):
        assert book[sheet]["A2"].value == SYNTHETIC


def test_codes_are_text_and_counts_are_numbers() -> None:
    """No code of the sample is a number, no measure of it is text but yes and no."""
    for sheet in ("Thư viện", "Bảo tàng", "Nhà văn hóa, câu lạc bộ"):
        header, _, *rows = cells(SAMPLE, sheet)[4:]
        first = header.index("Kỳ báo cáo") + 1
        assert {type(row[0]) for row in rows} == {str}
        measured = {value for row in rows for value in row[first:-1] if not isinstance(value, int)}
        assert measured == {"Có", "Không", None}, sheet


def test_every_district_has_its_units_under_the_real_code() -> None:
    """The eleven districts have a library and a cultural house each, and communes of both kinds."""
    for sheet in ("Thư viện", "Nhà văn hóa, câu lạc bộ"):
        _, _, *rows = cells(SAMPLE, sheet)[4:]
        assert {row[0]: row[3] for row in rows if row[2] == "Huyện"} == DISTRICTS
        assert {row[3] for row in rows if row[2] == "Xã"} == set(DISTRICTS.values())


def register(path: Path = REGISTER) -> list[dict[str, str]]:
    """Return a register's lines."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_register_opens_in_spreadsheet_programs() -> None:
    """The register starts with the mark by which spreadsheets know UTF-8, and ends lines as they do."""
    content = REGISTER.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfkind,unit_code,unit_name,level,district,area,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(register()) + 1


def test_the_register_knows_every_unit_of_the_sample_as_the_sample_does() -> None:
    """Each unit stands in the register once, with the sample's name, level, district and area."""
    sheets = {"library": "Thư viện", "museum": "Bảo tàng", "cultural_house": "Nhà văn hóa, câu lạc bộ"}
    known = {(u["kind"], u["unit_code"]): u for u in register()}
    assert len(known) == len(register())
    seen = set()
    for kind, sheet in sheets.items():
        _, _, *rows = cells(SAMPLE, sheet)[4:]
        for row in rows:
            unit = known[kind, str(row[0])]
            area = row[4] if kind == "cultural_house" else unit["area"]
            said = [unit["unit_name"], unit["level"], unit["district"] or None, unit["area"]]
            assert said == [row[1], row[2], row[3], area]
            seen.add((kind, str(row[0])))
    assert sorted(set(known) - seen) == [("library", "029-03")]


def test_the_register_dates_the_units() -> None:
    """Province and districts end with 2025; one commune library ended in 2022 and has a successor."""
    ends = {(u["level"], u["valid_to"]) for u in register()}
    assert ends == {("Tỉnh", "2025"), ("Huyện", "2025"), ("Xã", ""), ("Xã", "2022")}
    dated = [
        (u["unit_code"], u["valid_from"], u["valid_to"], u["successor"])
        for u in register()
        if u["valid_from"] or u["successor"]
    ]
    assert dated == [
        ("030-03", "", "2022", "030-02"),
        ("032-03", "2024", "", ""),
        ("035-02", "2023", "", ""),
        ("029-03", "2024", "", ""),
        ("035-02", "2023", "", ""),
    ]
    assert all("ô phỏng" in u["note"] for u in register())


def test_the_old_form_has_districts_and_the_new_one_has_none() -> None:
    """To 2024 every unit below the province names its district; after that there is no such column."""
    for sheet in SHEETS.values():
        header, _, *rows = cells(BEFORE, sheet)[4:]
        assert header[2:4] == ["Cấp", "Huyện, thành phố"]
        year = header.index("Năm")
        assert {(row[2] == "Tỉnh", row[3] is None) for row in rows} <= {(True, True), (False, False)}
        assert {row[year] for row in rows} == set(range(2020, 2025))
        header, _, *rows = cells(AFTER, sheet)[4:]
        assert "Huyện, thành phố" not in header
        assert {row[2] for row in rows} <= {"Tỉnh", "Phường", "Xã"}
        assert {row[header.index("Năm")] for row in rows} == {2025, 2026}


def test_the_register_after_june_2025_knows_every_unit_and_who_took_it_over() -> None:
    """Units of the old form end and have a successor, those of the new one go on."""
    lines = register(MERGERS)
    known = {(line["kind"], line["unit_code"]): line for line in lines}
    assert len(known) == len(lines)
    closed = {key for key, line in known.items() if line["valid_to"]}
    for kind, sheet in SHEETS.items():
        before, after = (
            {(kind, str(row[0])): row[1] for row in cells(path, sheet)[6:]} for path in (BEFORE, AFTER)
        )
        assert set(before) == {key for key in closed if key[0] == kind}
        assert set(after) <= {key for key in known.keys() - closed if key[0] == kind}
        assert {key: known[key]["unit_name"] for key in (*before, *after)} == before | after
    assert {(line["kind"], line["successor"]) for line in lines if line["successor"]} <= known.keys()
    assert {known[key]["valid_to"] for key in closed if not known[key]["successor"]} == set()
    open_ones = [line for key, line in known.items() if key not in closed]
    assert [line["level"] for line in open_ones].count("Tỉnh") == 3
    assert len(open_ones) == 43
    assert {line["district"] for line in open_ones} == {""}
    chained = [known[key] for key in closed if known[key]["valid_to"] != "2024"]
    assert [(line["unit_code"], line["valid_to"], line["successor"]) for line in chained] == [
        ("030-05", "2022", "030-04")
    ]
    assert all("ô phỏng" in line["note"] for line in lines)

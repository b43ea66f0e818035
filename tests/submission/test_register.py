"""The register of expected units, in the forms in which people keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.catalogue import finding, message
from lifelong_learning.errors import UsageError
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.submission import RegisterEntry
from lifelong_learning.submission import load_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.model.plan import Plan

HEAD = ["unit_code", "kind", "unit_name", "level", "district", "valid_from", "valid_to", "successor"]
ROW = ["024", "library", "Thư viện A", "Huyện", "Đồng Văn", "2016", "", "030"]
ENTRY = RegisterEntry("library", "024", "Thư viện A", "district", "Đồng Văn", None, 2016, 2024, "030")
"""What ROW says: districts end on 2025-06-30, so that 2024 is the last whole year that expects one."""
VIETNAMESE = [
    "Mã đơn vị", "Loại đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố",
    "Có từ năm", "Có đến năm", "Đơn vị kế thừa",
]  # fmt: skip
LONE = finding("RG504", value="030", unit="024")
"""The register of these tests does not have the successor."""
NO_030 = "Danh mục không có đơn vị 030 cùng loại, được ghi là đơn vị tiếp nhận đơn vị {}."


def quoted(row: list[str], separator: str) -> str:
    """Return a line of CSV."""
    return separator.join(f'"{cell}"' for cell in row)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("head", [HEAD, VIETNAMESE], ids=["ids", "labels"])
def test_csv(tmp_path: Path, plan: Plan, separator: str, encoding: str, head: list[str]) -> None:
    """A CSV register is read with any of the three separators, with or without a byte order mark."""
    path = tmp_path / "units.csv"
    path.write_text("\r\n".join([quoted(head, separator), quoted(ROW, separator), ""]), encoding)
    register, findings = load_register(str(path), plan)
    assert dict(register.entries) == {("library", "024"): ENTRY}
    assert [(f.code, message(f, "en")) for f in findings] == [(LONE.code, message(LONE, "en"))]


def test_a_district_is_expected_in_the_last_half_year_of_districts(tmp_path: Path, plan: Plan) -> None:
    """The first half of 2025 ends with the districts and still expects them; the whole year does not.

    A last year that the register itself gives counts where it is earlier.
    """
    path = tmp_path / "units.csv"
    rows = [HEAD, ROW, ["026", *ROW[1:6], "2020", ""], ["027", *ROW[1:6], "2030", ""]]
    path.write_text("\n".join(quoted(row, ",") for row in rows), "utf-8")
    found = {
        period: [entry.valid_to for entry in load_register(str(path), plan, period)[0].entries.values()]
        for period in ("year", "h1")
    }
    assert found == {"year": [2024, 2020, 2024], "h1": [2025, 2020, 2025]}


def test_workbook(make: Callable[[str, object], str], plan: Plan) -> None:
    """A register may be a sheet of a workbook, with a title above; years are numbers there."""
    row = [*ROW[:5], 2016, "", "030"]
    path = make("units.xlsx", {"Giới thiệu": [["x"]], "Danh mục": [["DANH MỤC ĐƠN VỊ"], HEAD, row]})
    register, findings = load_register(path, plan)
    assert dict(register.entries) == {("library", "024"): ENTRY}
    assert [(f.code, message(f, "en")) for f in findings] == [(LONE.code, message(LONE, "en"))]


def test_wrong_rows_are_named(tmp_path: Path, plan: Plan) -> None:
    """A row that cannot be read is named and left out; the others count."""
    path = tmp_path / "units.csv"
    rows = [HEAD, ROW, ["", *ROW[1:]], ["026", "thư viện", *ROW[2:]], ["027", "rạp hát", *ROW[2:]]]
    path.write_text("\n".join(quoted(row, ",") for row in rows), "utf-8")
    register, findings = load_register(str(path), plan)
    assert list(register.entries) == [("library", "024"), ("library", "026")]
    assert [(f.code, f.sheet, f.cell, f.unit, message(f, "vi")) for f in findings] == [
        ("RG504", None, "H2", "024", NO_030.format("024")),
        ("CE201", None, "A3", None, "Ô “unit_code” để trống; đây là thông tin bắt buộc."),
        ("RG504", None, "H4", "026", NO_030.format("026")),
        ("CE209", None, "B5", "027", "“rạp hát” không phải là giá trị của “kind”."),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a,b\n1,2\n", "It has no header row with unit_code and kind."),
        (b"unit_name,unit_code,level\n", "It has no column kind."),
        (b"\xff\xfea\x00", "It is not in UTF-8."),
        (b"", "It has no header row with unit_code and kind."),
    ],
)
def test_unusable_file_stops_the_run(tmp_path: Path, plan: Plan, content: bytes, why: str) -> None:
    """A file that is no register is refused with the reason."""
    path = tmp_path / "units.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError) as refused:
        load_register(str(path), plan)
    assert (refused.value.key, refused.value.arguments["path"]) == ("register_unreadable", str(path))
    said = refused.value.arguments["why"]
    assert isinstance(said, Bilingual)
    assert said.en == why


def test_missing_file_stops_the_run(plan: Plan) -> None:
    """A register that does not exist is refused."""
    with pytest.raises(UsageError) as refused:
        load_register("nowhere.csv", plan)
    assert refused.value.key == "path_missing"

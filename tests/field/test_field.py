"""Workbooks as people make them: what is done to the sheet, what is read, and what the clerk is told."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.field.conftest import (
    FIGURES,
    HEADER,
    IDENTITY,
    POPULATION,
    ROWS,
    STUDENTS,
    USERS,
    VISITS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.field.conftest import Outcome

    Check = Callable[..., Outcome]

MEASURES = HEADER[5:]
SIGNED = [
    [],
    ["", "", "", "", "Hà Giang, ngày 15 tháng 12 năm 2024"],
    ["", "NGƯỜI LẬP BIỂU", "", "", "THỦ TRƯỞNG ĐƠN VỊ"],
    ["", "(Ký, họ tên)", "", "", "(Ký, họ tên, đóng dấu)"],
    ["", "Nguyễn Thị Lan", "", "", "Trần Văn Hùng"],
    ["", "Điện thoại", "", "", "", 219386612],
]
BESIDE = "Các dòng bên cạnh hoặc dưới bảng không phải của đơn vị nào được bỏ qua: {}."
TOTALS = "Dòng tổng và dòng đầu mục không phải đơn vị nên không được tính: dòng {}."
FILLED = "Các dòng kéo sẵn, không có mã, tên đơn vị và số liệu khác 0, được bỏ qua: {}."


def read_as(column: str, heading: str, cell: str) -> tuple[str, str, str]:
    """The note on a heading that was read by the label in it."""
    return ("SH110", cell, f"Tiêu đề “{heading}” được nhận là cột “{column}”.")


def test_a_header_of_two_rows(check: Check) -> None:
    """Identity columns merged down, one title over the measures: every figure is read."""
    rows = [[*IDENTITY, "Kết quả phục vụ"], [""] * 5 + MEASURES, *ROWS]
    found = check(rows, "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:I1")
    assert (found.figures, found.findings) == (FIGURES, [])


def test_a_header_of_two_rows_without_merged_cells(check: Check) -> None:
    """The same, typed without merging a cell."""
    found = check([[*IDENTITY, "Kết quả phục vụ"], [""] * 5 + MEASURES, *ROWS])
    assert (found.figures, found.findings) == (FIGURES, [])


def test_a_header_of_three_rows(check: Check) -> None:
    """Titles over titles; no row alone has three names of identity columns and measures together."""
    rows = [
        ["Đơn vị", "", "", "", "Năm", "Kết quả phục vụ năm báo cáo"],
        ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "", "Lượt", "", "Người"],
        [""] * 5 + MEASURES,
        *ROWS,
    ]
    merges = ("A1:D1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E1:E3", "F1:I1", "F2:G2", "H2:I2")
    found = check(rows, *merges)
    assert (found.figures, found.findings) == (FIGURES, [])


def test_a_heading_over_its_whole_and_a_part(check: Check) -> None:
    """A label over “Tổng số” and the name of the part names the whole."""
    rows = [
        [*IDENTITY, VISITS, "", USERS, POPULATION],
        [""] * 5 + ["Tổng số", "Số lượt học sinh, sinh viên sử dụng thư viện"],
        *ROWS,
    ]
    merges = [f"{letter}1:{letter}2" for letter in "ABCDEHI"]
    found = check(rows, *merges, "F1:G1")
    assert (found.figures, found.findings) == (FIGURES, [])


@pytest.mark.parametrize(
    "around",
    [
        "{}\n(lượt)", "{} (*)", "{} (1)", "{} năm 2024", "(5) {}", "Tổng {}", "{}, lượt", "5. {}",
        "{} (ĐVT: lượt)", "{}*", "{} [2]", "{} 2024", "{} (năm 2024)", "Tổng số {} trong năm", "{}:",
        "{} (3)=(1)+(2)", "Trong đó: {}",
    ],
)  # fmt: skip
def test_a_heading_with_something_around_its_label(check: Check, around: str) -> None:
    """A unit of measure, a mark, a number, the year or a word for the whole leaves the column what it is."""
    heading = around.format(VISITS)
    found = check([[*IDENTITY, heading, *MEASURES[1:]], *ROWS])
    shown = " ".join(heading.split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    assert (found.figures, found.findings) == (FIGURES, [read_as(VISITS, shown, "F1")])


@pytest.mark.parametrize(
    "heading",
    [
        f"{VISITS} (nghìn lượt)", f"{VISITS} (1.000 lượt)", f"{VISITS} năm 2023", f"{VISITS} (trẻ em)",
        f"Tỷ lệ {VISITS}", f"% {VISITS}", f"{VISITS} 6 tháng đầu năm", f"{VISITS} so với năm trước",
    ],
)  # fmt: skip
def test_a_heading_that_says_something_else(check: Check, heading: str) -> None:
    """Thousands, another year, a part, a share or a comparison is another column, and named with its
    figures."""
    found = check([[*IDENTITY, heading, *MEASURES[1:]], *ROWS])
    assert "library_visits" not in found.figures["024"]
    ((code, cell, message),) = found.findings
    assert (code, cell) == ("SH105", "F1")
    assert message.startswith("Cột “")
    assert "5 số liệu trong cột không được tính" in message
    assert f"còn thiếu các cột số liệu: “{VISITS}”" in message


@pytest.mark.parametrize("merged", [(), ("F1:G1",)])
def test_figures_under_no_heading(check: Check, merged: tuple[str, ...]) -> None:
    """A heading that was emptied, or merged over the next column, is named with what the sheet lacks."""
    header = [*IDENTITY, VISITS, "", USERS, POPULATION]
    found = check([header, *ROWS], *merged)
    ((code, cell, message),) = found.findings
    assert (code, cell) == ("SH111", "G1")
    assert message.startswith("Cột này không có tiêu đề: 5 số liệu trong cột không được tính. ")
    assert f"“{STUDENTS}”" in message
    assert found.figures["026"] == {k: v for k, v in FIGURES["026"].items() if k != "library_visits_students"}


def test_struck_out_and_raised_runs(check: Check) -> None:
    """What is struck out or raised is not read, and said."""
    rows = [list(row) for row in ROWS]
    rows[0][5] = {"runs": ["26157", ["1", "raised"]]}
    rows[1][5] = {"runs": [["11200", "struck"], "11250"]}
    rows[2][0] = {"runs": ["027", ["2", "raised"]]}
    found = check([HEADER, *rows])
    expected = {**FIGURES, "026": {**FIGURES["026"], "library_visits": 11250}}
    assert found.figures == expected
    assert [(code, cell) for code, cell, _ in found.findings] == [
        ("CE215", "F2"), ("CE215", "F3"), ("CE215", "A4"),
    ]  # fmt: skip


def test_a_second_table_with_other_columns(check: Check) -> None:
    """From a header that stands again the columns are as it says."""
    commune = ROWS[3]
    again = [*IDENTITY, POPULATION, VISITS, STUDENTS, USERS]
    second = [*commune[:5], commune[8], commune[5], commune[6], commune[7]]
    rows = [HEADER, *ROWS[:3], ROWS[4], [], [], ["Biểu 2: thư viện cấp xã"], again, second]
    found = check(rows)
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, TOTALS.format(8))])


def heads(*, sums: bool) -> list[list[Any]]:
    """The rows under heads of districts, with their sums or without."""
    parts = [(ROWS[0],), (ROWS[1],), (ROWS[2], ROWS[3]), (ROWS[4],)]
    names = ["Thành phố Hà Giang", "Huyện Đồng Văn", "Huyện Mèo Vạc", "Huyện Yên Minh"]
    rows: list[list[Any]] = []
    for number, name, part in zip(["I", "II", "III", "IV"], names, parts, strict=True):
        figures = [sum(row[col] for row in part) for col in range(5, 9)] if sums else []
        rows += [[number, name, "", "", "", *figures], *part]
    return rows


@pytest.mark.parametrize("sums", [True, False])
def test_heads_of_districts_and_a_total(check: Check, sums: bool) -> None:
    """Heads of a part and a total are no units, whether they state sums or not: one note."""
    total = ["", "Tổng cộng", "", "", "", 58957, 29600, 34700, 327600]
    found = check([HEADER, *heads(sums=sums), total])
    assert (found.figures, found.findings) == (
        FIGURES, [("RW307", None, TOTALS.format("2, 4, 6, 9, 11"))],
    )  # fmt: skip


def test_a_wrong_sum_of_a_part(check: Check) -> None:
    """A head that states another sum is named at its cell, and no clerk is told to give it a year."""
    rows = heads(sums=True)
    rows[4][5] += 1
    found = check([HEADER, *rows])
    assert found.figures == FIGURES
    assert found.findings == [
        ("RW307", None, TOTALS.format("2, 4, 6, 9")),
        ("RW303", "F6", "Số tổng 11251 không bằng tổng số liệu của các đơn vị là 11250."),
    ]


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("Tổng cộng", -1), ("TOÀN TỈNH", 0), ("Cộng:", -1), ("Tổng cộng (5 đơn vị)", -1), ("Tổng số", 0),
        ("Cộng trang 1", -1), ("Tổng cộng toàn tỉnh", 0), ("Total", -1),
    ],
)  # fmt: skip
def test_a_total_wherever_it_stands(check: Check, name: str, at: int) -> None:
    """A total above or below the units, of any name, states the sum of all."""
    total = ["", name, "", "", "", 58957, 29600, 34700, 327600]
    rows = [total, *ROWS] if at == 0 else [*ROWS, total]
    found = check([HEADER, *rows])
    assert (found.figures, found.findings) == (
        FIGURES, [("RW307", None, TOTALS.format(2 if at == 0 else 7))],
    )  # fmt: skip


def test_signatures_under_the_table(check: Check) -> None:
    """Place and date, names, and a telephone number among the measures are passed over."""
    found = check([HEADER, *ROWS, *SIGNED])
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, BESIDE.format("8–12"))])


def test_the_header_again_on_every_page(check: Check) -> None:
    """The same header again is no row of the table."""
    found = check([HEADER, *ROWS[:2], HEADER, *ROWS[2:4], HEADER, ROWS[4]])
    assert (found.figures, found.findings) == (FIGURES, [])


@pytest.mark.parametrize(
    "below",
    [
        [["A", "B", "(1)", "(2)", "(3)=(1)+(2)"]], [[-number for number in range(1, 10)]],
        [[*"ABCDE", 1, 2, 3, 4]], [["", "", "", "", "", "lượt", "lượt", "người", "người"]],
        [[1, 2, 3, 4, 5, 6, 7, "8=6-7", 9], ["", "", "", "", "", "(lượt)", "(lượt)", "(người)", "(người)"]],
        [["(A)", "(B)", "(C)", "(D)", "(E)", "(1)", "(2)", "(3)", "(4=1+2)"]],
    ],
)  # fmt: skip
def test_rows_between_header_and_units(check: Check, below: list[list[Any]]) -> None:
    """An index row and a row of units of measure are passed over, in every form."""
    found = check([HEADER, *below, *ROWS])
    assert (found.figures, found.findings) == (FIGURES, [])


def test_rows_filled_down(check: Check) -> None:
    """Rows with nothing but the year, or the year and zeros, are one note."""
    filled = [["", "", "", "", 2024]] * 10 + [["", "", "", "", 2024, 0, 0, 0, 0]] * 10
    found = check([HEADER, *ROWS, *filled])
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, FILLED.format("7–26"))])


def test_a_register_without_zeros(check: Check) -> None:
    """Codes that a spreadsheet saved as numbers in a CSV file are matched by their digits."""
    listed = [[str(row[0]).lstrip("0"), "Thư viện", *row[1:4]] for row in ROWS]
    head = ["Mã đơn vị", "Loại hình", "Tên đơn vị", "Cấp", "Huyện, thành phố"]
    with Path("register.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *listed])
    found = check([HEADER, *ROWS], register="register.csv")
    assert found.figures == FIGURES
    assert found.findings == [
        (
            "RG505", None,
            "Mã trong danh mục bị mất số 0 ở đầu và được đối chiếu theo chữ số (5 mã; mã đầu tiên: 24 thay "
            "cho 024).",
        ),
    ]  # fmt: skip
    register = found.reading.submission.register
    assert register is not None
    assert [code for _, code in register.entries] == [row[0] for row in ROWS]


def test_two_communes_under_one_code(check: Check) -> None:
    """One commune's visits are never put over another's people: both rows are taken out and named."""
    rows = [
        *ROWS[:3],
        ROWS[3][:6],
        ["027-02", "Thư viện xã Giàng Chu Phìn", "Xã", "Mèo Vạc", 2024, "", "", "", 4300],
    ]
    found = check([HEADER, *rows, ROWS[4]])
    assert found.figures["027-02"] == {"library_visits": -2, "population_to_be_served": -2}
    assert found.findings == [
        (
            "RW308", "A6",
            "Mã 027-02 được dùng cho hai đơn vị “Thư viện xã Giàng Chu Phìn” và “Thư viện xã Cán Chu Phìn” "
            "(A5); cả hai dòng bị loại.",
        ),
    ]  # fmt: skip


def test_a_sheet_with_one_bad_heading(check: Check) -> None:
    """A sheet whose columns are those of libraries is that sheet with a fault, whatever its name."""
    museum = [
        ["Mã đơn vị", "Tên đơn vị", "Cấp", "Năm", "Số lượt khách nội địa tham quan"],
        ["01", "Bảo tàng tỉnh", "Tỉnh", 2024, 5000],
    ]
    found = check([], sheets={"Bảo tàng": museum, "Thư viện huyện": [["Mã", *HEADER[1:]], *ROWS]})
    assert found.findings == [
        ("SH107", None, "Trang tính được đọc như trang “Thư viện” theo các cột của nó."),
        ("SH103", None, "Thiếu cột bắt buộc “Mã đơn vị”."),
        ("SH105", "A1", "Cột “Mã” không có trong biểu mẫu nên không được tính."),
    ]


@pytest.mark.parametrize("name", ["Nguồn số liệu", "Sources", "Kết quả kiểm tra", "Findings 2"])
def test_sheets_of_the_program_itself(check: Check, name: str) -> None:
    """Sheets that the program wrote are passed over in silence."""
    found = check([], sheets={"Thư viện": [HEADER, *ROWS], name: [["Tệp", "Dòng"], ["x.xlsx", 3]]})
    assert (found.figures, found.findings) == (FIGURES, [])


def test_a_form_sent_back_empty(check: Check) -> None:
    """A form without a figure is a warning that names its columns."""
    found = check([HEADER, *(row[:5] for row in ROWS)])
    listed = ", ".join(f"“{name}”" for name in MEASURES)
    message = f"Không có dòng nào của trang tính có số liệu kỳ 2024 (Cả năm); để trống: {listed}."
    assert (found.figures, found.findings) == ({}, [("SH112", None, message)])


def test_a_column_left_blank(check: Check) -> None:
    """A column of the form that is blank throughout is one note."""
    found = check([HEADER, *([*row[:6], "", *row[7:]] for row in ROWS)])
    message = f"Kỳ 2024 (Cả năm), các cột sau để trống ở mọi dòng: “{STUDENTS}”."
    assert found.findings == [("SH112", None, message)]


def test_abbreviated_names_of_districts(check: Check) -> None:
    """“H. Mèo Vạc” is Mèo Vạc, “TP Hà Giang” Thành phố Hà Giang, “T.T. Yên Minh” Yên Minh."""
    rows = [list(row) for row in ROWS]
    rows[0][3], rows[2][3], rows[4][3] = "TP Hà Giang", "H. Mèo Vạc", "T.T. Yên Minh"
    more = [["028-02", "Thư viện TT Yên Minh", "Xã", "Yên Minh", 2024, 10, 5, 5, 100]]
    found = check([HEADER, *rows, *more])
    assert found.findings == []
    panel = found.reading.submission.panels["library"]
    rows_of = zip(panel.codes, panel.at[2024, "year"], strict=True)
    assert {code: panel.district[row] for code, row in rows_of} == {
        "024": "TP Hà Giang", "026": "Đồng Văn", "027": "Mèo Vạc", "027-02": "Mèo Vạc", "028": "Yên Minh",
        "028-02": "Yên Minh",
    }  # fmt: skip


def test_a_register_as_an_office_keeps_it(check: Check) -> None:
    """Vietnamese headings, dates for years and columns of its own are read without a word."""
    head = [*HEADER[:4], "Loại hình", "Có từ năm", "Đến năm", "Đơn vị tiếp nhận", "Ghi chú", "Số phòng"]
    rows = [[*row[:4], "Thư viện", "01/07/1995", "", "", "đã rà soát", 4] for row in ROWS]
    rows.append(
        ["019", "Thư viện huyện cũ", "Huyện", "Đồng Văn", "Thư viện", 1990, "2019-12-31", "026", "", ""]
    )
    with Path("register.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    found = check([HEADER, *ROWS], register="register.csv")
    assert (found.figures, found.findings) == (FIGURES, [])
    register = found.reading.submission.register
    assert register is not None
    old = register.entries["library", "019"]
    assert (old.valid_from, old.valid_to, old.successor) == (1990, 2019, "026")
    assert register.entries["library", "024"].valid_from == 1995


def test_the_hints_of_a_form_are_no_figures(check: Check) -> None:
    """Columns in which the program's own form reckons are passed over, also where they hold figures."""
    band = ["Thông tin đơn vị", "", "", "", "", "Số liệu", "", "", "", "Gợi ý: Tỷ lệ người dân"]
    rows = [
        band,
        ["", "", "", "", "", "", "", "", "", "Kết quả"],
        [*HEADER, ""],
        *([*row, 0.2] for row in ROWS),
    ]
    found = check(rows, "A1:E2", "F1:I2", "J2:J3")
    assert (found.figures, found.findings) == (FIGURES, [])

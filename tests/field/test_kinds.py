"""More sheets of the kinds that clerks make: headings that are split, totals and heads by other names, codes
and years as they are typed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from lifelong_learning.submission import ReadOptions, read_submission
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.grid import MarkedText
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.workbook import Workbook, open_workbook
from tests.field.conftest import FIGURES, HEADER, IDENTITY, ROWS, VISITS, said
from tests.field.test_field import FILLED, MEASURES, TOTALS, read_as
from tests.submission.conftest import write_workbook

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from tests.field.conftest import Outcome
    from tests.field.test_field import Check

WITHOUT_VISITS = {
    code: {m: f for m, f in of.items() if m != "library_visits"} for code, of in FIGURES.items()
}
WITHDRAWN = "Cột “{}” không có trong biểu mẫu: 5 số liệu trong cột không được tính."
SPLIT = [*IDENTITY, VISITS, "", *MEASURES[1:]]


def changed(row: int, col: int, cell: object) -> list[list[Any]]:
    """The rows with one cell changed."""
    rows = [list(one) for one in ROWS]
    rows[row][col] = cell
    return rows


def beside(amount: int) -> list[list[Any]]:
    """The rows with another figure before the visits."""
    return [[*row[:5], row[5] - amount, *row[5:]] for row in ROWS]


@pytest.mark.parametrize(
    "heading",
    [
        f"Cột 5: {VISITS}", f"Năm 2024: {VISITS}", f"2024 - {VISITS}", f"“{VISITS}”", f"{VISITS} (tiếp theo)",
        f"{VISITS} thực hiện năm 2024", f"{VISITS} (số liệu năm 2024)", f"{VISITS} đến 31/12/2024",
        f"{VISITS} ¹⁾", f"Số liệu {VISITS}", f"{VISITS} (bắt buộc nhập)", f"{VISITS} / Library visits",
        f"Library visits\n({VISITS})",
    ],
)  # fmt: skip
def test_more_headings_with_something_around_their_label(check: Check, heading: str) -> None:
    """Numbers of columns, years in front, quotation marks, and the label in both languages."""
    found = check([[*IDENTITY, heading, *MEASURES[1:]], *ROWS])
    shown = " ".join(heading.split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    assert (found.figures, found.findings) == (FIGURES, [read_as(VISITS, shown, "F1")])


@pytest.mark.parametrize("merged", [(), ("F1:G1",)])
def test_a_heading_split_into_plan_and_result(check: Check, merged: tuple[str, ...]) -> None:
    """What was planned is not taken for what was done, whether the heading is merged over both or not."""
    found = check([SPLIT, [""] * 5 + ["Kế hoạch", "Thực hiện"], *beside(100)], *merged)
    assert found.figures == FIGURES
    assert [(code, cell) for code, cell, _ in found.findings] == [("SH105", "F2"), ("SH110", "G2")]
    assert found.findings[0][2].startswith(WITHDRAWN.format(f"{VISITS} Kế hoạch"))


def test_a_heading_split_into_whole_and_part(check: Check) -> None:
    """The whole stands under “Tổng số”; the part is named with its figures."""
    found = check([SPLIT, [""] * 5 + ["Tổng số", "Trong đó: nữ"], *([*r[:6], 7, *r[6:]] for r in ROWS)])
    assert found.figures == FIGURES
    ((code, cell, message),) = found.findings
    assert (code, cell) == ("SH105", "G2")
    assert message.startswith(WITHDRAWN.format(f"{VISITS} Trong đó: nữ"))


def test_years_side_by_side_under_one_heading(check: Check) -> None:
    """Two years of one measure are two columns that no row can tell apart: both are named."""
    merges = ["F1:G1", *(f"{letter}1:{letter}2" for letter in "ABCDEHIJ")]
    found = check([SPLIT, [""] * 5 + [2023, 2024], *beside(100)], *merges)
    assert found.figures == WITHOUT_VISITS
    assert [(code, cell) for code, cell, _ in found.findings] == [("SH105", "F2"), ("SH105", "G2")]
    for (_, _, message), year in zip(found.findings, (2023, 2024), strict=True):
        assert message.startswith(WITHDRAWN.format(f"{VISITS} {year}"))


@pytest.mark.parametrize("unit", ["nghìn lượt", "(1.000 lượt)", "%"])
def test_a_row_of_units_that_says_thousands(check: Check, unit: str) -> None:
    """Thousands under a heading are no visits: the column is named with its figures."""
    found = check([HEADER, ["", "", "", "", "", unit, "lượt", "người", "người"], *ROWS])
    assert found.figures == WITHOUT_VISITS
    ((code, cell, message),) = found.findings
    assert (code, cell) == ("SH105", "F1")
    assert message.startswith(WITHDRAWN.format(f"{VISITS} ({unit.strip('()')})"))


@pytest.mark.parametrize(
    "title",
    ["ĐVT: nghìn lượt", "(Đơn vị tính: nghìn lượt, người)", "Đơn vị: 1.000 người", "Unit: thousands"],
)
def test_a_title_that_says_thousands(check: Check, title: str) -> None:
    """A title that says thousands says it of every count below: each is named with its figures."""
    found = check([[""] * 7 + [title], HEADER, *ROWS])
    assert found.figures == {}
    whole, *columns = found.findings
    assert whole[0] == "SH112"
    assert [(code, cell) for code, cell, _ in columns] == [("SH105", f"{col}2") for col in "FGHI"]
    assert columns[0][2].startswith(WITHDRAWN.format(f"{VISITS} ({title.strip('()')})"))


@pytest.mark.parametrize(
    "title",
    ["ĐVT: lượt, người", "Đơn vị tính: người, %", "Đơn vị báo cáo: Sở Văn hóa", "Đơn vị: lượt và người"],
)
def test_a_title_that_says_the_unit(check: Check, title: str) -> None:
    """A title that names the unit as the form has it changes nothing."""
    found = check([[""] * 7 + [title], HEADER, *ROWS])
    assert (found.figures, found.findings) == (FIGURES, [])


@pytest.mark.parametrize(
    "name",
    [
        ["Cộng huyện Mèo Vạc", "", "", "", ""], ["", "Cộng huyện Mèo Vạc", "Huyện", "Mèo Vạc", 2024],
        ["Cộng Mèo Vạc", "", "Huyện", "Mèo Vạc", 2024], ["", "Cộng Mèo Vạc", "Huyện", "Mèo Vạc", 2024],
        ["Tổng cộng huyện Mèo Vạc", "", "Huyện", "", 2024], ["", "Tổng (Mèo Vạc)", "", "", 2024],
    ],
)  # fmt: skip
def test_a_total_of_a_district_with_its_level_and_year(check: Check, name: list[Any]) -> None:
    """A total of a district is no unit, whatever is filled in beside it."""
    total = [*name, *(ROWS[2][col] + ROWS[3][col] for col in range(5, 9))]
    found = check([HEADER, *ROWS[:4], total, ROWS[4]])
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, TOTALS.format(6))])


def test_a_commune_that_is_called_cong_hoa(check: Check) -> None:
    """A commune whose name begins like that of a total is asked for its code, not taken for a sum."""
    commune = ["", "Cộng Hòa", "Xã", "Yên Minh", 2024, 5, 4, 3, 20]
    found = check([HEADER, *ROWS, commune])
    blank = "Ô “Mã đơn vị” để trống; đây là thông tin bắt buộc."
    assert (found.figures, found.findings) == (FIGURES, [("CE201", "A7", blank)])


@pytest.mark.parametrize(
    "signs", [("I.1", "I.2"), ("a)", "b)"), ("1.1", "1.2"), ("*", "*"), ("-", "-"), ("(I)", "(II)")]
)
@pytest.mark.parametrize("sums", [True, False])
def test_heads_by_other_numbers(check: Check, signs: tuple[str, str], *, sums: bool) -> None:
    """A head may be numbered in any way, with its sums or without."""
    rows: list[list[Any]] = []
    for sign, name, part in zip(signs, ("Vùng thấp", "Vùng cao"), (ROWS[:2], ROWS[2:]), strict=True):
        figures = [sum(row[col] for row in part) for col in range(5, 9)] if sums else []
        rows += [[sign, name, "", "", "", *figures], *part]
    found = check([HEADER, *rows])
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, TOTALS.format("2, 5"))])


def test_rows_filled_down_with_level_and_district(check: Check) -> None:
    """Rows in which a level or a district was dragged down as well, or dashes stand, are one note."""
    filled = [
        ["", "", "Xã", "Mèo Vạc", 2024, "", "", "", ""],
        ["", "", "", "Mèo Vạc", 2024, 0, 0, 0, 0],
        ["-", "", "", "", 2024, "-", "-", "-", "-"],
    ]
    found = check([HEADER, *ROWS, *filled])
    assert (found.figures, found.findings) == (FIGURES, [("RW307", None, FILLED.format("7–9"))])


def test_a_figure_merged_over_two_units(check: Check) -> None:
    """One figure in a cell over the rows of two units is nobody's own."""
    found = check([HEADER, *changed(3, 5, "")], "F4:F5")
    assert {code: of["library_visits"] for code, of in found.figures.items()} == {
        "024": 26157, "026": 11200, "027": -2, "027-02": -2, "028": 10350,
    }  # fmt: skip
    message = (
        "Ô có số 9800 được gộp qua các dòng của 2 đơn vị nên không xác định được số liệu của từng đơn vị."
    )
    assert found.findings == [("CE202", "F4", message)]


@pytest.mark.parametrize(
    ("cell", "code", "message"),
    [
        ("Năm 2024", "CE202", "“Năm 2024” không phải là năm."),
        ("2024 (6 tháng)", "CE202", "“2024 (6 tháng)” không phải là năm."),
        ({"date": "2024-12-31"}, "CE210", "Ô chứa ngày 31/12/2024, trong khi cần nhập năm."),
    ],
)  # fmt: skip
def test_a_year_that_is_none(check: Check, cell: object, code: str, message: str) -> None:
    """A year with words around it or a date is named as such."""
    found = check([HEADER, *changed(0, 4, cell)])
    assert found.findings == [(code, "E2", message)]
    assert set(found.figures) == set(FIGURES) - {"024"}


@pytest.mark.parametrize("code", ["027–02", "027−02", "'027-02", "０２７-02", " 027-02\u00a0", "027-02\n"])
def test_a_code_as_it_is_typed(check: Check, code: str) -> None:
    """Another dash, a sign for text, wide digits and white space leave the code what it is."""
    found = check([HEADER, *changed(3, 0, code)])
    assert (found.figures, found.findings) == (FIGURES, [])


def test_levels_with_their_word(check: Check) -> None:
    """“Cấp huyện” is Huyện."""
    rows = [[*row[:2], f"Cấp {row[2].lower()}", *row[3:]] for row in ROWS]
    assert check([HEADER, *rows]).findings == []


def test_required_cells_struck_out_whole(check: Check) -> None:
    """What is struck out whole is named as such, and as blank where it is required."""
    rows = changed(1, 2, {"runs": [["Huyện", "struck"]]})
    rows[2][0] = {"runs": [["027", "struck"]]}
    rows[3][4] = {"runs": [["2024", "struck"]]}
    rows[4][5] = {"runs": [["10350", "struck"]]}
    found = check([HEADER, *rows])
    assert sorted((cell or "", code) for code, cell, _ in found.findings) == [
        ("A4", "CE201"), ("A4", "CE215"), ("C3", "CE201"), ("C3", "CE215"), ("E5", "CE201"), ("E5", "CE215"),
        ("F6", "CE215"),
    ]  # fmt: skip


def test_published_figures_struck_out_or_with_a_mark(check: Check) -> None:
    """A published figure with a raised mark is read without it; one struck out whole is blank."""
    published = [
        ["Mã chỉ tiêu", "Cấp", "Năm", "Giá trị (%)"],
        ["library-population-reached", "Huyện", 2024, {"runs": ["12,5", ["1", "raised"]]}],
        ["library-population-reached", "Xã", 2024, {"runs": [["9,1", "struck"]]}],
        ["library-population-reached", "Xã", {"runs": [["2024", "struck"]]}, 5],
    ]
    found = check([], sheets={"Thư viện": [HEADER, *ROWS], "Số liệu đã công bố": published})
    assert sorted((cell or "", code) for code, cell, _ in found.findings) == [
        ("C4", "CE201"), ("C4", "CE215"), ("D2", "CE215"), ("D3", "CE201"), ("D3", "CE215"),
    ]  # fmt: skip
    assert [float(one.value) for one in found.reading.submission.reported] == [0.125]


@pytest.mark.parametrize("plainly", [True, False])
def test_cells_that_their_format_strikes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan, *, plainly: bool
) -> None:
    """A cell struck out by its format is left out like one whose text is: a figure, a code, a whole row."""
    if not plainly:
        monkeypatch.setattr(Workbook, "plain_grid", _not_plainly)
    write_workbook(tmp_path / "a.xlsx", {"Thư viện": [HEADER, *ROWS]})
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book["Thư viện"]
    for cell in (sheet["F2"], sheet["A4"], *sheet[5]):
        cell.font = Font(strike=True)
    sheet["G2"].font = Font(strike=False)
    book.save(tmp_path / "a.xlsx")
    found = said(read_submission([str(tmp_path / "a.xlsx")], plan, ReadOptions()))
    first = {measure: figure for measure, figure in FIGURES["024"].items() if measure != "library_visits"}
    assert found.figures == {"024": first, "026": FIGURES["026"], "028": FIGURES["028"]}
    struck = {"A4", "F2", *(f"{letter}5" for letter in "ABCDEFGHI")}
    assert {(cell, code) for code, cell, _ in found.findings} == {
        ("A4", "CE201"),
        *((c, "CE215") for c in struck),
    }


def test_both_ways_of_reading_leave_out_the_same_struck_cells(tmp_path: Path) -> None:
    """A struck-out error stays an error, however the sheet is read."""
    write_workbook(tmp_path / "a.xlsx", {"Thư viện": [HEADER, *ROWS]})
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book["Thư viện"]
    sheet["F2"] = "#DIV/0!"
    sheet["F2"].font = sheet["F3"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    opened = open_workbook(str(tmp_path / "a.xlsx"), Limits())
    assert isinstance(opened, Workbook)
    for grid in (opened.plain_grid(opened.sheets[0]), opened.any_grid(opened.sheets[0])):
        visits = grid.columns[5]
        assert [row for row, cell in enumerate(visits, 1) if type(cell) is MarkedText] == [3]
        assert grid.errors == {(2, 6): "#DIV/0!"}


def _not_plainly(*_: object) -> None:
    raise NotPlainError


def districts(found: Outcome) -> dict[str, str | None]:
    """The districts of the units as they are spelled after reading."""
    panel = found.reading.submission.panels["library"]
    return {code: panel.district[row] for code, row in zip(panel.codes, panel.at[2024, "year"], strict=True)}


@pytest.mark.parametrize(
    "written", ["Mèo Vac", "Meo Vac", "Meo Vạc", "H. Mèo Vac", "huyện Meo Vac", "MEO VAC"]
)
def test_a_district_without_its_marks(check: Check, written: str) -> None:
    """A district whose letters have lost marks is taken for the one that was meant, with a warning."""
    found = check([HEADER, *changed(3, 3, written)])
    message = f"“{written}” có vẻ thiếu dấu nên được hiểu là “Mèo Vạc”."
    assert (found.figures, found.findings) == (FIGURES, [("RW304", "D5", message)])
    assert districts(found)["027-02"] == "Mèo Vạc"


def test_two_districts_that_differ_by_a_mark(check: Check) -> None:
    """Of two names with marks of their own none is taken for the other, nor one that the register has."""
    found = check([HEADER, *changed(3, 3, "Mẹo Vạc")])
    assert (found.findings, districts(found)["027-02"]) == ([], "Mẹo Vạc")
    listed = [[*row[:4], "Thư viện"] for row in changed(3, 3, "Mèo Vac")]
    with Path("register.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[*HEADER[:4], "Loại hình"], *listed])
    found = check([HEADER, *changed(3, 3, "Mèo Vac")], register="register.csv")
    assert (found.findings, districts(found)["027-02"]) == ([], "Mèo Vac")


@pytest.mark.parametrize(
    "name",
    ["TV H. Mèo Vạc", "Thư viện Mèo Vạc", "thư viện huyện mèo vạc", "T.V huyện Mèo Vạc", "TV. Mèo Vạc"],
)
def test_abbreviated_names_of_units(check: Check, name: str) -> None:
    """A unit may be named in full one year and in short another."""
    earlier = [[*row[:4], 2023, *row[5:]] for row in changed(2, 1, name)]
    assert check([HEADER, *ROWS, *earlier]).findings == []


def test_one_spelling_of_a_district_in_all_sheets(check: Check) -> None:
    """Libraries, museums and published figures have one district where its name is written in three ways."""
    museums = [
        ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt khách nội địa tham quan"],
        ["01", "Bảo tàng Đồng Văn", "Huyện", "H. Đồng Văn", 2024, 5000],
    ]
    published = [
        ["Mã chỉ tiêu", "Cấp", "Huyện, thành phố", "Năm", "Giá trị (%)"],
        ["library-population-reached", "Huyện", "Dong Van", 2024, 12.5],
    ]
    found = check(
        [], sheets={"Thư viện": [HEADER, *ROWS], "Bảo tàng": museums, "Số liệu đã công bố": published}
    )
    submission = found.reading.submission
    assert submission.panels["museum"].district == ["Đồng Văn"]
    assert [figure.district for figure in submission.reported] == ["Đồng Văn"]
    message = "“Dong Van” có vẻ thiếu dấu nên được hiểu là “Đồng Văn”."
    assert found.findings == [("RW304", "C2", message)]


@pytest.mark.parametrize("code", ["24", "0024"])
def test_codes_that_the_register_has_with_zeros(check: Check, code: str) -> None:
    """A code typed without the zeros of the register is its unit; one with other zeros is not."""
    listed = [[*row[:4], "Thư viện"] for row in ROWS]
    with Path("register.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[*HEADER[:4], "Loại hình"], *listed])
    found = check([HEADER, *changed(0, 0, code)], register="register.csv")
    expected = (
        "CE214", "A2",
        "Mã đơn vị 24 thiếu các số 0 ở đầu; mã được đối chiếu theo chữ số với 024 trong danh mục.",
    )  # fmt: skip
    assert (expected in found.findings) == (code == "24")
    assert [one for one, _, _ in found.findings] == (["CE214"] if code == "24" else ["RG501", "RG503"])


def test_two_forms_on_one_sheet(check: Check) -> None:
    """A table of museums under that of libraries is one of museums, and its total is of museums alone."""
    museums = [
        ["Biểu 2: Bảo tàng"],
        ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt khách nội địa tham quan"],
        ["01", "Bảo tàng tỉnh", "Tỉnh", "", 2024, 5000],
        ["02", "Bảo tàng Đồng Văn", "Huyện", "Đồng Văn", 2024, 1000],
        ["", "Tổng cộng", "", "", "", 6000],
    ]
    found = check([HEADER, *ROWS, [], *museums])
    message = "Bảng dưới dòng 9 được đọc như bảng của trang “Bảo tàng” theo các cột của nó."
    assert found.figures == FIGURES
    assert sorted(found.findings) == [("RW307", None, TOTALS.format("8, 12")), ("SH107", None, message)]
    panel = found.reading.submission.panels["museum"]
    assert list(panel.values("museum_visits_domestic", 2024, "year")) == [5000, 1000]


def test_a_header_of_three_rows_twice_without_a_unit_between(check: Check) -> None:
    """A second header right under another takes no row from the end of the table."""
    head = [[*IDENTITY, "Kết quả phục vụ"], [""], [""] * 5 + MEASURES]
    other = [head[0], head[1], [""] * 5 + MEASURES[::-1]]
    rows = [*head, *ROWS[:2], *other, *other, *([*row[:5], *row[:4:-1]] for row in ROWS[2:])]
    merges = [f"{letter}{top}:{letter}{top + 2}" for letter in "ABCDE" for top in (1, 6, 9)]
    found = check(rows, *merges, "F1:I2", "F6:I7", "F9:I10")
    assert (found.figures, found.findings) == (FIGURES, [])

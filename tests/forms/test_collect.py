"""Many forms into one workbook: as typed, in order, traceable, and judged alike."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lifelong_learning.forms.collected import look_of
from lifelong_learning.forms.workbook import Sheet, write
from lifelong_learning.model.submission import Mark
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.workbook import Workbook, open_workbook

from .conftest import DATA, MISTAKES, REGISTER, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.submission.source.grid import Grid

    Llplan = Callable[..., tuple[int, str, str]]
    Verdicts = Callable[..., dict[str, Any]]

HEAD = ["unit_code", "unit_name", "level", "district", "year", "library_visits", "active_users", "note"]


def rows(found: Grid) -> list[tuple[Any, ...]]:
    """Return the rows of a sheet."""
    return list(found.top(found.height))


def grid(path: Path, sheet: str) -> Grid:
    """Return a sheet as the reader sees it."""
    opened = open_workbook(str(path), Limits())
    assert isinstance(opened, Workbook)
    found = opened.grid(sheet)
    assert not hasattr(found, "code"), found
    return found


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A folder of three forms with everything that people type."""
    folder = tmp_path / "parts"
    folder.mkdir()
    forms: dict[str, list[list[Any]]] = {
        "b.xlsx": [
            ["026", "B", "district", "Đồng Văn", 2024, "12.987", "12 triệu", "=không phải công thức"],
            [24, "A", "district", "Hà Giang", 2024, 97.907, date(2024, 5, 3), None],
        ],
        "a.xlsx": [
            ["030", "C", "district", "Vị Xuyên", 2024, "=1/0", "=1+1", "<b>&amp;_x005F_x0041_</b>"],
            ["030", "C", "district", "Vị Xuyên", 2023, "-", True, " hai\nhàng "],
            ["Tổng cộng", None, None, None, None, 100, 2, None],
            [None, "D", "district", "Bắc Mê", 2024, 5, None, None],
        ],
        "c.xlsx": [["026", "B", "district", "Đồng Văn", 2024, 13000, None, None]],
    }
    for name, lines in forms.items():
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Libraries"
        for line in [HEAD, *lines]:
            sheet.append(line)
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=không"):
                    cell.data_type = "s"
                elif cell.value == "=1/0":
                    cell.value, cell.data_type = "#DIV/0!", "e"
        book.save(folder / name)
    return folder


def test_every_value_stays_as_it_was_typed(parts: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Texts, errors, uncomputed formulas, dates and numbers are what they were; only formulas lose theirs."""
    code, out, err = llplan("collect", parts, "-o", tmp_path / "all.xlsx")
    assert (code, out) == (1, "")
    assert "RW301" in err
    found = grid(tmp_path / "all.xlsx", "Libraries")
    visits = rows(found)[0].index("Library visits")
    users = rows(found)[0].index("Active users (residents)")
    note = rows(found)[0].index("Note")
    lines = [(row[0], row[6 - 1], row[visits], row[users], row[note]) for row in rows(found)[1:]]
    assert lines == [
        ("026", 2024, "12.987", "12 triệu", "=không phải công thức"),
        ("026", 2024, 13000, "", ""),
        ("030", 2023, "-", True, " hai\nhàng "),
        ("030", 2024, lines[3][2], lines[3][3], "<b>&amp;_x0041_</b>"),
        (24, 2024, 97.907, date(2024, 5, 3), ""),
        ("", 2024, 5, "", ""),
    ]
    assert found.errors == {(5, visits + 1): "#DIV/0!"}
    assert found.unstored == {(5, users + 1)}
    cells = openpyxl.load_workbook(tmp_path / "all.xlsx")["Libraries"]
    assert [(c.coordinate, c.value) for row in cells.iter_rows() for c in row if c.data_type == "f"] == [
        (cells.cell(5, users + 1).coordinate, "=NA()")
    ]


def test_a_sheet_says_where_every_line_came_from(parts: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Sheet and row here, and file, sheet and row there; totals are no lines."""
    llplan("collect", parts, "-o", tmp_path / "all.xlsx", "-q")
    found = rows(grid(tmp_path / "all.xlsx", "Sources"))
    assert found[0] == ("Sheet here", "Row here", "From the file", "From the sheet", "From the row")
    assert [(row[1], str(row[2]).rsplit("/", 1)[-1], row[4]) for row in found[1:]] == ORDER


ORDER = [
    (2, "b.xlsx", 2), (3, "c.xlsx", 2), (4, "a.xlsx", 3), (5, "a.xlsx", 2), (6, "b.xlsx", 3), (7, "a.xlsx", 5)
]  # fmt: skip


def test_the_register_gives_the_order(parts: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Units stand as the register lists them, years in order."""
    register = tmp_path / "units.csv"
    register.write_text(
        "kind,unit_code,unit_name,level,district\nlibrary,030,C,district,Vị Xuyên\n"
        "library,024,A,district,Hà Giang\nlibrary,026,B,district,Đồng Văn\n",
        encoding="utf-8",
    )
    llplan("collect", parts, "-o", tmp_path / "all.xlsx", "-q", "--units", register)
    found = grid(tmp_path / "all.xlsx", "Libraries")
    assert [row[0] for row in rows(found)[1:]] == ["030", "030", 24, "026", "026", ""]


@pytest.mark.parametrize("options", [(), ("--units", REGISTER)])
def test_the_whole_is_judged_as_its_parts_are(
    parts: Path, tmp_path: Path, llplan: Llplan, verdicts: Verdicts, options: tuple[object, ...]
) -> None:
    """Every verdict of the collected workbook is that of the forms."""
    llplan("collect", parts, MISTAKES, "-o", tmp_path / "all.xlsx", "-q", *options)
    assert verdicts(tmp_path / "all.xlsx", *options) == verdicts(parts, MISTAKES, *options)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_sample_is_judged_alike(tmp_path: Path, llplan: Llplan, verdicts: Verdicts, lang: str) -> None:
    """In both languages, half-years included."""
    assert llplan("collect", SAMPLE, "-o", tmp_path / "all.xlsx", "-q", "--lang", lang) == (0, "", "")
    for period in ("year", "h1"):
        assert verdicts(tmp_path / "all.xlsx", "--period", period) == verdicts(SAMPLE, "--period", period)


def test_half_year_forms_are_collected(tmp_path: Path, llplan: Llplan, verdicts: Verdicts) -> None:
    """Whatever period the forms are for; units of the register that did not report it are named."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append([*HEAD[:5], "period", "library_visits"])
    sheet.append(["024", "A", "district", "Thành phố Hà Giang", 2024, "h1", 5000])
    book.save(tmp_path / "a.xlsx")
    code, _, err = llplan(
        "collect", tmp_path / "a.xlsx", "-o", tmp_path / "all.xlsx", "--units", REGISTER, "--period", "h1"
    )
    assert code == 0, err
    assert "RG503" in err
    half = ("--period", "h1")
    assert verdicts(tmp_path / "all.xlsx", *half) == verdicts(tmp_path / "a.xlsx", *half)


def test_published_percentages_stay_percentages(tmp_path: Path, llplan: Llplan, verdicts: Verdicts) -> None:
    """The sheet of published figures comes along, a share shown in percent as one."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Reported"
    for line in (
        ["target", "level", "year", "percent"],
        ["heritage-day", None, 2020, 0.857],
        ["heritage-education", None, 2020, 100],
    ):
        sheet.append(line)
    sheet["D2"].number_format = "0.00%"
    book.save(tmp_path / "a.xlsx")
    options = ("--plan", "ha-giang-2020")
    inputs = (tmp_path / "a.xlsx", DATA / "ha-giang-2015-2020.xlsx")
    llplan("collect", *inputs, "-o", tmp_path / "all.xlsx", "-q", *options)
    assert verdicts(tmp_path / "all.xlsx", *options) == verdicts(*inputs, *options)
    found = openpyxl.load_workbook(tmp_path / "all.xlsx")["Reported"]
    shown = {cell.value: cell.number_format for row in found.iter_rows(min_row=2) for cell in row[6:7]}
    assert shown[0.857] == "0.00%"


def test_a_column_that_stands_twice_stays_taken_out(
    tmp_path: Path, llplan: Llplan, verdicts: Verdicts
) -> None:
    """Both values stand side by side in one cell, which no reader takes for either."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append([*HEAD[:6], "library_visits"])
    sheet.append(["02", "T", "province", None, 2024, 10, 20])
    book.save(tmp_path / "a.xlsx")
    llplan("collect", tmp_path / "a.xlsx", "-o", tmp_path / "all.xlsx", "-q")
    found = grid(tmp_path / "all.xlsx", "Libraries")
    assert rows(found)[1][rows(found)[0].index("Library visits")] == "10 | 20"
    assert verdicts(tmp_path / "all.xlsx") == verdicts(tmp_path / "a.xlsx")


def test_the_same_forms_give_the_same_bytes(parts: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Neither a clock nor the order of the paths shows."""
    llplan("collect", parts / "a.xlsx", parts / "b.xlsx", "-o", tmp_path / "1.xlsx", "-q")
    llplan("collect", parts / "b.xlsx", parts / "a.xlsx", "-o", tmp_path / "2.xlsx", "-q")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_an_input_is_never_written_to(parts: Path, llplan: Llplan) -> None:
    """Not even with --force."""
    code, _, err = llplan("collect", parts, "-o", parts / "a.xlsx", "--force")
    assert (code, err) == (
        2,
        f"llplan: {parts / 'a.xlsx'} is one of the files that are read. "
        "Choose another name for the output.\n",
    )


@pytest.mark.parametrize(
    ("typed", "value", "style"),
    [
        (date(2024, 5, 3), 45415.0, "data_date"),
        (datetime(2024, 5, 3, 12), 45415.5, "data_moment"),
        (datetime(1900, 1, 1), 1.0, "data_date"),
        (time(6), 0.25, "data_span"),
        (timedelta(hours=36), 1.5, "data_span"),
        (False, False, "data"),
        ("'x", "'x", "data_text"),
    ],
)
def test_dates_are_stored_as_spreadsheets_count_them(
    tmp_path: Path, typed: Any, value: object, style: str
) -> None:
    """Days since 1900, with the 29 February that never was."""
    sheet = Sheet("A")
    sheet.put(1, 1, typed, look_of(typed))
    path = tmp_path / "a.xlsx"
    path.write_bytes(write([sheet], "A", Mark("plan", "0", 1)))
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    found = re.search(r'<c r="A1"[^>]*? t="(\w+)">(?:<v>|<is><t>)([^<]*)<', xml)
    assert found
    readers: dict[str, Callable[[str], object]]
    readers = {"n": float, "b": lambda text: text == "1", "inlineStr": str}
    read = readers[found[1]](found[2])
    assert (read, look_of(typed)) == (value, style)


def test_a_number_keeps_its_last_digit(tmp_path: Path, llplan: Llplan) -> None:
    """A number that takes 17 digits is the same one afterwards."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(HEAD)
    sheet.append(["026", "B", "district", "Đồng Văn", 2024, 5, 7, None])
    sheet["F2"].value, sheet["F2"].data_type = "0.30000000000000004", "n"
    book.save(tmp_path / "a.xlsx")
    llplan("collect", tmp_path / "a.xlsx", "-o", tmp_path / "all.xlsx", "-q")
    found = openpyxl.load_workbook(tmp_path / "all.xlsx")["Libraries"]
    assert [cell.value for cell in found[2] if isinstance(cell.value, float)] == [0.30000000000000004]


def test_gathered_rows_are_held_against_no_year(llplan: Llplan, tmp_path: Path) -> None:
    """Nothing is evaluated yet, so nothing is said of a year that hardly a unit has, by forms neither."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(HEAD)
    for number in range(30):
        sheet.append([f"{number:02}", f"Thư viện {number}", "commune", "A", 2020, 5, 1, ""])
    sheet.append(["00", "Thư viện 0", "commune", "A", 2021, 5, 1, ""])
    book.save(tmp_path / "a.xlsx")
    assert "YR404" in llplan("check", tmp_path / "a.xlsx")[1]
    assert "YR404" not in llplan("collect", tmp_path / "a.xlsx", "-o", tmp_path / "b.xlsx")[2]
    made = llplan("template", "--from", tmp_path / "a.xlsx", "-o", tmp_path / "c.xlsx")
    assert made == (0, "", "")

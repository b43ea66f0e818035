"""What a workbook may look like and how its sheets, headers, cells and rows are read."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Any

import pytest

NBSP = "\u00a0"


# --- files and folders -------------------------------------------------------------------------


def test_folders_are_searched_and_lock_and_hidden_files_are_passed_over(bench: Any, library: Any) -> None:
    """A folder gives every .xlsx and .xlsm below it, without a word on lock files and hidden files."""
    bench.libraries(library("A", library_visits=1), name="in/a.xlsx")
    bench.libraries(library("B", library_visits=1), name="in/deep/er/b.xlsm")
    for junk in (
        "in/~$a.xlsx",
        "in/.hidden.xlsx",
        "in/~$old.xls",
        "in/.old.ods",
        "in/.list.csv",
        "in/notes.txt",
    ):
        (bench.folder / junk).write_bytes(b"junk")
    ran = bench.check("in")
    assert ran.brief == [("YR402", "info", "A2")] * 2
    assert [f["path"] for f in ran.doc["files"]] == ["in/a.xlsx", "in/deep/er/b.xlsm"]


@pytest.mark.parametrize("suffix", [".xls", ".xlsb", ".ods", ".fods", ".et", ".numbers"])
def test_a_spreadsheet_of_another_kind_in_a_folder_is_not_lost(bench: Any, library: Any, suffix: Any) -> None:
    """A spreadsheet of another kind in a folder is an error at it, and the others are read."""
    bench.libraries(library("A", library_visits=1), name="in/a.xlsx")
    (bench.folder / f"in/old{suffix}").write_bytes(b"junk")
    ran = bench.check("in")
    assert ran.faults == [("WB004", "error", None)]
    assert [f["file"] for f in ran.doc["findings"] if f["code"] == "WB004"] == [f"in/old{suffix}"]
    assert [f["path"] for f in ran.doc["files"] if f["rows"]] == ["in/a.xlsx"]


def test_lists_and_documents_in_a_folder_are_one_note(bench: Any, library: Any) -> None:
    """Lists and scans beside the workbooks are one note, however many they are."""
    bench.libraries(library("A", library_visits=1), name="in/a.xlsx")
    for beside in ("in/list.csv", "in/list.tsv", "in/scan.pdf"):
        (bench.folder / beside).write_bytes(b"junk")
    ran = bench.check("in")
    assert ran.faults == []
    assert ran.brief == [("WB005", "info", None), ("YR402", "info", "A2")]


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".fods", ".csv", ".xlsb"])
def test_other_spreadsheets_are_not_supported(bench: Any, library: Any, suffix: Any) -> None:
    """Another spreadsheet format is a finding that advises saving as .xlsx, and the others are read."""
    bench.libraries(library("A", library_visits=1), name="a.xlsx")
    (bench.folder / f"b{suffix}").write_bytes(b"anything")
    ran = bench.check("a.xlsx", f"b{suffix}")
    assert ran.code == 1
    (found,) = [f for f in ran.doc["findings"] if f["severity"] != "info"]
    assert (found["code"], found["severity"], found["file"]) == ("WB004", "error", f"b{suffix}")
    assert ".xlsx" in found["remedy"]
    assert [f["path"] for f in ran.doc["files"] if f["rows"]] == ["a.xlsx"]


# --- sheets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Libraries", "library"),
        ("Thư viện", "library"),
        ("THƯ VIỆN", "library"),
        (unicodedata.normalize("NFD", "Thư viện"), "library"),
        ("Museums", "museum"),
        ("Bảo tàng", "museum"),
        (" bảo  tàng ", "museum"),
        ("Cultural houses and clubs", "cultural_house"),
        ("Nhà văn hóa, câu lạc bộ", "cultural_house"),
        ("Nhà văn hoá, câu lạc bộ", "cultural_house"),
        ("Cultural houses", "cultural_house"),
        ("Nhà văn hóa", "cultural_house"),
        ("Nhà văn hoá", "cultural_house"),
    ],
)
def test_a_sheet_is_known_by_its_name_in_either_language(bench: Any, name: Any, kind: Any) -> None:
    """A sheet's name says its kind, however it is cased, composed, spaced or toned."""
    row = {
        "unit_code": "A",
        "unit_name": "a",
        "level": "province",
        "area": "urban",
        "year": 2024,
        "staff_total": 5,
        "staff_trained": 1,
    }
    ran = bench.evaluate(bench.book({name: [row]}))
    assert [(u["kind"], u["code"]) for u in ran.doc["units"]] == [(kind, "A")]
    assert ran.doc["findings"]["error"] == 0


def test_a_sheet_known_by_its_columns_alone_is_read_with_a_note(bench: Any, library: Any) -> None:
    """A sheet of another name is read where its columns fit one kind alone."""
    ran = bench.check(bench.book({"Sheet1": [library(library_visits=3)]}))
    assert ("SH107", "info") in [found[:2] for found in ran.brief]
    assert ran.faults == []
    assert ran.doc["files"][0]["units"] == 1


@pytest.mark.parametrize(
    "columns", [{"staff_total": 3}, {"population_to_be_served": 3}, {"foo": 1}], ids=["all", "two", "none"]
)
def test_a_sheet_whose_columns_fit_no_kind_alone_is_passed_over(
    bench: Any, library: Any, columns: Any
) -> None:
    """A sheet of another name whose columns fit several kinds or none is passed over with a note."""
    ran = bench.check(
        bench.book({"Libraries": [library(library_visits=3)], "Khác": [library("B", **columns)]})
    )
    assert [(f["code"], f["severity"], f["sheet"]) for f in ran.doc["findings"] if f["code"] != "YR402"] == [
        ("SH106", "info", "Khác")
    ]
    assert ran.doc["files"][0]["units"] == 1


@pytest.mark.parametrize("name", ["Guide", "Hướng dẫn"])
def test_the_guide_is_passed_over_silently(bench: Any, library: Any, name: Any) -> None:
    """The guide leaves no finding."""
    ran = bench.check(bench.book({name: [["anything"], [1, 2, 3]], "Libraries": [library(library_visits=1)]}))
    assert [found[0] for found in ran.brief] == ["YR402"]


def test_no_known_sheet(bench: Any) -> None:
    """A workbook with nothing known is one error, which also says why there is no row."""
    ran = bench.check(bench.book({"X": [["a"], ["b"]]}))
    assert ran.faults == [("SH101", "error", None)]
    assert ran.code == 1


def test_a_form_without_a_row(bench: Any) -> None:
    """A submission without a single usable row is an error."""
    ran = bench.check(bench.book({"Libraries": [IDS]}))
    assert ran.faults == [("SH108", "error", None)]
    assert ran.code == 1


def test_a_known_sheet_without_header(bench: Any, library: Any) -> None:
    """A known sheet without a header row is an error at that sheet."""
    book = bench.book({"Libraries": [library(library_visits=3)], "Museums": [["Museum"], ["x", 1]]})
    ran = bench.check(book)
    assert [(f["code"], f["severity"], f["sheet"]) for f in ran.doc["findings"] if f["code"] != "YR402"] == [
        ("SH102", "error", "Museums")
    ]


# --- header ------------------------------------------------------------------------------------

VIETNAMESE = ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt người sử dụng thư viện"]
ENGLISH = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits"]
IDS = ["unit_code", "unit_name", "level", "district", "year", "library_visits"]
ROW = ["024.01", "TV", "commune", "Đồng Văn", 2024, 77]


@pytest.mark.parametrize(
    "header",
    [
        IDS,
        ENGLISH,
        VIETNAMESE,
        ["unit_code", "Tên đơn vị", "Level", "Huyện, thành phố", "Năm", "Library visits"],
        [unicodedata.normalize("NFD", name) for name in VIETNAMESE],
        [name.upper() for name in VIETNAMESE],
        [name.replace(" ", "\n") for name in VIETNAMESE],
        [f"  {name.replace(' ', NBSP * 2)} " for name in VIETNAMESE],
        ["\u200b" + name.replace(" ", " \u200d") + "\ufeff" for name in VIETNAMESE],
        [
            "Mã đơn vị",
            "Tên đơn vị",
            "Cấp",
            "Huyện, thành phố",
            "Năm",
            "Số lượt người sử dụng thư viện",
        ],
        ["UNIT_CODE", "UNIT_NAME", "LEVEL", "DISTRICT", "YEAR", "LIBRARY_VISITS"],
    ],
)
def test_columns_are_known_by_id_or_label(bench: Any, header: Any) -> None:
    """A header is compared after normal form, case, white space and zero-width characters are set aside."""
    ran = bench.evaluate(bench.book({"Libraries": [header, ROW]}))
    assert ran.doc["findings"] == {"error": 0, "warning": 0, "info": 1}
    assert ran.read("024.01", "library_visits") == 77


@pytest.mark.parametrize("label", ["Số người dân tham gia hoạt động tại nhà văn hoá, câu lạc bộ", None])
def test_tone_placement_in_a_header_does_not_matter(bench: Any, house: Any, label: Any) -> None:
    """Old and new placement of the tone are the same name."""
    label = label or "Số người dân tham gia hoạt động tại nhà văn hóa, câu lạc bộ"
    ran = bench.evaluate(bench.book({"Nhà văn hoá": [house(**{label: 5, "population_to_be_served": 9})]}))
    assert ran.read("024.N1", "cultural_house_participants") == 5


def test_rows_above_the_header_and_the_index_row_are_passed_over(bench: Any) -> None:
    """Motto, title and form number above, and the letters and numbers below, are no rows."""
    rows: list[list[Any]] = [
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Độc lập - Tự do - Hạnh phúc"],
        [],
        ["Biểu số 01", None, None, "Năm", 2024],
        VIETNAMESE,
        ["A", "B", "C", "D", 1, 2],
        ROW,
        [],
        ["", "", "", "Hà Giang, ngày 5 tháng 1 năm 2025"],
        [None, "Người lập biểu", None, None, None, None],
    ]
    ran = bench.check(bench.book({"Thư viện": rows}))
    assert ran.faults == []
    assert ran.doc["files"][0]["rows"] == 1


def test_the_index_row_may_be_bracketed_or_all_numbers(bench: Any) -> None:
    """An index row of numbers only is no unit."""
    ran = bench.check(bench.book({"Thư viện": [VIETNAMESE, [1, 2, 3, 4, 5, 6], ROW]}))
    assert ran.faults == []
    assert ran.doc["files"][0]["rows"] == 1


def test_three_known_names_make_a_header_and_two_do_not(bench: Any) -> None:
    """Two known names are no header row."""
    two = bench.check(bench.book({"Libraries": [["unit_code", "year", "zzz"], ["A", 2024, 1]]}))
    assert ("SH102", "error") in [found[:2] for found in two.brief]
    three = bench.check(bench.book({"Libraries": [["unit_code", "year", "library_visits"], ["A", 2024, 1]]}))
    assert {f["code"] for f in three.doc["findings"] if f["severity"] == "error"} == {"SH103"}


def test_order_of_columns_is_free(bench: Any) -> None:
    """Columns may stand in any order."""
    ran = bench.evaluate(bench.book({"Libraries": [VIETNAMESE[::-1], ROW[::-1]]}))
    assert ran.read("024.01", "library_visits") == 77


def test_a_column_twice_is_taken_out(bench: Any, library: Any) -> None:
    """A column that occurs twice is one error, and neither of the two is used."""
    rows = [[*IDS, "Library visits"], [*ROW, 78], [*ROW[:4], 2020, 70, 70]]
    ran = bench.evaluate(bench.book({"Libraries": rows}))
    found = bench.check(bench.folder / "form.xlsx")
    assert [f for f in found.brief if f[1] == "error"] == [("SH104", "error", "G1")]
    result = ran.result("024.01", "library-visits-growth")
    assert (result["status"], result["reason"]) == ("not_assessable", "invalid_input")


def test_an_unknown_column_without_figures_is_a_note(bench: Any, library: Any) -> None:
    """A column that is near nothing and holds no figure is named and passed over."""
    ran = bench.check(bench.libraries(library(library_visits=1, zzzzz="as last year")))
    assert ran.brief == [("SH105", "info", "G1"), ("YR402", "info", "A2")]


def test_an_unknown_column_with_figures_is_a_warning(bench: Any, library: Any) -> None:
    """A column that is near nothing and holds figures of units is not left out in silence."""
    ran = bench.check(bench.libraries(library(library_visits=1, zzzzz=4)))
    assert ran.brief == [("SH105", "warning", "G1"), ("YR402", "info", "A2")]


def test_a_misspelt_header_is_one_error(bench: Any) -> None:
    """A misspelt required header is an error in place of the missing column, and no row repeats it."""
    header = ["Unit code", "Unit name", "Levl", "District", "Year", "Library visits"]
    ran = bench.check(bench.book({"Libraries": [header, ROW, [*ROW[:4], 2023, 70]]}))
    assert ran.faults == [("SH105", "error", "C1")]


def test_a_misspelt_measure_that_the_sheet_lacks_is_an_error(bench: Any) -> None:
    """A misspelt measure is an error too, since its figures would be lost."""
    header = ["Unit code", "Unit name", "Level", "District", "Year", "Library visit"]
    ran = bench.check(bench.book({"Libraries": [header, ROW]}))
    assert ran.faults == [("SH105", "error", "F1")]


def test_a_missing_required_column(bench: Any, library: Any) -> None:
    """A required column that is missing is one error and not one for each row."""
    ran = bench.check(
        bench.book(
            {"Libraries": [[*IDS[:1], *IDS[2:]], [*ROW[:1], *ROW[2:]], [*ROW[:1], *ROW[2:4], 2023, 7]]}
        )
    )
    (error,) = [f for f in ran.doc["findings"] if f["severity"] == "error"]
    assert error["code"] == "SH103"


def test_columns_that_are_not_required_may_be_missing(bench: Any, library: Any) -> None:
    """A sheet without a measure has no finding; its targets have no data."""
    ran = bench.evaluate(bench.libraries(library(library_visits=1)))
    assert ran.doc["findings"] == {"error": 0, "warning": 0, "info": 1}
    result = ran.result("024.01", "library-talks")
    assert (result["status"], result["reason"]) == ("no_data", "events_talks")


# --- identity ----------------------------------------------------------------------------------


def test_leading_zeros_of_a_code_are_kept(bench: Any, library: Any) -> None:
    """A code is text."""
    ran = bench.evaluate(bench.libraries(library("007", library_visits=1)))
    assert [u["code"] for u in ran.doc["units"]] == ["007"]


@pytest.mark.parametrize(("typed", "code"), [(24, "24"), (24.0, "24")])
def test_a_code_typed_as_a_number_is_taken_as_its_digits(
    bench: Any, library: Any, typed: Any, code: Any
) -> None:
    """A number as a code is taken with a warning."""
    ran = bench.check(bench.libraries(library(typed, library_visits=1)))
    assert ran.faults == [("CE214", "warning", "A2")]
    assert ran.doc["findings"][0]["unit"] == code


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("province", "province"),
        ("Province", "province"),
        ("Tỉnh", "province"),
        ("TỈNH", "province"),
        ("district", "district"),
        ("huyện", "district"),
        (unicodedata.normalize("NFD", "Huyện"), "district"),
        (" Commune ", "commune"),
        ("Xã", "commune"),
    ],
)
def test_a_level_by_id_or_label_in_any_case(bench: Any, library: Any, typed: Any, level: Any) -> None:
    """Choices are compared as names are."""
    ran = bench.evaluate(bench.libraries(library(level=typed, library_visits=1)))
    assert ran.unit("024.01")["level"] == level
    assert ran.doc["findings"]["error"] == 0


@pytest.mark.parametrize(
    ("typed", "area"),
    [("urban", "urban"), ("Thành thị", "urban"), ("RURAL", "rural"), ("nông thôn,  miền núi", "rural")],
)
def test_an_area_by_id_or_label(bench: Any, house: Any, typed: Any, area: Any) -> None:
    """An area is known by its id and its labels."""
    ran = bench.evaluate(bench.book({"Cultural houses": [house(area=typed, staff_total=1)]}))
    assert ran.unit("024.N1")["area"] == area


def test_a_level_that_is_no_choice(bench: Any, library: Any) -> None:
    """Another word is an error; a unit without a level has no results for targets that ask for one."""
    book = bench.libraries(library(level="vùng", library_visits=5, free_internet_access="có"))
    ran = bench.check(book)
    assert ran.faults == [("CE209", "error", "C2")]
    unit = bench.evaluate(book).unit("024.01")
    assert unit["level"] is None
    assert {r["target"] for r in unit["results"]} == {
        "library-visits-growth",
        "library-additions-growth",
        "staff-training",
    }


@pytest.mark.parametrize(("column", "cell"), [("unit_code", "A2"), ("unit_name", "B2"), ("level", "C2")])
def test_required_and_blank(bench: Any, library: Any, column: Any, cell: Any) -> None:
    """A required identity cell that is blank is an error at the cell."""
    ran = bench.check(
        bench.libraries(library(library_visits=5, **{column: None}), library("B", library_visits=1))
    )
    assert ran.faults == [("CE201", "error", cell)]


def test_a_district_is_required_below_the_province_only(bench: Any, library: Any) -> None:
    """A province's unit has no district; another one needs it."""
    ran = bench.check(
        bench.libraries(
            library("P", level="province", district=None, library_visits=5),
            library("D", level="district", district=None, library_visits=5),
        )
    )
    assert ran.faults == [("CE201", "error", "D3")]


def test_an_area_is_required_for_cultural_houses_only(bench: Any, house: Any, library: Any) -> None:
    """A cultural house without an area is an error; a library without one is not."""
    ran = bench.check(
        bench.book(
            {
                "Nhà văn hóa": [house(area=None, staff_total=1)],
                "Thư viện": [library(area=None, library_visits=1)],
            }
        )
    )
    assert [(f["code"], f["sheet"], f["cell"]) for f in ran.doc["findings"] if f["severity"] == "error"] == [
        ("CE201", "Nhà văn hóa", "E2")
    ]


def test_an_area_column_that_a_house_lacks_is_missing(bench: Any, house: Any) -> None:
    """The area's column is required on a sheet of cultural houses."""
    row = house(staff_total=1)
    del row["area"]
    ran = bench.check(bench.book({"Nhà văn hóa": [row]}))
    assert [f["code"] for f in ran.doc["findings"] if f["severity"] == "error"] == ["SH103"]


def test_a_district_column_may_be_missing_where_every_unit_is_the_provinces(bench: Any, museum: Any) -> None:
    """No one misses the district of a unit of the province."""
    ran = bench.check(bench.book({"Museums": [museum(museum_visits_domestic=1)]}))
    assert ran.faults == []


@pytest.mark.parametrize("typed", [2024, 2024.0, "2024", " 2024 "])
def test_years_that_are_taken(bench: Any, library: Any, typed: Any) -> None:
    """A year may be a whole number or text that is one."""
    ran = bench.evaluate(bench.libraries(library(year=typed, library_visits=5)))
    assert ran.doc["year"] == 2024
    assert ran.doc["findings"]["error"] == 0


@pytest.mark.parametrize(("typed", "taken"), [(2000, True), (2100, True)])
def test_the_first_and_the_last_year(bench: Any, library: Any, typed: Any, taken: Any) -> None:
    """The range of years includes its ends; one beyond the plan is taken with a warning."""
    ran = bench.check(bench.libraries(library(year=typed, library_visits=5)))
    assert ([found for found in ran.faults if found[0] != "YR403"] == []) is taken


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (1999, "CE204"),
        (2101, "CE204"),
        (2024.5, "CE203"),
        ("năm nay", "CE202"),
        (None, "CE201"),
        (datetime.date(2024, 1, 1), "CE210"),
        (-2024, "CE204"),
    ],
)
def test_years_that_cannot_be_read_leave_the_row_unused(
    bench: Any, library: Any, typed: Any, code: Any
) -> None:
    """A row whose year cannot be read is named and not used."""
    book = bench.libraries(library("A", library_visits=5), library("B", year=typed, library_visits=5))
    ran = bench.check(book)
    assert ran.faults == [(code, "error", "E3")]
    assert [u["code"] for u in bench.evaluate(book).doc["units"]] == ["A"]


@pytest.mark.parametrize("typed", ["quý 1", "h2", 3])
def test_a_period_that_cannot_be_read_leaves_the_row_unused(bench: Any, library: Any, typed: Any) -> None:
    """A row whose period cannot be read is named and not used."""
    book = bench.libraries(
        library("A", period=None, library_visits=5), library("B", period=typed, library_visits=5)
    )
    assert bench.check(book).faults == [("CE209", "error", "F3")]
    assert [u["code"] for u in bench.evaluate(book).doc["units"]] == ["A"]


@pytest.mark.parametrize(
    ("typed", "period"),
    [(None, "year"), ("Cả năm", "year"), ("year", "year"), ("H1", "h1"), ("6 tháng đầu năm", "h1")],
)
def test_periods(bench: Any, library: Any, typed: Any, period: Any) -> None:
    """A blank period is the whole year."""
    book = bench.libraries(library(period=typed, library_visits=5))
    ran = bench.evaluate(book, "--period", period)
    assert [u["code"] for u in ran.doc["units"]] == ["024.01"]
    assert ran.read("024.01", "library_visits") == 5


def test_a_unit_is_its_kind_and_its_code(bench: Any, library: Any, museum: Any) -> None:
    """The same code in two kinds is two units."""
    ran = bench.evaluate(
        bench.book(
            {
                "Libraries": [library("A", library_visits=1)],
                "Museums": [museum("A", museum_visits_domestic=1)],
            }
        )
    )
    assert [(u["kind"], u["code"]) for u in ran.doc["units"]] == [("library", "A"), ("museum", "A")]


def test_a_merged_identity_cell_counts_for_every_row(bench: Any, library: Any) -> None:
    """A merged cell of identity counts for each row that it covers; a merged measure for its first."""
    book = bench.libraries(
        library("A", 2023, library_visits=5),
        library("A", 2024, library_visits=6),
        merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"],
    )
    ran = bench.evaluate(book, "--base-year", 2023)
    assert ran.doc["findings"]["error"] == 0
    assert ran.result("A", "library-visits-growth")["value"] == pytest.approx(0.2)


# --- numbers -----------------------------------------------------------------------------------

TAKEN = [
    ("3500", 3500),
    (" 3500 ", 3500),
    ("231.075", 231075),
    ("231,075", 231075),
    ("231 075", 231075),
    (f"231{NBSP}075", 231075),
    ("231\u202f075", 231075),
    ("1.231.075", 1231075),
    ("231.075 lượt", 231075),
    ("3500 lượt", 3500),
    ("3500 lượt người", 3500),
    ("0", 0),
]


@pytest.mark.parametrize(("typed", "value"), TAKEN)
def test_text_that_is_a_whole_number_is_taken_with_a_warning(
    bench: Any, library: Any, typed: Any, value: Any
) -> None:
    """Text with strict grouping, alone or before a known word of measure, is taken."""
    book = bench.libraries(library(library_visits=typed))
    assert bench.check(book).faults == [("CE207", "warning", "F2")]
    assert bench.evaluate(book).read("024.01", "library_visits") == value


REFUSED = [
    ("12 triệu", "CE202"),
    ("0.075", "CE203"),
    ("15,82", "CE203"),
    ("1.23.456", "CE202"),
    ("abc", "CE202"),
    ("12 lượt 5", "CE202"),
    ("231.075.12", "CE203"),
    ("231.0755", "CE203"),
    ("-5", "CE204"),
    ("-1.5", "CE203"),
    (231.075, "CE203"),
    (-1, "CE204"),
    (-1.5, "CE203"),
    (datetime.datetime(2024, 5, 1), "CE210"),
    ("#DIV/0!", "CE206"),
    ("#N/A", "CE206"),
]


@pytest.mark.parametrize(("typed", "code"), REFUSED)
def test_what_is_no_count_is_an_error(bench: Any, library: Any, typed: Any, code: Any) -> None:
    """What is not a whole number from nought up is an error that takes out its cell alone."""
    now = library(library_visits=typed, staff_total=4, staff_trained=2)
    book = bench.libraries(now, library(year=2020, library_visits=10))
    assert bench.check(book).faults == [(code, "error", "F2")]
    ran = bench.evaluate(book)
    result = ran.result("024.01", "library-visits-growth")
    assert (result["status"], result["reason"]) == ("not_assessable", "invalid_input")
    assert ran.result("024.01", "staff-training")["value"] == 0.5
    assert ran.code == 1


def test_the_likely_cause_of_a_fraction_is_said(bench: Any, library: Any) -> None:
    """A cell that holds 231.075 is never multiplied, and the text names what was probably meant."""
    ran = bench.check(bench.libraries(library(library_visits=231.075)))
    assert "231075" in ran.doc["findings"][0]["message"]


@pytest.mark.parametrize("typed", ["-", " - ", "–", "—"])
def test_a_dash_is_nil(bench: Any, library: Any, typed: Any) -> None:
    """A dash in a count is 0, with a note."""
    book = bench.libraries(library(library_visits=typed))
    ran = bench.check(book)
    assert ran.faults == []
    assert ("CE213", "info", "F2") in ran.brief
    assert bench.evaluate(book).read("024.01", "library_visits") == 0


@pytest.mark.parametrize("typed", ["…", "...", None, "", "  ", "không có số liệu", "Không có số liệu", NBSP])
def test_what_stands_for_missing(bench: Any, library: Any, typed: Any) -> None:
    """Missing is never nought."""
    book = bench.libraries(library(library_visits=typed, staff_total=3))
    assert bench.check(book).faults == []
    ran = bench.evaluate(book)
    result = ran.result("024.01", "library-visits-growth")
    assert (result["status"], result["reason"]) == ("no_data", "library_visits")
    assert ran.read("024.01", "library_visits") is None


def test_a_formula_is_taken_by_its_stored_value(bench: Any, library: Any) -> None:
    """The stored value of a formula counts."""
    book = bench.libraries(library(library_visits=1), raw={"F2": '<c r="F2"><f>1+1</f><v>42</v></c>'})
    assert bench.check(book).faults == []
    assert bench.evaluate(book).read("024.01", "library_visits") == 42


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="F2"><f>1+1</f></c>', '<c r="F2"><f>1+1</f><v></v></c>', '<c r="F2"><f>1+1</f><v/></c>',
        '<c r="F2" t="str"><f>1+1</f></c>',
    ],
)  # fmt: skip
def test_a_formula_without_a_stored_value_is_an_error(bench: Any, library: Any, xml: Any) -> None:
    """A formula that was never computed has no figure."""
    book = bench.libraries(library(library_visits=1), raw={"F2": xml})
    assert bench.check(book).faults == [("CE205", "error", "F2")]


def test_a_formula_whose_stored_text_is_empty_is_blank(bench: Any, library: Any) -> None:
    """An empty text as a formula's value is a blank cell: here the sheet's only figure is blank so."""
    book = bench.libraries(library(library_visits=1), raw={"F2": '<c r="F2" t="str"><f>""</f><v></v></c>'})
    assert bench.check(book).faults == [("SH112", "warning", None)]
    assert bench.evaluate(book).result("024.01", "library-visits-growth")["status"] == "no_data"


def test_an_error_as_a_formulas_value(bench: Any, library: Any) -> None:
    """An Excel error is an error."""
    book = bench.libraries(
        library(library_visits=1), raw={"F2": '<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'}
    )
    assert bench.check(book).faults == [("CE206", "error", "F2")]


@pytest.mark.parametrize("number", ["1e400", "INF", "NaN"])
def test_an_infinite_number_is_an_error(bench: Any, library: Any, number: Any) -> None:
    """No infinite number is a count."""
    book = bench.libraries(library(library_visits=1), raw={"F2": f'<c r="F2"><v>{number}</v></c>'})
    ran = bench.check(book)
    assert ran.faults[0][1:] == ("error", "F2")
    assert ran.code == 1


@pytest.mark.parametrize("typed", [True, False])
def test_a_boolean_is_no_count(bench: Any, library: Any, typed: Any) -> None:
    """A truth value is not a number."""
    assert bench.check(bench.libraries(library(library_visits=typed))).faults == [("CE202", "error", "F2")]


@pytest.mark.parametrize(
    "text",
    ["Th­ viÖn tØnh Hµ Giang", "Thö vieän tænh Haø Giang", "Quang B×nh", "Ñoàng Vaên"],
    ids=["TCVN3", "VNI", "TCVN3 short", "VNI short"],
)
def test_legacy_encodings_are_errors(bench: Any, library: Any, text: Any) -> None:
    """Text in an encoding from before Unicode is an error."""
    ran = bench.check(bench.libraries(library(unit_name=text, library_visits=1)))
    assert ran.faults == [("CE212", "error", "B2")]


@pytest.mark.parametrize("text", ["…", "...", " … "])
def test_three_dots_for_a_name_are_no_name(bench: Any, library: Any, text: str) -> None:
    """What says that there is nothing is no code and no name: the cell counts as blank."""
    named = bench.check(bench.libraries(library(unit_name=text, library_visits=1)))
    assert named.faults == [("CE201", "error", "B2")]
    coded = bench.check(bench.libraries(library(library_visits=1), library(unit_code=text, library_visits=2)))
    assert coded.faults == [("CE201", "error", "A3")]


def test_control_characters_and_long_text_are_warned_of(bench: Any, library: Any) -> None:
    """Control characters, or more than a thousand characters, are a warning."""
    ok = bench.check(bench.libraries(library(note="a" * 1000, library_visits=1)))
    assert ok.faults == []
    long = bench.check(bench.libraries(library(note="a" * 1001, library_visits=1)))
    assert long.faults == [("CE211", "warning", "F2")]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("có", True),
        ("Có", True),
        ("KHÔNG", False),
        ("yes", True),
        ("No", False),
        ("true", True),
        ("FALSE", False),
        ("x", True),
        ("X", True),
        (1, True),
        (0, False),
        ("1", True),
        ("0", False),
        (True, True),
        (False, False),
        (unicodedata.normalize("NFD", "có"), True),
    ],
)
def test_yes_and_no(bench: Any, library: Any, typed: Any, value: Any) -> None:
    """The words for yes and no in both languages are known."""
    book = bench.libraries(library(free_internet_access=typed, library_visits=1))
    assert [f for f in bench.check(book).brief if f[1] == "error"] == []
    result = bench.evaluate(book).result("024.01", "library-free-internet")
    assert (result["value"], result["status"]) == ((True, "met") if value else (None, "not_required"))


@pytest.mark.parametrize("typed", ["maybe", 2, 0.5, "-1", "12"])
def test_what_is_neither_yes_nor_no(bench: Any, library: Any, typed: Any) -> None:
    """Anything else is an error."""
    book = bench.libraries(library(free_internet_access=typed, library_visits=1))
    assert bench.check(book).faults == [("CE208", "error", "F2")]


def test_blank_is_not_no(bench: Any, library: Any) -> None:
    """A blank answer is missing."""
    result = bench.evaluate(bench.libraries(library(free_internet_access=None, library_visits=1))).result(
        "024.01", "library-free-internet"
    )
    assert (result["value"], result["status"], result["reason"]) == (None, "no_data", "free_internet_access")


# --- totals and rows that are no units ---------------------------------------------------------


@pytest.mark.parametrize("word", ["Tổng", "Tổng số", "Cộng", "Tổng cộng", "Total", "TỔNG CỘNG", "cộng"])
@pytest.mark.parametrize("column", ["unit_code", "unit_name"])
def test_total_rows_are_compared_and_passed_over(bench: Any, library: Any, word: Any, column: Any) -> None:
    """A row of a total is no unit; it is compared with the sum above."""
    total = {"unit_code": None, "unit_name": None, "library_visits": 30, column: word}
    rows = [library("A", library_visits=10), library("B", library_visits=20), total]
    ran = bench.check(bench.libraries(*rows))
    assert ran.faults == []
    assert ran.doc["files"][0]["rows"] == 2
    ran = bench.check(bench.libraries(*rows[:2], {**total, "library_visits": 31}))
    assert ran.faults == [("RW303", "warning", "F4")]


def test_a_total_is_of_the_rows_since_the_one_before_or_of_all(bench: Any, library: Any) -> None:
    """Subtotals and a grand total are both right; a figure that is neither is named."""
    rows = [
        library("A", library_visits=10),
        {"unit_name": "Cộng", "library_visits": 10},
        library("B", library_visits=20),
        library("C", library_visits=5),
        {"unit_name": "Cộng", "library_visits": 25},
        {"unit_name": "Tổng cộng", "library_visits": 35},
    ]
    assert bench.check(bench.libraries(*rows)).faults == []
    rows[-1]["library_visits"] = 36
    assert bench.check(bench.libraries(*rows)).faults == [("RW303", "warning", "F7")]


def test_rows_with_neither_code_nor_year_nor_measure_are_passed_over(bench: Any, library: Any) -> None:
    """A blank row or a signature is no unit."""
    ran = bench.check(
        bench.libraries(
            library("A", library_visits=10),
            {},
            {"unit_name": "Giám đốc"},
            {"district": "Hà Giang, ngày 31/12/2024", "note": "ký"},
        )
    )
    assert ran.faults == []
    assert ran.doc["files"][0]["rows"] == 1


# --- two rows, parts ---------------------------------------------------------------------------


def test_two_rows_that_do_not_contradict(bench: Any, library: Any) -> None:
    """Equal or complementary rows are a warning and their values come together."""
    book = bench.libraries(
        library("A", library_visits=10, staff_total=4, staff_trained=None),
        library("A", library_visits=10, staff_total=None, staff_trained=2),
    )
    ran = bench.check(book)
    assert ran.faults == [("RW301", "warning", "A3")]
    assert "2" in ran.doc["findings"][0]["message"]
    evaluated = bench.evaluate(book)
    assert evaluated.result("A", "staff-training")["value"] == 0.5
    assert evaluated.read("A", "library_visits") == 10


def test_two_rows_that_contradict(bench: Any, library: Any) -> None:
    """Rows in conflict are an error at each later one, and only the measures in conflict are taken out."""
    book = bench.libraries(
        library("A", library_visits=10, staff_total=4, staff_trained=1),
        library("A", library_visits=11, staff_total=4, staff_trained=1),
        library("A", library_visits=10, staff_total=4, staff_trained=1),
        library("A", 2020, library_visits=10),
    )
    ran = bench.check(book)
    assert [f[0] for f in ran.faults] == ["RW301", "RW301"]
    assert [f[2] for f in ran.faults] == ["A3", "A4"]
    assert ran.faults == [("RW301", "error", "A3"), ("RW301", "warning", "A4")]
    evaluated = bench.evaluate(book)
    result = evaluated.result("A", "library-visits-growth")
    assert (result["status"], result["reason"]) == ("not_assessable", "invalid_input")
    assert evaluated.result("A", "staff-training")["value"] == 0.25


def test_two_rows_in_two_workbooks(bench: Any, library: Any) -> None:
    """Workbooks are one submission: a row in a later one is a duplicate there."""
    bench.libraries(library("A", library_visits=10), name="a.xlsx")
    bench.libraries(library("A", library_visits=11), name="b.xlsx")
    ran = bench.check("a.xlsx", "b.xlsx")
    assert [
        (f["code"], f["severity"], f["file"], f["cell"])
        for f in ran.doc["findings"]
        if f["severity"] != "info"
    ] == [("RW301", "error", "b.xlsx", "A2")]
    assert "a.xlsx" in ran.doc["findings"][0]["message"]


def test_a_part_that_exceeds_its_whole_is_taken_out(bench: Any, library: Any) -> None:
    """The part is the error and is taken out; the whole stays."""
    book = bench.libraries(
        library("A", staff_total=4, staff_trained=5, library_visits=3, library_visits_students=4)
    )
    ran = bench.check(book)
    assert ran.faults == [("RW302", "error", "G2"), ("RW302", "error", "I2")]
    result = bench.evaluate(book).result("A", "staff-training")
    assert (result["status"], result["reason"], result["value"]) == ("not_assessable", "invalid_input", None)
    assert bench.evaluate(book).read("A", "staff_total") == 4


@pytest.mark.parametrize(
    ("sheet", "part", "whole"),
    [
        ("Libraries", "library_visits_students", "library_visits"),
        ("Libraries", "active_users", "population_to_be_served"),
        ("Museums", "museum_visits_students", "museum_visits_domestic"),
        ("Museums", "museum_visits_tours", "museum_visits_domestic"),
        ("Cultural houses", "cultural_house_participants", "population_to_be_served"),
        ("Museums", "staff_trained", "staff_total"),
    ],
)
def test_every_part_and_its_whole(bench: Any, house: Any, sheet: Any, part: Any, whole: Any) -> None:
    """Each part is at most its whole; equal is sound."""
    assert bench.check(bench.book({sheet: [house(**{part: 7, whole: 7})]})).faults == []
    assert bench.check(bench.book({sheet: [house(**{part: 8, whole: 7})]})).faults == [
        ("RW302", "error", "G2")
    ]


# --- reported figures --------------------------------------------------------------------------

REPORTED = ["target", "level", "area", "district", "year", "period", "percent", "note"]


@pytest.mark.parametrize("sheet", ["Reported", "Số liệu đã công bố"])
@pytest.mark.parametrize(
    "header",
    [
        REPORTED,
        [
            "Mã chỉ tiêu",
            "Cấp",
            "Khu vực",
            "Huyện, thành phố",
            "Năm",
            "Kỳ báo cáo",
            "Giá trị (%)",
            "Giải trình",
        ],
    ],
)
def test_a_reported_figure_stands_as_a_group_of_its_own(bench: Any, sheet: Any, header: Any) -> None:
    """A reported figure is a group without members, even without a unit."""
    row = ["museum-visits-growth", None, None, None, 2020, None, -13, None]
    ran = bench.evaluate(bench.book({sheet: [header, row]}), "--plan", "ha-giang-2020")
    group = ran.group("museum-visits-growth")
    assert (group["value"], group["status"], group["origin"]) == (-0.13, "not_met", "reported")
    assert (group["members"], group["reporting"]) == (None, None)
    assert ran.code == 0


@pytest.mark.parametrize(
    ("typed", "style", "value"),
    [
        (85.7, "General", 0.857),
        (0.857, "0.00%", 0.857),
        (1, "0%", 1),
        (100, "General", 1),
        (-0.13, "0%", -0.13),
    ],
)
def test_percent_as_it_is_shown(bench: Any, typed: Any, style: Any, value: Any) -> None:
    """A cell with a percentage format is taken as it is shown, another one in percent."""
    row = ["heritage-day", None, None, None, 2020, None, typed, None]
    book = bench.book({"Reported": [REPORTED, row]}, formats={"G2": style})
    assert bench.evaluate(book, "--plan", "ha-giang-2020").group("heritage-day")["value"] == value


def test_a_reported_figure_of_another_plan_is_passed_over(bench: Any, library: Any) -> None:
    """A target that the plan does not have is a note."""
    row = ["heritage-day", None, None, None, 2024, None, 5, None]
    ran = bench.check(bench.book({"Reported": [REPORTED, row], "Libraries": [library(library_visits=1)]}))
    assert ran.faults == []
    assert [found[2] for found in ran.brief if found[0] != "YR402"] == ["A2"]


def test_a_reported_figure_yields_to_units(bench: Any, library: Any) -> None:
    """It is used only where no unit of the group reports the target's own measures for the period."""
    rows = [REPORTED, ["library-visits-growth", None, None, None, 2024, None, 7, None]]
    own = [library("A", 2020, library_visits=100), library("A", 2024, library_visits=200)]
    ran = bench.evaluate(bench.book({"Reported": rows, "Libraries": own}))
    assert ran.group("library-visits-growth")["origin"] == "computed"
    own[1]["library_visits"] = None
    ran = bench.evaluate(bench.book({"Reported": rows, "Libraries": own}), "--year", 2024)
    group = ran.group("library-visits-growth")
    assert (group["origin"], group["value"], group["members"]) == ("reported", 0.07, None)


def test_a_reported_figure_of_a_scope(bench: Any) -> None:
    """Level narrows the figure to a scope."""
    rows = [
        ["library-free-internet", "Tỉnh", None, None, 2020, None, 100, None],
        ["library-free-internet", "district", None, None, 2020, "Cả năm", 100, None],
        ["library-free-internet", "commune", None, None, 2020, "year", 100, None],
        ["cultural-house-participation", None, "rural", None, 2020, None, 50, None],
    ]
    ran = bench.evaluate(bench.book({"Reported": [REPORTED, *rows]}), "--plan", "ha-giang-2020")
    assert [(g["target"], g["scope"], g["status"], g["attainment"]) for g in ran.doc["groups"]] == [
        ("library-free-internet", {"level": "province"}, "met", 1),
        ("library-free-internet", {"level": "district"}, "exceeded", 1.25),
        ("library-free-internet", {"level": "commune"}, "exceeded", 2),
        ("cultural-house-participation", {"area": "rural"}, "exceeded", 1.25),
    ]


# --- commitments -------------------------------------------------------------------------------


def test_commitments_of_a_column_and_of_a_count(bench: Any, library: Any, museum: Any) -> None:
    """A commitment has a column of its own, but for the two that a count of one or more fulfils."""
    ran = bench.evaluate(
        bench.book(
            {
                "Libraries": [
                    library(
                        "L",
                        book_day="có",
                        library_promotion="không",
                        library_visits=9,
                        library_visits_students=1,
                    )
                ],
                "Museums": [museum("M", touring_exhibitions=0)],
            }
        )
    )
    done = {c["commitment"]: (c["done"], c["sheet"], c["cell"]) for c in ran.unit("L")["commitments"]}
    assert done["book-day"] == (True, "Libraries", "F2")
    assert done["library-promotion"] == (False, "Libraries", "G2")
    assert done["library-student-outreach"] == (True, "Libraries", "I2")
    assert done["spring-press-festival"] == (None, None, None)
    museum_done = {c["commitment"]: c["done"] for c in ran.unit("M")["commitments"]}
    assert museum_done["touring-exhibitions"] is False
    assert museum_done["heritage-day"] is None

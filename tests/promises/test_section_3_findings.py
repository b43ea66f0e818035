"""Each finding's code, severity and place, and that one cause is one finding."""

from __future__ import annotations

from typing import Any

import pytest

EVERY = (
    *("WB001", "WB002", "WB003", "WB004"),
    *("SH101", "SH102", "SH103", "SH104", "SH105", "SH106", "SH107", "SH108", "SH109"),
    *(f"CE{n}" for n in range(201, 215)),
    *(f"RW{n}" for n in range(301, 307)),
    *("YR401", "YR402", "YR403", "YR404", "RG501", "RG502", "RG503"),
)


@pytest.mark.parametrize("code", EVERY)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_code_is_explained(bench: Any, code: Any, lang: Any) -> None:
    """Each code that must exist is explained in both languages."""
    ran = bench.run("explain", code, "--lang", lang)
    assert ran.code == 0
    assert code in ran.out.decode()


def test_a_finding_names_its_place(bench: Any, library: Any) -> None:
    """A finding has every field, null where it does not apply, and the path as given."""
    bench.libraries(library("A", library_visits=-3))
    ran = bench.check("./form.xlsx")
    found = ran.doc["findings"][0]
    assert list(found) == [
        *(
            "code",
            "severity",
            "file",
            "sheet",
            "cell",
            "line",
            "column",
            "header",
            "unit",
            "message",
            "remedy",
        )
    ]
    assert (found["code"], found["file"], found["sheet"], found["cell"], found["unit"]) == (
        *("CE204", "./form.xlsx", "Libraries", "F2", "A"),
    )
    assert (found["line"], found["column"]) == (None, None)
    assert found["header"] == "library_visits"
    assert found["message"]
    assert found["remedy"]


def test_the_same_fault_down_a_column(bench: Any, library: Any) -> None:
    """JSON lists each cell; the text names the count and the first three."""
    book = bench.libraries(*(library(f"U{i}", library_visits="abc") for i in range(5)))
    ran = bench.check(book)
    assert ran.faults == [("CE202", "error", f"F{i}") for i in range(2, 7)]
    text = bench.run("check", book).out.decode()
    assert all(cell in text for cell in ("F2", "F3", "F4"))
    assert "F5" not in text
    assert "5" in text


def test_differing_names_of_one_unit(bench: Any, library: Any) -> None:
    """One unit under two names is a warning."""
    rows = [library("A", 2023, library_visits=1), library("A", 2024, library_visits=1, unit_name="Khác")]
    ran = bench.check(bench.libraries(*rows))
    assert [found[:2] for found in ran.faults] == [("RW304", "warning")]


def test_a_level_that_differs_in_another_year_is_no_fault(bench: Any, library: Any) -> None:
    """A level may change from year to year and not within one."""
    rows = [library("A", 2023, library_visits=1), library("A", 2024, library_visits=1, level="district")]
    assert bench.check(bench.libraries(*rows)).faults == []
    rows = [
        library("A", 2024, period="h1", library_visits=1),
        library("A", 2024, period="year", library_visits=1, level="district"),
    ]
    assert [found[:2] for found in bench.check(bench.libraries(*rows)).faults] == [("RW304", "warning")]


def test_a_year_below_its_first_half(bench: Any, library: Any) -> None:
    """A flow smaller for the year than for its half is a warning; a stock may fall."""
    rows = [
        library("A", period="h1", library_visits=10, staff_total=9),
        library("A", period="year", library_visits=9, staff_total=8),
    ]
    ran = bench.check(bench.libraries(*rows))
    assert ran.faults == [("RW305", "warning", "G3")]


def test_a_changed_past_figure(bench: Any, library: Any) -> None:
    """A figure that differs from the earlier submission is a warning at the new cell."""
    bench.libraries(library("A", 2023, library_visits=10), name="old.xlsx")
    bench.libraries(library("A", 2023, library_visits=11), name="new.xlsx")
    ran = bench.check("new.xlsx", "--against", "old.xlsx")
    assert ran.faults == [("RW306", "warning", "F2")]
    message = next(f["message"] for f in ran.doc["findings"] if f["code"] == "RW306")
    assert "10" in message
    assert "11" in message
    assert [f["path"] for f in ran.doc["files"]] == ["new.xlsx"]


@pytest.mark.parametrize(
    ("before", "now", "doubted"),
    [(100, 500, False), (100, 501, True), (500, 100, False), (500, 99, True), (10, 99, False)],
)
def test_a_jump_between_years(bench: Any, library: Any, before: Any, now: Any, doubted: Any) -> None:
    """Beyond the plan's factor from one year to the next a figure is doubted."""
    rows = [library("A", 2023, library_visits=before), library("A", 2024, library_visits=now)]
    expected = [("YR401", "warning", "F3")] if doubted else []
    assert bench.check(bench.libraries(*rows)).faults == expected


def test_no_base_year_figure(bench: Any, library: Any) -> None:
    """A unit without a base-year figure of a growth is noted once."""
    ran = bench.check(bench.libraries(library("A", 2024, library_visits=5)))
    assert [found[:2] for found in ran.brief] == [("YR402", "info")]
    rows = [library("A", 2020, library_visits=5), library("A", 2024, library_visits=5)]
    assert bench.check(bench.libraries(*rows)).brief == []


def test_differing_from_the_register(bench: Any, library: Any) -> None:
    """A level that differs from the register's is a warning."""
    (bench.folder / "r.csv").write_text(
        "kind,unit_code,unit_name,level,district\nlibrary,A,TV A,district,Đồng Văn\n", encoding="utf-8"
    )
    ran = bench.check(bench.libraries(library("A", library_visits=5)), "--units", "r.csv")
    assert ran.faults == [("RG502", "warning", "C2")]


def test_one_cause_one_finding(bench: Any, library: Any) -> None:
    """A cell with a fault is not also part of another."""
    ran = bench.check(bench.libraries(library("A", staff_total=3, staff_trained=-4.5, year=2024)))
    assert ran.faults == [("CE203", "error", "G2")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "WB001"),
        (b"%PDF-1.4 x", "WB001"),
        (b"PK\x03\x04 broken", "WB001"),
        (b"a,b,c\n1,2,3\n", "WB001"),
    ],
)
def test_what_is_no_workbook(bench: Any, library: Any, data: Any, code: Any) -> None:
    """A file that is no workbook is one error; the others are read."""
    bench.libraries(library("A", library_visits=1), name="a.xlsx")
    (bench.folder / "b.xlsx").write_bytes(data)
    ran = bench.check("a.xlsx", "b.xlsx")
    assert [(f["code"], f["file"]) for f in ran.doc["findings"] if f["severity"] == "error"] == [
        (code, "b.xlsx")
    ]
    assert ran.code == 1
    evaluated = bench.evaluate("a.xlsx", "b.xlsx")
    assert evaluated.code == 1
    assert [u["code"] for u in evaluated.doc["units"]] == ["A"]


@pytest.mark.parametrize("count", [2, 9, 66, 98, 99, 100, 101, 301, 1001])
def test_a_sheet_of_more_rows_than_the_limit_is_refused(bench: Any, library: Any, count: int) -> None:
    """One row more than the limit is one too many, however few or many they are."""
    rows = [library(f"L{number}", library_visits=1) for number in range(count - 1)]
    book = bench.libraries(*rows)
    sound = bench.check(book, "--max-rows", count)
    assert [found for found in sound.brief if found[0] == "WB003"] == []
    refused = bench.check(book, "--max-rows", count - 1)
    assert [found for found in refused.brief if found[0] == "WB003"] == [("WB003", "error", None)]


@pytest.mark.parametrize("count", [12, 64, 65, 66, 80, 300])
def test_a_sheet_of_more_columns_than_the_limit_is_refused(bench: Any, library: Any, count: int) -> None:
    """One column more than the limit is one too many."""
    more = {f"x{number}": 1 for number in range(count - len(library(library_visits=1)))}
    book = bench.libraries(library(library_visits=1) | more)
    assert "WB003" not in [found[0] for found in bench.check(book, "--max-columns", count).brief]
    refused = bench.check(book, "--max-columns", count - 1)
    assert [found for found in refused.brief if found[0] == "WB003"] == [("WB003", "error", None)]

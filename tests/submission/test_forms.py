"""Sound workbooks in every permitted form give the same figures and no finding above info."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.submission import INVALID, MISSING, CellRef
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission import SubmissionReading

HEAD = [
    "unit_code",
    "unit_name",
    "level",
    "district",
    "year",
    "period",
    "library_visits",
    "free_internet_access",
]
VIETNAMESE = [
    "Mã đơn vị", "TÊN ĐƠN VỊ", "Cấp", "Huyện,\nthành phố", "Năm", "Kỳ báo cáo",
    "Số lượt người sử dụng thư viện", "Có dịch vụ truy cập internet miễn phí",
]  # fmt: skip
ROWS: list[list[Any]] = [
    ["02", "Thư viện tỉnh", "Tỉnh", "", 2020, "", 1000, "có"],
    ["024", "Thư viện A", "Huyện", "Đồng Văn", 2020, "Cả năm", 200, "x"],
]
EXPECTED = ([1000, 200], [1, 1])


def figures(reading: SubmissionReading) -> tuple[list[int], list[int]]:
    """Return the two measures of the libraries in 2020."""
    panel = reading.submission.panels["library"]
    return (
        list(panel.values("library_visits", 2020, "year")),
        list(panel.values("free_internet_access", 2020, "year")),
    )


FORMS: dict[str, dict[str, Any]] = {
    "plain": {"Libraries": [HEAD, *ROWS]},
    "Vietnamese, titles above": {
        "Thư viện": [
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Biểu số 1", "Năm 2020"], [""], VIETNAMESE, *ROWS
        ]
    },
    "serial and index row": {
        "THƯ VIỆN": [
            ["STT", *VIETNAMESE], ["A", "B", "C", "D", "E", 1, 2, 3, 4],
            *([number, *row] for number, row in enumerate(ROWS, 1)),
        ]
    },
    "bracketed index row": {"Libraries": [HEAD, [f"({n})" for n in range(1, 9)], *ROWS]},
    "columns turned round": {"Libraries": [row[::-1] for row in [HEAD, *ROWS]]},
    "decomposed letters": {"Thư viện": [["Mã đơn vị", *VIETNAMESE[1:]], *ROWS]},
    "hidden sheet": {"Guide": [["x"]], "Libraries": {"rows": [HEAD, *ROWS], "hidden": True}},
    "total and signatures": {
        "Libraries": [
            HEAD, *ROWS, ["Tổng cộng:", "", "", "", "", "", 1200, ""], [],
            ["", "", "", "", "", "", "Hà Giang, ngày 5 tháng 1 năm 2021", ""],
            ["Người lập biểu", "", "", "", "", "", "GIÁM ĐỐC", ""],
        ]
    },
    "head of a part merged in the second table": {
        "Libraries": {
            "rows": [HEAD, ROWS[0], [*HEAD[:6], *HEAD[:5:-1]], ["Cấp huyện"], [*ROWS[1][:6], "x", 200]],
            "merges": ["A4:E4"],
        }
    },
    "guide beside it": {"Guide": [["unit_code", "year", "level"]], "Libraries": [HEAD, *ROWS]},
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_sound_form(read: Callable[..., SubmissionReading], form: str) -> None:
    """A sound workbook is read the same in whichever permitted form it was written."""
    reading = read(FORMS[form])
    assert figures(reading) == EXPECTED
    assert [found for found in reading.findings if found.severity is not Severity.INFO] == []


def test_merged_identity_counts_for_every_row(read: Callable[..., SubmissionReading]) -> None:
    """A merged code, name, level and district stand for every row that they cover."""
    rows = [HEAD, ROWS[1], ["", "", "", "", 2021, "", 210, "x"]]
    merges = [f"{letter}2:{letter}3" for letter in "ABCD"]
    reading = read({"Libraries": {"rows": rows, "merges": merges}})
    panel = reading.submission.panels["library"]
    assert [panel.values("library_visits", year, "year") for year in (2020, 2021)] == [[200], [210]]
    assert len(reading.findings) == 0


def test_one_bad_cell_takes_out_nothing_else(read: Callable[..., SubmissionReading]) -> None:
    """An error takes out its cell, and the rest of the row stands."""
    reading = read({"Libraries": [HEAD, ROWS[0], [*ROWS[1][:6], "12 triệu", "có"]]})
    assert figures(reading) == ([1000, INVALID], [1, 1])


def test_column_twice_is_taken_out(read: Callable[..., SubmissionReading]) -> None:
    """Where a column stands twice, a figure in either is invalid and a blank in both is missing."""
    rows = [[*HEAD, "library_visits"], [*ROWS[0], ""], [*ROWS[1][:6], "", "x", ""]]
    assert figures(read({"Libraries": rows})) == ([INVALID, MISSING], [1, 1])


def test_values_of_two_rows_come_together(read: Callable[..., SubmissionReading]) -> None:
    """A value from the second row of a unit and period counts, and its own cell is named as its place."""
    reading = read({"Libraries": [HEAD, [*ROWS[1][:6], 200, ""], [*ROWS[1][:6], "", "x"]]})
    assert figures(reading) == ([200], [1])
    panel = reading.submission.panels["library"]
    assert panel.place(0, "free_internet_access", 2020, "year") == CellRef("a.xlsx", "Libraries", 3, 8)


def test_conflict_of_two_rows_is_taken_out(read: Callable[..., SubmissionReading]) -> None:
    """Only the measure in conflict is taken out."""
    reading = read({"Libraries": [HEAD, ROWS[1], [*ROWS[1][:6], 300, "x"]]})
    assert figures(reading) == ([INVALID], [1])


def test_files_in_any_order_and_any_number_of_processes(
    make: Callable[[str, object], str], plan: Plan
) -> None:
    """The outcome depends neither on the order of the paths nor on how many processes read."""
    names = [make(f"{n}.xlsx", {"Libraries": [HEAD, [*ROWS[n][:6], -1, "có"]]}) for n in (0, 1)]
    readings = [
        read_submission(paths, plan, ReadOptions(jobs=jobs))
        for paths in (names, names[::-1])
        for jobs in (1, 2)
    ]
    assert [list(one.findings) for one in readings] == [list(readings[0].findings)] * 4
    assert [one.submission.files for one in readings] == [readings[0].submission.files] * 4
    assert [figures(one) for one in readings] == [([INVALID, INVALID], [1, 1])] * 4


def test_one_spelling_of_a_district(read: Callable[..., SubmissionReading]) -> None:
    """Spellings of one district are brought to the most frequent one."""
    districts = ["Huyện Đồng Văn", "Đồng Văn", "đồng  văn", "Đồng Văn"]
    rows = [[f"0{n}", f"Thư viện {n}", "Xã", name, 2020, "", 1, ""] for n, name in enumerate(districts)]
    panel = read({"Libraries": [HEAD, *rows]}).submission.panels["library"]
    assert set(panel.district) == {"Đồng Văn"}


def test_the_register_spells_a_district(read: Callable[..., SubmissionReading], tmp_path: Path) -> None:
    """The register's spelling goes before the most frequent one; a district that it does not have keeps
    the latter."""
    register = tmp_path / "units.csv"
    register.write_text(
        "unit_code,kind,unit_name,level,district\n01,library,Thư viện 1,commune,Huyện Đồng Văn\n", "utf-8"
    )
    districts = ["Đồng Văn", "đồng văn", "Đồng Văn", "Yên Minh", "yên minh", "Yên Minh"]
    rows = [[f"0{n}", f"Thư viện {n}", "Xã", name, 2020, "", 1, ""] for n, name in enumerate(districts)]
    reading = read({"Libraries": [HEAD, *rows]}, register=str(register))
    assert reading.submission.panels["library"].district == ["Huyện Đồng Văn"] * 3 + ["Yên Minh"] * 3


def test_progress_names_every_workbook(make: Callable[[str, object], str], plan: Plan) -> None:
    """Progress counts up to the number of workbooks, with the rows so far."""
    names = [make(f"{n}.xlsx", {"Libraries": [HEAD, ROWS[n]]}) for n in (0, 1)]
    seen: list[tuple[int, int, str, int]] = []
    read_submission(names, plan, ReadOptions(progress=seen.append))
    assert seen == [(1, 2, "0.xlsx", 1), (2, 2, "1.xlsx", 2)]

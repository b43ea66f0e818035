"""Runs that cannot start, or have nothing to report on: one clear message, the right exit code."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
FODS = b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'


def test_missing_file_cannot_start(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A path that does not exist is a usage fault, named, in one line."""
    ran = llplan("evaluate", "nowhere.xlsx", cwd=tmp_path)
    assert ran == (2, "", "llplan: nowhere.xlsx does not exist. Check the path.\n")


def test_empty_folder_cannot_start(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A folder without a workbook cannot be read as a submission."""
    (tmp_path / "empty").mkdir()
    ran = llplan("evaluate", "empty", cwd=tmp_path, LLPLAN_LANG="vi")
    assert ran.code == 2
    assert ran.err == (
        "llplan: Trong empty không có tệp .xlsx hoặc .xlsm nào. Đề nghị chỉ đúng thư mục hoặc tệp số liệu.\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "code", "word"),
    [
        ("report.xlsx", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "WB001", "PDF"),
        ("old.xls", OLE + b"\0" * 600, "WB004", ".xlsx"),
        ("flat.fods", FODS, "WB004", "OpenDocument spreadsheet (.ods, .fods)"),
        ("flat.xlsx", FODS, "WB004", ".xlsx"),
        ("page.xlsx", b"<html><table><tr><td>1</td></tr></table></html>", "WB001", "HTML"),
        ("nothing.xlsx", b"", "WB001", "empty"),
    ],
)
def test_what_is_no_workbook_is_a_finding(
    llplan: Callable[..., Ran], tmp_path: Path, name: str, content: bytes, code: str, word: str
) -> None:
    """A file that is no workbook is named with what it is; the run goes on and ends with 1."""
    (tmp_path / name).write_bytes(content)
    ran = llplan("check", name, "--format", "json", cwd=tmp_path)
    first = json.loads(ran.out)["findings"][0]
    assert (ran.code, first["code"], first["severity"], first["file"]) == (1, code, "error", name)
    assert word in first["message"] + first["remedy"]
    assert "Traceback" not in ran.err


def _saved(path: Path, sheet: str, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_workbook_of_other_sheets(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A workbook without a sheet of the plan is one error of the file; that its sheets are passed over and no
    row is usable follows from it and is not said again."""
    _saved(tmp_path / "other.xlsx", "Budget", [["Item", "Amount"], ["Books", 12]])
    ran = llplan("check", "other.xlsx", "--format", "json", cwd=tmp_path)
    codes = [finding["code"] for finding in json.loads(ran.out)["findings"]]
    assert (ran.code, sorted(codes)) == (1, ["SH101"])


def test_form_without_a_row(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A form that nobody filled in has no usable row, and the evaluation says so instead of scoring."""
    header: list[object] = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits"]
    _saved(tmp_path / "form.xlsx", "Libraries", [header])
    ran = llplan("evaluate", "form.xlsx", cwd=tmp_path)
    assert ran.code == 1
    assert "SH108" in ran.out
    assert "Traceback" not in ran.err


def test_a_year_or_a_period_without_a_row(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A year that nobody has a row of is said in words; of a period without any nothing is evaluated."""
    head: list[object] = ["unit_code", "unit_name", "level", "district", "year", "library_visits"]
    _saved(tmp_path / "a.xlsx", "Libraries", [head, ["024", "A", "district", "Đồng Văn", 2020, 5]])
    for command in ("check", "evaluate"):
        ran = llplan(command, "a.xlsx", "--year", "2025", cwd=tmp_path)
        assert ran.code == 0
        assert "No unit has a row of 2025 (Whole year); there are rows of: 2020." in " ".join(ran.out.split())
    half = ("a.xlsx", "--period", "h1", "--year", "2020")
    assert "No unit has a row for this period: First half-year." in llplan("check", *half, cwd=tmp_path).out
    said = "llplan: There is no usable row for the period First half-year. Run llplan check to see why.\n"
    assert llplan("evaluate", *half, cwd=tmp_path) == (2, "", said)


def test_faulty_plan_names_line_and_column(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A faulty plan cannot be used: file, line and column of each fault, exit 2."""
    shutil.copytree(ROOT / "targets" / "ha-giang-2030", tmp_path / "plan")
    file = tmp_path / "plan" / "staff.yaml"
    upside_down = file.read_text(encoding="utf-8").replace("[20 %, 25 %]", "[25 %, 20 %]")
    file.write_text(upside_down, encoding="utf-8")
    ran = llplan("evaluate", SAMPLE, "--plan", tmp_path / "plan")
    assert (ran.code, ran.out) == (2, "")
    assert "staff.yaml:" in ran.err
    assert "PL9" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Usage: llplan COMMAND …\n"
            "\n"
            "The year in five commands:\n"
            "  template  Make the form that units fill in, empty or with what is known.\n"
            "  collect   Put many filled forms into one workbook, each value as typed.\n"
            "  check     Check workbooks: what is wrong, in which cell, what to do.\n"
            "  evaluate  Score every unit and judge every group against the plan.\n"
            "  summary   Write the half-year or year-end report.\n"
            "\n"
            "All commands: llplan --help. One of them: llplan evaluate --help.\n"
            "Data to try them on: llplan sample.\n",
        ),
        (
            "vi",
            "Cách dùng: llplan LỆNH …\n"
            "\n"
            "Một năm công tác, năm lệnh:\n"
            "  template  Lập biểu số liệu để đơn vị điền, trống hoặc điền sẵn phần đã biết.\n"
            "  collect   Gộp nhiều biểu đã điền thành một tệp, giữ nguyên giá trị đã gõ.\n"
            "  check     Kiểm tra tệp số liệu: sai ở đâu, ô nào, cách sửa.\n"
            "  evaluate  Chấm điểm từng đơn vị và đánh giá từng nhóm theo kế hoạch.\n"
            "  summary   Lập báo cáo 6 tháng hoặc báo cáo năm.\n"
            "\n"
            "Mọi lệnh: llplan --help. Từng lệnh: llplan evaluate --help.\n"
            "Số liệu mẫu để làm thử: llplan sample.\n",
        ),
    ],
)
def test_without_a_command_the_year_is_shown(llplan: Callable[..., Ran], lang: str, said: str) -> None:
    """Who names no command reads those of the year in their order, on standard error."""
    ran = llplan(LLPLAN_LANG=lang)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_unknown_option_is_wrong_usage(llplan: Callable[..., Ran]) -> None:
    """An option that does not exist is wrong usage."""
    ran = llplan("evaluate", SAMPLE, "--colour")
    assert (ran.code, ran.out) == (2, "")
    assert "--colour" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unit", "999"], "No unit has the code 999. Codes are text: leading zeros count."),
        (["--period", "h2"], "There is no period h2. Periods: year, h1."),
        (["--year", "1999"], "The year 1999 is not between 2000 and 2100."),
        (["--kind", "zoo"], "The plan has no kind of unit zoo. Its kinds: library, museum, cultural_house."),
        (["--format", "pdf"], "There is no format pdf here."),
        (["--fail-on", "rain"], "--fail-on cannot be rain. Allowed: warning, not_met, no_data."),
        (["--lang", "fr"], "--lang cannot be fr. Allowed: en, vi."),
        (["--by", "village"], "--by cannot be village. Allowed: district."),
        (["--plan", "atlantis"], "There is no plan atlantis."),
    ],
)
def test_values_that_mean_nothing(llplan: Callable[..., Ran], arguments: list[str], message: str) -> None:
    """A value that the plan or the submission does not know is refused with what is known."""
    ran = llplan("evaluate", SAMPLE, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"llplan: {message}")
    assert len(ran.err.splitlines()) == 1

"""A marked copy that was worked on and marked again has the marks of its last round alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tests.forms.conftest import recalculated
from tests.submission.conftest import write_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Llplan = Callable[..., tuple[int, str, str]]

OWN = "Ghi chú của đơn vị"
ROWS = [
    ["unit_code", "unit_name", "level", "district", "year", "library_visits", "active_users"],
    ["024", "Thư viện A", "Huyện", "Đồng Văn", 2020, "nhiều", 10],
    ["026", "Thư viện B", "Huyện", "Đồng Văn", 2020, -5, "x"],
]


@pytest.fixture
def marked(tmp_path: Path, llplan: Llplan) -> Path:
    """The marked copy of a workbook with three faults, a note of its own and coloured cells."""
    path = tmp_path / "a.xlsx"
    write_workbook(path, {"Libraries": ROWS})
    book = openpyxl.load_workbook(path)
    sheet = book["Libraries"]
    sheet["F2"].comment = Comment(OWN, "Lan")
    sheet["F3"].fill = PatternFill("solid", fgColor="FF112233")
    sheet["F3"].font = Font(color="FFFFFFFF", bold=True)
    sheet["G3"].fill = PatternFill("solid", fgColor="FFCCFFCC")
    book.save(path)
    return annotated(path, tmp_path / "marked.xlsx", llplan)


def annotated(path: Path, to: Path, llplan: Llplan, lang: str = "en") -> Path:
    """Mark a workbook."""
    llplan("check", path, "--annotate", to, "--lang", lang, "-q")
    return to


def seen(path: Path) -> tuple[list[str], dict[str, tuple[str, str]], list[Any]]:
    """Return the sheets, the notes and grounds of cells, and the codes that are listed."""
    book = openpyxl.load_workbook(path)
    cells = {
        cell.coordinate: (
            cell.comment.text if cell.comment else "", cell.fill.fgColor.rgb if cell.fill.patternType else "",
        )
        for row in book["Libraries"].iter_rows()
        for cell in row
        if cell.comment or cell.fill.patternType
    }  # fmt: skip
    listed = [row[8].value for row in book.worksheets[0].iter_rows(min_row=6) if row[0].value]
    return book.sheetnames, cells, listed


def test_marking_twice_is_marking_once(marked: Path, tmp_path: Path, llplan: Llplan) -> None:
    """Nothing is added to a copy that nobody changed, however often it is marked."""
    again = annotated(marked, tmp_path / "again.xlsx", llplan)
    third = annotated(again, tmp_path / "third.xlsx", llplan)
    assert seen(marked) == seen(again) == seen(third)
    sheets, cells, listed = seen(marked)
    assert (sheets, sorted(listed)) == (["Findings", "Libraries"], ["CE202", "CE202", "CE204"])
    assert set(cells) == {"F2", "F3", "G3"}


def test_what_was_mended_loses_its_mark(marked: Path, tmp_path: Path, llplan: Llplan) -> None:
    """A mended cell has its own ground, letters and note again, and the list names what is left."""
    book = openpyxl.load_workbook(marked)
    book["Libraries"]["F3"], book["Libraries"]["G3"] = 11200, 10
    book.save(tmp_path / "mended.xlsx")
    second = annotated(tmp_path / "mended.xlsx", tmp_path / "second.xlsx", llplan, "vi")
    sheets, cells, listed = seen(second)
    assert (sheets, listed) == (["Kết quả kiểm tra", "Libraries"], ["CE202"])
    said = (
        "LỖI CE202: “nhiều” không phải là số.\n→ Đề nghị nhập số nguyên, hoặc để trống nếu không có số liệu."
    )
    assert cells == {
        "F2": (f"{OWN}\n\n{said}", "FFF8C9C4"), "F3": ("", "FF112233"), "G3": ("", "FFCCFFCC"),
    }  # fmt: skip
    font = openpyxl.load_workbook(second)["Libraries"]["F3"].font
    assert (font.color.rgb, font.b) == ("FFFFFFFF", True)
    book = openpyxl.load_workbook(second)
    book["Libraries"]["F2"] = 100
    book.save(tmp_path / "sound.xlsx")
    third = annotated(tmp_path / "sound.xlsx", tmp_path / "third.xlsx", llplan)
    assert seen(third) == (
        ["Findings", "Libraries"],
        {"F2": (OWN, ""), "F3": ("", "FF112233"), "G3": ("", "FFCCFFCC")},
        [],
    )


def test_a_copy_that_another_program_saved(marked: Path, tmp_path: Path, llplan: Llplan) -> None:
    """LibreOffice writes notes and styles anew; the next round's marks are the only ones all the same."""
    saved = recalculated(marked, tmp_path / "saved")
    sheets, cells, listed = seen(annotated(saved, tmp_path / "second.xlsx", llplan))
    assert (sheets, sorted(listed)) == (["Findings", "Libraries"], ["CE202", "CE202", "CE204"])
    assert {cell: text.count("→") for cell, (text, _) in cells.items()} == {"F2": 1, "F3": 1, "G3": 1}
    assert cells["F2"][0].startswith(OWN)


def test_a_sheet_of_the_clerk_with_that_name_is_left_alone(tmp_path: Path, llplan: Llplan) -> None:
    """A sheet called “Findings” that the program did not write is no list of an earlier round."""
    write_workbook(tmp_path / "a.xlsx", {"Libraries": ROWS, "Findings": [["Ngày", "Việc"], ["1/1", "xong"]]})
    copy = annotated(tmp_path / "a.xlsx", tmp_path / "copy.xlsx", llplan)
    book = openpyxl.load_workbook(copy)
    assert book.sheetnames == ["Findings 2", "Libraries", "Findings"]
    assert book["Findings"]["B2"].value == "xong"

"""A small catalogue of the tests' own, and the reports that every format is tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning import catalogue
from lifelong_learning.catalogue import Entry, Wording
from lifelong_learning.model.findings import FaultRun, Finding, Findings, Severity
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.submission import FileInfo
from lifelong_learning.reports.checks.report import CheckReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Scorecard


def written(format: ModuleType, found: CheckReport | Scorecard, lang: Lang) -> bytes:
    """Return a document that a format writes in pieces."""
    return b"".join(format.stream(found, lang))


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def _entry(code: str, severity: Severity, title: tuple[str, str], *texts: tuple[str, str]) -> Entry:
    message, remedy = (Bilingual(*text) for text in texts)
    explanation = Bilingual(f"{title[0]}, explained.", f"Giải thích: {title[1]}.")
    return Entry(code, severity, Bilingual(*title), explanation, {"": Wording(message, remedy)})


ENTRIES = (
    _entry(
        "CE202", ERROR, ("Not a number", "Không phải là số"),
        ("Cell {cell}: “{value}” is not a number.", "Ô {cell}: giá trị “{value}” không phải là số."),
        ("Type the figure of “{header}” in digits.", "Đề nghị nhập lại “{header}” bằng chữ số."),
    ),
    _entry(
        "CE207", WARNING, ("Number stored as text", "Số lưu dưới dạng văn bản"),
        ("Cell {cell}: “{value}” is text; it was read as a number.",
         "Ô {cell}: “{value}” là văn bản, đã được đọc như số."),
        ("Format the cell as a number.", "Đề nghị định dạng ô là số."),
    ),
    _entry(
        "PL901", ERROR, ("Unknown key", "Khóa không hợp lệ"),
        ("The key “{key}” is not known.", "Không có khóa “{key}”."),
        ("Correct or remove it.", "Đề nghị sửa hoặc xóa."),
    ),
    _entry(
        "RG503", INFO, ("Expected unit did not report", "Đơn vị chưa báo cáo"),
        ("The unit {unit} did not report.", "Đơn vị {unit} chưa báo cáo."),
        ("Ask it for its form.", "Đề nghị đôn đốc đơn vị nộp biểu."),
    ),
    _entry(
        "SH103", ERROR, ("Required column missing", "Thiếu cột bắt buộc"),
        ("The column “{column_name}” is missing.", "Thiếu cột “{column_name}”."),
        ("Add the column to the header row.", "Đề nghị bổ sung cột vào hàng tiêu đề."),
    ),
    _entry(
        "SH106", INFO, ("Sheet passed over", "Trang tính bị bỏ qua"),
        ("The sheet “{sheet}” was passed over.", "Trang tính “{sheet}” bị bỏ qua."),
        ("", ""),
    ),
    _entry(
        "SH108", ERROR, ("No usable row", "Không có hàng nào sử dụng được"),
        ("No workbook has a usable row.", "Không tệp nào có hàng sử dụng được."),
        ("Fill in the form.", "Đề nghị nhập số liệu vào biểu."),
    ),
    _entry(
        "WB001", ERROR, ("Not a workbook", "Không phải là tệp bảng tính"),
        ("The file cannot be read as a workbook.", "Không đọc được tệp như một bảng tính."),
        ("Save it again as .xlsx.", "Đề nghị lưu lại dưới dạng .xlsx."),
    ),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Word findings by the catalogue above, unless a test asks for the real one."""
    if "real_catalogue" not in request.fixturenames:
        own = {entry.code: entry for entry in ENTRIES}
        monkeypatch.setattr(catalogue, "entries", lambda: own)
        monkeypatch.setattr(catalogue, "entry", own.__getitem__)


@pytest.fixture
def real_catalogue() -> None:
    """Keep the catalogue of the package in a test that asks for this."""


def _report(findings: Findings, files: Iterable[FileInfo]) -> CheckReport:
    return CheckReport("ha-giang-2030", "ab" * 32, 2020, 2030, tuple(files), findings, "1.2.3")


@pytest.fixture
def make_report() -> Callable[[Findings, Iterable[FileInfo]], CheckReport]:
    """Return a function that makes a report of findings and files."""
    return _report


BAD = "nộp/Vị Xuyên.xlsx"


@pytest.fixture
def report() -> CheckReport:
    """Return a report with every kind of place: a column of cells, one cell, a header row, a sheet,
    a file, units without a cell, YAML, the whole submission."""
    run = FaultRun(
        "CE202", ERROR, "", BAD, "Thư viện", 7, "Số lượt người sử dụng thư viện",
        [9, 7, 8, 12], ["n/a", "12 triệu", "chưa có", "?"], ["026", "024", "025", None],
    )  # fmt: skip
    singles = [
        Finding("CE207", WARNING, "", BAD, "Thư viện", 7, 8, "Số bản sách bổ sung", "024",
                args={"value": "3.500"}),
        Finding("SH103", ERROR, "", BAD, "Bảo tàng", 3, args={"column_name": "Mã đơn vị"}),
        Finding("SH106", INFO, "", BAD, "Sheet9"),
        Finding("WB001", ERROR, "", "nộp/hỏng, 100%.xlsx"),
        *(Finding("RG503", INFO, "", "register.csv", unit=unit) for unit in ("030", "031", "032", "033")),
        Finding("PL901", ERROR, "", "plan/plan.yaml", line=4, column=7, args={"key": "tresholds"}),
        Finding("SH108", ERROR),
    ]  # fmt: skip
    files = [
        FileInfo(BAD, "cd" * 32, 12, 11),
        FileInfo("nộp/hỏng, 100%.xlsx", None, 0, 0),
        FileInfo("nộp/tốt.xlsx", "ef" * 32, 3, 3),
    ]
    return _report(Findings(singles, [run]), files)


@pytest.fixture
def sound() -> CheckReport:
    """Return a report without a finding."""
    return _report(Findings(), [FileInfo("good.xlsx", "cd" * 32, 3, 3)])


NASTY = (
    "\x1b[31mred\x1b[0m",
    "[bold red]markup[/] :warning:",
    "right\u202eleft\u2066\u200b\ufeff",
    "=cmd|' /C calc'!A0",
    '+1+1;=HYPERLINK("http://x.example")',
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "one\ntwo\r\nthree\u2028four\x85five",
    "\n::error file=a::b",
    "::stop-commands::x ::::set-output name=a::b",
    "##[error]x ##vso[task.complete] ####[group]y",
    "a%0A::error::b, c:d%",
    "]]><script>alert(1)</script>&amp;<!-- \"'",
    "half \ud83d pair \udcff \udc00",
    "nul\x00 bell\x07 \x9b31m c1\x90 del\x7f nonchar\ufffe\uffff",
    "{0} {value} {{x}} %s [link](http://x.example) [1](2)",
    "tag\U000e0041 private\ue000 nbsp\xa0ideographic\u3000",
    "＝1+1",
    "x" * 2000,
)


@pytest.fixture(params=NASTY, ids=range(len(NASTY)))
def nasty(request: pytest.FixtureRequest) -> tuple[str, CheckReport]:
    """Return a text that means harm, and a report that has it in every place where a text can be."""
    text: str = request.param
    finding = Finding("CE202", ERROR, "", text, text, 7, 3, text, text, args={"value": text})
    at_sheet = Finding("SH106", INFO, "", text, text)
    at_file = Finding("PL901", WARNING, "", text, line=1, column=2, args={"key": text})
    run = FaultRun("CE207", WARNING, "", text, text, 4, text, [1, 2, 3, 4], [text] * 4, [text] * 4)
    return text, _report(Findings([finding, at_sheet, at_file], [run]), [FileInfo(text, None, 0, 0)])

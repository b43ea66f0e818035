"""The text for the clerk: width, places, and nothing alive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from lifelong_learning.model.findings import Finding, Findings, Severity
from lifelong_learning.reports.document.terminal import render
from lifelong_learning.reports.view import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.submission import FileInfo
    from lifelong_learning.reports.checks.report import CheckReport

    Make = Callable[[Findings, Iterable[FileInfo]], CheckReport]

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _text(report: CheckReport, lang: Lang, width: int = 80, *, colour: bool = False) -> str:
    return render(faults.document(report, lang), width=width, colour=colour)


@pytest.mark.parametrize("width", [40, 57, 80, 200])
def test_no_line_is_wider(width: int, report: CheckReport) -> None:
    """No line is wider than the terminal, nor ends in spaces."""
    lines = _text(report, "vi", width=width).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_narrow_terminals_get_forty_columns(report: CheckReport) -> None:
    """Below 40 columns the text stays as it is at 40."""
    assert _text(report, "en", width=10) == _text(report, "en", width=40)


def test_colour_adds_nothing_but_colour(report: CheckReport) -> None:
    """Without its colours the coloured text is the plain one."""
    coloured = _text(report, "en", colour=True)
    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == _text(report, "en")


def test_environment_changes_nothing(report: CheckReport, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour and width are arguments; variables of the environment do not reach the text."""
    plain, coloured = _text(report, "en"), _text(report, "en", colour=True)
    for name, value in (("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("COLUMNS", "33"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert _text(report, "en") == plain
    assert _text(report, "en", colour=True) == coloured


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_is_inert(nasty: tuple[str, CheckReport], colour: bool) -> None:
    """Nothing but the report's own colours moves a terminal, and no line is a command of a CI log."""
    output = COLOUR.sub("", _text(nasty[1], "en", width=80, colour=colour))
    assert [char for char in output if not char.isprintable() and char != "\n"] == []
    lines = output.split("\n")
    assert max(map(cell_len, lines)) <= 80
    assert not any(line.lstrip().startswith("::") for line in lines)
    assert not re.search(r"##\w*\[", output)


def test_markup_is_text(make_report: Make) -> None:
    """Markup and emoji names in a cell are shown as they were typed."""
    finding = Finding(
        "CE202", Severity.ERROR, "", "[red]a.xlsx", "S[/]", 7, 3, ":x:", args={"value": "[b]:cat:"}
    )
    assert _text(make_report(Findings([finding]), []), "en") == (
        "[red]a.xlsx\n"
        "  S[/]\n"
        "    error  CE202  C7  :x:\n"
        "      Cell C7: “[b]:cat:” is not a number.\n"
        "      → Type the figure of “:x:” in digits.\n"
        "\n"
        "Workbooks: 0, with errors: 0. Errors: 1, warnings: 0, notes: 0. Not sound:\n"
        "please mend the errors and check again.\n"
    )


@pytest.mark.parametrize(
    ("code", "severity", "lang", "verdict"),
    [
        ("CE207", Severity.WARNING, "en", "No errors; please look at the warnings."),
        ("CE207", Severity.WARNING, "vi", "Không có lỗi; đề nghị rà soát các cảnh báo nêu trên."),
        ("SH106", Severity.INFO, "en", "Sound."),
        ("SH106", Severity.INFO, "vi", "Đạt yêu cầu."),
    ],
)
def test_verdict(code: str, severity: Severity, lang: Lang, verdict: str, make_report: Make) -> None:
    """Warnings ask for a look; notes leave a submission sound."""
    finding = Finding(code, severity, "", "a.xlsx", "S", 7, 3, "h", args={"value": "1"})
    output = _text(make_report(Findings([finding]), []), lang, width=200)
    assert output.splitlines()[-1].endswith(" " + verdict)

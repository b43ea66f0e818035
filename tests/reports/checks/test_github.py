"""Workflow commands, read back as the runner reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lifelong_learning.model.findings import FaultRun, Finding, Findings, Severity
from lifelong_learning.reports.checks import github
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lifelong_learning.model.submission import FileInfo
    from lifelong_learning.reports.checks.report import CheckReport

    Make = Callable[[Findings, Iterable[FileInfo]], CheckReport]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


class Command(NamedTuple):
    """One command: its name, properties and message."""

    name: str
    properties: dict[str, str]
    message: str


def unescape(text: str) -> str:
    """Return a value as the runner understands it."""
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def read(output: bytes) -> list[Command]:
    """Return the commands; every line must be one."""
    commands = []
    for line in output.decode().splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        commands.append(Command(match[1], {k: unescape(v) for k, v in pairs}, unescape(match[3])))
    return commands


def column(code: str, severity: Severity, size: int, col: int = 3, file: str = "a.xlsx") -> FaultRun:
    """Return one fault down a column from row 2."""
    return FaultRun(
        code, severity, "", file, "Libraries", col, "h", range(2, size + 2), ["x"] * size, [None] * size
    )


def cells(commands: list[Command], name: str) -> list[str]:
    """Return the places of the commands of one name."""
    return [c.message.split(": ")[0] for c in commands if c.name == name]


def test_line_numbers_are_never_invented(report: CheckReport) -> None:
    """Only a finding in YAML has a line and a column."""
    with_line = [c for c in read(written(github, report, "en")) if {"line", "col"} & c.properties.keys()]
    assert [c.properties for c in with_line] == [
        {"file": "plan/plan.yaml", "line": "4", "col": "7", "title": "PL901 Unknown key"}
    ]


def test_ten_a_kind_then_the_rest_in_one_line(make_report: Make) -> None:
    """Of a long column ten cells are shown, and the rest is one notice."""
    commands = read(written(github, make_report(Findings([], [column("CE202", ERROR, 15)]), []), "en"))
    assert cells(commands, "error") == [f"Libraries!C{row}" for row in range(2, 12)]
    assert commands[-1] == Command(
        "notice",
        {"title": "llplan"},
        "+5 more (errors: 5, warnings: 0, notes: 0). The text and JSON reports have them all.",
    )
    assert len(commands) == 11


def test_exactly_ten_need_no_further_line(make_report: Make) -> None:
    """Ten of each kind are all shown."""
    runs = [column("CE202", ERROR, 10), column("CE207", WARNING, 10), column("SH106", INFO, 10)]
    commands = read(written(github, make_report(Findings([], runs), []), "en"))
    assert [c.name for c in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10


def test_line_for_the_rest_is_one_of_ten_notices(make_report: Make) -> None:
    """There are never more than ten notices, the line for the rest among them."""
    runs = [column("CE202", ERROR, 11), column("SH106", INFO, 10)]
    commands = read(written(github, make_report(Findings([], runs), []), "en"))
    assert [c.name for c in commands] == ["error"] * 10 + ["notice"] * 10
    assert commands[-1].message.startswith("+2 more (errors: 1, warnings: 0, notes: 1).")


def test_each_fault_is_shown_before_a_second_cell_of_one(make_report: Make) -> None:
    """A fault of a thousand cells does not crowd out the others; all stand by place."""
    single = Finding("WB001", ERROR, "", "z.xlsx")
    runs = [column("CE202", ERROR, 1000), column("CE202", ERROR, 500, col=4)]
    commands = read(written(github, make_report(Findings([single], runs), []), "en"))
    shown = [f"Libraries!{place}" for place in ("C2", "D2", "C3", "D3", "C4", "D4", "C5", "D5", "C6")]
    assert cells(commands, "error") == [
        *shown,
        "The file cannot be read as a workbook. Save it again as .xlsx.",
    ]
    assert "[C2, C3, C4, … (1000 cells)]" in commands[0].message
    assert commands[-1].message.startswith("+1491 more (errors: 1491, ")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_rest_is_told_with_a_plus(lang: str, make_report: Make) -> None:
    """The line for the rest begins with its number in either language."""
    output = written(github, make_report(Findings([], [column("CE202", ERROR, 12)]), []), lang)  # type: ignore[arg-type]
    assert read(output)[-1].message.startswith("+2 ")


def test_hostile_text_makes_no_command(nasty: tuple[str, CheckReport]) -> None:
    """Seven findings are seven commands, whatever they hold, and no property is added."""
    output = written(github, nasty[1], "en")
    commands = read(output)
    assert [c.name for c in commands] == ["error"] + ["warning"] * 5 + ["notice"]
    assert {tuple(c.properties) for c in commands} == {("file", "title"), ("file", "line", "col", "title")}
    assert [char for char in output.decode() if not char.isprintable() and char != "\n"] == []
    assert not re.search(r"##\w*\[", output.decode())


def test_escapes_are_exact(make_report: Make) -> None:
    """Per cent signs, colons and commas of a path, and per cent signs of a message, are escaped."""
    finding = Finding("CE202", ERROR, "", "C:\\a,b 5%.xlsx", "S:1,2%", 7, 3, "h", args={"value": "50%: a, b"})
    assert written(github, make_report(Findings([finding]), []), "en").decode() == (
        "::error file=C%3A\\a%2Cb 5%25.xlsx,title=CE202 Not a number::"
        "S:1,2%25!C7: Cell C7: “50%25: a, b” is not a number. Type the figure of “h” in digits.\n"
    )

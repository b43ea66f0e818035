"""The table: Python's reader takes it back, and no spreadsheet runs anything in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.reports.checks import csv_
from lifelong_learning.reports.checks.csv_ import disarmed
from lifelong_learning.reports.checks.report import FindingRow, rows
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from lifelong_learning.reports.checks.report import CheckReport


def read(output: bytes, delimiter: str = ",") -> list[list[str]]:
    """Return the fields as a strict reader sees them."""
    text = output.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=delimiter == ","))


def test_reader_takes_back_every_field(report: CheckReport) -> None:
    """Every field of a sound text comes back as it was, blank where nothing applies."""
    table = read(written(csv_, report, "vi"))
    assert table[0] == list(FindingRow._fields)
    assert table[1:] == [["" if v is None else str(v) for v in row] for row in rows(report, "vi")]


def test_bytes_that_excel_asks_for(report: CheckReport) -> None:
    """The table begins with a byte order mark, has no `sep=` line, and every line ends in CRLF."""
    output = written(csv_, report, "en")
    assert output.startswith(b"\xef\xbb\xbfcode,severity,")
    assert output.count(b"\r\n") == output.count(b"\n") == output.count(b"\r") == 15
    assert output.endswith(b"\r\n")


def test_hostile_text_stays_in_its_field(nasty: tuple[str, CheckReport]) -> None:
    """Every line has all fields, and none begins as a formula does."""
    table = read(written(csv_, nasty[1], "en"))
    assert {len(line) for line in table} == {len(FindingRow._fields)}
    assert len(table) == 8
    assert not [field for line in table for field in line if field[:1] in tuple("=+-@＝\t\r\n")]


def test_hostile_text_stays_inert_where_semicolons_part(nasty: tuple[str, CheckReport]) -> None:
    """Also a program that cuts lines at semicolons finds no field that begins as a formula does."""
    text = written(csv_, nasty[1], "en").decode("utf-8-sig")
    for line in text.split("\r\n"):
        for field in line.split(";"):
            assert field.lstrip(" \"'")[:1] not in tuple("=+-@＝") or field.lstrip(' "').startswith("'")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("-5", "-5"),
        ("+3,5", "+3,5"),
        ("-1.234.567", "-1.234.567"),
        ("024", "024"),
        ("a-b = c", "a-b = c"),
        ("=1+1", "'=1+1"),
        ("-2+3", "'-2+3"),
        ("+84 912", "'+84 912"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-", "'-"),
        (" =1", "' =1"),
        ("\t=1", "'\\t=1"),
        ("\r\n=1", "'\\r\\n=1"),
        ("\tplain", "'\\tplain"),
        ("a;=1", "a;'=1"),
        ('a;"=1', "a;'\"=1"),
        ("＝1", "'＝1"),
    ],
)
def test_formula_beginnings(text: str, field: str) -> None:
    """A formula's beginning gets an apostrophe before it; a plain number stays a number."""
    assert disarmed(text) == field

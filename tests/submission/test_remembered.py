"""What is remembered from one workbook to the next never reaches into another's findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import message
from lifelong_learning.submission import ReadOptions, read_submission
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.sheet.columns import CellParser

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Plan

HEAD = ["Unit code", "Unit name", "Level", "District", "Year", "Library visist", "Staff", "Staff"]
ROW = ["02", "Thư viện", "Xã", "Đồng Văn", 2024, 5, 3, 4]


def test_one_header_in_two_places_has_its_own_findings(
    make: Callable[[str, object], str], plan: Plan
) -> None:
    """The same faulty header, once under a title and in another file, is named where it stands."""
    paths = [
        make("a.xlsx", {"Libraries": [HEAD, ROW]}),
        make("b.xlsx", {"Libraries": [["A title"], HEAD, ["03", *ROW[1:]]]}),
    ]
    found = read_submission(paths, plan, ReadOptions()).findings
    said = [(one.code, one.file, one.cell, message(one, "en")) for one in found if one.code.startswith("SH")]
    assert said == [
        ("SH105", "a.xlsx", "F1", said[0][3]),
        ("SH104", "a.xlsx", "H1", said[1][3]),
        ("SH105", "b.xlsx", "F2", said[0][3]),
        ("SH104", "b.xlsx", "H2", said[3][3]),
    ]
    assert ("G1" in said[1][3], "G2" in said[3][3]) == (True, True)


def test_a_header_of_a_number_is_not_that_of_a_boolean(
    make: Callable[[str, object], str], plan: Plan
) -> None:
    """1 and TRUE are one key of a dict; as headers they are shown as they are."""
    heads = [[*HEAD[:5], "Library visits", head] for head in (1, True, 1)]
    paths = [
        make(f"{number}.xlsx", {"Libraries": [head, [f"0{number}", *ROW[1:7]]]})
        for number, head in enumerate(heads)
    ]
    found = read_submission(paths, plan, ReadOptions()).findings
    assert [one.header for one in found if one.code == "SH105"] == ["1", "TRUE", "1"]


def test_a_parser_keeps_numbers_and_booleans_apart() -> None:
    """What 1 means is remembered, and not taken for what TRUE means."""
    parser = CellParser(lambda cell: Trouble("CE209", repr(cell)) if cell is True else f"a {cell}")
    assert parser.read([1, "x", 1], exact=True).values == ["a 1", "a x", "a 1"]
    read = parser.read([True, 1])
    assert (read.values, read.troubles) == ([None, "a 1"], {0: Trouble("CE209", "True")})
    assert parser.read([1.0]).values == ["a 1"]

"""Pieces of a sheet that are proven plain by counting, and those that are not."""

from __future__ import annotations

import pytest

from lifelong_learning.model.findings import cell_address, column_letters
from lifelong_learning.submission.source.plain import Proof, prove

MANY = 5_000_000
UNKNOWN = Proof(0, -1)


def rows_of(first: int, count: int, columns: int = 4, end: str = "") -> bytes:
    """Rows of plain numbers; `end` stands in the last of them."""
    lines = []
    for row in range(first, first + count):
        cells = "".join(
            f'<c r="{cell_address(row, col)}"><v>{row + col}</v></c>' for col in range(1, columns + 1)
        )
        lines.append(f'<row r="{row}">{cells}{end if row == first + count - 1 else ""}</row>')
    return "".join(lines).encode()


def test_plain_rows_are_proven() -> None:
    """Of plain rows the number of values and the greatest row of so many digits are certain."""
    assert prove(rows_of(200, 50), 4, MANY) == Proof(999, 200)


def test_the_last_row_is_made_more_exact_where_it_matters() -> None:
    """Where 999 is more than the limits allow, the digits that all rows share bound the last one."""
    assert prove(rows_of(210, 8), 4, 500) == Proof(219, 32)
    assert prove(rows_of(190, 30), 4, 500) == Proof(0, 120)
    assert prove(rows_of(510, 8), 4, 500) == Proof(0, 32)


@pytest.mark.parametrize("columns", [1, 26, 27, 28, 40, 51, 52])
def test_the_columns_expected_are_the_bound(columns: int) -> None:
    """Rows as wide as expected are proven, those one column wider are not."""
    assert prove(rows_of(20, 5, columns), columns, MANY) == Proof(99, 5 * columns)
    assert prove(rows_of(20, 5, columns + 1), columns, MANY).rows == 0


@pytest.mark.parametrize("columns", [0, 53, 700])
def test_nothing_is_proven_of_very_wide_sheets(columns: int) -> None:
    """Beyond column AZ, and before any column is known, nothing is said."""
    assert prove(rows_of(20, 5), columns, MANY) == UNKNOWN


@pytest.mark.parametrize(
    "stray",
    [
        '<c r="XFD24"><v>1</v></c>',
        '<c r="E24"><v>1</v></c>',
        '<c r="AA24"><v>1</v></c>',
        '<c r="A124"><v>1</v></c>',
        '<c r="A1048576"><v>1</v></c>',
        '<c r="a24"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<c\nr="A24"><v>1</v></c>',
        '<c s="1" r="A24"><v>1</v></c>',
        "<c r='A24'><v>1</v></c>",
        '<c r="&#65;24"><v>1</v></c>',
        '<c r="XFD24"/>',
    ],
)
def test_no_stray_cell_passes(stray: str) -> None:
    """A cell at any other place, or written in any other way, leaves the last row unknown."""
    assert prove(rows_of(20, 5), 4, MANY).rows == 99
    assert prove(rows_of(20, 5, end=stray), 4, MANY).rows == 0


@pytest.mark.parametrize(
    "odd",
    [
        '<c r="A24" t="e"><v>#DIV/0!</v></c>',
        '<c r="A24"><v>-1</v></c>',
        '<c r="A24"><v>NaN</v></c>',
        '<c r="A24" t="s"><v>abc</v></c>',
        '<c r="A24"><v xml:space="preserve">1</v></c>',
        '<c r="A24"><f>B1</f><v>1</v></c>',
        '<c r="A24"><v/></c>',
        '<c r="A24"><v> 1</v></c>',
        '<c r="A24" ><v>1</v></c>',
        '<c r="A24"><v>1</v><v>#DIV/0!</v></c>',
    ],
)
def test_no_odd_value_passes(odd: str) -> None:
    """A value of any other kind leaves the values of the piece unknown."""
    assert prove(rows_of(20, 5), 4, MANY).values == 20
    assert prove(rows_of(20, 5, end=odd), 4, MANY).values == -1


def test_attributes_of_rows_are_nobodys_business() -> None:
    """Letters of a row's attributes are not taken for values, nor for cells."""
    piece = rows_of(20, 5).replace(b'">', b'" outlineLevel="1" customHeight="1">', 1)
    assert prove(piece, 4, MANY) == Proof(99, 20)


def test_blank_and_styled_cells_are_plain() -> None:
    """Styled cells and blank ones are counted like all others."""
    piece = (
        b'<row r="7"><c r="A7" s="12" t="s"><v>3</v></c><c r="B7" s="4"/><c r="C7" s="4"><v>2.5</v></c></row>'
    )
    assert prove(piece, 3, MANY) == Proof(9, 2)


def test_letters_past_the_twenty_sixth_column_are_told_apart() -> None:
    """Of two letters, the first must be A and the second at most the last column's."""
    good = "".join(f'<c r="{column_letters(col)}7"><v>1</v></c>' for col in (1, 26, 27, 29))
    for wrong, columns in (("AD", 29), ("BA", 29), ("ZA", 29), ("AAA", 29), ("AB", 27)):
        piece = f'<row r="7">{good}<c r="{wrong}7"><v>1</v></c></row>'.encode()
        assert prove(piece, columns, MANY).rows == 0
    assert prove(f'<row r="7">{good}</row>'.encode(), 29, MANY).rows == 9

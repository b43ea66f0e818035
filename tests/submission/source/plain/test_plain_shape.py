"""What a row looks like once its digits are gone: its cells, and where their numbers stand."""

from __future__ import annotations

import pytest

from lifelong_learning.submission.source.plain.shape import NUMBER, SHARED, TRUTH, Shape, Slot, shape_like


def shape(row: str) -> Shape | None:
    """The shape of a row."""
    return shape_like(row.removeprefix('<row r="').encode())


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ("", 2),
        (' spans="1:20"', 4),
        (' ht="15.75" customHeight="1"', 4),
        (' s="3" customFormat="1" x14ac:dyDescent="0.25"', 6),
        (' hidden="false" ht="15" customHeight="true"', 3),
        (' hidden="1" outlineLevel="2" collapsed="1" thickTop="1" thickBot="1"', 7),
        (" spans='1:2' unknown=\"x\"", 4),
    ],
)
def test_numbers_of_a_row_tag_are_counted(attributes: str, numbers: int) -> None:
    """A number attribute has one, spans have two, and so has x14ac with the one in its name."""
    found = shape(f'<row r="7"{attributes}><c r="A7"/></row>')
    assert found is not None
    assert found[1:] == ((numbers - 1,), (), (), False)
    assert len(found.between) == numbers


@pytest.mark.parametrize("row", ['<row r="7"/>', '<row r="7" spans="1:2" ht="3"/>'])
def test_rows_that_end_at_once_have_no_cells(row: str) -> None:
    """A row without cells has the numbers of its tag alone."""
    found = shape(row)
    assert found is not None
    assert found[1:] == ((), (), (), False)


@pytest.mark.parametrize(
    ("cell", "slot"),
    [
        ('<c r="A7"><v>5</v></c>', Slot(1, -1, 2, NUMBER)),
        ('<c r="A7" s="1"><v>5</v></c>', Slot(1, 2, 3, NUMBER)),
        ('<c r="A7" t="n"><v>-5.25</v></c>', Slot(1, -1, 2, NUMBER)),
        ('<c r="AB7" s="1" t="s"><v>5</v></c>', Slot(28, 2, 3, SHARED)),
        ('<c r="A7"><f/><v>5</v></c>', Slot(1, -1, 2, NUMBER)),
        ('<c s="1" r="A7"><v>5</v></c>', Slot(1, 1, 3, NUMBER)),
        ('<c t="s" s="1" r="A7" ><v>5</v></c>', Slot(1, 1, 3, SHARED)),
        ("<c r='A7' s='1'><v>5</v></c>", Slot(1, 2, 3, NUMBER)),
        ('<c r="A7" cm="1" x14:y="a"><v>5</v></c>', Slot(1, -1, 4, NUMBER)),
        ('<c r="A7" t="b"><v>1</v></c>', Slot(1, -1, 2, TRUTH)),
    ],
)
def test_cells_with_a_value(cell: str, slot: Slot) -> None:
    """A value is found by its column, its style and its kind, in whatever order its attributes stand."""
    found = shape(f'<row r="7">{cell}</row>')
    assert found is not None
    assert found[1:] == ((2,) if slot.style == 1 else (1,), (slot,), (), False)
    assert len(found.between) == slot.value + 1


def test_what_stands_between_the_numbers_makes_up_the_row() -> None:
    """Numbers and what stands behind each of them, put together, are the row."""
    row = '7" spans="1:2" ht="15.75" x14ac:dyDescent="0.25"><c r="AB7" s="3" t="n"><v>-1.5</v></c></row>'
    found = shape(f'<row r="{row}')
    assert found is not None
    numbers = ("7", "1", "2", "15.75", "14", "0.25", "7", "3", "-1.5")
    assert "".join(f"{n}{b.decode()}" for n, b in zip(numbers, found.between, strict=True)) == row


@pytest.mark.parametrize(
    "cell", ['<c r="A7"/>', '<c r="A7" s="1"/>', '<c r="A7"></c>', '<c r="A7" t="s"><v/></c>']
)
def test_cells_without_a_value(cell: str) -> None:
    """A blank cell counts its numbers and has no value."""
    found = shape(f'<row r="7">{cell}</row>')
    assert found is not None
    assert (found.slots, found.unstored) == ((), ())


@pytest.mark.parametrize("cell", ['<c r="C7"><f/></c>', '<c r="C7" s="1"><f/><v/></c>'])
def test_formulas_without_a_value(cell: str) -> None:
    """A formula without a value is told by its column."""
    found = shape(f'<row r="7">{cell}</row>')
    assert found is not None
    assert found.unstored == (3,)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="7"><c r="B7"><v>1</v></c><c r="A7"><v>1</v></c></row>',
        '<row r="7"><c r="A7"/><c r="A7"/></row>',
        '<row r="7"><c r="A7" t="d"><v>1</v></c></row>',
        '<row r="7"><c r="A7" t="s"><v>-1</v></c></row>',
        '<row r="7"><c r="A7" t="s"><v>1.0</v></c></row>',
        '<row r="7"><c r="a7"/></row>',
        '<row r="7"><c r="ABCD7"/></row>',
        '<row r="7"><c  r="A7"/></row>',
        '<row r="7"><c/></row>',
        '<row r="7"><c r="A7" t="b"><v>true</v></c></row>',
        '<row r="7"><c r="A7" t="b"><v>1.0</v></c></row>',
        '<row r="7"><c r="A7" s="-1"/></row>',
        '<row r="7"><c r="A7" s="1&amp;"/></row>',
        '<row r="7"><x:c r="A7"/></row>',
        '<row r="7"><c r="A7"><v>1</v><v>2</v></c></row>',
        '<row r="7"><c r="A7"><v>1</v><f/></c></row>',
        '<row r="7"><c r="A7"/> </row>',
        '<row r="7"><c r="A7"/></row> ',
        '<row r="7"><!----><c r="A7"/></row>',
        '<row r="7"><c r="A7"/>',
        '<row r="-7"/>',
        '<row r="7.5"/>',
        '<row r="7"/><row/>',
    ],
)
def test_other_rows_have_no_shape(row: str) -> None:
    """Columns that do not ascend, unknown types and attributes, and all that is written otherwise."""
    assert shape(row) is None

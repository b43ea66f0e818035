"""How many lines a text takes in a column, by which rows are made as high as their text."""

from __future__ import annotations

import pytest

from lifelong_learning.model.localised import lines_of, width_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("Tỉnh", 10, 1),
        ("Thư viện Phường mẫu 1 (Thành phố Hà Giang)", 30, 2),
        ("Số lượt người sử dụng thư viện", 12, 4),
        ("một\nhai\nba", 30, 3),
        ("W" * 40, 21, 4),
        ("Tru\u031bo\u031bng", 8, 1),
        ("图书馆图书馆图书馆", 12, 2),
    ],
)
def test_lines_of_a_text(text: str, width: float, lines: int) -> None:
    """Words wrap between spaces, long ones within, marks on letters take no room."""
    assert lines_of(text, width) == lines


def test_a_text_takes_one_line_in_its_own_width() -> None:
    """And two in half of it."""
    text = "Thư viện huyện Hoàng Su Phì"
    assert lines_of(text, width_of(text)) == 1
    assert lines_of(text, width_of(text) / 2 + 2) == 2
    assert lines_of(text, width_of(text), letters=1.3) == 2

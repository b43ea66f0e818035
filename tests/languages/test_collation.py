"""Names sorted as a Vietnamese reader expects them."""

from __future__ import annotations

import unicodedata

import pytest

from lifelong_learning.model.collation import collation_key

IN_ORDER = [
    ["Bắc Mê", "Bắc Quang", "Đồng Văn", "Hoàng Su Phì", "Mèo Vạc", "Quản Bạ", "Quang Bình",
     "Thành phố Hà Giang", "Vị Xuyên", "Xín Mần", "Yên Minh"],
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
     "r", "s", "t", "u", "ư", "v", "x", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["ân", "ần", "ẩn", "ẫn", "ấn", "ận", "ba"],
    ["Xã 1", "Xã 2", "Xã A", "Xã Á", "Xã B"],
    ["an", "An", "an bình", "ánh"],
]  # fmt: skip


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: str(names[0]))
def test_names_are_in_the_order_of_the_alphabet(names: list[str]) -> None:
    """Letters decide before tones, Đ follows D, and Vietnamese vowels follow the plain ones."""
    key, mixed = collation_key, names[::-1]
    assert sorted(mixed, key=lambda name: (key(name)[:2], name.swapcase())) == names


def test_the_form_of_the_characters_does_not_matter() -> None:
    """A name in decomposed characters stands where the composed one stands."""
    decomposed = unicodedata.normalize("NFD", "Đồng Văn")
    assert collation_key(decomposed)[:2] == collation_key("Đồng Văn")[:2]


def test_any_text_has_a_key() -> None:
    """Marks without a letter, other scripts and nothing at all can be sorted too."""
    odd = ["", "\u0301", "日本", "Ω", "é", "1", " "]
    assert len(sorted(odd, key=collation_key)) == len(odd)

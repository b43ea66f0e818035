"""Text of a submission on its way out."""

import pytest

from lifelong_learning.catalogue.safe import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Thư viện Đồng Văn", "Thư viện Đồng Văn"),
        ("Thu\u031b vie\u0323\u0302n", "Thư viện"),
        ("a\x1b[31mb\tc\nd", "a\\x1b[31mb\\tc\\nd"),
        ("\u202egnp.exe\u2069", "\\u202egnp.exe\\u2069"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("1\u00a0000\u3000x", "1 000 x"),
        ("\ud800", "\\ud800"),
        ("\u2028\x85", "\\u2028\\x85"),
    ],
)
def test_nothing_in_a_text_acts(text: str, shown: str) -> None:
    """Control, bidirectional and invisible characters are shown escaped; letters are composed."""
    assert visible(text) == shown

"""What is remembered of small pieces: no more than was said, and nothing that went wrong."""

from __future__ import annotations

import pytest

from lifelong_learning.submission.source.elements import remember


def test_small_pieces_are_worked_on_once_and_large_ones_each_time() -> None:
    """The bytes are the key; beyond the limit nothing is kept."""
    done: list[bytes] = []

    @remember(2, 4)
    def work(content: bytes) -> int:
        done.append(content)
        return len(content)

    assert [work(text) for text in (b"ab", b"ab", b"abcde", b"abcde")] == [2, 2, 5, 5]
    assert done == [b"ab", b"abcde", b"abcde"]
    assert [work(text) for text in (b"c", b"d", b"ab")] == [1, 1, 2]
    assert done[3:] == [b"c", b"d", b"ab"]


def test_a_fault_is_found_again() -> None:
    """What raised once raises again."""

    @remember(2, 4)
    def fail(content: bytes) -> int:
        raise ValueError(content)

    for _ in range(2):
        with pytest.raises(ValueError, match="ab"):
            fail(b"ab")

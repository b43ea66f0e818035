"""What was made of small pieces of workbooks, remembered: workbooks of one program or form share them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def remember(pieces: int, largest: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Remember what a function of bytes gives, for the latest so many calls with at most so many bytes.

    What it raises is not remembered. The bytes themselves are the key, so nothing is taken for another.
    """

    def remembering(function: Callable[..., T]) -> Callable[..., T]:
        known = lru_cache(maxsize=pieces)(function)

        def call(*content: bytes) -> T:
            return known(*content) if sum(map(len, content)) <= largest else function(*content)

        return call

    return remembering

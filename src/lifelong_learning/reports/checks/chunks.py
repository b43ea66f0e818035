"""Text in pieces of bounded size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINES_PER_CHUNK = 256


def chunked(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield the pieces joined by the hundred, as UTF-8."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if len(held) == LINES_PER_CHUNK:
            yield "".join(held).encode()
            held.clear()
    if held:
        yield "".join(held).encode()


def separated(pieces: Iterable[str], separator: str) -> Iterator[str]:
    """Yield the pieces with a separator before each but the first."""
    before = ""
    for piece in pieces:
        yield before + piece
        before = separator

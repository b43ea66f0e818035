"""How many lines a text takes in a column of a sheet: no program makes every row as high as its text."""

from __future__ import annotations

import unicodedata

_WIDTHS = {
    **dict.fromkeys(" .,:;'’|!ijlIt()[]/\\-`", 0.6),
    **dict.fromkeys('frsJ"“”°*', 0.8),
    **dict.fromkeys("acez", 0.9),
    **dict.fromkeys("bdghknopquvxyđ0123456789", 1.0),
    **dict.fromkeys("BCEFLPRSTZ", 1.3),
    **dict.fromkeys("ADGHKNOQUVXYĐw&", 1.45),
    **dict.fromkeys("MWm%@—…", 1.85),
}
"""Widths of letters of Times New Roman, a digit being 1; those of other faces for text are no greater by more
than the room that is left beside them."""
_BESIDE = 1.0
"""What a cell keeps free beside its text."""


class _Widths(dict[str, float]):
    """Widths of characters: a letter with marks is as wide as without them."""

    def __missing__(self, char: str) -> float:
        plain = unicodedata.normalize("NFD", char)[0]
        if unicodedata.combining(char):
            width = 0.0
        elif plain != char:
            width = self[plain] + 0.05
        else:
            width = 1.4 if ord(char) < 0x2E80 else 2.2
        self[char] = width
        return width


_WIDTH_OF = _Widths(_WIDTHS)


def width_of(text: str, letters: float = 1.0) -> float:
    """Return the width of a column in which a text takes one line."""
    return sum(map(_WIDTH_OF.__getitem__, text)) * letters + _BESIDE


def lines_of(text: str, width: float, letters: float = 1.0) -> int:
    """Return how many lines a text takes that wraps in a column of so many digits of the sheet's own font.

    `letters` is the size of the text's letters against that font; bold ones are a tenth larger.
    """
    room = max((width - _BESIDE) / letters, 2.0)
    if "\n" in text:
        return sum(lines_of(line, width, letters) for line in text.split("\n"))
    if len(text) * 2.2 <= room:
        return 1
    lines, used = 1, 0.0
    for piece in text.split(" "):
        long = sum(map(_WIDTH_OF.__getitem__, piece))
        if used and used + 0.6 + long > room:
            lines, used = lines + 1, 0.0
        used += long + (0.6 if used else 0.0)
        if used > room:  # a word longer than the line is broken
            lines, used = lines + int(used / room), used % room
    return lines

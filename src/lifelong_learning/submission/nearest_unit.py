"""Which registered unit was probably meant by one that the register does not know."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from lifelong_learning.model.names import place_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.submission import RegisterEntry

_CUTOFF = 0.8
_SEARCHES = 50
"""How often names that are alike are looked for: each search goes through the whole register."""


class NearestUnit:
    """The entries of one kind by their name and by the digits of their code."""

    def __init__(self, entries: Iterable[RegisterEntry]) -> None:
        self._by_name: dict[str, list[RegisterEntry]] = {}
        self._by_digits: dict[str, RegisterEntry] = {}
        self._left = _SEARCHES
        for entry in entries:
            self._by_digits.setdefault(entry.code.lstrip("0"), entry)
            if entry.name:
                self._by_name.setdefault(place_key(entry.name), []).append(entry)

    def to(self, code: str, name: str | None, district: str | None) -> RegisterEntry | None:
        """Return the entry of the same code but for zeros, else of the same or a like name, if there is one.

        Two units of one name in two districts are told apart by the district; without it none is named.
        """
        by_digits = self._by_digits.get(code.lstrip("0"))
        if by_digits is not None or name is None:
            return by_digits
        key = place_key(name)
        if key not in self._by_name and self._left:
            self._left -= 1
            key = next(iter(get_close_matches(key, self._by_name, 1, _CUTOFF)), key)
        return _chosen(self._by_name.get(key, []), district)


def _chosen(found: list[RegisterEntry], district: str | None) -> RegisterEntry | None:
    if len(found) > 1 and district is not None:
        asked = place_key(district)
        found = [entry for entry in found if entry.district and place_key(entry.district) == asked]
    return found[0] if len(found) == 1 else None

"""Units that took over others: whose figures stand for a unit in the years before it took them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.submission import Panel, Register


class Succession(Struct, frozen=True, metaclass=Shown):
    """Who took over whom among the units of one kind, as of the evaluated year.

    `taken` has, by the code of each unit that took over others, the codes of those, sorted; `panel`
    holds the rows of all of them, whichever units a run was narrowed to.
    """

    kind: str
    panel: Panel
    register: Register
    taken: Mapping[str, tuple[str, ...]]
    positions: Mapping[str, int]

    def members(self, code: str, year: int, period: str) -> list[str]:
        """Return the units whose figures together stand for one in an earlier year.

        A unit that existed then is among them even where it did not report, so that the sum is
        missing rather than short; one that did not exist and has no row is not.
        """
        every = (code, *self.taken.get(code, ()))
        return [one for one in every if self._has_row(one, year, period) or self._existed(one, code, year)]

    def row(self, code: str, year: int, period: str) -> int:
        """Return the index of a unit's row in a period, or −1."""
        position = self.positions.get(code)
        return -1 if position is None else self.panel.row_of(position, year, period)

    def _has_row(self, code: str, year: int, period: str) -> bool:
        return self.row(code, year, period) >= 0

    def _existed(self, code: str, heir: str, year: int) -> bool:
        entry = self.register.entries.get((self.kind, code))
        if entry is None or not entry.expected(year):
            return False
        # A register often leaves the first year of a new unit blank; it is one where no row is older
        # than the units that it took over.
        return code != heir or entry.valid_from is not None or self._is_older(heir)

    def _is_older(self, heir: str) -> bool:
        entries = (self.register.entries.get((self.kind, code)) for code in self.taken.get(heir, ()))
        last = max((entry.valid_to for entry in entries if entry is not None and entry.valid_to), default=0)
        return any(self._has_row(heir, year, period) for year, period in self.panel.at if year <= last)


def succession(kind: str, panel: Panel | None, register: Register | None, year: int) -> Succession | None:
    """Return who took over whom before the evaluated year; None where nobody did."""
    if panel is None or register is None:
        return None
    taken: dict[str, list[str]] = {}
    succeeded = [key for key, entry in register.entries.items() if entry.successor and key[0] == kind]
    for _, code in sorted(succeeded):
        if _ended(kind, code, register, year):
            heir = _heir(kind, code, register, year)
            if heir is not None:
                taken.setdefault(heir, []).append(code)
    if not taken:
        return None
    positions = {code: position for position, code in enumerate(panel.codes)}
    return Succession(kind, panel, register, {heir: tuple(codes) for heir, codes in taken.items()}, positions)


def _ended(kind: str, code: str, register: Register, year: int) -> bool:
    entry = register.entries.get((kind, code))
    return entry is not None and entry.valid_to is not None and entry.valid_to < year


def _heir(kind: str, code: str, register: Register, year: int) -> str | None:
    """Return the last of a chain of successors; None where the chain comes back to itself."""
    passed = {code}
    while _ended(kind, code, register, year):
        entry = register.entries[kind, code]
        if entry.successor is None:
            break
        code = entry.successor
        if code in passed:
            return None
        passed.add(code)
    return code

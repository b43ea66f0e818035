"""Units that took over others: whose figures stand for a unit in the years before it took them over."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.model.submission import Panel, Register


class Succession(Struct, frozen=True, metaclass=Shown):
    """Who took over whom among the units of one kind, as of a year.

    `taken` has, by the code of each unit that took over others, the codes of those whose figures stand
    for it in earlier years, sorted. `panel` holds the rows of all of them, whichever units a run was
    narrowed to.
    """

    kind: str
    panel: Panel
    register: Register
    levels: Mapping[str, str | None]
    year: int
    taken: Mapping[str, tuple[str, ...]]
    positions: Mapping[str, int]

    def members(self, code: str, year: int, period: str) -> list[str]:
        """Return the units whose figures together stand for one in a year: its own in the year of the
        succession and later; in an earlier one those that the register expected then, itself among them.

        One that was expected is among them even where it did not report, so that the sum is missing
        rather than short. A unit that the register does not know counts where it has a row.
        """
        if year >= self.year or code not in self.taken:
            return [code]
        return [one for one in (code, *self.taken[code]) if self._counts(one, year, period)]

    def as_of(self, year: int) -> Succession | None:
        """Return who had taken over whom by an earlier year."""
        return succession(self.kind, self.panel, self.register, self.levels, year)

    def row(self, code: str, year: int, period: str) -> int:
        """Return the index of a unit's row in a period, or −1."""
        position = self.positions.get(code)
        return -1 if position is None else self.panel.row_of(position, year, period)

    def _counts(self, code: str, year: int, period: str) -> bool:
        entry = self.register.entries.get((self.kind, code))
        return self.row(code, year, period) >= 0 if entry is None else entry.expected(year)


def succession(
    kind: str, panel: Panel, register: Register | None, levels: Mapping[str, str | None], year: int
) -> Succession | None:
    """Return who took over whom as of a year; None where nobody did.

    A unit is taken over after its last year. Of those that it took over, a unit's own level stands for
    it, another level only where none of its own was taken over; so it goes on with what those had taken
    over before. `levels` has the level of each unit by code.
    """
    if register is None:
        return None
    direct = _taken_at_once(kind, register, year)
    if not direct:
        return None
    taken = {heir: tuple(sorted(_stands_for(heir, direct, levels))) for heir in direct}
    positions = {code: position for position, code in enumerate(panel.codes)}
    return Succession(kind, panel, register, levels, year, taken, positions)


def _taken_at_once(kind: str, register: Register, year: int) -> dict[str, list[str]]:
    """Return whom each unit took over by a year without a step between, by code."""
    found: dict[str, list[str]] = {}
    for (entry_kind, code), entry in register.entries.items():
        ended = entry.valid_to is not None and entry.valid_to < year
        if entry_kind == kind and ended and entry.successor and not _returns(kind, code, register):
            found.setdefault(entry.successor, []).append(code)
    return found


def _stands_for(
    heir: str, direct: Mapping[str, list[str]], levels: Mapping[str, str | None]
) -> Iterator[str]:
    every = direct.get(heir, [])
    for code in [code for code in every if levels.get(code) == levels.get(heir)] or every:
        yield code
        yield from _stands_for(code, direct, levels)


def _returns(kind: str, code: str, register: Register) -> bool:
    """Tell whether the chain of a unit's successors comes back to one that it has passed."""
    passed: set[str] = set()
    found: str | None = code
    while found is not None and found not in passed:
        passed.add(found)
        entry = register.entries.get((kind, found))
        found = None if entry is None else entry.successor
    return found is not None


def dated(
    register: Register, panels: Mapping[str, Panel], ends: Mapping[str, int]
) -> tuple[Register, Register]:
    """Return the register with the first years of its successors; and the same in which no unit exists after
    the last year of its level, those included whose own last year is written."""
    levels = ChainMap(*(panel.last_levels() for panel in panels.values() if ends))
    said = begun(within_levels(register, levels, ends, blank_alone=True), panels)
    return said, within_levels(said, levels, ends)


def within_levels(
    register: Register,
    levels: Mapping[tuple[str, str], str | None],
    ends: Mapping[str, int],
    *,
    blank_alone: bool = False,
) -> Register:
    """Return a register in which no unit exists after the last year of its level; `blank_alone`: of the
    units whose last year is not written.

    `levels` has the level of units by kind and code; of the others the register tells it.
    """
    if not ends:
        return register
    entries = dict(register.entries)
    for key, entry in register.entries.items():
        last = ends.get(levels.get(key) or entry.level or "")
        if blank_alone and entry.valid_to is not None:
            continue
        if last is not None and last < (entry.valid_to or last + 1):
            entries[key] = replace(entry, valid_to=last)
    return replace(register, entries=entries)


def begun(register: Register, panels: Mapping[str, Panel]) -> Register:
    """Return a register in which every successor has its first year: where none is said, the year after
    the last of those that it took over.

    A unit that has a row of its own from before that last year was there before: it stays as written.
    """
    last = last_years_of_taken(register)
    entries = {
        key: replace(entry, valid_from=last[key] + 1)
        if key in last
        and entry.valid_from is None
        and not _has_row_before(panels.get(key[0]), key[1], last[key])
        else entry
        for key, entry in register.entries.items()
    }
    return replace(register, entries=entries)


def last_years_of_taken(register: Register) -> dict[tuple[str, str], int]:
    """Return, by kind and code of each unit that took over others, the last year of the last of those."""
    last: dict[tuple[str, str], int] = {}
    for entry in register.entries.values():
        if entry.successor is not None and entry.valid_to is not None:
            key = (entry.kind, entry.successor)
            last[key] = max(last.get(key, 0), entry.valid_to)
    return last


def _has_row_before(panel: Panel | None, code: str, year: int) -> bool:
    if panel is None or code not in panel.codes:
        return False
    position = panel.codes.index(code)
    return any(rows[position] >= 0 for (earlier, _), rows in panel.at.items() if earlier < year)

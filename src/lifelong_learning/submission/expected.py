"""Units held against the register: unknown ones, differing ones, and those that did not report."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from lifelong_learning.model.names import place_key
from lifelong_learning.model.succession import last_years_of_taken
from lifelong_learning.submission.faults import Trouble, beside
from lifelong_learning.submission.names import shown, unit_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Bilingual, Plan
    from lifelong_learning.model.submission import Panel, Register, RegisterEntry
    from lifelong_learning.submission.joined import Joined


def check_register(joined: Joined, register: Register, plan: Plan) -> None:
    """Name units of one kind that the register does not know, or knows otherwise.

    It tells what a unit is since it took others over; before, its name, level and area may have been others.
    """
    kind = joined.panel.kind
    entries = {code: entry for (of_kind, code), entry in register.entries.items() if of_kind == kind}
    first_row: dict[str, int] = {}
    for row, code in enumerate(joined.codes):
        first_row.setdefault(code, row)
    nearest = NearestUnit(entries.values())
    for code, row in first_row.items():
        if code not in entries:
            _unknown(joined, row, nearest)
    _facts(joined, entries, last_years_of_taken(register), plan)
    _years(joined, entries, plan)


def _unknown(joined: Joined, row: int, nearest: NearestUnit) -> None:
    code = joined.codes[row]
    found = nearest.to(code, joined.panel.name[row], joined.panel.district[row])
    if found is None:
        joined.fault(row, "unit_code", Trouble("RG501", code))
        return
    district = f", {found.district}" if found.district else ""
    name = f" “{shown(found.name)}”" if found.name else ""
    joined.fault(row, "unit_code", Trouble("RG501", beside(code, f"{found.code}{name}{district}"), "near"))


def _facts(
    joined: Joined,
    entries: Mapping[str, RegisterEntry],
    merged: Mapping[tuple[str, str], int],
    plan: Plan,
) -> None:
    panel = joined.panel
    named = (
        ("name", "unit_name", panel.name, unit_key),
        ("district", "district", panel.district, place_key),
    )
    for fact, column, texts, key in named:
        for row, entry in _unlike(joined, texts, entries, merged, fact):
            here, there = texts[row] or "", getattr(entry, fact) or ""
            if key(here) != key(there):
                joined.fault(row, column, Trouble("RG502", beside(shown(here), shown(there)), fact))
    choices = (("level", panel.level, plan.levels), ("area", panel.area, plan.areas))
    for column, facts, known in choices:
        labels = {choice.id: choice.label for choice in known}
        for row, entry in _unlike(joined, facts, entries, merged, column):
            _choice(joined, column, (row, facts[row] or "", getattr(entry, column)), labels)


def _choice(
    joined: Joined, column: str, found: tuple[int, str, str], labels: Mapping[str, Bilingual]
) -> None:
    row, here, there = found
    args = (("here", labels[here]), ("there", labels[there]))
    joined.fault(row, column, Trouble("RG502", beside(here, there), column, args))


def _unlike(
    joined: Joined,
    facts: Sequence[str | None],
    entries: Mapping[str, RegisterEntry],
    merged: Mapping[tuple[str, str], int],
    fact: str,
) -> Iterator[tuple[int, RegisterEntry]]:
    """Yield the first row of every unit and value that is not the register's, since it took others over."""
    codes = joined.codes
    wanted: dict[tuple[str, str | None], RegisterEntry] = {}
    for code, value in set(zip(codes, facts, strict=True)):
        entry = entries.get(code)
        if entry is not None and getattr(entry, fact) not in (None, value) and value is not None:
            wanted[code, value] = entry
    if not wanted:
        return
    for row, pair in enumerate(zip(codes, facts, strict=True)):
        entry = wanted.get(pair)
        if entry is not None and joined.years[row] > merged.get((entry.kind, entry.code), 0):
            del wanted[pair]
            yield row, entry


def _years(joined: Joined, entries: Mapping[str, RegisterEntry], plan: Plan) -> None:
    """Name, once for each unit, a year for which the register says that it does not exist.

    That of a row whose level has ended is named as such (`YR405`).
    """
    moments = sorted(joined.panel.at)
    for unit, code in enumerate(joined.panel.codes):
        entry = entries.get(code)
        if entry is not None and (entry.valid_from or entry.valid_to):
            beyond = [moment for moment in moments if not entry.expected(moment[0])]
            row, year = _first_row(joined.panel, unit, beyond, plan)
            if row >= 0:
                joined.fault(row, "year", _not_then(year, entry))


def _first_row(panel: Panel, unit: int, moments: Iterable[tuple[int, str]], plan: Plan) -> tuple[int, int]:
    """Return the first row of a unit in some years and periods, with its year, but for rows whose level has
    ended; −1 where there is none."""
    for year, period in moments:
        row = panel.row_of(unit, year, period)
        if row >= 0 and not plan.ended(panel.level[row], year, period):
            return row, year
    return -1, 0


def _not_then(year: int, entry: RegisterEntry) -> Trouble:
    if entry.valid_from is not None and year < entry.valid_from:
        return Trouble("RG502", beside(str(year), str(entry.valid_from)), "not_yet")
    value = beside(str(year), str(entry.valid_to))
    if entry.successor is None:
        return Trouble("RG502", value, "closed")
    return Trouble("RG502", value, "succeeded", (("successor", entry.successor),))


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

"""One spelling for every district, in all sheets, in published figures and in the register."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.model.names import place_key
from lifelong_learning.submission.names import bare, lacks_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.submission import Register


class DistrictSpelling(NamedTuple):
    """Districts as they were written, each with the one spelling that is used where it is another.

    `meant` has those in which marks of letters were lost ("Meo Vạc"): they are taken for the district that
    was probably meant.
    """

    spelling: Mapping[str, str]
    meant: Mapping[str, str]

    def spelled(self, districts: list[str | None]) -> list[str | None]:
        """Return the districts as they are spelled everywhere."""
        if not self.spelling:
            return districts
        return [name if name is None else self.spelling.get(name, name) for name in districts]

    def registered(self, register: Register) -> Register:
        """Return the register with its districts as they are spelled everywhere."""
        respelled = {
            key: replace(entry, district=self.spelling[entry.district])
            for key, entry in register.entries.items()
            if entry.district is not None and entry.district in self.spelling
        }
        if not respelled:
            return register
        return replace(register, entries={**register.entries, **respelled})


def places(columns: Iterable[Sequence[str | None]], register: Register | None) -> DistrictSpelling:
    """Return the spelling of the districts of some columns: the register's, else the most frequent one that
    is written out."""
    listed = Counter(entry.district for entry in register.entries.values()) if register is not None else {}
    counts: Counter[str | None] = Counter()
    for column in columns:
        counts.update(column)
    forms = _by_key(name for name in {*counts, *listed} if name is not None)

    def rank(name: str) -> tuple[object, ...]:
        return (-listed.get(name, 0), not _is_written_out(name), -counts[name], name)

    chosen = {key: min(names, key=rank) for key, names in forms.items()}
    lost = _lost(chosen, {place_key(name) for name in listed if name})
    used = {name: chosen[lost.get(key, key)] for key, names in forms.items() for name in names}
    spelling = {name: wanted for name, wanted in used.items() if name != wanted}
    meant = {name: spelling[name] for key in lost for name in forms[key]}
    return DistrictSpelling(spelling, meant)


def _by_key(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names of places by what they have in common however they are typed."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(place_key(name), []).append(name)
    return found


def _is_written_out(name: str) -> bool:
    """Tell whether a name is neither abbreviated (“H. Yên Minh”, “TP Hà Giang”) nor begun in small
    letters."""
    first = name.split(" ")[0]
    return "." not in name and not (len(first) == 2 and first.isupper()) and not name[:1].islower()


def _lost(keys: Iterable[str], known: set[str]) -> dict[str, str]:
    """Return, by their keys, the districts that are another one without some of its marks, with that one."""
    alike: dict[str, list[str]] = {}
    for key in sorted(keys):
        alike.setdefault(bare(key), []).append(key)
    found = {}
    for group in alike.values():
        for key in group:
            full = [other for other in group if lacks_marks(key, other)]
            whole = [other for other in full if not any(lacks_marks(other, more) for more in full)]
            if whole and key not in known:
                found[key] = min(whole, key=lambda other: (other not in known, other))
    return found

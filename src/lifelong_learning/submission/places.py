"""One spelling for every district, in all sheets, in published figures and in the register."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
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
    entries = () if register is None else register.entries.values()
    listed = Counter(entry.district for entry in entries if entry.district)
    counts = Counter(chain.from_iterable(columns))
    forms = _by_key({*counts, *listed})
    chosen = {key: min(names, key=partial(_rank, listed, counts)) for key, names in forms.items()}
    lost = _lost(chosen, set(map(place_key, listed)))
    spelling: dict[str, str] = {}
    for key, names in forms.items():
        wanted = chosen[lost.get(key, key)]
        spelling |= {name: wanted for name in names if name != wanted}
    return DistrictSpelling(spelling, {name: spelling[name] for key in lost for name in forms[key]})


def _rank(listed: Counter[str], counts: Counter[str | None], name: str) -> tuple[object, ...]:
    """Return the order in which the spellings of one district are preferred."""
    return (-listed[name], not _is_written_out(name), -counts[name], name)


def _by_key(names: Iterable[str | None]) -> dict[str, list[str]]:
    """Return names of places by what they have in common however they are typed."""
    found: dict[str, list[str]] = {}
    for name in names:
        if name is not None:
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
            full = _with_all_marks(key, group)
            if full and key not in known:
                found[key] = min(full, key=lambda other: (other not in known, other))
    return found


def _with_all_marks(key: str, group: Sequence[str]) -> list[str]:
    """Return the names of a group of which another is one without some marks, and that lack none
    themselves."""
    full = [other for other in group if lacks_marks(key, other)]
    return [other for other in full if not any(lacks_marks(other, more) for more in full)]

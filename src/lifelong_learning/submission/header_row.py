"""What a header row says, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Header(NamedTuple):
    """The columns of a header row.

    `columns` maps ids to 1-based columns, `doubled` those that stand twice (taken out), `headers`
    gives the text of every column, `misspelt` the ids whose column is there under a wrong name.
    """

    columns: Mapping[str, int]
    doubled: Mapping[str, list[int]]
    headers: dict[int, str]
    misspelt: frozenset[str]
    faults: tuple[ColumnFault, ...]

    def has(self, column: str) -> bool:
        """Tell whether the header meant to have the column, rightly or wrongly written."""
        return column in self.columns or column in self.doubled or column in self.misspelt


class ColumnFault(NamedTuple):
    """What is wrong with a column of the header; `first` is the column of the same name before it."""

    code: str
    variant: str
    col: int
    args: Mapping[str, object]
    first: int | None = None

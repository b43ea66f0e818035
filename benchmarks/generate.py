"""Write the workbooks of the benchmarks: S, M and L, sound and with planted faults, and 1,000 small ones.

The same sizes give the same cells on every machine. `S-faults.json` and its like list what was planted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bench.faults import Planted, Planter
from bench.layout import SHEETS
from bench.values import SIZES, SMALL, SMALL_FILES, Shape, rows_of
from bench.workbook import ways, writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.workbook import Value

# Rows to one fault, and the rows of each sheet before the first.
DENSITY = {"S": (10, 20), "M": (50, 500), "L": (48, 5_000)}


def write_sound(path: Path, shape: Shape, way: str = "shared") -> None:
    """Write a workbook that gives no finding above a note."""
    book = writer(path, way)
    for position, layout in enumerate(SHEETS):
        size = shape.rows // 3 + (position < shape.rows % 3)
        book.add(layout, size, _values(rows_of(layout, position, shape)))
    book.close()


def write_faulty(path: Path, shape: Shape, every: int, start: int) -> list[Planted]:
    """Write the same workbook with a fault in every so many rows; return the faults."""
    planter = Planter(every, start)
    book = writer(path)
    for position, layout in enumerate(SHEETS):
        size = shape.rows // 3 + (position < shape.rows % 3)
        book.add(layout, size, planter.sow(layout, rows_of(layout, position, shape)))
    book.close()
    return planter.planted


def write_small(folder: Path, files: int = SMALL_FILES) -> None:
    """Write a folder of small workbooks: one commune with its three units over four years in each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        write_sound(folder / f"{number:05d}.xlsx", SMALL._replace(offset=number + 1))


def named(folder: Path, size: str, way: str) -> Path:
    """Return the workbook of a size that was written in one of the ways."""
    return folder / (f"{size}.xlsx" if way == "shared" else f"{size}-{way}.xlsx")


def ensure(folder: Path, size: str) -> None:
    """Write the files of one size (S, M, L or small) unless they are there."""
    if size == "small":
        done = folder / "small.done"
        if not done.exists():
            write_small(folder / "small")
            done.touch()
        return
    for way in ways(size):
        if not named(folder, size, way).exists():
            draft = folder / f"{size}.part"
            write_sound(draft, SIZES[size], way)
            draft.replace(named(folder, size, way))
    if not (folder / f"{size}-faults.json").exists():
        planted = write_faulty(folder / f"{size}-faults.xlsx", SIZES[size], *DENSITY[size])
        text = json.dumps([fault._asdict() for fault in planted], ensure_ascii=False, indent=0)
        (folder / f"{size}-faults.json").write_text(text, encoding="utf-8")


def planted_faults(folder: Path, size: str) -> list[Planted]:
    """Read the list of what was planted."""
    text = (folder / f"{size}-faults.json").read_text(encoding="utf-8")
    return [Planted(**fault) for fault in json.loads(text)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sizes that were asked for and say what was planted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--sizes", default="S,M,L,small")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for size in options.sizes.split(","):
        ensure(options.folder, size)
        if size in SIZES:
            counts = Counter(fault.kind for fault in planted_faults(options.folder, size))
            print(f"{size}: {counts.total()} faults planted, {dict(sorted(counts.items()))}")
        else:
            print(f"{size}: {SMALL_FILES} workbooks")
    return 0


def _values(rows: Iterator[list[int | str | None]]) -> Iterator[list[Value]]:
    for row in rows:
        yield list(row)


if __name__ == "__main__":
    sys.exit(main())

"""Measure the house: files, lines, records, complex functions and equal class names, room by room.

    python tools/house.py             a table of the rooms
    python tools/house.py --complex   the functions of complexity over 10, worst first
    python tools/house.py --names     class names that stand for more than one class
    python tools/house.py --imports   modules of the package that `llplan evaluate` as text imports

A line is a line of a file, blank ones and comments included. A record is a class of fields: a msgspec
struct, a named tuple, a typed dict, a dataclass or a pydantic model. Complexity is McCabe's, with each
`and`, `or`, comprehension and condition of a comprehension counted.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "lifelong_learning"
COMPLEX = 10
SHORT = 40
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)
NOT_RECORDS = ("Enum", "Protocol", "Error", "Exception", "Flag")
EVALUATE = """
import contextlib, io, os, sys
from lifelong_learning.__main__ import main
sys.argv = ["llplan", "evaluate", "data/ha-giang-2024.xlsx"]
os._exit = lambda code: sys.exit(code)
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")), contextlib.suppress(SystemExit):
    main()
print(len([name for name in sys.modules if name.split(".")[0] == "lifelong_learning"]), file=sys.stderr)
"""


class Function(NamedTuple):
    """A function and its complexity."""

    where: str
    name: str
    complexity: int


class Room(NamedTuple):
    """What a folder of the package holds."""

    files: int = 0
    lines: int = 0
    short: int = 0
    records: int = 0
    complex: int = 0

    def with_file(self, lines: int, records: int, complex_functions: int) -> Room:
        """Return the room with one more file."""
        return Room(
            self.files + 1,
            self.lines + lines,
            self.short + (lines < SHORT),
            self.records + records,
            self.complex + complex_functions,
        )


def complexity(function: ast.AST) -> int:
    """Return McCabe's number of a function, inner functions included."""
    count = 1
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
    return count


def is_record(node: ast.ClassDef) -> bool:
    """Tell whether a class is a record of fields."""
    written = " ".join(ast.unparse(one) for one in [*node.bases, *node.decorator_list])
    if any(word in written for word in NOT_RECORDS):
        return False
    fields = any(isinstance(one, ast.AnnAssign) for one in node.body)
    return "dataclass" in written or (bool(node.bases) and fields)


class House(NamedTuple):
    """Everything that was measured: rooms by folder, complex functions, the files of each class name."""

    rooms: dict[str, Room]
    functions: list[Function]
    classes: dict[str, list[str]]


def measured() -> House:
    """Read every file of the package."""
    house = House(defaultdict(Room), [], defaultdict(list))
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        where = path.relative_to(PACKAGE).as_posix()
        nodes = list(ast.walk(ast.parse(text)))
        numbers = [
            Function(where, node.name, complexity(node))
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        heavy = [one for one in numbers if one.complexity > COMPLEX]
        house.functions.extend(heavy)
        classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        for node in classes:
            house.classes[node.name].append(where)
        room = path.parent.relative_to(PACKAGE).as_posix()
        records = sum(map(is_record, classes))
        house.rooms[room] = house.rooms[room].with_file(text.count("\n"), records, len(heavy))
    return house


def main() -> int:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("--complex", "--names", "--imports"):
        parser.add_argument(name, action="store_true")
    asked = parser.parse_args()
    if asked.imports:
        return subprocess.run([sys.executable, "-c", EVALUATE], cwd=ROOT, check=False).returncode
    house = measured()
    several = {name: places for name, places in house.classes.items() if len(places) > 1}
    if asked.complex:
        for one in sorted(house.functions, key=lambda one: -one.complexity):
            print(f"{one.complexity:4}  {one.where}: {one.name}")
    elif asked.names:
        for name, places in sorted(several.items()):
            print(f"{name}: {', '.join(places)}")
    else:
        _print_rooms(house.rooms)
        print(f"class names that stand for several classes: {len(several)}")
    return 0


def _print_rooms(rooms: dict[str, Room]) -> None:
    print(f"{'room':34}{'files':>7}{'lines':>8}{'short':>7}{'records':>9}{'complex':>9}")
    total = Room(*(sum(column) for column in zip(*rooms.values(), strict=True)))
    for name, room in [*rooms.items(), ("all", total)]:
        print(f"{name:34}{room.files:7}{room.lines:8}{room.short:7}{room.records:9}{room.complex:9}")


if __name__ == "__main__":
    sys.exit(main())

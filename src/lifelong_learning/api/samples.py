"""The workbooks that come with the program, and the register, waivers and letterhead beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.api.documents import write_file
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["copy", "names"]


def folder() -> Path:
    """Return where the bundled data are: in the package, or in the checkout that it runs from."""
    package = Path(__file__).parents[1]
    inside = package / "bundled" / "data"
    return inside if inside.is_dir() else package.parents[1] / "data"


def names() -> list[str]:
    """Return the names of the bundled files, sorted."""
    return sorted(path.name for path in folder().iterdir() if path.suffix in (".xlsx", ".csv", ".yaml"))


def copy(name: str, to: str | PathLike[str] = ".", *, force: bool = False) -> Path:
    """Copy a bundled file into a folder, which is made where it is not there, and return its new path.

    UsageError where it cannot be.
    """
    if name not in names():
        raise UsageError("sample_unknown", name=name, known=", ".join(names()))
    target = Path(to) / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError("output_unwritable", path=target, why=fault) from fault
    write_file(str(target), [(folder() / name).read_bytes()], force=force)
    return target

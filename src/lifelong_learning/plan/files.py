"""The files of a plan on disk: where plans are, and their bytes. Imports nothing heavy."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from os import PathLike

HEAD = "plan.yaml"
_SUFFIXES = (".yaml", ".yml")
_SHARES = re.compile(rb"""^shares:[ \t]+(["']?)([^\s#'\"]+)\1[ \t]*(?:[ \t]#.*)?\r?$""", re.MULTILINE)
"""The line of plan.yaml that names another plan, found without reading YAML."""
LARGEST_PLAN = 8 * 1_048_576
"""Bytes that are read of a plan's folder at most."""


def bundled_folder() -> Path:
    """Return the folder of the plans that come with the program: in the wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "bundled" / "targets"
    return inside if inside.is_dir() else package.parent.parent / "targets"


def bundled_ids() -> tuple[str, ...]:
    """Return the ids of the bundled plans, sorted."""
    folder = bundled_folder()
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if (entry / HEAD).is_file()))


def locate(ref: str | PathLike[str]) -> Path:
    """Return the folder of a bundled plan's id or of a path.

    UsageError `plan_unknown` for neither, `path_unreadable` for a path that may not be looked at.
    """
    name = str(ref)
    try:
        folder = _folder(name)
    except OSError as fault:
        raise _unreadable(name, fault) from fault
    if folder is None:
        raise UsageError("plan_unknown", plan=name, known=", ".join(bundled_ids()))
    return folder


def _folder(name: str) -> Path | None:
    if name and not {"/", "\\", "."} & set(name) and (bundled_folder() / name / HEAD).is_file():
        return bundled_folder() / name
    folder = Path(name)
    if name and folder.is_file() and folder.name == HEAD:
        return folder.parent
    return folder if name and folder.is_dir() else None


def _shared_folder(folder: Path, name: str) -> Path | None:
    """Return the folder of a plan that another shares: a bundled plan's, else one beside it."""
    if not {"/", "."} & set(name) and (bundled_folder() / name / HEAD).is_file():
        return bundled_folder() / name
    return folder / name if (folder / name / HEAD).is_file() else None


def reference(folder: Path, seen_from: Path) -> str:
    """Return how a plan in one folder names another that it shares: by its id, else by the way to it."""
    if folder.parent == bundled_folder():
        return folder.name
    return os.path.relpath(folder, seen_from).replace(os.sep, "/")


def _unreadable(path: str, fault: OSError) -> UsageError:

    return UsageError("path_unreadable", path=path, why=fault)


class PlanFiles(NamedTuple):
    """The YAML files of a plan's folder by name, sorted; None for one that cannot be read.

    `shares` is the plan whose words it has too, by the name that plan.yaml gives it, and `shared` that
    plan's files: None where there is no such plan. `sha256` covers both.
    """

    folder: Path
    content: dict[str, bytes | None]
    sha256: str
    shares: str | None = None
    shared: PlanFiles | None = None

    def path(self, name: str) -> str:
        """Return how a file is named in a finding."""
        return str(self.folder / name)


def read_files(folder: Path) -> PlanFiles:
    """Return the bytes of every YAML file of a folder (not of its sub-folders) and of the plan it shares.

    UsageError `path_unreadable` for a folder that may not be listed.
    """
    files, digest = _read_folder(folder)
    if files.shares is None:
        return files
    other = _shared_folder(folder, files.shares)
    shared = None if other is None else _read_folder(other)[0]
    digest.update(f"{files.shares}\0{shared.sha256 if shared else ''}".encode())
    return files._replace(sha256=digest.hexdigest(), shared=shared)


def _read_folder(folder: Path) -> tuple[PlanFiles, hashlib._Hash]:
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(_SUFFIXES))
    except OSError as fault:
        raise _unreadable(str(folder), fault) from fault
    content: dict[str, bytes | None] = {}
    digest = hashlib.sha256()
    left = LARGEST_PLAN
    for name in names:
        content[name] = data = _bytes(folder / name, left)
        left -= len(data or b"")
        digest.update(f"{name}\0{len(data or b'')}\0".encode())
        digest.update(data or b"")
    line = _SHARES.search(content.get(HEAD) or b"")
    return PlanFiles(folder, content, digest.hexdigest(), line[2].decode() if line else None), digest


def _bytes(path: Path, limit: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError:
        return None
    return data if len(data) <= limit else None

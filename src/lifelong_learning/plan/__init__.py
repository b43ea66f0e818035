"""YAML → Plan: the files of a plan on disk, strict reading, consistency, JSON Schema.

This module finds the files and imports nothing heavy: a plan that is known already needs no more.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.errors import PlanError, UsageError
from lifelong_learning.model.submission import FIRST_YEAR

if TYPE_CHECKING:
    from os import PathLike

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan

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


def load_plan(ref: str | PathLike[str], *, base_year: int | None = None) -> Plan:
    """Return a plan, checked; `base_year` overrides that of the plan and of every target.

    Raises PlanError with every finding of a faulty plan, UsageError where there is none or where the
    base year does not lie before the target year.
    """
    from lifelong_learning.plan import cache

    files = read_files(locate(ref))
    plan = cache.load(files.sha256)
    if plan is None:
        from lifelong_learning.plan.check import check

        plan, findings = check(files)
        if plan is None:
            raise PlanError(findings)
        cache.save(plan)
    return plan if base_year is None else rebased(plan, base_year)


def rebased(plan: Plan, base_year: int) -> Plan:
    """Return a plan with another base year, for itself and every target; UsageError for a late one."""
    last = min([plan.target_year, *(target.target_year for target in plan.targets)]) - 1
    if not FIRST_YEAR <= base_year <= last:
        raise UsageError("year_range", year=base_year, first=FIRST_YEAR, last=last)
    targets = tuple(replace(target, base_year=base_year) for target in plan.targets)
    return replace(plan, base_year=base_year, targets=targets)


def check_plan(directory: str | PathLike[str]) -> Findings:
    """Return every fault of a plan's folder (or of a bundled plan's id), with file, line and column; a
    warning is none that keeps it from being used."""
    from lifelong_learning.plan.check import check

    return check(read_files(locate(directory)))[1]


def json_schema(file: str = "plan", lang: Lang = "en") -> dict[str, object]:
    """Return the JSON Schema of `plan.yaml` ("plan"), of a plan's other files ("part"), or of what stands
    beside a plan ("cases", "waivers", "letterhead"), its keys explained in a language.

    UsageError for another sort of file.
    """
    from lifelong_learning.plan.schema import schema

    return schema(file, lang)

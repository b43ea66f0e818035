"""Give workbooks back with their findings marked: one as a file, those of a run as a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import delivery
from lifelong_learning.cli.delivery import Output
from lifelong_learning.cli.screen import for_people, say
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.api.request import Request
    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.cli.parameters import Reporting

_SUFFIXES = (".xlsx", ".xlsm")


def planned(
    request: Request, place: str, reporting: Reporting, outputs: Sequence[Output]
) -> Mapping[str, str]:
    """Return where the copy of every workbook goes; refuse what cannot be written before any work is done."""
    from lifelong_learning.api.submissions import find_workbooks

    found = find_workbooks(request.paths)
    if "-" in found:
        raise UsageError("annotate_input")
    if _is_folder(place, len(found)):
        copies = _below(place, request.paths, found)
        delivery.refuse_below(place, copies.values(), found, force=reporting.force)
        _warn_inside(place, request.paths, reporting)
    else:
        _refuse_file(place, found)
        copies = {found[0]: place}
        delivery.refuse_existing([Output("xlsx", place)], found, force=reporting.force)
    written = {os.path.realpath(output.path) for output in outputs}
    for copy in copies.values():
        if os.path.realpath(copy) in written:
            raise UsageError("output_twice", path=copy)
    return copies


def _is_folder(place: str, count: int) -> bool:
    """Tell whether a place is a folder: one that is there, or a name that is no workbook's."""
    suffix = Path(place).suffix.lower()
    if Path(place).is_dir() or place.endswith(("/", os.sep)) or not suffix:
        return True
    return count > 1 and suffix not in _SUFFIXES


def _warn_inside(folder: str, paths: Sequence[str], reporting: Reporting) -> None:
    """Say that copies lie where the next run would read them as submissions."""
    here = Path(os.path.realpath(folder))
    searched = [Path(os.path.realpath(path)) for path in paths if Path(path).is_dir()]
    if any(here.is_relative_to(path) for path in searched) and not reporting.quiet:
        lang = for_people(reporting.lang)
        say(f"llplan: {word('usage.annotate_inside', lang, path=visible(folder))}\n")


def _refuse_file(place: str, found: Sequence[str]) -> None:
    if len(found) != 1:
        raise UsageError("annotate_one", count=len(found))
    suffix = Path(found[0]).suffix.lower()
    if Path(place).suffix.lower() != suffix:
        raise UsageError("annotate_suffix", path=found[0], suffix=suffix)


def _below(folder: str, paths: Sequence[str], found: Sequence[str]) -> dict[str, str]:
    """Return the copies by workbook: each has its name and its folders, below what the paths have in common.

    Links are not followed: a copy lies where its path says, inside the folder.
    """
    tops = [_absolute(path if Path(path).is_dir() else str(Path(path).parent)) for path in paths]
    try:
        top = os.path.commonpath(tops)
    except ValueError:  # drives of Windows, which have no folder in common
        raise UsageError("annotate_drives") from None
    return {path: str(Path(folder) / Path(_absolute(path)).relative_to(top)) for path in found}


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - must not resolve a link


def give_back(checked: Checked, copies: Mapping[str, str], reporting: Reporting) -> None:
    """Write the marked copies, or say of which workbooks there are none.

    UsageError where the one workbook of a run cannot be marked; of several the others are written.
    """
    from lifelong_learning.api.annotating import annotate_all
    from lifelong_learning.api.findings import messages

    lang = for_people(reporting.lang)
    for path, copy in annotate_all(checked, lang):
        if isinstance(copy, bytes):
            delivery.write_below(copies[path], copy, force=reporting.force)
        elif copy is None:
            say(f"llplan: {word('usage.annotate_unread', lang, path=visible(path))}\n")
        elif len(copies) == 1:
            raise copy
        else:
            say("".join(f"llplan: {line}\n" for line in messages(copy, lang)))

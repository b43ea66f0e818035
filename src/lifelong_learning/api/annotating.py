"""Give workbooks back with their findings marked in them; the originals are only read."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.errors import UsageError
from lifelong_learning.forms.annotate import Marked, Packed, UnmarkableError
from lifelong_learning.forms.annotate.make import annotated
from lifelong_learning.model.findings import Severity
from lifelong_learning.reports.checks.report import row
from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.package import Package
from lifelong_learning.submission.source.parts import book_parts
from lifelong_learning.submission.source.recognise import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.submission import FileInfo


_ORDER = list(Severity)
_TWIN = "same"
"""The variant of the finding that a workbook is there twice."""
Copy = bytes | UsageError | None
"""A marked copy, why it cannot be made, or nothing where the workbook could not be opened."""


def annotate(checked: Checked, path: str, lang: Lang = "en") -> bytes | None:
    """Return the marked copy of a workbook that was checked; None where it could not be opened.

    UsageError where it is not one of those that were read, where it has changed since, and where marking it
    would change more than the marks.
    """
    refuse_unknown(lang)
    known = _known(checked, path)
    return _copy(checked, known, _own(checked, [known])[known.path], lang)


def annotate_all(checked: Checked, lang: Lang = "en") -> Iterator[tuple[str, Copy]]:
    """Yield every workbook that was read with its marked copy, made when it is asked for."""
    refuse_unknown(lang)
    own = _own(checked, checked.submission.files)
    for info in checked.submission.files:
        copy: Copy
        try:
            copy = _copy(checked, info, own[info.path], lang)
        except UsageError as fault:
            copy = fault
        yield info.path, copy


def _own(checked: Checked, files: Sequence[FileInfo]) -> Mapping[str, Sequence[Finding]]:
    """Return what was found in each of some workbooks; in the copy of another, what was found in that."""
    twins = {one.file: one.args["first"] for one in checked.findings.singles if one.variant == _TWIN}
    found: dict[object, list[Finding]] = {info.path: [] for info in files}
    for info in files:
        found.setdefault(twins.get(info.path), [])
    for finding in checked.findings:
        if finding.file in found:
            found[finding.file].append(finding)
    return {info.path: [*found[info.path], *found.get(twins.get(info.path), ())] for info in files}


def _copy(checked: Checked, known: FileInfo, found: Sequence[Finding], lang: Lang) -> bytes | None:
    """Return the copy of a workbook with its own findings, errors first; faults as of `annotate`."""
    path = known.path
    if any(one.sheet is None and one.code.startswith("WB") and one.variant != _TWIN for one in found):
        return None
    limits = checked.request.limits or Limits()
    try:
        source = _Opened(path, limits)
        if source.sha256 != known.sha256:
            raise UsageError("annotate_changed", path=path)
        marks = [_marked(finding, lang) for finding in sorted(found, key=_gravity)]
        return annotated(source, visible(Path(path).name), marks, lang)
    except RefusedError:
        return None
    except UnmarkableError as fault:
        raise UsageError(f"annotate_{fault.key}", path=path, part=fault.part) from None


def _gravity(finding: Finding) -> int:
    return _ORDER.index(finding.severity)


def _known(checked: Checked, path: str) -> FileInfo:
    """Return what is known of a workbook, however its path is spelt."""
    files = checked.submission.files
    found = next((info for info in files if info.path == path), None)
    if found is None:
        found = {_real(info.path): info for info in files}.get(_real(path))
    if found is None:
        raise UsageError("annotate_unknown", path=path)
    return found


def _real(path: str) -> str:
    """Return a path so that two spellings of one file are the same."""
    return os.path.normcase(os.path.realpath(path))


def _marked(finding: Finding, lang: Lang) -> Marked:
    worded = row(finding, lang)
    return Marked(
        finding.severity,
        finding.sheet,
        finding.row,
        finding.col,
        visible(worded.header or ""),
        visible(worded.unit or ""),
        worded.message,
        worded.remedy,
        worded.code,
    )


class _Opened:
    """The package of a workbook, held to the limits of its reading."""

    def __init__(self, path: str, limits: Limits) -> None:
        data = read_bytes(path, limits)
        self.sha256 = sha256(data).hexdigest()
        self._limits = limits.for_size(len(data))
        self._package = Package(data, self._limits)

    def names(self) -> list[str]:
        """Return the names of all parts as the package spells them."""
        return [part.name for name in self._package.names() if (part := self._package.part(name)) is not None]

    def read(self, name: str) -> bytes:
        """Return an XML part, unpacked within the limits."""
        try:
            return b"".join(self._package.xml(name))
        except RefusedError:
            raise UnmarkableError("unusual", name) from None

    def packed(self, name: str) -> Packed:
        """Return a part as it is packed."""
        part = self._package.part(name)
        assert part is not None, name
        data = self._package.data[part.start : part.start + part.packed]
        return Packed(part.name, data, part.size, part.crc, part.method)

    def sheets(self) -> list[tuple[str, str]]:
        """Return the worksheets with their parts."""
        return [(sheet.name, sheet.part) for sheet in book_parts(self._package, self._limits).sheets]

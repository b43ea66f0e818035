"""Write what was found: in which formats, how it is to look, and into files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct

from lifelong_learning.api.formats import FORMATS, RENDERERS
from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.errors import UsageError
from lifelong_learning.model.plan import Bilingual, Lang
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FORMATS", "Bilingual", "Lang", "Look", "Writable", "render", "stream", "write_file"]


class Writable(Protocol):
    """Anything that can be written; `formats` names how, the usual one first."""

    document: ClassVar[str]
    formats: ClassVar[tuple[str, ...]]


class Look(Struct, frozen=True, metaclass=Shown):
    """How a document is to look where its format leaves a choice.

    `width` is that of a text in columns (None: 80), `colour` whether it is coloured; `inputs` lists
    every cell behind each result (an evaluation as json).
    """

    width: int | None = None
    colour: bool = False
    inputs: bool = False


PLAIN = Look()


def stream(found: Writable, format: str, lang: Lang = "en", look: Look = PLAIN) -> Iterable[bytes]:
    """Return a document in pieces, to be written one by one; faults as of `render`."""
    refuse_unknown(lang)
    if format not in found.formats:
        raise UsageError("format_unknown", format=format, known=", ".join(found.formats))
    return RENDERERS[found.document][format](found, lang, look)


def render(found: Writable, format: str, lang: Lang = "en", look: Look = PLAIN) -> bytes:
    """Return a document; UsageError for a format that it does not have, or a language that is not spoken.

    `found.formats` names the formats: an evaluation has text, json, csv, markdown, xlsx and html, what
    was read has text, json, csv, github, gitlab, junit and sarif.
    """
    return b"".join(stream(found, format, lang, look))


def write_file(path: str | os.PathLike[str], chunks: Iterable[bytes], *, force: bool = False) -> None:
    """Write a document beside its place and move it there; nothing half-written ever stands under the
    name. Without `force` an existing file is refused even when it appeared meanwhile; what is no file, such
    as a pipe or a device, is written into."""
    import tempfile

    target = Path(path)
    if force and target.exists():
        target = Path(os.path.realpath(target))  # what a link leads to is replaced, not the link
        if not target.is_file():
            _into(target, chunks)
            return
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as fault:
        raise UsageError("output_unwritable", path=path, why=fault) from fault
    try:
        with os.fdopen(handle, "wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
        _as_the_user_would(beside)
        _move(Path(beside), target, force=force)
    except OSError as fault:
        raise UsageError("output_unwritable", path=path, why=fault) from fault
    finally:
        Path(beside).unlink(missing_ok=True)


def _into(target: Path, chunks: Iterable[bytes]) -> None:
    try:
        with target.open("wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
    except OSError as fault:
        raise UsageError("output_unwritable", path=str(target), why=fault) from fault


def _as_the_user_would(path: str) -> None:
    """Give a temporary file the permissions of an ordinary new one (mkstemp makes it private)."""
    if sys.platform != "win32":
        mask = os.umask(0)
        os.umask(mask)
        Path(path).chmod(0o666 & ~mask)


def _move(beside: Path, target: Path, *, force: bool) -> None:
    if force:
        beside.replace(target)
        return
    try:
        # A hard link fails where the name is taken, which a rename does not everywhere.
        os.link(beside, target)
    except FileExistsError:
        raise UsageError("output_exists", path=str(target)) from None
    except OSError:
        if target.exists():
            raise UsageError("output_exists", path=str(target)) from None
        beside.replace(target)

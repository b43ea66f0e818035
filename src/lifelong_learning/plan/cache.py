"""Plans that were checked, kept by their bytes.

The cache saves a run the import of YAML and pydantic. A file of it is JSON and holds data alone. Its name
comes from the plan's bytes, the version of the program and the format of the cache, and it carries a digest
of its content: what was changed or cut short is passed over, as is every other fault, and the plan is read
and checked anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from fractions import Fraction
from pathlib import Path

from msgspec import MsgspecError
from msgspec.json import Decoder, Encoder

from lifelong_learning._version import __version__
from lifelong_learning.model.plan import Plan

FORMAT = 5
"""Goes up with every change of the checks or of the plan's records."""
LARGEST_ENTRY = 16 * 1_048_576


def folder() -> Path | None:
    """Return the cache's folder: `LLPLAN_CACHE_DIR`, else the user's; None where it is switched off."""
    chosen = os.environ.get("LLPLAN_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base, "llplan", "cache") if base else None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not base.startswith("/"):
        home = os.environ.get("HOME", "")
        if not home.startswith("/"):
            return None
        base = home + "/.cache"
    return Path(base, "llplan")


def entry(sha256: str) -> Path | None:
    """Return the file that holds the plan of these bytes, whether it is there or not."""
    place = folder()
    if place is None:
        return None
    key = hashlib.sha256(f"{sha256} {__version__} {FORMAT}".encode()).hexdigest()
    return place / f"plan-{key}.json"


def load(sha256: str) -> Plan | None:
    """Return a plan from the cache, or None where there is none that can be trusted."""
    path = entry(sha256)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            if not _is_ours(file.fileno()):
                return None
            digest, _, payload = file.read(LARGEST_ENTRY).partition(b"\n")
        if digest.decode() != _digest(sha256, payload):
            return None
        return Decoder(Plan, dec_hook=_read_figure).decode(payload)
    except (OSError, ValueError, MsgspecError, RecursionError, ArithmeticError):
        return None


def _read_figure(_: type, pair: list[int]) -> Fraction:
    return Fraction(*pair)


def _write_figure(figure: Fraction) -> tuple[int, int]:
    return figure.as_integer_ratio()


def _is_ours(number: int) -> bool:
    """Tell whether nobody but the user could have written the file (where the system can tell)."""
    if sys.platform == "win32":
        return True
    status = os.fstat(number)
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def save(plan: Plan) -> None:
    """Keep a checked plan, written beside and moved into place; a fault in doing so changes nothing."""
    path = entry(plan.sha256)
    if path is None:
        return
    import contextlib
    import tempfile

    payload = Encoder(enc_hook=_write_figure).encode(plan)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, beside = tempfile.mkstemp(prefix=".plan-", dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_digest(plan.sha256, payload).encode() + b"\n" + payload)
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise


def _digest(sha256: str, payload: bytes) -> str:
    return hashlib.sha256(f"{sha256} {__version__} {FORMAT} ".encode() + payload).hexdigest()

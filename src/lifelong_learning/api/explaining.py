"""What the code of a finding means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.catalogue.entries import Entry


class Explanation(Struct, frozen=True, metaclass=Shown):
    """A code with its severity, its explanation, and every wording with its remedy."""

    entry: Entry
    document: ClassVar[str] = "explanation"
    formats: ClassVar[tuple[str, ...]] = formats_of("explanation")


def codes() -> list[str]:
    """Return the code of every finding, by family."""
    from lifelong_learning import catalogue

    return list(catalogue.entries())


def explain(code: str) -> Explanation:
    """Return what a finding code means, in whichever case it is written; UsageError for an unknown one."""
    from lifelong_learning import catalogue

    known = catalogue.entries()
    if code.upper() not in known:
        raise UsageError("code_unknown", code=code, known=", ".join(known))
    return Explanation(known[code.upper()])

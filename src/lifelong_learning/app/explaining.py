"""What the code of a finding means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.rendering import Look
    from lifelong_learning.catalogue.entries import Entry
    from lifelong_learning.model.plan import Lang


class Explanation(Struct, frozen=True, metaclass=Shown):
    """A code with its severity, its explanation, and every wording with its remedy."""

    entry: Entry
    formats: ClassVar[tuple[str, ...]] = ("text",)

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the explanation as text."""
        from lifelong_learning.reports.explanation import render

        return [render(self.entry, lang=lang, layout=look.layout()).encode("utf-8")]


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

"""Numbers of cells, which Python writes as 97.907 and each language with its own decimal sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang


class Decimal(str):
    """A number as Python writes it."""

    def of(self, lang: Lang) -> Decimal:
        """Return the number as a language writes it: 97.907, or 97,907."""
        return Decimal(self.replace(".", ",")) if lang == "vi" else self

    @property
    def whole(self) -> str:
        """The whole number that 231.075 stands for where the dot was meant for thousands."""
        return self.replace(".", "").replace(",", "")

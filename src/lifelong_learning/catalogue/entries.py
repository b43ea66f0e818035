"""The shape of the catalogue: a code, its severity, and its texts in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.findings import Severity
    from lifelong_learning.model.plan import Bilingual


class Wording(Struct, frozen=True, metaclass=Shown):
    """What a finding says and what to do; `{name}` places are filled from the finding's arguments.

    `severity` is set where this variant of the code differs from the code's own.
    """

    message: Bilingual
    remedy: Bilingual
    severity: Severity | None = None


class Entry(Struct, frozen=True, metaclass=Shown):
    """One code: what it means (`title`, `explanation`) and how it is worded.

    `variants` words the code differently for a particular cause; "" is the ordinary wording.
    """

    code: str
    severity: Severity
    title: Bilingual
    explanation: Bilingual
    variants: Mapping[str, Wording] = field(default_factory=dict)

"""The shape of the catalogue, a code with its severity and its texts, and short ways of writing an entry,
English and Vietnamese side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
Pair = tuple[str, str]


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


def says(message: Pair, remedy: Pair, severity: Severity | None = None) -> Wording:
    """Return a wording from (English, Vietnamese) pairs."""
    return Wording(Bilingual(*message), Bilingual(*remedy), severity)


def entry(code: str, severity: Severity, title: Pair, explanation: Pair, **variants: Wording) -> Entry:
    """Return an entry; the variant `plain` is the ordinary wording."""
    worded = {"" if name == "plain" else name: wording for name, wording in variants.items()}
    return Entry(code, severity, Bilingual(*title), Bilingual(*explanation), worded)

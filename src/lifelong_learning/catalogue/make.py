"""Short ways of writing an entry: English and Vietnamese side by side."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import Entry, Wording
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Bilingual

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
Pair = tuple[str, str]


def says(message: Pair, remedy: Pair, severity: Severity | None = None) -> Wording:
    """Return a wording from (English, Vietnamese) pairs."""
    return Wording(Bilingual(*message), Bilingual(*remedy), severity)


def entry(code: str, severity: Severity, title: Pair, explanation: Pair, **variants: Wording) -> Entry:
    """Return an entry; the variant `plain` is the ordinary wording."""
    worded = {"" if name == "plain" else name: wording for name, wording in variants.items()}
    return Entry(code, severity, Bilingual(*title), Bilingual(*explanation), worded)

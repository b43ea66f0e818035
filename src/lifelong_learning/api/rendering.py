"""What was found, as a document in any of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from lifelong_learning.api.formats import RENDERERS
from lifelong_learning.catalogue.languages import refuse_unknown
from lifelong_learning.errors import UsageError
from lifelong_learning.model.look import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.look import Look
    from lifelong_learning.model.plan import Lang


class Document(Protocol):
    """Anything that can be written; `formats` names how, the usual one first."""

    document: ClassVar[str]
    formats: ClassVar[tuple[str, ...]]


def stream(found: Document, format: str, lang: Lang = "en", look: Look = PLAIN) -> Iterable[bytes]:
    """Return a document in pieces, to be written one by one; faults as of `render`."""
    refuse_unknown(lang)
    if format not in found.formats:
        raise UsageError("format_unknown", format=format, known=", ".join(found.formats))
    return RENDERERS[found.document][format](found, lang, look)


def render(found: Document, format: str, lang: Lang = "en", look: Look = PLAIN) -> bytes:
    """Return a document; UsageError for a format that it does not have, or a language that is not spoken.

    `found.formats` names the formats: an evaluation has text, json, csv, markdown, xlsx and html, what
    was read has text, json, csv, github, junit and sarif.
    """
    return b"".join(stream(found, format, lang, look))

"""What was found, as a document in any of its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct

from lifelong_learning.catalogue.languages import refuse_unknown
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.terminal.layout import Layout


class Look(Struct, frozen=True, metaclass=Shown):
    """How a document is to look where its format leaves a choice.

    `width` is that of a text in columns (None: 80), `colour` whether it is coloured; `inputs` lists
    every cell behind each result (an evaluation as json).
    """

    width: int | None = None
    colour: bool = False
    inputs: bool = False

    def layout(self) -> Layout:
        """Return the layout of a text."""
        from lifelong_learning.reports.terminal.layout import Layout

        return Layout(width=self.width, colour=self.colour)


PLAIN = Look()


class Document(Protocol):
    """Anything that can be written; `formats` names how, the usual one first."""

    formats: ClassVar[tuple[str, ...]]

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the document in one of its formats, in pieces to be written one by one."""


def stream(found: Document, format: str, lang: Lang = "en", look: Look = PLAIN) -> Iterable[bytes]:
    """Return a document in pieces, to be written one by one; faults as of `render`."""
    refuse_unknown(lang)
    if format not in found.formats:
        raise UsageError("format_unknown", format=format, known=", ".join(found.formats))
    return found.chunks(format, lang, look)


def render(found: Document, format: str, lang: Lang = "en", look: Look = PLAIN) -> bytes:
    """Return a document; UsageError for a format that it does not have, or a language that is not spoken.

    `found.formats` names the formats: an evaluation has text, json, csv, markdown, xlsx and html, what
    was read has text, json, csv, github, junit and sarif.
    """
    return b"".join(stream(found, format, lang, look))

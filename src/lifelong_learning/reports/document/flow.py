"""A letter and its appendices as one flow of sections, for formats without columns and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, Letter


def in_one_flow(document: Document) -> Document:
    """Return a document whose letter stands in paragraphs above and below, its appendices as sections."""
    letter, lang = document.letter, document.lang
    end = (*document.closing, *_signature(letter, lang))
    added = (
        Section(f"{one.label}. {one.heading}", 1, (Paragraph(one.belonging, "quiet"), *one.blocks))
        for one in document.appendices
    )
    return replace(
        document,
        above=tuple(_above(letter, lang)),
        head=(*below(letter, lang), *document.head),
        sections=(*document.sections, *((Section("", 1, end),) if end else ()), *added),
        letter=None,
        closing=(),
        appendices=(),
    )


def _above(letter: Letter | None, lang: Lang) -> Iterator[Block]:
    """Yield who sends a letter, and from where and when."""
    if letter is None or not letter.given:
        return
    lines = [(letter.superior, False), (letter.body, True), (letter.number, False)]
    if letter.official:
        lines += [(word("summary.nation", lang), True), (word("summary.motto", lang), True)]
    lines.append((letter.place_and_date, False))
    yield from (Paragraph(text, "strong" if strong else "") for text, strong in lines if text)


def below(letter: Letter | None, lang: Lang) -> Iterator[Block]:
    """Yield what stands under the title: the day, where nothing else is known of the sender, and to whom a
    letter goes."""
    if letter is not None and letter.day and not letter.given:
        yield Paragraph(letter.day[:1].upper() + letter.day[1:])
    yield from addressees(letter, lang)


def addressees(letter: Letter | None, lang: Lang) -> Iterator[Paragraph]:
    """Yield to whom a letter goes: one in a line, several under each other."""
    if letter is None or not letter.to:
        return
    to = word("summary.to", lang)
    if len(letter.to) == 1:
        yield Paragraph(f"{to} {letter.to[0]}.")
        return
    yield Paragraph(to)
    yield from (Paragraph(text, "item") for text in listed(letter.to))


def listed(texts: tuple[str, ...]) -> list[str]:
    """Return texts with a semicolon behind each, and a full stop behind the last."""
    return [f"{text}{'.' if number == len(texts) else ';'}" for number, text in enumerate(texts, start=1)]


def _signature(letter: Letter | None, lang: Lang) -> Iterator[Block]:
    if letter is None or not letter.given:
        return
    yield from (Paragraph(text, "strong") for text in (*letter.signs, letter.name) if text)
    if letter.recipients:
        yield Paragraph(word("summary.recipients", lang), "strong")
        yield from (Paragraph(text, "item") for text in listed(letter.recipients))

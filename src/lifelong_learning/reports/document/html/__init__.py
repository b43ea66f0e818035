"""A document as one page that needs nothing else: no network, no script, for screen and paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.blocks import (
    BarChart,
    Box,
    Entries,
    LineChart,
    Pairs,
    Paragraph,
    Phrase,
    Table,
    Tally,
)
from lifelong_learning.reports.document.flow import below, listed
from lifelong_learning.reports.document.html import pieces
from lifelong_learning.reports.document.html.pieces import CSS, Markup, badge, shown, tag, wide_table
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import (
        Block,
        Document,
        Letter,
        ListedFinding,
        Quotation,
        TableCell,
        TableColumn,
        TableRow,
    )


def render(document: Document) -> bytes:
    """Return the page in UTF-8; the same document gives the same bytes."""
    lang = document.lang
    contents = [(found.heading, found.anchor) for found in document.sections if found.anchor]
    contents += [
        (f"{one.label}. {one.heading}", f"appendix-{number}")
        for number, one in enumerate(document.appendices, start=1)
    ]
    skip = tag("a", word("report.skip", lang), class_="skip", href="#results")
    links = (tag("li", tag("a", heading, href=f"#{anchor}")) for heading, anchor in contents)
    nav = tag("nav", tag("ul", *links), aria_label=word("report.contents", lang))
    body = [
        *((skip,) if contents else ()),
        _header(document),
        *((nav,) if contents else ()),
        tag("main", Markup("\n".join(_main(document))), id="results", tabindex="-1"),
        tag("footer", *_blocks(document.foot, lang)),
    ]
    page = f'<!doctype html>\n<html lang="{lang}">\n{_head(document)}\n<body>\n' + "\n".join(body)
    return f"{page}\n</body>\n</html>\n".encode()


def _head(document: Document) -> str:
    """Return the head: the rules of the page are named by their hash, and nothing else may be loaded."""
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(CSS.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = tag("title", document.name or document.title)
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{title}\n<style>{CSS}</style>\n</head>"
    )


def _header(document: Document) -> Markup:
    title = f"{document.kind}: {document.title}" if document.kind else document.title
    when = (tag("p", tag("strong", document.when)),) if document.when else ()
    letter = document.letter
    sender = (_sender(letter, document.lang),) if letter is not None and letter.given else ()
    head = (*below(letter, document.lang), *document.head)
    return tag("header", *sender, tag("h1", title), *when, *_blocks(head, document.lang))


def _sender(letter: Letter, lang: Lang) -> Markup:
    """Return who sends a letter on the left, and the national title, the place and the day on the right."""
    nation = [word(f"summary.{key}", lang) for key in ("nation", "motto")] if letter.official else []
    left = (tag("p", letter.superior), tag("p", tag("strong", letter.body)), tag("p", letter.number))
    right = (*(tag("p", tag("strong", line)) for line in nation), tag("p", letter.place_and_date))
    return tag("div", tag("div", *left), tag("div", *right), class_="letter")


def _main(document: Document) -> Iterator[str]:
    yield from _sections(document)
    yield from _blocks(document.closing, document.lang)
    letter = document.letter
    if letter is not None and letter.given:
        to = word("summary.recipients", document.lang)
        copies = tag("ul", *(tag("li", text) for text in listed(letter.recipients)))
        left = (tag("p", tag("strong", to)), copies) if letter.recipients else ()
        right = (tag("p", tag("strong", line)) for line in (*letter.signs, letter.name) if line)
        yield tag("div", tag("div", *left), tag("div", *right), class_="letter")
    for number, added in enumerate(document.appendices, start=1):
        summary = tag("summary", tag("h2", f"{added.label}. {added.heading}"))
        # A link to what is folded unfolds it.
        inside = (tag("p", added.belonging, class_="quiet"), *_blocks(added.blocks, document.lang))
        yield tag("details", summary, tag("div", *inside, id=f"appendix-{number}"), class_="appendix")


def _sections(document: Document) -> Iterator[str]:
    for section in document.sections:
        if section.heading:
            anchor = {"id": section.anchor} if section.anchor else {}
            yield tag(f"h{section.level + 1}", section.heading, **anchor)
        yield from _blocks(section.blocks, document.lang)


def _blocks(blocks: Iterable[Block], lang: Lang) -> Iterator[str]:
    """Yield blocks; neighbouring items make one list, neighbouring charts of years one gallery."""
    for kind, run in groupby(blocks, key=_gathered):
        if kind == "list":
            yield tag("ul", *(tag("li", p.text, _note(p.note)) for p in run if isinstance(p, Paragraph)))
        elif kind == "gallery":
            yield from _gallery((chart for chart in run if isinstance(chart, LineChart)), lang)
        else:
            for block in run:
                yield from _block(block, lang)


def _gathered(block: Block) -> str:
    if isinstance(block, Paragraph) and block.style == "item":
        return "list"
    return "gallery" if isinstance(block, LineChart) else ""


def _gallery(charts: Iterable[LineChart], lang: Lang) -> Iterator[str]:
    value, path = (word(f"summary.{key}", lang) for key in ("g_value", "g_path"))
    keys = (tag("span", class_="legend"), f" {value}   ", tag("span", class_="legend p"), f" {path}")
    yield tag("p", *keys, class_="quiet")
    yield tag("div", *(_figure(chart.title, pieces.lines(chart, lang)) for chart in charts), class_="charts")


def _block(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Box():
            yield _box(block)
        case Table():
            yield _table(block, lang)
            if block.more:
                yield tag("p", word("summary.more_rows", lang, count=block.more), class_="quiet")
        case Entries(caption, headers, entries):
            yield wide_table(caption, [(header, "") for header in headers], map(_entry, entries))
        case Pairs(pairs):
            yield tag("dl", *map(_pair, pairs))
        case Tally():
            yield from _tally(block, lang)
        case BarChart(title):
            yield _figure(title, pieces.bars(block))


def _box(box: Box) -> Markup:
    items = tag("ul", *(tag("li", text) for text in box.lines))
    return tag("div", tag("strong", box.title), items, class_="alert", role="note")


def _paragraph(paragraph: Paragraph) -> Markup:
    text, style = paragraph.text, paragraph.style
    inside = tag("strong", text) if style == "strong" else shown(text)
    return tag("p", inside, class_="quiet") if style == "quiet" else tag("p", inside)


def _pair(pair: tuple[str, Sequence[Sequence[Phrase]]]) -> Markup:
    name, lines = pair
    if not lines:
        return Markup("")
    return Markup(tag("dt", name) + tag("dd", *(tag("p", *map(_phrase, line)) for line in lines)))


def _figure(caption: str, drawn: Markup) -> Markup:
    return tag("figure", tag("figcaption", caption), drawn)


def _note(text: str) -> Markup:
    return tag("span", text, class_="note") if text else Markup("")


def _phrase(phrase: Phrase) -> Markup:
    match phrase.tone:
        case "":
            return shown(phrase.text)
        case "strong":
            return tag("strong", phrase.text)
        case "quiet":
            return _note(phrase.text)
        case "id":
            return tag("code", phrase.text)
        case mark:
            return badge(mark, phrase.text)


def _entry(entry: ListedFinding) -> Markup:
    name = _phrase(entry.name)
    cells = (tag("td", text) for text in (entry.where, entry.text, entry.remedy))
    return tag("tr", tag("th", name, scope="row"), *cells)


def _tally(tally: Tally, lang: Lang) -> Iterator[str]:
    if not tally.counts:
        return
    said = ", ".join(f"{name} {number}" for _, name, _, number in tally.counts)
    yield pieces.stacked(tally, f"{tally.title}: {said}")
    badges = (badge(mark, f"{labels.MARKS[mark]} {name} {number}") for mark, name, _, number in tally.counts)
    yield tag("ul", *(tag("li", one) for one in badges), class_="totals")


def _table(table: Table, lang: Lang) -> Markup:
    names = [(column.header, "n" if column.align == "right" else "") for column in table.columns]
    labelled = any(note.label for row in table.rows for note in row.notes)
    if labelled:
        names.append((table.notes, ""))
    rows: list[Markup] = []
    for _, found in groupby(table.rows, key=lambda row: row.group):
        rows += _group(list(found), table.columns, lang, labelled=labelled)
    return wide_table(table.caption or table.legend, names, rows)


def _group(
    rows: Sequence[TableRow], columns: Sequence[TableColumn], lang: Lang, *, labelled: bool
) -> Iterator[Markup]:
    """Yield the rows of a group, several under its name."""
    first, lone = rows[0], len(rows) == 1
    if first.group and not lone:
        heading = (first.group, _quotation(first.quotation, lang))
        yield tag("tr", tag("th", *heading, scope="rowgroup", colspan=str(len(columns) + labelled)))
    for row in rows:
        yield _row(row, columns, lang, lone=lone, labelled=labelled)


def _row(row: TableRow, columns: Sequence[TableColumn], lang: Lang, *, lone: bool, labelled: bool) -> Markup:
    if len(row.cells) == 1:
        spanned = tag("th", row.cells[0].text, colspan=str(len(columns) + labelled), scope="rowgroup")
        return tag("tr", spanned, class_="span")
    named = next(number for number, cell in enumerate(row.cells) if cell.form not in ("id", "code"))
    cells = []
    for number, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        if number == named:
            cells.append(_named(row, cell, lang, lone=lone, labelled=labelled))
        else:
            side = "code" if cell.form == "code" else "n" if column.align == "right" else ""
            cells.append(tag("td", *_inside(cell), **({"class_": side} if side else {})))
    if labelled:
        cells.append(tag("td", *_missed(row, lang)))
    return tag("tr", *cells)


def _missed(row: TableRow, lang: Lang) -> Iterator[Markup]:
    for note in row.notes:
        if note.mark is not None:
            status = badge(note.mark, labels.marked_status(note.mark, lang))
            yield tag("p", status, f" {note.text}", class_="missed")


def _named(row: TableRow, cell: TableCell, lang: Lang, *, lone: bool, labelled: bool) -> Markup:
    """Return the cell that names a row: alone in its group under the group's name, among others its own."""
    notes = [] if labelled else [note.text for note in row.notes]
    if not row.group:
        return tag("th", *_inside(cell), *map(_note, notes), scope="row")
    if not lone:
        about = cell.text or word("report.all_units", lang)
        return tag("th", about, *map(_note, notes), scope="row", class_="in")
    note = _note("; ".join(filter(None, (cell.text, *notes))))
    return tag("th", tag("strong", row.group), note, _quotation(row.quotation, lang), scope="row")


def _inside(cell: TableCell) -> Iterator[Markup]:
    said = Markup("<br>".join(map(shown, (cell.text, *cell.below))))
    lines = tag("code", said) if cell.form == "id" else said
    drawn = cell.mark is not None and cell.attained is not None
    yield lines if cell.mark is None or drawn else badge(cell.mark, lines)
    if cell.mark is not None and cell.attained is not None:
        yield pieces.attained(cell.attained, cell.mark)


def _quotation(found: Quotation | None, lang: Lang) -> Markup:
    if found is None:
        return Markup("")
    summary = tag("summary", f"{word('report.clause_name', lang)} {found.clause}")
    remark = tag("p", found.remark) if found.remark else Markup("")
    return tag("details", summary, tag("blockquote", found.quote, lang="vi"), remark)

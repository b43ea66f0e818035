"""The summary as one page that needs nothing else: no network, no script; charts are inline SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.evaluation_html.markup import Markup, shown, status, tag
from lifelong_learning.reports.evaluation_html.markup import table as wide_table
from lifelong_learning.reports.summary import svg
from lifelong_learning.reports.summary.blocks import Bars, Lines, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.summary.blocks import Block, Cell, Table
    from lifelong_learning.reports.summary.view import SummaryView

CSS = """
.alert{border:1px solid var(--late);border-inline-start:5px solid var(--late);background:var(--late-g);
color:var(--late);padding:.6rem 1rem;margin:1rem 0;border-radius:.3rem}
.alert ul{margin:.3rem 0 0;padding-inline-start:1.2rem}
main ul{padding-inline-start:1.2rem;max-width:62rem}main li{margin:.3rem 0}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1rem;margin:1rem 0}
figure{margin:0;break-inside:avoid}figcaption{font-size:.86rem;min-height:2.4em}
.axis{stroke:var(--rule);stroke-width:1}.word{fill:var(--quiet);font-size:11px}.ink{fill:var(--ink)}
.line{fill:none;stroke:#2f6db3;stroke-width:2.2}.dot{fill:#2f6db3}
.path{fill:none;stroke:#b4541a;stroke-width:1.6;stroke-dasharray:5 4}
main tbody th[scope=row]{min-width:13rem}main thead .n{white-space:normal}main h3{margin-top:1.6rem}
tr.span th{font-weight:600;background:var(--panel)}
.legend{display:inline-block;width:1.6rem;height:0;border-top:2.2px solid #2f6db3;vertical-align:middle}
.legend.p{border-top:1.6px dashed #b4541a}
"""


def render(view: SummaryView) -> bytes:
    """Return the page in UTF-8; the same summary gives the same bytes."""
    body = [_top(view), tag("main", Markup("\n".join(_sections(view))), id="results", tabindex="-1")]
    body.append(tag("footer", tag("p", view.foot)))
    page = f'<!doctype html>\n<html lang="{view.lang}">\n{_head(view)}\n<body>\n' + "\n".join(body)
    return f"{page}\n</body>\n</html>\n".encode()


def _head(view: SummaryView) -> str:
    from base64 import b64encode
    from hashlib import sha256

    from lifelong_learning.reports.evaluation_html.style import CSS as PAGE

    rules = PAGE + CSS
    digest = b64encode(sha256(rules.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = tag("title", f"{view.title}, {view.when}")
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{title}\n<style>{rules}</style>\n</head>"
    )


def _top(view: SummaryView) -> Markup:
    parts = [
        tag("h1", f"{view.kind}: {view.title}"),
        tag("p", tag("strong", view.when)),
        tag("p", view.intro),
    ]
    if view.limits:
        items = tag("ul", *(tag("li", text) for text in view.limits))
        parts.append(tag("div", tag("strong", view.alert), items, class_="alert", role="note"))
    return tag("header", *parts)


def _sections(view: SummaryView) -> Iterator[str]:
    for section in view.sections:
        yield tag("h2" if section.level == 1 else "h3", section.heading)
        charts = [svg_figure(block, view.lang) for block in section.blocks if isinstance(block, Lines)]
        items = [tag("li", b.text) for b in section.blocks if isinstance(b, Paragraph) and b.style == "item"]
        if items:
            yield tag("ul", *items)
        for block in section.blocks:
            yield from _block(block, view)
        if charts:
            yield _legend(view)
            yield tag("div", *charts, class_="charts")


def svg_figure(chart: Lines, lang: Lang) -> Markup:
    """Return a chart of one target with its caption."""
    return tag("figure", tag("figcaption", chart.title), svg.lines(chart, lang))


def _legend(view: SummaryView) -> Markup:
    value, path = (word(f"summary.{key}", view.lang) for key in ("g_value", "g_path"))
    keys = (tag("span", class_="legend"), f" {value}   ", tag("span", class_="legend p"), f" {path}")
    return tag("p", *keys, class_="quiet")


def _block(block: Block, view: SummaryView) -> Iterator[str]:
    if isinstance(block, Paragraph):
        if block.style != "item":
            yield tag("p", block.text, class_="quiet") if block.style == "quiet" else tag("p", block.text)
    elif isinstance(block, Bars):
        yield tag("figure", tag("figcaption", block.title), svg.bars(block))
    elif not isinstance(block, Lines):
        yield _table(block)
        if block.more:
            yield tag("p", word("summary.more_rows", view.lang, count=str(block.more)), class_="quiet")


def _table(table: Table) -> Markup:
    names = [(column.header, "n" if column.align == "right" else "") for column in table.columns]
    rows = [_row(row, names) for row in table.rows]
    return wide_table(table.caption, names, rows)


def _row(row: Sequence[Cell], names: Sequence[tuple[str, str]]) -> Markup:
    if len(row) == 1:
        return tag("tr", tag("th", row[0].text, colspan=str(len(names)), scope="rowgroup"), class_="span")
    cells = [tag("th", row[0].text, scope="row")]
    for cell, (_, kind) in zip(row[1:], names[1:], strict=True):
        inside = shown(cell.text) if cell.status is None else status(cell.status, cell.text)
        cells.append(tag("td", inside, class_=kind) if kind else tag("td", inside))
    return tag("tr", *cells)

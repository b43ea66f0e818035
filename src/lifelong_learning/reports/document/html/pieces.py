"""Pieces of a page, in which every text that goes in is escaped; how it looks: one sheet of rules, for a
screen in light and dark and for A4; charts as inline SVG, whose figures all stand in a table too.
"""

from __future__ import annotations

from html import escape
from math import floor
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.scores import Exact
from lifelong_learning.reports.document.drawings import cut, scale, sizes_of, years_of
from lifelong_learning.reports.view import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.model.findings import Severity
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Status
    from lifelong_learning.reports.document.blocks import BarChart, ChartPoint, LineChart, Mark, Tally


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def shown(text: str) -> Markup:
    """Return a text as markup: markup stays, anything else is escaped."""
    return text if isinstance(text, Markup) else Markup(escape(visible(text)))


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """Return an element; `class_` stands for class, an underscore in a name for a dash."""
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{shown(v)}"' for key, v in attributes.items())
    return Markup(f"<{name}{named}>{''.join(map(shown, inside))}</{name}>")


def badge(mark: Status | Severity, words: str) -> Markup:
    """Return a status or a severity as words on its colour."""
    return tag("span", words, class_=f"status {mark.value}")


def wide_table(caption: str, names: Sequence[tuple[str, str]], rows: Iterable[str]) -> Markup:
    """Return a table that may be scrolled across, with its caption and header (names and classes)."""
    cells = [tag("th", name, scope="col", **({"class_": kind} if kind else {})) for name, kind in names]
    body = tag("tbody", Markup("\n".join(rows)))
    inside = tag("table", tag("caption", caption), tag("thead", tag("tr", *cells)), body)
    # A region that scrolls must be reached by keyboard, and then needs a name.
    return tag("div", inside, class_="wide", tabindex="0", role="region", aria_label=caption)


CSS = """
:root{color-scheme:light dark;--ground:#fff;--panel:#f5f7fa;--ink:#1b2530;--quiet:#56616e;--rule:#d8dee6;
--link:#0b5394;--bar:#8ea3bb;--mark:#1b2530;
--good:#14532d;--good-g:#dff3e6;--way:#0b4a6f;--way-g:#dcedf9;--late:#7a4b00;--late-g:#fdeed0;
--bad:#8b1a1a;--bad-g:#fae0dc;--open:#5b2c83;--open-g:#efe3f8;--off:#56616e;--off-g:#eef1f4}
@media (prefers-color-scheme:dark){:root{--ground:#12181f;--panel:#1a222c;--ink:#e6ebf1;--quiet:#a3afbd;
--rule:#313c49;--link:#8cc2f5;--bar:#5d7590;--mark:#e6ebf1;
--good:#9fe3b8;--good-g:#17372a;--way:#a5d4f5;--way-g:#15344a;--late:#f5cf85;--late-g:#41310f;
--bad:#f7b1a7;--bad-g:#47201e;--open:#d9bdf2;--open-g:#37254a;--off:#a3afbd;--off-g:#242e39}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",
Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer,nav{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem;text-wrap:balance}
h2{font-size:1.25rem;margin:2.2rem 0 .5rem;scroll-margin-top:1rem}
h3{font-size:1.02rem;margin:1.4rem 0 .4rem}
p{margin:.35rem 0;max-width:62rem}
.quiet,caption,figcaption{color:var(--quiet)}
a{color:var(--link)}
.skip{position:absolute;left:-99rem;background:var(--ground);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:.6rem 0;margin:.8rem 0 0;
border-block:1px solid var(--rule)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;padding:.2rem 0 .5rem;font-size:.9rem}
th,td{padding:.42rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule)}
thead th{background:var(--panel);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--rule)}
tbody th{font-weight:400}
tbody th[scope=rowgroup]{font-weight:600;background:var(--panel)}
tbody .in{padding-inline-start:1.6rem}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
td.code{white-space:nowrap;overflow-wrap:normal}
.status{display:inline-block;border-radius:.3rem;padding:.05rem .5rem;font-weight:600;white-space:nowrap;
overflow-wrap:normal;color:var(--off);background:var(--off-g)}
.exceeded,.met{color:var(--good);background:var(--good-g)}
.on_track{color:var(--way);background:var(--way-g)}
.behind{color:var(--late);background:var(--late-g)}
.not_met,.error{color:var(--bad);background:var(--bad-g)}
.no_data,.not_assessable{color:var(--open);background:var(--open-g)}
.warning{color:var(--late);background:var(--late-g)}
.missed{margin:0 0 .25rem}
.note{display:block;color:var(--quiet);font-size:.86rem}
svg{display:block;max-width:100%}
.bars{margin:.3rem 0 0}
.bar{fill:var(--bar)}.tick{stroke:var(--mark);stroke-width:1.5}.track{fill:var(--off-g)}
.f-exceeded,.f-met{fill:#2e8b57}.f-on_track{fill:#3b82c4}.f-behind{fill:#d99a1c}.f-not_met{fill:#c0392b}
.f-pending,.f-not_assessable,.f-no_data{fill:#8a6bb0}.f-not_required,.f-no_target{fill:#9aa5b1}
.totals{display:flex;flex-wrap:wrap;gap:.4rem .6rem;list-style:none;padding:0;margin:.5rem 0}
details{margin:.15rem 0 0;font-weight:400}
summary{cursor:pointer;color:var(--quiet);font-size:.86rem}
blockquote{margin:.2rem 0 .2rem .2rem;padding-inline-start:.7rem;border-inline-start:3px solid var(--rule)}
code{font-size:.82rem}
footer{margin-top:2.5rem;padding-bottom:2.5rem;border-top:1px solid var(--rule);font-size:.88rem}
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
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}dd{margin:0}dd p{margin:0}
.letter{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem 3rem;margin:0 0 1.5rem}
.letter>div{flex:1 1 18rem;text-align:center}.letter ul{text-align:start}
main .letter>div:first-child{text-align:start}
.appendix{border-top:1px solid var(--rule);padding:.4rem 0}
.appendix>summary h2{display:inline;font-size:1.1rem;color:var(--ink)}
@media print{.appendix::details-content{content-visibility:visible;block-size:auto}
.appendix{break-before:page}}
@media print{@page{size:A4;margin:13mm}
:root{color-scheme:light;--ground:#fff;--panel:#f5f7fa;--ink:#111;--quiet:#444;--rule:#c5ccd4;--link:#111;
--bar:#8ea3bb;--mark:#111;--good:#14532d;--good-g:#dff3e6;--way:#0b4a6f;--way-g:#dcedf9;--late:#7a4b00;
--late-g:#fdeed0;--bad:#8b1a1a;--bad-g:#fae0dc;--open:#5b2c83;--open-g:#efe3f8;--off:#444;--off-g:#eef1f4}
body{font-size:9.5pt}h1{font-size:15pt}h2{font-size:12.5pt}nav,.skip{display:none}header,main,footer{max-width:none;padding:0}
.wide{overflow:visible}thead{display:table-header-group}tr,svg{break-inside:avoid}h2,h3{break-after:avoid}
.status,thead th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
th,td{padding:.28rem .4rem}}
"""


WIDTH, HEIGHT = 340, 170
LEFT, RIGHT, TOP, BOTTOM = 46, 12, 10, 22
ATTAINED_WIDTH, ATTAINED_HEIGHT = 120, 12
TALLY_WIDTH, TALLY_HEIGHT = 1000, 22
BAR_LINE, BAR_LEFT, BAR_WIDTH, BAR_FULL = 20, 470, 300, 2.0
LABEL_MOST = 78


def lines(chart: LineChart, lang: Lang) -> Markup:
    """Return a line chart: the figure by year, and dashed the path to the target."""
    ticks, years = scale(sizes_of(chart)), years_of(chart)
    told = [point for point in chart.points if point.size is not None]
    parts = [_grid(ticks, lang, percent=chart.percent), _years(years)]
    if len(chart.path) > 1:
        parts.append(_polyline("path", chart.path, ticks, years))
    parts.append(_polyline("line", told, ticks, years))
    for point in told:
        x, y = _across(point.year, years), _up(point.size or 0.0, ticks)
        said = shown(f"{point.year}: {point.text}")
        parts.append(f'<circle class="dot" cx="{x}" cy="{y}" r="3"><title>{said}</title></circle>')
    every = "; ".join(f"{point.year}: {point.text}" for point in told)
    return _svg(WIDTH, HEIGHT, f"{chart.title}. {every}", parts)


def _across(year: int, years: tuple[int, int]) -> float:
    first, last = years
    return round(LEFT + (year - first) / ((last - first) or 1) * (WIDTH - LEFT - RIGHT), 1)


def _up(size: float, ticks: Sequence[float]) -> float:
    up = (size - ticks[0]) / (ticks[-1] - ticks[0])
    return round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1)


def _polyline(look: str, points: Sequence[ChartPoint], ticks: Sequence[float], years: tuple[int, int]) -> str:
    drawn = " ".join(f"{_across(point.year, years)},{_up(point.size or 0.0, ticks)}" for point in points)
    return f'<polyline class="{look}" points="{drawn}"/>'


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return "".join(
        f'<text class="word" x="{_across(year, years)}" y="{HEIGHT - 6}" text-anchor="middle">{year}</text>'
        for year in range(first, last + 1, max(1, (last - first) // 5))
    )


def _grid(ticks: Sequence[float], lang: Lang, *, percent: bool) -> str:
    parts = []
    for tick in ticks:
        y = _up(tick, ticks)
        figure = Exact(round(tick * 1_000_000), 1_000_000)
        size = figures.percent(figure, lang) if percent else figures.decimal(figure, lang)
        parts.append(f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="word" x="{LEFT - 5}" y="{y + 4}" text-anchor="end">{size}</text>')
    return "".join(parts)


def bars(chart: BarChart) -> Markup:
    """Return a bar for each target, ending at twice the target; a line marks the target."""
    height = BAR_LINE * len(chart.bars) + 4
    parts = []
    for number, bar in enumerate(chart.bars):
        y = number * BAR_LINE + 3
        length = round(max(0.0, min(bar.size, BAR_FULL)) / BAR_FULL * BAR_WIDTH, 1)
        label = cut(bar.label, LABEL_MOST)
        parts.append(
            f'<text class="word ink" x="{BAR_LEFT - 8}" y="{y + 11}" text-anchor="end">{shown(label)}</text>'
            f'<rect class="track" x="{BAR_LEFT}" y="{y}" width="{BAR_WIDTH}" height="14"/>'
            f'<rect class="f-{bar.mark.value}" x="{BAR_LEFT}" y="{y}" width="{length}" height="14"/>'
            f'<text class="word" x="{BAR_LEFT + BAR_WIDTH + 6}" y="{y + 11}">{shown(bar.text)}</text>'
        )
    middle = BAR_LEFT + BAR_WIDTH // 2
    parts.append(f'<line class="tick" x1="{middle}" x2="{middle}" y1="0" y2="{height}"/>')
    said = "; ".join(f"{bar.label}: {bar.text}" for bar in chart.bars)
    return _svg(BAR_LEFT + BAR_WIDTH + 70, height, f"{chart.title}. {said}", parts)


def attained(size: float, mark: Mark) -> Markup:
    """Return an attainment as a bar with a line at the target; the figure stands beside it in words."""
    width, height = ATTAINED_WIDTH, ATTAINED_HEIGHT
    half = width // 2
    length = max(0, min(width, floor(size * 10_000 + 1e-6) * half // 10_000))
    return Markup(
        f'<svg class="bars" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'aria-hidden="true" focusable="false">'
        f'<rect class="track" width="{width}" height="{height}"/>'
        f'<rect class="f-{mark.value}" width="{length}" height="{height}"/>'
        f'<line class="tick" x1="{half}" x2="{half}" y1="0" y2="{height}"/></svg>'
    )


def stacked(tally: Tally, said: str) -> Markup:
    """Return how many results have each status as one bar; `said` says the same in words."""
    total, at, done = sum(number for _, _, number, _ in tally.counts), 0, 0
    parts = []
    for mark, name, number, words in tally.counts:
        done += number
        until = done * TALLY_WIDTH // total
        if until > at:
            length = max(1, until - at - 2)
            parts.append(
                f'<rect class="f-{mark.value}" x="{at}" width="{length}" height="{TALLY_HEIGHT}">'
                f"<title>{shown(f'{name} {words}')}</title></rect>"
            )
        at = until
    return Markup(
        f'<svg class="bars" role="img" aria-label="{shown(said)}" width="{TALLY_WIDTH}" '
        f'height="{TALLY_HEIGHT}" viewBox="0 0 {TALLY_WIDTH} {TALLY_HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(parts)}</svg>'
    )


def _svg(width: int, height: int, said: str, parts: list[str]) -> Markup:
    return Markup(
        f'<svg role="img" aria-label="{shown(said)}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}">{"".join(parts)}</svg>'
    )

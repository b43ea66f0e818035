"""The sheet of targets: every group's verdict as formulas over the rows of its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import IndicatorKind, Together
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.formulas import Columns
from lifelong_learning.reports.scorecard_xlsx.layout import in_order
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, CellFormula, Text, quoted
from lifelong_learning.reports.scorecard_xlsx.verdict import VerdictRow, head, value_style, work
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from lifelong_learning.model.scores import GroupResult
    from lifelong_learning.model.submission import ReportedFigure
    from lifelong_learning.reports.scorecard_xlsx.formulas import Key
    from lifelong_learning.reports.scorecard_xlsx.layout import Block, Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell
    from lifelong_learning.reports.scorecard_xlsx.working import Working

SHOWN = (
    "target", "district", "covers", "value", "threshold", "upper", "status_word", "attainment", "excess",
    "members", "reporting", "provisional", "why", "compared", "origin", "left_out", "clause",
)  # fmt: skip
WIDTHS = (64, 17, 24, 10, 10, 9, 19, 10, 10, 8, 10, 13, 34, 11, 12, 24, 13)
WORDS = {
    "target": "report.target", "value": "report.value", "status_word": "report.status",
    "attainment": "report.attainment", "compared": "base_year", "m": "w_measure",
    "base_sum": "w_base_sum", "now_sum": "w_now_sum", "den": "w_over", "num0": "w_start_num",
    "den0": "w_start_den", "full": "w_value", "status_high": "w_best", "reach_high": "w_reach",
    "above_high": "w_above", "line_high": "w_line",
}  # fmt: skip
_SCALE = 10**6
"""A published percentage counts to its sixth decimal."""


class Targets:
    """The sheet's columns, and what the charts ask of it."""

    def __init__(self, working: Working) -> None:
        self.working = working
        self.layout: Layout = working.layout
        self.sheet = quoted(self.layout.names["targets"])
        asked_for = [block.asked.target for block in self.layout.blocks]
        grown = [target for target in asked_for if target.kind is IndicatorKind.GROWTH_AVERAGE]
        self.years = sorted({y for target in grown for y in self.layout.base_years(target)})
        keys: list[Key] = [("m", number) for number in range(1, working.most + 1)]
        keys += [(name, year) for name in ("count", "base_sum", "now_sum") for year in self.years]
        keys += [
            "having", "base", "base_year", "years", "num", "high", "den", "p", "q", "u", "v", "reach",
            "above", "num0", "den0", "line", "low", "reach_high", "above_high", "line_high", "status_high",
            "status", "reason", "full", "attained",
        ]  # fmt: skip
        self.columns = Columns(SHOWN, keys)
        self.layout.group_cells = {part: f"${self.columns.letters(part)}" for part in ("num", "den")}

    def there(self, key: Key, row: int) -> str:
        """Return a cell of the sheet as other sheets name it."""
        return f"{self.sheet}!{self.columns.cell(key, row)}"


def write(book: Book, targets: Targets) -> None:
    """Write the sheet."""
    layout, columns = targets.layout, targets.columns
    sheet = book.sheet(layout.names["targets"])
    sheet.widths([*WIDTHS, *[11] * (len(columns.keys) - len(WIDTHS))], folded=len(WIDTHS) + 1)
    sheet.raw.freeze_panes(f"B{FIRST_ROW}")
    sheet.heading(layout.word("targets_title", when=layout.when()), layout.word("targets_note"))
    sheet.row([_head(layout, key) for key in columns.keys], least=32)
    blocks = {(block.asked.target.id, block.asked.scope): block for block in layout.blocks}
    for number, group in enumerate(in_order(layout.scorecard)):
        made = _GroupRow(targets, group, FIRST_ROW + number)
        cells = made.cells(blocks.get((group.target.id, group.scope)))
        # A reason is looked up by a formula, so that its length is not known here.
        sheet.row(columns.row(dict(cells)), least=29 if group.reason else 0)
    sheet.closed(layout.lang, columns.letters("status_word"), columns.letters("clause"))


def _head(layout: Layout, key: Key) -> Cell:
    if key == "district":
        return Text(labels.column(layout.scorecard.plan, key, layout.lang)), "head"
    return head(layout, key, SHOWN, WORDS)


class _GroupRow(VerdictRow):
    """One group's row."""

    def __init__(self, targets: Targets, group: GroupResult, row: int) -> None:
        published = group.place is not None
        super().__init__(targets.layout, targets.columns, row, group.yardstick, published=published)
        self.targets, self.group, self.working = targets, group, targets.working

    def cells(self, block: Block | None) -> Iterator[tuple[Key, Cell]]:
        """Yield the row; `block` has the rows of the scope's units."""
        kind, style = self.target.kind, value_style(self.target, self.layout.lang)
        yield from self._said()
        if self.asked.without is not None and self.group.value is None:
            yield from self.lacking(self.group)
            yield "members", (self.group.members, "count")
            yield "reporting", (self.group.reporting, "count")
            return
        yield from self.bounds()
        has = f'{self.c("reason")}=""'
        if self.published:
            yield from self._published()
            yield from self.shown(has, style)
        elif block is None or kind is IndicatorKind.REPORTED:
            yield from self._without_figure(style)
        elif kind is IndicatorKind.COVERAGE:
            yield from self.shown(has, style)
            # A coverage words its own reason, which is also given beside a value.
            yield from self._coverage(block)
        else:
            yield from self._computed(block)
            yield from self.shown(has, style)

    def _said(self) -> Iterator[tuple[Key, Cell]]:
        layout, group = self.layout, self.group
        place = layout.clause(self.target.id)
        covers = labels.scope(layout.scorecard.plan, group.scope, layout.lang)
        yield "target", (Text(self.target.label.of(layout.lang), place), "link")
        yield "district", (Text(group.district or layout.word("whole")), "wrap")
        yield "covers", (Text(covers or word("report.all_units", layout.lang)), "wrap")
        yield "origin", (Text(layout.word(f"origin_{group.origin}")), "quiet")
        yield "left_out", (Text(", ".join(group.left_out)), "quiet")
        yield "clause", (Text(self.target.source.clause, place), "link")

    def _without_figure(self, style: str) -> Iterator[tuple[Key, Cell]]:
        yield "reason", (Text("no_figure"), "work")
        yield "status", (Text(Status.NO_DATA.value), "work")
        yield "status_word", self.status_word()
        yield "why", (CellFormula(self.layout.word_at("no_figure")), "quiet")
        yield from self.thresholds(style)

    def _tests_of(self, block: Block, tests: tuple[tuple[Key, str], ...], *, base: bool) -> str:
        """Return criteria over the units of the group, those of the base year or of the evaluated one."""
        pairs = [(self.working.range("in_base" if base else "in", block), "1")]
        if self.group.district is not None:
            number = self.layout.districts[self.group.district]
            pairs.append((self.working.range("district", block), str(number)))
        pairs += [(self.working.range(key, block), ex.text(test)) for key, test in tests]
        return ",".join(f"{cells},{test}" for cells, test in pairs)

    def _count(self, block: Block, *tests: tuple[Key, str], base: bool = False) -> str:
        return f"COUNTIFS({self._tests_of(block, tests, base=base)})"

    def _sum(self, block: Block, key: Key, *tests: tuple[Key, str], base: bool = False) -> str:
        return f"SUMIFS({self.working.range(key, block)},{self._tests_of(block, tests, base=base)})"

    def _members(self, block: Block, reporting: str) -> Iterator[tuple[Key, Cell]]:
        yield "members", (CellFormula(self._count(block)), "count")
        yield "reporting", (CellFormula(reporting), "count")
        for number in range(1, len(self.measures) + 1):
            yield ("m", number), work(self._count(block, (("m", number), ">=0")))

    def _missing(self, otherwise: str) -> str:
        """Return the first measure that no unit has, else that one lacks, where nothing can be computed."""
        cells = [(self.c(("m", number)), m) for number, m in enumerate(self.measures, 1)]
        none = [(f"{cell}=0", m) for cell, m in cells]
        some = [(f"{cell}<{self.c('members')}", m) for cell, m in cells]
        named = ex.first_of([*none, *some], ex.text("no_figure"))
        return f"IF({self.c('having')}=0,{named},{otherwise})"

    def _computed(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        now: Key = ("n", self.asked.year)
        if self.grown:
            yield from self._growth(block, now)
        else:
            ratio = self.target.kind is IndicatorKind.RATIO
            over: Key = ("d", self.asked.year)
            both = ((now, ">=0"), (over, ">=0")) if ratio else ((now, ">=0"),)
            zero = f'IF({self.c("den")}=0,{ex.text(Reason.ZERO_DENOMINATOR)},"")'
            yield "having", work(self._count(block, *both))
            yield from self._members(block, self.c("having"))
            factor = self.below * (self.target.per or 1)
            yield "num", work(ex.times(self._sum(block, now, *both), factor))
            yield "den", self._over(block, over, *both)
            yield "reason", work(self._missing(zero if ratio else '""'))
        yield from self._verdict()
        if self.lined:
            yield from self._start(block)
        part = f'AND({self.c("reason")}="",{self.c("reporting")}<{self.c("members")})'
        said = ex.text(self.layout.word("provisional_yes"))
        yield "provisional", (CellFormula(f'IF({part},{said},"")'), "quiet")

    def _over(self, block: Block, over: Key, *both: tuple[Key, str]) -> Cell:
        """Return what a sum is divided by: of a ratio the other sum, of a mean the number of units."""
        if self.target.kind is IndicatorKind.RATIO:
            return work(ex.times(self._sum(block, over, *both), self.above))
        if self.target.together is Together.MEAN:
            return work(ex.times(f"MAX({self.c('having')},1)", self.above))
        return self.above, "work"

    def _growth(self, block: Block, now: Key) -> Iterator[tuple[Key, Cell]]:
        """Yield a growth over the same units on both sides, from the earliest year that any of them has."""
        c, years = self.c, self.layout.base_years(self.target)
        yield "having", work(self._count(block, (now, ">=0")))
        if self.target.kind is IndicatorKind.GROWTH_YEARLY:
            both = ((now, ">=0"), (("n", years[0]), ">=0"))
            entered = self._count(block, *both)
            yield "base_year", work(f"IF({entered}>0,{years[0]},{ex.NEVER})")
            yield "base", work(self._sum(block, ("n", years[0]), *both))
            yield "num", work(f"{self._sum(block, now, *both)}-{c('base')}")
        else:
            entered = yield from self._earliest(block, now, years)
        yield from self._members(block, entered)
        yield "den", work(c("base"))
        zero = f'IF({c("base")}=0,{ex.text(Reason.ZERO_BASE)},"")'
        never = f"IF({c('base_year')}>={ex.NEVER},{ex.text(Reason.NO_BASE_YEAR)},{zero})"
        yield "reason", work(self._missing(never))

    def _earliest(self, block: Block, now: Key, years: list[int]) -> Generator[tuple[Key, Cell], None, str]:
        """Yield base figure, figure and base year; return the number of units that entered."""
        c, columns = self.c, self.columns
        yield "years", work(f"{self.asked.year}-{c('base_year')}")
        if not years:
            yield "base_year", (ex.NEVER, "work")
            yield "base", (0, "work")
            yield "num", (0, "work")
            return "0"
        span = [y for y in self.targets.years if years[0] <= y <= years[-1]]
        for year in span:
            both = ((now, ">=0"), (("n", year), ">=0"))
            yield ("count", year), work(self._count(block, *both))
            yield ("base_sum", year), work(self._sum(block, ("n", year), *both))
            yield ("now_sum", year), work(self._sum(block, now, *both))
        heads = columns.across(("count", span[0]), ("count", span[-1]), FIRST_ROW - 1, fixed=True)

        def found(name: str) -> str:
            cells = columns.across((name, span[0]), (name, span[-1]), self.row)
            return f"IF({c('base_year')}<{ex.NEVER},INDEX({cells},1,MATCH({c('base_year')},{heads},0)),0)"

        counts = columns.across(("count", span[0]), ("count", span[-1]), self.row)
        yield "base_year", work(f"SUMPRODUCT(MIN({heads}+{ex.NEVER}*({counts}=0)))")
        yield "base", work(found("base_sum"))
        yield "num", work(found("now_sum"))
        return found("count")

    def _verdict(self) -> Iterator[tuple[Key, Cell]]:
        yield from self.tests()
        none = f"IF({self.c('having')}=0,{ex.text(Status.NO_DATA)},{ex.text(Status.NOT_ASSESSABLE)})"
        yield "status", work(f'IF({self.c("reason")}<>"",{none},{self.judged()})')

    def _start(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        """Yield the group's value in the base year, computed in the same way; blank where there is none."""
        at, kind = self.target.base_year, self.target.kind
        then = self.working.then("n", at)
        if kind is IndicatorKind.COUNT:
            entered = self._count(block, (then, ">=0"), base=True)
            there = f"{entered}>0"
            if self.target.together is None:
                there = f"AND({self._count(block, base=True)}=1,{entered}=1)"
            total = self._sum(block, then, (then, ">=0"), base=True)
            yield "num0", work(f'IF({there},{total},"")')
            mean = self.target.together is Together.MEAN
            yield "den0", work(ex.times(f"MAX({entered},1)", self.above)) if mean else (self.above, "work")
            return
        over = self.working.then("n", at - 1) if self.grown else self.working.then("d", at)
        both = ((then, ">=0"), (over, ">=0"))
        den = self._sum(block, over, *both, base=True)
        num = self._sum(block, then, *both, base=True)
        if not self.grown:
            num = ex.times(num, self.below * (self.target.per or 1))
            den = ex.times(den, self.above)
        yield "den0", work(den)
        yield "num0", work(f'IF({self.c("den0")}>0,{f"{num}-{den}" if self.grown else num},"")')

    def _coverage(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        """Yield the verdicts at the lowest and the highest coverage that missing reports allow."""
        c, now = self.c, ("n", self.asked.year)
        done = f">={self.least}"
        yield "having", work(self._count(block, (now, ">=0")))
        yield from self._members(block, c("having"))
        yield "num", work(self._count(block, (now, done)))
        yield "den", work(c("members"))
        yield "high", work(f"{c('num')}+{c('members')}-{c('having')}")
        for key, num, end in (("low", "num", ""), ("status_high", "high", "_high")):
            yield from self.tests(num, end)
            yield key, work(f'IF({c("having")}=0,"",{self.judged(end)})')
        low, high = c("low"), c("status_high")
        met, exceeded = ex.text(Status.MET), ex.text(Status.EXCEEDED)
        # Of a limit the highest coverage is the worse of the two.
        worse, better = (high, low) if self.asked.bounds.at_most else (low, high)
        settled = f"OR({low}={high},AND({worse}={met},{better}={exceeded}))"
        verdict = f"IF({settled},{worse},{ex.text(Status.NOT_ASSESSABLE)})"
        yield "status", work(f"IF({c('having')}=0,{ex.text(Status.NO_DATA)},{verdict})")
        # The tests above need a reason of their own only where nobody reported.
        yield "reason", work(f'IF({c("having")}=0,{ex.text(self.measures[0])},"")')
        open_ = f'IF({settled},"",{self.layout.word_at(Reason.UNDETERMINED)})'
        yield "why", (CellFormula(f'IF({c("reason")}<>"",{self.reason_word()},{open_})'), "quiet")
        if self.lined:
            at = self.working.then("n", self.target.base_year)
            exists = f"{self._count(block, (at, '>=0'), base=True)}>0"
            yield "num0", work(f'IF({exists},{self._count(block, (at, done), base=True)},"")')
            yield "den0", work(self._count(block, base=True))

    def _published(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the verdict of a figure that was published as a percentage."""
        figure = self._figure(self.asked.year)
        assert figure is not None
        cell = self.layout.published_cell(figure)
        yield "having", work(f"COUNT({cell})")
        yield "reason", work(f'IF({self.c("having")}=0,{ex.text("no_figure")},"")')
        yield "num", work(_scaled(cell))
        yield "den", (_SCALE * 100, "work")
        yield from self._verdict()
        if self.lined:
            base = self._figure(self.target.base_year)
            cell = "" if base is None else self.layout.published_cell(base)
            yield "num0", work(f'IF(COUNT({cell})=0,"",{_scaled(cell)})' if cell else '""')
            yield "den0", (_SCALE * 100, "work")

    def _figure(self, year: int) -> ReportedFigure | None:
        """Return the group's published figure of a year: the last that speaks of it."""
        card, group = self.layout.scorecard, self.group
        key = (group.target.id, group.scope.level, group.scope.area, group.district, year, card.period)
        found = None
        for figure in self.layout.submission.reported:
            said = (figure.target, figure.level, figure.area, figure.district, figure.year, figure.period)
            if said == key:
                found = figure
        return found


def _scaled(cell: str) -> str:
    return f"ROUND({cell}*{_SCALE},0)"

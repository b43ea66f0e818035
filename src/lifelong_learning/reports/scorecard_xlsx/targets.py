"""The sheet of targets: every group's verdict as formulas over the rows of its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.collation import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.scorecard_xlsx import expressions as ex
from lifelong_learning.reports.scorecard_xlsx import marks
from lifelong_learning.reports.scorecard_xlsx.columns import Columns
from lifelong_learning.reports.scorecard_xlsx.expressions import GROWTHS, drawn
from lifelong_learning.reports.scorecard_xlsx.layout import FIRST_ROW
from lifelong_learning.reports.scorecard_xlsx.paper import Formula, Text, quoted
from lifelong_learning.reports.scorecard_xlsx.working import (
    bounds,
    compared_with,
    least,
    ordered_measures,
    shown,
    thresholds,
    work,
)
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from lifelong_learning.model.scores import GroupResult
    from lifelong_learning.model.submission import ReportedFigure
    from lifelong_learning.reports.scorecard_xlsx.columns import Key
    from lifelong_learning.reports.scorecard_xlsx.layout import Block, Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell
    from lifelong_learning.reports.scorecard_xlsx.working import Working

SHOWN = (
    "target", "district", "covers", "value", "threshold", "upper", "status_word", "attainment", "excess",
    "members", "reporting", "provisional", "why", "compared", "origin", "left_out", "clause",
)  # fmt: skip
WIDTHS = (64, 17, 24, 10, 10, 9, 19, 10, 10, 8, 10, 13, 34, 11, 12, 24, 13)
HEADS = {
    "target": "report.target", "value": "report.value", "status_word": "report.status",
    "attainment": "report.attainment",
}  # fmt: skip
WORK_WORDS = {"den": "over", "num0": "start_num", "den0": "start_den", "full": "value", "status_high": "best"}


class Targets:
    """The sheet's columns, and what the charts ask of it."""

    def __init__(self, working: Working) -> None:
        self.working = working
        self.layout: Layout = working.layout
        self.sheet = quoted(self.layout.names.targets)
        grown = [
            b.asked.target for b in self.layout.blocks if b.asked.target.kind is IndicatorKind.GROWTH_AVERAGE
        ]
        self.years = sorted({y for target in grown for y in self.layout.base_years(target)})
        keys: list[Key] = [("m", number) for number in range(1, working.most + 1)]
        keys += [(name, year) for name in ("count", "base_sum", "now_sum") for year in self.years]
        keys += [
            "having", "base", "base_year", "years", "num", "high", "den", "p", "q", "u", "v", "reach",
            "above", "num0", "den0", "line", "low", "reach_high", "above_high", "line_high", "status_high",
            "status", "reason", "full", "attained",
        ]  # fmt: skip
        self.columns = Columns(SHOWN, keys)

    def there(self, key: Key, row: int) -> str:
        """Return a cell of the sheet as other sheets name it."""
        return f"{self.sheet}!{self.columns.cell(key, row)}"


def write(book: Book, targets: Targets) -> None:
    """Write the sheet."""
    layout, columns = targets.layout, targets.columns
    sheet = book.sheet(layout.names.targets)
    sheet.widths([*WIDTHS, *[11] * (len(columns.keys) - len(WIDTHS))], folded=len(WIDTHS) + 1)
    sheet.raw.freeze_panes = f"B{FIRST_ROW}"
    marks.heading(sheet, layout.word("targets_title", when=layout.when()), layout.word("targets_note"))
    sheet.row([_head(layout, key) for key in columns.keys], height=32)
    blocks = {(block.asked.target.id, block.asked.scope): block for block in layout.blocks}
    for number, group in enumerate(in_order(layout)):
        block = blocks.get((group.target.id, group.scope))
        rows = _Row(targets, group, block, FIRST_ROW + number)
        # A reason is looked up by a formula, so that its length is not known here.
        sheet.row(columns.row(dict(rows.cells())), height=29 if group.reason else None)
    last = max(sheet.at, FIRST_ROW)
    sheet.raw.auto_filter.ref = f"A{FIRST_ROW - 1}:{columns.letters('clause')}{last}"
    letters = columns.letters("status_word")
    marks.colours(sheet, f"{letters}{FIRST_ROW}:{letters}{last}", layout.lang)
    marks.printed(sheet, f"A1:{columns.letters('clause')}{last}")


def in_order(layout: Layout) -> list[GroupResult]:
    """Return the groups as the sheet lists them: the whole first, then each district."""
    return sorted(layout.scorecard.groups, key=lambda group: collation_key(group.district or ""))


def _head(layout: Layout, key: Key) -> Cell:
    if isinstance(key, tuple):
        if key[0] == "count":
            return key[1], "year"
        name = {"m": "w_measure", "base_sum": "w_base_sum", "now_sum": "w_now_sum"}[key[0]]
        return Text(layout.word(name, number=key[1], year=key[1])), "head"
    if key == "district":
        return Text(labels.column(layout.scorecard.plan, key, layout.lang)), "head"
    if key in HEADS:
        return Text(word(HEADS[key], layout.lang)), "head"
    if key in SHOWN:
        return Text(layout.word({"compared": "base_year"}.get(key, key))), "head"
    name = key.removesuffix("_high") if key in ("reach_high", "above_high", "line_high") else key
    return Text(layout.word(f"w_{WORK_WORDS.get(name, name)}")), "head"


class _Row:
    """Makes one group's row."""

    def __init__(self, targets: Targets, group: GroupResult, block: Block | None, row: int) -> None:
        self.targets, self.group, self.block, self.row = targets, group, block, row
        self.layout, self.working = targets.layout, targets.working
        self.target = group.target
        self.year = self.layout.scorecard.year
        self.asked = group.yardstick
        self.measures = ordered_measures(self.layout, self.target)
        self.published = group.place is not None
        self.lined = drawn(group.yardstick, published=self.published)
        self.rooted = self.target.kind is IndicatorKind.GROWTH_AVERAGE and not self.published

    def cells(self) -> Iterator[tuple[Key, Cell]]:
        yield from self._said()
        yield from bounds(self.asked)
        if self.published:
            yield from self._published()
        elif self.block is None or self.target.kind is IndicatorKind.REPORTED:
            yield "reason", (Text("no_figure"), "work")
            yield "status", (Text(Status.NO_DATA.value), "work")
        elif self.target.kind is IndicatorKind.COVERAGE:
            yield from self._coverage(self.block)
        else:
            yield from self._computed(self.block)
        yield from self._shown()

    def _c(self, key: Key) -> str:
        return self.targets.columns.cell(key, self.row)

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

    def _tests(self, block: Block, *tests: tuple[Key, str], base: bool = False) -> str:
        """Return criteria over the units of the group."""
        pairs = [(self.working.range("in_base" if base else "in", block), "1")]
        if self.group.district is not None:
            number = self.layout.districts[self.group.district]
            pairs.append((self.working.range("district", block), str(number)))
        pairs += [(self.working.range(key, block), ex.text(test)) for key, test in tests]
        return ",".join(f"{cells},{test}" for cells, test in pairs)

    def _count(self, block: Block, *tests: tuple[Key, str], base: bool = False) -> str:
        return f"COUNTIFS({self._tests(block, *tests, base=base)})"

    def _sum(self, block: Block, key: Key, *tests: tuple[Key, str], base: bool = False) -> str:
        return f"SUMIFS({self.working.range(key, block)},{self._tests(block, *tests, base=base)})"

    def _members(self, block: Block, reporting: str) -> Iterator[tuple[Key, Cell]]:
        yield "members", (Formula(self._count(block)), "count")
        yield "reporting", (Formula(reporting), "count")
        for number in range(1, len(self.measures) + 1):
            yield ("m", number), work(self._count(block, (("m", number), ">=0")))

    def _missing(self, otherwise: str) -> str:
        """Return the first measure that no unit has, else that one lacks, where nothing can be computed."""
        cells = [(self._c(("m", number)), m) for number, m in enumerate(self.measures, 1)]
        none = [(f"{cell}=0", m) for cell, m in cells]
        some = [(f"{cell}<{self._c('members')}", m) for cell, m in cells]
        named = ex.first_of([*none, *some], ex.text("no_figure"))
        return f"IF({self._c('having')}=0,{named},{otherwise})"

    def _computed(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        now: Key = ("n", self.year)
        kind = self.target.kind
        if kind is IndicatorKind.RATIO:
            over: Key = ("d", self.year)
            both = ((now, ">=0"), (over, ">=0"))
            yield "having", work(self._count(block, *both))
            yield from self._members(block, self._c("having"))
            yield "num", work(self._sum(block, now, *both))
            yield "den", work(self._sum(block, over, *both))
            zero = f'IF({self._c("den")}=0,{ex.text(Reason.ZERO_DENOMINATOR)},"")'
            yield "reason", work(self._missing(zero))
        elif kind is IndicatorKind.COUNT:
            yield "having", work(self._count(block, (now, ">=0")))
            yield from self._members(block, self._c("having"))
            yield "num", work(self._sum(block, now, (now, ">=0")))
            yield "den", (1, "work")
            yield "reason", work(self._missing('""'))
        else:
            yield from self._growth(block, now)
        yield from self._verdict()
        if self.lined:
            yield from self._base_value(block)

    def _growth(self, block: Block, now: Key) -> Iterator[tuple[Key, Cell]]:
        """Yield a growth over the same units on both sides, from the earliest year that any of them has."""
        c, years = self._c, self.layout.base_years(self.target)
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
        c, columns = self._c, self.targets.columns
        yield "years", work(f"{self.year}-{c('base_year')}")
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
        c = self._c
        yield from self._compare("num", "reach", "above", "line", rooted=self.rooted)
        verdict = self._judged("")
        none = f"IF({c('having')}=0,{ex.text(Status.NO_DATA)},{ex.text(Status.NOT_ASSESSABLE)})"
        yield "status", work(f'IF({c("reason")}<>"",{none},{verdict})')

    def _compare(
        self, num: str, reach: str, above: str, line: str, *, rooted: bool
    ) -> Iterator[tuple[Key, Cell]]:
        """Yield the tests of a value against threshold, upper figure, half or line."""
        c, asked = self._c, self.asked
        value, none = (c(num), c("den")), f'{c("reason")}<>""'
        years = c("years") if rooted else None
        if asked.bounds.lower is None:
            return
        p, q = c("p"), c("q")
        upper = (c("u"), c("v")) if asked.bounds.upper is not None else (p, q)
        yield reach, work(f'IF({none},"",{ex.against(value, ">=", (p, q), years)})')
        yield above, work(f'IF({none},"",{ex.against(value, ">", upper, years)})')
        if asked.half_of_flow:
            yield line, work(f'IF({none},"",{ex.against(value, ">=", (p, f"({q}*2)"), years)})')
        elif self.lined:
            test = ex.on_line(value, (c("num0"), c("den0")), asked)
            yield line, work(f'IF(OR({none},{c("num0")}=""),"",{test})')

    def _judged(self, end: str) -> str:
        line = self._c(f"line{end}") if self.asked.half_of_flow or self.lined else None
        return ex.judged(self.asked, self._c(f"reach{end}"), self._c(f"above{end}"), line)

    def _base_value(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        """Yield the group's value in the base year, computed in the same way; blank where there is none."""
        at = self.target.base_year
        then = self.working.then("n", at)
        kind = self.target.kind
        if kind is IndicatorKind.COUNT:
            one = f"AND({self._count(block, base=True)}=1,{self._count(block, (then, '>=0'), base=True)}=1)"
            yield "num0", work(f'IF({one},{self._sum(block, then, base=True)},"")')
            yield "den0", (1, "work")
            return
        ratio = kind is IndicatorKind.RATIO
        over = self.working.then("d", at) if ratio else self.working.then("n", at - 1)
        both = ((then, ">=0"), (over, ">=0"))
        den = self._sum(block, over, *both, base=True)
        num = self._sum(block, then, *both, base=True)
        if kind is IndicatorKind.GROWTH_YEARLY:
            num = f"{num}-{den}"
        yield "den0", work(den)
        yield "num0", work(f'IF({self._c("den0")}>0,{num},"")')

    def _coverage(self, block: Block) -> Iterator[tuple[Key, Cell]]:
        """Yield the verdicts at the lowest and the highest coverage that missing reports allow."""
        c, now = self._c, ("n", self.year)
        done = f">={least(self.target)}"
        yield "having", work(self._count(block, (now, ">=0")))
        yield from self._members(block, c("having"))
        yield "num", work(self._count(block, (now, done)))
        yield "den", work(c("members"))
        yield "high", work(f"{c('num')}+{c('members')}-{c('having')}")
        yield from self._compare("num", "reach", "above", "line", rooted=False)
        yield from self._compare("high", "reach_high", "above_high", "line_high", rooted=False)
        low, high = c("low"), c("status_high")
        for key, end in (("low", ""), ("status_high", "_high")):
            yield key, work(f'IF({c("having")}=0,"",{self._judged(end)})')
        met, exceeded = ex.text(Status.MET), ex.text(Status.EXCEEDED)
        both, open_ = f"AND({low}={met},{high}={exceeded})", ex.text(Status.NOT_ASSESSABLE)
        settled = f"IF({low}={high},{low},IF({both},{met},{open_}))"
        yield "status", work(f"IF({c('having')}=0,{ex.text(Status.NO_DATA)},{settled})")
        unsettled = (
            f'IF({low}={high},"",IF(AND({low}={met},{high}={exceeded}),"",{ex.text(Reason.UNDETERMINED)}))'
        )
        # The tests above need a reason of their own only where nobody reported.
        yield "reason", work(f'IF({c("having")}=0,{ex.text(self.measures[0])},"")')
        yield "why", (self._why(unsettled), "quiet")
        if self.lined:
            at = self.working.then("n", self.target.base_year)
            exists = f"{self._count(block, (at, '>=0'), base=True)}>0"
            yield "num0", work(f'IF({exists},{self._count(block, (at, done), base=True)},"")')
            yield "den0", work(self._count(block, base=True))

    def _why(self, unsettled: str) -> Formula:
        layout, reason = self.layout, self._c("reason")
        measures = list(layout.scorecard.plan.measure)
        looked_up = layout.word_of(reason, Reason.INVALID_INPUT, measures[-1])
        undetermined = f"{quoted(layout.names.words)}!$B${layout.words[Reason.UNDETERMINED]}"
        return Formula(f'IF({reason}<>"",{looked_up},IF({unsettled}="","",{undetermined}))')

    def _published(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the verdict of a figure that was published as a percentage."""
        figure = self._figure(self.year)
        assert figure is not None
        cell = self.layout.published_cell(figure)
        yield "having", work(f"COUNT({cell})")
        yield "reason", work(f'IF({self._c("having")}=0,{ex.text("no_figure")},"")')
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

    def _shown(self) -> Iterator[tuple[Key, Cell]]:
        c, columns, kind = self._c, self.targets.columns, self.target.kind
        none = self.block is None or kind is IndicatorKind.REPORTED
        if none and not self.published:
            looked = self.layout.word_of(c("status"), Status.EXCEEDED, Status.NO_TARGET)
            yield "status_word", (Formula(looked), "status")
            no_figure = f"{quoted(self.layout.names.words)}!$B${self.layout.words['no_figure']}"
            yield "why", (Formula(no_figure), "quiet")
            yield from thresholds(columns, self.asked, self.row, _style(kind))
            return
        valued = f'{c("reason")}=""'
        told = shown(
            columns, self.asked, self.layout, self.row, unit=False, rooted=self.rooted, valued=valued
        )
        for key, cell in told:
            # A coverage words its own reason, which is also given beside a value.
            if not (key == "why" and kind is IndicatorKind.COVERAGE and not self.published):
                yield key, cell
        grown = kind in GROWTHS and not self.published
        compared = compared_with(self.asked, columns, self.row, grown=grown, lined=self.lined)
        if compared is not None:
            yield "compared", (Formula(compared), "whole")
        if not self.published and kind is not IndicatorKind.COVERAGE:
            part = f'AND({c("reason")}="",{c("reporting")}<{c("members")})'
            said = ex.text(self.layout.word("provisional_yes"))
            yield "provisional", (Formula(f'IF({part},{said},"")'), "quiet")


def _style(kind: IndicatorKind) -> str:
    return "count" if kind is IndicatorKind.COUNT else "percent"


_SCALE = 10**6
"""A published percentage counts to its sixth decimal."""


def _scaled(cell: str) -> str:
    return f"ROUND({cell}*{_SCALE},0)"

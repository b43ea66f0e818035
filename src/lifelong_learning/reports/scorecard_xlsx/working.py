"""The calculation sheet: every unit's result as formulas on its own data cells, one row each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.scorecard_xlsx import expressions as ex
from lifelong_learning.reports.scorecard_xlsx.columns import Columns
from lifelong_learning.reports.scorecard_xlsx.expressions import GROWTHS, drawn
from lifelong_learning.reports.scorecard_xlsx.layout import FIRST_ROW
from lifelong_learning.reports.scorecard_xlsx.paper import Formula, Text, quoted
from lifelong_learning.reports.view import labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Target
    from lifelong_learning.model.scores import UnitScore
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.reports.scorecard_xlsx.columns import Key
    from lifelong_learning.reports.scorecard_xlsx.layout import Block, Layout, Line
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell

SHOWN = (
    "target", "covers", "code", "name", "level", "value", "threshold", "upper", "status_word", "why",
    "waiver", "attainment", "excess", "compared", "clause",
)  # fmt: skip
WIDTHS = (64, 24, 10, 44, 11, 10, 10, 9, 19, 50, 34, 10, 10, 10, 13)
HEADS = {
    "target": "report.target", "code": "report.code", "name": "report.name", "level": "report.level",
    "value": "report.value", "status_word": "report.status", "attainment": "report.attainment",
}  # fmt: skip


class Working:
    """The sheet's columns, and what other sheets ask of it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.sheet = quoted(layout.names.working)
        targets = [block.asked.target for block in layout.blocks]
        self.most = max([len(target.measures) for target in targets], default=1)
        divisors = {
            layout.scorecard.year,
            *(y for t in targets if t.denominator for y in layout.line_years(t)),
        }
        self.divisor_years = sorted(divisors)
        lined = {year for target in targets for year in layout.line_years(target)}
        self.own_years = sorted(lined - {layout.scorecard.year}) if layout.scorecard.successions else []
        keys: list[Key] = [("m", number) for number in range(1, self.most + 1)]
        keys += [("n", year) for year in layout.years]
        keys += [("d", year) for year in self.divisor_years]
        keys += [(part, year) for part in ("own", "over") for year in self.own_years]
        keys += [
            "base", "base_year", "years", "num", "den", "p", "q", "u", "v", "reach", "above", "num0", "den0",
            "line", "status", "reason", "full", "attained", "weight", "share", "verdict", "applies", "in",
            "in_base", "district",
        ]  # fmt: skip
        self.columns = Columns(SHOWN, keys)

    def then(self, part: str, year: int) -> Key:
        """Return the column of the figures (`n`) or divisors (`d`) that a group's line starts from: where
        units took others over they are each unit's own, apart from those that its own line starts from."""
        apart = {"n": "own", "d": "over"}[part]
        return (apart if year in self.own_years else part, year)

    def there(self, key: Key, row: int) -> str:
        """Return a cell of the sheet as other sheets name it."""
        return f"{self.sheet}!{self.columns.cell(key, row)}"

    def range(self, key: Key, block: Block) -> str:
        """Return the cells of a block's column as other sheets name them."""
        return f"{self.sheet}!{self.columns.range(key, block.first, block.last)}"

    def whole(self, key: Key) -> str:
        """Return a whole column of results as other sheets name it."""
        last = self.layout.blocks[-1].last if self.layout.blocks else FIRST_ROW
        return f"{self.sheet}!{self.columns.range(key, FIRST_ROW, last)}"


def ordered_measures(layout: Layout, target: Target) -> list[str]:
    """Return a target's measures in the order in which a missing one is named."""
    return sorted(target.measures, key=layout.scorecard.plan.measure_order.__getitem__)


def write(book: Book, working: Working) -> None:
    """Write the sheet."""
    from lifelong_learning.reports.scorecard_xlsx import marks

    layout = working.layout
    sheet = book.sheet(layout.names.working)
    sheet.widths([*WIDTHS, *[11] * (len(working.columns.keys) - len(WIDTHS))], folded=len(WIDTHS) + 1)
    sheet.raw.freeze_panes = f"E{FIRST_ROW}"
    marks.heading(sheet, layout.word("working_title", when=layout.when()), layout.word("working_note"))
    sheet.row([_head(working, key) for key in working.columns.keys], height=32)
    for block in layout.blocks:
        rows = _Rows(working, block)
        for line in block.lines:
            sheet.row(working.columns.row(dict(rows.cells(line))))
        for unit in block.former:
            sheet.row(working.columns.row(dict(rows.former(unit))))
    last = max(sheet.at, FIRST_ROW)
    shown = working.columns.letters("clause")
    sheet.raw.auto_filter.ref = f"A{FIRST_ROW - 1}:{shown}{last}"
    letters = working.columns.letters("status_word")
    marks.colours(sheet, f"{letters}{FIRST_ROW}:{letters}{last}", layout.lang)
    marks.printed(sheet, f"A1:{shown}{last}")


def _head(working: Working, key: Key) -> Cell:
    from lifelong_learning.catalogue.words import word

    layout = working.layout
    if isinstance(key, tuple):
        if key[0] == "n":
            return key[1], "year"
        name = {"m": "w_now", "d": "w_den", "own": "w_own", "over": "w_own_den"}[key[0]]
        return Text(layout.word(name, number=key[1], year=key[1])), "head"
    if key in HEADS:
        return Text(word(HEADS[key], layout.lang)), "head"
    if key in SHOWN:
        return Text(layout.word({"compared": "base_year"}.get(key, key))), "head"
    return Text(layout.word(f"w_{WORK_WORDS.get(key, key)}")), "head"


WORK_WORDS = {
    "num": "num", "den": "over", "num0": "start_num", "den0": "start_den", "full": "value",
}  # fmt: skip


class _Rows:
    """Makes the rows of one block."""

    def __init__(self, working: Working, block: Block) -> None:
        self.working = working
        self.layout = working.layout
        self.block = block
        self.asked: Yardstick = block.asked
        self.target = block.asked.target
        self.powered = self.target.kind is IndicatorKind.GROWTH_AVERAGE
        self.measures = ordered_measures(self.layout, self.target)
        self.bases = self.layout.base_years(self.target)

    def cells(self, line: Line) -> Iterator[tuple[Key, Cell]]:
        unit = self.layout.scorecard.units[line.unit]
        yield from self._said(unit)
        yield from self._read(unit, line.row)
        yield from bounds(self.asked)
        yield from self._judged(line.row)
        yield from self._shown(line.row)
        yield from self._counted(unit, line)

    def _c(self, key: Key, row: int) -> str:
        return self.working.columns.cell(key, row)

    def former(self, unit: UnitScore) -> Iterator[tuple[Key, Cell]]:
        """Yield the row of a unit that no longer exists and counts in the base year's value of a group."""
        yield from self._said(unit)
        yield "why", (Text(self.layout.word("former", year=self.target.base_year)), "quiet")
        yield from self._then(unit)
        yield from self._places(unit)

    def _said(self, unit: UnitScore) -> Iterator[tuple[Key, Cell]]:
        layout, who = self.layout, unit.identity
        plan, place = layout.scorecard.plan, layout.clause(self.target.id)
        yield "target", (Text(self.target.label.of(layout.lang), place), "link")
        yield "covers", (Text(labels.scope(plan, self.asked.scope, layout.lang)), "wrap")
        yield "code", (Text(who.code), "text")
        yield "name", (Text(who.name or ""), "wrap")
        yield "level", (Text(labels.level(plan, who.level, layout.lang)), "text")
        yield "clause", (Text(self.target.source.clause, place), "link")

    def _read(self, unit: UnitScore, row: int) -> Iterator[tuple[Key, Cell]]:
        """Yield the figures: of the year by measure, their sum, and those of other years."""
        layout, year = self.layout, self.asked.year
        for number, measure in enumerate(self.measures, 1):
            yield ("m", number), work(ex.figure(layout.data_cell(unit, measure, year)))
        yield ("n", year), work(self._now(self.target.numerator, row))
        if self.target.denominator:
            yield ("d", year), work(self._now(self.target.denominator, row))
        lined = layout.line_years(self.target) if drawn(self.asked) else []
        # The years between the first and last base year must all hold a number.
        span = [y for y in layout.years if self.bases and self.bases[0] <= y <= self.bases[-1]]
        for other in sorted({*span, *lined} - {year}):
            yield from self._sums(unit, "n", other, self.target.numerator)
        if self.target.denominator:
            for other in set(lined) - {year}:
                yield from self._sums(unit, "d", other, self.target.denominator)
        if self.working.own_years:
            yield from self._then(unit)

    def _sums(
        self, unit: UnitScore, part: str, year: int, measures: tuple[str, ...]
    ) -> Iterator[tuple[Key, Cell]]:
        cells = self.layout.earlier_cells(unit, self.target, measures, year)
        yield (part, year), work(ex.figures(cells))

    def _then(self, unit: UnitScore) -> Iterator[tuple[Key, Cell]]:
        """Yield what a unit alone adds to its group's value of the base year."""
        layout, target = self.layout, self.target
        for year in set(layout.line_years(target)) - {self.asked.year} if drawn(self.asked) else ():
            for part, measures in (("n", target.numerator), ("d", target.denominator)):
                if measures:
                    cells = layout.own_cells(unit, target, measures, year)
                    yield self.working.then(part, year), work(ex.figures(cells))

    def _now(self, measures: tuple[str, ...], row: int) -> str:
        cells = [self._c(("m", self.measures.index(measure) + 1), row) for measure in measures]
        if len(cells) == 1:
            return cells[0]
        blank = ",".join(f"{cell}=-1" for cell in cells)
        listed = ",".join(cells)
        return f"IF(OR({blank}),-1,IF(MIN({listed})<0,-2,SUM({listed})))"

    def _judged(self, row: int) -> Iterator[tuple[Key, Cell]]:
        yield from self._value(row)
        c = self._c
        value, none = (c("num", row), c("den", row)), f'{c("reason", row)}<>""'
        years = c("years", row) if self.powered else None
        if self.asked.bounds.lower is not None:
            p, q = c("p", row), c("q", row)
            upper = (c("u", row), c("v", row)) if self.asked.bounds.upper is not None else (p, q)
            yield "reach", work(f'IF({none},"",{ex.against(value, ">=", (p, q), years)})')
            yield "above", work(f'IF({none},"",{ex.against(value, ">", upper, years)})')
            if self.asked.half_of_flow:
                yield "line", work(f'IF({none},"",{ex.against(value, ">=", (p, f"({q}*2)"), years)})')
        if drawn(self.asked):
            yield from self._line(row, value, none)
        yield "status", work(self._status(row))

    def _value(self, row: int) -> Iterator[tuple[Key, Cell]]:
        """Yield numerator and denominator, and the reason where there is no value."""
        c, year, kind = self._c, self.asked.year, self.target.kind
        now = c(("n", year), row)
        missing = [(f"{c(('m', i), row)}=-1", m) for i, m in enumerate(self.measures, 1)]
        num, den, reason = now, "1", f'IF({now}<0,{ex.INVALID_INPUT},"")'
        if kind is IndicatorKind.RATIO:
            den = c(("d", year), row)
            zero = f'IF({den}=0,{ex.text(Reason.ZERO_DENOMINATOR)},"")'
            reason = f"IF(OR({now}<0,{den}<0),{ex.INVALID_INPUT},{zero})"
        elif kind is IndicatorKind.COVERAGE:
            num = f"IF({now}>={least(self.target)},1,0)"
        elif kind in GROWTHS:
            yield from self._base(row)
            base = den = c("base", row)
            num = f"{now}-{base}" if kind is IndicatorKind.GROWTH_YEARLY else now
            zero = f'IF({base}=0,{ex.text(Reason.ZERO_BASE)},"")'
            reason = f"IF(OR({now}<0,{base}<0),{ex.INVALID_INPUT},{zero})"
            reason = f"IF({base}=-1,{ex.text(Reason.NO_BASE_YEAR)},{reason})"
        none = f'{c("reason", row)}<>""'
        yield "reason", work(ex.first_of(missing, reason))
        yield "num", work(f'IF({none},"",{num})')
        yield "den", work(f'IF({none},"",{den})')

    def _base(self, row: int) -> Iterator[tuple[Key, Cell]]:
        """Yield the base figure of a growth and its year: the earliest that the unit has."""
        c, columns, year = self._c, self.working.columns, self.asked.year
        if not self.bases:
            yield "base", (-1, "work")
            yield "base_year", (ex.NEVER, "work")
        elif self.target.kind is IndicatorKind.GROWTH_YEARLY:
            yield "base", work(c(("n", year - 1), row))
            yield "base_year", (year - 1, "work")
        else:
            first, last = ("n", self.bases[0]), ("n", self.bases[-1])
            heads = columns.across(first, last, FIRST_ROW - 1, fixed=True)
            found, at = columns.across(first, last, row), c("base_year", row)
            yield "base_year", work(f"SUMPRODUCT(MIN({heads}+{ex.NEVER}*({found}=-1)))")
            yield "base", work(f"IF({at}<{ex.NEVER},INDEX({found},1,MATCH({at},{heads},0)),-1)")
        if self.powered:
            yield "years", work(f"{year}-{c('base_year', row)}")

    def _line(self, row: int, value: tuple[str, str], none: str) -> Iterator[tuple[Key, Cell]]:
        """Yield the base year's value, and whether the value is on the line from there."""
        c, at = self._c, self.target.base_year
        then = c(("n", at), row)
        num, den, exists = then, "1", f"{then}>=0"
        if self.target.kind is IndicatorKind.RATIO:
            den = c(("d", at), row)
            exists = f"AND({then}>=0,{den}>0)"
        elif self.target.kind is IndicatorKind.COVERAGE:
            num = f"IF({then}>={least(self.target)},1,0)"
        elif self.target.kind is IndicatorKind.GROWTH_YEARLY:
            den = c(("n", at - 1), row)
            num, exists = f"{then}-{den}", f"AND({then}>=0,{den}>0)"
        yield "num0", work(f'IF({exists},{num},"")')
        yield "den0", work(f'IF({exists},{den},"")')
        test = ex.on_line(value, (c("num0", row), c("den0", row)), self.asked)
        yield "line", work(f'IF(OR({none},{c("num0", row)}=""),"",{test})')

    def _status(self, row: int) -> str:
        c = self._c
        cells = self.working.columns.across(("m", 1), ("m", len(self.measures)), row)
        line = c("line", row) if self.asked.half_of_flow or drawn(self.asked) else None
        verdict = ex.judged(self.asked, c("reach", row), c("above", row), line)
        if not self.asked.required:
            verdict = f"IF({c('num', row)}=0,{ex.text(Status.NOT_REQUIRED)},{verdict})"
        none = f"IF(COUNTIF({cells},-1)>0,{ex.text(Status.NO_DATA)},{ex.text(Status.NOT_ASSESSABLE)})"
        return f'IF({c("reason", row)}<>"",{none},{verdict})'

    def _shown(self, row: int) -> Iterator[tuple[Key, Cell]]:
        columns, asked = self.working.columns, self.asked
        yield from shown(columns, asked, self.layout, row, unit=True, rooted=self.powered)
        compared = compared_with(asked, columns, row, grown=self.target.kind in GROWTHS, lined=drawn(asked))
        if compared is not None:
            yield "compared", (Formula(compared), "whole")

    def _counted(self, unit: UnitScore, line: Line) -> Iterator[tuple[Key, Cell]]:
        """Yield what scores and groups take from the row; a waived result weighs nothing."""
        c, layout, row = self._c, self.layout, line.row
        status = c("status", row)
        weight = self.target.weight if line.result.waiver is None else Fraction(0)
        yield "waiver", (Text(notices.why(line.result, layout.lang)), "quiet")
        verdict = c("verdict", row)
        apart = f"{status}={ex.text(Status.NOT_REQUIRED)},{status}={ex.text(Status.NO_TARGET)}"
        share = f"IF({verdict}=1,{c('weight', row)}*MIN(MAX({c('attained', row)},0),1),0)"
        yield "weight", (weight.numerator / weight.denominator, "work")
        yield "verdict", work(f"IF(COUNTIF({layout.verdict_ids()},{status})>0,1,0)")
        yield "applies", work(f"IF(OR({apart}),0,1)")
        yield "share", work(share if self.asked.bounds.lower is not None else "0")
        yield from self._places(unit)

    def _places(self, unit: UnitScore) -> Iterator[tuple[Key, Cell]]:
        """Yield the groups that a unit counts in."""
        layout = self.layout
        yield "in", (layout.in_group(unit, self.asked.year), "work")
        yield "in_base", (layout.in_group(unit, self.target.base_year), "work")
        yield "district", (layout.districts.get(unit.identity.district or "", 0), "work")


def shown(
    columns: Columns,
    asked: Yardstick,
    layout: Layout,
    row: int,
    *,
    unit: bool,
    rooted: bool,
    valued: str | None = None,
) -> Iterator[tuple[Key, Cell]]:
    """Yield what people read of a result: value, threshold, words, attainment, base year; and the full
    figures behind. `valued` is the test of having a value."""
    kind = asked.target.kind
    num, den, status = (columns.cell(key, row) for key in ("num", "den", "status"))
    has = valued or f'AND({columns.cell("reason", row)}="",{status}<>{ex.text(Status.NOT_REQUIRED)})'
    style = _style(kind, layout, unit=unit)
    full, attained = columns.cell("full", row), columns.cell("attained", row)
    value = f"({num}/{den})^(1/{columns.cell('years', row)})-1" if rooted else f"{num}/{den}"
    yield "full", work(f'IF({has},{value},"")')
    whole = kind is IndicatorKind.COUNT or (unit and kind is IndicatorKind.COVERAGE)
    floor = full if whole else ex.floored_root(full) if rooted else ex.floored(num, den)
    yield "value", (Formula(f'IF({full}="","",{floor})'), style)
    yield from thresholds(columns, asked, row, style)
    first, last = Status.EXCEEDED, Status.NO_TARGET
    yield "status_word", (Formula(layout.word_of(status, first, last)), "status")
    reason, measures = columns.cell("reason", row), list(layout.scorecard.plan.measure)
    looked_up = layout.word_of(reason, Reason.INVALID_INPUT, measures[-1] if measures else "no_figure")
    yield "why", (Formula(f'IF({reason}="","",{looked_up})'), "quiet")
    if asked.bounds.lower is None:
        yield "attained", (None, "work")
        return
    p, q = columns.cell("p", row), columns.cell("q", row)
    yield "attained", work(f'IF({full}="","",{full}*{q}/{p})')
    reached = ex.floored_root(attained) if rooted else ex.floored(f"{num}*{q}", f"{den}*{p}")
    yield "attainment", (Formula(f'IF({full}="","",{reached})'), "percent")
    yield "excess", (Formula(f'IF({full}="","",ROUND({columns.cell("attainment", row)}-1,4))'), "percent")


def compared_with(asked: Yardstick, columns: Columns, row: int, *, grown: bool, lined: bool) -> str | None:
    """Return the expression of the year that a result was compared with; None for none."""
    status, full = columns.cell("status", row), columns.cell("full", row)
    if grown:
        return f'IF({full}="","",{columns.cell("base_year", row)})'
    if lined:
        tracked = f"{status}={ex.text(Status.ON_TRACK)},{status}={ex.text(Status.BEHIND)}"
        return f'IF(OR({tracked}),{asked.target.base_year},"")'
    return None


def bounds(asked: Yardstick) -> Iterator[tuple[Key, Cell]]:
    """Yield threshold and upper figure as whole numbers, where there are any."""
    for (num, den), bound in ((("p", "q"), asked.bounds.lower), (("u", "v"), asked.bounds.upper)):
        if bound is not None:
            yield num, (bound.num, "work")
            yield den, (bound.den, "work")


def thresholds(columns: Columns, asked: Yardstick, row: int, style: str) -> Iterator[tuple[Key, Cell]]:
    """Yield threshold and upper figure, where there are any."""
    for key, bound, (num, den) in (
        ("threshold", asked.bounds.lower, ("p", "q")),
        ("upper", asked.bounds.upper, ("u", "v")),
    ):
        if bound is not None:
            yield key, (Formula(f"{columns.cell(num, row)}/{columns.cell(den, row)}"), style)


def _style(kind: IndicatorKind, layout: Layout, *, unit: bool) -> str:
    if kind is IndicatorKind.COUNT:
        return "count"
    return f"yes_no:{layout.lang}" if unit and kind is IndicatorKind.COVERAGE else "percent"


def least(target: Target) -> int:
    """Return the figure from which a practice is there."""
    return 1 if target.at_least is None else target.at_least


def work(expression: str) -> Cell:
    """Return a cell of the folded columns."""
    return Formula(expression), "work"

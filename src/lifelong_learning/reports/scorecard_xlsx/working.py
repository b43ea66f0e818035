"""The calculation sheet: every unit's result as formulas on its own data cells, one row each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.formulas import Columns
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, Text, quoted
from lifelong_learning.reports.scorecard_xlsx.verdict import VerdictRow, head, value_style, work
from lifelong_learning.reports.view import labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.scores import UnitScore
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.reports.scorecard_xlsx.formulas import Key
    from lifelong_learning.reports.scorecard_xlsx.layout import Block, Layout, WorkingRow
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell

SHOWN = (
    "target", "covers", "code", "name", "level", "value", "threshold", "upper", "status_word", "why",
    "waiver", "attainment", "excess", "compared", "clause",
)  # fmt: skip
WIDTHS = (64, 24, 10, 44, 11, 10, 10, 9, 19, 50, 34, 10, 10, 10, 13)
WORDS = {
    "target": "report.target", "code": "report.code", "name": "report.name", "level": "report.level",
    "value": "report.value", "status_word": "report.status", "attainment": "report.attainment",
    "compared": "base_year", "m": "w_now", "d": "w_den", "own": "w_own", "over": "w_own_den",
    "den": "w_over", "num0": "w_start_num", "den0": "w_start_den", "full": "w_value",
}  # fmt: skip


class Working:
    """The sheet's columns, and what other sheets ask of it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.sheet = quoted(layout.names["working"])
        targets = [block.asked.target for block in layout.blocks]
        self.most = max([len(target.measures) for target in targets], default=1)
        year = layout.scorecard.year
        divided = layout.all_line_years([target for target in targets if target.denominator])
        lined = layout.all_line_years(targets) - {year}
        self.own_years = sorted(lined) if layout.scorecard.successions else []
        keys: list[Key] = [
            *_each("m", range(1, self.most + 1)),
            *_each("n", layout.years),
            *_each("d", sorted({year, *divided})),
            *_each("own", self.own_years),
            *_each("over", self.own_years),
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


def _each(part: str, numbers: Iterable[int]) -> Iterator[Key]:
    return ((part, number) for number in numbers)


def write(book: Book, working: Working) -> None:
    """Write the sheet."""
    layout, columns = working.layout, working.columns
    sheet = book.sheet(layout.names["working"])
    sheet.widths([*WIDTHS, *[11] * (len(columns.keys) - len(WIDTHS))], folded=len(WIDTHS) + 1)
    sheet.raw.freeze_panes(f"E{FIRST_ROW}")
    sheet.heading(layout.word("working_title", when=layout.when()), layout.word("working_note"))
    sheet.row([head(layout, key, SHOWN, WORDS) for key in columns.keys], least=32)
    for block in layout.blocks:
        for line in block.lines:
            made = _UnitRow(working, block.asked, layout.scorecard.units[line.unit], line.row)
            sheet.row(columns.row(dict(made.cells(line))))
        for row, unit in enumerate(block.former, block.first + len(block.lines)):
            sheet.row(columns.row(dict(_UnitRow(working, block.asked, unit, row).former())))
    sheet.closed(layout.lang, columns.letters("status_word"), columns.letters("clause"))


class _UnitRow(VerdictRow):
    """One unit's row in the block of a target's scope."""

    def __init__(self, working: Working, asked: Yardstick, unit: UnitScore, row: int) -> None:
        super().__init__(working.layout, working.columns, row, asked)
        self.working, self.unit = working, unit
        self.bases = self.layout.base_years(self.target)
        self.line_years = self.layout.line_years(self.target) if self.lined else []

    def cells(self, line: WorkingRow) -> Iterator[tuple[Key, Cell]]:
        """Yield the row of a result."""
        yield from self._said()
        yield from self._read()
        if self.asked.without is not None:
            yield from self.lacking(line.result)
            yield from self._counted(line)
            yield from self._groups()
            return
        yield from self.bounds()
        yield from self._value()
        if self.lined:
            yield from self._start()
        yield from self.tests()
        yield "status", work(self._status())
        has = f'AND({self.c("reason")}="",{self.c("status")}<>{ex.text(Status.NOT_REQUIRED)})'
        yield from self.shown(has, value_style(self.target, self.layout.lang, unit=True))
        yield from self._counted(line)
        yield from self._groups()

    def former(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the row of a unit that no longer exists and counts in the base year's value of a group."""
        yield from self._said()
        yield "why", (Text(self.layout.word("former", year=self.target.base_year)), "quiet")
        yield from self._own()
        yield from self._groups()

    def _said(self) -> Iterator[tuple[Key, Cell]]:
        layout, who = self.layout, self.unit.identity
        plan, place = layout.scorecard.plan, layout.clause(self.target.id)
        yield "target", (Text(self.target.label.of(layout.lang), place), "link")
        yield "covers", (Text(labels.scope(plan, self.asked.scope, layout.lang)), "wrap")
        yield "code", (Text(who.code), "text")
        yield "name", (Text(who.name or ""), "wrap")
        yield "level", (Text(labels.level(plan, who.level, layout.lang)), "text")
        yield "clause", (Text(self.target.source.clause, place), "link")

    def _read(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the figures: of the year by measure, their sum, and those of other years."""
        layout, year, target = self.layout, self.asked.year, self.target
        for number, measure in enumerate(self.measures, 1):
            scale = self.above if measure in target.numerator else self.below
            yield ("m", number), work(ex.figure(layout.data_cell(self.unit, measure, year), scale))
        yield ("n", year), work(self._now(target.numerator))
        if target.denominator:
            yield ("d", year), work(self._now(target.denominator))
        # The years between the first and last base year must all hold a number.
        span = [y for y in layout.years if self.bases and self.bases[0] <= y <= self.bases[-1]]
        for other in sorted({*span, *self.line_years} - {year}):
            cells = layout.earlier_cells(self.unit, target, target.numerator, other)
            yield ("n", other), work(ex.figures(cells, self.above))
            if target.denominator:
                cells = layout.earlier_cells(self.unit, target, target.denominator, other)
                yield ("d", other), work(ex.figures(cells, self.below))
        if self.working.own_years:
            yield from self._own()

    def _own(self) -> Iterator[tuple[Key, Cell]]:
        """Yield what the unit alone adds to its group's value of the base year."""
        target = self.target
        for year in set(self.line_years) - {self.asked.year}:
            sums = (("n", target.numerator, self.above), ("d", target.denominator, self.below))
            for part, measures, scale in sums:
                if measures:
                    cells = self.layout.own_cells(self.unit, target, measures, year)
                    yield self.working.then(part, year), work(ex.figures(cells, scale))

    def _now(self, measures: tuple[str, ...]) -> str:
        cells = [self.c(("m", self.measures.index(measure) + 1)) for measure in measures]
        if len(cells) == 1:
            return cells[0]
        blank = ",".join(f"{cell}=-1" for cell in cells)
        listed = ",".join(cells)
        return f"IF(OR({blank}),-1,IF(MIN({listed})<0,-2,SUM({listed})))"

    def _value(self) -> Iterator[tuple[Key, Cell]]:
        """Yield numerator and denominator, and the reason where there is no value."""
        c, year, kind = self.c, self.asked.year, self.target.kind
        now = c(("n", year))
        missing = [(f"{c(('m', i))}=-1", m) for i, m in enumerate(self.measures, 1)]
        num, den, reason = now, str(self.above), f'IF({now}<0,{ex.INVALID_INPUT},"")'
        if kind is IndicatorKind.COVERAGE:
            num, den = f"IF({now}>={self.least},1,0)", "1"
        elif self.grown:
            yield from self._base()
            base = den = c("base")
            num = f"{now}-{base}" if kind is IndicatorKind.GROWTH_YEARLY else now
            reason = f"IF({base}=-1,{ex.text(Reason.NO_BASE_YEAR)},{self._invalid(base, Reason.ZERO_BASE)})"
        elif kind is IndicatorKind.RATIO:
            reason = self._invalid(c(("d", year)), Reason.ZERO_DENOMINATOR)
            num, den = self._quotient(now, c(("d", year)))
        none = f'{c("reason")}<>""'
        yield "reason", work(ex.first_of(missing, reason))
        yield "num", work(f'IF({none},"",{num})')
        yield "den", work(f'IF({none},"",{den})')

    def _quotient(self, part: str, whole: str) -> tuple[str, str]:
        """Return numerator and divisor of a ratio of two sums, for so many as the target says."""
        return ex.times(part, self.below * (self.target.per or 1)), ex.times(whole, self.above)

    def _invalid(self, divisor: str, zero: Reason) -> str:
        now = self.c(("n", self.asked.year))
        return f'IF(OR({now}<0,{divisor}<0),{ex.INVALID_INPUT},IF({divisor}=0,{ex.text(zero)},""))'

    def _base(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the base figure of a growth and its year: the earliest that the unit has."""
        c, columns, year = self.c, self.columns, self.asked.year
        if not self.bases:
            yield "base", (-1, "work")
            yield "base_year", (ex.NEVER, "work")
        elif self.target.kind is IndicatorKind.GROWTH_YEARLY:
            yield "base", work(c(("n", year - 1)))
            yield "base_year", (year - 1, "work")
        else:
            first, last = ("n", self.bases[0]), ("n", self.bases[-1])
            heads = columns.across(first, last, FIRST_ROW - 1, fixed=True)
            found, at = columns.across(first, last, self.row), c("base_year")
            yield "base_year", work(f"SUMPRODUCT(MIN({heads}+{ex.NEVER}*({found}=-1)))")
            yield "base", work(f"IF({at}<{ex.NEVER},INDEX({found},1,MATCH({at},{heads},0)),-1)")
        if self.rooted:
            yield "years", work(f"{year}-{c('base_year')}")

    def _start(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the base year's value, blank where there is none."""
        at, kind = self.target.base_year, self.target.kind
        then = self.c(("n", at))
        num, den, exists = then, str(self.above), f"{then}>=0"
        if kind is IndicatorKind.COVERAGE:
            num, den = f"IF({then}>={self.least},1,0)", "1"
        elif kind is not IndicatorKind.COUNT:
            over = self.c(("d", at) if kind is IndicatorKind.RATIO else ("n", at - 1))
            num, den = (f"{then}-{over}", over) if self.grown else self._quotient(then, over)
            exists = f"AND({then}>=0,{over}>0)"
        yield "num0", work(f'IF({exists},{num},"")')
        yield "den0", work(f'IF({exists},{den},"")')

    def _status(self) -> str:
        verdict = self.judged()
        if not self.asked.required:
            without = int(self.asked.bounds.at_most)
            verdict = f"IF({self.c('num')}={without},{ex.text(Status.NOT_REQUIRED)},{verdict})"
        cells = self.columns.across(("m", 1), ("m", len(self.measures)), self.row)
        none = f"IF(COUNTIF({cells},-1)>0,{ex.text(Status.NO_DATA)},{ex.text(Status.NOT_ASSESSABLE)})"
        return f'IF({self.c("reason")}<>"",{none},{verdict})'

    def _counted(self, line: WorkingRow) -> Iterator[tuple[Key, Cell]]:
        """Yield what scores take from the row; a waived result weighs nothing."""
        c, status = self.c, self.c("status")
        weight = self.target.weight if line.result.waiver is None else Fraction(0)
        apart = f"{status}={ex.text(Status.NOT_REQUIRED)},{status}={ex.text(Status.NO_TARGET)}"
        share = f"IF({c('verdict')}=1,{c('weight')}*MIN(MAX({c('attained')},0),1),0)"
        yield "waiver", (Text(notices.why(line.result, self.layout.lang)), "quiet")
        yield "weight", (weight.numerator / weight.denominator, "work")
        yield "verdict", work(f"IF(COUNTIF({self.layout.verdict_ids()},{status})>0,1,0)")
        yield "applies", work(f"IF(OR({apart}),0,1)")
        yield "share", work(share if self.asked.bounds.lower is not None else "0")

    def _groups(self) -> Iterator[tuple[Key, Cell]]:
        """Yield the groups that the unit counts in."""
        layout, unit = self.layout, self.unit
        yield "in", (layout.in_group(unit, self.asked.year), "work")
        yield "in_base", (layout.in_group(unit, self.target.base_year), "work")
        yield "district", (layout.districts.get(unit.identity.district or "", 0), "work")

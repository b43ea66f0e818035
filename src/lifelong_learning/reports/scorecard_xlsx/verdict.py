"""The formulas of one row with a verdict, the same for a unit and for a group."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import IndicatorKind, Together
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.document.sheet import worded
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.paper import CellFormula, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lifelong_learning.model.plan import Bilingual, Lang, OtherFigure, Target
    from lifelong_learning.model.scores import Exact, Outcome
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.reports.scorecard_xlsx.formulas import Columns, Key
    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Cell

_LARGEST = 10**12
"""A figure whose divisor is larger is written in parts of this."""
GROWTHS = (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)


def drawn(asked: Yardstick, *, published: bool = False) -> bool:
    """Tell whether a line is drawn for what falls short. An average growth has no value in its own base
    year, so that none begins there, save at a published figure."""
    return asked.lined and (published or asked.target.kind is not IndicatorKind.GROWTH_AVERAGE)


def ordered_measures(layout: Layout, target: Target) -> list[str]:
    """Return a target's measures in the order in which a missing one is named."""
    return sorted(target.measures, key=layout.scorecard.plan.measure_order.__getitem__)


def scale_of(layout: Layout, measures: Iterable[str]) -> int:
    """Return of which part of one the sums of some measures are whole numbers."""
    return max([layout.scorecard.plan.measure[measure].scale for measure in measures], default=1)


def value_style(target: Target, lang: Lang, *, unit: bool = False) -> str:
    """Return how the values of a target look: a plain figure, yes or no, or a percentage."""
    scale = target.scale
    if scale.form == "count":
        return number_style(scale.decimals, scale.unit, lang)
    return f"yes_no:{lang}" if unit and target.kind is IndicatorKind.COVERAGE else "percent"


def number_style(decimals: int, unit: Bilingual | None, lang: Lang) -> str:
    """Return how plain figures look, with their decimals and their unit of measure."""
    if not decimals and unit is None:
        return "count"
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"number:{shown}" + ("" if unit is None else worded(f" {unit.of(lang)}"))


def work(expression: str) -> Cell:
    """Return a cell of the folded columns."""
    return CellFormula(expression), "work"


def head(layout: Layout, key: Key, shown: tuple[str, ...], named: Mapping[str, str]) -> Cell:
    """Return the heading of a column: a year where formulas look it up, else words. `named` has the words
    of columns that several reports share, and of folded columns that are not called by their key."""
    if isinstance(key, tuple):
        part, number = key
        if part in ("n", "count"):
            return number, "year"
        return Text(layout.word(named[part], number=number, year=number)), "head"
    if key in named and named[key].startswith("report."):
        return Text(word(named[key], layout.lang)), "head"
    return Text(layout.word(named.get(key, key if key in shown else f"w_{key}"))), "head"


class VerdictRow:
    """One row of results: its tests, its status, and what people read of it.

    `rooted`: the value is a root, an average growth; `lined`: what falls short is held against a line.
    """

    def __init__(
        self, layout: Layout, columns: Columns, row: int, asked: Yardstick, *, published: bool = False
    ) -> None:
        self.layout, self.columns, self.row, self.asked = layout, columns, row, asked
        self.target = asked.target
        self.measures = ordered_measures(layout, asked.target)
        self.published = published
        self.grown = asked.target.kind in GROWTHS and not published
        self.rooted = asked.target.kind is IndicatorKind.GROWTH_AVERAGE and not published
        self.lined = drawn(asked, published=published)
        self.above = scale_of(layout, asked.target.numerator)
        self.below = scale_of(layout, asked.target.denominator)
        self.least = (asked.target.at_least or 1) * self.above

    def c(self, key: Key) -> str:
        """Return the cell of a column in this row."""
        return self.columns.cell(key, self.row)

    def bounds(self) -> Iterator[tuple[Key, Cell]]:
        """Yield threshold and upper figure as whole numbers, where there are any."""
        lower, upper = self.asked.bounds.lower, self.asked.bounds.upper
        like = self.asked.target.scoped(self.asked.scope).like
        if like is not None and lower is not None:
            yield from self._other(like, lower)
            return
        for (num, den), bound in ((("p", "q"), lower), (("u", "v"), upper)):
            if bound is not None:
                yield num, (bound.num, "work")
                yield den, (bound.den, "work")

    def _other(self, like: OtherFigure, figure: Exact) -> Iterator[tuple[Key, Cell]]:
        """Yield the figure of another target: from its row, where that is there and it is no root."""
        target = self.layout.scorecard.plan.target[like.target]
        row = self.layout.group_row(like)
        if row is None or target.kind is IndicatorKind.GROWTH_AVERAGE:
            scale = figure.den if figure.den < _LARGEST else _LARGEST
            yield "p", (round(Fraction(*figure) * scale), "work")
            yield "q", (scale, "work")
            return
        for key, part in (("p", "num"), ("q", "den")):
            yield key, work(self.layout.there(part, row))

    def lacking(self, result: Outcome) -> Iterator[tuple[Key, Cell]]:
        """Yield a result that cannot be judged as the figure of another target is not there."""
        yield "reason", (Text(result.reason or "no_figure"), "work")
        yield "status", (Text(result.status.value), "work")
        yield "status_word", self.status_word()
        yield "why", (CellFormula(self.reason_word()), "quiet")

    def tests(self, num: str = "num", end: str = "") -> Iterator[tuple[Key, Cell]]:
        """Yield whether a value reaches the threshold, lies beyond the farther figure, and reaches half of
        the threshold or the line; of a limit, whether it keeps to them."""
        c, bounds = self.c, self.asked.bounds
        if bounds.lower is None:
            return
        value, none = (c(num), c("den")), f'{c("reason")}<>""'
        years = c("years") if self.rooted else None
        sign, beyond = ("<=", "<") if bounds.at_most else (">=", ">")
        (p, q), farther = self.sides()
        yield f"reach{end}", work(f'IF({none},"",{ex.against(value, sign, (p, q), years)})')
        yield f"above{end}", work(f'IF({none},"",{ex.against(value, beyond, farther, years)})')
        part = self.asked.part
        if part is not None:
            by_now = (ex.times(p, part.numerator), f"({q}*{part.denominator})")
            yield f"line{end}", work(f'IF({none},"",{ex.against(value, sign, by_now, years)})')
        elif self.lined:
            test = ex.on_line(value, (c("num0"), c("den0")), self.asked)
            yield f"line{end}", work(f'IF(OR({none},{c("num0")}=""),"",{test})')

    def sides(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the cells of the figure that is met when it is just reached, and of that behind which the
        target is exceeded."""
        lower = (self.c("p"), self.c("q"))
        upper = lower if self.asked.bounds.upper is None else (self.c("u"), self.c("v"))
        return (upper, lower) if self.asked.bounds.at_most else (lower, upper)

    def judged(self, end: str = "") -> str:
        """Return the status of a value that there is."""
        line = self.c(f"line{end}") if self.asked.part is not None or self.lined else None
        return ex.judged(self.asked, self.c(f"reach{end}"), self.c(f"above{end}"), line)

    def shown(self, has: str, style: str) -> Iterator[tuple[Key, Cell]]:
        """Yield what people read of a result: value, threshold, words, attainment, base year; and the full
        figures behind. `has` is the test of having a value."""
        c, asked = self.c, self.asked
        num, den, full = c("num"), c("den"), c("full")
        value = f"({num}/{den})^(1/{c('years')})-1" if self.rooted else f"{num}/{den}"
        yield "full", work(f'IF({has},{value},"")')
        yield "value", (CellFormula(f'IF({full}="","",{self.rounded(style)})'), style)
        yield from self.thresholds(style)
        yield "status_word", self.status_word()
        yield "why", (CellFormula(f'IF({c("reason")}="","",{self.reason_word()})'), "quiet")
        if self.grown:
            yield "compared", (CellFormula(f'IF({full}="","",{c("base_year")})'), "whole")
        elif self.lined:
            on = f"{c('status')}={ex.text(Status.ON_TRACK)},{c('status')}={ex.text(Status.BEHIND)}"
            yield "compared", (CellFormula(f'IF(OR({on}),{asked.target.base_year},"")'), "whole")
        if asked.bounds.lower is None:
            yield "attained", (None, "work")
            return
        figure = asked.bounds.asked
        if asked.bounds.at_most or (figure is not None and figure.num <= 0):
            yield from self.kept()
            return
        p, q, attained = c("p"), c("q"), c("attained")
        yield "attained", work(f'IF({full}="","",{full}*{q}/{p})')
        reached = ex.floored_root(attained) if self.rooted else ex.floored(f"{num}*{q}", f"{den}*{p}")
        yield "attainment", (CellFormula(f'IF({full}="","",{reached})'), "attained")
        yield from self.beyond()

    def beyond(self) -> Iterator[tuple[Key, Cell]]:
        """Yield by how much an exceeded figure lies beyond that which it exceeds, where this is above nil."""
        limit, at_most = self.asked.bounds.beyond, self.asked.bounds.at_most
        if limit is None or limit.num <= 0:
            return
        _, (p, q) = self.sides()
        num, den, full = self.c("num"), self.c("den"), self.c("full")
        if self.rooted:
            part = ex.floored_root(f"1-{full}*{q}/{p}" if at_most else f"{full}*{q}/{p}-1")
        else:
            more, less = (f"{p}*{den}", f"{num}*{q}") if at_most else (f"{num}*{q}", f"{p}*{den}")
            part = ex.floored(f"({more}-{less})", f"{p}*{den}")
        exceeded = f"{self.c('status')}={ex.text(Status.EXCEEDED)}"
        yield "excess", (CellFormula(f'IF({exceeded},{part},"")'), "percent")

    def rounded(self, style: str) -> str:
        """Return the value as people read it: a percentage floored, or raised where it is not to pass a
        figure."""
        full, decimals = self.c("full"), self.target.scale.decimals
        if style != "percent":
            # Only a quotient has more decimals than are shown.
            many = self.target.per is not None or self.target.together is Together.MEAN
            cut = ex.raised_at if self.asked.bounds.at_most else ex.floored_root
            return cut(full, decimals) if many else full
        if self.asked.bounds.at_most:
            return ex.raised(full)
        return ex.floored_root(full) if self.rooted else ex.floored(self.c("num"), self.c("den"))

    def kept(self) -> Iterator[tuple[Key, Cell]]:
        """Yield how far a limit is kept: 2 less the part of it that is taken up. Of one below nil the part,
        of nil itself no figure that is shown, and in the score whether it is kept. Of a threshold that is not
        above nil it is the other way round."""
        full, limit, at_most = self.c("full"), self.asked.bounds.asked, self.asked.bounds.at_most
        (p, q), _ = self.sides()
        nil = limit is not None and limit.num == 0
        if self.asked.form == "yes_no" and at_most:
            part, nil = f"1-{full}", False
        elif nil:
            part = f"IF({full}{'<=' if at_most else '>='}0,1,0)"
        else:
            of_it = at_most == (limit is not None and limit.num < 0)
            part = f"{full}*{q}/{p}" if of_it else f"2-{full}*{q}/{p}"
        yield "attained", work(f'IF({full}="","",{part})')
        shown = '""' if nil else ex.floored_root(self.c("attained"))
        yield "attainment", (CellFormula(f'IF({full}="","",{shown})'), "attained")
        yield from self.beyond()

    def thresholds(self, style: str) -> Iterator[tuple[Key, Cell]]:
        """Yield threshold and upper figure as people read them, where there are any."""
        lower, upper = self.asked.bounds.lower, self.asked.bounds.upper
        for key, bound, (num, den) in (("threshold", lower, ("p", "q")), ("upper", upper, ("u", "v"))):
            if bound is not None:
                yield key, (CellFormula(f"{self.c(num)}/{self.c(den)}"), style)

    def status_word(self) -> Cell:
        """Return the word of the status."""
        looked_up = self.layout.word_of(self.c("status"), Status.EXCEEDED, Status.NO_TARGET)
        return CellFormula(looked_up), "status"

    def reason_word(self) -> str:
        """Return the words of the reason that there is."""
        measures = list(self.layout.scorecard.plan.measure)
        last = measures[-1] if measures else "no_figure"
        return self.layout.word_of(self.c("reason"), Reason.INVALID_INPUT, last)

"""Where everything stands, known before a row is written: sheets, data rows, rows of results."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.names import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Status, UnitScore
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, quoted
from lifelong_learning.reports.scorecard_xlsx.verdict import drawn
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.plan import Lang, OtherFigure, Scope, Target
    from lifelong_learning.model.scores import GroupResult, Result, Scorecard
    from lifelong_learning.model.submission import Panel, ReportedFigure, Submission
    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.reports.scorecard_xlsx.paper import Book

IDENTITY = 7
"""Columns of a data sheet before its measures."""

SHEETS = (
    "targets", "charts", "units", "working", "published", "commitments", "findings", "clauses", "words",
    "run",
)  # fmt: skip
"""The sheets beside those of data, one for each kind of unit."""


class DataRow(NamedTuple):
    """One unit in one period: its position in its panel, and the index of its row in the columns."""

    unit: UnitScore
    row: int
    year: int
    period: str


class WorkingRow(NamedTuple):
    """One result on the calculation sheet: of which unit, and the how manieth of its target there."""

    unit: int
    result: Result
    row: int


class Block(NamedTuple):
    """The results of one scope of a target, in rows that follow one another; behind them the units that
    no longer exist and count in the base year's value of a group."""

    asked: Yardstick
    lines: tuple[WorkingRow, ...]
    former: tuple[UnitScore, ...]
    first: int
    last: int


class Layout(Struct):
    """The places of one scorecard's workbook."""

    scorecard: Scorecard
    submission: Submission
    lang: Lang
    names: dict[str, str]
    """The names of the sheets, by what they are called in `SHEETS`, and of those of data by their kind."""
    data_names: dict[str, str]
    data: dict[str, list[DataRow]] = field(default_factory=dict)
    measures: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    districts: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    clauses: dict[str, int] = field(default_factory=dict)
    published: dict[tuple[str, str, int], int] = field(default_factory=dict)
    results_of: dict[int, list[WorkingRow]] = field(default_factory=dict)
    group_cells: dict[str, str] = field(default_factory=dict)
    _group_rows: dict[tuple[str, Scope], int] = field(default_factory=dict)
    _bases: dict[str, list[int]] = field(default_factory=dict)
    _lined: set[str] = field(default_factory=set)
    _at: dict[tuple[str, str, int, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, scorecard: Scorecard, submission: Submission, lang: Lang, book: Book) -> Layout:
        """Return where everything of a scorecard will stand."""
        kinds = {kind.id: labels.kind(scorecard.plan, kind.id, lang) for kind in scorecard.plan.kinds}
        data = {id_: book.name(word("scorecard.sheet_data", lang, kind=kind)) for id_, kind in kinds.items()}
        names = {key: book.name(word(f"scorecard.sheet_{key}", lang)) for key in SHEETS}
        layout = cls(scorecard, submission, lang, names, data)
        layout._place_data()
        layout._place_results()
        layout._place_words()
        found = {group.district for group in scorecard.groups if group.district is not None}
        in_order = sorted(found, key=collation_key)
        layout.districts = {name: number for number, name in enumerate(in_order, 1)}
        layout._place_groups()
        for number, figure in enumerate(submission.reported):
            place = figure.place
            layout.published[place.file, f"{place.sheet}!{place.cell}", figure.year] = FIRST_ROW + number
        return layout

    @property
    def has_districts(self) -> bool:
        """Tell whether the plan has districts, or a row says its own all the same."""
        card, published = self.scorecard, self.submission.reported
        return (
            card.plan.has_districts(card.year, card.period)
            or any(unit.identity.district for unit in card.units)
            or any(figure.district for figure in published)
        )

    def word(self, name: str, **arguments: object) -> str:
        """Return a word of this workbook."""
        return word(f"scorecard.{name}", self.lang, **arguments)

    def when(self) -> str:
        """Return the evaluated period in words."""
        card = self.scorecard
        return labels.year_and_period(card.plan, card.year, card.period, self.lang)

    def data_cell(self, unit: UnitScore, measure: str, year: int) -> str | None:
        """Return the cell of a figure in the evaluated kind of period; None where no row holds one."""
        return self._data_cell(unit.kind, unit.identity.code, measure, year)

    def _data_cell(self, kind: str, code: str, measure: str, year: int) -> str | None:
        columns = self.measures.get(kind, [])
        row = self._at.get((kind, code, year, self.scorecard.period))
        if row is None or measure not in columns:
            return None
        letters = column_letters(IDENTITY + 1 + columns.index(measure))
        return f"{quoted(self.data_names[kind])}!{letters}{row}"

    def earlier_cells(
        self, unit: UnitScore, target: Target, measures: Sequence[str], year: int
    ) -> list[str | None]:
        """Return the cells that a figure of another year is summed from: a unit's own, and of a growth or
        a ratio those of the units that it took over since."""
        code, found = unit.identity.code, self.scorecard.successions.get(unit.kind)
        codes = [code]
        if found is not None and target.kind not in (IndicatorKind.COVERAGE, IndicatorKind.COUNT):
            codes = found.members(code, year, self.scorecard.period)
        return [self._data_cell(unit.kind, one, measure, year) for measure in measures for one in codes]

    def own_cells(
        self, unit: UnitScore, target: Target, measures: Sequence[str], year: int
    ) -> list[str | None]:
        """Return the cells of the sum that a unit alone adds to its group's value of the base year; of a
        year before with those of the units that it had taken over by the base year."""
        found = self.scorecard.successions.get(unit.kind)
        by_then = None if found is None else found.as_of(target.base_year)
        code = unit.identity.code
        codes = [code]
        if by_then is not None:
            codes = by_then.members(code, year, self.scorecard.period)
        return [self._data_cell(unit.kind, one, measure, year) for measure in measures for one in codes]

    def group_row(self, like: OtherFigure) -> int | None:
        """Return the row of the result that another target has for one of its scopes as a whole; None where
        it is not listed."""
        return self._group_rows.get((like.target, like.scope))

    def there(self, part: str, row: int) -> str:
        """Return a cell of a group's row, as other sheets name it: its numerator or its divisor."""
        return f"{quoted(self.names['targets'])}!{self.group_cells[part]}{row}"

    def published_cell(self, figure: ReportedFigure) -> str:
        """Return the cell of a published figure."""
        place = figure.place
        row = self.published[place.file, f"{place.sheet}!{place.cell}", figure.year]
        return f"{quoted(self.names['published'])}!$G${row}"

    def clause(self, id_: str) -> str:
        """Return the place of a target's or commitment's clause."""
        return f"{quoted(self.names['clauses'])}!A{self.clauses[id_]}"

    def word_of(self, cell: str, first: str, last: str) -> str:
        """Return the expression that looks up a word by its id between two ids of the list."""
        sheet = quoted(self.names["words"])
        one, two = self.words[first], self.words[last]
        return f"INDEX({sheet}!$B${one}:$B${two},MATCH({cell},{sheet}!$A${one}:$A${two},0))"

    def word_at(self, id_: str) -> str:
        """Return the cell of a word of the list."""
        return f"{quoted(self.names['words'])}!$B${self.words[id_]}"

    def verdict_ids(self) -> str:
        """Return the range of the ids of verdicts."""
        first = self.words[Status.EXCEEDED]
        last = self.words[Status.PENDING]
        return f"{quoted(self.names['words'])}!$A${first}:$A${last}"

    def panel(self, kind: str) -> Panel | None:
        """Return the panel of a kind."""
        return self.submission.panels.get(kind)

    def in_group(self, unit: UnitScore, year: int) -> int:
        """Return 1 where a unit counts in groups in a year, else 0."""
        return int((unit.kind, unit.identity.code) in self.scorecard.members[year])

    def _place_data(self) -> None:
        plan = self.scorecard.plan
        needed = {measure for target in plan.targets for measure in target.measures}
        for kind in plan.kinds:
            panel = self.panel(kind.id)
            rows = [] if panel is None else list(self._rows(kind.id, panel))
            self.data[kind.id] = rows
            known = set() if panel is None else set(panel.measures)
            self.measures[kind.id] = [m.id for m in plan.measures_of(kind.id) if m.id in known | needed]
            for number, found in enumerate(rows, FIRST_ROW):
                self._at[kind.id, found.unit.identity.code, found.year, found.period] = number

    def _rows(self, kind: str, panel: Panel) -> Iterator[DataRow]:
        positions = {code: position for position, code in enumerate(panel.codes)}
        ends = self.scorecard.plan.period_ends
        periods = sorted(panel.at, key=lambda key: (key[0], key[1] == "year", ends[key[1]], key[1]))
        for unit in (*self.scorecard.units, *self._behind(kind, panel)):
            position = positions.get(unit.identity.code) if unit.kind == kind else None
            if position is None:
                continue
            for year, period in periods:
                row = panel.at[year, period][position]
                if row >= 0:
                    yield DataRow(unit, row, year, period)

    def _behind(self, kind: str, panel: Panel) -> Iterator[UnitScore]:
        """Yield units without results whose figures stand behind those of others: units that no longer
        exist, of which groups had a value in the base year, and units that others took over."""
        card = self.scorecard
        yield from (unit for unit in card.former if unit.kind == kind)
        succession = card.successions.get(kind)
        if succession is None:
            return
        listed = {unit.identity.code for unit in (*card.units, *card.former) if unit.kind == kind}
        codes = {code for heir in listed for code in succession.taken.get(heir, ())} - listed
        identities = panel.identities(card.year, card.period) if codes else []
        for code in sorted(codes & succession.positions.keys()):
            position = succession.positions[code]
            yield UnitScore(kind, position, identities[position], (), None, None)

    def _place_results(self) -> None:
        found: dict[tuple[str, Scope], list[tuple[int, Result]]] = {}
        targets: dict[str, Target] = {}
        for number, unit in enumerate(self.scorecard.units):
            for result in unit.results:
                targets[result.target.id] = result.target
                found.setdefault((result.target.id, result.scope), []).append((number, result))
        row = FIRST_ROW
        years: set[int] = {self.scorecard.year}
        for target in self.scorecard.plan.targets:
            for scoped in target.scopes:
                results = found.get((target.id, scoped.scope))
                if not results:
                    continue
                asked = results[0][1].yardstick
                lines = tuple(WorkingRow(n, result, row + i) for i, (n, result) in enumerate(results))
                former = tuple(self._former(asked))
                if drawn(asked):
                    self._lined.add(target.id)
                self.blocks.append(Block(asked, lines, former, row, row + len(lines) + len(former) - 1))
                for line in lines:
                    self.results_of.setdefault(line.unit, []).append(line)
                row += len(lines) + len(former)
                years.update(self.base_years(target), self.line_years(target))
        self.years = sorted(years)

    def _former(self, asked: Yardstick) -> Iterator[UnitScore]:
        """Yield the units that a group's line starts from, of those that no longer exist."""
        target = asked.target
        for unit in self.scorecard.former if drawn(asked) else ():
            who = unit.identity
            within = unit.kind in target.kinds and asked.scope.holds(who.level, who.area)
            if within and asked.scope.takes(who.code) and self.in_group(unit, target.base_year):
                yield unit

    def base_years(self, target: Target) -> list[int]:
        """Return the years that a growth may be counted from, of those that anybody wrote of."""
        if target.id not in self._bases:
            self._bases[target.id] = list(self._written(target))
        return self._bases[target.id]

    def _written(self, target: Target) -> Iterator[int]:
        year, period = self.scorecard.year, self.scorecard.period
        if target.kind is IndicatorKind.GROWTH_YEARLY:
            yield year - 1
        elif target.kind is IndicatorKind.GROWTH_AVERAGE:
            panels = [panel for kind in target.kinds if (panel := self.panel(kind)) is not None]
            written = {y for panel in panels for y, p in panel.at if p == period}
            yield from (y for y in sorted(written) if target.base_year <= y < year)

    def line_years(self, target: Target) -> list[int]:
        """Return the years whose figures give the base year's value, where a line may be drawn."""
        if target.id not in self._lined:
            return []
        before = [target.base_year - 1] if target.kind is IndicatorKind.GROWTH_YEARLY else []
        return [*before, target.base_year]

    def all_line_years(self, targets: Iterable[Target]) -> set[int]:
        """Return the years whose figures give the base year's value of any of some targets."""
        return {year for target in targets for year in self.line_years(target)}

    def _place_groups(self) -> None:
        whole = (group for group in self.scorecard.groups if group.district is None)
        for number, group in enumerate(whole, FIRST_ROW):
            self._group_rows[group.target.id, group.scope] = number

    def _place_words(self) -> None:
        from lifelong_learning.model.scores import Reason

        ids: list[str] = [*Status, *Reason, "no_figure", *self.scorecard.plan.measure]
        self.words = {str(name): FIRST_ROW + number for number, name in enumerate(ids)}
        plan = self.scorecard.plan
        listed = [*plan.target, *(commitment.id for commitment in plan.commitments)]
        self.clauses = {name: FIRST_ROW + number for number, name in enumerate(listed)}


def in_order(scorecard: Scorecard) -> list[GroupResult]:
    """Return the groups as the sheet of targets lists them: the whole first, then each district."""
    return sorted(scorecard.groups, key=lambda group: collation_key(group.district or ""))

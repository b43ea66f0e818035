"""A target's outcome as a sentence: the value, the verdict, the year before, the way to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Exact, Reason, Status
from lifelong_learning.reports.document.blocks import Paragraph, TableCell
from lifelong_learning.reports.view import figures, labels, planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import GroupResult
    from lifelong_learning.reports.document.blocks import Block, Table
    from lifelong_learning.reports.summary.records import TargetRecord, Year

GROWTH = (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)


class Wording:
    """Writes the targets of one plan, year and period in one language."""

    def __init__(self, plan: Plan, year: int, period: str, lang: Lang) -> None:
        self.plan, self.year, self.period, self.lang = plan, year, period, lang

    def word(self, key: str, **places: object) -> str:
        """Return a text of the summary."""
        return word(f"summary.{key}", self.lang, **places)

    def by_district(self, key: str) -> str:
        """Return a text that names what the plan calls a district."""
        return self.word(key, place=labels.within(labels.column(self.plan, "district", self.lang)))

    def name(self, group: GroupResult) -> str:
        """Return a target with what narrows it."""
        scope = labels.scope(self.plan, group.scope, self.lang)
        label = group.target.label.of(self.lang)
        return f"{label} ({scope.lower()})" if scope else label

    def value(self, group: GroupResult) -> str:
        """Return a value as it is said: up 11.43%, down 13%, 100%."""
        shown = figures.value(group.value, self.lang)
        if group.target.kind not in GROWTH or group.value is None:
            return shown
        falls = group.value.exact.num < 0
        return self.word("falls" if falls else "rises", figure=shown.removeprefix("-"))

    def status(self, group: GroupResult) -> str:
        """Return the verdict in a word, a provisional one marked."""
        status = labels.status(group.status, self.lang)
        return self.word("provisional_mark", status=status) if group.provisional else status

    def sentences(self, record: TargetRecord) -> str:
        """Return all that is said of one target."""
        return " ".join(self._sentences(record))

    def _sentences(self, record: TargetRecord) -> Iterator[str]:
        group = record.result
        key = "sentence_none" if group.value is None else "sentence"
        yield self.word(key, what=self.name(group), value=self.value(group), verdict=self.verdict(group))
        yield from self._before(record)
        yield from self._way(record)
        yield from self._years(record)
        if record.note:
            missed = group.status in (Status.NOT_MET, Status.BEHIND)
            yield self.word("s_reason" if missed else "s_remark", note=record.note)

    def verdict(self, group: GroupResult) -> str:
        """Return the verdict in words, with what it rests on where it is provisional."""
        said = self.word(self._verdict_key(group), **self._verdict_places(group))
        proven = (
            group.target.kind is IndicatorKind.COVERAGE and bool(group.left_out) and bool(group.reporting)
        )
        if proven and group.reason != Reason.UNDETERMINED:
            return self.word("proven", verdict=said, reporting=group.reporting, members=group.members)
        if not group.provisional:
            return said
        return self.word("provisional", reporting=group.reporting, members=group.members, verdict=said)

    def _verdict_key(self, group: GroupResult) -> str:
        status = group.status
        if group.reason == Reason.UNDETERMINED:
            return "v_undetermined"
        if group.yardstick.half_of_flow and status in (Status.ON_TRACK, Status.BEHIND):
            return f"v_half_{status.value}"
        return f"v_{status.value}"

    def _verdict_places(self, group: GroupResult) -> dict[str, object]:
        return {
            "threshold": self._plain(self.threshold(group)),
            "asked": self._asked(group),
            "attainment": figures.optional_percent(group.attainment, self.lang),
            "why": labels.reason(self.plan, group.status, group.reason, self.lang),
            "reporting": group.reporting,
            "members": group.members,
        }

    def _asked(self, group: GroupResult) -> str:
        """Return what a group not yet due is held against: with its year, and with what follows."""
        dated = planned.asked(group.target, group.scope, self.year, self.lang)
        if dated is not None:
            return self._plain(dated)
        threshold = self._plain(self.threshold(group))
        return self.word("asked", threshold=threshold, year=group.target.target_year)

    def _plain(self, thresholds: str) -> str:
        return thresholds.replace(word("report.at_least", self.lang, figure=""), "")

    def _before(self, record: TargetRecord) -> Iterator[str]:
        before, change = record.before, record.change
        if before is None or before.value is None or record.result.value is None:
            return
        value, year = self.value(before), self.year - 1
        if change is None:
            if record.apart:
                why = self.word("incomparable_why", count=figures.count(record.apart, self.lang))
                yield self.word("s_before", year=year, value=value, change=why)
            return
        if change.num == 0:
            yield self.word("s_same", year=year, value=value)
            return
        size = self.size(change, record.result)
        said = self.word("rises" if change.num > 0 else "falls", figure=size)
        yield self.word("s_before", year=year, value=value, change=said)

    def _way(self, record: TargetRecord) -> Iterator[str]:
        group, standing = record.result, record.standing
        target = group.target
        if record.distance is not None and group.status not in (Status.MET, Status.EXCEEDED):
            size = self.size(record.distance, group)
            key = "s_line_below" if record.distance.num < 0 else "s_line_above"
            ahead = [year for year, _ in standing.path if year >= self.year]
            yield self.word(key, distance=size, year=min(ahead, default=target.target_year))
        if standing.needed is not None:
            grows = target.kind in GROWTH
            key = "s_needed_growth" if grows else "s_needed"
            needed = self.needed(record, "points_long")
            yield self.word(key, year=target.target_year, needed=needed)

    def size(self, difference: Exact, group: GroupResult) -> str:
        """Return the size of a difference as tables show it: in percentage points or, of counts, a number."""
        shown = difference if group.bounds.form == "count" else _hundred(difference)
        text = figures.decimal(shown, self.lang).removeprefix("-")
        return text if group.bounds.form == "count" else self.word("points_long", figure=text)

    def needed(self, record: TargetRecord, points: str) -> str:
        """Return what is needed a year, rounded up: a rate of a growth, points of a share."""
        needed = record.standing.needed
        if needed is None:
            return word("report.none", self.lang)
        if record.result.bounds.form == "count":
            # Rounded up like a percentage: the negative is floored.
            raised = -needed._replace(num=-needed.num).floored(2)
            return figures.decimal(Exact(raised, 100), self.lang)
        shown = figures.percent_up(needed, self.lang)
        grows = record.result.target.kind in GROWTH
        return shown if grows else self.word(points, figure=shown.removesuffix("%"))

    def _years(self, record: TargetRecord) -> Iterator[str]:
        target = record.result.target
        told = [year for year in record.years if year.part is not None]
        ratio = target.kind is IndicatorKind.RATIO and target.due is Due.EACH_YEAR
        if not ratio or len(told) < 2:
            return
        names = [
            " + ".join(self.plan.measure[m].label.of(self.lang) for m in measures)
            for measures in (target.numerator, target.denominator)
        ]
        whole = labels.within(names[1])
        years = "; ".join(map(self._year, told))
        yield self.word("s_years", part=names[0], whole=whole, years=years)

    def _year(self, year: Year) -> str:
        group = year.result
        excess, lower = group.excess, group.bounds.lower
        places = {
            "year": year.year,
            "part": figures.count(year.part or 0, self.lang),
            "whole": figures.count(year.whole or 0, self.lang),
            "status": self.status(group),
            "value": figures.value(group.value, self.lang),
            "excess": figures.optional_percent(excess, self.lang),
        }
        assigned = lower is not None and lower.num == lower.den
        over = assigned and group.status is Status.EXCEEDED and not group.provisional
        return self.word(
            "y_over" if over else "y_at" if assigned and group.status is Status.MET else "y_share", **places
        )

    # Cells of tables.

    def value_cell(self, group: GroupResult | None) -> TableCell:
        """Return a value for a table."""
        if group is None or group.value is None:
            return self.none()
        form: Literal["count", "percent"] = "count" if group.value.form == "count" else "percent"
        text = figures.value(group.value, self.lang)
        return TableCell(text, None, plain(group.value.exact, form), form)

    def changed_cell(self, record: TargetRecord) -> TableCell:
        """Return the change on the year before; words where the two figures cannot be compared."""
        before, group = record.before, record.result
        if record.change is None and before is not None and before.value is not None and group.value:
            return self.incomparable()
        return self.change_cell(record.change, group)

    def incomparable(self) -> TableCell:
        """Return the cell of two figures whose difference could come of a missing report."""
        return TableCell(self.word("incomparable"))

    def noted(self, table: Table) -> Iterator[Block]:
        """Yield a table, and under it why some of its figures cannot be compared."""
        yield table
        apart = self.incomparable()
        if any(apart in row.cells for row in table.rows):
            yield Paragraph(self.word("incomparable_note"), "quiet")

    def change_cell(self, change: Exact | None, group: GroupResult) -> TableCell:
        """Return a difference for a table, with its sign: points, or a number for counts."""
        if change is None:
            return self.none()
        shown = change if group.bounds.form == "count" else _hundred(change)
        text = figures.decimal(shown, self.lang)
        sign = "+" if change.num > 0 and not text.startswith("-") and text != "0" else ""
        if group.bounds.form == "count" and change.den == 1:
            return TableCell(f"{sign}{figures.count(change.num, self.lang)}", None, change.num, "count")
        return TableCell(f"{sign}{text}", None, shown.floored(2) / 100, "decimal")

    def status_cell(self, group: GroupResult) -> TableCell:
        """Return the verdict for a table."""
        return TableCell(self.status(group), group.status)

    def percent_cell(self, figure: Exact | None) -> TableCell:
        """Return a fraction as a percentage for a table."""
        if figure is None:
            return self.none()
        return TableCell(figures.percent(figure, self.lang), None, plain(figure, "percent"), "percent")

    def score_cell(self, score: Exact | None) -> TableCell:
        """Return a score for a table."""
        if score is None:
            return self.none()
        return TableCell(figures.score(score, self.lang), None, score.floored(1) / 10, "decimal")

    def count_cell(self, number: int) -> TableCell:
        """Return a number for a table."""
        return TableCell(figures.count(number, self.lang), None, number, "count")

    def none(self) -> TableCell:
        """Return the cell of nothing."""
        return TableCell(word("report.none", self.lang))

    def threshold(self, group: GroupResult) -> str:
        """Return what a group is held against."""
        return figures.threshold(group.bounds, group.target, self.lang)


def plain(figure: Exact, form: str) -> float | int:
    """Return a figure for a spreadsheet, floored as it is printed."""
    if form == "count":
        return figure.num // figure.den
    return figure.floored(4) / 10_000


def _hundred(figure: Exact) -> Exact:
    return figure._replace(num=figure.num * 100)

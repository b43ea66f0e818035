"""Targets, figures and units in the words and cells of a report, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Exact, Reason, Status
from lifelong_learning.reports.document.blocks import Paragraph, TableCell
from lifelong_learning.reports.view import figures, labels, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Lang, Plan, Scale, Scope, Target
    from lifelong_learning.model.scores import GroupResult, UnitScore
    from lifelong_learning.reports.document.blocks import Block, Table
    from lifelong_learning.reports.summary.records import TargetRecord

GROWTH = (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
MISSED = (Status.NOT_MET, Status.BEHIND)
REACHED = (Status.EXCEEDED, Status.MET)
HALVED = (Status.ON_TRACK, Status.BEHIND)
LIMITED = (
    "v_exceeded", "v_exceeded_alone", "v_met", "v_not_met", "v_on_track", "v_behind", "v_pending",
    "v_part_on_track", "v_part_behind", "from_threshold", "from_line", "needed", "needed_growth",
    "needed_next",
)  # fmt: skip
"""The words that are others where a figure is not to be passed."""
FALLING = ("v_exceeded_alone", "v_met", "v_not_met", "from_threshold", "needed_growth", "needed_next")
"""The words that are others where a fall is asked for."""
FLOORED = ("v_exceeded_alone", "v_met", "v_not_met")
"""The words that are others where no more than a fall is allowed."""
NAMES_SHOWN = 10


class SummaryWords:
    """Writes the targets of one plan, year and period in one language."""

    def __init__(self, plan: Plan, year: int, period: str, lang: Lang) -> None:
        self.plan, self.year, self.period, self.lang = plan, year, period, lang

    def word(self, key: str, **places: object) -> str:
        """Return a text of the report; whole numbers among its places are written as the language does."""
        shown = {
            name: figures.count(place, self.lang) if isinstance(place, int) and "year" not in name else place
            for name, place in places.items()
        }
        return word(f"summary.{key}", self.lang, **shown)

    def by_district(self, key: str) -> str:
        """Return a text that names what the plan calls a district."""
        return self.word(key, place=labels.within(labels.column(self.plan, "district", self.lang)))

    def when(self) -> str:
        """Return the year, and the period where it is not the whole year, as it stands within a sentence."""
        if self.period == "year":
            return self.word("when_year", year=self.year)
        return self.word("when_period", period=self._period(), year=self.year)

    def _period(self) -> str:
        return labels.within(labels.period(self.plan, self.period, self.lang))

    def document(self) -> str:
        """Return the plan's document as a whole, without the part of it that the plan is."""
        document, _, part = self.plan.document.of(self.lang).rpartition(", ")
        parts = self.word("part_of_document")
        return document if part.lower().startswith(parts) else self.plan.document.of(self.lang)

    # Targets.

    def label(self, target: Target) -> str:
        """Return a target's label."""
        return target.label.of(self.lang)

    def scope(self, scope: Scope) -> str:
        """Return what a scope narrows to, within a sentence: "" where it takes every unit."""
        return labels.scope_within(self.plan, scope, self.lang)

    def name(self, group: GroupResult) -> str:
        """Return a target with what narrows it, where it has several scopes."""
        scope = self.scope(group.scope) if len(group.target.scopes) > 1 else ""
        return f"{self.label(group.target)} ({scope})" if scope else self.label(group.target)

    def value(self, group: GroupResult) -> str:
        """Return a value as it is said: down 13%, 100%, in Vietnamese 6 cuộc."""
        shown = figures.value(group.value, self.lang)
        if group.value is None:
            return shown
        if group.target.kind in GROWTH and group.value.exact.num < 0:
            return self.word("falls", figure=shown.removeprefix("-"))
        if group.value.form == "count" and self.lang == "vi" and group.value.scale.unit is None:
            return f"{shown} {self._counted(group.target)}".rstrip()
        return shown

    def _counted(self, target: Target) -> str:
        """Return the word of measure with which a Vietnamese label begins: "Số cuộc triển lãm"."""
        first, _, rest = target.label.vi.partition(" ")
        unit = rest.partition(" ")[0]
        counts = first == self.word("number_of")
        return unit if counts and unit in self.plan.words_of_measure else ""

    def status(self, group: GroupResult) -> str:
        """Return the verdict in a word, a provisional one marked."""
        status = labels.status(group.status, self.lang)
        return self.word("provisional_mark", status=status) if group.provisional else status

    def threshold(self, group: GroupResult) -> str:
        """Return what a group is held against, for a table."""
        return figures.threshold(group.bounds, group.target, self.lang)

    def asked(self, group: GroupResult) -> str:
        """Return what a group is held against, within a sentence: 50%, 10–15%; of a fall how much it is."""
        shown = self._bare(self.threshold(group))
        return shown.removeprefix("-") if _falls(group) and group.bounds.at_most else shown

    def _bare(self, thresholds: str) -> str:
        for sign in ("report.at_least", "report.at_most"):
            thresholds = thresholds.replace(word(sign, self.lang, figure=""), "")
        return thresholds

    def of(self, group: GroupResult, key: str, **places: object) -> str:
        """Return a word for a target, another where its figure is one not to be passed."""
        return self.word(f"{key}{_turn(group, key)}", **places)

    def outcome(self, record: TargetRecord) -> str:
        """Return the value with what it rests on, the verdict, and the change on the year before."""
        return ", ".join(filter(None, (self.verdict(record.result), self._changed(record))))

    def verdict(self, group: GroupResult) -> str:
        """Return the value with what it rests on, and the verdict."""
        verdict = self.of(group, self._verdict_key(group), **self._verdict_places(group))
        return verdict if group.value is None else f"{self.value(group)}{self._basis(group)}, {verdict}"

    def _basis(self, group: GroupResult) -> str:
        """Return how many units stand behind a value, where some are missing."""
        proven = group.target.kind is IndicatorKind.COVERAGE and group.left_out and group.reporting
        if not group.provisional and not proven:
            return ""
        key = "provisional_basis" if group.provisional else "basis"
        return f" ({self.word(key, reporting=group.reporting, members=group.members)})"

    def _verdict_key(self, group: GroupResult) -> str:
        status = group.status
        if group.reason == Reason.UNDETERMINED:
            return "v_undetermined"
        if status in HALVED and group.yardstick.part is not None:
            return f"v_part_{status.value}"
        if status is Status.EXCEEDED and figures.beyond(group) is None:
            return "v_exceeded_alone"
        exactly = figures.value(group.value, self.lang) == self.asked(group)
        if status is Status.MET and exactly and not group.bounds.at_most and not _falls(group):
            return "v_met_exactly"
        return f"v_{status.value}"

    def _verdict_places(self, group: GroupResult) -> dict[str, object]:
        beyond = figures.beyond(group)
        dated = self._bare(targets.asked(group.target, group.scope, self.year, self.lang) or "")
        return {
            "threshold": self.asked(group),
            "asked": dated or self.word("asked", figure=self.asked(group), year=group.target.target_year),
            "beyond": "" if beyond is None else figures.percent(beyond, self.lang),
            "why": labels.reason(self.plan, group.status, group.reason, self.lang),
            "share": figures.share(group.yardstick.part or 1, self.lang),
        }

    def _changed(self, record: TargetRecord) -> str:
        """Return a change on the year before; nothing where there is none, or none that can be told."""
        change = record.change
        if change is None or change.num == 0:
            return ""
        key = "rose" if change.num > 0 else "fell"
        return self.word(key, size=self.size(change, record.result), year=self.year - 1)

    def size(self, difference: Exact, group: GroupResult) -> str:
        """Return the size of a difference as tables show it: in percentage points or, of counts, a number."""
        scale = group.bounds.scale
        if scale.form != "count":
            text = figures.decimal(_hundred(difference), self.lang).removeprefix("-")
            return self.word("points", figure=text)
        return figures.on_scale(difference, scale, self.lang).removeprefix("-")

    def needed(self, record: TargetRecord) -> str:
        """Return what is needed a year, rounded up, or down to a limit, for a table: a rate of growth, points
        of a share."""
        needed, bounds = record.standing.needed, record.result.bounds
        if needed is None:
            return word("report.none", self.lang)
        if bounds.form == "count":
            # Rounded up like a percentage: the negative is floored.
            cut = needed.floored(2) if bounds.at_most else -needed._replace(num=-needed.num).floored(2)
            return figures.on_scale(Exact(cut, 100), bounds.scale, self.lang)
        shown = (figures.percent if bounds.at_most else figures.percent_up)(needed, self.lang)
        return shown if record.result.target.kind in GROWTH else shown.removesuffix("%").rstrip()

    def task(self, record: TargetRecord) -> str:
        """Return the sentence that says what is needed a year."""
        group, needed = record.result, self.needed(record)
        growing = group.target.kind in GROWTH
        if group.bounds.at_most and (not growing or _falls(group)):
            needed = needed.removeprefix("-")
        if not growing and group.bounds.form != "count":
            needed = self.word("points", figure=needed)
        key = "needed_growth" if growing else "needed"
        about, dated = self.about(group), group.yardstick.dated
        if len(dated) > 1:
            about["threshold"] = figures.on_scale(dated[-1][1], group.bounds.scale, self.lang)
        return self.of(group, key, needed=needed, **about)

    def about(self, group: GroupResult) -> dict[str, object]:
        """Return what a task names: the target, its figure, its year."""
        return {
            "target": self.name(group), "threshold": self.asked(group), "year": group.target.target_year
        }  # fmt: skip

    # Units.

    def unit(self, unit: UnitScore) -> str:
        """Return a unit's name, or its code where it has none."""
        return unit.identity.name or unit.identity.code

    def units(self, units: Sequence[UnitScore]) -> str:
        """Return the names of units, and how many more there are."""
        names = ", ".join(self.unit(unit) for unit in units[:NAMES_SHOWN])
        more = len(units) - NAMES_SHOWN
        return self.word("and_more", names=names, count=more) if more > 0 else names

    # Cells of tables.

    def value_cell(self, group: GroupResult | None) -> TableCell:
        """Return a value for a table."""
        if group is None or group.value is None:
            return self.none()
        scale = group.value.scale
        text = figures.value(group.value, self.lang)
        exact, up = group.value.exact, group.value.up
        number = -_plain(exact._replace(num=-exact.num), scale) if up else _plain(exact, scale)
        return self._scaled(text, number, scale)

    def _scaled(self, text: str, number: float, scale: Scale) -> TableCell:
        """Return a figure for a table, with the unit that it is in."""
        if scale.form != "count":
            return TableCell(text, None, number, "percent")
        form: Literal["count", "amount"] = "count" if number == int(number) else "amount"
        return TableCell(
            text, None, number, form, "" if scale.unit is None else figures.tail(scale, self.lang)
        )

    def figure_cell(self, figure: Exact, group: GroupResult) -> TableCell:
        """Return a plain figure that a value is held against, for a table."""
        scale = group.bounds.scale
        text, tail = figures.on_scale(figure, scale, self.lang), figures.tail(scale, self.lang)
        return TableCell(text, None, figure.floored(2) / 100, "decimal", tail)

    def changed_cell(self, record: TargetRecord) -> TableCell:
        """Return the change on the year before; a mark where the two figures cannot be compared."""
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
        counted = group.bounds.form == "count"
        if counted and change.num % change.den == 0:
            change = Exact(change.num // change.den, 1)
        if counted and change.den == 1:
            sign = "+" if change.num > 0 else ""
            tail = figures.tail(group.bounds.scale, self.lang)
            text = f"{sign}{figures.count(change.num, self.lang)}{tail}"
            return TableCell(text, None, change.num, "count", tail)
        return self._signed(change if counted else _hundred(change), 2)

    def score_change(self, change: Exact) -> TableCell:
        """Return a difference of two scores, with its sign."""
        return self._signed(change, 1)

    def _signed(self, figure: Exact, decimals: int) -> TableCell:
        text = figures.decimal(figure, self.lang, decimals)
        sign = "+" if figure.num > 0 and text != "0" else ""
        number = figure.floored(decimals) / 10**decimals
        return TableCell(f"{sign}{text}", None, number, "decimal")

    def attained_cell(self, group: GroupResult) -> TableCell:
        """Return what is attained of a target; a dash below nil."""
        attained = group.attainment
        return self.percent_cell(None if attained is not None and attained.num < 0 else attained)

    def status_cell(self, group: GroupResult) -> TableCell:
        """Return the verdict for a table."""
        return TableCell(self.status(group), group.status)

    def percent_cell(self, figure: Exact | None) -> TableCell:
        """Return a fraction as a percentage for a table."""
        if figure is None:
            return self.none()
        return TableCell(figures.percent(figure, self.lang), None, figure.floored(4) / 10_000, "percent")

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


def _plain(figure: Exact, scale: Scale) -> float | int:
    """Return a figure for a spreadsheet, floored as it is printed."""
    if scale.form != "count":
        return figure.floored(4) / 10_000
    floored = Exact(figure.floored(scale.decimals), 10**scale.decimals)
    return floored.as_written()


def _falls(group: GroupResult) -> bool:
    """Tell whether the figure of a growth is a fall."""
    asked = group.bounds.asked
    return group.target.kind in GROWTH and asked is not None and asked.num < 0


def _turn(group: GroupResult, key: str) -> str:
    """Return which words of a key are meant: those of a limit, of a fall that is asked for, or allowed."""
    if _falls(group) and key in (FALLING if group.bounds.at_most else FLOORED):
        return "_fall" if group.bounds.at_most else "_floor"
    return "_limit" if group.bounds.at_most and key in LIMITED else ""


def _hundred(figure: Exact) -> Exact:
    return figure._replace(num=figure.num * 100)

"""Parts III and IV of a report: what went well, what did not and why, and what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.plan import Due
from lifelong_learning.model.scores import VERDICTS, Status
from lifelong_learning.reports.document.blocks import Paragraph
from lifelong_learning.reports.summary.wording import MISSED, REACHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.model.scores import Exact
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Miss, Records, TargetRecord, UnitRecord
    from lifelong_learning.reports.summary.wording import SummaryWords

    References = Mapping[str, str]
    """The labels of the appendices by what they hold: "units": "Appendix IV"."""

MOVED_SHOWN = 3
CAUSES_SHOWN = 3


def strengths(whole: Sequence[TargetRecord], records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield the targets that were exceeded, the units that met all of theirs, and those that improved."""
    exceeded = [record.result for record in whole if record.result.status is Status.EXCEEDED]
    key = "exceeded" if exceeded else "exceeded_none"
    yield Paragraph(words.word(key, count=len(exceeded)))
    yield from (Paragraph(f"{words.name(one)}: {words.verdict(one)}.", "item") for one in exceeded)
    full = [record.unit for record in records.scored if _all_met(record)]
    if full:
        yield Paragraph(words.word("units_full", count=len(full), units=words.units(full)))
    if records.improved:
        yield Paragraph(_moved("units_improved", records.improved, words))


def _all_met(record: UnitRecord) -> bool:
    """Tell whether a unit reached every one of its targets, all of them judged."""
    score, complete = record.unit.score, record.unit.completeness
    return (
        score is not None
        and score.num == 100 * score.den
        and complete is not None
        and complete.num == complete.den
    )


def _moved(key: str, found: Sequence[UnitRecord], words: SummaryWords) -> str:
    shown = [
        words.word(f"{key}_one", unit=words.unit(record.unit), points=_points(record.change, words))
        for record in found[:MOVED_SHOWN]
        if record.change is not None
    ]
    told = key if len(found) > MOVED_SHOWN else f"{key}_all"
    return words.word(told, count=len(found), year=words.year - 1, units=", ".join(shown))


def _points(change: Exact, words: SummaryWords) -> str:
    return words.score_change(change).text.lstrip("+-")


def shortcomings(
    whole: Sequence[TargetRecord], records: Records, words: SummaryWords, refs: References
) -> Iterator[Block]:
    """Yield the targets that were missed or are behind, with the distance, and how many units miss one."""
    missed = [record for record in whole if record.result.status in MISSED]
    judged = any(record.result.status in VERDICTS for record in whole)
    key = "missed" if missed else "missed_none" if judged else "no_groups"
    yield Paragraph(words.word(key, count=len(missed)))
    for record in missed:
        parts = filter(None, (words.verdict(record.result), _distance(record, words)))
        yield Paragraph(f"{words.name(record.result)}: {', '.join(parts)}.", "item")
    if records.misses:
        count = sum(len(miss.results) for miss in records.misses)
        yield Paragraph(
            words.word("units_missing", units=len(records.misses), count=count, appendix=refs["explanations"])
        )
    if records.fallen:
        yield Paragraph(_moved("units_fallen", records.fallen, words))


def _distance(record: TargetRecord, words: SummaryWords) -> str:
    """Return how far a value lies from the line, or from the threshold where it is due."""
    group = record.result
    due = group.status is Status.NOT_MET
    distance: Exact | None = record.gap if due else record.distance
    if distance is None or distance.num == 0:
        return ""
    key = "from_threshold" if due else "from_line"
    return words.of(group, key, size=words.size(distance, group), year=words.year)


def causes(records: Records, words: SummaryWords, refs: References) -> Iterator[Block]:
    """Yield how many units explained what they missed, and their explanations by target, each once: where
    the first of its targets stands."""
    explained = [miss for miss in records.misses if miss.note]
    silent = len(records.misses) - len(explained)
    yield Paragraph(words.word(_explained(len(explained), silent), explained=len(explained), silent=silent))
    yield from _published(records, words)
    for target in words.plan.targets:
        first = [miss for miss in explained if miss.results[0].target is target]
        if first:
            yield Paragraph(_cause(words.label(target), first, words, refs), "item")


def _explained(explained: int, silent: int) -> str:
    if explained:
        return "causes" if silent else "causes_all"
    return "causes_none" if silent else "causes_needless"


def _published(records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield what was noted beside published figures that miss their targets."""
    for record in records.targets:
        if record.note and record.result.district is None and record.result.status in MISSED:
            yield Paragraph(f"{words.name(record.result)}: {record.note}", "item")


def _cause(label: str, found: Sequence[Miss], words: SummaryWords, refs: References) -> str:
    said = "; ".join(
        words.word("cause", unit=words.unit(miss.unit), note=(miss.note or "").strip().rstrip("."))
        for miss in found[:CAUSES_SHOWN]
    )
    more = len(found) - CAUSES_SHOWN
    rest = words.word("causes_more", count=more, appendix=refs["explanations"]) if more > 0 else ""
    return f"{label}: {said}{rest}."


def tasks(
    whole: Sequence[TargetRecord], records: Records, words: SummaryWords, refs: References
) -> Iterator[Block]:
    """Yield what each target that is missed or behind still needs, the commitments not kept, the reports
    that are missing."""
    found = [*_needed(whole, words, refs), *_undone(records, words), *_outstanding(records, words)]
    reached = whole and all(record.result.status in REACHED for record in whole)
    yield from found or [Paragraph(words.word("tasks_none" if reached else "tasks_further"))]


def _needed(whole: Sequence[TargetRecord], words: SummaryWords, refs: References) -> Iterator[Block]:
    missed = [record for record in whole if record.result.status in MISSED]
    needing = [text for record in missed if (text := _task(record, words))]
    if needing:
        yield Paragraph(words.word("needed_first"))
        yield from (Paragraph(text, "item") for text in needing)
    on_track = sum(record.result.status is Status.ON_TRACK for record in whole)
    if on_track:
        yield Paragraph(words.word("needed_on_track", count=on_track, appendix=refs["progress"]))


def _undone(records: Records, words: SummaryWords) -> Iterator[Block]:
    parts = [
        words.word("task_commitment", task=commitment.label.of(words.lang), count=len(refused))
        for commitment, _, refused, _ in records.commitments
        if refused
    ]
    if parts:
        yield Paragraph(words.word("tasks_commitments", tasks="; ".join(parts)))


def _outstanding(records: Records, words: SummaryWords) -> Iterator[Block]:
    missing, incomplete = len(records.reports.missing), len(records.reports.incomplete)
    if missing and incomplete:
        yield Paragraph(words.word("tasks_reports", missing=missing, incomplete=incomplete))
    elif missing:
        yield Paragraph(words.word("tasks_missing", missing=missing))
    elif incomplete:
        yield Paragraph(words.word("tasks_incomplete", incomplete=incomplete))


def _task(record: TargetRecord, words: SummaryWords) -> str:
    group, target = record.result, record.result.target
    if record.standing.needed is not None:
        return words.task(record)
    if target.due is Due.EACH_YEAR and words.year < target.target_year:
        return words.of(group, "needed_next", **{**words.about(group), "year": words.year + 1})
    return ""

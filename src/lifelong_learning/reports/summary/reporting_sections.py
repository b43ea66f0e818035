"""What must be known before any result, and who reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.scores import Reason
from lifelong_learning.reports.document.blocks import Paragraph, Table, TableCell, TableColumn, table_rows
from lifelong_learning.reports.view import figures, labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import UnitScore
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Records, Turnout
    from lifelong_learning.reports.summary.source import Source
    from lifelong_learning.reports.summary.wording import Wording

NAMES_SHOWN = 40


def alerts(source: Source, records: Records, words: Wording) -> Iterator[str]:
    """Yield what limits every result that follows."""
    reports, lang = records.reports, words.lang
    total = reports.total
    missing = total.expected - total.reported
    if missing:
        counts = {"expected": total.expected, "reported": total.reported, "missing": missing}
        shown = {name: figures.count(number, lang) for name, number in counts.items()}
        yield words.word("alert_missing", **shown)
    places = [place for place, _ in reports.districts if place is not None]
    if reports.silent:
        yield words.word("alert_silent", districts=", ".join(reports.silent))
    if reports.silent and 2 * len(reports.silent) >= len(places):
        yield words.word("alert_half")
    if not reports.registered:
        yield words.word("alert_no_register")
    whole = [record.result for record in records.targets if record.result.district is None]
    provisional = sum(group.provisional for group in whole)
    undetermined = sum(group.reason == Reason.UNDETERMINED for group in whole)
    if provisional or undetermined:
        yield words.word("alert_open", provisional=provisional, undetermined=undetermined)
    errors = source.findings.counts()[Severity.ERROR]
    if errors:
        yield words.word("alert_errors", count=figures.count(errors, lang))
    yield from notices.notices(source.scorecard, lang)


def reporting(records: Records, words: Wording) -> Iterator[Block]:
    """Yield who was expected, who reported, who completely."""
    reports, lang = records.reports, words.lang
    total = reports.total
    counts = {"expected": total.expected, "reported": total.reported, "complete": total.complete}
    yield Paragraph(words.word("turnout", **{name: figures.count(n, lang) for name, n in counts.items()}))
    if reports.missing:
        yield Paragraph(words.word("not_reported", units=_names(reports.missing, lang)))
    elif total.expected:
        yield Paragraph(words.word("all_reported"))
    if reports.incomplete:
        yield Paragraph(words.word("not_complete", units=_names(reports.incomplete, lang)))
    kinds = [(labels.kind(words.plan, kind, lang), found) for kind, found in reports.kinds]
    kinds.append((words.word("total"), total))
    yield _turnouts(words.word("t_kinds"), words.word("c_kind"), kinds, words, "x_kinds")
    if len(reports.districts) > 1:
        places = [(place or words.by_district("no_district"), found) for place, found in reports.districts]
        head = labels.column(words.plan, "district", lang)
        places.append((words.word("total"), total))
        yield _turnouts(words.by_district("t_districts"), head, places, words, "x_districts")
    yield Paragraph(words.word("turnout_note"), "quiet")


def _turnouts(
    caption: str, first: str, found: Iterable[tuple[str, Turnout]], words: Wording, sheet: str
) -> Table:
    heads = ("c_expected", "c_reported", "c_complete")
    columns = [TableColumn(first, share=40), *(TableColumn(words.word(h), "right", 20) for h in heads)]
    rows = [(TableCell(name), *map(words.count_cell, turnout)) for name, turnout in found]
    return Table(caption, tuple(columns), table_rows(rows), words.word(sheet))


def _names(units: Sequence[UnitScore], lang: Lang) -> str:
    names = [f"{u.identity.name or word('report.unnamed', lang)} ({u.identity.code})" for u in units]
    return labels.shortened(names, NAMES_SHOWN, lang)

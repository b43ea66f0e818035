"""Part I of a report: who reported, who did not, and what that means for the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.scores import Reason
from lifelong_learning.reports.document.blocks import Paragraph, Table, TableCell, TableColumn, table_rows
from lifelong_learning.reports.view import labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Records, Reports, Turnout
    from lifelong_learning.reports.summary.source import Source
    from lifelong_learning.reports.summary.wording import SummaryWords


def limits(source: Source, records: Records, words: SummaryWords) -> Iterator[str]:
    """Yield, a sentence each, what limits every result that follows."""
    yield from _missing(records.reports, words)
    whole = [record.result for record in records.targets if record.result.district is None]
    counts = {
        "limit_provisional": sum(group.provisional for group in whole),
        "limit_undetermined": sum(group.reason == Reason.UNDETERMINED for group in whole),
        "limit_errors": source.findings.counts()[Severity.ERROR],
    }
    yield from (words.word(key, count=count) for key, count in counts.items() if count)
    yield from notices.notices(source.scorecard, words.lang)


def _missing(reports: Reports, words: SummaryWords) -> Iterator[str]:
    if reports.missing:
        yield words.word("limit_missing")
    if reports.silent:
        yield words.word("limit_silent", districts=", ".join(reports.silent))
    places = sum(place is not None for place, _ in reports.districts)
    if reports.silent and 2 * len(reports.silent) >= places:
        yield words.word("limit_half")
    if not reports.registered:
        yield words.word("limit_no_register")


def blocks(source: Source, records: Records, words: SummaryWords, refs: Mapping[str, str]) -> Iterator[Block]:
    """Yield who was expected, who reported and how completely, by kind of unit, who took others over, and
    what limits results."""
    reports = records.reports
    total = reports.total
    counts = {"expected": total.expected, "reported": total.reported, "complete": total.complete}
    said = [words.word(_turnout(total, missing=bool(reports.missing)), **counts)]
    if reports.missing:
        said.append(words.word("missing", count=len(reports.missing), units=words.units(reports.missing)))
    if reports.incomplete:
        units = words.units(reports.incomplete)
        said.append(words.word("incomplete", count=len(reports.incomplete), units=units))
    if records.takeovers:
        count, appendix = len({id(found.unit) for found in records.takeovers}), refs["units"]
        said.append(words.word("takeovers", count=count, appendix=appendix))
    yield Paragraph(" ".join(said))
    limiting = " ".join(limits(source, records, words))
    if limiting:
        yield Paragraph(limiting)
    if len(reports.kinds) > 1:
        kinds = ((labels.kind(words.plan, kind, words.lang), found) for kind, found in reports.kinds)
        yield _table("t_kinds", words.word("c_kind"), kinds, records, words)


def _turnout(total: Turnout, *, missing: bool) -> str:
    """Return the sentence that is true of who reported."""
    if not total.expected:
        return "turnout_nobody"
    if not total.reported:
        return "turnout_none"
    if not total.complete:
        return "turnout_incomplete"
    return "turnout" if missing else "turnout_all"


def by_district(records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield who reported by district; nothing where there is none."""
    districts = records.reports.districts
    if len(districts) > 1:
        places = ((place or words.by_district("no_district"), found) for place, found in districts)
        head = labels.column(words.plan, "district", words.lang)
        yield _table("t_districts", head, places, records, words)


def _table(
    key: str, head: str, found: Iterable[tuple[str, Turnout]], records: Records, words: SummaryWords
) -> Table:
    lines = [*found, (words.word("total"), records.reports.total)]
    counts = (words.word(f"c_{name}") for name in ("expected", "reported", "complete"))
    return Table(
        words.by_district(key),
        (TableColumn(head, share=40), *(TableColumn(count, "right", 20) for count in counts)),
        table_rows((TableCell(name), *map(words.count_cell, turnout)) for name, turnout in lines),
        words.word(f"x{key[1:]}"),
    )

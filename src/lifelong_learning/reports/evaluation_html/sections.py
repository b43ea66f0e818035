"""The sections of the page: targets, units, commitments, faults."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.collation import collation_key
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.evaluation_html.markup import Markup, bar, stacked, status, table, tag
from lifelong_learning.reports.view import commitments, faults, figures, groups, labels, notices, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Target
    from lifelong_learning.model.scores import CommitmentResult, GroupResult, Scorecard, UnitScore

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]

MOST_FAULTS = 100


def targets(card: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield the table of the whole, then one for each district, by name."""
    ordered = sorted(card.groups, key=lambda group: collation_key(group.district or ""))
    if not any(group.district is None for group in ordered):
        yield tag("h2", word("report.groups", lang), id="targets")
        yield tag("p", word("report.no_groups", lang))
    for district, found in groupby(ordered, key=lambda group: group.district):
        heading = labels.groups(card.plan, district, lang)
        yield tag("h2", heading, id="targets") if district is None else tag("h2", heading)
        names = [(word(f"report.{n}", lang), c) for n, c in _TARGET_COLUMNS]
        yield table(word("page.groups_caption", lang), names, _target_rows(card, list(found), lang))


_TARGET_COLUMNS = (
    ("target", ""), ("value", "n"), ("threshold", "n"), ("status", ""), ("attainment", "n"),
    ("reported", "n"),
)  # fmt: skip


def _target_rows(card: Scorecard, found: list[GroupResult], lang: Lang) -> Iterator[str]:
    for target, lines in groupby(found, key=lambda group: group.target):
        said = [(group, groups.line(card.plan, group, lang)) for group in lines]
        lone = len(said) == 1
        if not lone:
            heading = tag("th", target.label.of(lang), _clause(target, lang), scope="rowgroup", colspan="6")
            yield tag("tr", heading)
        for group, line in said:
            about = line.about or word("report.all_units", lang)
            name = tag("th", about, _note(line.note), scope="row", class_="in")
            if lone:
                note = "; ".join(part for part in (line.about, line.note) if part)
                first = tag("strong", target.label.of(lang))
                name = tag("th", first, _note(note), _clause(target, lang), scope="row")
            cells = (
                tag("td", line.value, class_="n"),
                tag("td", line.threshold, class_="n"),
                tag("td", status(line.status, line.verdict)),
                tag("td", line.attainment, bar(group.attainment, group.status), class_="n"),
                tag("td", line.reported, class_="n"),
            )
            yield tag("tr", name, *cells)


def _note(text: str) -> Markup:
    return tag("span", text, class_="note") if text else Markup("")


def _clause(target: Target, lang: Lang) -> Markup:
    summary = tag("summary", f"{word('page.clause', lang)} {target.source.clause}")
    quote = tag("blockquote", target.source.quote, lang="vi")
    remark = tag("p", target.remark.of(lang)) if target.remark is not None else Markup("")
    return tag("details", summary, quote, remark)


def unit_tables(card: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield how the results divide, then the units by kind, or the lowest and highest where they are many."""
    yield tag("h2", word("report.units", lang), id="units")
    counts = {found: number for found in Status if (number := card.totals.get(found, 0))}
    parts = [
        f"{labels.status(found, lang)} {figures.count(number, lang)}" for found, number in counts.items()
    ]
    yield stacked(counts, f"{word('page.totals', lang)}: {', '.join(parts)}", lang)
    badges = [
        tag("li", status(found, f"{labels.marked_status(found, lang)} {figures.count(number, lang)}"))
        for found, number in counts.items()
    ]
    if badges:
        yield tag("ul", *badges, class_="totals")
    names = [(word(f"report.{n}", lang), c) for n, c in _UNIT_COLUMNS] + [(word("page.misses", lang), "")]
    for found_units in units.tables(card, lang):
        if found_units.units:
            yield tag("h3", found_units.heading)
            rows = (_unit(line, lang) for line in found_units.units)
            yield table(f"{found_units.heading}. {word('page.units_caption', lang)}", names, rows)
    if len(card.units) > units.FEW:
        yield tag("p", word("report.units_all", lang), class_="quiet")


_UNIT_COLUMNS = (("code", ""), ("name", ""), ("level", ""), ("score", "n"), ("completeness", "n"))


def _unit(line: units.UnitLine, lang: Lang) -> Markup:
    missed = [
        tag("p", status(found, labels.marked_status(found, lang)), f" {names}", class_="missed")
        for found, names in line.misses
    ]
    return tag(
        "tr",
        tag("td", line.code, class_="code"),
        tag("th", line.name, scope="row"),
        tag("td", line.level),
        tag("td", line.score, class_="n"),
        tag("td", line.completeness, class_="n"),
        tag("td", *missed),
    )


def waivers(card: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield the waived results with their reasons; nothing where there are none."""
    lines = notices.waivers(card, lang)
    if not lines:
        return
    yield tag("h2", word("report.waived", lang, count=figures.count(len(lines), lang)))
    said = [tag("li", f"{line.what} ({line.status})", tag("span", line.why, class_="note")) for line in lines]
    yield tag("ul", *said)


def commitment_table(card: Scorecard, commitments_of: CommitmentsOf, lang: Lang) -> Iterator[str]:
    """Yield how many units kept each commitment; nothing where none stands under any."""
    lines = commitments.lines(card, commitments_of, lang)
    if not lines:
        return
    yield tag("h2", word("report.commitments", lang), id="commitments")
    columns = (("commitment", ""), ("done", "n"), ("not_done", "n"), ("not_said", "n"))
    names = [(word(f"report.{n}", lang), c) for n, c in columns]
    rows = []
    for line in lines:
        counts = (line.done, line.not_done, line.not_said)
        cells = [tag("td", figures.count(number, lang), class_="n") for number in counts]
        rows.append(tag("tr", tag("th", line.label, scope="row"), *cells))
    yield table(word("page.commitments_caption", lang), names, rows)


def fault_table(findings: Findings, lang: Lang) -> Iterator[str]:
    """Yield the faults, the gravest first."""
    yield tag("h2", word("report.findings", lang), id="findings")
    found = faults.gathered(findings)
    if not found:
        yield tag("p", word("report.findings_none", lang))
        return
    yield tag("p", faults.totals(findings, lang))
    names = [(word(f"page.{name}", lang), "") for name in ("finding", "where", "message", "remedy")]
    rows = [_fault(line, lang) for line in faults.lines(found[:MOST_FAULTS], lang)]
    yield table(word("page.findings_caption", lang), names, rows)
    more = len(found) - MOST_FAULTS
    if more > 0:
        yield tag("p", word("report.findings_more", lang, count=figures.count(more, lang)), class_="quiet")


def _fault(line: faults.FaultLine, lang: Lang) -> Markup:
    severity = word(f"report.severity_{line.severity.value}", lang)
    badge = tag("span", f"{line.code} {severity}", class_=f"status {line.severity.value}")
    return tag(
        "tr",
        tag("th", badge, scope="row"),
        tag("td", line.where),
        tag("td", line.message),
        tag("td", line.remedy),
    )

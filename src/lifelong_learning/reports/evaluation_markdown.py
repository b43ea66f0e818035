"""The evaluation as a Markdown document: the tables of the text report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.view import commitments, faults, figures, groups, labels, notices, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import CommitmentResult, Scorecard, UnitScore

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]

MOST_FAULTS = 100
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=//)|^[-+=](?=\s|$)")
_LEAD = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)


def render(scorecard: Scorecard, findings: Findings, *, lang: Lang, commitments_of: CommitmentsOf) -> bytes:
    """Return the whole document in UTF-8."""
    parts = [
        *_head(scorecard, lang),
        *_notices(scorecard, lang),
        *_groups(scorecard, lang),
        *_units(scorecard, lang),
        *_waivers(scorecard, lang),
        *_commitments(commitments.lines(scorecard, commitments_of, lang), lang),
        *_faults(findings, lang),
    ]
    return ("\n".join(parts).rstrip("\n") + "\n").encode()


def escaped(text: str) -> str:
    """Return a text in which no mark is markup, no address becomes a link, and no line ends."""
    shown = _LEAD.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", visible(text)))
    return _WWW.sub(lambda found: f"{found.group()[:-1]}\\.", shown)


def _head(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    plan = scorecard.plan
    when = labels.year_and_period(plan, scorecard.year, scorecard.period, lang)
    yield f"# {escaped(plan.title.of(lang))}"
    yield ""
    yield f"{escaped(when)} · {escaped(plan.id)} · {escaped(notices.read(scorecard, lang))}"
    yield ""
    remark = notices.growth_remark(scorecard, lang)
    if remark is not None:
        yield escaped(remark)
        yield ""


def _notices(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    for line in notices.notices(scorecard, lang):
        yield escaped(line)
        yield ""


def _groups(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    names = ("target", "value", "threshold", "status", "attainment", "reported")
    heads = [*(word(f"report.{name}", lang) for name in names), word("page.note", lang)]
    for table in groups.tables(scorecard, lang):
        yield f"## {escaped(labels.groups(scorecard.plan, table.district, lang))}"
        yield ""
        if not table.targets:
            yield escaped(word("report.no_groups", lang))
            yield ""
            continue
        yield from _table(heads, "lrrlrrl", _group_rows(table))


def _group_rows(table: groups.GroupTable) -> Iterator[Sequence[str]]:
    for target in table.targets:
        for line in target.lines:
            about = f"{target.label}: {line.about}" if line.about else target.label
            yield (
                about, line.value, line.threshold, line.verdict, line.attainment, line.reported, line.note,
            )  # fmt: skip


def _units(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    yield f"## {word('report.units', lang)}"
    yield ""
    counted = [
        f"{labels.status(status, lang)} {figures.count(number, lang)}"
        for status in Status
        if (number := scorecard.totals.get(status, 0))
    ]
    if counted:
        yield escaped(" · ".join(counted))
        yield ""
    names = ("code", "name", "level", "score", "completeness")
    heads = [*(word(f"report.{name}", lang) for name in names), word("page.misses", lang)]
    for table in units.tables(scorecard, lang):
        if table.units:
            yield f"### {escaped(table.heading)}"
            yield ""
            yield from _table(heads, "lllrrl", (_unit(line, lang) for line in table.units))
    if len(scorecard.units) > units.FEW:
        yield escaped(word("report.units_all", lang))
        yield ""


def _unit(line: units.UnitLine, lang: Lang) -> Sequence[str]:
    missed = ". ".join(f"{labels.status(status, lang)}: {targets}" for status, targets in line.misses)
    return line.code, line.name, line.level, line.score, line.completeness, missed


def _waivers(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    lines = notices.waivers(scorecard, lang)
    if not lines:
        return
    yield f"## {escaped(word('report.waived', lang, count=figures.count(len(lines), lang)))}"
    yield ""
    for line in lines:
        yield f"- {escaped(line.what)} ({escaped(line.status)}): {escaped(line.why)}"
    yield ""


def _commitments(lines: list[commitments.CommitmentLine], lang: Lang) -> Iterator[str]:
    if not lines:
        return
    yield f"## {word('report.commitments', lang)}"
    yield ""
    heads = [word(f"report.{name}", lang) for name in ("commitment", "done", "not_done", "not_said")]
    yield from _table(
        heads,
        "lrrr",
        (
            (line.label, *(figures.count(n, lang) for n in (line.done, line.not_done, line.not_said)))
            for line in lines
        ),
    )


def _faults(findings: Findings, lang: Lang) -> Iterator[str]:
    yield f"## {word('report.findings', lang)}"
    yield ""
    found = faults.gathered(findings)
    if not found:
        yield escaped(word("report.findings_none", lang))
        return
    yield escaped(faults.totals(findings, lang))
    yield ""
    heads = [word(f"page.{name}", lang) for name in ("finding", "where", "message", "remedy")]
    rows = (
        (
            f"{line.code} {word(f'report.severity_{line.severity.value}', lang)}",
            line.where,
            line.message,
            line.remedy,
        )
        for line in faults.lines(found[:MOST_FAULTS], lang)
    )
    yield from _table(heads, "llll", rows)
    more = len(found) - MOST_FAULTS
    if more > 0:
        yield escaped(word("report.findings_more", lang, count=figures.count(more, lang)))


def _table(heads: Sequence[str], sides: str, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; `sides` says l or r for each column."""
    yield "| " + " | ".join(map(escaped, heads)) + " |"
    yield "|" + "|".join("---:" if side == "r" else "---" for side in sides) + "|"
    for row in rows:
        yield "| " + " | ".join(map(escaped, row)) + " |"
    yield ""

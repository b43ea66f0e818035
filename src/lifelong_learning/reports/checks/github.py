"""Findings as workflow commands: worst first, since GitHub shows ten of a kind for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.safe import inert
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Finding, Severity
from lifelong_learning.reports.checks.report import TOOL, CheckReport, place_of
from lifelong_learning.reports.view.faults import GatheredFault, gathered, places, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.model.plan import Lang

SHOWN_PER_KIND = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the commands, one to a piece."""
    report = report.failing()
    left = report.findings.counts()
    limits = _limits(left)
    entries = gathered(report.findings)
    for severity in Severity:
        for entry in _chosen(report, entries, severity, limits[severity]):
            left[severity] -= 1
            yield _annotation(entry, lang).encode()
    count = sum(left.values())
    if count:
        counts = {severity.value: number for severity, number in left.items()}
        yield _command("notice", {"title": TOOL}, word("check.more", lang, count=count, **counts)).encode()


def _limits(counts: Mapping[Severity, int]) -> dict[Severity, int]:
    """Return how many of each severity are shown; the line for those left is itself a notice."""
    limits = dict.fromkeys(Severity, SHOWN_PER_KIND)
    if any(count > SHOWN_PER_KIND for count in counts.values()):
        limits[Severity.INFO] -= 1
    return limits


def _chosen(
    report: CheckReport, entries: list[GatheredFault], severity: Severity, limit: int
) -> list[GatheredFault]:
    """Return what is shown of a severity, by place: each fault once, then more cells while room is left."""
    heads = sorted(
        (entry for entry in entries if entry.first.severity is severity),
        key=lambda entry: worst_first(entry.first),
    )
    chosen = heads[:limit]
    room = limit - len(chosen)
    if room and any(entry.total > 1 for entry in chosen):
        chosen.extend(_further(report, [entry.first for entry in chosen], room))
    return sorted(chosen, key=lambda entry: worst_first(entry.first))


def _further(report: CheckReport, heads: list[Finding], room: int) -> Iterator[GatheredFault]:
    """Yield findings of the heads' severity that are no heads themselves, in report order."""
    waiting = list(heads)
    for finding in report.findings:
        if finding.severity is not heads[0].severity:
            continue
        if finding in waiting:
            waiting.remove(finding)
            continue
        yield GatheredFault(1, (finding,))
        room -= 1
        if not room:
            return


def _annotation(entry: GatheredFault, lang: Lang) -> str:
    finding = entry.first
    title = f"{finding.code} {catalogue.entry(finding.code).title.of(lang)}"
    position = {"file": finding.file, "line": finding.line, "col": finding.column, "title": title}
    texts = [catalogue.message(finding, lang), catalogue.remedy(finding, lang)]
    if entry.total > 1:
        texts.insert(1, f"[{places(entry, lang)}]")
    place = place_of(finding.sheet, finding.cell)
    message = (place + ": " if place else "") + " ".join(text for text in texts if text)
    return _command(COMMANDS[finding.severity], position, message)


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    given = ",".join(
        f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None
    )
    return f"::{name} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    """Return a message in which per cent signs and line ends are escaped, as the runner reads them."""
    return inert(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a property's value: the marks that end a property are escaped besides."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")

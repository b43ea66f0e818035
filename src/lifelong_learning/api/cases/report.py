"""What came out of the cases of a plan, as a value and as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.catalogue import message, remedy
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.findings import Finding, Findings
    from lifelong_learning.model.plan import Bilingual, Lang


class Difference(NamedTuple):
    """One thing that came out otherwise: what it is, and both sides: figures and ids, or words."""

    what: str
    expected: str | Bilingual
    actual: str | Bilingual
    file: str
    line: int


class CaseOutcome(NamedTuple):
    """One case with what came out otherwise than it says."""

    case: str
    why: str
    differences: tuple[Difference, ...]
    file: str
    line: int

    @property
    def passed(self) -> bool:
        """True where everything that is written came out so."""
        return not self.differences


class CaseReport(Struct, frozen=True, metaclass=Shown):
    """All cases of a plan; `findings` are the faults of the case files."""

    plan: str
    outcomes: tuple[CaseOutcome, ...]
    findings: Findings
    document: ClassVar[str] = "cases"
    formats: ClassVar[tuple[str, ...]] = formats_of("cases")

    @property
    def failed(self) -> int:
        """The number of cases that came out otherwise."""
        return sum(not outcome.passed for outcome in self.outcomes)

    @property
    def passed(self) -> bool:
        """True where there is a case, every case came out as written, and every file could be read."""
        return bool(self.outcomes) and not self.failed and not len(self.findings)


def as_text(report: CaseReport, lang: Lang) -> str:
    """Return faulty files, then failing cases with both sides, then the count; each line ends in "\\n"."""
    lines = [line for found in report.findings for line in _finding(found, lang)]
    for outcome in report.outcomes:
        if not outcome.passed:
            lines += [*_failed(outcome, lang), ""]
    lines.append(_total(report, lang))
    return "".join(f"{line}\n" for line in lines)


def _finding(found: Finding, lang: Lang) -> Iterator[str]:
    place = ":".join(str(part) for part in (found.file, found.line, found.column) if part is not None)
    yield f"{place}: {found.code} {message(found, lang)}"
    yield f"  {remedy(found, lang)}"
    yield ""


def _failed(outcome: CaseOutcome, lang: Lang) -> Iterator[str]:
    yield word("cases.failed", lang, case=outcome.case)
    yield f"  {outcome.file}:{outcome.line}"
    yield f"  {outcome.why}"
    for difference in outcome.differences:
        yield f"  {difference.what} ({word('cases.line', lang, line=difference.line)})"
        yield f"    {word('cases.expected', lang)} {_said(difference.expected, lang)}"
        yield f"    {word('cases.actual', lang)} {_said(difference.actual, lang)}"


def _said(side: str | Bilingual, lang: Lang) -> str:
    return side if isinstance(side, str) else side.of(lang)


def _total(report: CaseReport, lang: Lang) -> str:
    count = len(report.outcomes)
    total = word("cases.total", lang, passed=count - report.failed, count=count, plan=report.plan)
    faults = len(report.findings)
    return total + (" " + word("cases.faults", lang, count=faults) if faults else "")

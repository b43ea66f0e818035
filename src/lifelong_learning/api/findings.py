"""What findings and faults mean, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import Struct

from lifelong_learning._version import __version__
from lifelong_learning.api.formats import formats_of
from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.errors import PlanError, UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.catalogue import Entry
    from lifelong_learning.errors import LlplanError
    from lifelong_learning.model.plan import Bilingual, Lang
    from lifelong_learning.reports.checks.report import CheckReport

__all__ = ["CodeList", "Explanation", "codes", "explain", "messages"]


class Explanation(Struct, frozen=True, metaclass=Shown):
    """A code with its severity, its explanation, and every wording with its remedy."""

    entry: Entry
    document: ClassVar[str] = "explanation"
    formats: ClassVar[tuple[str, ...]] = formats_of("explanation")


class CodeList(Struct, frozen=True, metaclass=Shown):
    """Every code with its severity and what it means, a line each."""

    document: ClassVar[str] = "codes"
    formats: ClassVar[tuple[str, ...]] = formats_of("codes")


class NotStarted(Struct, frozen=True, metaclass=Shown):
    """A run that could not start, as its machine formats tell it: a check whose one result is the fault."""

    plan: str
    findings: Findings
    document: ClassVar[str] = "check"
    formats: ClassVar[tuple[str, ...]] = formats_of("check")

    @classmethod
    def of(cls, said: Bilingual, plan: str, fault: LlplanError | None = None) -> NotStarted:
        """Return it by what is said of the fault; of a faulty plan each finding is a result."""
        if isinstance(fault, PlanError):
            return cls(plan, cast("Findings", fault.findings))
        from lifelong_learning import catalogue

        return cls(plan, Findings([catalogue.finding("RN001", said=said)]))

    def report(self) -> CheckReport:
        """Return what every format of the findings is made from."""
        from lifelong_learning.reports.checks.report import CheckReport

        return CheckReport(self.plan, None, None, None, (), self.findings, __version__)


def codes() -> list[str]:
    """Return the code of every finding, by family."""
    from lifelong_learning import catalogue

    return list(catalogue.entries())


def explain(code: str) -> Explanation:
    """Return what a finding code means, in whichever case it is written; UsageError for an unknown one."""
    from lifelong_learning import catalogue

    known = catalogue.entries()
    if code.upper() not in known:
        raise UsageError("code_unknown", code=code, known=", ".join(known))
    return Explanation(known[code.upper()])


def messages(fault: LlplanError, lang: Lang = "en") -> Iterator[str]:
    """Yield a line for each thing that is wrong: of a faulty plan one for every finding.

    Nothing in a line moves a cursor or hides, whatever was typed or read. UsageError for a language that is
    not spoken.
    """
    refuse_unknown(lang)
    if isinstance(fault, UsageError):
        yield _usage(fault, lang)
    elif isinstance(fault, PlanError):
        yield from _findings(cast("Findings", fault.findings), lang)


def _usage(fault: UsageError, lang: Lang) -> str:
    from lifelong_learning.catalogue.words import word

    arguments = {key: visible(_said(value, lang)) for key, value in fault.arguments.items()}
    return word(f"usage.{fault.key}", lang, **arguments)


def _said(value: object, lang: Lang) -> str:
    """Return an argument of a fault in one language; what the system refused in our words, not in its own."""
    from lifelong_learning.catalogue.run import refusal
    from lifelong_learning.model.plan import Bilingual

    said = refusal(value) if isinstance(value, OSError) else value
    return said.of(lang) if isinstance(said, Bilingual) else str(said)


def _findings(findings: Findings, lang: Lang) -> Iterator[str]:
    """Yield `file:line:column: CODE message remedy` for every finding."""
    from lifelong_learning import catalogue

    for finding in findings:
        place = ":".join(
            str(part) for part in (finding.file, finding.line, finding.column) if part is not None
        )
        text = f"{catalogue.message(finding, lang)} {catalogue.remedy(finding, lang)}"
        yield visible(f"{place}: {finding.code} {text}")

"""What came out of the cases of a plan, held against what they say must: as a value and as plain text."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.catalogue import message, remedy
from lifelong_learning.catalogue.words import both, word
from lifelong_learning.model.record import Shown
from lifelong_learning.model.scores import Exact, UnitScore, Value
from lifelong_learning.plan.beside import CaseScope, ExpectedGroup, ExpectedResult
from lifelong_learning.plan.figures import Floored, agrees, percent, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from lifelong_learning.model.findings import Finding, Findings
    from lifelong_learning.model.plan import Bilingual, Lang
    from lifelong_learning.model.scores import Outcome, Scorecard
    from lifelong_learning.plan.beside import AnyExpectation, Case
    from lifelong_learning.plan.places import Placed

    Found: TypeAlias = "Outcome | UnitScore"


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


_ADDRESS = ("unit", "kind", "group", "target", "scope", "district", "absent")


def differences(card: Scorecard, case: Placed[Case], index: int) -> Iterator[Difference]:
    """Yield everything that came out otherwise than an expectation of a case says, in its order."""
    expected = case.item.expect[index]
    written = case.document.value((*case.path, "expect", index))
    keys = [key for key in written if key not in _ADDRESS] if isinstance(written, dict) else []
    place, name = case.place("expect", index), _name(expected)
    for what, wanted, actual in _told(_matching(card, expected), expected, keys):
        yield Difference(f"{name}: {what}" if what else name, wanted, actual, place.file, place.line)


def _told(
    found: list[Found], expected: AnyExpectation, keys: Sequence[str]
) -> Iterator[tuple[str, str | Bilingual, str | Bilingual]]:
    """Yield what differs, "" for the whole; what was wanted; what came out."""
    if expected.absent:
        if found:
            yield "", both("cases.nothing"), _summary(found)
        return
    if len(found) != 1:
        several = both("cases.several", count=len(found)) if found else both("cases.nothing")
        yield "", both("cases.one"), several
        return
    for key in keys:
        wanted, actual = getattr(expected, key), _actual(found[0], key)
        if not _same(wanted, actual):
            form = _form(found[0], key)
            yield key, _words(wanted, form), _words(_unwrapped(actual), form)


def _matching(card: Scorecard, expected: AnyExpectation) -> list[Found]:
    if isinstance(expected, ExpectedGroup):
        groups = (group for group in card.groups if group.district == expected.district)
        return [group for group in groups if _is(group, expected.group, expected.scope)]
    units = list(_units(card, expected.unit, expected.kind))
    if isinstance(expected, ExpectedResult):
        results = chain.from_iterable(unit.results for unit in units)
        return [result for result in results if _is(result, expected.target, expected.scope)]
    return [*units]


def _units(card: Scorecard, code: str, kind: str | None) -> Iterator[UnitScore]:
    """Yield the units of a code, of one kind or of any."""
    for unit in card.units:
        if unit.identity.code == code and kind in (None, unit.kind):
            yield unit


def _is(result: Outcome, target: str, scope: CaseScope | None) -> bool:
    return result.target.id == target and (scope is None or result.scope.as_dict() == scope.as_dict())


def _name(expected: AnyExpectation) -> str:
    """Return whose result it is: the unit, the target, its scope, the district."""
    keys = ("unit", "target", "group", "scope", "district")
    parts = [getattr(expected, key, None) for key in keys]
    return " ".join(_words_of(part) for part in parts if part)


def _words_of(part: str | CaseScope) -> str:
    return part.words() if isinstance(part, CaseScope) else part


def _summary(found: Sequence[Found]) -> str | Bilingual:
    if any(isinstance(one, UnitScore) for one in found):
        return both("cases.scored")
    return ", ".join(str(one.status) for one in found if not isinstance(one, UnitScore))


def _actual(found: Found, key: str) -> object:
    if isinstance(found, UnitScore):
        return found.score if key == "score" else found.completeness
    if key in ("threshold", "upper"):
        return found.bounds.lower if key == "threshold" else found.bounds.upper
    return getattr(found, key)


def _unwrapped(actual: object) -> object:
    """Return a value as it is compared: yes/no as a truth, every other as its exact figure."""
    if not isinstance(actual, Value):
        return actual
    return actual.exact.num != 0 if actual.form == "yes_no" else actual.exact


def _same(written: object, actual: object) -> bool:
    actual = _unwrapped(actual)
    if isinstance(actual, Exact):
        return isinstance(written, Fraction | Floored) and agrees(written, actual)
    if isinstance(written, list):
        return tuple(written) == actual
    # yes and 1 are equal to Python, and not to a reader.
    return written == actual and isinstance(written, bool) == isinstance(actual, bool)


def _form(found: Found, key: str) -> str:
    """Return how a figure is worded: a share in percent, a count or a score as it is."""
    if isinstance(found, UnitScore):
        return "plain" if key == "score" else "percent"
    counted = key in ("value", "threshold", "upper") and found.bounds.form == "count"
    return "plain" if counted else "percent"


def _words(value: object, form: str) -> str | Bilingual:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Floored):
        return value.text
    if isinstance(value, Exact | Fraction):
        return plain(value) if form == "plain" else percent(value)
    if isinstance(value, tuple | list):
        return ", ".join(value) or both("cases.nobody")
    return str(value)

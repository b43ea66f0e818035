"""What came out, held against what a case says must."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.api.cases.figures import Floored, agrees, percent, plain
from lifelong_learning.api.cases.model import Difference
from lifelong_learning.catalogue.words import both
from lifelong_learning.model.scores import Exact, GroupResult, Result, UnitScore, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from lifelong_learning.api.cases.figures import Written
    from lifelong_learning.api.cases.model import Expectation
    from lifelong_learning.model.plan import Bilingual
    from lifelong_learning.model.scores import Scorecard

    Found: TypeAlias = "Result | GroupResult | UnitScore"


def differences(card: Scorecard, expected: Expectation) -> Iterator[Difference]:
    """Yield everything that came out otherwise than one expectation says."""
    found = list(_matching(card, expected))
    name = _name(expected)
    if expected.absent:
        if found:
            yield _difference(expected, name, both("cases.nothing"), _summary(found))
        return
    if len(found) != 1:
        actual = both("cases.several", count=len(found)) if found else both("cases.nothing")
        yield _difference(expected, name, both("cases.one"), actual)
        return
    for key, written in expected.fields.items():
        actual_value = _actual(found[0], key)
        if not _same(written, actual_value):
            form = _form(found[0], key)
            yield _difference(
                expected, f"{name}: {key}", _words(written, form), _words(_unwrapped(actual_value), form)
            )


def _difference(
    expected: Expectation, what: str, wanted: str | Bilingual, actual: str | Bilingual
) -> Difference:
    return Difference(what, wanted, actual, expected.place.file, expected.place.line)


def _matching(card: Scorecard, expected: Expectation) -> Iterator[Found]:
    if expected.unit is None:
        for group in card.groups:
            if _is(group, expected) and group.district == expected.district:
                yield group
        return
    for unit in card.units:
        if unit.identity.code != expected.unit or expected.kind not in (None, unit.kind):
            continue
        if expected.target is None:
            yield unit
        else:
            yield from (result for result in unit.results if _is(result, expected))


def _is(result: Result | GroupResult, expected: Expectation) -> bool:
    in_scope = expected.scope is None or result.scope.as_dict() == expected.scope
    return result.target.id == expected.target and in_scope


def _name(expected: Expectation) -> str:
    parts = [expected.unit, expected.target, *(expected.scope or {}).values(), expected.district]
    return " ".join(part for part in parts if part)


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


def _same(written: Written, actual: object) -> bool:
    actual = _unwrapped(actual)
    if isinstance(actual, Exact):
        return isinstance(written, Fraction | Floored) and agrees(written, actual)
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
    if isinstance(value, tuple):
        return ", ".join(value) or both("cases.nobody")
    return str(value)

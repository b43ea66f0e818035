"""The cases beside the bundled plans: all pass, all targets have theirs, and no threshold can slip."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from lifelong_learning import render
from lifelong_learning.api.cases import CaseReader, run_case, run_cases
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.plan import bundled_ids, load_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Plan, Target
    from lifelong_learning.plan.beside import Case
    from lifelong_learning.plan.places import Placed

A_HUNDREDTH = Fraction(1, 100)


@cache
def _cases(name: str) -> tuple[Placed[Case], ...]:
    return tuple(case for case, _ in CaseReader(name).cases())


def _target(expected: object) -> str | None:
    return getattr(expected, "target", None) or getattr(expected, "group", None)


def _shifted(plan: Plan, target: Target, scope: int, figure: str, by: Fraction) -> Plan:
    """Return the plan with one figure of one threshold changed."""
    scopes = list(target.scopes)
    threshold = scopes[scope].thresholds[0]
    now = getattr(threshold, figure)
    scopes[scope] = replace(scopes[scope], thresholds=(replace(threshold, **{figure: now + by}),))
    other = replace(target, scopes=tuple(scopes))
    return replace(plan, targets=tuple(other if t.id == target.id else t for t in plan.targets))


def _figures() -> Iterator[tuple[str, str, int, str]]:
    for name in bundled_ids():
        for target in load_plan(name).targets:
            for number, scoped in enumerate(target.scopes):
                for threshold in scoped.thresholds:
                    yield name, target.id, number, "lower"
                    if threshold.upper is not None:
                        yield name, target.id, number, "upper"


def _of_target(cases: tuple[Placed[Case], ...], target: str) -> list[Placed[Case]]:
    return [case for case in cases if target in {_target(expected) for expected in case.item.expect}]


@pytest.mark.parametrize("name", bundled_ids())
def test_every_bundled_case_passes(name: str) -> None:
    """What officials wrote down comes out of the engine."""
    report = run_cases(name)
    count = len(report.outcomes)
    assert render(report, "text").decode("utf-8") == f"{count} of {count} cases of {name} passed.\n"
    assert report.passed


@pytest.mark.parametrize(("name", "target", "scope", "figure"), list(_figures()))
@pytest.mark.parametrize("sign", [-1, 1])
def test_a_threshold_changed_by_a_hundredth_fails(
    name: str, target: str, scope: int, figure: str, sign: int
) -> None:
    """A hundredth of a percentage point (of one, for a count), either way, in any scope, is caught."""
    plan = load_plan(name)
    changed = plan.target[target]
    step = A_HUNDREDTH if changed.kind is IndicatorKind.COUNT else A_HUNDREDTH / 100
    other = _shifted(plan, changed, scope, figure, sign * step)
    cases = _of_target(_cases(name), target)
    assert all(run_case(case, plan).passed for case in cases)
    assert not all(run_case(case, other).passed for case in cases)


@pytest.mark.parametrize("name", bundled_ids())
def test_every_target_is_tested_without_data(name: str) -> None:
    """Each target has a case in which it comes to no verdict for want of a figure."""
    cases = _cases(name)
    for target in load_plan(name).targets:
        statuses = {getattr(e, "status", None) for c in _of_target(cases, target.id) for e in c.item.expect}
        assert Status.NO_DATA in statuses, target.id


def test_together_the_cases_show_every_status_and_every_reason() -> None:
    """Nothing that the engine can say is left without a case."""
    fields = [dict(e) for name in bundled_ids() for c in _cases(name) for e in c.item.expect]
    assert {f["status"] for f in fields if f.get("status")} == {str(status) for status in Status}
    assert {str(f["reason"]) for f in fields if "reason" in f} >= {str(reason) for reason in Reason}


def test_the_cases_are_no_part_of_the_plan(tmp_path: Path) -> None:
    """The folder of cases changes neither what a plan says nor its hash."""
    source = Path(__file__).parents[3] / "targets" / "ha-giang-2020"
    for file in source.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert load_plan(tmp_path).sha256 == load_plan(source).sha256
    assert (source / "cases").is_dir()

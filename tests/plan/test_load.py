"""Plans are found by id or by folder, and loaded whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.errors import PlanError, UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.plan import Due, Scope, Threshold
from lifelong_learning.plan import bundled_ids, check_plan, load_plan, locate

if TYPE_CHECKING:
    from pathlib import Path


def test_bundled_plans_are_found() -> None:
    """Both plans come with the program and are sound."""
    assert bundled_ids() == ("example-2030", "ha-giang-2020", "ha-giang-2030")
    assert [len(check_plan(name)) for name in bundled_ids()] == [0, 0, 0]


def test_a_folder_or_its_plan_file(small: Path) -> None:
    """A folder is named by its path or by that of its plan.yaml."""
    assert locate(small) == small
    assert locate(str(small / "plan.yaml")) == small


@pytest.mark.parametrize("ref", ["ha-giang-2031", "", "../targets/none", "schema"])
def test_unknown_plan(ref: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is neither an id nor a folder is answered with the ids that there are."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        load_plan(ref)
    assert caught.value.key == "plan_unknown"
    assert caught.value.arguments == {"plan": ref, "known": "example-2030, ha-giang-2020, ha-giang-2030"}


def test_faulty_plan_is_not_loaded(small: Path) -> None:
    """A faulty plan raises one error that carries every finding."""
    (small / "part.yaml").unlink()
    with pytest.raises(PlanError) as caught:
        load_plan(small)
    assert isinstance(caught.value.findings, Findings)
    assert [fault.code for fault in caught.value.findings] == ["PL901"]


def test_base_year_overrides_plan_and_targets(small: Path) -> None:
    """A base year that is given holds for the plan and every target, also one with its own."""
    plan = load_plan(small)
    assert [target.base_year for target in plan.targets] == [2022, 2022, 2022, 2022, 2023, 2022]
    moved = load_plan(small, base_year=2024)
    assert {moved.base_year, *(target.base_year for target in moved.targets)} == {2024}
    assert moved.sha256 == plan.sha256


@pytest.mark.parametrize("year", [1999, 2030, 2031])
def test_base_year_lies_before_the_target_year(small: Path, year: int) -> None:
    """A base year that leaves no year to grow in is refused."""
    with pytest.raises(UsageError) as caught:
        load_plan(small, base_year=year)
    assert caught.value.key == "year_range"
    assert caught.value.arguments == {"year": year, "first": 2000, "last": 2029}


def test_another_province(small: Path) -> None:
    """Other levels, another kind of unit, an absolute figure and dated thresholds need YAML alone."""
    plan = load_plan(small)
    assert [(level.id, level.in_district) for level in plan.levels] == [
        ("province", False),
        ("commune", False),
    ]
    assert [(kind.id, kind.sheet.en, kind.also, kind.area_required) for kind in plan.kinds] == [
        ("library", "Libraries", (), False),
        ("learning_center", "Learning centres", ("Centres",), True),
    ]
    assert plan.target["visits-a-year"].scopes[0].thresholds == (Threshold(Fraction(90000)),)
    dated = plan.target["internet-coverage"].scopes[1]
    assert dated.scope == Scope(level="commune")
    assert dated.thresholds == (
        Threshold(Fraction(3, 10), None, 2025),
        Threshold(Fraction(1, 2), Fraction(5, 8), 2028),
    )
    assert dated.in_force(2027, Due.TARGET_YEAR) == dated.thresholds[0]
    assert plan.target["visits-growth"].weight == Fraction(1, 2)
    assert plan.target["pupils-coverage"].scopes[0].thresholds == ()
    assert plan.plausibility.jump_factor == Fraction(5, 2)
    assert [measure.id for measure in plan.measures] == [
        "visits", "visits_pupils", "internet", "learners", "residents", "reading_day",
    ]  # fmt: skip


def test_the_hash_follows_every_byte(small: Path) -> None:
    """A changed byte, or a changed file name, is another plan."""
    first = load_plan(small).sha256
    path = small / "part.yaml"
    path.write_bytes(path.read_bytes() + b"# note\n")
    second = load_plan(small).sha256
    path.rename(small / "other.yaml")
    head = small / "plan.yaml"
    head.write_bytes(head.read_bytes().replace(b"[part.yaml]", b"[other.yaml]"))
    assert len({first, second, load_plan(small).sha256}) == 3


def test_importing_the_package_costs_nothing() -> None:
    """Importing it pulls in neither YAML nor pydantic, nor anything of the plan."""
    code = (
        "import sys, lifelong_learning.plan\n"
        "heavy = ('yaml', 'pydantic', 'lifelong_learning.plan.', 'json')\n"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

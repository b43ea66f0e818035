"""The page on encoding a plan, followed to the letter: from an empty folder to an evaluated workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
import readme
from readme import follow

ROOT = Path(__file__).resolve().parents[2]


def page(lang: str = "en") -> Path:
    """Return the page in a language."""
    return ROOT / "docs" / lang / "encode.md"


def steps() -> list[readme.Step]:
    """Return the blocks of the English page in order."""
    return readme.steps(page())


def run(arguments: str, cwd: Path) -> str:
    """Return what a command prints on either stream."""
    return "".join(readme.run(arguments, cwd))


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_page_can_be_followed(lang: str) -> None:
    """Every command prints what the page shows, from the empty folder to the evaluated workbook."""
    assert len([step for step in readme.steps(page(lang)) if step.kind == "console"]) >= 6
    assert readme.followed(page(lang)) == page(lang).read_text("utf-8")


def test_the_page_leads_to_the_verdicts_of_its_plan(tmp_path: Path) -> None:
    """93,500 visits exceed 90,000, 22.36% of residents 20%, and two centres of three the half."""
    from lifelong_learning import evaluate

    for step in steps():
        if step.kind != "console" or "targets new" in step.text or "template" in step.text:
            follow(step, tmp_path)
    card = evaluate(tmp_path / "2025.xlsx", plan=tmp_path / "binh-an-2030").scorecard
    groups = {group.target.id: group for group in card.groups}
    found = {
        name: (float(group.value.exact), str(group.status)) for name, group in groups.items() if group.value
    }
    assert found == {
        "library-visits": (93_500.0, "exceeded"),
        "learners": (pytest.approx(6710 / 30000), "exceeded"),
        "digital-classes": (pytest.approx(2 / 3), "exceeded"),
    }
    assert [float(group.bounds.lower or 0) for group in card.groups] == [90_000.0, 0.2, 0.5]
    assert card.plan.kinds[1].id == "learning_center"
    assert [level.id for level in card.plan.levels] == ["province", "commune"]


def test_a_dated_figure_is_told_with_its_year_and_with_what_follows(tmp_path: Path) -> None:
    """20% is asked for since 2025 and 35% by 2030: no report says that 20% are enough in 2030."""
    for step in steps():
        if step.kind != "console" or "targets new" in step.text or "template" in step.text:
            follow(step, tmp_path)
    asked = "2025.xlsx --plan binh-an-2030 --unit 102"
    traced = " ".join(run(f"trace {asked} --target learners", tmp_path).split())
    assert "≥ 20% since 2025, then ≥ 35% by 2030" in traced
    summed = " ".join(run(f"summary {asked}", tmp_path).split())
    assert "15%, not yet due; the target is 20% since 2025, then 35% by 2030" in summed
    vietnamese = " ".join(run(f"summary {asked} --lang vi", tmp_path).split())
    assert "chưa đến hạn thực hiện chỉ tiêu 20% từ năm 2025, sau đó 35% đến năm 2030" in vietnamese
    assert "20% of 2030" not in summed


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2023, "≥ 20% from 2025, then ≥ 35% by 2030"),
        (2025, "≥ 20% since 2025, then ≥ 35% by 2030"),
        (2030, ""),
    ],
)
def test_what_is_asked_in_a_year(tmp_path: Path, year: int, said: str) -> None:
    """Before its first year a figure is a coming one; with the last figure no other follows."""
    from lifelong_learning.plan import load_plan
    from lifelong_learning.reports.view.targets import asked

    for step in steps()[:4]:
        follow(step, tmp_path)
    target = load_plan(str(tmp_path / "binh-an-2030")).target["learners"]
    found = asked(target, target.scopes[0].scope, year, "en") or ""
    assert " ".join(found.split()) == said

"""The chapter on encoding a plan, followed to the letter: from an empty folder to an evaluated workbook."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = re.compile(r"^## Encode your own plan\n.*?(?=^## )", re.DOTALL | re.MULTILINE)
STEP = re.compile(
    r"(?:<!-- (?P<note>[^\n]*?) -->\n)?"
    r"(?:```(?P<kind>console|yaml)\n(?P<block>.*?)```|(?P<table>(?:\|[^\n]*\n)+))",
    re.DOTALL,
)
SECTION = re.compile(r"^([a-z_]+):.*?(?=^[a-z_]+:|^#|\Z)", re.DOTALL | re.MULTILINE)


class Step(NamedTuple):
    """One block of the chapter with the note above it."""

    note: str
    kind: str
    text: str


def steps() -> list[Step]:
    """Return the blocks of the chapter in order."""
    (chapter,) = CHAPTER.findall((ROOT / "README.md").read_text("utf-8"))
    found = STEP.finditer(chapter)
    return [Step(m["note"] or "", m["kind"] or "table", m["block"] or m["table"]) for m in found]


def run(arguments: str, cwd: Path) -> str:
    """Return what a command prints on either stream, in English at 80 columns."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LLPLAN"))}
    clean.pop("COLUMNS", None)
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", *shlex.split(arguments)],
        cwd=cwd, env=clean, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).decode("utf-8").splitlines())


def write_table(path: Path, sheet: str, table: str) -> None:
    """Fill a table of the chapter into a form, as a person types it: figures as numbers, codes as text."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines()]
    names, figures = rows[0], rows[2:]
    header = next(row for row in page.iter_rows() if row[0].value == names[0])
    columns = {str(cell.value): cell.column for cell in header}
    for number, row in enumerate(figures, header[0].row + 1):
        for name, typed in zip(names, row, strict=True):
            whole = typed.isdigit() and name != names[0]
            page.cell(number, columns[name]).value = int(typed) if whole else typed
    book.save(path)


def replace_sections(path: Path, written: str) -> None:
    """Put top-level parts of a YAML file in place of those of the same name."""
    text = path.read_text("utf-8")
    for match in SECTION.finditer(written):
        old = re.search(rf"^{match[1]}:.*?(?=^[a-z_]+:|^#|\Z)", text, re.DOTALL | re.MULTILINE)
        assert old is not None, match[1]
        text = text.replace(old[0], match[0] + "\n")
    path.write_text(text, "utf-8")


def command(step: Step, folder: Path) -> tuple[str, str]:
    """Run a shown command; return what the chapter shows and what came out."""
    first, _, shown = step.text.partition("\n")
    if step.note.startswith("with in "):
        change = re.fullmatch(r'with in ([^,]+), line (\d+): "(.*)"', step.note)
        assert change is not None
        file, line, text = change.groups()
        whole = (folder / file).read_text("utf-8")
        lines = whole.splitlines()
        lines[int(line) - 1] = text
        (folder / file).write_text("\n".join(lines) + "\n", "utf-8")
        came = run(first.removeprefix("$ llplan "), folder)
        (folder / file).write_text(whole, "utf-8")
        return shown, came
    return shown, run(first.removeprefix("$ llplan "), folder)


def follow(step: Step, folder: Path) -> tuple[str, str] | None:
    """Do what a block says; for a command return what is shown and what came out."""
    if step.kind == "console":
        return command(step, folder)
    what, _, where = step.note.partition(": ")
    if what == "workbook":
        name, _, sheet = where.partition(", sheet: ")
        write_table(folder / name, sheet, step.text)
    elif what == "replace sections of":
        replace_sections(folder / where, step.text)
    else:
        assert what == "file"
        (folder / where).write_text(step.text, "utf-8")
    return None


def test_the_chapter_can_be_followed(tmp_path: Path) -> None:
    """Every command prints what the chapter shows, from the empty folder to the evaluated workbook."""
    outcomes = [outcome for step in steps() if (outcome := follow(step, tmp_path)) is not None]
    assert len(outcomes) >= 6
    assert [came for _, came in outcomes] == [shown for shown, _ in outcomes]


def test_the_chapter_leads_to_the_verdicts_of_its_plan(tmp_path: Path) -> None:
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
    assert "15% (not yet due: target 20% since 2025, then 35% by 2030)" in summed
    vietnamese = " ".join(run(f"summary {asked} --lang vi", tmp_path).split())
    assert "chưa đến hạn, chỉ tiêu 20% từ năm 2025, sau đó 35% đến năm 2030" in vietnamese
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
    from lifelong_learning.reports.view.planned import asked

    for step in steps()[:4]:
        follow(step, tmp_path)
    target = load_plan(str(tmp_path / "binh-an-2030")).target["learners"]
    found = asked(target, target.scopes[0].scope, year, "en") or ""
    assert " ".join(found.split()) == said

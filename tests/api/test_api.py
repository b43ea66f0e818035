"""The Python interface: small, typed, lazy, and the way that the commands go."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import pytest
from msgspec.structs import replace

import lifelong_learning
from lifelong_learning import (
    Filters,
    Look,
    PlanError,
    UsageError,
    evaluate,
    load_plan,
    messages,
    read_submission,
    render,
    score,
    summarise,
    trace,
)
from lifelong_learning.api import findings, forms, plans, samples, submissions
from lifelong_learning.api.request import Options, Request
from lifelong_learning.cli.main import run
from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.api.documents import Lang

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
REGISTER = ROOT / "data" / "register-ha-giang-2024.csv"
PAGE = ROOT / "docs" / "en" / "python.md"


def example() -> str:
    """Return the example of the page on Python."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return str(code)


def test_the_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The ten lines of the page do what they say beside the sample."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert len([line for line in example().splitlines() if line.strip()]) == 10
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(example(), str(PAGE), "exec"), {"__name__": "example"})
    assert said.getvalue().splitlines()[:2] == [
        "2 findings",
        "library-free-internet {'level': 'commune'} +8.33%",
    ]
    assert (tmp_path / "report.html").read_bytes().startswith(b'<!doctype html>\n<html lang="vi">')


def test_importing_the_package_loads_nothing_else() -> None:
    """Names are loaded at their first use, so that a start stays cheap."""
    code = "import sys, lifelong_learning; print([m for m in sys.modules if 'lifelong_learning.' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    """What the package lists can be had, and nothing else can."""
    assert all(getattr(lifelong_learning, name) is not None for name in lifelong_learning.__all__)
    assert set(lifelong_learning.__all__) <= set(dir(lifelong_learning))
    with pytest.raises(AttributeError, match="module 'lifelong_learning' has no attribute 'nothing'"):
        _ = lifelong_learning.nothing  # type: ignore[attr-defined]


def test_an_executor_and_a_single_process_read_the_same(tmp_path: Path) -> None:
    """The same bytes come out however workbooks are read."""
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    with ThreadPoolExecutor(2) as pool:
        side_by_side = render(evaluate(tmp_path, executor=pool), "json")
    assert side_by_side == render(evaluate(tmp_path), "json")
    assert side_by_side == render(evaluate([tmp_path / "b.xlsx", str(tmp_path / "a.xlsx")]), "json")


def test_a_loaded_plan_and_its_id_give_the_same() -> None:
    """A plan may be named or loaded, with another base year too."""
    plan = load_plan("ha-giang-2030")
    assert render(evaluate(SAMPLE, plan=plan), "json") == render(evaluate(SAMPLE), "json")
    rebased = evaluate(SAMPLE, plan=plan, base_year=2021).plan
    assert rebased == evaluate(SAMPLE, base_year=2021).plan
    assert {target.base_year for target in rebased.targets} == {2021}


def test_a_submission_can_be_read_alone() -> None:
    """Its years and panels are there with the findings."""
    reading = read_submission(SAMPLE, plan=load_plan("ha-giang-2030"))
    assert max(reading.submission.years("year")) == 2024
    assert list(reading.submission.panels) == ["library", "museum", "cultural_house"]
    assert [found.code for found in reading.findings] == ["YR402", "YR402"]


def test_filters_narrow_a_run() -> None:
    """Groups are formed of what remains."""
    card = evaluate(SAMPLE, filters=Filters(kinds=("museum",))).scorecard
    assert {unit.kind for unit in card.units} == {"museum"}


@pytest.mark.parametrize("name", ["text", "json", "csv", "markdown", "html", "xlsx"])
def test_every_format_of_an_evaluation(name: str) -> None:
    """Each is a whole document, the same at every call."""
    evaluation = evaluate(SAMPLE, filters=Filters(kinds=("museum",)))
    assert render(evaluation, name) == render(evaluation, name) != b""


@pytest.mark.parametrize("name", ["text", "json", "csv", "github", "junit", "sarif"])
def test_every_format_of_a_check(name: str) -> None:
    """Each is a whole document."""
    assert render(read_submission(SAMPLE), name, "vi") != b""


def test_what_cannot_start_is_an_exception() -> None:
    """Unknown formats, paths and plans are named; a faulty plan brings its findings."""
    with pytest.raises(UsageError, match="format_unknown"):
        render(read_submission(SAMPLE), "xlsx")
    with pytest.raises(UsageError, match="format_unknown"):
        render(evaluate(SAMPLE), "docx")
    with pytest.raises(UsageError, match="path_missing"):
        read_submission("nowhere.xlsx")
    with pytest.raises(UsageError, match="plan_unknown"):
        evaluate(SAMPLE, plan="nowhere")
    with pytest.raises(PlanError):
        evaluate(SAMPLE, plan=ROOT / "docs")


def test_what_was_read_is_scored_without_reading_again() -> None:
    """Reading and scoring in two steps is evaluating in one."""
    assert render(score(read_submission(SAMPLE)), "json") == render(evaluate(SAMPLE), "json")


def test_an_option_that_does_not_exist_is_refused() -> None:
    """A misspelt option is no option that was left out."""
    with pytest.raises(TypeError, match="Unexpected keyword argument 'yaer'"):
        evaluate(SAMPLE, yaer=2024)  # type: ignore[call-arg]


def test_what_a_fault_says() -> None:
    """The words of an exception, in either language; of a plan one line for every fault."""
    with pytest.raises(UsageError) as refused:
        evaluate("nowhere.xlsx")
    assert list(messages(refused.value)) == ["nowhere.xlsx does not exist. Check the path."]
    assert list(messages(refused.value, "vi")) != list(messages(refused.value))
    with pytest.raises(PlanError) as faulty:
        evaluate(SAMPLE, plan=ROOT / "docs")
    assert [line.split()[1] for line in messages(faulty.value)] == ["PL901"]


def test_reports_and_forms() -> None:
    """The year-end report, one verdict as arithmetic, the form, many forms in one, the marked copy."""
    evaluation = evaluate(SAMPLE, filters=Filters(units=("024",)))
    traced = render(trace(evaluation, "library-visits-growth"), "text", look=Look(width=100)).decode()
    assert "(26,157 / 14,200)^(1/4) - 1 = 16.49%" in traced
    assert render(summarise(SAMPLE, since=2020, date="2025-01-08"), "text", "vi").startswith(
        "BÁO CÁO".encode()
    )
    assert (
        forms.make_form(year=2025, register=ROOT / "data" / "register-ha-giang-2024.csv").content[:2] == b"PK"
    )
    collection = forms.collect(SAMPLE, "vi")
    assert collection.content[:2] == b"PK"
    assert [found.code for found in collection.checked.findings] == ["YR402", "YR402"]
    assert (forms.annotate(read_submission(SAMPLE), SAMPLE) or b"")[:2] == b"PK"


def test_plans(tmp_path: Path) -> None:
    """A plan can be begun, checked, tested, listed, shown, and asked for what is stale."""
    folder = plans.new_plan("x-2030", tmp_path)
    assert list(plans.check_plan(folder)) == []
    assert plans.run_cases(folder).passed
    plan = load_plan(folder)
    assert b"library-visits-growth" in render(plans.TargetList(plan), "json")
    assert render(plans.target_page(plan, "book-day"), "markdown").startswith(b"# ")
    assert [one.item.id for one in plans.stale(plan, verified_before="2030-01-01").items] == [
        "library-free-internet", "library-visits-growth", "book-day",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="target_unknown"):
        plans.target_page(plan, "nothing")


def test_options_and_a_request_have_the_same_names() -> None:
    """Each keyword of a request is an option, and nothing else is."""
    assert ("paths", *Options.__annotations__) == Request.__struct_fields__


def test_collecting_takes_what_it_heeds_alone() -> None:
    """Every row is taken over, so that nothing can be asked to narrow them."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'filters'"):
        forms.collect(SAMPLE, filters=Filters(kinds=("museum",)))  # type: ignore[call-arg]


LIMITS = ("bytes", "rows", "columns", "cells", "sheets", "findings")
READ = ("--period", "year", "--units", "u.csv", "--plan", "ha-giang-2020", "--jobs", "3")
NARROWED = (
    "--year", "2023", "--base-year", "2021", "--waivers", "w.yaml", "--kind", "museum", "--level", "province",
    "--district", "A", "--unit", "01", "--by", "district",
)  # fmt: skip


@pytest.mark.parametrize(
    ("module", "command", "changed"),
    [
        ("submissions", ["evaluate", *NARROWED], {}),
        ("submissions", ["check", *NARROWED, "--against", "b.xlsx"], {"against": ("b.xlsx",)}),
        ("submissions", ["trace", *NARROWED, "--target", "x"], {}),
        ("summaries", ["summary", *NARROWED], {}),
        ("collecting", ["collect", str(SAMPLE), "-o", "c.xlsx"], None),
    ],
)
def test_every_option_of_a_command_reaches_the_reading(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    module: str,
    command: list[str],
    changed: dict[str, object] | None,
) -> None:
    """What a person asks for is what is read, whichever command it is asked of."""
    asked: list[Request] = []

    def stop(request: Request, *, gathered: bool = False) -> NoReturn:
        asked.append(request)
        raise UsageError("unit_wanted")

    monkeypatch.setattr(f"lifelong_learning.api.{module}.read_and_check", stop)
    monkeypatch.chdir(tmp_path)
    limits = [word for name in LIMITS for word in (f"--max-{name}", "7")]
    paths = [] if command[0] == "collect" else ["a.xlsx"]
    assert run([*command, *paths, *READ, *limits]) == 2
    (found,) = asked
    seven = Limits(7, 7, 7, 7, 7, 7, 7)
    expected = Request(
        (str(SAMPLE),) if command[0] == "collect" else ("a.xlsx",),
        "ha-giang-2020", register="u.csv", limits=seven, jobs=3,
    )  # fmt: skip
    if changed is not None:
        filters = Filters(("museum",), ("province",), ("A",), ("01",))
        expected = replace(
            expected,
            year=2023,
            base_year=2021,
            waivers="w.yaml",
            filters=filters,
            by_district=True,
            **changed,
        )
    assert found == expected


FRENCH = cast("Lang", "fr")
REFUSED = {"option": "lang", "value": "fr", "known": "en, vi"}


@pytest.mark.parametrize(
    "ask",
    [
        lambda folder: render(read_submission(SAMPLE), "text", FRENCH),
        lambda folder: list(messages(UsageError("no_path"), FRENCH)),
        lambda folder: plans.new_plan("x", folder, FRENCH),
        lambda folder: plans.json_schema("plan", FRENCH),
        lambda folder: forms.make_form(lang=FRENCH),
        lambda folder: forms.collect(SAMPLE, FRENCH),
        lambda folder: forms.annotate(read_submission(SAMPLE), SAMPLE, FRENCH),
        lambda folder: render(findings.explain("CE203"), "text", FRENCH),
    ],
    ids=["render", "messages", "new_plan", "json_schema", "make_form", "collect", "annotate", "explain"],
)
def test_a_language_that_is_not_spoken_is_refused(tmp_path: Path, ask: Callable[[Path], object]) -> None:
    """Nothing is written, and nothing comes back in English by itself."""
    with pytest.raises(UsageError) as caught:
        ask(tmp_path)
    assert (caught.value.key, caught.value.arguments) == ("value_invalid", REFUSED)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "read", [read_submission, evaluate, summarise, forms.collect, submissions.find_workbooks]
)
def test_nothing_named_is_nothing_read(read: Callable[[list[str]], object]) -> None:
    """An empty list of paths is a mistake of the program that made it, not an empty submission."""
    with pytest.raises(UsageError) as caught:
        read([])
    assert [*messages(caught.value)] == ["Name at least one workbook, or a folder that holds some."]


def test_a_workbook_is_marked_however_its_path_is_spelt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another spelling is the same file; another file, or the same one changed since, is refused."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    checked = read_submission("a.xlsx")
    marked = forms.annotate(checked, "a.xlsx")
    assert marked is not None
    assert (
        forms.annotate(checked, file)
        == forms.annotate(checked, Path("..") / tmp_path.name / "a.xlsx")
        == marked
    )
    with pytest.raises(UsageError) as unknown:
        forms.annotate(checked, SAMPLE)
    assert [*messages(unknown.value)] == [
        f"{SAMPLE} is not one of the workbooks that were checked. Check it first."
    ]
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(UsageError) as changed:
        forms.annotate(checked, file)
    assert [*messages(changed.value)] == ["a.xlsx has changed since it was checked. Check it again."]


def test_modules_of_the_interface_are_there_without_an_import_of_their_own() -> None:
    """And none of them is loaded before it is asked for."""
    code = (
        "import sys, lifelong_learning.api as api\n"
        "assert not [m for m in sys.modules if m.startswith('lifelong_learning.api.')]\n"
        "print(api.plans.bundled_ids()[0], *dir(api)[-8:])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == (
        "example-2030 documents findings forms plans samples submissions summaries traces\n"
    )


def test_a_sample_is_copied_beside_the_program(tmp_path: Path) -> None:
    """To a folder given as either sort of path, made where there is none; never over a file that is there."""
    assert samples.copy("letterhead.yaml", tmp_path / "a" / "b").parent == tmp_path / "a" / "b"
    copied = samples.copy("waivers.yaml", tmp_path)
    assert copied.read_bytes() == (ROOT / "data" / "waivers.yaml").read_bytes()
    with pytest.raises(UsageError) as caught:
        samples.copy("waivers.yaml", str(tmp_path))
    assert caught.value.key == "output_exists"

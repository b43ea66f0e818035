"""The reports for people, as whole outputs."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from rich.cells import cell_len

from lifelong_learning import Look, catalogue, evaluate, render
from lifelong_learning import trace as traced
from lifelong_learning.api import plans
from lifelong_learning.model.plan import Lang
from lifelong_learning.model.submission import Identity
from lifelong_learning.plan import bundled_ids, load_plan
from lifelong_learning.reports.document.terminal import render as as_text
from lifelong_learning.reports.document.terminal.page import Page, styled
from lifelong_learning.reports.view import evaluation, faults, trace

LANGS = ("en", "vi")


def _evaluation(
    world: SimpleNamespace, lang: Lang, findings: Any = None, scorecard: Any = None, **layout: Any
) -> str:
    document = evaluation.document(
        scorecard or world.scorecard,
        world.findings if findings is None else findings,
        lang=lang,
        commitments_of=world.commitments_of,
    )
    return as_text(document, **layout)


def _trace(world: SimpleNamespace, lang: Lang, **layout: Any) -> str:
    units = world.scorecard.units
    document = trace.document(world.scorecard, units, lang=lang, inputs_of=world.inputs_of)
    return as_text(document, **layout)


@pytest.mark.parametrize("lang", LANGS)
def test_evaluation_reads_as_agreed(
    world: SimpleNamespace, golden: Callable[[str, str], None], lang: Lang
) -> None:
    """The whole evaluation at 80 columns without colour."""
    golden(f"evaluation-{lang}.txt", _evaluation(world, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_trace_reads_as_agreed(
    world: SimpleNamespace, golden: Callable[[str, str], None], lang: Lang
) -> None:
    """Every verdict of three units as arithmetic, at 80 columns without colour."""
    golden(f"trace-{lang}.txt", _trace(world, lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_targets_read_as_agreed(
    world: SimpleNamespace, golden: Callable[[str, str], None], lang: Lang, name: str
) -> None:
    """The listing, then one target and one commitment."""
    golden(f"targets-{lang}.{name}", render(plans.TargetList(world.plan), name, lang).decode())
    shown = [
        render(plans.target_page(world.plan, wanted), name, lang).decode()
        for wanted in ("library-population-reached", "book-day")
    ]
    golden(f"target-{lang}.{name}", "\n".join(shown))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 97, 110])
def test_no_line_is_wider_than_the_page(world: SimpleNamespace, lang: Lang, width: int) -> None:
    """Whatever the width and the language, every line fits in display cells."""
    for text in (_evaluation(world, lang, width=width), _trace(world, lang, width=width)):
        assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_is_explained_within_the_page(lang: Lang) -> None:
    """Each code names itself and its title, and fits in 80 columns."""
    for code, entry in catalogue.entries().items():
        text = as_text(faults.explained(entry, lang))
        assert text.startswith(f"{code} ")
        assert max(map(cell_len, text.splitlines())) <= 80


def test_colour_adds_nothing_but_colour(world: SimpleNamespace) -> None:
    """With the escape codes taken out, the coloured report is the plain one."""
    import re

    coloured = _evaluation(world, "vi", colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == _evaluation(world, "vi")


def test_text_of_a_submission_stays_text(world: SimpleNamespace) -> None:
    """Markup, escape codes and right-to-left marks in a name are shown, not obeyed."""
    from msgspec.structs import replace

    evil = Identity("[red]9[/]", "\x1b[2J\u202e[bold]x[/bold]\ny", "district", None, None)
    scorecard = replace(world.scorecard, units=(world.scorecard.units[0]._replace(identity=evil),))
    text = _evaluation(world, "en", scorecard=scorecard)
    assert "[red]9[/]  \\x1b[2J\\u202e[bold]x[/bold]\\ny" in text


def test_many_units_are_the_lowest_and_the_highest(world: SimpleNamespace) -> None:
    """Beyond a hundred units the report shows both ends and says how to get all."""
    from msgspec.structs import replace

    unit = world.scorecard.units[0]
    units = tuple(
        unit._replace(identity=unit.identity._replace(code=f"{n:03}"), score=unit.score._replace(num=n))
        for n in range(150)
    )
    text = _evaluation(world, "en", scorecard=replace(world.scorecard, units=units))
    assert "The lowest 15 of 150" in text
    assert "The highest 5 of 150" in text
    assert "All units: --format json or csv" in text
    shown = [line[:3] for line in text.splitlines() if "Thư viện thành phố Hà Giang" in line]
    assert shown == [*(f"{n:03}" for n in range(15)), "149", "148", "147", "146", "145"]


@pytest.mark.parametrize(
    ("period", "trained", "said"),
    [
        ("year", 22, "22% lies within 20–25%"),
        ("year", 25, "25% lies within 20–25%"),
        ("year", 20, "20% lies within 20–25%"),
        ("year", 26, "26% is above 25%"),
        ("h1", 26, "26% reaches 20%"),
    ],
)
def test_a_band_is_compared_as_it_is(tmp_path: Path, period: str, trained: int, said: str) -> None:
    """Within it is within; a half-year above it has reached it, since more is not asked."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Museums"
    head = ["unit_code", "unit_name", "level", "year", "period", "staff_total", "staff_trained"]
    for row in (head, ["01", "Bảo tàng A", "province", 2024, period, 100, trained]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    found = evaluate(tmp_path / "a.xlsx", period=period)
    shown = render(traced(found, "staff-training"), "text").decode()
    assert f"Comparison  {said}\n" in shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("plan", bundled_ids())
def test_an_id_is_never_broken(plan: str, lang: Lang, width: int) -> None:
    """Whatever the width, a person copies an id of a listing from one line, and every line fits."""
    loaded = load_plan(plan)
    look = Look(width=width)
    lines = render(plans.TargetList(loaded), "text", lang, look).decode().splitlines()
    words = {word for line in lines for word in line.split()}
    ids = [*loaded.target, *(commitment.id for commitment in loaded.commitments)]
    assert set(ids) <= words
    assert max(map(cell_len, lines)) <= width
    shown = render(plans.target_page(loaded, max(ids, key=len)), "text", lang, look).decode()
    assert max(ids, key=len) in shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [47, 60, 71, 80, 97])
def test_a_figure_keeps_its_sign(world: SimpleNamespace, lang: Lang, width: int) -> None:
    """No line ends between 100 and its %, nor between ≥ and 100, and what is printed has plain spaces."""
    for text in (_evaluation(world, lang, width=width), _trace(world, lang, width=width)):
        assert not re.findall(r"[0-9][ \n]+%(?! đạt)|≥\n", text)
        assert not re.search("[\u00a0\ue000]", text)


def test_a_styled_figure_keeps_its_sign_and_its_style() -> None:
    """The sign goes to the next line with its figure, in the figure's own colour."""
    page = Page(40, colour=True)
    text = styled("The share of the libraries that is now ")
    page.add(text.append("≥ 100%", "bold red").append(" of all"))
    assert page.text() == "The share of the libraries that is now\n\x1b[1;31m≥ 100%\x1b[0m of all\n"

"""Commands, options and exit codes."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"


@pytest.fixture
def sound(bench: Any, library: Any) -> Any:
    """Return a workbook without a fault, a library at the province and two in communes."""
    return bench.libraries(
        library("P", level="province", district=None, staff_total=10, staff_trained=1),
        library("A", staff_total=10, staff_trained=3),
        library("B", district="Mèo Vạc", staff_total=10, staff_trained=None),
    )


def test_a_missed_target_is_no_failure(bench: Any, sound: Any) -> None:
    """A missed target leaves exit code 0."""
    ran = bench.evaluate(sound)
    assert ran.result("P", "staff-training")["status"] == "not_met"
    assert ran.code == 0


@pytest.mark.parametrize("command", ["check", "evaluate"])
def test_an_error_in_the_submission_is_1(bench: Any, library: Any, command: Any) -> None:
    """An error in a cell gives 1, and the report all the same; `--exit-zero` makes it 0."""
    book = bench.libraries(library("A", library_visits="abc"))
    ran = bench.run(command, book, "--format", "json")
    assert ran.code == 1
    assert ran.doc["schema"] == f"llplan/{'check' if command == 'check' else 'evaluation'}/1"
    assert bench.run(command, book, "--format", "json", "--exit-zero").code == 0


@pytest.mark.parametrize(("what", "code"), [("not_met", 1), ("no_data", 1), ("warning", 0)])
def test_fail_on(bench: Any, sound: Any, what: Any, code: Any) -> None:
    """`--fail-on` looks at results of exactly that status, or at warnings."""
    assert bench.evaluate(sound, "--fail-on", what).code == code
    assert bench.evaluate(sound, "--fail-on", what, "--exit-zero").code == 0


def test_fail_on_a_warning_and_its_repetition(bench: Any, library: Any) -> None:
    """`--fail-on` may be repeated."""
    book = bench.libraries(library("A", staff_total="10", staff_trained=2))
    assert bench.check(book).code == 0
    assert bench.check(book, "--fail-on", "warning").code == 1
    assert bench.evaluate(book, "--fail-on", "not_met", "--fail-on", "warning").code == 1


def test_fail_on_not_met_does_not_look_at_behind(bench: Any, library: Any) -> None:
    """Behind is not the status not met."""
    rows = [library("A", y, active_users=1, population_to_be_served=100) for y in (2020, 2025)]
    book = bench.libraries(*rows)
    statuses = {r["status"] for u in bench.evaluate(book).doc["units"] for r in u["results"]}
    assert "behind" in statuses
    assert "not_met" not in statuses
    assert bench.evaluate(book, "--fail-on", "not_met").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "missing.xlsx"],
        ["check", "missing.xlsx"],
        ["evaluate", "empty"],
        ["evaluate", "form.xlsx", "--unit", "ZZ"],
        ["evaluate", "form.xlsx", "--plan", "no-such-plan"],
        ["evaluate", "form.xlsx", "--period", "q1"],
        ["evaluate", "form.xlsx", "--format", "pdf"],
        ["evaluate", "form.xlsx", "--fail-on", "error"],
        ["evaluate", "form.xlsx", "--lang", "fr"],
        ["evaluate", "form.xlsx", "--by", "level"],
        ["evaluate", "form.xlsx", "--output", "taken.json"],
        ["check", "form.xlsx", "--output", "taken.json"],
        ["evaluate", "form.xlsx", "--output", "what.ever"],
        ["trace", "form.xlsx"],
        ["trace", "form.xlsx", "--unit", "ZZ"],
        ["trace", "form.xlsx", "--unit", "A", "--target", "no-such-target"],
        ["targets", "show", "no-such-target"],
        ["targets", "check", "no-such-folder"],
        ["explain", "XX999"],
        ["nonsense"],
        ["evaluate", "form.xlsx", "--nonsense"],
        ["evaluate", "form.xlsx", "--units", "missing.csv"],
        ["evaluate", "form.xlsx", "--kind", "zoo"],
        ["evaluate", "form.xlsx", "--level", "zoo"],
    ],
    ids=" ".join,
)
def test_what_cannot_start_is_2(bench: Any, sound: Any, arguments: Any) -> None:
    """Wrong usage, missing paths, unknown names and outputs that exist give 2, --exit-zero or not."""
    (bench.folder / "empty").mkdir()
    (bench.folder / "taken.json").write_text("mine", encoding="utf-8")
    ran = bench.run(*arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err
    assert "Traceback" not in ran.err
    assert (bench.folder / "taken.json").read_text(encoding="utf-8") == "mine"
    if arguments[0] in {"evaluate", "check"}:
        assert bench.run(*arguments, "--exit-zero").code == 2


def test_force_overwrites(bench: Any, sound: Any) -> None:
    """An existing output is replaced with --force."""
    (bench.folder / "taken.json").write_text("mine", encoding="utf-8")
    assert bench.run("evaluate", sound, "--output", "taken.json", "--force").code == 0
    doc = json.loads((bench.folder / "taken.json").read_text(encoding="utf-8"))
    assert doc["schema"] == "llplan/evaluation/1"


def test_several_outputs(bench: Any, sound: Any) -> None:
    """Outputs may be repeated; the format is the suffix's or the one named; - is standard output."""
    ran = bench.run(
        "check", sound, "-o", "a.csv", "-o", "b.xml", "-o", "c.sarif", "-o", "json=d.txt", "-o", "github=-"
    )
    assert ran.code == 0
    assert json.loads((bench.folder / "c.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads((bench.folder / "d.txt").read_text(encoding="utf-8"))["schema"] == "llplan/check/1"
    assert (bench.folder / "b.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert list(csv.reader((bench.folder / "a.csv").read_text(encoding="utf-8-sig").splitlines()))


@pytest.mark.parametrize("name", ["text", "json", "csv", "github", "junit", "sarif"])
def test_every_format_of_check(bench: Any, sound: Any, name: Any) -> None:
    """Each format of check is written to standard output."""
    assert bench.run("check", sound, "--format", name).code == 0


@pytest.mark.parametrize("name", ["text", "json", "csv", "markdown", "xlsx", "html"])
def test_every_format_of_evaluate(bench: Any, sound: Any, name: Any) -> None:
    """Each format of evaluate can be asked for by name."""
    ran = bench.run("evaluate", sound, "--format", name)
    assert ran.code == 0, ran.err
    assert ran.out


@pytest.mark.parametrize("suffix", [".json", ".csv", ".md", ".xlsx", ".html"])
def test_every_suffix_of_evaluate(bench: Any, sound: Any, suffix: Any) -> None:
    """Each suffix names its format."""
    assert bench.run("evaluate", sound, "--output", f"out{suffix}").code == 0
    assert (bench.folder / f"out{suffix}").stat().st_size > 0


def test_reports_go_to_standard_output_and_the_rest_to_standard_error(bench: Any, library: Any) -> None:
    """Beside a machine format the line on findings goes to standard error, and --quiet leaves it out."""
    book = bench.libraries(library("A", library_visits="abc"))
    ran = bench.run("evaluate", book, "--format", "json")
    assert ran.doc
    assert ran.err.count("\n") == 1
    assert "errors 1" in ran.err
    assert bench.run("evaluate", book, "--format", "json", "--quiet").err == ""


def test_no_colour_in_a_pipe(bench: Any, sound: Any) -> None:
    """What is no terminal gets neither colour nor a progress bar."""
    ran = bench.run("evaluate", sound)
    assert b"\x1b" not in ran.out
    assert "\x1b" not in ran.err


# --- language ----------------------------------------------------------------------------------


def is_vietnamese(text: Any) -> Any:
    """Tell Vietnamese from English by a letter that only the former has."""
    return re.search("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text) is not None


def test_the_language_of_people_and_of_machines(bench: Any, library: Any, monkeypatch: Any) -> None:
    """The option beats the variable, the variable the locale; machines heed only the first two."""
    book = bench.libraries(library("A", library_visits=-1))

    def people(*options: Any) -> Any:
        return is_vietnamese(bench.run("explain", "CE204", *options).out.decode())

    def machines(*options: Any) -> Any:
        doc = bench.check(book, *options).doc
        assert is_vietnamese(doc["findings"][0]["message"]) is (doc["lang"] == "vi")
        return doc["lang"]

    assert (people(), machines()) == (False, "en")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert (people(), machines()) == (True, "en")
    monkeypatch.setenv("LLPLAN_LANG", "en")
    assert (people(), machines()) == (False, "en")
    monkeypatch.setenv("LLPLAN_LANG", "vi")
    monkeypatch.setenv("LC_ALL", "C")
    assert (people(), machines()) == (True, "vi")
    assert (people("--lang", "en"), machines("--lang", "en")) == (False, "en")


# --- filters -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--kind", "library"], ["P", "A", "B"]),
        (["--level", "commune"], ["A", "B"]),
        (["--level", "province", "--level", "commune"], ["P", "A", "B"]),
        (["--district", "Mèo Vạc"], ["B"]),
        (["--unit", "A"], ["A"]),
        (["--unit", "A", "--unit", "P"], ["P", "A"]),
    ],
)
def test_filters_leave_units_and_form_groups_of_them(bench: Any, sound: Any, options: Any, left: Any) -> None:
    """Filters act after reading; groups are formed of what remains."""
    ran = bench.evaluate(sound, *options)
    assert [u["code"] for u in ran.doc["units"]] == left
    groups = [g for g in ran.doc["groups"] if g["target"] == "staff-training"]
    assert [g["members"] for g in groups] == [len(left)]


def test_filters_that_leave_no_unit_cannot_start(bench: Any, sound: Any) -> None:
    """Filters that contradict each other are wrong usage."""
    ran = bench.run("evaluate", sound, "--unit", "A", "--level", "province")
    assert (ran.code, ran.out) == (2, b"")


def test_findings_of_other_units_are_dropped(bench: Any, library: Any) -> None:
    """With a filter the faults of other units neither show nor fail the run."""
    book = bench.libraries(library("A", library_visits=1), library("B", library_visits="abc"))
    assert bench.check(book, "--unit", "A").faults == []
    assert bench.check(book, "--unit", "A").code == 0
    assert bench.evaluate(book, "--unit", "A").code == 0
    assert bench.check(book, "--unit", "B").code == 1


def test_filters_act_after_checking(bench: Any, library: Any) -> None:
    """A duplicate in another row is found though the filter names the unit alone."""
    book = bench.libraries(
        library("A", library_visits=1), library("B", library_visits=4), library("A", library_visits=2)
    )
    assert bench.check(book, "--unit", "A").faults == [("RW301", "error", "A4")]


# --- years -------------------------------------------------------------------------------------


def test_the_latest_year_with_a_usable_row_of_the_period(bench: Any, library: Any) -> None:
    """Without --year the latest year of the period is evaluated."""
    book = bench.libraries(
        library("A", 2023, library_visits=1),
        library("A", 2025, period="h1", library_visits=1),
        library("B", 2023, period="h1", library_visits=1),
    )
    assert bench.evaluate(book).doc["year"] == 2023
    assert bench.evaluate(book, "--period", "h1").doc["year"] == 2025
    assert bench.evaluate(book, "--year", 2021).doc["year"] == 2021


# --- trace, targets, explain -------------------------------------------------------------------


def test_a_trace_shows_cells_formula_threshold_and_clause(bench: Any, sound: Any) -> None:
    """A trace names the cells with their values, the threshold, the status and the clause."""
    text = bench.run("trace", sound, "--unit", "A", "--target", "staff-training").out.decode()
    for part in ("F3", "G3", "10", "3", "30", "20", "B.III.2.1"):
        assert part in text
    ran = bench.run("trace", sound, "--unit", "A", "--target", "staff-training", "--format", "json")
    assert ran.code == 0
    assert '"cell":"F3"' in ran.out.decode().replace(": ", ":")


def test_the_sample_is_sound(bench: Any) -> None:
    """The sample's first command exits 0 and shows every status."""
    ran = bench.run("evaluate", SAMPLE, "--format", "json", "--jobs", 1)
    assert ran.code == 0


def test_plans_can_be_listed_shown_checked_and_tested(bench: Any) -> None:
    """Each command on the plans themselves exits 0 for the bundled ones."""
    folder = ROOT / "targets" / "ha-giang-2020"
    for arguments in (
        ["list"],
        ["list", "--plan", "ha-giang-2020"],
        ["show", "staff-training"],
        ["check", folder],
        ["schema"],
        ["test", folder],
    ):
        assert bench.run("targets", *arguments).code == 0, arguments


def test_a_faulty_plan_is_2_and_names_its_place(bench: Any, sound: Any) -> None:
    """A fault in the YAML gives its file, line and column."""
    import shutil

    shutil.copytree(ROOT / "targets" / "ha-giang-2020", bench.folder / "plan")
    part = bench.folder / "plan" / "libraries.yaml"
    part.write_text(
        part.read_text(encoding="utf-8").replace("kind: coverage", "kind: cover"), encoding="utf-8"
    )
    for command in (
        ["evaluate", sound, "--plan", "plan"],
        ["check", sound, "--plan", "plan"],
        ["targets", "check", "plan"],
    ):
        ran = bench.run(*command)
        assert ran.code == 2, command
        assert re.search(r"libraries\.yaml:\d+:\d+", ran.err + ran.out.decode())
        assert "PL9" in ran.err + ran.out.decode()


def test_the_version(bench: Any) -> None:
    """The version is printed and exits 0."""
    ran = bench.run("--version")
    assert (ran.code, ran.out.decode().split()[0]) == (0, "llplan")


def test_printed_percentages_are_floored(bench: Any, library: Any) -> None:
    """No printed figure overstates: 19.999% is not printed as 20%."""
    book = bench.libraries(library("A", staff_total=100000, staff_trained=19999))
    text = bench.run("trace", book, "--unit", "A", "--target", "staff-training").out.decode()
    assert "19.99" in text
    table = bench.run("evaluate", book).out.decode()
    assert "20.0" not in table
    assert "19.99" in table


def test_negative_percentages_are_floored_downwards(bench: Any, museum: Any) -> None:
    """Flooring goes towards minus infinity."""
    rows = [museum(year=2020, museum_visits_domestic=3), museum(year=2021, museum_visits_domestic=2)]
    book = bench.book({"Museums": rows})
    text = bench.run("trace", book, "--unit", "BT", "--target", "museum-visits-growth").out.decode()
    assert re.search("[-−]33.34", text)


def test_a_failing_case_of_a_plan_is_1(bench: Any) -> None:
    """A case that does not come out as written gives 1."""
    import shutil

    shutil.copytree(ROOT / "targets" / "ha-giang-2020", bench.folder / "plan")
    for case in (bench.folder / "plan" / "cases").glob("*.yaml"):
        case.write_text(case.read_text(encoding="utf-8").replace("exceeded", "behind"), encoding="utf-8")
    ran = bench.run("targets", "test", "plan")
    assert ran.code == 1
    assert "behind" in ran.out.decode()


def test_an_unreadable_workbook_alone_still_gives_a_report(bench: Any) -> None:
    """A submission of nothing but a damaged workbook is reported with 1, not refused."""
    (bench.folder / "x.xlsx").write_bytes(b"nope")
    checked = bench.check("x.xlsx")
    assert (checked.code, checked.faults) == (1, [("WB001", "error", None)])
    evaluated = bench.evaluate("x.xlsx")
    assert (evaluated.code, evaluated.doc["units"], evaluated.doc["groups"]) == (1, [], [])


@pytest.mark.parametrize("command", ["evaluate", "check", "summary", "trace"])
def test_groups_of_districts_are_an_option_of_every_report(bench: Any, library: Any, command: str) -> None:
    """`--by district` is common to them, and nothing else can be asked for."""
    bench.libraries(library("A", library_visits=1))
    given = (command, "form.xlsx", "--unit", "A", "--format", "json")
    assert bench.run(*given, "--by", "district").code == 0
    refused = bench.run(*given, "--by", "commune")
    assert refused.code == 2
    (found,) = json.loads(refused.out)["findings"]
    assert (found["code"], found["severity"], found["file"]) == ("RN001", "error", None)
    assert refused.err == "llplan: --by cannot be commune. Allowed: district.\n"

"""What a CI expects of a checker: formats that agree with the exit code, and a result for every run."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
MISTAKES = ROOT / "data" / "ha-giang-2024-mistakes.xlsx"
MACHINE = ("json", "csv", "github", "gitlab", "junit", "sarif")


def failures(ran: Ran) -> int:
    """Return how many test cases of a JUnit document fail."""
    return int(ElementTree.fromstring(ran.out).get("failures", ""))


def results_of(name: str, text: str) -> list[Any]:
    """Return the results that a machine format holds."""
    match name:
        case "json":
            return list(json.loads(text)["findings"])
        case "csv":
            return text.splitlines()[1:]
        case "github":
            return text.splitlines()
        case "gitlab":
            return list(json.loads(text))
        case "junit":
            return list(ElementTree.fromstring(text).iter("failure"))
    return list(json.loads(text)["runs"][0]["results"])


@pytest.mark.parametrize(
    ("fail_on", "code"), [((), 0), (("--fail-on", "not_met"), 1), (("--fail-on", "no_data"), 1)]
)
def test_exit_code_and_junit_agree(llplan: Callable[..., Ran], fail_on: tuple[str, ...], code: int) -> None:
    """Where the exit code is 1 a test case fails, and where it is 0 none does."""
    ran = llplan("check", SAMPLE, "--format", "junit", "--quiet", *fail_on)
    assert (ran.code, failures(ran)) == (code, code)


@pytest.mark.parametrize("name", MACHINE)
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.xlsx",), "nowhere.xlsx does not exist. Check the path."),
        ((str(SAMPLE), "--plan", "nowhere"), "nowhere"),
        ((str(SAMPLE), "--nonsense"), "--nonsense"),
        ((), "PATH"),
    ],
    ids=["path", "plan", "option", "nothing"],
)
def test_a_run_that_cannot_start_is_the_one_result(
    llplan: Callable[..., Ran], tmp_path: Path, name: str, arguments: tuple[str, ...], said: str
) -> None:
    """Each machine format is written, to a file and to standard output, and says why; the exit code is 2."""
    file = tmp_path / "out"
    ran = llplan("check", *arguments, "--format", name, "-o", f"{name}={file}", "--output=-")
    assert ran.code == 2
    assert ran.out.encode() == file.read_bytes()
    assert said in ran.out
    assert said in ran.err
    assert len(results_of(name, ran.out)) == 1
    assert "RN001" in ran.out


def test_what_exists_is_not_overwritten_by_a_fault(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """An output that exists stays as it is, and people get no document for a run that did not start."""
    file = tmp_path / "a.json"
    file.write_text("mine", encoding="utf-8")
    ran = llplan("check", SAMPLE, "-o", file, "-o", tmp_path / "b.sarif", "-o", tmp_path / "c.txt")
    assert (ran.code, file.read_text(encoding="utf-8")) == (2, "mine")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.sarif"]
    result = json.loads((tmp_path / "b.sarif").read_bytes())["runs"][0]
    assert result["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize(
    "command",
    [
        ("evaluate", "nowhere.xlsx"),
        ("evaluate", str(SAMPLE), "--unit", "nobody"),
        ("evaluate", str(SAMPLE), "--nonsense"),
        ("evaluate", str(SAMPLE), "--waivers", "nowhere.yaml"),
        ("summary", str(SAMPLE), "--since", "x"),
        ("trace", str(SAMPLE)),
        ("targets", "list", "--plan", "nowhere"),
        ("targets", "show", "nowhere"),
        ("targets", "stale", "--verified-before", "never"),
    ],
    ids=" ".join,
)
def test_every_command_tells_its_fault_as_a_check(
    llplan: Callable[..., Ran], command: tuple[str, ...]
) -> None:
    """Whatever JSON was asked for, a run that cannot start gives a check, which keeps its schema."""
    ran = llplan(*command, "--format", "json")
    document = json.loads(ran.out)
    assert (ran.code, document["schema"]) == (2, "llplan/check/1")
    (found,) = document["findings"]
    assert found["code"] == "RN001"
    assert found["message"].removeprefix("The run could not start. ") in ran.err
    schema = files("lifelong_learning").joinpath("schemas/check-1.json").read_text("utf-8")
    Draft202012Validator(json.loads(schema)).validate(document)


def test_a_fault_in_a_file_keeps_its_place(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """Of a configuration, waivers and a plan each fault is a result with file, line and column."""
    (tmp_path / "llplan.toml").write_text('lang = "vi"\nplam = "x"\n', encoding="utf-8")
    (tmp_path / "waivers.yaml").write_text("waivers:\n  - unti: x\n", encoding="utf-8")
    shutil.copy(SAMPLE, tmp_path / "a.xlsx")
    asked = ("evaluate", "a.xlsx", "--format", "csv", "--lang", "en")
    configured = list(csv.DictReader(llplan(*asked, cwd=tmp_path).out.removeprefix("\ufeff").splitlines()))
    assert [(one["code"], one["file"], one["line"], one["column"]) for one in configured] == [
        ("PL960", "llplan.toml", "2", "1")
    ]
    waived = llplan(*asked, "--no-config", "--waivers", "waivers.yaml", cwd=tmp_path).out
    places = {
        (row["file"], row["line"]) for row in csv.DictReader(waived.removeprefix("\ufeff").splitlines())
    }
    assert places == {("waivers.yaml", "2")}


def test_a_fault_is_told_in_the_language_of_the_configuration(
    llplan: Callable[..., Ran], tmp_path: Path
) -> None:
    """As every report would be; the plan that it names is the document's too."""
    (tmp_path / "llplan.toml").write_text('lang = "vi"\nplan = "ha-giang-2020"\n', encoding="utf-8")
    ran = llplan("check", "nowhere.xlsx", "--format", "json", cwd=tmp_path)
    document = json.loads(ran.out)
    assert (document["lang"], document["plan"]["id"]) == ("vi", "ha-giang-2020")
    assert ran.err == "llplan: Không có nowhere.xlsx. Đề nghị kiểm tra lại đường dẫn.\n"


def test_a_workbook_on_standard_input() -> None:
    """`-` is read to its end; its findings stand at `-`, as those of the file at its path."""
    run = [sys.executable, "-m", "lifelong_learning", "check"]
    with MISTAKES.open("rb") as file:
        piped = subprocess.run(
            [*run, "-", "--format", "github"], stdin=file, capture_output=True, check=False
        )
    named = subprocess.run([*run, MISTAKES, "--format", "github"], capture_output=True, check=False)
    assert piped.returncode == named.returncode == 1
    assert piped.stdout == named.stdout.replace(str(MISTAKES).encode(), b"-")


def test_formats_may_be_repeated(llplan: Callable[..., Ran]) -> None:
    """Each goes to standard output in turn, once."""
    asked = [word for name in ("github", "text", "github") for word in ("--format", name)]
    both = llplan("check", MISTAKES, *asked, "--quiet")
    github = llplan("check", MISTAKES, "--format", "github", "--quiet")
    text = llplan("check", MISTAKES, "--quiet")
    assert both.out == github.out + text.out


def test_the_last_line_counts_workbooks(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """Of a folder, also with one workbook; not of a workbook that is named."""
    shutil.copy(SAMPLE, tmp_path / "a.xlsx")
    last = llplan("check", tmp_path).out.splitlines()[-1]
    assert last == "workbooks: 1 sound, 0 not sound, 0 not read"
    (tmp_path / "b.xlsx").write_bytes(b"none")
    last = llplan("check", tmp_path, "--lang", "vi").out.splitlines()[-1]
    assert last == "tệp: 1 không có lỗi, 0 có lỗi, 1 không đọc được"
    assert "not read" not in llplan("check", tmp_path / "a.xlsx").out


def test_what_is_left_out_is_told(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """In the text, and beside machine formats on standard error."""
    baseline = tmp_path / "known.json"
    assert llplan("check", MISTAKES, "-o", baseline).code == 1
    said = "Not counted: 2 left out by choice, 21 known before."
    asked = ("check", MISTAKES, "--ignore", "YR402", "--baseline", baseline)
    text = llplan(*asked)
    assert (text.code, text.out.splitlines()[-1]) == (0, said)
    assert f"llplan: {said}" in llplan(*asked, "--format", "json").err.splitlines()


def test_explain_lists_all_codes(llplan: Callable[..., Ran]) -> None:
    """Without a code, each with its severity and what it means."""
    listed = llplan("explain").out.splitlines()
    assert listed[0] == "Codes of findings"
    assert "CE203  error     Not a whole number" in listed
    assert "Mã" in llplan("explain", "--lang", "vi").out


def test_one_new_fault_among_two_hundred_workbooks(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """With a configuration and a baseline exactly the new fault is told, in every format; without it none."""
    import openpyxl

    folder = tmp_path / "nộp"
    folder.mkdir()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Thư viện"
    sheet.append(["Mã đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt người sử dụng thư viện"])
    sheet.append(["024", "Huyện", "A", 2024, "rất nhiều"])
    for number in range(200):
        sheet["A2"] = f"{number:03d}"
        book.save(folder / f"{number:03d}.xlsx")
    (tmp_path / "llplan.toml").write_text(
        'select = ["CE202", "CE204"]\nbaseline = "known.json"\n', encoding="utf-8"
    )
    known = ("check", "nộp", "--select", "CE202", "--no-config", "-o", "known.json", "--exit-zero")
    assert llplan(*known, cwd=tmp_path).code == 0
    asked = ["check", "nộp", "--quiet", *(word for name in MACHINE for word in ("-o", f"{name}=out.{name}"))]
    assert llplan(*asked, cwd=tmp_path).code == 0
    assert json.loads((tmp_path / "out.json").read_bytes())["findings"] == []

    sheet["A2"], sheet["E2"] = "117", -5
    sheet.append(["117", "Huyện", "A", 2023, "rất nhiều"])
    book.save(folder / "117.xlsx")
    assert llplan(*asked, "--force", cwd=tmp_path).code == 1
    (found,) = json.loads((tmp_path / "out.json").read_bytes())["findings"]
    assert (found["code"], found["file"], found["cell"]) == ("CE204", "nộp/117.xlsx", "E2")
    assert len((tmp_path / "out.csv").read_text("utf-8").splitlines()) == 2
    assert (tmp_path / "out.github").read_text("utf-8").count("::error") == 1
    assert [issue["check_name"] for issue in json.loads((tmp_path / "out.gitlab").read_bytes())] == ["CE204"]
    suite = ElementTree.fromstring((tmp_path / "out.junit").read_bytes())
    assert (suite.get("tests"), suite.get("failures")) == ("200", "1")
    (result,) = json.loads((tmp_path / "out.sarif").read_bytes())["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("CE204", "error")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
@pytest.mark.parametrize(
    ("paths", "options", "code"),
    [
        ("good one.xlsx\nbad.xlsx\n", "--select CE --lang vi", 1),
        ("good one.xlsx", "", 0),
        ("$(touch touched)", "", 2),
    ],
)
def test_the_action_checks(tmp_path: Path, paths: str, options: str, code: int) -> None:
    """Its shell step reads paths a line each, runs nothing that stands in them, and leaves SARIF behind."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    assert set(step["env"]) == {"LLPLAN_PATHS", "LLPLAN_OPTIONS", "LLPLAN_SARIF"}
    shutil.copy(SAMPLE, tmp_path / "good one.xlsx")
    shutil.copy(MISTAKES, tmp_path / "bad.xlsx")
    program = tmp_path / "bin" / "llplan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lifelong_learning "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    given = {"LLPLAN_PATHS": paths, "LLPLAN_OPTIONS": options, "LLPLAN_SARIF": "out.sarif"}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={**os.environ, **given, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    results = json.loads((tmp_path / "out.sarif").read_bytes())["runs"][0]["results"]
    assert ("error" in {result["level"] for result in results}) is (code > 0)
    assert ("::error" in done.stdout) is (code > 0)
    assert not (tmp_path / "touched").exists()

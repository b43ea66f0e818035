"""llplan.toml: found above the submission, read strictly, and the command line goes before it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

MISTAKES = ROOT / "data" / "ha-giang-2024-mistakes.xlsx"
REGISTER = ROOT / "data" / "register-ha-giang-2024.csv"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """A folder of a province with the submission of a district below it."""
    (tmp_path / "nộp" / "2024").mkdir(parents=True)
    shutil.copy(MISTAKES, tmp_path / "nộp" / "2024" / "a.xlsx")
    shutil.copy(REGISTER, tmp_path / "register.csv")
    return tmp_path


def counts(ran: Ran) -> dict[str, int]:
    """Return how many findings of each severity a check tells as JSON."""
    found: dict[str, int] = json.loads(ran.out)["counts"]
    return found


def test_it_stands_for_the_options(llplan: Callable[..., Ran], province: Path) -> None:
    """What it says is what the same options say, from wherever the command is run."""
    (province / "llplan.toml").write_text(
        'units = "register.csv"\nignore = ["CE", "SH106"]\nfail-on = ["warning"]\n'
        'severity = {RW303 = "error"}\n',
        encoding="utf-8",
    )
    asked = ("check", "nộp", "--format", "json", "--quiet")
    configured = llplan(*asked, cwd=province)
    found = json.loads(configured.out)["findings"]
    assert {one["severity"] for one in found if one["code"] == "RW303"} == {"error"}
    assert [one for one in found if one["code"].startswith("CE") or one["code"] == "SH106"] == []
    assert llplan("check", "a.xlsx", "--format", "json", cwd=province / "nộp" / "2024").code == 1
    alone = llplan(*asked, "--no-config", cwd=province)
    assert [one["severity"] for one in json.loads(alone.out)["findings"] if one["code"] == "RW303"] == [
        "warning"
    ]
    typed = llplan(*asked, "--ignore", "RW", cwd=province)
    codes = {one["code"] for one in json.loads(typed.out)["findings"]}
    assert "CE203" in codes
    assert "RW303" not in codes


def test_a_project_may_hold_it(llplan: Callable[..., Ran], province: Path) -> None:
    """The table tool.llplan counts where no llplan.toml is beside it; other projects are passed over."""
    project = '[project]\nname = "x"\n\n[tool.llplan]\nlang = "vi"\n'
    (province / "pyproject.toml").write_text(project, encoding="utf-8")
    assert "lỗi" in llplan("check", "nộp", cwd=province).out
    assert "error" in llplan("check", "nộp", "--lang", "en", cwd=province).out
    (province / "nộp" / "pyproject.toml").write_text('[project]\nname = "y"\n', encoding="utf-8")
    assert "lỗi" in llplan("check", "nộp", cwd=province).out
    (province / "llplan.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert "error" in llplan("check", "nộp", cwd=province).out


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("plan = \n", ["1:8: PL960 The file is not TOML from here on."]),
        ('pla = "x"\n', ["1:1: PL960 A configuration has no key “pla”."]),
        ('# a\n\nlang = "fr"\n', ["3:8: PL960 “fr” is not possible here."]),
        ('ignore = "CE"\n', ["1:10: PL960 “CE” is not a list."]),
        (
            'ignore = [\n  "CE",\n  "XX999",\n]\n',
            ["3:3: PL960 There is no finding with the code “XX999”."],
        ),
        ('units = 5\nfail-on = ["never"]\n', ["1:9: PL960 “5” is not a text.", "2:12: PL960 “never” is not"]),
        ('severity = {RW303 = "fatal"}\n', ["1:13: PL960 “fatal” is not possible here."]),
        ('[severity]\nRW303 = "fatal"\n', ["2:9: PL960 “fatal” is not possible here."]),
        ('severity = ["RW303"]\n', ["1:12: PL960 Codes and their severities belong here."]),
        ('[tool.llplan]\nlang = "vi"\n', ["1:1: PL960 A configuration has no key “tool”."]),
        ('lang = "vi"\nlang = "en"\n', ["2:12: PL960 The file is not TOML from here on."]),
    ],
)
def test_every_fault_has_its_place(
    llplan: Callable[..., Ran], province: Path, written: str, faults: list[str]
) -> None:
    """A fault stops the run, with line and column; the machine formats hold it."""
    (province / "llplan.toml").write_text(written, encoding="utf-8")
    ran = llplan("check", "nộp", "--format", "json", cwd=province)
    assert ran.code == 2
    told = ran.err.splitlines()
    assert len(told) == len(faults)
    for line, fault in zip(told, faults, strict=True):
        assert line.startswith(f"llplan: llplan.toml:{fault}")
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["PL960"] * len(faults)
    assert llplan("check", "nộp", "--no-config", cwd=province).code == 1


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_another_encoding_is_told(llplan: Callable[..., Ran], province: Path, encoding: str) -> None:
    """With what to do; a mark of UTF-8 at the beginning is none, and lines may end as on Windows."""
    (province / "llplan.toml").write_text('lang = "en"\n# Hà Giang\n', encoding=encoding)
    ran = llplan("check", "nộp", cwd=province)
    assert "PL960 The file is not in UTF-8. Save it with the encoding UTF-8" in ran.err
    (province / "llplan.toml").write_bytes(b'\xef\xbb\xbflang = "vi"\r\nignore = [\r\n  "XX"]\r\n')
    assert llplan("check", "nộp", cwd=province).err.startswith(
        "llplan: llplan.toml:3:3: PL960 There is no finding"
    )


@pytest.mark.parametrize(
    "written",
    ["[tool]\nllplan = 5\n", '[ tool . llplan ]\nlang = "fr"\n', '[tool]\nllplan = {lang = "fr"}\n'],
)
def test_the_table_of_a_project_is_found_however_it_is_written(
    llplan: Callable[..., Ran], province: Path, written: str
) -> None:
    """What is wrong in it is not passed over; a project that only names us has no table."""
    (province / "pyproject.toml").write_text(written, encoding="utf-8")
    ran = llplan("check", "nộp", cwd=province)
    assert (ran.code, "pyproject.toml:2:" in ran.err or "pyproject.toml:1:" in ran.err) == (2, True)
    (province / "pyproject.toml").write_text('[project]\ndependencies = ["llplan"]\n', encoding="utf-8")
    assert llplan("check", "nộp", cwd=province).code == 1


def test_what_is_typed_as_nothing_sets_a_value_aside(llplan: Callable[..., Ran], province: Path) -> None:
    """`--units=` and `--ignore=` are as if the configuration had none; without one `--units=` is a fault."""
    (province / "llplan.toml").write_text(
        'units = "gone.csv"\nwaivers = "gone.yaml"\nbaseline = "gone.json"\nignore = ["CE"]\n'
        'fail-on = ["warning"]\n',
        encoding="utf-8",
    )
    asked = ("check", "nộp", "--format", "json", "--quiet")
    aside = ("--units=", "--waivers=", "--baseline=", "--ignore=", "--fail-on=")
    ran = llplan(*asked, *aside, cwd=province)
    assert ran.out == llplan(*asked, "--no-config", cwd=province).out
    assert llplan(*asked, "--no-config", "--units=", cwd=province).code == 2


def test_a_fault_names_where_its_value_stands(llplan: Callable[..., Ran], province: Path) -> None:
    """A file that is gone was not typed: the line of the configuration is told, and what to do."""
    (province / "llplan.toml").write_text('# x\nbaseline = "known.json"\n', encoding="utf-8")
    asked = ("check", "../nộp", "--format", "json")
    (province / "2024").mkdir()
    ran = llplan(*asked, cwd=province / "2024")
    said = (
        "../known.json does not exist. Check the path, or make it: "
        "llplan check PATH --baseline= --output ../known.json. It is named in ../llplan.toml:2."
    )
    assert (ran.code, ran.err) == (2, f"llplan: {said}\n")
    assert json.loads(ran.out)["findings"][0]["message"] == f"The run could not start. {said}"
    (province / "llplan.toml").write_text('plan = "nowhere"\n', encoding="utf-8")
    assert llplan(*asked, cwd=province / "2024").err.endswith("It is named in ../llplan.toml:1.\n")


def test_what_is_in_force_is_told(llplan: Callable[..., Ran], province: Path) -> None:
    """Each value with where it stands, as TOML; what is not set too."""
    (province / "llplan.toml").write_text(
        'units = "register.csv"\nfail-on = ["warning"]\n\n[severity]\nRW303 = "error"\n', encoding="utf-8"
    )
    ran = llplan("config", ".", cwd=province / "nộp")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        'plan = "ha-giang-2030"  # as usual\n'
        'units = "../register.csv"  # ../llplan.toml:1\n'
        "# waivers: not set\n"
        "# lang: not set\n"
        'fail-on = ["warning"]  # ../llplan.toml:2\n'
        "# select: not set\n"
        "# ignore: not set\n"
        "# baseline: not set\n"
        'severity = {RW303 = "error"}  # ../llplan.toml:4\n'
    )
    assert 'lang = "vi"  # LLPLAN_LANG' in llplan("config", cwd=province, LLPLAN_LANG="vi").out

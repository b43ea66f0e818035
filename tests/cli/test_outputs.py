"""Where documents go: never over a file that exists, never half-written, the same bytes each time."""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import openpyxl
import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
REAL = ROOT / "data" / "ha-giang-2015-2020.xlsx"
SCHEMAS = ROOT / "src" / "lifelong_learning" / "schemas"


def test_existing_file_is_kept(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """An output that exists is refused before any work, and replaced only with --force."""
    target = tmp_path / "out.json"
    target.write_text("mine", encoding="utf-8")
    refused = llplan("evaluate", SAMPLE, "--output", target)
    assert (refused.code, refused.out, target.read_text(encoding="utf-8")) == (2, "", "mine")
    assert "--force" in refused.err
    forced = llplan("evaluate", SAMPLE, "--output", target, "--force", "--quiet")
    assert (forced.code, forced.out, forced.err) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["year"] == 2024
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_input_is_never_overwritten(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A workbook that is read cannot be the output, whatever is forced."""
    copy = tmp_path / "data.xlsx"
    copy.write_bytes(SAMPLE.read_bytes())
    ran = llplan("evaluate", copy, "--output", f"json={copy}", "--force")
    assert ran.code == 2
    assert copy.read_bytes() == SAMPLE.read_bytes()


def test_several_outputs_in_one_run(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """One run writes several documents, each in the format of its name."""
    ran = llplan("check", SAMPLE, "-o", tmp_path / "a.sarif", "-o", tmp_path / "b.xml", "-o", "csv=-")
    assert ran.code == 0
    assert ran.out.lstrip("\ufeff").startswith("code,")
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "b.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_same_bytes_whatever_the_order(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """Two parts of a submission give the same bytes on every run, and but for the list of files from
    either order."""
    parts = _split(tmp_path)
    first = llplan("evaluate", *parts, "--format", "json", cwd=tmp_path)
    again = llplan("evaluate", *parts, "--format", "json", "--jobs", "2", cwd=tmp_path)
    other = llplan("evaluate", *reversed(parts), "--format", "json", cwd=tmp_path)
    assert first.code == 0, first.err
    assert first == again
    assert first == other


def _split(folder: Path) -> list[str]:
    """Write the sample as one workbook a sheet."""
    names = []
    for number in range(3):
        book = openpyxl.load_workbook(SAMPLE)
        keep = book.sheetnames[1:][number]
        for sheet in book.sheetnames:
            if sheet != keep:
                del book[sheet]
        names.append(f"{number}.xlsx")
        book.save(folder / names[-1])
    return names


@pytest.mark.parametrize("inputs", [[], ["--inputs"]])
@pytest.mark.parametrize("plan", ["ha-giang-2030", "ha-giang-2020"])
def test_evaluation_fits_its_schema(llplan: Callable[..., Ran], plan: str, inputs: list[str]) -> None:
    """The JSON of both bundled workbooks, with and without inputs, fits the schema that ships."""
    workbook = SAMPLE if plan == "ha-giang-2030" else REAL
    ran = llplan("evaluate", workbook, "--plan", plan, "--format", "json", "--by", "district", *inputs)
    schema = json.loads((SCHEMAS / "evaluation-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(ran.out), schema, cls=jsonschema.Draft202012Validator)


def test_failing_on_what_is_named(llplan: Callable[..., Ran]) -> None:
    """A missed target is news: it fails only the run that asks for it, and --exit-zero forgives that."""
    common = ("evaluate", SAMPLE, "--format", "json", "--quiet")
    assert llplan(*common).code == 0
    assert llplan(*common, "--fail-on", "not_met").code == 1
    assert llplan(*common, "--fail-on", "warning").code == 0
    assert llplan(*common, "--fail-on", "no_data", "--exit-zero").code == 0
    assert llplan("check", SAMPLE, "--quiet", "--fail-on", "no_data").code == 1


def test_machine_formats_speak_english_unless_asked(llplan: Callable[..., Ran]) -> None:
    """A Vietnamese locale changes what people read, not what programs read; the variable changes both."""
    arguments = ("check", ROOT / "data" / "ha-giang-2024-mistakes.xlsx", "--format")
    assert json.loads(llplan(*arguments, "json", LANG="vi_VN.UTF-8").out)["lang"] == "en"
    assert json.loads(llplan(*arguments, "json", LLPLAN_LANG="vi").out)["lang"] == "vi"
    assert "cảnh báo" in llplan(*arguments, "text", LANG="vi_VN.UTF-8").out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")
def test_force_writes_into_pipes_and_through_links(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """A pipe is read by whoever reads it, and a link still leads where it led."""
    pipe, kept = tmp_path / "pipe", tmp_path / "kept.json"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        assert llplan("check", SAMPLE, "-q", "-o", f"json={pipe}", "--force").code == 0
        assert read.result(30).startswith(b"{")
    assert pipe.is_fifo()
    kept.write_text("old", "utf-8")
    (tmp_path / "link.json").symlink_to("kept.json")
    assert llplan("check", SAMPLE, "-q", "-o", tmp_path / "link.json", "--force").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert kept.read_bytes().startswith(b"{")


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_link_that_leads_to_itself_is_no_folder(llplan: Callable[..., Ran], tmp_path: Path) -> None:
    """The workbook beside it is read."""
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a.xlsx").write_bytes(Path(SAMPLE).read_bytes())
    assert llplan("check", tmp_path, "-q", "-o", tmp_path / "out.json").code == 0


@pytest.mark.parametrize(
    "words", [("--units", "units.csv"), ("--units=units.csv",), ("--waivers", "units.csv")]
)
def test_no_file_that_is_read_is_written_over_where_a_run_cannot_start(
    llplan: Callable[..., Ran], tmp_path: Path, words: tuple[str, ...]
) -> None:
    """The fault is told in the formats that were asked for, and never in the place of an input."""
    (tmp_path / "units.csv").write_text("kind,unit_code\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    book = tmp_path / "in" / "data.xlsx"
    book.write_bytes(SAMPLE.read_bytes())
    for output in ("csv=units.csv", "json=in/data.xlsx", "json=./in/../in/data.xlsx"):
        ran = llplan("check", "in", *words, "--output", output, "--force", cwd=tmp_path)
        again = llplan("check", "nowhere", *words, "-o", output, "--force", cwd=tmp_path)
        assert (ran.code, again.code) == (2, 2), output
    assert (tmp_path / "units.csv").read_text(encoding="utf-8") == "kind,unit_code\n"
    assert book.read_bytes() == SAMPLE.read_bytes()

"""Every kind of file that the program writes is valid Open XML in the eyes of an independent judge."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from openxml_audit import OpenXmlValidator

from lifelong_learning.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLE, MISTAKES = DATA / "ha-giang-2024.xlsx", DATA / "ha-giang-2024-mistakes.xlsx"
PUBLISHED = DATA / "ha-giang-2015-2020.xlsx"
REGISTER = DATA / "register-ha-giang-2024.csv"
INLINE = "inline-string cell(s)"
"""What openpyxl writes texts as. The judge foresees that Excel moves them when it saves; they are valid by
ISO/IEC 29500-1, 18.18.11 (`inlineStr` of ST_CellType) and 18.3.1.53 (`is`)."""

ON_OFF = "Value 'true' is not in allowed values: ['off', 'on']"
"""What the judge says of `cantSplit` and `tblHeader` as LibreOffice writes them; "true" is one of the values
of ST_OnOff by ISO/IEC 29500-1, 22.9.2.7."""
MISPLACED = "error /word/document.xml: Unexpected element 'pStyle' found"
"""LibreOffice writes the `sectPr` that ends a part before the style of its paragraph, not behind it as
ISO/IEC 29500-1, 17.3.1.26 has it."""

KINDS: dict[str, tuple[object, ...]] = {
    "form.xlsx": ("template", "--year", 2025, "--from", SAMPLE, "--units", REGISTER, "--output"),
    "empty-form.xlsx": ("template", "--output"),
    "collected.xlsx": ("collect", SAMPLE, "--output"),
    # The judge takes half a minute for the rows of all districts, which are like those of two.
    "scorecard.xlsx": (
        "evaluate", SAMPLE, "--by", "district", "--district", "Đồng Văn", "--district", "Mèo Vạc",
        "--format", "xlsx", "--output",
    ),
    "published.xlsx": ("evaluate", PUBLISHED, "--plan", "ha-giang-2020", "--format", "xlsx", "--output"),
    "summary.xlsx": ("summary", SAMPLE, "--format", "xlsx", "--output"),
    "summary.docx": ("summary", SAMPLE, "--format", "docx", "--output"),
    "mistakes.docx": ("summary", MISTAKES, "--format", "docx", "--output"),
    "returned.xlsx": ("check", MISTAKES, "--format", "json", "--annotate"),
}  # fmt: skip


def faults(path: Path) -> Iterator[str]:
    """Yield what the judge says of a file, save what is valid by the standard."""
    for found in OpenXmlValidator(strict=True, max_errors=0).validate(path).errors:
        if INLINE not in found.description:
            yield f"{found.severity.value} {found.part_uri}: {found.description}"


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_valid(
    kind: str, lang: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """In both languages; a document also when another program has saved it again."""
    path = tmp_path / kind
    assert run([str(part) for part in (*KINDS[kind], path, "--lang", lang, "--quiet")]) in (0, 1)
    capfd.readouterr()
    assert list(faults(path)) == []
    if path.suffix == ".docx":
        docx.Document(str(path)).save(str(path))
        assert list(faults(path)) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_report_is_valid_as_libreoffice_saves_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing but what LibreOffice writes of every document with parts of their own, a blank one too."""
    report, blank = tmp_path / "report.docx", tmp_path / "blank.docx"
    assert run(["summary", str(SAMPLE), "--output", str(report), "--lang", "vi", "--quiet"]) == 0
    capfd.readouterr()
    plain = docx.Document()
    plain.add_paragraph("1")
    plain.add_section()
    plain.add_paragraph("2")
    plain.save(str(blank))
    to = tmp_path / "saved"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(to),
        str(report),
        str(blank),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    assert list(faults(to / "blank.docx")) == [MISPLACED]
    found = [fault for fault in faults(to / "report.docx") if not fault.endswith(ON_OFF)]
    assert found == [MISPLACED] * (len(docx.Document(str(to / "report.docx")).sections) - 1)


def test_a_returned_form_is_valid(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The form of ours with marks in it."""
    form, copy = tmp_path / "form.xlsx", tmp_path / "copy.xlsx"
    assert run(["template", "--year", "2025", "--units", str(REGISTER), "--output", str(form)]) == 0
    run(["check", str(form), "--annotate", str(copy), "--format", "json", "--quiet"])
    capfd.readouterr()
    assert list(faults(copy)) == []


@pytest.mark.parametrize("path", sorted(DATA.glob("*.xlsx")), ids=lambda path: path.name)
def test_the_samples_are_valid(path: Path) -> None:
    """Those that come with the program."""
    assert list(faults(path)) == []


def test_the_judge_sees_a_fault(tmp_path: Path) -> None:
    """A font whose parts stand in another order than the schema's, as openpyxl writes it by itself."""
    from openpyxl import Workbook

    path = tmp_path / "plain.xlsx"
    Workbook().save(path)
    assert list(faults(path)) == ["error /xl/styles.xml: Unexpected element 'color' found"]

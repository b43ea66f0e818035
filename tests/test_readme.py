"""README and documentation are true: their commands run, and what they show is what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import generated_pages
import pytest
import readme
import yaml

from lifelong_learning import catalogue, evaluate, read_submission
from lifelong_learning.api.plans import run_cases
from lifelong_learning.model.scores import Status, waived_results

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "ha-giang-2024.xlsx"
PAGES = readme.pages()
LANGS: tuple[Lang, ...] = ("en", "vi")
RUN = [page for page in PAGES if page.stem not in (*generated_pages.NAMES, *readme.FOLLOWED)]
MOST_BYTES = 12_288


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _text(lang: Lang, name: str) -> str:
    return (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")


def _blocks(kind: str, text: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", RUN, ids=_name)
def test_every_shown_output_is_the_programs_own(page: Path) -> None:
    """Each `$ llplan …` block shows what the command prints today; mend by `python tools/readme.py`."""
    text = page.read_text(encoding="utf-8")
    assert readme.renewed(text, readme.lang_of(page)) == text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["year", "after-june-2025"])
def test_the_year_can_be_followed(name: str, lang: Lang) -> None:
    """From an empty folder, every command of the analyst's year prints what the page shows."""
    page = ROOT / "docs" / lang / f"{name}.md"
    assert len([step for step in readme.steps(page) if step.kind == "console"]) >= 10
    assert readme.followed(page) == page.read_text("utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_the_year_after_june_2025_ends_in_a_report(lang: Lang, tmp_path: Path) -> None:
    """Every step exits 0; the form asks for no district, and the report counts who is there."""
    from docx import Document
    from openpyxl import load_workbook

    for step in readme.steps(ROOT / "docs" / lang / "after-june-2025.md"):
        if step.kind == "sh":
            readme.follow(step, tmp_path, lang)
            continue
        arguments = step.text.partition("\n")[0].removeprefix("$ llplan ").split()
        command = [sys.executable, "-m", "lifelong_learning", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=os.environ | {"LLPLAN_LANG": lang}, capture_output=True, check=False
        )
        assert done.returncode == 0, arguments
    book = load_workbook(tmp_path / "form.xlsx")
    shown = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row[:6]}
    assert shown.isdisjoint({"Huyện", "District", "Huyện, thành phố", "Tỉnh, Huyện", "Province, District"})
    assert {"08-01", "Thư viện Xã Lũng Cú"} <= shown
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "report.docx")).paragraphs)
    told = {
        "en": "Reports have come from 41 of 43 units due to report, complete from 36.",
        "vi": "Đến nay đã có 41/43 đơn vị phải báo cáo gửi số liệu, trong đó 36 đơn vị báo cáo đầy đủ.",
    }
    assert told[lang] in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", generated_pages.NAMES)
def test_pages_made_from_the_code_are_those_of_the_code(name: str, lang: Lang) -> None:
    """Codes and keys stand in them as the program has them; mend by `python tools/readme.py`."""
    assert generated_pages.text_of(name, lang) == _text(lang, name)


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_has_one_anchor(lang: Lang) -> None:
    """A link to any finding code leads to its one place."""
    anchors = re.findall(r'<a id="([a-z]{2}[0-9]{3})"></a>', _text(lang, "findings"))
    assert sorted(anchors) == sorted(code.lower() for code in catalogue.entries())


def test_both_languages_have_the_same_pages_and_commands() -> None:
    """What one language shows the other shows too, in the same order."""
    names = {lang: [page.name for page in PAGES if page.parent.name == lang] for lang in LANGS}
    assert names["en"] == names["vi"]
    pairs = [("README.md", "README.vi.md"), *((f"docs/en/{n}", f"docs/vi/{n}") for n in names["en"])]
    for pair in pairs:
        first, second = (re.findall(r"^\$ llplan .*$", (ROOT / one).read_text("utf-8"), re.M) for one in pair)
        assert [re.sub(r" --lang \w+", "", line) for line in first] == second, pair


@pytest.mark.parametrize("page", PAGES[:2], ids=_name)
def test_a_readme_is_short(page: Path) -> None:
    """It is a way in, and no manual."""
    assert len(page.read_bytes()) <= MOST_BYTES


def _anchors(page: Path) -> set[str]:
    """Return what a link can lead to in a page: its own anchors, and its headings as GitHub names them."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    slugs = (re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)
    return {*re.findall(r'<a id="([^"]+)">', text), *slugs}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Each relative link names a file that is there, and an anchor that it has."""
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL))
    broken = []
    for link in links:
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_verdict_has_an_example_that_holds(lang: Lang, tmp_path: Path) -> None:
    """The page's examples are cases of the bundled plans; they pass, and no status is without one."""
    blocks = _blocks("yaml", _text(lang, "verdicts"))
    (tmp_path / "cases").mkdir()
    for number, block in enumerate(blocks):
        (tmp_path / "cases" / f"{number:02}.yaml").write_text(block, encoding="utf-8")
    report = run_cases(ROOT / "targets" / "ha-giang-2030", tmp_path / "cases")
    assert (len(report.findings), report.failed, len(report.outcomes)) == (0, 0, len(blocks))
    shown = {one["status"] for block in blocks for one in yaml.safe_load(block)["cases"][0]["expect"]}
    assert shown == {status.value for status in Status}


@pytest.mark.parametrize("lang", LANGS)
def test_the_waivers_shown_are_those_of_the_data(lang: Lang) -> None:
    """What the reader copies is what the sample is evaluated with, and it excuses one result."""
    (shown,) = _blocks("yaml", _text(lang, "waivers"))
    file = ROOT / "data" / "waivers.yaml"
    assert yaml.safe_load(shown) == yaml.safe_load(file.read_text(encoding="utf-8"))
    evaluation = evaluate(SAMPLE, waivers=file)
    waived = [(unit.identity.code, result.target.id) for unit, result in waived_results(evaluation.scorecard)]
    assert waived == [("031", "library-visits-growth")]
    assert [one.code for one in evaluation.findings if one.code.startswith("PL")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_register_shown_is_a_register(lang: Lang, tmp_path: Path) -> None:
    """It is read without a fault of its own, and the successor is expected where its predecessor was."""
    file = tmp_path / "register.csv"
    file.write_text(_blocks("csv", _text(lang, "registers"))[0], encoding="utf-8")
    read = read_submission(SAMPLE, register=file)
    assert [one for one in read.findings if one.file == str(file) and one.code != "RG503"] == []
    assert read.submission.register is not None
    assert list(read.submission.register.entries) == [("library", "031"), ("library", "031-01")]


@pytest.mark.parametrize("lang", LANGS)
def test_workflow_and_hook_are_yaml(lang: Lang) -> None:
    """What a province is to paste is YAML, and the hook that it names exists."""
    documents = [yaml.safe_load(block) for block in _blocks("yaml", _text(lang, "ci"))]
    named = [hook["id"] for d in documents if "repos" in d for repo in d["repos"] for hook in repo["hooks"]]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert named == [hook["id"] for hook in offered]


def test_the_examples_of_python_differ_in_words_alone() -> None:
    """The Vietnamese page runs the same program as the English one, which is run by a test."""
    english, vietnamese = (_blocks("python", _text(lang, "python"))[0] for lang in LANGS)
    assert english.replace('"findings"', '"phát hiện"') == vietnamese

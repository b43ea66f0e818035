"""Keep README and documentation true: run the commands that the pages show, and put in what they print.

    python tools/readme.py [--check] [PAGE…]

A shown command is a fenced block of kind `console` that begins with `$ llplan …`. What follows is its
output; a last line of `…` says that only the beginning is shown. The pages that lead from an empty folder
(`after-june-2025.md`, `encode.md`, `year.md`) are followed step by step, in a folder of their own. Pages
made from the code (`tools/generated_pages.py`) are written anew. `--check` writes nothing and tells, as its
exit code, whether a page differs. A Vietnamese page is run in Vietnamese.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import generated_pages

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

ROOT = Path(__file__).resolve().parents[1]
CUT = "…"
FOLLOWED = ("after-june-2025", "encode", "year")
BLOCK = re.compile(r"```console\n\$ llplan (?P<arguments>[^\n]*)\n(?P<shown>.*?)```\n", re.DOTALL)
STEP = re.compile(
    r"(?:<!-- (?P<note>[^\n]*?) -->\n)?"
    r"(?:```(?P<kind>console|yaml|sh)\n(?P<block>.*?)```|(?P<table>(?:\|[^\n]*\n)+))",
    re.DOTALL,
)
SECTION = re.compile(r"^([a-z_]+):.*?(?=^[a-z_]+:|^#|\Z)", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    """Return every page for readers, in a fixed order."""
    return [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").glob("??/*.md"))]


def lang_of(page: Path) -> Lang:
    """Return the language of a page."""
    return "vi" if page.parent.name == "vi" or page.name.endswith(".vi.md") else "en"


def run(arguments: str, cwd: Path = ROOT, lang: Lang = "en") -> tuple[str, str]:
    """Return what a command prints on both streams, at 80 columns and without colour."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LLPLAN"))}
    clean.pop("COLUMNS", None)
    clean |= {"LLPLAN_LANG": lang} if lang != "en" else {}
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", *shlex.split(arguments)],
        cwd=cwd, env=clean, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    out, err = (
        "".join(f"{line.rstrip()}\n" for line in stream.decode("utf-8").splitlines())
        for stream in (done.stdout, done.stderr)
    )
    return out, err


def cut_as(shown: str, output: str) -> str:
    """Return an output, cut to the same number of lines where what is shown is cut."""
    if not shown.endswith(f"\n{CUT}\n"):
        return output
    return "".join(output.splitlines(keepends=True)[: shown.count("\n") - 1]) + f"{CUT}\n"


def renewed(text: str, lang: Lang) -> str:
    """Return a page with every shown output as it is now, cut where it was cut."""
    blocks = list(BLOCK.finditer(text))
    with ThreadPoolExecutor(2) as pool:
        outputs = list(pool.map(lambda block: run(block["arguments"], lang=lang)[0], blocks))
    for block, output in reversed(list(zip(blocks, outputs, strict=True))):
        whole = f"```console\n$ llplan {block['arguments']}\n{cut_as(block['shown'], output)}```\n"
        text = text[: block.start()] + whole + text[block.end() :]
    return text


class Step(NamedTuple):
    """One block of a page that is followed, with the note above it and where its text stands."""

    note: str
    kind: str
    text: str
    start: int
    end: int


def steps(page: Path) -> list[Step]:
    """Return the blocks of a page that is followed, in order."""
    found = []
    for match in STEP.finditer(page.read_text("utf-8")):
        group = "block" if match["kind"] else "table"
        start, end = match.span(group)
        found.append(Step(match["note"] or "", match["kind"] or "table", match[group], start, end))
    return found


def write_table(path: Path, sheet: str, table: str) -> None:
    """Fill a table of the page into a form, as a person types it: figures as numbers, codes as text."""
    import openpyxl

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
        if old is None:
            raise ValueError(f"{path.name} has no part {match[1]}")
        text = text.replace(old[0], match[0] + "\n")
    path.write_text(text, "utf-8")


def printed(step: Step, folder: Path, lang: Lang) -> str:
    """Run a shown command and return what it prints on either stream; a note may change a line first."""
    arguments = step.text.partition("\n")[0].removeprefix("$ llplan ")
    change = re.fullmatch(r'with in ([^,]+), line (\d+): "(.*)"', step.note)
    if change is None:
        return "".join(run(arguments, folder, lang))
    file, line, text = change.groups()
    whole = (folder / file).read_text("utf-8")
    lines = whole.splitlines()
    lines[int(line) - 1] = text
    (folder / file).write_text("\n".join(lines) + "\n", "utf-8")
    came = "".join(run(arguments, folder, lang))
    (folder / file).write_text(whole, "utf-8")
    return came


def follow(step: Step, folder: Path, lang: Lang = "en") -> str | None:
    """Do what a block says; return what a command printed, None for what is no command."""
    if step.kind == "console":
        return printed(step, folder, lang)
    if step.kind == "sh":
        for name in step.text.removeprefix("mkdir ").split():
            (folder / name).mkdir()
        return None
    what, _, where = step.note.partition(": ")
    if what == "workbook":
        name, _, sheet = where.partition(", sheet: ")
        write_table(folder / name, sheet, step.text)
    elif what == "replace sections of":
        replace_sections(folder / where, step.text)
    elif what == "file":
        (folder / where).write_text(step.text, "utf-8")
    return None


def followed(page: Path) -> str:
    """Return a page that leads from an empty folder, with what its commands print now."""
    text, moved = page.read_text("utf-8"), 0
    with TemporaryDirectory() as folder:
        for step in steps(page):
            output = follow(step, Path(folder), lang_of(page))
            if output is not None:
                command, _, shown = step.text.partition("\n")
                new = f"{command}\n{cut_as(shown, output)}"
                text = text[: step.start + moved] + new + text[step.end + moved :]
                moved += len(new) - len(step.text)
    return text


def current(page: Path) -> str:
    """Return a page as it should be now."""
    made = generated_pages.text_of(page.stem, lang_of(page))
    if made is not None:
        return made
    if page.stem in FOLLOWED:
        return followed(page)
    return renewed(page.read_text("utf-8"), lang_of(page))


def main(arguments: list[str]) -> int:
    """Write the pages anew, or with `--check` tell whether they are true."""
    named = [Path(name).resolve() for name in arguments if name != "--check"]
    for name in generated_pages.NAMES:
        for lang in ("en", "vi"):
            (ROOT / "docs" / lang).mkdir(parents=True, exist_ok=True)
            (ROOT / "docs" / lang / f"{name}.md").touch()
    wrong = False
    for page in named or pages():
        old, new = page.read_text("utf-8"), current(page)
        if old != new:
            wrong = True
            print(page.relative_to(ROOT))
            if "--check" not in arguments:
                page.write_text(new, encoding="utf-8", newline="\n")
    return int(wrong and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Make the pictures of the documentation anew from the samples: forms, copies, scorecard, report and pages.

LibreOffice, pdftoppm and Chromium do the drawing; the same versions of them give the same pictures.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from pages import Tab, browser

ROOT = Path(__file__).resolve().parents[1]
DATA, PICTURES = ROOT / "data", ROOT / "docs" / "pictures"
SAMPLE, MISTAKES = DATA / "ha-giang-2024.xlsx", DATA / "ha-giang-2024-mistakes.xlsx"
UNITS = ("--units", str(DATA / "register-ha-giang-2024.csv"))
PROGRAMS = ("soffice", "pdftoppm")

MADE = {
    **{
        f"form-{lang}.xlsx": (
            "template", *UNITS, "--year", "2025", "--from", str(SAMPLE), "--lang", lang, "-o",
        )
        for lang in ("en", "vi")
    },
    **{
        f"returned-{lang}.xlsx": ("check", str(MISTAKES), *UNITS, "--lang", lang, "--annotate")
        for lang in ("en", "vi")
    },
    **{f"card-{lang}.xlsx": ("evaluate", str(SAMPLE), *UNITS, "--lang", lang, "-o") for lang in ("en", "vi")},
    "summary.docx": (
        "summary", str(SAMPLE), *UNITS, "--lang", "vi", "--letterhead", str(DATA / "letterhead.yaml"), "-o",
    ),
    "page-en.html": ("evaluate", str(SAMPLE), *UNITS, "--lang", "en", "-o"),
    "page-vi.html": ("evaluate", str(SAMPLE), *UNITS, "--lang", "vi", "-o"),
    "summary.html": ("summary", str(SAMPLE), *UNITS, "--lang", "vi", "-o"),
}  # fmt: skip
"""What is made of the samples, by the name of the file."""


class Cut(NamedTuple):
    """A piece of a printed page: dots to an inch, then left, top, width and height in dots."""

    source: str
    page: int
    dots: int
    left: int
    top: int
    width: int
    height: int


CUTS = {
    "form-en": Cut("form-en", 4, 130, 35, 15, 1180, 560),
    "form-vi": Cut("form-vi", 4, 130, 35, 15, 1180, 560),
    "returned-list-en": Cut("returned-en", 1, 110, 30, 35, 1240, 560),
    "returned-list-vi": Cut("returned-vi", 1, 110, 30, 35, 1240, 560),
    "returned-sheet-vi": Cut("returned-vi", 3, 230, 60, 70, 1190, 500),
    "scorecard-targets-en": Cut("card-en", 1, 170, 50, 70, 1300, 560),
    "scorecard-charts-en": Cut("card-en", 2, 70, 0, 0, 580, 820),
    "scorecard-units-vi": Cut("card-vi", 3, 130, 40, 40, 1100, 600),
}
SCREENS = {
    "page-en": ("page-en", 1100, "light"),
    "page-vi-dark": ("page-vi", 1100, "dark"),
    "summary-html": ("summary", 1100, "light"),
}
"""Pages as a browser shows them: file, width and colours."""
SIDE_BY_SIDE = 1290
"""The width of the picture that shows the first two pages of the report."""


def _print(folder: Path) -> None:
    """Print every workbook and document of a folder to PDF."""
    files = [str(path) for path in sorted(folder.glob("*.xlsx")) + sorted(folder.glob("*.docx"))]
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)


def _cut(folder: Path, name: str, cut: Cut) -> None:
    place = [f"-{key}" for key in "xyWH"]
    sizes = map(str, (cut.left, cut.top, cut.width, cut.height))
    window = [word for pair in zip(place, sizes, strict=True) for word in pair]
    pages = ["-f", str(cut.page), "-l", str(cut.page), "-r", str(cut.dots)]
    source, target = str(folder / f"{cut.source}.pdf"), str(PICTURES / name)
    subprocess.run(["pdftoppm", "-png", "-singlefile", *pages, *window, source, target], check=True)


def _screens(folder: Path, program: str) -> None:
    printed = [str(folder / "summary.pdf"), str(folder / "report")]
    subprocess.run(["pdftoppm", "-png", "-r", "96", "-f", "1", "-l", "2", *printed], check=True)
    images = "".join(
        f"<img src='{path.name}' style='height:870px;margin:15px 4px;outline:1px solid #999'>"
        for path in sorted(folder.glob("report-*.png"))
    )
    body = f"<body style='margin:0;text-align:center;background:#eee'>{images}"
    (folder / "both.html").write_text(body, encoding="utf-8")
    with Tab(program) as tab:
        for name, (source, width, scheme) in {
            **SCREENS,
            "summary-docx": ("both", SIDE_BY_SIDE, "light"),
        }.items():
            tab.open(folder / f"{source}.html", width, scheme)
            tab.shot(PICTURES / f"{name}.png")


def main() -> int:
    """Make every picture; 2 where a program that draws is missing."""
    chromium = browser()
    if chromium is None or not all(map(shutil.which, PROGRAMS)):
        print("LibreOffice, pdftoppm and Chromium are needed.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        for name, command in MADE.items():
            program = [sys.executable, "-m", "lifelong_learning"]
            subprocess.run(
                [*program, *command, str(folder / name), "--quiet"], check=False, stdout=subprocess.DEVNULL
            )
        _print(folder)
        for name, cut in CUTS.items():
            _cut(folder, name, cut)
        _screens(folder, chromium)
    return 0


if __name__ == "__main__":
    sys.exit(main())

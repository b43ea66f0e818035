"""Set the clerk's page on one sheet of A4, to be printed or sent: a PDF and a picture in each language.

    python tools/clerk_page.py [FOLDER]

The text is that of `docs/en/clerk.md` and `docs/vi/clerk.md`. Needs chromium and pdftoppm; ends with 1 where
a page takes more than one sheet. FOLDER is `docs/pictures` unless told.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
STYLE = """
@page { size: A4; margin: 9mm 11mm }
* { box-sizing: border-box }
body { margin: 0; font: 9.5pt/1.25 "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #1a1a1a }
h1 { font-size: 15pt; margin: 0 0 1mm; color: #1f3864 }
h2 { font-size: 11.5pt; margin: 2mm 0 .8mm; color: #1f3864; border-bottom: .4mm solid #2e75b6 }
p, ul, ol { margin: .8mm 0 }
ul, ol { padding-left: 4.5mm }
li { margin: .3mm 0 }
a { color: inherit; text-decoration: none }
code { font-family: "DejaVu Sans Mono", monospace; font-size: 92% }
img { display: block; width: 84%; margin: 1mm auto; border: .2mm solid #999 }
img[src*="/form-"] { object-view-box: inset(34% 0 5% 0); aspect-ratio: 1080 / 293 }
img[src*="/returned-list-"] { object-view-box: inset(18.5% 0 58% 0); aspect-ratio: 1060 / 117; width: 100% }
img[src*="/returned-sheet-"] { object-view-box: inset(29.5% 36% 42% 3%); aspect-ratio: 726 / 142 }
table { border-collapse: collapse; width: 100%; margin: 1mm 0; font-size: 9.2pt; line-height: 1.2 }
th { text-align: left; background: #1f3864; color: #fff }
th, td { border: .2mm solid #999; padding: .45mm 1.4mm; vertical-align: top }
td:first-child { width: 43% }
.marks td:first-child { width: 13%; font-weight: bold; text-align: center }
.marks tr:nth-child(1) td:first-child { background: #f8cbc7 }
.marks tr:nth-child(2) td:first-child { background: #ffe0a3 }
.marks tr:nth-child(3) td:first-child { background: #d4e8f7 }
"""


def html_of(lang: str) -> str:
    """Return the page of a language as HTML that stands alone but for its pictures."""
    page = ROOT / "docs" / lang / "clerk.md"
    text = re.sub(r" \[[^\]]*\]\(\S+\.pdf\)\.", "", page.read_text(encoding="utf-8"))  # it is this page
    body = MarkdownIt("commonmark").enable("table").render(text)
    body = re.sub(r'src="\.\./pictures/', f'src="{(ROOT / "docs" / "pictures").as_uri()}/', body)
    body = body.replace("<table>", '<table class="marks">', 1)  # what the colours mean
    return f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>{STYLE}</style>{body}</html>'


def make(lang: str, folder: Path) -> int:
    """Write `clerk-LANG.pdf` and `clerk-LANG.png`; return how many sheets the page takes."""
    with TemporaryDirectory() as work:
        source = Path(work) / "page.html"
        source.write_text(html_of(lang), encoding="utf-8")
        pdf = folder / f"clerk-{lang}.pdf"
        _run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={work}/profile", f"--print-to-pdf={pdf}", source.as_uri())  # fmt: skip
        _run("pdftoppm", "-r", "110", "-png", pdf, Path(work) / "sheet")
        sheets = sorted(Path(work).glob("sheet*.png"))
        (folder / f"clerk-{lang}.png").write_bytes(sheets[0].read_bytes())
    return len(sheets)


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=120)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Make both pages; return 1 where one is longer than a sheet."""
    folder = Path(arguments[0] if arguments else ROOT / "docs" / "pictures").resolve()
    sheets = {lang: make(lang, folder) for lang in ("en", "vi")}
    for lang, count in sheets.items():
        print(f"clerk-{lang}: {count} sheet(s) of A4")
    return int(max(sheets.values()) > 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

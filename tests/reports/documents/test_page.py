"""The page: whole, self-contained, readable without colour or mouse; opened in Chromium where it is."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.reports.document.html import render
from lifelong_learning.reports.view import evaluation

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from lifelong_learning.model.plan import Lang

    Attributes = dict[str, str | None]

VOID = {"meta"}
CHROMIUM = shutil.which("chromium")


def _page(found: SimpleNamespace, lang: Lang = "en") -> str:
    document = evaluation.document(
        found.scorecard, found.findings, lang=lang, made_by="0", commitments_of=found.commitments_of
    )
    return render(document).decode()


class Outline(HTMLParser):
    """Collects the elements of a page, and fails where one is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def of(self, *tags: str) -> list[Attributes]:
        """Return the attributes of every element of some names."""
        return [attributes for tag, attributes in self.found if tag in tags]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_page_has_what_a_screen_reader_needs(world: SimpleNamespace, lang: Lang) -> None:
    """Language, landmarks, a way past the contents, captions, headers with a scope, named pictures."""
    outline = Outline(_page(world, lang))
    tags = [tag for tag, _ in outline.found]
    assert outline.of("html") == [{"lang": lang}]
    landmarks = ("header", "nav", "main", "footer", "h1")
    assert [tags.count(name) for name in landmarks] == [1, 1, 1, 1, 1]
    first = outline.of("a")[0]
    assert (first["class"], first["href"]) == ("skip", "#results")
    assert tags.count("table") == tags.count("caption") == 6
    assert {attributes.get("scope") for attributes in outline.of("th")} == {"col", "row", "rowgroup"}
    assert all("aria-label" in svg or svg.get("aria-hidden") == "true" for svg in outline.of("svg"))
    ids = {attributes["id"] for _, attributes in outline.found if "id" in attributes}
    assert {str(a["href"]).removeprefix("#") for a in outline.of("a")} <= ids


def test_page_loads_nothing(world: SimpleNamespace) -> None:
    """The policy forbids everything but the page's own rules, and the page asks for nothing else."""
    page = _page(world)
    outline = Outline(page)
    css = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert css is not None
    digest = base64.b64encode(hashlib.sha256(css.group(1).encode()).digest()).decode()
    policy = outline.of("meta")[1]["content"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in outline.found}
    assert not [a for _, a in outline.found if {"src", "style", "onclick"} & set(a)]
    assert "url(" not in css.group(1)
    assert "@import" not in css.group(1)


def test_hostile_names_are_text(hostile: SimpleNamespace) -> None:
    """No name opens an element or holds a control character."""
    page = _page(hostile)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "\x1b" not in page
    assert "&lt;b&gt;*1*&lt;/b&gt;" in page
    Outline(page)


def test_status_is_said_in_a_word(world: SimpleNamespace) -> None:
    """Every coloured status holds its mark and word, and a provisional figure says so."""
    page = _page(world)
    assert '<span class="status not_met">✗ not met</span>' in page
    assert "provisional: 3 of 11 reported" in page


def test_same_evaluation_gives_the_same_bytes(world: SimpleNamespace) -> None:
    """Nothing of a clock or of chance is in the page."""
    assert _page(world) == _page(world)


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the page was not opened")
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_page_opens_in_chromium_without_a_complaint(
    world: SimpleNamespace, lang: Lang, tmp_path: Path
) -> None:
    """Chromium draws the page, names no error on its console, and prints it."""
    page = tmp_path / "page.html"
    page.write_text(_page(world, lang), encoding="utf-8")
    picture, printed = tmp_path / "page.png", tmp_path / "page.pdf"
    for number, wanted in enumerate((f"--screenshot={picture}", f"--print-to-pdf={printed}")):
        command = [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--enable-logging=stderr", f"--user-data-dir={tmp_path / str(number)}", "--window-size=1000,1400",
            wanted, page.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
        assert [line for line in done.stderr.decode().splitlines() if "CONSOLE" in line] == []
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000
    assert printed.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_figure_is_never_parted_from_its_sign(world: SimpleNamespace, lang: Lang) -> None:
    """The percent sign follows its figure without a space of any kind."""
    page = _page(world, lang)
    body = page[page.index("<body") :]
    assert re.search("[0-9]%", body)
    assert not re.search("[0-9]\\s+%", re.sub("<[^>]*>", "", body))

"""Any file at all: exit 0, 1 or 2, within 10 s of processor time and 512 MB, without a traceback."""

from __future__ import annotations

import json
import os
import re
import zipfile
from itertools import islice, product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

SECONDS, MEGABYTES = 10, 512
ALL_FIGURES = ("dense-numbers", "text-numbers", "error-cells")
"""Files of which every cell is a figure that is judged and told of: about a third of the time on a machine
with nothing else to do, and three quarters at most on one that is busy; all others take at most half."""
_LINE = re.compile(r"(llplan: [^\n]+\n?)*")
HEAD = ("unit_code", "unit_name", "level", "year", "library_visits", "active_users", "staff_total")


DAYS = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def _table(hostile: ModuleType, rows: str, after: str = "", **parts: str) -> bytes:
    """A workbook with a sheet of libraries of the given rows."""
    head = "".join(
        f'<c r="{"ABCDEFG"[i]}1" t="inlineStr"><is><t>{n}</t></is></c>' for i, n in enumerate(HEAD)
    )
    xml = hostile.sheet(head, after).replace("</sheetData>", rows + "</sheetData>")
    content = hostile.parts(xml, **parts)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace('name="S1"', 'name="Libraries"')
    data: bytes = hostile.packed(content)
    return data


def _published(hostile: ModuleType, rows: str, after: str = "") -> bytes:
    """A workbook with a sheet of published percentages."""
    head = "".join(
        f'<c r="{"ABCDE"[i]}1" t="inlineStr"><is><t>{n}</t></is></c>'
        for i, n in enumerate(("target", "level", "area", "year", "percent"))
    )
    xml = hostile.sheet(head, after).replace("</sheetData>", rows + "</sheetData>")
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    content = hostile.parts(xml, styles=styles)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace('name="S1"', 'name="Reported"')
    data: bytes = hostile.packed(content)
    return data


def _shown_as_percent(count: int) -> str:
    return "".join(
        f'<row r="{r}">' + "".join(f'<c r="{c}{r}" s="1"/>' for c in "ABCDEFGHIJ") + "</row>"
        for r in range(2, count)
    )


def _rows(count: int, figure: str) -> str:
    text = '<c r="{c}{r}" t="inlineStr"><is><t>{t}</t></is></c>'
    return "".join(
        f'<row r="{r}">'
        + text.format(c="A", r=r, t=f"{r:06d}")
        + text.format(c="B", r=r, t="Thư viện")
        + text.format(c="C", r=r, t="province")
        + f'<c r="D{r}"><v>2024</v></c>'
        + "".join(figure.format(c=c, r=r) for c in "EFG")
        + "</row>"
        for r in range(2, count + 2)
    )


HEAVY: dict[str, Callable[[ModuleType], bytes]] = {
    "dense-numbers": lambda h: _table(h, _rows(120_000, '<c r="{c}{r}"><v>{r}71</v></c>')),
    "text-numbers": lambda h: _table(
        h, _rows(100_000, '<c r="{c}{r}" t="inlineStr"><is><t>{r}</t></is></c>')
    ),
    "error-cells": lambda h: _table(h, _rows(100_000, '<c r="{c}{r}" t="e"><v>#REF!</v></c>')),
    "long-texts": lambda h: _table(
        h, _rows(300, '<c r="{c}{r}" t="inlineStr"><is><t>' + "ệ" * 8_000 + "</t></is></c>")
    ),
    "merges-over-merges": lambda h: _table(
        h,
        _rows(50_000, '<c r="{c}{r}"><v>1</v></c>'),
        "<mergeCells>" + '<mergeCell ref="A2:A50001"/>' * 50_000 + "</mergeCells>",
    ),
    "rows-of-many-shapes": lambda h: _table(
        h,
        "".join(
            f'<row r="{r}"{"".join(chosen)}/>'
            for r, chosen in enumerate(islice(product((' s="1"', ' ht="1"'), repeat=20), 900_000), 2)
        ),
    ),
    "days-with-a-point": lambda h: _table(
        h, _rows(50_000, '<c r="{c}{r}" s="1"><v>45000.0</v></c>'), styles=DAYS
    ),
    "texts-in-references": lambda h: _table(
        h, _rows(60_000, '<c r="{c}{r}" t="inlineStr"><is><t>' + "&#432;" * 20 + "</t></is></c>")
    ),
    "blank-cells-backwards": lambda h: _table(
        h,
        "".join(
            f'<row r="{r}">' + "".join(f'<c r="{c}{r}"/>' for c in "JIHGFEDCBA") + "</row>"
            for r in range(2, 145_000)
        ),
    ),
    "blank-cells-behind-a-comment": lambda h: _table(
        h, "<!-- --><row>" + '<c r="A1"/>' * 3_000_000 + "</row>"
    ),
    "inline-texts-of-nothing": lambda h: _table(
        h, "<row>" + '<c r="A9" t="inlineStr"><is><t/></is></c>' * 320_000 + "</row>"
    ),
    "values-without-rows": lambda h: _table(h, '<c r="A9"><v>1</v></c>' * 390_000),
    "comments": lambda h: _table(h, "<!--<<<<<<<<-->" * 4_000_000),
    "percentages": lambda h: _published(h, _shown_as_percent(400_000)),
    "percentages-nested": lambda h: _published(h, "", "<x>" * 15_000_000),
    "percentages-and-attributes": lambda h: _published(
        h, "", "<x " + " ".join(f'a{i}="1"' for i in range(3_000_000)) + "/>"
    ),
    "percentages-and-a-comment": lambda h: _published(h, "<!-- -->" + _shown_as_percent(200_000)),
    "nested": lambda h: h.book(h.sheet(after="<x>" * 3_000_000 + "</x>" * 3_000_000)),
    "endless-attribute": lambda h: h.book(h.sheet().replace("<row", f'<row spans="{"1" * 100_000_000}"')),
    "endless-tag": lambda h: h.book(
        h.sheet().replace("<row", "<row " + " ".join(f'a{i}="1"' for i in range(900_000)))
    ),
}


def _padded(path: Path) -> None:
    """Bring a workbook to 10 MB: the limits that hold for it rise with its size."""
    missing = 10_000_000 - path.stat().st_size
    if missing > 0:
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("xl/media/image1.png", os.urandom(missing), zipfile.ZIP_STORED)


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_files_of_10_mb(
    name: str, tmp_path: Path, hostile: ModuleType, measured: Callable[..., tuple[object, ...]]
) -> None:
    """A file of 10 MB that asks for as much work as it can is answered well within the time."""
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(HEAVY[name](hostile))
    _padded(path)
    ran = measured("check", path, "--format", "json", "--jobs", 1, "--lang", "en")
    _held(ran, SECONDS * 3 / 4 if name in ALL_FIGURES else SECONDS / 2)


BOMBS = ("bomb", "billion", "directory")
"""What the names of files begin with that unpack to much; they take long to make."""


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory, hostile: ModuleType) -> list[Path]:
    """Every hostile file but the bombs, made once."""
    names = [name for name in hostile.MAKERS if not name.startswith(BOMBS)]
    made: dict[str, Path] = hostile.make(tmp_path_factory.mktemp("hostile"), names)
    assert len(made) >= 60
    return list(made.values())


@pytest.mark.parametrize("tenth", range(10))
def test_every_bomb_alone(
    tenth: int, tmp_path: Path, hostile: ModuleType, measured: Callable[..., tuple[object, ...]]
) -> None:
    """What unpacks to much keeps to the limits, and the document is JSON that names the file."""
    names = sorted(name for name in hostile.MAKERS if name.startswith(BOMBS))
    assert len(names) >= 30
    for name in names[tenth::10]:
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(hostile.MAKERS[name]())
        document = _held(measured("check", path, "--format", "json", "--lang", "en"))
        assert document["files"][0]["path"] == str(path)  # type: ignore[index]
        assert document["counts"]["error"] > 0, path  # type: ignore[index]


def test_every_other_file_at_once(light: list[Path], measured: Callable[..., tuple[object, ...]]) -> None:
    """The others in one run, within the limits of one file: each is listed and has its error."""
    document = _held(measured("check", *light, "--format", "json", "--jobs", 1, "--lang", "en"))
    wrong = {found["file"] for found in document["findings"] if found["severity"] == "error"}  # type: ignore[attr-defined]
    assert [str(path) for path in light if str(path) not in wrong] == []


@pytest.mark.parametrize(
    "form", ["check text", "check csv", "check sarif", "check junit", "evaluate json", "evaluate text"]
)
def test_light_files_in_every_format(
    form: str, light: list[Path], measured: Callable[..., tuple[object, ...]]
) -> None:
    """Every format is written, the run ends with 1, and the lists name each file."""
    command, name = form.split()
    code, out, err, *_ = measured(command, *light, "--format", name, "--jobs", 1, "--lang", "en")
    assert code == 1
    assert _LINE.fullmatch(str(err)), err
    assert isinstance(out, bytes)
    if name in ("csv", "sarif", "junit"):
        assert [path for path in light if path.name.encode() not in out] == []


def _held(ran: tuple[object, ...], limit: float = SECONDS) -> dict[str, object]:
    """Hold a run to the limits and return its document."""
    code, out, err, seconds, megabytes = ran
    assert code in (0, 1), err
    assert _LINE.fullmatch(str(err)), err
    assert isinstance(seconds, float)
    assert seconds < limit
    assert isinstance(megabytes, int)
    assert megabytes < MEGABYTES
    assert isinstance(out, bytes)
    document: dict[str, object] = json.loads(out)
    return document

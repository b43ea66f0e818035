"""Names sorted as a Vietnamese reader expects them."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import openpyxl
import pytest

from lifelong_learning.cli.main import run
from lifelong_learning.model import names
from lifelong_learning.model.names import collation_key

SOURCE = Path(names.__file__).resolve().parents[1]
SAMPLE = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2024.xlsx"

IN_ORDER = [
    ["Bắc Mê", "Bắc Quang", "Đồng Văn", "Hoàng Su Phì", "Mèo Vạc", "Quản Bạ", "Quang Bình",
     "Thành phố Hà Giang", "Vị Xuyên", "Xín Mần", "Yên Minh"],
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
     "r", "s", "t", "u", "ư", "v", "x", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["ân", "ần", "ẩn", "ẫn", "ấn", "ận", "ba"],
    ["Xã 1", "Xã 2", "Xã A", "Xã Á", "Xã B"],
    ["an", "An", "an bình", "ánh"],
]  # fmt: skip


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: str(names[0]))
def test_names_are_in_the_order_of_the_alphabet(names: list[str]) -> None:
    """Letters decide before tones, Đ follows D, and Vietnamese vowels follow the plain ones."""
    key, mixed = collation_key, names[::-1]
    assert sorted(mixed, key=lambda name: (key(name)[:2], name.swapcase())) == names


def test_the_form_of_the_characters_does_not_matter() -> None:
    """A name in decomposed characters stands where the composed one stands."""
    decomposed = unicodedata.normalize("NFD", "Đồng Văn")
    assert collation_key(decomposed)[:2] == collation_key("Đồng Văn")[:2]


def test_any_text_has_a_key() -> None:
    """Marks without a letter, other scripts and nothing at all can be sorted too."""
    odd = ["", "\u0301", "日本", "Ω", "é", "1", " "]
    assert len(sorted(odd, key=collation_key)) == len(odd)


def districts_of(text: str) -> list[str]:
    """Return the districts that begin a line, each once, in the order of the document."""
    found = re.findall(r"^(?:Huyện |[#|\W]*)(" + "|".join(IN_ORDER[0]) + r")(?=\W|$)", text, re.MULTILINE)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_a_summary_lists_districts_so(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Đồng Văn stands behind Bắc Quang, not behind Yên Minh, in every table of districts."""
    assert run(["summary", str(SAMPLE), "--format", format, "--lang", "vi", "--quiet"]) == 0
    text = capsys.readouterr().out
    tables = [part for part in re.split(r"\n\s*\n", text) if len(districts_of(part)) == len(IN_ORDER[0])]
    assert tables
    assert {tuple(districts_of(table)) for table in tables} == {tuple(IN_ORDER[0])}


def test_a_scorecard_lists_districts_so(tmp_path: Path) -> None:
    """The rows of each district follow those of the one before in the alphabet."""
    book = tmp_path / "scorecard.xlsx"
    asked = ["evaluate", str(SAMPLE), "--by", "district", "--lang", "vi", "--quiet", "--output", str(book)]
    assert run(asked) == 0
    sheet = openpyxl.load_workbook(book).worksheets[0]
    cells = (cell for row in sheet.iter_rows(values_only=True) for cell in row if cell in IN_ORDER[0])
    assert list(dict.fromkeys(cells)) == IN_ORDER[0]


def test_what_orders_names_goes_by_the_alphabet() -> None:
    """No list is sorted by the bare name of a district: code points put Đ behind Y."""
    for folder in ("reports", "forms", "cli"):
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("sorted", ".sort")):
                    said = ast.unparse(node)
                    assert "district" not in said or "collation_key" in said, f"{path.name}: {said}"

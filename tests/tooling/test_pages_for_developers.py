"""The pages for who changes the program name what is there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "lifelong_learning"
PAGES = ("CONTRIBUTING.md", "RELEASING.md", "docs/architecture.md")
NOT_KEPT = ("dist/",)
"""What a command on a page makes."""


@pytest.mark.parametrize("page", PAGES)
def test_every_path_on_the_page_is_there(page: str) -> None:
    """A room, file or script is named as it is called, from the project's root or the package's."""
    text = (ROOT / page).read_text("utf-8")
    named = {
        word.rstrip(".,)")
        for word in re.findall(r"[\w./*-]+/[\w./*-]*|[\w-]+\.(?:py|toml|txt|md)", text)
        if not word.startswith(("//", "../", ".venv"))
    }
    paths = {word for word in named if "*" not in word and "CODE" not in word and word not in NOT_KEPT}
    wrong = [path for path in paths if not (ROOT / path).exists() and not (PACKAGE / path).exists()]
    assert paths
    assert wrong == []


def test_every_room_has_its_line() -> None:
    """The table of rooms names each folder of the package, and the layers that hold imports downward."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    rooms = re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE)
    assert sorted(rooms) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    held = [room for layer in layers for room in re.findall(r"\w+", layer.removeprefix("lifelong_learning."))]
    assert set(rooms) <= set(held)


def test_the_front_pages_lead_to_them() -> None:
    """Who reads the README in either language finds how the program is built and how to work on it."""
    for name in ("README.md", "README.vi.md"):
        text = (ROOT / name).read_text("utf-8")
        assert "](docs/architecture.md)" in text
        assert "](CONTRIBUTING.md)" in text

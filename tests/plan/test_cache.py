"""The cache saves the checking of a plan and can never change one."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from lifelong_learning._version import __version__
from lifelong_learning.errors import PlanError
from lifelong_learning.plan import cache, load_plan


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache."""
    place = tmp_path / "cache"
    monkeypatch.setenv("LLPLAN_CACHE_DIR", str(place))
    return place


@pytest.fixture
def kept(folder: Path, small: Path) -> Path:
    """Return the file that the small plan was kept in."""
    load_plan(small)
    (path,) = folder.iterdir()
    return path


def _poison(path: Path) -> None:
    """Change a threshold and leave the digest."""
    path.write_bytes(path.read_bytes().replace(b"[90000,1]", b"[90001,1]"))


def test_a_hit_is_the_same_plan(kept: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan from the cache equals the one that was checked."""
    again = load_plan(small)
    monkeypatch.setenv("LLPLAN_CACHE_DIR", "")
    assert again == load_plan(small)
    assert again.target["visits-a-year"].scopes[0].thresholds[0].lower == 90000
    assert kept.read_bytes().count(b"\n") == 1


def test_a_hit_imports_neither_yaml_nor_pydantic(kept: Path, folder: Path, small: Path) -> None:
    """With a hit a fresh process needs neither."""
    code = (
        "import sys\nfrom lifelong_learning.plan import load_plan\n"
        f"plan = load_plan({str(small)!r})\n"
        "print(plan.id, [m for m in ('yaml', 'pydantic', 'tempfile') if m in sys.modules])"
    )
    env = {"LLPLAN_CACHE_DIR": str(folder)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout == "small []\n"


def test_a_changed_plan_is_read_anew(kept: Path, small: Path) -> None:
    """The cache is keyed by content: a changed figure is seen, a new fault too."""
    path = small / "part.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("90000", "90001"), encoding="utf-8")
    assert load_plan(small).target["visits-a-year"].scopes[0].thresholds[0].lower == 90001
    path.write_text(text.replace("90000", "many"), encoding="utf-8")
    with pytest.raises(PlanError):
        load_plan(small)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\n{}", b"\xff\xff\n\xff", b"0" * 64 + b"\n" + b"[" * 100_000]
)
def test_a_damaged_entry_is_passed_over(kept: Path, small: Path, content: bytes) -> None:
    """What cannot be read is not used, and is replaced."""
    kept.write_bytes(content)
    assert load_plan(small).id == "small"
    assert len(kept.read_bytes()) > 1000


def test_a_changed_entry_is_passed_over(kept: Path, small: Path) -> None:
    """A figure changed in the cache is never seen."""
    before = kept.read_bytes()
    _poison(kept)
    assert kept.read_bytes() != before
    assert load_plan(small).target["visits-a-year"].scopes[0].thresholds[0].lower == 90000
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    "data", [[], None, 7, {"id": "small"}, {"id": "small", "title": 3}, {"id": "small", "title": ["a"]}]
)
def test_data_of_another_shape_is_passed_over(kept: Path, small: Path, data: object) -> None:
    """Even with a fitting digest, data that does not shape into a plan is passed over."""
    sha256 = load_plan(small).sha256
    payload = json.dumps(data).encode()
    digest = cache._digest(sha256, payload)
    kept.write_bytes(digest.encode() + b"\n" + payload)
    assert cache.load(sha256) is None
    assert load_plan(small).id == "small"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_an_entry_that_others_may_write_is_passed_over(kept: Path, small: Path) -> None:
    """A file that somebody else could have written is not trusted."""
    sha256 = load_plan(small).sha256
    assert cache.load(sha256) is not None
    kept.chmod(0o666)
    assert cache.load(sha256) is None


def test_the_key_holds_bytes_version_and_format(
    folder: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of the program, or another format, does not find the entry."""
    sha256 = load_plan(small).sha256
    paths = {cache.entry(sha256), cache.entry("0" * 64)}
    monkeypatch.setattr(cache, "FORMAT", cache.FORMAT + 1)
    paths.add(cache.entry(sha256))
    monkeypatch.setattr("lifelong_learning.plan.cache.__version__", "99")
    paths.add(cache.entry(sha256))
    assert len(paths) == 4
    assert cache.load(sha256) is None


def test_a_place_that_cannot_be_written(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that cannot be kept changes nothing."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("LLPLAN_CACHE_DIR", str(tmp_path / "file"))
    assert load_plan(small).id == "small"


def test_nothing_is_left_behind_when_the_move_fails(
    folder: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be moved into place is removed."""

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", refuse)
    assert load_plan(small).id == "small"
    assert list(folder.iterdir()) == []


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LLPLAN_CACHE_DIR, else the user's cache folder; empty switches it off."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache.folder() is None
    assert cache.load("0" * 64) is None
    monkeypatch.delenv("LLPLAN_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert cache.folder() == Path("/x/llplan")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/lan")
    assert cache.folder() == Path("/home/lan/.cache/llplan")
    monkeypatch.setenv("HOME", "")
    assert cache.folder() is None
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert cache.folder() == tmp_path / "llplan" / "cache"


def test_the_digest_is_that_of_the_content(kept: Path, small: Path) -> None:
    """The first line is the hash of key and content."""
    sha256 = load_plan(small).sha256
    digest, payload = kept.read_bytes().split(b"\n")
    key = f"{sha256} {__version__} {cache.FORMAT} ".encode()
    assert digest.decode() == hashlib.sha256(key + payload).hexdigest()

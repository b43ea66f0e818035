"""A plan's files are hostile until read: bounded, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifelong_learning import catalogue
from lifelong_learning.plan import check_plan, reader


def _only(folder: Path) -> tuple[str, str, str]:
    (fault,) = check_plan(folder)
    return fault.code, Path(fault.file or "").name, catalogue.message(fault, "en")


def test_a_folder_named_like_a_file(small: Path) -> None:
    """A listed file that is a folder cannot be read."""
    (small / "part.yaml").unlink()
    (small / "part.yaml").mkdir()
    message = "The file part.yaml cannot be read, or the YAML files of the folder exceed 8 MiB together."
    assert _only(small) == ("PL901", "part.yaml", message)


def test_a_file_that_is_too_large(small: Path) -> None:
    """A file over the limit is not parsed."""
    (small / "part.yaml").write_bytes(b"#" * (reader.LARGEST_FILE + 1))
    assert _only(small) == ("PL901", "part.yaml", "The file is larger than 1048576 bytes.")


def test_a_folder_that_is_too_large(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What exceeds the limit of the folder is not held in memory."""
    monkeypatch.setattr("lifelong_learning.plan.LARGEST_PLAN", 100)
    found = [(fault.code, Path(fault.file or "").name) for fault in check_plan(small)]
    assert found == [("PL901", "part.yaml"), ("PL901", "plan.yaml")]


def test_too_many_values(small: Path) -> None:
    """A file of very many values is given up at the limit."""
    (small / "part.yaml").write_text("targets: [" + "1," * reader.LARGEST_NODES + "]", encoding="utf-8")
    assert _only(small) == ("PL904", "part.yaml", "The file holds more than 50000 values.")


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_bottomless_nesting(small: Path, bracket: str) -> None:
    """Nesting without end is a finding, not a crash."""
    (small / "part.yaml").write_text("targets: \n  " + bracket * 40_000, encoding="utf-8")
    found = list(check_plan(small))
    assert found
    assert {fault.code for fault in found} <= {"PL902", "PL904"}


def test_aliases_do_not_multiply(small: Path) -> None:
    """A file of aliases to aliases is refused without being unfolded."""
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    (small / "part.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert {fault.code for fault in check_plan(small)} == {"PL904", "PL924"}


def test_a_text_that_is_too_long(small: Path) -> None:
    """A quote is a phrase."""
    path = small / "part.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("quote: tăng 10%", "quote: " + "a" * 2001), encoding="utf-8"
    )
    assert _only(small) == ("PL909", "part.yaml", "The text is longer than 2000 characters.")


def test_too_many_files(small: Path) -> None:
    """The list of files has an end."""
    names = ", ".join(["part.yaml"] + [f"f{i}.yaml" for i in range(100)])
    path = small / "plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[part.yaml]", f"[{names}]"), encoding="utf-8")
    found = list(check_plan(small))
    assert catalogue.message(found[0], "en") == "The list has more than 100 entries."


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"text", b"\xef\xbb\xbf", b"\x00", b"- - -", b"? [a]\n: b", b"--- |\n"]
)
def test_any_file_is_answered_with_findings(small: Path, content: bytes) -> None:
    """Whatever a file holds, it is answered with findings."""
    for name in ("plan.yaml", "part.yaml"):
        (small / name).write_bytes(content)
    found = list(check_plan(small))
    assert found
    assert all(catalogue.message(fault, lang) for fault in found for lang in ("en", "vi"))

"""`llplan summary` as a user runs it: outputs, exit codes, what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DAY = "YYYY-MM-DD (such as 2026-01-31)"
SAMPLE = "data/ha-giang-2024.xlsx"


def run(*arguments: object) -> tuple[int, str, str]:
    """Run the command in English and return its exit code and what it wrote."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    environment.pop("LLPLAN_LANG", None)
    environment.pop("COLUMNS", None)
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", "summary", *map(str, arguments)],
        cwd=ROOT,
        env={**environment, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def test_several_documents_at_once(tmp_path: Path) -> None:
    """Every output is written in the format of its suffix; on a pipe there is no progress."""
    names = ("r.docx", "r.html", "r.md", "r.txt", "r.xlsx", "r.json")
    outputs = [part for name in names for part in ("--output", tmp_path / name)]
    code, out, err = run(SAMPLE, *outputs, "--date", "2025-01-08", "--quiet")
    assert (code, out, err) == (0, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert json.loads((tmp_path / "r.json").read_bytes())["date"] == "2025-01-08"


def test_trend_in_the_terminal() -> None:
    """With --since every target has a line of its own over the years, and its course at a glance."""
    code, out, _ = run("data/ha-giang-2015-2020.xlsx", "--plan", "ha-giang-2020", "--since", 2015, "--quiet")
    assert code == 0
    assert "115.82% 148.05% 137.91% 138.27% 122.28% 116.23%" in " ".join(out.split())
    assert "▁█▆▆▂▁" in out


def test_first_half_year() -> None:
    """A half-year is compared with that of the year before, and held against half of a flow's target."""
    code, out, _ = run(SAMPLE, "--period", "h1", "--format", "json", "--quiet")
    document = json.loads(out)
    assert (code, document["period"], document["year"]) == (0, "h1", 2024)
    visits = next(one for one in document["targets"] if one["target"] == "library-visits-growth")
    assert [year["year"] for year in visits["by_year"]] == [2023, 2024]


def test_half_of_a_flow() -> None:
    """Below a flow's target a half-year is said to have half of it or not, never to lag behind a line."""
    _, out, _ = run(SAMPLE, "--period", "h1", "--format", "markdown", "--quiet")
    verdict = "5.23% (provisional, 25 of 71 units), less than half of the year's target of 20–25%."
    assert f"- Staff who were trained: {verdict}" in out.splitlines()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("not met 1 (provisional)",
                "Units whose score fell on 2025: Nhà văn hóa Xã Vị Xuyên by 16.7; 1 in all.")),
        ("vi", ("không đạt: 1 chỉ tiêu (tạm tính)",
                "Có 1 đơn vị giảm điểm so với năm 2025: Nhà văn hóa Xã Vị Xuyên (giảm 16,7 điểm).")),
    ],
)  # fmt: skip
def test_one_alone_is_not_most_of_all(lang: str, said: tuple[str, ...]) -> None:
    """Where all that moved are named, none is the one that moved most; one provisional result is that."""
    _, out, _ = run("data/ha-giang-2026.xlsx", "--units", "data/register-ha-giang-2026.csv",
                    "--format", "markdown", "--quiet", "--lang", lang)  # fmt: skip
    assert [sentence for sentence in said if sentence not in out] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "8/1/2025"), f"llplan: --date cannot be 8/1/2025. Allowed: {DAY}.\n"),
        (("--date", "2025-02-30"), f"llplan: --date cannot be 2025-02-30. Allowed: {DAY}.\n"),
        (("--since", "2030"), "llplan: --since cannot be 2030. Allowed: ≤ 2024.\n"),
        (("--letterhead", "none.yaml"), "llplan: none.yaml does not exist. Check the path.\n"),
        (("--letterhead", "data/letterhead.yaml", "--format", "json"),
         "llplan: JSON has no place for what --letterhead says. Leave it out, or name a format for people "
         "too.\n"),
        (("--format", "csv"), "llplan: There is no format csv here. Formats: text, markdown, html, docx, "
                              "xlsx, json.\n"),
    ],
)  # fmt: skip
def test_what_cannot_start(arguments: tuple[str, ...], said: str) -> None:
    """What cannot be done is refused in one line, with exit code 2; JSON that was asked for says it too."""
    code, out, err = run(SAMPLE, *arguments)
    assert (code, err) == (2, said)
    assert ("RN001" in out) is ("json" in arguments)


def test_a_letterhead_with_faults(tmp_path: Path) -> None:
    """A faulty letterhead names its line, column and remedy."""
    path = tmp_path / "letterhead.yaml"
    path.write_text("place: 7\n", encoding="utf-8")
    code, _, err = run(SAMPLE, "--letterhead", path)
    assert code == 2
    assert err == (
        f"llplan: {path}:1:8: PL950 “7” is not a text of 1 to 200 characters. "
        "Write it in words, numbers in quotes.\n"
    )


def test_errors_and_targets_that_fail() -> None:
    """Errors in the data give exit code 1 beside the report, a missed target only where that is asked for."""
    code, out, err = run("data/ha-giang-2024-mistakes.xlsx")
    assert (code, out[:7]) == (1, "REPORT\n")
    assert err == ""
    assert run(SAMPLE, "--quiet")[0] == 0
    assert run(SAMPLE, "--quiet", "--fail-on", "not_met")[0] == 1

"""Keep README.md true: run the commands that it shows and put in what they print.

A shown command is a fenced block of kind `console` that begins with `$ llplan …`. What follows is its
output; a last line of `…` says that only the beginning is shown. `python tools/readme.py` rewrites the
blocks, `--check` only tells whether they differ. The chapter on encoding a plan is left alone: it is
followed from an empty folder, by a test of its own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
CUT = "…"
BLOCK = re.compile(r"```console\n\$ llplan (?P<arguments>[^\n]*)\n(?P<shown>.*?)```\n", re.DOTALL)


CHAPTER = re.compile(r"^## Encode your own plan\n.*?(?=^## )", re.DOTALL | re.MULTILINE)


def output_of(arguments: str) -> str:
    """Return what a command prints: at 80 columns, without colour, in English unless it says otherwise."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LLPLAN"))}
    clean.pop("COLUMNS", None)
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", *shlex.split(arguments)],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode("utf-8").splitlines())


def block(match: re.Match[str]) -> str:
    """Return a block with the output that its command has now, cut where it was cut."""
    arguments, shown = match["arguments"], match["shown"]
    lines = output_of(arguments).splitlines()
    if shown.rstrip().endswith(f"\n{CUT}"):
        lines = [*lines[: len(shown.splitlines()) - 1], CUT]
    return "```console\n$ llplan " + arguments + "\n" + "\n".join(lines) + "\n```\n"


def renewed(text: str) -> str:
    """Return the README with every shown output as it is now."""
    left_alone = CHAPTER.search(text)
    if left_alone is None:
        return BLOCK.sub(block, text)
    before, after = text[: left_alone.start()], text[left_alone.end() :]
    return BLOCK.sub(block, before) + left_alone[0] + BLOCK.sub(block, after)


def main() -> int:
    """Rewrite the README, or with `--check` tell whether it is true."""
    text = README.read_text(encoding="utf-8")
    new = renewed(text)
    if "--check" in sys.argv[1:]:
        return int(new != text)
    README.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

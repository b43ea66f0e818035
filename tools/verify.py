"""Run every check of the project: format, lint, types, layers, tests with branch coverage.

Stops at the first that fails and returns its exit code.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

STEPS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto", "--cov", "--cov-report=term", "--durations=10"),
)


def main() -> int:
    """Run the steps in order."""
    for name, *arguments in STEPS:
        print(f"== {name} {' '.join(arguments)}", flush=True)
        began = time.monotonic()
        program = BIN / (f"{name}.exe" if sys.platform == "win32" else name)
        code = subprocess.run([str(program), *arguments], cwd=ROOT, check=False).returncode
        print(f"== {name}: exit {code} after {time.monotonic() - began:.0f} s", flush=True)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())

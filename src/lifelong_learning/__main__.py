"""The entry point: answers `--version` before anything is imported, hands the rest to the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `llplan`."""
    if sys.argv[1:] == ["--version"]:
        from lifelong_learning._version import __version__

        sys.stdout.write(f"llplan {__version__}\n")
        return
    from lifelong_learning.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

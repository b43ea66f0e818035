"""The entry point: answers `--version` before anything is imported, hands the rest to the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `llplan`."""
    if sys.argv[1:] == ["--version"]:
        from lifelong_learning._version import __version__

        sys.stdout.write(f"llplan {__version__}\n")
        return
    import gc

    from lifelong_learning.cli.main import run

    # A run ends soon and makes millions of values with hardly a cycle among them; looking for cycles
    # took half its time.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

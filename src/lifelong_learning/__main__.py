"""The entry point: answers `--version` and `--help` itself, and hands the rest to the commands.

Importing the command line library takes four times as long as starting Python.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run `llplan`."""
    if sys.argv[1:] == ["--version"]:
        from lifelong_learning._version import __version__

        sys.stdout.write(f"llplan {__version__}\n")
        return
    if sys.argv[1:] == ["--help"]:
        from lifelong_learning.cli import front

        if front.show():
            return
    import gc

    from lifelong_learning.cli.main import run

    # A run ends soon and makes millions of values with hardly a cycle among them; looking for cycles
    # took half its time.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

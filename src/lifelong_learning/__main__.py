"""The entry point: answers `--version` and `--help` itself, and hands the rest to the commands.

Importing the command line library takes four times as long as starting Python.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run `llplan`."""
    _open_streams()
    if _answered(sys.argv[1:]):
        return
    import gc

    # A run ends soon and makes millions of values with hardly a cycle among them; looking for cycles
    # took half its time.
    gc.disable()
    from lifelong_learning.cli.main import run

    _leave(run(sys.argv[1:]))


def _answered(arguments: list[str]) -> bool:
    """Answer what needs no command; False for all else, and where the answer could not be written."""
    try:
        if arguments == ["--version"]:
            from lifelong_learning._version import __version__

            sys.stdout.write(f"llplan {__version__}\n")
            sys.stdout.flush()
            return True
        if arguments == ["--help"]:
            from lifelong_learning.cli import front

            return front.show()
    except OSError:
        pass  # the commands meet it again, and say what is wrong
    return False


def _open_streams() -> None:
    """Give a stream that the caller has closed a place where nothing arrives: the run is the same."""
    if sys.stdout is None or sys.stderr is None:
        import os

        for name in ("stdout", "stderr"):
            if getattr(sys, name) is None:
                setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until exit


def _leave(code: int) -> None:
    """End at once: to give back millions of values one by one, to a system that takes all, is time lost."""
    import os

    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()

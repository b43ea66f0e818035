"""The first page of help, kept as text so that `llplan --help` needs no command line library.

The pages are what that library writes for 80 columns; a test holds them equal, and
`python -m lifelong_learning.cli.front` writes them anew.
"""

from __future__ import annotations

import os
import sys

LANGUAGES = ("en", "vi")
_COLUMNS = 80
_PAGES = os.path.join(os.path.dirname(__file__), "pages")  # noqa: PTH118, PTH120 - pathlib costs more than the page


def show() -> bool:
    """Write the page in the language of the run; False where the screen is too narrow for it."""
    if _columns() < _COLUMNS:
        return False
    from lifelong_learning.cli.screen import for_people

    text = page(for_people(None)).encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(text)
    sys.stdout.flush()
    return True


def page(lang: str) -> str:
    """Return the page in a language, as it is kept."""
    with open(_path(lang), encoding="utf-8") as file:  # noqa: PTH123 - as above
        return file.read()


def _path(lang: str) -> str:
    return os.path.join(_PAGES, f"help-{lang}.txt")  # noqa: PTH118 - as above


def _columns() -> int:
    """Return the columns of the screen as the command line library reckons them."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(1).columns or _COLUMNS
    except (OSError, ValueError):
        return _COLUMNS


def written(lang: str) -> str:
    """Return the page as the command line library writes it."""
    from lifelong_learning.cli.main import build

    command = build("vi" if lang == "vi" else "en")
    context = command.make_context("llplan", [], obj=lang, resilient_parsing=True, terminal_width=78)
    return context.get_help() + "\n"


if __name__ == "__main__":
    for _lang in LANGUAGES:
        with open(_path(_lang), "w", encoding="utf-8", newline="\n") as _file:  # noqa: PTH123
            _file.write(written(_lang))

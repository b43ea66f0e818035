"""Hold the pages of a run against axe-core in a real browser: light and dark, wide and narrow.

    python tools/pages.py report.html summary.html [--axe PATH] [--browser PATH] [--shot FOLDER]

Every page is opened by Chromium at 1280 and 390 pixels, in light and in dark colours. What axe-core finds is
listed, and what is wider than the screen; the exit code is 1 where there is anything. axe-core is taken from
`node_modules` here or above (`npm install axe-core`), or from `--axe`; it is no part of this repository.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
HEIGHT = 900
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_RUN = "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(found.violations))"
_OVER = """(width => JSON.stringify([...document.querySelectorAll('body *')].filter(one => {
  for (let above = one.parentElement; above; above = above.parentElement)
    if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(above).overflowX)) return false;
  return one.getBoundingClientRect().right > width + 1;
}).map(one => one.tagName + ' ' + one.textContent.trim().slice(0, 40))
.concat(document.documentElement.scrollWidth > width ? ['the page itself'] : [])))"""


class Look(NamedTuple):
    """How a page was looked at, and what was found."""

    page: str
    width: int
    scheme: str
    faults: Sequence[str]


def axe_core(folder: Path | None = None) -> Path | None:
    """Return the script of axe-core that is installed in a folder or above it; None where it is not."""
    start = (folder or Path.cwd()).resolve()
    places = [above / "node_modules" / "axe-core" / "axe.min.js" for above in (start, *start.parents)]
    said = os.environ.get("AXE_CORE")
    return next((place for place in [*([Path(said)] if said else []), *places] if place.is_file()), None)


def browser() -> str | None:
    """Return the browser that is installed; None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


class Tab:
    """A page of a browser without a window, driven over its debugging pipe."""

    def __init__(self, program: str) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        (ask, self._asked), (self._answered, answer) = os.pipe(), os.pipe()
        command = [
            sys.executable, "-c", _SPAWN, str(ask), str(answer), program, "--headless=new", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe",
            f"--user-data-dir={self._profile.name}", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            command, pass_fds=(ask, answer), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(ask)
        os.close(answer)
        self._to: IO[bytes] = os.fdopen(self._asked, "wb", buffering=0)
        self._from: IO[bytes] = os.fdopen(self._answered, "rb")
        self._count = 0
        self._session: str | None = None
        self._left = b""

    def __enter__(self) -> Self:
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self.call("Page.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        self._to.close()
        self._from.close()
        self._profile.cleanup()

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask the browser for something and return its answer; RuntimeError for a refusal."""
        self._count += 1
        asked: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session is not None:
            asked["sessionId"] = self._session
        self._to.write(json.dumps(asked).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                found: dict[str, Any] = answer["result"]
                return found

    def wait_for(self, event: str) -> None:
        """Wait until the browser tells of an event."""
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            piece = os.read(self._from.fileno(), 1 << 16)
            if not piece:
                raise RuntimeError("the browser has ended")
            self._left += piece
        told, _, self._left = self._left.partition(b"\0")
        found: dict[str, Any] = json.loads(told)
        return found

    def open(self, path: Path, width: int, scheme: str) -> None:
        """Open a page as wide as a screen, in light or dark colours."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=HEIGHT,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.navigate", url=path.resolve().as_uri())
        self.wait_for("Page.loadEventFired")

    def value(self, expression: str) -> Any:
        """Return what an expression comes to on the page."""
        found = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(found["exceptionDetails"]["exception"].get("description"))
        return found["result"].get("value")

    def shot(self, path: Path) -> None:
        """Write a picture of what is on the screen."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


_SPAWN = """import os, sys
ask, answer = map(int, sys.argv[1:3])
os.dup2(ask, 3, inheritable=True) if ask != 3 else os.set_inheritable(3, True)
os.dup2(answer, 4, inheritable=True) if answer != 4 else os.set_inheritable(4, True)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Gives the browser its pipe where it looks for it: it reads from 3 and writes to 4."""


def looked_at(pages: Sequence[Path], axe: Path, program: str, shots: Path | None = None) -> Iterator[Look]:
    """Yield what is found on every page, at every width, in both schemes."""
    script = axe.read_text(encoding="utf-8")
    with Tab(program) as tab:
        for page in pages:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    tab.open(page, width, scheme)
                    tab.value("document.querySelectorAll('details').forEach(one => one.open = true)")
                    tab.value(script + "; 0")
                    found = [_worded(one) for one in json.loads(tab.value(_RUN))]
                    found += [
                        f"wider than the screen: {one}" for one in json.loads(tab.value(f"{_OVER}({width})"))
                    ]
                    if shots is not None:
                        tab.shot(shots / f"{page.stem}-{width}-{scheme}.png")
                    yield Look(page.name, width, scheme, found)


def _worded(violation: dict[str, Any]) -> str:
    places = [place["html"][:80] for place in violation["nodes"]]
    return f"{violation['impact']} {violation['id']}: {violation['help']} ({len(places)}: {places[0]})"


def main() -> int:
    """Print what is found; 1 where something is, 2 where axe-core or a browser is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--axe", type=Path, default=axe_core())
    parser.add_argument("--browser", default=browser())
    parser.add_argument("--shot", type=Path)
    asked = parser.parse_args()
    if asked.axe is None or asked.browser is None:
        print(
            "axe-core (npm install axe-core, or --axe) and Chromium (--browser) are needed.", file=sys.stderr
        )
        return 2
    failed = False
    for look in looked_at(asked.pages, asked.axe, asked.browser, asked.shot):
        print(f"{look.page} {look.width} {look.scheme}: {len(look.faults)}")
        for fault in look.faults:
            print(f"  {fault}")
        failed = failed or bool(look.faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

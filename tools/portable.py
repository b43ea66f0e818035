"""Make a folder that runs llplan on a machine that has Python and nothing else, and no network.

    python tools/portable.py FOLDER [--wheels DIR] [--platform win_amd64 --python 3.12]

The folder holds the program with all it depends on. `python FOLDER evaluate …` runs it; so do `llplan.cmd`
on Windows and `llplan` elsewhere, which take the Python in the subfolder `python` where there is one (on
Windows the embeddable package of python.org). Parts of it are compiled: a folder is for one system and one
version of Python, this one's unless told. `--wheels` takes everything from a folder that `pip wheel` has
filled, and asks no network.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")

MAIN = """\
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MADE_FOR = {made_for!r}
sys.path.insert(0, str(HERE / "site"))

if __name__ == "__main__":
    if sys.version_info[:2] != MADE_FOR:
        versions = (*MADE_FOR, *sys.version_info[:2])
        sys.exit("llplan: this folder is for Python %d.%d, and this is Python %d.%d." % versions)
    from lifelong_learning.__main__ import main

    main()
"""

SHELL = """\
#!/bin/sh
here=$(dirname "$0")
if [ -x "$here/python/bin/python3" ]; then exec "$here/python/bin/python3" "$here" "$@"; fi
exec python{version} "$here" "$@"
"""

COMMAND = """\
@echo off
if exist "%~dp0python\\python.exe" (
  "%~dp0python\\python.exe" "%~dp0." %*
) else (
  py -{version} "%~dp0." %*
)
"""

README = """\
llplan {release}: {system}, Python {version}

Windows: open this folder, type cmd in the address bar, press Enter, and type: llplan --help
         Windows: mở thư mục này, gõ cmd vào thanh địa chỉ, nhấn Enter, rồi gõ: llplan --help
Without Python: unpack the "Windows embeddable package" of Python {version} from python.org
         into a subfolder named python. Nothing is installed and no rights are needed.
Chưa có Python: giải nén gói "Windows embeddable package" của Python {version} từ python.org
         vào thư mục con tên là python. Không cần cài đặt, không cần quyền quản trị.
Linux, macOS: ./llplan --help
"""


def main(arguments: list[str] | None = None) -> int:
    """Make the folder; return 0 where it is whole, and else what pip returned."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wheels", type=Path)
    parser.add_argument("--platform")
    parser.add_argument("--python", default="{}.{}".format(*sys.version_info[:2]))
    asked = parser.parse_args(arguments)
    if asked.folder.exists() and any(asked.folder.iterdir()):
        parser.error(f"{asked.folder} is not empty: name a new folder")
    with TemporaryDirectory() as built:
        try:
            _install(asked.folder / "site", asked, Path(built))
        except subprocess.CalledProcessError as fault:
            return int(fault.returncode)
    _launchers(asked.folder, asked.python, asked.platform or sys.platform)
    if asked.platform is None and asked.python == "{}.{}".format(*sys.version_info[:2]):
        compileall.compile_dir(asked.folder / "site", quiet=2)
        return subprocess.run([sys.executable, asked.folder, "--version"], check=False).returncode
    return 0


def _install(site: Path, asked: argparse.Namespace, built: Path) -> None:
    """Put the program and what it depends on into a folder, for the system that was asked for."""
    offline = [] if asked.wheels is None else ["--no-index", "--find-links", str(asked.wheels)]
    program = "lifelong-learning"
    if asked.wheels is None:
        subprocess.run([*PIP, "wheel", "--no-deps", "-w", str(built), str(ROOT)], check=True)
        program = str(next(built.glob("*.whl")))
    target = ["--python-version", asked.python, "--implementation", "cp"] if asked.platform else []
    if asked.platform:
        target += ["--platform", asked.platform]
    # What only Windows needs, pip leaves out elsewhere, whatever platform it is told.
    needed = [program, *(["colorama"] if (asked.platform or "").startswith("win") else [])]
    subprocess.run(
        [
            *PIP, "install", "--target", str(site), "--only-binary=:all:", "--no-compile",
            "-c", str(ROOT / "constraints.txt"), *offline, *target, *needed,
        ],
        check=True,
    )  # fmt: skip
    shutil.rmtree(site / "bin", ignore_errors=True)  # starters that know this machine's Python alone


def _launchers(folder: Path, version: str, system: str) -> None:
    """Write what starts the program, and what a person reads first."""
    sys.path.insert(0, str(ROOT / "src"))
    from lifelong_learning._version import __version__

    made_for = tuple(map(int, version.split(".")[:2]))
    texts = {
        "__main__.py": MAIN.format(made_for=made_for),
        "llplan": SHELL.format(version=version),
        "llplan.cmd": COMMAND.format(version=version),
        "README.txt": README.format(version=version, release=__version__, system=system),
    }
    for name, text in texts.items():
        ends = "\r\n" if name in ("llplan.cmd", "README.txt") else "\n"
        mark = "utf-8-sig" if name == "README.txt" else "utf-8"
        (folder / name).write_text(text, encoding=mark, newline=ends)
    (folder / "llplan").chmod(0o755)


if __name__ == "__main__":
    sys.exit(main())

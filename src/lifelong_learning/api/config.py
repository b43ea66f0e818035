"""The configuration beside a submission or above it: found, read strictly, with the place of every value."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.errors import UsageError
from lifelong_learning.model.names import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.plan.places import Path, Place, Reporter, YamlFile

NAME = "llplan.toml"
_PROJECT = "pyproject.toml"
_TABLE = ("tool", "llplan")
_FILES = ("units", "waivers", "baseline")
_HEAD = pattern(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
_KEY = pattern(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = pattern(r"""[\w-]+|"[^"]*"|'[^']*'""")
_AT = pattern(r"(\d+)\D+(\d+)\)$")
"""Line and column at the end of what the reader of TOML says."""


class Setting(Struct, frozen=True):
    """A value of the configuration, and where it stands: `llplan.toml:3`."""

    value: str | tuple[str, ...] | dict[str, str]
    place: str


def settings_of(paths: Sequence[str]) -> dict[str, Setting]:
    """Return the settings for a submission by the names of the options; none where there is no configuration.

    Paths in it are taken from its own folder. PlanError with every fault of its form, UsageError where it
    cannot be opened.
    """
    found = _find(paths)
    if found is None:
        return {}
    from lifelong_learning.plan.beside import CONFIG, ConfigForm
    from lifelong_learning.plan.places import Reporter
    from lifelong_learning.plan.written import FormCheck, read_form

    path, content = found
    report = Reporter()
    document = _document(path, content, report)
    base = _TABLE if os.path.basename(path) == _PROJECT else ()  # noqa: PTH119 - as given, any system's
    form = None if document.broken else read_form(document, base, FormCheck(ConfigForm), report, CONFIG)
    report.refuse_faulty()
    settings: dict[str, Setting] = {}
    for name, field in ConfigForm.model_fields.items():
        value = getattr(form, name)
        if value is not None:
            mark = document.place((*base, field.alias or name))
            value = tuple(value) if isinstance(value, list) else _resolved(name, value, path)
            settings[name] = Setting(value, f"{mark.file}:{mark.line}")
    return settings


def _resolved(name: str, value: str | dict[str, str], config: str) -> str | dict[str, str]:
    """Return a path as it is from here; a plan is one where it is no bundled plan."""
    if isinstance(value, dict) or name not in (*_FILES, "plan"):
        return value
    if name == "plan":
        from lifelong_learning.plan import bundled_ids

        if value in bundled_ids():
            return value
    return os.path.normpath(os.path.join(os.path.dirname(config), value))  # noqa: PTH118, PTH120 - as given


def _find(paths: Sequence[str]) -> tuple[str, bytes] | None:
    """Return the nearest configuration above all paths, with its content; llplan.toml counts first."""
    folders = [_folder(path) for path in paths if path != "-"] or [os.getcwd()]  # noqa: PTH109 - as text
    try:
        folder = os.path.commonpath(folders)
    except ValueError:  # on two drives
        return None
    for path in _candidates(folder):
        if os.path.isfile(path):  # noqa: PTH113 - as above
            content = _content(path)
            if path.endswith(NAME) or _has_table(content):
                return _shown(path), content
    return None


def _candidates(folder: str) -> Iterator[str]:
    """Yield where a configuration may stand, from a folder upwards."""
    below = ""
    while folder != below:
        for name in (NAME, _PROJECT):
            yield os.path.join(folder, name)  # noqa: PTH118 - pathlib costs more than the search
        folder, below = os.path.dirname(folder), folder  # noqa: PTH120 - as above


def _has_table(content: bytes) -> bool:
    """Tell whether a pyproject.toml has our table; of one that is no TOML, whether it seems to have it."""
    if b"llplan" not in content:
        return False
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return b"tool.llplan" in content
    return isinstance(tool, dict) and "llplan" in tool


def _folder(path: str) -> str:
    whole = os.path.abspath(path)  # noqa: PTH100 - a link is not followed
    return whole if os.path.isdir(whole) else os.path.dirname(whole)  # noqa: PTH112, PTH120 - as text


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as text
            return file.read()
    except OSError as fault:
        raise UsageError("path_unreadable", path=path, why=fault) from fault


def _shown(path: str) -> str:
    """Return a path from the current folder, as a person would write it."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path


def _document(path: str, content: bytes, report: Reporter) -> YamlFile:
    """Return a TOML file with the place of every key and value."""
    import tomllib

    from lifelong_learning.plan.places import Place, YamlFile

    document = YamlFile(path)
    try:
        text = content.decode("utf-8-sig")
        document.data = tomllib.loads(text)
    except UnicodeDecodeError as fault:
        report.at(Place(path, content.count(b"\n", 0, fault.start) + 1, 1), "PL960", "encoding")
        document.broken = True
        return document
    except tomllib.TOMLDecodeError as fault:
        at = _AT.search(str(fault))
        last = text.splitlines() or [""]
        line, column = (int(at[1]), int(at[2])) if at else (len(last), len(last[-1]) + 1)
        report.at(Place(path, line, column), "PL960", "toml")
        document.broken = True
        return document
    document.marks[()] = Place(path, 1, 1)
    for where, key, value in _places(path, text.splitlines()):
        for length in range(1, len(where)):  # [tool.llplan] is a place of "tool" too
            document.keys.setdefault(where[:length], key)
            document.marks.setdefault(where[:length], key)
        document.keys[where] = key
        document.marks[where] = value
        for inner, place in _within(document.value(where), where, value, text):
            document.marks[inner] = place
            if isinstance(inner[-1], str):
                document.keys[inner] = place
    return document


def _places(path: str, lines: list[str]) -> Iterator[tuple[Path, Place, Place]]:
    """Yield every key as its path, with the places of the key and of what stands behind it."""
    from lifelong_learning.plan.places import Place

    table: Path = ()
    number = 0
    while number < len(lines):
        line = lines[number]
        if head := _HEAD.fullmatch(line):
            table = _parts(head[1])
            place = Place(path, number + 1, line.index("[") + 1)
            yield table, place, place
        elif key := _KEY.match(line):
            behind = len(line) - len(line[key.end() :].lstrip())
            yield (
                (*table, *_parts(key[1])),
                Place(path, number + 1, key.start(1) + 1),
                Place(path, number + 1, behind + 1),
            )
            number += _lines_of_value([line[key.end() :], *lines[number + 1 :]]) - 1
        number += 1


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _lines_of_value(lines: list[str]) -> int:
    """Return how many lines a value takes that begins in the first."""
    import tomllib

    for count in range(1, len(lines) + 1):
        try:
            tomllib.loads("value =" + "\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        return count
    return 1


def _within(value: object, where: Path, start: Place, text: str) -> Iterator[tuple[Path, Place]]:
    """Yield the places of the items of a list, and of the keys of a table in one line."""
    from lifelong_learning.plan.places import Place

    lines = text.splitlines(keepends=True)
    offset = sum(map(len, lines[: start.line - 1])) + start.column - 1
    names: Sequence[str | int] = list(value) if isinstance(value, dict) else ()
    if isinstance(value, list):
        names = range(len(value))
    for name in names:
        sought = str(value[name] if isinstance(value, list) and isinstance(name, int) else name)
        found = text.find(sought, offset)
        if found < 0:
            continue
        offset = found + len(sought)
        if found and text[found - 1] in "\"'":
            found -= 1
        before = text[:found]
        yield (*where, name), Place(start.file, before.count("\n") + 1, found - before.rfind("\n"))

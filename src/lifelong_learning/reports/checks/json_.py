"""Text in pieces of bounded size, values as JSON that is safe to print, and the check document: one finding
per cell, one to a line, written as it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.names import pattern
from lifelong_learning.reports.checks.report import TOOL, CheckReport, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.plan import Lang


LINES_PER_CHUNK = 256
_SURROGATE = pattern("[\ud800-\udfff]")
_COMMAND = pattern(r"(?<=#)#(?=\w*\[)")
"""What a CI service would read as a command anywhere in a line; no line of JSON begins with `::`."""


def chunked(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield the pieces joined by the hundred, as UTF-8."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if len(held) == LINES_PER_CHUNK:
            yield "".join(held).encode()
            held.clear()
    if held:
        yield "".join(held).encode()


def separated(pieces: Iterable[str], separator: str) -> Iterator[str]:
    """Yield the pieces with a separator before each but the first."""
    before = ""
    for piece in pieces:
        yield before + piece
        before = separator


def json_text(value: object) -> str:
    """Return a value as JSON in one line.

    Control, bidirectional and invisible characters, and spaces of other kinds, are written as `\\u`
    escapes; half a surrogate pair, which no JSON reader takes, is shown as the six characters of
    its escape.
    """
    import orjson

    try:
        text = orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        text = orjson.dumps(_whole(value)).decode()
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _escape(char) for char in text)
    return _COMMAND.sub("\\\\u0023", text) if "##" in text else text


def _escape(char: str) -> str:
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _whole(value: object) -> object:
    """Return the value with every half of a surrogate pair spelt out."""
    if isinstance(value, str):
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", value)
    if isinstance(value, dict):
        return {_whole(key): _whole(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(part) for part in value]
    return value


SCHEMA = "llplan/check/1"


def stream(report: CheckReport, lang: Lang) -> Iterator[bytes]:
    """Yield the document in pieces; no more than one piece is held."""
    return chunked(_pieces(report, lang))


def _pieces(report: CheckReport, lang: Lang) -> Iterator[str]:
    head = {
        "schema": SCHEMA,
        "tool": {"name": TOOL, "version": report.version},
        "plan": {
            "id": report.plan_id,
            "sha256": report.plan_sha256,
            "base_year": report.base_year,
            "target_year": report.target_year,
        },
        "lang": lang,
    }
    yield json_text(head)[:-1] + ',"files":['
    yield from separated((json_text(info._asdict()) for info in report.files), ",")
    yield '],"findings":['
    yield from separated(("\n" + json_text(row._asdict()) for row in rows(report, lang)), ",")
    counts = {severity.value: count for severity, count in report.findings.counts().items()}
    yield '\n],"counts":' + json_text(counts) + "}\n"

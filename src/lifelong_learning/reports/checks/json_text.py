"""Values as JSON that is safe to print: it parses back to the same text, and nothing in it acts."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
"""What a CI service would read as a command anywhere in a line; no line of JSON begins with `::`."""


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

"""Values as JSON that is safe to print: it parses back to the same text, and nothing in it acts."""

from __future__ import annotations

import re

from lifelong_learning.reports.checks.inert import COMMAND

_SURROGATE = re.compile("[\ud800-\udfff]")
_ACTING = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff"
    "\U000e0000-\U0010ffff]"
)
"""Control, bidirectional, invisible and private characters that JSON itself would leave as they are."""


def json_text(value: object) -> str:
    """Return a value as JSON in one line.

    Control, bidirectional and invisible characters are written as `\\u` escapes; half a surrogate
    pair, which no JSON reader takes, is shown as the six characters of its escape.
    """
    import orjson

    try:
        text = orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        text = orjson.dumps(_whole(value)).decode()
    if not text.isascii():
        text = _ACTING.sub(lambda found: _escape(found[0]), text)
    return COMMAND.sub(_command, text) if "##" in text else text


def _command(found: re.Match[str]) -> str:
    return "\\u0023" if found[0] == "#" else found[0]


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

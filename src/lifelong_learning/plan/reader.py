"""Strict YAML: one document, no guessed types, no repeated keys, every place kept.

Only null, true, false, whole numbers and decimals are resolved. `010`, `NO`, `yes` and dates stay
text. Anchors, aliases, merge keys, tags and further documents are refused, so that what a person
reads is what the program reads.
"""

from __future__ import annotations

import pathlib
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import yaml

from lifelong_learning.errors import UsageError
from lifelong_learning.plan.places import Place, YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml._yaml import Mark as FastMark

    from lifelong_learning.plan.places import Path, Reporter, Scalar, Value

LARGEST_FILE = 1_048_576
"""Bytes; the bundled plans have 10 kB a file."""
LARGEST_DEPTH = 12
LARGEST_NODES = 50_000
BOTTOMLESS = 100
"""So deep nothing is passed over any more: each further bracket costs the parser as much as all before it."""

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means: null, true, false, a number, else its text."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


def read_file(path: str, report: Reporter) -> YamlFile:
    """Return a file that stands beside a plan; UsageError where it cannot be opened."""
    try:
        if not pathlib.Path(path).exists():
            raise UsageError("path_missing", path=path)
        with pathlib.Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise UsageError("path_unreadable", path=path, why=fault) from fault
    return read(path, content, report)


def read(file: str, content: bytes, report: Reporter) -> YamlFile:
    """Return a file as plain values; what is wrong with it goes to the report."""
    document = YamlFile(file)
    text = _decode(document, content, report)
    if text is None:
        document.broken = True
        return document
    try:
        _Builder(document, text, report).build()
    except yaml.YAMLError as fault:
        document.broken = True
        place = _at(file, getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None))
        report.at(*_syntax_fault(fault, text, place))
    except _TooLargeError as fault:
        document.broken = True
        report.at(fault.place, "PL904", "nodes", limit=LARGEST_NODES)
    except _BottomlessError:
        # What is passed over has its fault already.
        document.broken = True
    return document


def _decode(document: YamlFile, content: bytes, report: Reporter) -> str | None:
    if len(content) > LARGEST_FILE:
        report.at(document.file, "PL901", "size", limit=LARGEST_FILE)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = content[: fault.start].decode("utf-8", "replace")
        report.at(_place_after(document.file, before), "PL901", "encoding")
        return None
    bad = _FORBIDDEN.search(text)
    if bad:
        code = f"U+{ord(bad.group()):04X}"
        report.at(_place_after(document.file, text[: bad.start()]), "PL902", "character", character=code)
        return None
    return text


def _place_after(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _at(file: str, mark: yaml.Mark | FastMark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)


_SYNTAX = (
    ("mapping values are not allowed", "colon"),
    ("found character that cannot start any token", "start"),
    ("did not find expected '-' indicator", "indent"),
    ("did not find expected key", "indent"),
    ("found unexpected end of stream", "quote"),
    ("found unknown escape character", "escape"),
    ("did not find expected ',' or", "bracket"),
    ("could not find expected ':'", "pair"),
)


_COMMENT = re.compile(r"(?<=\S\s)#")
"""What is more than one space behind a text is meant as a comment."""


def _syntax_fault(fault: yaml.YAMLError, text: str, place: Place) -> tuple[Place, str, str]:
    """Return where a text is no YAML, the code, and which of its wordings advises best."""
    lines = text.splitlines()
    comment = _comment_within(fault, lines, place)
    if comment is not None:
        return comment, "PL902", "comment"
    opened = _never_closed(fault, lines, place)
    if opened is not None:
        return opened
    _, number, column = place
    line = lines[number - 1] if number <= len(lines) else ""
    return place, "PL902", _syntax_variant(fault, line[: column - 1].rstrip(), line[column - 1 :])


def _comment_within(fault: yaml.YAMLError, lines: list[str], place: Place) -> Place | None:
    """Return where a comment hides the end of what stands in brackets."""
    what, opened = getattr(fault, "context", None) or "", getattr(fault, "context_mark", None)
    if opened is None or not what.startswith("while parsing a flow"):
        return None
    for number in range(opened.line - what.endswith("node"), place.line - 1):
        found = _COMMENT.search(lines[number])
        if found and not lines[number][: found.start()].rstrip().endswith((",", "{", "[")):
            return Place(place.file, number + 1, found.start() + 1)
    return None


def _never_closed(fault: yaml.YAMLError, lines: list[str], place: Place) -> tuple[Place, str, str] | None:
    """Return where a quotation or a bracket was opened that the text behind it does not close.

    That text may run on for lines: it is behind the bracket where it is no further in than its line.
    """
    what, opened = getattr(fault, "context", None) or "", getattr(fault, "context_mark", None)
    if opened is None or opened.line >= place.line - 1:
        return None
    if what == "while scanning a quoted scalar":
        return _at(place.file, opened), "PL902", "quote"
    here = lines[place.line - 1] if place.line <= len(lines) else ""
    inner = what.startswith("while parsing a flow") and _indent(here) > _indent(lines[opened.line])
    if not what.startswith("while parsing a flow") or inner:
        return None
    return _at(place.file, opened), "PL902", "unclosed"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _syntax_variant(fault: yaml.YAMLError, before: str, rest: str) -> str:
    if rest.startswith("\t"):
        return "tab"
    if getattr(fault, "context", None) == "while scanning an alias":
        return "alias"
    problem = getattr(fault, "problem", None) or ""
    variant = next((variant for start, variant in _SYNTAX if problem.startswith(start)), "")
    if variant == "bracket" and rest.startswith(":"):
        return "colon"
    return "beyond" if variant in ("bracket", "indent") and before.endswith(_CLOSING) else variant


_CLOSING = ('"', "'", "]", "}")


class _TooLargeError(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class _BottomlessError(Exception):
    """What is passed over has no end in sight."""


class _Builder:
    """Turns the events of one file into plain values."""

    def __init__(self, document: YamlFile, text: str, report: Reporter) -> None:
        self.document = document
        self.report = report
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))
        self.count = 0

    def next(self) -> yaml.Event:
        event = next(self.events)
        self.count += 1
        if self.count > LARGEST_NODES:
            raise _TooLargeError(self.place(event))
        return event

    def place(self, event: yaml.Event) -> Place:
        return _at(self.document.file, event.start_mark)

    def build(self) -> None:
        event = self.next()
        while not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if self.document.marks:
                    self.fault(event, (), "document")
                    self.document.unread.discard(())
                    return
                self.document.data = self.value(self.next(), ())
            event = self.next()

    def fault(self, event: yaml.Event, path: Path, variant: str, code: str = "PL904", **args: object) -> None:
        self.report.at(self.place(event), code, variant, **args)
        self.document.unread.add(path)

    def value(self, event: yaml.Event, path: Path) -> Value:
        self.document.marks[path] = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, path, "alias", name=event.anchor)
            return None
        for variant in ("anchor", "tag"):
            name = getattr(event, variant, None)
            if name:
                self.fault(event, path, variant, name=str(name).replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return resolve(event.value) if event.implicit[0] and not event.tag else str(event.value)
        if len(path) >= LARGEST_DEPTH:
            self.fault(event, path, "depth", limit=LARGEST_DEPTH)
            self.skip(event)
            return None
        return self.sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def sequence(self, path: Path) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, path)
            if key is None:
                self.skip(self.next())
            elif key in found:
                first = self.document.keys[*path, key].line
                self.report.at(self.place(event), "PL903", key=key, first=first)
                self.skip(self.next())
            else:
                self.document.keys[*path, key] = self.place(event)
                found[key] = self.value(self.next(), (*path, key))
        return found

    def key(self, event: yaml.Event, path: Path) -> str | None:
        """Return a key's text; None for one that is no plain text, which is reported."""
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            if event.value != "<<" or event.style:
                return str(event.value)
            self.fault(event, (*path, "<<"), "merge")
            return None
        self.fault(event, (*path, ""), "key")
        self.skip(event)
        return None

    def skip(self, event: yaml.Event) -> None:
        """Pass over the rest of a value; `_BottomlessError` where it is nested without end."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = self.next()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > BOTTOMLESS:
                raise _BottomlessError

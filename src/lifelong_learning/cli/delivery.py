"""Deliver documents: write the outputs, say what else is to be said, settle the exit code."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.api.formats import FORMATS, formats_of
from lifelong_learning.catalogue.words import both, word
from lifelong_learning.cli.screen import for_machines, for_people, say
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from lifelong_learning.api.documents import Lang, Look, Writable
    from lifelong_learning.api.submissions import Checked, Evaluation, Findings
    from lifelong_learning.cli.parameters import Reporting

GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
"""What is said where nobody reads any more; Windows has a word of its own."""
STANDARD_OUTPUT = "-"
VERDICTS = frozenset({"not_met", "no_data"})
WRITTEN: set[Output] = set()
"""The outputs that this run has written."""


class Output(Struct, frozen=True):
    """One document to write: its format, and a path or `-`."""

    format: str
    path: str


def outputs_of(reporting: Reporting, document: str, inputs: Sequence[str]) -> list[Output]:
    """Return where a document of a run goes; refuse what cannot be written before any work is done."""
    outputs = planned(reporting.output, formats_of(document), reporting.format)
    _refuse_unwritable(outputs, inputs, force=reporting.force)
    return outputs


def workbook_of(path: str, inputs: Sequence[str], *, force: bool) -> Output:
    """Return where a workbook goes; refuse what cannot be written before any work is done."""
    outputs = planned([path], ("xlsx",), ())
    _refuse_unwritable(outputs, inputs, force=force)
    return outputs[0]


def planned(specs: Sequence[str], formats: Sequence[str], named: Sequence[str]) -> list[Output]:
    """Read `[FORMAT=]PATH` specifications; without any, the named formats (or text) on standard output.

    UsageError for an unknown format, a format that cannot be told, or two outputs to one place.
    """
    for name in named:
        _refuse_unknown(name, formats)
    named = list(dict.fromkeys(named))
    outputs: list[Output] = []
    for spec in specs or [STANDARD_OUTPUT]:
        found = _outputs(spec, formats, named)
        if found[0].path in [earlier.path for earlier in outputs]:
            raise UsageError("output_twice", path=found[0].path)
        outputs += found
    return outputs


def _outputs(spec: str, formats: Sequence[str], named: Sequence[str]) -> list[Output]:
    """Return one specification as an output; standard output takes every format that is named."""
    if spec == STANDARD_OUTPUT:
        return [Output(name, spec) for name in named or formats[:1]]
    name, equals, path = spec.partition("=")
    if equals and name in FORMATS:
        _refuse_unknown(name, formats)
        return [Output(name, path)]
    return [Output(_format_of(spec, formats, named), spec)]


def _format_of(path: str, formats: Sequence[str], named: Sequence[str]) -> str:
    """Return the format that a path's suffix stands for, else the one that is named."""
    suffix = Path(path).suffix.lower()
    for known in formats:
        if suffix in FORMATS[known].suffixes:
            return known
    if len(named) != 1:
        raise UsageError("format_unclear", path=path, known=", ".join(formats))
    return named[0]


def _refuse_unknown(format: str, formats: Sequence[str]) -> None:
    if format not in formats:
        raise UsageError("format_unknown", format=format, known=", ".join(formats))


def refuse_existing(outputs: Iterable[Output], inputs: Iterable[str], *, force: bool) -> None:
    """Refuse outputs that exist already, lie nowhere, or are themselves read; before any work is done."""
    read = {os.path.realpath(path) for path in inputs}
    for output in outputs:
        if output.path == STANDARD_OUTPUT:
            continue
        if os.path.realpath(output.path) in read:
            raise UsageError("output_is_input", path=output.path)
        try:
            _refuse_place(output.path, force=force)
        except OSError as fault:
            raise UsageError("output_unwritable", path=output.path, why=fault) from fault


def _refuse_place(path: str, *, force: bool) -> None:
    target = Path(path)
    if target.is_dir():
        raise UsageError("output_unwritable", path=path, why=both("system.is_folder"))
    if target.exists() and not force:
        raise UsageError("output_exists", path=path)
    if not target.parent.is_dir():
        raise UsageError("output_unwritable", path=path, why=both("system.no_folder"))


def refuse_below(folder: str, files: Iterable[str], inputs: Iterable[str], *, force: bool) -> None:
    """Refuse a folder that cannot be made, and files in it that may not be written over."""
    place = Path(folder)
    if not place.parent.is_dir() or (place.exists() and not place.is_dir()):
        raise UsageError("output_unwritable", path=folder, why=both("system.no_folder"))
    refuse_existing([Output("xlsx", file) for file in files if Path(file).exists()], inputs, force=force)


def write_below(path: str, content: bytes, *, force: bool) -> None:
    """Write a workbook, its folder made where it is not there yet."""
    from lifelong_learning.api.documents import write_file

    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError("output_unwritable", path=path, why=fault) from fault
    write_file(path, [content], force=force)


def _refuse_unwritable(outputs: Sequence[Output], inputs: Sequence[str], *, force: bool) -> None:
    refuse_existing(outputs, inputs, force=force)
    for output in outputs:
        if output.path == STANDARD_OUTPUT and FORMATS[output.format].binary and sys.stdout.isatty():
            raise UsageError("output_binary", format=output.format)


def deliver(
    found: Writable, outputs: Sequence[Output], reporting: Reporting, *, inputs: bool = False
) -> None:
    """Write a document in every format; files first, so that a closed pipe loses none of them."""
    from lifelong_learning.api.documents import stream

    for output in sorted(outputs, key=lambda output: output.path == STANDARD_OUTPUT):
        chunks = stream(found, output.format, _language(output, reporting.lang), _look(output, inputs))
        write(output, chunks, force=reporting.force)
        WRITTEN.add(output)


def show(document: str, make: Callable[[], Writable], reporting: Reporting) -> None:
    """Write a document to standard output, in its usual format unless told; made once that is known."""
    from lifelong_learning.api.documents import stream

    output = planned((), formats_of(document), reporting.format)[0]
    chunks = stream(make(), output.format, _language(output, reporting.lang), _look(output, inputs=False))
    write_standard_output(chunks)


def write(output: Output, chunks: Iterable[bytes], *, force: bool) -> None:
    """Write one document where it goes."""
    if output.path == STANDARD_OUTPUT:
        write_standard_output(chunks)
    else:
        from lifelong_learning.api.documents import write_file

        write_file(output.path, chunks, force=force)


def write_standard_output(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output; text in UTF-8 whatever the console says."""
    try:
        _write(chunks)
    except OSError as fault:
        _let_go()
        if fault.errno in GONE:
            # The reader has what it wanted; the exit code is still that of the findings.
            return
        raise UsageError("output_unwritable", path=STANDARD_OUTPUT, why=fault) from fault


def _let_go() -> None:
    """Write nothing more to standard output, also not what is still held when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _write(chunks: Iterable[bytes]) -> None:
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    for chunk in chunks:
        if buffer is None or sys.stdout.isatty():
            sys.stdout.write(chunk.decode("utf-8"))
        else:
            buffer.write(chunk)
    sys.stdout.flush()


def findings_line(findings: Findings, outputs: Sequence[Output], reporting: Reporting) -> None:
    """Say on standard error what was found, beside machine formats that people do not read."""
    if not reporting.quiet and any(output.format != "text" for output in outputs):
        count_line(findings, for_people(reporting.lang))


def selection_line(checked: Checked, outputs: Sequence[Output], reporting: Reporting) -> None:
    """Say on standard error, beside machine formats, how many findings were left out."""
    left_out = checked.ignored or checked.known
    if left_out and not reporting.quiet and any(output.format != "text" for output in outputs):
        lang = for_people(reporting.lang)
        said = word("check.selection", lang, ignored=checked.ignored, known=checked.known)
        say(f"llplan: {said}\n")


def count_line(findings: Findings, lang: Lang) -> None:
    """Say on standard error how many findings there are of each severity, where there are any."""
    counts = {severity.value: count for severity, count in findings.counts().items()}
    if any(counts.values()):
        say(word("help.findings_line", lang, **counts) + "\n")


def outlived_lines(evaluation: Evaluation, outputs: Sequence[Output], reporting: Reporting) -> None:
    """Say on standard error, beside machine formats, where a year lies beyond the plan's figures."""
    if reporting.quiet or all(FORMATS[output.format].for_people for output in outputs):
        return
    for line in evaluation.notices(for_people(reporting.lang)):
        say(f"llplan: {line}\n")


def exit_code(findings: Findings, reporting: Reporting, statuses: AbstractSet[str]) -> int:
    """Return 1 where a finding is an error or something that `--fail-on` names occurred, else 0."""
    counts = {severity.value: count for severity, count in findings.counts().items()}
    occurred = {*statuses, *(name for name, count in counts.items() if count)}
    failed = "error" in occurred or not occurred.isdisjoint(reporting.fail_on)
    return int(failed and not reporting.exit_zero)


def _language(output: Output, lang: str | None) -> Lang:
    choose = for_people if FORMATS[output.format].for_people else for_machines
    return choose(lang)


def _look(output: Output, inputs: bool) -> Look:
    """Return how a document looks where it goes: as wide as the terminal, or as COLUMNS says."""
    import shutil

    from lifelong_learning.api.documents import Look

    to_screen = output.path == STANDARD_OUTPUT and sys.stdout.isatty()
    wide = to_screen or (output.path == STANDARD_OUTPUT and os.environ.get("COLUMNS"))
    width = shutil.get_terminal_size((80, 24)).columns if wide else None
    return Look(width, colour=to_screen and not os.environ.get("NO_COLOR"), inputs=inputs)

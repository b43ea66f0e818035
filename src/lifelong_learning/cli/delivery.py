"""Deliver documents: write the outputs, say what else is to be said, settle the exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from lifelong_learning.app.outputs import STANDARD_OUTPUT, planned, refuse_existing, write_file
from lifelong_learning.catalogue.system import refusal
from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import language
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lifelong_learning.app.outputs import Output
    from lifelong_learning.cli.options import Reporting
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.reports.terminal.layout import Layout

    Render = Callable[[Output, Lang], Iterable[bytes]]

FOR_PEOPLE = frozenset({"text", "markdown", "html", "docx", "xlsx"})
BINARY = frozenset({"xlsx", "docx"})
FAIL_ON = ("warning", "not_met", "no_data")


def outputs_of(reporting: Reporting, formats: Sequence[str], inputs: Sequence[str]) -> list[Output]:
    """Return where the documents of a run go; refuse what cannot be written before any work is done."""
    for value in reporting.fail_on or ():
        if value not in FAIL_ON:
            raise UsageError("value_invalid", option="--fail-on", value=value, known=", ".join(FAIL_ON))
    outputs = planned(reporting.output or (), formats, reporting.format)
    _refuse_unwritable(outputs, inputs, force=reporting.force)
    return outputs


def workbook_of(path: str, inputs: Sequence[str], *, force: bool) -> Output:
    """Return where a workbook goes; refuse what cannot be written before any work is done."""
    outputs = planned([path], ("xlsx",), None)
    _refuse_unwritable(outputs, inputs, force=force)
    return outputs[0]


def _refuse_unwritable(outputs: Sequence[Output], inputs: Sequence[str], *, force: bool) -> None:
    refuse_existing(outputs, inputs, force=force)
    for output in outputs:
        if output.path == STANDARD_OUTPUT and output.format in BINARY and sys.stdout.isatty():
            raise UsageError("output_binary", format=output.format)


def language_of(output: Output, reporting: Reporting) -> Lang:
    """Return the language of one document."""
    choose = language.for_people if output.format in FOR_PEOPLE else language.for_machines
    return choose(reporting.lang)


def deliver(outputs: Sequence[Output], reporting: Reporting, render: Render) -> None:
    """Write every document; files first, so that a closed pipe loses none of them."""
    for output in sorted(outputs, key=lambda output: output.path == STANDARD_OUTPUT):
        write(output, render(output, language_of(output, reporting)), force=reporting.force)


def write(output: Output, chunks: Iterable[bytes], *, force: bool) -> None:
    """Write one document where it goes."""
    if output.path == STANDARD_OUTPUT:
        write_standard_output(chunks)
    else:
        write_file(output.path, chunks, force=force)


def write_standard_output(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output; text in UTF-8 whatever the console says."""
    try:
        _write(chunks)
    except BrokenPipeError:
        # The reader has what it wanted; the exit code is still that of the findings.
        _let_go()
    except OSError as fault:
        _let_go()
        raise UsageError("output_unwritable", path=STANDARD_OUTPUT, why=refusal(fault)) from fault


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
        count_line(findings, language.for_people(reporting.lang))


def count_line(findings: Findings, lang: Lang) -> None:
    """Say on standard error how many findings there are of each severity, where there are any."""
    counts = {severity.value: count for severity, count in findings.counts().items()}
    if any(counts.values()):
        sys.stderr.write(word("help.findings_line", lang, **counts) + "\n")


def outlived_lines(scorecard: Scorecard, outputs: Sequence[Output], reporting: Reporting) -> None:
    """Say on standard error, beside machine formats, where a year lies beyond the plan's figures."""
    if reporting.quiet or all(output.format in FOR_PEOPLE for output in outputs):
        return
    from lifelong_learning.reports.view import notices

    for line in notices.outlived(scorecard, language.for_people(reporting.lang)):
        sys.stderr.write(f"llplan: {line}\n")


def exit_code(findings: Findings, reporting: Reporting, occurred: Mapping[str, bool]) -> int:
    """Return 1 where a finding is an error or something that `--fail-on` names occurred, else 0."""
    counts = findings.counts()
    named = {**occurred, "warning": counts[Severity.WARNING] > 0}
    failed = counts[Severity.ERROR] > 0 or any(named.get(what, False) for what in reporting.fail_on or ())
    return int(failed and not reporting.exit_zero)


def coloured(output: Output) -> bool:
    """Tell whether a text goes to a terminal that wants colour."""
    import os

    return output.path == STANDARD_OUTPUT and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width_of(output: Output) -> int | None:
    """Return the width of the terminal, COLUMNS where set; None for 80."""
    import os
    import shutil

    if output.path != STANDARD_OUTPUT or not (sys.stdout.isatty() or os.environ.get("COLUMNS")):
        return None
    return shutil.get_terminal_size((80, 24)).columns


def layout_of(output: Output) -> Layout:
    """Return how a text is laid out where it goes."""
    from lifelong_learning.reports.terminal.layout import Layout

    return Layout(width=width_of(output), colour=coloured(output))

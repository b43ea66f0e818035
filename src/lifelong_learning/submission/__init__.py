"""Workbooks → submission and findings: file, sheet, header, rows, cells, columns, submission.

What a reading is asked for and what it gives stands here, so that naming it loads nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register, Submission


class Progress(NamedTuple):
    """How far the reading is: `done` of `total` workbooks, the last one being `path`, with so many rows
    in all."""

    done: int
    total: int
    path: str
    rows: int = 0


class ReadOptions(Struct, frozen=True):
    """How to read.

    `register` is the file of expected units; `against` names earlier submissions; `year` (None: the
    latest) and `period` are those that will be evaluated, unless rows are only `gathered`. Files are
    read by `executor` where one is given, else by up to `jobs` processes: many workbooks, or the large
    sheets of one.
    """

    limits: Limits = field(default_factory=Limits)
    register: str | None = None
    against: Sequence[str] = ()
    year: int | None = None
    period: str = "year"
    gathered: bool = False
    jobs: int = 1
    executor: Executor | None = None
    progress: Callable[[Progress], None] | None = None


class SubmissionReading(Struct, frozen=True):
    """A submission and everything that is wrong with it."""

    submission: Submission
    findings: Findings


def read_submission(
    paths: Sequence[str], plan: Plan, options: ReadOptions | None = None
) -> SubmissionReading:
    """Read the workbooks under the paths as one submission, with everything that is wrong with it.

    The outcome does not depend on the order of the paths, nor on how many processes read.
    UsageError for a path that does not exist or a folder without a workbook.
    """
    from lifelong_learning.submission.reading import read

    return read(paths, plan, options or ReadOptions())


def load_register(path: str, plan: Plan, period: str = "year") -> tuple[Register, Findings]:
    """Read the units that are expected, from .xlsx or .csv, with what is wrong with single rows.

    A successor whose first year is not said exists from the year after the last of those it took over, and
    no unit after its level has ended.
    UsageError where the file cannot be used at all.
    """
    from lifelong_learning.model.succession import dated
    from lifelong_learning.submission.register import load

    register, findings = load(path, plan)
    _, register = dated(register, {}, plan.last_years(period))
    return register, findings

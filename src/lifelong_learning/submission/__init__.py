"""Workbooks → submission and findings: cells, header, columns, checks, register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.submission.options import Progress, Reading, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register

__all__ = ["Progress", "ReadOptions", "Reading", "load_register", "read_submission"]


def read_submission(paths: Sequence[str], plan: Plan, options: ReadOptions | None = None) -> Reading:
    """Read the workbooks under the paths as one submission, with everything that is wrong with it.

    The outcome does not depend on the order of the paths, nor on how many processes read.
    UsageError for a path that does not exist or a folder without a workbook.
    """
    from lifelong_learning.submission.reading import read

    return read(paths, plan, options or ReadOptions())


def load_register(path: str, plan: Plan) -> tuple[Register, Findings]:
    """Read the units that are expected, from .xlsx or .csv, with what is wrong with single rows.

    UsageError where the file cannot be used at all.
    """
    from lifelong_learning.submission.register import load

    return load(path, plan)

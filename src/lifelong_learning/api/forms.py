"""Workbooks on their way: the form that units fill in, many forms in one, a workbook with its findings."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING

from lifelong_learning.api.options import (
    DEFAULT_PLAN,
    Filters,
    Path,
    Paths,
    plan_of,
    text,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from lifelong_learning.api.checked import Checked
    from lifelong_learning.api.collecting import Collection
    from lifelong_learning.api.making_forms import Form
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.submission import Progress
    from lifelong_learning.submission.source.limits import Limits

__all__ = ["annotate", "collect", "make_form"]


def make_form(
    *,
    lang: Lang = "en",
    plan: Path | Plan = DEFAULT_PLAN,
    year: int | None = None,
    period: str = "year",
    register: Path | None = None,
    earlier: Paths = (),
    filters: Filters | None = None,
    rows: int | None = None,
) -> Form:
    """Return the form that units fill in for a year, with `content` (.xlsx) and `findings`.

    Its units come from the register and from `earlier` submissions, whose figures it shows; `rows` are
    the open rows of a sheet. UsageError where what is asked for cannot be made.
    """
    from lifelong_learning.api.making_forms import FormRequest
    from lifelong_learning.api.making_forms import make_form as made

    return made(
        FormRequest(
            lang=lang,
            plan=plan_of(plan),
            year=year,
            period=period,
            register=text(register),
            earlier=texts(earlier),
            filters=filters or Filters(),
            rows=rows,
        )
    )


def collect(
    paths: Paths,
    lang: Lang = "en",
    *,
    plan: Path | Plan = DEFAULT_PLAN,
    period: str = "year",
    register: Path | None = None,
    limits: Limits | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Collection:
    """Return the rows of many filled forms as one workbook (`content`, .xlsx), each value as typed.

    Every row of a unit is taken over, whatever its year, and every row that names nobody because of an
    error; a sheet beyond a limit is left out. `checked` is the submission with its findings.
    """
    from lifelong_learning.api.collecting import collect as collected
    from lifelong_learning.api.request import Request

    return collected(
        Request(
            paths=texts(paths),
            plan=plan_of(plan),
            period=period,
            register=text(register),
            limits=limits,
            jobs=jobs,
            executor=executor,
            progress=progress,
        ),
        lang,
    )


def annotate(checked: Checked, path: Path, lang: Lang = "en") -> bytes | None:
    """Return a copy of a workbook that was read, with its findings marked.

    None where the workbook could not be opened; UsageError where it is not one of those that were read,
    has changed since, or would be changed by more than the marks.
    """
    from lifelong_learning.api.annotating import annotate as annotated

    return annotated(checked, fspath(path), lang)

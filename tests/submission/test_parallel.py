"""The same submission however it is read: in sequence, by processes, by an executor."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.submission import ReadOptions, file, processes, read_submission
from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Plan

HEAD = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits", "Staff", "Staff trained"]
FILES = 7


@pytest.fixture
def folder(make: Callable[[str, object], str]) -> list[str]:
    """Workbooks with faults of their own, one of them with rows of all years."""
    for number in range(FILES):
        rows = [
            [f"0{number}", f"Thư viện {number}", "Xã", "Đồng Văn", 2020 + year, visits, 4, trained]
            for year, visits in enumerate([100, "150", 2.5, -1])
            for trained in [(number + year) % 6]
        ]
        make(f"in/{number}.xlsx", {"Libraries": [HEAD, *rows], "Museums": [HEAD, *rows[:2]]})
    return ["in"]


def outcome(paths: list[str], plan: Plan, options: ReadOptions) -> object:
    """Everything that a reading says."""
    reading = read_submission(paths, plan, options)
    panels = reading.submission.panels
    figures = {kind: (panel.codes, panel.at, panel.measures) for kind, panel in panels.items()}
    return list(reading.findings), reading.submission.files, figures


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small workbooks are worth processes too, also beside the threads of the tests."""
    monkeypatch.setattr(file, "_WORTH_FORKING", 1)
    monkeypatch.setattr(processes, "_WORTH_FORKING", 1)
    monkeypatch.setattr(processes, "shares_memory", lambda: sys.platform == "linux")
    monkeypatch.setattr(processes, "_BATCH", 20_000)


@pytest.mark.usefixtures("eager")
def test_jobs_change_nothing(folder: list[str], plan: Plan) -> None:
    """Processes for several workbooks, or for the sheets of one: the outcome is that of one job."""
    for paths in (folder, ["in/3.xlsx"]):
        expected = outcome(paths, plan, ReadOptions())
        assert [outcome(paths, plan, ReadOptions(jobs=jobs)) for jobs in (2, 3)] == [expected] * 2


def test_small_workbooks_start_no_pool(
    folder: list[str], plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is little to read, no process is started whatever the jobs."""
    monkeypatch.setitem(sys.modules, "concurrent.futures", None)
    read_submission(folder, plan, ReadOptions(jobs=8))


def _spawning(number: int) -> Executor:
    """Processes that begin with nothing, as on Windows: all that they need and give is sent."""
    return ProcessPoolExecutor(number, multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor, _spawning])
def test_any_executor_reads(kind: Callable[[int], Executor], folder: list[str], plan: Plan) -> None:
    """An executor of the standard library reads the same."""
    with kind(2) as executor:
        assert outcome(folder, plan, ReadOptions(executor=executor)) == outcome(folder, plan, ReadOptions())


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_executor_of_dask_reads(folder: list[str], plan: Plan) -> None:
    """A cluster of Dask, here of one worker on the loopback address, reads the same."""
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    cluster = distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
    )
    with cluster, distributed.Client(cluster) as client:
        read = outcome(folder, plan, ReadOptions(executor=client.get_executor()))
    assert read == outcome(folder, plan, ReadOptions())


@pytest.mark.usefixtures("eager")
def test_a_limit_names_the_same_sheet_however_it_is_read(folder: list[str], plan: Plan) -> None:
    """Sheets that together unpack beyond the limit are refused in their order, never by chance."""
    size = sum(processes._size(f"in/{number}.xlsx") for number in range(FILES))
    assert size > 0
    limits = Limits(bytes_unpacked=12_000)
    expected = outcome(["in/2.xlsx"], plan, ReadOptions(limits=limits))
    assert outcome(["in/2.xlsx"], plan, ReadOptions(limits=limits, jobs=2)) == expected


def test_batches_keep_the_order_and_are_even() -> None:
    """Batches hold the files in order; a large file stands alone, small ones come together."""
    files = ["a", "b", "c", "d", "e"]
    assert processes._batches(files, [1, 1, 900, 1, 1], 1) == [["a", "b"], ["c"], ["d", "e"]]
    assert processes._batches(files, [0] * 5, 2) == [files]
    assert processes._batches(files, [5 << 20] * 5, 2) == [["a"], ["b"], ["c"], ["d"], ["e"]]


def test_a_missing_size_is_none() -> None:
    """A file that went away while others were read counts as nothing; reading it will say so."""
    assert processes._size(os.devnull + "/nothing") == 0

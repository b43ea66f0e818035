"""Workbooks with bytes and XML changed at random end in findings, never in an exception."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifelong_learning.api.documents import render
from lifelong_learning.api.request import Request
from lifelong_learning.api.submissions import read_and_check, score
from lifelong_learning.errors import UsageError
from lifelong_learning.plan import load_plan
from lifelong_learning.reports.checks import json_
from lifelong_learning.reports.checks.report import CheckReport
from lifelong_learning.submission import ReadOptions, read_submission
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan

DATA = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2015-2020.xlsx"
WHOLE = DATA.read_bytes()
with zipfile.ZipFile(io.BytesIO(WHOLE)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
_BOUNDED = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_TOKENS = (
    b'"', b"<", b">", b"</c>", b"<c>", b"</row>", b"<v>", b"</v>", b"&#0;", b"&x;", b"]]>", b"<!--", b"<?x",
    b"-1", b"1e999", b"NaN", b"99999999999999999999", b"0", b"", b"XFD1048576", b"A0", b' t="s"', b' t="e"',
    b' t="d"', b' r="A1"', b"<f/>", b"<f>1</f>", b"\x00", b"\xff", b"\xed\xa0\x80", b"_x001B_", b"::error::",
)  # fmt: skip


@cache
def _plan() -> Plan:
    """The bundled plan; no fixture, since a failure would print it whole."""
    return load_plan("ha-giang-2030")


def _judged(data: bytes, path: Path) -> None:
    """Check a workbook twice: the document is JSON, and the same both times; evaluate it once."""
    path.write_bytes(data)
    documents = []
    for _ in range(2):
        reading = read_submission([str(path)], _plan(), ReadOptions())
        report = CheckReport.of(_plan(), reading.submission.files, reading.findings, "0")
        documents.append(written(json_, report, "vi"))
    assert documents[0] == documents[1]
    counts = json.loads(documents[0])["counts"]
    assert sum(counts.values()) == len(json.loads(documents[0])["findings"])
    _evaluated(path)


def _evaluated(path: Path) -> None:
    """Evaluate a workbook: the document is JSON, save where nothing in it can be evaluated."""
    try:
        evaluation = score(read_and_check(Request((str(path),), _plan())))
    except UsageError as error:
        if error.key != "no_usable_row":
            raise
        return
    document = json.loads(render(evaluation, "json", "vi"))
    assert document["schema"] == "llplan/evaluation/1"


@_BOUNDED
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_bytes_of_the_file(tmp_path: Path, flips: list[tuple[int, int]]) -> None:
    """Bytes of the zip file replaced, its directory included."""
    data = bytearray(WHOLE)
    for at, byte in flips:
        data[at] = byte
    _judged(bytes(data), tmp_path / "book.xlsx")


@_BOUNDED
@given(
    st.sampled_from(sorted(name for name in PARTS if name.startswith("xl/"))),
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 12), st.sampled_from(_TOKENS)),
        min_size=1,
        max_size=5,
    ),
)
def test_xml_of_the_parts(tmp_path: Path, part: str, changes: list[tuple[float, int, bytes]]) -> None:
    """Pieces of the XML cut out and others put in, the checksums right."""
    xml = PARTS[part]
    for where, cut, token in changes:
        at = int(where * len(xml))
        xml = xml[:at] + token + xml[at + cut :]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in PARTS.items():
            archive.writestr(name, xml if name == part else content)
    _judged(packed.getvalue(), tmp_path / "book.xlsx")

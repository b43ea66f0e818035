"""Which findings a check reports: by code, by severity, and without those that were known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from lifelong_learning import UsageError, messages, read_submission, render
from lifelong_learning.api.selecting import Selection, select
from lifelong_learning.model.findings import Findings, Severity

if TYPE_CHECKING:
    from lifelong_learning import Checked

MISTAKES = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2024-mistakes.xlsx"


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The sample with mistakes, as it was read."""
    return read_submission(MISTAKES)


def codes(checked: Checked) -> set[str]:
    """Return the codes that are left."""
    return {found.code for found in checked.findings}


@pytest.mark.parametrize(
    ("wanted", "unwanted", "code", "reported"),
    [
        ((), (), "CE203", True),
        (("CE",), (), "CE203", True),
        (("CE",), (), "RW303", False),
        ((), ("CE",), "CE203", False),
        ((), ("CE203",), "CE204", True),
        (("CE",), ("CE203",), "CE203", False),
        (("CE203",), ("CE",), "CE203", True),
        (("CE203",), ("CE203",), "CE203", False),
    ],
)
def test_the_longer_name_counts(
    wanted: tuple[str, ...], unwanted: tuple[str, ...], code: str, reported: bool
) -> None:
    """A code goes before its family, and of two alike the one to ignore."""
    assert Selection.of(wanted, unwanted, None).reports(code) is reported


def test_what_is_left_out_is_counted(checked: Checked) -> None:
    """Findings that are not wanted are neither reported nor counted among the others."""
    total = len(checked.findings)
    found = select(checked, select=["rw,ce"], ignore=["CE213,RW307"])
    assert {code[:2] for code in codes(found)} == {"RW", "CE"}
    assert not {"CE213", "RW307"} & codes(found)
    assert (found.ignored, found.known) == (total - len(found.findings), 0)
    assert found.findings.counts()[Severity.INFO] == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_refused(checked: Checked, option: str) -> None:
    """A misspelt code would leave out nothing, silently."""
    with pytest.raises(UsageError) as caught:
        select(checked, **{option[2:]: ["CE999"]})  # type: ignore[arg-type]
    assert [*messages(caught.value)] == [
        f"{option}: there is no finding with the code CE999. Give a code, as in llplan explain, or a family: "
        "CE, PL, RG, RN, RW, SH, WB, YR."
    ]


def test_what_was_known_is_left_out(checked: Checked, tmp_path: Path) -> None:
    """Against its own JSON nothing is new, whatever the rows; one more of the same is."""
    baseline = tmp_path / "known.json"
    baseline.write_bytes(render(checked, "json"))
    again = select(checked, baseline=str(baseline))
    assert (len(again.findings), again.known) == (0, len(checked.findings))

    singles = [
        one._replace(row=one.row + 1) if one.row is not None else one for one in checked.findings.singles
    ]
    moved = replace(checked, findings=Findings(singles, checked.findings.runs))
    assert len(select(moved, baseline=str(baseline)).findings) == 0

    one = next(found for found in singles if found.code == "CE203")
    more = one._replace(row=999)
    found = select(replace(checked, findings=Findings([*singles, more], [])), baseline=str(baseline))
    assert [(new.code, new.cell) for new in found.findings] == [("CE203", more.cell)]


def test_a_fault_of_another_unit_is_new(checked: Checked, tmp_path: Path) -> None:
    """Matched are code, file, sheet, unit and measure, and no fewer."""
    baseline = tmp_path / "known.json"
    document = json.loads(render(checked, "json"))
    known = next(found for found in document["findings"] if found["code"] == "CE203")
    for key in ("code", "file", "sheet", "unit", "header"):
        other = {**known, key: "CE204" if key == "code" else "another"}
        baseline.write_text(json.dumps({**document, "findings": [other]}), encoding="utf-8")
        assert "CE203" in codes(select(checked, baseline=str(baseline))), key
    baseline.write_text(json.dumps({**document, "findings": [{**known, "cell": "A1"}]}), encoding="utf-8")
    assert select(checked, baseline=str(baseline)).known == 1


@pytest.mark.parametrize(
    ("before", "now", "known"),
    [
        (["a.xlsx"], ["./a.xlsx"], ["./a.xlsx"]),
        (["nộp\\Mèo Vạc\\a.xlsx"], ["nộp/Mèo Vạc/a.xlsx"], ["nộp/Mèo Vạc/a.xlsx"]),
        (["no\u0323\u0302p/a.xlsx"], ["nộp/a.xlsx"], ["nộp/a.xlsx"]),
        (["nộp/a.xlsx"], ["/home/office/nộp/a.xlsx"], ["/home/office/nộp/a.xlsx"]),
        (["nộp/2024/x/a.xlsx", "nộp/2024/y/a.xlsx"], ["x/a.xlsx", "y/a.xlsx"], ["x/a.xlsx", "y/a.xlsx"]),
        (["2024/x/a.xlsx"], ["kho/2024/x/a.xlsx", "y/a.xlsx"], ["kho/2024/x/a.xlsx"]),
        (["x/a.xlsx"], ["x/a.xlsx", "y/a.xlsx"], ["x/a.xlsx"]),
        (["x/a.xlsx", "y/a.xlsx"], ["z/a.xlsx"], []),
        (["x/a.xlsx"], ["x/b.xlsx"], []),
    ],
)
def test_a_file_is_known_by_the_end_of_its_path(
    checked: Checked, tmp_path: Path, before: list[str], now: list[str], known: list[str]
) -> None:
    """A folder that moved, or is named from elsewhere or elsewhere read, makes nothing new."""
    one = next(found for found in checked.findings.singles if found.code == "CE203")
    here = replace(checked, findings=Findings([one._replace(file=file) for file in now], []))
    old = replace(checked, findings=Findings([one._replace(file=file) for file in before], []))
    baseline = tmp_path / "known.json"
    baseline.write_bytes(render(old, "json"))
    new = {found.file for found in select(here, baseline=str(baseline)).findings}
    assert new == set(now) - set(known)


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "llplan/evaluation/1", "findings": []}', "\xff"])
def test_what_is_no_baseline_is_refused(checked: Checked, tmp_path: Path, content: str) -> None:
    """Another file would silently know nothing."""
    path = tmp_path / "known.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(UsageError) as caught:
        select(checked, baseline=str(path))
    assert [*messages(caught.value)] == [
        f"{path} is not the JSON of an earlier check. Make it: llplan check PATH --baseline= --output {path}."
    ]
    with pytest.raises(UsageError, match="baseline_missing"):
        select(checked, baseline=str(tmp_path / "nowhere.json"))


def test_severities_are_given_by_code_before_family() -> None:
    """A code goes before its family; the rest keep their own."""
    plain = read_submission(MISTAKES).findings
    found = read_submission(MISTAKES, severity={"RW": "info", "RW303": "error", "CE203": "warning"}).findings
    severities = {one.code: one.severity.value for one in found}
    assert (severities["RW303"], severities["RW305"], severities["CE203"]) == ("error", "info", "warning")
    assert {one.code: one.severity for one in plain if one.code[:2] not in ("RW", "CE")} == {
        one.code: one.severity for one in found if one.code[:2] not in ("RW", "CE")
    }
    with pytest.raises(UsageError, match="value_invalid"):
        read_submission(MISTAKES, severity={"RW": "fatal"})

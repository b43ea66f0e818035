"""JUnit XML, held against what the schemas of Jenkins and of Ant allow."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from lifelong_learning.reports.checks import junit
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lifelong_learning.reports.checks.report import CheckReport

CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase", "system-out", "system-err"],
    "properties": ["property"],
    "property": [],
    "testcase": ["skipped", "error", "failure", "system-out", "system-err"],
    "failure": [],
    "system-out": [],
}
"""The elements that an element may hold, in the order that the schema asks for."""
REQUIRED = {
    "testsuites": set[str](),
    "testsuite": {"name", "tests", "failures", "errors"},
    "properties": set[str](),
    "property": {"name", "value"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "system-out": set[str](),
}
OPTIONAL = {
    "testsuites": {"name", "tests", "failures", "errors", "time", "disabled"},
    "testsuite": {"time", "disabled", "skipped", "timestamp", "hostname", "id", "package"},
    "testcase": {"time", "status", "assertions"},
}


def check(element: Element) -> None:
    """Assert that the element and all under it keep the schema."""
    tag = element.tag
    names = set(element.attrib)
    assert REQUIRED[tag] <= names <= REQUIRED[tag] | OPTIONAL.get(tag, set())
    order = [CHILDREN[tag].index(child.tag) for child in element]
    assert order == sorted(order)
    if CHILDREN[tag]:
        assert not (element.text or "").strip()
    for child in element:
        assert not (child.tail or "").strip()
        check(child)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_documents_keep_the_schema(lang: str, report: CheckReport, sound: CheckReport) -> None:
    """A full and an empty document have the elements, attributes and order that are allowed."""
    for each in (report, sound):
        root = ElementTree.fromstring(written(junit, each, lang))  # type: ignore[arg-type]
        assert root.tag == "testsuites"
        check(root)


def test_counts_are_those_of_the_cases(report: CheckReport) -> None:
    """A suite counts its cases and those that fail; no case has two failures."""
    suite = ElementTree.fromstring(written(junit, report, "en"))[0]
    cases = suite.findall("testcase")
    assert [suite.get(key) for key in ("tests", "failures", "errors")] == ["6", "4", "0"]
    assert (len(cases), sum(len(case.findall("failure")) for case in cases)) == (6, 4)
    assert max(len(case.findall("failure")) for case in cases) == 1


def test_every_workbook_is_a_case(report: CheckReport) -> None:
    """Every workbook is a case in the order of reading, then whatever else has findings."""
    root = ElementTree.fromstring(written(junit, report, "en"))
    assert [case.get("name") for case in root.iter("testcase")] == [
        "nộp/Vị Xuyên.xlsx",
        "nộp/hỏng, 100%.xlsx",
        "nộp/tốt.xlsx",
        "The submission as a whole",
        "plan/plan.yaml",
        "register.csv",
    ]


def test_hostile_text_is_inert(nasty: tuple[str, CheckReport]) -> None:
    """The document stays well-formed and valid, holds nothing that XML forbids, and adds no element."""
    output = written(junit, nasty[1], "en")
    root = ElementTree.fromstring(output)
    check(root)
    assert len(list(root.iter())) == 9
    assert [char for char in output.decode() if not char.isprintable() and char != "\n"] == []
    assert b"]]>" not in output

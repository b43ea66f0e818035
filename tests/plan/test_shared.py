"""A plan that has its words and measures from another one: what it takes, what it says itself, its hash."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lifelong_learning.catalogue import message
from lifelong_learning.plan import check_plan, load_plan

HEAD = """id: short
title: {en: Short, vi: Ngắn}
document: {en: YamlFile, vi: Văn bản}
base_year: 2020
target_year: 2030
shares: ha-giang-2030
files: [targets.yaml]
"""
TARGETS = """targets:
  - id: visits
    label: {en: Visits, vi: Số lượt}
    kind: growth_yearly
    kinds: [library]
    measures: [library_visits]
    scopes: [{threshold: 10 %}]
    due: each_year
    source: {clause: I.1, quote: tăng 10%}
"""
MEASURE = """measures:
  - id: library_visits
    kinds: [library]
    label: {en: All visits, vi: Tổng số lượt}
    type: count
    nature: flow
  - id: rooms
    kinds: [library]
    label: {en: Rooms, vi: Số phòng}
    type: count
    nature: stock
"""


def _plan(folder: Path, head: str = HEAD, targets: str = TARGETS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(head, encoding="utf-8")
    (folder / "targets.yaml").write_text(targets, encoding="utf-8")
    return folder


def _told(folder: Path) -> list[str]:
    return [
        f"{Path(found.file or '').parent.name}/{Path(found.file or '').name}:{found.line}:{found.column} "
        f"{found.code} {message(found, 'en')}"
        for found in check_plan(folder)
    ]


def test_words_and_measures_are_those_of_the_other_plan(tmp_path: Path) -> None:
    """Of its commitments and targets nothing is taken, and nothing of who it is."""
    plan, other = load_plan(_plan(tmp_path / "short")), load_plan("ha-giang-2030")
    for key in ("levels", "areas", "periods", "kinds", "identity", "reported_sheet", "guide_sheet"):
        assert getattr(plan, key) == getattr(other, key)
    assert (plan.plausibility, plan.words_of_measure) == (other.plausibility, other.words_of_measure)
    assert plan.measures == tuple(m for m in other.measures if m.commitment is None)
    assert (plan.id, plan.title.vi, [target.id for target in plan.targets]) == ("short", "Ngắn", ["visits"])
    assert plan.commitments == ()


def test_what_is_written_here_goes_before(tmp_path: Path) -> None:
    """A key of its own stands in the place of the other's, and a measure in that of its like."""
    head = HEAD + "words_of_measure: [lượt]\nkinds:\n  - id: library\n"
    head += "    label: {en: Library, vi: Thư viện}\n    sheet: {en: Books, vi: Sách}\n"
    plan = load_plan(_plan(tmp_path / "short", head, MEASURE + TARGETS))
    assert plan.words_of_measure == ("lượt",)
    assert [(kind.id, kind.sheet.en) for kind in plan.kinds] == [("library", "Books")]
    assert [(m.id, m.label.en) for m in plan.measures][:2] == [
        ("library_visits", "All visits"),
        ("library_visits_assigned", "Assigned library visits"),
    ]
    assert plan.measures[-1].id == "rooms"


def test_measures_of_kinds_that_the_plan_lacks_are_left_out(tmp_path: Path) -> None:
    """A plan of museums asks for what museums report, and names no other kind."""
    head = HEAD + "kinds:\n  - id: museum\n    label: {en: M, vi: B}\n    sheet: {en: Ms, vi: Bs}\n"
    targets = TARGETS.replace("library_visits", "museum_visits_domestic").replace("[library]", "[museum]")
    plan = load_plan(_plan(tmp_path / "short", head, targets))
    assert {measure.kinds for measure in plan.measures} == {("museum",)}
    assert [measure.id for measure in plan.measures][-2:] == ["staff_total", "staff_trained"]


def test_measures_may_be_left_out(tmp_path: Path) -> None:
    """Nobody is asked for them, and a part of one that is left out has no whole."""
    head = HEAD + "leave_out: [population_to_be_served, library_visits_assigned]\n"
    plan = load_plan(_plan(tmp_path / "short", head))
    assert "population_to_be_served" not in plan.measure
    assert "library_visits_assigned" not in plan.measure
    assert plan.measure["active_users"].at_most is None
    assert plan.measure["library_visits_students"].at_most == "library_visits"
    targets = TARGETS.replace("[library_visits]", "[library_visits_assigned]")
    assert _told(_plan(tmp_path / "short", head, targets)) == [
        "short/targets.yaml:6:16 PL913 The plan has no measure “library_visits_assigned”; "
        "it has “library_visits”."
    ]


def test_a_folder_beside_it(tmp_path: Path) -> None:
    """A path leads from the folder of the plan to that of the other one; a fault there stands there."""
    shutil.copytree(Path(__file__).parents[2] / "targets" / "ha-giang-2030", tmp_path / "words")
    head = HEAD.replace("shares: ha-giang-2030", "shares: ../words  # the words of the province")
    plan = load_plan(_plan(tmp_path / "short", head))
    assert plan.measures == load_plan(_plan(tmp_path / "other")).measures
    measures = tmp_path / "words" / "measures.yaml"
    measures.write_text(measures.read_text("utf-8").replace("nature: flow", "nature: flows", 1), "utf-8")
    assert _told(tmp_path / "short") == ["words/measures.yaml:15:13 PL908 “flows” is not possible here."]
    words = tmp_path / "words" / "plan.yaml"
    words.write_text(words.read_text("utf-8").replace("in_district: false", "in_district: never"), "utf-8")
    assert _told(tmp_path / "short") == [
        "words/measures.yaml:15:13 PL908 “flows” is not possible here.",
        "words/plan.yaml:29:18 PL907 true or false is needed here, and “never” is neither.",
    ]
    words.write_text("levels: [", "utf-8")
    assert [line.split()[:2] for line in _told(tmp_path / "short")] == [["words/plan.yaml:2:1", "PL902"]]


@pytest.mark.parametrize("file", ["plan.yaml", "measures.yaml"])
def test_the_hash_covers_the_other_plan(tmp_path: Path, file: str) -> None:
    """A changed byte of the plan whose words are shared is another plan."""
    shutil.copytree(Path(__file__).parents[2] / "targets" / "ha-giang-2030", tmp_path / "words")
    folder = _plan(tmp_path / "short", HEAD.replace("shares: ha-giang-2030", "shares: '../words'"))
    first = load_plan(folder).sha256
    with (tmp_path / "words" / file).open("a", encoding="utf-8") as words:
        words.write("# note\n")
    assert load_plan(folder).sha256 != first


def test_the_earlier_plan_of_the_province_says_only_what_is_its_own() -> None:
    """Both plans of Ha Giang ask in the same words for what both ask for."""
    earlier, later = load_plan("ha-giang-2020"), load_plan("ha-giang-2030")
    assert earlier.measures == later.measures[: len(earlier.measures)]
    assert (earlier.levels, earlier.identity, earlier.kinds) == (later.levels, later.identity, later.kinds)
    assert (earlier.base_year, earlier.target_year) == (2015, 2020)

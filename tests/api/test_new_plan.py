"""A plan begun by `targets new` is sound as it stands, and nothing is written over."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from lifelong_learning import UsageError, load_plan
from lifelong_learning.api.cases import run_cases
from lifelong_learning.api.plans import FILES, new_plan
from lifelong_learning.plan import check_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lifelong_learning.model.plan import Lang

LANGS: tuple[Lang, ...] = ("en", "vi")
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9áàãéèíìóòõúùýÁÀÃÉÈÍÌÓÒÕÚÙÝ]")


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_plan_has_no_fault_and_its_cases_pass(tmp_path: Path, lang: Lang) -> None:
    """It can be checked, loaded and tested before a word of it is changed."""
    folder = new_plan("binh-an-2030", str(tmp_path), lang)
    assert folder == tmp_path / "binh-an-2030"
    assert list(check_plan(folder)) == []
    assert load_plan(folder).id == "binh-an-2030"
    assert run_cases(folder).passed


@pytest.mark.parametrize("lang", LANGS)
def test_its_files_follow_the_schemas_beside_them(tmp_path: Path, lang: Lang) -> None:
    """The first line of each file names the schema that an editor is to use, and the file follows it."""
    folder = new_plan("x", str(tmp_path), lang)
    for name, schema in (
        ("plan", "plan"), ("measures", "part"), ("targets", "part"), ("cases/targets", "cases"),
    ):  # fmt: skip
        text = (folder / f"{name}.yaml").read_text("utf-8")
        up = "../" if "/" in name else ""
        assert text.startswith(f"# yaml-language-server: $schema={up}schema/{schema}.schema.json\n")
        rules = json.loads((folder / "schema" / f"{schema}.schema.json").read_text("utf-8"))
        jsonschema.validate(yaml.safe_load(text), rules)


def comments(path: Path) -> list[str]:
    """Return the comments of a file; what names the schema, and blank lines of a block, are none."""
    lines = (line.strip().removeprefix("#").strip() for line in path.read_text("utf-8").splitlines()
             if line.lstrip().startswith("#"))  # fmt: skip
    return [line for line in lines if line and not line.startswith("yaml-language-server")]


@pytest.mark.parametrize("lang", LANGS)
def test_every_part_is_commented_in_the_language(tmp_path: Path, lang: Lang) -> None:
    """Each file says what it is for, and how its figures are written, in one language alone."""
    folder = new_plan("x", str(tmp_path), lang)
    files = [folder / name for name in FILES]
    found = {path.name: comments(path) for path in files[:-1]}
    assert {name for name, lines in found.items() if len(lines) >= 4} == {
        "plan.yaml", "measures.yaml", "targets.yaml",
    }  # fmt: skip
    for line in [line for path in files for line in comments(path)]:
        # Code within a comment is the same in both.
        said = re.sub(r"`[^`]*`|\[.*\]|\".*\"", "", line)
        assert bool(VIETNAMESE.search(said)) == (lang == "vi"), line


def test_both_languages_hold_the_same_plan(tmp_path: Path) -> None:
    """Only prose differs: the quoted phrase, and what a case is called and why."""
    for lang in LANGS:
        (tmp_path / lang).mkdir()
    folders = {lang: new_plan("x", str(tmp_path / lang), lang) for lang in LANGS}
    differing = set()
    for name in FILES:
        english, vietnamese = (
            dict(leaves(yaml.safe_load((folders[lang] / name).read_text("utf-8")))) for lang in LANGS
        )
        assert list(english) == list(vietnamese)
        differing |= {place[-1] for place in english if english[place] != vietnamese[place]}
    assert differing == {"quote", "case", "why"}


def leaves(data: object, place: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """Yield every value that is no list and no mapping, with its place."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*place, key))
    else:
        yield place, data


def test_the_measures_in_vietnamese(tmp_path: Path) -> None:
    """A file as it is written, whole."""
    assert (new_plan("x", str(tmp_path), "vi") / "measures.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=schema/part.schema.json\n"
        "# Các số liệu mà đơn vị báo cáo: mỗi số liệu là một cột của biểu.\n"
        "#   type    count (số nguyên), amount (có phần thập phân: decimals: 1) hoặc yes_no (có/không)\n"
        "#   unit    đơn vị tính của số đếm hoặc số lượng: `{en: VND million, vi: triệu đồng}`\n"
        "#   nature  flow (phát sinh trong kỳ) hoặc stock (có đến cuối kỳ)\n"
        "#   at_most số liệu tổng mà số liệu này là một phần, không được vượt quá\n"
        "#   parts   các số liệu cộng lại bằng số liệu này\n"
        "\n"
        "measures:\n"
        "  - id: library_visits\n"
        "    kinds: [library]\n"
        "    label: {en: Library visits, vi: Số lượt người sử dụng thư viện}\n"
        "    type: count\n"
        "    nature: flow\n"
        "  - id: free_internet_access\n"
        "    kinds: [library]\n"
        "    label: {en: Free internet access, vi: Có dịch vụ truy cập internet miễn phí}\n"
        "    type: yes_no\n"
        "    nature: stock\n"
    )


@pytest.mark.parametrize("name", ["Binh-An", "bình-an", "a b", "", "-a", "a--b", "../a", "a" * 65])
def test_a_name_that_no_plan_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is written."""
    with pytest.raises(UsageError) as refused:
        new_plan(name, str(tmp_path))
    assert refused.value.key == "plan_name"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that exists is left as it is, and a parent that does not exist is named."""
    (tmp_path / "x").mkdir()
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path))
    assert (refused.value.key, list((tmp_path / "x").iterdir())) == ("folder_exists", [])
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path / "none"))
    assert refused.value.key == "path_missing"
    (tmp_path / "file").touch()
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path / "file"))
    assert refused.value.key == "output_unwritable"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("source", ["ha-giang-2030", "ha-giang-2020"])
def test_a_plan_begun_from_another_shares_its_words(tmp_path: Path, lang: Lang, source: str) -> None:
    """It asks for the same of the same units in the same words, and its cases pass, before it is changed."""
    folder = new_plan("x", str(tmp_path), lang, source)
    assert list(check_plan(folder)) == []
    plan, first = load_plan(folder), load_plan(source)
    assert (plan.id, plan.title.en, plan.base_year, plan.target_year) == (
        "x", "x", first.base_year, first.target_year,
    )  # fmt: skip
    for key in ("levels", "areas", "kinds", "identity", "measures", "words_of_measure"):
        assert getattr(plan, key) == getattr(first, key)
    assert [(t.id, t.scopes, t.source.quote) for t in plan.targets] == [
        (t.id, t.scopes, t.source.quote) for t in first.targets
    ]
    assert [c.id for c in plan.commitments] == [c.id for c in first.commitments]
    assert {target.source.verified for target in plan.targets} == {None}
    assert {commitment.source.verified for commitment in plan.commitments} <= {None}
    assert not any("measures:" in path.read_text("utf-8").splitlines() for path in folder.glob("*.yaml"))
    assert run_cases(folder).passed
    for line in comments(folder / "plan.yaml"):
        said = re.sub(r"`[^`]*`", "", line)
        assert bool(VIETNAMESE.search(said)) == (lang == "vi"), line


def test_a_plan_begun_from_a_folder_names_the_way_to_it(tmp_path: Path) -> None:
    """Of a plan that shares words itself, those are shared, with what it words otherwise."""
    first = new_plan("first", str(tmp_path))
    assert (
        "shares: ../first\n"
        in (new_plan("second", str(tmp_path), "en", str(first)) / "plan.yaml").read_text()
    )
    second = tmp_path / "second" / "plan.yaml"
    second.write_text(second.read_text("utf-8") + "words_of_measure: [cuốn]\n", "utf-8")
    third = new_plan("third", str(tmp_path), "en", str(second.parent))
    assert "shares: ../first\n" in (third / "plan.yaml").read_text("utf-8")
    assert load_plan(third).words_of_measure == ("cuốn",)
    assert load_plan(third).measures == load_plan(first).measures
    assert run_cases(third).passed


def test_a_plan_is_begun_from_one_that_is_there(tmp_path: Path) -> None:
    """Nothing is written where there is none."""
    with pytest.raises(UsageError) as refused:
        new_plan("x", str(tmp_path), "en", "ha-giang-2025")
    assert (refused.value.key, list(tmp_path.iterdir())) == ("plan_unknown", [])

"""Plans: load, list, check and test them, begin one, find what of one is stale."""

from __future__ import annotations

import re
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.choice import check_years
from lifelong_learning.api.documents import write_file
from lifelong_learning.api.formats import formats_of
from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.plan import Plan
from lifelong_learning.model.record import Shown
from lifelong_learning.plan import bundled_ids, check_plan, json_schema, load_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.api.cases import CaseReport
    from lifelong_learning.api.request import Path as AnyPath
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.stale import Stale


__all__ = [
    "Plan",
    "Staleness",
    "TargetList",
    "TargetPage",
    "bundled_ids",
    "check_plan",
    "json_schema",
    "load_plan",
    "new_plan",
    "run_cases",
    "stale",
    "target_page",
]


class TargetList(Struct, frozen=True, metaclass=Shown):
    """All targets and commitments of a plan."""

    plan: Plan
    document: ClassVar[str] = "targets"
    formats: ClassVar[tuple[str, ...]] = formats_of("targets")


class TargetPage(Struct, frozen=True, metaclass=Shown):
    """One target or commitment: its clause, formula, and thresholds by scope and year."""

    plan: Plan
    id: str
    document: ClassVar[str] = "target"
    formats: ClassVar[tuple[str, ...]] = formats_of("target")


def target_page(plan: Plan, target: str) -> TargetPage:
    """Return the page of a target or commitment; UsageError for an id that the plan does not have."""
    known = [*plan.target, *(commitment.id for commitment in plan.commitments)]
    if target not in known:
        raise UsageError("target_unknown", target=target, known=", ".join(known))
    return TargetPage(plan, target)


class Staleness(Struct, frozen=True, metaclass=Shown):
    """What needs a look before a plan is applied to a year; sources compared before `before` are due."""

    plan: Plan
    year: int
    before: str | None
    items: tuple[Stale, ...]
    document: ClassVar[str] = "stale"
    formats: ClassVar[tuple[str, ...]] = formats_of("stale")


def stale(plan: Plan, *, year: int | None = None, verified_before: str | None = None) -> Staleness:
    """Return what needs a look before the plan is applied to a year (its target year unless given).

    `verified_before` is an ISO date: a source last compared before it is due again. UsageError for a year
    or a day that cannot be.
    """
    from lifelong_learning.model.localised import is_day
    from lifelong_learning.model.stale import stale as found

    check_years(year)
    if verified_before is not None and not is_day(verified_before):
        known = both("usage.day")
        raise UsageError("value_invalid", option="--verified-before", value=verified_before, known=known)
    asked = year or plan.target_year
    return Staleness(plan, asked, verified_before, tuple(found(plan, asked, verified_before)))


def run_cases(plan: AnyPath, cases: AnyPath | None = None) -> CaseReport:
    """Run the cases beside a plan, or those of another folder, and tell what came out.

    PlanError where a plan is faulty, UsageError where there is none; faults of a case file are in the report.
    """
    from lifelong_learning.api.cases import run_cases as run

    return run(plan, cases)


FILES = ("plan.yaml", "measures.yaml", "targets.yaml", "cases/targets.yaml")
SCHEMAS = ("plan", "part", "cases")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_COMMENT = re.compile(r"( *)#(en|vi)( .*|)")
_PROSE = re.compile(r"(.*) #(en|vi)")
_TEMPLATE = Path(__file__).parents[1] / "plan" / "template"
_ASKS = re.compile(r"^(targets|commitments):", re.MULTILINE)
_VERIFIED = re.compile(r"\n +verified: [0-9-]+|, verified: [0-9-]+")
_SCHEMA = re.compile(r"(\$schema=)\S*schema/")


def new_plan(name: str, parent: AnyPath = ".", lang: Lang = "en", source: AnyPath | None = None) -> Path:
    """Write the folder of a new plan, its comments in a language, and return its path.

    From a `source`, a plan by id or folder, it has the targets, the commitments and the cases, and shares its
    words. UsageError for a name that no plan can have, a language that is not spoken, a source that there
    is not, a parent that is no folder, or a folder that exists; PlanError for a faulty source.
    """
    from lifelong_learning.plan.schema import schema_text

    refuse_unknown(lang)
    if not _ID.fullmatch(name) or len(name) > 64:
        raise UsageError("plan_name", value=name)
    folder = Path(parent) / name
    texts = _template_files() if source is None else dict(_files_from(fspath(source), folder))
    try:
        if not folder.parent.exists():
            raise UsageError("path_missing", path=fspath(parent))
        folder.mkdir()
        (folder / "cases").mkdir()
        (folder / "schema").mkdir()
    except FileExistsError:
        raise UsageError("folder_exists", path=str(folder)) from None
    except OSError as fault:
        raise UsageError("output_unwritable", path=str(folder), why=fault) from fault
    texts = {file: _spoken(text, lang).replace("NAME", name) for file, text in texts.items()}
    texts |= {f"schema/{part}.schema.json": schema_text(part, lang) for part in SCHEMAS}
    for file, text in texts.items():
        write_file(str(folder / file), [text.encode("utf-8")], force=False)
    return folder


def _template_files() -> dict[str, str]:
    return {file: (_TEMPLATE / file).read_text("utf-8") for file in FILES}


def _files_from(source: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a plan that is begun from another: its head, and that one's targets and cases.

    Nobody has compared the new plan with its document: no day of that is taken over.
    """
    from lifelong_learning.plan import HEAD, load_plan, locate, read_files, reference

    plan, files = load_plan(source), read_files(locate(source))
    words = files if files.shared is None else files.shared
    texts = {name: (content or b"").decode("utf-8-sig") for name, content in files.content.items()}
    asked = _asking({name: text for name, text in texts.items() if name != HEAD}, plan)
    own_words = "" if files.shared is None else _own_words(texts[HEAD])
    yield HEAD, _head_from(plan, reference(words.folder, folder), asked) + own_words
    for name in asked:
        yield name, _VERIFIED.sub("", _SCHEMA.sub(r"\1schema/", texts[name]))
    for path in sorted((files.folder / "cases").glob("*.yaml")):
        yield f"cases/{path.name}", _SCHEMA.sub(r"\1../schema/", path.read_text("utf-8"))


def _head_from(plan: Plan, words: str, asked: Iterable[str]) -> str:
    """Return the head of a plan that shares its words, and what it asks, with another."""
    head = (_TEMPLATE / "from.yaml").read_text("utf-8")
    for mark, value in {
        "SOURCE": plan.id,
        "WORDS": words,
        "FILES": ", ".join(asked),
        "BASE_YEAR": str(plan.base_year),
        "TARGET_YEAR": str(plan.target_year),
    }.items():
        head = head.replace(mark, value)
    return head


def _asking(texts: Mapping[str, str], plan: Plan) -> list[str]:
    """Return the files that have targets or commitments, in the order of the plan."""
    ids = [target.id for target in plan.targets] + [commitment.id for commitment in plan.commitments]
    asked = [name for name, text in texts.items() if _ASKS.search(text)]
    return sorted(asked, key=lambda name: _at(texts[name], ids))


def _at(text: str, ids: Sequence[str]) -> int:
    """Return the place in the plan of the first of some ids that a file has."""
    return next((number for number, one in enumerate(ids) if f"id: {one}\n" in text), len(ids))


def _own_words(head: str) -> str:
    """Return the sections of plan.yaml that a plan words itself beside those that it shares."""
    from lifelong_learning.plan.shape import WORDS

    sections = re.split(r"^(?=[a-z_]+:)", head, flags=re.MULTILINE)
    return "".join(f"\n{section}" for section in sections if section.split(":")[0] in WORDS)


def _spoken(template: str, lang: Lang) -> str:
    """Return a template in one language.

    A comment that begins with `#en` or `#vi`, and a line that ends so, stands in that language alone.
    """
    lines = []
    for line in template.splitlines():
        if comment := _COMMENT.fullmatch(line):
            if comment[2] == lang:
                lines.append(f"{comment[1]}#{comment[3]}")
        elif prose := _PROSE.fullmatch(line):
            if prose[2] == lang:
                lines.append(prose[1])
        else:
            lines.append(line)
    return "".join(f"{line}\n" for line in lines)

"""Begin a plan: a folder with commented YAML that is sound as it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.api.documents import write_file
from lifelong_learning.catalogue.languages import refuse_unknown
from lifelong_learning.catalogue.system import refusal
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

FILES = ("plan.yaml", "measures.yaml", "targets.yaml", "cases/targets.yaml")
SCHEMAS = ("plan", "part", "cases")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_COMMENT = re.compile(r"( *)#(en|vi)( .*|)")
_PROSE = re.compile(r"(.*) #(en|vi)")


def new_plan(name: str, parent: str, lang: Lang = "en") -> Path:
    """Write the folder of a new plan, its comments in a language, and return its path.

    UsageError for a name that no plan can have, a language that is not spoken, a parent that is no folder,
    or a folder that exists.
    """
    from lifelong_learning.plan.schema import schema_text

    refuse_unknown(lang)
    if not _ID.fullmatch(name) or len(name) > 64:
        raise UsageError("plan_name", value=name)
    folder = Path(parent) / name
    try:
        if not Path(parent).exists():
            raise UsageError("path_missing", path=parent)
        folder.mkdir()
        (folder / "cases").mkdir()
        (folder / "schema").mkdir()
    except FileExistsError:
        raise UsageError("folder_exists", path=str(folder)) from None
    except OSError as fault:
        raise UsageError("output_unwritable", path=str(folder), why=refusal(fault)) from fault
    template = Path(__file__).parents[1] / "plan" / "template"
    for file in FILES:
        text = _spoken((template / file).read_text("utf-8"), lang).replace("NAME", name)
        write_file(str(folder / file), [text.encode("utf-8")], force=False)
    for part in SCHEMAS:
        path = folder / "schema" / f"{part}.schema.json"
        write_file(str(path), [schema_text(part, lang).encode("utf-8")], force=False)
    return folder


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

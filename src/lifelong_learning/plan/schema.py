"""JSON Schema of a plan's files, for editors that complete and check as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("plan", "part")
"""`plan.yaml` itself, and every other file of a plan."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLES = {"plan": "plan.yaml of an llplan plan", "part": "A further file of an llplan plan"}


def schema(file: str) -> dict[str, object]:
    """Return the schema of one sort of file; UsageError `schema_unknown` for another."""
    from lifelong_learning.plan import shape

    if file not in FILES:
        raise UsageError("schema_unknown", value=file, known=", ".join(FILES))
    model = shape.PlanFile if file == "plan" else shape.PartFile
    made: dict[str, object] = model.model_json_schema(mode="validation")
    _drop_titles(made)
    return {"$schema": _DIALECT, "title": _TITLES[file], **made}


def _drop_titles(part: object) -> None:
    """Drop the titles that pydantic makes of field names; they tell an editor nothing."""
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _drop_titles(value)
    if isinstance(part, dict) and isinstance(part.get("title"), str):
        del part["title"]


def schema_text(file: str) -> str:
    """Return the schema as the file that ships with the program."""
    import json

    return json.dumps(schema(file), ensure_ascii=False, indent=2) + "\n"


def schema_path(file: str) -> Path:
    """Return where the shipped schema stands, beside the bundled plans."""
    from lifelong_learning.plan.files import bundled_folder

    return bundled_folder() / "schema" / f"{file}.schema.json"

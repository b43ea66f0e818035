"""JSON Schema of the files that people write, for editors that complete and check as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from lifelong_learning.model.plan import Lang

FILES = ("plan", "part", "cases", "waivers", "letterhead", "config")
"""`plan.yaml` itself, every other file of a plan, what stands beside a plan, and llplan.toml."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(file: str, lang: Lang = "en") -> dict[str, object]:
    """Return the schema of one sort of file, its keys explained in a language.

    UsageError `schema_unknown` for another sort, `value_invalid` for a language that is not spoken.
    """
    refuse_unknown(lang)
    if file not in FILES:
        raise UsageError("schema_unknown", value=file, known=", ".join(FILES))
    from lifelong_learning.catalogue.words import word

    made = _form(file)
    _explain(made, file, lang)
    return {"$schema": _DIALECT, "title": word(f"schema.{file}", lang), **made}


def _form(file: str) -> dict[str, object]:
    from lifelong_learning.plan import beside, shape

    models: dict[str, type[BaseModel]] = {
        "plan": shape.PlanFile,
        "part": shape.PartFile,
        "cases": beside.CaseFile,
        "waivers": beside.WaiverFile,
        "letterhead": beside.LetterheadForm,
        "config": beside.ConfigForm,
    }
    return models[file].model_json_schema()


def _explain(part: object, file: str, lang: Lang) -> None:
    """Explain every key; what the models are called tells an editor nothing and is dropped."""
    if isinstance(part, list):
        for value in part:
            _explain(value, file, lang)
    if not isinstance(part, dict):
        return
    for name in ("title", "description"):
        if isinstance(part.get(name), str):
            del part[name]
    for name, value in part.items():
        if name in ("properties", "$defs"):
            for key, inner in value.items():
                _explain(inner, file, lang)
                if name == "properties":
                    inner["description"] = _explanation(file, key, lang)
        else:
            _explain(value, file, lang)


def _explanation(file: str, key: str, lang: Lang) -> str:
    from lifelong_learning.catalogue.words import family, word

    own = f"{file}_{key}"
    return word(f"schema.{own if own in family('schema') else key}", lang)


def schema_text(file: str, lang: Lang = "en") -> str:
    """Return the schema as the file that ships with the program."""
    import json

    return json.dumps(schema(file, lang), ensure_ascii=False, indent=2) + "\n"

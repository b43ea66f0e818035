"""pydantic's errors → findings in our own words, each at its line and column."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ValidationError

from lifelong_learning.plan import shape
from lifelong_learning.plan.places import short

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from lifelong_learning.plan.places import Document, Path, Reporter

_TYPES = {
    "string_type": "text",
    "int_type": "whole",
    "int_from_float": "whole",
    "bool_type": "bool",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}
_NUMBER = ("int", "decimal")
_LIMITS = {
    "string_pattern_mismatch": "pattern",
    "string_too_long": "long",
    "too_short": "empty",
    "too_long": "many",
    "greater_than_equal": "range",
    "less_than_equal": "range",
}


class Faulty(NamedTuple):
    """The paths that are at fault, and those of keys that can be left out without loss to the rest."""

    paths: set[Path]
    needless: set[Path]


def report_shape(
    document: Document, model: type[BaseModel], error: ValidationError, report: Reporter
) -> Faulty:
    """Report everything that pydantic found; returns where.

    A key that is misspelt, or the rest of a text, is not needless: what it says belongs to the others.
    """
    found = Faulty(set(), set())
    for detail in error.errors(include_url=False):
        path = _path(detail["loc"])
        needless = detail["type"] == "extra_forbidden" and not (
            _near(document, model, path) or _has_no_colon(document, path)
        )
        if path not in found.paths or detail["type"] == "missing":
            _report(document, model, path, detail, report)
        (found.needless if needless else found.paths).add(path)
    return found


def without(data: object, paths: set[Path]) -> object:
    """Return data without the keys at some paths."""
    if isinstance(data, list):
        return [without(item, _below(index, paths)) for index, item in enumerate(data)]
    if isinstance(data, dict):
        return {key: without(item, _below(key, paths)) for key, item in data.items() if (key,) not in paths}
    return data


def _below(part: str | int, paths: set[Path]) -> set[Path]:
    return {path[1:] for path in paths if path[0] == part and len(path) > 1}


def _path(loc: tuple[str | int, ...]) -> Path:
    """Return the path in the file: without the name of a target's model, and of a number's type."""
    if len(loc) > 2 and loc[0] == "targets":
        loc = loc[:2] + loc[3:]
    return loc[:-1] if loc and loc[-1] in _NUMBER else loc


def _report(
    document: Document, model: type[BaseModel], path: Path, detail: ErrorDetails, report: Reporter
) -> None:
    kind = detail["type"]
    value = short(detail.get("input"))
    if kind == "missing":
        report.on(document, path, "PL906", name=str(path[-1]))
    elif kind == "extra_forbidden":
        _unknown_key(document, model, path, report)
    elif kind == "union_tag_not_found":
        report.on(document, (*path, "kind"), "PL906", name="kind")
    elif kind == "union_tag_invalid":
        _choice(document, (*path, "kind"), str(detail.get("ctx", {}).get("tag")), _KINDS, report)
    elif kind == "literal_error":
        _choice(document, path, value, _expected(detail), report)
    elif kind in _LIMITS:
        report.on(document, path, "PL909", _limit(kind, path), value=value, bound=_bound(detail))
    else:
        variant = (
            "number" if detail["loc"][-1:] and detail["loc"][-1] in _NUMBER else _TYPES.get(kind, "text")
        )
        report.on(document, path, "PL907", variant, value=value)


_KINDS = ("ratio", "growth_average", "growth_yearly", "count", "coverage", "reported")


def _expected(detail: ErrorDetails) -> tuple[str, ...]:
    text = str(detail.get("ctx", {}).get("expected", ""))
    return tuple(part.strip(" '") for part in text.replace(" or ", ",").split(","))


def _choice(document: Document, path: Path, value: str, known: tuple[str, ...], report: Reporter) -> None:
    report.on(document, path, "PL908", value=value, known=", ".join(known))


def _limit(kind: str, path: Path) -> str:
    if kind != "string_pattern_mismatch":
        return _LIMITS[kind]
    parents = [part for part in path if isinstance(part, str)]
    if parents[-1] == "id":
        return "plan_id" if len(parents) == 1 or parents[0] in ("targets", "commitments") else "id"
    by_name = {"verified": "date", "files": "file"}
    if parents[-1] in by_name:
        return by_name[parents[-1]]
    references = (
        "kinds",
        "levels",
        "level",
        "area",
        "measure",
        "measures",
        "numerator",
        "denominator",
        "at_most",
    )
    return "id" if parents[-1] in references else "blank"


def _bound(detail: ErrorDetails) -> object:
    context = detail.get("ctx", {})
    return next((context[name] for name in ("ge", "le", "min_length", "max_length") if name in context), None)


def _unknown_key(document: Document, model: type[BaseModel], path: Path, report: Reporter) -> None:
    known = sorted(_keys_at(document, model, path[:-1]))
    near = _near(document, model, path)
    variant = "near" if near else "comma" if _has_no_colon(document, path) else ""
    report.on_key(
        document, path, "PL905", variant,
        name=str(path[-1]), near=near[0] if near else "", known=", ".join(known),
    )  # fmt: skip


def _near(document: Document, model: type[BaseModel], path: Path) -> list[str]:
    """Return the key that an unknown one may be meant for, if there is one."""
    return get_close_matches(str(path[-1]), sorted(_keys_at(document, model, path[:-1])), n=1, cutoff=0.7)


def _has_no_colon(document: Document, path: Path) -> bool:
    """Tell whether a comma within braces made a key of what is the rest of a text, or of a decimal."""
    key, value = document.keys.get(path), document.marks.get(path)
    return key is not None and value == (key.line, key.column + len(str(path[-1])))


_TARGETS: dict[str, type[BaseModel]] = {
    "ratio": shape.RatioTarget,
    "growth_average": shape.GrowthTarget,
    "growth_yearly": shape.GrowthTarget,
    "count": shape.CountTarget,
    "coverage": shape.CoverageTarget,
    "reported": shape.ReportedTarget,
}


def _keys_at(document: Document, model: type[BaseModel], path: Path) -> set[str]:
    """Return the keys that the mapping at a path may have."""
    here: object = model
    data: object = document.data
    for part in path:
        data = data[part] if isinstance(data, dict | list) else None  # type: ignore[index]
        if isinstance(part, int):
            continue
        here = _field_model(here, part)
    if here is shape.TargetBase and isinstance(data, dict):
        here = _TARGETS.get(str(data.get("kind")), shape.TargetBase)
    return set(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else set()


def _field_model(model: object, name: str) -> object:
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return None
    if model is shape.PartFile and name == "targets":
        return shape.TargetBase
    field = model.model_fields.get(name)
    return None if field is None else _inner_model(field.annotation)


def _inner_model(annotation: object) -> object:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)

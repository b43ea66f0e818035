"""What people write → checked forms: one way to read a value, and one way to say where it is at fault.

A form is a pydantic model. Its errors become findings in our own words, each at its line and column. A
validator of a form may raise a fault of a code of its own (`refused`), which stands there as well.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from lifelong_learning.plan import shape
from lifelong_learning.plan.places import Placed, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from lifelong_learning.plan.places import Path, Reporter, YamlFile

T = TypeVar("T")


Dialect: TypeAlias = "Mapping[str, tuple[str, str]]"
"""In which code and variant a sort of file words each sort of fault.

Where it has words for a near miss ("keynear"), a key that may be a misspelt one is told from others, and of a
file only these are lost: an entry with a key that says nothing else is read without it.
"""

PLAN: Dialect = {
    "missing": ("PL906", ""),
    **{sort: ("PL905", sort.removeprefix("key")) for sort in ("key", "keynear", "keycomma")},
    **{sort: ("PL907", sort) for sort in ("text", "whole", "number", "bool", "list", "mapping")},
    "choice": ("PL908", ""),
    **{
        sort: ("PL909", sort)
        for sort in ("plan_id", "id", "date", "file", "blank", "long", "empty", "many", "range")
    },
}

_SORTS = {
    "missing": "missing",
    "union_tag_not_found": "missing",
    "extra_forbidden": "key",
    "union_tag_invalid": "choice",
    "literal_error": "choice",
    "string_type": "text",
    "int_type": "whole",
    "int_from_float": "whole",
    "bool_type": "bool",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "string_too_long": "long",
    "too_short": "empty",
    "too_long": "many",
    "greater_than_equal": "range",
    "less_than_equal": "range",
}
_PATTERNS = {shape.PLAN_ID: "plan_id", shape.COLUMN_ID: "id", shape.DATE: "date", shape.FILE_NAME: "file"}
_NUMBER = ("int", "decimal")
_LIMITS = ("ge", "le", "min_length", "max_length")


class FormCheck(Generic[T]):
    """What has to stand at a place: a model, or one of several."""

    def __init__(self, annotation: type[T]) -> None:
        self.models = _models(annotation)
        self.check = TypeAdapter(annotation).validate_python

    def keys(self, path: Path, loc: Sequence[str | int]) -> list[str]:
        """Return the keys that the mapping at a path may have; `loc` names the models on the way."""
        models = self.models
        for part in (part for part in path if isinstance(part, str)):
            models = [inner for model in models for inner in _models_of(model, part)]
        meant = [model for model in models if _tags(model) & set(loc)] or models
        return list(_fields(meant[0])) if meant else []


def _models_of(model: type[BaseModel], key: str) -> list[type[BaseModel]]:
    field = _fields(model).get(key)
    return [] if field is None else _models(field.annotation)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys that people write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models(annotation: object) -> list[type[BaseModel]]:
    """Return the models that an annotation names, whatever it says around them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models(inner)]


def _tags(model: type[BaseModel]) -> set[object]:
    """Return what a model is called among several: its name, or the values of its `kind`."""
    kind = model.model_fields.get("kind")
    return {model.__name__, *(getattr(kind.annotation, "__args__", ()) if kind else ())}


def refused(code: str, variant: str, **args: object) -> PydanticCustomError:
    """Return the error by which a validator refuses its value in a code's own words."""
    return PydanticCustomError("told", code, {"code": code, "variant": variant, "args": args})


def read_form(
    document: YamlFile,
    path: Path,
    form: FormCheck[T],
    report: Reporter,
    dialect: Dialect,
    context: object = None,
) -> T | None:
    """Return what stands at a path; None where it is at fault, every fault being reported."""
    return _read(document, path, document.value(path), form, report, dialect, context)


def read_frame(
    document: YamlFile, form: FormCheck[T], lists: Sequence[str], report: Reporter, dialect: Dialect
) -> T | None:
    """Return a file without the entries of some lists, which are read on their own."""
    data = document.data
    if isinstance(data, dict):
        data = {key: [] if key in lists and isinstance(value, list) else value for key, value in data.items()}
    return _read(document, (), data, form, report, dialect, None)


def _read(
    document: YamlFile,
    path: Path,
    written: object,
    form: FormCheck[T],
    report: Reporter,
    dialect: Dialect,
    context: object,
) -> T | None:
    try:
        return form.check(written, context=context)
    except ValidationError as error:
        faults = [
            _Fault(document, path, written, form, detail, dialect)
            for detail in error.errors(include_url=False)
        ]
    told: set[Path] = set()
    for fault in faults:
        if fault.path not in told or fault.sort == "missing":
            fault.report(report)
        told.add(fault.path)
    if not all(fault.needless for fault in faults):
        return None
    return form.check(_without(written, {fault.inner for fault in faults}), context=context)


def read_entries(
    document: YamlFile,
    section: str,
    form: FormCheck[T],
    report: Reporter,
    dialect: Dialect,
    context: object = None,
) -> Iterator[Placed[T]]:
    """Yield the entries of a list, each read on its own: a faulty one is reported and left out."""
    entries = document.value((section,))
    for index in range(len(entries) if isinstance(entries, list) else 0):
        path = (section, index)
        item = read_form(document, path, form, report, dialect, context)
        if item is not None and not document.hidden(path):
            yield Placed(document, path, item)


def _without(data: object, paths: set[Path]) -> object:
    """Return data without the keys at some paths."""
    below: dict[str | int, set[Path]] = {}
    for path in paths:
        below.setdefault(path[0], set()).add(path[1:])
    if isinstance(data, list):
        return [_without(item, below.get(index, set())) for index, item in enumerate(data)]
    if isinstance(data, dict):
        return {
            key: _without(item, below.get(key, set()))
            for key, item in data.items()
            if () not in below.get(key, ())
        }
    return data


class _Fault:
    """One error of pydantic: where it stands, and what it is in our words."""

    def __init__(
        self,
        document: YamlFile,
        base: Path,
        written: object,
        form: FormCheck[T],
        detail: ErrorDetails,
        dialect: Dialect,
    ) -> None:
        self.document = document
        self.detail = detail
        self.dialect = dialect
        self.inner = _inner_path(written, detail)
        self.path = (*base, *self.inner)
        self.context = detail.get("ctx", {})
        self.sort = self._sort()
        self.known: list[str] = []
        if self.sort in ("key", "mapping"):
            self.known = form.keys(self.inner[:-1] if self.sort == "key" else self.inner, detail["loc"])
        self.near: list[str] = []
        if self.sort == "key" and "keynear" in dialect:
            self.known.sort()
            self.near = get_close_matches(str(self.path[-1]), self.known, n=1, cutoff=0.7)
            self.sort += "near" if self.near else "comma" if self._has_no_colon() else ""

    @property
    def needless(self) -> bool:
        """Tell whether it is a key that can be left out without loss to the rest.

        A key that is misspelt, or the rest of a text, is not: what it says belongs to the others.
        """
        return "keynear" in self.dialect and self.sort == "key"

    def _sort(self) -> str:
        kind = self.detail["type"]
        if kind == "string_pattern_mismatch":
            return _PATTERNS.get(self.context["pattern"], "blank")
        if self.detail["loc"][-1:] and self.detail["loc"][-1] in _NUMBER:
            return "number"
        return _SORTS.get(kind, "text")

    def _has_no_colon(self) -> bool:
        """Tell whether a comma within braces made a key of what is the rest of a text, or of a decimal."""
        key, value = self.document.keys.get(self.path), self.document.marks.get(self.path)
        return key is not None and value == key._replace(column=key.column + len(str(self.path[-1])))

    def report(self, report: Reporter) -> None:
        if self.detail["type"] == "told":
            report.on(
                self.document,
                self.path,
                self.context["code"],
                self.context["variant"],
                **self.context["args"],
            )
            return
        code, variant = self.dialect[self.sort]
        if self.sort.startswith("key"):
            report.on_key(
                self.document, self.path, code, variant,
                **self._name(), near="".join(self.near), known=", ".join(self.known),
            )  # fmt: skip
        elif self.sort == "missing":
            report.on(self.document, self.path, code, variant, **self._name())
        else:
            value = self.context["tag"] if "tag" in self.context else short(self.detail["input"])
            report.on(self.document, self.path, code, variant, value=value, **self._bounds())

    def _name(self) -> dict[str, str]:
        return dict.fromkeys(("name", "key", "value"), str(self.path[-1]))

    def _bounds(self) -> dict[str, object]:
        """Return what would have been possible, by the names that the wordings have for it."""
        limits = [
            self.context[name] for name in ("ge", "le", "min_length", "max_length") if name in self.context
        ]
        expected = str(self.context.get("expected_tags") or self.context.get("expected", ""))
        choices = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        return {"bound": limits[0] if limits else None, "known": ", ".join(self.known or choices)}


def _inner_path(written: object, detail: ErrorDetails) -> Path:
    """Return the path in what was written: pydantic's without the names of models and types in it."""
    found: list[str | int] = []
    for part in detail["loc"]:
        if isinstance(written, dict | list) and part in (
            written if isinstance(written, dict) else range(len(written))
        ):
            found.append(part)
            written = written[part]  # type: ignore[index]
    if detail["type"] == "missing":
        found.append(detail["loc"][-1])
    if detail["type"] in ("union_tag_not_found", "union_tag_invalid"):
        found.append(detail["ctx"]["discriminator"].strip("'"))
    return tuple(found)

"""One form for every unit, commune or district, each under a file name that every system takes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.api.forms import spec_of
from lifelong_learning.api.request import FORMS_BY
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.errors import UsageError
from lifelong_learning.forms.template.make import form
from lifelong_learning.model.names import common_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.api.request import Request
    from lifelong_learning.forms.template import FormRow, FormSpec
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang

_SUFFIX = ".xlsx"
_LONGEST_NAME = 120
"""Bytes of a name without its suffix: Windows takes 260 characters with all folders, Linux 255 bytes."""
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\.|$)", re.IGNORECASE)

_Rows = dict[str, list["FormRow"]]


class Split(NamedTuple):
    """The forms by their file names, each made when it is asked for, and what was found wrong with what
    they are filled in from."""

    specs: Mapping[str, FormSpec]
    findings: Findings

    def forms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file name with its workbook."""
        for name, spec in self.specs.items():
            yield name, form(spec)


def split(request: Request, lang: Lang, open_rows: int, by: str) -> Split:
    """Return the forms of a request; faults as of `make_forms`."""
    if by not in FORMS_BY:
        raise UsageError("value_invalid", option="--by", value=by, known=", ".join(FORMS_BY))
    if not (request.register or request.paths):
        raise UsageError("form_units_wanted")
    whole, findings = spec_of(request, lang, open_rows)
    if by == "district":
        _refuse_ended(whole)
    specs: dict[str, FormSpec] = {}
    taken: set[str] = set()
    for name, rows in _parts(whole, by):
        kinds = tuple(kind for kind in whole.kinds if rows.get(kind.id))
        specs[_free(name, taken)] = replace(whole, kinds=kinds, rows=rows)
    if not specs:
        raise UsageError("filter_empty")
    return Split(specs, findings)


def _refuse_ended(spec: FormSpec) -> None:
    """Refuse a year in which there are no districts any more."""
    if spec.year is not None and not spec.plan.has_districts(spec.year, spec.period):
        raise UsageError("split_no_districts", year=spec.year)


def _parts(spec: FormSpec, by: str) -> Iterator[tuple[str, _Rows]]:
    """Yield the rows of each form under the words that its file is named by."""
    found: dict[object, _Rows] = {}
    places = {
        (kind, row.unit.code): row.unit.district or row.unit.level
        for kind, rows in spec.rows.items()
        for row in rows
    }
    for kind, rows in spec.rows.items():
        for row in rows:
            code = row.unit.code
            key: object = {"unit": (kind, code), "commune": code}.get(by, places[kind, code])
            found.setdefault(key, {}).setdefault(kind, []).append(row)
    for key, parts in found.items():
        yield (_of_units(spec, parts) if by != "district" else _of_district(spec, key)), parts


def _of_units(spec: FormSpec, parts: _Rows) -> str:
    """Return the code of some units of one code, and the words in which their names end alike; else the
    first's name, or its kind."""
    units = [rows[-1].unit for rows in parts.values()]
    name = common_end([unit.name or "" for unit in units])
    kind = next(kind for kind in spec.kinds if kind.id in parts)
    return f"{units[0].code} {name or units[0].name or kind.label.of(spec.lang)}"


def _of_district(spec: FormSpec, key: object) -> str:
    """Return the name of a district; the label of the level for units that are in none."""
    level = next((level for level in spec.plan.levels if level.id == key), None)
    return str(key or "-") if level is None else level.label.of(spec.lang)


def _free(words: str, taken: set[str]) -> str:
    """Return the file name that words make, other than those taken, however a system compares them."""
    stem = safe_stem(words)
    name, number = stem, 2
    while (key := unicodedata.normalize("NFKC", name).casefold()) in taken:
        name, number = f"{stem} ({number})", number + 1
    taken.add(key)
    return name + _SUFFIX


def safe_stem(words: str) -> str:
    """Return a file's name without suffix that Windows, macOS and Linux take, and that no reader of folders
    passes over as hidden."""
    text = _UNSAFE.sub("-", unicodedata.normalize("NFC", visible(words)))
    text = text.encode()[:_LONGEST_NAME].decode(errors="ignore")
    text = text.lstrip(" .~-").rstrip(" .") or "form"
    return f"_{text}" if _RESERVED.match(text) else text

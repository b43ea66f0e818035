"""One catalogue of finding codes and one of words, in English and Vietnamese.

Documentation, `llplan explain` and every report take their texts from here. The texts of a family of
codes stand in the module of its name; `words` holds everything that is not a finding.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Finding, Severity
from lifelong_learning.model.localised import Day, Decimal
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.plan import Lang

LANGUAGES = ("en", "vi")
"""The languages that are spoken."""
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "WB": ("workbooks",),
    "SH": ("sheets",),
    "CE": ("cells",),
    "RW": ("rows",),
    "YR": ("years",),
    "RG": ("register",),
    "PL": ("plan_files", "plan_forms", "plan_rules", "plan_measures", "plan_figures", "cases", "beside"),
    "RN": ("run",),
}
"""The families of codes and the modules that hold their texts."""
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
Pair = tuple[str, str]
"""English and Vietnamese."""


class Wording(Struct, frozen=True, metaclass=Shown):
    """What a finding says and what to do; `{name}` places are filled from the finding's arguments.

    `severity` is set where this variant of the code differs from the code's own.
    """

    message: Bilingual
    remedy: Bilingual
    severity: Severity | None = None


def says(message: Pair, remedy: Pair, severity: Severity | None = None) -> Wording:
    """Return a wording: what it says in both languages, and what to do."""
    return Wording(Bilingual(*message), Bilingual(*remedy), severity)


def worded(en: str, do_en: str, vi: str, do_vi: str) -> Wording:
    """Return a wording: what it says and what to do in English, then in Vietnamese."""
    return says((en, vi), (do_en, do_vi))


class Entry(Struct, frozen=True, metaclass=Shown):
    """One code: what it means (`title`, `explanation`) and how it is worded.

    `variants` words the code differently for a particular cause; "" is the ordinary wording.
    """

    code: str
    severity: Severity
    title: Bilingual
    explanation: Bilingual
    variants: Mapping[str, Wording] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, severity: Severity, title: Pair, explanation: Pair, **variants: Wording) -> Entry:
        """Return an entry; the variant `plain` is the ordinary wording."""
        wordings = {"" if name == "plain" else name: wording for name, wording in variants.items()}
        return cls(code, severity, Bilingual(*title), Bilingual(*explanation), wordings)


def refuse_unknown(lang: str, option: str = "lang") -> None:
    """Refuse a language that is not spoken; UsageError says which are."""
    if lang not in LANGUAGES:
        raise UsageError("value_invalid", option=option, value=lang, known=", ".join(LANGUAGES))


@cache
def family(name: str) -> Mapping[str, Entry]:
    """Return the codes of a family with their entries; a run loads those alone that it speaks of."""
    modules = (import_module(f"lifelong_learning.catalogue.{module}") for module in FAMILIES.get(name, ()))
    return {entry.code: entry for module in modules for entry in module.ENTRIES}


def entry(code: str) -> Entry:
    """Return the entry of a code; KeyError for one that does not exist."""
    return family(code[:2])[code]


@cache
def entries() -> Mapping[str, Entry]:
    """Return every code with its entry, in order of code."""
    return dict(sorted(item for name in FAMILIES for item in family(name).items()))


def wording(code: str, variant: str = "") -> Wording:
    """Return how a code is worded; KeyError for one that does not exist."""
    return entry(code).variants[variant]


def severity_of(code: str, variant: str = "") -> Severity:
    """Return the severity of a code in one of its variants."""
    known = entry(code)
    return known.variants[variant].severity or known.severity


def finding(code: str, variant: str = "", **fields: object) -> Finding:
    """Make a finding with the severity that the catalogue gives it.

    `fields` that a Finding has (file, sheet, row, col, header, unit, line, column) give the place;
    all others become arguments of the text.
    """
    place = {key: fields.pop(key) for key in list(fields) if key in Finding._fields}
    return Finding(code=code, severity=severity_of(code, variant), variant=variant, args=fields, **place)  # type: ignore[arg-type]


def message(finding: Finding, lang: Lang) -> str:
    """Return what a finding says, in one line."""
    return wording(finding.code, finding.variant).message.of(lang).format_map(_Arguments(finding, lang))


def remedy(finding: Finding, lang: Lang) -> str:
    """Return what to do about a finding, in one line."""
    return wording(finding.code, finding.variant).remedy.of(lang).format_map(_Arguments(finding, lang))


_PLACE = frozenset({"file", "sheet", "header", "unit", "cell"})


class _Arguments(dict[str, object]):
    """A finding's arguments and its place, taken when a text names them; what has a form in each language
    is taken in that one."""

    def __init__(self, finding: Finding, lang: Lang) -> None:
        super().__init__()
        self._finding = finding
        self._lang = lang

    def __missing__(self, key: str) -> object:
        if key not in self._finding.args:
            value = getattr(self._finding, key) if key in _PLACE else None
            if value is None:
                raise KeyError(key)
            return value
        value = self._finding.args[key]
        return value.of(self._lang) if isinstance(value, Bilingual | Day | Decimal) else value

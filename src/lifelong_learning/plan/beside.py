"""The form of what stands beside a plan: cases, waivers, who issues a report, and a configuration.

Each is read in the words of the plan, which is the context of the validation: a kind, level or target that it
does not have is a fault where it is named.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction  # noqa: TC003 - pydantic looks the types of fields up
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lifelong_learning.catalogue import entries
from lifelong_learning.model.localised import is_day
from lifelong_learning.model.plan import Measure, MeasureType, Plan
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.model.submission import INVALID, LARGEST_COUNT, MISSING
from lifelong_learning.plan import shape
from lifelong_learning.plan.figures import Figure, Floored, number
from lifelong_learning.plan.places import short
from lifelong_learning.plan.written import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic.config import JsonDict

    from lifelong_learning.plan.written import Dialect

CASES: Dialect = {
    **{sort: ("PL951", sort) for sort in ("missing", "key", "mapping", "list", "text", "whole")},
    "blank": ("PL951", "text"),
    "bool": ("PL951", "truth"),
    "empty": ("PL951", "nothing"),
}
WAIVERS: Dialect = {
    **{sort: ("PL942", sort) for sort in ("missing", "key", "mapping", "text")},
    "blank": ("PL942", "text"),
}
LETTERHEAD: Dialect = {
    **{sort: ("PL950", sort) for sort in ("key", "mapping", "list", "text")},
    **dict.fromkeys(("blank", "long"), ("PL950", "text")),
    "many": ("PL950", "list"),
}
CONFIG: Dialect = {
    **{sort: ("PL960", sort) for sort in ("key", "mapping", "list", "text", "choice")},
    "blank": ("PL960", "text"),
}

_ID = WithJsonSchema({"type": "string", "pattern": r"^[a-z][a-z0-9_-]*$"})
_MOMENT = re.compile(r"((?:19|20|21)[0-9]{2})(?: ([a-z0-9]+))?")
_MOMENT_FORM: JsonDict = {"type": "string", "pattern": r"^(19|20|21)[0-9]{2}( [a-z][a-z0-9_]*)?$"}
_TRUTH: JsonDict = {"enum": ["yes", "no", True, False]}
_FIGURE: JsonDict = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(…|\.\.\.)?([ \u00a0]?%)?$"},
        {"type": "string", "pattern": r"^-?[0-9]+ ?/ ?[0-9]+$"},
    ]
}
_VALUE: JsonDict = {"anyOf": [_FIGURE, _TRUTH]}
_FIGURES: JsonDict = {
    "type": "object",
    "propertyNames": {"pattern": _MOMENT_FORM["pattern"]},
    "additionalProperties": {
        "type": "object",
        "propertyNames": {"pattern": r"^[a-z][a-z0-9_]*$"},
        "additionalProperties": {
            "anyOf": [{"type": "number", "minimum": 0}, _TRUTH, {"const": "error"}, {"type": "null"}]
        },
    },
}
_WAIVED_PERIOD: JsonDict = {"anyOf": [{"type": "integer", "minimum": 1900, "maximum": 2199}, _MOMENT_FORM]}
_DAY: JsonDict = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}
_YES_NO = {"yes": True, "no": False}


def _plan(info: ValidationInfo) -> Plan:
    """Return the plan in whose words a file is read."""
    return cast(Plan, info.context)


def _one_of(what: str, ids: Callable[[Plan], Sequence[str]], code: str = "PL952") -> PlainValidator:
    """Take one of some names of the plan."""

    def check(written: object, info: ValidationInfo) -> str:
        known = ids(_plan(info))
        if isinstance(written, str) and written in known:
            return written
        raise refused(code, what, value=short(written), known=", ".join(known))

    return PlainValidator(check)


def _digits(written: object) -> object:
    """Take a whole number by its digits."""
    return str(written) if type(written) is int else written


def _truth(written: object) -> object:
    return _YES_NO.get(written, written) if isinstance(written, str) else written


def _number(written: object) -> Figure:
    found = number(written)
    if found is None:
        raise refused("PL953", "number", value=short(written))
    return found


def _exact(written: object) -> Fraction:
    found = _number(written)
    if isinstance(found, Floored):
        raise refused("PL953", "number", value=short(written))
    return found


def _value(written: object) -> Figure | bool:
    truth = _truth(written)
    return truth if isinstance(truth, bool) else _number(written)


def _moment(written: object, info: ValidationInfo) -> tuple[int, str]:
    """Take a year, or a year and a period: "2024", "2024 h1"."""
    match = _MOMENT.fullmatch(str(written))
    period = match[2] or "year" if match else ""
    known = list(_plan(info).period)
    if match is None or period not in known:
        variant = "period" if set(known) - {"year", "h1"} else "moment"
        raise refused("PL953", variant, value=short(written), known=", ".join(known))
    return int(match[1]), period


Code = Annotated[
    str,
    BeforeValidator(_digits),
    StringConstraints(pattern=r"\S"),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"\S"}, {"type": "integer", "minimum": 0}]}),
]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema(_TRUTH)]
Number = Annotated[Figure, PlainValidator(_number), WithJsonSchema(_FIGURE)]
Kind = Annotated[str, _one_of("kind", lambda plan: [kind.id for kind in plan.kinds]), _ID]
Level = Annotated[str, _one_of("level", lambda plan: [level.id for level in plan.levels]), _ID]
Area = Annotated[str, _one_of("area", lambda plan: [area.id for area in plan.areas]), _ID]
Target = Annotated[str, _one_of("target", lambda plan: list(plan.target)), _ID]
Period = Annotated[
    str,
    _one_of("period", lambda plan: [period.id for period in plan.periods]),
    _ID,
]


class _FormModel(BaseModel):
    model_config = shape.FormModel.model_config


class CaseFilters(_FormModel):
    """The units and groups that are looked at, as with the options of that name."""

    kind: list[Code] = []
    level: list[Code] = []
    district: list[Code] = []
    unit: list[Code] = []


class CaseScope(_FormModel):
    """The scope of a target, by what narrows it."""

    level: Code | None = None
    area: Code | None = None
    units: list[Code] | None = None

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return the keys that narrow, as a scope of the plan does."""
        pairs = (("level", self.level), ("area", self.area), ("units", self.units))
        return {key: value for key, value in pairs if value is not None}

    def words(self) -> str:
        """Return what narrows, in one text."""
        return " ".join(filter(None, (self.level, self.area, *(self.units or ()))))


class CaseWho(_FormModel):
    """A unit by its kind and code, where it lies, and of which level it is."""

    kind: Kind
    code: Code
    level: Level | None = None
    district: Code | None = None
    area: Area | None = None


class _Cell(NamedTuple):
    """A figure with the measure that it is of, None where its unit does not report it."""

    measure: Measure | None
    name: str
    known: str
    written: object


def _cell(cell: _Cell) -> int:
    """Take a number, yes or no, null (`MISSING`) or error (`INVALID`), as the measure of the figure asks."""
    written, measure = cell.written, cell.measure
    if measure is None:
        raise refused("PL952", "measure", value=short(cell.name), known=cell.known)
    if written is None or written == "error":
        return MISSING if written is None else INVALID
    if measure.type is MeasureType.YES_NO:
        truth = _truth(written)
        if isinstance(truth, bool):
            return int(truth)
        raise refused("PL953", "yes_no", value=short(written), name=measure.id)
    return _kept(written, measure)


def _kept(written: object, measure: Measure) -> int:
    """Take a number as the whole number of its last decimals, as which it is kept."""
    if isinstance(written, int | Decimal) and not isinstance(written, bool):
        kept = written * measure.scale
        if 0 <= kept <= LARGEST_COUNT and kept == int(kept):
            return int(kept)
    variant = "amount" if measure.decimals else "count"
    raise refused("PL953", variant, value=short(written), name=measure.id, decimals=measure.decimals)


class _Twice(str):
    """A period that a unit has figures for already, by another spelling."""


def _once(row: object) -> object:
    if isinstance(row, _Twice):
        raise refused("PL954", "moment", value=row)
    return row


class CaseUnit(CaseWho):
    """One unit; `figures` are numbers, 1 or 0, `MISSING` or `INVALID` by (year, period) and measure."""

    figures: Annotated[
        dict[
            Annotated[tuple[int, str], PlainValidator(_moment)],
            Annotated[dict[str, Annotated[int, PlainValidator(_cell)]], BeforeValidator(_once)],
        ],
        WithJsonSchema(_FIGURES),
    ] = {}

    @model_validator(mode="before")
    @classmethod
    def _with_measures(cls, written: object, info: ValidationInfo) -> object:
        """Put each figure beside its measure, which says how it is read."""
        if not isinstance(written, dict) or not isinstance(written.get("figures"), dict):
            return written
        measures = {measure.id: measure for measure in _plan(info).measures_of(str(written.get("kind")))}
        known = ", ".join(measures)
        rows: dict[str, object] = {}
        seen: set[tuple[str, str]] = set()
        for moment, row in written["figures"].items():
            if isinstance(row, dict):
                row = {name: _Cell(measures.get(name), name, known, cell) for name, cell in row.items()}
            year, _, period = moment.partition(" ")
            twice = (year, period or "year") in seen
            seen.add((year, period or "year"))
            rows[moment] = _Twice(moment) if twice else row
        return {**written, "figures": rows}


class CaseReported(_FormModel):
    """A figure that was published as a percentage, in a case."""

    target: Target
    level: Level | None = None
    area: Area | None = None
    district: Code | None = None
    year: int
    period: Period = "year"
    percent: Annotated[Fraction, PlainValidator(_exact), WithJsonSchema(_FIGURE)]


class CaseRegistered(CaseWho):
    """An entry of the register, in a case."""

    name: Code | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    successor: Code | None = None


class Expectation(_FormModel):
    """What must come out; only what is written is held against the result. `absent`: there is none."""

    absent: Truth = False


class ExpectedVerdict(Expectation):
    """The fields of a result and of a group that may be expected."""

    value: Annotated[Figure | bool, PlainValidator(_value), WithJsonSchema(_VALUE)] | None = None
    threshold: Number | None = None
    upper: Number | None = None
    attainment: Number | None = None
    excess: Number | None = None
    status: (
        Annotated[
            str,
            _one_of("status", lambda _: [str(status) for status in Status]),
            WithJsonSchema({"enum": [str(status) for status in Status]}),
        ]
        | None
    ) = None
    reason: (
        Annotated[
            str, _one_of("reason", lambda plan: [*(str(reason) for reason in Reason), *plan.measure]), _ID
        ]
        | None
    ) = None
    base_year: int | None = None


def _of_target(scope: CaseScope | None, info: ValidationInfo) -> CaseScope | None:
    """Refuse a scope that the target does not have."""
    target = _plan(info).target.get(str(info.data.get("target", info.data.get("group"))))
    if scope is not None and target is not None:
        written = scope.as_dict()
        if written not in [scoped.scope.as_dict() for scoped in target.scopes]:
            raise refused("PL952", "scope", value=scope.words() or "{}", name=target.id)
    return scope


Scope = Annotated[CaseScope | None, AfterValidator(_of_target)]


class ExpectedResult(ExpectedVerdict):
    """What must come out of one target for one unit."""

    unit: Code
    kind: Kind | None = None
    target: Target
    scope: Scope = None


class ExpectedUnit(Expectation):
    """What must come out of one unit as a whole."""

    unit: Code
    kind: Kind | None = None
    score: Number | None = None
    completeness: Number | None = None


class ExpectedGroup(ExpectedVerdict):
    """What must come out of one target for a group."""

    group: Target
    scope: Scope = None
    district: Code | None = None
    members: int | None = None
    reporting: int | None = None
    left_out: list[Code] = []
    provisional: Truth | None = None
    origin: (
        Annotated[
            str,
            _one_of("origin", lambda _: ["computed", "reported"]),
            WithJsonSchema({"enum": ["computed", "reported"]}),
        ]
        | None
    ) = None


def _subject(written: dict[str, object]) -> str:
    """Return which of the three an expectation is, by the keys that say whose it is."""
    if "group" in written:
        return ExpectedGroup.__name__
    return (ExpectedResult if "target" in written else ExpectedUnit).__name__


def _one_subject(written: object) -> object:
    if isinstance(written, dict) and ("unit" in written) != ("group" in written):
        return written
    raise refused("PL951", "subject")


AnyExpectation = ExpectedResult | ExpectedUnit | ExpectedGroup


class Case(_FormModel):
    """One case: a small submission, how it is evaluated, and what must come out."""

    case: Code
    why: Code
    year: int
    period: Period = "year"
    base_year: int | None = None
    by: (
        Annotated[str, _one_of("by", lambda _: ["district"]), WithJsonSchema({"const": "district"})] | None
    ) = None
    filters: CaseFilters = CaseFilters()
    units: list[CaseUnit] = []
    reported: list[CaseReported] = []
    registered: list[CaseRegistered] | None = Field(default=None, alias="register")
    expect: Annotated[
        list[
            Annotated[
                Annotated[ExpectedResult, Tag(ExpectedResult.__name__)]
                | Annotated[ExpectedUnit, Tag(ExpectedUnit.__name__)]
                | Annotated[ExpectedGroup, Tag(ExpectedGroup.__name__)],
                Discriminator(_subject),
                BeforeValidator(_one_subject),
            ]
        ],
        Field(min_length=1),
    ]


class CaseFile(_FormModel):
    """A file of cases, of the plan beside it or of another."""

    plan: Code | None = None
    cases: list[Case]


def _day(written: str) -> str:
    if not is_day(written):
        raise refused("PL942", "date", value=short(written))
    return written


def _waived_period(written: object, info: ValidationInfo) -> tuple[int, str]:
    try:
        return _moment(written if isinstance(written, str) else _digits(written), info)
    except PydanticCustomError:
        raise refused("PL942", "period", value=short(written)) from None


Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\S")]


class WaiverForm(_FormModel):
    """One result that is excused; a key without a value is one that is not there."""

    unit: Line
    kind: (
        Annotated[Line, _one_of("kind", lambda plan: [kind.id for kind in plan.kinds], "PL942"), _ID] | None
    ) = None
    target: Annotated[Line, _ID]
    period: Annotated[tuple[int, str], PlainValidator(_waived_period), WithJsonSchema(_WAIVED_PERIOD)]
    justification: Line
    granted_by: Line | None = None
    expires: Annotated[Line, AfterValidator(_day), WithJsonSchema(_DAY)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_said(cls, written: object) -> object:
        if isinstance(written, dict):
            return {key: value for key, value in written.items() if value is not None}
        return written


class WaiverFile(_FormModel):
    """A file of waivers."""

    waivers: list[WaiverForm]


Short = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\S", max_length=200)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\S", max_length=1000)]


class SignatoryForm(_FormModel):
    """Who signs a report."""

    authority: Short | None = None
    title: Short | None = None
    name: Short | None = None


class LetterheadForm(_FormModel):
    """Who issues a report, from where, to whom."""

    superior: Short | None = None
    body: Short | None = None
    abbreviation: Short | None = None
    number: Short | None = None
    place: Short | None = None
    to: Annotated[list[Short | None], Field(max_length=30)] | None = None
    recipients: Annotated[list[Short | None], Field(max_length=30)] | None = None
    signatory: SignatoryForm | None = None
    proposals: Annotated[list[Sentence | None], Field(max_length=30)] | None = None


def _code(written: str) -> str:
    """Take the code of a finding, or a family of codes, in whichever case it is written."""
    known = entries()
    families = sorted({code.rstrip("0123456789") for code in known})
    if written.upper() not in known and written.upper() not in families:
        raise refused("PL960", "finding", value=short(written), known=", ".join(families))
    return written.upper()


def _severities(written: object) -> object:
    """Refuse what is no table of codes, in words that show one."""
    if not isinstance(written, dict):
        raise refused("PL960", "codes")
    return written


FindingCode = Annotated[
    Line,
    AfterValidator(_code),
    WithJsonSchema({"type": "string", "pattern": r"^[A-Za-z]{2}([0-9]{3})?$"}),
]


class ConfigForm(_FormModel):
    """What a folder of submissions is always read and judged with (llplan.toml)."""

    plan: Line | None = None
    units: Line | None = None
    waivers: Line | None = None
    lang: Literal["en", "vi"] | None = None
    fail_on: list[Literal["warning", "not_met", "no_data"]] | None = Field(default=None, alias="fail-on")
    select: list[FindingCode] | None = None
    ignore: list[FindingCode] | None = None
    baseline: Line | None = None
    severity: (
        Annotated[dict[FindingCode, Literal["error", "warning", "info"]], BeforeValidator(_severities)] | None
    ) = None

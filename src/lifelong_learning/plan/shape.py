"""The form of a plan's YAML files: unknown keys refused and no type guessed.

The JSON Schema for editors is made from these models. What hangs on other parts of the plan is checked
in `check`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from lifelong_learning.plan.figures import usual_label

COLUMN_ID = r"^[a-z][a-z0-9_]*$"
PLAN_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
PLAN_REF = r"""^[^\s#'"]+$"""
DATE = r"^\d{4}-\d{2}-\d{2}$"
FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$"

if TYPE_CHECKING:
    from pydantic.config import JsonDict

ColumnId = Annotated[str, StringConstraints(pattern=COLUMN_ID, max_length=64)]
PlanId = Annotated[str, StringConstraints(pattern=PLAN_ID, max_length=64)]
PlanRef = Annotated[str, StringConstraints(pattern=PLAN_REF, max_length=200)]
Text = Annotated[str, StringConstraints(pattern=r"\S", max_length=2000)]
Date = Annotated[str, StringConstraints(pattern=DATE)]
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME, max_length=100)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Number = Annotated[
    int | Decimal,
    Field(union_mode="left_to_right"),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]


Month = Annotated[int, Field(ge=1, le=12)]
Share = Annotated[
    object,
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": r"^\d+ ?/ ?\d+$|^\d+(\.\d+)? ?%$"}, {"type": "number"}]}
    ),
]
Digits = Annotated[
    str,
    BeforeValidator(lambda written: str(written) if type(written) is int else written),
    StringConstraints(pattern=r"\S", max_length=100),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"\S"}, {"type": "integer", "minimum": 0}]}),
]
"""A unit's code; a whole number stands for its digits."""


def _figures(percent: str, least: JsonDict) -> JsonDict:
    """Return the schema of a figure, a band, figures by year, or the figure of another target."""
    figure: JsonDict = {"anyOf": [{"type": "string", "pattern": percent}, {"type": "number", **least}]}
    band: JsonDict = {"type": "array", "items": figure, "minItems": 2, "maxItems": 2}
    dated: JsonDict = {
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "properties": {"since": {"type": "integer"}, "value": {"anyOf": [figure, band]}},
            "required": ["value"],
            "additionalProperties": False,
        },
    }
    other: JsonDict = {
        "type": "object",
        "properties": {
            "target": {"type": "string"},
            "level": {"type": "string"},
            "area": {"type": "string"},
        },
        "required": ["target"],
        "additionalProperties": False,
    }
    return {"anyOf": [figure, band, dated, other, {"type": "null"}]}


Figures = Annotated[object, WithJsonSchema(_figures(r"^\d+(\.\d+)? ?%$", {"exclusiveMinimum": 0}))]
Limits = Annotated[object, WithJsonSchema(_figures(r"^-?\d+(\.\d+)? ?%$", {"minimum": 0}))]


class FormModel(BaseModel):
    """Anything that people write."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class LabelForm(FormModel):
    """A text in English and Vietnamese."""

    en: Text
    vi: Text


class ChoiceForm(FormModel):
    """A permitted value: its id, its label, and other names that people type for it."""

    id: ColumnId
    label: LabelForm
    also: list[Text] = []


class LevelForm(ChoiceForm):
    """An administrative level; `in_district`: its units name their district; `until`: its last day."""

    in_district: bool = True
    until: Date | None = None


class PeriodForm(ChoiceForm):
    """A reporting period: the year, or a part of it with the `share` of a year's flow that is expected of it.

    `months` are its first and last; a period that is called q1 to q4, h1, h2 or m1 to m12 has those, and a
    label.
    """

    model_config = ConfigDict(json_schema_extra=lambda schema: _optional(schema, "label"))

    share: Share = None
    months: Annotated[list[Month], Field(min_length=2, max_length=2)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _usually_called(cls, written: object) -> object:
        """Take the usual label of a period that has a usual name, where it has none of its own."""
        usual = usual_label(written.get("id")) if isinstance(written, dict) else None
        return {"label": usual, **written} if usual and isinstance(written, dict) else written


class KindForm(ChoiceForm):
    """A kind of unit and the names of its sheet; `also` are further names of the sheet."""

    sheet: LabelForm
    area_required: bool = False


class ColumnForm(FormModel):
    """How a column is called."""

    label: LabelForm
    also: list[Text] = []


class IdentityForm(FormModel):
    """The columns that say whose figures a row holds."""

    unit_code: ColumnForm
    unit_name: ColumnForm
    level: ColumnForm
    district: ColumnForm
    area: ColumnForm
    year: ColumnForm
    period: ColumnForm
    note: ColumnForm


class SheetForm(FormModel):
    """The names of a sheet that holds no units."""

    sheet: LabelForm
    also: list[Text] = []


class ReportedForm(SheetForm):
    """The sheet of figures published as percentages, and its columns beside the identity ones."""

    target: ColumnForm
    percent: ColumnForm


class PlausibilityForm(FormModel):
    """When a jump between two years is doubted."""

    jump_factor: Number
    jump_from: Annotated[int, Field(ge=0)]


WORDS = (
    "levels", "areas", "periods", "kinds", "identity", "reported", "guide", "plausibility",
    "words_of_measure",
)  # fmt: skip
"""The keys of plan.yaml that a plan may take from another, beside its measures."""


def _optional(schema: JsonDict, key: str) -> None:
    """Ask for a key no longer."""
    schema["required"] = [name for name in cast(list[str], schema["required"]) if name != key]


def _words_may_be_shared(schema: JsonDict) -> None:
    """Ask for the words of a plan only where it has them from nowhere else."""
    required = cast(list[str], schema["required"])
    words = [key for key in required if key in WORDS]
    schema["required"] = [key for key in required if key not in words]
    schema["anyOf"] = [{"required": ["shares"]}, {"required": [*words]}]


class PlanFile(FormModel):
    """plan.yaml: who the plan is, its words and its sheets.

    With `shares` it has the words and measures of another plan, but for what is written here.
    """

    model_config = ConfigDict(json_schema_extra=_words_may_be_shared)

    id: PlanId
    title: LabelForm
    document: LabelForm
    base_year: Year
    base_year_remark: LabelForm | None = None
    target_year: Year
    shares: PlanRef | None = None
    leave_out: list[ColumnId] = []
    files: Annotated[list[FileName], Field(min_length=1, max_length=100)]
    levels: Annotated[list[LevelForm], Field(min_length=1)]
    areas: list[ChoiceForm] = []
    periods: Annotated[list[PeriodForm], Field(min_length=1)]
    kinds: Annotated[list[KindForm], Field(min_length=1)]
    identity: IdentityForm
    reported: ReportedForm
    guide: SheetForm
    plausibility: PlausibilityForm
    words_of_measure: list[Text] = []


class MeasureForm(FormModel):
    """A figure that units report; `at_most` names the measure that it is a part of, `parts` those that add up
    to it. An amount has `decimals`, none unless said, and its `unit`."""

    id: ColumnId
    kinds: Annotated[list[ColumnId], Field(min_length=1)]
    label: LabelForm
    also: list[Text] = []
    description: LabelForm | None = None
    type: Literal["count", "amount", "yes_no"]
    nature: Literal["flow", "stock"]
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    unit: LabelForm | None = None
    at_most: ColumnId | None = None
    parts: Annotated[list[ColumnId], Field(min_length=2)] | None = None


class SourceForm(FormModel):
    """The clause, its operative phrase in the document's own words, and when someone last compared."""

    clause: Text
    quote: Text
    verified: Date | None = None


def _one_figure(schema: JsonDict) -> None:
    """Ask for a threshold to be reached, or one not to be passed."""
    schema["oneOf"] = [{"required": ["threshold"]}, {"required": ["at_most"]}]


class ScopeForm(FormModel):
    """What narrows a threshold, and the threshold: one to be reached, or one not to be passed."""

    model_config = ConfigDict(json_schema_extra=_one_figure)

    level: ColumnId | None = None
    area: ColumnId | None = None
    units: Annotated[list[Digits], Field(min_length=1)] | None = None
    threshold: Figures = None
    at_most: Limits = None

    @property
    def figures(self) -> object:
        """What is to be reached, or not to be passed."""
        return self.at_most if self.limited else self.threshold

    @property
    def limited(self) -> bool:
        """Tell whether the figure is one not to be passed."""
        return "at_most" in self.model_fields_set


class TargetBase(FormModel):
    """What every target has."""

    id: PlanId
    label: LabelForm
    kinds: Annotated[list[ColumnId], Field(min_length=1)]
    scopes: Annotated[list[ScopeForm], Field(min_length=1)]
    due: Literal["each_year", "target_year"]
    weight: Number = 1
    base_year: Year | None = None
    target_year: Year | None = None
    remark: LabelForm | None = None
    source: SourceForm


Measures = Annotated[list[ColumnId], Field(min_length=1)]
AtLeast = Annotated[int, Field(ge=1)]


class RatioTarget(TargetBase):
    """A part of a whole, each a sum of measures; with `per` a figure for so many of the whole."""

    kind: Literal["ratio"]
    numerator: Measures
    denominator: Measures
    per: Annotated[int, Field(ge=1, le=1_000_000_000)] | None = None
    unit: LabelForm | None = None


class GrowthTarget(TargetBase):
    """Growth a year, averaged from the base year or on the year before, of a sum of measures."""

    kind: Literal["growth_average", "growth_yearly"]
    measures: Measures


class CountTarget(TargetBase):
    """An absolute figure, of a sum of counts or amounts; `together` makes one of those of several units."""

    kind: Literal["count"]
    measures: Measures
    together: Literal["sum", "mean"] | None = None
    unit: LabelForm | None = None


class CoverageTarget(TargetBase):
    """The share of units that have a practice: yes, or at least so many."""

    kind: Literal["coverage"]
    measure: ColumnId
    at_least: AtLeast | None = None


class ReportedTarget(TargetBase):
    """A figure that is published as a percentage alone."""

    kind: Literal["reported"]


AnyTarget = RatioTarget | GrowthTarget | CountTarget | CoverageTarget | ReportedTarget
Target = Annotated[AnyTarget, Field(discriminator="kind")]


class CommitmentForm(FormModel):
    """A clause without a figure: with a yes/no `column` of its own, or done where `measure` ≥ `at_least`."""

    id: PlanId
    label: LabelForm
    kinds: Annotated[list[ColumnId], Field(min_length=1)]
    levels: Annotated[list[ColumnId], Field(min_length=1)]
    column: LabelForm | None = None
    measure: ColumnId | None = None
    at_least: AtLeast | None = None
    source: SourceForm


class PartFile(FormModel):
    """Any other file of a plan: measures, targets, commitments."""

    measures: list[MeasureForm] = []
    targets: list[Target] = []
    commitments: list[CommitmentForm] = []

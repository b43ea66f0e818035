"""JSON Schema of what people write beside a plan: cases, waivers, and who issues a report.

These files are read against a plan, value by value, so that each fault is told in its words; what follows is
their form alone, for editors. The tests hold the two against each other.
"""

from __future__ import annotations

from typing import TypeAlias

from lifelong_learning.model.scores import Status

Schema: TypeAlias = "dict[str, object]"

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_WHOLE: Schema = {"type": "integer"}
_ID: Schema = {"type": "string", "pattern": r"^[a-z][a-z0-9_-]*$"}
_CODE: Schema = {"anyOf": [_TEXT, {"type": "integer", "minimum": 0}]}
_CODES: Schema = {"type": "array", "items": _CODE}
_TRUTH: Schema = {"enum": ["yes", "no", True, False]}
_FIGURE: Schema = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(…|\.\.\.)?([ \u00a0]?%)?$"},
        {"type": "string", "pattern": r"^-?[0-9]+ ?/ ?[0-9]+$"},
    ]
}
_MOMENT = r"^(19|20|21)[0-9]{2}( (year|h1))?$"
_PERIOD: Schema = {"enum": ["year", "h1"]}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _record(required: tuple[str, ...], **properties: Schema) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": list(required)} if required else found


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_WHO = {"kind": _ID, "code": _CODE, "level": _ID, "district": _TEXT, "area": _ID}
_CELLS: Schema = {
    "type": "object",
    "propertyNames": {"pattern": r"^[a-z][a-z0-9_]*$"},
    "additionalProperties": {
        "anyOf": [{"type": "integer", "minimum": 0}, _TRUTH, {"const": "error"}, {"type": "null"}]
    },
}
_VERDICT: dict[str, Schema] = {
    "value": {"anyOf": [_FIGURE, _TRUTH, {"type": "null"}]},
    "status": {"enum": [str(status) for status in Status]},
    "reason": _or_null(_ID),
    **{key: _or_null(_FIGURE) for key in ("threshold", "upper", "attainment", "excess")},
    "base_year": _or_null(_WHOLE),
}
_SCOPE = _record((), level=_ID, area=_ID)
_UNIT = _record(
    ("unit",), unit=_CODE, kind=_ID, target=_ID, scope=_SCOPE, absent=_TRUTH,
    score=_or_null(_FIGURE), completeness=_or_null(_FIGURE), **_VERDICT,
)  # fmt: skip
_GROUP = _record(
    ("group",), group=_ID, scope=_SCOPE, district=_TEXT, absent=_TRUTH, **_VERDICT,
    members=_or_null(_WHOLE), reporting=_or_null(_WHOLE), left_out=_CODES, provisional=_or_null(_TRUTH),
    origin={"enum": ["computed", "reported", None]},
)  # fmt: skip
_CASE = _record(
    ("case", "why", "year", "expect"),
    case={"anyOf": [_TEXT, _WHOLE]},
    why={"anyOf": [_TEXT, _WHOLE]},
    year=_WHOLE,
    period=_PERIOD,
    base_year=_WHOLE,
    by={"const": "district"},
    filters=_record((), kind=_CODES, level=_CODES, district=_CODES, unit=_CODES),
    units=_list(
        _record(
            ("kind", "code"),
            **_WHO,
            figures={
                "type": "object",
                "propertyNames": {"pattern": _MOMENT},
                "additionalProperties": _CELLS,
            },
        )
    ),
    reported=_list(
        _record(
            ("target", "year", "percent"),
            target=_ID, level=_ID, area=_ID, district=_TEXT, year=_WHOLE, period=_PERIOD, percent=_FIGURE,
        )
    ),
    register=_list(
        _record(("kind", "code"), **_WHO, name=_TEXT, valid_from=_WHOLE, valid_to=_WHOLE, successor=_CODE)
    ),
    expect={**_list({"anyOf": [_UNIT, _GROUP]}), "minItems": 1},
)  # fmt: skip

_LINE: Schema = {"type": "string", "pattern": r"\S", "maxLength": 200}
_SHORT = _or_null(_LINE)

BESIDE: dict[str, Schema] = {
    "cases": _record(("cases",), plan=_TEXT, cases=_list(_CASE)),
    "waivers": _record(
        ("waivers",),
        waivers=_list(
            _record(
                ("unit", "target", "period", "justification"),
                unit=_TEXT,
                kind=_or_null(_ID),
                target=_ID,
                period={
                    "anyOf": [
                        {"type": "integer", "minimum": 1900, "maximum": 2199},
                        {"type": "string", "pattern": _MOMENT},
                    ]
                },
                justification=_TEXT,
                granted_by=_or_null(_TEXT),
                expires=_or_null(
                    {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}
                ),
            )
        ),
    ),
    "letterhead": _record(
        (),
        **dict.fromkeys(("superior", "body", "abbreviation", "number", "place"), _SHORT),
        recipients=_or_null({**_list(_LINE), "maxItems": 30}),
        signatory=_or_null(_record((), authority=_SHORT, title=_SHORT, name=_SHORT)),
    ),
}
"""The form of each sort of file that is not part of the plan itself."""

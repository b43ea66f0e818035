"""One entry under `expect` → what must come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.api.cases.figures import number
from lifelong_learning.api.cases.model import Expectation
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.plan.places import short

if TYPE_CHECKING:
    from lifelong_learning.api.cases.figures import Written
    from lifelong_learning.api.cases.node import Node
    from lifelong_learning.model.plan import Plan

_NUMBERS = ("value", "threshold", "upper", "attainment", "excess")
_VERDICT = (*_NUMBERS, "status", "reason", "base_year")
_UNIT = ("unit", "kind", "target", "scope", "absent", *_VERDICT)
_WHOLE_UNIT = ("unit", "kind", "absent", "score", "completeness")
_GROUP = (
    "group", "scope", "district", "absent", *_VERDICT,
    "members", "reporting", "left_out", "provisional", "origin",
)  # fmt: skip
_ADDRESS = ("unit", "kind", "group", "target", "scope", "district", "absent")


def expectation(plan: Plan, node: Node) -> Expectation:
    """Return what must come out of a unit, one of its results, or a group."""
    written = node.value if isinstance(node.value, dict) else {}
    if ("unit" in written) == ("group" in written):
        node.fault("PL951", "subject")
        return Expectation(node.place, None, None, None, None, None, False, {})
    given = node.fields(_allowed(written))
    target = _target(plan, given.get("group") or given.get("target"))
    return Expectation(
        place=node.place,
        unit=given["unit"].text() if "unit" in given else None,
        kind=given["kind"].one_of("kind", [kind.id for kind in plan.kinds]) if "kind" in given else None,
        target=target,
        scope=_scope(plan, target, given["scope"]) if "scope" in given else None,
        district=given["district"].text() if "district" in given else None,
        absent="absent" in given and given["absent"].truth(),
        fields={key: _field(plan, key, value) for key, value in given.items() if key not in _ADDRESS},
    )


def _allowed(written: dict[str, object]) -> tuple[str, ...]:
    if "group" in written:
        return _GROUP
    return _UNIT if "target" in written else _WHOLE_UNIT


def _target(plan: Plan, node: Node | None) -> str | None:
    return None if node is None else node.one_of("target", list(plan.target))


def _scope(plan: Plan, target: str | None, node: Node) -> dict[str, str]:
    scope = {key: value.text() for key, value in node.fields(("level", "area")).items()}
    known = plan.target[target].scopes if target in plan.target else ()
    if scope not in [scoped.scope.as_dict() for scoped in known]:
        node.fault("PL952", "scope", value=", ".join(scope.values()) or "{}", name=target)
    return scope


def _field(plan: Plan, key: str, node: Node) -> Written:
    if key == "left_out":
        return tuple(item.text() for item in node.items())
    if node.value is None:
        return None
    if key in ("members", "reporting", "base_year"):
        return node.whole()
    if key == "provisional":
        return node.truth()
    if key in ("status", "reason", "origin"):
        known = {
            "status": [str(status) for status in Status],
            "reason": [*(str(reason) for reason in Reason), *plan.measure],
            "origin": ["computed", "reported"],
        }
        return node.one_of(key, known[key])
    return _number(key, node)


def _number(key: str, node: Node) -> Written:
    if key == "value" and (isinstance(node.value, bool) or node.value in ("yes", "no")):
        return node.truth()
    found = number(node.value)
    if found is None:
        node.fault("PL953", "number", value=short(node.value))
    return found

"""The register of units that are expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register


def load(path: str, plan: Plan) -> tuple[Register | None, Findings]:
    """Read the register."""
    raise NotImplementedError(path, plan)

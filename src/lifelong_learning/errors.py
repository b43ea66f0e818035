"""The few failures that stop a run. Everything else is a finding, which is a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class LlplanError(Exception):
    """A run cannot start or go on; the command line turns it into one line and an exit code."""

    exit_code = 2


class UsageError(LlplanError):
    """What was asked for cannot be done: a path, unit, target or option that does not exist.

    `key` names the text in the catalogue, `args` fill it; the command line words it in the user's language,
    and so an OSError among `args`: why the system refused.
    """

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key, args)
        self.key = key
        self.arguments: Mapping[str, object] = args


class PlanError(LlplanError):
    """The plan's YAML is faulty; `findings` (of type `model.findings.Findings`) say what and where."""

    def __init__(self, findings: object) -> None:
        super().__init__("faulty plan")
        self.findings = findings

"""What `help` says of the interface: a person at a prompt learns of each name from itself."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
from msgspec import Struct

from lifelong_learning import Evaluation, Filters, Look
from lifelong_learning.model.record import Shown

EVERYTHING = """
import importlib, pkgutil, pydoc
import lifelong_learning
from lifelong_learning import api

below = [f"{api.__name__}.{found.name}" for found in pkgutil.iter_modules(api.__path__)]
modules = [lifelong_learning, api, *map(importlib.import_module, below)]
for module in modules:
    named = [(module.__name__, module)]
    named += [(f"{module.__name__}.{name}", getattr(module, name)) for name in getattr(module, "__all__", ())]
    for name, value in named:
        if not isinstance(value, str):
            assert len(pydoc.render_doc(value, renderer=pydoc.plaintext)) > 100, name
            print(name)
"""


def test_every_public_name_can_be_looked_up() -> None:
    """Of the package, of its modules, and of all that they export, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", EVERYTHING], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    names = done.stdout.split()
    assert "lifelong_learning.Evaluation" in names
    assert "lifelong_learning.api.plans.Staleness" in names
    assert len(names) > 50


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (Look, "(width: 'int | None' = None, colour: 'bool' = False, inputs: 'bool' = False)"),
        (
            Evaluation,
            "(scorecard: 'Scorecard', submission: 'Submission', findings: 'Findings', evidence: 'Evidence', "
            "request: 'Request')",
        ),
        (
            Filters,
            "(kinds: 'tuple[str, ...]' = (), levels: 'tuple[str, ...]' = (), "
            "districts: 'tuple[str, ...]' = (), units: 'tuple[str, ...]' = ())",
        ),
    ],
)
def test_a_record_shows_its_fields(record: type, said: str) -> None:
    """With their types as they are written, and what they are unless said."""
    assert str(inspect.signature(record)) == said


def test_a_field_that_is_written_again_shows_as_it_is_now() -> None:
    """Of a record made from another, the later type stands."""

    class First(Struct, metaclass=Shown):
        size: int

    class Second(First):
        size: str = "a"  # type: ignore[assignment]

    assert str(inspect.signature(Second)) == "(size: 'str' = 'a')"

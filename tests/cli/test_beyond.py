"""Evaluating beyond a plan's figures is said, in the text or beside a machine format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any as Ran

SAMPLE = "data/ha-giang-2024.xlsx"


def test_the_text_says_so(llplan: Callable[..., Ran]) -> None:
    """The line stands at the head of the report, and not on standard error."""
    ran = llplan("evaluate", SAMPLE, "--year", "2031", "--kind", "museum")
    words = " ".join(ran.out.split())
    assert (
        "2031 lies beyond the target year 2030; the figures of 2030 are still applied to: Average annual "
        "growth of domestic museum visits, Thematic exhibitions at the provincial museum, "
        "Staff who were trained." in words
    )
    assert "beyond" not in ran.err


def test_a_machine_format_has_it_beside(llplan: Callable[..., Ran]) -> None:
    """JSON keeps its form; the line goes to standard error, and nowhere with --quiet."""
    asked = ("evaluate", SAMPLE, "--year", "2031", "--kind", "museum", "--format", "json")
    assert "llplan: 2031 lies beyond the target year 2030; " in llplan(*asked).err
    assert "llplan: Năm 2031 đã quá năm mục tiêu 2030; " in llplan(*asked, LLPLAN_LANG="vi").err
    assert llplan(*asked, "--quiet").err == ""


def test_within_the_plan_nothing_is_said(llplan: Callable[..., Ran]) -> None:
    """The target year itself is within."""
    ran = llplan("evaluate", SAMPLE, "--year", "2030", "--format", "json")
    assert "beyond" not in ran.err

"""Verdicts as arithmetic, from their cells to their clause."""

from lifelong_learning.api.tracing import Trace, trace

__all__ = ["Trace", "trace"]

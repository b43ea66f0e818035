"""The workbooks and registers that come with the program."""

from lifelong_learning.app.samples import copy, names

__all__ = ["copy", "names"]

"""Write what was found: in which formats, how it is to look, and into files."""

from lifelong_learning.api.formats import FORMATS
from lifelong_learning.api.outputs import write_file
from lifelong_learning.api.rendering import Document, render, stream
from lifelong_learning.model.look import Look
from lifelong_learning.model.plan import Lang

__all__ = ["FORMATS", "Document", "Lang", "Look", "render", "stream", "write_file"]

"""Words of the page and of the Markdown document."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the results", "Đến phần kết quả"),
}

"""The workbook's package written again so that the same content has the same bytes."""

from __future__ import annotations

import re

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can say."""
_CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def sealed(package: bytes) -> bytes:
    """Return the package with fixed times, its parts in order of name behind the content types."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    written = BytesIO()
    with ZipFile(BytesIO(package)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CLOCK.sub(b"", content)
            part = ZipInfo(name, _FIRST)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, content)
    return written.getvalue()

"""The zip directory read without the library gives what the library gives, or is left to it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifelong_learning.submission.source import package
from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.package import Package

if TYPE_CHECKING:
    from collections.abc import Mapping

XML = b"<a>" + b"b" * 50 + b"</a>"


def packed(parts: Mapping[str, bytes], comment: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of the parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.comment = comment
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


NAMES = st.text("ab/._é", min_size=1, max_size=8).filter(lambda name: not name.startswith("/"))


@given(
    parts=st.dictionaries(NAMES, st.binary(max_size=300), max_size=5),
    method=st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]),
)
def test_both_ways_list_the_same(parts: dict[str, bytes], method: int) -> None:
    """Names, places, sizes and checksums are those that the library tells."""
    data = packed(parts, method=method)
    quick = package._plain_directory(data)
    assert quick == (package._directory(data) if all(map(str.isascii, parts)) else None)


@pytest.mark.parametrize("data", [packed({"a": XML}, b"a comment"), b"before" + packed({"a": XML})])
def test_an_unusual_directory_is_left_to_the_library(data: bytes) -> None:
    """A comment behind it, or bytes before the first part: the library knows what to make of it."""
    assert package._plain_directory(data) is None
    assert Package(data, Limits()).names() == ["a"]


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_no_flipped_byte_is_more_than_refused(at: int, byte: int) -> None:
    """Whatever a directory says, its parts are found within the file or the file is refused."""
    data = bytearray(packed({"a.xml": XML, "b.xml": XML * 3}))
    data[at % len(data)] = byte
    assert all(text.startswith(b"<") for text in texts_or_none(bytes(data)))


def texts_or_none(data: bytes) -> list[bytes]:
    """The parts of a package; none of one that is refused."""
    try:
        found = Package(data, Limits())
        return [found.small_xml(name, 1 << 20) for name in found.names()]
    except RefusedError:
        return []


def test_a_small_part_that_was_seen_before_is_checked_as_the_first_time() -> None:
    """Two parts of the same bytes are one in memory; one that lies about its checksum is refused."""
    data = packed({"a.xml": XML})
    assert Package(data, Limits()).small_xml("a.xml", 1000) == XML
    assert Package(data, Limits()).small_xml("A.xml", 1000) == XML
    at = data.index(b"PK\x01\x02") + 16
    lying = data[:at] + bytes(4) + data[at + 4 :]
    with pytest.raises(RefusedError) as refused:
        Package(lying, Limits()).small_xml("a.xml", 1000)
    assert (refused.value.code, refused.value.variant) == ("WB001", "crc")
    with pytest.raises(RefusedError) as refused:
        Package(data, Limits(bytes_unpacked=10)).small_xml("a.xml", 1000)
    assert refused.value.code == "WB003"

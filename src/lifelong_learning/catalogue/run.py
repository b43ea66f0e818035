"""The run itself: why it could not start (RN0), what fails it beside the findings, and what the operating
system refuses, said in both languages instead of in its own.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import ERROR, Entry, says
from lifelong_learning.catalogue.words import both

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.plan import Bilingual


_NOT_STARTED = Entry.of(
    "RN001",
    ERROR,
    ("The run could not start", "Không thực hiện được lệnh"),
    (
        "Nothing was read. The machine formats that were asked for hold this as their one result, so that "
        "what reads them sees why.",
        "Chưa đọc được tệp nào. Các định dạng máy đọc được yêu cầu chỉ ghi lỗi này để nêu rõ nguyên nhân.",
    ),
    plain=says(
        ("The run could not start. {said}", "Không thực hiện được lệnh. {said}"),
        ("Mend this and run again.", "Đề nghị khắc phục rồi chạy lại."),
    ),
)
_STATUS = Entry.of(
    "RN002",
    ERROR,
    ("What --fail-on names occurred", "Có kết quả thuộc diện --fail-on"),
    (
        "A unit or the plan as a whole has a result of a status that --fail-on names. llplan evaluate lists "
        "the results.",
        "Có đơn vị hoặc nhóm có kết quả thuộc diện nêu tại --fail-on. Lệnh llplan evaluate liệt kê các kết "
        "quả.",
    ),
    plain=says(
        ("A result is “{status}”, which --fail-on names.", "Có kết quả “{status}”, thuộc diện --fail-on."),
        ("See which: llplan evaluate.", "Xem chi tiết: llplan evaluate."),
    ),
)

ENTRIES = (_NOT_STARTED, _STATUS)


# By name, since no system has all the numbers.
BY_NAME: Mapping[str, str] = {
    "ENOENT": "missing",
    "EISDIR": "is_folder",
    "ENOTDIR": "not_folder",
    "EEXIST": "exists",
    "ENOTEMPTY": "exists",
    "EACCES": "permission",
    "EPERM": "permission",
    "EBUSY": "busy",
    "ETXTBSY": "busy",
    "ENOSPC": "full",
    "EDQUOT": "quota",
    "EFBIG": "too_large",
    "EROFS": "read_only",
    "ENAMETOOLONG": "long_name",
    "EINVAL": "bad_name",
    "EILSEQ": "bad_name",
    "ELOOP": "loop",
    "EMFILE": "many_open",
    "ENFILE": "many_open",
    "ENOMEM": "no_memory",
    "ENODEV": "no_device",
    "ENXIO": "no_device",
    "EIO": "broken",
    "ESTALE": "network",
    "ETIMEDOUT": "network",
    "EHOSTDOWN": "network",
    "EHOSTUNREACH": "network",
    "ENETUNREACH": "network",
    "ENETDOWN": "network",
    "EPIPE": "closed",
}
"""The reason for each error that a file may meet, by the name that C gives it."""

BY_WINDOWS: Mapping[int, str] = {
    5: "permission_or_open",  # also said of a file that cannot be replaced because it is open elsewhere
    19: "read_only",
    21: "no_device",
    32: "open_elsewhere",
    33: "open_elsewhere",
    53: "network",
    59: "network",
    64: "network",
    67: "network",
    87: "bad_name",
    123: "bad_name",
    161: "bad_name",
    206: "long_name",
    1224: "open_elsewhere",
}
"""The reasons that Windows tells apart and C does not, by Windows' number."""


def refusal(fault: OSError) -> Bilingual:
    """Return why the system refused, to end a sentence with; for what is not known its name."""
    reason = _reason(fault)
    return both(f"system.{reason}") if reason else both("system.other", name=_name(fault))


def _reason(fault: OSError) -> str | None:
    windows: int | None = getattr(fault, "winerror", None)
    if windows is not None and windows in BY_WINDOWS:
        return BY_WINDOWS[windows]
    name = errno.errorcode.get(fault.errno or 0, "")
    if name == "EACCES" and hasattr(fault, "winerror"):
        # Opened by way of C, which does not hand on the number that would tell the two apart.
        return "permission_or_open"
    if name == "EINVAL" and windows is not None:
        return None  # C's number for all that it has no number for
    return BY_NAME.get(name)


def _name(fault: OSError) -> str:
    windows = getattr(fault, "winerror", None)
    if windows is not None:
        return f"WinError {windows}"
    if fault.errno is None:
        return type(fault).__name__
    return errno.errorcode.get(fault.errno, f"errno {fault.errno}")

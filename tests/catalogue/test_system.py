"""What the operating system refuses: a reason in both languages, never the system's own words."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import pytest

from lifelong_learning import catalogue
from lifelong_learning.catalogue.run import BY_NAME, BY_WINDOWS, refusal
from lifelong_learning.catalogue.words import family
from lifelong_learning.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Said = Callable[..., str]

SOURCE = Path(catalogue.__file__).resolve().parents[1]
SAMPLE = "ha-giang-2024.xlsx"
ELSEWHERE = ("Mend that, or choose another place for it.", "Đề nghị khắc phục hoặc chọn nơi lưu khác.")
OPEN_ELSEWHERE = (
    "it is open in another program, such as Excel; close it there first",
    "tệp đang mở trong chương trình khác (chẳng hạn Excel); đề nghị đóng tệp rồi chạy lại",
)


class OfWindows(PermissionError):
    """A fault as Windows makes it: with a number of its own, or None where C stood between."""

    winerror: int | None = None


def of_windows(number: int, winerror: int | None) -> OfWindows:
    """Return a fault of Windows."""
    fault = OfWindows(number, "in the words of the system")
    fault.winerror = winerror
    return fault


@pytest.mark.parametrize("name", BY_NAME)
def test_every_usual_fault_has_a_reason(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is worded in both languages, whether or not this system knows it."""
    number = getattr(errno, name, 9000)
    monkeypatch.setitem(errno.errorcode, number, name)
    said = refusal(OSError(number, "in the words of the system"))
    assert (said.en, said.vi) == family("system")[BY_NAME[name]]


@pytest.mark.parametrize("number", BY_WINDOWS)
def test_every_usual_fault_of_windows_has_a_reason(number: int) -> None:
    """Windows' own number says more than C's, which is the same for several."""
    said = refusal(of_windows(errno.EACCES, number))
    assert (said.en, said.vi) == family("system")[BY_WINDOWS[number]]


def test_a_file_open_in_excel_is_told_from_one_without_permission() -> None:
    """Where Windows says so; where its number is lost on the way, both are named."""
    for number in (32, 33, 1224):
        said = refusal(of_windows(errno.EACCES, number))
        assert (said.en, said.vi) == OPEN_ELSEWHERE
    for lost in (None, 5):
        said = refusal(of_windows(errno.EACCES, lost))
        assert said.en.startswith("you do not have the permission, or it is open in another program")
        assert said.vi.startswith("không có quyền truy cập, hoặc tệp đang mở trong chương trình khác")


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (OSError(errno.EXDEV, "Invalid cross-device link"), "EXDEV"),
        (OSError(98765, "Unknown error 98765"), "errno 98765"),
        (OSError("no number at all"), "OSError"),
        (of_windows(errno.EINVAL, 1117), "WinError 1117"),
    ],
)
def test_what_is_not_known_is_named(fault: OSError, name: str) -> None:
    """The name or number can be looked up; the system's own words are left out."""
    said = refusal(fault)
    assert (said.en, said.vi) == (f"the system refuses ({name})", f"hệ thống từ chối ({name})")


def test_every_reason_is_used_and_ends_a_sentence() -> None:
    """A reason begins small, save for a name, and has no full stop of its own."""
    elsewhere = {"other", "no_folder", "permission_or_open"}
    assert set(family("system")) == {*BY_NAME.values(), *BY_WINDOWS.values()} | elsewhere
    for text in (text for pair in family("system").values() for text in pair):
        assert text[0].islower(), text
        assert text[-1] not in ".!", text


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Return a function that runs llplan in a language and returns what it refuses with."""

    def refused(lang: str, *arguments: object) -> str:
        monkeypatch.setenv("LLPLAN_LANG", lang)
        assert run([str(argument) for argument in arguments]) == 2
        written = capsys.readouterr()
        assert written.out == ""
        return written.err

    return refused


LANGS = [("en", 0), ("vi", 1)]


@pytest.mark.parametrize(("lang", "at"), LANGS)
def test_an_output_that_is_a_folder(said: Said, lang: str, at: Literal[0, 1], tmp_path: Path) -> None:
    """A folder is not written over."""
    path = tmp_path / "out.json"
    path.mkdir()
    assert (
        said(lang, "evaluate", SAMPLE, "--output", path)
        == (
            f"llplan: {path} cannot be written: this is a folder. {ELSEWHERE[0]}\n",
            f"llplan: Không ghi được {path}: đây là thư mục, không phải tệp. {ELSEWHERE[1]}\n",
        )[at]
    )


@pytest.mark.parametrize(("lang", "at"), LANGS)
def test_an_output_in_no_folder(said: Said, lang: str, at: Literal[0, 1], tmp_path: Path) -> None:
    """No folder is made for an output."""
    path = tmp_path / "none" / "out.json"
    assert (
        said(lang, "evaluate", SAMPLE, "--output", path)
        == (
            f"llplan: {path} cannot be written: there is no such folder. {ELSEWHERE[0]}\n",
            f"llplan: Không ghi được {path}: không có thư mục này. {ELSEWHERE[1]}\n",
        )[at]
    )


def failing(fault: OSError) -> Callable[..., NoReturn]:
    """Return a function that meets the fault whatever it is asked."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise fault

    return fail


@pytest.mark.parametrize(("lang", "at"), LANGS)
def test_a_folder_without_permission(
    said: Said, lang: str, at: Literal[0, 1], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder in which nothing may be written."""
    monkeypatch.setattr(
        tempfile, "mkstemp", failing(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    )
    assert (
        said(lang, "sample", SAMPLE, "--to", tmp_path)
        == (
            f"llplan: {tmp_path / SAMPLE} cannot be written: you do not have the permission. "
            f"{ELSEWHERE[0]}\n",
            f"llplan: Không ghi được {tmp_path / SAMPLE}: không có quyền truy cập. {ELSEWHERE[1]}\n",
        )[at]
    )


@pytest.mark.parametrize(("lang", "at"), LANGS)
def test_a_full_disk(
    said: Said, lang: str, at: Literal[0, 1], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up while a file is written; nothing is left of it."""
    monkeypatch.setattr(os, "link", failing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    monkeypatch.setattr(Path, "replace", failing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    assert (
        said(lang, "sample", SAMPLE, "--to", tmp_path)
        == (
            f"llplan: {tmp_path / SAMPLE} cannot be written: the disk is full. {ELSEWHERE[0]}\n",
            f"llplan: Không ghi được {tmp_path / SAMPLE}: ổ đĩa đã đầy. {ELSEWHERE[1]}\n",
        )[at]
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("lang", "at"), LANGS)
def test_a_workbook_that_is_open_in_excel(
    said: Said, lang: str, at: Literal[0, 1], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a workbook that is open cannot be replaced; it stays as it was."""
    (tmp_path / SAMPLE).write_bytes(b"open")
    monkeypatch.setattr(Path, "replace", failing(of_windows(errno.EACCES, 32)))
    assert (
        said(lang, "sample", SAMPLE, "--to", tmp_path, "--force")
        == (
            f"llplan: {tmp_path / SAMPLE} cannot be written: {OPEN_ELSEWHERE[0]}. {ELSEWHERE[0]}\n",
            f"llplan: Không ghi được {tmp_path / SAMPLE}: {OPEN_ELSEWHERE[1]}. {ELSEWHERE[1]}\n",
        )[at]
    )
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"open"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes such a name for one that is not there")
@pytest.mark.parametrize(("lang", "at"), LANGS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate", SAMPLE, "--plan", "LONG"),
        ("evaluate", SAMPLE, "--units", "LONG"),
        ("evaluate", SAMPLE, "--waivers", "LONG"),
        ("evaluate", SAMPLE, "--output", "json=LONG"),
        ("summary", SAMPLE, "--letterhead", "LONG"),
        ("targets", "check", "LONG"),
        ("targets", "new", "a", "--dir", "LONG"),
        ("sample", SAMPLE, "--to", "LONG"),
    ],
)
def test_a_name_that_the_system_does_not_even_look_up(
    said: Said, lang: str, at: Literal[0, 1], arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that is too long is refused as a path, not as a fault of the program."""
    monkeypatch.chdir(SOURCE.parents[1] / "data")
    line = said(lang, *(argument.replace("LONG", "x" * 300) for argument in arguments))
    assert re.fullmatch(
        (
            r"llplan: x+(/\S+)? cannot be (read|written): the name or the path is too long\. "
            r"Mend that, or (name another file|choose another place for it)\.\n",
            r"llplan: Không (đọc|ghi) được x+(/\S+)?: tên hoặc đường dẫn quá dài\. "
            r"Đề nghị khắc phục hoặc (chỉ tệp khác|chọn nơi lưu khác)\.\n",
        )[at],
        line,
    ), line


def test_no_words_of_the_system_reach_a_user() -> None:
    """`strerror` speaks the system's language, not the user's; `refusal` speaks both."""
    speaking = [path.name for path in SOURCE.rglob("*.py") if "strerror" in path.read_text("utf-8")]
    assert speaking == []

"""A form for every unit, and every workbook of a folder back: names, places, what is never overwritten."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lifelong_learning.api.splitting import safe_stem

from .conftest import DATA, MISTAKES, REGISTER, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Llplan = Callable[..., tuple[int, str, str]]

REGISTER_2026 = DATA / "register-ha-giang-2026.csv"
HEADS = ("No.", "Severity", "Sheet", "Cell", "Column", "Unit", "What is wrong", "What to do", "Code")


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A folder as it comes in: a workbook with faults, the same again under another name, a sound one."""
    folder = tmp_path / "in"
    (folder / "Đồng Văn").mkdir(parents=True)
    shutil.copy(MISTAKES, folder / "Đồng Văn" / "mistakes.xlsx")
    shutil.copy(MISTAKES, folder / "twin.xlsx")
    shutil.copy(SAMPLE, folder / "sound.xlsx")
    return folder


def listed(path: Path) -> list[tuple[str, str]]:
    """Return severity and code of every line of a returned copy's list."""
    rows = [
        tuple(cell.value for cell in row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()
    ]
    if HEADS not in rows:
        return []
    return [(row[1], row[8]) for row in rows[rows.index(HEADS) + 1 :] if row[0]]


def test_every_workbook_of_a_folder_comes_back_with_its_own_findings(
    returned: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """Folders and names are kept; each list has the file's own findings alone, errors first."""
    out = tmp_path / "out"
    code, _, err = llplan("check", returned, "--units", REGISTER, "--annotate", out, "--quiet")
    assert (code, err) == (1, "")
    copies = sorted(str(path.relative_to(out)) for path in out.rglob("*.xlsx"))
    assert copies == ["sound.xlsx", "twin.xlsx", "Đồng Văn/mistakes.xlsx"]
    assert (returned / "twin.xlsx").read_bytes() == MISTAKES.read_bytes()
    of_mistakes, of_sound = listed(out / "twin.xlsx"), listed(out / "sound.xlsx")
    ranks = [["error", "warning", "note"].index(severity) for severity, _ in of_mistakes]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
    assert [code for severity, code in of_sound if severity == "error"] == []
    # Of the same bytes twice the figures count once, and each copy still says what is wrong in it.
    again = listed(out / "Đồng Văn" / "mistakes.xlsx")
    assert sorted(again) == sorted([*of_mistakes, ("note", "WB005")])


def test_copies_are_never_written_over(returned: Path, tmp_path: Path, llplan: Llplan) -> None:
    """A copy that is there stops the run before anything is written; `--force` replaces it."""
    out = tmp_path / "out"
    (out / "Đồng Văn").mkdir(parents=True)
    there = out / "Đồng Văn" / "mistakes.xlsx"
    there.write_bytes(b"mine")
    code, _, err = llplan("check", returned, "--annotate", out)
    assert code == 2
    assert err == f"llplan: {there} exists already. Choose another name, or overwrite it with --force.\n"
    assert [path for path in out.rglob("*") if path.is_file()] == [there]
    assert there.read_bytes() == b"mine"
    assert llplan("check", returned, "--annotate", out, "--force", "-q")[0] == 1
    assert there.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("in", "twin.xlsx is one of the files that are read. Choose another name for the output."),
        (
            "all.xlsx",
            "3 workbooks were named, and --annotate names one file. Name a folder for their copies.",
        ),
        (
            "no/where",
            "no/where cannot be written: there is no such folder. Mend that, or choose another place for it.",
        ),
    ],
)
def test_places_where_no_copies_can_go(
    returned: Path, tmp_path: Path, llplan: Llplan, place: str, said: str
) -> None:
    """The submission itself, one file for many, a folder in a folder that is not there."""
    code, out, err = llplan("check", returned, "--annotate", tmp_path / place)
    assert (code, out) == (2, "")
    assert said in err or (place == "in" and " is one of the files that are read." in err)


def test_a_folder_inside_the_one_that_is_checked_is_named(
    returned: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """The next run would read the copies as submissions."""
    inside = returned / "marked"
    code, _, err = llplan("check", returned, "--annotate", inside)
    assert code == 1
    assert err.splitlines()[0] == (
        f"llplan: {inside} lies in a folder that is checked: move the marked copies away before the next "
        "run, or they are read as submissions."
    )


def test_folders_of_one_name_keep_their_copies_apart(tmp_path: Path, llplan: Llplan) -> None:
    """Files named one by one, and links, lie below what their paths have in common."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        shutil.copy(MISTAKES if name == "a" else SAMPLE, tmp_path / name / "form.xlsx")
    (tmp_path / "b" / "link").symlink_to(tmp_path / "a")
    out = tmp_path / "out"
    llplan(
        "check", tmp_path / "b" / "link" / "form.xlsx", tmp_path / "b" / "form.xlsx", "--annotate", out, "-q"
    )
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*.xlsx")) == [
        "form.xlsx",
        "link/form.xlsx",
    ]


def test_one_workbook_into_a_folder(tmp_path: Path, llplan: Llplan) -> None:
    """A name that is no workbook's is a folder, for one workbook too; a file's name is as before."""
    out = tmp_path / "out"
    assert llplan("check", MISTAKES, "--annotate", out, "-q")[0] == 1
    assert llplan("check", MISTAKES, "--annotate", tmp_path / "one.xlsx", "-q")[0] == 1
    assert (out / MISTAKES.name).read_bytes() == (tmp_path / "one.xlsx").read_bytes()


def test_a_workbook_that_cannot_be_opened_keeps_no_other_from_coming_back(
    returned: Path, tmp_path: Path, llplan: Llplan
) -> None:
    """It is named, and the others are written."""
    (returned / "broken.xlsx").write_bytes(b"PK")
    code, _, err = llplan("check", returned, "--annotate", tmp_path / "out")
    assert code == 1
    assert (
        f"llplan: {returned}/broken.xlsx could not be opened, so there is no marked copy. "
        "Mend it as its finding says.\n" in err
    )
    assert len(list((tmp_path / "out").rglob("*.xlsx"))) == 3


def test_standard_input_has_no_copy(tmp_path: Path, llplan: Llplan) -> None:
    """It has no name to be given back under."""
    code, _, err = llplan("check", "-", "--annotate", tmp_path / "out")
    assert code == 2
    assert err == (
        "llplan: A workbook from standard input has no name to be given back under. Name its file.\n"
    )


@pytest.mark.parametrize(
    ("register", "year", "by", "count", "name", "sheets"),
    [
        (REGISTER, "2024", "unit", 71, "024 Thư viện Thành phố Hà Giang.xlsx", ["Thư viện"]),
        (
            REGISTER,
            "2024",
            "district",
            12,
            "Thành phố Hà Giang.xlsx",
            ["Thư viện", "Nhà văn hóa, câu lạc bộ"],
        ),
        (
            REGISTER_2026,
            "2026",
            "commune",
            21,
            "08-04 Xã Lũng Cú.xlsx",
            ["Thư viện", "Nhà văn hóa, câu lạc bộ"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_form_for_each(
    tmp_path: Path,
    llplan: Llplan,
    register: Path,
    year: str,
    by: str,
    count: int,
    name: str,
    sheets: list[str],
) -> None:
    """One form for each unit, commune or district of the register, named after it; together they have every
    unit, and every one is sound."""
    out = tmp_path / "forms"
    said = ["--units", register, "--year", year, "--split", out, "--by", by, "--lang", "vi"]
    assert llplan("template", *said) == (0, "", f"llplan: Đã lập {count} biểu trong thư mục {out}.\n")
    assert len(list(out.iterdir())) == count
    book = openpyxl.load_workbook(out / name)
    assert book.sheetnames == ["Hướng dẫn", *sheets]
    assert llplan("template", *said)[0] == 2
    code, _, err = llplan(
        "check", out, "--units", register, "--year", year, "--format", "json", "-o", tmp_path / "c.json"
    )
    assert "errors 0" in err or code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say where the form goes: --output FILE for one, --split FOLDER for one for each unit."),
        (
            ("-o", "a.xlsx", "--split", "b"),
            "Say where the form goes: --output FILE for one, --split FOLDER for one for each unit.",
        ),
        (("-o", "a.xlsx", "--by", "unit"), "--by says what --split makes forms for. Add --split FOLDER."),
        (
            ("--split", "b"),
            "The units to fill in come from a register (--units FILE) or from an earlier submission "
            "(--from PATH).",
        ),
        (
            ("--split", "b", "--by", "district", "--units", REGISTER_2026, "--year", "2026"),
            "In 2026 there are no districts to make forms for. Use --by unit or --by commune.",
        ),
        (
            ("--split", "b", "--units", REGISTER, "--year", "2024", "--kind", "museum", "--level", "commune"),
            "No unit is left after --kind, --level, --district and --unit. Leave one of them out.",
        ),
    ],
)  # fmt: skip
def test_forms_that_cannot_be_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    llplan: Llplan,
    arguments: tuple[object, ...],
    said: str,
) -> None:
    """Nothing is written, and one sentence says why."""
    monkeypatch.chdir(tmp_path)
    code, out, err = llplan("template", *arguments)
    assert (code, out, err.removeprefix("llplan: ").strip()) == (2, "", said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("024 Thư viện a/b: “c”?", "024 Thư viện a-b- “c”-"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        ("..~$a. ", "$a"),
        ("-rf *", "rf -"),
        ("...", "form"),
        ("\u202eslx.exe", "u202eslx.exe"),
        ("Tru\u031bo\u031bng", "Trương"),
        ("ơ" * 300, "ơ" * 60),
        ("📚 Thư viện", "📚 Thư viện"),
    ],
)  # fmt: skip
def test_a_file_name_that_every_system_takes(words: str, stem: str) -> None:
    """No sign that Windows refuses, no device, nothing hidden, too long or turned round."""
    assert safe_stem(words) == stem


def test_units_of_one_name_have_forms_of_their_own(tmp_path: Path, llplan: Llplan) -> None:
    """Names that some system takes for one, in letters of two sizes or forms, get a number."""
    register = tmp_path / "units.csv"
    register.write_text(
        "kind,unit_code,unit_name,level,district,area\n"
        "library,1,Thư viện A,Tỉnh,,\nmuseum,1,thư viện a,Tỉnh,,\n" + f"library,2,{'x' * 300},Tỉnh,,\n",
        encoding="utf-8",
    )
    out = tmp_path / "forms"
    assert llplan("template", "--units", register, "--year", "2024", "--split", out, "-q")[0] == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "1 Thư viện A.xlsx", "1 thư viện a (2).xlsx", f"2 {'x' * 118}.xlsx",
    ]  # fmt: skip

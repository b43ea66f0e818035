"""Both languages whole: every text of the catalogue and of the help pages, and none outside it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NoReturn, Protocol

import pytest

from lifelong_learning import catalogue
from lifelong_learning.catalogue import words
from lifelong_learning.cli.library import ASKED
from lifelong_learning.cli.main import COMMANDS, build
from lifelong_learning.plan import bundled_ids, load_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Bilingual, Lang


class Labelled(Protocol):
    """Anything of a plan that has a label."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def label(self) -> Bilingual:
        """Its label."""


SOURCE = Path(catalogue.__file__).resolve().parents[1]
LANGS: tuple[Lang, ...] = ("en", "vi")
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9áàãéèíìóòõúùýÁÀÃÉÈÍÌÓÒÕÚÙÝ]")


def places(text: str) -> set[str]:
    """Return the names that a text asks for."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def texts_of_findings() -> Iterator[tuple[str, Bilingual]]:
    """Yield every text of every finding code."""
    for code, entry in catalogue.entries().items():
        yield f"{code} title", entry.title
        yield f"{code} explanation", entry.explanation
        for variant, wording in entry.variants.items():
            yield f"{code} {variant} message", wording.message
            yield f"{code} {variant} remedy", wording.remedy


def test_every_finding_speaks_both_languages() -> None:
    """Title, explanation, message and remedy are there twice, with the same places, and differ."""
    for name, text in texts_of_findings():
        assert text.en.strip(), name
        assert text.vi.strip(), name
        assert text.en != text.vi, name
        assert not VIETNAMESE.search(re.sub("“[^”]*”", "", text.en)), name
        if not name.endswith(("title", "explanation")):
            assert places(text.en) == places(text.vi), name


def test_every_family_of_words_is_listed() -> None:
    """No texts are left out of the list that the tests of texts go by."""
    folder = SOURCE / "catalogue" / "words"
    found = {
        (name.lower(), path.stem)
        for path in folder.glob("*.py")
        if path.stem != "__init__"
        for name in re.findall(r"^([A-Z]+)(?:: .+)? = {", path.read_text("utf-8"), re.MULTILINE)
    }
    assert found == set(words.FAMILIES.items())


def keys_asked_for() -> Iterator[tuple[str, str]]:
    """Yield every literal key that the program asks words for, with its file."""
    known = "|".join(words.FAMILIES)
    for path in sorted(SOURCE.rglob("*.py")):
        if (SOURCE / "catalogue" / "words") in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(rf"(?:{known})\.[a-z0-9_]+", text):
                yield path.name, text


def test_every_key_that_is_asked_for_is_there() -> None:
    """A text that the program names and the catalogue lacks would fail before the user's eyes."""
    known = set(words.keys())
    counted = {key.removesuffix("_one").removesuffix("_many") for key in known}
    missing = [
        (file, key)
        for file, key in keys_asked_for()
        if key not in known | counted and not (key.endswith("_") and any(k.startswith(key) for k in known))
    ]
    assert missing == []


def every_command(lang: Lang) -> Iterator[tuple[str, object]]:
    """Yield every command and option of the command line, by name."""
    root = build(lang)
    yield "llplan", root
    context = root.make_context("llplan", ["check"], obj=lang, resilient_parsing=True)
    for name in COMMANDS:
        command = root.get_command(context, name)  # type: ignore[attr-defined]
        yield name, command
        for inner_name, inner in getattr(command, "commands", {}).items():
            yield f"{name} {inner_name}", inner


def helps(lang: Lang) -> dict[str, str]:
    """Return the help text of every command and option."""
    found = {}
    for name, command in every_command(lang):
        found[name] = str(getattr(command, "help", ""))
        for param in getattr(command, "params", ()):
            found[f"{name} {param.name}"] = str(getattr(param, "help", ""))
    return found


def test_every_help_text_is_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No command and no option is without help, or with the same help in either language, where a shell
    asks for them all at once."""
    monkeypatch.setenv(ASKED, "zsh_complete")
    english, vietnamese = helps("en"), helps("vi")
    assert list(english) == list(vietnamese)
    assert len(english) > 40
    own = {name: text for name, text in english.items() if not name.endswith("_completion")}
    for name, text in own.items():
        assert text, name
        assert not text.startswith("help."), name
        assert not VIETNAMESE.search(text), name
        assert text != vietnamese[name], name


@pytest.mark.parametrize("command", ["", *COMMANDS, "targets check", "targets new", "targets stale"])
def test_the_frame_of_the_help_pages_is_vietnamese_too(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings, defaults and the help option itself are in Vietnamese, and nothing of typer's is left."""
    from lifelong_learning.cli.main import run

    monkeypatch.setenv("LLPLAN_LANG", "vi")
    monkeypatch.setenv("COLUMNS", "200")
    assert run([*command.split(), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Cách dùng: llplan")
    assert "\nTùy chọn:\n" in page
    assert "Hiển thị trợ giúp này rồi thoát." in page
    for own in (
        "Usage:",
        "Options:",
        "Arguments:",
        "Commands:",
        "default:",
        "required",
        "Show this",
        "shell, to",
    ):
        assert own not in page
    names = set(re.findall(r"(?<![\w-])[A-Z]+(?![\w-])", page)) - {"JSON", "YAML", "XML", "SARIF"}
    assert names == set(), "a value, or a word of the library, is still in English"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("evalute", "Không có lệnh evalute."),
        ("evaluate", "Thiếu đối số ĐƯỜNG_DẪN…."),
        ("evaluate x.xlsx --yaer 2024", "Không có tùy chọn --yaer. Có thể là: --by, --waivers, --year."),
        ("evaluate x.xlsx --zzz", "Không có tùy chọn --zzz."),
        ("evaluate x.xlsx --year hai", "--year phải là số nguyên."),
        ("evaluate x.xlsx --year", "Tùy chọn --year cần có giá trị."),
        ("evaluate x.xlsx --force=1", "Tùy chọn --force không nhận giá trị."),
        ("evaluate x.xlsx --jobs 0", "--jobs phải là số nguyên từ 1 trở lên."),
        ("explain CE203 CE204", "Thừa đối số: CE204."),
    ],
)
def test_a_command_that_cannot_be_understood_is_answered_in_vietnamese(
    typed: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault is named in Vietnamese, with the way to the help page, and the exit code stays 2."""
    from lifelong_learning.cli.main import run

    monkeypatch.setenv("LLPLAN_LANG", "vi")
    assert run(typed.split()) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines()[-1] == f"llplan: {said}"
    assert "Usage" not in written.err


@pytest.mark.parametrize(("lang", "said"), [("en", "Interrupted."), ("vi", "Đã dừng theo yêu cầu.")])
def test_a_run_that_is_interrupted_says_so(
    lang: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C within a command is answered in one line, and the exit code is that of shells."""
    from lifelong_learning.api import samples
    from lifelong_learning.cli.main import run

    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setenv("LLPLAN_LANG", lang)
    monkeypatch.setattr(samples, "names", interrupted)
    assert run(["sample"]) == 130
    assert capsys.readouterr() == ("", f"llplan: {said}\n")


@pytest.mark.parametrize("plan", bundled_ids())
def test_every_text_of_a_bundled_plan_is_in_both_languages(plan: str) -> None:
    """Labels of targets, measures, commitments, kinds, levels and columns."""
    loaded = load_plan(plan)
    labelled: tuple[Labelled, ...] = (
        *loaded.targets, *loaded.measures, *loaded.commitments, *loaded.kinds, *loaded.levels,
        *loaded.areas, *loaded.periods, *loaded.identity,
    )  # fmt: skip
    for item in labelled:
        assert item.label.en.strip(), item.id
        assert item.label.vi.strip(), item.id
        assert item.label.en != item.label.vi, item.id


NOT_FOR_READERS = {
    "__init__.py": "a message of Python's own form for a name that is not there",
    "api/__init__.py": "a message of Python's own form for a name that is not there",
    "cli/library.py": "how the library beneath begins its messages, by which they are told apart",
    "model/names.py": "what is dropped or unified where names are compared",
    "model/localised.py": "letters by their widths",
    "plan/reader.py": "what the YAML library says, by which its faults are told apart",
    "submission/sheet/labels.py": "what people write around the label of a column",
    "submission/sheet/block.py": "what people write around the numbers of columns",
    "submission/sheet/doubtful.py": "words of totals and heads that people type, in either language",
    "submission/names.py": "a letter that has no decomposition, patterns of old encodings",
    "submission/vocabulary.py": "words that people type in workbooks, in either language",
}
"""Files whose texts nobody reads, or all read alike."""
TECHNICAL = {
    "Times New Roman": "a typeface",
    "Calibri": "a typeface",
    "{},Bold": "a typeface above a printed page",
    "{},Italic": "a typeface below a printed page",
    ",Bold": "a typeface above a printed page",
    ",Italic": "a typeface below a printed page",
    "General": "what spreadsheets call a number as it comes",
    "bold red": "a look on the terminal",
    "bold green": "a look on the terminal",
    "bold dim": "a look on the terminal",
    "status {}": "classes of the style sheet",
    "Default": "a name in the parts of a package",
    "Extension": "a name in the parts of a package",
    "External": "a name in the parts of a package",
    "Relationship": "a name in the parts of a package",
    "Target": "a name in the parts of a package",
    "Type": "a name in the parts of a package",
    "Workbook": "a stream in an old workbook",
    "Book": "a stream in an old workbook",
    "faulty plan": "what a programmer sees of an error that says nothing by itself",
    "{} check": "the name of a test suite, by which programs know it",
    "id: {}\n": "a line of YAML",
}
"""Strings that read like words and are none."""
WORD = r"[^\W\d_]{2,}"
TWO_WORDS = re.compile(rf"(?<![\w-]){WORD}[,:;.]? {WORD}(?![\w-])")
BESIDE_A_VALUE = re.compile(rf"\{{\}}[,:;)]? \(?{WORD}(?![\w(.-])|(?<![\w.-])(?!llplan){WORD}[,:;]? \{{\}}")
A_NAME = re.compile(r"\W*(?!True|False)[A-ZĐ][a-zđ]{2,}\W*")
MARKUP = re.compile(r"<[^<>]*>|^[^<>]*\"/?>|<[^<>]*$")
ATTRIBUTE = re.compile(r"[\w:.-]+=\"[^\"]*\"?")
SPOKEN = re.compile(
    rf"(?:aria-label|alt|title|descr|placeholder|prompt|promptTitle|error|errorTitle)=\"[^\"]*{WORD}"
)
STYLE_SHEET = re.compile(r"[\w)]\{[\w-]+:[^ ]")

TYPES = {
    ast.arg: "annotation",
    ast.AnnAssign: "annotation",
    ast.FunctionDef: "returns",
    ast.Subscript: "slice",
}
"""Where types are named, which may be quoted."""


def uncalled(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and what is in it, but for calls: in a type they carry help and descriptions."""
    if not isinstance(node, ast.Call):
        yield node
        for inner in ast.iter_child_nodes(node):
            yield from uncalled(inner)


def silent(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node is no text of the program: docstrings, types, names, what only bugs bring up."""
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.Raise() | ast.Assert():
            bugs = "raise AssertionError", "raise ValueError", "raise RuntimeError", "assert "
            if ast.unparse(node).startswith(bugs):
                yield from ast.walk(node)
        case (
            ast.Assign(targets=[ast.Name(id="__all__")]) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias"))
        ):
            yield from ast.walk(node)
        case ast.ClassDef():
            for base in node.bases:
                yield from uncalled(base)
        case ast.Call(func=ast.Name(id="cast")):
            yield node.args[0]
        case _:
            named = getattr(node, TYPES.get(type(node), ""), None)
            if named is not None:
                yield from uncalled(named)


def strings(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a module that are not silent, those with values in them with {} for each."""
    skipped = {id(part) for node in ast.walk(tree) for part in silent(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def is_said(text: str) -> bool:
    """Tell whether a string reads like something that a person is told.

    Vietnamese, two words together, a word beside a value, a word alone that begins large, or an attribute
    that is read aloud or shown.
    """
    if STYLE_SHEET.search(text):
        return False
    if SPOKEN.search(text):
        return True
    bare = ATTRIBUTE.sub(" ", MARKUP.sub(" ", text))
    found = any(pattern.search(bare) for pattern in (VIETNAMESE, TWO_WORDS, BESIDE_A_VALUE))
    return found or A_NAME.fullmatch(bare) is not None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('say("Total units")', True),
        ('say("Total")', True),
        ('say(f"{count} units")', True),
        ('say(f"of {count}")', True),
        ('say("tổng")', True),
        ('say(f"<th>Total</th><td>{count}</td>")', True),
        ("say(f'<p class=\"small\">no figure</p>')", True),
        ('say(\'<svg role="img" aria-label="bars">\')', True),
        ('say(f\'<svg role="img" aria-label="{label}">\')', False),
        ("raise UsageError(f'no folder {path}')", True),
        ('Year = Annotated[int, Option("--year", help="The year to judge")]', True),
        ('def run(year: Annotated[int, Option(help="Which year")]): ...', True),
        ('say(f"llplan {version}")', False),
        ('say(f\'<row r="{row}" ht="{height}">\')', False),
        ('open("data.xlsx", encoding="utf-8")', False),
        ('word("report.total", lang)', False),
        ('"""Say it."""', False),
        ("raise ValueError('no such word')", False),
        ('def say(text: "Text | None") -> "Page": ...', False),
    ],
)
def test_what_is_told_is_told_apart_from_what_is_not(code: str, said: bool) -> None:
    """The search finds what people read, and passes over what only machines and programmers do."""
    assert any(is_said(text) for text in strings(ast.parse(code))) is said


def test_no_text_stands_outside_the_catalogue() -> None:
    """What people read is in the catalogue, where both languages stand side by side."""
    outside = []
    used = set()
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if name.startswith("catalogue/"):
            continue
        for text in filter(is_said, strings(ast.parse(path.read_text("utf-8")))):
            used.add(text if text in TECHNICAL else name)
            if name not in NOT_FOR_READERS and text not in TECHNICAL:
                outside.append(f"{name}: {text[:80]}")
    assert outside == []
    assert {*NOT_FOR_READERS, *TECHNICAL} <= used, "an exception that is needed no longer"

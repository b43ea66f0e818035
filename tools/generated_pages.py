"""The pages that are made from the code: every finding code, and the keys of every YAML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import word
from lifelong_learning.plan.schema import schema
from lifelong_learning.reports.document.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.catalogue import Entry
    from lifelong_learning.model.plan import Lang

    Schema = Mapping[str, Any]

NAMES = ("findings", "plan")
FILES = ("plan", "part", "cases", "waivers", "letterhead", "config")
FAMILIES = {
    "WB": ("The file", "Tệp bảng tính"),
    "SH": ("Sheet and header", "Trang tính và tiêu đề"),
    "CE": ("Cell", "Ô số liệu"),
    "RW": ("Row", "Hàng"),
    "YR": ("Years", "Năm báo cáo"),
    "RG": ("Register of units", "Danh mục đơn vị"),
    "PL": ("The YAML files and llplan.toml", "Các tệp YAML và llplan.toml"),
    "RN": ("The run", "Lần chạy"),
}
TEXTS = {
    "findings": ("Findings", "Các mã phát hiện"),
    "findings_intro": (
        "Everything that `llplan check` can say, by the part that it is about. `llplan explain CODE` prints "
        "the same in a terminal. An *error* takes out its cell and nothing else; a *warning* asks for a "
        "look; a *note* needs nothing. In the texts … stands for what is found.",
        "Toàn bộ nội dung mà lệnh `llplan check` có thể thông báo, xếp theo đối tượng kiểm tra. Lệnh "
        "`llplan explain MÃ` hiển thị cùng nội dung này trên màn hình. *Lỗi* chỉ loại đúng ô có lỗi; *cảnh "
        "báo* đề nghị rà soát lại; *lưu ý* không cần xử lý. Dấu … trong thông báo là phần được điền theo số "
        "liệu thực tế.",
    ),
    "said": ("What is said", "Nội dung thông báo"),
    "remedy": ("What to do", "Cách xử lý"),
    "severity": ("Severity", "Mức độ"),
    "plan": ("The YAML files, key by key", "Các tệp YAML, theo từng khóa"),
    "plan_intro": (
        "Made from the JSON Schema that an editor uses (`llplan targets schema`). How a plan is written from "
        "the first line on stands in [Encode your own plan](encode.md). An unknown key, a key written twice "
        "and a value of another kind are findings with file, line and column.",
        "Trang này được lập từ JSON Schema mà trình soạn thảo sử dụng (`llplan targets schema`). Cách viết "
        "một kế hoạch từ đầu được hướng dẫn tại [Số hóa kế hoạch của địa phương](encode.md). Khóa không có "
        "trong quy định, khóa ghi hai lần và giá trị sai kiểu đều được thông báo kèm tên tệp, dòng và cột.",
    ),
    "key": ("Key", "Khóa"),
    "value": ("Value", "Giá trị"),
    "needed": ("Needed", "Bắt buộc"),
    "meaning": ("Meaning", "Ý nghĩa"),
    "yes": ("yes", "có"),
    "unless": ("no: {default}", "không; mặc định: {default}"),
    "no": ("no", "không"),
    "text": ("text", "văn bản"),
    "whole": ("whole number", "số nguyên"),
    "number": ("number", "số"),
    "truth": ("`true`, `false`", "`true`, `false`"),
    "list": ("list of {of}", "danh sách: {of}"),
    "mapping": ("keys and values", "các khóa và giá trị"),
    "id": ("id", "mã"),
    "day": ("day: `2026-01-31`", "ngày: `2026-01-31`"),
    "percent": ("percentage: `10%`", "tỷ lệ phần trăm: `10%`"),
    "or": (" or ", " hoặc "),
    "of_every_target": ("Keys of every target", "Khóa chung của mọi chỉ tiêu"),
    "of_target": ("Target of kind {kind}", "Chỉ tiêu loại {kind}"),
}


def text_of(name: str, lang: Lang) -> str | None:
    """Return a page that is made from the code; None for a page that is written by hand."""
    if name not in NAMES:
        return None
    lines = _findings(lang) if name == "findings" else _plan(lang)
    return "\n".join(lines).rstrip("\n") + "\n"


def _word(key: str, lang: Lang, **places: str) -> str:
    return TEXTS[key][lang == "vi"].format(**places)


def _findings(lang: Lang) -> Iterator[str]:
    yield from (f"# {_word('findings', lang)}", "", _word("findings_intro", lang), "")
    entries = catalogue.entries()
    known = {family: [code for code in entries if code.startswith(family)] for family in FAMILIES}
    yield from (
        f"- **{names[lang == 'vi']}**: " + ", ".join(f"[{code}](#{code.lower()})" for code in known[family])
        for family, names in FAMILIES.items()
    )
    yield ""
    for family, names in FAMILIES.items():
        yield from (f"## {names[lang == 'vi']}", "")
        for code in known[family]:
            yield from _finding(entries[code], lang)


def _finding(entry: Entry, lang: Lang) -> Iterator[str]:
    severity = word(f"report.severity_{entry.severity.value}", lang)
    yield from (
        f'<a id="{entry.code.lower()}"></a>',
        "",
        f"### {entry.code} {_safe(entry.title.of(lang))}",
        "",
    )
    yield from (f"*{_word('severity', lang)}: {severity}.* {_safe(entry.explanation.of(lang))}", "")
    yield f"| {_word('said', lang)} | {_word('remedy', lang)} |"
    yield "|---|---|"
    said = []
    for wording in entry.variants.values():
        message = _safe(wording.message.of(lang))
        if wording.severity not in (None, entry.severity):
            message += f" *({word(f'report.severity_{wording.severity.value}', lang)})*"
        said.append(f"| {message} | {_safe(wording.remedy.of(lang))} |")
    yield from dict.fromkeys(said)
    yield ""


def _safe(text: str) -> str:
    """Return a text of the catalogue as Markdown, each place that is filled in as …."""
    from string import Formatter

    parts = (before + ("…" if name is not None else "") for before, name, _, _ in Formatter().parse(text))
    return escaped("".join(parts))


def _plan(lang: Lang) -> Iterator[str]:
    yield from (f"# {_word('plan', lang)}", "", _word("plan_intro", lang), "")
    done: set[str] = set()
    for file in FILES:
        whole = schema(file, lang)
        yield from (f"## {escaped(str(whole['title']))}", "")
        yield from _keys(whole, lang)
        definitions: Mapping[str, Schema] = whole.get("$defs", {})  # type: ignore[assignment]
        targets = {name: made for name, made in definitions.items() if name.endswith("Target")}
        for name, made in definitions.items():
            if name not in targets and name not in done:
                done.add(name)
                yield from _part(name, made, lang)
        yield from _targets(targets, lang)


def _targets(targets: Mapping[str, Schema], lang: Lang) -> Iterator[str]:
    """Yield what every target has once, then what each kind of target has besides."""
    if not targets:
        return
    shapes = [made["properties"] for made in targets.values()]
    shared = [key for key in shapes[0] if all(key in one and one[key] == shapes[0][key] for one in shapes)]
    first = next(iter(targets.values()))
    yield from (f"### {_word('of_every_target', lang)}", "")
    yield from _keys(_only(first, shared), lang)
    for name, made in targets.items():
        kind = made["properties"]["kind"]
        kinds = ", ".join(f"`{one}`" for one in kind.get("enum", [kind.get("const")]))
        yield from (f'<a id="{name.lower()}"></a>', "", f"### {_word('of_target', lang, kind=kinds)}", "")
        yield from _keys(_only(made, [key for key in made["properties"] if key not in shared]), lang)


def _only(made: Schema, keys: list[str]) -> Schema:
    return {**made, "properties": {key: made["properties"][key] for key in keys}}


def _part(name: str, made: Schema, lang: Lang) -> Iterator[str]:
    if "properties" in made:
        yield from (f'<a id="{name.lower()}"></a>', "", f"### {name}", "")
        yield from _keys(made, lang)


def _keys(made: Schema, lang: Lang) -> Iterator[str]:
    yield "| " + " | ".join(_word(key, lang) for key in ("key", "value", "needed", "meaning")) + " |"
    yield "|---|---|---|---|"
    yield from _rows(made, lang, "")
    yield ""


def _rows(made: Schema, lang: Lang, under: str) -> Iterator[str]:
    """Yield a row for each key, those of a value that is itself made of keys behind it."""
    for key, value in made["properties"].items():
        if key == "$schema":
            continue
        needed = _needed(key, value, made.get("required", []), lang)
        said = escaped(str(value.get("description", "")))
        yield f"| `{under}{key}` | {_value(value, lang)} | {needed} | {said} |"
        for inner in _inner(value):
            yield from _rows(inner, lang, f"{under}{key}.")


def _inner(value: Schema) -> Iterator[Schema]:
    """Yield what a value written in place is made of."""
    choices = (value, *value.get("anyOf", ()), value.get("items", {}))
    yield from (choice for choice in choices if "properties" in choice)


def _needed(key: str, value: Schema, required: list[str], lang: Lang) -> str:
    if key in required:
        return _word("yes", lang)
    default = value.get("default")
    if default is None or isinstance(default, list | dict):
        return _word("no", lang)
    return _word("unless", lang, default=f"`{str(default).lower()}`")


def _value(value: Schema, lang: Lang) -> str:
    """Return what a key takes, in words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if "anyOf" in value or "oneOf" in value:
        return _word("or", lang).join(dict.fromkeys(_choices(value, lang)))
    return _typed(value, lang)


def _choices(value: Schema, lang: Lang) -> Iterator[str]:
    """Yield what a key takes, each once; that it may be left out is said in another column."""
    for one in value.get("anyOf") or value.get("oneOf") or (value,):
        if "anyOf" in one:
            yield from _choices(one, lang)
        elif one.get("type") != "null":
            yield _value(one, lang)


def _typed(value: Schema, lang: Lang) -> str:
    match value.get("type"):
        case "array":
            items = value.get("items") or {"anyOf": value.get("prefixItems", [])}
            return _word("list", lang, of=_value(items, lang))
        case "string":
            return _written(value.get("pattern", ""), lang)
        case "integer":
            return _word("whole", lang)
        case "number":
            return _word("number", lang)
        case "boolean":
            return _word("truth", lang)
        case _:
            return _word("mapping", lang)


def _written(pattern: str, lang: Lang) -> str:
    if "%" in pattern:
        return _word("percent", lang)
    if pattern.startswith(r"^\d{4}-"):
        return _word("day", lang)
    return _word("id" if pattern.startswith("^[a-z]") else "text", lang)

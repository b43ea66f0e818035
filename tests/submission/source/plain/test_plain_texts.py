"""Shared texts, as the plain way and the reader have them."""

from __future__ import annotations

import contextlib
import time

import pytest
from ways import MAIN, read, row, sheet

from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.texts import shared_texts


def shared(items: str) -> str | None:
    """The first shared text, as both ways read it; None where the plain way declines."""
    strings = f'<sst xmlns="{MAIN}" xmlns:x="{MAIN}">{items}</sst>'
    seen = read(sheet(row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c>')), strings=strings)
    return None if seen is None else str(seen.cells.get((1, 1), ""))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<si><t>Thư viện</t></si>", "Thư viện"),
        ("<si><t></t></si>", ""),
        ("<si><t>a &lt;b&gt; &amp; &quot;c&quot; &apos;</t></si>", 'a <b> & "c" \''),
        ("<si><t>&#272;&#x1F600;</t></si>", "Đ😀"),
        ("<si><t>a&#10;b\nc</t></si>", "a\nb\nc"),
        ("<si><t>&amp;lt;</t></si>", "&lt;"),
        ('<si><t xml:space="preserve"> a </t></si>', " a "),
        ("<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si>", "ab"),
        ('<si><r><t xml:space="preserve">a </t></r><r><t>b</t></r></si>', "a b"),
        ("<si><r><t>a</t></r></si><si><t>b</t></si>", "a"),
    ],
)
def test_texts_as_they_are_meant(item: str, text: str) -> None:
    """References are resolved, runs are joined, readings for Asian scripts are no part."""
    assert shared(item) == text


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<si><t>a_x000D_b</t></si>", "a\rb"),
        ("<si><t>a_x005F_x000D_b</t></si>", "a_x000D_b"),
        ("<si><t>_xD83D_</t></si>", "_xD83D_"),
        ("<si><t>a\rb\r\nc</t></si>", "a\nb\nc"),
        ("<si><t>a&#13;b</t></si>", "a\rb"),
        ("<si><t>a<!-- c -->b</t></si>", "ab"),
        ("<si><t><![CDATA[a]]></t></si>", "a"),
        ("<si/><si><t>a</t></si>", ""),
        ("<si></si><si><t>a</t></si>", ""),
        ("<x:si><x:t>a</x:t></x:si>", "a"),
        ("<si><r><t>a</t></r><rPh><t>b</t></rPh></si>", "a"),
    ],
)
def test_texts_in_other_ways(item: str, text: str) -> None:
    """Escapes, line ends, comments, prefixes and items without a text."""
    assert shared(item) == text


STRUCK = "<rPr><sz val='11'/><strike/></rPr>"
RAISED = '<rPr><vertAlign val="superscript"/><sz val="11"/></rPr>'


@pytest.mark.parametrize(
    ("runs", "text", "marked"),
    [
        (f"<r><t>26157</t></r><r>{RAISED}<t>1</t></r>", "26157", True),
        (f"<r><t>CO</t></r><r>{RAISED.replace('super', 'sub')}<t>2</t></r>", "CO", True),
        (f"<r>{STRUCK}<t>11200</t></r><r><t>11250</t></r>", "11250", True),
        (f"<r>{STRUCK.replace('strike', 'dstrike')}<t>1</t></r><r><t>2</t></r>", "2", True),
        ('<r><rPr><strike val="1"/></rPr><t>1</t></r><r><t>2</t></r>', "2", True),
        ('<r><rPr><strike val="0"/></rPr><t>1</t></r><r><t>2</t></r>', "12", False),
        ('<r><rPr><vertAlign val="baseline"/></rPr><t>1</t></r><r><t>2</t></r>', "12", False),
        (f"<r>{STRUCK}<t>all</t></r>", "", False),
        ("<r><rPr><b/></rPr><t>1</t></r><r><t>2</t></r>", "12", False),
    ],
)
@pytest.mark.parametrize("inline", [True, False])
@pytest.mark.parametrize("unusual", ["", "<!-- -->"])
def test_runs_that_are_left_out(runs: str, text: str, marked: bool, inline: bool, unusual: str) -> None:
    """Runs that are struck out, raised or lowered are no part of a text, which is marked."""
    cell = f'<c r="A1" t="inlineStr"><is>{runs}</is></c>' if inline else '<c r="A1" t="s"><v>0</v></c>'
    strings = f'<sst xmlns="{MAIN}"><si>{unusual}{runs}</si></sst>'
    seen = read(sheet(row(1, cell + unusual + '<c r="B1"><v>1</v></c>')), strings=strings)
    assert seen is not None
    assert seen.cells.get((1, 1), "") == text
    assert seen.marked == ({(1, 1)} if marked else frozenset())


@pytest.mark.parametrize(
    "xml",
    [
        "<si><t>&nbsp;</t></si>",
        "<si><t>a & b</t></si>",
        "<si><t>&#0;</t></si>",
        "<si><t>&#xD800;</t></si>",
        "<si><t>&#1114112;</t></si>",
        "<si><t>&#12345678;</t></si>",
        "<si><t>&#65</t></si>",
        "<si><t>a",
        "<si>a</si>",
    ],
)
def test_texts_that_mean_nothing_are_declined(xml: str) -> None:
    """What no XML has is not for the plain way, nor for any other."""
    with pytest.raises(NotPlainError):
        shared_texts(f"<sst>{xml}</sst>".encode())


@pytest.mark.parametrize(
    "xml",
    [
        "<x><si><t>a</t></si></x>",
        "<sst/><si><t>a</t></si>",
        "<x><sst><si><t>a</t></si></sst><si><t>b</t></si></x>",
        "<sst><x><sst></sst></x><si><t>a</t></si></sst>",
        "<si><t>a</t></si><sst><si><t>b</t></si></sst>",
        "<sst><si><t>a</t></si><<si><t>b</t></si></sst>",
        "<sst><<si><t>a</t></si></sst>",
        "<sst><si><r><t>a</t></r></si><x/><si><t>b</t></si></sst>",
        "<sst><si><t>a</t></si></sst><x/>",
    ],
)
def test_texts_that_are_not_one_list_are_declined(xml: str) -> None:
    """Items outside the list, or with anything between them, may not be counted by the reader."""
    with pytest.raises(NotPlainError):
        shared_texts(xml.encode())


@pytest.mark.parametrize(
    "xml",
    [
        "<sst><si><t>a</t></si></sst>",
        '\ufeff<?xml version="1.0"?>\r\n<sst\nxmlns="x" count="1">\n<si><t>a</t></si></sst>\n',
        "<sst><si><t>a</t></si><extLst/></sst>",
    ],
)
def test_lists_of_texts(xml: str) -> None:
    """A list may have a declaration, attributes, white space around it and an extension at its end."""
    assert shared_texts(xml.encode()) == ["a"]


@pytest.mark.parametrize("xml", ['<sst xmlns="x" count="0"/>', "<sst></sst>", "<sst />", ""])
def test_a_list_without_texts(xml: str) -> None:
    """A workbook may have no shared text at all."""
    assert shared_texts(xml.encode()) == []


def test_bytes_that_are_no_text_are_declined() -> None:
    """A text that is not UTF-8 is not for the plain way."""
    with pytest.raises(NotPlainError):
        shared_texts(b"<sst><si><t>\xff</t></si></sst>")


@pytest.mark.parametrize(
    "item",
    [
        "<si><t> a</t></si>",
        "<si><t>a&#10;</t></si>",
        "<si><t>\n</t></si>",
        "<si><r><t>a</t></r><r><t> b</t></r></si>",
        "<si><r><t>a</t></r><r><t>&lt; </t></r></si>",
    ],
)
def test_white_space_that_is_not_kept(item: str) -> None:
    """Around a text that does not ask for it the reader leaves white space out: both ways are the same."""
    shared(item)


@pytest.mark.parametrize(
    "item",
    [
        "<si><r><t>a</t></r><r><t\n>b</t></r></si>",
        "<si><r><t>a</t></r><r><t>b</t ></r></si>",
        "<si><r><t>a</t></r><r><x:t>b</x:t></r></si>",
        "<si><r><t>a</t></r><r><t>b<?p?>c</t></r></si>",
        "<si><t>a<x/></t><r><t>c</t></r></si>",
        "<si><t>a</t><rPh><t>b</t></rPh></si>",
        '<si><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh><phoneticPr fontId="1"/></si>',
        '<si><r><t>a</t></r><rPh sb="0"/><r><t>b</t></r><rPh sb="0"></rPh></si>',
        "<si><t>_&#x78;000D_</t></si>",
        "<si><t>a_&#120;0041_</t></si>",
    ],
)
def test_texts_hidden_in_unusual_ways(item: str) -> None:
    """Tags with white space, prefixes, instructions and escapes that are references themselves."""
    shared(item)


@pytest.mark.parametrize(
    "item", ["<rPh ", "<t>", "<t ", "<r><t>", "&#", "<rPh></rPh>", '<t xml:space="preserve">']
)
def test_time_grows_with_length_alone(item: str) -> None:
    """Ten thousand unclosed tags take no longer than closed ones."""
    began = time.process_time()
    with contextlib.suppress(NotPlainError):
        shared_texts(b"<sst><si><r><t>a</t></r>" + item.encode() * 10_000 + b"</si></sst>")
    assert time.process_time() - began < 0.5

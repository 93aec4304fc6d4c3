"""What is put into generated Markdown must come out as it went in."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from build_tools.ledger import Ledger, PageInfo
from build_tools.markdown_extension import CitationExtension
from build_tools.sources.library import Library
from build_tools.templating import (
    escape_around_code,
    escape_markdown,
    render,
    template_texts,
    texts_behind,
)

SIGNS = "ab 1.-+*_`#[](){}<>&@|!:=\\\"'~^"


def shown(text: str) -> str:
    """Return what a reader sees of a list item that holds the escaped text."""
    ledger = Ledger(Library({}), page=PageInfo(written=False))
    extensions = ["attr_list", "tables", CitationExtension(ledger=ledger)]
    made = markdown(f"- {escape_markdown(text)} end", extensions=extensions)
    [item] = re.findall(r"<li>(.*?)</li>", made, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", item))


@pytest.mark.parametrize(
    "text",
    [
        "1956. The war",
        "2018: They agreed",
        "- no list",
        "# no heading",
        "a *b* [c](d) _e_ <f> & g | `x` {: .y }",
        "![x](y)",
        "[@osten-2019, para. 3] and @meridian-2019",
        r"a \backslash",
        "the harbour bell [Saint Ilva's Bell] issue",
    ],
)
def test_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == f"{text} end"


@given(st.text(alphabet=SIGNS, min_size=1, max_size=20))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    words = " ".join(text.split())
    assert shown(f"x {words}").split() == f"x {words} end".split()


def test_code_between_backticks_is_code_and_the_rest_is_shown_as_it_is() -> None:
    made = markdown(escape_around_code("Mark *it* with `{: .x }`, <b> or `a_b`"))
    assert made == ("<p>Mark *it* with <code>{: .x }</code>, &lt;b&gt; or <code>a_b</code></p>")


def test_all_templates_are_told_by_text() -> None:
    texts = template_texts()
    assert "notes.html.j2" in texts
    assert "blocks/passage.html.j2" in texts
    assert texts["source_problems.html.j2"].strip()
    assert render("source_problems.html.j2", problems=()) == ""


def test_what_a_template_includes_is_behind_it_as_well() -> None:
    texts = {
        "page": '{% include "part" %}{% import "signs" as signs %}',
        "part": '{% extends "whole" %}',
        "signs": "",
        "whole": "",
        "other": '{% include "page" %}',
        "any": "{% include chosen %}",
    }
    assert texts_behind(["page"], texts).keys() == {"page", "part", "signs", "whole"}
    assert texts_behind(["signs", "whole"], texts).keys() == {"signs", "whole"}
    assert texts_behind(["any"], texts) == texts

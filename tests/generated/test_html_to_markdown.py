"""The HTML of a page as Markdown, piece by piece; Pandoc reads the tables back."""

import json

import pytest
from generated.published import SITE
from pandoc import run_pandoc

from build_tools.generated.html_to_markdown import Converter

GROUPS = """
<table>
<caption>What each says</caption>
<thead><tr><th scope="col">Kestria</th><th scope="col">Sollin</th></tr></thead>
<tbody>
<tr><th scope="rowgroup" colspan="2">On the bell</th></tr>
<tr><td><div>It is old.</div><div>Carried by one</div></td><td>It is older.</td></tr>
</tbody>
</table>
"""
NO_HEAD = "<table><tr><th>When</th><td>1644</td></tr><tr><th>Where</th><td>Osten</td></tr></table>"


def convert(html: str) -> str:
    return Converter(SITE, "talks/call/", {"s-1": "[@osten-2019]"}).convert(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a</p>\n<p>b <em> c </em>d</p>", "a\n\nb  *c* d"),
        ("<ol start='3'>\n<li>a</li>\n<li><p>b</p>\n<p>c</p></li>\n</ol>", "3. a\n4. b\n\n   c"),
        ("<ul><li>a\n<ul>\n<li>b</li>\n</ul>\n</li></ul>", "- a\n  - b"),
        ("<ol start='x'><li>a</li></ol>", "1. a"),
        ("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "> a\n>\n> b"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n:   b"),
        ("<p><code>a`b</code> <code>c_d</code></p>", "`` a`b `` `c_d`"),
        ("<pre><span></span><code>a\n  *b*\n</code></pre>", "```\na\n  *b*\n```"),
        ("<h2>1. <a href='#x'>a*</a></h2>", "## 1\\. [a\\*](https://example.org/x/talks/call/#x)"),
        ("<p><img alt='a' src='../b.svg'></p>", "![a](https://example.org/x/talks/b.svg)"),
        ("<p>a&nbsp;&lt;b&gt;<br>c</p><hr>", "a\u00a0\\<b\\>  \nc\n\n---"),
        ("<p>a<span class='citation' id='s-1'>x</span></p>", "a [@osten-2019]"),
        ("<p>a<svg><title>b</title></svg></i>c", "ac"),
    ],
)
def test_each_element_has_its_form(html: str, markdown: str) -> None:
    assert convert(html) == markdown


@pytest.mark.parametrize(("html", "head", "rows"), [(GROUPS, 1, 2), (NO_HEAD, 0, 2)])
def test_a_table_has_one_head(html: str, head: int, rows: int) -> None:
    read = json.loads(run_pandoc(convert(html), "-t", "json"))
    [table] = read["blocks"]
    *_, thead, bodies, _ = table["c"]
    assert [len(thead[1]), sum(len(body[3]) for body in bodies)] == [head, rows]

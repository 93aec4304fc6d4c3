"""Links from the first mention of a term on a page to its definition."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from build_tools.lexicon.glossary import Glossary, Term
from build_tools.markdown_extension.term_links import TermLinks

VOCABULARY = Glossary(
    (
        Term(term="APEC", says="A summit."),
        Term(term="peace treaty", says="A treaty.", forms=("peace treaty", "peace accord")),
        Term(term="origin", says="Who gathered it.", forms=()),
    )
)
LINK = '<a class="term" href="glossary.md#term-apec" title="A summit.">APEC</a>'


def linked(html: str) -> str:
    root = fromstring(f"<div>{html}</div>")
    TermLinks(VOCABULARY, "glossary.md").put_in(root)
    return tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def test_the_first_mention_alone_is_linked() -> None:
    assert linked("<p>At APEC. APEC again.</p><p>APEC</p>") == (
        f"<p>At {LINK}. APEC again.</p><p>APEC</p>"
    )


def test_text_behind_an_element() -> None:
    assert linked("<p>a <em>b</em> at APEC, c</p>") == f"<p>a <em>b</em> at {LINK}, c</p>"


def test_several_terms_and_forms_in_one_text() -> None:
    html = linked("<p>A peace accord, APEC, a peace treaty.</p>")
    assert html.count("<a ") == 2
    assert ">peace accord</a>, <a " in html
    assert html.endswith("</a>, a peace treaty.</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>APEC</h2>",
        '<p><a href="x">APEC</a></p>',
        "<p><code>APEC</code></p>",
        "<table><tr><th>APEC</th></tr></table>",
        "<blockquote><p>APEC</p></blockquote>",
        '<p>He said "APEC is near".</p>',
        "<p>“APEC”</p>",
        "<p>APECs and origin</p>",
        '<section class="notes"><p>APEC</p></section>',
    ],
)
def test_what_is_left_alone(html: str) -> None:
    assert linked(html) == html

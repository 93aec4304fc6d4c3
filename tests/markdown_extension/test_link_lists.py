"""A list of linked sentences is read to what Python-Markdown makes of it, and no other list is."""

import pytest
from project import CONFIG, KIT

from build_tools.ledger import Ledger, PageInfo
from build_tools.manuscript.read import site_markdown
from build_tools.markdown_extension.link_lists import LinkListProcessor
from build_tools.sources.library import Library
from build_tools.templating import escape_markdown

SENTENCES = (
    "The call lasted 35 minutes.",
    "AT&T and AT&amp;T, <b>1 < 2</b>",
    "*no* _emphasis_ `nor` code, [no](link.md) ![nor](picture.png)",
    "{: .no-class } [@no-citation, para. 1] a@b.example",
    "1. no number",
    "# no heading | no cell",
    "back\\slash \\* and “北方領土” [",
    "~no~ 'quotes' \"here\"",
)
LINK = "[The page \\[1\\] & more](../talks/a_call.md#s-1ab)".replace("&", "&amp;")
READ = "\n".join(f"- {escape_markdown(it)} {LINK}" for it in SENTENCES)
LEFT = (
    "- A sentence [with a link](a.md) within.",
    "- A sentence. [A page](a.md)\n    - with more below it",
    "- *A sentence.* [A page](a.md)",
    "- A sentence. [A page](a.md){ .class }",
    "- A sentence. [A page](a.md)\n- Another",
    "- A sentence. ![A picture](a.png)",
)


def convert(text: str, library: Library, *, read: bool = True, written: bool = False) -> str:
    ledger = Ledger(library, KIT, PageInfo("page.md", "page.md", written=written))
    md = site_markdown(CONFIG, ledger)
    if not read:
        md.parser.blockprocessors.deregister("link-lists")
    return md.convert(text)


@pytest.mark.parametrize("around", ["{}", "Before.\n\n{}\n\nBehind.", '??? note "A title"\n\n{}'])
def test_it_is_read_to_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    indent = "    " if "???" in around else ""
    text = around.format("\n".join(indent + line for line in READ.split("\n")))
    lists: list[int] = []
    run = LinkListProcessor.run
    monkeypatch.setattr(
        LinkListProcessor, "run", lambda self, *given: (lists.append(1), run(self, *given))[1]
    )
    made = convert(text, library)
    assert lists == [1]
    assert made == convert(text, library, read=False)
    assert made.count("<li>") == len(SENTENCES)


@pytest.mark.parametrize("text", [*LEFT, f"- One\n\n{READ}", f"- One\n\n    {READ[:60]}"])
def test_any_other_list_is_left(
    library: Library, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    made = convert(text, library, read=False)
    monkeypatch.delattr(LinkListProcessor, "run")
    assert convert(text, library) == made


def test_the_sentences_of_a_written_page_are_statements(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(LinkListProcessor, "run")
    assert "<li>" in convert(READ, library, written=True)

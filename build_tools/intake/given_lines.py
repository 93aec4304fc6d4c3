"""The lines of what was given: of pasted text as they are; of a page each with what marks it."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.sources.records import LineClass

HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
# Where a line of a page stands. `paragraph` is one of those that are set as most of its prose is,
# `flow` a plain element among them, as a heading or a list, and `apart` another one; `pictured` and
# `beside` are among them too, but with a picture, or led by links, worked by buttons or labelled;
# `facts` are prose among them with a heading of its own, on what one may know beside the article;
# `link` is set as they are and is a link; `tail` follows the last of them in the same element, and
# `note` too, in italics.
Setting = Literal[
    "before", "paragraph", "flow", "apart", "pictured", "beside", "facts", "link", "tail", "note",
    "after"
]  # fmt: skip


@dataclass(frozen=True)
class GivenLine:
    """A line that is not blank, with its number from 1, and what is known of it beside its words.

    `apart` tells that no other line adjoins it, `linked` the share of its text that is links.
    Of a saved page there are also `extracted`, whether a library takes it for the article's,
    the `zone` that the page marks it as, `tag`, the element it is in, whether all of it is `bold`,
    and `setting`, where it stands to the paragraphs. `witnessed` tells whether the text that the
    page declares has it, None where it declares none, or not all.
    """

    number: int
    text: str
    apart: bool = False
    linked: float = 0.0
    extracted: bool | None = None
    zone: LineClass | None = None
    tag: str = ""
    bold: bool = False
    setting: Setting | None = None
    witnessed: bool | None = None


def parse_pasted(text: str) -> tuple[GivenLine, ...]:
    """Return the lines of pasted text that are not blank."""
    texts = [line.strip() for line in text.removeprefix("\ufeff").split("\n")]
    around = ["", *texts, ""]
    return tuple(
        GivenLine(number, line, apart=not around[number - 1] and not around[number + 1])
        for number, line in enumerate(texts, start=1)
        if re.search(r"\S", line)
    )


def set_apart(lines: tuple[GivenLine, ...]) -> tuple[GivenLine, ...]:
    """Number the lines of a page as they are written to a text, with a blank line between."""
    return tuple(replace(line, number=2 * n + 1) for n, line in enumerate(lines))


def written_text(lines: tuple[GivenLine, ...]) -> str:
    """Return the text that holds lines which were set apart."""
    return "\n\n".join(line.text for line in lines) + "\n"

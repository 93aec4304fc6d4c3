"""The words of articles in notes, filled in once all pages have been read.

Which words of a paragraph may be shown depends on every statement of the site, so a page is parsed
with an empty place for them.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial

from build_tools.expressions import expression
from build_tools.kept import Kept
from build_tools.ledger import Ledger
from build_tools.pages.extracts import Extract, Extracts, Spot
from build_tools.pages.statements import Statement
from build_tools.sources.library import Passage
from build_tools.templating import render, texts_behind

_TEMPLATE = "note_words.html.j2"
# As the template of notes writes it: a source, a paragraph, and the statements that rest on it.
_PLACE = expression(
    r'<span class="note__words"(?P<several> data-several="")? '
    r'data-words="(?P<source>\S+) (?P<number>\d+) ?(?P<ids>[^"]*)"></span>'
)
# A paragraph, and the ids of the statements that rest on it.
_Place = tuple[Spot, list[str]]
# In a preview most pages are what they were.
_PLACES: Kept[tuple[_Place, ...]] = Kept()
_FILLED: Kept[tuple[str, str]] = Kept()


@dataclass(frozen=True)
class NoteWords:
    """What to put into the notes of one build; `whole` adds paragraphs in full, for a preview."""

    extracts: Extracts
    statements: dict[str, Statement] = field(repr=False)
    whole: bool = False
    template: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, ledger: Ledger, *, whole: bool = False) -> "NoteWords":
        """Choose the words, now that the ledger has every page."""
        statements = {entry.statement.id: entry.statement for entry in ledger.entries}
        template = tuple(texts_behind([_TEMPLATE], ledger.templates).values())
        return cls(ledger.extracts, statements, whole, template)

    def fill(self, uri: str, html: str) -> tuple[str, str]:
        """Return the HTML of a page, at a path below docs: its text, and its notes with words."""
        places = _PLACES.get_or_make(uri, html, partial(_places_in, html))
        given = [
            (self.extracts.runs.get(spot), *map(self.statements.get, ids)) for spot, ids in places
        ]
        inputs = html, given, self.extracts.library, self.whole, self.template
        return _FILLED.get_or_make(uri, inputs, lambda: divide(_PLACE.sub(self._words, html)))

    def _words(self, match: re.Match[str]) -> str:
        source = self.extracts.library.sources[match["source"]]
        paragraph = source.article.paragraphs[int(match["number"]) - 1]
        statements = [self.statements[id_] for id_ in match["ids"].split()]
        extracts = self.extracts.of(Passage(source, paragraph), statements)
        several, whole = bool(match["several"]), paragraph.text if self.whole else ""
        return _rendered(self.template, paragraph.number, several, extracts, whole)


def divide(html: str) -> tuple[str, str]:
    """Divide the HTML of a page into text and notes: half of many, which no search need parse."""
    text, opening, notes = html.partition('<section aria-labelledby="notes"')
    return text, opening + notes


def _places_in(html: str) -> tuple[_Place, ...]:
    return tuple(
        ((place["source"], int(place["number"])), place["ids"].split())
        for place in _PLACE.finditer(html)
    )


# In a preview most words are what they were: while the template is.
@lru_cache(maxsize=5_000)
def _rendered(
    template: object,  # noqa: ARG001 - a change shows in its texts
    number: int,
    several: bool,
    extracts: tuple[Extract, ...],
    whole: str,
) -> str:
    return render(_TEMPLATE, number=number, several=several, extracts=extracts, whole=whole).strip()

"""How pages read: how long their sentences are, and how often they stop to name or to cite."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.checks.attribution import gives_account, names_outlet
from build_tools.english.verbs import CREDITED
from build_tools.files.limits import Limits
from build_tools.lexicon.names import PEOPLE
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library
from build_tools.templating import render
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences

# Words from which on averages say how a page reads.
ENOUGH = 150


@dataclass(frozen=True)
class Reading:
    """Counts of one page, or of several together; each sentence has one attribution at most."""

    name: str
    words: int
    sentences: int
    attributions: int
    markers: int

    @property
    def words_a_sentence(self) -> float:
        """How long its sentences are."""
        return self.words / max(self.sentences, 1)

    def per_hundred(self, count: int) -> float:
        """Return a count of this page as one for each 100 words."""
        return 100 * count / max(self.words, 1)

    def beyond(self, limits: Limits) -> tuple[str, ...]:
        """Say what is beyond the limits; of a page with little prose, an average says nothing."""
        if self.words < ENOUGH:
            return ()
        shortest, longest = limits.words_a_sentence
        found = {
            "short sentences": self.words_a_sentence < shortest,
            "long sentences": self.words_a_sentence > longest,
            "many attributions": self.per_hundred(self.attributions) > limits.most_attributions,
            "many markers": self.per_hundred(self.markers) > limits.most_markers,
        }
        return tuple(what for what, there in found.items() if there)


def read_page(page: PageEvidence, library: Library) -> Reading:
    """Count what a reader of a page meets in its prose: its head, tables and blocks apart."""
    attributions = 0
    statements = [statement for statement in page.statements if statement.prose]
    texts = [statement.text for statement in statements]
    for statement in statements:
        sources = library.cited_sources(statement.citations)
        for start, end in split_sentences(statement.text):
            said = statement.text[start:end]
            attributions += (
                names_outlet(said, sources)
                or gives_account(said, library, sources)
                or _credits(said, library)
            )
    texts += [text.text for text in page.uncited if text.prose]
    return Reading(
        page.page.path,
        sum(len(text.split()) for text in texts),
        sum(len(split_sentences(text)) for text in texts),
        attributions,
        page.markers,
    )


def _credits(said: str, library: Library) -> bool:
    """Tell whether a sentence names somebody after a verb of saying, a title between the two."""
    text = fold(said).text
    return any(
        mention.kind == PEOPLE and CREDITED.search(text[: mention.start])
        for mention in library.names.mentions(text)
    )


def describe_reading(pages: Iterable[PageEvidence], library: Library) -> str:
    """Return a table of how pages read, one or more, with all of them together at the end."""
    readings = [read_page(page, library) for page in pages]
    counts = ((r.words, r.sentences, r.attributions, r.markers) for r in readings)
    together = Reading("together", *map(sum, zip(*counts, strict=True)))
    limits = library.limits
    return render("reading.txt.j2", readings=[*readings, together], limits=limits).rstrip()

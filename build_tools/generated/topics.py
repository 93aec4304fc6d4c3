"""Who and what pages are about: people and outlets, found in their statements, and themes.

People come from the names in statements and outlets from their citations, so neither can be
missing or wrong. A theme is the writer's word: `themes` in the head of a page.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, partial

from build_tools.kept import Kept
from build_tools.ledger import Ledger
from build_tools.lexicon.names import PEOPLE
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library
from build_tools.templating import make_anchor, render

TOPICS_PAGE = "tags.md"
# In the order of the page, each with the heading above its list.
KINDS = {"theme": "Themes", "person": "People", "outlet": "Outlets"}


@dataclass(frozen=True, eq=False)
class Topic:
    """A theme, person or outlet; `id` is that of its place on the page of topics.

    Names with the same id, such as themes that differ in capitals, are one topic.
    """

    kind: str
    name: str

    @cached_property
    def id(self) -> str:
        """The anchor, such as `person-ilse-verelin`."""
        return f"{self.kind}-{make_anchor(self.name)}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Topic) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def place(self) -> str:
        """The sort key of a list, in lower case: a person's last name comes first."""
        last = self.name.split()[-1] if self.kind == "person" else ""
        return f"{last} {self.name}".lower()


# In a preview most pages are what they were.
_FOUND: Kept[Counter[Topic]] = Kept()


def find_topics(page: PageEvidence, library: Library) -> Counter[Topic]:
    """Count the statements of a page on each of its topics; a theme counts them all."""
    return _FOUND.get_or_make(page.uri, (page, library), partial(_find, page, library))


def _find(page: PageEvidence, library: Library) -> Counter[Topic]:
    topics: Counter[Topic] = Counter()
    for statement in page.statements:
        mentions = library.names.mentions(statement.text)
        sources = library.cited_sources(statement.citations)
        topics.update(
            {Topic("person", found.name) for found in mentions if found.kind == PEOPLE}
            | {Topic("outlet", source.record.outlet) for source in sources}
        )
    return topics + Counter({Topic("theme", tag): len(page.statements) for tag in page.tags})


def render_topics(ledger: Ledger) -> str:
    """Return the Markdown of the page of topics."""
    pages: dict[Topic, list[tuple[PageEvidence, int]]] = {}
    for page in ledger.pages.values():
        for topic, count in find_topics(page, ledger.library).items():
            pages.setdefault(topic, []).append((page, count))
    by_kind = {
        heading: [
            (topic, sorted(found, key=lambda pair: (-pair[1], pair[0].title)))
            for topic, found in sorted(pages.items(), key=lambda pair: pair[0].place)
            if topic.kind == kind
        ]
        for kind, heading in KINDS.items()
    }
    return render("tags.md.j2", kinds=by_kind)

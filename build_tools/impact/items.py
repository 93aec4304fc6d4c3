"""What is listed: places on pages, why, and the words of the new source to read beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.problems import Place
from build_tools.sources.articles import Paragraph

# So many words of a paragraph are enough to know it again.
_WORDS_SHOWN = 12
_WORDS_BEFORE = 4


@dataclass(frozen=True)
class Reading:
    """A few words of a paragraph, by which it is found."""

    number: int
    words: str


@dataclass(frozen=True)
class Item:
    """One thing to read again: where it stands, in which words, why, and beside what.

    Without places, it is on no page.
    """

    text: str
    why: str
    reading: Reading
    places: tuple[Place, ...] = ()

    @property
    def where(self) -> str:
        """The places as `docs/page.md:12, 15; docs/other.md:7`."""
        lines: dict[str, dict[str, None]] = {}
        for place in self.places:
            lines.setdefault(place.path, {})[str(place.line)] = None
        return "; ".join(f"{path}:{', '.join(them)}" for path, them in lines.items())


@dataclass(frozen=True)
class Section:
    """Items of one kind, under a title that says which; `left_out` are those that tell less."""

    title: str
    listed: tuple[Item, ...]
    left_out: int = 0


def read_at(paragraph: Paragraph, start: int = 0) -> Reading:
    """Return the words of a paragraph around an offset into its folded text."""
    text = paragraph.folded.text
    before, after = text[:start].split(" "), text[start:].split()
    # The last piece before the offset is part of the word that begins there, or empty.
    lead = before[:-1][-_WORDS_BEFORE:]
    shown = [*lead, *f"{before[-1]}{' '.join(after)}".split()][:_WORDS_SHOWN]
    total = len(text.split())
    opening = "… " if len(before) - 1 > len(lead) else ""
    closing = " …" if len(before) - 1 - len(lead) + len(shown) < total else ""
    return Reading(paragraph.number, f"{opening}{' '.join(shown)}{closing}")


def join_alike(items: Iterable[Item]) -> tuple[Item, ...]:
    """Join items with the same reason and reading: a sentence may be repeated on many pages."""
    joined: dict[tuple[str, Reading], Item] = {}
    for item in items:
        first = joined.setdefault((item.why, item.reading), item)
        places = tuple(dict.fromkeys((*first.places, *item.places)))
        joined[item.why, item.reading] = replace(first, places=places)
    return tuple(joined.values())

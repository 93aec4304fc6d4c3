"""Places that the new source names, and no page does."""

from build_tools.impact.items import Item, read_at
from build_tools.impact.newcomer import Newcomer
from build_tools.impact.unlisted import may_be_place, unlisted_names

_KINDS = frozenset(["places", "countries"])


def places(new: Newcomer) -> tuple[Item, ...]:
    """List the places of the source that are on no page, also those that no list of names has.

    The latter stand after a word such as "near" or "to", and are shown as a question.
    """
    names = new.source.names
    written = "\n".join(page.page.text for page in new.ledger.pages.values())
    known = {it.name for page in new.ledger.pages.values() for it in names.mentions(page.page.text)}
    told: set[str] = set()
    items = []
    for paragraph in new.source.article.paragraphs:
        text = paragraph.folded.text
        mentions = names.mentions(text)
        found = {it.name: it.start for it in reversed(mentions) if it.kind in _KINDS}
        found = {name: at for name, at in found.items() if name not in known}
        loose = {
            f"{name} (a place?)": at
            for name, at in unlisted_names(mentions, text)
            if may_be_place(name, text, at) and name not in written
        }
        places_here = found | loose
        fresh = sorted(places_here.keys() - told, key=lambda name: places_here[name])
        if fresh:
            reading = read_at(paragraph, places_here[fresh[0]])
            items.append(Item(", ".join(fresh), "", reading))
        told.update(fresh)
    return tuple(items)

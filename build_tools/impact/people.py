"""People whom the new source names, and the page that names most people does not."""

from collections.abc import Iterable

from build_tools.impact.items import Item, read_at
from build_tools.impact.newcomer import Newcomer
from build_tools.impact.unlisted import is_place, unlisted_names
from build_tools.lexicon.names import PEOPLE
from build_tools.pages.statements import Statement

# A name of one word that no list has may be that of anything.
_FEWEST_WORDS = 2


def people(new: Newcomer) -> tuple[str, tuple[Item, ...]]:
    """Return the path of the page of people, and who is missing there.

    It is the page whose statements name most people; names that no list has are listed too, where
    they could be those of people and stand on no page.
    """
    page = max(new.ledger.pages.values(), key=lambda it: len(_named(new, it.statements)))
    known = _named(new, (entry.statement for entry in new.others if entry.page.uri == page.uri))
    written = "\n".join(it.page.text for it in new.ledger.pages.values())
    told: set[str] = set()
    items = []
    for paragraph in new.source.article.paragraphs:
        text = paragraph.folded.text
        mentions = new.source.names.mentions(text)
        listed = {it.name: it.start for it in reversed(mentions) if it.kind == PEOPLE}
        unlisted = {
            name: at
            for name, at in unlisted_names(mentions, text)
            if len(name.split()) >= _FEWEST_WORDS and name not in written and not is_place(text, at)
        }
        found = {name: at for name, at in listed.items() if name not in known} | unlisted
        fresh = sorted(found.keys() - told, key=lambda name: found[name])
        if fresh:
            shown = ", ".join(f"{name} (a person?)" * (name in unlisted) or name for name in fresh)
            items.append(Item(shown, "", read_at(paragraph, found[fresh[0]])))
        told.update(fresh)
    return page.page.path, tuple(items)


def _named(new: Newcomer, statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(
        mention.name
        for statement in statements
        for mention in new.source.names.mentions(statement.text)
        if mention.kind == PEOPLE
    )

"""People whom the new source names, and the page that names most people does not."""

import re
from collections.abc import Iterable, Iterator

from build_tools.impact.items import Item, read_at
from build_tools.impact.newcomer import Newcomer
from build_tools.lexicon.names import PEOPLE, Mention
from build_tools.pages.statements import Statement
from build_tools.text.words import EMPTY_WORDS

# A name of one word that no list has may be that of anything.
_FEWEST_WORDS = 2
_OPENER = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_]\w{0,40}) $")


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
        unlisted = {name: at for name, at in _unlisted(mentions, text) if name not in written}
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


def _unlisted(mentions: tuple[Mention, ...], text: str) -> Iterator[tuple[str, int]]:
    """Yield names of several words that stand side by side and of which no list has one."""
    loose = [mention for mention in mentions if not mention.kind]
    runs: list[list[Mention]] = []
    for mention in loose:
        if runs and re.fullmatch(r" (?:\w\. )?", text[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    taken = {mention.end for mention in mentions}
    for run in runs:
        start = run[0].start
        # At the start of a sentence a word has a capital anyhow, and is no mention by itself.
        opener = _OPENER.search(text, 0, start)
        if opener and opener.end("word") not in taken and _is_name(opener["word"]):
            start = opener.start("word")
        if len(text[start : run[-1].end].split()) >= _FEWEST_WORDS:
            yield text[start : run[-1].end], start


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in EMPTY_WORDS

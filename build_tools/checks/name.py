"""Check: names and titles are in the cited paragraphs, the lead, the headline or the record."""

import re
from collections.abc import Iterator

from rapidfuzz import process

from build_tools.checks.check import statement_check
from build_tools.english.pointers import POINTS_BACK
from build_tools.lexicon.names import Mention, Names
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.cast import find_casts
from build_tools.sources.library import Library
from build_tools.text.folding import fold
from build_tools.text.words import foreign_words


@statement_check(
    code="name",
    mend="Use a name that the cited paragraph has, or add its form to docs/_data/names.yml.",
    fails="Voldsey thanked Verelin for the invitation, Osten reported [@osten-2019, para. 4].",
    passes="Ulvholt thanked Verelin for the invitation, Osten reported [@osten-2019, para. 4].",
    waivable=True,
)
def check_name(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every name and title must be in a cited paragraph, or in the lead that it points back to.

    The outlet and its owners are in the record.
    """
    sources = library.cited_sources(statement.citations)
    passages = library.passages(statement.citations)
    if not (passages or statement.absent_terms):
        return
    names = library.names
    texts = [source.outlet for source in sources]
    for passage in passages:
        texts.append(passage.paragraph.folded.text)
        if POINTS_BACK.search(passage.paragraph.folded.text):
            texts.append(passage.source.opening)
    borne_out = {mention.name for text in texts for mention in names.mentions(text)}
    # Whom an article gives a title, has it in every paragraph.
    borne_out |= {t for titles in find_casts(sources).titles.values() for t in titles}
    said = fold(statement.plain).text
    foreign = (Mention(w, "", w, 0, 0) for w in foreign_words(said))
    in_articles = {
        mention.name
        for source in (sources if statement.absent_terms else ())
        for paragraph in source.article.paragraphs
        for mention in names.mentions(paragraph.folded.text)
    }
    for mention in (*names.mentions(said), *foreign):
        if mention.name in borne_out:
            continue
        if _searched_for(mention, said, statement, names, in_articles):
            continue
        if any(_stands_in(mention.text, text) for text in texts):
            continue
        message = f"“{mention.text}” must be in a cited paragraph, or in the lead or record"
        best = process.extractOne(mention.name, borne_out, score_cutoff=60)
        same_kind = sorted(
            {m.name for text in texts for m in names.mentions(text) if m.kind == mention.kind}
        )
        there = f"there: {', '.join(same_kind[:6])}" if same_kind else ""
        hint = f"did you mean “{best[0]}”?" if best else there
        yield Finding(statement.place_of(mention.text), message, hint)


def _stands_in(words: str, text: str) -> bool:
    position = text.find(words)
    return position >= 0 and not text[position + len(words) : position + len(words) + 1].isalpha()


def _searched_for(
    mention: Mention, said: str, statement: Statement, names: Names, in_articles: set[str]
) -> bool:
    """Tell whether the name was searched for: not finding a term rules out what holds it.

    `in_articles` has the names that the cited articles have in any form.
    """
    for term in statement.absent_terms:
        pattern = re.compile(rf"(?<!\w){re.escape(fold(term).text)}", re.IGNORECASE)
        if pattern.search(mention.text):
            return True
        # The mention is part of a longer term that the statement has, or another form of the name.
        if any(m.start() <= mention.start < m.end() for m in pattern.finditer(said)):
            return True
        if any((m.name, m.text) == (mention.name, term) for m in names.mentions(term)):
            return mention.name not in in_articles
    return False

"""Check: what a source is said not to mention is not in it."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.english.lists import PART
from build_tools.english.negation import NEGATION, SILENCE
from build_tools.english.reports import IN_ITS_REPORT
from build_tools.expressions import expression
from build_tools.pages.statements import Statement
from build_tools.problems import Finding, Outcome
from build_tools.sources.library import Library, Source
from build_tools.text.folding import fold
from build_tools.text.search_form import find_term
from build_tools.text.sentences import split_sentences
from build_tools.text.words import content_stems, foreign_words, split_words

_CONTEXT = 30
# A term is searched for as it stands: what Markdown would make something else of finds nothing.
_PLAIN = expression(r"[^\W_](?:[^\W_]|[ .,'’&-])*")


@statement_check(
    code="absence",
    fix="Take the term out, or say what the article does mention and cite that paragraph.",
    fails='A museum is not in this article by Osten [@osten-2019, no mention of "museum"].',
    passes='A poll is not in this article by Osten [@osten-2019, no mention of "poll"].',
)
def check_absence(statement: Statement, library: Library) -> Iterator[Finding]:
    """Terms given as not mentioned must occur nowhere in the body of the source.

    They must be plain words, and what is searched for must be what is said to be missing.
    """
    yield from _loose_absence(statement)
    if statement.states_absence and not library.names.problems:
        yield from _present(statement, library)
    for citation in statement.citations:
        source = library.sources.get(citation.key)
        if source is None:
            continue
        # A search that finds nothing proves nothing unless it finds what is there.
        control = max(source.article.paragraphs[0].folded.text.split(), key=len)
        if citation.absent_terms and not _occurrences(control, source):
            place = statement.place_in_citation(citation)
            message = f"the search must find “{control}”, which {source.id} has"
            yield Finding(place, message, "", Outcome.CANNOT_BE_CHECKED)
        for term in citation.absent_terms:
            if not _PLAIN.fullmatch(term) or foreign_words(term):
                place = statement.place_in_citation(citation)
                message = (
                    f"a term must be plain words in Latin letters, as a search finds: “{term}”"
                )
                yield Finding(place, message, 'no mention of "poll" or "survey"')
            if found := _occurrences(term, source):
                place = statement.place_in_citation(citation, term)
                message = f"“{term}” must not be in {source.id}: it is in {', '.join(found)}"
                yield Finding(place, message, "cite that paragraph instead")


def _loose_absence(statement: Statement) -> Iterator[Finding]:
    """Find absences that are no statement of their own, or that are of something else."""
    if not statement.absent_terms:
        return
    if not statement.states_absence:
        message = "an absence must be a statement of its own, without a paragraph beside it"
        first = next(citation for citation in statement.citations if citation.absent_terms)
        hint = f'It is not in this article [@{first.key}, no mention of "{first.absent_terms[0]}"].'
        yield Finding(statement.place, message, hint)
        return
    for start, end in split_sentences(statement.plain):
        if not (
            NEGATION.search(statement.plain, start, end)
            or SILENCE.search(statement.plain, start, end)
        ):
            message = "a sentence on an absence must say that something is not there"
            yield Finding(statement.place, message, "It is not in this article")


def _present(statement: Statement, library: Library) -> Iterator[Finding]:
    """Find words said to be missing that a cited source has, whatever was searched for.

    A part of the sentence that has a term was searched for. Names have their own check, and
    outlets and their owners are not said to be missing.
    """
    sources = library.cited_sources(statement.citations)
    text = fold(statement.plain).text
    for source in sources:
        text = text.replace(source.record.ownership.label, "")
    text = IN_ITS_REPORT.sub(lambda match: " " * len(match[0]), text)
    names = {at for m in library.names.mentions(text) for at in range(m.start, m.end)}
    about = [
        word
        for part in PART.finditer(text)
        if not any(find_term(term, part[0]) for term in statement.absent_terms)
        for word in split_words(text)
        if part.start() <= word.start < part.end() and word.start not in names
    ]
    single = [term for term in statement.absent_terms if " " not in term]
    for source in sources:
        body = _stems(source)
        # Of a term that is found as it stands, that is said.
        unfound = [term for term in single if not find_term(term, _body(source))]
        searched = [word for term in unfound for word in split_words(term)]
        for word in (*about, *searched):
            if word.stem in body and content_stems(word.text):
                place = statement.place_of(word.text)
                at = f"para. {body[word.stem]}"
                message = f"“{word.text}” must not be in {source.id}: {at} has it"
                yield Finding(place, message, "search for the beginning of the word")


def _body(source: Source) -> str:
    return "\n".join(paragraph.folded.text for paragraph in source.article.paragraphs)


def _stems(source: Source) -> dict[str, int]:
    """Give for each stem of the body the first paragraph that has it."""
    return {
        word.stem: paragraph.number
        for paragraph in reversed(source.article.paragraphs)
        for word in split_words(paragraph.folded.text)
    }


def _occurrences(term: str, source: Source) -> list[str]:
    """Say where words of the body begin with the term, in the one form for searching."""
    found = []
    for paragraph in source.article.paragraphs:
        text = paragraph.folded.text
        if spans := find_term(term, text):
            start, end = spans[0]
            context = text[max(0, start - _CONTEXT) : end + _CONTEXT]
            found.append(f"para. {paragraph.number} (“…{context}…”)")
    return found

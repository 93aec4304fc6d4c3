"""Check: no more is quoted than is fair."""

from collections.abc import Iterator, Sequence

from build_tools.checks.check import site_check
from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.pages.statements import PageEvidence
from build_tools.problems import Finding, Place
from build_tools.sources.library import Library


@site_check(
    code="budget",
    fix="Quote fewer words, or the same ones as elsewhere, and put the rest in your own.",
    fails='Osten writes that "negotiations, which will be held in Aldermere, the capital of '
    "Sollin, on June 12 and 13. We are ready to discuss any formula except one that calls the "
    'return" [@osten-2019, para. 8].',
    passes='Osten writes that the bell was "seized by Kestrian sailors" [@osten-2019, para. 6].',
)
def check_budget(pages: Sequence[PageEvidence], library: Library) -> Iterator[Finding]:
    """Few words of a source may be shown at a time, and a small share on the whole site."""
    limits = library.limits
    statements = [statement for page in pages for statement in page.statements]
    for statement in statements:
        pins = (pin for citation in statement.citations for pin in citation.pins)
        for words in (*(quotation.text for quotation in statement.quotations), *pins):
            if len(words.split()) > limits.largest_quotation:
                message = f"a quotation must have at most {limits.largest_quotation} words"
                hint = f"it has {len(words.split())}: quote less of it"
                yield Finding(statement.place_of(words), message, hint)
    shown = find_shown(pages, library)
    for source_id, count in sorted(count_shown(shown).items()):
        limit = int(limits.largest_share * library.sources[source_id].article.body_words)
        if count > limit:
            longest = max(
                (item for item in shown if item.source_id == source_id and item.statement),
                key=lambda item: len(item.words),
                default=None,
            )
            place = Place(library.sources[source_id].yaml.path)
            if longest and longest.statement:
                place = longest.statement.place_of(longest.quotation)
            message = (
                f"at most {limit} words of {source_id} may be shown on the site "
                f"({limits.largest_share:.0%} of its body); {count} are"
            )
            hint = "shorten this quotation, the longest of it, or others: /evidence/ counts them"
            yield Finding(place, message, hint)

"""Check: who does what, and who says what, is who does and says it in the source."""

from collections.abc import Iterator

from build_tools.checks.belonging import (
    find_wrong_destinations,
    find_wrong_namings,
    find_wrong_owners,
    find_wrong_places,
    find_wrong_possessors,
    find_wrong_titles,
)
from build_tools.checks.calling import find_unknown_callers
from build_tools.checks.check import statement_check
from build_tools.checks.documents import find_wrong_documents, find_wrong_makers
from build_tools.checks.doing import (
    find_twice,
    find_wrong_doers,
)
from build_tools.checks.exchanged import find_exchanged
from build_tools.checks.having import find_not_yet_theirs
from build_tools.checks.meeting import find_with_oneself, find_wrong_parties, find_wrong_topics
from build_tools.checks.passive import find_other_agents, find_wrong_losers
from build_tools.checks.receiving import (
    find_wrong_receivers,
    find_wrong_ties,
)
from build_tools.checks.speaking import (
    find_wrong_givers,
    find_wrong_offices,
    find_wrong_speakers,
    find_wrong_tellers,
    find_wrongly_told,
)
from build_tools.checks.subject import with_subject
from build_tools.checks.succession import find_turned_successions
from build_tools.pages.statements import Statement
from build_tools.problems import Finding, Place
from build_tools.sources.cast import find_casts
from build_tools.sources.library import Library


@statement_check(
    code="party",
    fix="Look in the cited paragraph who did or said it, to whom, and on whose side.",
    fails="Ulvholt congratulated Verelin on taking office, Osten reported [@osten-2019, para. 4].",
    passes="Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4].",
    waivable=True,
)
def check_party(statement: Statement, library: Library) -> Iterator[Finding]:
    """Who does, says or holds something must be who does, says or holds it in the source."""
    passages = library.passages(statement.citations)
    if statement.states_absence or not passages:
        return
    sources = library.cited_sources(statement.citations)
    cast = find_casts(sources)
    statement = with_subject(statement, library.names, cast)
    # Of one name the first that is wrong is enough.
    seen: set[Place] = set()
    for word, message, hint in (
        *find_wrong_doers(statement, library, cast),
        *find_exchanged(statement, library, cast),
        *find_other_agents(statement, library, cast),
        *find_wrong_losers(statement, library),
        *find_unknown_callers(statement, library, cast),
        *find_with_oneself(statement, library, cast),
        *find_wrong_parties(statement, library, cast),
        *find_wrong_topics(statement, library, cast),
        *find_wrong_receivers(statement, library, cast),
        *find_not_yet_theirs(statement, library),
        *find_wrong_ties(statement, library),
        *find_wrong_speakers(statement, library, cast),
        *find_wrong_givers(statement, passages, library, cast),
        *find_wrong_owners(statement, passages, library),
        *find_wrong_destinations(statement, passages, library),
        *find_wrong_places(statement, passages, library),
        *find_wrong_titles(statement, library, cast),
        *find_twice(statement, passages, library),
        *find_wrong_offices(statement, library),
        *find_wrong_tellers(statement, library, cast),
        *find_wrongly_told(statement, library),
        *find_turned_successions(statement, library),
        *find_wrong_namings(statement, library),
        *find_wrong_possessors(statement, library),
        *find_wrong_documents(statement, library),
        *find_wrong_makers(statement, library),
    ):
        if (place := statement.place_of(word)) not in seen:
            seen.add(place)
            yield Finding(place, message, hint)

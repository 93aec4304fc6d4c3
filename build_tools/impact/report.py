"""All that a new source could change, as text: what it could make false comes first."""

from build_tools.impact.absences import in_no_article, in_no_partner
from build_tools.impact.additions import additions
from build_tools.impact.contradictions import contradictions
from build_tools.impact.denials import denials
from build_tools.impact.items import Section
from build_tools.impact.likeness import Likeness
from build_tools.impact.matrices import matrices
from build_tools.impact.newcomer import Newcomer
from build_tools.impact.people import people
from build_tools.impact.places import places
from build_tools.impact.reports import on_reports
from build_tools.ledger import Ledger
from build_tools.sources.library import Source
from build_tools.templating import render

# Of what may be added, so much is read; the most telling comes first.
_MOST_ADDITIONS = 6


def describe_impact(ledger: Ledger, source: Source) -> str:
    """Return what to read again on the pages because of a source; what cites it is left out."""
    new = Newcomer(source, ledger)
    sections = find_impact(new)
    return render(
        "impact.txt.j2",
        source=source,
        partners=tuple(new.partners),
        sections=[section for section in sections if section.listed],
    )


def find_impact(new: Newcomer) -> tuple[Section, ...]:
    """Return what a new source could make false, contradict and add to, in this order."""
    likeness = Likeness.of(new.ledger.library)
    page_of_people, missing = people(new)
    contradicted = contradictions(new, likeness)
    said = {item.reading for item in contradicted}
    added = tuple(item for item in additions(new, likeness) if item.reading not in said)
    shown = added[:_MOST_ADDITIONS]
    return (
        Section("Made false: said to be in no article, and in this one", in_no_article(new)),
        Section("Perhaps made false: said of the reports as such", on_reports(new, likeness)),
        Section("Perhaps contradicted: another number, date or person", contradicted),
        Section("Perhaps denied: by one of the two alone", denials(new, likeness)),
        Section("Add to: in no other report of the event, and in this one", in_no_partner(new)),
        Section("Add to: matrices that compare reports of the event", matrices(new, likeness)),
        Section(f"Add to: people who are not on {page_of_people}", missing),
        Section("Add to: places that are on no page", places(new)),
        Section("Add to: statements on the event, or nothing yet", shown, len(added) - len(shown)),
    )

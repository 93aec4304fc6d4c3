"""Every code that a problem can have, with its rule: of the checks, and of what is read."""

from dataclasses import dataclass
from typing import Any

from build_tools.checks.check import Check
from build_tools.checks.registry import PAGE_CHECKS, SITE_CHECKS, STATEMENT_CHECKS


@dataclass(frozen=True)
class Rule:
    """What must hold, how to fix it where it does not, and an example of either."""

    code: str
    rule: str
    fix: str
    fails: str
    passes: str
    waivable: bool = False


_INPUT_RULES = (
    Rule(
        "citation",
        "A citation must be well formed, give paragraphs as its locator, and stand in no heading "
        "and no link.",
        "Write the id, the paragraphs and, where you rely on them, the exact words.",
        "Kestrian sailors seized the bell, Osten reported [@osten-2019, p. 6].",
        "Kestrian sailors seized the bell, Osten reported "
        '[@osten-2019, para. 6, "seized by Kestrian sailors"].',
    ),
    Rule(
        "waiver",
        "A waiver must name a code to waive, stand at its statement and take a problem away.",
        "Put it after the citation on the same line, with a reason, or take it out.",
        "It lasted 35 minutes, Osten wrote [@osten-2019, para. 2]. <!-- waive quotation: why -->",
        "It lasted 35 minutes, Osten wrote [@osten-2019, para. 2].",
    ),
    Rule(
        "markup",
        "A page must show readers the text that the checks read, and no other.",
        "Write it in plain Markdown, without raw HTML, hidden or set-off text.",
        "The call lasted <del>not</del> 35 minutes, Osten reported [@osten-2019, para. 2].",
        "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
    ),
    Rule(
        "link",
        "A link within the site must lead to a page, a file or a place that is there.",
        "Give the path of the page's file from the folder of this one, and the id of a heading "
        "after #: its words in small letters, joined by hyphens.",
        "What else they discussed is on [a page of its own](talk/index.md).\n{: .no-claim }",
        "What else they discussed is on [a page of its own](talks/index.md).\n{: .no-claim }",
    ),
    Rule(
        "front-matter",
        "The front matter of a page must have known keys with valid values.",
        "Copy the head of docs/index.md and change its values.",
        "---\ntitel: The bell\n---",
        "---\ntitle: The bell\n---",
    ),
    Rule(
        "block",
        "A fenced block of YAML must have the keys of its kind, and what they lead to must exist.",
        "Copy the example of its kind from the page Contributing; put it at the margin; close it.",
        '```passage\ncite: "[@harbour-post-2015, para. 4]"\nfrom: I am impatient\n'
        "speaker: Danica Revnik\n```",
        '```passage\ncite: "[@harbour-post-2015, para. 4]"\nfrom: I am patient\n'
        "speaker: Danica Revnik\n```",
    ),
    Rule(
        "event",
        "Each value of an event must be said by the cited words beside it.",
        "Say it in `stated` with the words of `is`, or correct `is`.",
        "length:\n  is: 53\n  stated: It lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
        "length:\n  is: 35\n  stated: It lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
    ),
    Rule(
        "record",
        "A source must be a text and a record, and the record complete and true to the text.",
        "Copy the key from seeds/TEMPLATE.yml; restore a text that was edited.",
        "langauge: en",
        "language: en",
    ),
    Rule(
        "guess",
        "Nothing in a record may be a guess that no person has confirmed, nor a line in a class "
        "that its words speak against, nor a day other than the text gives.",
        "Compare it with the text, correct the record, and take the line out of `to-confirm`; or "
        "say under `sure` why the class is right.",
        'to-confirm:\n  issued: "found in the address of the page"',
        "issued: 2019-05-17",
    ),
    Rule(
        "names",
        "The file of names must have known keys, each with lists of the forms of a name.",
        "Follow the comments at the head of docs/_data/names.yml.",
        "peple:\n  - [Danica Revnik, Revnik]",
        "people:\n  - [Danica Revnik, Revnik]",
    ),
    Rule(
        "measurements",
        "The tables of what the checks catch must be as `make measure` wrote them.",
        "Run `make measure`; do not edit docs/_data/altered-facts.yml or "
        "docs/_data/measured-statements.yml by hand.",
        "date: 2026-11-27\ncommit: 5b08b18\n"
        "kinds:\n- {kind: a number, made: 60, caught: 61, surfaced: 60}",
        "date: 2026-11-27\ncommit: 5b08b18\n"
        "kinds:\n- {kind: a number, made: 60, caught: 60, surfaced: 60}",
    ),
    Rule(
        "counted-words",
        "The file of counted words must give each term its forms.",
        "Follow the comments at the head of docs/_data/counted-words.yml.",
        "names:\n  - term: Harbour Bell",
        "names:\n  - term: Harbour Bell\n    forms: [Harbour Bell]",
    ),
    Rule(
        "changes",
        "Each page must have the day of its publication, and each dated change be complete, and of "
        "a page that is there.",
        "Follow the other files of docs/_data/changes/.",
        "changes:\n  - {date: 22 November 2026, kind: page, page: bell.md}",
        "changes:\n  - date: 2026-11-22\n    kind: page\n    page: bell.md\n"
        "    title: The bell\n    summary: Whose bell it is, and why it has not been returned.",
    ),
    Rule(
        "background",
        "Each fact from outside the articles must have an id of its own, a date, its text, which "
        "cites no article, and a document to look for.",
        "Follow the other entries of docs/_data/background.yml.",
        "facts:\n  - {id: sollin-1923, when: 1923, fact: The Treaty of Sollin was signed.}",
        "facts:\n  - id: sollin-1923\n    when: 1923\n    fact: The Treaty of Sollin was signed.\n"
        '    look-for:\n      - name: "Treaty of Sollin, 2 May 1923"',
    ),
    Rule(
        "search-words",
        "Words by which a page is looked for must be those of a page that is there.",
        "Follow the other lines of docs/_data/search-words.yml.",
        "words:\n  bel.md: [chime]",
        "words:\n  bell.md: [chime]",
    ),
    Rule(
        "editions",
        "A statement or a page that the newest edition has and that is gone must be said with the "
        "address that it had, the day, its text and the reason.",
        "Paste the entry of the hint into docs/_data/gone.yml, and give the reason. Leave "
        "docs/_data/editions.yml and the archives in editions/ as they were written.",
        "gone:\n  - {statement: bell.md, date: 2026-12-02}",
        "gone:\n  - statement: bell.md#s-0123abcd\n    date: 2026-12-02\n"
        "    text: The bell was cast in 1645.\n    reason: The article has 1644.",
    ),
    Rule(
        "yaml",
        "YAML must parse, and give each key once.",
        "Put a value with a colon or a quotation mark in quotation marks, in single ones where it "
        "has double ones itself; take a second key out.",
        "title: The bell: a quarrel",
        'title: "The bell: a quarrel"',
    ),
    Rule(
        "published",
        "Each file that is published must be a page, or an asset of a kind that holds no text.",
        "Delete it, or name it under exclude_docs in mkdocs.yml.",
        "docs/bell.md.orig",
        "docs/bell.md",
    ),
    Rule(
        "nav",
        "Each page must be in the navigation, if mkdocs.yml has one.",
        "Paste the line of the hint under nav in mkdocs.yml. A draft goes below docs/_drafts.",
        "nav:\n  - Home: index.md",
        "nav:\n  - Home: index.md\n  - The talks: talks.md",
    ),
    Rule(
        "config",
        "mkdocs.yml must parse and list the extension that reads citations.",
        "List build_tools.markdown_extension under markdown_extensions.",
        "markdown_extensions:\n  - admonition",
        "markdown_extensions:\n  - admonition\n  - build_tools.markdown_extension",
    ),
)


def rule_of(check: Check[Any]) -> Rule:
    """Return the rule that a check holds to."""
    return Rule(check.code, check.rule, check.fix, check.fails, check.passes, check.waivable)


CHECKS: tuple[Check[Any], ...] = (*STATEMENT_CHECKS, *PAGE_CHECKS, *SITE_CHECKS)
# Checks first, in the order in which they run.
RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        *map(rule_of, CHECKS),
        *_INPUT_RULES,
    )
}

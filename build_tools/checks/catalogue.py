"""Every code that a problem can have, with its rule: of the checks, and of what is read."""

from dataclasses import dataclass
from typing import Any

from build_tools.checks.check import Check
from build_tools.checks.registry import PAGE_CHECKS, SITE_CHECKS, STATEMENT_CHECKS


@dataclass(frozen=True)
class Rule:
    """What must hold, how to mend it where it does not, and an example of either."""

    code: str
    rule: str
    mend: str
    fails: str
    passes: str
    waivable: bool = False


_INPUT_RULES = (
    Rule(
        "citation",
        "A citation must be well formed, and give paragraphs as its locator.",
        "Write the id, the paragraphs and, where you rely on them, the exact words.",
        "Two islands would go to Japan, Nikkei Asia reported [@nikkei-2020, p. 5].",
        "Two islands would go to Japan, Nikkei Asia reported "
        '[@nikkei-2020, para. 5, "two of the four islands"].',
    ),
    Rule(
        "waiver",
        "A waiver must name a code to waive, stand at its statement and take a problem away.",
        "Put it behind the citation on the same line, with a reason, or take it out.",
        "The call lasted 20 minutes [@nikkei-2020, para. 3]. <!-- waive quotation: no words -->",
        "The call lasted 20 minutes [@nikkei-2020, para. 3].",
    ),
    Rule(
        "markup",
        "A page must show readers the text that the checks read, and no other.",
        "Write it in plain Markdown, without raw HTML, hidden or set-off text.",
        "The call lasted <del>not</del> 20 minutes, Nikkei Asia said [@nikkei-2020, para. 3].",
        "The call lasted 20 minutes, Nikkei Asia said [@nikkei-2020, para. 3].",
    ),
    Rule(
        "front-matter",
        "The front matter of a page must have known keys with valid values.",
        "Copy the head of docs/index.md and change its values.",
        "---\ntitel: The dispute\n---",
        "---\ntitle: The dispute\n---",
    ),
    Rule(
        "block",
        "A fenced block of YAML must have the keys of its kind, and what they lead to must exist.",
        "Copy the example of its kind from CONTRIBUTING.md; put it at the margin, and close it.",
        '```passage\ncite: "[@nikkei-2020, para. 3]"\nfrom: to shut the books\n'
        "speaker: Yoshihide Suga\n```",
        '```passage\ncite: "[@nikkei-2020, para. 3]"\nfrom: to close the books\n'
        "speaker: Yoshihide Suga\n```",
    ),
    Rule(
        "event",
        "Each value of an event must be said by the cited words beside it.",
        "Say it in `stated` with the words of `is`, or correct `is`.",
        "length:\n  is: 25\n  stated: It lasted 20 minutes [@nikkei-2020, para. 3].",
        "length:\n  is: 20\n  stated: It lasted 20 minutes [@nikkei-2020, para. 3].",
    ),
    Rule(
        "record",
        "A source must be a text and a record, and the record complete and true to the text.",
        "Copy the key from seeds/TEMPLATE.yml; restore a text that was edited.",
        "langauge: en",
        "language: en",
    ),
    Rule(
        "names",
        "The file of names must have known keys, each with lists of the forms of a name.",
        "Follow the comments at the head of docs/_data/names.yml.",
        "peple:\n  - [Shinzo Abe, Abe]",
        "people:\n  - [Shinzo Abe, Abe]",
    ),
    Rule(
        "tamper",
        "The report of the tamper test must be as that test has written it.",
        "Run `make golden`; do not edit docs/_data/tamper.yml by hand.",
        "kinds:\n- {kind: a number, made: 0, caught: 0, bar: 0.98}",
        "kinds:\n- {kind: a number, made: 60, caught: 60, bar: 0.98}",
    ),
    Rule(
        "counted-words",
        "The file of counted words must give each term its forms.",
        "Follow the comments at the head of docs/_data/counted-words.yml.",
        "names:\n  - term: Northern Territories",
        "names:\n  - term: Northern Territories\n    forms: [Northern Territories]",
    ),
    Rule(
        "changes",
        "Each page must have the day of its publication, and each dated change be complete, and of "
        "a page that is there.",
        "Follow the other entries of docs/_data/changes.yml.",
        "changes:\n  - {date: 22 November 2026, kind: page, page: dispute.md}",
        "changes:\n  - date: 2026-11-22\n    kind: page\n    page: dispute.md\n"
        "    title: The dispute\n    summary: What is disputed, and why there is no treaty.",
    ),
    Rule(
        "yaml",
        "YAML must parse, and give each key once.",
        "Put a value with a colon or a quotation mark in quotation marks, in single ones where it "
        "has double ones itself; take a second key out.",
        "title: Islands: the dispute",
        'title: "Islands: the dispute"',
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
    return Rule(check.code, check.rule, check.mend, check.fails, check.passes, check.waivable)


CHECKS: tuple[Check[Any], ...] = (*STATEMENT_CHECKS, *PAGE_CHECKS, *SITE_CHECKS)
# Checks first, in the order in which they run.
RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        *map(rule_of, CHECKS),
        *_INPUT_RULES,
    )
}

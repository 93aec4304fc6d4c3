"""A statement judged by its own lines is judged as it is on its page."""

import pytest
from fixture_types import ReadPage

from build_tools.checks import waivers
from build_tools.checks.waivers import judge
from build_tools.editor.judging import judge_alone
from build_tools.ledger import Ledger
from build_tools.sources.library import Library

WRONG = """---
title: "A page"
description: "What is wrong stands on several lines."
---

# A page

The call lasted 35 minutes, Osten
reported [@osten-2019, para. 2]. Then it
lasted 53 minutes, Milena Dorsch told it [@osten-2019, para. 2]. <!-- waive name: so -->

- It was "taken by Kestrian sailors", Osten wrote
  [@osten-2019, para. 6; @ostn-2019, para. 2].
- Dorsch wrote a letter, Osten reported [@osten-2019, para. 4]. <!-- waive degree: none -->

```passage
cite: "[@osten-2019, para. 3]"
from: I told the prime minister
speaker: Tovan Verelin
occasion: to 70 reporters in Lindhaven
```
"""


def test_what_is_found_is_the_same_at_the_same_places(
    read_page: ReadPage, library: Library
) -> None:
    statements = read_page(WRONG).statements
    found = [judge(statement, library) for statement in statements]
    assert [judge_alone(statement, library) for statement in statements] == found
    assert sum(len(standing) for standing, _ in found) > 4
    assert any(waived for _, waived in found)


def test_whole_pages_are_judged_alike(manuscript: Ledger) -> None:
    for entry in manuscript.entries:
        assert judge_alone(entry.statement, manuscript.library) == (
            entry.problems,
            entry.waived,
        )


def test_an_edit_above_has_nothing_judged_anew(
    read_page: ReadPage, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [judge_alone(it, library) for it in read_page(WRONG).statements]
    moved = read_page(WRONG.replace("# A page\n", "# A page\n\nMore.\n{: .no-claim }\n")).statements

    def judged_anew(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(waivers, "check_statement", judged_anew)
    after = [judge_alone(it, library) for it in moved]
    lines = [[p.place.line for p in standing] for standing, _ in before]
    assert [[p.place.line - 3 for p in standing] for standing, _ in after] == lines

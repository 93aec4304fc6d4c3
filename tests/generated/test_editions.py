"""What a page says of the statements that it has no longer."""

from dataclasses import replace

import pytest
from project import KIT

from build_tools.files.data_files import SiteData
from build_tools.generated.editions import gone_statements
from build_tools.ledger import Ledger
from build_tools.site_data.editions import GONE, Gone, WhatIsGone

OLD, OLDER = "index.md#s-00000001", "index.md#s-00000002"


def gone(statement: str, now: str | None) -> Gone:
    return Gone(statement=statement, date="2026-12-02", text="It was.", reason="No.", now=now)


@pytest.mark.parametrize(
    ("links", "leads_on"),
    [
        ({OLD: "NOW"}, True),
        # What took its place went in its turn.
        ({OLDER: OLD, OLD: "NOW"}, True),
        ({OLDER: OLD, OLD: OLDER}, False),
        ({OLDER: OLD, OLD: None}, False),
        ({OLDER: "index.md#s-99999999"}, False),
    ],
)
def test_what_is_gone_leads_to_what_is_there_now(
    manuscript: Ledger, links: dict[str, str | None], leads_on: bool
) -> None:
    [first, *_] = manuscript.entries
    there = f"{first.page.uri}#{first.statement.id}"
    entries = tuple(gone(old, there if now == "NOW" else now) for old, now in links.items())
    data = SiteData({GONE.path: WhatIsGone(entries)})
    found = gone_statements(replace(manuscript, kit=replace(KIT, data=data)), "index.md")
    assert [it.id for it in found] == [entry.id for entry in entries]
    leading = (first.page.uri, first.statement.id) if leads_on else ("", "")
    assert {it.now for it in found} == {leading}

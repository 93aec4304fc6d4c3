"""Shares of work, and the manuscript read in shares."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from project import CONFIG

from build_tools.ledger import Ledger
from build_tools.manuscript import read
from build_tools.manuscript.parallel import in_shares
from build_tools.manuscript.read import read_manuscript


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("processes", [1, 2, 3, 9])
@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_every_item_is_worked_on_once(processes: int, count: int) -> None:
    results = in_shares(doubled, range(count), processes)
    found = sorted(number for result in results for number in result)
    assert found == [2 * number for number in range(count)]


def test_each_share_has_a_process_of_its_own() -> None:
    mine, other = in_shares(lambda _: os.getpid(), [0, 1], 2)
    assert mine == os.getpid() != other


def test_an_error_shows_where_the_work_was_asked_for() -> None:
    def fails(numbers: Sequence[int]) -> int:
        if 1 in numbers:
            raise ValueError("one")
        return len(numbers)

    with pytest.raises(ValueError, match="one"):
        in_shares(fails, [0, 1], 2)


def test_a_share_whose_process_dies_is_done_here() -> None:
    here = os.getpid()

    def dies_elsewhere(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(1)
        return list(numbers)

    assert in_shares(dies_elsewhere, [0, 1], 2) == [[0], [1]]


def test_no_page_is_read_twice(manuscript: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[Path] = []
    read_page = read._read_page

    def noted(path: Path, *args: Any) -> None:
        here.append(path)
        read_page(path, *args)

    monkeypatch.setattr(read, "_read_page", noted)
    read_manuscript(CONFIG, manuscript.library, processes=2)
    # The others were read in the other process, which sent what it found.
    assert 0 < len(here) < len(manuscript.pages)


def test_what_is_found_does_not_depend_on_the_number_of_processes(manuscript: Ledger) -> None:
    shared = read_manuscript(CONFIG, manuscript.library, processes=2)
    assert list(shared.pages) == list(manuscript.pages)
    assert [e.statement for e in shared.entries] == [e.statement for e in manuscript.entries]
    assert shared.findings == manuscript.findings

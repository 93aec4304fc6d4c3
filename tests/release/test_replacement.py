"""Whenever a build ends, what it was to replace is there, whole: the old or the new."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from release.kills import FILES, build_version, in_another_process, kill_builds, versions_in

from build_tools.release.replacement import WORKSHOP, TargetError, replace_when_built

KILLS = 200


def site_of(version: str) -> Callable[[Path], bool]:
    """Return what builds a site whose files all hold one version."""
    return partial(build_version, version=version)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of version 0, well built."""
    assert replace_when_built(tmp_path / "site", site_of("0"))
    return tmp_path / "site"


def test_a_good_build_takes_the_place_of_the_last(site: Path) -> None:
    assert replace_when_built(site, site_of("1"))
    assert versions_in(site) == ["1"] * FILES
    assert [path.name for path in (site.parent / WORKSHOP).iterdir()] in ([], ["lock"])


def test_a_build_that_fails_changes_nothing(site: Path) -> None:
    def fails(folder: Path) -> bool:
        site_of("1")(folder)
        return False

    assert not replace_when_built(site, fails)
    assert versions_in(site) == ["0"] * FILES


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_a_build_that_is_interrupted_changes_nothing(
    site: Path, error: type[BaseException]
) -> None:
    def interrupted(folder: Path) -> bool:
        site_of("1")(folder)
        raise error

    with pytest.raises(error):
        replace_when_built(site, interrupted)
    assert versions_in(site) == ["0"] * FILES


def test_whenever_a_build_is_killed_the_next_one_finds_a_whole_site(site: Path) -> None:
    found = kill_builds(site, KILLS)
    # Some were killed before the new site was in place, others after.
    assert found.keys() == {"as before", "new"}


def test_when_one_of_two_builds_is_killed_the_other_succeeds(site: Path) -> None:
    assert kill_builds(site, KILLS // 4, at_once=2) == {"new": KILLS // 4}


def test_a_site_left_between_two_renames_is_put_back(site: Path) -> None:
    aside = site.parent / WORKSHOP / "of-a-killed-build/old/site"
    aside.parent.mkdir(parents=True)
    site.rename(aside)
    assert not replace_when_built(site.with_name("site.zip"), lambda _: False)
    assert versions_in(site) == ["0"] * FILES


def test_of_two_builds_at_once_one_waits_and_both_succeed(site: Path) -> None:
    waited = site.parent / "waited"

    def slow(folder: Path) -> bool:
        time.sleep(0.3)
        return site_of("1")(folder)

    first = in_another_process(lambda: replace_when_built(site, slow))
    time.sleep(0.1)
    second = in_another_process(lambda: replace_when_built(site, site_of("2"), waited.touch))
    for child in (first, second):
        assert os.waitpid(child, 0)[1] == 0
    assert waited.exists()
    assert versions_in(site) == ["2"] * FILES


def test_a_link_is_neither_followed_nor_replaced(site: Path) -> None:
    link = site.with_name("link")
    link.symlink_to(site)
    with pytest.raises(TargetError, match="link must be a plain file or folder; it is a link"):
        replace_when_built(link, site_of("1"))
    assert link.is_symlink()
    assert versions_in(site) == ["0"] * FILES


def test_a_place_where_a_disk_is_mounted_is_left_alone() -> None:
    with pytest.raises(TargetError, match="it is where a disk is mounted"):
        replace_when_built(Path("/"), site_of("1"))


def test_a_file_is_replaced_like_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "site.zip"
    for text in ("old", "new"):
        assert replace_when_built(archive, lambda path, text=text: bool(path.write_text(text)))  # type: ignore[misc]
        assert archive.read_text() == text

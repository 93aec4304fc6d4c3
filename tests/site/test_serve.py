"""`mkdocs serve` shows each edit of content or templates without a restart, and outlives faults.

The small project is served, with all that builds this site: each edit is a build.
"""

import gzip
import hashlib
import os
import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from preview_server import PATIENCE, Server
from project import Project, copy_small_site

HOME = "docs/index.md"
CALL, CALL_PAGE = "docs/talks/verelin-ulvholt-2019.md", "talks/verelin-ulvholt-2019/"
RECORD, RECORD_PAGE = "seeds/osten-2019.yml", "sources/osten-2019/"
# Seconds from an edit to its being served, where nothing else runs. On a slow or busy machine the
# bar is the time of a clean build, which an edit must always beat.
LONGEST_WAIT, TRIES = 2, 3
# What the server adds to each page, and a preview to each note.
ADDED = re.compile(
    rb"<script>\s*var livereload = .*?</script>| <span class=\"note__whole\">.*?</span>", re.DOTALL
)
# What only a published page has, since the server's own script could not run under it.
POLICY = re.compile(
    rb"<meta http-equiv=\"Content-Security-Policy\"[^>]*><meta name=\"referrer\"[^>]*>"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    server = Server(copy_small_site(folder / "project"), folder / "log.txt")
    try:
        server.wait_for("</html>", patience=60)
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")
def clean_build(server: Server, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a build from the command line takes, here and now."""
    start = time.monotonic()
    server.project.run("mkdocs", "build", "--site-dir", str(tmp_path_factory.mktemp("clean")))
    return time.monotonic() - start


@pytest.fixture(autouse=True)
def as_it_was(server: Server) -> Iterator[None]:
    """Put every file back after each test, so that each starts from a clean project."""
    # The file watcher compares times: an edit within the clock's tick of a build is not seen.
    before = files_of(server.project)
    yield
    for path in files_of(server.project).keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        if path.read_bytes() != data:
            path.write_bytes(data)


def files_of(project: Project) -> dict[Path, bytes]:
    paths = (path for path in project.root.rglob("*") if path.suffix != ".pyc")
    return {path: path.read_bytes() for path in paths if path.is_file()}


# What people edit: a file, what is put in for what, and the page on which it shows.
EDITED = {
    "a page": (HOME, "\n# ", "\n# {}: ", ""),
    "a record": (RECORD, "publisher: Osten", "publisher: {} Osten", RECORD_PAGE),
    "an original": ("seeds/harbour-post-2015.txt", "Danica", "{}", ""),
    "a data file": ("docs/_data/timeline.yml", "stated: The", "stated: {} The", "timeline/"),
    "a template": ("build_tools/templates/notes.html.j2", "</section>", "<p>{}</p></section>", ""),
    "a template of the theme": (
        "overrides/main.html",
        "The story in the news articles",
        "{}: the articles behind",
        CALL_PAGE,
    ),
}


@pytest.mark.parametrize("what", EDITED)
def test_an_edit_is_served_soon(server: Server, clean_build: float, what: str) -> None:
    path, old, new, shown_on = EDITED[what]
    before, shown = server.project.text(path), f"Edit of {what}"
    assert old in before
    edited = before.replace(old, new.replace("{}", shown, 1), 1)
    if what == "an original":  # Its words are shown nowhere; that it has changed is.
        shown = hashlib.sha256(edited.encode()).hexdigest()
    waits: list[float] = []
    # The rebuild of what the test before put back may come first, and other processes run as well.
    while len(waits) < TRIES and min(waits, default=PATIENCE) >= max(LONGEST_WAIT, clean_build):
        start = time.monotonic()
        server.project.write(path, edited)
        server.wait_for(shown, shown_on, pause=0.02)
        waits.append(time.monotonic() - start)
        server.project.write(path, before)
        while shown in server.get(shown_on) and time.monotonic() - start < PATIENCE:
            time.sleep(0.1)
    print(f"from an edit of {what} to its being served: {waits} s")
    print(f"a clean build from the command line: {clean_build:.2f} s")
    assert min(waits) < max(LONGEST_WAIT, clean_build)


def unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def differences(server: Server, site: Path) -> list[str]:
    """Name the files that are not served as they were built.

    What is packed is compared unpacked: the site map has the time of packing beside it.
    """
    paths = [path for path in sorted(site.rglob("*")) if path.is_file()]
    names = {path.relative_to(site).as_posix(): path for path in paths}
    assert names.pop("_headers", None), "the policy is in a file for hosts"
    return [
        name
        for name, path in names.items()
        if ADDED.sub(b"", unpacked(server.get_bytes(name)))
        != POLICY.sub(b"", unpacked(path.read_bytes()))
    ]


def assert_served_as_built(server: Server, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the project in another process; all that is served must be the same, to the byte."""
    monkeypatch.setenv("SITE_URL", server.url)
    done = server.project.run("mkdocs", "build", "--site-dir", str(site))
    assert done.returncode == 0, done.output
    start = time.monotonic()
    # A rebuild may be under way: that of what the test before put back.
    while (found := differences(server, site)) and time.monotonic() - start < PATIENCE:
        time.sleep(0.1)
    assert not found


def test_all_that_is_served_after_edits_of_a_page_is_what_a_clean_build_makes(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is said of an event in a head stands in blocks of other pages.
    server.project.change(CALL, "spoke by telephone", "spoke by the telephone")
    server.wait_for("spoke by the telephone", "timeline/")
    server.project.change(CALL, "35 minutes [@", "35 minutes with edited words [@")
    server.wait_for("with edited words", CALL_PAGE)
    # What shows statements of other pages is made anew as well.
    assert "with edited words" in server.get(RECORD_PAGE)
    assert "with edited words" in server.get("evidence.json")
    assert_served_as_built(server, tmp_path / "site", monkeypatch)


def test_all_that_is_served_after_edits_of_other_files_is_what_a_clean_build_makes(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = server.project
    project.change("build_tools/templates/notes.html.j2", "</section>", "<p>edited</p></section>")
    server.wait_for("<p>edited</p>")
    project.change("build_tools/templates/source.md.j2", "What this source", "What the source")
    server.wait_for("What the source", RECORD_PAGE)
    project.change(RECORD, "publisher: Osten News", "publisher: Edited News")
    server.wait_for("Edited News", RECORD_PAGE)
    project.change("mkdocs.yml", "Link to this section", "Link to the edited section")
    server.wait_for("Link to the edited section")
    project.change("mkdocs.yml", "Home: index.md", "Edited home: index.md")
    server.wait_for("Edited home")
    project.write("docs/more.md", "---\nclaims: none\n---\n# Added\n\nSee [home](index.md#none).\n")
    server.wait_for("Added", "more/")
    project.change(HOME, "\n# ", "\n# Edited: ")
    server.wait_for("Edited: ")
    assert_served_as_built(server, tmp_path / "site", monkeypatch)


def test_all_that_is_served_after_edits_of_heads_and_pages_removed_is_what_a_clean_build_makes(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = server.project
    project.change(CALL, "title: ", "title: Edited, ")
    # The title of a page stands in the navigation of others, and beside its statements.
    server.wait_for("Edited, ")
    assert "Edited, " in server.get("evidence/")
    project.change(CALL, "description: ", "description: Edited, ")
    server.wait_for('content="Edited, ', CALL_PAGE)
    page = project.root / "docs/more.md"
    page.write_text("---\nclaims: none\n---\n# Added\n")
    server.wait_for("Added", "more/")
    project.change(HOME, "\n# ", "\n# Edited: ")
    server.wait_for("Edited: ")
    assert "Added" in server.get("more/")
    assert "Added" in server.get("more")  # As a server of files, it leads to the folder.
    page.unlink()
    start = time.monotonic()
    while server.get("more/") and time.monotonic() - start < PATIENCE:
        time.sleep(0.1)
    assert not server.get("more/index.html")
    assert_served_as_built(server, tmp_path / "site", monkeypatch)


def test_every_page_is_there_while_the_site_is_built_again(server: Server) -> None:
    """Pages that come out as before are on no disk; what is asked for waits for the build."""
    home = server.project.text(HOME)
    for number in range(3):
        shown = f"Build {number}: "
        server.project.write(HOME, home.replace("\n# ", f"\n# {shown}", 1))
        start = time.monotonic()
        while shown not in server.get("") and time.monotonic() - start < PATIENCE:
            assert all("</html>" in server.get(page) for page in (CALL_PAGE, RECORD_PAGE, ""))
        assert "livereload(" in server.get(RECORD_PAGE)


def test_a_preview_shows_cited_paragraphs_in_full(server: Server) -> None:
    text = server.project.text("seeds/osten-2019.txt")
    paragraph = next(line for line in text.splitlines() if line.startswith("The conversation"))
    html = server.wait_for("note__whole", CALL_PAGE)
    shown = re.findall(r'<span class="note__whole">(.*?)</span>', html)
    assert f"In this preview alone, para. 2 in full: <q>{paragraph}</q>" in [
        unescape(one).replace("’", "'") for one in shown
    ]


def test_the_warnings_of_a_page_are_given_by_each_rebuild(server: Server) -> None:
    wrong = "[no page](none.md) and [no section](../index.md#none)"
    server.project.change(CALL, "\n# ", f"\n{wrong}\n{{: .no-claim }}\n\n# ")
    server.wait_for("no section", CALL_PAGE)
    home = server.project.text(HOME)
    for number in (1, 2):
        before = server.log.read_text()
        server.project.write(HOME, home.replace("\n# ", f"\n# Edit {number}: ", 1))
        server.wait_for(f"Edit {number}: ")
        given = server.log.read_text().removeprefix(before)
        assert "contains a link 'none.md'" in given
        assert "contains a link '../index.md#none'" in given


def test_broken_links_are_shown_on_their_page_until_they_lead_somewhere(server: Server) -> None:
    broken = "[one page](../more.md), [a place](../index.md#none) and [a source](../sources/no.md)"
    server.project.change(CALL, "\n# ", f"\n{broken}\n{{: .no-claim }}\n\n# ")
    html = unescape(server.wait_for("one page", CALL_PAGE))
    for target in ("../more.md", "#none", "../sources/no.md"):
        assert f"not to '{target}'" in html
    assert "not to '../more.md'" not in server.get("")
    server.project.write("docs/more.md", "---\nclaims: none\n---\n# Added\n")
    server.wait_for("Added", "more/")
    html = unescape(server.get(CALL_PAGE))
    assert "not to '../more.md'" not in html
    assert "not to '#none'" in html


def test_an_edit_of_an_original_is_shown_as_a_problem_on_every_page(server: Server) -> None:
    server.project.change("seeds/osten-2019.txt", "Ulvholt", "Ulvhold")
    server.wait_for("an original is never edited")
    server.wait_for("an original is never edited", "timeline/")


def test_bad_citations_are_shown_at_their_statements_and_the_server_goes_on(
    server: Server,
) -> None:
    home = server.project.text(HOME)
    wrong = {
        "source": "[@ostn-2019, para. 1]",
        "paragraph": "[@osten-2019, para. 99]",
        "citation": "[@osten-2019, p. 1]",
    }
    added = "\n\n".join(f"Osten reported it {citation}." for citation in wrong.values())
    server.project.write(HOME, f"{home}\n{added}\n\nThe last line.\n{{: .no-claim }}\n")
    server.wait_for("The last line.")
    # Of an original that the test before had edited nothing is told but that.
    htmls = [server.wait_for(f'<strong class="problem__code">{code}</strong>') for code in wrong]
    assert htmls[-1].count('class="problem"') >= len(wrong)
    server.project.write(HOME, f"{home}\nMended text.\n{{: .no-claim }}\n")
    assert "Osten reported it" not in server.wait_for("Mended text.")


def test_a_wrong_block_is_shown_in_its_place_and_mended(server: Server) -> None:
    home = server.project.text(HOME)
    yaml = 'cite: "[@osten-2019, para. 3]"\nfrom: have stayed for more\nspeaker: Tovan Verelin\n'
    wrong = f"```passage\n{yaml}```\n"
    around = "The text before.\n{{: .no-claim }}\n\n{}\nThe text behind.\n{{: .no-claim }}\n"
    server.project.write(HOME, f"{home}\n{around.format(wrong)}")
    html = server.wait_for("The text behind.")
    between = html[html.index("The text before.") : html.index("The text behind.")]
    assert '<strong class="problem__code">block</strong>' in between
    assert "have waited for more" in between
    line = home.count("\n") + 7
    assert f'<span class="problem__place">{HOME}:{line}:1</span>' in between
    mended = around.format(wrong.replace("stayed", "waited")).replace("behind", "mended")
    server.project.write(HOME, f"{home}\n{mended}")
    assert 'class="passage"' in server.wait_for("The text mended.")


def test_an_edit_of_the_timeline(server: Server) -> None:
    server.project.change("docs/_data/timeline.yml", "stated: The", "stated: Edited The")
    server.wait_for("Edited The", "timeline/")
    server.project.change("docs/_data/timeline.yml", "- when: 1911", "- when: 1911-13")
    html = server.wait_for('<strong class="problem__code">block</strong>', "timeline/")
    assert "docs/_data/timeline.yml:" in html


def test_a_record_that_cannot_be_read_and_is_mended(server: Server) -> None:
    server.project.change(RECORD, "title: ", "title: a: ")
    html = server.wait_for('class="source-problems"')
    assert "must parse" in html
    server.project.change(RECORD, "title: a: ", "title: ")
    start = time.monotonic()
    while 'class="source-problems"' in server.get("") and time.monotonic() - start < PATIENCE:
        time.sleep(0.1)
    assert "source-problems" not in server.wait_for("</html>")


def test_what_no_program_should_read_is_told_of_on_the_page(server: Server) -> None:
    docs = server.project.root / "docs"
    added = [docs / name for name in ("pipe.md", "latin.md", "nowhere.md", "a.svg")]
    pipe, latin, nowhere, device = added
    try:
        os.mkfifo(pipe)
        latin.write_bytes("Höhe".encode("latin-1"))
        nowhere.symlink_to("nothing.md")
        device.symlink_to("/dev/zero")
        server.project.change(HOME, "\n# ", "\n# Beside a pipe: ")
        server.wait_for("Beside a pipe")
        html = server.wait_for("docs/pipe.md:1:1", patience=30)
        assert [path.name for path in added if f"docs/{path.name}:1:1" not in html] == []
    finally:
        for path in added:
            path.unlink()
    server.project.change(HOME, "Beside a pipe", "Without a pipe")
    assert "docs/pipe.md" not in server.wait_for("Without a pipe")
    assert "Traceback" not in server.log.read_text()

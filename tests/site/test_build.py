"""What a build publishes, and what it refuses to; both by MkDocs and by the command line."""

import json
import re
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import ROOT, SITE_KIT, Project, copy_project, copy_small_site

from build_tools.__main__ import main
from build_tools.checks.registry import check_statement
from build_tools.cli.draft import write_draft
from build_tools.files.page_files import written_pages
from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import read_manuscript
from build_tools.pages.statements import Statement
from build_tools.problems import Place
from build_tools.site_data.measurements import ALTERED_FACTS
from build_tools.sources.library import Library, Source, load_library
from build_tools.syntax.fences import find_fences
from build_tools.text.folding import fold

PAGES = [path.relative_to(ROOT).as_posix() for path in written_pages(ROOT / "docs")]
SEED_RECORDS = [it for it in (ROOT / "seeds").glob("*.yml") if it.stem != "TEMPLATE"]
LONGEST_RUN = 25
REPOSITORY = "https://github.com/owner/name"
EDITIONS = f"""\
editions:
  - {{url: "https://old.example/", date: 2026-11-01, commit: {"a" * 40}, statements: 1, pages: []}}
  - url: https://site.example/editions/2026-11-26-bbbbbbb/
    date: 2026-11-26
    commit: {"b" * 40}
    statements: 2
    pages: [index.md, contacts/index.md, contacts/call.md, sources/index.md]
    new: [index.md#s-00000000, index.md#s-22222222]
    gone:
      - contacts/index.md#s-0123abcd
      - contacts/call.md#s-89abcdef
      - index.md#s-11111111
      - index.md#s-33333333
"""
GONE = """\
gone:
  - statement: contacts/index.md#s-0123abcd
    date: 2026-11-25
    text: Two & two are <five>.
    reason: They are four.
  - statement: index.md#s-33333333
    date: 2026-11-25
    text: They are three.
    reason: They are four.
    now: index.md#s-22222222
  - statement: contacts/call.md#s-89abcdef
    date: 2026-11-25
    text: They met.
pages:
  - page: contacts/call.md
    title: "A call: of *three* & <b>four"
    date: 2026-11-25
    reason: It told what two other pages tell.
    now: contacts/index.md
  # Both are there again.
  - {page: people.md, title: People, date: 2026-11-24, reason: Nobody read it.}
  - {page: evidence.md, title: Evidence, date: 2026-11-24, reason: Nobody read it.}
"""
LOCATOR = re.compile(r"@(?P<key>[\w-]+),?\s+\[?(?P<locator>paras?\. [\d, -]*\d)")


class Text(HTMLParser):
    """The text of a page, without what is in code, scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._silent += tag in ("code", "pre", "script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("code", "pre", "script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


@cache
def published(site: Path) -> tuple[tuple[str, str], ...]:
    """Return the text of every page, and of the search index, which is published as well."""
    pages = [
        (path.relative_to(site).as_posix(), "".join(Text(path.read_text("utf-8")).pieces))
        for path in sorted(site.rglob("*.html"))
    ]
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    found = [
        (f"search index of {document['location']}", "".join(Text(document["text"]).pieces))
        for document in index["docs"]
    ]
    return (*pages, *found)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text).text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


# The site as it is.


def test_every_page_is_built(built_site: Path) -> None:
    pages = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    for path in PAGES:
        below = path.removeprefix("docs/").removesuffix(".md")
        page = f"{below}.html" if below.endswith("index") else f"{below}/index.html"
        assert page in pages
    for path in (ROOT / "seeds").glob("*.txt"):
        assert f"sources/{path.stem}/index.html" in pages


def test_no_citation_is_left_as_it_was_written(built_site: Path, site_library: Library) -> None:
    """The second count: a citation that nothing read would stand in the page in its brackets."""
    ids = "|".join(map(re.escape, site_library.sources))
    for page, text in published(built_site):
        raw = re.search(rf"\[[^\]\n]{{0,40}}-?@\w|@(?:{ids})", text)
        assert raw is None, f"{page}: {raw and raw[0]}"


def test_no_article_is_republished(built_site: Path, site_library: Library) -> None:
    bodies = {
        source.id: runs(" ".join(p.text for p in source.article.paragraphs), LONGEST_RUN + 1)
        for source in site_library.sources.values()
    }
    assert all(bodies.values())
    for page, text in published(built_site):
        copied = runs(text, LONGEST_RUN + 1)
        for id_, body in bodies.items():
            assert not copied & body, f"{page} holds more than {LONGEST_RUN} words of {id_}"


def test_of_no_article_more_than_a_third_is_shown(
    built_site: Path, site_library: Library, site_manuscript: Ledger
) -> None:
    """What stands word for word in any file, in six words or more: quoted or not, once or often."""
    least, shown = 6, set[tuple[str, ...]]()
    pages = [text for _, text in published(built_site)]
    kinds = ("json", "xml", "txt", "yaml", "bib", "ris", "md", "csv", "jsonld")
    others = [path for kind in kinds for path in built_site.rglob(f"*.{kind}")]
    for text in [*pages, *(path.read_text("utf-8") for path in others)]:
        shown |= runs(text, least)
    cited = {
        passage.source.id
        for entry in site_manuscript.entries
        for passage in site_library.passages(entry.statement.citations)
    }
    for source in site_library.sources.values():
        count = whole = 0
        for paragraph in source.article.paragraphs:
            words = re.findall(r"\w+", paragraph.folded.text.lower())
            whole += len(words)
            starts = (i for i in range(len(words)) if tuple(words[i : i + least]) in shown)
            count += len({i for start in starts for i in range(start, start + least)})
        assert count <= whole / 3, f"{source.id}: {count} of {whole} words"
        # Of a source that no page cites nothing need be shown.
        assert count > 0 or source.id not in cited, source.id


def test_no_paragraph_stands_whole(built_site: Path, site_library: Library) -> None:
    paragraphs = [p for s in site_library.sources.values() for p in s.article.paragraphs]
    long = [words for p in paragraphs if len(words := p.folded.text.split()) > LONGEST_RUN]
    assert len(long) > len(paragraphs) / 2
    for page, text in published(built_site):
        folded = " ".join(fold(text).text.split())
        for words in long:
            assert " ".join(words) not in folded, page
        assert "In this preview alone" not in text, page


def test_a_link_to_several_paragraphs_leads_to_each(built_site: Path) -> None:
    links = [
        (unescape(note), original)
        for path in built_site.rglob("*.html")
        for note, original in re.findall(
            r'<li class="note__passage">(.*?)<a class="note__original" href="([^"]+)"',
            path.read_text("utf-8"),
            re.DOTALL,
        )
    ]
    several = [(note, original) for note, original in links if ", paras. " in note]
    assert several
    for note, original in several:
        assert original.count("text=") == note.count(" in context</a>") > 1


def test_no_sign_of_the_build_is_left(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search("[\ue000-\ue00b]|citation-group|citation-error|<code>@@", html), path
        assert 'class="problem"' not in html, path
        assert "data-words" not in html, path


def test_with_a_repository_every_page_can_be_edited_and_reported(
    project_with_edition: Project,
) -> None:
    edited = set()
    for path in sorted((project_with_edition.root / "site").rglob("index.html")):
        html = path.read_text("utf-8")
        [edit] = re.findall(r'<a href="([^"]*)" rel="edit">', html)
        file = edit.removeprefix(f"{REPOSITORY}/edit/main/")
        assert (ROOT / file).is_file(), f"{path}: {edit}"
        edited.add(file)
        assert f'href="{REPOSITORY}/issues/new?template=correction.yml&amp;title=' in html
        # The theme's own link would ask the host for its stars.
        assert 'data-md-component="source"' not in html
    assert set(PAGES) <= edited
    assert {path.relative_to(ROOT).as_posix() for path in SEED_RECORDS} <= edited
    html = project_with_edition.text("site/dispute/index.html")
    assert f'data-issue="{REPOSITORY}/issues/new?template=correction.yml&amp;title=' in html


def test_without_a_repository_nothing_leads_to_one(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search(r'rel="edit"|data-issue|class="md-source"', html), path


def test_a_head_with_dates_and_a_site_without_a_repository_build(small_site: Project) -> None:
    dates = "claims: none\ntitle: 2020-09-29\ndescription: 2020-09-30\n"
    small_site.change("docs/method.md", "claims: none\n", dates)
    small_site.change("mkdocs.yml", '  repository: !ENV [REPOSITORY_URL, ""]\n', "")
    done = small_site.run("mkdocs", "build")
    assert done.returncode == 0, done.output
    html = small_site.text("site/method/index.html")
    assert '"name":"2020-09-29"' in html
    assert 'content="2020-09-30"' in html
    assert ">Report a problem with this page<" in html


@pytest.mark.parametrize(
    ("page", "element"),
    [("who-reported-what", "coverage__text"), ("timeline", "timeline__what"), ("contacts", "td")],
)
def test_statements_in_blocks_are_found_from_their_paragraphs(
    project_with_edition: Project, page: str, element: str
) -> None:
    """Each link "rests on this paragraph" of a source lands at the statement in the block."""
    site = project_with_edition.root / "site"
    html = (site / page / "index.html").read_text("utf-8")
    kind = "td" if element == "td" else f'[a-z]+ class="{element}"'
    blocks = re.findall(rf"<{kind}[ >].*?</(?:div|p|td)>", html, re.DOTALL)
    ids = [id_ for block in blocks for id_ in re.findall(r'id="(s-[\w-]+)"', block)]
    assert ids
    linked = set()
    for path in (site / "sources").glob("*/index.html"):
        links = re.findall(rf'href="\.\./\.\./{page}/#(s-[\w-]+)"', path.read_text("utf-8"))
        linked |= set(links)
        # No link leads to an id that is not there.
        assert all(html.count(f'id="{id_}"') == 1 for id_ in links)
    evidence = json.loads((site / "evidence.json").read_text("utf-8"))["statements"]
    absences = {s["id"] for s in evidence if not any(c["paragraphs"] for c in s["citations"])}
    assert set(ids) - linked <= absences


def test_no_comment_of_a_draft_is_published(project_with_edition: Project) -> None:
    site = project_with_edition.root / "site"
    source = drafted_source()
    assert f"A draft on {source.id}" in project_with_edition.text("docs/contacts/index.md")
    text = (ROOT / f"seeds/{source.id}.txt").read_text("utf-8")
    republished = runs(text, LONGEST_RUN + 1)
    files = [it for it in site.rglob("*") if it.suffix in (".html", ".json", ".md", ".txt", ".xml")]
    assert len(files) > len(PAGES)
    for path in files:
        published_text = path.read_text("utf-8")
        assert "A draft on" not in published_text, path
        assert not runs(published_text, LONGEST_RUN + 1) & republished, path
    assert not list(site.rglob("*drafts*"))


def drafted_source() -> Source:
    """The longest article, of which a draft has the most words."""
    sources = load_library(ROOT / "seeds").sources.values()
    return max(sources, key=lambda source: len(source.article.lines))


@pytest.fixture(scope="module")
def project_with_edition(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site in a repository, with an edition, and what is gone since.

    The page has the comments of a draft as well, with all words of an article. It is only read, and
    is built from another folder, by a configuration that is named by its relative path.
    """
    copy = copy_project(tmp_path_factory.mktemp("blocks") / "project")
    page = "docs/contacts/index.md"
    source = drafted_source()
    draft = write_draft(load_site_config(copy.root), source, event=False).read_text("utf-8")
    comments = "\n\n".join(re.findall(r"<!--.*?-->", draft, re.DOTALL))
    copy.write(page, f"{copy.text(page)}\n\n{comments}\n")
    copy.write("docs/_data/editions.yml", EDITIONS)
    copy.write("docs/_data/gone.yml", GONE)
    elsewhere = copy.root / "../elsewhere"
    elsewhere.mkdir()
    variables = {"PYTHONPATH": str(copy.root), "REPOSITORY_URL": f"{REPOSITORY}.git"}
    done = Project(elsewhere, variables).run(
        "mkdocs", "build", "--strict", "-f", "../project/mkdocs.yml"
    )
    assert done.returncode == 0, done.output
    return copy


def test_a_page_leads_to_its_edition_and_says_what_is_gone(project_with_edition: Project) -> None:
    site = project_with_edition.root / "site"
    html = (site / "contacts/index.html").read_text("utf-8")
    assert 'href="https://site.example/editions/2026-11-26-bbbbbbb/contacts/">as it was on' in html
    [gone] = re.findall(r'<li id="s-0123abcd">(.*?)</li>', html, re.DOTALL)
    assert "“Two &amp; two are &lt;five&gt;.” Gone since 25 November 2026. They are four." in gone
    # The edition does not have this page.
    other = (site / "people/index.html").read_text("utf-8")
    assert "editions/2026-11-26" not in other
    assert "No longer stated here" not in other
    listed = "".join(Text((site / "editions/index.html").read_text("utf-8")).pieces)
    assert listed.index("26 November 2026") < listed.index("1 November 2026")
    _, counted, below = listed.partition("1 came, 1 changed and 3 went")
    assert counted
    changed, _, gone = below.partition("Changed")[2].partition("Gone")
    assert "“They are three.” They are four." in changed
    assert "“Two & two are <five>.” They are four." in gone
    assert "“They met.” It went with its page, A call: of *three* & <b>four." in gone
    assert "A call: of *three* & <b>four, 25 November 2026. It told what two other" in below


def test_a_page_of_an_edition_says_that_it_stays(
    project_with_edition: Project, tmp_path: Path
) -> None:
    root = project_with_edition.root
    edition = {"SITE_URL": "https://site.example/editions/2026-11-26-bbbbbbb/"}
    done = Project(root, {"PYTHONPATH": str(root), **edition}).run(
        "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")
    )
    assert done.returncode == 0, done.output
    html = (tmp_path / "site/contacts/index.html").read_text("utf-8")
    assert "This page stays as it was on 26 November 2026." in html
    assert "The page may change" not in html
    # The edition does not have this page.
    other = (tmp_path / "site/people/index.html").read_text("utf-8")
    assert "The page may change" in other


def test_the_address_of_a_page_that_is_gone_says_so(project_with_edition: Project) -> None:
    site = project_with_edition.root / "site"
    html = (site / "contacts/call/index.html").read_text("utf-8")
    assert '<h1 id="a-call-of-three-bfour">A call: of *three* &amp; &lt;b&gt;four' in html
    assert "<b>" not in html
    assert "This page was taken away on 25 November 2026. It told what two other pages" in html
    assert '<a href="../">What there is now</a>' in html
    [gone] = re.findall(r'<li id="s-89abcdef">(.*?)</li>', html, re.DOTALL)
    assert gone == "“They met.” Gone since 25 November 2026."
    assert 'href="https://site.example/editions/2026-11-26-bbbbbbb/contacts/call/">as it' in html
    assert re.search(r"<dt>Last change</dt>\s*<dd>25 November 2026</dd>", html)
    # It is in no menu, and no search finds it.
    assert "contacts/call/" not in (site / "contacts/index.html").read_text("utf-8")
    assert "contacts/call" not in (site / "search/search_index.json").read_text("utf-8")
    for there in ("people", "evidence"):
        assert "was taken away" not in (site / there / "index.html").read_text("utf-8")


# What is refused: one change of each kind, in one small project.


@pytest.fixture(scope="module")
def wrong_project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[str]]:
    """A project with five things wrong, and the start of the line that must say each."""
    project = copy_small_site(tmp_path_factory.mktemp("wrong") / "project")
    starts = []
    for page, code, old, new, at in (
        ("docs/index.md", "quotation", '"without teeth is', '"without tooth is', "without tooth"),
        ("docs/talks/holmvik-revnik-2015.md", "paragraph", "para. 11]", "para. 99]", "para. 99]"),
    ):
        line = project.change(page, old, new)
        column = project.text(page).split("\n")[line - 1].index(at) + 1
        starts.append(f"{page}:{line}:{column}: {code}: ")
    line = project.change("seeds/meridian-2019.yml", "language: en", "langauge: en")
    starts.append(f"seeds/meridian-2019.yml:{line}:1: record: ")
    # The other pages are built with what is left of the data.
    kinds = "kinds:\n- {kind: a number, made: 0, caught: 0}\n"
    project.write(f"docs/{ALTERED_FACTS.path}", kinds)
    starts.append("docs/_data/altered-facts.yml:2:20: measurements: 'kinds.0.made'")
    project.write("docs/_data/coastline.geojson", "{}")
    starts.append("docs/_data/coastline.geojson:1:1: coastline: ")
    return project, starts


@pytest.mark.parametrize(
    "command",
    [
        ("mkdocs", "build", "--strict"),
        ("properdocs", "build", "--strict"),
        ("build_tools", "check"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_stops_the_build(
    wrong_project: tuple[Project, list[str]], command: tuple[str, ...]
) -> None:
    project, starts = wrong_project
    done = project.run(*command)
    assert done.returncode == 1, done.output
    for start in starts:
        assert start in done.output
    assert "Traceback" not in done.output


def test_check_can_be_run_from_elsewhere(wrong_project: tuple[Project, list[str]]) -> None:
    project, starts = wrong_project
    below = replace(project, root=project.root / "docs")
    done = below.run("build_tools", "--root", "..", "check")
    assert done.returncode == 1
    assert all(start in done.output for start in starts)


def check(project: Project) -> Result:
    """Run `check`, as `python -m build_tools` does; it ends with a code, not a traceback."""
    done = CliRunner().invoke(main, ["--root", str(project.root), "check"])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def test_check_counts_what_it_has_read(small_project: Project) -> None:
    done = check(small_project)
    assert done.exit_code == 0, done.output
    # A run that read nothing must not look like one that passed.
    assert re.search(r"\b3 sources, 7 pages, [1-9]\d* statements, [1-9]\d* cita", done.output)


def test_wrong_usage_has_a_code_of_its_own(small_project: Project) -> None:
    done = small_project.run("build_tools", "chekc")
    assert done.returncode == 2
    assert "Usage: python -m build_tools" in done.output
    assert "Traceback" not in done.output


def test_check_says_what_is_wrong_with_any_file_all_at_once(small_project: Project) -> None:
    wrong = [
        ("docs/timeline.md", "title: ", "title: a: ", "docs/timeline.md:2:"),
        ("docs/corrections.md", "title: ", "titel: ", "docs/corrections.md:2:1: front-matter: "),
        ("seeds/meridian-2019.yml", "\nsha256: ", "\nsha256: 0", "seeds/meridian-2019.yml:"),
        ("seeds/osten-2019.txt", "Ulvholt", "Ulvhold", "seeds/osten-2019.yml:"),
    ]
    for path, old, new, _ in wrong:
        small_project.change(path, old, new)
    done = check(small_project)
    assert done.exit_code == 1, done.output
    assert [said for *_, said in wrong if said not in done.output] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("  - build_tools.markdown_extension\n", ""), ("site_name: ", "site_name: [")],
)
def test_check_refuses_a_configuration_that_would_check_nothing(
    small_project: Project, old: str, new: str
) -> None:
    small_project.change("mkdocs.yml", old, new)
    done = check(small_project)
    assert done.exit_code == 1, done.output
    assert re.match(r"mkdocs\.yml:\d+:\d+: config: ", done.output)


def test_a_host_that_hands_over_no_ledger_builds_no_page(small_site: Project) -> None:
    hooks = re.search(r"hooks:\n(?:  [-#] .*\n)+", small_site.text("mkdocs.yml"))
    assert hooks
    small_site.change("mkdocs.yml", hooks[0], "")
    done = small_site.run("mkdocs", "build")
    assert done.returncode == 1
    assert "build_tools.markdown_extension must have a ledger" in done.output
    assert not list((small_site.root / "site").rglob("*.html"))


# Every quotation and every locator of the real pages, one wrong at a time.


def codes(statement: Statement, library: Library) -> list[str]:
    return [problem.code for problem in check_statement(statement, library)]


def test_a_change_of_any_word_of_any_quotation_is_found(
    site_manuscript: Ledger, site_library: Library
) -> None:
    changed = 0
    for statement in (s for page in site_manuscript.pages.values() for s in page.statements):
        for quotation in statement.quotations:
            if not any(citation.locator for citation in statement.citations):
                continue  # Words in a statement of absence are looked for, and not quoted.
            assert "quotation" not in codes(statement, site_library)
            words = quotation.text.split(" ")
            for index, word in enumerate(words):
                other = [*words[:index], f"un{word}", *words[index + 1 :]]
                text = statement.text.replace(quotation.text, " ".join(other), 1)
                found = codes(replace(statement, text=text), site_library)
                assert "quotation" in found, f"{statement.place}: {' '.join(other)}"
                changed += 1
    assert changed > 50


def test_every_locator_past_the_end_is_found_at_its_place(
    project: Project, site_library: Library
) -> None:
    """All locators of the project at once, each set to one past the end of its source."""

    def past_the_end(match: re.Match[str]) -> str:
        last = len(site_library.sources[match["key"]].article.paragraphs)
        return match[0].replace(match["locator"], f"para. {last + 1}")

    expected = set()
    for path in (*PAGES, "docs/_data/timeline.yml"):
        lines = project.text(path).split("\n")
        code = {
            index
            for fence in find_fences(lines)
            if fence.end and fence.word not in SITE_KIT.blocks
            for index in range(fence.start, fence.end)
        }
        for index, line in enumerate(lines):
            # A passage is drawn from its paragraph, so a wrong one has a problem of another code.
            if index in code or re.match(r"[ -]*(cite:|#)", line):
                continue
            parts = re.split(r"(`[^`]+`)", line)
            lines[index] = "".join(
                part if part[:1] == "`" else LOCATOR.sub(past_the_end, part) for part in parts
            )
            for match in LOCATOR.finditer(
                re.sub("`[^`]+`", lambda m: "`" * len(m[0]), lines[index])
            ):
                expected.add(Place(path, index + 1, match.start("locator") + 1))
        project.write(path, "\n".join(lines))
    assert len(expected) > 300
    findings = read_manuscript(load_site_config(project.root)).findings
    found = {problem.place for problem in findings if problem.code == "paragraph"}
    assert found == expected

"""The command line: `python -m build_tools`. Exit codes: 0 clean, 1 problems, 2 wrong usage."""

import datetime
import io
import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

import build_tools.loading
from build_tools.assembly import ALL_RULES as RULES
from build_tools.assembly import generated_pages
from build_tools.cli.add_source import Known, propose_files, write_new
from build_tools.cli.admission import DeniedError, RefusedError, check_words, find_denying
from build_tools.cli.draft import write_draft
from build_tools.cli.new_page import NewPage, check_name, title_of, write_page
from build_tools.cli.proposals import paragraph_of
from build_tools.cli.reading import describe_reading
from build_tools.cli.reports import FORMATS, Report, count_totals
from build_tools.cli.say import say
from build_tools.cli.selection import (
    Selection,
    checked_paths,
    chosen_drafts,
    shown_path,
    suggest,
)
from build_tools.cli.stand_in import Writer, go_through
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.cli.wrapping import indented, wrapper
from build_tools.editor.schemas import write_editor_files
from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.impact.report import describe_impact
from build_tools.intake.refusal import RefusedSourceError
from build_tools.lexicon.stand_ins import StandIn
from build_tools.manuscript.read import load_site_library, read_manuscript
from build_tools.problems import Comparison, InputProblems
from build_tools.review.comparison import Comparison as Readings
from build_tools.review.report import FORMATS as REVIEWS
from build_tools.review.report import render_review
from build_tools.review.revision import RevisionError, checked_out, find_base
from build_tools.sources.find import find_nearest, find_words
from build_tools.sources.library import Library, Source
from build_tools.sources.references import make_reference
from build_tools.templating import render
from build_tools.text.excerpts import mark_differences


class OneOf(click.ParamType[str]):
    """One of some words; any other is refused with the nearest of them."""

    def __init__(self, name: str, words: tuple[str, ...]) -> None:
        """Take what a word is called in messages, and the words."""
        self.name, self.words = name, words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as it was given."""
        if value not in self.words:
            self.fail(
                f"there is no {self.name} '{value}': {suggest(value, self.words)}", param, ctx
            )
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """Return what help shows: the words where they are few."""
        few = len(self.words) <= len(FORMATS)
        return f"[{'|'.join(self.words)}]" if few else self.name.upper()


CODE = OneOf("code", tuple(RULES))


def _codes(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> frozenset[str]:
    """Take lists of codes apart at their commas."""
    codes = (code.strip() for value in values for code in value.split(","))
    return frozenset(CODE.convert(code, parameter, context) for code in codes)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, which holds mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check the explainer's evidence, explain its rules, and find passages; no site is built."""
    context.obj = root
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a sign gets its code in place of a traceback.
            stream.reconfigure(errors="backslashreplace")


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "format_", type=OneOf("format", tuple(FORMATS)), default="text", show_default=True
)
@click.option(
    "--select", metavar="CODES", multiple=True, callback=_codes, help="Report these codes only."
)
@click.option(
    "--ignore", metavar="CODES", multiple=True, callback=_codes, help="Do not report these codes."
)
@click.option("--reading", is_flag=True, help="Tell how the pages read as well.")
@click.pass_obj
def check(
    root: Path,
    paths: tuple[str, ...],
    *,
    format_: str,
    select: frozenset[str],
    ignore: frozenset[str],
    reading: bool,
) -> None:
    """Check every source and page; report what was found in PATHs, or everywhere.

    All pages are always read; pages, records and folders given as PATH only choose what is
    reported. A draft below docs/_drafts is read where it is given. Codes are divided by commas;
    `explain` lists them.
    """
    codes = (select or frozenset(RULES)) - ignore
    if not codes:
        raise click.UsageError("the codes selected are all ignored: nothing is left to report")
    if reading and format_ != "text":
        raise click.UsageError("--reading is for people: leave --format out")
    try:
        report = _check(root, frozenset(shown_path(path, root) for path in paths), codes, reading)
    except InputProblems as error:
        report = Report(root, error.problems)
    say(FORMATS[format_](report))
    sys.exit(1 if report.problems else 0)


def _check(root: Path, paths: frozenset[str], codes: frozenset[str], with_reading: bool) -> Report:
    config = load_site_config(root)
    drafts = chosen_drafts(config, paths)
    ledger = read_manuscript(config, processes=os.cpu_count() or 1, drafts=drafts, keep=True)
    findings = tuple(ledger.findings)
    if paths:
        known = checked_paths(config) | {found.place.path for found in findings}
        _refuse_unknown(config, paths, known)
    selection = Selection(paths, codes)
    kept = tuple(found for found in findings if selection.keeps(found))
    elsewhere = len(Report(root, findings).problems) - len(Report(root, kept).problems)
    pages = [page for page in ledger.pages.values() if selection.covers(page.page.path)]
    reading = describe_reading(pages, ledger.library) if with_reading and pages else ""
    return Report(root, kept, replace(count_totals(ledger), elsewhere=elsewhere), reading)


def _refuse_unknown(config: SiteConfig, paths: Iterable[str], known: set[str]) -> None:
    for path in sorted(paths):
        if path not in known and not chosen_drafts(config, [path]):
            raise click.UsageError(f"nothing is checked at '{path}': {suggest(path, known)}")


@main.command()
@click.argument("code", type=CODE, required=False)
def explain(code: str | None) -> None:
    """Explain the rule behind a CODE and how to fix what it finds; without one, list all codes."""
    if code:
        say(render("explain.txt.j2", rule=RULES[code]), nl=False)
        return
    width = max(map(len, RULES))
    for rule in RULES.values():
        say(wrapper(" " * (width + 2), f"{rule.code:<{width}}  ").fill(rule.rule))


@main.command()
@click.argument("source_id", metavar="SOURCE")
@click.pass_obj
def show(root: Path, source_id: str) -> None:
    """Show the numbered paragraphs of a SOURCE."""
    source = _source(_load(root), source_id)
    paragraphs = source.article.paragraphs
    margin = len(str(len(paragraphs)))
    wrapped = [
        wrapper(" " * (margin + 2), f"{it.number:>{margin}}  ").fill(it.text) for it in paragraphs
    ]
    reference = make_reference(source.record)
    say(render("show.txt.j2", reference=reference, paragraphs=wrapped), nl=False)


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--source", "source_id", metavar="ID", help="Look in this source only.")
@click.pass_obj
def find(root: Path, words: tuple[str, ...], source_id: str | None) -> None:
    """Find the paragraphs that hold WORDS, each with the citation to paste.

    Capitals, accents and hyphens make no difference, "20" is "twenty", and a word may be the
    beginning of a longer one. Where no paragraph has them, show the nearest passages, and exit
    with 1.
    """
    text = " ".join(words)
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError("give words to look for")
    library = _load(root)
    sources = [_source(library, source_id)] if source_id else list(library.sources.values())
    hits = find_words(text, sources)
    for hit in hits:
        say(f"{hit.citation}\n{indented(hit.paragraph.text)}\n")
    if hits:
        return
    near = find_nearest(text, sources)
    say(f"No paragraph has these words.{' The nearest passages:' * bool(near)}\n")
    for hit in near:
        _, marked = mark_differences(Comparison(text, hit.words))
        say(f"{hit.citation}\n{indented(marked)}\n")
    sys.exit(1)


@main.command("stand-in")
@click.argument("page", required=False)
@click.option("--ours", metavar="WORDS", help="Words of a statement; with --theirs, without PAGE.")
@click.option("--theirs", metavar="WORDS", help="Words of an article, for which they stand.")
@click.option("--in", "only", metavar="SOURCE:NUMBER", help="The one paragraph for which it holds.")
@click.pass_obj
def stand_in(
    root: Path, page: str | None, ours: str | None, theirs: str | None, only: str | None
) -> None:
    """Record for which words of an article words of a PAGE stand.

    Each word that no cited paragraph has is shown, with the paragraph and its likeliest words;
    what is accepted is written to docs/_data/stand-ins.yml at once. In a pipe nothing is asked or
    written. With --ours and --theirs, one entry is added without a question.
    """
    pair = (ours, theirs)
    if bool(page) == any(part is not None for part in (*pair, only)) or (not page and None in pair):
        raise click.UsageError("give a page, or --ours and --theirs")
    try:
        config = load_site_config(root)
        if page:
            sys.exit(1 if _go_through(config, page) else 0)
        _add_pair(config, ours or "", theirs or "", only)
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)


def _go_through(config: SiteConfig, page: str) -> int:
    path = shown_path(page, config.root)
    _refuse_unknown(config, [path], checked_paths(config))
    drafts = chosen_drafts(config, [path])
    ledger = read_manuscript(config, processes=os.cpu_count() or 1, drafts=drafts)
    return go_through(config, ledger, Selection(frozenset([path]), frozenset()))


def _add_pair(config: SiteConfig, ours: str, theirs: str, only: str | None) -> None:
    ours, theirs = " ".join(ours.split()), " ".join(theirs.split())
    writer = Writer(config, _load(config.root))
    try:
        place = None if only is None else paragraph_of(only, writer.library).place
        if not ours or not theirs:
            raise RefusedError("give words for both")
        check_words(ours, theirs)
        entry = StandIn(ours=ours, theirs=theirs, **{"in": place})
        try:
            writer.add(entry)
        except DeniedError:
            # The statements that it is for may deny it, as those of the dialogue may.
            ledger = read_manuscript(config, processes=os.cpu_count() or 1, keep=True)
            statements = (it.statement for it in ledger.entries)
            if not (said := find_denying(entry, statements, ledger.library)):
                raise
            writer.add(entry, said)
    except RefusedError as error:
        raise click.UsageError(str(error)) from None


@main.command()
@click.argument("base", required=False)
@click.option(
    "--format", "format_", type=OneOf("format", tuple(REVIEWS)), default="text", show_default=True
)
@click.option(
    "--public", is_flag=True, help="Show only a few words of each passage, as for a public page."
)
@click.pass_obj
def review(root: Path, base: str | None, *, format_: str, public: bool) -> None:
    """Show what a change does to the evidence, since BASE.

    BASE is a commit, branch or tag of git; without it, the commit at which the work left `main`.
    Each statement that is new or changed stands beside what it cites. Uncommitted changes count.
    """
    # The folder into which the older pages go must not stay behind.
    signal.signal(signal.SIGTERM, lambda sign, _: sys.exit(128 + sign))
    processes = os.cpu_count() or 1
    try:
        config = load_site_config(root)
        commit = find_base(root, base or "")
        with checked_out(config, commit) as older:
            before = read_manuscript(older, processes=processes)
        now = read_manuscript(config, processes=processes)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)
    shown = f"{base} ({commit[:12]})" if base else commit[:12]
    say(render_review(Readings(before, now), shown, format_, public=public), nl=False)


@main.command("new-page")
@click.argument("name")
@click.option("--title", metavar="TEXT", help="The title; without it you are asked.")
@click.option("--description", metavar="TEXT", help="One sentence for search engines and the feed.")
@click.option("--event", metavar="SOURCE", help="A source on the call or meeting of the page.")
@click.pass_obj
def new_page(
    root: Path, name: str, *, title: str | None, description: str | None, event: str | None
) -> None:
    """Write a new page, docs/NAME.md, and list it where a page must be listed.

    It gets its date in docs/_data/changes/ and a line in the navigation, after the last page of its
    folder, unless an entry there is for the whole folder. With --event its head has the keys of an
    event, to be filled in. Nothing is written over.
    """
    on = _source(_load(root), event) if event else None
    try:
        config = load_site_config(root)
        made = (page.uri for page in generated_pages(load_site_library(config)))
        uri = check_name(config, name, made)
        title = title or click.prompt("Title", default=title_of(uri))
        description = description or click.prompt("What the page tells, in one sentence")
        page = NewPage(uri, title, description)
        with uninterrupted():
            files = write_page(config, page, datetime.date.today(), on)
            shown = [path.relative_to(config.root).as_posix() for path in files]
            say(
                f"Written: {', '.join(shown)}. "
                f"Once you write: python -m build_tools check {shown[0]}"
            )
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)


@main.command()
@click.argument("source_id", metavar="SOURCE")
@click.option("--event", is_flag=True, help="With the keys of an event, to be filled in.")
@click.pass_obj
def draft(root: Path, source_id: str, *, event: bool) -> None:
    """Write a draft on a SOURCE, docs/_drafts/SOURCE.md, which the site does not publish.

    Each paragraph's citation is in place, below the article's words in a comment. `check` with the
    path of the draft reads it as if it were published. Nothing is written over.
    """
    source = _source(_load(root), source_id)
    try:
        config = load_site_config(root)
        with uninterrupted():
            path = write_draft(config, source, event=event)
            shown = path.relative_to(config.root).as_posix()
            say(f"Written: {shown}. What is left to write: python -m build_tools check {shown}")
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)


@main.command("add-source")
@click.argument("given", metavar="FILE")
@click.option("--id", "source_id", required=True, metavar="ID", help="As people will cite it.")
@click.option("--url", default="", metavar="URL", help="The address of the article.")
@click.option("--event", metavar="SOURCE", help="A source here that reports the same event.")
@click.option(
    "--version-of", metavar="SOURCE", help="A source here of which it is another version."
)
@click.pass_obj
def add_source_command(
    root: Path, given: str, source_id: str, *, url: str, event: str | None, version_of: str | None
) -> None:
    """Add the article in FILE, saved HTML or pasted text, to seeds/; `-` reads it from the input.

    A class is proposed for each line, and what the page says of itself goes into the record. Each
    guess is listed there under `to-confirm`, and `check` fails until a person has taken it out.
    """
    try:
        config = load_site_config(root)
        library = load_site_library(config)
        known = Known(url, event, version_of)
        files = propose_files(given, source_id, known, seeds=config.seeds, library=library)
        with uninterrupted():
            written = write_new(config.seeds, files)
            shown = [path.relative_to(config.root).as_posix() for path in written]
            say(render("added-source.txt.j2", id=source_id, files=shown), nl=False)
    except RefusedSourceError as error:
        say(f"Error: {error}", err=True)
        sys.exit(1)
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)


@main.command()
@click.argument("source_id", metavar="SOURCE")
@click.pass_obj
def impact(root: Path, source_id: str) -> None:
    """List what a new SOURCE could make false, contradict or add to on the pages.

    Each place on a page stands with the paragraph to read beside it. Statements that cite the
    source are left out.
    """
    library = _load(root)
    source = _source(library, source_id)
    try:
        ledger = read_manuscript(load_site_config(root), library, processes=os.cpu_count() or 1)
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)
    say(describe_impact(ledger, source), nl=False)


@main.command("language-server")
@click.pass_obj
def language_server(root: Path) -> None:
    """Serve an editor that speaks the Language Server Protocol, over the standard streams.

    Pages get their findings as they are typed, completion of citations, the passage that a citation
    means, and quick fixes. It needs: pip install -e '.[editor]'.
    """
    try:
        # An optional extra: no other command needs it.
        from build_tools.editor.server import serve  # noqa: PLC0415
    except ImportError:
        raise click.ClickException("pip install -e '.[editor]' first: pygls is missing") from None
    serve(root)


@main.command()
@click.pass_obj
def schemas(root: Path) -> None:
    """Write the JSON Schemas and snippets that editors read, from the models of the code."""
    try:
        folder = load_site_config(root).root
        with uninterrupted():
            written = write_editor_files(folder)
            say(f"Written: {written} files in schemas/ and .vscode/.")
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def generate(root: Path, folder: Path) -> None:
    """Write the whole site to DIR as plain files, for a builder that runs no hooks.

    Pages, written and generated, are there as Markdown with finished notes, beside the data and a
    mkdocs.yml. DIR must not be there yet.
    """
    # What it reads HTML with takes long to load, and no other command needs it.
    from build_tools.plain_site.files import write_plain_site  # noqa: PLC0415

    try:
        count = write_plain_site(load_site_config(root), folder)
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)
    except FileExistsError:
        raise click.UsageError(f"'{folder}' must not be there yet") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    say(f"Written: {count} pages, in {folder}.")


def _load(root: Path) -> Library:
    """Load the sources; say on the error stream which ones do not load."""
    try:
        library = load_site_library(load_site_config(root))
    except InputProblems as error:
        say(str(error), err=True)
        sys.exit(1)
    for problem in library.problems:
        say(str(problem), err=True)
    if not library.sources:
        sys.exit(1)
    return library


def _source(library: Library, source_id: str) -> Source:
    if source_id in library.broken:
        sys.exit(1)  # Its problems have been said.
    if source_id not in library.sources:
        raise click.UsageError(
            f"there is no source '{source_id}': {suggest(source_id, library.sources)}"
        )
    return library.sources[source_id]


if __name__ == "__main__":
    build_tools.loading.loaded()
    main(prog_name="python -m build_tools")

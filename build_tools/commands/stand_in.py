"""`stand-in`: for which words of an article words of a page stand."""

import os
import sys
from pathlib import Path

import click

from build_tools.cli.admission import DeniedError, RefusedError, check_words, find_denying
from build_tools.cli.proposals import paragraph_of
from build_tools.cli.selection import (
    Selection,
    checked_paths,
    chosen_drafts,
    refuse_unknown,
    shown_path,
)
from build_tools.cli.sources import load_sources
from build_tools.cli.stand_in import Writer, go_through
from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.lexicon.stand_ins import StandIn
from build_tools.manuscript.kept_pages import keeping
from build_tools.manuscript.read import read_manuscript


@click.command()
@click.argument("page", required=False)
@click.option("--ours", metavar="WORDS", help="Words of a statement; with --theirs, without PAGE.")
@click.option("--theirs", metavar="WORDS", help="Words of an article, for which they stand.")
@click.option("--in", "only", metavar="SOURCE:NUMBER", help="The one paragraph for which it holds.")
@click.pass_obj
def command(
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
    config = load_site_config(root)
    if page:
        sys.exit(1 if _go_through(config, page) else 0)
    _add_pair(config, ours or "", theirs or "", only)


def _go_through(config: SiteConfig, page: str) -> int:
    path = shown_path(page, config.root)
    refuse_unknown(config, [path], checked_paths(config))
    drafts = chosen_drafts(config, [path])
    ledger = read_manuscript(config, processes=os.cpu_count() or 1, drafts=drafts)
    return go_through(config, ledger, Selection(frozenset([path]), frozenset()))


def _add_pair(config: SiteConfig, ours: str, theirs: str, only: str | None) -> None:
    ours, theirs = " ".join(ours.split()), " ".join(theirs.split())
    writer = Writer(config, load_sources(config.root))
    place = None if only is None else paragraph_of(only, writer.library).place
    if not ours or not theirs:
        raise RefusedError("give words for both")
    check_words(ours, theirs)
    entry = StandIn(ours=ours, theirs=theirs, **{"in": place})
    try:
        writer.add(entry)
    except DeniedError:
        # The statements that it is for may deny it, as those of the dialogue may.
        with keeping(config):
            ledger = read_manuscript(config, processes=os.cpu_count() or 1)
        statements = (it.statement for it in ledger.entries)
        if not (said := find_denying(entry, statements, ledger.library)):
            raise
        writer.add(entry, said)

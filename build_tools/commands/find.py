"""`find`: the paragraphs that hold some words."""

import sys
from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.cli.sources import load_sources, source_of
from build_tools.cli.wrapping import indented
from build_tools.problems import Comparison
from build_tools.sources.find import find_nearest, find_words
from build_tools.text.excerpts import mark_differences


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--source", "source_id", metavar="ID", help="Look in this source only.")
@click.pass_obj
def command(root: Path, words: tuple[str, ...], source_id: str | None) -> None:
    """Find the paragraphs that hold WORDS, each with the citation to paste.

    Capitals, accents and hyphens make no difference, "20" is "twenty", and a word may be the
    beginning of a longer one. Where no paragraph has them, show the nearest passages, and exit
    with 1.
    """
    text = " ".join(words)
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError("give words to look for")
    library = load_sources(root)
    sources = [source_of(library, source_id)] if source_id else list(library.sources.values())
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

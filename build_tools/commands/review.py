"""`review`: what a change does to the evidence."""

import os
import signal
import sys
from pathlib import Path

import click

from build_tools.cli.one_of import OneOf
from build_tools.cli.say import say
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import read_manuscript
from build_tools.review.comparison import Comparison as Readings
from build_tools.review.report import FORMATS as REVIEWS
from build_tools.review.report import render_review
from build_tools.review.revision import RevisionError, checked_out, find_base


@click.command()
@click.argument("base", required=False)
@click.option(
    "--format", "format_", type=OneOf("format", tuple(REVIEWS)), default="text", show_default=True
)
@click.option(
    "--public", is_flag=True, help="Show only a few words of each passage, as for a public page."
)
@click.pass_obj
def command(root: Path, base: str | None, *, format_: str, public: bool) -> None:
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
    shown = f"{base} ({commit[:12]})" if base else commit[:12]
    say(render_review(Readings(before, now), shown, format_, public=public), nl=False)

"""The command line: `python -m build_tools check`."""

import sys
from pathlib import Path

import click

from build_tools.manuscript import read_manuscript
from build_tools.problems import InputProblems
from build_tools.site_config import load_site_config


@click.group()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, which holds mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check the explainer's evidence without building the site."""
    context.obj = root


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Check every source and page. Exit code 1 where there are problems."""
    try:
        ledger = read_manuscript(load_site_config(root))
        problems = ledger.problems
    except InputProblems as error:
        problems = list(error.problems)
        click.echo("\n".join(str(problem) for problem in problems))
        sys.exit(1)
    for problem in problems:
        click.echo(str(problem))
    statements = [entry.statement for entry in ledger.entries]
    citations = sum(len(statement.citations) for statement in statements)
    click.echo(
        f"{len(ledger.library.sources)} sources, {len(ledger.pages)} pages, "
        f"{len(statements)} statements, {citations} citations: {len(problems)} problems",
        err=bool(problems),
    )
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main(prog_name="python -m build_tools")

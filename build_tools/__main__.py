"""The command line: `python -m build_tools`. Exit codes: 0 clean, 1 problems, 2 wrong usage."""

import io
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import build_tools.loading
from build_tools import commands
from build_tools.cli.say import say
from build_tools.problems import InputProblems


class Commands(click.Group):
    """The commands by the names of their modules, each imported once it is asked for.

    https://click.palletsprojects.com/en/stable/complex/#lazily-loading-subcommands
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and say what is wrong with its input."""
        try:
            return super().invoke(ctx)
        except InputProblems as error:
            say(str(error), err=True)
            sys.exit(1)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in order; called by click."""
        modules = pkgutil.iter_modules(commands.__path__)
        return sorted(module.name.replace("_", "-") for module in modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name; raise a usage error where there is none."""
        if cmd_name not in (names := self.list_commands(ctx)):
            if ctx.resilient_parsing or cmd_name.startswith("-"):
                return None  # Completion asks; of a wrong option click tells.
            raise click.NoSuchCommand(cmd_name, possibilities=names, ctx=ctx)
        module = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        build_tools.loading.loaded()
        found: click.Command = module.command
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


if __name__ == "__main__":
    main(prog_name="python -m build_tools")

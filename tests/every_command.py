"""Every command of the command line, by its name."""

import click

from build_tools.__main__ import main

_CONTEXT = click.Context(main)
COMMANDS: dict[str, click.Command] = {
    name: command
    for name in main.list_commands(_CONTEXT)
    if (command := main.get_command(_CONTEXT, name))
}

"""`explain`: the rule behind a code."""

import click

from build_tools.assembly import ALL_RULES as RULES
from build_tools.cli.one_of import OneOf
from build_tools.cli.say import say
from build_tools.cli.wrapping import wrapper
from build_tools.templating import render


@click.command()
@click.argument("code", type=OneOf("code", tuple(RULES)), required=False)
def command(code: str | None) -> None:
    """Explain the rule behind a CODE and how to fix what it finds; without one, list all codes."""
    if code:
        say(render("explain.txt.j2", rule=RULES[code]), nl=False)
        return
    width = max(map(len, RULES))
    for rule in RULES.values():
        say(wrapper(" " * (width + 2), f"{rule.code:<{width}}  ").fill(rule.rule))

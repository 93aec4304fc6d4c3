"""An argument that is one of some words."""

import click

from build_tools.cli.selection import suggest

# So many words are shown in the help; where there are more, their name is.
_FEW = 5


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
        few = len(self.words) <= _FEW
        return f"[{'|'.join(self.words)}]" if few else self.name.upper()

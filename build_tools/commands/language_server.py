"""`language-server`: findings while a page is typed."""

from pathlib import Path

import click


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Serve an editor that speaks the Language Server Protocol, over the standard streams.

    Pages get their findings as they are typed, completion of citations, the passage that a citation
    means, and quick fixes. It needs: pip install -e '.[editor]'.
    """
    try:
        # An optional extra.
        from build_tools.editor.server import serve  # noqa: PLC0415
    except ImportError:
        raise click.ClickException("pip install -e '.[editor]' first: pygls is missing") from None
    serve(root)

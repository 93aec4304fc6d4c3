"""The table of the islands' names, which says whether an article has each."""

from collections.abc import Iterable

from build_tools.explainer.island_names import Islands, names_in
from build_tools.templating import render


def render_island_table(islands: Islands, articles: Iterable[str]) -> str:
    """Return the table as HTML; `articles` are the texts of the articles' bodies.

    A name that none of them has is marked as outside the evidence. The HTML has no blank line, so
    it can stand in Markdown.
    """
    texts = tuple(articles)
    held = {island: names_in(island, texts) for island in islands}
    return render("explainer/island_table.html.j2", groups=islands.groups, held=held)

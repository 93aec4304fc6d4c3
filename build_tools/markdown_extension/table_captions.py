"""Captions of tables, in Pandoc's way: a paragraph `Table: …` next to a table is its caption.

Markdown's tables have none: https://pandoc.org/MANUAL.html#extension-table_captions
A caption names the table and states nothing, like a heading: it needs no citation.
"""

from xml.etree.ElementTree import Element

CAPTION_MARK = "Table:"


def move_captions(root: Element) -> None:
    """Make each paragraph that starts with `Table:` the `<caption>` of its table, in place.

    That is the table after it, or else one just before it that has none. A paragraph that is
    not next to a table stays a paragraph, and is checked as such.
    """
    for parent in list(root.iter()):
        children = list(parent)
        for index, child in enumerate(children):
            if child.tag != "p" or not (child.text or "").startswith(CAPTION_MARK):
                continue
            neighbours = [*children[index + 1 : index + 2], *children[max(index - 1, 0) : index]]
            table = next((near for near in neighbours if _lacks_caption(near)), None)
            if table is not None:
                parent.remove(child)
                child.tag, child.tail = "caption", "\n"
                child.text = (child.text or "").removeprefix(CAPTION_MARK).lstrip()
                table.insert(0, child)


def _lacks_caption(element: Element) -> bool:
    return element.tag == "table" and element.find("caption") is None

"""Readings that a page sets above a word, as of a name in kanji: they are no part of the text."""

from typing import Any

_READINGS = frozenset(["rt", "rp", "rtc"])
_PARTS = _READINGS | {"ruby", "rb"}


def drop_readings(tree: Any) -> None:
    """Take the readings and their brackets out of a page, in place, so that the words are left.

    The end of a reading may be left out: then the next word stands within it, if marked as one.
    """
    for ruby in list(tree.iter("ruby")):
        # Each element with whether it is in a reading.
        parts = [(ruby, False)]
        for element, is_reading in parts:
            if is_reading:
                element.text = None
            for child in element:
                if is_reading:
                    child.tail = None
                own = child.tag in _READINGS if child.tag in _PARTS else is_reading
                parts.append((child, own))
    # Without the elements, the library reads the words as it reads others.
    for element in list(tree.iter(*_PARTS)):
        element.drop_tag()
